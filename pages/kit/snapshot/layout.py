"""Where the figures of a page stand in the snapshot: rows of cells, each of which takes the figures of some keys, as on the screen.

A figure that no cell names still stands at the end of its page: nothing that a handout holds is lost.
"""

from dataclasses import dataclass

from geo.messages import mark

# The cell part that takes the card of what is picked.
SIDE = "@side"
# The key of a scene in three dimensions, which the snapshot shows as two flat maps, and the findings of topics, which are links on its first page.
LEFT_OUT = frozenset({"relief_key", "findings"})
_PICKING_PLACES = frozenset(
    {"map", "ranking", "scatter", "relation", "distribution", "profile", "side_by_side", "matrix"}
)
_NARROWING = frozenset({"bars", "treemap", "flow", "years", "dates", "standouts"})
MONEY = frozenset({"commitments", "money"})
# Pages beside whose figures a card of the picked place stands.
WITH_CARDS = frozenset({"overview", "violence", "prisons", "commitments", "money", "need", "alliances", "compare"})


@dataclass(frozen=True)
class Row:
    """A row: its shape (full, wide, halves, thirds), its cells as keys divided by spaces ("bars_*" takes all that begin so).

    Its heading and note are messages, to be said.
    """

    shape: str
    cells: tuple[str, ...]
    title: str = ""
    note: str = ""


def _full(keys: str, title: str = "", note: str = "") -> Row:
    return Row("full", (keys,), title, note)


_GAPS = mark("On each line the middle is what the report prints, and the marks are what Annexes H and I give.")
_INDICATOR = (Row("wide", ("map", f"{SIDE} ranking")), _full("table"))
_ROWS: dict[str, tuple[Row, ...]] = {
    "overview": _INDICATOR,
    "violence": _INDICATOR,
    "prisons": _INDICATOR,
    "commitments": (
        Row("wide", ("map", f"{SIDE} regions ranking")),
        Row("thirds", ("bars_subregion", "bars_zone", "bars_instrument")),
        Row("halves", ("bars_level", "bars_year bars_start")),
        _full("table"),
    ),
    "money": (Row("wide", ("chart_*", f"{SIDE} standouts")), _full("table")),
    "need": (Row("wide", ("map map_need", f"{SIDE} ranking")), _full("table")),
    "reconciliation": (
        Row("halves", ("totals", "share_sets"), mark("Two totals, two sets of shares")),
        _full("sets"),
        _full("reconciliation", mark("The ledger")),
        _full("gaps", mark("How far each figure is off"), _GAPS),
    ),
    "context": (
        Row("halves", ("donors", "donor_totals donor_checks"), mark("Who else gave: donors to the region")),
        _full("donor_table"),
        _full("later_programmes", mark("Programmes after the portfolio")),
        _full("annex_programmes", mark("Programmes that Annex I describes")),
        _full("timeline", mark("Security cooperation, as the documents date it")),
    ),
    "country": (
        _full("neighbours"),
        _full("memberships"),
        Row("halves", ("known", "unknown")),
        _full("strips", mark("Among all countries")),
        _full("narrative unplaced"),
        Row("thirds", ("bars_decision_year", "bars_contract_year", "bars_sector"), mark("EU money for this country alone")),
        _full("ledger programmes"),
        _full("ledger_* regional_programmes", mark("Regional programmes that may cover it")),
        _full("table"),
    ),
    "alliances": (
        Row("wide", ("map", f"sets {SIDE}")),
        _full("upset", mark("Which groups share which countries")),
        _full("distribution", mark("Members beside the others")),
        _full("matrix", mark("Who is in what")),
        Row("halves", ("profile_idb_alliance", "profile_eu_lac_alliance"), mark("What the documents print of the alliances")),
        _full("other_groups", mark("The other groups")),
    ),
    "compare": (Row("wide", ("scatter map", f"{SIDE} relation classes")), _full("table")),
    "gaps": (
        Row("wider", ("matrix", SIDE)),
        _full("subregions groups", mark("By sub-region and by group")),
        _full("caveats", mark("Before comparing countries")),
    ),
    "sources": (
        _full("caveats", mark("What is doubtful, and why")),
        _full("unplaced", mark("Printed, but not placeable")),
        _full("groups memberships", mark("Alliances and other groups")),
        _full("documents", mark("Documents")),
    ),
}  # fmt: skip


def list_rows(slug: str) -> tuple[Row, ...]:
    """Return the rows of a page of the atlas. Raises KeyError for a page that the snapshot does not show."""
    return _ROWS[slug]


def find_role(slug: str, kind: str, key: str) -> str:
    """Return what picking in a figure means: place, record, narrow, event, cell, set, way (to a country's page), or none."""
    if slug == "country":
        return "way" if kind in {"neighbours", "strips", "table"} else "none"
    if kind in _NARROWING:
        return "narrow" if slug in MONEY else "none"
    if kind == "table":
        return "none" if key != "table" else "record" if slug in MONEY else "place"
    if kind == "matrix" and slug == "gaps":
        return "cell" if key == "matrix" else "none"
    return {"timeline": "event", "upset": "set", "setlist": "set"}.get(kind) or (
        "place" if kind in _PICKING_PLACES else "none"
    )
