"""Tells two measures in sentences: the finding, what it rests on, and what may not be concluded. Nothing here claims a cause."""

from geo.classify import format_number
from geo.findings import describe_filters
from geo.measures import Measure
from geo.pairs import CompareView, Pair
from geo.selection import Selection

MISSING_WORDS = {
    "not_reported": "not reported",
    "unplaced": "printed, not placeable",
    "hidden": "doubtful, hidden",
}


def headline(view: CompareView) -> str:
    """Return the finding: which order goes with which, that none is clear, or why nothing can be said."""
    across, upwards = view.across, view.upwards
    if view.empty:
        return "No country is left by these filters"
    if across.measure_id == upwards.measure_id:
        return f"{across.name} on both sides: choose another measure to compare"
    correlation = view.relation.correlation
    if correlation is None:
        return f"{across.name} against {upwards.name.lower()}: too little to compare by rank"
    over = f"over {correlation.n} countries"
    if not correlation.is_clear:
        return f"{across.name} against {upwards.name.lower()}: no clear relation {over}"
    more, verb = _more(across, upward=True)
    other, _ = _more(upwards, upward=correlation.rho > 0)
    return f"{more[0].upper()}{more[1:]} {verb} with {other}: rank correlation {sign(correlation.rho)} {over}"


def _more(measure: Measure, *, upward: bool) -> tuple[str, str]:
    """More or less of a measure in words, and the verb that agrees: "a higher homicide rate", "goes"."""
    name = measure.name.lower()
    if measure.is_money:
        return f"{'more' if upward else 'less'} EU money {measure.measure_id}", "goes"
    if measure.short_unit == "score":
        return f"a {'higher' if upward else 'lower'} score for {name}", "goes"
    if name.endswith("rate") or measure.short_unit == "%":
        return f"a {'higher' if upward else 'lower'} {name}", "goes"
    unit = f" {measure.short_unit}" if measure.short_unit.startswith("per ") else ""
    return f"{'more' if upward else 'fewer'} {name}{unit}", "go"


def sign(number: float) -> str:
    """Return a coefficient with two decimals and its sign; 0 has none."""
    text = format_number(number, 2)
    return f"+{text}" if number > 0 and float(text) else text


def coverage(view: CompareView, selection: Selection) -> str:
    """Return how many countries are plotted, of which years, under which filter."""
    inside = len(view.plotted) + len(view.left_out)
    text = f"{len(view.plotted)} of {inside} {'country has' if inside == 1 else 'countries have'} both values."
    if view.across.measure_id != view.upwards.measure_id:
        text += f" {name_year(view.across)}; {name_year(view.upwards)[0].lower()}{name_year(view.upwards)[1:]}."
    return f"{text} Filter: {describe_filters(selection)}." if selection.filters_countries else text


def name_year(measure: Measure) -> str:
    """Return a measure with the year or years that it is of."""
    return f"{measure.name}, {measure.year.replace('-', '–')}"


def summary(view: CompareView) -> str:
    """Return the text alternative of the plot."""
    plotted = view.plotted
    text = f"Scatter plot of {view.upwards.name.lower()} ({view.upwards.unit}) against {view.across.name.lower()} ({view.across.unit})."
    if not plotted:
        return f"{text} No country inside the filter has both values."
    right = max(plotted, key=lambda pair: pair.across.value or 0)
    top = max(plotted, key=lambda pair: pair.upwards.value or 0)
    text += f" {len(plotted)} countries. Furthest right: {_spell(right)}. Highest: {_spell(top)}."
    correlation = view.relation.correlation
    return (
        f"{text} {view.relation.silence}"
        if correlation is None
        else f"{text} Rank correlation {sign(correlation.rho)}."
    )


def _spell(pair: Pair) -> str:
    return f"{pair.name} ({pair.across.text}, {pair.upwards.text})"


def warning(view: CompareView) -> str:
    """Return what a reader must know before reading need beside money; empty where not exactly one measure is money."""
    if view.across.is_money == view.upwards.is_money:
        return ""
    money, need = (view.across, view.upwards) if view.across.is_money else (view.upwards, view.across)
    return (
        f"This sets {need.name.lower()} beside EU money and shows no effect. The money is of decisions of {money.year.replace('-', ' to ')}, "
        f"the figures are of {need.year}; money may go where need is seen, and nothing here says what it changed."
    )


def describe_relation(view: CompareView) -> tuple[str, ...]:
    """Return what stands below the coefficient: how to read it, what the doubtful values do to it, and the years."""
    correlation = view.relation.correlation
    if correlation is None:
        return ()
    lines = []
    if correlation.interval is None:
        lines.append("A perfect order has no interval: the formula gives none.")
    elif not correlation.is_clear:
        lines.append("The interval includes 0: these countries do not settle whether the two go together.")
    sure = view.sure.correlation
    if view.sure != view.relation:
        lines.append(
            f"Without doubtful values: {sign(sure.rho)} over {sure.n}."
            if sure
            else f"Without doubtful values: {view.sure.silence}"
        )
    if view.across.year != view.upwards.year:
        lines.append(f"The years differ: {view.across.year} and {view.upwards.year}.".replace("-", "–"))
    return tuple(lines)


def reason(pair: Pair, view: CompareView) -> str:
    """Return why a country is not plotted: which value is missing, and what stands in its place."""
    parts = [
        f"{measure.name.lower()} {MISSING_WORDS.get(traced.status, 'not reported')}"
        for measure, traced in ((view.across, pair.across), (view.upwards, pair.upwards))
        if traced.value is None
    ]
    return "; ".join(dict.fromkeys(parts))


def notes(view: CompareView) -> tuple[str, ...]:
    """Return what the figures are, and what may not be concluded from them."""
    found = [
        f"{name_year(view.across)}: {view.across.unit}. {name_year(view.upwards)}: {view.upwards.unit}.",
        "Spearman's rank correlation compares orders, not amounts: 1 is the same order in both, −1 the reverse, 0 no common order. "
        "The interval is Fisher's z with the standard error of Bonett and Wright. It treats the countries as drawn at random, which they "
        "are not: read it as a measure of how few they are.",
        "That two things go together over countries says nothing of persons or places within them, and nothing of what brings them about.",
        "Dashed lines are medians of the plotted countries. No average of rates is drawn: the documents give no populations to weight by.",
    ]
    if view.across.is_money or view.upwards.is_money:
        found.append(
            "Money is bilateral money only. 0 is a zero: Annex H lists no such decision for the country. Regional money belongs to no country."
        )
    if view.across.is_money and view.upwards.is_money:
        found.append(
            "Contracts are part of commitments: the two go together by how they are made, and are never added."
        )
    found.append(
        "Classes of the map: thirds of the countries of the whole region with a sure value, so that no filter moves them. Equal values "
        "are not parted. Money: none, and two halves of the rest."
    )
    return tuple(found)
