"""The map file: the same as a rebuild, named by its content, and every country can be reached by keyboard."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import Point, box, shape

from geo.boundaries import load_boundaries, load_features
from geo.map_file import find_map_file, name_map_file, render_map_file, write_map_file
from geo.map_shapes import INSET_ISO3, draw_path, format_tenths
from geo.projection import HEIGHT, WIDTH, project, project_km, project_shape, unproject_km

MARK_RADIUS = 26
ZONES = {"andean_community", "caribbean", "central_america", "other_south_america", "latin_america", "trans_regional"}


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    return json.loads(find_map_file().read_bytes())


def test_committed_file_is_what_a_rebuild_gives() -> None:
    path, rebuilt = find_map_file(), render_map_file()
    assert path.read_bytes() == rebuilt
    assert path.name == name_map_file(rebuilt)
    assert path.stem.removeprefix("lac-map-") == hashlib.sha256(rebuilt).hexdigest()[:10]
    assert render_map_file() == rebuilt
    assert name_map_file(rebuilt + b" ") != path.name


def test_writing_removes_older_files(tmp_path: Path) -> None:
    (tmp_path / "lac-map-0000000000.json").write_text("{}")
    (tmp_path / "other.json").write_text("{}")
    written = write_map_file(tmp_path)
    assert find_map_file(tmp_path) == written
    assert not (tmp_path / "lac-map-0000000000.json").exists()
    assert (tmp_path / "other.json").exists()


def test_a_missing_map_file_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"python -m geo\.map_file"):
        find_map_file(tmp_path)


def test_asking_for_the_file_loads_no_geometry_library() -> None:
    probe = (
        "import sys, geo.map_file; geo.map_file.find_map_file(); print(sorted({'shapely', 'numpy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_sizes_stay_under_the_targets() -> None:
    raw = find_map_file().read_bytes()
    assert len(raw) <= 90_000
    assert len(gzip.compress(raw, mtime=0)) <= 30_000
    assert not re.search(rb"\d\.\d\d", raw)


def test_every_country_is_drawn_inside_the_frame(content: dict[str, Any]) -> None:
    assert content["view"] == [0, 0, WIDTH, HEIGHT]
    assert content["areas"].keys() == load_boundaries().keys()
    for iso3, area in content["areas"].items():
        left, top, right, bottom = area["box"]
        assert 0 <= left < right <= WIDTH, iso3
        assert 0 <= top < bottom <= HEIGHT, iso3
        assert area["d"].startswith("M"), iso3


def test_label_points_lie_in_their_own_country(content: dict[str, Any]) -> None:
    for feature in load_features():
        iso3 = feature["properties"]["iso3"]
        outline = project_shape(shape(feature["geometry"]))
        # Label points are rounded to a tenth of a unit, and the smallest island is a few units wide.
        inside = {code for code, area in content["areas"].items() if outline.contains(Point(area["at"]))}
        assert inside == ({iso3} if iso3 else set()), feature["properties"]["name"]


def test_small_countries_are_marked_and_large_ones_are_not(content: dict[str, Any]) -> None:
    small = {iso3 for iso3, area in content["areas"].items() if area["small"]}
    assert small >= {*INSET_ISO3, "BHS", "JAM", "SLV"}
    assert not content["inset"]["areas"]["TTO"]["small"]
    assert not small & {"BRA", "HND", "HTI", "CUB", "URY"}


@pytest.mark.parametrize("start", sorted(load_boundaries()))
def test_arrow_keys_lead_from_each_country_to_all(start: str, content: dict[str, Any]) -> None:
    seen, waiting = {start}, [start]
    while waiting:
        steps = set(content["areas"][waiting.pop()]["near"].values()) - seen
        seen |= steps
        waiting += steps
    assert seen == content["areas"].keys()
    assert start not in content["areas"][start]["near"].values()


def test_arrows_lead_where_they_point(content: dict[str, Any]) -> None:
    areas = content["areas"]
    assert areas["HND"]["near"]["left"] == "GTM"
    assert areas["HND"]["near"]["down"] == "NIC"
    assert areas["URY"]["near"]["left"] == "ARG"
    for iso3, area in areas.items():
        (x, y), near = area["at"], area["near"]
        assert all(areas[near[way]]["at"][0] < x for way in near.keys() & {"left"}), iso3
        assert all(areas[near[way]]["at"][1] > y for way in near.keys() & {"down"}), iso3
        assert len(set(near.values())) == len(near), iso3


def test_anchors_stand_in_open_sea(content: dict[str, Any]) -> None:
    assert content["anchors"].keys() == ZONES
    land = shapely.union_all([project_shape(shape(feature["geometry"])) for feature in load_features()])
    x, y, width, height = content["inset"]["frame"]
    taken = shapely.union(land, box(x, y, x + width, y + height))
    points = {zone: Point(point) for zone, point in content["anchors"].items()}
    for zone, point in points.items():
        assert not point.buffer(MARK_RADIUS).intersects(taken), zone
        assert box(0, 0, WIDTH, HEIGHT).contains(point.buffer(MARK_RADIUS)), zone
    assert min(a.distance(b) for a, b in combinations(points.values(), 2)) > 2 * MARK_RADIUS


def test_inset_shows_the_eight_island_states_inside_its_frame(content: dict[str, Any]) -> None:
    inset = content["inset"]
    x, y, width, height = inset["frame"]
    assert tuple(inset["areas"]) == INSET_ISO3
    assert width / inset["source"][2] == pytest.approx(height / inset["source"][3])
    assert width / inset["source"][2] > 5
    frame = box(x, y, x + width, y + height)
    assert all(frame.contains(Point(area["at"])) for area in inset["areas"].values())
    land = [project_shape(shape(feature["geometry"])) for feature in load_features()]
    assert not any(frame.intersects(outline) for outline in land)
    left, top, source_width, source_height = inset["source"]
    source = box(left, top, left + source_width, top + source_height)
    assert all(source.contains(project_shape(shape(load_boundaries()[iso3]))) for iso3 in INSET_ISO3)


def test_projection_keeps_areas_and_can_be_undone() -> None:
    for lon, lat in [(-117.1, 32.5), (-34.8, -7.1), (-67.3, -55.9), (-73.0, -12.0), (-61.0, 14.0)]:
        assert unproject_km(*project_km(lon, lat)) == pytest.approx((lon, lat))
    bolivia = project_shape(shape(load_boundaries()["BOL"])).area
    honduras = project_shape(shape(load_boundaries()["HND"])).area
    assert bolivia / honduras == pytest.approx(1_098_581 / 112_492, rel=0.03)
    assert project(-73, 10)[1] < project(-73, 9)[1]


def test_paths_are_short_and_do_not_drift() -> None:
    assert [format_tenths(value) for value in (12, -5, 30, 0, -100)] == ["1.2", "-.5", "3", "0", "-10"]
    square = shapely.box(0.04, 0.04, 2.04, 1.54)
    assert draw_path(shapely.MultiPolygon([square])) == "M2 0l0 1.5-2 0 0-1.5z"
    assert draw_path(shapely.MultiPolygon([shapely.box(0, 0, 0.01, 0.01)])) == ""
