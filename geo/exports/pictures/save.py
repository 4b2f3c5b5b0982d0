"""A drawn picture as a file: the same bytes for the same picture, text as text in SVG and PDF."""

import base64
import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from matplotlib.backends.backend_pdf import PdfPages

from geo.citation import ATLAS
from geo.exports.pictures import fonts
from geo.exports.pictures.pen import Pen
from geo.messages import current

DOTS = {"png": 200, "preview": 72}  # to the inch: a unit is a hundredth of an inch


def save(pen: Pen, file_format: str, title: str) -> bytes:
    """Return the picture in a format: png, svg, pdf, or a smaller png as "preview"."""
    made = BytesIO()
    kind = "png" if file_format == "preview" else file_format
    pen.figure.savefig(
        made,
        format=kind,
        dpi=DOTS.get(file_format, 100),
        metadata=_describe(kind, title),
        facecolor=pen.figure.get_facecolor(),
    )
    return _dress(made.getvalue().decode(), pen, title).encode() if file_format == "svg" else made.getvalue()


def save_pages(pens: Sequence[Pen], title: str) -> bytes:
    """Return pictures as the pages of one PDF."""
    made = BytesIO()
    with PdfPages(made, metadata=_describe("pdf", title)) as pages:
        for pen in pens:
            pages.savefig(pen.figure, facecolor=pen.figure.get_facecolor())
    return made.getvalue()


def _describe(file_format: str, title: str) -> dict[str, Any]:
    """What a file says of itself; never when it was made."""
    if file_format == "png":
        return {"Software": ATLAS, "Title": title}
    if file_format == "svg":
        return {"Creator": ATLAS, "Title": title, "Date": None, "Language": current()}
    return {"Creator": ATLAS, "Producer": ATLAS, "Title": title, "CreationDate": None, "ModDate": None}


def _dress(svg: str, pen: Pen, title: str) -> str:
    """The SVG with its fonts inside, names of others for programs that do not read them, and its title for who cannot see it."""
    for family, others in fonts.FALLBACKS.items():
        svg = svg.replace(f"'{family}'", f"'{family}', {others}")
    letters: dict[tuple[str, int], set[str]] = {}
    for text in pen.texts:
        letters.setdefault((text.get_fontfamily()[0], int(text.get_fontweight())), set()).update(text.get_text())
    faces = "".join(_embed(family, weight, "".join(sorted(used))) for (family, weight), used in sorted(letters.items()))
    # What the library writes of the document's kind names another host.
    svg = re.sub(r"<!DOCTYPE[^>]*>\s*", "", svg)
    head, opening, rest = re.split(r"(<svg[^>]*>)", svg, maxsplit=1)
    escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    named = f'{opening[:-1]} role="img" aria-label="{escaped}" lang="{current()}">'
    return f"{head}{named}\n<style>{faces}</style>{rest}"


def _embed(family: str, weight: int, letters: str) -> str:
    """A font rule with the letters that the picture uses."""
    font = TTFont(fonts.find_font(family, weight))
    options = Options()
    options.layout_features, options.hinting, options.notdef_outline = ["kern"], False, True
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor, font.recalcTimestamp = "woff", False
    made = BytesIO()
    font.save(made)
    data = base64.b64encode(made.getvalue()).decode()
    return f"@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/woff;base64,{data}) format('woff')}}"
