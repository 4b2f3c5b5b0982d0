"""What the strips component draws: each indicator of one country as a mark among the marks of all countries."""

from typing import Any

from geo.country_brief import TOPICS, BriefLine, CountryBrief
from geo.messages import mark, say, say_count
from geo.views import CountryValue, IndicatorView

# A strip ends a little outside its outermost sure value, so that no mark is cut in half.
MARGIN = 0.03
STATUS_SIGNS = {"doubtful": mark("doubtful"), "conflict": mark("the report prints other values too")}


def draw_strips(brief: CountryBrief) -> dict[str, Any]:
    """Return a row an indicator, by topic: value, places, source, and the strip; words instead of it where there is no value."""
    told: set[str] = set()
    return {
        "label": say("Indicators: {country} among all countries", country=brief.name),
        "key": {
            "own": brief.name,
            "near": say("the other countries of its sub-region ({subregion})", subregion=brief.subregion),
            "far": say("all other countries"),
        },
        "groups": [
            {"title": say(title), "rows": [_row(line, brief, told) for line in brief.lines if line.topic == topic]}
            for topic, title in TOPICS.items()
        ],
    }


def _row(line: BriefLine, brief: CountryBrief, told: set[str]) -> dict[str, Any]:
    """One row; `told` holds what rows above have said in full, which is not said again."""
    own, view = line.own, line.view
    row = {
        "id": view.indicator_id,
        "label": view.name,
        "about": f"{view.definition}.",
        "unit": f"{view.short_unit}, {view.year}",
        "text": own.text,
        "sign": say(STATUS_SIGNS.get(own.status, "")),
        "rank": line.place_text,
        "source": str(own.source or ""),
        "column": say("Column: {column}", column=own.source.column_label) if own.source else "",
        "message": say("Not placeable, as above")
        if line.message in told and own.status == "unplaced"
        else line.message,
        "caveats": list(filter(None, (_caveat(title, text, line, told) for title, text in line.caveats))),
    }
    told.update((line.message, *(title for title, _ in line.caveats)))
    return row if line.message else row | _strip(line, brief)


def _caveat(title: str, text: str, line: BriefLine, told: set[str]) -> str:
    """A caveat in full the first time; then its title beside a value, and nothing where there is none."""
    if title not in told:
        return f"{title}. {text}"
    return "" if line.message else say("As above: {caveat}", caveat=title)


def _strip(line: BriefLine, brief: CountryBrief) -> dict[str, Any]:
    """The marks of a strip: at 0 to 1 between the outermost sure values; a doubtful one beyond them stands at the end, as cut."""
    shown = line.view.ranked
    sure = [one for one in shown if one.status != "doubtful"]
    low, high = _ends(line.view, sure)

    def share(value: float) -> float:
        return round(max(0.0, min(1.0, (value - low) / (high - low))), 4)

    return {
        "dots": [
            {
                "id": one.iso3,
                "name": one.name,
                "text": f"{one.text}, {say(STATUS_SIGNS[one.status])}" if one.status in STATUS_SIGNS else one.text,
                "x": share(one.value or 0),
                "kind": _kind(one, brief),
                "hollow": one.status == "doubtful",
                "cut": not low <= (one.value or 0) <= high,
            }
            for one in reversed(shown)
        ],
        "references": [
            {"short": one.short, "label": one.label, "text": one.text, "x": share(one.value)}
            for one in line.view.references
        ],
        "ends": [f"{one.text} {one.name}" for one in (sure[-1], sure[0])],
        "alt": _describe(line, sure),
    }


def _ends(view: IndicatorView, sure: list[CountryValue]) -> tuple[float, float]:
    values = [*(one.value or 0 for one in sure), *(one.value for one in view.references)]
    margin = (max(values) - min(values)) * MARGIN or 1
    return min(values) - margin, max(values) + margin


def _kind(value: CountryValue, brief: CountryBrief) -> str:
    if value.iso3 == brief.iso3:
        return "own"
    return "near" if value.subregion_id == brief.subregion_id else "far"


def _describe(line: BriefLine, sure: list[CountryValue]) -> str:
    """The strip in words: where the country stands, between which ends, beside which references."""
    own, first, last = line.own, sure[0], sure[-1]
    parts = [
        say(
            "{indicator}: {country} {value}, {place} countries. Lowest {lowest} {lowest_value}, highest {highest} {highest_value}.",
            indicator=line.view.name, country=own.name, value=own.text, place=own.rank,
            lowest=last.name, lowest_value=last.text, highest=first.name, highest_value=first.text,
        ),
        *(say("{name}: {value}.", name=one.label, value=one.text) for one in line.view.references),
    ]  # fmt: skip
    doubtful = len(line.view.ranked) - len(sure)
    if doubtful:
        parts.append(say_count("{n} of the values is doubtful.", "{n} of the values are doubtful.", doubtful))
    return " ".join(parts)
