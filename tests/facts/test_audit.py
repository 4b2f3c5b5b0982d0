"""The audit on the real seeds and documents; skipped where the documents are not at hand."""

import os
from pathlib import Path

import pytest

from data.audit import Audit, audit
from data.seeds import SEED_FOLDER, Seeds, read_seeds
from data.source_text import Document, read_documents

SOURCES = Path(os.environ.get("ATLAS_SOURCES") or SEED_FOLDER.parent.parent / "shared" / "seeds")

pytestmark = pytest.mark.skipif(
    not SOURCES.is_dir(), reason=f"no documents in {SOURCES}: set ATLAS_SOURCES to the folder that holds them"
)


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return read_seeds()


@pytest.fixture(scope="module")
def documents(seeds: Seeds) -> dict[str, Document]:
    return read_documents(SOURCES, seeds["sources"])


@pytest.fixture(scope="module")
def outcome(seeds: Seeds, documents: dict[str, Document]) -> Audit:
    return audit(seeds, documents)


def test_every_printed_value_stands_in_the_documents(outcome: Audit) -> None:
    assert [str(problem) for problem in outcome.problems] == []


def test_every_contract_number_and_amount_of_annex_h_is_used_once(seeds: Seeds, outcome: Audit) -> None:
    used = next(balance.used for balance in outcome.balances if balance.section == "Annex H")
    assert used["contract_id"] == used["contracted_printed"] == len(seeds["contracts"])
    assert used["committed_printed"] == used["printed_reference"] == len(seeds["decisions"])
    assert used["title"] == 0


def test_the_audit_of_the_real_seeds_would_notice_one_wrong_digit(seeds: Seeds, documents: dict[str, Document]) -> None:
    wrong = [row | {"contracted_printed": row["contracted_printed"][:-1] + "x"} for row in seeds["contracts"][:1]]
    changed = seeds | {"contracts": [*wrong, *seeds["contracts"][1:]]}
    problems = "\n".join(map(str, audit(changed, documents).problems))
    assert f"seeds/contracts.csv line {wrong[0]['_line']}, column contracted_printed" in problems
    assert f'"{seeds["contracts"][0]["contracted_printed"]}" of Annex H is in no seed' in problems


def test_no_line_is_on_two_pages_and_no_page_ends_beyond_the_document(
    seeds: Seeds, documents: dict[str, Document]
) -> None:
    for source_id, document in documents.items():
        pages = [row for row in seeds["pages"] if row["source_id"] == source_id]
        lines = [line for row in pages for line in range(int(row["first_line"]), int(row["last_line"]) + 1)]
        assert lines, f"{source_id} has no page"
        assert len(lines) == len(set(lines)), f"pages of {source_id} overlap"
        assert max(lines) <= len(document.lines), source_id


def test_a_printed_page_number_stands_alone_on_a_line_of_its_page(seeds: Seeds, documents: dict[str, Document]) -> None:
    printed = [row for row in seeds["pages"] if row["basis"] == "printed"]
    assert printed
    for row in printed:
        numbers = range(int(row["first_line"]), int(row["last_line"]) + 1)
        assert row["page"] in [documents[row["source_id"]].line(number) for number in numbers]
