"""Pictures: what every kind draws of a small figure, of none and of many; laws of wrapping and tiling; files without a clock."""

import itertools
import re
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.exports.pictures import asked, fonts, naming
from geo.exports.pictures.kinds import KINDS
from geo.exports.pictures.pen import Box, Pen
from geo.exports.pictures.picture import draw_slide
from geo.exports.pictures.shapes import read_path
from geo.exports.pictures.timelines import place_events
from geo.exports.pictures.treemaps import arrange

COLOUR = {"light": "#2f6f95", "dark": "#6aa8cf"}


def draw_ranking_row(number: int, value: float, status: str = "ok") -> dict[str, Any]:
    return COLOUR | {
        "id": f"C{number}", "name": f"Country {number}", "value": value, "text": f"{value:g}", "rank": str(number), "status": status, "in": True,
        "member": False,
    }  # fmt: skip


def make_ranking(*rows: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": "Ranking: Rate", "unit": "per 100,000", "rows": list(rows), "references": [], "domain": [0, 10], "selected": None,
        "missing": [{"id": "ATG", "name": "Antigua and Barbuda"}], "missing_label": "No value",
    }  # fmt: skip


def make_bars(count: int) -> dict[str, Any]:
    part = COLOUR | {"id": "B", "label": "Bilateral", "value": 5.0, "cents": 500, "text": "EUR 5"}
    rows = [
        {
            "id": f"{one}",
            "label": f"A long name of a decision, number {one}",
            "text": "EUR 5",
            "note": "5 %",
            "segments": [part],
        }
        for one in range(count)
    ]
    return {
        "label": "Bars",
        "title": "By decision",
        "legend": [],
        "rows": rows,
        "max": 5.0,
        "arrangement": "stacked",
        "parts": 1,
        "total": "All: EUR 5",
    }


EMPTY: dict[str, dict[str, Any]] = {
    "ranking": make_ranking(),
    "bars": make_bars(0),
    "treemap": {"title": "", "label": "", "children": [], "records": {}, "total": "Nothing"},
    "flow": {"title": "", "label": "", "columns": ["A", "B", "C"], "nodes": [], "links": [], "total": "Nothing"},
    "years": {"title": "", "label": "", "axis": {"name": "", "ticks": []}, "sum_axis": {"name": "", "ticks": []}, "bars": [], "apart": [],
              "early": "",
              "total": "Nothing", **COLOUR},
    "dates": {"title": "", "label": "", "ticks": [], "cut_off": None, "groups": [], "undated_title": "", "undated": [], "total": "Nothing"},
    "scatter": {"groups": [], "points": [], "empty": "No country has both.", "note": "", "highlight": False},
    "matrix": {"label": "A matrix", "legend": [], "rows": [], "columns": [], "empty": "No country.", "corner": "", "group_label": None,
               "selected": None},
}  # fmt: skip


def picture_of(kind: str, data: dict[str, Any], **more: Any) -> asked.Picture:
    return asked.Picture(kind, data, **({"title": "A finding"} | more))


def texts_of(pen: Pen) -> list[str]:
    return [text.get_text() for text in pen.texts]


def test_every_kind_that_is_named_can_be_drawn_and_the_other_way_round() -> None:
    assert set(naming.DRAWN_KINDS) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(EMPTY))
def test_a_figure_without_anything_says_so_and_fails_nothing(kind: str) -> None:
    said = texts_of(draw_slide(picture_of(kind, EMPTY[kind])))
    assert any(sentence in " ".join(said) for sentence in ("No value", "No decision", "No contract", "No country"))


@pytest.mark.parametrize("count", [1, 40])
def test_one_bar_and_forty_are_all_there(count: int) -> None:
    pen = draw_slide(picture_of("bars", make_bars(count)))
    assert len([text for text in texts_of(pen) if text == "EUR 5"]) == count
    assert pen.height >= 900
    assert overflowing(pen) == []


def test_a_ranking_names_who_has_no_value_and_what_its_signs_mean() -> None:
    rows = (draw_ranking_row(1, 30, "doubtful"), draw_ranking_row(2, 8))
    said = " ".join(texts_of(draw_slide(picture_of("ranking", make_ranking(*rows)))))
    assert "No value: Antigua and Barbuda." in said
    assert "30 ?" in said
    assert "doubtful; a bar with a break is cut" in said
    assert "spread" not in said


def test_texts_of_data_are_never_markup_or_mathematics() -> None:
    row = draw_ranking_row(1, 5) | {"name": r"$\frac{1}{2}$ <b>&amp;"}
    svg = asked.draw(picture_of("ranking", make_ranking(row), title="<script>alert(1)</script>"), "svg").decode()
    assert "<script" not in svg
    assert r"$\frac{1}{2}$ &lt;b&gt;&amp;amp;" in svg


def test_a_picture_of_text_has_its_text_as_text_and_its_fonts_inside() -> None:
    svg = asked.draw(picture_of("ranking", make_ranking(draw_ranking_row(1, 5))), "svg").decode()
    assert re.search(r"<text[^>]*>Country 1</text>", svg)
    assert "@font-face" in svg
    assert "'Public Sans'" in svg, "a program without the fonts is told others"
    addresses = set(re.findall(r"""(?:href|src|url)\s*[=(]\s*["']?(https?:[^"')]+)""", svg))
    assert addresses == set(), "nothing is fetched"


@pytest.mark.parametrize("file_format", [*asked.FORMATS, "preview"])
def test_the_same_picture_gives_the_same_bytes_and_no_date(file_format: str) -> None:
    picture = picture_of("ranking", make_ranking(draw_ranking_row(1, 5)), link="https://atlas.example/violence?v=1")
    first, second = asked.draw(picture, file_format), asked.draw(picture, file_format)
    assert first == second
    assert not re.search(rb"CreationDate|ModDate|dc:date|tIME", first)


def test_a_slide_has_two_dots_a_unit() -> None:
    png = asked.draw(picture_of("ranking", make_ranking(draw_ranking_row(1, 5))), "png")
    assert struct.unpack(">II", png[16:24]) == (3200, 1800)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        asked.draw(picture_of("hologram", {}), "png")


@given(
    st.text(alphabet=st.characters(codec="latin-1", categories=("L", "N", "P", "Zs")), max_size=200), st.floats(40, 900)
)
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: float) -> None:
    lines = fonts.wrap(text, width, 16)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(fonts.measure(line, 16) <= width + 1e-6 or len(line) == 1 for line in lines)


@given(st.text(alphabet="abc def", min_size=1, max_size=120), st.floats(100, 900))
def test_wrapping_evenly_takes_no_more_lines(text: str, width: float) -> None:
    assert len(fonts.wrap_evenly(text, width, 16)) == len(fonts.wrap(text, width, 16))


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=60), st.floats(50, 1500), st.floats(50, 900))
def test_tiles_fill_their_rectangle_in_proportion_to_their_amounts(
    cents: list[int], width: float, height: float
) -> None:
    tiles = arrange([{"cents": one} for one in cents], Box(10, 20, width, height))
    assert len(tiles) == len(cents)
    for tile in tiles:
        share = tile.box.width * tile.box.height / (width * height)
        assert share == pytest.approx(tile.data["cents"] / sum(cents), rel=1e-6)
        assert tile.box.left >= 10 - 1e-6
        assert tile.box.right <= 10 + width + 1e-6
        assert tile.box.bottom <= 20 + height + 1e-6


def test_no_tile_for_nothing() -> None:
    assert arrange([{"cents": 0}], Box(0, 0, 10, 10)) == []


EVENTS = st.lists(
    st.tuples(st.floats(0, 0.9), st.sampled_from(["day", "month", "year"]), st.text(alphabet="abcdef ", max_size=40)),
    max_size=30,
)


@given(EVENTS)
def test_events_of_a_lane_never_cover_each_other(found: list[tuple[float, str, str]]) -> None:
    events = [
        {"from": start, "to": start + 0.02, "precision": precision, "title": title} for start, precision, title in found
    ]
    placed = place_events(events, 1000)
    spans: dict[int, list[tuple[float, float]]] = {}
    for one in placed:
        name = 6 + fonts.measure(one.event["title"], 14)
        left = one.left - name if one.is_turned else one.left
        spans.setdefault(one.row, []).append((left, left + one.width + name))
    for row in spans.values():
        ordered = sorted(row)
        assert all(first[1] <= second[0] for first, second in itertools.pairwise(ordered))


def test_a_path_of_moves_and_lines_is_read_as_svg_does() -> None:
    path = read_path("M10 20l5 0 0 -5zm1 1l1 0 0 1z")
    assert [tuple(map(float, one)) for one in path.vertices[:4]] == [(10, 20), (15, 20), (15, 15), (10, 20)]
    assert tuple(map(float, path.vertices[4])) == (11, 21)


def overflowing(pen: Pen) -> list[str]:
    """The texts that end beyond the picture."""
    found = []
    for text in pen.texts:
        x, y = text.get_position()
        size = text.get_fontsize() / pen.points
        width = fonts.measure(text.get_text(), size, text.get_fontfamily()[0], int(text.get_fontweight()))
        left = x - {"left": 0.0, "center": width / 2, "right": width}[text.get_horizontalalignment()]
        is_turned = text.get_rotation() != 0
        if not (left >= -1 and (left + width <= pen.width + 1 or is_turned) and 0 < y <= pen.height):
            found.append(text.get_text())
    return found
