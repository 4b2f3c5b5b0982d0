"""The one file that the search box reads: static/search-<hash>.json, made by `python -m geo.search_index`.

Its name carries the first ten hex digits of its SHA-256, so that browsers may keep it for ever. It holds `entries`, each with

* `id`: what a choice goes to, as place/HND, indicator/homicide_rate, decision/..., contract/..., group/sica;
* `kind`, `name`, `context`: what is shown: the kind it stands under, its name, and a line that tells it from its namesakes;
* `also`: other names that find it (countries: English, Spanish, Portuguese, French, as printed, ISO codes);
* `words`: text that finds it, though not as a name.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.schema import SEED_TABLES
from data.seeds import SEED_FOLDER, read_table
from data.store import load_records
from geo.classify import format_number
from geo.country_card import list_places
from geo.findings import format_eur
from geo.places import find_subregion, name_countries, name_places, name_zones
from geo.selection import list_members
from geo.static_file import STATIC_FOLDER, StaticFile, to_compact_json

FILE = StaticFile("search", made_by="python -m geo.search_index")
LANGUAGES = ("en", "es", "pt", "pt_PT", "fr")

Entry = dict[str, Any]


def find_search_file(folder: Path = STATIC_FOLDER) -> Path:
    """The search file in the static folder; refuses when there is none or more than one."""
    return FILE.find(folder)


def render_search_file() -> bytes:
    """The file's bytes, the same for the same tables."""
    return to_compact_json({"entries": list_entries()})


def name_search_file(content: bytes) -> str:
    """The file name that belongs to the content."""
    return FILE.name(content)


def write_search_file(folder: Path = STATIC_FOLDER) -> Path:
    """Writes the search file, removes older ones, and says where it is."""
    return FILE.write(render_search_file(), folder)


def list_entries() -> list[Entry]:
    """Everything that can be found, by kind."""
    return [*_countries(), *_regions(), *_indicators(), *_groups(), *_decisions(), *_contracts()]


def translate_country(iso2: str) -> list[str]:
    """The names of a country in the four languages, as CLDR has them; "&" as the word that it stands for."""
    # Imported here because only the making of the file needs it: the server does not have Babel.
    from babel import Locale  # noqa: PLC0415

    return [str(Locale.parse(language).territories[iso2]).replace("&", "and") for language in LANGUAGES]


def _countries() -> Iterator[Entry]:
    rows, _ = read_table(SEED_FOLDER / "countries.csv", SEED_TABLES["countries"])
    for row in sorted(rows, key=lambda one: one["name"]):
        codes = [row["iso3"], row["iso2"]]
        also = [*translate_country(row["iso2"]), *row["printed_names"].split(";"), *codes]
        subregion = name_places("subregions")[find_subregion(row["iso3"])]
        yield _entry(f"place/{row['iso3']}", "Countries", row["name"], subregion, also)


def _regions() -> Iterator[Entry]:
    for place_id, name in list_places().items():
        if place_id not in name_countries():
            yield _entry(
                f"place/{place_id}", "Regions with EU money of their own", name, "Belongs to no single country"
            )


def _indicators() -> Iterator[Entry]:
    for row in sorted(load_records("indicators"), key=lambda one: (one["topic"] != "violence", one["order"])):
        context = f"{row['unit']}, {row['reference_year']}"
        yield _entry(
            f"indicator/{row['indicator_id']}",
            "Indicators",
            row["name"],
            context,
            [row["short_name"]],
            words=row["definition"],
        )


def _groups() -> Iterator[Entry]:
    for row in load_records("alliances"):
        named = len(list_members(row["alliance_id"]))
        stated = (
            f"{row['printed_member_count']} members, not named" if row["printed_member_count"] else "members not named"
        )
        context = f"{named} countries of the region" if named else stated
        yield _entry(f"group/{row['alliance_id']}", "Alliances and groups", row["name"], context, [row["short_name"]])


def _decisions() -> Iterator[Entry]:
    for row in load_records("decisions"):
        context = f"{row['decision_id']} · {format_eur(row['committed_eur'])} committed · {name_zones()[row['zone']]}"
        yield _entry(f"decision/{row['decision_id']}", "EU decisions", row["title"], context, [row["decision_id"]])


def _contracts() -> Iterator[Entry]:
    zones = {row["decision_id"]: name_zones()[row["zone"]] for row in load_records("decisions")}
    for row in load_records("contracts"):
        amount = f"EUR {format_number(float(row['contracted_eur']), 0)} contracted"
        context = f"{row['contract_id']} · {amount} · {row['decision_id']} · {zones[row['decision_id']]}"
        yield _entry(f"contract/{row['contract_id']}", "Contracts", row["title"], context, [row["contract_id"]])


def _entry(  # noqa: PLR0913, PLR0917 - one argument a part of the entry
    entry_id: str, kind: str, name: str, context: str, also: list[str] | None = None, words: str = ""
) -> Entry:
    others = [one for one in dict.fromkeys(also or []) if one != name]
    return {"id": entry_id, "kind": kind, "name": name, "context": context, "also": others, "words": words}


if __name__ == "__main__":
    print(write_search_file().name)
