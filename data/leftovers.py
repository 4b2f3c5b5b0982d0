"""What a section of a document prints and the seeds have not, and what the seeds use more often than it is printed."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from data.errors import AtlasError, SeedError
from data.printed import Cell, printed_cells
from data.seeds import LINE, Row, Seeds
from data.source_text import CELL_LINES, NUMBER, Document, Token

LEFTOVERS = "audit_leftovers"


class Section(NamedTuple):
    """A part of a document whose every number must be in the seeds: its headings and the tables that hold its cells."""

    name: str
    begins: str
    ends: str
    tables: tuple[str, ...]


SECTIONS = (
    Section("Figure 5.2", "Figure 5.2. ", "Figure 5.3. ", ("donors",)),
    Section("Annex F", "Annex F - ", "Annex G - ", ("indicator_values", "unplaced_values")),
    Section("Annex G", "Annex G - ", "Annex H - ", ("indicator_values", "unplaced_values")),
    Section("Annex H", "Annex H - ", "Annex I – ", ("decisions", "contracts")),
)


@dataclass
class Balance:
    """The outcome for one section: how often each column was used, what is explained, what is wrong."""

    section: str
    used: Counter[str] = field(default_factory=Counter)
    explained: list[Row] = field(default_factory=list)
    problems: list[AtlasError] = field(default_factory=list)


def balance_sections(seeds: Seeds, documents: dict[str, Document], sections: tuple[Section, ...]) -> list[Balance]:
    """Return for each section what is used, explained and wrong; an explanation that explains nothing is wrong too."""
    balances = [_balance(section, seeds, documents) for section in sections]
    explained = {row[LINE] for balance in balances for row in balance.explained}
    stale = Balance("explanations")
    for row in seeds[LEFTOVERS]:
        if row[LINE] not in explained:
            problem = f'"{row["text"]}" is not left over on line {row["line"]} of {row["source_id"]}. Remove the row.'
            stale.problems.append(SeedError(f"seeds/{LEFTOVERS}.csv", int(row[LINE]), "text", problem))
    return [*balances, stale] if stale.problems else balances


def _balance(section: Section, seeds: Seeds, documents: dict[str, Document]) -> Balance:
    balance = Balance(section.name)
    place = _find_section(section, documents)
    if place is None:
        problem = f'No document has a line that begins with "{section.begins}" before one with "{section.ends}"'
        balance.problems.append(AtlasError(f"{problem}. Correct the headings in data/leftovers.py."))
        return balance
    source_id, first, last = place
    tokens = documents[source_id].numbers(first, last)
    for cell in _cells_of(section, seeds, source_id, first, last):
        if _take(tokens, cell):
            balance.used[cell.column] += 1
        else:
            balance.problems.append(cell.error("is used more often than the page prints it. Correct the cell."))
    for token in tokens:
        _account_for(token, balance, seeds[LEFTOVERS], source_id, documents[source_id])
    return balance


def _find_section(section: Section, documents: dict[str, Document]) -> tuple[str, int, int] | None:
    for source_id, document in documents.items():
        first, end = document.find_heading(section.begins), document.find_heading(section.ends)
        if first and end and first < end:
            return source_id, first, end - 1
    return None


def _cells_of(section: Section, seeds: Seeds, source_id: str, first: int, last: int) -> list[Cell]:
    """The cells of numbers that the section must hold, those with a line of their own first: they know their token."""
    cells = [cell for table in section.tables for cell in printed_cells(table, seeds) if not cell.is_text]
    inside = [cell for cell in cells if cell.row["source_id"] == source_id and first <= cell.line <= last]
    return sorted(inside, key=lambda cell: not cell.is_anchor)


def _take(tokens: list[Token], cell: Cell) -> bool:
    """Remove the token that the cell stands for: at its line, else on its page, else where the next page goes on."""
    wanted = (NUMBER.findall(cell.printed) or [cell.printed])[-1]
    first, last = cell.page
    at_line = [(cell.line, cell.line + 1)] if cell.is_anchor else []
    for begin, end in (*at_line, (first, last), (last + 1, last + CELL_LINES)):
        for token in tokens:
            if token.text == wanted and begin <= token.line <= end:
                tokens.remove(token)
                return True
    return False


def _account_for(token: Token, balance: Balance, leftovers: list[Row], source_id: str, document: Document) -> None:
    for row in leftovers:
        if (row["source_id"], int(row["line"]), row["text"]) == (source_id, token.line, token.text):
            balance.explained.append(row)
            return
    way_out = f"Add it to its seed file, or explain it in seeds/{LEFTOVERS}.csv."
    where = f'{document.file_name} line {token.line} ("{document.line(token.line)}")'
    balance.problems.append(AtlasError(f'{where}: "{token.text}" of {balance.section} is in no seed. {way_out}'))
