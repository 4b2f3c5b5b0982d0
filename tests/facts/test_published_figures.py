"""Published totals and shares beside the same figures from Annex H: verdicts follow from the numbers alone."""

import pytest

from data.reconcile import CLOSE_PCT_POINTS, CLOSE_SHARE_OF_AMOUNT
from data.store import load_table, to_records

ROWS = {row["figure_id"]: row for row in to_records(load_table("published_figures"))}

MATCHING = [
    "section4_total", "section4_edf", "section4_ifs", "section4_migr", "section4_year_2013", "section4_regional",
    "section4_trans_regional", "section4_central_america", "section4_andean_community", "section4_caribbean",
    "section4_colombia", "section4_guatemala", "section4_honduras", "section4_jamaica", "section4_peru", "section4_panama",
    "section4_partner_national_government", "section4_partner_civil_society", "section4_partner_private_company",
    "section4_partner_regional_organisation", "section6_trans_regional", "section6_central_america", "section6_colombia",
    "section6_guatemala", "section6_honduras", "section6_jamaica",
]  # fmt: skip
CLOSE = [
    "section4_dci", "section4_bilateral", "section4_partner_eu_member_state", "section4_partner_international_organisation",
    "section6_bilateral", "section6_regional", "section6_andean_community", "section6_caribbean",
]  # fmt: skip
DIFFERING = ["summary_total", "introduction_total", "section4_year_2007", "annex_i_sejust", "annex_i_copolad"]


def expected_verdict(row: dict[str, object]) -> str:
    if row["recomputed"] is None:
        return "not_recomputed"
    published, gap = float(str(row["published"])), abs(float(str(row["recomputed"])) - float(str(row["published"])))
    if gap <= 0.5 * 10 ** -len(str(row["published_printed"]).partition(".")[2]):
        return "matches"
    allowed = CLOSE_PCT_POINTS if row["unit"] == "pct" else CLOSE_SHARE_OF_AMOUNT * published
    return "close" if gap <= allowed else "differs"


@pytest.mark.parametrize("figure_id", ROWS)
def test_the_verdict_follows_from_the_two_numbers(figure_id: str) -> None:
    row = ROWS[figure_id]
    assert row["verdict"] == expected_verdict(row)
    if row["recomputed"] is not None:
        assert row["difference"] == pytest.approx(row["recomputed"] - row["published"], abs=1e-4)


def test_these_come_out_these_nearly_and_these_do_not() -> None:
    sections = {
        key: row["verdict"] for key, row in ROWS.items() if key.startswith(("section", "summary", "introduction"))
    }
    assert sections == {
        **dict.fromkeys(MATCHING, "matches"), **dict.fromkeys(CLOSE, "close"), **dict.fromkeys(DIFFERING[:3], "differs"),
    }  # fmt: skip
    assert {ROWS[key]["verdict"] for key in DIFFERING} == {"differs"}


def test_what_does_not_come_out_is_explained() -> None:
    for figure_id, row in ROWS.items():
        if row["verdict"] != "matches":
            assert row["explanation"], figure_id


@pytest.mark.parametrize(
    ("figure_id", "published", "recomputed"),
    [
        ("section4_total", 378, 378.5),
        ("summary_total", 366, 381.0),
        ("section4_year_2007", 11, 11.6),
        ("section4_colombia", 26, 25.761),
        ("section4_panama", 9, 8.9715),
        ("section6_colombia", 38, 38.096),
        ("section6_bilateral", 70, 70.8472),
        ("footnote44_pradican_contracts", 6, 6),
    ],
)
def test_published_beside_recomputed(figure_id: str, published: float, recomputed: float) -> None:
    assert (ROWS[figure_id]["published"], ROWS[figure_id]["recomputed"]) == (published, recomputed)


def test_section_4_counts_commitments_and_section_6_contracts() -> None:
    bases = {key: row["base"] for key, row in ROWS.items()}
    assert {base for key, base in bases.items() if key.startswith("section6")} == {"contracted"}
    partners = {key for key in bases if key.startswith("section4_partner")}
    assert {bases[key] for key in partners} == {"contracted"}
    assert {base for key, base in bases.items() if key.startswith("section4") and key not in partners} == {"committed"}


def test_section_4_shares_come_out_on_the_decisions_themselves() -> None:
    decisions = load_table("decisions")
    since_2007 = decisions[(decisions["decision_year"] >= 2007) & (decisions["decision_id"] != "IFS/2008/020-274")]
    share = 100 * since_2007[since_2007["level"] == "R"]["committed_eur"].sum() / since_2007["committed_eur"].sum()
    assert float(share) == pytest.approx(ROWS["section4_regional"]["recomputed"], abs=1e-4)


def test_amounts_spent_are_not_recomputed() -> None:
    spent = [key for key, row in ROWS.items() if row["verdict"] == "not_recomputed"]
    assert sorted(spent) == ["footnote43_casac_spent", "footnote43_sefro_paid", "footnote44_pradican_paid"]
    assert all(ROWS[key]["base"] == "other" and ROWS[key]["difference"] is None for key in spent)
