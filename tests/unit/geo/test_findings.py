"""Sentences: the finding, the text alternative, the coverage, and what may not be concluded."""

import pytest
from hypothesis import given

from geo.findings import describe_filters, format_eur, tell_filters
from geo.indicator_view import build_indicator_view
from geo.selection import Selection
from tests.strategies import INDICATORS, VIEW_LAWS, selections


def test_the_headline_compares_with_the_regional_rate() -> None:
    view = build_indicator_view(Selection())
    assert view.headline == "Honduras: 91.6 homicides per 100,000 inhabitants, 4.0 times the regional rate"
    assert view.coverage.startswith("27 of 33 countries")
    assert "doubtful" not in view.coverage


def test_the_headline_follows_the_filter() -> None:
    view = build_indicator_view(Selection(subregions=("south_america",)))
    assert view.headline.startswith("Venezuela: 45.1 homicides")
    assert "Honduras" not in view.headline


def test_the_headline_does_not_rest_on_a_doubtful_value() -> None:
    view = build_indicator_view(Selection(indicator="prisoners_per_100k"))
    assert view.ranked[0].iso3 == "SUR"
    assert view.headline.startswith("Barbados holds 395 prisoners")
    assert "1,589" not in view.headline
    assert any(note.startswith("Suriname: 1589 cannot be a rate") for note in view.notes)


def test_caveats_are_told_for_the_countries_inside_only() -> None:
    view = build_indicator_view(Selection(indicator="prisoners_per_100k", subregions=("central_america",)))
    assert not any("Suriname" in note for note in view.notes)


def test_filters_in_words() -> None:
    assert describe_filters(Selection()) == "the whole region"
    assert describe_filters(Selection(subregions=("caribbean",))) == "Caribbean"
    either = describe_filters(Selection(alliances=("andean_community", "northern_triangle")))
    assert either.startswith("members of Andean Community or Northern Triangle")
    assert (
        describe_filters(Selection(alliances=("andean_community",), match="none"))
        == "countries outside Andean Community"
    )
    neither = describe_filters(Selection(alliances=("andean_community", "sica"), match="none"))
    assert neither == "countries outside Andean Community or SICA"
    both = describe_filters(Selection(alliances=("andean_community", "sica"), match="all", without=("southern_cone",)))
    assert both == "members of Andean Community and SICA, not of Southern Cone"
    assert describe_filters(Selection(without=("southern_cone",))) == "countries outside Southern Cone"
    assert describe_filters(Selection(alliances=("andean_community",), members="highlight")) == "the whole region"
    assert tell_filters(Selection(subregions=("caribbean",))) == "Filter: Caribbean."
    assert tell_filters(Selection()) == ""


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (346_300_000, "EUR 346.3 million"),
        (815_739, "EUR 0.8 million"),
        (68_915, "EUR 68.9 thousand"),
        (0, "EUR 0.0 million"),
    ],
)
def test_amounts_in_words(amount: float, text: str) -> None:
    assert format_eur(amount) == text


@pytest.mark.parametrize("indicator_id", INDICATORS)
def test_every_indicator_tells_a_finding_with_nothing_left_to_fill_in(indicator_id: str) -> None:
    view = build_indicator_view(Selection(indicator=indicator_id))
    told = " ".join((view.headline, view.summary, view.coverage, *view.notes))
    assert not set("{}") & set(told)
    assert "nan" not in told.split()
    assert "<NA>" not in told
    assert "None" not in told.split()
    assert any(view.unit in note for note in view.notes)
    assert any("page" in note for note in view.notes)


@VIEW_LAWS
@given(selections())
def test_headline_and_coverage_agree_with_what_is_drawn(selection: Selection) -> None:
    view = build_indicator_view(selection)
    assert view.coverage.startswith(f"{len(view.ranked)} of {len(view.inside)} ")
    if view.empty:
        assert view.headline.startswith("No country")
    outside = {value.name for value in view.values} - {value.name for value in view.inside}
    assert not any(view.headline.startswith(f"{name}:") for name in outside)
    assert all(value.name in view.summary for value in view.missing) or not view.ranked
