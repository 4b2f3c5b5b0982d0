"""Which figure of a view stands on a slide, and what is said under its title."""

from dataclasses import replace

import pandas as pd

from geo.figures.stage import choose_figures, tell_below
from geo.handout import Drawn, Handout


def handout(*figures: tuple[str, str], below: str = "27 of 33 countries have a value.") -> Handout:
    drawn = tuple(
        Drawn(kind, key, {"name": "homicide rate", "label": "Map: homicide rate", "unit": "per 100,000"})
        for kind, key in figures
    )
    return Handout(
        "violence", "Violence", "A finding", below, ("Doubtful values hidden",), {}, "stem", drawn, pd.DataFrame(), ()
    )


def keys(*figures: tuple[str, str], wanted: str = "") -> list[str]:
    return [one.key for one in choose_figures(handout(*figures), wanted)]


def test_a_map_has_the_ranking_of_countries_beside_it() -> None:
    assert keys(("facts", "findings"), ("map", "map"), ("ranking", "regions"), ("ranking", "ranking")) == [
        "map",
        "ranking",
    ]
    assert keys(("map", "map"), ("setlist", "sets"), ("matrix", "matrix")) == ["map", "sets"]


def test_a_plot_has_the_relation_beside_it_and_a_chart_stands_alone() -> None:
    assert keys(("scatter", "scatter"), ("map", "map"), ("relation", "relation"), ("relation", "classes")) == [
        "scatter",
        "relation",
    ]
    assert keys(("bars", "chart_bars"), ("standouts", "standouts"), ("table", "table")) == ["chart_bars"]


def test_a_wanted_figure_comes_first_and_an_unknown_one_is_passed_over() -> None:
    figures = (("map", "map"), ("ranking", "ranking"), ("table", "table"))
    assert keys(*figures, wanted="table") == ["table"]
    assert keys(*figures, wanted="<script>") == ["map", "ranking"]


def test_a_view_without_a_chart_shows_what_it_has_and_an_empty_one_nothing() -> None:
    assert keys(("table", "one"), ("table", "two")) == ["one"]
    assert keys() == []


def test_the_line_under_a_title_says_what_is_shown_under_which_filters() -> None:
    shown = handout(("map", "map"))
    assert tell_below(shown, choose_figures(shown)) == (
        "Homicide rate, per 100,000. Doubtful values hidden. 27 of 33 countries have a value."
    )
    said = replace(handout(("bars", "bars"), below="Filter: members of one"), tells_filters=True)
    assert tell_below(said, choose_figures(said)) == "Filter: members of one."
