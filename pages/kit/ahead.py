"""Maps ahead of their page: what a choice of the filters makes of the map, answered at once while Streamlit still runs the page.

A run of the whole page takes a fifth of a second from the key to the paint, most of it in the browser, which builds every element again. So
a script (`components/ahead.js`) that sees a choice made in the filters asks for the map of that view here, and paints it. The run that
follows sends the same map with everything else, and has the last word: without this way, or when it fails, it is only later.
"""

from collections.abc import Callable, Mapping
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response

from geo.messages import cached, speaking
from geo.places import name_alliances, name_places
from pages.kit import load, log, parameters, router, show, tongue, urlstate
from pages.kit.components.sending import Figure, send
from pages.kit.urlstate import ViewState

ADDRESS = "ahead"
# Characters of a link that are read: that of a view has some 300, and words in titles and many values at once a few times that.
MOST_LINK = 4_000
# Maps that are drawn at once, on other threads than those of runs; so many more may wait, as when a room of people opens one link. Whoever
# comes after them waits for the run.
_ROOM = CapacityLimiter(2)
MOST_WAITING = 40
_HEADERS = {"Cache-Control": "no-store"}


def _draw_indicator(state: ViewState) -> Figure | None:
    view = load.indicator_view(state.selection)
    return None if view.empty else show.draw_indicator(view, state)


def _draw_money(state: ViewState) -> Figure | None:
    view = load.money_view(state.query)
    return None if view.empty else show.draw_money(view, state)


def _draw_sets(state: ViewState) -> Figure:
    return show.draw_sets(load.alliance_sets(state.selection), state)


# The map of each page that has one, by slug; none where the filters leave nothing.
_MAPS: dict[str, Callable[[ViewState], Figure | None]] = {
    "overview": _draw_indicator,
    "violence": _draw_indicator,
    "prisons": _draw_indicator,
    "commitments": _draw_money,
    "alliances": _draw_sets,
}


@cached
def list_choices(slug: str) -> dict[str, Any] | None:
    """Return what the script needs to follow the filters of a page: where to ask, and the options of each by what they are called.

    None for a page without a map.
    """
    if not has_map(slug):
        return None
    # Filters whose choices are followed, by their names in the URL; several values of one are joined by ",".
    names = {
        "indicator": parameters.known_indicators(router.find_entry(slug).topic),
        "measure": parameters.name_amounts(),
        "subregion": name_places("subregions"),
        "alliance": name_alliances(),
    }
    options = {name: {label: one for one, label in labels.items()} for name, labels in names.items()}
    return {"page": f"{ADDRESS}/{slug}", "options": options}


def has_map(slug: str) -> bool:
    """Return whether a page has a map."""
    return slug in _MAPS


def draw(slug: str, query: Mapping[str, str]) -> bytes | None:
    """Return the map of the view that a link asks for, as it goes over the wire; None where the page has none."""
    if not has_map(slug):
        return None
    topic = router.find_entry(slug).topic
    with speaking(tongue.choose(query.get(parameters.LANGUAGE), None)):
        state, _ = urlstate.read(query, topic)
        drawn = _MAPS[slug](state.for_topic(topic))
        return send("map", drawn) if drawn else None


async def answer(request: Request) -> Response:
    """Answer with the map of a view, or with nothing (204)."""
    return await answer_with(draw, request)


async def answer_with(draw_view: Callable[[str, Mapping[str, str]], bytes | None], request: Request) -> Response:
    """Answer with what is drawn of a view, or with nothing (204): also where the link is too long, too many wait already, or it fails."""
    slug = request.path_params["slug"]
    if len(request.url.query) > MOST_LINK or _ROOM.statistics().tasks_waiting >= MOST_WAITING:
        return Response(status_code=204, headers=_HEADERS)
    try:
        drawn = await to_thread.run_sync(draw_view, slug, dict(request.query_params), limiter=_ROOM)
    except Exception:  # the run of the page brings the map, or tells that it cannot be drawn
        log.failure(slug)
        drawn = None
    if drawn is None:
        return Response(status_code=204, headers=_HEADERS)
    return Response(drawn, media_type="application/json", headers=_HEADERS)
