"""What the atlas says, in the language of whoever reads it: messages by their English text, from gettext catalogues.

The language belongs to the run (a context variable), so that a view asked for in Spanish is drawn in Spanish all the way down. A message is
a whole sentence or label with named placeholders; sentences are never glued from words, since no two languages glue alike.
"""

import gettext
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, update_wrapper
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

ENGLISH = "en"
# Each language by its code, under the name that its speakers give it.
LANGUAGES = {ENGLISH: "English", "es": "Español", "pt": "Português", "fr": "Français"}
DOMAIN = "atlas"
FOLDER = Path(__file__).parent / "catalogues"

_CURRENT: ContextVar[str] = ContextVar("language", default=ENGLISH)


def current() -> str:
    """Return the code of the language that is spoken now; English where none was chosen."""
    return _CURRENT.get()


def speak(language: str) -> None:
    """Choose the language of this run. Raises ValueError for one that the atlas does not have."""
    if language not in LANGUAGES:
        raise ValueError(f'"{language}" is not a language of the atlas, expected one of {", ".join(LANGUAGES)}')
    _CURRENT.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while."""
    before = _CURRENT.get()
    speak(language)
    try:
        yield
    finally:
        _CURRENT.set(before)


def say(message: str, /, **values: object) -> str:
    """Return a message in the current language, its placeholders filled in."""
    text = find_catalogue(_CURRENT.get()).gettext(message) if message else ""
    return text.format(**values) if values else text


def say_in(context: str, message: str, /, **values: object) -> str:
    """Return a message whose English words mean different things in different places, as the context says."""
    text = find_catalogue(_CURRENT.get()).pgettext(context, message) if message else ""
    return text.format(**values) if values else text


def say_count(one: str, many: str, number: int, /, **values: object) -> str:
    """Return the message in the form that goes with a number, which stands in it as {n}."""
    text = find_catalogue(_CURRENT.get()).ngettext(one, many, number)
    return text.format(n=number, **values)


def mark(message: str) -> str:
    """Return a message as it is: for one that is written where no language is known yet, and said later with `say`."""
    return message


@cache
def find_catalogue(language: str) -> gettext.NullTranslations:
    """Return the messages of a language; English is what the code says. Raises FileNotFoundError for a catalogue that was not compiled."""
    if language == ENGLISH:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, FOLDER, [language])


class Cached(Generic[Arguments, Answer]):
    """A function whose answers hold words: each is kept once for every language, and no language takes the room of another."""

    def __init__(self, function: Callable[Arguments, Answer], kept: int | None) -> None:
        self._answers: defaultdict[str, Any] = defaultdict(lambda: lru_cache(kept)(function))
        update_wrapper(self, function)

    def __call__(self, *args: Arguments.args, **named: Arguments.kwargs) -> Answer:
        """Return the answer in the current language."""
        answer: Answer = self._answers[_CURRENT.get()](*args, **named)
        return answer

    def cache_clear(self) -> None:
        """Forget every answer."""
        self._answers.clear()


def cached(function: Callable[Arguments, Answer]) -> Cached[Arguments, Answer]:
    """Keep every answer of a function, one for each language: `functools.cache` for what holds words."""
    return Cached(function, None)


def cached_up_to(kept: int) -> Callable[[Callable[Arguments, Answer]], Cached[Arguments, Answer]]:
    """Keep so many answers of a function in each language: `functools.lru_cache` for what holds words."""
    return lambda function: Cached(function, kept)


def carry(function: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Return the function as it runs later, on another thread, in the language that is spoken now."""
    language = _CURRENT.get()

    def run(*args: Arguments.args, **named: Arguments.kwargs) -> Answer:
        with speaking(language):
            return function(*args, **named)

    return run
