"""Makes the snapshot: every page of the plan, the stories, the page about it, and all that they need, in one folder."""

import os
from dataclasses import dataclass
from typing import Any

from geo.handout import Handout
from geo.messages import ENGLISH, say, speaking
from pages.kit import permalinks, search
from pages.kit.snapshot import layout, links, menu, shelves, stories, takings
from pages.kit.snapshot.assets import PAGES_FOLDER, Assets, add_assets, add_tables
from pages.kit.snapshot.folder import Folder
from pages.kit.snapshot.plan import StaticPage, list_pages
from pages.kit.snapshot.render import AT_TOP, IN_FOLDER, Place, render
from pages.kit.snapshot.scripts import keep
from pages.kit.snapshot.views import Bundle, Ground, add_view
from pages.kit.story_views import ShippedStory


@dataclass
class Site:
    """The snapshot while it is made."""

    folder: Folder
    assets: Assets
    stories: dict[str, str]
    live: str
    views: int = 0
    pages: int = 0


def build(only: frozenset[str] | None = None, language: str = ENGLISH) -> Folder:
    """Return the folder with every page in a language, or with those of some names alone (for tests).

    The first page and the one about it are always in it. Raises ValueError for a language that the atlas does not have.
    """
    with speaking(language):
        return _build(only)


def _build(only: frozenset[str] | None) -> Folder:
    folder = Folder()
    told = stories.list_stories() if only is None or any(one.startswith("story-") for one in only) else ()
    titles = {f"story-{one.name}.html": one.story.title for one in told}
    site = Site(folder, add_assets(folder), titles, permalinks.clean_base(os.environ.get(permalinks.SETTING, "")))
    tables = add_tables(folder)
    headlines = {}
    for page in list_pages():
        if only is None or page.name in only:
            headlines[page.name] = _add_page(site, page, IN_FOLDER, shelves.list_blocks(page, tables))
    for one in told:
        _add_story(site, one)
    _add_page(
        site,
        StaticPage("index", "overview", say("Overview"), {}),
        AT_TOP,
        shelves.list_ways(headlines, site.stories),
        lead=_write_masthead() | {"entries": shelves.list_first(headlines)},
    )
    _add_about(site)
    return folder


def _write_masthead() -> dict[str, Any]:
    text = say(
        "Violence, prisons, justice and EU money on one map of 33 states; every number names the page and cell it was printed in."
    )
    return {"title": say("Citizen security in Latin America and the Caribbean"), "text": text}


def _add_page(
    site: Site, page: StaticPage, place: Place, blocks: list[dict[str, Any]], lead: dict[str, Any] | None = None
) -> str:
    """Make a page: its first view stands in it, the others in a file that it loads when one is asked for. Returns its finding."""
    first, others, ground = Bundle(), Bundle(), Ground(site.folder, place.folder, site.live)
    keys = dict(page.list_views())
    opening = next(iter(keys))
    made = {
        key: add_view(first if key == opening else others, ground, page, key, parameters)
        for key, parameters in keys.items()
    }
    site.views += len(keys)
    view = first.views[opening]
    addresses = _find_addresses(site, page, others, place)
    data = _describe(page, place, opening, addresses) | first.to_data()
    kinds = first.kinds | others.kinds | _list_side_kinds(page.slug)
    text = render(
        "page.html", place, data, title=page.title, body_class=f"page-{page.slug}", scripts=site.assets.list_scripts(kinds), view=view,
        choices=_list_choices(page), rows=_list_rows(page.slug), blocks=blocks, lead=lead,
        siblings=menu.list_siblings(page.slug, page.name), **_list_takings(site, page, made[opening], place),
        **_frame(site, page.name, place),
    )  # fmt: skip
    _add_html(site, page.name, place, text)
    return str(view["title"])


def _list_takings(site: Site, page: StaticPage, handout: Handout, place: Place) -> dict[str, Any]:
    """The further tables of a page, and the package of its first view; a place has rows alone, or the snapshot would grow by a third."""
    further = takings.lead(takings.add_further(site.folder, handout, page.name), place.top)
    is_whole = not page.name.startswith("country-")
    return {
        "further": further,
        "package": place.top + takings.add_package(site.folder, handout, site.live) if is_whole else "",
    }


def _frame(site: Site, name: str, place: Place) -> dict[str, Any]:
    here = f"../{links.INDEX}" if place is AT_TOP else f"{name}.html"
    return {"assets": site.assets, "live": site.live, "sections": menu.list_sections(here, place.folder, site.stories)}


def _add_html(site: Site, name: str, place: Place, text: str) -> None:
    site.pages += 1
    site.folder.add(f"{name}.html" if place is AT_TOP else f"{PAGES_FOLDER}/{name}.html", text)


def _find_addresses(site: Site, page: StaticPage, others: Bundle, place: Place) -> dict[str, str]:
    """Where the files lie that a page may load, by the names that it asks for."""
    found = _find_files(site, place)
    if others.views:
        script = keep(f"views-{page.name}", others.to_data())
        path = site.folder.add_hashed(f"{PAGES_FOLDER}/views/{page.name}.js", script)
        found[f"views-{page.name}"] = place.folder + path.removeprefix(f"{PAGES_FOLDER}/")
    return found


def _find_files(site: Site, place: Place) -> dict[str, str]:
    return {name: place.folder + path for name, path in site.assets.files.items()}


def _describe(page: StaticPage, place: Place, opening: str, addresses: dict[str, str]) -> dict[str, Any]:
    """What the scripts of a page know of it."""
    return {
        "name": page.name,
        "folder": place.folder,
        "first": opening,
        "file": f"views-{page.name}",
        "choices": [{"name": choice.name, "options": list(choice.options)} for choice in page.choices],
        "has_records": page.slug in layout.MONEY,
        "has_cards": page.slug in layout.WITH_CARDS,
    } | describe_frame(addresses)


def describe_frame(addresses: dict[str, str]) -> dict[str, Any]:
    """What the scripts of every page know: files by name, and the search box with the pages that it finds."""
    return {"addresses": addresses, "search": search.box_data(), "pages": menu.list_page_files()}


def _list_side_kinds(slug: str) -> set[str]:
    """The kinds of cards that may stand beside the figures of a page."""
    cards = {"card"} if slug in layout.WITH_CARDS or slug == "gaps" else set()
    return cards | ({"record"} if slug in layout.MONEY else set())


def _list_choices(page: StaticPage) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "label": one.label,
            "options": [{"value": value, "label": label} for value, (label, _) in one.options.items()],
        }
        for one in page.choices
    ]


def _list_rows(slug: str) -> list[dict[str, Any]]:
    return [
        {
            "shape": row.shape,
            "title": say(row.title),
            "note": say(row.note),
            "cells": [
                {"takes": cell.replace(layout.SIDE, "").strip(), "has_side": layout.SIDE in cell} for cell in row.cells
            ],
        }
        for row in layout.list_rows(slug)
    ]


def _add_story(site: Site, told: ShippedStory) -> None:
    drawn = stories.draw_story(told.story, site.live)
    kinds = {figure["kind"] for step in drawn["steps"] for figure in step["figures"]}
    name = f"story-{told.name}"
    data = {"name": name, "folder": "", "stage": drawn} | describe_frame(_find_files(site, IN_FOLDER))
    text = render(
        "story.html", IN_FOLDER, data, title=told.story.title, body_class="page-story", steps=drawn["steps"], step=drawn["steps"][0],
        scripts=site.assets.list_scripts({*kinds, "stage", "card", "record"}), **_frame(site, name, IN_FOLDER),
    )  # fmt: skip
    _add_html(site, name, IN_FOLDER, text)


def _add_about(site: Site) -> None:
    """The page about the snapshot comes last: it says how many files there are, itself and the list of checksums among them."""
    text = render(
        "about.html", IN_FOLDER, describe_frame(_find_files(site, IN_FOLDER)), title=say("What this snapshot is"), body_class="page-about",
        scripts=site.assets.list_scripts(set()), files=len(site.folder.files) + 2, views=site.views, pages=site.pages + 1,
        stories=len(site.stories), **_frame(site, "about", IN_FOLDER),
    )  # fmt: skip
    _add_html(site, "about", IN_FOLDER, text)
