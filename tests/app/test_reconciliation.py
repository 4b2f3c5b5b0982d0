"""The page that asks whether it adds up: counts, order, filter, link and download."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.app.reading import components, drawn, heading, link, told, words

Open = Callable[..., AppTest]


def ids(app: AppTest) -> list[str]:
    return [row["id"] for row in drawn(app, "reconciliation")["rows"]]


def test_the_headline_counts_how_many_of_how_many_come_out(open_page: Open) -> None:
    app = open_page("reconciliation")
    assert heading(app) == (
        "58 of 87 published figures come out on the rows of Annexes H and I, 14 of them only on another base than stated; 23 come out on none"
    )
    assert len(ids(app)) == 87
    assert "3 hold that are bounds" in words(app)
    assert link(app) == {"v": "1", "lang": "en", "sort": "gap", "verdict": ""}
    assert {"totals", "share_sets", "sets", "reconciliation", "gaps"} <= components(app)
    assert "Reading this" in [one.value for one in app.subheader]
    assert not app.error


def test_the_two_totals_and_the_two_sets_of_shares_are_explained_first(open_page: Open) -> None:
    app = open_page("reconciliation")
    titles = [one.value for one in app.subheader]
    assert titles[0].startswith("Two totals: EUR 378 million comes out on another base")
    assert titles[1].startswith("Two sets of shares")
    assert titles.index("The ledger") == 2
    assert "which cannot be known" in words(app)
    assert words(app).count("was found by fitting one printed number") == 2


def test_the_order_and_the_verdicts_are_in_the_link(open_page: Open) -> None:
    app = open_page("reconciliation")
    by_gap = ids(app)
    app.selectbox(key="filter_sort").set_value("page").run()
    assert link(app)["sort"] == "page"
    assert ids(app)[0] == "summary_total"
    assert ids(app) != by_gap
    app.button_group(key="filter_verdict").set_value(["other_base", "exact"]).run()
    assert link(app) == {"v": "1", "lang": "en", "sort": "page", "verdict": "other_base,exact"}
    assert len(ids(app)) == 35
    assert "summary_total" not in ids(app)
    opened = open_page("reconciliation", **link(app))
    assert ids(opened) == ids(app)
    assert heading(opened) == heading(app)


def test_a_link_to_no_such_verdict_is_told_and_shows_all(open_page: Open) -> None:
    app = open_page("reconciliation", verdict="matches", sort="size")
    assert len(told(app)) == 2
    assert (
        'The link asks for the verdict "matches", which the atlas does not have. Showing the view without it.'
        in told(app)
    )
    assert len(ids(app)) == 87
    assert link(app)["sort"] == "gap"
    assert not app.exception


def test_one_download_has_the_rows_of_the_ledger(open_page: Open) -> None:
    app = open_page("reconciliation", verdict="other_base")
    assert [one.proto.label for one in app.get("download_button")] == ["Download these rows (CSV)"]
    assert len(ids(app)) == 14
    assert not app.multiselect
