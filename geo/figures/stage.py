"""What a slide of the presenter's mode shows of a view: one figure over the whole room, or a map with its list beside it."""

from geo.handout import Drawn, Handout
from geo.messages import mark
from geo.spelling import join_clauses

# Figures that carry a view by themselves; the others (cards, lists, facts) stand beside one or are shown where there is none.
CHARTS = (
    "bars",
    "treemap",
    "flow",
    "years",
    "dates",
    "scatter",
    "strips",
    "upset",
    "matrix",
    "distribution",
    "gap_strip",
)
CARRYING = frozenset({"map", *CHARTS, "signed_bars", "programmes", "timeline"})
# What may stand beside a figure, the first that the view has: the list of the same values, never a second chart.
BESIDE = {"map": ("ranking", "setlist"), "scatter": ("relation",)}
EMPTY = mark("The filters of this step leave nothing to show.")
NO_FIGURE = mark("This step has no figure.")


def choose_figures(handout: Handout, wanted: str = "") -> tuple[Drawn, ...]:
    """Return the figures of a slide, the main one first: the wanted one by its key, else the first that carries the view."""
    chosen = [one for one in handout.figures if one.key in wanted.split(",")]
    carrying = [one for one in handout.figures if one.kind in CARRYING]
    main = next(iter(chosen or carrying or handout.figures), None)
    return (main, *_beside(main, handout)) if main else ()


def _beside(main: Drawn, handout: Handout) -> tuple[Drawn, ...]:
    kinds = BESIDE.get(main.kind, ())
    found = [one for one in handout.figures if one.kind in kinds]
    # Of two lists the one that is called as its kind: the ranking of countries, not that of regions.
    found.sort(key=lambda one: (kinds.index(one.kind), one.key != one.kind))
    return tuple(found[:1])


def tell_below(handout: Handout, figures: tuple[Drawn, ...]) -> str:
    """Return what is shown, under which filters, and of how many: the line under a title that says the finding alone."""
    shown = ""
    if figures and figures[0].kind == "map":
        name, unit = str(figures[0].data["name"]), str(figures[0].data.get("unit", ""))
        shown = ", ".join(filter(None, (name, unit)))
    filters = "" if handout.tells_filters else join_clauses(handout.filters)
    parts = (f"{shown[:1].upper()}{shown[1:]}", filters, handout.below)
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)
