"""The link of a record shows exactly that record, whatever was on the screen before."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest

from geo.money_charts import list_record_ids
from geo.money_query import MoneyFilters, MoneyQuery
from geo.record import is_outside
from pages.kit import handouts, permalinks, urlstate
from pages.kit.permalinks import clean_base, link_record
from pages.kit.router import PAGES, find_entry
from pages.kit.urlstate import ViewState


def test_each_link_is_read_back_as_its_record_and_nothing_else() -> None:
    before = replace(ViewState(), money=MoneyFilters(zone=("caribbean",), words="police"), record="256253")
    for record_id in list_record_ids():
        address = urlsplit(link_record(record_id))
        query = dict(parse_qsl(address.query, strict_parsing=True))
        assert set(query) == {"v", "lang", "measure", "record"}
        state, problems = urlstate.read(query, find_entry(address.path).topic, before)
        assert (state.record, problems) == (record_id, ())
        assert state.query == MoneyQuery(replace(state.selection), MoneyFilters())
        assert not is_outside(record_id, state.query)
        assert state.selection.measure == ("committed" if "/" in record_id else "contracted")


def test_a_link_names_no_host_and_an_unknown_record_has_none() -> None:
    assert link_record("DCI-ALA/2008/019-670") == "money?v=1&lang=en&measure=committed&record=DCI-ALA%2F2008%2F019-670"
    with pytest.raises(KeyError):
        link_record("x")


@pytest.mark.parametrize("slug", handouts.list_slugs())
def test_the_link_of_a_view_is_read_back_as_the_same_view(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(permalinks.SETTING, "https://atlas.example/lac/")
    state = replace(
        ViewState(), place="HND", chart="years", pins=("MEX", "HND"), verdict=("exact",), themes=("eu_programmes",)
    )
    made = handouts.make(slug, state)
    address = urlsplit(permalinks.absolute(made))
    assert (address.scheme, address.netloc) == ("https", "atlas.example")
    assert address.path == ("/lac/" if slug == PAGES[0].slug else f"/lac/{slug}")
    query = dict(parse_qsl(address.query, strict_parsing=True))
    found, problems = urlstate.read(query, find_entry(slug).topic)
    assert problems == ()
    assert handouts.make(slug, found).parameters == made.parameters
    assert handouts.make(slug, found).title == made.title


@pytest.mark.parametrize(
    ("given", "base"),
    [
        ("https://atlas.example", "https://atlas.example/"),
        ("http://localhost:8501/x/", "http://localhost:8501/x/"),
        ("javascript:alert(1)", ""),
        ("atlas.example", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_only_an_address_of_the_web_is_a_base(given: str, base: str) -> None:
    assert clean_base(given) == base
