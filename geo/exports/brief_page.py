"""A country's brief as one page of A4, made to be read in grey too: name, finding, indicators, groups, money, what is not known, sources."""

from collections.abc import Callable
from dataclasses import dataclass

from geo.country_brief import CountryBrief, build_brief
from geo.exports.brief import BriefText, DecisionLine, write_brief
from geo.exports.pictures import fonts, look, strips
from geo.exports.pictures.mark import draw_mark
from geo.exports.pictures.pen import Box, Pen
from geo.exports.pictures.save import save
from geo.figures.strips import draw_strips
from geo.messages import say

A4 = (8.27, 11.69)  # inches
RATIO = A4[1] / A4[0]
MARGIN = 58.0
# Widths of the page in units, from large print to small: the first in which everything fits is taken.
WIDTHS = (1000.0, 1060.0, 1120.0, 1180.0, 1250.0, 1320.0, 1400.0, 1480.0)
ROW, GROUP, KEY = 37.0, 30.0, 34.0
COLUMNS = (0.36, 0.115, 0.165)  # of a strip's row: name, value, place
# Of the table of decisions: year, title, committed, contracted, page; shares of the width.
TABLE = (0.07, 0.49, 0.17, 0.21, 0.06)
FIRST_NUMBER = 2  # of these columns

# Draws a block from a height and returns where it ends; without a pen it only says so.
Block = Callable[[Pen | None, float], float]


def make_page(iso3: str, link: str) -> bytes:
    """Return the page of a country as PDF; `link` is the address of its page. Raises KeyError for an unknown code."""
    brief = build_brief(iso3)
    return save(draw_page(brief, link), "pdf", say("{country}: country brief", country=brief.name))


def draw_page(brief: CountryBrief, link: str) -> Pen:
    """Draw the page in the largest print in which everything fits. Raises ValueError where nothing does."""
    text = write_brief(brief)
    for width in WIDTHS:
        page = _Page(brief, text, link, width)
        if page.fits():
            return page.draw()
    raise ValueError(f"the brief of {brief.name} does not fit on a page")


@dataclass(frozen=True)
class _Page:
    """The page at a width: its blocks from the top, and its foot."""

    brief: CountryBrief
    text: BriefText
    link: str
    width: float

    @property
    def room(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def height(self) -> float:
        """Return the height of the page."""
        return self.width * RATIO

    def fits(self) -> bool:
        """Return whether the blocks end above the foot."""
        return self._run(None) <= self.height - self._foot_height()

    def draw(self) -> Pen:
        """Draw the blocks and the foot."""
        pen = Pen(self.width, self.height, A4)
        self._run(pen)
        self._draw_foot(pen)
        return pen

    def _run(self, pen: Pen | None) -> float:
        y = MARGIN * 0.85
        for block in self._blocks():
            y = block(pen, y)
        return y

    def _blocks(self) -> list[Block]:
        text, brief = self.text, self.brief
        blocks: list[Block] = [self._head]
        blocks += [] if brief.known else [self._indicators]
        blocks += self._section(say("What is known") if brief.known else say("Beside the annexes"), text.known)
        blocks += self._section(say("Groups that the documents name it in"), (text.groups,))
        blocks += self._section(say("EU money for this country alone"), (text.money,))
        blocks += [self._decisions] if text.decisions else []
        blocks += self._section(say("Money for regions that may cover it"), text.regional)
        return blocks + self._section(say("What is not known"), text.unknown)

    def _head(self, pen: Pen | None, y: float) -> float:
        finding = fonts.wrap(self.brief.finding, self.room, look.BELOW)
        if pen:
            pen.text(MARGIN, y + 12, say("Country brief"), look.SMALL, look.QUIET)
            draw_mark(pen, self.width - MARGIN, y)
            pen.text(MARGIN, y + 62, self.brief.name, 44, weight=fonts.BOLD, family=fonts.SERIF)
            pen.text(MARGIN, y + 88, f"{self.brief.subregion}. {self.brief.coverage}.", look.SMALL, look.QUIET)
            pen.lines(MARGIN, y + 122, finding, look.BELOW)
        return y + 122 + len(finding) * look.BELOW * look.LEADING - 8

    def _section(self, title: str, paragraphs: tuple[str, ...]) -> list[Block]:
        """A heading over a rule and paragraphs; nothing for no paragraphs."""
        if not any(paragraphs):
            return []

        def block(pen: Pen | None, y: float) -> float:
            y += 30
            if pen:
                pen.text(MARGIN, y, title, look.BODY, weight=fonts.BOLD, family=fonts.SERIF)
                pen.line([(MARGIN, y + 7), (MARGIN + self.room, y + 7)], look.INK, 1)
            y += 7 + look.SMALL * 1.3
            for paragraph in paragraphs:
                lines = fonts.wrap(paragraph, self.room, look.SMALL)
                if pen:
                    pen.lines(MARGIN, y, lines, look.SMALL)
                y += len(lines) * look.SMALL * look.LEADING + 2
            return y - look.SMALL * 0.7

        return [block]

    def _indicators(self, pen: Pen | None, y: float) -> float:
        """The strips by topic, the country's mark large and dark, its sub-region's small, all others pale."""
        drawn = draw_strips(self.brief)
        if pen:
            strips.draw_key(pen, drawn["key"], Box(MARGIN, y + 10, self.room, KEY))
        y += KEY + 10
        for group in drawn["groups"]:
            if pen:
                pen.text(MARGIN, y + 18, group["title"], look.BODY, weight=fonts.BOLD, family=fonts.SERIF)
                pen.line([(MARGIN, y + 25), (MARGIN + self.room, y + 25)], look.INK, 1)
            y += GROUP + 3
            for row in group["rows"]:
                if pen:
                    strips.draw_row(
                        pen, row, Box(MARGIN, y, self.room, ROW), look.TINY, columns=COLUMNS, with_ends=False
                    )
                y += ROW
            y += 10
        return y - 10

    def _decisions(self, pen: Pen | None, y: float) -> float:
        """The table of decisions: what each commits and what its contracts assign, side by side."""
        y += 20
        if pen:
            heads = (say("Year"), say("Decision"), say("Committed"), say("Contracted"), say("Page"))
            for at, (text, left, right) in enumerate(zip(heads, *self._columns(), strict=True)):
                is_number = at >= FIRST_NUMBER
                pen.text(
                    right if is_number else left,
                    y,
                    text,
                    look.TINY,
                    look.QUIET,
                    anchor="right" if is_number else "left",
                )
            pen.line([(MARGIN, y + 6), (MARGIN + self.room, y + 6)], look.QUIET, 0.8)
        y += 8
        for one in self.text.decisions:
            y = self._decision(pen, y, one)
        return y

    def _columns(self) -> tuple[list[float], list[float]]:
        lefts = [MARGIN + self.room * sum(TABLE[:index]) for index in range(len(TABLE))]
        return lefts, [left + self.room * share for left, share in zip(lefts, TABLE, strict=True)]

    def _decision(self, pen: Pen | None, y: float, one: DecisionLine) -> float:
        lefts, rights = self._columns()
        title = fonts.wrap(one.title, rights[1] - lefts[1] - 12, look.TINY)
        height = (len(title) + 1) * look.TINY * 1.25 + 8
        if pen:
            base = y + look.TINY + 3
            pen.text(lefts[0], base, one.year, look.TINY)
            end = pen.lines(lefts[1], base, title, look.TINY)
            pen.text(lefts[1], end - 1, one.reference, look.TINY * 0.92, look.QUIET)
            size = fonts.fit(one.committed, rights[2] - lefts[2], look.TINY, weight=fonts.BOLD)
            pen.text(rights[2], base, one.committed, size, weight=fonts.BOLD, anchor="right")
            size = fonts.fit(one.contracted, rights[3] - lefts[3] - 8, look.TINY)
            pen.text(rights[3], base, one.contracted, size, anchor="right")
            pen.text(rights[4], base, one.page, look.TINY, look.QUIET, anchor="right")
            pen.line([(MARGIN, y + height), (MARGIN + self.room, y + height)], look.LINE, 0.7)
        return y + height

    def _foot_lines(self) -> list[str]:
        return [line for one in (self.text.source, self.link) for line in fonts.wrap(one, self.room, look.TINY)]

    def _foot_height(self) -> float:
        return len(self._foot_lines()) * look.TINY * look.LEADING + 62

    def _draw_foot(self, pen: Pen) -> None:
        y = self.height - self._foot_height() + 16
        pen.line([(MARGIN, y), (MARGIN + self.room, y)], look.LINE)
        for line in self._foot_lines():
            y += look.TINY * look.LEADING
            pen.text(MARGIN, y, line, look.TINY, look.QUIET, link=self.link if line in self.link else "")
