"""Find anything: the box on every page, and where each result leads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from geo.country_card import list_places
from geo.indicator_view import find_indicator, list_indicators
from geo.messages import cached, mark, say
from geo.places import name_alliances
from geo.record import find_measure_of
from geo.search_index import find_search_file
from geo.spoken import load_records
from pages.kit import ahead, components, router, session
from pages.kit.components.sending import once

LABEL = mark("Find anything")
PLACEHOLDER = mark("Find a country, indicator, decision, contract or group")
# Pixels: beside the filters in one row on a laptop, and where there are few of them or none.
NARROW, WIDE = 230, 460
_KEY, _WAY = "search", "atlas_search"


@dataclass(frozen=True)
class Target:
    """Where a result leads: the page, and what it is to show; everything else stays as it is."""

    slug: str
    changes: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)


def box(*, is_wide: bool, slug: str = "") -> None:
    """Draw the search box, as wide as its invitation where there is room; its script also follows the filters of a page with a map."""
    components.search(once(_draw_box, slug), _KEY, _take, WIDE if is_wide else NARROW)


def _draw_box(slug: str) -> dict[str, Any]:
    """What the script is given on a page; without a slug, on one that has no filters."""
    return box_data() | {"ahead": ahead.list_choices(slug)}


def follow(slug: str) -> None:
    """Go to the page of the result that was chosen in the run before; on its own page, stay."""
    way = st.session_state.pop(_WAY, "")
    if way and way != slug:
        st.switch_page(router.list_pages()[way])


def go(target: Target) -> None:
    """Make the changes of a target now, and its page the one of this run; for callbacks, which cannot change the page."""
    session.change_all(target.changes, router.find_entry(target.slug).topic)
    st.session_state[_WAY] = target.slug


def find_target(picked: str) -> Target | None:
    """Return where a result leads, or None for an id that the atlas does not have."""
    kind, _, one = picked.partition("/")
    finders = {
        "place": _find_place,
        "indicator": _find_indicator,
        "group": _find_group,
        "decision": _find_decision,
        "contract": _find_contract,
        "page": _find_page,
    }
    return finders[kind](one) if kind in finders else None


def _take() -> None:
    target = find_target(session.picked_in(_KEY) or "")
    if target:
        go(target)


def _find_place(place: str) -> Target | None:
    return Target("country", {"place": place}) if place in list_places() else None


def _find_indicator(indicator_id: str) -> Target | None:
    if indicator_id not in list_indicators("violence") | list_indicators("prisons"):
        return None
    return Target(find_indicator(indicator_id)["topic"], {"indicator": indicator_id})


def _find_group(alliance_id: str) -> Target | None:
    if alliance_id in name_alliances():
        return Target("alliances", {"alliance": (alliance_id,), "match": "any", "without": ()})
    known = {row["alliance_id"] for row in load_records("alliances")}
    # Its members are not named, so nothing can be filtered by it; the page says what is known of it.
    return Target("alliances") if alliance_id in known else None


def find_record(record_id: str) -> Target:
    """Return where a decision or contract is shown. Raises KeyError for an id that Annex H does not have."""
    return Target("money", {"record": record_id, "measure": find_measure_of(record_id)})


def _find_decision(decision_id: str) -> Target | None:
    known = {row["decision_id"] for row in load_records("decisions")}
    return find_record(decision_id) if decision_id in known else None


def _find_contract(contract_id: str) -> Target | None:
    known = {row["contract_id"] for row in load_records("contracts")}
    return find_record(contract_id) if contract_id in known else None


def _find_page(slug: str) -> Target | None:
    return Target(slug) if slug in {entry.slug for entry in router.PAGES} else None


@cached
def box_data() -> dict[str, Any]:
    """The same for every page and visitor: where the index lies, and the pages, which it does not know."""
    return {
        "src": f"app/static/{find_search_file().name}",
        "label": say(LABEL),
        "placeholder": say(PLACEHOLDER),
        "pages": [{"id": f"page/{entry.slug}", "name": entry.title} for entry in router.PAGES],
    }
