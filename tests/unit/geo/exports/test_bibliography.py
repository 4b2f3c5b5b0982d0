"""Citations as text, BibTeX and RIS: read back by the libraries that reference programs are made of, with whatever stands in a value."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from geo.citation import ATLAS, Citation, CitedValue, Document
from geo.exports.bibliography import clean, escape_tex, to_bibtex, to_ris, to_text
from tests.strategies import LAWS

DAY = date(2026, 11, 22)
ADDRESS = "https://atlas.example/violence?v=1&indicator=homicide_rate&place=HND"
VALUE = CitedValue(
    value_id="indicator/homicide_rate/HND", subject="Homicide rate, Honduras", value="91.6", unit="per 100,000 inhabitants",
    year="2011 or most recent year", printed="91.6", source_id="jssr_2013", pages=(151,), table="Annex F", row="Honduras",
    column="Homicide rates", slug="violence", status="doubtful", note="A note & 100 % of it",
)  # fmt: skip
DOCUMENT = Document(
    "European Commission", "commissioning body", "Assessment of support", "European Commission", "2013", ""
)
CITATION = Citation(VALUE, DOCUMENT, "0.3.0", ADDRESS, DAY)
# Signs of TeX, BibTeX and RIS, line ends, accents, other scripts, and what is not seen.
HOSTILE = st.text(
    st.one_of(st.sampled_from("{}\\%&$#_~^@,=<>|\n\r\t\x00 aZéñçãöÅß"), st.characters(exclude_characters="'`-?!")),
    max_size=40,
)
# Two quotes or hyphens are one sign in TeX, so texts with them do not come back letter by letter.
PLAIN = HOSTILE.filter(lambda text: not any(sign in text for sign in "“”‘’–—…€−"))

# Names that the library which reads TeX does not know; of braces BibTeX would count any other form.
UNREAD = {
    r"\textbraceleft{}": r"\{", r"\textbraceright{}": r"\}", r"\textbar{}": "|", r"\textless{}": "<", r"\textgreater{}": ">",
}  # fmt: skip


def read_bibtex(text: str) -> dict[str, str]:
    entries = parse_string(text, "bibtex").entries
    assert len(entries) == 1
    (entry,) = entries.values()
    people = {"author": str(entry.persons["author"][0])} if "author" in entry.persons else {}
    return {"kind": entry.type, **people, **{name.lower(): text for name, text in entry.fields.items()}}


def read_ris(text: str) -> dict[str, object]:
    (entry,) = rispy.loads(text)
    return dict(entry)


def test_a_printed_value_names_its_cell_in_every_form() -> None:
    found, ris, text = read_bibtex(to_bibtex([CITATION])), read_ris(to_ris([CITATION])), to_text(CITATION)
    assert found["kind"] == "incollection"
    assert found["title"] == "{Homicide rate, Honduras, 2011 or most recent year: 91.6 per 100,000 inhabitants}"
    assert found["author"] == "{European Commission}"
    assert (found["year"], found["pages"], found["version"], found["urldate"]) == ("2013", "151", "0.3.0", "2026-11-22")
    assert found["url"] == ADDRESS
    assert ris["type_of_reference"] == "CHAP"
    assert (ris["year"], ris["start_page"], ris["urls"], ris["access_date"]) == ("2013", "151", [ADDRESS], "2026/11/22")
    assert ris["secondary_title"] == "Assessment of support"
    (note,) = ris["notes"]  # type: ignore[misc]
    for told in (note, LatexNodes2Text().latex_to_text(found["note"]), text):
        assert "Annex F, p. 151, row “Honduras”, column “Homicide rates”" in told
        assert "Printed as “91.6”. Doubtful" in told
        assert "A note & 100 % of it." in told
    assert "Retrieved 22 November 2026" in text
    # The document's page is cited; no page of the atlas is made an author of a printed value.
    assert ATLAS not in (found["author"], ris["authors"])


def test_a_sum_is_cited_as_the_atlas_s_own() -> None:
    value = replace(
        VALUE, computed="Sum of 4 decisions, computed by the atlas", pages=(154, 155, 156, 171), printed="", status="ok"
    )
    citation = replace(CITATION, value=value)
    found, ris = read_bibtex(to_bibtex([citation])), read_ris(to_ris([citation]))
    assert (found["kind"], found["author"], found["pages"]) == ("misc", f"{{{ATLAS}}}", "154--156, 171")
    assert (ris["type_of_reference"], ris["authors"], ris["start_page"], ris["end_page"]) == (
        "DATA",
        [ATLAS],
        "154",
        "171",
    )
    assert "Annex F, pp. 154-156, 171" in to_text(citation)
    assert "booktitle" not in found
    assert "Printed as" not in to_text(citation)


def test_an_undated_document_says_so_and_gets_no_year() -> None:
    citation = replace(CITATION, document=replace(DOCUMENT, year="n.d.", since="2023-11-09"))
    assert read_bibtex(to_bibtex([citation]))["year"] == "n.d."
    assert "year" not in read_ris(to_ris([citation]))
    assert "undated, after 9 November 2023" in to_text(citation)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Misión", r"Misi{\'o}n"), ("Ñuñoa", r"{\~N}u{\~n}oa"), ("coração", r"cora{\c c}{\~a}o"), ("100 % & more", r"100 \% \& more"),
        ("a_b #1 $2", r"a\_b \#1 \$2"), ("{x}", r"\textbraceleft{}x\textbraceright{}"),
        ("\\in{x}", r"\textbackslash{}in\textbraceleft{}x\textbraceright{}"),
        ("one\r\ntwo", "one two"), ("−0.4", "-0.4"), ("日本", "日本"),
    ],
)  # fmt: skip
def test_tex_sets_a_text_as_it_is(text: str, written: str) -> None:
    assert escape_tex(text) == written


@LAWS
@given(text=PLAIN)
def test_what_tex_was_given_comes_back(text: str) -> None:
    title = read_bibtex(f"@misc{{key,\n  title = {{{escape_tex(text)}x}},\n}}\n")["title"]
    for name, sign in UNREAD.items():
        title = title.replace(name, sign)
    read = LatexNodes2Text().latex_to_text(title).translate(str.maketrans("ˆ˜", "^~"))
    assert without_spaces(read) == without_spaces(f"{clean(text)}x")


def without_spaces(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


@LAWS
@given(subject=HOSTILE, note=HOSTILE, row=HOSTILE, title=HOSTILE, address=HOSTILE)
def test_no_text_breaks_out_of_its_field(subject: str, note: str, row: str, title: str, address: str) -> None:
    value = replace(VALUE, subject=subject, note=note, row=row)
    citation = Citation(value, replace(DOCUMENT, title=title), "0.3.0", ADDRESS + address, DAY)
    found = read_bibtex(to_bibtex([citation]))
    assert set(found) <= {
        "kind",
        "author",
        "title",
        "booktitle",
        "publisher",
        "year",
        "pages",
        "note",
        "version",
        "url",
        "urldate",
    }
    assert found["urldate"] == "2026-11-22"
    ris = read_ris(to_ris([citation]))
    assert (ris["type_of_reference"], ris["access_date"]) == ("CHAP", "2026/11/22")
    assert len(to_ris([citation]).splitlines()) == len(to_ris([CITATION]).splitlines()) - (not clean(title))
    assert "\n" not in to_text(citation)


def test_the_same_citation_has_the_same_bytes_and_two_are_two_entries() -> None:
    other = replace(CITATION, value=replace(VALUE, value_id="indicator/homicide_rate/SLV"))
    assert to_bibtex([CITATION, other]) == to_bibtex([CITATION, other])
    assert list(parse_string(to_bibtex([CITATION, other]), "bibtex").entries) == [VALUE.key, other.value.key]
    assert [entry["id"] for entry in rispy.loads(to_ris([CITATION, other]))] == [VALUE.key, other.value.key]
