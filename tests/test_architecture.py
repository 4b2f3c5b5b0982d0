"""The house: which module may import which, how large files may grow, what a page may hold, and no foreign address."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.kit.router import PAGES

ROOT = Path(__file__).parent.parent
LAYERS = ("data", "geo", "pages", "tests")
MODULES = sorted(path for folder in ("data", "geo", "pages") for path in (ROOT / folder).rglob("*.py"))
PAGE_FILES = sorted(path for path in (ROOT / "pages").glob("*.py") if path.name != "__init__.py")
SCRIPTS = sorted((ROOT / "pages").rglob("*.js"))
STYLES = sorted((ROOT / "pages").rglob("*.css"))

# A name space of XML and the profile of Data Packages are names, not addresses that anything asks for; a report to Streamlit is a link
# that a reader may follow.
NAMES = ("http://www.w3.org/", "https://datapackage.org/profiles/", "https://github.com/streamlit/streamlit/issues/")
ADDRESS = re.compile(r"(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s\"'`)]*", re.IGNORECASE)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively: write the whole name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> set[str]:
    return {name for name in imported_by(path) if name.split(".")[0] in LAYERS}


def is_under(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    in_kit = is_under(name_of(path).replace("/", "."), "pages.kit")
    allowed = {
        "data": ("data",),
        "geo": ("geo", "data"),
        "pages": ("pages.kit", "geo", "data") if in_kit else ("pages.kit",),
    }[layer]
    assert {name for name in own_imports(path) if not is_under(name, *allowed)} == set()


@pytest.mark.parametrize("path", [path for path in MODULES if path.relative_to(ROOT).parts[0] != "pages"], ids=name_of)
def test_tables_and_figures_know_nothing_of_streamlit(path: Path) -> None:
    assert not any(is_under(name, "streamlit", "pages") for name in imported_by(path))


@pytest.mark.parametrize("path", [path for path in MODULES if path.relative_to(ROOT).parts[0] == "data"], ids=name_of)
def test_data_knows_no_geometry(path: Path) -> None:
    assert not any(is_under(name, "shapely", "geopandas", "pyproj", "geo") for name in imported_by(path))


# What asks the machine's clock for the time of day; a clock that only measures how long something took is none of these.
CLOCK = re.compile(
    r"\b(?:time\.time|datetime\.(?:now|utcnow|today)|date\.today|Timestamp\.(?:now|today)|localtime|gmtime|fromtimestamp)\b"
)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_number_depends_on_the_time_of_day(path: Path) -> None:
    found = CLOCK.findall(path.read_text(encoding="utf-8"))
    # A line of the log carries its time, and a citation the day on which a number was read: a jump of the clock makes wrong nothing else.
    assert found == [] or name_of(path) in ("pages/kit/log.py", "pages/kit/visitor_day.py")
    assert "ttl=" not in path.read_text(encoding="utf-8"), "a cache that ends by the clock"


def test_app_imports_the_kit_only() -> None:
    assert all(is_under(name, "pages.kit") for name in own_imports(ROOT / "app.py"))
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 40


@pytest.mark.parametrize("path", PAGE_FILES, ids=name_of)
def test_a_page_is_short_and_only_says_what_stands_where(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) < 60
    assert ast.get_docstring(tree), "the docstring stands first: anything else is printed on the page"
    forbidden = (
        ast.FunctionDef,
        ast.AsyncFunctionDef,
        ast.ClassDef,
        ast.Lambda,
        ast.For,
        ast.While,
        ast.ListComp,
        ast.DictComp,
        ast.GeneratorExp,
    )
    assert [type(node).__name__ for node in ast.walk(tree) if isinstance(node, forbidden)] == []
    assert not any(is_under(name, "streamlit", "pandas") for name in imported_by(path))
    assert not re.search(r"\bst\.", text)
    assert not re.search(r"#[0-9a-fA-F]{6}\b", text), "colours belong to geo"


def test_every_page_has_its_file_and_every_file_its_page() -> None:
    assert [path.stem for path in PAGE_FILES] == sorted(entry.slug for entry in PAGES)
    assert len({entry.slug for entry in PAGES}) == len({entry.title for entry in PAGES}) == len(PAGES)
    for entry in PAGES:
        assert f'frame.page("{entry.slug}"' in (ROOT / "pages" / f"{entry.slug}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES + SCRIPTS + STYLES, ids=name_of)
def test_a_module_stays_under_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300, "split it by question"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_nothing_names_an_address_on_another_host() -> None:
    looked_at = [
        ROOT / "app.py",
        ROOT / "pyproject.toml",
        ROOT / ".streamlit" / "config.toml",
        *MODULES,
        *SCRIPTS,
        *STYLES,
    ]
    looked_at += sorted((ROOT / "static").glob("*.svg"))
    found = {name_of(path): addresses_in(path.read_text(encoding="utf-8")) for path in looked_at}
    assert {name: addresses for name, addresses in found.items() if addresses} == {}


def addresses_in(text: str) -> list[str]:
    return [address for address in ADDRESS.findall(text) if not address.startswith(NAMES)]


def test_the_search_for_addresses_finds_some() -> None:
    assert addresses_in('const src = "https://cdn.plot.ly/topojson";') == ["https://cdn.plot.ly/topojson"]
    assert addresses_in("@import url(//fonts.example.org/a.css)") == ["//fonts.example.org/a.css"]
    assert addresses_in('xmlns="http://www.w3.org/2000/svg" // a comment') == []


def test_streamlit_fonts_come_from_this_server() -> None:
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    urls = re.findall(r'^url = "(.+)"$', config, flags=re.MULTILINE)
    assert urls
    assert all((ROOT / url.removeprefix("app/")).is_file() for url in urls)
