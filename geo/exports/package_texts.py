"""The texts of a package: how to read it, how to cite it, and under which terms each file stands."""

import hashlib
import json
import re
from collections.abc import Collection, Mapping

from data import store
from data.integrity import find_version
from geo.boundaries import BOUNDARIES_DISCLAIMER, BOUNDARIES_SOURCE
from geo.citation import ATLAS, find_document
from geo.exports import said
from geo.exports.loading import list_snippets
from geo.exports.safe import RULE
from geo.handout import Handout
from geo.messages import mark, say
from geo.spelling import name_value

# What means something inside a line of Markdown; addresses and mail are links even without a mark.
_MARKS = re.compile(r"[\\`*_\[\]#|~<>$&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")
_WHAT = {
    "data.csv": mark("the rows of the view, one line a value with its source"),
    "provenance.csv": mark("for every value: document, page, table, row, column, the text as printed, status, caveat"),
    "reconciliation.csv": mark(
        "what the report prints of its totals and shares beside what its annexes give, with a verdict"
    ),
    "data-dictionary.csv": mark("what each column of each table holds"),
    "datapackage.json": mark("the same for programs, as a Data Package 2.0"),
    "CITATION.cff": mark("how to cite it"),
    "LICENCES.md": mark("the terms of each file"),
}


def write_readme(handout: Handout, permalink: str, files: Mapping[str, bytes]) -> bytes:
    """Return README.md: the view in words, what each file is with its checksum, and how to load the data."""
    lines = [
        f"# {_flatten(handout.title)}",
        "",
        *([_flatten(handout.below), ""] if handout.below else []),
        *(_list(what, _tell_fact(words)) for what, words in said.list_origins(handout, permalink)),
        "",
        "## " + say("Files"),
        "",
        *(_list(f"`{name}`", _tell(name)) for name in files),
        "",
        say("Checksums (SHA-256), as `sha256sum -c` reads them:"),
        "",
        "```text",
        *(f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items()),
        "```",
        "",
        "## " + say("Load it again"),
        "",
        *(line for one in list_snippets("data.csv", handout.rows) for line in (f"{one.name}:", "", f"```{one.language}", one.code, "```", "")),
        "## " + say("Reading it"),
        "",
        "- " + say("An empty cell is not reported or does not apply; 0 is a reported zero."),
        "- " + say("Amounts committed and amounts contracted are never added; rates are not summed or averaged over countries."),
        f"- {say(RULE)}",
        *(f"- {_flatten(note)}" for note in handout.notes),
        "",
        say("The same view gives the same bytes: no file here holds the time at which it was made."),
    ]  # fmt: skip
    return ("\n".join(lines) + "\n").encode("utf-8")


def write_citation(handout: Handout, permalink: str) -> bytes:
    """Return CITATION.cff (Citation File Format 1.2.0) with the documents as references; texts are written as JSON, which is YAML too."""
    lines = [
        "cff-version: 1.2.0",
        f"message: {_quote(say('Please cite the atlas and the document that a value was printed in.'))}",
        "type: dataset",
        f"title: {_quote(f'{ATLAS}: {handout.title}')}",
        "authors:",
        f"  - name: {_quote(ATLAS)}",
        f"version: {_quote(find_version())}",
        *([f"url: {_quote(permalink)}"] if permalink.startswith("http") else []),
    ]
    found, kinds = said.list_sources(handout), {row["source_id"]: row["kind"] for row in store.load_records("sources")}
    lines += ["references:"] if found else []
    for row in found:
        lines += [
            f"  - type: {'report' if kinds[row['source_id']] == 'report' else 'generic'}",
            f"    title: {_quote(row['title'])}",
            "    authors:",
            f"      - name: {_quote(find_document(row['source_id']).author)}",
            *([f"    year: {row['published_on'][:4]}"] if row["published_on"][:4].isdigit() else []),
            f"    notes: {_quote(row['citation'])}",
        ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def write_licences(sources: Mapping[str, Collection[str]]) -> bytes:
    """Return LICENCES.md: the terms of each table, by the documents that its rows name, and the boundaries' where a form has them."""
    lines = [
        "# " + say("Licences by resource"),
        "",
        *(line for path, source_ids in sources.items() for line in _tell_terms(path, source_ids)),
        "## " + say("Facts and figures"),
        "",
        say(
            "They are used, with their place; the documents' wording is not, but for titles and the text of cells. Parsing, keys, verdicts and "
            "descriptions are the atlas's."
        ),
        "",
        "## " + say("Geometry (GeoJSON and GeoParquet of the same view)"),
        "",
        f"{say(BOUNDARIES_SOURCE)} {say(BOUNDARIES_DISCLAIMER)}",
    ]  # fmt: skip
    return ("\n".join(lines) + "\n").encode("utf-8")


def _tell_terms(path: str, source_ids: Collection[str]) -> list[str]:
    found = said.pick_sources(source_ids)
    if not found:
        return [f"## {path}", "", say("Takes nothing from a document."), ""]
    named = [_list(_flatten(row["citation"]), _flatten(row["licence"])) for row in found]
    return [f"## {path}", "", say("Facts taken from documents, each under the document's own terms:"), "", *named, ""]


def _list(what: str, text: str) -> str:
    """An entry of a list."""
    return f"- {name_value(what, text)}"


def _tell(name: str) -> str:
    if name in _WHAT:
        return say(_WHAT[name])
    if name.endswith("-metadata.json"):
        return say("metadata of that table after CSVW")
    return say("another table of the same page")


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _tell_fact(words: str) -> str:
    """A fact as Markdown shows it; an address stays one that can be followed."""
    return f"<{words}>" if _ADDRESS.fullmatch(words) else _flatten(words)


def _flatten(text: str) -> str:
    """A text on one line that Markdown shows as it is: what a link or a document holds begins no heading, and is never followed or drawn."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()))
