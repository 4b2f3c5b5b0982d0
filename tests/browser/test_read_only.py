"""The atlas writes nothing: it serves from a folder that it cannot write to, as a user who may not."""

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import REPOSITORY, OpenWindow, Server, run_server

pytestmark = pytest.mark.browser

SHIPPED = ("app.py", "pyproject.toml", ".streamlit", "data", "geo", "pages", "seeds", "static")
WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
# Root may write anywhere, unless the two rights that say so are taken from it.
RIGHTS = "-dac_override,-dac_read_search"
AS_NOBODY_SPECIAL = (
    ("setpriv", "--bounding-set", RIGHTS, "--inh-caps", RIGHTS, "--no-new-privs") if os.geteuid() == 0 else ()
)


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """Return a copy of what the image holds, in which nothing can be written."""
    folder = tmp_path / "atlas"
    folder.mkdir()
    for name in SHIPPED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(path.stat().st_mode & ~WRITE)
    yield folder
    for path in paths:
        path.chmod(path.stat().st_mode | stat.S_IWUSR)


@pytest.fixture
def read_only_server(copy: Path, tmp_path: Path) -> Iterator[Server]:
    # A home that does not exist, as the image has none.
    with run_server(tmp_path, copy, ("env", "HOME=/nonexistent", *AS_NOBODY_SPECIAL)) as running:
        yield running


def test_the_atlas_runs_where_nothing_can_be_written(
    copy: Path, read_only_server: Server, open_window: OpenWindow
) -> None:
    tried = subprocess.run(
        [*AS_NOBODY_SPECIAL, "touch", str(copy / "written")], capture_output=True, text=True, check=False
    )
    assert "Permission denied" in tried.stderr, "the folder is not read-only, so this test would prove nothing"
    window = open_window(read_only_server)
    window.open("violence?place=HND")
    window.expect_place("HND", "Honduras")
    with window.page.expect_download() as download:
        window.page.get_by_role("button", name="Download these rows (CSV)").click()
    assert download.value.path().read_text(encoding="utf-8").startswith("iso3,country,")
    expect(window.page.get_by_test_id("stException")).to_have_count(0)
    assert {path.name for path in copy.iterdir()} == set(SHIPPED)
    assert list(copy.rglob("__pycache__")) == []
    assert "Traceback" not in read_only_server.log.read_text(encoding="utf-8")
