"""The charts of the portfolio: which there are, and which measures each can show."""

from dataclasses import dataclass
from functools import cache

from data.store import load_records
from geo.dimensions import BOTH, CONTRACTED, DIMENSIONS
from geo.messages import mark, say


@dataclass(frozen=True)
class Chart:
    """A chart: messages for its name and for why it cannot show a measure, and the measures that it can show."""

    chart_id: str
    called: str
    measures: tuple[str, ...] = BOTH
    lacking: str = ""

    @property
    def name(self) -> str:
        """What the chart is called."""
        return say(self.called)

    @property
    def why_not(self) -> str:
        """Why the other measure cannot be shown; empty where both can."""
        return say(self.lacking)


CHARTS: dict[str, Chart] = {
    chart.chart_id: chart
    for chart in (
        Chart("bars", mark("Bars")),
        Chart("treemap", mark("Treemap")),
        Chart("flow", mark("Flow")),
        Chart("years", mark("Years")),
        Chart(
            "dates",
            mark("Dates"),
            (CONTRACTED,),
            mark("Decisions have a year and no dates; choose amounts contracted to see contracts by their dates."),
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
