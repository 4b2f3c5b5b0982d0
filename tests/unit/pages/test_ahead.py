"""Maps ahead of their page: the very map that the run will bring, for any link, and nothing for what has none."""

import asyncio
import json
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response

from geo.selection import Selection
from pages.kit import ahead, load, router, show, urlstate
from pages.kit.components.sending import send
from pages.kit.urlstate import ViewState

WITH_MAP = ("overview", "violence", "prisons", "commitments", "alliances")


def _get(slug: str, query: str = "") -> Response:
    scope = {
        "type": "http",
        "path": f"/ahead/{slug}",
        "path_params": {"slug": slug},
        "query_string": query.encode(),
        "headers": [],
    }
    return asyncio.run(ahead.answer(Request(scope)))


def test_the_answer_is_what_the_run_sends() -> None:
    state = ViewState(selection=Selection(indicator="police_per_100k", subregions=("caribbean",)))
    drawn = ahead.draw("prisons", {"indicator": "police_per_100k", "subregion": "caribbean"})
    assert drawn == send("map", show.draw_indicator(load.indicator_view(state.selection), state))
    assert drawn != ahead.draw("prisons", {"indicator": "police_per_100k"})


@pytest.mark.parametrize("slug", WITH_MAP)
def test_each_page_with_a_map_answers_and_names_its_options(slug: str) -> None:
    answer = _get(slug, "v=1&subregion=caribbean")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert json.loads(bytes(answer.body))["areas"]
    choices = ahead.list_choices(slug)
    assert choices is not None
    assert choices["page"] == f"ahead/{slug}"
    assert choices["options"]["subregion"]["Caribbean"] == "caribbean"


@pytest.mark.parametrize("slug", [entry.slug for entry in router.PAGES if entry.slug not in WITH_MAP] + ["nowhere"])
def test_what_has_no_map_has_no_answer(slug: str) -> None:
    answer = _get(slug)
    assert (answer.status_code, answer.body) == (204, b"")
    assert ahead.list_choices(slug) is None


def test_filters_that_leave_nothing_have_no_map() -> None:
    query = {"subregion": "caribbean", "alliance": "andean_community"}
    assert urlstate.read(query, "prisons")[1] == ()
    assert ahead.draw("prisons", query) is None


def test_a_link_of_any_length_costs_nothing() -> None:
    assert _get("prisons", f"v=1&q={'a' * (ahead.MOST_LINK - 10)}").status_code == 200
    assert _get("prisons", f"v=1&q={'a' * ahead.MOST_LINK}").status_code == 204


def test_some_wait_while_others_are_drawn_and_whoever_comes_after_them_has_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold, drawing = threading.Event(), []

    def draw(slug: str, _query: object) -> bytes:
        drawing.append(slug)
        hold.wait(10)
        return b"{}"

    async def ask_four() -> list[int]:
        scope = {"type": "http", "path": "/", "path_params": {"slug": "prisons"}, "query_string": b"", "headers": []}
        first = [asyncio.create_task(ahead.answer(Request(scope))) for _ in range(3)]
        while len(drawing) < 2:
            await asyncio.sleep(0.01)
        fourth = await ahead.answer(Request(scope))
        assert len(drawing) == 2, "no more than two at once"
        hold.set()
        return [one.status_code for one in (*await asyncio.gather(*first), fourth)]

    monkeypatch.setattr(ahead, "draw", draw)
    monkeypatch.setattr(ahead, "MOST_WAITING", 1)
    assert asyncio.run(ask_four()) == [200, 200, 200, 204]


def test_a_map_that_fails_is_logged_and_left_to_the_run(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(ahead, "draw", lambda _slug, _query: 1 / 0)
    answer = _get("prisons")
    assert (answer.status_code, answer.body) == (204, b"")
    assert "page prisons failed" in caplog.text


@given(
    query=st.dictionaries(
        st.sampled_from(["indicator", "subregion", "alliance", "place", "measure", "lang", "q"]), st.text(max_size=40)
    )
)
def test_any_link_gets_a_map_or_nothing(query: dict[str, str]) -> None:
    for slug in ("prisons", "commitments"):
        drawn = ahead.draw(slug, query)
        assert drawn is None or "areas" in json.loads(drawn)
