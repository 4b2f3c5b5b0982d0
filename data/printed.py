"""Which columns of which seed tables repeat the documents word for word, and their cells with place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from data.errors import SeedError
from data.seeds import LINE, Row, Seeds

Lines = tuple[int, int]
NO_LINES: Lines = (0, -1)


class Printed(NamedTuple):
    """The printed columns of a table: the one that begins on the row's line, numbers and texts on its page.

    The lines of a text may have other cells between them. A row that describes a block may run over two pages.
    """

    anchor: str = ""
    on_page: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    pages: int = 1


PRINTED: dict[str, Printed] = {
    "indicator_values": Printed("printed_value", texts=("row_label",)),
    "unplaced_values": Printed("printed_value", texts=("row_label",)),
    "memberships": Printed("printed_name"),
    "decisions": Printed("printed_reference", ("committed_printed",), ("title", "zone")),
    "contracts": Printed("contract_id", ("contracted_printed", "start_printed", "end_printed"), ("title",)),
    "published_figures": Printed("published_printed"),
    "narrative_figures": Printed("published_printed"),
    "donors": Printed("printed_value", texts=("donor",)),
    "programmes": Printed("printed_name", on_page=("budget_printed",), pages=2),
    "programme_budgets": Printed("amount_printed"),
}


@dataclass(frozen=True)
class Cell:
    """One printed cell of a seed row, with the lines of its page."""

    table: str
    column: str
    row: Row
    page: Lines

    @property
    def printed(self) -> str:
        """The text as the seed has it."""
        return self.row[self.column]

    @property
    def line(self) -> int:
        """The line that the row names, or 0."""
        return int(self.row["line"] or 0)

    @property
    def is_anchor(self) -> bool:
        """Whether the cell begins on the line that the row names."""
        return self.column == PRINTED[self.table].anchor

    @property
    def is_text(self) -> bool:
        """Whether the cell is words, whose lines may have other cells between them."""
        return self.column in PRINTED[self.table].texts

    def error(self, problem: str) -> SeedError:
        """Return the error that names the cell and what is wrong with it."""
        return SeedError(f"seeds/{self.table}.csv", int(self.row[LINE]), self.column, f'"{self.printed}" {problem}')


def printed_cells(table: str, seeds: Seeds) -> Iterator[Cell]:
    """Yield every printed cell of a table that is not empty, with its lines; none for a page that pages.csv lacks."""
    printed = PRINTED[table]
    columns = (*filter(None, (printed.anchor,)), *printed.on_page, *printed.texts)
    lines = {(row["source_id"], row["page"]): (int(row["first_line"]), int(row["last_line"])) for row in seeds["pages"]}
    for row in seeds[table]:
        source_id, page = row["source_id"], int(row["page"])
        first, last = lines.get((source_id, str(page)), NO_LINES)
        if first and printed.pages > 1:
            last = max(last, lines.get((source_id, str(page + 1)), NO_LINES)[1])
        yield from (Cell(table, column, row, (first, last)) for column in columns if row[column])
