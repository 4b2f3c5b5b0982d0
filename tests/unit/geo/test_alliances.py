"""What the documents say of each group: nothing that they do not print, and every membership with its source."""

from dataclasses import replace

import pytest
from hypothesis import given

from data.store import load_records
from geo.alliances import (
    NOT_PRINTED,
    build_profiles,
    build_rows,
    extract_memberships,
    launch_year,
    list_alliances,
    list_other_groups,
    order_groups,
    write_date,
)
from geo.figures.alliances import draw_matrix, draw_profile, tabulate_groups
from geo.places import name_alliances
from geo.selection import Selection, list_members, select_countries
from tests.strategies import LAWS, selections


def facts(index: int) -> dict[str, list[str]]:
    """The labelled facts of an alliance's panel."""
    return {fact["label"]: fact["items"] for fact in draw_profile(build_profiles()[index], "")["facts"]}


def test_the_two_alliances_are_told_in_full() -> None:
    idb, eu_lac = build_profiles()
    assert list_alliances() == (idb.alliance_id, eu_lac.alliance_id) == ("idb_alliance", "eu_lac_alliance")
    assert facts(0)["Launched"] == ["11 December 2024, Bridgetown, Barbados"]
    assert facts(0)["Presidency"] == ["Ecuador"]
    assert len(facts(0)["11 supporting organisations"]) == 11
    assert (idb.role, len(idb.members), idb.printed_count) == ("founding member", 18, "18")
    assert (eu_lac.role, len(eu_lac.members), eu_lac.printed_count) == ("launching member", 18, "18")
    assert [launch_year(one) for one in (idb, eu_lac)] == ["2024", "2025"]
    assert idb.source == "news article of 13 December 2024, p. 1"


def test_what_is_not_printed_is_said_and_not_invented() -> None:
    assert facts(1)["Presidency"] == facts(1)["Secretariat"] == [NOT_PRINTED]
    assert facts(1)["Launched"][0].startswith("Santa Marta, Colombia (date not printed")


def test_groups_whose_members_are_not_named_show_their_count_and_say_so() -> None:
    groups = {group.alliance_id: group for group in list_other_groups()}
    for group_id, stated in {"clasi": "10 (2022), later 14", "caricom": "15", "rss": "7"}.items():
        assert groups[group_id].is_unnamed
        assert groups[group_id].printed_count == stated
    cells = {row["id"]: row["cells"] for row in tabulate_groups(list_other_groups())["rows"]}
    # Not named is not zero: it neither reads as a number nor sorts as one.
    assert cells["rss"][2] == {"t": "not named", "v": None}
    assert cells["andean_community"][2] == {"t": "4", "v": 4.0}
    assert not set(groups) & set(list_alliances())


@pytest.mark.parametrize(
    ("text", "words"),
    [("2024-12-11", "11 December 2024"), ("2025", "2025"), ("", ""), ("after 2023-11-09", "after 2023-11-09")],
)
def test_dates_in_words(text: str, words: str) -> None:
    assert write_date(text) == words


def test_a_list_is_no_membership() -> None:
    matrix = draw_matrix(build_rows(Selection()), "HND")
    columns = [column["id"] for column in matrix["columns"]]
    assert columns[:3] == ["groups", *list_alliances()]
    honduras = next(row for row in matrix["rows"] if row["id"] == "HND")
    cells = dict(zip(columns, honduras["cells"], strict=True))
    assert (cells["idb_alliance"]["mark"], cells["eu_lac_alliance"]["mark"], cells["sica"]["mark"]) == ("F", "L", "M")
    assert cells["us_drug_majors"]["mark"] == "n"
    assert cells["us_drug_majors"]["label"].startswith("named (")
    assert "member" not in cells["us_drug_majors"]["label"]
    assert (
        cells["idb_alliance"]["label"]
        == "founding member, since 11 December 2024 (news article of 13 December 2024, p. 1)"
    )
    assert cells["andean_community"] == {"mark": "", "label": "not named", "tone": "blank", "v": None}
    assert matrix["selected"] == "HND"


@LAWS
@given(selections())
def test_matrix_and_download_hold_the_same_memberships(selection: Selection) -> None:
    rows = build_rows(selection)
    matrix, download = draw_matrix(rows, ""), extract_memberships(rows)
    groups = [column["id"] for column in matrix["columns"]]
    drawn = {
        (row["id"], group)
        for row in matrix["rows"]
        for group, cell in zip(groups, row["cells"], strict=True)
        if cell["mark"] and group != "groups"
    }
    assert {row.iso3 for row in rows} == select_countries(selection).inside
    assert drawn == set(zip(download["iso3"], download["alliance_id"], strict=True))
    assert len(download) == len(drawn) == sum(entry["count"] for entry in matrix["legend"])
    assert download[["role", "source_id", "page"]].notna().all().all()


def test_every_group_of_the_filters_has_a_column_and_its_members() -> None:
    matrix = draw_matrix(build_rows(replace(Selection(), members="highlight")), "")
    counts = {column["id"]: column["count"] for column in matrix["columns"][1:]}
    assert counts == {group: len(list_members(group)) for group in name_alliances()}
    assert set(order_groups()) == set(name_alliances())
    assert sum(counts.values()) == sum(row["alliance_id"] in counts for row in load_records("memberships"))
