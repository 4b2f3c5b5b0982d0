"""What stands on which slide: those of one view, or one for each step of a story, with an opening and the sources at the end.

Nothing here draws or writes: a plan is made in a moment, and says which pictures are to be drawn for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from geo.citation import ATLAS
from geo.exports.slides import read_bars, read_points, read_tables, sources
from geo.exports.slides.content import BarChart, Cell, Deck, Edition, Exhibit, Picture, Slide, Table
from geo.handout import Drawn, Handout
from geo.messages import say, say_count
from geo.spelling import name_value

DRAWN = frozenset({"map", "treemap", "flow"})
# Ways to the next country, keys to what is drawn elsewhere, and cards beside a figure are nothing to show on a slide.
LEFT_OUT = frozenset({"neighbours", "relief_key", "card", "record"})
# Width and height of a picture in its own units; the fewer, the larger its letters.
ALONE, BESIDE = (1440.0, 540.0), (880.0, 600.0)
LONGEST_TITLE = 70  # letters of a table's caption that can stand as a heading
CHOSEN = (
    "chart_bars"  # the chart that a visitor chose; of a breakdown that comes with a page, one bar alone tells nothing
)
BESIDE_ROWS = 14  # bars beside a map: what can be read from the back of a room


@dataclass(frozen=True, eq=False)
class Step:
    """A step of a story: a view, the title and the note that its author gave it, and the link to the view ("" for none).

    `figure` is the key of the figure that the step is about, "" for the one that its page is known by.
    """

    handout: Handout
    title: str
    note: str
    address: str
    figure: str = ""


def plan_view(handout: Handout, address: str, edition: Edition) -> Deck:
    """Return the slides of a view: one a figure, in the order of the screen; one in words where the filters leave no figure."""
    exhibits = _list_exhibits(handout)
    slides = tuple(_plan_slide(handout, (one,), address, at) for at, one in enumerate(exhibits))
    return Deck(handout.title, (), slides or (_plan_empty(handout, address),), edition)


def plan_story(title: str, steps: Iterable[Step], edition: Edition, failed: int = 0) -> Deck:
    """Return the slides of a story: an opening, one a step, and what the steps rest on; the opening says how many steps `failed`."""
    found = tuple(steps)
    slides = tuple(_plan_step(step, at, len(found)) for at, step in enumerate(found, 1))
    count = say_count("{n} step", "{n} steps", len(found))
    if failed:
        count = f"{count}; " + say_count("{n} more could not be drawn", "{n} more could not be drawn", failed)
    atlas = say("{atlas}, version {version} of {day}", atlas=ATLAS, version=edition.version, day=edition.day)
    opening = (count, atlas)
    return Deck(title, opening, (*slides, *_plan_sources(found)), edition)


def list_pictures(deck: Deck) -> tuple[Picture, ...]:
    """Return the pictures that are to be drawn for a deck, in its order."""
    return tuple(one.content for slide in deck.slides for one in slide.exhibits if isinstance(one.content, Picture))


def read(handout: Handout, figure: Drawn) -> Exhibit | None:
    """Return a figure as a slide shows it; None for one that no slide shows."""
    if figure.kind in DRAWN:
        words = tuple(filter(None, (figure.data.get("caption", ""), figure.data.get("total", ""))))
        said = figure.data.get("summary") or figure.data["label"]
        return Exhibit(figure.data.get("title", ""), "", Picture(figure, ALONE), said, words, figure.key)
    if figure.kind == "scatter":
        return replace(read_points.read_scatter(handout, figure), name=figure.key) if figure.data["points"] else None
    if figure.kind == "distribution":
        return replace(read_points.read_distribution(handout, figure), name=figure.key)
    if figure.kind == "bars" and figure.key != CHOSEN and len(figure.data["rows"]) < 2:
        return None
    reader = (read_bars.READERS | read_tables.READERS).get(figure.kind)
    if figure.kind in LEFT_OUT or reader is None:
        return None
    found = replace(reader(figure.data), name=figure.key)
    return found if _holds(found) else None


def _holds(exhibit: Exhibit) -> bool:
    content = exhibit.content
    if isinstance(content, Table):
        return bool(content.rows)
    return bool(getattr(content, "categories", True))


def _list_exhibits(handout: Handout) -> list[Exhibit]:
    return [found for figure in handout.figures if (found := read(handout, figure))]


def _plan_slide(handout: Handout, exhibits: tuple[Exhibit, ...], address: str, at: int) -> Slide:
    """The first slide of a view has its finding; the others what their figure tells, and the finding above it."""
    own = exhibits[0].title
    is_caption = len(own) > LONGEST_TITLE and isinstance(exhibits[0].content, Table)
    title = handout.title if at == 0 or not own or is_caption else own
    below = handout.below if at == 0 else own if is_caption else exhibits[0].below
    return Slide(
        kicker=f"{ATLAS} · {handout.page}",
        title=title,
        below=own if at == 0 and not below else below,
        exhibits=exhibits,
        source=sources.tell_source([handout]),
        address=address,
        notes=sources.tell_notes(handout, address),
        rows=handout.rows,
    )


def _plan_empty(handout: Handout, address: str) -> Slide:
    said = Table((say("What the filters leave"),), ((Cell(handout.title),),))
    return _plan_slide(handout, (Exhibit("", "", said, handout.title),), address, 0)


def _plan_step(step: Step, at: int, of: int) -> Slide:
    """One slide: a map with the first bars of its ranking beside it, or the first figure alone."""
    exhibits = _list_exhibits(step.handout)
    asked = tuple(one for one in exhibits if step.figure and one.name == step.figure)
    main = asked[:1] or _choose_main(exhibits)
    slide = _plan_slide(step.handout, main, step.address, 0) if main else _plan_empty(step.handout, step.address)
    title = step.title or step.handout.title
    finding = "" if title == step.handout.title else step.handout.title
    place = say("Step {step} of {steps}", step=at, steps=of)
    return replace(
        slide,
        kicker=f"{place} · {step.handout.page}",
        title=title,
        below=finding or slide.below,
        notes=sources.tell_notes(step.handout, step.address, (step.note,)),
    )


def _choose_main(exhibits: list[Exhibit]) -> tuple[Exhibit, ...]:
    maps = [
        (one, one.content.figure)
        for one in exhibits
        if isinstance(one.content, Picture) and one.content.figure.kind == "map"
    ]
    figures = [one for one in exhibits if not isinstance(one.content, Table)]
    first = (figures or exhibits)[:1]
    rankings = [one for one in exhibits if isinstance(one.content, BarChart) and one.name == "ranking"]
    if not maps or not rankings or first != [maps[0][0]]:
        return tuple(first)
    # The ranking names the countries, so the legend need not.
    exhibit, figure = maps[0]
    quiet = replace(figure, data=figure.data | {"legend_names": False})
    return replace(exhibit, content=Picture(quiet, BESIDE)), read_bars.shorten(rankings[0], BESIDE_ROWS)


def _plan_sources(steps: tuple[Step, ...]) -> tuple[Slide, ...]:
    """The last slide: the documents with their pages, and the caveats of what the steps show; these stand in full in its notes."""
    if not steps:
        return ()
    handouts = [step.handout for step in steps]
    documents = sources.list_sources(handouts)
    caveats = sources.list_caveats(handouts)
    rows = [(say("Document"), one) for one in documents] + [(say("Caveat"), title) for title, _ in caveats]
    headings = ("", say("What the steps rest on, and what a reader should know"))
    table = Table(headings, tuple((Cell(kind), Cell(text)) for kind, text in rows), is_in_notes=True)
    links = tuple(
        name_value(f"{at}. {step.title or step.handout.title}", step.address)
        for at, step in enumerate(steps, 1)
        if step.address
    )
    told = (
        *documents,
        *([say("Caveats:"), *(f"- {title}. {text}" for title, text in caveats)] if caveats else []),
        *links,
    )
    return (
        Slide(
            kicker=ATLAS,
            title=say("Sources and caveats"),
            below=say(
                "What the steps show stands in these documents, on these pages. Caveats stand in full in the notes of this slide."
            ),
            exhibits=(Exhibit("", "", table, say("Sources and caveats")),),
            source=ATLAS,
            address="",
            notes=told,
            rows=pd.DataFrame(),
        ),
    )
