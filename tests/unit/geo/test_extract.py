"""Downloads: exactly the rows that the table shows, with raw numbers and the place of each."""

import csv
import io
from dataclasses import replace

from hypothesis import given

from geo.extract import extract_indicator, name_file, to_csv
from geo.figures import tables
from geo.indicator_view import build_indicator_view
from geo.selection import Selection
from geo.views import IndicatorView
from tests.strategies import VIEW_LAWS, selections

HEADER = (
    "iso3,country,subregion_id,indicator_id,value,unit,year,printed_value,status,caveat_ids,"
    "rank_first,rank_last,rank_of,meets_membership,source_id,page,table,row_label,column_label"
)


def read_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def only(view: IndicatorView, *codes: str) -> IndicatorView:
    return replace(view, values=tuple(value for value in view.values if value.iso3 in codes))


def test_the_file_of_three_countries_is_exactly_this() -> None:
    view = only(
        build_indicator_view(Selection(indicator="police_per_100k", subregions=("caribbean",))), "BHS", "CUB", "GRD"
    )
    unit, column = '"per 100,000 inhabitants"', '"Police per 100,000 (2011 OAS)"'
    assert to_csv(extract_indicator(view)).decode("utf-8").splitlines() == [
        HEADER,
        f'BHS,Bahamas,caribbean,police_per_100k,764.16,{unit},2011,"764,16",ok,,1,2,23,false,jssr_2013,153,Annex G,Bahamas,{column}',
        f"CUB,Cuba,caribbean,police_per_100k,,{unit},2011,,not_reported,cuba_row,,,,false,jssr_2013,153,Annex G,Cuba,{column}",
        f"GRD,Grenada,caribbean,police_per_100k,,{unit},2011,,not_reported,,,,,false,,,,,",
    ]


def test_an_empty_selection_gives_the_header_only() -> None:
    nothing = Selection(subregions=("caribbean",), alliances=("andean_community",))
    assert to_csv(extract_indicator(build_indicator_view(nothing))).decode("utf-8") == HEADER + "\n"


def test_hidden_doubtful_values_are_not_in_the_file_and_unreported_ones_are() -> None:
    rows = extract_indicator(build_indicator_view(Selection(indicator="prisoners_per_100k", doubtful="hide")))
    assert not {"SUR", "BHS", "DOM"} & set(rows["iso3"])
    assert {"CUB", "HTI", "VEN"} <= set(rows["iso3"])
    assert "doubtful" not in set(rows["status"])


def test_file_names_say_which_filters_are_in_force() -> None:
    filtered = Selection(subregions=("caribbean",), alliances=("idb_alliance", "sica"), doubtful="hide")
    assert name_file("homicide_rate", Selection()) == "lac-atlas_homicide_rate.csv"
    assert (
        name_file("homicide_rate", filtered)
        == "lac-atlas_homicide_rate_caribbean_idb_alliance_sica_without-doubtful.csv"
    )
    assert "_none_idb_alliance_sica" in name_file("homicide_rate", replace(filtered, match="none"))
    assert "idb_alliance" not in name_file("homicide_rate", replace(filtered, members="highlight"))


@VIEW_LAWS
@given(selections())
def test_what_is_downloaded_is_what_the_table_shows(selection: Selection) -> None:
    view = build_indicator_view(selection)
    rows = read_rows(to_csv(extract_indicator(view)))
    shown = tables.tabulate_indicator(view, "")["rows"]
    assert [row["iso3"] for row in rows] == [row["id"] for row in shown]
    assert [float(row["value"]) if row["value"] else None for row in rows] == [row["cells"][2]["v"] for row in shown]
    assert [row["printed_value"] for row in rows] == [row["cells"][3] for row in shown]
    assert {row["iso3"] for row in rows} <= {value.iso3 for value in view.inside}
    assert all(row["source_id"] for row in rows if row["value"])
    assert all(row["value"] == "" for row in rows if row["status"] in ("not_reported", "unplaced"))
