"""The colours of the figures: classes and values stay apart for colour-blind eyes and in grey, words and marks from what is behind them.

Thresholds. CIEDE2000 of two colours for full, protan, deutan and tritan sight: 7 between neighbouring classes of a map, 8 between any
two values that a legend names, 4 between years, which stand in their order and are each named. Lightness in grey: 8 between classes
on a map (6 where there are more than two sets of them), 6 between values that stand beside each other. Contrast: 4.5 for words, 3 for
marks, either of the mark or of the edge around it.
"""

import json
import re
from itertools import chain
from pathlib import Path

import pytest

from geo.classify import make_classes
from geo.dimensions import DIMENSIONS
from geo.figures import groups, need_colours, palette, scatter, two_measures
from geo.indicator_view import find_indicator, indicator_classes
from tests.sight import (
    GROUNDS,
    INKS,
    apart,
    apart_in_grey,
    blend,
    contrast,
    list_close,
    list_neighbours,
    list_pairs,
)
from tests.strategies import INDICATORS

COMPONENTS = Path(__file__).parents[3] / "pages" / "kit" / "components"
THEMES = ["light", "dark"]
TEXT, MARK = 4.5, 3.0
EDGE = 0.55  # the share of ink in the line around what is pale
NAMED = ["zone", "subregion", "level", "sector", "partner", "instrument", "uptake"]
# No grey line is wide enough for ten sectors: those that stand beside each other differ in it, and each is named.
FEW = [one for one in NAMED if one != "sector"]


def list_values(dimension: str, theme: str) -> list[str]:
    return [palette.find_colour(dimension, one)[theme] for one in DIMENSIONS[dimension].name_values()]


def test_the_measures_see_what_they_should() -> None:
    assert apart(("#ff0000", "#ff0000"), "protan") == 0
    # Red and green of one lightness: far apart, but not for all, and not in grey.
    red, green = "#d05050", "#6f8f2f"
    assert apart((red, green), "full") > 40
    assert apart((red, green), "deutan") < apart((red, green), "full") / 2
    assert apart_in_grey((red, green)) < 6
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert list_close([(red, green)], 7, 8)


def test_the_grounds_are_those_of_the_themes() -> None:
    config = (Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    for theme in THEMES:
        block = config.split(f"[theme.{theme}]")[1].split("[theme.")[0]
        assert f'backgroundColor = "{GROUNDS[theme]}"' in block
        assert f'textColor = "{INKS[theme]}"' in block


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("indicator_id", INDICATORS)
def test_neighbouring_classes_of_a_map_stay_apart(indicator_id: str, theme: str) -> None:
    colours = [getattr(one, theme) for one in indicator_classes(find_indicator(indicator_id))]
    assert list_close(list_neighbours(colours), 7, 8) == []
    # On a scale with two sides no class may pass for one of the other side, in grey either.
    assert list_close(list_pairs(colours), 7, 5.5) == []


@pytest.mark.parametrize("theme", THEMES)
def test_neighbouring_classes_of_money_stay_apart(theme: str) -> None:
    for number in range(2, 7):
        classes = make_classes(tuple(float(one) for one in range(1, number)), "money")
        assert list_close(list_neighbours([getattr(one, theme) for one in classes]), 7, 8) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("dimension", NAMED)
def test_values_with_a_name_stay_apart(dimension: str, theme: str) -> None:
    colours = list_values(dimension, theme)
    assert list_close(list_pairs(colours), 8, 0) == []
    assert list_close(list_neighbours(colours), 8, 6) == []
    if dimension in FEW:
        assert list_close(list_pairs(colours), 8, 5.5) == []


@pytest.mark.parametrize("theme", THEMES)
def test_years_run_along_a_ramp(theme: str) -> None:
    for one in DIMENSIONS.values():
        if one.is_ordered:
            years = [value for value in one.name_values() if value != "not_printed"]
            colours = [palette.find_colour(one.dimension_id, year)[theme] for year in years]
            assert list_close(list_neighbours(colours), 4, 6) == []


@pytest.mark.parametrize("theme", THEMES)
def test_sets_groups_instruments_and_two_measures_stay_apart(theme: str) -> None:
    sets = [one[theme] for one in groups.SET_COLOURS]
    assert list_close(list_pairs(sets), 8, 6) == []
    marks = [one[theme] for one in scatter.GROUP_MARKS]
    assert list_close(list_pairs(marks), 8, 8) == []
    assert len({one["shape"] for one in scatter.GROUP_MARKS}) == len(marks)  # and by shape
    arcs = [*need_colours.INSTRUMENT_COLOURS.values(), need_colours.OTHER_INSTRUMENT]
    assert list_close(list_pairs([one[theme] for one in arcs]), 8, 6) == []
    grid = [[one[theme] for one in row] for row in two_measures.CLASS_COLOURS]
    assert list_close(list_pairs([one for row in grid for one in row]), 8, 0) == []
    for line in (*grid, *map(list, zip(*grid, strict=True))):
        assert list_close(list_neighbours(line), 8, 8) == []


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_the_page(theme: str) -> None:
    ground = GROUNDS[theme]
    marks = [one[theme] for one in (*scatter.GROUP_MARKS, *need_colours.INSTRUMENT_COLOURS.values(), palette.PLAIN)]
    marks += [colour for dimension in NAMED for colour in list_values(dimension, theme)]
    assert {one: contrast(one, ground) for one in marks if contrast(one, ground) < MARK} == {}
    # What is paler, as the first classes of a map are, has an edge that stands out.
    assert contrast(blend(INKS[theme], ground, EDGE), ground) >= MARK
    assert contrast("#fae7bd", GROUNDS["light"]) < MARK


@pytest.mark.parametrize("theme", THEMES)
def test_words_on_colours_can_be_read(theme: str) -> None:
    ground = GROUNDS[theme]
    # Headings of the treemap and amounts inside a bar are written in the colour of the page.
    for colour in (*list_values("zone", theme), palette.PLAIN[theme]):
        assert contrast(colour, ground) >= TEXT, colour
    # Tiles: ink, also the paler words, on a tint of the zone.
    for colour in list_values("zone", theme):
        for share, words in ((0.15, 0.82), (0.24, 1), (0.36, 1)):
            assert contrast(blend(INKS[theme], ground, words), blend(colour, ground, share)) >= TEXT
    # The counts of the map of two measures, in the darker or the lighter of two inks.
    for one in chain(*two_measures.CLASS_COLOURS):
        assert max(contrast(one[theme], ink) for ink in ("#11161c", "#ffffff")) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_shades_of_ink_in_the_styles_can_be_read(theme: str) -> None:
    ink, ground = INKS[theme], GROUNDS[theme]
    found = 0
    for path in COMPONENTS.glob("*.css"):
        for share in re.findall(r"--quiet: color-mix\(in srgb, var\(--\S+?\) (\d+)%", path.read_text(encoding="utf-8")):
            found += 1
            # On the ground, and on the tint of what is chosen or pointed at.
            quiet = blend(ink, ground, int(share) / 100)
            assert contrast(quiet, ground) >= TEXT, path.name
            assert contrast(quiet, blend(ink, ground, 0.09)) >= TEXT, path.name
    assert found > 20


@pytest.mark.parametrize("theme", THEMES)
def test_bars_of_ink_stand_out(theme: str) -> None:
    for name, rule in (("signed_bars", ".plain"), ("programmes", ".span"), ("programmes", ".total")):
        style = (COMPONENTS / f"{name}.css").read_text(encoding="utf-8")
        declared = next(line for line in style.splitlines() if line.startswith(f"{rule} {{"))
        shares = [int(share) / 100 for share in re.findall(r"var\(--ink\) (\d+)%", declared)]
        assert max(contrast(blend(INKS[theme], GROUNDS[theme], share), GROUNDS[theme]) for share in shares) >= MARK, (
            rule
        )


def test_no_legend_is_by_colour_alone() -> None:
    """What has no number beside it is told by a pattern, a shape or a sign; colours are named by words that stand with them."""
    style = {path.stem: path.read_text(encoding="utf-8") for path in COMPONENTS.glob("*.css")}
    for kind in ("missing", "only-spread", "member", "mark-apart"):
        declared = next(line for line in style["map"].splitlines() if line.startswith(f".swatch.{kind} {{"))
        assert re.search("gradient|dashed", declared), kind
    shapes = [line for line in style["gap_strip"].splitlines() if re.match(r"\.mark\.(four|four-is|six|six-is) ", line)]
    assert len({re.sub(r"var\(--\w+\)", "", line.split("{")[1]) for line in shapes}) == 4
    for kind in ("partner", "other", "total"):
        declared = next(line for line in style["programmes"].splitlines() if line.startswith(f".{kind} {{"))
        assert re.search("gradient|border", declared), kind
    assert json.dumps(style["matrix"]).count(".sign.") >= 8
