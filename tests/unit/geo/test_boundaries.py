"""The committed boundaries: 33 states whose shared borders are shared, and nothing else that could carry a value."""

import gzip
import json
from itertools import combinations

import pytest
import shapely
from shapely.geometry import MultiPolygon, shape

from geo.boundaries import (
    BOUNDARIES_DISCLAIMER,
    BOUNDARIES_PATH,
    BOUNDARIES_SOURCE,
    load_boundaries,
    load_features,
)

LESSER_ANTILLES = {"KNA", "ATG", "DMA", "LCA", "VCT", "BRB", "GRD"}
# fmt: off
LAND_BORDERS = [
    "ARG-BOL", "ARG-BRA", "ARG-CHL", "ARG-PRY", "ARG-URY", "BLZ-GTM", "BLZ-MEX", "BOL-BRA", "BOL-CHL",
    "BOL-PER", "BOL-PRY", "BRA-COL", "BRA-GUY", "BRA-PER", "BRA-PRY", "BRA-SUR", "BRA-URY", "BRA-VEN",
    "CHL-PER", "COL-ECU", "COL-PAN", "COL-PER", "COL-VEN", "CRI-NIC", "CRI-PAN", "DOM-HTI", "ECU-PER",
    "GTM-HND", "GTM-MEX", "GTM-SLV", "GUY-SUR", "GUY-VEN", "HND-NIC", "HND-SLV",
]
# fmt: on


@pytest.fixture(scope="module")
def states() -> dict[str, MultiPolygon]:
    return {iso3: shape(geometry) for iso3, geometry in load_boundaries().items()}


@pytest.fixture(scope="module")
def surroundings() -> dict[str, MultiPolygon]:
    return {
        feature["properties"]["name"]: shape(feature["geometry"])
        for feature in load_features()
        if feature["properties"]["kind"] == "outside_the_atlas"
    }


def test_there_are_33_states_and_no_territory_has_an_iso3() -> None:
    codes = [feature["properties"]["iso3"] for feature in load_features()]
    assert len(load_boundaries()) == 33
    assert len([code for code in codes if code]) == 33
    kinds = {(feature["properties"]["iso3"] is None, feature["properties"]["kind"]) for feature in load_features()}
    assert kinds == {(False, "country"), (True, "outside_the_atlas")}
    assert not {"PRI", "GUF", "USA", "FRA"} & set(codes)


def test_every_shape_is_valid_and_not_empty(states: dict, surroundings: dict) -> None:
    wrong = [name for name, outline in (states | surroundings).items() if not outline.is_valid or outline.is_empty]
    assert wrong == []
    assert set(states) >= LESSER_ANTILLES
    assert all(len(part.exterior.coords) >= 4 for outline in states.values() for part in outline.geoms)


def test_lesser_antilles_keep_their_true_size(states: dict) -> None:
    # Natural Earth's own areas in square degrees: simplifying may not take a tenth of a small island.
    full_detail = {"BRB": 0.037, "LCA": 0.0506, "DMA": 0.0615, "ATG": 0.0385, "KNA": 0.0227, "GRD": 0.0289}
    for iso3, area in full_detail.items():
        assert states[iso3].area == pytest.approx(area, rel=0.1), iso3
    assert len(states["VCT"].geoms) == 5


@pytest.mark.parametrize("pair", LAND_BORDERS)
def test_neighbours_share_their_border(pair: str, states: dict) -> None:
    one, other = (states[iso3] for iso3 in pair.split("-"))
    common = shapely.intersection(one, other)
    assert common.length > 0.3
    assert common.area == 0


def test_no_two_areas_overlap(states: dict, surroundings: dict) -> None:
    everything = states | surroundings
    pairs = [(a, b) for a, b in combinations(everything, 2) if everything[a].intersects(everything[b])]
    overlaps = {pair: shapely.intersection(*(everything[name] for name in pair)).area for pair in pairs}
    assert {pair: area for pair, area in overlaps.items() if area > 0} == {}
    touching_states = {"-".join(pair) for pair in pairs if set(pair) <= set(states)}
    assert touching_states == set(LAND_BORDERS)


def test_no_gap_opens_between_countries(states: dict, surroundings: dict) -> None:
    land = shapely.union_all([*states.values(), *surroundings.values()])
    holes = [ring for part in shapely.get_parts(land) for ring in part.interiors]
    # A bay that simplifying closed belongs to one country; a sliver between two would touch both.
    outlines = [*states.values(), *surroundings.values()]
    assert [ring.wkt for ring in holes if sum(ring.intersects(outline) for outline in outlines) > 1] == []
    assert shapely.touches(states["MEX"], surroundings["United States of America"])


def test_rings_turn_as_rfc_7946_asks(states: dict, surroundings: dict) -> None:
    parts = [part for outline in (states | surroundings).values() for part in outline.geoms]
    assert all(part.exterior.is_ccw for part in parts)
    assert not any(ring.is_ccw for part in parts for ring in part.interiors)


def test_far_islands_are_left_out_and_galapagos_stays(states: dict) -> None:
    west, _, east, _ = shapely.total_bounds(list(states.values()))
    assert west > -117.5
    assert east < -34.5
    assert states["ECU"].bounds[0] < -91
    assert not states["CHL"].bounds[0] < -76


def test_guantanamo_bay_belongs_to_cuba(states: dict, surroundings: dict) -> None:
    assert states["CUB"].contains(shapely.Point(-75.115, 19.935))
    assert not any("Guantanamo" in name for name in surroundings)


def test_file_is_small_and_one_feature_a_line() -> None:
    raw = BOUNDARIES_PATH.read_bytes()
    assert len(raw) <= 250_000
    assert len(gzip.compress(raw, mtime=0)) <= 80_000
    lines = raw.decode().splitlines()[1:-1]
    assert [json.loads(line.rstrip(",")) for line in lines] == list(load_features())
    assert "crs" not in json.loads(raw)


def test_coordinates_have_three_decimals(states: dict) -> None:
    points = shapely.get_coordinates(list(states.values()))
    assert (points == points.round(3)).all()
    assert not (points == points.round(2)).all()


def test_source_and_disclaimer_say_what_they_must() -> None:
    assert "world-atlas 2.0.2" in BOUNDARIES_SOURCE
    assert "public domain" in BOUNDARIES_SOURCE
    assert "no opinion" in BOUNDARIES_DISCLAIMER
    assert "http" not in BOUNDARIES_SOURCE + BOUNDARIES_DISCLAIMER
