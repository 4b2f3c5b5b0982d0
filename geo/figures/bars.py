"""What the bars component draws: a breakdown of money as bars of segments, with the amounts in words."""

from typing import Any

from geo.findings import format_eur
from geo.views import Bar, Breakdown

# One colour a level in every breakdown; the legend and the texts carry the same distinction without colour.
LEVEL_COLOURS = {
    "Bilateral": {"light": "#216c94", "dark": "#5f9fc7"},
    "Regional": {"light": "#b5651d", "dark": "#e0a25f"},
    "Trans-regional": {"light": "#6b4c8a", "dark": "#b79ad6"},
}


def draw_breakdown(breakdown: Breakdown, measure_name: str) -> dict[str, Any]:
    """Return the bars of a breakdown, their segments, the legend of levels and the total."""
    total = sum(bar.amount_eur for bar in breakdown.bars)
    levels = dict.fromkeys(segment.label for bar in breakdown.bars for segment in bar.segments)
    return {
        "label": f"{measure_name}: {breakdown.title.lower()}",
        "title": breakdown.title,
        "legend": [{"label": level, **LEVEL_COLOURS[level]} for level in LEVEL_COLOURS if level in levels],
        "rows": [_row(bar, total) for bar in breakdown.bars],
        "max": max((bar.amount_eur for bar in breakdown.bars), default=0),
        "total": f"{measure_name}, total: {format_eur(total)}",
    }


def _row(bar: Bar, total: float) -> dict[str, Any]:
    share = f"{100 * bar.amount_eur / total:.1f} %" if total else ""
    return {
        "label": bar.label,
        "text": format_eur(bar.amount_eur),
        "note": f"{share}, {bar.note}",
        "segments": [
            {
                "label": segment.label,
                "value": segment.amount_eur,
                "text": format_eur(segment.amount_eur),
                **LEVEL_COLOURS[segment.label],
            }
            for segment in bar.segments
        ],
    }
