"""Tables of slides: the first rows that fit, how many are left, and which columns had no room."""

from geo.exports.slides import plan
from geo.handout import Drawn
from tests.unit.geo.exports.slides.opened import (
    hand_out,
    open_pages,
    plan_of,
    read_cells,
    read_notes,
    read_texts,
    table,
    write,
)


def test_a_short_table_stands_whole() -> None:
    page = open_pages(
        write(plan_of(hand_out(table(["Aland", {"t": "1.0", "v": 1.0}], ["Bland", {"t": "", "v": None}]))))
    )[0]
    assert read_cells(page) == [["Country", "Value"], ["Aland", "1.0"], ["Bland", ""]]
    assert "The first" not in read_texts(page)


def test_a_long_table_says_how_many_rows_are_left() -> None:
    page = open_pages(
        write(plan_of(hand_out(table(*[[f"Country {at}", {"t": str(at), "v": at}] for at in range(200)]))))
    )[0]
    cells = read_cells(page)
    assert cells[1] == ["Country 0", "0"]
    left = 200 - (len(cells) - 1)
    assert f"the other {left} stand in the view and its download" in read_texts(page)
    assert f"the other {left} stand" in read_notes(page)
    frame = next(shape for shape in page.shapes if shape.has_table)
    assert (
        frame.top + sum(row.height for row in frame.table.rows)
        < page.part.package.presentation_part.presentation.slide_height
    )


def test_columns_of_prose_go_first_where_there_is_no_room() -> None:
    columns = [{"id": str(at), "label": f"Column {at}", "kind": "prose" if at == 3 else "text"} for at in range(14)]
    rows = [{"id": "1", "cells": ["a sentence of several words that takes room " * 3] * 14, "in": True}]
    drawn = Drawn("table", "table", {"label": "Wide", "columns": columns, "rows": rows, "empty": ""})
    page = open_pages(write(plan_of(hand_out(drawn))))[0]
    head = read_cells(page)[0]
    assert head[0] == "Column 0"
    assert "Column 3" not in head
    assert "Columns for which there is no room" in read_texts(page)


def test_a_matrix_keeps_its_marks_and_says_what_they_mean() -> None:
    data = {
        "label": "Who reports", "corner": "Country", "group_label": None, "columns": [{"id": "a", "label": "Homicides"}],
        "rows": [{"id": "AAA", "label": "Aland", "group": "", "cells": [{"mark": "R", "label": "reported", "tone": "soft"}]}],
        "legend": [{"mark": "R", "label": "Reported", "tone": "soft", "count": "1"}], "empty": "",
    }  # fmt: skip
    page = open_pages(write(plan_of(hand_out(Drawn("matrix", "matrix", data)))))[0]
    assert read_cells(page) == [["Country", "Homicides"], ["Aland", "R"]]
    assert "R: Reported (1)." in read_texts(page)


def test_committed_and_contracted_stand_side_by_side_and_are_not_added() -> None:
    decision = {"meta": "2010", "title": "Peace", "sign": "doubtful", "committed": "EUR 3.0 million", "contracted": "EUR 2.0 million in 1 contract",
                "source": "Annex H, p. 160", "contracts": []}  # fmt: skip
    drawn = Drawn("ledger", "ledger", {"title": "Decisions", "note": "", "decisions": [decision]})
    page = open_pages(write(plan_of(hand_out(drawn))))[0]
    assert read_cells(page)[1] == [
        "2010",
        "Peace, doubtful",
        "EUR 3.0 million",
        "EUR 2.0 million in 1 contract",
        "Annex H, p. 160",
    ]
    assert "5.0" not in read_texts(page)


def test_an_empty_figure_leaves_no_slide() -> None:
    assert plan.read(hand_out(), table()) is None
    assert plan.read(hand_out(), Drawn("card", "card", {})) is None
