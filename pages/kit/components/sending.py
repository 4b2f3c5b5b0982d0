"""What goes to the browser with every rerun: figures as JSON, drawn and written once for all visitors who see the same."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from geo.messages import cached_up_to
from pages.kit.components.slim import Data, slim

KEPT = 256  # figures that are kept as they were sent, in each language; some 10 KB each


@dataclass(frozen=True)
class Figure:
    """A figure that is drawn when it is first asked for, and kept as it was sent: what draws it, of what."""

    draw: Callable[..., Data]
    of: tuple[Any, ...]
    named: tuple[tuple[str, Any], ...] = ()


def once(draw: Callable[..., Data], *of: Any, **named: Any) -> Figure:
    """Return a figure to be drawn once for all visitors. What it is drawn of must be frozen."""
    return Figure(draw, of, tuple(named.items()))


def send(kind: str, data: Data | Figure) -> bytes:
    """Return what goes over the wire for a figure of a kind; one that is drawn once is also written once."""
    return _send_once(kind, data) if isinstance(data, Figure) else pack(slim(kind, data))


@cached_up_to(KEPT)
def _send_once(kind: str, figure: Figure) -> bytes:
    return pack(slim(kind, figure.draw(*figure.of, **dict(figure.named))))


def pack(data: Data | list[Any]) -> bytes:
    """Return data as JSON without blanks. Streamlit would write it twice, look through it for tables, and send an eighth more."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
