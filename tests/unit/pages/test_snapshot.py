"""The parts of the snapshot: its folder, its links, its scripts."""

import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.handout import Handout
from pages.kit import handouts, router, snapshot, story_views, urlstate
from pages.kit.snapshot import folder as folder_module
from pages.kit.snapshot import layout, scripts
from pages.kit.snapshot.__main__ import main
from pages.kit.snapshot.build import build
from pages.kit.snapshot.folder import MARK, SUMS, Folder, NoSnapshotError, TooLargeError
from pages.kit.snapshot.links import rewrite, translate
from pages.kit.snapshot.plan import StaticPage, list_pages
from pages.kit.snapshot.stories import draw_story, find_view, list_stories
from pages.kit.snapshot.views import Bundle, Ground, add_view, read_state


def test_a_folder_has_one_content_by_name_whatever_its_capitals() -> None:
    folder = Folder()
    folder.add("data/a.csv", "one")
    folder.add("data/a.csv", b"one")
    with pytest.raises(ValueError, match=r"data/a\.csv"):
        folder.add("data/a.csv", "two")
    with pytest.raises(ValueError, match=r"data/A\.csv"):
        folder.add("data/A.csv", "one")
    assert folder.files == {"data/a.csv": b"one"}


def test_a_snapshot_takes_the_place_of_an_earlier_one_and_of_nothing_else(tmp_path: Path) -> None:
    folder = Folder()
    folder.add("index.html", "new")
    old = tmp_path / "old"
    old.mkdir()
    (old / "thesis.txt").write_text("years of work")
    with pytest.raises(NoSnapshotError, match="something else"):
        folder.write(old)
    assert [path.name for path in old.iterdir()] == ["thesis.txt"]

    # Built tables have checksums too.
    (old / SUMS).write_text("0000  countries.csv\n")
    with pytest.raises(NoSnapshotError, match="something else"):
        folder.write(old)
    with pytest.raises(NoSnapshotError, match="something else"):
        folder.write(old / "thesis.txt")
    assert (old / "thesis.txt").read_text() == "years of work"

    (old / SUMS).write_text(f"0000  {MARK}\n")
    folder.write(old)
    assert sorted(path.name for path in old.iterdir()) == [SUMS, "index.html"]


def test_every_snapshot_can_be_known_as_one() -> None:
    assert MARK in build(frozenset()).files


def test_a_snapshot_that_is_too_large_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "MOST_BYTES", 100)
    folder = Folder()
    folder.add("index.html", "x" * 101)
    with pytest.raises(TooLargeError, match="expected at most 100"):
        folder.write(tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("country?v=1&place=HND", "country-HND.html"),
        ("country", "countries.html"),
        ("violence?v=1&indicator=rule_of_law", "rule_of_law.html"),
        ("sources?v=1", "sources.html"),
        ("overview", "../index.html"),
        ("money?v=1&measure=contracted&record=288331", "money.html#measure=contracted&record=288331"),
        ("money?v=1&measure=committed&level=R&early=include", "money.html#measure=committed&by-level=R"),
        # What only a server can filter by has no address here.
        ("money?v=1&measure=committed&level=R,T", None),
        ("money?v=1&measure=committed&q=police", None),
        ("money?v=1&measure=committed&early=leave_out", None),
        ("//example.org/money", None),
        ("javascript:alert(1)", None),
        ("nowhere?v=1", None),
    ],
)
def test_addresses_of_the_atlas_lead_into_the_snapshot_or_nowhere(address: str, found: str | None) -> None:
    assert translate(address) == found


def test_links_are_led_on_wherever_they_stand_and_other_texts_stay() -> None:
    data = {
        "rows": [
            {
                "cells": [{"t": "1 decision", "href": "sources?v=1"}, {"t": "href", "href": "money?q=a"}],
                "title": "sources?v=1",
            }
        ]
    }
    assert rewrite(data, "atlas/") == {
        "rows": [
            {
                "cells": [{"t": "1 decision", "href": "atlas/sources.html"}, {"t": "href", "href": None}],
                "title": "sources?v=1",
            }
        ]
    }


@settings(max_examples=40)
@given(
    st.recursive(
        st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_data_inside_a_page_can_neither_end_its_element_nor_open_another(data: object) -> None:
    assert "<" not in scripts.to_inline_json(data)


def test_every_kind_of_figure_becomes_a_classic_script() -> None:
    modules = scripts.find_modules()
    assert {"map", "ranking", "table", "treemap", "stage", "search"} <= set(modules)
    for kind in modules:
        script = scripts.write_figure(kind)
        assert "\nexport " not in script
        assert f'atlas.kinds["{kind}"] = show;' in script


def test_every_page_with_a_view_is_planned_and_every_view_is_one_that_the_atlas_knows() -> None:
    pages = list_pages()
    names = [page.name for page in pages]
    assert len(names) == len(set(names))
    assert {entry.slug for entry in router.PAGES} - {page.slug for page in pages} == {
        "overview", "check", "access", "stories",
    }  # fmt: skip
    for page in pages:
        assert layout.list_rows(page.slug)
        for _, parameters in page.list_views():
            read_state(page.slug, parameters)  # raises for what no page knows
    with pytest.raises(ValueError, match="femicides"):
        read_state("violence", {"indicator": "femicides"})


def test_a_view_is_found_by_what_it_shows() -> None:
    assert find_view("violence", {"indicator": "homicide_rate"}) == "homicide_rate.html"
    caribbean = {"indicator": "rule_of_law", "subregion": "caribbean", "place": "JAM"}
    assert find_view("violence", caribbean) == "rule_of_law.html#subregion=caribbean&place=JAM"
    assert find_view("money", {"measure": "contracted", "chart": "flow"}) == "money.html#measure=contracted&chart=flow"
    # No such view is held, and the page that is nearest to it says something else.
    assert find_view("violence", {"indicator": "rule_of_law", "doubtful": "hide"}) == ""
    assert find_view("country", {"place": "COL"}) == "country-COL.html"
    assert find_view("country", {}) == "countries.html"
    assert "v" in urlstate.write(urlstate.ViewState(), "violence")


def open_address(address: str) -> Handout:
    """Return the view that a page of the snapshot shows at an address."""
    name, _, state = address.partition(".html")
    way = parse_qs(state.removeprefix("#"))
    page = next(one for one in list_pages() if one.name == name)
    key = "|".join(way.get(choice.name, list(choice.options))[0] for choice in page.choices)
    return handouts.make(page.slug, read_state(page.slug, dict(page.list_views())[key]))


def test_a_step_of_a_story_leads_to_its_own_view_or_nowhere() -> None:
    drawn = {one.name: draw_story(one.story)["steps"] for one in list_stories()}
    for one in list_stories():
        for step, told in zip(one.story.steps, drawn[one.name], strict=True):
            if told["link"]:
                here, there = story_views.open_step(step).handout, open_address(told["link"])
                assert here
                assert (there.title, there.below, there.filters) == (here.title, here.below, here.filters)
    # Contracted money, another pair of measures, decisions from 2007 on, members of both: views that only the live atlas has.
    assert drawn["money"][3]["link"] == drawn["prisons"][3]["link"] == drawn["adds-up"][2]["link"] == ""
    assert {told["link"] for told in drawn["alliances"][1:5]} == {""}
    assert all(told["link"] for told in drawn["region"])


def test_a_step_whose_view_is_not_held_leads_to_the_live_atlas_where_that_is_known() -> None:
    prisons = next(one.story for one in list_stories() if one.name == "prisons")
    # Twice: what is drawn is kept, and must not be changed.
    held, hidden = [draw_story(prisons, live)["steps"] for live in ("", "https://atlas.example.org/")][1][:2]
    assert (held["link"], held["way"]) == ("prison_occupancy_pct.html", "Open this view")
    assert hidden["link"].startswith("https://atlas.example.org/prisons?v=1&lang=en&indicator=prison_occupancy_pct&")
    assert hidden["way"] == "Open this view in the live atlas"


@pytest.mark.parametrize(("live", "prefix"), [("https://atlas.example.org/x/", ""), ("", "atlas/")])
def test_a_view_leads_to_the_same_view_of_the_live_atlas_where_that_is_known(live: str, prefix: str) -> None:
    bundle, folder = Bundle(), Folder()
    page = StaticPage("rule_of_law", "violence", "Rule of law", {"indicator": "rule_of_law", "subregion": "caribbean"})
    add_view(bundle, Ground(folder, prefix, live), page, "all", page.parameters)
    view = bundle.views["all"]
    assert view["live"].startswith(f"{live}violence?v=1&lang=en&indicator=rule_of_law" if live else "")
    assert bool(view["live"]) == bool(live)
    assert view["csv"] == ("" if prefix else "../") + next(iter(folder.files))
    assert {figure["data"] for figure in view["figures"]} == set(bundle.figures)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_snapshot_says_its_language_and_its_scripts_speak_it(language: str) -> None:
    files = build(frozenset(), language).files
    for name in ("index.html", MARK):
        assert f'<html lang="{language}">' in files[name].decode()
    runtime = next(
        raw.decode() for name, raw in files.items() if name.startswith("atlas/assets/atlas-") and name.endswith(".js")
    )
    assert f'LANGUAGE = "{language}"' in runtime
    assert runtime.count("const say =") == 1


def test_no_word_of_a_template_stands_there_bare() -> None:
    for path in sorted((Path(snapshot.__file__).parent / "templates").glob("*.html")):
        plain = re.sub(r"{[{%].*?[%}]}|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{3,}", plain) in ([], ["CSV"])


@pytest.mark.parametrize("arguments", [[], ["a", "xx"], ["a", "es", "b"]])
def test_a_wrong_call_is_told_and_writes_nothing(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert f'found "{" ".join(arguments) or "nothing"}", expected one folder' in told
