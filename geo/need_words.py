"""Tells money beside need in sentences: the finding, what it rests on, and what may not be concluded. Nothing claims a cause."""

from geo.findings import NOTHING_LEFT, describe_filters, format_eur
from geo.measures import find_measure
from geo.money_view import amount_of
from geo.need_view import NeedView, Standing
from geo.places import name_places
from geo.selection import Selection


def headline(view: NeedView) -> str:
    """Return the finding: who stands at the end of the scale and with what money, and who has most money and with what value."""
    if view.empty:
        return NOTHING_LEFT
    verb = view.money.measure
    first, most = find_first(view), next(iter(view.raised), None)
    if first is None:
        lead = f"No country inside the filter reports: {view.need.name.lower()}"
        return f"{lead}; {most.name} has the most money {verb} ({format_eur(most.amount_eur)})" if most else lead
    if most is None:
        return f"{_lead(first, view)}; no country inside the filter has money {verb} to it alone"
    if most.iso3 == first.iso3:
        return f"{_lead(first, view)} and the most money {verb} ({format_eur(most.amount_eur)})"
    money = f"{format_eur(first.amount_eur)} {verb}" if first.amount_eur else f"no money {verb} to it alone"
    return f"{_lead(first, view)} and {money}; {most.name} has the most money ({format_eur(most.amount_eur)}) and {_value(most, view)}"


def find_first(view: NeedView) -> Standing | None:
    """Return the country with the lowest score, else with the highest value; a doubtful value counts only where no other is shown."""
    shown = [one for one in view.inside if one.value.is_shown]
    sure = [one for one in shown if one.value.status != "doubtful"] or shown
    turn = -1 if view.need.short_unit == "score" else 1
    # Among equals the one with more money: `inside` stands in that order.
    return max(sure, key=lambda one: turn * (one.value.value or 0), default=None)


def _lead(first: Standing, view: NeedView) -> str:
    equals = [one for one in view.inside if one.value.is_shown and one.value.value == first.value.value]
    end = f"{_extreme(view)} ({_spell(first, view)})"
    # "has" again after "shares", so that the money is not shared too.
    return f"{first.name} has {end}" if len(equals) == 1 else f"{first.name} shares {end} and has"


def _extreme(view: NeedView) -> str:
    """The end of the scale in words: the highest homicide rate, the lowest score for rule of law, the most police."""
    name, unit = view.need.name.lower(), view.need.short_unit
    if unit == "score":
        return f"the lowest score for {name}"
    if name.endswith("rate") or unit == "%":
        return f"the highest {name}"
    return f"the most {name} {unit}" if unit.startswith("per ") else f"the most {name}"


def _spell(standing: Standing, view: NeedView) -> str:
    return f"{standing.value.text} %" if view.need.short_unit == "%" else standing.value.text


def _value(standing: Standing, view: NeedView) -> str:
    if not standing.value.is_shown:
        return "no value to set beside it"
    doubt = ", doubtful" if standing.value.status == "doubtful" else ""
    kinds = {"score": "a score of ", "%": ""}
    kind = "a rate of " if view.need.name.endswith("rate") else kinds.get(view.need.short_unit, "a value of ")
    return f"{kind}{_spell(standing, view)}{doubt}"


def coverage(view: NeedView, selection: Selection) -> str:
    """Return how many countries have what, of which years, under which filter."""
    raised, inside = view.raised, len(view.inside)
    both = sum(one.value.is_shown for one in raised)
    text = (
        f"{len(raised)} of {inside} {'country has' if inside == 1 else 'countries have'} money {view.money.measure} to them alone, {both} of these "
        f"also a value. {view.need.name}, {_year(view)}; money of {_money_years(view)}, in total."
    )
    return f"{text} Filter: {describe_filters(selection)}." if selection.filters_countries else text


def _year(view: NeedView) -> str:
    return view.need.year.replace("-", "–")


def _money_years(view: NeedView) -> str:
    return find_measure(view.money.measure).year.replace("-", " to ")


def summary(view: NeedView) -> str:
    """Return the text alternative of the picture."""
    tallest = ", ".join(f"{one.name} {format_eur(one.amount_eur)}" for one in view.raised[:3]) or "none"
    missing = sum(not one.value.is_shown for one in view.inside)
    return (
        f"Relief map. Height: money {view.money.measure} to single countries; colour: {view.need.name.lower()} ({view.need.unit}). "
        f"Tallest: {tallest}. "
        f"Flat, without money: {len(view.inside) - len(view.raised)}. Without a value: {missing}. The ranking and the table hold every number."
    )


def tell_trans_regional(view: NeedView) -> str:
    """Return the money that has no place on the map, by instrument, in words."""
    amount = amount_of(view.money.trans_regional, view.money.measure)
    parts = [arc for arc in view.arcs if arc.place_id == view.money.trans_regional.place_id]
    shares = ", ".join(f"{name_places('instruments')[arc.instrument_id]} {format_eur(arc.amount_eur)}" for arc in parts)
    return f"Beside the map: {format_eur(amount)} {view.money.measure} for several regions of the world ({shares}). No arc leads to it."


def notes(view: NeedView) -> tuple[str, ...]:
    """Return what the picture shows, and what may not be concluded from it."""
    name = view.need.name.lower()
    return (
        f"Height is money {view.money.measure} to a country alone, in total of {_money_years(view)}; colour is {name}, {_year(view)}. "
        "The years differ: one is a sum over years, the other the state of one.",
        "Heights are proportional to amounts and the same under every filter and in both measures; nothing is logarithmic.",
        "Money may go where need is seen. A tall block shows neither that money helped nor that it failed. The page Compare sets any two "
        "measures on two axes, with a rank correlation and its interval.",
        "Amounts are not divided by population, which the documents do not give: blocks of one height are not equally supported countries, "
        "and a wide block is not more money than a narrow one.",
        "Money for a region is left out of the heights: it leads to a ring in the sea and is never spread over countries.",
        "Arcs begin in Brussels, where the EU decides; they are no routes. Their width is proportional to the amount, except that the thinnest "
        "are widened to be seen.",
        "Flat means that Annex H lists nothing for the country alone, which is a zero. Hatched means that no value is reported, which is none.",
        *view.need.notes,
    )
