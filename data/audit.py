"""Proves that each printed value of the seeds stands in the documents: `python -m data.audit FOLDER`.

Every printed cell is looked up on its page and line; then every number of the annexes is looked up in the seeds, so
that none is missing, none is used twice, and each that is left over (a page number, a footnote mark) is explained in
seeds/audit_leftovers.csv.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from data.errors import AtlasError
from data.leftovers import SECTIONS, Balance, Section, balance_sections
from data.printed import PRINTED, Cell, printed_cells
from data.seeds import SEED_FOLDER, Row, Seeds, read_seeds
from data.source_text import Document, read_documents

USAGE = "Usage: python -m data.audit FOLDER, where FOLDER holds the documents that seeds/sources.csv names"


@dataclass(frozen=True)
class Audit:
    """The outcome: cells proven by table, the balance of each section, everything that is unproven or unexplained."""

    proven: Counter[str]
    balances: list[Balance]
    problems: list[AtlasError]


def audit(seeds: Seeds, documents: dict[str, Document], sections: tuple[Section, ...] = SECTIONS) -> Audit:
    """Return what is proven and what is not; nothing is raised for a seed that is wrong."""
    proven: Counter[str] = Counter()
    problems: list[AtlasError] = []
    for table in PRINTED:
        for cell in printed_cells(table, seeds):
            problem = _disprove(cell, documents.get(cell.row["source_id"]))
            if problem:
                problems.append(cell.error(problem))
            else:
                proven[table] += 1
    balances = balance_sections(seeds, documents, sections)
    return Audit(proven, balances, problems + [problem for balance in balances for problem in balance.problems])


def _disprove(cell: Cell, document: Document | None) -> str:
    """Return why a cell is not proven, or an empty text."""
    first, last = cell.page
    where = f"page {cell.row['page']} of {cell.row['source_id']}"
    if document is None or last < first:
        return f"is said to stand on {where}, which is not in pages.csv. Add the page."
    if cell.is_anchor:
        return _disprove_line(cell, document, where)
    if document.stands_on(cell.printed, first, last):
        return ""
    if cell.is_text and document.stands_in_pieces(cell.printed, first, last):
        return ""
    return f"does not stand on {where} (lines {first} to {last} of {document.file_name}). Correct the cell or its page."


def _disprove_line(cell: Cell, document: Document, where: str) -> str:
    first, last = cell.page
    if not cell.row["line"]:
        return f"has no line. Name the line of {document.file_name} on which it stands."
    line = int(cell.row["line"])
    if not first <= line <= last:
        return f"is said to stand on line {line}, which is not on {where} (lines {first} to {last}). Correct either."
    if document.begins_on(cell.printed, line) or _is_cut_by_page_end(cell, document, line):
        return ""
    found = document.line(line)
    return (
        f'does not begin on line {line} of {document.file_name}, which reads "{found}". Correct the cell or its line.'
    )


def _is_cut_by_page_end(cell: Cell, document: Document, line: int) -> bool:
    words, begun = cell.printed.split(), document.line(line).split()
    is_begun = bool(begun) and words[: len(begun)] == begun
    next_page = cell.page[1] + 1
    return is_begun and document.stands_in_pieces(" ".join(words[len(begun) :]), next_page, next_page)


def describe(outcome: Audit) -> str:
    """Return the report: cells proven by table, numbers of each section, leftovers with their reasons."""
    lines = ["Printed cells that stand where the seeds say:"]
    lines += [f"  {table}: {outcome.proven[table]}" for table in PRINTED]
    lines.append("Numbers of each section that are in the seeds, each once:")
    for balance in outcome.balances:
        used = ", ".join(f"{column} {count}" for column, count in sorted(balance.used.items()))
        lines.append(f"  {balance.section}: {used or 'none'}; explained {len(balance.explained)}")
    lines.append("Left over and explained:")
    lines += _describe_leftovers([row for balance in outcome.balances for row in balance.explained])
    return "\n".join([*lines, f"Problems: {len(outcome.problems) or 'none'}"])


def _describe_leftovers(rows: list[Row]) -> list[str]:
    ordered = sorted(rows, key=lambda row: (row["reason"], int(row["line"])))
    return [
        f"  {reason}: " + ", ".join(f'"{row["text"]}" on line {row["line"]}' for row in group)
        for reason, group in groupby(ordered, key=lambda row: row["reason"])
    ]


def main(arguments: list[str]) -> int:
    """Audit the seeds against the documents in a folder, print report and problems, and return the exit code."""
    if len(arguments) != 1:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        seeds = read_seeds(SEED_FOLDER)
        outcome = audit(seeds, read_documents(Path(arguments[0]), seeds["sources"]))
    except AtlasError as error:
        print(error, file=sys.stderr)
        return 1
    print(describe(outcome))
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
