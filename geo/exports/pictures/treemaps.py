"""The treemap: zones, in them recipients, in them decisions, in them contracts, each tile as large as its amount."""

from dataclasses import dataclass
from typing import Any

from geo.amount_words import shorten_amount
from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say

Payload = dict[str, Any]

ZONE_HEAD, RECIPIENT_HEAD = 30.0, 24.0
PAD = 3.0


@dataclass(frozen=True)
class Tile:
    """A tile and where it stands."""

    data: Payload
    box: Box


def height(_data: Payload, width: float) -> float:
    """Return the least height of a treemap."""
    return max(520.0, width * 0.38)


def tell(data: Payload) -> tuple[str, ...]:
    """Return what the signs mean, and the sum."""
    is_doubtful = any(one["doubtful"] for one in data["records"].values())
    tiles = (
        say("Tiles are as large as their amounts; “?” and a dashed edge mark a doubtful amount.")
        if is_doubtful
        else say("Tiles are as large as their amounts.")
    )
    return (f"{data['total']} {tiles}",)


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the tiles in three or four levels."""
    if not data["children"]:
        parts.draw_empty(pen, say("No decision or contract under these filters."), box)
        return
    for zone in arrange(data["children"], box):
        _draw_zone(pen, zone, data["records"])


def arrange(tiles: list[Payload], box: Box) -> list[Tile]:
    """Return tiles side by side in a rectangle, as large as their amounts and as square as they can be, the largest first."""
    tiles = sorted((one for one in tiles if one["cents"] > 0), key=lambda one: -one["cents"])
    total = sum(one["cents"] for one in tiles)
    if not tiles or box.width <= 0 or box.height <= 0:
        return []
    scale = box.width * box.height / total
    placed: list[Tile] = []
    while tiles:
        row = _take_row([one["cents"] * scale for one in tiles], min(box.width, box.height))
        taken, tiles = tiles[:row], tiles[row:]
        found, box = _lay(taken, box, scale, is_last=not tiles)
        placed += found
    return placed


def _take_row(areas: list[float], side: float) -> int:
    """How many tiles share the next row: as many as make the worst of them squarer."""
    best, count = float("inf"), 0
    for number in range(1, len(areas) + 1):
        row = areas[:number]
        whole = sum(row)
        worst = max(max(side * side * one / whole**2, whole**2 / (side * side * one)) for one in row)
        if worst > best:
            break
        best, count = worst, number
    return count


def _lay(tiles: list[Payload], box: Box, scale: float, *, is_last: bool) -> tuple[list[Tile], Box]:
    """Tiles in a row along the shorter side of a rectangle, and what is left of it."""
    whole = sum(one["cents"] for one in tiles) * scale
    placed, along = [], 0.0
    if box.width >= box.height:
        depth = box.width if is_last else whole / box.height
        for one in tiles:
            length = one["cents"] * scale / depth
            placed.append(Tile(one, Box(box.left, box.top + along, depth, length)))
            along += length
        return placed, box.inner(left=depth)
    depth = box.height if is_last else whole / box.width
    for one in tiles:
        length = one["cents"] * scale / depth
        placed.append(Tile(one, Box(box.left + along, box.top, length, depth)))
        along += length
    return placed, box.inner(top=depth)


def _draw_zone(pen: Pen, zone: Tile, records: Payload) -> None:
    box, colour = zone.box.inner(PAD, PAD, PAD, PAD), zone.data["light"]
    head = min(ZONE_HEAD, box.height)
    pen.rectangle(Box(box.left, box.top, box.width, head), fill=colour)
    _draw_head(pen, zone.data, Box(box.left, box.top, box.width, head), look.BODY, parts.ink_on(colour))
    for recipient in arrange(zone.data["children"], box.inner(top=head)):
        _draw_recipient(pen, recipient, colour, records)


def _draw_recipient(pen: Pen, recipient: Tile, colour: str, records: Payload) -> None:
    box = recipient.box.inner(0, 0, 2, 2)
    head = min(RECIPIENT_HEAD, box.height)
    pen.rectangle(Box(box.left, box.top, box.width, head), fill=parts.soften(colour, 0.36))
    _draw_head(pen, recipient.data, Box(box.left, box.top, box.width, head), look.TINY, look.INK)
    for decision in arrange(recipient.data["children"], box.inner(top=head)):
        leaves = arrange(decision.data["children"], decision.box) if decision.data["children"] else [decision]
        for leaf in leaves:
            _draw_leaf(pen, leaf, colour, records.get(leaf.data["record"], {}))
        if len(leaves) > 1:
            pen.rectangle(decision.box, stroke=parts.soften(colour, 0.7), width=1.6)


def _draw_head(pen: Pen, data: Payload, box: Box, size: float, ink: str) -> None:
    """A name and its amount; for want of room the amount gives way, then the letters are smaller, then the name is cut."""
    name, amount = data["label"], data["text"]
    room = box.width - 14
    size = next(
        (one for one in (size, size * 0.88, size * 0.78) if fonts.measure(name, one, weight=fonts.BOLD) <= room),
        size * 0.78,
    )
    base = box.top + box.height / 2 + size * 0.36
    name_width = fonts.measure(name, size, weight=fonts.BOLD)
    if name_width + fonts.measure(amount, size, weight=fonts.BOLD) + 14 <= room:
        pen.text(box.left + box.width - 7, base, amount, size, ink, fonts.BOLD, "right")
    pen.text(box.left + 7, base, cut(name, room, size), size, ink, fonts.BOLD)


def cut(text: str, width: float, size: float) -> str:
    """Return as much of a text as there is room for, with an ellipsis where some is left out; nothing where not even that fits."""
    if fonts.measure(text, size, weight=fonts.BOLD) <= width:
        return text
    while text and fonts.measure(f"{text}…", size, weight=fonts.BOLD) > width:
        text = text[:-1].rstrip()
    return f"{text}…" if len(text) > 1 else ""


def _draw_leaf(pen: Pen, leaf: Tile, colour: str, record: Payload) -> None:
    box = leaf.box
    doubtful = bool(record.get("doubtful"))
    pen.rectangle(box, fill=parts.soften(colour, 0.16), stroke=look.GROUND, width=1.4)
    if doubtful:
        pen.rectangle(box.inner(1.5, 1.5, 1.5, 1.5), stroke=look.QUIET, width=1.1, dashes=(0.0, (4.0, 3.0)))
    if box.height < 22 or box.width < 34:
        return
    sign = " ?" if doubtful else ""
    text = next(
        (
            one
            for one in (leaf.data["text"] + sign, shorten_amount(leaf.data["cents"]) + sign)
            if fonts.measure(one, look.TINY, weight=fonts.BOLD) <= box.width - 10
        ),
        "",
    )
    pen.text(box.left + 6, box.top + 18, text, look.TINY, weight=fonts.BOLD)
    if not text or box.width < 90:
        return
    room = int((box.height - 26) / (look.TINY * 1.2))
    lines = fonts.wrap(record.get("title", ""), box.width - 12, look.TINY * 0.95)
    if len(lines) > room > 0:
        lines = [*lines[: room - 1], cut(" ".join(lines[room - 1 :]), box.width - 14, look.TINY * 0.95)]
    for index, line in enumerate(lines[: max(0, room)]):
        pen.text(box.left + 6, box.top + 36 + index * look.TINY * 1.2, line, look.TINY * 0.95, look.QUIET)
