"""The limit: the atlas's own map as a static page with the values of two selections, repainted by a key press without any server."""

import http.server
import json
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from geo.figures import choropleth
from geo.indicator_view import build_indicator_view
from geo.selection import Selection
from pages.kit import components

ROOT = Path(__file__).parents[3]
SELECTIONS = (Selection("prison_occupancy_pct"), Selection("police_per_100k", subregions=("caribbean",)))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: what is asked for is known."""


def write_page(folder: Path) -> None:
    """Write the page into a folder: the map's script, its file of shapes, and what it paints for each selection."""
    here = Path(__file__).parent
    for name in ("limit.html", "limit.js"):
        shutil.copy(here / name, folder / name)
    script = next(
        text for name, text in components.ASSETS.items() if name.startswith("map-") and name.endswith(".en.js")
    )
    (folder / "map.js").write_text(script, encoding="utf-8")
    painted = [choropleth.draw_indicator(build_indicator_view(one), "") for one in SELECTIONS]
    for drawn in painted:
        shapes = Path(drawn["src"]).name
        shutil.copy(ROOT / "static" / shapes, folder / shapes)
        drawn |= {"src": shapes, "usual": {}}
    (folder / "selections.json").write_text(json.dumps(painted), encoding="utf-8")


@contextmanager
def serve_limit() -> Iterator[str]:
    """Return the address of the page, whose files come from this process; after that it is not asked again."""
    with tempfile.TemporaryDirectory() as folder:
        write_page(Path(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/limit.html"
        finally:
            server.shutdown()
            server.server_close()
