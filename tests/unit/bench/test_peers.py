"""The limit is the atlas's own map with no server, and the changes of the benchmark never lead back to a view."""

import json
from pathlib import Path

import pytest

from tests.bench.drive import Change, plan_walk
from tests.bench.peers.limit import write_page


def test_the_limit_has_the_maps_script_its_shapes_and_two_selections(tmp_path: Path) -> None:
    write_page(tmp_path)
    first, second = json.loads((tmp_path / "selections.json").read_text(encoding="utf-8"))
    assert first["areas"] != second["areas"]
    assert (tmp_path / first["src"]).is_file()
    assert "AtlasMap" in (tmp_path / "map.js").read_text(encoding="utf-8")
    texts = [(tmp_path / name).read_text(encoding="utf-8") for name in ("limit.html", "limit.js")]
    assert not any("//" in text.replace("</", "") for text in texts), "it asks no other host"


def test_no_change_leads_to_a_selection_seen_before() -> None:
    seen, indicator, regions = set(), "Police", frozenset[str]()
    for change in plan_walk(["Police", "Judges", "Guards"], ["North", "South"], 8):
        if change.label == "Indicator":
            indicator = change.option
        else:
            regions = regions - {change.option} if change.removes else regions | {change.option}
        assert (indicator, regions) not in seen
        seen.add((indicator, regions))


def test_too_few_filters_for_so_many_changes() -> None:
    assert plan_walk(["Police"], ["North"], 1) == [Change("Sub-region", "North")]
    with pytest.raises(ValueError, match="give 1 changes, not 5"):
        plan_walk(["Police"], ["North"], 5)
