"""What the ledger shows as a whole: why the report prints two totals, and two sets of shares of the same portfolio."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from data.reconcile import AS_STATED
from geo.amount_words import count_decisions
from geo.citing import name_part
from geo.findings import format_eur
from geo.ledger_fit import (
    is_half,
    is_rounded_down,
    tell_exact_changes,
    tell_fitted_bases,
    tell_half,
    tell_levels_on_fitted,
)
from geo.messages import cached, mark, say
from geo.reconciliation import Entry, list_entries
from geo.spelling import format_number, lower_start
from geo.spoken import load_records

_SET_GROUPS = {"levels": mark("by level"), "zones": mark("by zone"), "countries": mark("by country")}
_SECTIONS = ("Section 4", "Section 6")
# What became of a total, by verdict and by the way in which a half was rounded for it.
_COMES_OUT = {
    "": mark("{total} comes out"),
    "down": mark("{total} comes out, with a half rounded down"),
    "up": mark("{total} comes out, with a half rounded up"),
}
_OUTCOMES = {
    "other_base": {
        "": mark("{total} comes out on another base"),
        "down": mark("{total} comes out on another base, with a half rounded down"),
        "up": mark("{total} comes out on another base, with a half rounded up"),
    },
    "does_not_come_out": {"": mark("{total} comes out on none")},
}
_SET_COLUMNS = {
    "set": mark("Shares"), "printed": mark("Printed, %"), "stated": mark("Come out as stated"),
    "base": mark("Base on which most come out"), "out": mark("Come out there"),
}  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """A heading that says what was found, and the sentences that carry it."""

    title: str
    sentences: tuple[str, ...]


@cached
def tell_totals() -> Finding:
    """Return what explains the two published totals, and what does not."""
    entries = {entry.figure_id: entry for entry in list_entries()}
    summary, section4, ifs = (entries[one] for one in ("summary_total", "section4_total", "section4_ifs"))
    return Finding(
        say("Two totals: {first}; {second}", first=_tell_outcome(section4), second=_tell_outcome(summary)),
        (
            say("As stated, decisions since 2007, Annex H comes to {amount}.", amount=summary.stated.text),
            _tell_best(say("{amount} of section 4", amount=section4.published_text), section4),
            f"{tell_half(section4.figure_id)} {tell_exact_changes(section4.figure_id)}".strip(),
            *map(" ".join, zip(tell_fitted_bases(), tell_levels_on_fitted(), strict=True)),
            _tell_best(
                say("{amount} of the Instrument for Stability in the same paragraph", amount=ifs.published_text), ifs
            ),
            _tell_best(say("{amount} of the summary and the introduction", amount=summary.published_text), summary),
        ),
    )


@cached
def tell_share_sets() -> Finding:
    """Return why sections 4 and 6 print different shares of the same portfolio."""
    decisions = load_records("decisions")
    committed = sum(row["committed_eur"] for row in decisions)
    contracted = sum(row["contracted_eur"] for row in decisions)
    waiting = [row for row in decisions if not row["contracts_count"]]
    waiting_bilateral = sum(row["committed_eur"] for row in waiting if row["level"] == "B")
    return Finding(
        say("Two sets of shares: section 4 counts money committed, section 6 comes near money contracted"),
        (
            say(
                "Section 4 says committed. Section 6 says spending and funding and names no measure; its shares lie near amounts contracted "
                "and far from amounts committed."
            ),
            say(
                "The contracts of Annex H come to {share} % of what its decisions commit, and are spread otherwise: "
                "{decisions} of {amount} had no contract yet, {bilateral} of it bilateral. Neither set corrects the other.",
                share=format_number(100 * contracted / committed, 1),
                decisions=count_decisions(len(waiting)),
                amount=format_eur(sum(row["committed_eur"] for row in waiting)),
                bilateral=format_eur(waiting_bilateral),
            ),
            say("No single base serves the whole of either section; the table says which one serves each part."),
        ),
    )


def tabulate_sets() -> dict[str, Any]:
    """Return a table of the sets of shares: what each section prints, how much comes out as stated, and on which base most of it does."""
    rows = [_describe_set(section, group) for group in _SET_GROUPS for section in _SECTIONS]
    return {
        "label": say("The sets of shares, and the base on which most of each comes out"),
        "columns": [
            {"id": name, "label": say(label), "kind": "text", "align": "left"} for name, label in _SET_COLUMNS.items()
        ],
        "rows": [{"id": str(index), "cells": cells, "in": True} for index, cells in enumerate(rows)],
        "selected": None,
        "pick": False,
        "empty": say("No sets."),
    }


def _describe_set(section: str, group: str) -> list[str]:
    members = [one for one in list_entries() if one.section == section and one.group == group and not one.is_bound]
    members.sort(key=lambda one: -one.published)
    stated = sum(one.verdict in AS_STATED for one in members)
    base, number = _find_common_base({one.figure_id for one in members})
    printed = ", ".join(one.published_number for one in members)
    return [
        f"{name_part(section)}, {say(_SET_GROUPS[group])}",
        printed,
        say("{number} of {count}", number=stated, count=len(members)),
        base,
        say("{number} of {count}", number=number, count=len(members)),
    ]


def _find_common_base(figure_ids: set[str]) -> tuple[str, int]:
    """The base on which most of some figures come out, with what has to be counted otherwise for it, and how many do."""
    trials = [
        row for row in load_records("reconciliation_trials") if row["figure_id"] in figure_ids and row["comes_out"]
    ]
    most = Counter(base_id for _, base_id in {(row["figure_id"], row["base_id"]) for row in trials})
    bases = {row["base_id"]: row["name"] for row in load_records("reconciliation_bases")}
    base_id = max(bases, key=lambda one: most[one])
    there = [row for row in trials if row["base_id"] == base_id]
    plain = {row["figure_id"] for row in there if not row["other_note"]}
    ways = dict.fromkeys(row["other_note"] for row in there if row["figure_id"] not in plain)
    return ", ".join([bases[base_id], *ways]), most[base_id]


def _tell_outcome(entry: Entry) -> str:
    row = next(one for one in load_records("published_figures") if one["figure_id"] == entry.figure_id)
    way = _find_way(row)
    return say(_OUTCOMES.get(entry.verdict, _COMES_OUT)[way], total=entry.published_text)


def _find_way(row: dict[str, Any]) -> str:
    """Which way a half was rounded, if the figure hangs on one."""
    if not is_half(row):
        return ""
    return "down" if is_rounded_down(row) else "up"


def _tell_best(figure: str, entry: Entry) -> str:
    """On which base a figure comes out or comes nearest, and what would make it come out as stated."""
    if entry.comes_out:
        told = say(
            "{figure}: comes out as {value} on another base ({base}).",
            figure=figure, value=entry.best.text, base=lower_start(entry.best.base),
        )  # fmt: skip
    else:
        told = say(
            "{figure}: comes out on none of the bases tried; the nearest gives {value}.",
            figure=figure, value=entry.best.text,
        )  # fmt: skip
    return f"{told} {entry.change}"
