"""The statement on accessibility says the same in the app and in the repository, and names only tests that exist."""

import re

import pytest

from data.seeds import SEED_FOLDER
from geo.messages import LANGUAGES, speaking
from pages.kit import access_statement as statement
from pages.kit.router import find_entry

ROOT = SEED_FOLDER.parent
DOCUMENT = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text", [statement.STANDARD, *statement.MET, *statement.TESTED, statement.REPORT, statement.WRITTEN.isoformat()]
)
def test_the_document_says_what_the_app_says(text: str) -> None:
    assert DOCUMENT.count(text) == 1


def test_each_gap_stands_in_the_document_with_its_report() -> None:
    rows = [
        line for line in DOCUMENT.split("## What is not met")[1].split("##")[0].splitlines() if line.startswith("| ")
    ]
    assert len(rows) == len(statement.GAPS) + 2, (
        "the document has a gap that the app does not tell, or the other way round"
    )
    for gap, row in zip(statement.GAPS, rows[2:], strict=True):
        assert gap.text in row
        assert gap.criterion in row
        assert re.findall(r"\((https://\S+)\)", row) == [f"{statement.ISSUES_ADDRESS}{one}" for one in gap.upstream]


def test_the_statement_promises_nothing_that_has_no_test() -> None:
    named = re.findall(r"`((?:tests|pages)/[\w./]+)`", DOCUMENT)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert "fully conform" not in DOCUMENT.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_a_name_in_every_language(language: str) -> None:
    with speaking(language):
        assert find_entry("access").title
