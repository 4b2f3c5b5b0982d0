"""Annex H: every decision and contract once, sums that hold, places that fit their level."""

import pytest

from data.store import load_table

LEVEL_OF_PLACE = {"country": "B", "region": "R", "trans_regional": "T"}


def test_there_are_41_decisions_and_154_contracts() -> None:
    decisions, contracts = load_table("decisions"), load_table("contracts")
    assert (len(decisions), len(contracts)) == (41, 154)
    assert decisions["decision_id"].is_unique
    assert contracts["contract_id"].is_unique
    assert contracts["contract_id"].str.fullmatch(r"\d{6}").all()
    assert set(contracts["decision_id"]) <= set(decisions["decision_id"])


def test_amounts_add_up_to_these_totals() -> None:
    decisions, contracts = load_table("decisions"), load_table("contracts")
    assert float(decisions["committed_eur"].sum()) == 417_900_000
    assert float(contracts["contracted_eur"].sum()) == 157_150_210
    assert float(decisions["contracted_eur"].sum()) == 157_150_210
    assert (decisions["committed_eur"] > 0).all()
    assert (contracts["contracted_eur"] > 0).all()


def test_a_decision_holds_the_count_and_sum_of_its_own_contracts() -> None:
    decisions = load_table("decisions").set_index("decision_id")
    contracts = load_table("contracts").groupby("decision_id")["contracted_eur"].agg(["size", "sum"])
    for decision_id, decision in decisions.iterrows():
        count, amount = contracts.loc[decision_id] if decision_id in contracts.index else (0, 0)
        assert (decision["contracts_count"], decision["contracted_eur"]) == (count, amount), decision_id


def test_ten_decisions_have_no_contract_yet() -> None:
    decisions = load_table("decisions")
    without = decisions[decisions["contracts_count"] == 0]
    assert len(without) == 10
    assert (without["contracted_eur"] == 0).all()
    assert {"CRI", "MEX", "PAN", "PER"} <= set(without["iso3"].dropna())
    assert without["decision_year"].min() >= 2011


def test_contracts_start_before_they_end() -> None:
    contracts = load_table("contracts")
    dated = contracts.dropna(subset=["start_date", "end_date"])
    assert len(dated) > 140
    assert (dated["start_date"] <= dated["end_date"]).all()
    assert dated["start_date"].str.fullmatch(r"20\d\d-\d\d-\d\d").all()
    undated = contracts[contracts["start_date"].isna() | contracts["end_date"].isna()]
    assert not undated["caveat_ids"].isna().any()


def test_the_level_of_a_decision_fits_its_place() -> None:
    decisions = load_table("decisions")
    assert (decisions["place_kind"].map(LEVEL_OF_PLACE) == decisions["level"]).all()
    assert decisions.loc[decisions["level"] == "B", "iso3"].notna().all()
    assert decisions.loc[decisions["level"] != "B", "iso3"].isna().all()
    assert dict(decisions["level"].value_counts()) == {"B": 25, "R": 11, "T": 5}


def test_a_contract_has_the_level_of_its_decision_but_for_one_that_says_why() -> None:
    both = load_table("contracts").merge(load_table("decisions"), on="decision_id", suffixes=("", "_of_decision"))
    other = both[both["level"] != both["level_of_decision"]]
    assert list(other["contract_id"]) == ["288331"]
    assert "contract_288331_level" in other["caveat_ids"].iloc[0]


def test_the_year_is_that_of_the_reference() -> None:
    decisions = load_table("decisions")
    assert (decisions["decision_id"].str.split("/").str[1].astype(int) == decisions["decision_year"]).all()
    assert decisions["decision_year"].between(2004, 2013).all()
    assert (decisions["decision_year"] < 2007).sum() == 4


@pytest.mark.parametrize(
    ("decision_id", "committed", "contracted"),
    [("FED/2008/021-025", 33_000_000, 32_876_049), ("DCI-ALA/2008/019-670", 2_300_000, 2_189_232)],
)
def test_decisions_as_printed(decision_id: str, committed: int, contracted: int) -> None:
    decision = load_table("decisions").set_index("decision_id").loc[decision_id]
    assert (decision["committed_eur"], decision["contracted_eur"]) == (committed, contracted)


def test_contracts_exceed_a_decision_only_where_a_caveat_says_so() -> None:
    decisions = load_table("decisions")
    above = decisions[decisions["contracted_eur"] > decisions["committed_eur"]]
    assert not above["caveat_ids"].isna().any()
