"""Briefs: one finding, a line an indicator, both values of a conflict, and what is not known."""

import json
from io import BytesIO

import pandas as pd
import pytest

from data.store import load_records, load_table
from geo.country_brief import build_brief, list_countries
from geo.country_money import list_region_decisions
from geo.exports.brief import write_brief
from geo.extract import to_csv
from geo.extract_brief import BRIEF_COLUMNS, extract_brief, extract_region
from geo.figures import dossier, strips
from geo.messages import speaking
from geo.places import name_countries

UNCOVERED = ("ATG", "DMA", "GRD", "KNA", "LCA", "VCT")


def test_the_finding_says_where_a_country_stands() -> None:
    assert build_brief("JAM").finding == (
        "40.9 homicides per 100,000 inhabitants (the report prints other values too), 3rd to 5th of 27 countries, "
        "1.8 times the 23.1 printed for Latin America and the Caribbean; 117.0 prisoners for every 100 places in prison."
    )
    assert "(doubtful)" in build_brief("DOM").finding
    assert "cannot be known" in build_brief("VEN").finding
    assert not any(
        word in build_brief(iso3).finding for iso3 in name_countries() for word in ("because", "leads to", "nan")
    )


@pytest.mark.parametrize("iso3", UNCOVERED)
def test_a_country_without_indicators_says_what_is_known_and_what_is_not(iso3: str) -> None:
    brief = build_brief(iso3)
    assert brief.finding == f"No indicator of the annexes covers {brief.name}."
    assert brief.reported == 0
    assert len(brief.known) >= 3
    assert "None of the 12 indicators" in brief.unknown[0]
    assert {line.message for line in brief.lines} == {"Not in the annexes"}


def test_antigua_has_the_rate_of_the_narrative_and_st_kitts_its_money() -> None:
    assert any("6.8 homicides" in text and "p. 38" in text for text in build_brief("ATG").known)
    assert any("EUR 5.6 million committed" in text for text in build_brief("KNA").known)
    assert not any("6.8" in text for text in build_brief("GRD").known)
    assert build_brief("JAM").known == build_brief("JAM").unknown == ()


def test_a_conflict_shows_both_values_with_their_pages() -> None:
    figures = [one for one in build_brief("HND").narrative if one.indicator_id == "homicide_rate"]
    assert {(one.printed, one.page) for one in figures} == {("85.5", 32), ("90", 37)}
    assert {one.annex for one in figures} == {"91.6 (Annex F, p. 151)"}
    facts = dossier.list_narrative(build_brief("HND"))["rows"]
    assert facts[0]["value"] == "Annex: 91.6 (Annex F, p. 151)\nText: 85.5 (p. 32; 2012)"


def test_what_cannot_be_placed_is_told_with_its_readings_and_never_drawn() -> None:
    for iso3, printed in (("HTI", "53"), ("VEN", "117,4"), ("SUR", "---")):
        brief = build_brief(iso3)
        assert printed in {one.printed for one in brief.unplaced}
        assert all(one.reading for one in brief.unplaced)
    occupancy = next(line for line in build_brief("VEN").lines if line.view.indicator_id == "prison_occupancy_pct")
    assert occupancy.message.startswith("Not placeable: the row prints 170, —, —, 117,4")
    rows = [row for group in strips.draw_strips(build_brief("VEN"))["groups"] for row in group["rows"]]
    assert not any("VEN" in {dot["id"] for dot in row.get("dots", ())} for row in rows if row["message"])


@pytest.mark.parametrize("iso3", ["HND", "SUR", "VEN", "GRD", "DOM"])
def test_strips_hold_every_country_with_a_value_once_and_nobody_without_one(iso3: str) -> None:
    brief = build_brief(iso3)
    drawing = strips.draw_strips(brief)
    assert json.loads(json.dumps(drawing, allow_nan=False)) == drawing
    rows = [row for group in drawing["groups"] for row in group["rows"]]
    assert len(rows) == 12
    for row, line in zip(rows, brief.lines, strict=True):
        assert ("dots" in row) == line.own.is_shown == (not row["message"])
        dots = row.get("dots", [])
        assert len({dot["id"] for dot in dots}) == len(dots)
        assert {dot["id"] for dot in dots} in (set(), {one.iso3 for one in line.view.ranked})
        assert all(0 <= dot["x"] <= 1 for dot in dots)
        assert [dot["id"] for dot in dots if dot["kind"] == "own"] == [iso3] * bool(dots)


def test_a_doubtful_value_is_hollow_cut_and_does_not_set_the_scale() -> None:
    rows = {row["id"]: row for group in strips.draw_strips(build_brief("SUR"))["groups"] for row in group["rows"]}
    prisoners = rows["prisoners_per_100k"]
    own = next(dot for dot in prisoners["dots"] if dot["kind"] == "own")
    assert own["hollow"]
    assert own["cut"]
    assert own["x"] == 1
    assert prisoners["rank"] == "1st of 24, as printed"
    assert prisoners["ends"] == ["73 Guatemala", "395 Barbados"]
    # The highest sure value is not pressed into the corner by 1589.
    assert next(dot for dot in prisoners["dots"] if dot["id"] == "GTM")["x"] < 0.1


def test_the_list_holds_all_countries_and_draws_no_money_as_a_sentence() -> None:
    lines = {one.iso3: one for one in list_countries()}
    assert lines.keys() == name_countries().keys()
    assert {iso3 for iso3, one in lines.items() if one.reported == 0} == set(UNCOVERED)
    assert (lines["HND"].reported, lines["HND"].committed_eur) == (8, 35_100_000)
    cells = {row["id"]: row["cells"] for row in dossier.tabulate_countries(tuple(lines.values()), "")["rows"]}
    assert [cell["t"] for cell in cells["GRD"][-2:]] == ["none", "no decision"]
    assert not any(cell["t"] in ("0", "0.0") for row in cells.values() for cell in row[-2:])


@pytest.mark.parametrize("iso3", name_countries())
def test_the_download_holds_every_value_with_its_page(iso3: str) -> None:
    brief = build_brief(iso3)
    rows = pd.read_csv(BytesIO(to_csv(extract_brief(brief))), dtype=str, keep_default_na=False)
    assert list(rows.columns) == BRIEF_COLUMNS
    assert set(rows["iso3"]) == {iso3}
    indicators = rows[rows["kind"] == "indicator"]
    assert list(indicators["id"]) == [line.view.indicator_id for line in brief.lines]
    built = load_table("indicator_values")
    printed = built[(built["iso3"] == iso3) & built["value"].notna()]
    assert sorted(indicators.loc[indicators["printed_value"] != "", "printed_value"]) == sorted(
        value for value in built[built["iso3"] == iso3]["printed_value"].dropna()
    )
    assert (indicators["value"] != "").sum() == len(printed)
    assert (rows.loc[~((rows["kind"] == "indicator") & (rows["status"] == "not_reported")), "page"] != "").all()
    own = rows[rows["kind"].isin(["decision", "contract"])]
    assert set(own["for_place"]) <= {brief.name}
    assert set(rows.loc[rows["kind"] == "regional_decision", "for_place"]).isdisjoint({brief.name})
    assert not ((rows["measure"] == "committed") & (rows["kind"].str.contains("contract"))).any()


def test_the_download_of_a_region_has_its_decisions_and_no_country() -> None:
    decisions = list_region_decisions("caribbean")
    rows = extract_region(decisions)
    assert list(rows.loc[rows["kind"] == "regional_decision", "id"]) == [one.decision_id for one in decisions]
    assert rows["iso3"].isna().all()


def test_every_membership_has_a_role_and_a_source() -> None:
    named = {row["name"] for row in load_records("alliances")}
    for iso3 in name_countries():
        rows = dossier.list_memberships(build_brief(iso3))["rows"]
        assert all(row["value"] and "p. " in row["source"] and row["label"] in named for row in rows)
    jamaica = {row["label"]: row["value"] for row in dossier.list_memberships(build_brief("JAM"))["rows"]}
    assert jamaica["Alliance for Security, Justice, and Development"] == "founding member since 11 December 2024"
    assert jamaica["Visited by the assessment team in 2013"] == "on the list"


def test_decisions_carry_both_amounts_and_the_language_of_their_titles() -> None:
    drawing = dossier.draw_decisions("Decisions", build_brief("HND").money.decisions)
    first, second = drawing["decisions"]
    assert (first["committed"], first["contracted"], first["lang"]) == (
        "EUR 7.6 million",
        "EUR 7.0 million in 16 contracts",
        "es",
    )
    assert (second["contracted"], second["contracts"], second["lang"]) == ("no contract listed", [], "en")
    assert first["sign"] == "doubtful"
    assert "EUR 14.6" not in json.dumps(drawing)


def test_a_brief_is_known_again_and_told_from_others_and_from_itself_in_another_language() -> None:
    assert {build_brief("HND"): "kept"}[build_brief("HND")] == "kept"
    with speaking("fr"):
        french = build_brief("HND")
    assert len({build_brief("HND"), french, build_brief("JAM")}) == 3


def test_an_unknown_country_is_an_error() -> None:
    with pytest.raises(KeyError):
        build_brief("ELS")


def test_amounts_and_parts_of_documents_are_written_as_the_language_does() -> None:
    with speaking("es"):
        brief = build_brief("HND")
        amounts = [
            contract["amount"]
            for decision in dossier.draw_decisions("", brief.money.decisions)["decisions"]
            for contract in decision["contracts"]
        ]
        source = write_brief(brief).source
    assert "86\N{NO-BREAK SPACE}204 EUR" in amounts
    assert "Anexo F" in source
    assert "Annex" not in source


def test_codes_are_the_same_in_the_files_of_every_language() -> None:
    def list_roles() -> list[str]:
        rows = extract_brief(build_brief("HND"))
        return list(rows[rows["kind"] == "membership"].sort_values("id")["note"])

    english = list_roles()
    with speaking("fr"):
        assert list_roles() == english
