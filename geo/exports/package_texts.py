"""The texts of a package: how to read it, how to cite it, and under which terms each file stands."""

import hashlib
import json
import re
from collections.abc import Collection, Mapping

from data.integrity import find_version
from geo.boundaries import BOUNDARIES_DISCLAIMER, BOUNDARIES_SOURCE
from geo.exports import said
from geo.exports.loading import list_snippets
from geo.exports.safe import RULE
from geo.handout import Handout

_ABOVE = ("Finding", "Below it")  # what the head of the README says already
# What means something inside a line of Markdown; addresses and mail are links even without a mark.
_MARKS = re.compile(r"[\\`*_\[\]#|~<>$&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")
_WHAT = {
    "data.csv": "the rows of the view, one line a value with its source",
    "provenance.csv": "for every value: document, page, table, row, column, the text as printed, status, caveat",
    "reconciliation.csv": "what the report prints of its totals and shares beside what its annexes give, with a verdict",
    "data-dictionary.csv": "what each column of each table holds",
    "datapackage.json": "the same for programs, as a Data Package 2.0",
    "CITATION.cff": "how to cite it",
    "LICENCES.md": "the terms of each file",
}


def write_readme(handout: Handout, permalink: str, files: Mapping[str, bytes]) -> bytes:
    """Return README.md: the view in words, what each file is with its checksum, and how to load the data."""
    lines = [
        f"# {_flatten(handout.title)}",
        "",
        *([_flatten(handout.below), ""] if handout.below else []),
        *(f"- {what}: {_tell_fact(words)}" for what, words in said.list_facts(handout, permalink) if what not in _ABOVE),
        "",
        "## Files",
        "",
        *(f"- `{name}`: {_tell(name)}" for name in files),
        "",
        "Checksums (SHA-256), as `sha256sum -c` reads them:",
        "",
        "```text",
        *(f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items()),
        "```",
        "",
        "## Load it again",
        "",
        *(line for one in list_snippets("data.csv", handout.rows) for line in (f"{one.name}:", "", f"```{one.language}", one.code, "```", "")),
        "## Reading it",
        "",
        "- An empty cell is not reported or does not apply; 0 is a reported zero.",
        "- Amounts committed and amounts contracted are never added; rates are not summed or averaged over countries.",
        f"- {RULE}",
        *(f"- {_flatten(note)}" for note in handout.notes),
        "",
        "The same view gives the same bytes: no file here holds the time at which it was made.",
    ]  # fmt: skip
    return ("\n".join(lines) + "\n").encode("utf-8")


def write_citation(handout: Handout, permalink: str) -> bytes:
    """Return CITATION.cff (Citation File Format 1.2.0) with the documents as references; texts are written as JSON, which is YAML too."""
    lines = [
        "cff-version: 1.2.0",
        "message: Please cite the atlas and the document that a value was printed in.",
        "type: dataset",
        f"title: {_quote(f'{said.ATLAS}: {handout.title}')}",
        "authors:",
        f"  - name: {_quote(said.ATLAS)}",
        f"version: {_quote(find_version())}",
        *([f"url: {_quote(permalink)}"] if permalink.startswith("http") else []),
    ]
    found = said.list_sources(handout)
    lines += ["references:"] if found else []
    for row in found:
        lines += [
            f"  - type: {'report' if row['kind'] == 'report' else 'generic'}",
            f"    title: {_quote(row['title'])}",
            "    authors:",
            f"      - name: {_quote(row['producer'])}",
            *([f"    year: {row['published_on'][:4]}"] if row["published_on"][:4].isdigit() else []),
            f"    notes: {_quote(row['citation'])}",
        ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def write_licences(sources: Mapping[str, Collection[str]]) -> bytes:
    """Return LICENCES.md: the terms of each table, by the documents that its rows name, and the boundaries' where a form has them."""
    lines = [
        "# Licences by resource",
        "",
        *(line for path, source_ids in sources.items() for line in _tell_terms(path, source_ids)),
        "## Facts and figures",
        "",
        "They are used, with their place; the documents' wording is not, but for titles and the text of cells. Parsing, keys, verdicts and "
        "descriptions are the atlas's.",
        "",
        "## Geometry (GeoJSON and GeoParquet of the same view)",
        "",
        f"{BOUNDARIES_SOURCE} {BOUNDARIES_DISCLAIMER}",
    ]  # fmt: skip
    return ("\n".join(lines) + "\n").encode("utf-8")


def _tell_terms(path: str, source_ids: Collection[str]) -> list[str]:
    found = said.pick_sources(source_ids)
    if not found:
        return [f"## {path}", "", "Takes nothing from a document.", ""]
    named = [f"- {_flatten(row['citation'])}: {_flatten(row['licence'])}" for row in found]
    return [f"## {path}", "", "Facts taken from documents, each under the document's own terms:", "", *named, ""]


def _tell(name: str) -> str:
    if name in _WHAT:
        return _WHAT[name]
    return "metadata of that table after CSVW" if name.endswith("-metadata.json") else "another table of the same page"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _tell_fact(words: str) -> str:
    """A fact as Markdown shows it; an address stays one that can be followed."""
    return f"<{words}>" if _ADDRESS.fullmatch(words) else _flatten(words)


def _flatten(text: str) -> str:
    """A text on one line that Markdown shows as it is: what a link or a document holds begins no heading, and is never followed or drawn."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()))
