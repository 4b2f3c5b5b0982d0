"""Alliances and other groups: exactly the members that the documents name, with role and source."""

import pytest

from data.store import load_table
from geo.selection import list_members

# As the documents list them.
MEMBERS = {
    "idb_alliance": "ARG BRB BLZ BRA CHL CRI DOM ECU GTM GUY HND JAM PAN PRY PER SUR BHS URY",
    "eu_lac_alliance": "COL BRB BLZ BRA CHL CRI DOM ECU GRD GTM HND JAM MEX PAN PRY PER TTO URY",
    "andean_community": "BOL COL ECU PER",
    "sica": "BLZ GTM SLV HND NIC CRI PAN",
    "caribbean_court_of_justice": "GUY BRB BLZ",
    "eu_bilateral_2014": "BOL CUB SLV GTM HND NIC PRY",
    "eu_bilateral_2014_ended": "ARG BRA CHL COL CRI ECU MEX PAN PER VEN URY",
    "eu_ssr_bilateral": "GTM HND CRI PAN JAM KNA",
    "eu_criminal_justice_bilateral": "COL NIC URY",
    "us_drug_majors": "BHS BLZ BOL COL CRI DOM ECU SLV GTM HTI HND JAM MEX NIC PAN PER VEN",
    "us_drug_majors_not_certified": "BOL VEN",
    "field_visits_2013": "SLV BRA GUY HND COL JAM NIC PER TTO MEX URY PAN",
    "prisons_over_capacity": "ARG BRA SLV HND URY VEN",
    "northern_triangle": "GTM HND SLV",
    "southern_cone": "ARG CHL URY PRY",
}
MEMBERS_NOT_NAMED = {"clasi", "caricom", "rss", "cfatf", "eastern_caribbean_supreme_court"}


@pytest.mark.parametrize("alliance_id", MEMBERS)
def test_members_are_exactly_those_of_the_document(alliance_id: str) -> None:
    assert sorted(list_members(alliance_id)) == sorted(MEMBERS[alliance_id].split())


def test_no_other_group_has_members() -> None:
    assert set(load_table("alliances")["alliance_id"]) == set(MEMBERS) | MEMBERS_NOT_NAMED
    assert set(load_table("memberships")["alliance_id"]) == set(MEMBERS)


def test_both_alliances_have_18_members_and_share_14() -> None:
    idb, eu_lac = set(list_members("idb_alliance")), set(list_members("eu_lac_alliance"))
    assert len(idb) == len(eu_lac) == 18
    assert eu_lac - idb == {"COL", "GRD", "MEX", "TTO"}
    assert idb - eu_lac == {"ARG", "BHS", "GUY", "SUR"}
    assert not {"CUB", "NIC", "VEN"} & (idb | eu_lac)


def test_roles_and_dates_are_those_of_the_documents() -> None:
    memberships = load_table("memberships").set_index("alliance_id")
    assert set(memberships.loc["idb_alliance", "role"]) == {"founding member"}
    assert set(memberships.loc["idb_alliance", "since"]) == {"2024-12-11"}
    assert set(memberships.loc["eu_lac_alliance", "role"]) == {"launching member"}
    assert memberships.loc["eu_lac_alliance", "since"].isna().all()


def test_eleven_organisations_support_the_idb_alliance() -> None:
    organisations = load_table("organisations")
    idb = organisations[organisations["alliance_id"] == "idb_alliance"]
    supporting = idb[idb["role"] == "supporting organisation"]
    assert len(supporting) == 11
    assert {"OAS", "CAF", "IMPACS", "GI-TOC", "PADF", "UNDP", "RSS", "IILA"} == set(supporting["short_name"].dropna())
    assert {"INTERPOL", "World Bank", "Caribbean Development Bank"} <= set(supporting["organisation"])
    assert "IDB" not in set(supporting["short_name"].dropna())
    roles = dict(zip(idb["role"], idb["organisation"], strict=True))
    assert roles["presidency"] == "Ecuador"
    assert roles["technical secretariat"] == "Inter-American Development Bank"


def test_a_group_whose_members_are_not_named_has_a_count_and_is_no_filter() -> None:
    alliances = load_table("alliances").set_index("alliance_id")
    assert alliances.loc["clasi", "printed_member_count"] == "10 (2022), later 14"
    assert list_members("clasi") == ()
    for alliance_id in MEMBERS_NOT_NAMED:
        assert alliances.loc[alliance_id, "printed_member_count"]
        assert not alliances.loc[alliance_id, "is_filter"]


@pytest.mark.parametrize("alliance_id", MEMBERS)
def test_a_printed_count_is_the_number_of_members(alliance_id: str) -> None:
    printed = load_table("alliances").set_index("alliance_id")["printed_member_count"].fillna("")[alliance_id]
    # Two lists name countries beyond the region too.
    if printed.isdigit() and alliance_id != "us_drug_majors_not_certified":
        assert int(printed) == len(list_members(alliance_id))
    assert list_members(alliance_id)
