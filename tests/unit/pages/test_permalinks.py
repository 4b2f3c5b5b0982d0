"""The link of a record shows exactly that record, whatever was on the screen before."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest

from geo.money_charts import list_record_ids
from geo.money_query import MoneyFilters, MoneyQuery
from geo.record import is_outside
from pages.kit import urlstate
from pages.kit.permalinks import link_record
from pages.kit.router import find_entry
from pages.kit.urlstate import ViewState


def test_each_link_is_read_back_as_its_record_and_nothing_else() -> None:
    before = replace(ViewState(), money=MoneyFilters(zone=("caribbean",), words="police"), record="256253")
    for record_id in list_record_ids():
        address = urlsplit(link_record(record_id))
        query = dict(parse_qsl(address.query, strict_parsing=True))
        assert set(query) == {"v", "measure", "record"}
        state, problems = urlstate.read(query, find_entry(address.path).topic, before)
        assert (state.record, problems) == (record_id, ())
        assert state.query == MoneyQuery(replace(state.selection), MoneyFilters())
        assert not is_outside(record_id, state.query)
        assert state.selection.measure == ("committed" if "/" in record_id else "contracted")


def test_a_link_names_no_host_and_an_unknown_record_has_none() -> None:
    assert link_record("DCI-ALA/2008/019-670") == "money?v=1&measure=committed&record=DCI-ALA%2F2008%2F019-670"
    with pytest.raises(KeyError):
        link_record("x")
