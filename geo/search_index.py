"""The files that the search box reads, one a language: static/search-<language>-<hash>.json, made by `python -m geo.search_index`.

A file's name carries the first ten hex digits of its SHA-256, so that browsers may keep it for ever. Each holds `entries`, with

* `id`: what a choice goes to, as place/HND, indicator/homicide_rate, decision/..., contract/..., group/sica;
* `kind`, `name`, `context`: what is shown: the kind it stands under, its name, and a line that tells it from its namesakes;
* `also`: other names that find it: those in all languages of the atlas; of a country those that are printed and its ISO codes too;
* `words`: text that finds it, though not as a name.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale

from data.schema import SEED_TABLES
from data.seeds import SEED_FOLDER, read_table
from geo.country_card import list_places
from geo.findings import format_eur
from geo.messages import LANGUAGES, current, say, say_count, speaking
from geo.places import find_subregion, name_countries, name_places, name_zones
from geo.selection import list_members
from geo.spelling import AND, format_number
from geo.spoken import load_records
from geo.static_file import STATIC_FOLDER, StaticFile, to_compact_json

FILES = {language: StaticFile(f"search-{language}", made_by="python -m geo.search_index") for language in LANGUAGES}
# Where countries' names are taken from: Portuguese has two ways of naming some.
_NAMES = tuple(map(Locale.parse, ("en", "es", "pt", "pt_PT", "fr")))

Entry = dict[str, Any]


def find_search_file(folder: Path = STATIC_FOLDER) -> Path:
    """The search file of the current language in the static folder; refuses when there is none or more than one."""
    return FILES[current()].find(folder)


def render_search_file() -> bytes:
    """The bytes of the current language's file, the same for the same tables and messages."""
    return to_compact_json({"entries": list_entries()})


def name_search_file(content: bytes) -> str:
    """The file name that belongs to the content in the current language."""
    return FILES[current()].name(content)


def write_search_files(folder: Path = STATIC_FOLDER) -> list[Path]:
    """Writes the search file of each language, removes older ones, and says where they are."""
    written = []
    for language, file in FILES.items():
        with speaking(language):
            written.append(file.write(render_search_file(), folder))
    return written


def list_entries() -> list[Entry]:
    """Everything that can be found, by kind, in the current language."""
    return [*_countries(), *_regions(), *_indicators(), *_groups(), *_decisions(), *_contracts()]


def translate_country(iso2: str) -> list[str]:
    """The names of a country in the four languages, as CLDR has them; "&" as the word that it stands for."""
    return [str(one.territories[iso2]).replace("&", AND[one.language]) for one in _NAMES]


def list_names(table: str) -> dict[str, list[str]]:
    """The names and short names of a table's rows in all languages, by id, those of the current language first."""
    found: dict[str, list[str]] = {}
    for language in (current(), *LANGUAGES):
        with speaking(language):
            for row in load_records(table):
                key = row["indicator_id" if table == "indicators" else "alliance_id"]
                found.setdefault(key, []).extend([row["name"], row["short_name"]])
    return found


def _countries() -> Iterator[Entry]:
    rows, _ = read_table(SEED_FOLDER / "countries.csv", SEED_TABLES["countries"])
    order = list(name_countries())
    for row in sorted(rows, key=lambda one: order.index(one["iso3"])):
        codes = [row["iso3"], row["iso2"]]
        also = [*translate_country(row["iso2"]), *row["printed_names"].split(";"), *codes]
        subregion = name_places("subregions")[find_subregion(row["iso3"])]
        name = name_countries()[row["iso3"]]
        yield _entry(f"place/{row['iso3']}", say("Countries"), name, subregion, [row["name"], *also])


def _regions() -> Iterator[Entry]:
    for place_id, name in list_places().items():
        if place_id not in name_countries():
            kind, context = say("Regions with EU money of their own"), say("Belongs to no single country")
            yield _entry(f"place/{place_id}", kind, name, context, _name_place(place_id))


def _name_place(place_id: str) -> list[str]:
    """A place's name in each language."""
    names = []
    for language in LANGUAGES:
        with speaking(language):
            names.append(list_places()[place_id])
    return names


def _indicators() -> Iterator[Entry]:
    names = list_names("indicators")
    for row in sorted(load_records("indicators"), key=lambda one: (one["topic"] != "violence", one["order"])):
        context = f"{row['unit']}, {row['reference_year']}"
        yield _entry(
            f"indicator/{row['indicator_id']}",
            say("Indicators"),
            row["name"],
            context,
            names[row["indicator_id"]],
            words=row["definition"],
        )


def _groups() -> Iterator[Entry]:
    names = list_names("alliances")
    for row in load_records("alliances"):
        context = _tell_members(row["alliance_id"], row["printed_member_count"])
        also = names[row["alliance_id"]]
        yield _entry(f"group/{row['alliance_id']}", say("Alliances and groups"), row["name"], context, also)


def _tell_members(alliance_id: str, stated: str | None) -> str:
    named = len(list_members(alliance_id))
    if named:
        return say_count("{n} country of the region", "{n} countries of the region", named)
    # Never one alone; a number that is told with more than a number is a message.
    return say("{number} members, not named", number=say(stated)) if stated else say("members not named")


def _decisions() -> Iterator[Entry]:
    for row in load_records("decisions"):
        amount = say("{amount} committed", amount=format_eur(row["committed_eur"]))
        context = f"{row['decision_id']} · {amount} · {name_zones()[row['zone']]}"
        yield _entry(f"decision/{row['decision_id']}", say("EU decisions"), row["title"], context, [row["decision_id"]])


def _contracts() -> Iterator[Entry]:
    zones = {row["decision_id"]: name_zones()[row["zone"]] for row in load_records("decisions")}
    for row in load_records("contracts"):
        amount = say("EUR {amount} contracted", amount=format_number(float(row["contracted_eur"]), 0))
        context = f"{row['contract_id']} · {amount} · {row['decision_id']} · {zones[row['decision_id']]}"
        yield _entry(f"contract/{row['contract_id']}", say("Contracts"), row["title"], context, [row["contract_id"]])


def _entry(  # noqa: PLR0913, PLR0917 - one argument a part of the entry
    entry_id: str, kind: str, name: str, context: str, also: list[str] | None = None, words: str = ""
) -> Entry:
    others = [one for one in dict.fromkeys(also or []) if one != name]
    return {"id": entry_id, "kind": kind, "name": name, "context": context, "also": others, "words": words}


if __name__ == "__main__":
    for written in write_search_files():
        print(written.name)
