"""What a figure says to who does not see it: the ends of what it draws, by name and value, and what is missing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from geo.handout import Drawn
from geo.messages import speaking
from geo.money_charts import CHARTS
from geo.selection import Selection
from geo.spelling import format_number
from pages.kit import handouts
from pages.kit.urlstate import ViewState

Data = dict[str, Any]
# Read as words, line by line: headings, lists, cards, and tables, whose cells say it themselves.
READ_AS_TEXT = {
    "card", "facts", "ledger", "neighbours", "profile", "programme_cards", "record", "relation", "relief_key", "setlist",
    "side_by_side", "standouts", "table",
}  # fmt: skip


def list_figures() -> Iterator[tuple[str, Drawn]]:
    contracted = ViewState(selection=Selection(measure="contracted"))
    states = [ViewState(), replace(contracted, place="GTM", pins=("HTI", "GTM"))]
    states += [replace(contracted, chart=chart) for chart in CHARTS]
    states += [ViewState(selection=Selection(subregions=("caribbean",)))]
    seen = set()
    for number, state in enumerate(states):
        for slug in handouts.list_slugs() if number < 2 or number == len(states) - 1 else ("money",):
            for figure in handouts.make(slug, state).figures:
                if (slug, number, figure.key) not in seen:
                    seen.add((slug, number, figure.key))
                    yield slug, figure


@pytest.fixture(scope="module")
def figures() -> list[tuple[str, Drawn]]:
    return list(list_figures())


def tell(figure: Drawn) -> str:
    """What is said of a figure as a whole: its name, and the summary at its start."""
    return f"{figure.data.get('label', '')} {figure.data.get('summary', '')}"


# ---- what each kind draws: name and value of its ends, and what it leaves out ----

Ends = list[tuple[str, str]]


def _ends(rows: list[Any], value: Callable[[Any], float], name: Callable[[Any], tuple[str, str]]) -> Ends:
    ordered = sorted(rows, key=value)
    return [name(ordered[0]), name(ordered[-1])] if ordered else []


def ends_of_map(data: Data) -> Ends:
    if "grid" in data:
        return []  # nine classes of two measures: those high in both are named
    areas = [one for one in data["areas"].values() if one["class"] is not None and one["in"]]
    money = [one for one in areas if one.get("cents")]
    if money:
        return _ends(money, lambda one: one["cents"], lambda one: (one["name"], ""))
    numbers = [one for one in areas if re.fullmatch(r"-?[\d,.]+", one["text"].replace("−", "-"))]
    return _ends(numbers, lambda one: read(one["text"]), lambda one: (one["name"], one["text"]))


def read(text: str) -> float:
    return float(text.replace("−", "-").replace(",", ""))


def ends_of_rows(data: Data) -> Ends:
    return _ends(data["rows"], lambda one: one["value"], lambda one: (one["name"], one["text"]))


def ends_of_bars(data: Data) -> Ends:
    return _ends(data["rows"], lambda one: one["cents"], lambda one: (one["label"], one["text"]))


def ends_of_signed_bars(data: Data) -> Ends:
    return [
        end
        for group in data["groups"]
        for end in _ends(group["rows"], lambda one: one["value"], lambda one: (one["label"], one["text"]))
    ]


def ends_of_distribution(data: Data) -> Ends:
    points = [point for row in data["rows"] for point in row["points"]]
    return _ends(points, lambda one: one["value"], lambda one: (one["name"], one["number"]))


def ends_of_years(data: Data) -> Ends:
    bars = [one for one in data["bars"] if one["cents"]]
    return _ends(bars, lambda one: one["cents"], lambda one: (one["label"], format_number(one["cents"] / 1e8, 1)))


def ends_of_scatter(data: Data) -> Ends:
    points = data["points"]
    across = max(points, key=lambda one: one["x"])
    upwards = max(points, key=lambda one: one["y"])
    return [(across["name"], ""), (upwards["name"], "")]


def ends_of_matrix(data: Data) -> Ends:
    at = next(index for index, one in enumerate(data["columns"]) if one["id"] in ("groups", "reported"))
    values = [row["cells"][at] for row in data["rows"]]
    ordered = sorted(values, key=lambda one: -one["v"])  # of ties the last is the lowest
    return [(ordered[0]["label"], ""), (ordered[-1]["label"], "")]


def ends_of_upset(data: Data) -> Ends:
    return _ends(data["columns"], lambda one: one["count"], lambda one: (str(one["count"]), ""))


def ends_of_timeline(data: Data) -> Ends:
    events = [one for lane in data["lanes"] for one in lane["events"]]
    return _ends(events, lambda one: one["from"], lambda one: (one["date"], ""))


def ends_of_programmes(data: Data) -> Ends:
    rows = [row for group in data["groups"] for row in group["rows"] if row["segments"]]
    reach = {row["name"]: max(row["whole"] or 0, sum(one["share"] for one in row["segments"])) for row in rows}
    return _ends(rows, lambda one: reach[one["name"]], lambda one: (one["name"], ""))


def ends_of_totals(data: Data) -> Ends:
    if data["layout"] != "totals":
        return []
    rows = [row for group in data["groups"] for row in group["rows"]]
    return _ends(rows, lambda one: one["marks"][0]["x"], lambda one: ("", one["published"]))


ENDS: dict[str, Callable[[Data], Ends]] = {
    "map": ends_of_map,
    "ranking": ends_of_rows,
    "bars": ends_of_bars,
    "signed_bars": ends_of_signed_bars,
    "distribution": ends_of_distribution,
    "years": ends_of_years,
    "scatter": ends_of_scatter,
    "matrix": ends_of_matrix,
    "upset": ends_of_upset,
    "timeline": ends_of_timeline,
    "programmes": ends_of_programmes,
    "gap_strip": ends_of_totals,
}
# Their words say the ends too; those are marks inside others, which their own tests compare.
ALSO = {"treemap", "flow", "dates", "strips"}


def test_every_kind_is_told_or_read(figures: list[tuple[str, Drawn]]) -> None:
    kinds = {figure.kind for _, figure in figures}
    assert kinds <= READ_AS_TEXT | set(ENDS) | ALSO
    assert not READ_AS_TEXT & (set(ENDS) | ALSO)
    assert set(ENDS) | ALSO <= kinds, "a kind that no page shows any more"


def test_each_figure_tells_its_ends(figures: list[tuple[str, Drawn]]) -> None:
    untold = []
    for slug, figure in figures:
        if figure.kind in ENDS:
            told = tell(figure)
            for name, value in ENDS[figure.kind](figure.data):
                # Of marks that tie at an end one is named.
                if name not in told and (not value or value not in told):
                    untold.append((slug, figure.key, name, value, told))
                if value and value not in told:
                    untold.append((slug, figure.key, name, value, told))
    assert untold == []


def test_charts_of_money_tell_the_largest_and_the_smallest(figures: list[tuple[str, Drawn]]) -> None:
    told = {figure.kind: tell(figure) for _, figure in figures if figure.kind in ALSO - {"strips"}}
    assert set(told) == ALSO - {"strips"}
    for text in told.values():
        assert re.search(r"Largest: .+, EUR .+\. Smallest: .+, EUR .+", text)
    assert "8 contracts without both dates" in told["dates"]


def test_each_strip_tells_where_the_country_stands(figures: list[tuple[str, Drawn]]) -> None:
    rows = [
        row
        for _, figure in figures
        if figure.kind == "strips"
        for group in figure.data["groups"]
        for row in group["rows"]
    ]
    assert rows
    for row in rows:
        # A strip says its ends; where there is none, it is said why.
        assert ("Lowest" in row["alt"] and "highest" in row["alt"]) if "alt" in row else row["message"]


def test_what_is_missing_is_named(figures: list[tuple[str, Drawn]]) -> None:
    checked = 0
    for _, figure in figures:
        data, told = figure.data, tell(figure)
        names = [one["name"] for one in data["missing"]] if figure.kind == "ranking" else []
        if figure.kind == "map":
            names = [one["name"] for one in data["areas"].values() if one["in"] and one["class"] is None]
        if figure.kind == "distribution":
            names = [
                name for row in data["rows"] for name in re.sub(r"[^.:]+: ", "", row["missing"]).split(", ") if name
            ]
        checked += len(names)
        assert [name for name in names if name.removesuffix(".") not in told] == [], figure.key
    assert checked > 50


def test_what_is_not_missing_is_not_said_to_be(figures: list[tuple[str, Drawn]]) -> None:
    whole = [figure for _, figure in figures if figure.kind == "ranking" and not figure.data["missing"]]
    assert whole
    for figure in whole:
        assert "No value" not in tell(figure)
    doubtful = [figure for _, figure in figures if figure.kind == "ranking" and "doubtful" in tell(figure)]
    assert all(any(row["status"] == "doubtful" for row in figure.data["rows"]) for figure in doubtful)


def test_summaries_are_whole_sentences_in_every_language() -> None:
    for language in ("es", "pt", "fr"):
        with speaking(language):
            for slug in ("violence", "commitments", "alliances", "context", "reconciliation"):
                for figure in handouts.make(slug, ViewState()).figures:
                    told = figure.data.get("summary", "")
                    assert not re.search(r"\{\w*\}|\.\.|  |None", told), (figure.key, told)
                    assert not told or told.endswith((".", "»", ")")), told
