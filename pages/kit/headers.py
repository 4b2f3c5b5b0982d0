"""Security headers of every answer: where scripts, data and frames may come from, and what the page may not do.

Scripts run from this server alone, and no text is ever run as code (no `unsafe-eval`). Three things of Streamlit ask for an exception:
the inline script of its index.html, allowed by its hash; component loaders, which the browser imports from `blob:` addresses; and the
WebAssembly that its 3D chart compiles, which `wasm-unsafe-eval` allows without allowing any text to run.
Styles are written inline by its theme, so `unsafe-inline` stays for them; a style cannot run anything.
"""

import base64
import hashlib
import os
import re
from pathlib import Path

import streamlit
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Which sites may show the atlas in a frame: sources as in Content-Security-Policy, separated by spaces.
FRAMES_SETTING = "ATLAS_FRAME_ANCESTORS"
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SOURCE = re.compile(r"'self'|'none'|\*|https?://[\w.*:-]+")
_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


def list_headers(index: str, frame_ancestors: str = "'self'") -> list[tuple[bytes, bytes]]:
    """Return the headers for a page made from this index.html. Raises ValueError for frame ancestors that are no sources."""
    wrong = [one for one in frame_ancestors.split() if not _SOURCE.fullmatch(one)]
    if wrong or not frame_ancestors.strip():
        raise ValueError(
            f"{FRAMES_SETTING}: \"{' '.join(wrong)}\" is not a source, expected 'self', 'none', * or addresses with their scheme"
        )
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in _INLINE_SCRIPT.findall(index))
    policy = {
        "default-src": "'self'",
        "script-src": f"'self' blob: 'wasm-unsafe-eval' {hashes}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(frame_ancestors.split()),
    }
    named = {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return [(name.lower().encode(), value.encode()) for name, value in named.items()]


def lets_others_frame() -> bool:
    """Return whether the setting lets any other site show the atlas in a frame."""
    return any(one not in ("'self'", "'none'") for one in _list_ancestors())


def lets_itself_frame() -> bool:
    """Return whether the atlas may show itself in a frame, as a preview does."""
    return any(one in ("'self'", "*") for one in _list_ancestors())


def _list_ancestors() -> list[str]:
    return os.environ.get(FRAMES_SETTING, "'self'").split()


class SecurityHeaders:
    """Adds the security headers to every HTTP answer, in place of any of the same name."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = list_headers(_INDEX.read_text(encoding="utf-8"), os.environ.get(FRAMES_SETTING, "'self'"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and dress its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in self.headers}
                message["headers"] = [pair for pair in message["headers"] if pair[0].lower() not in own] + self.headers
            await send(message)

        await self.app(scope, receive, send_dressed)


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
