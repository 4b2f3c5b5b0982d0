"""What stands out in a view of the portfolio: how far its decisions are taken up, the extremes, and the doubtful amounts.

Decisions are taken whole, with all of their contracts: those whose money, or whose contracts' money, is in the view.
"""

from dataclasses import dataclass

from geo.dimensions import COMMITTED, DIMENSIONS, find_uptake
from geo.money_lines import CENTS, list_lines
from geo.portfolio import Portfolio
from geo.record import Relative, relate
from geo.spoken import load_records


@dataclass(frozen=True)
class Take:
    """A decision with what it commits and what its contracts come to, in cents, never to be added."""

    decision: Relative
    place: str
    committed_cents: int
    contracted_cents: int

    @property
    def share(self) -> float:
        """Contracted in per cent of committed."""
        return 100 * self.contracted_cents / self.committed_cents

    @property
    def uptake(self) -> str:
        """How far the decision is taken up: none, below, equal or above."""
        return find_uptake(self.committed_cents, self.contracted_cents)


@dataclass(frozen=True)
class Standouts:
    """The decisions of a view by how far they are taken up, the highest first; its extremes; and its doubtful records."""

    measure: str
    takes: tuple[Take, ...]
    largest_decision: Relative | None
    largest_contract: Relative | None
    doubtful: tuple[Relative, ...]
    is_whole: bool

    @property
    def committed_cents(self) -> int:
        """What the decisions commit."""
        return sum(one.committed_cents for one in self.takes)

    @property
    def contracted_cents(self) -> int:
        """What all contracts of the decisions come to."""
        return sum(one.contracted_cents for one in self.takes)

    def with_uptake(self, uptake: str) -> tuple[Take, ...]:
        """Return the decisions that are taken up so far."""
        return tuple(one for one in self.takes if one.uptake == uptake)


def find_standouts(portfolio: Portfolio) -> Standouts:
    """Return what stands out in a portfolio. An empty one has no decisions and no extremes."""
    wanted = {line.decision for line in portfolio.lines}
    takes = [_take(row) for row in load_records("decisions") if row["decision_id"] in wanted]
    decisions = [one.decision for one in takes]
    is_committed = portfolio.query.measure == COMMITTED
    whole = {line.record_id for line in list_lines("contracted", "none") if line.decision in wanted}
    contracts = [relate(one) for one in sorted(whole if is_committed else portfolio.record_ids)]
    shown = decisions if is_committed else contracts
    return Standouts(
        measure=portfolio.query.measure,
        takes=tuple(sorted(takes, key=lambda one: (-one.share, -one.committed_cents, one.decision.record_id))),
        largest_decision=_largest(decisions),
        largest_contract=_largest(contracts),
        doubtful=tuple(sorted((one for one in shown if one.status != "ok"), key=lambda one: (-one.cents, one.record_id))),
        is_whole=portfolio.total_cents == sum(one.committed_cents if is_committed else one.contracted_cents for one in takes),
    )  # fmt: skip


def _take(row: dict[str, str | float]) -> Take:
    decision = relate(str(row["decision_id"]))
    recipient = next(line.recipient for line in list_lines(COMMITTED, "none") if line.record_id == decision.record_id)
    return Take(
        decision=decision,
        place=DIMENSIONS["recipient"].name_value(recipient),
        committed_cents=decision.cents,
        contracted_cents=round(float(row["contracted_eur"]) * CENTS),
    )


def _largest(relatives: list[Relative]) -> Relative | None:
    return max(relatives, key=lambda one: (one.cents, one.record_id), default=None)
