"""The day that it is where the visitor is: what a citation says of when a number was read, and nothing else in the atlas."""

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def today() -> date:
    """Return the visitor's day, by the time zone that the browser tells; by universal time where it tells none, or one that no one knows."""
    return datetime.now(_find_zone(st.context.timezone)).date()


def _find_zone(name: str | None) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
