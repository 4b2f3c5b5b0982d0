"""What all tests share: the choice of the browser tests, and how examples of laws are made."""

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine, so that a failure can be repeated; how long one takes says nothing about the code.
settings.register_profile("atlas", deadline=None, derandomize=True, database=None)
settings.load_profile("atlas")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choice to drive a browser."""
    parser.addoption("--browser", action="store_true", help="run the tests that drive the served app in Chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the browser tests unless they were asked for, and say how many; they come last, after what is quick."""
    if config.getoption("--browser"):
        # Playwright keeps a running loop in the main thread, beside which no test could run one of its own.
        items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the whole snapshot, made once for all tests."""
    from pages.kit.snapshot.build import build  # noqa: PLC0415 (the whole atlas: only for who asks for it)

    target = tmp_path_factory.mktemp("snapshot") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("ATLAS_URL", raising=False)
        build().write(target)
    return target
