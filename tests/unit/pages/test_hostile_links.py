"""Whatever a link holds, reading it gives a state of the atlas and sentences that can be shown; nothing of it is taken on trust."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pages.kit.parameters import STREAMLIT_PARAMETERS, parameters_of
from pages.kit.urlstate import QUOTED, ViewState, read, write
from tests.strategies import TOPICS

CASES = 5_000
NASTIES = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)",
    "../../etc/passwd", "..\\..\\windows", "%00", "\x00", "\u202egnp.exe", "\ufeff", "ＧＴＭ", "GTＭ", "gtm", " GTM ", "GTM,GTM,GTM", ",,,",
    "None", "NaN", "-1", "1e309", "[]", "{}", "true", "DROP TABLE decisions", "${7*7}", "{{7*7}}", "%(x)s", "{name}", "\u0430rg", "é" * 200,
    "a" * 1_000_000, "ARG\nSet-Cookie: a=b", "ARG\r\n", "🏳️‍🌈", "\ud83d", "null", "*", "any", "committed,contracted",
)  # fmt: skip

NAMES = sorted({"v", *(parameter.name for topic in TOPICS for parameter in parameters_of(topic))})
hostile_names = st.one_of(st.sampled_from(NAMES), st.sampled_from(NASTIES[:20]), st.text(max_size=30))
hostile_texts = st.one_of(
    st.sampled_from(NASTIES), st.text(max_size=200), st.lists(st.sampled_from(NASTIES[:30])).map(",".join)
)
queries = st.dictionaries(hostile_names, hostile_texts, max_size=6)


@settings(max_examples=CASES)
@given(queries, st.sampled_from(TOPICS))
@example({"place": NASTIES[0], "q": NASTIES[32], "zone": NASTIES[6]}, "money")
def test_no_link_breaks_the_atlas_or_gets_further_than_a_sentence(query: dict[str, str], topic: str) -> None:
    state, problems = read(query, topic)
    for problem in problems:
        assert all(character.isprintable() for character in problem)
        assert len(problem) < 400
    written = write(state, topic)
    known = {
        parameter.name: frozenset(parameter.known(topic)) for parameter in parameters_of(topic) if not parameter.is_text
    }
    for name, ids in known.items():
        assert set(filter(None, written[name].split(","))) <= ids
    assert len(written.get("q", "")) <= QUOTED
    # What was kept is a link that says nothing more, and asks for the same.
    again, told = read(written, topic)
    assert (write(again, topic), told) == (written, ())


@settings(max_examples=200)
@given(queries)
def test_a_link_of_nonsense_alone_shows_the_default_view(query: dict[str, str]) -> None:
    nonsense = {name: "no such thing" for name in query if name not in ("v", "q", "story")}
    for topic in TOPICS:
        state, problems = read(nonsense, topic)
        assert state == ViewState()
        # A part that only other pages have is no mistake.
        elsewhere = set(NAMES) - {parameter.name for parameter in parameters_of(topic)}
        assert bool(problems) == bool(nonsense.keys() - elsewhere - STREAMLIT_PARAMETERS)
