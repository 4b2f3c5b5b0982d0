"""What the ledger shows as a whole: why the report prints two totals, and two sets of shares of the same portfolio."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.reconcile import AS_STATED
from data.store import load_records
from geo.classify import format_number
from geo.findings import count, format_eur
from geo.ledger_fit import is_half, tell_exact_changes, tell_fitted_bases, tell_half, tell_levels_on_fitted, tell_way
from geo.reconciliation import Entry, list_entries

_SET_GROUPS = {"levels": "by level", "zones": "by zone", "countries": "by country"}
_SECTIONS = ("Section 4", "Section 6")
_SET_COLUMNS = {
    "set": "Shares", "printed": "Printed, %", "stated": "Come out as stated", "base": "Base on which most come out", "out": "Come out there",
}  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """A heading that says what was found, and the sentences that carry it."""

    title: str
    sentences: tuple[str, ...]


@cache
def tell_totals() -> Finding:
    """Return what explains the two published totals, and what does not."""
    entries = {entry.figure_id: entry for entry in list_entries()}
    summary, section4, ifs = (entries[one] for one in ("summary_total", "section4_total", "section4_ifs"))
    return Finding(
        f"Two totals: {section4.published_text} {_outcome(section4)}; {summary.published_text} {_outcome(summary)}",
        (
            f"As stated, decisions since 2007, Annex H comes to {summary.stated.text}.",
            f"{section4.published_text} of section 4: {_tell_best(section4)} {section4.change}",
            f"{tell_half(section4.figure_id)} {tell_exact_changes(section4.figure_id)}".strip(),
            *map(" ".join, zip(tell_fitted_bases(), tell_levels_on_fitted(), strict=True)),
            f"{ifs.published_text} of the Instrument for Stability in the same paragraph: {_tell_best(ifs)} {ifs.change}",
            f"{summary.published_text} of the summary and the introduction: {_tell_best(summary)} {summary.change}",
        ),
    )


@cache
def tell_share_sets() -> Finding:
    """Return why sections 4 and 6 print different shares of the same portfolio."""
    decisions = load_records("decisions")
    committed = sum(row["committed_eur"] for row in decisions)
    contracted = sum(row["contracted_eur"] for row in decisions)
    waiting = [row for row in decisions if not row["contracts_count"]]
    waiting_bilateral = sum(row["committed_eur"] for row in waiting if row["level"] == "B")
    return Finding(
        "Two sets of shares: section 4 counts money committed, section 6 comes near money contracted",
        (
            "Section 4 says committed. Section 6 says spending and funding and names no measure; its shares lie near amounts contracted "
            "and far from amounts committed.",
            f"The contracts of Annex H come to {format_number(100 * contracted / committed, 1)} % of what its decisions commit, and are spread "
            f"otherwise: {count(len(waiting), 'decision')} of {format_eur(sum(row['committed_eur'] for row in waiting))} had no contract yet, "
            f"{format_eur(waiting_bilateral)} of it bilateral. Neither set corrects the other.",
            "No single base serves the whole of either section; the table says which one serves each part.",
        ),
    )


def tabulate_sets() -> dict[str, Any]:
    """Return a table of the sets of shares: what each section prints, how much comes out as stated, and on which base most of it does."""
    rows = [_describe_set(section, group) for group in _SET_GROUPS for section in _SECTIONS]
    return {
        "label": "The sets of shares, and the base on which most of each comes out",
        "columns": [
            {"id": name, "label": label, "kind": "text", "align": "left"} for name, label in _SET_COLUMNS.items()
        ],
        "rows": [{"id": str(index), "cells": cells, "in": True} for index, cells in enumerate(rows)],
        "selected": None,
        "pick": False,
        "empty": "No sets.",
    }


def _describe_set(section: str, group: str) -> list[str]:
    members = [one for one in list_entries() if one.section == section and one.group == group and not one.is_bound]
    members.sort(key=lambda one: -one.published)
    stated = sum(one.verdict in AS_STATED for one in members)
    base, number = _find_common_base({one.figure_id for one in members})
    printed = ", ".join(one.published_text.removesuffix(" %") for one in members)
    return [
        f"{section}, {_SET_GROUPS[group]}",
        printed,
        f"{stated} of {len(members)}",
        base,
        f"{number} of {len(members)}",
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


def _outcome(entry: Entry) -> str:
    outcome = {"other_base": "comes out on another base", "does_not_come_out": "comes out on none"}
    row = next(one for one in load_records("published_figures") if one["figure_id"] == entry.figure_id)
    rounded = f", with a half rounded {tell_way(row)}" if is_half(row) else ""
    return f"{outcome.get(entry.verdict, 'comes out')}{rounded}"


def _tell_best(entry: Entry) -> str:
    if entry.comes_out:
        return f"comes out as {entry.best.text} on another base ({entry.best.base[0].lower()}{entry.best.base[1:]})."
    return f"comes out on none of the bases tried; the nearest gives {entry.best.text}."
