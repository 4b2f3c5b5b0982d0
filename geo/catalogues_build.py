"""The catalogues of messages: `python -m geo.catalogues_build` brings them up to date with the code and compiles them.

A message is whatever the code says with `say`, `say_in`, `say_count` or `mark`, what component scripts say with `say`, `sayCount` or `mark`, the
atlas's own words in the built tables, and its stories. New ones come empty into geo/catalogues/<language>/LC_MESSAGES/atlas.po, for a
translator; gone ones leave. Names of countries come from CLDR. The server reads the compiled .mo beside each .po.
"""

import ast
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from data import store
from data.schema import BUILT_TABLES
from geo.citation import ATLAS
from geo.exports.columns import TABLES_CONTEXT, list_column_messages
from geo.messages import DOMAIN, ENGLISH, FOLDER, LANGUAGES
from geo.script_messages import list_counted, list_messages
from geo.spelling import AND, find_locale
from geo.spoken import COLUMNS

ROOT = Path(__file__).resolve().parent.parent
TRANSLATED = tuple(language for language in LANGUAGES if language != ENGLISH)
# What says a message, and how many of its first arguments are the message: its context and text, or both of its forms.
_KEYWORDS = {"say": 1, "mark": 1, "say_in": 2, "say_count": 2}
_STORY_TEXTS = ("title", "about", "note")

# Where a message stands, its text (or both forms), and its context.
Found = tuple[str, str | tuple[str, str], str | None]


def build() -> None:
    """Bring every catalogue up to date and compile it."""
    template = make_template()
    for language in TRANSLATED:
        catalogue = load_catalogue(language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        _name_countries(catalogue, language)
        save_catalogue(catalogue, language)


def make_template() -> Catalog:
    """Return a catalogue of every message of the atlas, untranslated."""
    template = Catalog(domain=DOMAIN, project=ATLAS, charset="utf-8")
    for place, text, context in sorted(find_messages(), key=lambda one: (one[0], str(one[2]))):
        template.add(text, locations=[(place, 0)], context=context)
    return template


def find_messages() -> Iterator[Found]:
    """Return every message with where it stands: a file, or a column of a table."""
    for folder in ("geo", "pages"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from _find_in_module(path)
    for path in sorted((*(ROOT / "pages").rglob("*.js"), *(ROOT / "pages").rglob("*.html"))):
        yield from _find_in_script(path)
    yield from _find_in_schema()
    for path in sorted((ROOT / "pages/kit/stories").glob("*.json")):
        yield from _find_in_story(path)
    for table, columns in COLUMNS.items():
        for row in store.load_records(table):
            for column in columns:
                # A year or a number alone says the same in every language.
                if row[column] and not row[column].isdecimal():
                    yield f"data/built/{table}.csv", row[column], f"{table}.{column}"


def find_po(language: str) -> Path:
    """Return where the catalogue of a language is kept."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def load_catalogue(language: str) -> Catalog:
    """Return the catalogue of a language, an empty one if there is none yet."""
    path = find_po(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def save_catalogue(catalogue: Catalog, language: str) -> None:
    """Write a catalogue for translators (.po) and for the server (.mo); the same messages give the same bytes."""
    # The day of a run says nothing about the messages.
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    catalogue.project, catalogue.version, catalogue.fuzzy = ATLAS, "", False
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = catalogue.copyright_holder = ""
    catalogue.header_comment = f"# What the atlas says, in {find_locale(language).english_name}."
    path = find_po(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=0, omit_header=False, sort_by_file=False, include_lineno=False)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def _find_in_module(path: Path) -> Iterator[Found]:
    """The literals that a module says. Babel's own reader would also take a key inside the brackets: say(NAMES["unit"])."""
    place = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (how := _KEYWORDS.get(_name_of(node.func))):
            texts = [
                one.value for one in node.args[:how] if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if len(texts) < how:
                for message in node.args[how - 1 : how]:
                    _refuse_made(message, f"{place}:{node.lineno}")
                continue
            if how == 1:
                yield place, texts[0], None
            elif _name_of(node.func) == "say_in":
                yield place, texts[1], texts[0]
            else:
                yield place, (texts[0], texts[1]), None


def _refuse_made(message: ast.expr, place: str) -> None:
    """Raises ValueError for a message with words of its own that no catalogue would have: chosen or put together where it is said."""
    parts = (message.body, message.orelse) if isinstance(message, ast.IfExp) else ()
    if isinstance(message, ast.JoinedStr | ast.BinOp) or any(isinstance(one, ast.Constant) for one in parts):
        raise ValueError(
            f"{place}: found a message that is made where it is said, expected a literal; say each in a call of its own"
        )


def _name_of(function: ast.expr) -> str:
    return str(getattr(function, "attr", getattr(function, "id", "")))


def _find_in_script(path: Path) -> Iterator[Found]:
    place, script = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    yield from ((place, text, None) for text in list_messages(script))
    yield from ((place, forms, None) for forms in list_counted(script))


def _find_in_schema() -> Iterator[Found]:
    """What columns and tables mean, and what heads a column: they stand below this layer, which alone can say them."""
    for context, text in list_column_messages():
        yield "data/fields.py", text, context
    for table in BUILT_TABLES.values():
        yield "data/schema.py", table.description, TABLES_CONTEXT


def _find_in_story(path: Path) -> Iterator[Found]:
    story = json.loads(path.read_text(encoding="utf-8"))
    place = path.relative_to(ROOT).as_posix()
    for holder in (story, *story["steps"]):
        for name in _STORY_TEXTS:
            if holder.get(name):
                yield place, holder[name], None


def _name_countries(catalogue: Catalog, language: str) -> None:
    territories = find_locale(language).territories
    for row in store.load_records("countries"):
        name = catalogue.get(row["name"], context="countries.name")
        assert name is not None, row["name"]  # the template has every country  # noqa: S101
        name.string = territories[row["iso2"]].replace("&", AND[language])


if __name__ == "__main__":
    build()
