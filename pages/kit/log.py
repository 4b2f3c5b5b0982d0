"""The log for operators: a line a page view, and what failed. Never what somebody asked for, from where, or in which session.

`ATLAS_LOG=json` writes a JSON object a line, `plain` the same in words; without it only failures are written, as Python does.
"""

import json
import logging
import os
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime

SETTING = "ATLAS_LOG"
FORMATS = ("json", "plain")
_ROOT = logging.getLogger("atlas")
_VIEWS = logging.getLogger("atlas.views")
# What a line may say of a page view; anything else that is given is a mistake of the caller's.
_FIELDS = ("page", "ms", "problems", "outcome")


class JsonLines(logging.Formatter):
    """Writes a record as one JSON object on one line: time in UTC, level, event, the fields of a page view, a failure's place."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **{name: getattr(record, name) for name in _FIELDS if hasattr(record, name)},
        }
        if record.exc_info:
            said["traceback"] = tell_failure(record.exc_info[1])
        return json.dumps(said, ensure_ascii=False)


class PlainLines(logging.Formatter):
    """Writes a record in words, for a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, a failure's place below it."""
        fields = " ".join(f"{name}={getattr(record, name)}" for name in _FIELDS if hasattr(record, name))
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        line = " ".join(filter(None, (time, record.levelname.lower(), record.getMessage(), fields)))
        return f"{line}\n{tell_failure(record.exc_info[1])}" if record.exc_info else line


def tell_failure(error: BaseException | None) -> str:
    """Return the lines of code that led to an error and the kind of it, its causes first; its message may repeat what a visitor typed."""
    if error is None:
        return ""
    cause = tell_failure(error.__cause__ or error.__context__)
    return cause + "".join(traceback.format_tb(error.__traceback__)) + f"{type(error).__name__}\n"


_FORMATTERS: dict[str, Callable[[], logging.Formatter]] = {"json": JsonLines, "plain": PlainLines}


def set_up(setting: str) -> None:
    """Write the log as the setting says, in place of an earlier choice; nothing is set up for an empty one.

    Raises ValueError for a setting that is neither.
    """
    if setting and setting not in _FORMATTERS:
        raise ValueError(f'{SETTING}: "{setting}" is not a way to write the log, expected {" or ".join(FORMATS)}')
    for handler in [one for one in _ROOT.handlers if isinstance(one.formatter, JsonLines | PlainLines)]:
        _ROOT.removeHandler(handler)
    _VIEWS.setLevel(logging.INFO if setting else logging.WARNING)
    if setting:
        handler = logging.StreamHandler(sys.stdout)
        handler.setFormatter(_FORMATTERS[setting]())
        _ROOT.addHandler(handler)


def page_view(page: str, seconds: float, problems: int, outcome: str) -> None:
    """Write that a page was drawn: its slug, how long it took, how many parts of the link were wrong; `outcome` is "ok" or "failed"."""
    if _VIEWS.isEnabledFor(logging.INFO):
        told = {"page": page, "ms": round(seconds * 1000, 1), "problems": problems, "outcome": outcome}
        _VIEWS.info("page view", extra=told)


def failure(page: str) -> None:
    """Write the failure that is being handled, with its traceback, which visitors never see."""
    _ROOT.exception("page %s failed", page)


set_up(os.environ.get(SETTING, ""))
