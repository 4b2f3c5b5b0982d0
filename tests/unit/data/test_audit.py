"""The audit on tiny documents: what stands in the text passes, and nothing else does."""

from pathlib import Path

import pytest

from data.audit import Audit, audit, describe, main
from data.errors import AtlasError
from data.leftovers import Section
from data.schema import SEED_TABLES
from data.seeds import LINE, Row, Seeds
from data.source_text import Document, Token, read_documents

REPORT = """Table 1. Donors
2011
Spain
765.93
Japan
-343.55
7
Table 2. Contracts
147623
Apoyo a la
Private
Comunidad
company
32,500,00
0
19/12/2
007
 900,000
21 countries
"""
SECTION = Section("Table 1", "Table 1. ", "Table 2. ", ("donors",))
CONTRACTS = Section("Table 2", "Table 2. ", "Table 3. ", ("contracts",))


def make_document(text: str = REPORT) -> Document:
    return Document("report.txt", tuple(text.split("\n")))


def make_seeds(**tables: list[Row]) -> Seeds:
    pages = [
        {"source_id": "report", "page": "1", "first_line": "1", "last_line": "7"},
        {"source_id": "report", "page": "2", "first_line": "8", "last_line": "17"},
        {"source_id": "report", "page": "3", "first_line": "18", "last_line": "19"},
    ]
    leftovers = [make_row(line="2", text="2011", reason="Header"), make_row(line="7", text="7", reason="Page number")]
    tables = {"pages": pages, "donors": [SPAIN, JAPAN], "audit_leftovers": leftovers} | tables
    numbered = {name: [row | {LINE: str(at)} for at, row in enumerate(rows, 2)] for name, rows in tables.items()}
    return {name: [] for name in SEED_TABLES} | numbered


def make_row(**cells: str) -> Row:
    return {"source_id": "report", "page": "1"} | cells


def run(seeds: Seeds, *sections: Section) -> Audit:
    return audit(seeds, {"report": make_document()}, sections or (SECTION,))


def messages(outcome: Audit) -> str:
    return "\n".join(map(str, outcome.problems))


SPAIN = make_row(donor="Spain", printed_value="765.93", line="4")
JAPAN = make_row(donor="Japan", printed_value="-343.55", line="6")
CONTRACT = make_row(
    page="2",
    line="9",
    contract_id="147623",
    title="Apoyo a la Comunidad",
    contracted_printed="32,500,000",
    start_printed="19/12/2007",
    end_printed="",
)


def test_every_value_that_stands_on_its_line_passes() -> None:
    outcome = run(make_seeds())
    assert not outcome.problems
    assert outcome.proven["donors"] == 4
    assert outcome.proven["contracts"] == 0


def test_one_digit_off_is_caught_and_names_file_line_and_column() -> None:
    outcome = run(make_seeds(donors=[SPAIN | {"printed_value": "765.98"}, JAPAN]))
    assert 'seeds/donors.csv line 2, column printed_value: "765.98" does not begin on line 4' in messages(outcome)
    assert '"765.93" of Table 1 is in no seed' in messages(outcome)
    assert "line 3" not in messages(outcome)


@pytest.mark.parametrize("printed", ["765", "65.93", "765.9", "343.55"])
def test_a_part_of_a_number_is_not_that_number(printed: str) -> None:
    row = (JAPAN if printed == "343.55" else SPAIN) | {"printed_value": printed}
    outcome = run(make_seeds(donors=[row]))
    assert f'"{printed}" does not begin' in messages(outcome)
    assert outcome.proven["donors"] == 1  # the label


def test_a_value_on_another_page_is_caught() -> None:
    elsewhere = CONTRACT | {"contracted_printed": "900,000"}
    outcome = run(make_seeds(contracts=[elsewhere]))
    assert '"900,000" does not stand on page 2 of report' in messages(outcome)
    assert "147623" not in messages(outcome)


def test_a_line_that_is_not_on_the_page_is_caught() -> None:
    outcome = run(make_seeds(donors=[SPAIN | {"page": "2"}, JAPAN]))
    assert "is said to stand on line 4, which is not on page 2 of report (lines 8 to 17)" in messages(outcome)
    assert '"-343.55"' not in messages(outcome)


def test_a_page_that_pages_csv_lacks_is_caught() -> None:
    outcome = run(make_seeds(donors=[SPAIN | {"page": "9"}, JAPAN]))
    assert "page 9 of report, which is not in pages.csv" in messages(outcome)
    assert '"Japan"' not in messages(outcome)


def test_a_cell_cut_over_lines_and_a_title_in_pieces_pass() -> None:
    outcome = run(make_seeds(contracts=[CONTRACT]))
    assert not outcome.problems
    assert outcome.proven["contracts"] == 4  # an empty cell needs no proof


@pytest.mark.parametrize("title", ["Apoyo a las Comunidad", "Apoyo a la Comunidad Comunidad", "Apoyo Comunidad"])
def test_a_title_with_a_word_too_many_or_too_few_is_caught(title: str) -> None:
    outcome = run(make_seeds(contracts=[CONTRACT | {"title": title}]))
    assert f'"{title}" does not stand on page 2' in messages(outcome)
    assert outcome.proven["contracts"] == 3


def test_a_cell_that_the_page_end_cuts_passes_and_one_that_goes_on_elsewhere_does_not() -> None:
    text = "DCIALA/2007\n7.6\n/019-235\n" + "x\n" * 20 + "/000-001\n"
    seeds = make_seeds(
        donors=[],
        audit_leftovers=[],
        pages=[
            {"source_id": "report", "page": "1", "first_line": "1", "last_line": "2"},
            {"source_id": "report", "page": "2", "first_line": "3", "last_line": "24"},
        ],
        decisions=[
            make_row(printed_reference=reference, title="", zone="", committed_printed="7.6", line="1")
            for reference in ("DCIALA/2007 /019-235", "DCIALA/2007 /000-001")
        ],
    )
    outcome = audit(seeds, {"report": make_document(text)}, ())
    assert "/000-001" in messages(outcome)
    assert "/019-235" not in messages(outcome)


def test_a_number_that_no_seed_has_is_reported_and_an_explained_one_is_not() -> None:
    outcome = run(make_seeds(donors=[SPAIN]))
    assert 'report.txt line 6 ("-343.55"): "-343.55" of Table 1 is in no seed' in messages(outcome)
    assert [row["text"] for row in outcome.balances[0].explained] == ["2011", "7"]
    assert '"2011"' not in messages(outcome)


def test_an_explanation_of_nothing_is_reported() -> None:
    seeds = make_seeds()
    seeds["audit_leftovers"].append(make_row(line="4", text="765.93", reason="Page number") | {LINE: "4"})
    assert 'seeds/audit_leftovers.csv line 4, column text: "765.93" is not left over' in messages(run(seeds))
    assert len(run(seeds).problems) == 1


def test_a_value_used_twice_is_reported_once() -> None:
    outcome = run(make_seeds(donors=[SPAIN, SPAIN | {"donor": "Japan"}, JAPAN]))
    assert 'line 3, column printed_value: "765.93" is used more often than the page prints it' in messages(outcome)
    assert len(outcome.problems) == 1


def test_a_heading_that_no_document_has_is_reported() -> None:
    assert 'begins with "Table 2. " before one with "Table 3. "' in messages(run(make_seeds(), CONTRACTS))


def test_numbers_joins_cut_cells_and_leaves_out_numbers_in_words() -> None:
    tokens = make_document().numbers(8, 19)
    assert tokens == [Token(9, "147623"), Token(14, "32,500,000"), Token(16, "19/12/2007"), Token(18, "900,000")]
    assert "21" not in [token.text for token in tokens]


def test_numbers_finds_a_contract_number_that_hides_in_a_line_of_words() -> None:
    document = make_document("Apoyo 299153 Lote 2\n12,500 euros in 2013")
    assert document.numbers(1, 2) == [Token(1, "299153"), Token(2, "12,500")]


def test_the_report_counts_by_table_and_gives_the_reasons() -> None:
    report = describe(run(make_seeds()))
    assert "  donors: 4\n" in report
    assert '  Page number: "7" on line 7' in report
    assert report.endswith("Problems: none")
    assert "in no seed" not in report


def test_a_missing_document_is_named(tmp_path: Path) -> None:
    sources = [{"source_id": "report", "file_name": "report.txt"}]
    with pytest.raises(AtlasError, match=r"report\.txt is missing: the text of report"):
        read_documents(tmp_path, sources)
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert read_documents(tmp_path, sources)["report"].line(4) == "765.93"


def test_without_a_folder_the_command_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    printed = capsys.readouterr()
    assert "Usage: python -m data.audit FOLDER" in printed.err
    assert not printed.out
