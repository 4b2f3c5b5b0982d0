"""The first map before Streamlit: written into the page of HTML, so that the browser draws the view of the link while Streamlit still starts.

Streamlit's own scripts take a second and more of the processor before anything of a page is there. The script of the map needs none of
them: `components/sketch.js` asks for the map of the view, has it drawn by that very script where the page's own will stand, and takes it
away when that is there. It is a picture: no hand reaches it, and nothing reads it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from geo.messages import cached, current, speaking
from pages.kit import above, ahead, components, parameters, router, tongue, urlstate
from pages.kit.components.assets import FOLDER
from pages.kit.components.sending import pack
from pages.kit.theme import COLOURS, load_theme, write_face

ID, ADDRESS = "atlas-sketch", "sketch"
_STYLE = (FOLDER / "sketch.css").read_text(encoding="utf-8")
_FONTS = {"--st-font": "font", "--st-heading-font": "headingFont"}


@dataclass(frozen=True)
class Written:
    """What is written into the page: into its head, before the first script, and into its body, before all that is drawn."""

    head: str = ""
    host: str = ""


NONE = Written()


def write(slug: str, query: Mapping[str, list[str]]) -> Written:
    """Return what brings the sketch of the view that a link asks for, in the current language; nothing where there is no map or too long a link."""
    if not ahead.has_map(slug):
        return NONE
    asked = urlencode({name: values[-1] for name, values in query.items()} | {parameters.LANGUAGE: current()})
    if len(asked) > ahead.MOST_LINK:
        return NONE
    view, script = escape(f"./{ahead.ADDRESS}/{slug}/{ADDRESS}?{asked}"), components.find_script("map")
    preload = f'<link rel="preload" as="fetch" href="{view}" crossorigin>'
    host = f'<div id="{ID}" data-view="{view}" data-script="./{script}" aria-hidden="true" inert></div>'
    return Written(preload + _write_head(), host)


@cached
def _write_head() -> str:
    """The lines that are the same for every view: style, and the scripts, with which Streamlit's must not wait."""
    kept = f'<link rel="modulepreload" href="./{components.find_script("map")}">'
    return f'{kept}<script type="module" src="./{components.find_script("sketch")}"></script><style>{_write_theme()}{_STYLE}</style>'


def _write_theme() -> str:
    """The theme as Streamlit gives it to components, for the sketch; the browser chooses between light and dark."""
    theme = load_theme()
    values = {name: f"light-dark({theme['light'][key]}, {theme['dark'][key]})" for name, key in COLOURS.items()}
    values |= {name: theme[key] for name, key in _FONTS.items()} | {"--rem": f"{theme['baseFontSize']}px"}
    faces = "".join(write_face(face, f"./{face['url']}") for face in theme["fontFaces"])
    said = ";".join(f"{name}:{value}" for name, value in values.items())
    return f"{faces}:root:is(:not(:has(.stApp)),:has(#{ID})){{{said}}}"


def draw(slug: str, query: Mapping[str, str]) -> bytes | None:
    """Return the map of the view that a link asks for, and what stands above it; None where the page has none."""
    drawn = ahead.draw(slug, query)
    if drawn is None:
        return None
    topic = router.find_entry(slug).topic
    with speaking(tongue.choose(query.get(parameters.LANGUAGE), None)):
        state, _ = urlstate.read(query, topic)
        parts = above.list_parts(slug, state.for_topic(topic))
    return b'{"map":%b,"above":%b}' % (drawn, pack(parts))


async def answer(request: Request) -> Response:
    """Answer with what the sketch is drawn from, or with nothing (204)."""
    return await ahead.answer_with(draw, request)
