"""Addresses that show one thing: a decision or contract, and any view, with or without the name of the server."""

import os
from urllib.parse import urlencode, urlsplit

import streamlit as st

from geo.citation import CitedValue
from geo.handout import Handout
from geo.messages import current
from geo.record import find_measure_of
from pages.kit import router
from pages.kit.parameters import LANGUAGE
from pages.kit.urlstate import VERSION

PAGE = "money"
# The address under which visitors find the atlas, where a proxy hides it from the server: scheme, host and path.
SETTING = "ATLAS_URL"


def link_record(record_id: str) -> str:
    """Return the relative address of a record's card. Raises KeyError for an id that Annex H does not have."""
    parameters = {"v": VERSION, LANGUAGE: current(), "measure": find_measure_of(record_id), "record": record_id}
    return f"{PAGE}?{urlencode(parameters)}"


def relative(handout: Handout) -> str:
    """Return the address of a view below that of the atlas: page and parameters, those that are empty left out."""
    parameters = {name: value for name, value in handout.parameters.items() if value}
    return f"{path_of(handout.slug)}?{urlencode(parameters, safe=',/')}"


def path_of(slug: str) -> str:
    """Return where a page is below the address of the atlas; the first one is the address itself, and is found nowhere else."""
    return "" if slug == router.PAGES[0].slug else slug


def link_page(slug: str) -> str:
    """Return the relative address of a page without any choice but the language."""
    return f"{path_of(slug)}?{urlencode({LANGUAGE: current()})}"


def absolute(handout: Handout) -> str:
    """Return the whole address of a view; without a known server, the part below it."""
    return find_base() + relative(handout)


def of_value(value: CitedValue) -> str:
    """Return the whole address that shows one value, the same from wherever it is cited."""
    parameters = {name: text for name, text in value.parameters.items() if text}
    return f"{find_base()}{path_of(value.slug)}?{urlencode({'v': VERSION, LANGUAGE: current()} | parameters)}"


def find_base() -> str:
    """Return the address of the atlas with a slash at its end: as set, else as the visitor's browser has it; empty where neither is known."""
    return clean_base(os.environ.get(SETTING, "")) or clean_base(_strip_page(st.context.url or ""))


def find_path() -> str:
    """Return the path under which this very visitor has the atlas, with a slash at both ends: for what the same page loads itself."""
    return urlsplit(clean_base(_strip_page(st.context.url or ""))).path or "/"


def clean_base(address: str) -> str:
    """Return scheme, host and path of an address with a slash at the end; empty for what is no address of the web."""
    try:
        parts = urlsplit(address.strip())
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/" if is_web else ""


def _strip_page(address: str) -> str:
    """An address without the page at its end: what stands before it is the prefix under which the atlas is served."""
    before, _, last = address.rstrip("/").rpartition("/")
    return before if last in {entry.slug for entry in router.PAGES} else address
