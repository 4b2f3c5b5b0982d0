"""A published figure recomputed on one base after another: which rows each counts, and what comes out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.conditions import combine, parse_conditions, select_rows
from data.rounding import Room, half_unit
from data.seeds import BuiltRow, Row

MEASURES = {"committed": "committed_eur", "contracted": "contracted_eur"}
MILLION = 1_000_000


@dataclass(frozen=True)
class Annex:
    """The rows of Annex H in one reading: decisions, and contracts with the year of their decision; and described programmes.

    Programmes are counted only: their budgets are no amounts of Annex H.
    """

    decisions: tuple[BuiltRow, ...]
    contracts: tuple[BuiltRow, ...]
    programmes: tuple[BuiltRow, ...] = ()

    def rows(self, base: str) -> tuple[BuiltRow, ...]:
        """Return the rows that a base counts: decisions for "committed", contracts for "contracted", or programmes."""
        return {"committed": self.decisions, "contracted": self.contracts, "programmes": self.programmes}[base]


@dataclass(frozen=True)
class Trial:
    """One way to count a figure: the base, the rows of the part and of the whole (empty for an amount), and what comes out.

    `note` is the base in words, `other_note` what is counted otherwise on it; `value` is in the unit of the figure, None where
    the base has no such rows; `precision` as in `data.rounding`; `is_single` for the amount of one row.
    """

    base_id: str
    base: str
    note: str
    other_note: str
    numerator: str
    denominator: str
    value: float | None
    precision: float
    is_single: bool

    def comes_out(self, room: Room) -> bool:
        """Whether the value is what is printed."""
        return self.value is not None and room.holds(self.value, self.precision)

    def gap(self, room: Room) -> float:
        """Return how far the value is from the printed one; endless where there is none."""
        return float("inf") if self.value is None else abs(self.value - room.published)


def make_annex(decisions: list[BuiltRow], contracts: list[BuiltRow], programmes: Sequence[BuiltRow] = ()) -> Annex:
    """Return the rows of both measures, and programmes, in the order of their ids."""
    years = {row["decision_id"]: row["decision_year"] for row in decisions}
    dated = [row | {"decision_year": years[row["decision_id"]]} for row in contracts]
    return Annex(
        tuple(sorted(decisions, key=lambda row: str(row["decision_id"]))),
        tuple(sorted(dated, key=lambda row: str(row["contract_id"]))),
        tuple(sorted(programmes, key=lambda row: str(row["programme_id"]))),
    )


def list_trials(figure: Row, bases: list[Row], annex: Annex) -> list[Trial]:
    """Return the trials of a figure: as stated first, then the stated base counted otherwise, then the other bases of its family.

    Bases of the stated measure come before those of the other one. A figure without a base has no trial.
    """
    stated = next((base for base in bases if base["base_id"] == figure["stated_base_id"]), None)
    if stated is None:
        return []
    family = [base for base in bases if base["family"] == stated["family"]]
    family.sort(key=lambda base: (base is not stated, base["base"] != stated["base"], int(base["order"])))
    return [run_trial(figure, base, *one, annex) for base in family for one in _ways(figure)]


def run_trial(figure: Row, base: Row, part: str, whole: str, note: str, annex: Annex) -> Trial:  # noqa: PLR0913, PLR0917
    """Return what a figure comes to on a base, with this part and this whole; `note` says what is counted otherwise."""
    numerator = combine(base["limits"], part)
    denominator = combine(base["limits"], whole) if whole else ""
    rows = annex.rows(base["base"])
    selected = select_rows(rows, numerator) if _has_columns(rows, numerator, denominator) else []
    is_single = len(selected) == 1 and not denominator and figure["unit"] != "count"
    value = _measure(figure, base["base"], selected, rows, denominator) if selected else None
    precision = _find_precision(selected[0], base["base"]) if is_single else 0
    words = ", ".join(filter(None, (base["name"], note)))
    return Trial(base["base_id"], base["base"], words, note, numerator, denominator, value, precision, is_single)


def _ways(figure: Row) -> Iterator[tuple[str, str, str]]:
    yield figure["part"], figure["whole"], ""
    if figure["other_note"]:
        yield figure["other_part"] or figure["part"], figure["other_whole"] or figure["whole"], figure["other_note"]


def _has_columns(rows: tuple[BuiltRow, ...], *texts: str) -> bool:
    """Whether the rows have the dimension at all: a decision has no partner."""
    named = {column for text in texts for pairs in parse_conditions(text) for column, _, _ in pairs}
    return bool(rows) and named <= rows[0].keys()


def _measure(
    figure: Row, base: str, selected: list[BuiltRow], rows: tuple[BuiltRow, ...], denominator: str
) -> float | None:
    if figure["unit"] == "count":
        counted = figure["counted"]
        return len({row[counted] for row in selected}) if counted else len(selected)
    part = add_up(selected, base)
    if not denominator:
        return part / MILLION
    whole = add_up(select_rows(rows, denominator), base)
    return 100 * part / whole if whole else None


def add_up(rows: list[BuiltRow], base: str) -> float:
    """Return the sum of the rows in EUR, in one measure."""
    return sum(float(row[MEASURES[base]]) for row in rows)


def _find_precision(row: BuiltRow, base: str) -> float:
    """Half a unit of the last digit of an amount committed, which Annex H prints in EUR million; contracts are printed in EUR."""
    return half_unit(row["committed_printed"]) if base == "committed" else 0
