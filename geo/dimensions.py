"""The dimensions by which EU money can be broken down and filtered: their values, names, and the measures that have them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from geo.messages import cached, mark, say
from geo.places import find_subregion, name_countries, name_places, name_zones
from geo.spelling import lower_start
from geo.spoken import load_records

COMMITTED, CONTRACTED = "committed", "contracted"
BOTH = (COMMITTED, CONTRACTED)
TRANS_REGIONAL = "trans_regional"
REGIONS = "regions"
# What stands in place of a value that Annex H does not print.
NOT_PRINTED = "not_printed"

LEVEL_NAMES = {"B": mark("Bilateral"), "R": mark("Regional"), "T": mark("Trans-regional")}
UPTAKE_NAMES = {
    "none": mark("No contract"),
    "below": mark("Contracts below the decision"),
    "equal": mark("Contracts equal to the decision"),
    "above": mark("Contracts above the decision"),
}


@dataclass(frozen=True)
class Dimension:
    """A way to break money down: messages for what it is called and why a measure has not got it, the measures that have, and its order.

    `is_ordered` keeps the values in their own order (years); others come with the largest amount first.
    """

    dimension_id: str
    called: str
    name_values: Callable[[], Mapping[str, str]]
    measures: tuple[str, ...] = BOTH
    lacking: str = ""
    is_ordered: bool = False

    @property
    def name(self) -> str:
        """What the dimension is called."""
        return say(self.called)

    @property
    def why_not(self) -> str:
        """Why the other measure has no such dimension; empty where both have it."""
        return say(self.lacking)

    @property
    def title(self) -> str:
        """The heading of a breakdown."""
        return say("By {dimension}", dimension=lower_start(self.name))

    def name_value(self, value_id: str) -> str:
        """Return what a value is called. Raises KeyError for an unknown id."""
        return self.name_values()[value_id]


def list_dimensions(measure: str) -> dict[str, Dimension]:
    """Return the dimensions that a measure has, by id."""
    return {key: dimension for key, dimension in DIMENSIONS.items() if measure in dimension.measures}


def find_uptake(committed: float, contracted: float) -> str:
    """Return how far a decision is taken up by its contracts: none, below, equal or above."""
    if not contracted:
        return "none"
    if contracted == committed:
        return "equal"
    return "above" if contracted > committed else "below"


@cached
def name_levels() -> dict[str, str]:
    """Return what each level is called, by its letter."""
    return {level: say(name) for level, name in LEVEL_NAMES.items()}


@cached
def name_uptakes() -> dict[str, str]:
    """Return what each use of a decision is called, by id."""
    return {uptake: say(name) for uptake, name in UPTAKE_NAMES.items()}


@cached
def name_recipients() -> dict[str, str]:
    """Return every place that money can be for: the 33 countries, regions, and the trans-regional rest."""
    regions = {
        row["funding_zone_id"]: say("{name} (region)", name=name_zones()[row["zone"]])
        for row in load_records("decisions")
        if row["place_kind"] == "region"
    }
    return name_countries() | dict(sorted(regions.items())) | {TRANS_REGIONAL: _name_trans_regional()}


@cached
def _name_subregions() -> dict[str, str]:
    apart = {REGIONS: say("Regions (no single country)"), TRANS_REGIONAL: _name_trans_regional()}
    return name_places("subregions") | apart


@cached
def _name_zones() -> dict[str, str]:
    return name_places("funding_zones") | {TRANS_REGIONAL: _name_trans_regional()}


def _name_trans_regional() -> str:
    return say(LEVEL_NAMES["T"])


@cache
def _name_instruments() -> dict[str, str]:
    return {instrument: instrument for instrument in name_places("instruments")}


@cache
def _name_decision_years() -> dict[str, str]:
    return {year: year for year in sorted({str(row["decision_year"]) for row in load_records("decisions")})}


@cached
def _name_contract_years() -> dict[str, str]:
    """Every year between the first start and the last end, and the place of contracts without a printed date."""
    dates = [row[end] for row in load_records("contracts") for end in ("start_date", "end_date") if row[end]]
    years = range(int(min(dates)[:4]), int(max(dates)[:4]) + 1)
    return {str(year): str(year) for year in years} | {NOT_PRINTED: say("No date printed")}


@cache
def title_decisions() -> dict[str, str]:
    """Return the title of each decision as it is printed, by id."""
    return {row["decision_id"]: row["title"] for row in load_records("decisions")}


@cache
def _name_decisions() -> dict[str, str]:
    return {row["decision_id"]: row["decision_id"] for row in load_records("decisions")}


@cached
def _name_sectors() -> dict[str, str]:
    return name_places("dac_sectors") | {NOT_PRINTED: say("No sector printed")}


def find_recipient_subregion(recipient: str) -> str:
    """Return the sub-region of a recipient: the country's, or what stands for regions and for several regions."""
    if recipient in name_countries():
        return find_subregion(recipient)
    return TRANS_REGIONAL if recipient == TRANS_REGIONAL else REGIONS


_NO_DATES = mark("Annex H prints no dates for decisions, only the year in their reference; contracts have dates.")
_NO_PARTNER = mark("Annex H names partners for contracts only: a decision has none yet.")

DIMENSIONS: dict[str, Dimension] = {
    dimension.dimension_id: dimension
    for dimension in (
        Dimension("subregion", mark("Sub-region of the report"), _name_subregions),
        Dimension("zone", mark("Programming zone"), _name_zones),
        Dimension("recipient", mark("Recipient"), name_recipients),
        Dimension("level", mark("Level"), name_levels),
        Dimension("instrument", mark("Instrument"), _name_instruments),
        Dimension("year", mark("Decision year"), _name_decision_years, is_ordered=True),
        Dimension("uptake", mark("Use of the decision"), name_uptakes),
        Dimension("decision", mark("Decision"), _name_decisions),
        Dimension("sector", mark("DAC sector"), _name_sectors),
        Dimension(
            "partner", mark("Partner category"), lambda: name_places("partner_categories"), (CONTRACTED,), _NO_PARTNER
        ),
        Dimension("start", mark("Start year"), _name_contract_years, (CONTRACTED,), _NO_DATES, is_ordered=True),
        Dimension("running", mark("Running year"), _name_contract_years, (CONTRACTED,), _NO_DATES, is_ordered=True),
    )
}
