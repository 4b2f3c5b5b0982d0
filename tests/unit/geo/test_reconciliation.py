"""The ledger in words, in order and filtered, and what its figures draw."""

import pytest

from geo import ledger_words as words
from geo.figures.gap_strip import Scale, draw_gaps, draw_share_sets, draw_totals
from geo.figures.ledger_table import extract_ledger, tabulate_reconciliation
from geo.ledger_findings import tabulate_sets, tell_share_sets, tell_totals
from geo.ledger_fit import tell_exact_changes, tell_half
from geo.reconciliation import VERDICTS, build_ledger_view, list_entries

USUAL = {
    "unit": "eur_m", "published": 366.0, "published_printed": "366", "wording_id": "plain", "recomputed_as_stated": 381.0, "stated_base": "committed",
    "change_kind": "rows", "change_size": 1, "change_sets": 1, "change_bound": 3, "changes": "without A",
}  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, "One decision, and no other: leaving out A."),
        (
            {"change_size": 2, "change_sets": 2, "changes": "without A + with B | moving in C + moving out D"},
            "Two decisions counted otherwise, in 2 ways: leaving out A and counting B too; or counting C into the share "
            "and counting D out of the share. Which, if any, cannot be known.",
        ),
        (
            {"change_sets": 59, "changes": None, "stated_base": "contracted"},
            "One contract counted otherwise; 59 sets of that size would do, so which cannot be known.",
        ),
        ({"change_kind": "none_found"}, "None found: no set of up to 3 decisions does, left out or counted."),
        ({"change_kind": "amount"}, "Annex H would have to print EUR 366 million, not EUR 381.0 million."),
        ({"change_kind": "count", "published": 4.0, "recomputed_as_stated": 3.0}, "1 more would have to be counted."),
        ({"change_kind": "none_needed"}, ""),
        ({"change_kind": None}, ""),
    ],
)  # fmt: skip
def test_the_smallest_change_in_words(cells: dict[str, object], told: str) -> None:
    assert words.tell_change(USUAL | cells) == told


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, "EUR 366 million"),
        ({"unit": "pct", "published": 9.0, "published_printed": "nine"}, "9 %"),
        ({"unit": "pct", "published": 50.0, "published_printed": "majority", "wording_id": "more_than"}, "more than 50 %"),
        ({"published": 2.35, "published_printed": "2.35", "wording_id": "about"}, "EUR 2.35 million"),
    ],
)  # fmt: skip
def test_a_published_number_in_words(cells: dict[str, object], told: str) -> None:
    assert words.tell_published(USUAL | cells) == told


def test_a_difference_has_a_sign_and_zero_has_none() -> None:
    assert [words.tell_difference(USUAL, value) for value in (15.0, -0.5, 0.0, 0.01, None)] == [
        "+15.0",
        "−0.5",
        "0.0",
        "0.0",
        "",
    ]


def test_the_headline_counts_every_figure_once() -> None:
    view = build_ledger_view("gap", ())
    counts = dict(view.counts)
    out = counts["exact"] + counts["within_rounding"] + counts["holds"] + counts["other_base"]
    assert sum(counts.values()) == len(view.entries) == len(view.shown)
    assert view.headline.startswith(f"{out} of {len(view.entries)} published figures come out")
    assert f"{counts['does_not_come_out']} come out on none" in view.headline


def test_what_comes_out_on_no_base_stands_first_by_its_gap() -> None:
    shown = build_ledger_view("gap", ()).shown
    unexplained = [entry for entry in shown if entry.verdict == "does_not_come_out"]
    gaps = [entry.best.gap or 0 for entry in unexplained]
    assert shown[: len(unexplained)] == tuple(unexplained)
    assert gaps == sorted(gaps, reverse=True)
    assert shown[-1].verdict == "not_in_annex"


def test_the_order_of_the_report_is_that_of_its_pages() -> None:
    pages = [entry.page for entry in build_ledger_view("page", ()).shown]
    assert pages == sorted(pages)
    assert pages != [entry.page for entry in build_ledger_view("gap", ()).shown]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_filter_leaves_the_figures_of_its_verdict(verdict: str) -> None:
    view = build_ledger_view("gap", (verdict,))
    assert {entry.verdict for entry in view.shown} == {verdict}
    assert dict(view.counts)[verdict] == len(view.shown)
    assert len(view.entries) > len(view.shown)


def test_the_table_and_the_download_hold_the_same_figures_in_the_same_order() -> None:
    view = build_ledger_view("page", ("other_base", "does_not_come_out"))
    table, rows = tabulate_reconciliation(view), extract_ledger(view)
    assert [row["id"] for row in table["rows"]] == list(rows["figure_id"])
    assert {"smallest_change", "verdict", "explanation", "numerator", "difference_as_stated"} <= set(rows.columns)
    assert all(len(row["cells"]) == len(table["columns"]) for row in table["rows"])


def test_a_row_of_the_table_leads_to_what_it_counts() -> None:
    rows = {row["id"]: row["cells"] for row in tabulate_reconciliation(build_ledger_view("gap", ()))["rows"]}
    link = next(cell for cell in rows["section6_bilateral"] if isinstance(cell, dict) and "href" in cell)
    assert link["href"] == "money?v=1&lang=en&measure=contracted&early=include&level=B"
    assert link["t"] == "119 contracts"
    assert "Share of bilateral money" in link["about"]
    assert not any(isinstance(cell, dict) and "href" in cell for cell in rows["footnote43_casac_spent"])


def test_what_annex_h_does_not_have_is_empty_and_not_zero() -> None:
    rows = {row["id"]: row["cells"] for row in tabulate_reconciliation(build_ledger_view("gap", ()))["rows"]}
    assert {"t": "", "v": None} in rows["footnote43_casac_spent"]
    drawn = next(
        row for group in draw_gaps(list_entries())["groups"] for row in group["rows"] if row["label"] == "CASAC spent"
    )
    assert drawn["marks"] == []
    assert drawn["verdict"] == "not in Annex H"


def test_every_figure_has_one_line_and_every_mark_stands_on_it() -> None:
    groups = draw_gaps(list_entries())["groups"]
    rows = [row for group in groups for row in group["rows"]]
    assert len(rows) == len(list_entries())
    assert all(0 <= mark["x"] <= 1 for row in rows for mark in row["marks"])
    assert {mark["cut"] for row in rows for mark in row["marks"]} == {"", "low", "high"}


def test_a_mark_on_another_base_is_drawn_only_where_the_figure_comes_out_there() -> None:
    for group in draw_gaps(list_entries())["groups"]:
        for row in group["rows"]:
            assert ("best" in [mark["kind"] for mark in row["marks"]]) == (row["verdict_id"] == "other_base")


def test_both_totals_stand_on_one_line_with_three_bases_of_one_measure() -> None:
    rows = draw_totals(list_entries())["groups"][0]["rows"]
    assert [row["published"] for row in rows] == ["366", "366", "378", "381.0", "378.5", "417.9"]
    assert not any("contract" in row["label"].lower() for row in rows)


def test_shares_of_both_sections_are_paired_by_what_they_are_of() -> None:
    groups = draw_share_sets(list_entries())["groups"]
    labels = [row["label"] for group in groups for row in group["rows"]]
    assert {"Bilateral", "Caribbean", "Colombia"} <= set(labels)
    assert "Peru" not in labels
    assert all(len(row["marks"]) == 4 and len(row["sides"]) == 2 for group in groups for row in group["rows"])


def test_the_findings_say_what_explains_and_what_does_not() -> None:
    totals, shares = tell_totals(), tell_share_sets()
    assert (
        totals.title
        == "Two totals: EUR 378 million comes out on another base, with a half rounded down; EUR 366 million comes out on none"
    )
    assert any("leaving out IFS/2008/020-274" in sentence for sentence in totals.sentences)
    assert "cannot be known" in totals.sentences[-1]
    assert (
        "EUR 378.5 million is EUR 378 million only with the half rounded down, while in the same paragraph EUR 49.5 million "
        "(European Development Fund) is printed as EUR 50 million, rounded up. Leaving out DCI-ALA/2010/022-399 instead gives "
        "EUR 378.0 million, with nothing to round."
    ) in totals.sentences
    assert any(
        "82.46 %, 11.20 % and 6.34 %" in one and "so that 83 % does not come out" in one for one in totals.sentences
    )
    assert "37.6 %" in " ".join(shares.sentences)
    assert ["Section 4, by level", "83, 11, 6", "1 of 3", "Committed, all decisions", "3 of 3"] in [
        row["cells"] for row in tabulate_sets()["rows"]
    ]


def test_a_base_that_was_fitted_to_one_number_is_called_so_in_the_notes() -> None:
    notes = [one for one in build_ledger_view("gap", ()).notes if "was found by fitting one printed number" in one]
    assert len(notes) == 1
    assert "EUR 24 million of the Instrument for Stability" in notes[0]


def test_a_half_is_told_only_where_a_figure_hangs_on_it() -> None:
    assert tell_half("section4_migr") == ""
    assert tell_half("section4_bilateral") == ""
    assert tell_half("section4_edf").startswith("EUR 49.5 million is EUR 50 million only with the half rounded up")
    assert tell_exact_changes("summary_total") == ""


def test_a_bound_that_holds_is_not_called_rounded() -> None:
    bounds = [entry for entry in list_entries() if entry.is_bound and entry.comes_out]
    assert {entry.verdict for entry in bounds} == {"holds"}
    assert {entry.stated.gap for entry in bounds} == {0}
    assert not any(entry.verdict == "holds" for entry in list_entries() if not entry.is_bound)


def test_a_scale_has_round_ticks_inside_its_ends() -> None:
    scale = Scale(-1.2, 1.2)
    ticks = scale.ticks(" %")
    assert [tick["text"] for tick in ticks][2] == "0.0 %"
    assert all(0 <= tick["x"] <= 1 for tick in ticks)
    assert (scale.at(5), scale.cut(5), scale.cut(-5), scale.cut(0)) == (1.0, "high", "low", "")
