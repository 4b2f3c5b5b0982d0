"""Where a value comes from: a printed one names its cell, a sum says what of, a gap is no zero."""

from dataclasses import replace

import pandas as pd
import pytest

from geo.exports.columns import describe, type_frame
from geo.exports.loading import list_snippets, list_snippets_of_table
from geo.exports.traces import trace
from tests.unit.geo.exports.views import make_view


def test_each_value_has_its_row_and_basis() -> None:
    found = trace(make_view()).set_index("row")
    assert found["basis"].to_dict() == {1: "printed", 2: "not reported", 3: "printed", 4: "printed"}
    assert found["printed"].to_dict()[3] == "-1,38"
    assert found["value"].fillna("").tolist() == ["91.6", "", "-1.38", "0"]
    assert found.loc[1, "caveats"].startswith("Honduras")
    assert "2013" in found.loc[1, "document"]
    assert (found["file"] == "data.csv").all()


def test_a_sum_names_the_rows_that_it_is_of() -> None:
    rows = pd.DataFrame({"iso3": ["HND"], "y_value": [35.1], "y_printed_value": [None], "y_status": ["ok"], "y_row_label": ["A;B"],
                         "y_pages": ["165;167"],
                         "y_source_id": ["jssr_2013"], "y_table": ["Annex H"]})  # fmt: skip
    (found,) = trace(replace(make_view(further=()), rows=rows)).to_dict("records")
    assert (found["basis"], found["row_label"], found["page"]) == ("computed", "A;B", "165;167")
    assert found["computed_from"] == "The rows that row_label names"


def test_a_sum_of_nothing_names_no_rows() -> None:
    rows = pd.DataFrame(
        {"iso3": ["SUR"], "value": [0.0], "printed_value": [None], "status": ["ok"], "row_label": [None]}
    )
    (found,) = trace(replace(make_view(further=()), rows=rows)).to_dict("records")
    assert (found["basis"], found["computed_from"]) == ("computed", "None: no record has an amount for it")


def test_what_is_counted_is_computed_and_has_no_place_of_its_row() -> None:
    rows = pd.DataFrame(
        {"iso3": ["HND"], "rank_of": [27], "page": [151], "source_id": ["jssr_2013"], "status": ["doubtful"]}
    )
    (found,) = trace(replace(make_view(further=()), rows=rows)).to_dict("records")
    assert (found["column"], found["value"], found["basis"]) == ("rank_of", "27", "computed")
    assert found["page"] is found["status"] is found["source_id"] is None


def test_a_column_that_nobody_described_stops_an_export() -> None:
    with pytest.raises(KeyError):
        describe("made_up")
    with pytest.raises(ValueError, match="no day"):
        type_frame(pd.DataFrame({"start_date": ["soon"]}))


def test_code_names_the_types_and_dates_of_a_table() -> None:
    pandas, r, excel = list_snippets("x.csv", make_view().rows)
    assert 'parse_dates=["start_date"]' in pandas.code
    assert '"value": "Float64"' in pandas.code
    assert 'col_types = "ccdiDccclcc"' in r.code
    assert "From Text/CSV: x.csv" in excel.code
    assert "From Web: https" in list_snippets_of_table("https://a.example/t.csv", "decisions")[2].code
