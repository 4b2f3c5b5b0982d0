"""The charts of the portfolio: which there are, and which measures each can show."""

from dataclasses import dataclass
from functools import cache

from data.store import load_records
from geo.dimensions import BOTH, CONTRACTED, DIMENSIONS


@dataclass(frozen=True)
class Chart:
    """A chart: its name, the measures that it can show, and why the other cannot be shown."""

    chart_id: str
    name: str
    measures: tuple[str, ...] = BOTH
    why_not: str = ""


CHARTS: dict[str, Chart] = {
    chart.chart_id: chart
    for chart in (
        Chart("bars", "Bars"),
        Chart("treemap", "Treemap"),
        Chart("flow", "Flow"),
        Chart("years", "Years"),
        Chart(
            "dates",
            "Dates",
            (CONTRACTED,),
            "Decisions have a year and no dates; choose amounts contracted to see contracts by their dates.",
        ),
    )
}
ARRANGEMENTS = ("stacked", "grouped")
FLOW_ENDS = ("sector", "partner")
NO_SPLIT = "none"
SPLITS = (NO_SPLIT, *DIMENSIONS)


@cache
def list_record_ids() -> frozenset[str]:
    """Return the ids of every decision and every contract."""
    decisions = {str(row["decision_id"]) for row in load_records("decisions")}
    return frozenset(decisions | {str(row["contract_id"]) for row in load_records("contracts")})
