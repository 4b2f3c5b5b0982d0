"""What the figures of a view are called where a reader chooses among them."""

from collections.abc import Iterable

from geo.handout import Drawn
from geo.messages import mark, say

# Messages, for `say`.
_KINDS = {
    "map": mark("Map"),
    "ranking": mark("Ranking"),
    "table": mark("Table"),
    "card": mark("Card"),
    "record": mark("Card"),
    "bars": mark("Bars"),
    "treemap": mark("Treemap"),
    "flow": mark("Flow"),
    "years": mark("Years"),
    "dates": mark("Contract dates"),
    "standouts": mark("What stands out"),
    "scatter": mark("Plot"),
    "relation": mark("How the two measures go together"),
    "side_by_side": mark("Countries side by side"),
    "matrix": mark("Matrix"),
    "neighbours": mark("Ways to other countries"),
    "strips": mark("Among all countries"),
    "facts": mark("Facts"),
    "ledger": mark("Decisions and contracts"),
    "upset": mark("Overlap of groups"),
    "setlist": mark("Sets of countries"),
    "profile": mark("Profile"),
    "distribution": mark("Members beside the others"),
    "signed_bars": mark("Bars"),
    "programmes": mark("Programmes"),
    "programme_cards": mark("Programmes"),
    "timeline": mark("Timeline"),
    "relief_key": mark("Legend"),
    "gap_strip": mark("How far figures are off"),
}
# Kinds whose label begins with the kind, and whose name does not.
_NAMED = ("map", "ranking")
_LENGTH = 70


def name_figures(figures: Iterable[Drawn]) -> dict[str, str]:
    """Return a name for each figure by its key: its kind, and its own title where it has one."""
    return {one.key: _name(one) for one in figures}


def _name(drawn: Drawn) -> str:
    kind = say(_KINDS.get(drawn.kind, drawn.kind.replace("_", " ").capitalize()))
    data = drawn.data
    own = str(data.get("title") or (drawn.kind in _NAMED and data.get("name")) or data.get("label") or "")
    text = say("{label}: {values}", label=kind, values=own) if own and own != kind else kind
    return text if len(text) <= _LENGTH else f"{text[: _LENGTH - 1].rstrip(' ,.;')}…"
