"""Other readings: the cells they change, those they leave, and cells that do not exist."""

from data.readings import apply_reading, check_readings, list_readings
from data.seeds import Row, Seeds


def reading(reading_id: str, row_id: str, printed: str, column: str = "committed_printed") -> Row:
    return {
        "reading_id": reading_id, "applies_to": "decisions", "row_id": row_id, "column": column, "printed": printed, "_line": "2",
    }  # fmt: skip


def seeds(*readings: Row) -> Seeds:
    decisions = [{"decision_id": "A", "committed_printed": "5.5"}, {"decision_id": "B", "committed_printed": "8.7"}]
    return {"decisions": decisions, "contracts": [], "readings": list(readings)}


def test_a_reading_changes_its_cells_and_no_other() -> None:
    before = seeds(reading("swapped", "A", "8.7"), reading("swapped", "B", "5.5"), reading("other", "A", "1.0"))
    after = apply_reading(before, "swapped")
    assert [row["committed_printed"] for row in after["decisions"]] == ["8.7", "5.5"]
    assert [row["committed_printed"] for row in before["decisions"]] == ["5.5", "8.7"]
    assert list_readings(before) == ["swapped", "other"]


def test_a_reading_of_no_cell_or_of_what_stands_there_already_is_an_error() -> None:
    problems = [
        str(one)
        for one in check_readings(
            seeds(reading("a", "C", "1"), reading("b", "A", "5.5"), reading("c", "A", "1", "colour"))
        )
    ]
    assert len(problems) == 3
    assert 'row_id: "C", committed_printed: no such cell in decisions.csv' in problems[0]
    assert '"5.5" is what decisions.csv has already' in problems[1]
    assert list(check_readings(seeds(reading("a", "A", "8.7")))) == []
