"""What is for operators alone: counters, probes and Streamlit's own checks are not answered to whoever comes through a proxy.

A probe or a collector of metrics asks a process directly; a visitor comes through a proxy, which says so in X-Forwarded-For.
deploy/nginx closes the same addresses; this holds where another proxy stands before the atlas.
"""

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_INTERNAL = re.compile(r"/(?:.*/)?_stcore/(?:metrics|agent|script-health-check)(?:/.*)?|/readyz")


class CloseInternals:
    """Answers 404 to requests for internal addresses that a proxy passed on; everything else goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request or pass it on."""
        is_closed = (
            scope["type"] == "http"
            and any(name == b"x-forwarded-for" for name, _ in scope["headers"])
            and _INTERNAL.fullmatch(scope["path"])
        )
        answer = PlainTextResponse("Not found", status_code=404) if is_closed else self.app
        await answer(scope, receive, send)
