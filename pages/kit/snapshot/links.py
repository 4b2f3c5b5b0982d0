"""Addresses of the live atlas as addresses in the snapshot, or none where it has no such view."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from geo.allocation import NOTHING
from geo.dimensions import DIMENSIONS
from pages.kit import router
from pages.kit.parameters import LANGUAGE

INDEX = "index.html"
# Parts of an address that hold what links to figures name: a record, a filter, a page.
_LINK_NAMES = frozenset({"href", "link"})
# A page's part that changes nothing of what it shows where it has this value.
_USUAL = {
    "v": None,
    LANGUAGE: None,  # the snapshot has one
    "early": "include",
    "spread": NOTHING,
    "chart": None,
    "by": None,
    "split": None,
    "bars": None,
    "flow": None,
}


def name_page(slug: str) -> str:
    """Return the file of a page's default view, without its folder. Raises KeyError for a page that the snapshot does not have."""
    return {
        "overview": f"../{INDEX}",
        "violence": "homicide_rate.html",
        "prisons": "prison_occupancy_pct.html",
        "country": "countries.html",
        "check": "about.html",
        "access": "about.html",
        "stories": f"../{INDEX}",
    }.get(slug) or f"{router.find_entry(slug).slug}.html"


def translate(address: str) -> str | None:
    """Return where the snapshot shows what an address of the atlas leads to, or None."""
    parts = urlsplit(address)
    query = {
        name: value for name, value in parse_qsl(parts.query) if value and _USUAL.get(name, "") not in {None, value}
    }
    if parts.path not in {entry.slug for entry in router.PAGES} or parts.netloc:
        return None
    if parts.path == "country":
        return f"country-{query['place']}.html" if "place" in query else name_page("country")
    if parts.path in ("violence", "prisons"):
        return f"{query['indicator']}.html" if set(query) == {"indicator"} else name_page(parts.path)
    return _translate_money(query) if parts.path == "money" else None if query else name_page(parts.path)


def rewrite(data: Any, folder: str) -> Any:
    """Return the data of a figure with every link in it led into the snapshot; a link that leads nowhere there is taken out."""
    if isinstance(data, dict):
        return {name: _rewrite_value(name, value, folder) for name, value in data.items()}
    return [rewrite(one, folder) for one in data] if isinstance(data, (list, tuple)) else data


def _rewrite_value(name: str, value: Any, folder: str) -> Any:
    if name not in _LINK_NAMES or not isinstance(value, str) or not value:
        return rewrite(value, folder)
    found = translate(value)
    return folder + found if found else None


def _translate_money(query: dict[str, str]) -> str | None:
    """A record, or the records that single values of dimensions leave; what a filter of years or words leaves has no view here."""
    if "record" in query:
        return f"money.html#{urlencode({'measure': query.get('measure', 'committed'), 'record': query['record']})}"
    pairs = {name: value for name, value in query.items() if name != "measure"}
    if any(name not in DIMENSIONS or "," in value for name, value in pairs.items()):
        return None
    parts = {"measure": query.get("measure", "committed")} | {f"by-{name}": value for name, value in pairs.items()}
    return f"money.html#{urlencode(parts)}"
