"""Reading seed files: every problem is found in one go, with file, line and column."""

from pathlib import Path

import pytest

from data.errors import SeedErrors, suggest
from data.schema import SEED_TABLES, Table
from data.seeds import LINE, Row, read_seeds, read_table

DONORS = SEED_TABLES["donors"]
HEADER = ",".join(DONORS.columns)
SPAIN = "Spain,2011,765.93,no,USD million,jssr_2013,75,3047"


def read(tmp_path: Path, *lines: str, table: Table = DONORS) -> tuple[list[Row], str]:
    path = tmp_path / f"{table.name}.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows, errors = read_table(path, table)
    return rows, "\n".join(map(str, errors))


def test_rows_are_text_as_typed_with_their_line(tmp_path: Path) -> None:
    rows, errors = read(tmp_path, HEADER, SPAIN)
    assert rows[0]["printed_value"] == "765.93"
    assert rows[0][LINE] == "2"
    assert not errors


def test_a_missing_file_says_which_header_to_write(tmp_path: Path) -> None:
    rows, errors = read_table(tmp_path / "donors.csv", DONORS)
    assert rows == []
    assert str(errors[0]) == f"seeds/donors.csv line 1, column -: the file is missing. Add it with the header {HEADER}"


def test_a_wrong_header_is_refused_before_any_row(tmp_path: Path) -> None:
    rows, errors = read(tmp_path, HEADER.replace("donor", "giver"), SPAIN)
    assert rows == []
    assert "the header is giver,year" in errors
    assert "line 2" not in errors


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (SPAIN.replace("765.93", ""), "column printed_value: the cell is empty"),
        (SPAIN.replace("3047", "30a"), 'column line: "30a" is not a whole number'),
        (SPAIN.replace(",no,", ",maybe,"), 'column is_aggregate: "maybe" is neither yes nor no'),
        (SPAIN.replace("Spain", "Spain "), 'column donor: "Spain " begins or ends with a space'),
        (SPAIN.rsplit(",", 1)[0], "column line: the row has fewer cells than the header"),
        (SPAIN + ",more", "column -: the row has more cells than the header"),
    ],
)
def test_a_wrong_cell_is_named_and_its_neighbours_are_not(tmp_path: Path, line: str, problem: str) -> None:
    _, errors = read(tmp_path, HEADER, line)
    assert f"seeds/donors.csv line 2, {problem}" in errors
    assert len(errors.splitlines()) == 1


def test_a_closed_list_offers_the_closest_value(tmp_path: Path) -> None:
    table = SEED_TABLES["pages"]
    _, errors = read(tmp_path, ",".join(table.columns), "jssr_2013,1,1,29,conted", table=table)
    assert '"conted" is not one of printed, counted. Did you mean counted?' in errors
    assert "printed?" not in errors


def test_a_code_must_look_like_one(tmp_path: Path) -> None:
    table = SEED_TABLES["memberships"]
    _, errors = read(
        tmp_path,
        ",".join(table.columns),
        "arg,idb_alliance,member,,Argentina,devdiscourse_2024,1,12",
        "ARG,idb_alliance,member,,Argentina,devdiscourse_2024,1,12",
        table=table,
    )
    assert 'line 2, column iso3: "arg" does not look like' in errors
    assert "line 3" not in errors


def test_a_duplicate_key_names_both_lines(tmp_path: Path) -> None:
    _, errors = read(tmp_path, HEADER, SPAIN, SPAIN.replace("2011", "2010"), SPAIN)
    assert 'seeds/donors.csv line 4, column donor/year: "Spain/2011" stands on line 2 already' in errors
    assert "line 3" not in errors


def test_every_problem_of_every_file_is_raised_at_once(tmp_path: Path) -> None:
    (tmp_path / "donors.csv").write_text(f"{HEADER}\n{SPAIN.replace('3047', 'x')}\n", encoding="utf-8")
    with pytest.raises(SeedErrors) as raised:
        read_seeds(tmp_path)
    text = str(raised.value)
    assert "seeds/donors.csv line 2" in text
    assert text.count("the file is missing") == len(SEED_TABLES) - 1


def test_suggest_is_silent_when_nothing_is_close() -> None:
    assert suggest("ELS", ["SLV", "GTM"]) == " Did you mean SLV?"
    assert suggest("qqq", ["SLV", "GTM"]) == ""
    assert suggest("A", ["SLV", "GTM"]) == ""
