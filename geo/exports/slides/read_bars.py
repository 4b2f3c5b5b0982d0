"""Rankings, breakdowns, years and donors as charts that can be edited: the numbers in full, what is not reported a gap."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from geo.amount_words import write_short
from geo.exports.slides.content import EUR_MILLION, BarChart, Exhibit, Reference, Series, YearChart
from geo.messages import mark, say
from geo.spelling import find_decimal_mark, join_clauses, list_all, lower_start, name_value

CENTS, MILLION = 100, 1_000_000
# More bars than these are no longer read; the others are said to be left.
MOST_BARS = 33
MOST_PARTS = 12
INK, LINE = "#203d46", "#b5651d"
TONES = {"eu": "#0b4f8a", "plain": "#8a9aa5", "below": "#b5651d"}
# The state of a bar in words, beside the name of its country.
DOUBT = {"doubtful": mark("doubtful"), "conflict": mark("other values printed")}
HATCHED = mark("Hatched: doubtful, or the document prints other values too.")

NARROW = "\N{NO-BREAK SPACE}%"  # a number and its sign stay on one line

Payload = dict[str, Any]


def read_ranking(data: Payload) -> Exhibit:
    """Return a ranking as one row of bars; under a rule what a country has of its own and what the rule gives it are two."""
    rows = data["rows"][:MOST_BARS]
    high = data["domain"][1]
    is_money = data["is_money"]
    cut = frozenset() if is_money else frozenset(at for at, row in enumerate(rows) if row["value"] > high)
    chart = BarChart(
        categories=tuple(_name_bar(row, is_cut=at in cut) for at, row in enumerate(rows)),
        series=_split_own(rows) if any(row.get("own") is not None for row in rows) else (_whole(rows, data, is_money=is_money),),
        unit=data["unit"],
        number_format=EUR_MILLION if is_money else write_format(data["decimals"]),
        high=None if is_money else high,
        references=tuple(Reference(f"{one['short']} {one['text']}", one["value"]) for one in data["references"]),
        hatched=frozenset(at for at, row in enumerate(rows) if row["status"] != "ok"),
        cut=cut,
    )  # fmt: skip
    words = [*_tell_left(data["rows"], rows), *_tell_doubt(rows), *_tell_missing(data)]
    return Exhibit(_tell_ranking(data), "", chart, _describe(data["label"], rows), tuple(words))


def read_bars(data: Payload) -> Exhibit:
    """Return a breakdown as bars, stacked or side by side; amounts in EUR, to the cent."""
    rows = data["rows"][:MOST_BARS]
    parts = {part["id"]: part for row in data["rows"] for part in row["segments"]}
    order = [one["label"] for one in data["legend"]]
    ids = sorted(
        parts, key=lambda one: order.index(parts[one]["label"]) if parts[one]["label"] in order else len(order)
    )
    is_split = len(ids) > 1
    chart = BarChart(
        categories=tuple(_name_sum(row) if is_split else row["label"] for row in rows),
        series=tuple(_part(one, parts[one], rows) for one in ids),
        unit=say("EUR million"),
        number_format=EUR_MILLION,
        # Side by side, more parts than a legend has room for are threads.
        is_stacked=data.get("arrangement") != "grouped" or len(ids) > MOST_PARTS,
    )
    unnamed = (
        [say("The parts are too many for a legend: the data behind the chart name them.")]
        if is_split and len(ids) > MOST_PARTS
        else []
    )
    words = (*_tell_left(data["rows"], rows), *unnamed, data.get("total", ""))
    return Exhibit(_tell_largest(data), say("EUR million"), chart, _describe(data["label"], rows), words)  # fmt: skip


def read_years(data: Payload) -> Exhibit:
    """Return amounts a year as columns with the line of their sum; what has no year is a column at the end, and not in the line."""
    bars = [*data["bars"], *data["apart"]]
    amounts = tuple(bar["cents"] / CENTS if bar["cents"] else None for bar in bars)
    sums, so_far = [], 0
    for bar in data["bars"]:
        so_far += bar["cents"]
        sums.append(so_far / CENTS)
    chart = YearChart(
        categories=tuple(f"{bar['label']}*" if bar["early"] else bar["label"] for bar in bars),
        columns=Series(say("A year"), amounts, data["light"]),
        line=Series(say("Sum so far"), (*sums, *(None for _ in data["apart"])), LINE),
        unit=data["axis"]["name"],
        line_unit=data["sum_axis"]["name"],
        number_format=EUR_MILLION,
    )
    empty = [bar["label"] for bar in data["bars"] if not bar["cents"]]
    words = [f"* {data['early']}."] if any(bar["early"] for bar in bars) else []
    words += [say("No record in this view: {years}.", years=list_all(empty))] if empty else []
    words += [say("{name}: {value}.", name=bar["label"], value=bar["lines"][-1]) for bar in data["apart"]]
    return Exhibit(data["title"], "", chart, data["label"], (*words, data["total"]))


def read_signed_bars(data: Payload) -> Exhibit:
    """Return amounts that may lie below zero as bars; groups stand one after the other, each with its own colour."""
    rows = [(group["title"], row) for group in data["groups"] for row in group["rows"]]
    groups = list(dict.fromkeys(title for title, _ in rows))
    labels = list(dict.fromkeys(row["label"] for _, row in rows))
    chart = BarChart(
        categories=tuple(labels),
        series=tuple(_group(title, [row for one, row in rows if one == title], labels) for title in groups),
        unit=data["label"],
        number_format=find_format(row["text"] for _, row in rows),
        is_stacked=False,
    )
    notes = [
        say("{name}: {value}.", name=row["label"], value=lower_start(row["note"])) for _, row in rows if row["note"]
    ]
    return Exhibit(data["label"], "", chart, _describe(data["label"], [row for _, row in rows]), tuple(notes))


def shorten(exhibit: Exhibit, most: int) -> Exhibit:
    """Return the first bars of a chart alone, which is said under it, with the words that these bars need."""
    chart = exhibit.content
    if not isinstance(chart, BarChart) or len(chart.categories) <= most:
        return exhibit
    series = tuple(replace(one, values=one.values[:most], colours=one.colours[:most]) for one in chart.series)
    hatched, cut = (frozenset(at for at in places if at < most) for places in (chart.hatched, chart.cut))
    fewer = replace(chart, categories=chart.categories[:most], series=series, hatched=hatched, cut=cut)
    kept = [one for one in exhibit.words if hatched or one != say(HATCHED)]
    first = say("Beside it the first {shown} of {count} bars.", shown=most, count=len(chart.categories))
    words = (first, *kept)
    return replace(exhibit, content=fewer, words=words)


def find_format(texts: Any) -> str:
    """Return the display format that shows as many decimals as the longest of some texts."""
    pattern = re.compile(re.escape(find_decimal_mark()) + r"(\d+)")
    return write_format(max((len(found[1]) for text in texts if (found := pattern.search(text))), default=0))


def write_format(decimals: int) -> str:
    """Return the display format with so many decimals, in the signs that files have in every language."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _whole(rows: list[Payload], data: Payload, *, is_money: bool) -> Series:
    values = tuple(_euros(row) if is_money else row["value"] for row in rows)
    return Series(data["unit"], values, INK, tuple(row["light"] for row in rows))


def _split_own(rows: list[Payload]) -> tuple[Series, ...]:
    """What is a country's own, and what a rule spread to it."""
    own = [_euros(row) if row.get("own") is None else round(row["own"] * MILLION, 2) for row in rows]
    spread = [round(_euros(row) - mine, 2) or None for row, mine in zip(rows, own, strict=True)]
    return (
        Series(say("Of its own"), tuple(one or None for one in own), TONES["eu"]),
        Series(say("Spread by the rule"), tuple(spread), LINE),
    )


def _euros(row: Payload) -> float:
    """The amount of a row in EUR, to the cent. What is not in the total has its length from its value, not from its cents."""
    cents = row.get("cents") if row["status"] == "ok" else None
    return float(cents / CENTS if cents is not None else round(row["value"] * MILLION, 2))


def _part(part_id: str, part: Payload, rows: list[Payload]) -> Series:
    found = [{one["id"]: one["cents"] for one in row["segments"]} for row in rows]
    values = tuple(cents[part_id] / CENTS if part_id in cents else None for cents in found)
    return Series(part["label"], values, part["light"])


def _group(title: str, rows: list[Payload], labels: list[str]) -> Series:
    values = {row["label"]: row["value"] for row in rows}
    tones = {row["label"]: TONES[row["tone"]] for row in rows}
    colour = next(iter(tones.values()))
    return Series(
        title or say("Amount"),
        tuple(values.get(one) for one in labels),
        colour,
        tuple(tones.get(one, colour) for one in labels),
    )


def _name_bar(row: Payload, *, is_cut: bool) -> str:
    """A country with what must be known of its bar."""
    told = [row["text"]] if is_cut else []
    told += [say(DOUBT[row["status"]])] if row["status"] in DOUBT else []
    told += [say("bar cut")] if is_cut else []
    told += [row["note"]] if row.get("note") and row.get("own") is None else []
    return f"{row['name']} ({', '.join(told)})" if told else str(row["name"])


def _tell_ranking(data: Payload) -> str:
    """Who stands first and last, where values are printed for more than one; else what is ranked."""
    name = str(data["name"])
    rows = [row for row in data["rows"] if row["status"] != "doubtful"]
    if len(rows) < 3:
        return name
    first, last = rows[0], rows[-1]
    ends = {"first": first["name"], "highest": first["text"], "last": last["name"], "lowest": last["text"]}
    if data["is_money"]:
        return say("{ranking}: from {first}, {highest}, to {last}, {lowest} (EUR million)", ranking=name, **ends)
    if len(rows) < len(data["rows"]):
        return say(
            "{ranking}: from {first}, {highest}, to {last}, {lowest}, doubtful values aside", ranking=name, **ends
        )
    return say("{ranking}: from {first}, {highest}, to {last}, {lowest}", ranking=name, **ends)


def _tell_largest(data: Payload) -> str:
    """The finding of a breakdown: its own, or which bar is the largest, and its share."""
    title = str(data.get("title", ""))
    largest = max(data["rows"], key=lambda row: row["cents"], default=None)
    if title != data["name"] or not largest or not largest["share"] or len(data["rows"]) == 1:
        return title
    share = largest["share"].replace(" %", NARROW)
    return say("{title}: {largest} is the largest, {share}", title=title, largest=largest["label"], share=share)


def _tell_missing(data: Payload) -> list[str]:
    names = [one["name"] for one in data["missing"]]
    label = f"{data['missing_label']} ({len(names)})"
    return [say("{name}: {value}.", name=label, value=list_all(names))] if names else []


def _tell_left(rows: list[Any], shown: list[Any]) -> list[str]:
    left = len(rows) - len(shown)
    words = say(
        "The first {shown} of {count}; the other {left} stand in the download.",
        shown=len(shown),
        count=len(rows),
        left=left,
    )
    return [words] if left else []


def _tell_doubt(rows: list[Payload]) -> list[str]:
    return [say(HATCHED)] if any(row["status"] in DOUBT for row in rows) else []


def _describe(label: str, rows: list[Payload]) -> str:
    told = (name_value(row.get("name") or row["label"], row["text"]) for row in rows)
    return f"{label}. {join_clauses(told)}"


def _name_sum(row: Payload) -> str:
    """A bar of several parts with its amount in millions of EUR, as the axis has them."""
    return name_value(row["label"], write_short(row["cents"] / CENTS))


READERS: dict[str, Callable[[Payload], Exhibit]] = {
    "ranking": read_ranking,
    "bars": read_bars,
    "years": read_years,
    "signed_bars": read_signed_bars,
}
