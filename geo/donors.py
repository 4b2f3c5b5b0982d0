"""What donors disbursed to the region, as Figure 5.2 prints it, and whether the printed total is the sum of its parts.

Official development assistance of every sector, USD million: another currency, other years and far more than justice and
security. An amount may be below zero, where more was repaid than paid out.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from data.store import load_records
from geo.messages import cached
from geo.spoken import say_cell

EU_INSTITUTIONS = "EU Institutions"
CENTS = 2  # decimals that the figure prints

Record = dict[str, Any]


@dataclass(frozen=True)
class DonorAmount:
    """What a donor disbursed in a year, USD million: `rank` counts from the largest; an aggregate has none and is no donor.

    `donor_id` is the name that the figure prints, `donor` what the donor is called.
    """

    donor_id: str
    donor: str
    year: str
    value: float
    printed: str
    rank: int | None
    is_aggregate: bool
    source_id: str
    page: int

    @property
    def is_eu(self) -> bool:
        """Whether these are the EU institutions, which the figure prints in brackets, outside the total of countries."""
        return self.donor_id == EU_INSTITUTIONS


@dataclass(frozen=True)
class TotalCheck:
    """The printed total of the countries beside the sum of the countries that the figure lists, USD million; the EU stands outside both."""

    year: str
    name: str
    printed: float
    recomputed: float
    countries: int
    eu: float
    page: int

    @property
    def difference(self) -> float:
        """Return the recomputed sum less the printed total, without the noise of binary fractions."""
        return round(self.recomputed - self.printed, CENTS)

    @property
    def share(self) -> float:
        """Return the difference as a part of the printed total, in percent."""
        return 100 * self.difference / self.printed


@cache
def list_donor_years() -> tuple[str, ...]:
    """Return the years of the figure, the earliest first."""
    return tuple(sorted({str(row["year"]) for row in load_records("donors")}))


def latest_donor_year() -> str:
    """Return the last year of the figure."""
    return list_donor_years()[-1]


@cached
def list_donors(year: str) -> tuple[DonorAmount, ...]:
    """Return the single donors of a year, the largest first. Raises KeyError for a year that the figure does not have."""
    rows = [row for row in _rows_of(year) if not row["is_aggregate"]]
    values = [float(row["value"]) for row in rows]
    donors = [_amount(row, 1 + sum(value > float(row["value"]) for value in values)) for row in rows]
    return tuple(sorted(donors, key=lambda one: (-one.value, one.donor)))


@cached
def list_aggregates(year: str) -> tuple[DonorAmount, ...]:
    """Return the totals that the figure prints for a year. Raises KeyError for a year that the figure does not have."""
    return tuple(_amount(row, None) for row in _rows_of(year) if row["is_aggregate"])


def find_eu(year: str) -> DonorAmount:
    """Return the EU institutions' amount of a year. Raises StopIteration where the figure has none."""
    return next(one for one in list_donors(year) if one.is_eu)


def check_totals() -> tuple[TotalCheck, ...]:
    """Return for each year the printed total of countries beside their sum."""
    return tuple(_check(year, total) for year in list_donor_years() for total in list_aggregates(year))


def list_years_of_rank(rank: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the years in which the EU institutions have a rank, and those in which they have another."""
    years = list_donor_years()
    having = tuple(year for year in years if find_eu(year).rank == rank)
    return having, tuple(year for year in years if year not in having)


def rank_eu_overall() -> int:
    """Return the rank of the EU institutions by what each donor disbursed in all years of the figure."""
    sums: dict[str, float] = {}
    for one in (one for year in list_donor_years() for one in list_donors(year)):
        sums[one.donor_id] = sums.get(one.donor_id, 0.0) + one.value
    return 1 + sum(value > sums[EU_INSTITUTIONS] for value in sums.values())


def _check(year: str, total: DonorAmount) -> TotalCheck:
    countries = [one for one in list_donors(year) if not one.is_eu]
    recomputed = round(sum(one.value for one in countries), CENTS)
    return TotalCheck(year, total.donor, total.value, recomputed, len(countries), find_eu(year).value, total.page)


def _rows_of(year: str) -> list[Record]:
    rows = [row for row in load_records("donors") if str(row["year"]) == year]
    if not rows:
        raise KeyError(year)
    return rows


def _amount(row: Record, rank: int | None) -> DonorAmount:
    return DonorAmount(
        row["donor"], say_cell("donors", "donor", row["donor"]), str(row["year"]), float(row["value"]), row["printed_value"], rank,
        bool(row["is_aggregate"]), row["source_id"], int(row["page"]),
    )  # fmt: skip
