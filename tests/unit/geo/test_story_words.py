"""Numbers in the words of a story: named in the text, taken from the data, and refused where there are none."""

import pytest

from geo.story_words import fill, tell


def test_a_text_without_a_number_stays_as_it_is() -> None:
    assert fill("No braces at all: 2013, 50 %.") == "No braces at all: 2013, 50 %."


def test_a_number_is_written_as_the_views_write_it() -> None:
    assert fill("{value homicide_rate HND} and {reference homicide_rate LAC}") == "91.6 and 23.1"
    assert fill("{times homicide_rate HND LAC}") == "4.0"
    assert tell("total", "committed") == "EUR 417.9 million"
    assert tell("total", "committed", "level=R,T") != tell("total", "committed", "level=R")


@pytest.mark.parametrize(
    "text",
    [
        "{value femicides HND}",
        "{value homicide_rate XXX}",
        "{value homicide_rate ATG}",
        "{nothing}",
        "{published no_such_figure}",
        "{bound homicide_rate 31}",
    ],
)
def test_an_unknown_name_is_an_error_and_never_a_blank(text: str) -> None:
    with pytest.raises(KeyError):
        fill(text)


@pytest.mark.parametrize("text", ["{value}", "{value homicide_rate HND LAC}", "{total committed colour=red}"])
def test_wrong_arguments_are_an_error_that_names_them(text: str) -> None:
    with pytest.raises(ValueError, match=text.strip("{}").split()[0]):
        fill(text)
