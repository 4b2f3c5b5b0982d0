"""Views of the snapshot: handouts as data that the pages carry, each figure's data once."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from geo.country_brief import build_brief
from geo.handout import Drawn, Handout
from geo.messages import mark, say
from geo.money_charts import CHARTS
from geo.places import name_countries
from pages.kit import handouts, load, permalinks, router, urlstate
from pages.kit.components.slim import slim
from pages.kit.snapshot import layout, links, takings
from pages.kit.snapshot.folder import Folder
from pages.kit.snapshot.plan import Parameters, StaticPage
from pages.kit.snapshot.scripts import to_json
from pages.kit.urlstate import ViewState

# What figures say of filters that need a server, as the snapshot answers instead.
_REWORDED = {
    "setlist": ("hint", mark("The countries of each set")),
    "upset": ("hint", mark("Point at a column, or move to it with the arrow keys, to read its countries.")),
    "flow": (
        "key",
        mark(
            "Each band has the colour of its programming zone. A band or a block lists the records that it stands for."
        ),
    ),
}


@dataclass
class Bundle:
    """Views by key, and the data of their figures by hash; figures that views share stand in it once."""

    views: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)

    def to_data(self) -> dict[str, Any]:
        """Return what a page or a file carries."""
        return {"views": self.views, "figures": self.figures}


@dataclass(frozen=True)
class Ground:
    """What a view is put into: the folder, the way from its page to the folder of pages, and the address of the live atlas or ""."""

    folder: Folder
    prefix: str
    live: str


def read_state(slug: str, parameters: Parameters) -> ViewState:
    """Return the state that parameters ask for. Raises ValueError where the atlas does not know one of them."""
    state, problems = urlstate.read(parameters, router.find_entry(slug).topic)
    if problems:
        raise ValueError(f"{slug} {parameters}: {' '.join(problems)}")
    return state


def add_view(bundle: Bundle, ground: Ground, page: StaticPage, key: str, parameters: Parameters) -> Handout:
    """Make one view, put it into a bundle and its rows into the folder, and return its handout."""
    state = read_state(page.slug, parameters)
    handout = handouts.make(page.slug, state)
    figures = [
        _add_figure(bundle, page.slug, drawn, ground.prefix)
        for drawn in handout.figures
        if drawn.key not in layout.LEFT_OUT
    ]
    _title_figures(figures, page.slug, state)
    bundle.views[key] = {
        "title": handout.title,
        "below": handout.below,
        "filters": "; ".join(handout.filters),
        "told": _tell(handout, state),
        "notes": list(handout.notes),
        "figures": figures,
        "csv": find_way(ground.prefix) + takings.add_rows(ground.folder, handout, key),
        "live": ground.live and ground.live + permalinks.relative(handout),
    }
    return handout


def find_way(prefix: str) -> str:
    """Return the way from a page to the folder's top: pages stand in a folder of their own, all but the first."""
    return "" if prefix else "../"


def _add_figure(bundle: Bundle, slug: str, drawn: Drawn, prefix: str) -> dict[str, Any]:
    data = links.rewrite(slim(drawn.kind, drawn.data), prefix)
    if drawn.kind in _REWORDED:
        part, words = _REWORDED[drawn.kind]
        data[part] = say(words)
    name = hashlib.sha256(to_json(data).encode()).hexdigest()[:10]
    bundle.figures[name] = data
    bundle.kinds.add(drawn.kind)
    return {"key": drawn.key, "kind": drawn.kind, "role": layout.find_role(slug, drawn.kind, drawn.key), "data": name}


def _title_figures(figures: list[dict[str, Any]], slug: str, state: ViewState) -> None:
    """Name the two maps of money beside need, which the live page heads itself."""
    if slug != "need":
        return
    view = load.need_view(state.for_topic("need").selection)
    titles = {"map": say("{measure}, by country", measure=view.money.measure_name), "map_need": view.need.name}
    for figure in figures:
        if figure["key"] in titles:
            figure["title"] = titles[figure["key"]]


def _tell(handout: Handout, state: ViewState) -> str:
    """What the live page says in place of a figure that a view cannot have."""
    if handout.slug == "money" and state.selection.measure not in CHARTS[state.chart].measures:
        return CHARTS[state.chart].why_not
    if handout.slug == "country" and state.place in name_countries() and not build_brief(state.place).money.decisions:
        return say("Annex H lists no decision for {country} alone.", country=name_countries()[state.place])
    return ""
