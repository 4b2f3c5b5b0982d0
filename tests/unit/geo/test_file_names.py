"""The name of a downloaded file holds safe characters alone, whatever the view was filtered by."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo import extract, extract_money
from geo.money_query import MoneyFilters, MoneyQuery
from geo.selection import Selection
from pages.kit.urlstate import clean_words
from tests.strategies import LAWS, selections
from tests.unit.pages.strangers import NASTIES

# Letters, digits, "_", "-" and "." inside; nothing that a shell, a path, a header or a spreadsheet reads as more than a name.
SAFE = re.compile(r"lac-atlas_[A-Za-z0-9_.-]+\.csv")
WORDS = st.one_of(st.sampled_from(NASTIES), st.text(max_size=100))


@settings(max_examples=300)
@given(WORDS)
@example("../../etc/passwd")
@example("año über ﬁ Ⅷ ١٢٣ ｇｔｍ")
@example("x" * 1_000)
def test_any_words_of_a_search_give_a_safe_name(words: str) -> None:
    for kept in (words, clean_words(words)):
        name = extract_money.name_file("eu-decisions", MoneyQuery(Selection(), MoneyFilters(words=kept)))
        assert SAFE.fullmatch(name), name
        assert ".." not in name
        assert len(name) < 200


@LAWS
@given(selections())
def test_any_filter_gives_a_safe_name(selection: Selection) -> None:
    for subject in (selection.indicator, "compare_homicide_rate_committed"):
        name = extract.name_file(subject, selection)
        assert SAFE.fullmatch(name), name
        assert not name.startswith((".", "-"))


def test_a_name_still_says_what_was_searched() -> None:
    name = extract_money.name_file("eu-decisions", MoneyQuery(Selection(), MoneyFilters(words="Prisión, Perú")))
    assert name == "lac-atlas_eu-decisions_words-prision-peru.csv"
