"""Tells two measures in sentences: the finding, what it rests on, and what may not be concluded. Nothing here claims a cause."""

from geo.findings import count_countries, tell_filters
from geo.measure_words import PLURAL, say_more
from geo.measures import Measure
from geo.messages import mark, say, say_count
from geo.pairs import CompareView, Pair
from geo.selection import Selection
from geo.spelling import format_number, join_clauses, lower_start
from geo.traced import TracedValue

# Messages, for `say`.
MISSING_WORDS = {
    "not_reported": mark("not reported"),
    "unplaced": mark("printed, not placeable"),
    "hidden": mark("doubtful, hidden"),
}


def headline(view: CompareView) -> str:
    """Return the finding: which order goes with which, that none is clear, or why nothing can be said."""
    across, upwards = view.across, view.upwards
    if view.empty:
        return say("No country is left by these filters")
    if across.measure_id == upwards.measure_id:
        return say("{measure} on both sides: choose another measure to compare", measure=across.name)
    names = {"across": across.name, "upwards": lower_start(upwards.name)}
    correlation = view.relation.correlation
    if correlation is None:
        return say("{across} against {upwards}: too little to compare by rank", **names)
    if not correlation.is_clear:
        return say("{across} against {upwards}: no clear relation over {n} countries", n=correlation.n, **names)
    more = say_more(across.measure_id)
    values = {
        "more": more[0].upper() + more[1:],
        "other": say_more(upwards.measure_id, upward=correlation.rho > 0),
        "rho": sign(correlation.rho),
        "n": correlation.n,
    }
    if across.measure_id in PLURAL:
        return say("{more} go with {other}: rank correlation {rho} over {n} countries", **values)
    return say("{more} goes with {other}: rank correlation {rho} over {n} countries", **values)


def sign(number: float) -> str:
    """Return a coefficient with two decimals and its sign; 0 has none."""
    text = format_number(number, 2)
    return f"+{text}" if round(number, 2) > 0 else text


def coverage(view: CompareView, selection: Selection) -> str:
    """Return how many countries are plotted, of which years, under which filter."""
    inside = len(view.plotted) + len(view.left_out)
    sentences = [
        say_count(
            "{n} of {countries} has both values.",
            "{n} of {countries} have both values.",
            len(view.plotted),
            countries=count_countries(inside),
        )
    ]
    if view.across.measure_id != view.upwards.measure_id:
        sentences.append(
            say("{first}; {second}.", first=name_year(view.across), second=lower_start(name_year(view.upwards)))
        )
    return " ".join(filter(None, [*sentences, tell_filters(selection)]))


def name_year(measure: Measure) -> str:
    """Return a measure with the year or years that it is of."""
    return f"{measure.name}, {_write_years(measure)}"


def _write_years(measure: Measure) -> str:
    return measure.year.replace("-", "–") if measure.is_money else measure.year


def summary(view: CompareView) -> str:
    """Return the text alternative of the plot."""
    plotted = view.plotted
    text = say(
        "Scatter plot of {upwards} ({upwards_unit}) against {across} ({across_unit}).",
        upwards=lower_start(view.upwards.name), upwards_unit=view.upwards.unit,
        across=lower_start(view.across.name), across_unit=view.across.unit,
    )  # fmt: skip
    if not plotted:
        return f"{text} {say('No country inside the filter has both values.')}"
    right = max(plotted, key=lambda pair: pair.across.value or 0)
    top = max(plotted, key=lambda pair: pair.upwards.value or 0)
    ends = say_count(
        "{n} country. Furthest right: {right}. Highest: {top}.",
        "{n} countries. Furthest right: {right}. Highest: {top}.",
        len(plotted), right=_spell(right), top=_spell(top),
    )  # fmt: skip
    correlation = view.relation.correlation
    end = say("Rank correlation {rho}.", rho=sign(correlation.rho)) if correlation else view.relation.silence
    left_out = [pair.name for pair in view.left_out]
    missing = (
        " " + say("{name}: {value}.", name=say("Without one of the two"), value=", ".join(left_out)) if left_out else ""
    )
    return f"{text} {ends} {end}{missing}"


def _spell(pair: Pair) -> str:
    return say("{country} ({across}, {upwards})", country=pair.name, across=pair.across.text, upwards=pair.upwards.text)


def warning(view: CompareView) -> str:
    """Return what a reader must know before reading need beside money; empty where not exactly one measure is money."""
    if view.across.is_money == view.upwards.is_money:
        return ""
    money, need = (view.across, view.upwards) if view.across.is_money else (view.upwards, view.across)
    first, last = money.year.split("-")
    return say(
        "This sets {indicator} beside EU money and shows no effect. The money is of decisions of {first} to {last}, the figures are "
        "of {year}; money may go where need is seen, and nothing here says what it changed.",
        indicator=lower_start(need.name), first=first, last=last, year=need.year,
    )  # fmt: skip


def describe_relation(view: CompareView) -> tuple[str, ...]:
    """Return what stands below the coefficient: how to read it, what the doubtful values do to it, and the years."""
    correlation = view.relation.correlation
    if correlation is None:
        return ()
    lines = []
    if correlation.interval is None:
        lines.append(say("A perfect order has no interval: the formula gives none."))
    elif not correlation.is_clear:
        lines.append(say("The interval includes 0: these countries do not settle whether the two go together."))
    sure = view.sure.correlation
    if view.sure != view.relation and sure:
        lines.append(say("Without doubtful values: {rho} over {n}.", rho=sign(sure.rho), n=sure.n))
    elif view.sure != view.relation:
        lines.append(say("Without doubtful values: {reason}", reason=view.sure.silence))
    if view.across.year != view.upwards.year:
        years = {"across": _write_years(view.across), "upwards": _write_years(view.upwards)}
        lines.append(say("The years differ: {across} and {upwards}.", **years))
    return tuple(lines)


def reason(pair: Pair, view: CompareView) -> str:
    """Return why a country is not plotted: which value is missing, and what stands in its place."""
    parts = [
        _tell_missing(measure, traced)
        for measure, traced in ((view.across, pair.across), (view.upwards, pair.upwards))
        if traced.value is None
    ]
    return join_clauses(dict.fromkeys(parts))


def _tell_missing(measure: Measure, traced: TracedValue) -> str:
    name = lower_start(measure.name)
    if traced.status == "unplaced":
        return say("{measure} printed, not placeable", measure=name)
    if traced.status == "hidden":
        return say("{measure} doubtful, hidden", measure=name)
    return say("{measure} not reported", measure=name)


def notes(view: CompareView) -> tuple[str, ...]:
    """Return what the figures are, and what may not be concluded from them."""
    found = [
        say(
            "{across}: {across_unit}. {upwards}: {upwards_unit}.",
            across=name_year(view.across), across_unit=view.across.unit,
            upwards=name_year(view.upwards), upwards_unit=view.upwards.unit,
        ),
        say(
            "Spearman's rank correlation compares orders, not amounts: 1 is the same order in both, −1 the reverse, 0 no common order. "
            "The interval is Fisher's z with the standard error of Bonett and Wright. It treats the countries as drawn at random, which "
            "they are not: read it as a measure of how few they are."
        ),
        say(
            "That two things go together over countries says nothing of persons or places within them, and nothing of what brings them "
            "about."
        ),
        say(
            "Dashed lines are medians of the plotted countries. No average of rates is drawn: the documents give no populations to weight "
            "by."
        ),
    ]  # fmt: skip
    if view.across.is_money or view.upwards.is_money:
        found.append(
            say(
                "Money is bilateral money only. 0 is a zero: Annex H lists no such decision for the country. Regional money belongs to no "
                "country."
            )
        )
    if view.across.is_money and view.upwards.is_money:
        found.append(
            say("Contracts are part of commitments: the two go together by how they are made, and are never added.")
        )
    found.append(
        say(
            "Classes of the map: thirds of the countries of the whole region with a sure value, so that no filter moves them. Equal values "
            "are not parted. Money: none, and two halves of the rest."
        )
    )
    return tuple(found)
