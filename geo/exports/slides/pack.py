"""The file itself: the same parts give the same bytes, whatever the clock says."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TEMPLATE = Path(__file__).parent / "template"
_FIRST = "[Content_Types].xml"  # some readers want it at the front
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_template() -> BytesIO:
    """Return the empty presentation: the atlas's colours and fonts, an opening layout and one for findings."""
    files = sorted(path for path in TEMPLATE.rglob("*") if path.is_file())
    return BytesIO(_zip({path.relative_to(TEMPLATE).as_posix(): path.read_bytes() for path in files}))


def pack(presentation: bytes) -> bytes:
    """Return a presentation with its parts in the order of their names and without times."""
    with ZipFile(BytesIO(presentation)) as given:
        return _zip({name: given.read(name) for name in given.namelist()})


def _zip(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in sorted(parts, key=lambda one: (one != _FIRST, one)):
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, parts[name])
    return made.getvalue()
