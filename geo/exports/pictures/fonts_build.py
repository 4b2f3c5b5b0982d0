"""Makes the fonts of the pictures from those of the pages: `python -m geo.exports.pictures.fonts_build`.

The pages' fonts are compressed and hold every weight in one file, which matplotlib cannot read. Each weight that a picture uses becomes a
plain file of its own. Needed only to take newer fonts; brotli (a development requirement) reads the compressed ones.
"""

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from geo.exports.pictures.fonts import FOLDER, FONTS, Font
from geo.static_file import STATIC_FOLDER


def make(font: Font) -> Path:
    """Write one weight of a font and return where it is; the same bytes for the same source."""
    found = instantiateVariableFont(TTFont(STATIC_FOLDER / "fonts" / font.source), {"wght": font.weight})
    names = {
        1: font.family,
        2: "Regular",
        3: font.file_name,
        4: f"{font.family} {font.weight}",
        6: font.file_name.removesuffix(".ttf"),
    }
    # A font's own name may be reserved for its makers' files; copyright and licence stay as they are.
    for name_id, text in names.items():
        found["name"].setName(text, name_id, 3, 1, 0x409)
    for name_id in (16, 17, 21, 22, 25):
        found["name"].removeNames(nameID=name_id)
    found["OS/2"].usWeightClass = font.weight
    found.flavor, found.recalcTimestamp = None, False
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / font.file_name
    found.save(path)
    return path


if __name__ == "__main__":
    for one in FONTS:
        print(make(one).name)
