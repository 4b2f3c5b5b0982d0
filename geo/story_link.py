"""A story as a short text for a link, and as a small file; both say their version, and neither can hurt who opens it.

The link holds "1." and the URL-safe base64 of a raw deflate of JSON: [title, [[page, query, title, note], ...]].
"""

import base64
import binascii
import json
import re
import zlib
from typing import Any
from urllib.parse import parse_qsl, urlencode

from geo.messages import mark, say
from geo.story import MOST_STEPS, VERSION, Opened, Pages, Step, Story, read_story

# Characters of a link's story: a request line with more is refused by many proxies.
MOST_LINK = 12_000
# Bytes: no story that keeps the limits of geo.story is larger, and a bomb stops here.
MOST_INFLATED = 600_000
MOST_FILE = 1_000_000
MARK = "lac_atlas_story"
_LINK = re.compile(r"(\d{1,3})\.([A-Za-z0-9_-]+)")
_CUT = mark("The story in this link cannot be read: the link was cut or changed on its way.")
_NO_FILE = mark("This file holds no story of the atlas.")


def write_link(story: Story) -> str:
    """Return the story as the text of a link; the same story gives the same text."""
    steps = [[step.slug, urlencode(_leave_out_empty(step)), step.title, step.note] for step in story.steps]
    packed = json.dumps([story.title, steps], ensure_ascii=False, separators=(",", ":")).encode()
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return f"{VERSION}.{base64.urlsafe_b64encode(deflate.compress(packed) + deflate.flush()).decode().rstrip('=')}"


def fits_link(link: str) -> bool:
    """Return whether the story is short enough to travel in a link; a longer one travels as a file."""
    return len(link) <= MOST_LINK


def read_link(text: str, pages: Pages) -> Opened:
    """Return the story of a link, and a sentence for each part that is no story's; never raises."""
    if len(text) > MOST_LINK:
        told = say(
            "The link is too long for a story: {most} characters at most. Open its file instead.", most=MOST_LINK
        )
        return Opened(None, (told,))
    found = _LINK.fullmatch(text)
    if not found:
        return Opened(None, (say(_CUT),))
    if int(found[1]) != VERSION:
        told = say('The link holds a story of version "{version}", which this atlas does not know.', version=found[1])
        return Opened(None, (told,))
    try:
        raw = _inflate(found[2])
    except (ValueError, zlib.error, binascii.Error, RecursionError):
        return Opened(None, (say(_CUT),))
    return read_story(_unpack(raw), pages)


def write_file(story: Story) -> bytes:
    """Return the story as a file that a person can read and change: JSON with its version."""
    return (json.dumps(as_mapping(story), ensure_ascii=False, indent=2) + "\n").encode()


def as_mapping(story: Story) -> dict[str, Any]:
    """Return the story as its file holds it."""
    steps = [
        {"page": step.slug, "parameters": dict(step.parameters), "title": step.title, "note": step.note}
        for step in story.steps
    ]
    return {MARK: VERSION, "title": story.title, "steps": steps}


def read_file(content: bytes, pages: Pages) -> Opened:
    """Return the story of a file, and a sentence for each part that is no story's; never raises."""
    if len(content) > MOST_FILE:
        return Opened(None, (say("This file is too large for a story: 1 MB at most."),))
    try:
        raw = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Opened(None, (f"{say(_NO_FILE)} {say('It is no JSON text.')}",))
    if not isinstance(raw, dict) or MARK not in raw:
        missing = say('Its mark "{mark}" is missing.', mark=MARK)
        return Opened(None, (f"{say(_NO_FILE)} {missing}",))
    if raw[MARK] != VERSION or isinstance(raw[MARK], bool):
        return Opened(None, (say("The file holds a story of another version, which this atlas does not know."),))
    return read_story(raw, pages)


def _leave_out_empty(step: Step) -> tuple[tuple[str, str], ...]:
    """An empty parameter is one that nothing was chosen for: reading gives the same view without it."""
    return tuple(pair for pair in step.parameters if pair[1])


def _inflate(packed: str) -> Any:
    """What a link holds. Raises ValueError, zlib.error, binascii.Error or RecursionError for anything that no link holds."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    text = inflate.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), MOST_INFLATED)
    if not inflate.eof or inflate.unused_data:
        raise ValueError("more than a story, or less")
    return json.loads(text.decode())


def _unpack(raw: Any) -> Any:
    """The lists of a link as the mappings of a file; what is none stays what it is, for the reader to refuse."""
    if not (isinstance(raw, list) and len(raw) == 2 and isinstance(raw[1], list)):
        return None
    # The reader counts the steps that are too many, and reads none of them.
    return {"title": raw[0], "steps": [*map(_unpack_step, raw[1][:MOST_STEPS]), *raw[1][MOST_STEPS:]]}


def _unpack_step(raw: Any) -> Any:
    if not (isinstance(raw, list) and len(raw) == 4 and isinstance(raw[1], str)):
        return None
    try:
        parameters = dict(parse_qsl(raw[1], keep_blank_values=True, max_num_fields=100))
    except ValueError:
        parameters = {}
    return {"page": raw[0], "parameters": parameters, "title": raw[2], "note": raw[3]}
