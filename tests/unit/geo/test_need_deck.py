"""The 3D view: heights are linear, no money is flat, no value is hatched, and a change of filter is small and moves no camera."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.classify import ValueClass
from geo.figures import need_sheet
from geo.figures.need_camera import LABEL_HEIGHT, METRES_PER_EUR, WIDE_ZOOM, leave_room, to_screen
from geo.figures.need_colours import INSTRUMENT_COLOURS, paint, parse_colour, theme_of
from geo.figures.need_deck import draw_deck, look_up
from geo.figures.need_marks import post_amounts
from geo.messages import speaking
from geo.need import build_need_view
from geo.places import name_places
from geo.relief_file import load_grips
from geo.selection import Selection
from tests.strategies import INDICATORS, LAWS, VIEW_LAWS, selections

SENT = 20_000  # bytes of the scene that a change of a filter may send


def scene(selection: Selection, place: str = "", **options: Any) -> dict[str, Any]:
    return json.loads(draw_deck(build_need_view(selection), place, **options).to_json())


def layer(drawn: dict[str, Any], layer_id: str) -> dict[str, Any]:
    return next(one for one in drawn["layers"] if one["id"] == layer_id)


def numbers(expression: str) -> list[Any]:
    """Return the first array in an expression that is indexed by a country's place."""
    return json.loads(re.findall(r"\((\[[^()]*\])\)\[i\]", expression)[0])


@VIEW_LAWS
@given(selections())
def test_heights_are_proportional_and_nothing_else_is_raised(selection: Selection) -> None:
    view = build_need_view(selection)
    drawn = json.loads(draw_deck(view, "").to_json())
    heights = dict(zip(load_grips(), numbers(layer(drawn, "countries")["getElevation"]), strict=True))
    raised = {one.iso3: one.amount_eur for one in view.raised}
    assert heights == {iso3: round(raised.get(iso3, 0) * METRES_PER_EUR) for iso3 in heights}
    assert {row["id"]: row["h"] for row in layer(drawn, "grips-")["data"]} == heights


@VIEW_LAWS
@given(selections())
def test_a_country_without_a_value_is_hatched_and_wears_no_colour_of_the_scale(selection: Selection) -> None:
    view = build_need_view(selection)
    hatched = numbers(
        layer(json.loads(draw_deck(view, "").to_json()), "lines")["getColor"].partition("?")[2].partition(":")[0]
    )
    missing = {one.iso3 for one in view.inside if not one.value.is_shown}
    assert {iso3 for iso3, is_hatched in zip(load_grips(), hatched, strict=True) if is_hatched} == missing
    for name in ("light", "dark"):
        theme = theme_of(name)
        scale = [parse_colour(getattr(one, name)) for one in view.need.classes]
        for one in view.standings:
            is_coloured = one.value.is_inside and one.value.is_shown
            assert (paint(one, view.need.classes, theme) in scale) == is_coloured


@VIEW_LAWS
@given(selections(), st.sampled_from(["", "COL", "caribbean", "trans_regional"]), st.booleans())
def test_a_change_of_filter_is_small_and_asks_no_other_host(selection: Selection, place: str, with_arcs: bool) -> None:
    text = draw_deck(build_need_view(selection), place, with_arcs=with_arcs, theme_type="dark").to_json()
    assert len(text.encode()) < SENT
    assert "//" not in text
    assert json.loads(text)["mapStyle"] == "__MAP_STYLE__", "anything else asks a host of map tiles"


def test_no_filter_moves_the_camera_or_renames_what_is_drawn() -> None:
    first, other = (
        scene(Selection()),
        scene(Selection(indicator="rule_of_law", measure="contracted", subregions=("caribbean",))),
    )
    assert first["initialViewState"] == other["initialViewState"]
    assert first["views"] == other["views"]
    assert [one["id"] for one in first["layers"]] == [one["id"] for one in other["layers"]]
    # deck.gl reads the values anew when the address changes: after the "#", so that nothing is fetched again.
    addresses = [layer(drawn, "countries")["data"].split("#") for drawn in (first, other)]
    assert addresses[0][0] == addresses[1][0]
    assert addresses[0][1] != addresses[1][1]
    assert layer(first, "land") == layer(other, "land")


def test_a_chosen_place_renames_what_is_picked_and_no_more() -> None:
    before, after = ({one["id"] for one in scene(Selection(), place)["layers"]} for place in ("", "COL"))
    assert before - after == {"grips-", "regions-", "arcs-"}
    assert after - before == {"grips-COL", "regions-COL", "arcs-COL"}


def test_arcs_end_on_their_country_or_on_the_ring_of_their_region() -> None:
    drawn = scene(Selection())
    ends = {row["id"]: row["t"] for row in layer(drawn, "arcs-")["data"]}
    rings = {row["id"]: row["at"] for row in layer(drawn, "regions-")["data"]}
    assert "trans_regional" not in ends
    assert ends.keys() - rings.keys() == {one.iso3 for one in build_need_view(Selection()).raised}
    for place, end in ends.items():
        at = rings.get(place) or list(load_grips()[place].at)
        assert end[:2] == at
        assert (end[2] == 0) == (place in rings), "money for a region has no height"


def test_hidden_arcs_leave_everything_else() -> None:
    shown, hidden = scene(Selection()), scene(Selection(), with_arcs=False)
    gone = {one["id"] for one in shown["layers"]} - {one["id"] for one in hidden["layers"]}
    assert gone == {"arcs-", "brussels", "brussels-name"}
    assert layer(hidden, "regions-")["data"] == layer(shown, "regions-")["data"]


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_the_letters_of_a_language_reach_deck_as_a_text(language: str) -> None:
    """A list of letters would reach it as a function, and the names would not be drawn."""
    with speaking(language):
        names = layer(scene(Selection()), "names")
    assert set(names["characterSet"]) == {letter for row in names["data"] for letter in row["t"]}


def test_doubtful_values_have_a_sign() -> None:
    prisoners = Selection(indicator="prisoners_per_100k")
    assert layer(scene(prisoners), "doubts")["data"]
    tips = {row["id"]: row["tip"] for row in layer(scene(prisoners), "grips-")["data"]}
    assert "(doubtful)" in tips["SUR"]
    assert "0.0" not in tips["SUR"]
    assert tips["SUR"].endswith("No decision in Annex H")


labels = st.lists(
    st.builds(
        lambda lon, lat, height, text: {"at": [lon, lat, height], "t": text},
        st.floats(-110, -35), st.floats(-50, 30), st.integers(0, 900_000), st.text("abc", min_size=1, max_size=20),
    ), max_size=25,
)  # fmt: skip


@LAWS
@given(labels)
def test_names_that_are_kept_have_room_and_the_first_is_kept(rows: list[dict[str, Any]]) -> None:
    kept = leave_room(rows, is_narrow=False)
    assert kept[:1] == rows[:1]
    places = [(to_screen(row["at"], WIDE_ZOOM), len(row["t"])) for row in kept]
    for index, ((x, y), length) in enumerate(places):
        for (left, top), other in places[:index]:
            assert abs(x - left) > 3 * (length + other) or abs(y - top) > LABEL_HEIGHT


def test_the_chosen_country_keeps_its_name() -> None:
    view = build_need_view(Selection())
    for one in view.raised:
        names = layer(json.loads(draw_deck(view, one.iso3).to_json()), "names")["data"]
        assert names[0]["t"].startswith(one.name)


def test_an_array_is_indexed_in_parentheses() -> None:
    assert look_up([1, 2], look_up([0, 1], "i")) == "([1,2])[([0,1])[i]]"


def test_posts_show_round_amounts_below_the_largest() -> None:
    for measure in ("committed", "contracted"):
        view = build_need_view(Selection(measure=measure))
        largest = view.raised[0].amount_eur / 1_000_000
        assert all(amount <= largest for amount in post_amounts(view))
        narrow = build_need_view(Selection(measure=measure, subregions=("caribbean",)))
        assert post_amounts(view) == post_amounts(narrow), "the scale is the same under every filter"


def test_every_instrument_has_a_colour_of_its_own() -> None:
    assert set(INSTRUMENT_COLOURS) == set(name_places("instruments"))
    for name in ("light", "dark"):
        assert len({colours[name] for colours in INSTRUMENT_COLOURS.values()}) == len(INSTRUMENT_COLOURS)


@pytest.mark.parametrize("indicator", INDICATORS)
def test_the_legend_counts_every_country_inside_once(indicator: str) -> None:
    view = build_need_view(Selection(indicator=indicator, subregions=("caribbean", "south_america")))
    legend = need_sheet.draw_legend(view, with_arcs=True)
    signs = {one["kind"]: one["count"] for one in legend["signs"]}
    assert sum(one["count"] for one in legend["classes"]) + signs.get("missing", 0) == len(view.inside)
    assert signs["outside"] == 33 - len(view.inside)
    assert "member" not in signs


def test_the_ranking_wears_the_colours_of_the_map() -> None:
    view = build_need_view(Selection())
    rows = {row["id"]: row for row in need_sheet.rank_need(view, "")["rows"]}
    classes: tuple[ValueClass, ...] = view.need.classes
    assert rows["HND"]["light"] == classes[-1].light
    assert rows["KNA"]["status"] == "missing"
    assert rows["KNA"]["light"] not in {one.light for one in classes}


def test_the_table_holds_all_that_the_scene_holds() -> None:
    view = build_need_view(Selection(measure="contracted"))
    table = need_sheet.tabulate_need(view, "COL")
    drawn = json.loads(draw_deck(view, "").to_json())
    picked = {row["id"] for name in ("grips-", "regions-", "arcs-") for row in layer(drawn, name)["data"]}
    assert picked <= {row["id"] for row in table["rows"]}
    width = len(table["columns"])
    assert all(len(row["cells"]) == width for row in table["rows"])
