"""The flow: blocks in three columns, and bands between them as wide as their amounts."""

from typing import Any

from matplotlib.path import Path

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say

Payload = dict[str, Any]

BLOCK, GAP, HEAD = 18.0, 26.0, 34.0


def height(data: Payload, _width: float) -> float:
    """Return the least height of a flow: room for two lines of text beside each block."""
    most = max((sum(node["column"] == column for node in data["nodes"]) for column in range(3)), default=1)
    return max(520.0, HEAD + most * 58)


def tell(data: Payload) -> tuple[str, ...]:
    """Return what the colours mean, and the sum."""
    return (f"{data['total']} " + say("Each band has the colour of its programming zone."),)


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw headings, bands, blocks and their names."""
    if not data["nodes"]:
        parts.draw_empty(pen, say("No decision or contract under these filters."), box)
        return
    _Flow(pen, data, box).draw()


class _Flow:
    """Draws one flow."""

    def __init__(self, pen: Pen, data: Payload, box: Box) -> None:
        self.pen, self.data, self.box = pen, data, box
        inner = box.inner(top=HEAD, bottom=16)
        columns = [[node for node in data["nodes"] if node["column"] == column] for column in range(3)]
        total = max(sum(node["cents"] for node in nodes) for nodes in columns)
        most = max(len(nodes) for nodes in columns)
        gap = min(GAP * 1.6, inner.height * 0.45 / max(1, most - 1))
        self.scale = (inner.height - gap * (most - 1)) / total if total else 0.0
        self.blocks: dict[str, Box] = {}
        for column, nodes in enumerate(columns):
            x = box.left + column * (box.width - BLOCK) / 2
            used = sum(node["cents"] for node in nodes) * self.scale
            own = min((inner.height - used) / max(1, len(nodes) - 1), gap * 2.2)
            y = inner.top + (inner.height - used - own * (len(nodes) - 1)) / 2
            for node in nodes:
                high = node["cents"] * self.scale
                self.blocks[node["id"]] = Box(x, y, BLOCK, max(1.5, high))
                y += high + own

    def draw(self) -> None:
        """Draw everything, names last."""
        for column, name in enumerate(self.data["columns"]):
            anchor, x = (
                ("left", self.box.left),
                ("center", self.box.left + self.box.width / 2),
                ("right", self.box.right),
            )[column]
            self.pen.text(x, self.box.top + look.SMALL, name, look.SMALL, look.QUIET, anchor=anchor)
        self._bands()
        for node in self.data["nodes"]:
            self.pen.rectangle(self.blocks[node["id"]], fill=(node["zone"] or {"light": look.QUIET})["light"])
        for node in self.data["nodes"]:
            self._name(node)

    def _bands(self) -> None:
        """Bands leave and arrive in the order of the blocks at their other end."""
        top = {node: box.top for node, box in self.blocks.items()}
        leaving, arriving = dict(top), dict(top)
        starts: dict[str, float] = {}
        for link in sorted(self.data["links"], key=lambda link: (top[link["source"]], top[link["target"]])):
            starts[link["id"]] = leaving[link["source"]]
            leaving[link["source"]] += link["cents"] * self.scale
        for link in sorted(self.data["links"], key=lambda link: (top[link["target"]], top[link["source"]])):
            end = arriving[link["target"]]
            arriving[link["target"]] += link["cents"] * self.scale
            self._band(link, starts[link["id"]], end)

    def _band(self, link: Payload, start: float, end: float) -> None:
        left, right = self.blocks[link["source"]].right, self.blocks[link["target"]].left
        middle, width = (left + right) / 2, max(1.0, link["cents"] * self.scale)
        points = [(left, start), (middle, start), (middle, end), (right, end),
                  (right, end + width), (middle, end + width), (middle, start + width), (left, start + width), (left, start)]  # fmt: skip
        codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
        self.pen.shape(Path(points, codes), fill=f"{link['light']}66")

    def _name(self, node: Payload) -> None:
        box = self.blocks[node["id"]]
        is_last = node["column"] == 2
        x, anchor = (box.left - 10, "right") if is_last else (box.right + 10, "left")
        lines = fonts.wrap(node["label"], self.box.width * 0.21, look.SMALL, weight=fonts.BOLD)
        amount = f" {node['text']}"
        base = box.top + box.height / 2 + look.SMALL * 0.36 - (len(lines) - 1) * look.SMALL * 0.6
        for index, line in enumerate(lines):
            self._write(x, base + index * look.SMALL * 1.2, line, amount if index == len(lines) - 1 else "", anchor)

    def _write(self, x: float, y: float, bold: str, quiet: str, anchor: str) -> None:
        bold_width, quiet_width = fonts.measure(bold, look.SMALL, weight=fonts.BOLD), fonts.measure(quiet, look.SMALL)
        left = x - bold_width - quiet_width if anchor == "right" else x
        self.pen.text(left, y, bold, look.SMALL, weight=fonts.BOLD, halo=look.GROUND)
        if quiet:
            self.pen.text(left + bold_width, y, quiet, look.SMALL, look.QUIET, halo=look.GROUND)
