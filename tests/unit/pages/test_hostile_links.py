"""Whatever a link holds, reading it gives a state of the atlas and sentences that can be shown; nothing of it is taken on trust."""

from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pages.kit.parameters import STREAMLIT_PARAMETERS, known_values, parameters_of
from pages.kit.urlstate import QUOTED, ViewState, read, write
from tests.strategies import TOPICS
from tests.unit.pages.strangers import NASTIES, SHORT_NASTIES, throw_query

CASES = 5_000
NAMES = sorted({"v", *(parameter.name for topic in TOPICS for parameter in parameters_of(topic))})
hostile_names = st.one_of(st.sampled_from(NAMES), st.sampled_from(NASTIES[:20]), st.text(max_size=30))
hostile_texts = st.one_of(
    st.sampled_from(NASTIES), st.text(max_size=200), st.lists(st.sampled_from(SHORT_NASTIES)).map(",".join)
)
queries = st.dictionaries(hostile_names, hostile_texts, max_size=6)


@cache
def find_known(topic: str) -> dict[str, frozenset[str]]:
    """Return the ids that each parameter of a topic's pages knows."""
    return {one.name: known_values(one.name, topic) for one in parameters_of(topic) if not one.is_text}


def check_link(query: dict[str, str], topic: str) -> None:
    """Read a link, and write and read again what was kept of it."""
    state, problems = read(query, topic)
    for problem in problems:
        assert problem.isprintable()
        assert len(problem) < 400
    written = write(state, topic)
    for name, ids in find_known(topic).items():
        assert set(filter(None, written[name].split(","))) <= ids
    assert len(written.get("q", "")) <= QUOTED
    # What was kept is a link that says nothing more, and asks for the same.
    again, told = read(written, topic)
    assert (write(again, topic), told) == (written, ())


def test_no_link_breaks_the_atlas_or_gets_further_than_a_sentence() -> None:
    check_link({"place": NASTIES[0], "q": NASTIES[32], "zone": NASTIES[6]}, "money")
    dice = Random(2013)
    for _ in range(CASES):
        check_link(throw_query(dice, NAMES), dice.choice(TOPICS))


# Beside the many: what a search for examples comes upon, which also finds the smallest link that breaks.
@settings(max_examples=200)
@given(queries, st.sampled_from(TOPICS))
def test_no_link_that_is_searched_for_breaks_the_atlas(query: dict[str, str], topic: str) -> None:
    check_link(query, topic)


@settings(max_examples=200)
@given(st.sets(hostile_names, max_size=6))
def test_a_link_of_nonsense_alone_shows_the_default_view(names: set[str]) -> None:
    nonsense = dict.fromkeys(names - {"v", "q", "story"}, "no such thing")
    for topic in TOPICS:
        state, problems = read(nonsense, topic)
        assert state == ViewState()
        # A part that only other pages have is no mistake.
        elsewhere = set(NAMES) - {parameter.name for parameter in parameters_of(topic)}
        assert bool(problems) == bool(nonsense.keys() - elsewhere - STREAMLIT_PARAMETERS)
