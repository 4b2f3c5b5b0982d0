"""What is left out on the way to the browser can be put back, and nothing else is."""

import json

from pages.kit.components.sending import pack
from pages.kit.components.slim import leave_out, refer, slim, slim_cell


def test_what_is_usual_is_left_out_and_what_is_not_stays() -> None:
    usual = {"status": "ok", "in": True}
    assert leave_out({"id": "JAM", "status": "ok", "in": False}, usual) == {"id": "JAM", "in": False}


def test_a_number_goes_as_text_only_where_nothing_is_lost() -> None:
    assert slim_cell({"t": "507.8", "v": 507.8}) == "507.8"
    for kept in ({"t": "512.0", "v": 512.0}, {"t": "not reported", "v": None}, {"t": "1", "v": 1.0, "href": "a"}):
        assert slim_cell(kept) == kept


def test_a_text_of_an_earlier_row_goes_as_the_number_of_the_row_it_first_stood_in() -> None:
    rows = [
        ["Bahamas", "Caribbean", None],
        ["Brazil", "Bahamas", {"t": "x"}],
        ["Cuba", "Caribbean", {"t": "x"}],
        ["Brazil", "Caribbean", None],
    ]
    sent = refer(rows)
    assert sent == [rows[0], rows[1], ["Cuba", 0, {"t": "x"}], [1, 0, None]]
    spelt = [[sent[cell][column] if isinstance(cell, int) else cell for column, cell in enumerate(row)] for row in sent]
    assert spelt == rows


def test_packed_data_is_the_same_data_without_blanks() -> None:
    data = {"name": "São Tomé", "rows": [1, None, {"a": "b c"}]}
    assert json.loads(pack(data)) == data
    assert b": " not in pack(data)


def test_names_of_countries_go_once_with_their_strips() -> None:
    dot = {"id": "JAM", "name": "Jamaica", "x": 0.5, "kind": "far", "hollow": False, "cut": False}
    own = {"id": "BLZ", "name": "Belize", "x": 0.1, "kind": "own", "hollow": True, "cut": False}
    rows = [{"id": "a", "dots": [dot, own]}, {"id": "b", "dots": [dot]}, {"id": "c", "message": "not reported"}]
    sent = slim("strips", {"groups": [{"title": "Violence", "rows": rows}]})
    assert sent["names"] == {"JAM": "Jamaica", "BLZ": "Belize"}
    first, second, third = sent["groups"][0]["rows"]
    assert [sent["usual"] | {"name": sent["names"][one["id"]]} | one for one in first["dots"]] == [dot, own]
    assert second["dots"] == [{"id": "JAM", "x": 0.5}]
    assert third == rows[2], "a row without dots gets none"
