"""A small view to export: texts that a spreadsheet would run, accents, dates, gaps, numbers of either sign."""

from typing import Any

import pandas as pd

from geo.handout import Handout, Rows

_NAMES = (
    "iso3",
    "country",
    "value",
    "page",
    "start_date",
    "title",
    "printed_value",
    "status",
    "meets_membership",
    "caveat_ids",
    "source_id",
)
_VALUES: tuple[tuple[Any, ...], ...] = (
    (
        "HND",
        "Honduras",
        91.6,
        151,
        "2009-07-03",
        "Seguridad ñ, “é”",
        "91,6",
        "ok",
        True,
        "honduras_homicide",
        "jssr_2013",
    ),
    ("ATG", "Antigua and Barbuda", None, None, None, '=HYPERLINK("x")', None, "not_reported", None, None, None),
    (None, "A region", -1.38, 152, None, "@SUM(1)", "-1,38", "ok", False, None, "jssr_2013"),
    ("BRB", "Barbados", 0.0, 152, None, "-2+3", "---", "doubtful", True, None, "jssr_2013"),
)
ROWS: list[dict[str, Any]] = [dict(zip(_NAMES, values, strict=True)) for values in _VALUES]
PERMALINK = "https://atlas.example/violence?v=1&indicator=homicide_rate"


def make_view(rows: list[dict[str, Any]] = ROWS, **changes: Any) -> Handout:
    """Return a handout of these rows."""
    parts: dict[str, Any] = {
        "slug": "violence", "page": "Violence", "title": "Honduras: 91.6, ñ", "below": "2 of 4", "filters": ("Sub-region: Caribbean",),
        "parameters": {"v": "1"}, "stem": "lac-atlas_x", "figures": (), "rows": pd.DataFrame(rows, columns=list(ROWS[0])), "notes": ("A note.",),
        "further": (Rows("caveats", "Caveats", pd.DataFrame({"caveat_id": ["a"], "title": ["b"], "text": ["c"]})),),
    }  # fmt: skip
    return Handout(**parts | changes)
