"""What all tests share: the choice of the browser tests, and how examples of laws are made."""

import pytest
from hypothesis import settings

# The same examples on every machine, so that a failure can be repeated; how long one takes says nothing about the code.
settings.register_profile("atlas", deadline=None, derandomize=True, database=None)
settings.load_profile("atlas")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choice to drive a browser."""
    parser.addoption("--browser", action="store_true", help="run the tests that drive the served app in Chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the browser tests unless they were asked for, and say how many."""
    if config.getoption("--browser"):
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
