"""What the figures of a view are called where a reader chooses among them."""

from collections.abc import Iterable

from geo.handout import Drawn

_KINDS = {
    "map": "Map", "ranking": "Ranking", "table": "Table", "card": "Card", "record": "Card", "bars": "Bars", "treemap": "Treemap",
    "flow": "Flow", "years": "Years", "dates": "Contract dates", "standouts": "What stands out", "scatter": "Plot",
    "relation": "How the two measures go together", "side_by_side": "Countries side by side", "matrix": "Matrix",
    "neighbours": "Ways to other countries", "strips": "Among all countries", "facts": "Facts", "ledger": "Decisions and contracts",
    "upset": "Overlap of groups", "setlist": "Sets of countries", "profile": "Profile", "distribution": "Members beside the others",
    "signed_bars": "Bars", "programmes": "Programmes", "programme_cards": "Programmes", "timeline": "Timeline",
    "relief_key": "Legend", "gap_strip": "How far figures are off",
}  # fmt: skip
_LENGTH = 70


def name_figures(figures: Iterable[Drawn]) -> dict[str, str]:
    """Return a name for each figure by its key: its kind, and its own title where it has one."""
    return {one.key: _name(one) for one in figures}


def _name(drawn: Drawn) -> str:
    kind = _KINDS.get(drawn.kind, drawn.kind.replace("_", " ").capitalize())
    own = str(drawn.data.get("title") or drawn.data.get("label") or "").removeprefix(f"{kind}: ")
    text = f"{kind}: {own}" if own and own != kind else kind
    return text if len(text) <= _LENGTH else f"{text[: _LENGTH - 1].rstrip(' ,.;')}…"
