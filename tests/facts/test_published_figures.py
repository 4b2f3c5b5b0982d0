"""The ledger on the real seeds: every verdict is pinned, and a changed seed is a changed ledger."""

from typing import Any

import pytest

from data.conditions import select_rows
from data.reconcile import AS_STATED
from data.seeds import Seeds, read_seeds
from data.store import load_records, load_table
from data.tables import build_tables

ROWS = {row["figure_id"]: row for row in load_records("published_figures")}

EXACT = [
    "annex_i_cariforum", "annex_i_casac_1", "annex_i_casac_2", "annex_i_count_andean_community", "annex_i_count_caribbean",
    "annex_i_count_latin_america", "annex_i_forsispen", "annex_i_prosec", "annex_i_saint_kitts", "annex_i_sefro", "annex_i_untoc",
    "annex_i_uruguay", "footnote43_casac_committed", "footnote43_casac_contracted", "footnote43_sefro_committed",
    "footnote44_pradican_contracts", "section4_migr", "annex_i_count_bilateral", "section4_programmes_bilateral",
    "section4_programmes_regional", "section4_programmes_trans_regional",
]  # fmt: skip
WITHIN_ROUNDING = [
    "annex_i_arms_database", "annex_i_nicaragua_evidence", "footnote43_sefro_contracted", "footnote44_pradican_committed",
    "footnote44_pradican_contracted", "section4_edf", "section4_year_2013", "section4_regional", "section4_central_america",
    "section4_andean_community", "section4_caribbean", "section4_partner_national_government",
    "section4_partner_civil_society", "section4_partner_private_company", "section4_partner_regional_organisation",
    "section6_trans_regional", "section6_colombia", "section6_jamaica", "section6_guatemala",
    "section6_honduras",
]  # fmt: skip
HOLDS = ["section4_instruments", "section4_majority", "section6_regional_organisations"]
OTHER_BASE = {
    "section4_total": "Committed, decisions since 2007 without IFS/2008/020-274",
    "section4_ifs": "Committed, decisions since 2007 without IFS/2008/020-274",
    "section4_bilateral": "Committed, all decisions",
    "section4_trans_regional": "Committed, all decisions",
    **{
        f"section4_{country}": "Committed, decisions since 2007, share of bilateral money"
        for country in ("colombia", "guatemala", "honduras", "jamaica", "peru", "panama")
    },
    "section6_andean_community": "Contracted, contracts of decisions since 2007, Venezuela counted with the Andean Community",
    "section6_caribbean": "Contracted, contracts of decisions since 2007",
    "section6_central_america": "Contracted, contracts of decisions since 2007, contract 288331 counted with Central America",
    "annex_i_urb_al": "Contracted under the decision",
}
NOT_IN_ANNEX = [
    "annex_i_cocaine_route_2013", "footnote43_casac_spent", "footnote43_sefro_paid", "footnote44_pradican_paid",
    "section4_partner_names", "section6_partner_names",
]  # fmt: skip
DOES_NOT_COME_OUT = [
    "summary_total", "introduction_total", "section4_dci", "section4_year_2007", "section4_ssr_countries",
    "section4_partner_eu_member_state", "section4_partner_international_organisation", "section4_partner_groups",
    "section6_bilateral", "section6_regional", "annex_i_count_central_america", "annex_i_eurosocial", "annex_i_copolad",
    "annex_i_ca_security_strategy", "annex_i_drosican", "annex_i_pradican", "annex_i_cisp", "annex_i_ccj", "annex_i_cocaine_route",
    "annex_i_sejust", "annex_i_pass", "section4_programmes", "section4_programmes_sub_regional",
]  # fmt: skip


@pytest.fixture
def seeds() -> Seeds:
    return read_seeds()


def rebuild(seeds: Seeds) -> dict[str, dict[str, Any]]:
    return {row["figure_id"]: row for row in build_tables(seeds)["published_figures"].to_dict("records")}


def test_every_figure_has_this_verdict() -> None:
    assert {key: row["verdict"] for key, row in ROWS.items()} == {
        **dict.fromkeys(EXACT, "exact"), **dict.fromkeys(WITHIN_ROUNDING, "within_rounding"), **dict.fromkeys(OTHER_BASE, "other_base"),
        **dict.fromkeys(HOLDS, "holds"),
        **dict.fromkeys(DOES_NOT_COME_OUT, "does_not_come_out"), **dict.fromkeys(NOT_IN_ANNEX, "not_in_annex"),
    }  # fmt: skip


def test_what_comes_out_on_another_base_names_it() -> None:
    assert {key: row["base_note"] for key, row in ROWS.items() if row["verdict"] == "other_base"} == OTHER_BASE
    assert all(ROWS[key]["stated_base_note"] != ROWS[key]["base_note"] for key in OTHER_BASE)


def test_a_changed_amount_is_a_changed_ledger(seeds: Seeds) -> None:
    changed = [
        row | {"committed_printed": "4.0"} if row["decision_id"] == "IFS/2008/020-460" else row
        for row in seeds["decisions"]
    ]
    ledger = rebuild(seeds | {"decisions": changed})
    verdicts = {key: ledger[key]["verdict"] for key in ROWS}
    assert (verdicts["annex_i_casac_1"], ledger["annex_i_casac_1"]["base"]) == ("other_base", "contracted")
    assert verdicts["section4_ifs"] == "does_not_come_out"
    assert verdicts["section6_colombia"] == ROWS["section6_colombia"]["verdict"]
    assert rebuild(seeds)["section4_ifs"]["verdict"] == "other_base"


def test_a_changed_figure_is_a_changed_ledger(seeds: Seeds) -> None:
    changed = [
        row | {"published_printed": "381"} if row["figure_id"] == "summary_total" else row
        for row in seeds["published_figures"]
    ]
    ledger = rebuild(seeds | {"published_figures": changed})
    assert ledger["summary_total"]["verdict"] == "exact"
    assert ledger["introduction_total"]["verdict"] == "does_not_come_out"


def test_what_does_not_come_out_is_explained_and_says_what_would_change_it() -> None:
    for figure_id, row in ROWS.items():
        if row["verdict"] not in AS_STATED:
            assert row["explanation"], figure_id
        if row["verdict"] in ("other_base", "does_not_come_out"):
            assert row["change_kind"] in ("rows", "amount", "count", "none_found"), figure_id


@pytest.mark.parametrize(
    ("figure_id", "published", "stated", "best"),
    [
        ("section4_total", 378, 381.0, 378.5),
        ("summary_total", 366, 381.0, 378.5),
        ("section4_year_2007", 11, 11.6, 11.6),
        ("section4_colombia", 26, 21.1024, 25.761),
        ("section4_bilateral", 83, 81.916, 82.8667),
        ("section6_colombia", 38, 38.096, 38.096),
        ("section6_bilateral", 70, 70.8472, 70.8472),
        ("footnote44_pradican_contracts", 6, 6, 6),
    ],
)
def test_published_beside_recomputed(figure_id: str, published: float, stated: float, best: float) -> None:
    row = ROWS[figure_id]
    assert (row["published"], row["recomputed_as_stated"], row["recomputed"]) == (published, stated, best)
    assert row["difference"] == pytest.approx(best - published, abs=1e-4)


def test_the_smallest_changes_of_the_totals() -> None:
    assert ROWS["section4_ifs"]["changes"] == "without IFS/2008/020-274"
    assert "without IFS/2008/020-274" in ROWS["section4_total"]["changes"].split(" | ")
    assert ROWS["section4_total"]["change_sets"] == 3
    assert (ROWS["summary_total"]["change_size"], ROWS["summary_total"]["changes"]) == (2, None)
    assert ROWS["summary_total"]["change_sets"] > 3


def test_the_explanation_of_378_has_the_numbers_of_the_ledger() -> None:
    told = ROWS["section4_total"]["explanation"]
    amounts = {row["decision_id"]: row["committed_eur"] / 1e6 for row in load_records("decisions")}
    without = amounts["DCI-ALA/2010/022-399"]
    for value in (
        ROWS["section4_total"]["recomputed"],
        ROWS["section4_edf"]["recomputed"],
        ROWS["section4_total"]["recomputed_as_stated"] - without,
        ROWS["section4_dci"]["recomputed_as_stated"] - without,
    ):
        assert f"{value:.1f}" in told
    assert not any(
        row["comes_out"]
        for row in load_records("reconciliation_trials")
        if (row["figure_id"], row["base_id"]) == ("section4_bilateral", "committed_since_2007_less_one")
    )


def test_section_4_counts_fewer_programmes_than_annex_i_describes() -> None:
    names = ("section4_programmes", "section4_programmes_sub_regional")
    assert [(ROWS[one]["published"], ROWS[one]["recomputed"]) for one in names] == [(20, 22), (7, 9)]
    programmes = [row for row in load_records("programmes") if row["source_id"] == "jssr_2013"]
    assert len({row["title"] for row in programmes}) == 21


def test_section_4_states_commitments_and_partners_and_section_6_contracts() -> None:
    assert {row["stated_base"] for key, row in ROWS.items() if key.startswith("section4_programmes")} == {"programmes"}
    bases = {key: row["stated_base"] for key, row in ROWS.items() if row["stated_base"] and row["unit"] != "count"}
    assert {base for key, base in bases.items() if key.startswith("section6")} == {"contracted"}
    partners = {key for key in bases if key.startswith("section4_partner")}
    assert {bases[key] for key in partners} == {"contracted"}
    assert {base for key, base in bases.items() if key.startswith("section4") and key not in partners} == {"committed"}


def test_the_two_categories_of_partners_come_out_together() -> None:
    contracts = list(load_records("contracts"))
    both = select_rows(contracts, "partner_category_id=eu_member_state|international_organisation")
    share = 100 * sum(row["contracted_eur"] for row in both) / sum(row["contracted_eur"] for row in contracts)
    keys = ("section4_partner_eu_member_state", "section4_partner_international_organisation")
    assert round(share) == sum(ROWS[key]["published"] for key in keys)


def test_section_4_shares_come_out_on_the_decisions_themselves() -> None:
    decisions = load_table("decisions")
    share = 100 * decisions[decisions["level"] == "B"]["committed_eur"].sum() / decisions["committed_eur"].sum()
    assert float(share) == pytest.approx(ROWS["section4_bilateral"]["recomputed"], abs=1e-4)


def test_no_other_reading_makes_a_figure_come_out_and_some_would_undo_one() -> None:
    assert not any(row["readings_fit"] for row in ROWS.values())
    assert ROWS["section4_year_2013"]["readings_break"] == "guatemala_honduras_swapped"
    assert ROWS["annex_i_pass"]["readings_in_vain"] == "guatemala_honduras_swapped"


def test_amounts_that_annex_h_does_not_have_are_not_recomputed() -> None:
    for figure_id in NOT_IN_ANNEX:
        assert ROWS[figure_id]["base"] == "other"
        assert ROWS[figure_id]["recomputed"] is None
        assert ROWS[figure_id]["difference"] is None
