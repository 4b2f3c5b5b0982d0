"""The texts around a figure that leaves the app alone: its finding, what qualifies it, its source, and its name in a list and a file."""

from geo.exports.pictures.asked import Picture
from geo.exports.slides.sources import tell_source
from geo.handout import Drawn, Handout
from geo.messages import mark, say
from geo.spelling import join_clauses, name_value

# Figures of a page's own finding; the others have a finding or name of theirs.
OF_THE_PAGE = ("map", "scatter", "strips")
# Figures whose name says nothing of the view that they belong to, so that the page's finding stands below it.
PARTS_OF_A_VIEW = ("bars", "treemap", "flow", "years", "dates")
# Figures whose label says more than what they show: their kind before it, or what the screen can do with it.
NAMED = ("map", "ranking", "matrix")
# Kinds whose label is a whole sentence that begins with the kind.
_TELLING = ("bars", "treemap", "flow", "dates", "scatter")
# Figures that no filter of their page reaches.
WITHOUT_FILTERS = ("programmes", "timeline")
_KIND_NAMES = {
    "map": mark("Map"), "ranking": mark("Ranking"), "bars": mark("Bars"), "treemap": mark("Treemap"), "flow": mark("Flow"),
    "years": mark("Years"), "dates": mark("Dates"), "scatter": mark("Scatter plot"), "distribution": mark("Distribution"),
    "upset": mark("Overlap of groups"), "matrix": mark("Matrix"), "signed_bars": mark("Bars"), "programmes": mark("Programmes"),
    "timeline": mark("Timeline"), "gap_strip": mark("Published beside recomputed"), "strips": mark("Strips"),
}  # fmt: skip
DRAWN_KINDS = tuple(_KIND_NAMES)


def list_drawable(handout: Handout) -> tuple[Drawn, ...]:
    """Return the figures of a view that can be drawn as pictures, in the order of the screen."""
    return tuple(one for one in handout.figures if one.kind in DRAWN_KINDS)


def make_picture(handout: Handout, drawn: Drawn, link: str) -> Picture:
    """Return a figure of a view with the texts around it; `link` is the address of the view."""
    title, below = _find_titles(handout, drawn)
    filters = (
        (f"{join_clauses(one.rstrip('.') for one in handout.filters)}.",)
        if handout.filters and drawn.kind not in WITHOUT_FILTERS
        else ()
    )
    return Picture(
        drawn.kind, drawn.data, title, below, filters, drawn.data.get("source") or tell_source([handout]), link
    )


def name_figure(handout: Handout, drawn: Drawn) -> str:
    """Return what a figure is called in a list: its kind, and what it shows."""
    kind = say(_KIND_NAMES[drawn.kind])
    shows = drawn.data["unit"] if drawn.kind == "ranking" else find_name(drawn) or handout.title
    is_told = drawn.kind in _TELLING and not drawn.data.get("title")
    return shows if is_told else name_value(kind, shows)


def name_file(handout: Handout, drawn: Drawn, file_format: str) -> str:
    """Return the name of a picture's file: that of the view, and the figure."""
    return f"{handout.stem}_{drawn.key.replace('_', '-')}.{file_format}"


def _find_titles(handout: Handout, drawn: Drawn) -> tuple[str, str]:
    if _is_of_page(handout, drawn):
        return handout.title, handout.below
    own = find_name(drawn)
    whole = f"{handout.title.rstrip('.')}. {handout.below}".strip()
    return own, whole if drawn.kind in PARTS_OF_A_VIEW or drawn.kind == "ranking" else handout.below


def _is_of_page(handout: Handout, drawn: Drawn) -> bool:
    first = next((one for one in handout.figures if one.kind == drawn.kind), drawn)
    return (
        drawn.kind in OF_THE_PAGE
        or (drawn.kind == "ranking" and drawn.key == "ranking")
        or (drawn.kind == "matrix" and first is drawn and handout.slug == "gaps")
    )


def find_name(drawn: Drawn) -> str:
    """Return what a figure shows: its title, or its label; of some kinds without what only the screen needs."""
    data = drawn.data
    return str(data.get("title") or (drawn.kind in NAMED and data.get("name")) or data.get("label") or "")
