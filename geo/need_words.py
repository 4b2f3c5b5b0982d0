"""Tells money beside need in sentences: the finding, what it rests on, and what may not be concluded. Nothing claims a cause."""

from geo.findings import NOTHING_LEFT, count_countries, format_eur, tell_filters
from geo.indicator_view import PERCENT, SCORE, find_unit
from geo.measure_words import RATES, say_extreme
from geo.measures import find_measure
from geo.messages import say, say_count
from geo.money_view import amount_of
from geo.need_view import NeedView, Standing
from geo.places import name_places
from geo.selection import Selection
from geo.spelling import join_clauses, lower_start


def headline(view: NeedView) -> str:
    """Return the finding: who stands at the end of the scale and with what money, and who has most money and with what value."""
    if view.empty:
        return say(NOTHING_LEFT)
    first, most = find_first(view), next(iter(view.raised), None)
    if first is None:
        return _tell_no_value(view, most)
    if most is None:
        return _tell_no_money(_tell_first(first, view), view)
    if most.iso3 == first.iso3:
        return _tell_same(first, view)
    return join_clauses((_tell_first_and_money(first, view), _tell_most(most, view)))


def find_first(view: NeedView) -> Standing | None:
    """Return the country with the lowest score, else with the highest value; a doubtful value counts only where no other is shown."""
    shown = [one for one in view.inside if one.value.is_shown]
    sure = [one for one in shown if one.value.status != "doubtful"] or shown
    turn = -1 if find_unit(view.need.indicator_id) == SCORE else 1
    # Among equals the one with more money: `inside` stands in that order.
    return max(sure, key=lambda one: turn * (one.value.value or 0), default=None)


def _is_committed(view: NeedView) -> bool:
    return view.money.measure == "committed"


def _is_shared(first: Standing, view: NeedView) -> bool:
    return sum(one.value.is_shown and one.value.value == first.value.value for one in view.inside) > 1


def _end(first: Standing, view: NeedView) -> dict[str, str]:
    """What a sentence on the country at the end of the scale is filled with."""
    return {"country": first.name, "extreme": say_extreme(view.need.indicator_id), "value": _spell(first, view)}


def _tell_no_value(view: NeedView, most: Standing | None) -> str:
    name = lower_start(view.need.name)
    if most is None:
        return say("No country inside the filter reports: {indicator}", indicator=name)
    values = {"indicator": name, "country": most.name, "amount": format_eur(most.amount_eur)}
    if _is_committed(view):
        return say(
            "No country inside the filter reports: {indicator}; {country} has the most money committed ({amount})",
            **values,
        )
    return say(
        "No country inside the filter reports: {indicator}; {country} has the most money contracted ({amount})",
        **values,
    )


def _tell_first(first: Standing, view: NeedView) -> str:
    if _is_shared(first, view):
        return say("{country} shares {extreme} ({value})", **_end(first, view))
    return say("{country} has {extreme} ({value})", **_end(first, view))


def _tell_no_money(finding: str, view: NeedView) -> str:
    if _is_committed(view):
        return say("{finding}; no country inside the filter has money committed to it alone", finding=finding)
    return say("{finding}; no country inside the filter has money contracted to it alone", finding=finding)


def _tell_same(first: Standing, view: NeedView) -> str:
    """One country stands at the end of the scale and has the most money."""
    values = _end(first, view) | {"amount": format_eur(first.amount_eur)}
    # "has" again after "shares", so that the money is not shared too.
    if _is_shared(first, view):
        if _is_committed(view):
            return say("{country} shares {extreme} ({value}) and has the most money committed ({amount})", **values)
        return say("{country} shares {extreme} ({value}) and has the most money contracted ({amount})", **values)
    if _is_committed(view):
        return say("{country} has {extreme} ({value}) and the most money committed ({amount})", **values)
    return say("{country} has {extreme} ({value}) and the most money contracted ({amount})", **values)


def _tell_first_and_money(first: Standing, view: NeedView) -> str:
    if not first.amount_eur:
        return _tell_first_without(first, view)
    values = _end(first, view) | {"amount": format_eur(first.amount_eur)}
    if _is_shared(first, view):
        if _is_committed(view):
            return say("{country} shares {extreme} ({value}) and has {amount} committed", **values)
        return say("{country} shares {extreme} ({value}) and has {amount} contracted", **values)
    if _is_committed(view):
        return say("{country} has {extreme} ({value}) and {amount} committed", **values)
    return say("{country} has {extreme} ({value}) and {amount} contracted", **values)


def _tell_first_without(first: Standing, view: NeedView) -> str:
    values = _end(first, view)
    if _is_shared(first, view):
        if _is_committed(view):
            return say("{country} shares {extreme} ({value}) and has no money committed to it alone", **values)
        return say("{country} shares {extreme} ({value}) and has no money contracted to it alone", **values)
    if _is_committed(view):
        return say("{country} has {extreme} ({value}) and no money committed to it alone", **values)
    return say("{country} has {extreme} ({value}) and no money contracted to it alone", **values)


def _spell(standing: Standing, view: NeedView) -> str:
    if find_unit(view.need.indicator_id) == PERCENT:
        return say("{value} %", value=standing.value.text)
    return standing.value.text


def _tell_most(most: Standing, view: NeedView) -> str:
    """The country with the most money, and what its value is."""
    values = {"country": most.name, "amount": format_eur(most.amount_eur)}
    if not most.value.is_shown:
        return say("{country} has the most money ({amount}) and no value to set beside it", **values)
    value = _spell(most, view)
    values["value"] = say("{value}, doubtful", value=value) if most.value.status == "doubtful" else value
    unit = find_unit(view.need.indicator_id)
    if view.need.indicator_id in RATES:
        return say("{country} has the most money ({amount}) and a rate of {value}", **values)
    if unit == SCORE:
        return say("{country} has the most money ({amount}) and a score of {value}", **values)
    if unit == PERCENT:
        return say("{country} has the most money ({amount}) and {value}", **values)
    return say("{country} has the most money ({amount}) and a value of {value}", **values)


def coverage(view: NeedView, selection: Selection) -> str:
    """Return how many countries have what, of which years, under which filter."""
    raised = view.raised
    first, last = _money_years(view)
    years = say(
        "{indicator}, {year}; money of {first} to {last}, in total.",
        indicator=view.need.name, year=view.need.year, first=first, last=last,
    )  # fmt: skip
    both = sum(one.value.is_shown for one in raised)
    return " ".join(filter(None, [_tell_raised(len(raised), both, view), years, tell_filters(selection)]))


def _tell_raised(raised: int, both: int, view: NeedView) -> str:
    countries = count_countries(len(view.inside))
    if _is_committed(view):
        return say_count(
            "{n} of {countries} has money committed to it alone, {both} of these also a value.",
            "{n} of {countries} have money committed to them alone, {both} of these also a value.",
            raised, countries=countries, both=both,
        )  # fmt: skip
    return say_count(
        "{n} of {countries} has money contracted to it alone, {both} of these also a value.",
        "{n} of {countries} have money contracted to them alone, {both} of these also a value.",
        raised, countries=countries, both=both,
    )  # fmt: skip


def _money_years(view: NeedView) -> tuple[str, str]:
    first, last = find_measure(view.money.measure).year.split("-")
    return first, last


def summary(view: NeedView) -> str:
    """Return the text alternative of the picture."""
    values = {"indicator": lower_start(view.need.name), "unit": view.need.unit}
    committed = _is_committed(view)
    tallest = ", ".join(f"{one.name} {format_eur(one.amount_eur)}" for one in view.raised[:3])
    return " ".join(
        [
            say("Relief map. Height: money committed to single countries; colour: {indicator} ({unit}).", **values)
            if committed
            else say(
                "Relief map. Height: money contracted to single countries; colour: {indicator} ({unit}).", **values
            ),
            say("Tallest: {countries}.", countries=tallest) if tallest else say("Tallest: none."),
            say("Flat, without money: {number}.", number=len(view.inside) - len(view.raised)),
            say("Without a value: {number}.", number=sum(not one.value.is_shown for one in view.inside)),
            say("The ranking and the table hold every number."),
        ]
    )


def tell_trans_regional(view: NeedView) -> str:
    """Return the money that has no place on the map, by instrument, in words."""
    parts = [arc for arc in view.arcs if arc.place_id == view.money.trans_regional.place_id]
    values = {
        "amount": format_eur(amount_of(view.money.trans_regional, view.money.measure)),
        "shares": ", ".join(
            f"{name_places('instruments')[arc.instrument_id]} {format_eur(arc.amount_eur)}" for arc in parts
        ),
    }
    if _is_committed(view):
        return say(
            "Beside the map: {amount} committed for several regions of the world ({shares}). No arc leads to it.",
            **values,
        )
    return say(
        "Beside the map: {amount} contracted for several regions of the world ({shares}). No arc leads to it.", **values
    )


def notes(view: NeedView) -> tuple[str, ...]:
    """Return what the picture shows, and what may not be concluded from it."""
    return (
        _tell_axes(view),
        say(
            "Heights are proportional to amounts and the same under every filter and in both measures; nothing is logarithmic."
        ),
        say(
            "Money may go where need is seen. A tall block shows neither that money helped nor that it failed. The page Compare sets any "
            "two measures on two axes, with a rank correlation and its interval."
        ),
        say(
            "Amounts are not divided by population, which the documents do not give: blocks of one height are not equally supported "
            "countries, and a wide block is not more money than a narrow one."
        ),
        say(
            "Money for a region is left out of the heights: it leads to a ring in the sea and is never spread over countries."
        ),
        say(
            "Arcs begin in Brussels, where the EU decides; they are no routes. Their width is proportional to the amount, except that the "
            "thinnest are widened to be seen."
        ),
        say(
            "Flat means that Annex H lists nothing for the country alone, which is a zero. Hatched means that no value is reported, which "
            "is none."
        ),
        *view.need.notes,
    )


def _tell_axes(view: NeedView) -> str:
    first, last = _money_years(view)
    values = {"first": first, "last": last, "indicator": lower_start(view.need.name), "year": view.need.year}
    if _is_committed(view):
        return say(
            "Height is money committed to a country alone, in total of {first} to {last}; colour is {indicator}, {year}. The years "
            "differ: one is a sum over years, the other the state of one.",
            **values,
        )
    return say(
        "Height is money contracted to a country alone, in total of {first} to {last}; colour is {indicator}, {year}. The years "
        "differ: one is a sum over years, the other the state of one.",
        **values,
    )
