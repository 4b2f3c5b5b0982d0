"""The app as a visitor opens it, without a browser."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parent.parent.parent / "app.py"


@pytest.fixture(scope="session", autouse=True)
def packages_are_read_once() -> Iterator[None]:
    """Keep what Streamlit finds in the installed packages: it would read all of them anew for each app that is opened."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def open_page() -> Callable[..., AppTest]:
    """Return a function that opens a page by its slug, with the parameters of a link."""

    def open_app(slug: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=30)
        for name, value in query.items():
            app.query_params[name] = value
        return app.switch_page(f"pages/{slug}.py").run()

    return open_app
