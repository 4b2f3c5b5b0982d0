"""The preview of a picture: kept for the same view under the same address, and drawn anew for another."""

from dataclasses import replace

import pytest

from geo.exports.pictures import naming
from pages.kit import handouts, take_picture, worker
from pages.kit.urlstate import ViewState


def test_a_preview_is_not_shared_between_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    take_picture._preview.clear()
    monkeypatch.setattr(worker, "run", lambda _draw, picture, _format: picture.link.encode())
    handout = handouts.make("violence", ViewState())
    drawn = naming.list_drawable(handout)[0]
    picture = naming.make_picture(handout, drawn, "https://one.example/")
    for link in ("https://one.example/", "https://two.example/"):
        asked = replace(picture, link=link)
        assert take_picture._preview(("violence",), drawn.key, asked.link, asked) == link.encode()
    take_picture._preview.clear()
