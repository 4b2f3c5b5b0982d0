"""Figures in every language: the words change, what is drawn does not."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from geo.dimensions import DIMENSIONS
from geo.figures import dates, palette
from geo.messages import LANGUAGES, speaking
from geo.money_query import MoneyQuery
from geo.portfolio import build_portfolio
from geo.selection import Selection
from pages.kit import handouts
from pages.kit.urlstate import ViewState

OTHERS = [language for language in LANGUAGES if language != "en"]
# Ids, amounts and colours; what is a number or a code in every language.
FIXED = {"id", "iso3", "cents", "value", "v", "light", "dark", "status", "tone", "kind", "state", "pick", "page"}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("slug", handouts.list_slugs())
def test_a_language_moves_no_number_and_no_colour(slug: str, language: str) -> None:
    state = ViewState(selection=Selection(measure="contracted"), place="GTM", pins=("HTI", "GTM"))
    with speaking(language):
        told = handouts.make(slug, state)
    english = handouts.make(slug, state)
    assert [(one.kind, one.key) for one in told.figures] == [(one.kind, one.key) for one in english.figures]
    for other, one in zip(told.figures, english.figures, strict=True):
        assert Counter(list_fixed(other.data)) == Counter(list_fixed(one.data)), one.key


@pytest.mark.parametrize("language", OTHERS)
def test_a_value_has_its_colour_in_every_language(language: str) -> None:
    palette.find_colour.cache_clear()
    with speaking(language):
        told = {one: list_colours(one) for one in DIMENSIONS}
    palette.find_colour.cache_clear()
    assert told == {one: list_colours(one) for one in DIMENSIONS}


def test_the_month_of_the_annex_is_written_as_the_language_does() -> None:
    view = MoneyQuery(Selection(measure="contracted"))
    with speaking("es"):
        drawn = dates.draw_dates(build_portfolio(view), "recipient", "")
    assert drawn["cut_off"]["text"] == "mayo de 2013"


def test_no_placeholder_is_left_open() -> None:
    for slug in handouts.list_slugs():
        for figure in handouts.make(slug, ViewState(place="GTM")).figures:
            assert not [text for text in list_texts(figure.data) if re.search(r"\{\w*\}", text)]


def list_colours(dimension: str) -> dict[str, Any]:
    return {value: palette.find_colour(dimension, value) for value in DIMENSIONS[dimension].name_values()}


def list_fixed(data: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from list_fixed(value, str(key))
    elif isinstance(data, list):
        for value in data:
            yield from list_fixed(value, name)
    elif name in FIXED and not (name in {"value", "v"} and isinstance(data, str)):
        yield name, data


def list_texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for value in data.values():
            yield from list_texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from list_texts(value)
    elif isinstance(data, str):
        yield data
