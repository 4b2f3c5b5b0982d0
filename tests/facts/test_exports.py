"""Every form of every page's view, over several states: it opens, says what it holds, traces each value, and is the same bytes again."""

import json
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import frictionless
import geopandas
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from shapely.geometry import shape

from data.schema import BUILT_TABLES
from data.store import load_records, load_table
from geo import extract
from geo.exports.columns import describe_all, type_frame
from geo.exports.forms import FORMS
from geo.exports.safe import runs
from geo.exports.traces import COMPUTED, COUNTS, NOTHING, PRINTED, trace
from geo.handout import Handout
from geo.money_query import MoneyFilters
from geo.selection import Selection
from pages.kit import handouts
from pages.kit.urlstate import ViewState

PLAIN = ViewState()
NARROW = Selection(subregions=("caribbean",), alliances=("idb_alliance",), doubtful="hide", measure="contracted")
NOTHING_LEFT = Selection(subregions=("caribbean",), alliances=("andean_community",))
STATES = {
    "plain": PLAIN,
    "narrow": replace(
        PLAIN, selection=NARROW, place="JAM", pins=("JAM", "HND"), verdict=("exact",), themes=("eu_programmes",)
    ),
    "rule": replace(PLAIN, money=MoneyFilters(spread="equal_shares"), place="andean_community", chart="treemap"),
    "nothing": replace(PLAIN, selection=NOTHING_LEFT, money=MoneyFilters(words="no such words"), place="ATG"),
}
VIEWS = [(slug, "plain") for slug in handouts.list_slugs()]
VIEWS += [(slug, "narrow") for slug in ("violence", "commitments", "need", "compare", "context", "country")]
VIEWS += [
    ("commitments", "rule"),
    ("country", "rule"),
    ("violence", "nothing"),
    ("money", "nothing"),
    ("country", "nothing"),
]
LINK = "https://atlas.example/view?v=1"


@pytest.fixture(scope="module", params=VIEWS, ids="-".join)
def handout(request: pytest.FixtureRequest) -> Handout:
    slug, name = request.param
    return handouts.make(slug, STATES[name])


@pytest.fixture(scope="module")
def made(handout: Handout) -> dict[str, bytes]:
    """Return the view in every form, by the form's name."""
    return {name: form.make(handout, LINK) for name, form in FORMS.items()}


def test_every_form_opens_and_is_the_same_bytes_again(handout: Handout, made: dict[str, bytes]) -> None:
    assert made == {name: form.make(handout, LINK) for name, form in FORMS.items()}
    rows, columns = len(handout.rows), list(handout.rows.columns)
    assert made["csv"] == extract.to_csv(handout.rows), "what the button under the table gives"
    assert pd.read_csv(BytesIO(made["csv"])).shape == (rows, len(columns))
    book = openpyxl.load_workbook(BytesIO(made["xlsx"]), read_only=True)
    assert book["data"].max_row == rows + 1
    table = pq.read_table(BytesIO(made["parquet"]))
    assert (table.num_rows, table.column_names) == (rows, columns)
    drawn = geopandas.read_parquet(BytesIO(made["geoparquet"]))
    features = json.loads(made["geojson"])["features"]
    assert len(drawn) == len(features) == rows
    for feature, geometry in zip(features, drawn.geometry, strict=True):
        assert (feature["geometry"] is None) == (geometry is None)
        assert geometry is None or shape(feature["geometry"]).wkb == geometry.wkb


def test_frictionless_accepts_the_package(made: dict[str, bytes], tmp_path: Path) -> None:
    with ZipFile(BytesIO(made["package"])) as archive:
        archive.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    named = {one["path"] for one in json.loads((tmp_path / "datapackage.json").read_text())["resources"]}
    assert named == {path.name for path in tmp_path.glob("*.csv")}, "no table without a description"


def test_each_form_holds_the_numbers_of_the_rows(handout: Handout, made: dict[str, bytes]) -> None:
    typed = type_frame(handout.rows)
    for column in describe_all(handout.rows):
        before = handout.rows[column.name]
        assert typed[column.name].isna().tolist() == before.isna().tolist(), (
            "what is missing stays missing, and nothing else is"
        )
        if column.type in {"number", "integer"}:
            assert typed[column.name].dropna().tolist() == [float(one) for one in before.dropna()]
        assert len(column.description) > 10
    table = pq.read_table(BytesIO(made["parquet"])).to_pydict()
    assert all(table[name] == [None if pd.isna(one) else one for one in typed[name].tolist()] for name in typed.columns)


def test_provenance_has_the_cell_of_each_printed_value(handout: Handout) -> None:
    found = trace(handout)
    assert set(found["basis"]) <= {PRINTED, COMPUTED, NOTHING}
    printed = found[found["basis"] == PRINTED]
    assert printed["printed"].notna().all()
    assert printed[["source_id", "document", "page"]].notna().all(axis=None)
    assert found.loc[found["basis"] == NOTHING, "value"].isna().all()
    assert found.loc[found["basis"] == COMPUTED, "computed_from"].notna().all()
    assert found.loc[found["caveat_ids"].notna(), "caveats"].notna().all()
    for name, frame in [("data.csv", handout.rows), *((f"{one.name}.csv", one.frame) for one in handout.further)]:
        told = found[found["file"] == name]
        for column in describe_all(frame):
            if column.type == "number" or column.name in COUNTS:
                values = told[(told["column"] == column.name) & told["value"].notna()]
                assert values["row"].tolist() == [
                    at for at, missing in enumerate(frame[column.name].isna(), 1) if not missing
                ]


@pytest.mark.parametrize("measure", ["committed", "contracted"])
def test_a_sum_of_money_beside_need_stands_where_its_records_do(measure: str) -> None:
    """Not where the indicator beside it does: in Suriname a rate is doubtful, and there is no money."""
    view = handouts.make("need", ViewState(selection=Selection(indicator="prisoners_per_100k", measure=measure)))
    table, key = {"committed": ("decisions", "decision_id"), "contracted": ("contracts", "contract_id")}[measure]
    records = {str(row[key]): row for row in load_records(table)}
    found = trace(view)
    sums = found[(found["basis"] == COMPUTED) & found["column"].str.endswith("_eur")]
    assert len(sums) > 33
    for one in sums.to_dict("records"):
        own = [records[name] for name in one["row_label"].split(";")] if pd.notna(one["row_label"]) else []
        assert sum(row[f"{measure}_eur"] for row in own) == pytest.approx(float(one["value"]))
        assert_stands_with(one, own)


def test_what_is_contracted_of_a_decision_stands_where_its_contracts_do() -> None:
    contracts = {str(row["contract_id"]): row for row in load_records("contracts")}
    found = trace(handouts.make("commitments", PLAIN))
    sums = found[found["column"] == "contracted_eur"].set_index("key")
    assert sums.loc["DCI-ALA/2008/020-155", "page"] == "157;158;159;160;161;162"
    assert sums.loc["DCI-ALA/2007/019-235", "status"] == "ok", "its contracts are sure, what it commits is not"
    for one in sums.to_dict("records"):
        own = [contracts[name] for name in one["row_label"].split(";")] if pd.notna(one["row_label"]) else []
        assert sum(row["contracted_eur"] for row in own) == pytest.approx(float(one["value"]))
        assert_stands_with(one, own)
    counts = found[found["column"] == "contracts_count"].set_index("key")
    labels = counts["row_label"].dropna().str.split(";").map(len)
    assert labels.to_dict() == counts["value"].astype(int)[labels.index].to_dict()


def assert_stands_with(found: Mapping[Any, Any], records: list[dict[str, Any]]) -> None:
    """Pages, status and caveats of a sum are those of its records; none for no records."""
    pages = ";".join(str(page) for page in sorted({int(row["page"]) for row in records}))
    caveats = {one for row in records for one in str(row["caveat_ids"] or "").split(";") if one}
    status = "doubtful" if any(row["status"] == "doubtful" for row in records) else "ok" if records else ""
    told = {
        name: "" if pd.isna(found[name]) else str(found[name]) for name in ("page", "table", "status", "caveat_ids")
    }
    assert (told["page"], told["table"], told["status"]) == (pages, "Annex H" if records else "", status)
    assert set(filter(None, told["caveat_ids"].split(";"))) == caveats


def test_filters_in_force_are_said_and_the_title_is_the_finding() -> None:
    for slug in ("violence", "commitments", "need", "alliances", "gaps"):
        said = handouts.make(slug, STATES["narrow"]).filters
        assert "Sub-region: Caribbean" in said
        assert ("Doubtful values hidden" in said) == (slug in {"violence", "need", "alliances"})
        assert not any("Caribbean" in one for one in handouts.make(slug, PLAIN).filters)
    assert "Money: amounts contracted" in handouts.make("money", STATES["narrow"]).filters
    assert any("equal shares" in one for one in handouts.make("commitments", STATES["rule"]).filters)


def test_no_country_gets_money_of_a_region_without_a_rule() -> None:
    plain = handouts.make("commitments", PLAIN).rows
    assert plain.loc[plain["place_kind"] != "country", "iso3"].isna().all()
    assert set(plain["rule"]) == {"none"}
    spread = handouts.make("commitments", STATES["rule"]).rows
    assert (spread.loc[spread["amount_is"] == "share by the rule", "rule"] == "equal_shares").all()


@pytest.mark.parametrize("table", BUILT_TABLES)
def test_no_text_of_a_built_table_runs_in_a_spreadsheet(table: str) -> None:
    frame = load_table(table)
    texts = [one for name in frame.columns for one in frame[name].dropna() if isinstance(one, str)]
    assert [one for one in texts if runs(one)] == []
