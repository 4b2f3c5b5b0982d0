"""Handouts by page: what each view gives to a download, a slide, a story or a snapshot; made of the same figures as the screen.

One module a group of pages; each maker takes the state of its page and returns the handout. Nothing here is made in a normal run of a
page: only when something is to leave the app.
"""

from collections.abc import Callable

from geo.handout import Handout
from pages.kit import router
from pages.kit.handouts import context, country, indicators, money, places, published
from pages.kit.router import PageEntry
from pages.kit.urlstate import ViewState

Maker = Callable[[ViewState, PageEntry], Handout]

_MAKERS: dict[str, Maker] = {
    "overview": indicators.overview,
    "violence": indicators.indicator,
    "prisons": indicators.indicator,
    "commitments": money.commitments,
    "money": money.follow,
    "need": money.need,
    "reconciliation": published.reconciliation,
    "context": context.context,
    "country": country.country,
    "alliances": places.alliances,
    "compare": places.compare,
    "gaps": places.gaps,
    "sources": published.sources,
}


def has(slug: str) -> bool:
    """Return whether a page has a view that can leave the app."""
    return slug in _MAKERS


def list_slugs() -> tuple[str, ...]:
    """Return the pages that have a handout, in the order of the navigation."""
    return tuple(entry.slug for entry in router.PAGES if has(entry.slug))


def make(slug: str, state: ViewState) -> Handout:
    """Return the handout of a page's view. Raises KeyError for a page that has none."""
    entry = router.find_entry(slug)
    return _MAKERS[slug](state.for_topic(entry.topic), entry)
