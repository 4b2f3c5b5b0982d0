"""Errors of the atlas: each names the place, what was found, what was expected and the way out."""

from collections.abc import Iterable
from difflib import get_close_matches

# Texts as long as a country code are compared by their letters too: ELS is SLV with one letter wrong.
CODE_LENGTH = 3


class AtlasError(Exception):
    """Base of every error that the atlas raises on purpose."""


class SeedError(AtlasError):
    """A seed file holds something that the build cannot accept."""

    def __init__(self, file: str, line: int, column: str, problem: str) -> None:
        super().__init__(f"{file} line {line}, column {column}: {problem}")


class SeedErrors(AtlasError):  # noqa: N818 - the plural is the point: every problem of one build
    """Every problem that one build found, so that they can be mended in one go."""

    def __init__(self, errors: Iterable[SeedError]) -> None:
        self.errors = list(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


def suggest(found: str, known: Iterable[str]) -> str:
    """Return " Did you mean X?" for the known value closest to `found`, or an empty string."""
    by_folded = {value.casefold(): value for value in known}
    close = get_close_matches(found.casefold(), by_folded, n=1, cutoff=0.5)
    if not close and len(found) == CODE_LENGTH:
        close = [code for code in by_folded if len(set(code) & set(found.casefold())) == CODE_LENGTH - 1][:1]
    return f" Did you mean {by_folded[close[0]]}?" if close else ""
