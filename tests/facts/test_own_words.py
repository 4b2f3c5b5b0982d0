"""What the atlas writes is in its own words; skipped where the documents are not at hand."""

import re
from itertools import pairwise

import pytest

from data.seeds import read_seeds
from data.source_text import read_documents
from tests.facts.test_audit import SOURCES

pytestmark = pytest.mark.skipif(
    not SOURCES.is_dir(), reason=f"no documents in {SOURCES}: set ATLAS_SOURCES to the folder that holds them"
)

# So many words on end are not the same by chance; shorter runs are names of bodies and lists of countries.
RUN = 8

Runs = frozenset[tuple[str, ...]]


def list_runs(text: str) -> list[tuple[str, ...]]:
    """Return every run of words of a text, capitals and marks left aside."""
    words = re.findall(r"\w+", text.casefold())
    return [tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]


@pytest.fixture(scope="module")
def printed() -> Runs:
    documents = read_documents(SOURCES, read_seeds()["sources"]).values()
    return frozenset(run for document in documents for run in list_runs("\n".join(document.lines)))


@pytest.mark.parametrize(
    ("table", "column"),
    [("events", "description"), ("programmes", "note"), ("published_figures", "explanation")],
)
def test_no_sentence_of_ours_runs_along_with_a_document(printed: Runs, table: str, column: str) -> None:
    copied = {
        " ".join(run) for row in read_seeds()[table] for run in list_runs(row[column]) if run in printed
    }  # fmt: skip
    assert copied == set()


def test_a_copied_sentence_would_be_found(printed: Runs) -> None:
    document = next(iter(read_documents(SOURCES, read_seeds()["sources"]).values()))
    first, second = next(pair for pair in pairwise(document.lines) if len(list_runs(" ".join(pair))) > RUN)
    assert set(list_runs(f"{first} {second}")) <= printed
