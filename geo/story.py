"""A story: an ordered list of views with a title and a note each; read from anything, with a sentence for each part that is no story's.

What is read comes from a link or a file that anyone may have changed: every field is checked, too much is cut, and the rest is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geo.messages import mark, say

VERSION = 1
MOST_STEPS = 24
MOST_TITLE, MOST_NOTE, MOST_VALUE = 200, 2000, 600  # characters
MOST_PROBLEMS = 6
QUOTED = 40  # characters of a wrong part that a sentence repeats
UNTITLED = mark("Untitled story")
# A part of every address that says nothing of the view: a story is shown in the language of who reads it.
_LANGUAGE = "lang"

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
            self.problems.append(say("This holds no story of the atlas: a title and a list of steps were expected."))
            return None
        steps = raw["steps"]
        if len(steps) > MOST_STEPS:
            self.problems.append(
                say("The story has {n} steps; the first {kept} of them were kept.", n=len(steps), kept=MOST_STEPS)
            )
        found = [self._read_step(one, number) for number, one in enumerate(steps[:MOST_STEPS], start=1)]
        title = self._read_text(
            raw.get("title", ""),
            MOST_TITLE,
            say("The title of the story is no text and was left out."),
            say("The title of the story was longer than {most} characters and was cut.", most=MOST_TITLE),
        )
        return Story(title or say(UNTITLED), tuple(step for step in found if step))

    def _read_step(self, raw: Any, step: int) -> Step | None:
        slug = raw.get("page") if isinstance(raw, Mapping) else None
        if not isinstance(slug, str):
            self.problems.append(say("Step {step} names no page and was left out.", step=step))
            return None
        if slug not in self._pages:
            self.problems.append(
                say(
                    'Step {step} asks for the page "{page}", which has no view here. It was left out.',
                    step=step, page=_quote(slug),
                )
            )  # fmt: skip
            return None
        parameters = self._read_parameters(raw.get("parameters", {}), slug, step)
        title = self._read_text(
            raw.get("title", ""),
            MOST_TITLE,
            say("The title of step {step} is no text and was left out.", step=step),
            say("The title of step {step} was longer than {most} characters and was cut.", step=step, most=MOST_TITLE),
        )
        note = self._read_text(
            raw.get("note", ""),
            MOST_NOTE,
            say("The note of step {step} is no text and was left out.", step=step),
            say("The note of step {step} was longer than {most} characters and was cut.", step=step, most=MOST_NOTE),
            is_note=True,
        )
        return Step(slug, parameters, title, note)

    def _read_parameters(self, raw: Any, slug: str, step: int) -> tuple[tuple[str, str], ...]:
        if not isinstance(raw, Mapping):
            self.problems.append(say("Step {step} has no list of filters; its page is shown without any.", step=step))
            return ()
        known = self._pages[slug] - {_LANGUAGE}
        unknown = sorted(str(name) for name in raw if name not in known and name != _LANGUAGE)
        self.problems += [
            say(
                'Step {step} has a part "{part}" that its page does not know. It was left out.',
                step=step, part=_quote(name),
            )
            for name in unknown
        ]  # fmt: skip
        return tuple((name, self._read_value(raw[name], name, step)) for name in sorted(known & raw.keys()))

    def _read_value(self, raw: Any, name: str, step: int) -> str:
        told = {"part": name, "step": step}
        return self._read_text(
            raw,
            MOST_VALUE,
            say('The part "{part}" of step {step} is no text and was left out.', **told),
            say(
                'The part "{part}" of step {step} was longer than {most} characters and was cut.',
                **told,
                most=MOST_VALUE,
            ),
        )

    def _read_text(self, raw: Any, most: int, no_text: str, too_long: str, *, is_note: bool = False) -> str:
        """A text, or what is left of it; the two sentences are said of what is none, and of what was cut."""
        if not isinstance(raw, str):
            self.problems.append(no_text)
            return ""
        if len(raw) > most:
            self.problems.append(too_long)
        return clean_note(raw, most) if is_note else clean_line(raw, most)


def _quote(text: str) -> str:
    clean = clean_line(text, QUOTED)
    return clean if clean == text else f"{clean}…"


def _shorten_list(problems: list[str]) -> tuple[str, ...]:
    """A hostile story could be wrong in a thousand places: nobody reads so many sentences."""
    if len(problems) <= MOST_PROBLEMS:
        return tuple(problems)
    return (
        *problems[: MOST_PROBLEMS - 1],
        say("{n} more parts were left out or cut.", n=len(problems) - MOST_PROBLEMS + 1),
    )
