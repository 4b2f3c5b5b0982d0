"""The download of money: the rows of the table with page and rule, raw numbers, and a sum that is the headline."""

import csv
import io

from hypothesis import given

from geo.extract import to_csv
from geo.extract_money import extract_records, list_record_rows, name_file
from geo.figures import record_table
from geo.money_query import MoneyFilters, MoneyQuery
from geo.portfolio import build_portfolio
from geo.selection import Selection
from tests.strategies import VIEW_LAWS, money_queries

CARIBBEAN = Selection(subregions=("caribbean",), measure="contracted")
EQUAL = MoneyFilters(spread="equal_shares")


def read_rows(query: MoneyQuery) -> list[dict[str, str]]:
    content = to_csv(extract_records(build_portfolio(query)))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def test_contracts_name_their_page_and_keep_raw_euros() -> None:
    rows = read_rows(MoneyQuery(CARIBBEAN))
    assert {row["decision_id"] for row in rows} == {"FED/2008/021-025", "FED/2010/022-231"}
    first = rows[0]
    assert first == first | {"iso3": "JAM", "recipient": "Jamaica", "table": "Annex H", "rule": "none"}
    assert float(first["amount_eur"]) == float(first["contracted_eur"])
    assert all(row["page"] for row in rows)
    assert "," not in first["contracted_eur"]


def test_a_decision_stands_with_both_of_its_amounts_and_one_of_them_in_the_view() -> None:
    jamaica = next(row for row in read_rows(MoneyQuery()) if row["iso3"] == "JAM")
    assert jamaica == jamaica | {
        "decision_id": "FED/2008/021-025", "committed_eur": "33000000", "committed_printed": "33.0", "contracted_eur": "32876049",
        "contracts_count": "11", "amount_eur": "33000000", "page": "167", "table": "Annex H",
    }  # fmt: skip


def test_a_share_says_by_which_rule_and_of_what_it_is_a_share() -> None:
    query = MoneyQuery(Selection(), MoneyFilters(recipient=("GRD",), spread="equal_shares"))
    rows = read_rows(query)
    assert {(row["recipient"], row["place_kind"], row["rule"]) for row in rows} == {
        ("Grenada", "region", "equal_shares")
    }
    assert all("no document says what reached a country" in row["rule_text"] for row in rows)
    assert sum(float(row["amount_eur"]) for row in rows) == 718_750
    assert sum(float(row["committed_eur"]) for row in rows) == 11_500_000
    shown = record_table.tabulate_records(build_portfolio(query), "")["rows"]
    assert {row["cells"][2] for row in shown} == {"Grenada, share of Caribbean (region)"}
    assert "share of" not in str(record_table.tabulate_records(build_portfolio(MoneyQuery()), ""))


def test_the_file_name_says_filters_and_rule() -> None:
    filters = MoneyFilters(zone=("caribbean",), early="leave_out", spread="equal_shares", words="Policía ../x")
    name = name_file("eu-decisions", MoneyQuery(Selection(), filters))
    assert name == "lac-atlas_eu-decisions_zone-caribbean_since-2007_equal-shares_words-policia-x.csv"
    assert "/" not in name
    assert name_file("eu-decisions", MoneyQuery()) == "lac-atlas_eu-decisions.csv"


@VIEW_LAWS
@given(money_queries())
def test_the_rows_downloaded_are_those_of_the_table_and_add_up_to_the_total(query: MoneyQuery) -> None:
    portfolio = build_portfolio(query)
    rows, shown = read_rows(query), record_table.tabulate_records(portfolio, "")["rows"]
    assert [row[f"{portfolio.noun}_id"] for row in rows] == [row["id"] for row in shown]
    assert sum(round(100 * float(row["amount_eur"])) for row in rows) == portfolio.total_cents
    assert sum(row.cents for row in list_record_rows(portfolio)) == portfolio.total_cents
    assert {row["rule"] for row in rows} <= {query.filters.spread}
    assert all(row["page"] for row in rows)
