"""View models: everything that a page shows of one question, frozen, so that it can be cached and compared."""

from dataclasses import dataclass

from geo.citing import name_part
from geo.classify import ValueClass
from geo.messages import say
from geo.rank import Rank
from geo.spelling import collate

SHOWN_STATUSES = frozenset({"ok", "doubtful", "conflict"})


@dataclass(frozen=True)
class Source:
    """Where a number stands: document, page, table, row and column."""

    source_id: str
    page: int
    table: str
    row_label: str
    column_label: str

    def __str__(self) -> str:
        return say("p. {page}, {table}, row {row}", page=self.page, table=name_part(self.table), row=self.row_label)


@dataclass(frozen=True)
class CountryValue:
    """One country in a view: its value, how it is printed, its class and rank, and its place in the filter."""

    iso3: str
    name: str
    subregion_id: str
    subregion: str
    value: float | None
    text: str
    printed: str
    status: str
    class_index: int | None
    rank: Rank | None
    is_inside: bool
    is_member: bool
    source: Source | None
    caveats: tuple[str, ...]

    @property
    def is_shown(self) -> bool:
        """Whether the value is drawn: it is printed, placed, and not hidden as doubtful."""
        return self.class_index is not None


@dataclass(frozen=True)
class Reference:
    """A reference line: an aggregate that the document prints (`code` is LAC, OECD or WLD), or the middle of a scale (no code)."""

    label: str
    short: str
    value: float
    text: str
    code: str = ""


@dataclass(frozen=True)
class IndicatorView:
    """An indicator on a map, ranked, with its references and sources; values in the indicator's unit, one a country of the 33."""

    indicator_id: str
    name: str
    definition: str
    unit: str
    short_unit: str
    year: str
    column_label: str
    decimals: int
    headline: str
    summary: str
    coverage: str
    classes: tuple[ValueClass, ...]
    values: tuple[CountryValue, ...]
    references: tuple[Reference, ...]
    notes: tuple[str, ...]
    hidden_doubtful: int
    empty: str

    @property
    def inside(self) -> tuple[CountryValue, ...]:
        """Countries that the filters leave."""
        return tuple(value for value in self.values if value.is_inside)

    @property
    def ranked(self) -> tuple[CountryValue, ...]:
        """Countries inside the filter with a shown value, the highest first, then by name."""
        shown = [value for value in self.inside if value.is_shown]
        return tuple(sorted(shown, key=lambda one: (-(one.value or 0), collate(one.name))))

    @property
    def missing(self) -> tuple[CountryValue, ...]:
        """Countries inside the filter without a shown value, by name."""
        return tuple(value for value in self.inside if not value.is_shown)


@dataclass(frozen=True)
class PlaceAmount:
    """Money of one place: a country, a region or the trans-regional rest; amounts in EUR, under the filters of the view.

    `own_eur` is its amount in the view's measure before any rule of allocation: what a region gave away, or a country had alone.
    `counted_eur` is the part of `own_eur` that is in the view's total, whoever the rule gave it to.
    """

    place_id: str
    name: str
    place_kind: str
    committed_eur: float
    contracted_eur: float
    decisions: int
    contracts: int
    is_inside: bool
    is_member: bool
    own_eur: float = 0
    counted_eur: float = 0
    class_index: int | None = None
    rank: Rank | None = None

    def amount_in(self, measure: str) -> float:
        """Return the amount in EUR in one measure."""
        return self.committed_eur if measure == "committed" else self.contracted_eur

    def spread_in(self, measure: str) -> float:
        """Return what a rule gave to a country, in EUR; 0 without a rule."""
        return round(self.amount_in(measure) - self.own_eur, 2) if self.place_kind == "country" else 0


@dataclass(frozen=True)
class Segment:
    """A part of a bar: label, amount in euro cents, and the value of the dimension that splits the bars."""

    label: str
    cents: int
    segment_id: str = ""

    @property
    def amount_eur(self) -> float:
        """The amount in EUR."""
        return self.cents / 100


@dataclass(frozen=True)
class Bar:
    """A bar of a breakdown, made of segments that add up to it."""

    label: str
    segments: tuple[Segment, ...]
    note: str = ""
    bar_id: str = ""

    @property
    def cents(self) -> int:
        """Sum of the segments in euro cents."""
        return sum(segment.cents for segment in self.segments)

    @property
    def amount_eur(self) -> float:
        """Sum of the segments in EUR."""
        return self.cents / 100


@dataclass(frozen=True)
class Breakdown:
    """Money by one dimension, its bars split by another or by none; the bars add up to the total of their view."""

    title: str
    dimension: str
    bars: tuple[Bar, ...]
    split: str = ""


@dataclass(frozen=True)
class MoneyView:
    """EU money on a map and by dimension, in one measure (committed or contracted, never both).

    `total_eur` is the money inside the filters. A filter of countries leaves money for regions out of it, and `regions` and
    `trans_regional` then hold what stands apart. `is_narrowed` says that filters of money leave something out.
    """

    measure: str
    measure_name: str
    definition: str
    spread: str
    headline: str
    summary: str
    coverage: str
    total_eur: float
    classes: tuple[ValueClass, ...]
    countries: tuple[PlaceAmount, ...]
    regions: tuple[PlaceAmount, ...]
    trans_regional: PlaceAmount
    breakdowns: tuple[Breakdown, ...]
    notes: tuple[str, ...]
    empty: str
    is_narrowed: bool = False

    @property
    def inside(self) -> tuple[PlaceAmount, ...]:
        """Countries that the filters leave."""
        return tuple(place for place in self.countries if place.is_inside)

    @property
    def not_single(self) -> tuple[PlaceAmount, ...]:
        """The regions and the trans-regional rest."""
        return (*self.regions, self.trans_regional)
