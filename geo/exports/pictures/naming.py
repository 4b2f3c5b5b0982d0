"""The texts around a figure that leaves the app alone: its finding, what qualifies it, its source, and its name in a list and a file."""

from geo.exports.pictures.asked import Picture
from geo.exports.slides.sources import tell_source
from geo.handout import Drawn, Handout

# Figures of a page's own finding; the others have a finding or name of theirs.
OF_THE_PAGE = ("map", "scatter", "strips")
# Figures whose name says nothing of the view that they belong to, so that the page's finding stands below it.
PARTS_OF_A_VIEW = ("bars", "treemap", "flow", "years", "dates")
# Figures that no filter of their page reaches.
WITHOUT_FILTERS = ("programmes", "timeline")
_KIND_NAMES = {
    "map": "Map", "ranking": "Ranking", "bars": "Bars", "treemap": "Treemap", "flow": "Flow", "years": "Years", "dates": "Dates",
    "scatter": "Scatter plot", "distribution": "Distribution", "upset": "Overlap of groups", "matrix": "Matrix", "signed_bars": "Bars",
    "programmes": "Programmes", "timeline": "Timeline", "gap_strip": "Published beside recomputed", "strips": "Strips",
}  # fmt: skip
DRAWN_KINDS = tuple(_KIND_NAMES)


def list_drawable(handout: Handout) -> tuple[Drawn, ...]:
    """Return the figures of a view that can be drawn as pictures, in the order of the screen."""
    return tuple(one for one in handout.figures if one.kind in DRAWN_KINDS)


def make_picture(handout: Handout, drawn: Drawn, link: str) -> Picture:
    """Return a figure of a view with the texts around it; `link` is the address of the view."""
    title, below = _find_titles(handout, drawn)
    filters = (
        (f"{'; '.join(one.rstrip('.') for one in handout.filters)}.",)
        if handout.filters and drawn.kind not in WITHOUT_FILTERS
        else ()
    )
    return Picture(
        drawn.kind, drawn.data, title, below, filters, drawn.data.get("source") or tell_source([handout]), link
    )


def name_figure(handout: Handout, drawn: Drawn) -> str:
    """Return what a figure is called in a list: its kind, and what it shows."""
    kind = _KIND_NAMES[drawn.kind]
    shows = drawn.data.get("title") or drawn.data.get("label") or handout.title
    if drawn.kind == "ranking":
        shows = drawn.data["unit"]
    shows = _clean(shows)
    return shows if shows.startswith(kind) else f"{kind}: {shows}"


def name_file(handout: Handout, drawn: Drawn, file_format: str) -> str:
    """Return the name of a picture's file: that of the view, and the figure."""
    return f"{handout.stem}_{drawn.key.replace('_', '-')}.{file_format}"


def _find_titles(handout: Handout, drawn: Drawn) -> tuple[str, str]:
    if _is_of_page(handout, drawn):
        return handout.title, handout.below
    own = _clean(drawn.data.get("title") or drawn.data["label"])
    whole = f"{handout.title.rstrip('.')}. {handout.below}".strip()
    return own, whole if drawn.kind in PARTS_OF_A_VIEW or drawn.kind == "ranking" else handout.below


def _is_of_page(handout: Handout, drawn: Drawn) -> bool:
    first = next((one for one in handout.figures if one.kind == drawn.kind), drawn)
    return (
        drawn.kind in OF_THE_PAGE
        or (drawn.kind == "ranking" and drawn.key == "ranking")
        or (drawn.kind == "matrix" and first is drawn and handout.slug == "gaps")
    )


def _clean(label: str) -> str:
    """A name without its kind before it, and without what is said of the screen after it."""
    for kind in ("Map: ", "Ranking: "):
        label = label.removeprefix(kind)
    return label.split("; a heading sorts")[0]
