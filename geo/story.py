"""A story: an ordered list of views with a title and a note each; read from anything, with a sentence for each part that is no story's.

What is read comes from a link or a file that anyone may have changed: every field is checked, too much is cut, and the rest is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 1
MOST_STEPS = 24
MOST_TITLE, MOST_NOTE, MOST_VALUE = 200, 2000, 600  # characters
MOST_PROBLEMS = 6
QUOTED = 40  # characters of a wrong part that a sentence repeats
UNTITLED = "Untitled story"

# The parameters that each page with a view knows, by slug.
Pages = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Step:
    """One view of a story: its page, the parameters of its address, and what its author says; an empty title is the view's finding."""

    slug: str
    parameters: tuple[tuple[str, str], ...] = ()
    title: str = ""
    note: str = ""


@dataclass(frozen=True)
class Story:
    """A title and the steps in their order."""

    title: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Opened:
    """What a link or a file holds: the story, if it can be read at all, and a sentence for each part that was left out or cut."""

    story: Story | None
    problems: tuple[str, ...] = ()


def read_story(raw: Any, pages: Pages) -> Opened:
    """Return the story in a mapping of `title` and `steps` (each `page`, `parameters`, `title`, `note`); never raises."""
    reader = _Reader(pages)
    story = reader.read(raw)
    return Opened(story, _shorten_list(reader.problems))


def clean_line(text: str, most: int) -> str:
    """Return text as one line of printable characters, not longer than `most`."""
    return " ".join("".join(one if one.isprintable() else " " for one in text[: 4 * most]).split())[:most].rstrip()


def clean_note(text: str, most: int = MOST_NOTE) -> str:
    """Return text with its line breaks, otherwise printable, not longer than `most`."""
    lines = [clean_line(line, most) for line in text[: 4 * most].splitlines()]
    return "\n".join(lines).strip()[:most].rstrip()


class _Reader:
    """Reads one story and keeps what there is to say of it."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self.problems: list[str] = []

    def read(self, raw: Any) -> Story | None:
        if not isinstance(raw, Mapping) or not isinstance(raw.get("steps"), list):
            self.problems.append("This holds no story of the atlas: a title and a list of steps were expected.")
            return None
        steps = raw["steps"]
        if len(steps) > MOST_STEPS:
            self.problems.append(f"The story has {len(steps)} steps; the first {MOST_STEPS} of them were kept.")
        found = [self._read_step(one, f"Step {number}") for number, one in enumerate(steps[:MOST_STEPS], start=1)]
        title = self._read_text(raw.get("title", ""), "The title of the story", MOST_TITLE)
        return Story(title or UNTITLED, tuple(step for step in found if step))

    def _read_step(self, raw: Any, where: str) -> Step | None:
        slug = raw.get("page") if isinstance(raw, Mapping) else None
        if not isinstance(slug, str):
            self.problems.append(f"{where} names no page and was left out.")
            return None
        if slug not in self._pages:
            self.problems.append(
                f'{where} asks for the page "{_quote(slug)}", which has no view here. It was left out.'
            )
            return None
        return Step(
            slug,
            self._read_parameters(raw.get("parameters", {}), slug, where),
            self._read_text(raw.get("title", ""), f"The title of {where.lower()}", MOST_TITLE),
            self._read_text(raw.get("note", ""), f"The note of {where.lower()}", MOST_NOTE, is_note=True),
        )

    def _read_parameters(self, raw: Any, slug: str, where: str) -> tuple[tuple[str, str], ...]:
        if not isinstance(raw, Mapping):
            self.problems.append(f"{where} has no list of filters; its page is shown without any.")
            return ()
        known = self._pages[slug]
        unknown = sorted(str(name) for name in raw if name not in known)
        self.problems += [
            f'{where} has a part "{_quote(name)}" that its page does not know. It was left out.' for name in unknown
        ]
        kept = ((name, raw[name]) for name in sorted(known & raw.keys()))
        return tuple((name, self._read_text(value, f'The part "{name}" of {where.lower()}', MOST_VALUE)) for name, value in kept)  # fmt: skip

    def _read_text(self, raw: Any, what: str, most: int, *, is_note: bool = False) -> str:
        if not isinstance(raw, str):
            self.problems.append(f"{what} is no text and was left out.")
            return ""
        if len(raw) > most:
            self.problems.append(f"{what} was longer than {most} characters and was cut.")
        return clean_note(raw, most) if is_note else clean_line(raw, most)


def _quote(text: str) -> str:
    clean = clean_line(text, QUOTED)
    return clean if clean == text else f"{clean}…"


def _shorten_list(problems: list[str]) -> tuple[str, ...]:
    """A hostile story could be wrong in a thousand places: nobody reads so many sentences."""
    if len(problems) <= MOST_PROBLEMS:
        return tuple(problems)
    return (*problems[: MOST_PROBLEMS - 1], f"{len(problems) - MOST_PROBLEMS + 1} more parts were left out or cut.")
