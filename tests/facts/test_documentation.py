"""What the documentation promises is there, and what is there is documented."""

import re
from pathlib import Path

import pytest

from data.seeds import SEED_FOLDER
from data.store import load_table
from geo.indicator_view import list_indicators
from pages.kit.router import PAGES

ROOT = SEED_FOLDER.parent


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def make_targets() -> list[str]:
    first = next(line for line in read("Makefile").splitlines() if line.startswith(".PHONY:"))
    # Installing the browser is a step of other targets, not one that a person calls.
    return [target for target in first.split()[1:] if target != "chromium"]


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.slug)
def test_the_readme_names_every_page(entry: object) -> None:
    assert getattr(entry, "title", "?") in read("README.md")


@pytest.mark.parametrize("target", make_targets())
def test_the_readme_names_every_target_of_make(target: str) -> None:
    assert f"make {target}" in read("README.md")


def test_the_readme_names_no_target_that_make_does_not_have() -> None:
    named = set(re.findall(r"`make ([a-z]+)|^make ([a-z]+)", read("README.md"), flags=re.MULTILINE))
    assert {one or other for one, other in named} <= set(make_targets())


@pytest.mark.parametrize("topic", ["violence", "prisons"])
def test_the_readme_names_what_every_indicator_measures(topic: str) -> None:
    readme = read("README.md").lower()
    for name in list_indicators(topic).values():
        assert any(word.rstrip("s") in readme for word in name.lower().split()), name


def test_files_that_the_documentation_points_to_exist() -> None:
    pointed = re.findall(
        r"`((?:docs|seeds|data|geo|pages|tests|static)/[\w./-]+)`|\]\(((?!http)[\w./-]+)\)",
        "".join(map(read, ("README.md", "CONTRIBUTING.md"))),
    )
    paths = {one or other for one, other in pointed}
    assert paths
    assert {path for path in paths if not (ROOT / path).exists()} == set()


def test_the_changelog_opens_with_the_version_of_the_project() -> None:
    version = re.search(r'^version = "(.+)"$', read("pyproject.toml"), flags=re.MULTILINE)
    newest = re.search(r"^## (\S+)", read("CHANGELOG.md"), flags=re.MULTILINE)
    assert version
    assert newest
    assert newest[1] in (version[1], "Unreleased")


def test_contributing_says_which_file_takes_a_new_row() -> None:
    text = read("CONTRIBUTING.md")
    for name in ("indicators.csv", "indicator_values.csv", "alliances.csv", "memberships.csv", "caveats.csv"):
        assert name in text
        assert (SEED_FOLDER / name).exists()


@pytest.mark.parametrize("column", ["definition", "unit", "column_label", "breaks_note"])
def test_every_indicator_is_explained(column: str) -> None:
    assert load_table("indicators")[column].str.len().min() > 0


def test_no_document_names_a_machine() -> None:
    for path in (
        ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "pyproject.toml")
    ):
        assert not re.search(r"/(?:home|root|tmp|Users)/", Path(path).read_text(encoding="utf-8")), path.name
