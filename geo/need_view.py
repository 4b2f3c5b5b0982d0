"""The view model of money beside need: what its words, its figures and its download are made of."""

from dataclasses import dataclass

from geo.dimensions import TRANS_REGIONAL
from geo.money_view import amount_of
from geo.spelling import collate
from geo.views import CountryValue, IndicatorView, MoneyView, PlaceAmount


@dataclass(frozen=True)
class Arc:
    """Money from Brussels to one place by one instrument, in EUR, in the measure of the view."""

    place_id: str
    place_kind: str
    instrument_id: str
    instrument: str
    amount_eur: float
    decisions: int


@dataclass(frozen=True)
class Standing:
    """A country with both: its value of the indicator, and its bilateral money in EUR."""

    value: CountryValue
    place: PlaceAmount
    amount_eur: float

    @property
    def iso3(self) -> str:
        """The country's code."""
        return self.value.iso3

    @property
    def name(self) -> str:
        """The country's name."""
        return self.value.name


@dataclass(frozen=True)
class NeedView:
    """An indicator and EU money side by side: the colours and the heights of one picture."""

    need: IndicatorView
    money: MoneyView
    arcs: tuple[Arc, ...]
    headline: str
    coverage: str
    summary: str
    notes: tuple[str, ...]
    empty: str

    @property
    def standings(self) -> tuple[Standing, ...]:
        """All 33 countries by name."""
        places = {place.place_id: place for place in self.money.countries}
        return tuple(
            Standing(value, places[value.iso3], amount_of(places[value.iso3], self.money.measure))
            for value in self.need.values
        )

    @property
    def inside(self) -> tuple[Standing, ...]:
        """Countries that the filters leave, those with most money first, then by name."""
        inside = [one for one in self.standings if one.value.is_inside]
        return tuple(sorted(inside, key=lambda one: (-one.amount_eur, collate(one.name))))

    @property
    def raised(self) -> tuple[Standing, ...]:
        """Countries inside the filters with money of their own, the largest amount first."""
        return tuple(one for one in self.inside if one.amount_eur)

    @property
    def by_instrument(self) -> dict[str, tuple[Arc, ...]]:
        """The arcs of each instrument, the instrument with most money first; trans-regional money has no place to lead to."""
        groups: dict[str, list[Arc]] = {}
        for arc in self.arcs:
            groups.setdefault(arc.instrument_id, []).append(arc)
        ordered = sorted(groups.items(), key=lambda group: -sum(arc.amount_eur for arc in group[1]))
        return {instrument_id: tuple(arcs) for instrument_id, arcs in ordered}


def leads_to_a_place(arc: Arc) -> bool:
    """Return whether an arc has a place on the map to lead to: trans-regional money has none."""
    return arc.place_kind != TRANS_REGIONAL
