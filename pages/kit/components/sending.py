"""What goes to the browser with every rerun: figures as JSON, drawn and written once for all visitors who see the same."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

Data = dict[str, Any]
Preparer = Callable[[Data], Data]

KEPT = 1024  # figures that are kept as they were sent; some 10 KB each


@dataclass(frozen=True)
class Figure:
    """A figure that is drawn when it is first asked for, and kept as it was sent: what draws it, of what."""

    draw: Callable[..., Data]
    of: tuple[Any, ...]
    named: tuple[tuple[str, Any], ...] = ()


def once(draw: Callable[..., Data], *of: Any, **named: Any) -> Figure:
    """Return a figure to be drawn once for all visitors. What it is drawn of must be frozen."""
    return Figure(draw, of, tuple(named.items()))


def prepare_nothing(data: Data) -> Data:
    """Return a figure as it is."""
    return data


def send(data: Data | Figure, prepare: Preparer) -> bytes:
    """Return what goes over the wire for a figure; one that is drawn once is also packed once."""
    return _send_once(data, prepare) if isinstance(data, Figure) else pack(prepare(data))


@lru_cache(KEPT)
def _send_once(figure: Figure, prepare: Preparer) -> bytes:
    return pack(prepare(figure.draw(*figure.of, **dict(figure.named))))


def pack(data: Data) -> bytes:
    """Return data as JSON without blanks. Streamlit would write it twice, look through it for tables, and send an eighth more."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
