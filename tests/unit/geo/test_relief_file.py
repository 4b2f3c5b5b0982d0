"""The files of the 3D view: the same as a rebuild, all 33 countries in one order, and small states large enough to be seen."""

import gzip
import json
from itertools import combinations
from typing import Any

import pytest
import shapely
from shapely.geometry import Point, Polygon, shape

from geo.boundaries import load_boundaries
from geo.map_shapes import INSET_ISO3
from geo.relief_build import render_countries
from geo.relief_file import COUNTRIES, GRIPS, LAND, LINES, find_address, load_anchors, load_grips
from geo.static_file import STATIC_FOLDER


def rows_of(file: Any) -> list[dict[str, Any]]:
    return json.loads(file.find(STATIC_FOLDER).read_bytes())


def polygons() -> dict[str, list[Polygon]]:
    order = list(load_grips())
    found: dict[str, list[Polygon]] = {iso3: [] for iso3 in order}
    for row in rows_of(COUNTRIES):
        found[order[row["i"]]].append(Polygon(row["p"][0], row["p"][1:]))
    return found


def test_committed_files_are_what_a_rebuild_gives() -> None:
    for file, content in render_countries().items():
        path = file.find(STATIC_FOLDER)
        assert path.read_bytes() == content, file.stem
        assert path.name == file.name(content)


def test_every_country_is_drawn_and_caught_once_in_one_order() -> None:
    assert list(load_grips()) == sorted(load_boundaries())
    assert {row["i"] for row in rows_of(COUNTRIES)} == set(range(33))
    assert {row["i"] for row in rows_of(LINES) if row["k"] == 0} == set(range(33))
    assert {row["i"] for row in rows_of(LINES) if row["k"] == 1} == set(range(33)), "a country that cannot be hatched"
    assert all(parts for parts in polygons().values())


@pytest.mark.parametrize("iso3", sorted(load_boundaries()))
def test_a_country_is_drawn_where_it_is(iso3: str) -> None:
    drawn, real = shapely.union_all(polygons()[iso3]), shape(load_boundaries()[iso3])
    grip = load_grips()[iso3]
    assert drawn.contains(Point(grip.at))
    assert drawn.intersects(real)
    assert drawn.hausdorff_distance(Polygon(grip.outline)) < 40
    if iso3 not in INSET_ISO3:
        assert drawn.intersection(real).area > 0.85 * real.area


def test_island_states_stand_on_plates_that_do_not_touch() -> None:
    plates = {iso3: shapely.union_all(polygons()[iso3]) for iso3 in INSET_ISO3}
    assert all(plate.area > 0.3 for plate in plates.values())
    for one, other in combinations(plates, 2):
        assert not plates[one].intersects(plates[other]), f"{one} {other}"


def test_land_around_lies_under_no_country_and_reaches_brussels() -> None:
    land = [Polygon(row["p"][0], row["p"][1:]) for row in rows_of(LAND)]
    assert any(part.contains(Point(load_anchors()["brussels"])) for part in land)
    own = shapely.union_all([part for parts in polygons().values() for part in parts])
    assert sum(part.buffer(0).intersection(own).area for part in land) < 3
    assert not any(part.bounds[2] - part.bounds[0] > 50 and part.bounds[3] - part.bounds[1] < 3 for part in land)


def test_rings_of_regions_stand_in_the_open_sea() -> None:
    land = shapely.union_all([part for parts in polygons().values() for part in parts])
    assert load_anchors().keys() >= {"andean_community", "caribbean", "central_america", "latin_america"}
    assert not any(land.contains(Point(at)) for place, at in load_anchors().items() if place != "brussels")


def test_sizes_stay_under_the_targets() -> None:
    sizes = {file.stem: len(gzip.compress(file.find(STATIC_FOLDER).read_bytes())) for file in (LAND, COUNTRIES, LINES)}
    assert sum(sizes.values()) < 65_000, sizes
    assert GRIPS.find(STATIC_FOLDER).stat().st_size < 8_000, "it travels with every change of a filter"


def test_addresses_carry_the_hash_and_no_host() -> None:
    for file in (LAND, COUNTRIES, LINES):
        assert find_address(file).startswith(f"app/static/{file.stem}-")
