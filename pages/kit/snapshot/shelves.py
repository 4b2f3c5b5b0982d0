"""Lists of ways and downloads below the figures of some pages: all indicators, stories, places, tables."""

from typing import Any

from data.schema import BUILT_TABLES
from geo.country_card import list_places
from geo.exports.columns import TABLES_CONTEXT
from geo.messages import say, say_in
from pages.kit import router
from pages.kit.snapshot import links
from pages.kit.snapshot.assets import TABLES_FOLDER
from pages.kit.snapshot.plan import TOPICS, StaticPage, list_topic
from pages.kit.snapshot.render import AT_TOP

Block = dict[str, Any]


def list_blocks(page: StaticPage, tables: list[str]) -> list[Block]:
    """Return what stands below the figures of a page: of the sources all tables, of the list of countries all places."""
    if page.slug == "sources":
        entries = [
            _entry(
                name,
                f"../{TABLES_FOLDER}/{name}",
                say_in(TABLES_CONTEXT, BUILT_TABLES[name.removesuffix(".csv")].description),
                is_file=True,
            )
            for name in tables
        ]
        note = say("Every built table as it is; SHA256SUMS and datapackage.json lie beside them.")
        return [_block(say("Tables"), "cards small", entries, note)]
    if page.name == "countries":
        return [
            _block(
                say("Countries and regions"),
                "names",
                [_entry(name, f"country-{place}.html") for place, name in list_places().items()],
            )
        ]
    return []


def list_ways(headlines: dict[str, str], stories: dict[str, str]) -> list[Block]:
    """Return the ways from the first page: every indicator with its finding, the pages of the other sections, the stories."""
    blocks = [
        _block(
            router.find_entry(topic).title,
            "cards",
            [_way(one, name, headlines) for one, name in list_topic(topic).items() if one in headlines],
        )
        for topic in TOPICS
    ]
    for section in dict.fromkeys(entry.section for entry in router.PAGES if entry.section):
        entries = [entry for entry in router.PAGES if entry.section == section]
        names = {
            links.name_page(entry.slug).removesuffix(".html"): entry.title
            for entry in entries
            if entry.slug not in ("check", "access")
        }
        blocks.append(
            _block(
                say(section), "cards", [_way(one, name, headlines) for one, name in names.items() if one in headlines]
            )
        )
    blocks.append(
        _block(say("Stories"), "cards", [_entry(title, AT_TOP.folder + file) for file, title in stories.items()])
    )
    return [block for block in blocks if block["entries"]]


def list_first(headlines: dict[str, str]) -> list[dict[str, Any]]:
    """Return the ways that stand above everything else: each topic's first finding."""
    first = {
        links.name_page(one).removesuffix(".html"): router.find_entry(one).title for one in (*TOPICS, "commitments")
    }
    return [_way(one, title, headlines) for one, title in first.items() if one in headlines]


def _way(name: str, title: str, headlines: dict[str, str]) -> dict[str, Any]:
    return _entry(title, f"{AT_TOP.folder}{name}.html", headlines[name])


def _block(title: str, shape: str, entries: list[dict[str, Any]], note: str = "") -> Block:
    return {"title": title, "shape": shape, "note": note, "entries": entries}


def _entry(title: str, address: str, text: str = "", *, is_file: bool = False) -> dict[str, Any]:
    return {"title": title, "address": address, "text": text, "is_file": is_file}
