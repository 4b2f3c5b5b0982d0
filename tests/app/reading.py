"""What stands on a page: what its components draw, its texts, its link."""

import json
import re
from typing import Any

from streamlit.testing.v1 import AppTest


def drawn(app: AppTest, key: str) -> dict[str, Any]:
    """Return what a component was given to draw. Raises KeyError where the page does not have it."""
    return put_back({_key(one): json.loads(one.proto.bytes) for one in app.get("bidi_component")}[key])


def put_back(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a figure with the texts that it refers to, as the browser reads it."""
    if "names" in data:
        for row in (row for group in data["groups"] for row in group["rows"] if "dots" in row):
            row["dots"] = [data["usual"] | {"name": data["names"][dot["id"]]} | dot for dot in row["dots"]]
    for row in data.get("rows", ()):
        if "cells" in row:
            # A cell that is a whole number stands for the text of that row in the same column.
            row["cells"] = [
                data["rows"][cell]["cells"][column] if isinstance(cell, int) else cell
                for column, cell in enumerate(row["cells"])
            ]
    return data


def components(app: AppTest) -> set[str]:
    """Return the keys of the components on a page."""
    return {_key(one) for one in app.get("bidi_component")}


def link(app: AppTest) -> dict[str, str]:
    """Return the parameters of the URL."""
    return {name: value if isinstance(value, str) else ",".join(value) for name, value in app.query_params.items()}


def heading(app: AppTest) -> str:
    """Return the finding at the head of a page."""
    return _plain(app.header[0].value)


def told(app: AppTest) -> list[str]:
    """Return the sentences on what a link got wrong."""
    return [line.strip() for warning in app.warning for line in _plain(warning.value).splitlines()]


def words(app: AppTest) -> str:
    """Return every text on a page, for what must not stand there."""
    kinds = (app.title, app.header, app.subheader, app.caption, app.markdown, app.info, app.warning, app.error)
    return "\n".join(_plain(element.value) for kind in kinds for element in kind)


def _plain(text: object) -> str:
    """Return a text without the backslashes that keep Markdown from reading its characters as marks."""
    return re.sub(r"\\(\W)", r"\1", str(text))


def _key(component: Any) -> str:
    return str(component.proto.id).rsplit("-", 1)[1]
