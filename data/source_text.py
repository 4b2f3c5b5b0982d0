"""The plain text of the source documents: where a printed cell stands, and which numbers a section prints.

The flattening of the PDF cuts cells over lines ("19/12/2" + "007"), so a line break may stand anywhere in a cell.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from data.errors import AtlasError
from data.seeds import Row

Words = tuple[str, ...]

# A cell ends within this many lines; one that a page end cuts goes on within as many lines of the next page.
CELL_LINES = 12

# Dates, ends of decision references, amounts and other numbers, "not reported"; a line break where cells are cut.
NUMBER = re.compile(
    r"(?<!\d)\d\d/\d\d/\d\n?\d{3}(?!\d)"
    r"|(?:\d?/)?(?<!\d)\d{3}-\d{3}(?!\d)"
    r"|-?(?<!\d)\d{1,3}(?:,\d\n?\d\n?\d)+(?![\d,.])"
    r"|-?\d+(?:[.,]\d+)*"
    r"|---"
)
# What may not hide in a line of words: a contract number or an amount.
_STRAY = re.compile(r"(?<![\d.,])(?:\d{6}|\d{1,3}(?:,\d{3})+)(?![\d,])")
_LETTER = re.compile(r"[^\W\d_]")


class Token(NamedTuple):
    """A number that a document prints: the line on which it begins, and its text without line breaks."""

    line: int
    text: str


@dataclass(frozen=True)
class Document:
    """The plain text of one document; lines count from 1."""

    file_name: str
    lines: tuple[str, ...]

    def text(self, first: int, last: int) -> str:
        """Return lines `first` to `last` as one text."""
        return "\n".join(self.lines[max(first, 1) - 1 : last])

    def line(self, number: int) -> str:
        """Return a line without the blanks around it; empty beyond the end."""
        return self.text(number, number).strip()

    def begins_on(self, printed: str, line: int) -> bool:
        """Whether a printed text begins on a line and goes on, if at all, on the lines right after it."""
        found = _cell_pattern(printed).search(self.text(line, line + CELL_LINES))
        return found is not None and found.start() <= len(self.text(line, line))

    def stands_on(self, printed: str, first: int, last: int) -> bool:
        """Whether a printed text stands somewhere in lines `first` to `last`."""
        return _cell_pattern(printed).search(self.text(first, last)) is not None

    def stands_in_pieces(self, printed: str, first: int, last: int) -> bool:
        """Whether whole lines of a page, and of the head of the next one, make up the text in some order."""
        lines = Counter(tuple(line.split()) for line in self.lines[first - 1 : last + CELL_LINES] if line.strip())
        return _is_made_of(tuple(printed.split()), lines)

    def find_heading(self, heading: str) -> int | None:
        """Return the line that begins with a heading, or None."""
        return next((number for number, line in enumerate(self.lines, 1) if line.strip().startswith(heading)), None)

    def numbers(self, first: int, last: int) -> list[Token]:
        """Return the numbers of every line without letters, cut cells joined, and strays in the other lines."""
        lines = self.lines[first - 1 : last]
        cells = "\n".join("" if _LETTER.search(line) else line.rstrip() for line in lines)
        found = NUMBER.finditer(cells)
        tokens = [Token(first + cells.count("\n", 0, match.start()), match[0].replace("\n", "")) for match in found]
        return sorted([*tokens, *_strays(lines, first)])


def read_documents(folder: Path, sources: Iterable[Row]) -> dict[str, Document]:
    """Return the documents of sources.csv by source_id. Raises AtlasError for a file that is not in the folder."""
    documents = {}
    for source in sources:
        path = folder / source["file_name"]
        if not path.is_file():
            raise AtlasError(f"{path} is missing: the text of {source['source_id']}. Name the folder that holds it.")
        documents[source["source_id"]] = Document(path.name, tuple(path.read_text(encoding="utf-8").split("\n")))
    return documents


def _is_made_of(words: Words, lines: Counter[Words]) -> bool:
    """Whether the words can be laid out with the lines, each used as often as it stands."""
    if not words:
        return True
    fitting = [line for line, count in lines.items() if count and words[: len(line)] == line]
    return any(_is_made_of(words[len(line) :], lines - Counter([line])) for line in fitting)


def _strays(lines: Iterable[str], first: int) -> Iterator[Token]:
    for number, line in enumerate(lines, first):
        if _LETTER.search(line):
            yield from (Token(number, found[0]) for found in _STRAY.finditer(line))


@cache
def _cell_pattern(printed: str) -> re.Pattern[str]:
    """A cell's text with line breaks allowed, and nothing around it that would make it another number or word."""
    words = [r"(?:\n ?)?".join(re.escape(character) for character in word) for word in printed.split()]
    body = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)".join(words)
    before = r"(?<!\w)(?<!\d[.,])(?:(?<!-)|(?<=\d-))" if printed[0].isdigit() else r"(?<!\w)"
    after = r"(?!\d|[.,]\d)" if printed[-1].isdigit() else r"(?!\w)"
    return re.compile(before + body + after)
