"""Pages as HTML, from the templates beside this module; every text from the data is escaped."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from data.integrity import SUMS, find_version, hash_file
from data.store import BUILT_FOLDER
from geo.boundaries import BOUNDARIES_DISCLAIMER, BOUNDARIES_SOURCE
from geo.messages import current, mark, say
from pages.kit.snapshot.scripts import to_inline_json

# Of this folder or this host and no other; a browser that opens a folder calls it `file:`. Figures set styles of their own.
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; "
    "font-src 'self' file: data:; base-uri 'none'; form-action 'none'"
)
DESCRIPTION = mark(
    "Violence, prisons, justice and EU money in 33 states of Latin America and the Caribbean; every number with its source."
)


@dataclass(frozen=True)
class Place:
    """Where a page lies: the ways from it to the folder of pages and to the top."""

    folder: str
    top: str


AT_TOP, IN_FOLDER = Place("atlas/", ""), Place("", "../")
_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
)  # fmt: skip
_environment.globals["say"] = say  # the words of the templates are messages too


def render(template: str, place: Place, data: dict[str, Any], **values: Any) -> str:
    """Return a page. Raises UndefinedError where the template asks for what is not given."""
    return _environment.get_template(template).render(
        policy=POLICY,
        description=say(DESCRIPTION),
        language=current(),
        folder=place.folder,
        top=place.top,
        version=find_version(),
        checksum=hash_file(BUILT_FOLDER / SUMS),
        boundaries=f"{say(BOUNDARIES_SOURCE)} {say(BOUNDARIES_DISCLAIMER)}",
        # Safe: to_inline_json leaves no sign that could end the element.
        data=Markup(to_inline_json(data)),  # noqa: S704
        **values,
    )
