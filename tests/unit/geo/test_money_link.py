"""Links to the rows of a figure: what the page of EU money selects by them is what the figure counts."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from data.conditions import select_rows
from data.store import load_records
from geo.money_link import find_parameters, list_rows, make_link

LEDGER = load_records("published_figures")
COUNTED = sorted(
    {(row["numerator"], row["base"]) for row in LEDGER if row["numerator"]}
    | {(row["stated_numerator"], row["stated_base"]) for row in LEDGER if row["stated_numerator"]}
)
# Rows that no filter of decisions tells from the others: some contracts of a decision and not all of them.
WITHOUT_LINK = {"contract_id=259204", "contract_id=259335", "contract_id=288331"}

COLUMNS = {
    "recipient": "iso3", "level": "level", "instrument": "instrument_id", "year": "decision_year", "partner": "partner_category_id",
    "decision": "decision_id",
}  # fmt: skip


def selects(parameters: dict[str, str], row: dict[str, Any]) -> bool:
    """What the parameters mean on the page of EU money."""
    if parameters["early"] == "leave_out" and int(row["decision_year"]) < 2007:
        return False
    if "zone" in parameters and row["funding_zone_id"] not in parameters["zone"].split(","):
        return False
    return all(
        str(row[column]) in parameters[name].split(",") for name, column in COLUMNS.items() if name in parameters
    )


def key(row: dict[str, Any], base: str) -> str:
    return str(row[{"committed": "decision_id", "contracted": "contract_id", "programmes": "programme_id"}[base]])


@pytest.mark.parametrize(("conditions", "base"), COUNTED)
def test_a_link_selects_exactly_the_rows_that_a_figure_counts(conditions: str, base: str) -> None:
    rows = list_rows("all", base)
    wanted = {key(row, base) for row in select_rows(rows, conditions)}
    parameters = find_parameters(conditions, base)
    assert wanted
    if parameters is None:
        assert base == "programmes" or conditions in WITHOUT_LINK or " or " in conditions
        assert make_link(conditions, base) == ""
        return
    assert parameters["measure"] == base
    assert {key(row, base) for row in rows if selects(parameters, row)} == wanted


def test_a_decision_left_out_becomes_the_list_of_the_others() -> None:
    parameters = find_parameters("decision_year>=2007;decision_id!=IFS/2008/020-274", "committed")
    assert parameters is not None
    assert len(parameters["decision"].split(",")) == 36
    assert "IFS/2008/020-274" not in parameters["decision"]


def test_one_contract_of_many_has_no_link() -> None:
    assert find_parameters("contract_id=288331", "contracted") is None
    assert find_parameters("level=B", "contracted") == {
        "v": "1", "measure": "contracted", "early": "include", "level": "B",
    }  # fmt: skip


def test_a_link_is_relative_and_says_its_version_and_measure() -> None:
    address = urlsplit(make_link("decision_year>=2007;iso3=COL", "committed"))
    assert (address.scheme, address.netloc, address.path) == ("", "", "money")
    assert parse_qs(address.query) == {
        "v": ["1"],
        "lang": ["en"],
        "measure": ["committed"],
        "early": ["leave_out"],
        "recipient": ["COL"],
    }
