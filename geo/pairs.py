"""View models of two measures against each other: a country's pair of values, and everything that a page shows of them."""

from dataclasses import dataclass

from geo.measures import Measure
from geo.relation import Relation
from geo.spelling import collate
from geo.thirds import Thirds, name_class
from geo.traced import TracedValue


@dataclass(frozen=True)
class Pair:
    """A country with its two values, either of which may be missing; column and row are its thirds, None where one is."""

    iso3: str
    name: str
    subregion_id: str
    subregion: str
    across: TracedValue
    upwards: TracedValue
    is_inside: bool
    is_member: bool
    column: int | None
    row: int | None

    @property
    def is_plotted(self) -> bool:
        """Whether the country is inside the filter and has both values."""
        return self.is_inside and self.is_complete

    @property
    def is_complete(self) -> bool:
        """Whether both values are there to show."""
        return self.across.value is not None and self.upwards.value is not None

    @property
    def is_doubtful(self) -> bool:
        """Whether a value of the two is hardly right."""
        return self.across.is_doubtful or self.upwards.is_doubtful

    @property
    def is_questioned(self) -> bool:
        """Whether a value of the two is marked on the screen: hardly right, or contradicted by the report itself."""
        return any(
            one.value is not None and one.status in ("doubtful", "conflict") for one in (self.across, self.upwards)
        )

    @property
    def class_name(self) -> str:
        """The class of the map of two measures, as "B3", or an empty string."""
        return "" if self.column is None or self.row is None else name_class(self.column, self.row)


@dataclass(frozen=True)
class CompareView:
    """Two measures of the 33 countries, each in its unit (money in EUR million), told in sentences.

    `relation` counts every plotted country, `sure` leaves out doubtful values; medians are those of the plotted countries.
    """

    across: Measure
    upwards: Measure
    pairs: tuple[Pair, ...]
    across_thirds: Thirds
    upwards_thirds: Thirds
    across_median: float | None
    upwards_median: float | None
    relation: Relation
    sure: Relation
    headline: str
    coverage: str
    summary: str
    warning: str
    notes: tuple[str, ...]
    empty: str

    @property
    def plotted(self) -> tuple[Pair, ...]:
        """Countries inside the filter with both values, by name."""
        return tuple(pair for pair in self.pairs if pair.is_plotted)

    @property
    def left_out(self) -> tuple[Pair, ...]:
        """Countries inside the filter without one of the values, or without both, by name."""
        return tuple(pair for pair in self.pairs if pair.is_inside and not pair.is_complete)

    @property
    def ordered(self) -> tuple[Pair, ...]:
        """Countries inside the filter: plotted ones by the measure across, the highest first, then those left out."""
        plotted = sorted(self.plotted, key=lambda pair: (-(pair.across.value or 0), collate(pair.name)))
        return (*plotted, *self.left_out)
