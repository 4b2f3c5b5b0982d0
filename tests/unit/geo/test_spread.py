"""Members beside the others: medians of sure values only, silence where they are few, and no country lost."""

from dataclasses import replace
from statistics import median

from hypothesis import given

from geo.figures.spread import draw_spread
from geo.selection import Selection, select_countries
from geo.spread import LEAST, build_spread, describe_group, extract_spread
from tests.strategies import VIEW_LAWS, selections

EXAMPLE = Selection(indicator="prisoners_per_100k", alliances=("idb_alliance", "eu_lac_alliance"), match="all")


def test_by_default_both_one_only_and_neither() -> None:
    spread = build_spread(Selection())
    assert [group.label for group in spread.groups] == ["Both alliances", "One alliance only", "Neither alliance"]
    assert [(len(group.values), len(group.missing)) for group in spread.groups] == [(14, 0), (7, 1), (6, 5)]
    assert [group.median_text for group in spread.groups] == ["21.3", "23.7", "10.75"]
    assert spread.finding == (
        "Homicide rate (per 100,000), medians: 21.3 (both alliances), 23.7 (one alliance only), 10.75 (neither alliance)"
    )


def test_the_note_says_when_and_claims_no_cause() -> None:
    note = build_spread(Selection()).notes[0]
    assert note.startswith(
        "Countries joined the IDB Alliance in 2024 and the EU-LAC Alliance in 2025; the figures are of 2011"
    )
    assert "no effect" in note


def test_members_of_a_condition_stand_beside_the_others() -> None:
    first, others = build_spread(replace(EXAMPLE, without=("us_drug_majors",))).groups
    assert first.label == "Members of IDB Alliance and EU-LAC Alliance, not of US drug majors"
    assert others.label == "The others"
    assert {value.iso3 for value in (*first.values, *first.missing)} == {"BRB", "BRA", "CHL", "PRY", "URY"}


def test_too_few_values_have_no_median_and_say_so() -> None:
    group = build_spread(replace(EXAMPLE, indicator="prosecutors_per_100k", without=("us_drug_majors",))).groups[0]
    assert len(group.values) < LEAST
    assert group.median is None
    assert describe_group(group).startswith("No median: fewer than 5 values; 3 with a value")
    assert draw_spread(build_spread(replace(EXAMPLE, indicator="prosecutors_per_100k")), "")["rows"][0]["median_text"]


def test_a_doubtful_value_is_drawn_hollow_and_left_out_of_the_median() -> None:
    spread = build_spread(EXAMPLE)
    points = {point["id"]: point for row in draw_spread(spread, "")["rows"] for point in row["points"]}
    assert points["SUR"]["doubtful"]
    assert points["SUR"]["text"] == "1,589 per 100,000, doubtful"
    rows = extract_spread(spread).set_index("iso3")
    assert not rows.loc["SUR", "in_median"]
    assert rows.loc["BRA", "in_median"]
    hidden = build_spread(replace(EXAMPLE, doubtful="hide"))
    assert "SUR" not in set(extract_spread(hidden)["iso3"])
    assert "Doubtful, hidden: " in draw_spread(hidden, "")["rows"][1]["missing"]
    assert [group.median for group in hidden.groups] == [group.median for group in spread.groups]


@VIEW_LAWS
@given(selections())
def test_the_sets_are_disjoint_and_hold_every_country_of_the_subregions(selection: Selection) -> None:
    spread = build_spread(selection)
    countries = [value.iso3 for group in spread.groups for value in (*group.values, *group.missing)]
    assert len(countries) == len(set(countries))
    assert set(countries) == select_countries(Selection(subregions=selection.subregions)).inside


@VIEW_LAWS
@given(selections())
def test_every_median_is_that_of_the_downloaded_rows(selection: Selection) -> None:
    spread = build_spread(selection)
    rows = extract_spread(spread)
    for group in spread.groups:
        values = rows.loc[(rows["set"] == group.label) & rows["in_median"].astype(bool), "value"]
        assert (group.median is None) == (group.sure < LEAST)
        assert len(values) == (group.sure if group.median is not None else 0)
        assert group.median is None or group.median == median(values)
        assert all(value.value is not None for value in group.values)
    drawn = [point["value"] for row in draw_spread(spread, "")["rows"] for point in row["points"]]
    # What is not reported is no dot, least of all one at 0.
    assert None not in drawn
    assert len(drawn) == rows["value"].notna().sum() - sum(rows["status"].eq("unplaced") & rows["value"].notna())
