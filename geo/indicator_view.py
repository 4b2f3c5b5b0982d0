"""Builds the view of one indicator: values joined to countries, classed, ranked, and told in a sentence."""

from typing import Any

from data import store
from data.store import to_records
from geo import findings
from geo.classify import ValueClass, classify, make_classes
from geo.join import join_values
from geo.messages import cached, mark, say
from geo.places import name_places
from geo.rank import Rank, rank_in_doubt, rank_values
from geo.selection import CountrySets, Selection, explain_empty, select_countries
from geo.spelling import collate, format_number
from geo.spoken import load_records, load_table
from geo.views import SHOWN_STATUSES, CountryValue, IndicatorView, Reference, Source

# What the annexes print beside the countries, in full and short: messages, for `say`.
AGGREGATES = {
    "LAC": (mark("Latin America and the Caribbean"), mark("LAC")),
    "OECD": (mark("OECD"), mark("OECD")),
    "WLD": (mark("World"), mark("World")),
}
SCORE, PERCENT = "score", "%"


def build_indicator_view(selection: Selection) -> IndicatorView:
    """Return the view of the selected indicator. Raises KeyError for an unknown indicator id."""
    indicator = find_indicator(selection.indicator)
    sets = select_countries(selection)
    classes = indicator_classes(indicator)
    values = _country_values(indicator, sets, classes, hide_doubtful=selection.doubtful == "hide")
    references = _references(indicator)
    hidden = sum(value.is_inside and value.status == "doubtful" and value.class_index is None for value in values)
    view = IndicatorView(
        indicator_id=selection.indicator,
        name=indicator["name"],
        definition=indicator["definition"],
        unit=indicator["unit"],
        short_unit=indicator["short_unit"],
        year=indicator["reference_year"],
        column_label=indicator["column_label"],
        decimals=int(indicator["decimals"]),
        headline="",
        summary="",
        coverage="",
        classes=classes,
        values=values,
        references=references,
        notes=(),
        hidden_doubtful=hidden,
        empty="" if sets.inside else explain_empty(selection),
    )
    return findings.tell_indicator(view, indicator, selection)


def find_indicator(indicator_id: str) -> dict[str, Any]:
    """Return an indicator's row as a dict. Raises KeyError for an unknown id."""
    return {row["indicator_id"]: row for row in load_records("indicators")}[indicator_id]


def find_unit(indicator_id: str) -> str:
    """Return an indicator's short unit as an id: as the tables have it, whatever the language. Raises KeyError for an unknown id."""
    return {row["indicator_id"]: str(row["short_unit"]) for row in store.load_records("indicators")}[indicator_id]


def list_indicators(topic: str) -> dict[str, str]:
    """Return the names of a topic's indicators by id, in display order."""
    indicators = load_table("indicators").sort_values("order")
    chosen = indicators[indicators["topic"] == topic]
    return dict(zip(chosen["indicator_id"], chosen["name"], strict=True))


def indicator_classes(indicator: dict[str, Any]) -> tuple[ValueClass, ...]:
    """Return the classes that an indicator is drawn in."""
    breaks = tuple(float(bound) for bound in indicator["breaks"].split(";"))
    decimals = max(len(bound.partition(".")[2]) for bound in indicator["breaks"].split(";"))
    middle = indicator["middle"]
    return make_classes(
        breaks,
        indicator["palette"],
        middle=float(middle) if indicator["palette"] == "diverging" else None,
        high_is_worse=indicator["direction"] == "high_is_worse",
        decimals=decimals,
    )


def _country_values(
    indicator: dict[str, Any], sets: CountrySets, classes: tuple[ValueClass, ...], *, hide_doubtful: bool
) -> tuple[CountryValue, ...]:
    rows = _join_cells(indicator["indicator_id"])
    statuses = SHOWN_STATUSES - {"doubtful"} if hide_doubtful else SHOWN_STATUSES
    shown = [row for row in rows if row["value"] is not None and row["status"] in statuses]
    ranks = _rank(indicator["indicator_id"], shown)
    bounds = tuple(one.upper for one in classes[:-1] if one.upper is not None)
    return tuple(_country_value(row, sets, ranks.get(row["iso3"]), bounds, int(indicator["decimals"])) for row in rows)


def _rank(indicator_id: str, shown: list[dict[str, Any]]) -> dict[str, Rank]:
    """Every place that a country can have, whatever the values in doubt really are; a doubtful value has its place as printed."""
    values = {row["iso3"]: float(row["value"]) for row in shown}
    doubtful = {row["iso3"] for row in shown if row["status"] == "doubtful"}
    contradicted = {row["iso3"] for row in shown if row["status"] == "conflict"}
    as_printed = rank_values(values)
    possible = rank_in_doubt(values, doubtful, _list_other_values(indicator_id, contradicted))
    return {iso3: as_printed[iso3] if iso3 in doubtful else possible[iso3] for iso3 in values}


def _list_other_values(indicator_id: str, contradicted: set[str]) -> dict[str, list[float]]:
    """What the narrative prints of countries whose cell it contradicts."""
    found: dict[str, list[float]] = {}
    for row in load_records("narrative_figures"):
        if row["indicator_id"] == indicator_id and row["iso3"] in contradicted:
            found.setdefault(row["iso3"], []).append(float(row["published_printed"]))
    return found


@cached
def _join_cells(indicator_id: str) -> tuple[dict[str, Any], ...]:
    """The countries by name, each with its cell of the indicator: the part of a view that no filter changes."""
    values = load_table("indicator_values")
    cells = values[(values["indicator_id"] == indicator_id) & ~values["iso3"].isin(list(AGGREGATES))]
    return tuple(sorted(to_records(join_values(cells).frame), key=lambda row: collate(row["name"])))


def _country_value(
    row: dict[str, Any], sets: CountrySets, rank: Any, bounds: tuple[float, ...], decimals: int
) -> CountryValue:
    has_cell = row["status"] is not None
    value = None if row["value"] is None else float(row["value"])
    return CountryValue(
        iso3=row["iso3"],
        name=row["name"],
        subregion_id=row["subregion_id"],
        subregion=name_places("subregions")[row["subregion_id"]],
        value=value,
        text="" if value is None else format_number(value, decimals),
        printed=row["printed_value"] or "",
        status=row["status"] or "not_reported",
        class_index=classify(value, bounds) if rank is not None and value is not None else None,
        rank=rank,
        is_inside=row["iso3"] in sets.inside,
        is_member=row["iso3"] in sets.members,
        source=_source(row) if has_cell else None,
        caveats=tuple(row["caveat_ids"].split(";")) if row["caveat_ids"] else (),
    )


def _source(row: dict[str, Any]) -> Source:
    return Source(row["source_id"], int(row["page"]), row["table"], row["row_label"], row["column_label"])


def _references(indicator: dict[str, Any]) -> tuple[Reference, ...]:
    printed = {
        row["iso3"]: float(row["value"])
        for row in load_records("indicator_values")
        if row["indicator_id"] == indicator["indicator_id"] and row["iso3"] in AGGREGATES and row["status"] == "ok"
    }
    found = []
    for code, (label, short) in AGGREGATES.items():
        if code in printed:
            value = printed[code]
            text = format_number(value, int(indicator["decimals"]))
            found.append(Reference(say(label), say(short), value, text, code))
    if indicator["reference_label"]:
        middle = float(indicator["middle"])
        found.append(
            Reference(indicator["reference_label"], indicator["reference_label"], middle, format_number(middle, 0))
        )
    return tuple(found)
