"""A citation as text (after APA), BibTeX and RIS, each readable by the programs that keep references."""

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import quote

from geo.citation import (
    ATLAS,
    UNDATED,
    Citation,
    list_remarks,
    list_runs,
    tell_day,
    tell_since,
    tell_statement,
    tell_where,
)
from geo.messages import say
from geo.spelling import join_clauses

# What TeX reads as a sign of its own. Braces are named, since BibTeX counts those behind a backslash too.
_TEX_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    "“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "…": r"\ldots{}", "€": r"\texteuro{}", "\N{MINUS SIGN}": "-",
    "«": r"\guillemotleft{}", "»": r"\guillemotright{}", "¿": "?`", "¡": "!`", "œ": r"{\oe}", "Œ": r"{\OE}",
    "ß": r"{\ss}", "æ": r"{\ae}", "Æ": r"{\AE}", "ø": r"{\o}", "Ø": r"{\O}", "ł": r"{\l}", "Ł": r"{\L}", "ı": r"{\i}",
}  # fmt: skip
# Accents by the combining character that Unicode parts a letter into.
_TEX_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u ", "\u0307": ".", "\u0308": '"',
    "\u030a": "r ", "\u030b": "H ", "\u030c": "v ", "\u0327": "c ", "\u0328": "k ",
}  # fmt: skip
_SPACES = re.compile(r"\s+")


def to_text(citation: Citation) -> str:
    """Return a citation as one paragraph: statement, document with the place in it, remarks, and where and when it was read."""
    remarks = " ".join(list_remarks(citation.value))
    return clean(f"{tell_statement(citation.value)}. {_tell_document(citation)}. {remarks} {_tell_retrieved(citation)}")


def to_bibtex(citations: Sequence[Citation]) -> str:
    """Return citations as a BibTeX file, each an entry with braces around what must keep its capitals."""
    return "\n".join(_bibtex_entry(one) for one in citations)


def to_ris(citations: Sequence[Citation]) -> str:
    """Return citations as an RIS file; a field is one line, whatever stands in it."""
    return "\n".join(_ris_entry(one) for one in citations)


def escape_tex(text: str) -> str:
    """Return text that TeX sets as it is, on one line; letters that TeX has no accent for stay as they are."""
    return "".join(_escape_character(one) for one in unicodedata.normalize("NFC", clean(text)))


def clean(text: str) -> str:
    """Return text on one line: every run of white space a single space, and no character that is not seen."""
    spaced = _SPACES.sub(" ", text)
    return " ".join("".join(one for one in spaced if one.isprintable()).split())


def _escape_character(one: str) -> str:
    if one in _TEX_SIGNS:
        return _TEX_SIGNS[one]
    letter, *accents = list(unicodedata.normalize("NFD", one))
    if len(accents) == 1 and accents[0] in _TEX_ACCENTS and letter.isascii() and letter.isalpha():
        return f"{{\\{_TEX_ACCENTS[accents[0]]}{letter}}}"
    return one


def _tell_retrieved(citation: Citation) -> str:
    """Where and when a value was read: a sum is the atlas's own; of a printed value it is where the reader found it."""
    version, day, address = citation.version, tell_day(citation.accessed), _address(citation)
    if citation.value.computed:
        return say(
            "Computed by the {atlas} (Version {version}). Retrieved {day}, from {address}",
            atlas=ATLAS,
            version=version,
            day=day,
            address=address,
        )
    return say(
        "In {atlas} (Version {version}). Retrieved {day}, from {address}",
        atlas=ATLAS,
        version=version,
        day=day,
        address=address,
    )


def _tell_document(citation: Citation) -> str:
    document = citation.document
    role = f" ({document.role})" if document.role else ""
    year = ", ".join(filter(None, (say(document.year), tell_since(document))))
    where = tell_where(citation.value)
    source = f"{document.author}{role} ({year}), {document.title}" + (f" ({where})" if where else "")
    return say("Source of the amounts added up: {source}", source=source) if citation.value.computed else source


def _bibtex_entry(citation: Citation) -> str:
    value, document = citation.value, citation.document
    author = ATLAS if value.computed else document.author
    fields = {
        "author": f"{{{escape_tex(author)}}}",
        "title": f"{{{escape_tex(tell_statement(value))}}}",
        "booktitle": "" if value.computed else f"{{{escape_tex(document.title)}}}",
        "publisher": "" if value.computed else f"{{{escape_tex(document.publisher)}}}",
        "year": UNDATED if value.computed else document.year,
        "pages": ", ".join(
            f"{first}--{last}" if first != last else str(first) for first, last in list_runs(value.pages)
        ),
        "note": escape_tex(_tell_note(citation)),
        "version": escape_tex(citation.version),
        "url": _address(citation),
        "urldate": citation.accessed.isoformat(),
    }
    kind = "misc" if value.computed else "incollection"
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return "\n".join((f"@{kind}{{{value.key},", *lines, "}", ""))


def _tell_note(citation: Citation) -> str:
    """What no field of its own exists for: the place in the document, remarks, and the atlas."""
    value, document = citation.value, citation.document
    # The one role that a document's author may have.
    role = document.role and say("{author} is the commissioning body", author=document.author)
    printed = join_clauses(filter(None, (tell_where(value), role, tell_since(document))))
    where = _tell_document(citation) if value.computed else printed
    read = say("Read in the {atlas}, version {version}.", atlas=ATLAS, version=citation.version)
    return " ".join(filter(None, (where and f"{where}.", *list_remarks(value), read)))


def _ris_entry(citation: Citation) -> str:
    value, document = citation.value, citation.document
    dated = not value.computed and not document.since
    fields: list[tuple[str, str]] = [
        ("TY", "DATA" if value.computed else "CHAP"),
        ("ID", value.key),
        ("AU", ATLAS if value.computed else document.author),
        ("TI", tell_statement(value)),
        ("T2", "" if value.computed else document.title),
        ("PB", "" if value.computed else document.publisher),
        ("PY", document.year if dated else ""),
        ("SP", str(min(value.pages)) if value.pages else ""),
        ("EP", str(max(value.pages)) if len(set(value.pages)) > 1 else ""),
        ("N1", _tell_note(citation)),
        ("ET", citation.version),
        ("UR", _address(citation)),
        ("Y2", citation.accessed.strftime("%Y/%m/%d")),
    ]
    lines = [f"{tag}  - {clean(text)}" for tag, text in fields if clean(text)]
    return "\n".join((*lines, "ER  - ", ""))


def _address(citation: Citation) -> str:
    """The address with every character escaped that would end it or a field."""
    return quote(clean(citation.address), safe="%/:?&=,+@;~#-._!*'()[]")
