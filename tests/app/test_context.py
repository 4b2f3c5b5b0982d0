"""The page beside the portfolio: its parts, its link, and what must not stand on it."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.app.reading import components, drawn, heading, link, told, words

Open = Callable[..., AppTest]


def labels(app: AppTest, key: str = "donors") -> list[str]:
    return [row["label"] for group in drawn(app, key)["groups"] for row in group["rows"]]


def test_the_page_opens_on_the_last_year_with_every_part(open_page: Open) -> None:
    app = open_page("context")
    assert heading(app) == (
        "EU institutions: second of 25 donors to the region in 2011, behind USA. Later came EL PAcCTO 2.0 with EUR 58.8 million"
    )
    assert "Nothing on this page is part of the 2007-2013 totals." in words(app)
    assert {"donors", "donor_totals", "donor_checks", "later_programmes", "annex_programmes", "timeline"} <= components(
        app
    )
    assert link(app) == {"v": "1", "lang": "en", "donor_year": "2011", "themes": "", "event": ""}
    assert len(app.get("download_button")) == 4
    assert not app.error


def test_donors_and_the_printed_total_never_share_a_figure(open_page: Open) -> None:
    app = open_page("context")
    assert len(labels(app)) == 25
    assert "DAC countries total" not in labels(app)
    assert "USA" not in labels(app, "donor_totals")
    assert "417.9" not in words(app)


def test_a_link_opens_a_year_with_its_amount_below_zero(open_page: Open) -> None:
    app = open_page("context", donor_year="2010")
    assert heading(app).startswith("EU institutions: third of 25 donors to the region in 2010, behind USA and Spain")
    assert labels(app)[-1] == "Japan"
    assert drawn(app, "donors")["groups"][0]["rows"][-1]["text"] == "\N{MINUS SIGN}343.55"
    assert "2011" not in drawn(app, "donors")["label"]


def test_the_year_is_chosen_and_cannot_be_taken_away(open_page: Open) -> None:
    app = open_page("context")
    app.get("button_group")[0].set_value("2008").run()
    assert link(app)["donor_year"] == "2008"
    assert labels(app)[:2] == ["Spain", "USA"]
    app.get("button_group")[0].set_value(None).run()
    assert link(app)["donor_year"] == "2008"
    assert not app.error


def test_themes_leave_their_events_and_go_into_the_link(open_page: Open) -> None:
    app = open_page("context", themes="evaluations,other_donors", event="desk_study")
    timeline = drawn(app, "timeline")
    assert [lane["title"] for lane in timeline["lanes"]] == [
        "Other donors and development banks",
        "Evaluations of EU support",
    ]
    assert timeline["selected"] == "desk_study"
    assert "8 of 55 events" in words(app)
    app.get("button_group")[1].set_value(["other_donors"]).run()
    # The chosen event is no longer shown, so it is no longer chosen.
    assert link(app)["themes"] == "other_donors"
    assert link(app)["event"] == ""
    assert "desk_study" not in {event["id"] for lane in drawn(app, "timeline")["lanes"] for event in lane["events"]}


def test_a_link_to_what_does_not_exist_says_so(open_page: Open) -> None:
    app = open_page("context", donor_year="2012", event="landing")
    assert told(app) == [
        'The link asks for the year of the donors "2012", which the atlas does not have. Showing the default.',
        'The link asks for the event "landing", which the atlas does not have. Showing the view without it.',
    ]
    assert drawn(app, "timeline")["selected"] is None


def test_programmes_lead_to_their_decision_and_those_without_to_none(open_page: Open) -> None:
    rows = {
        row["id"]: row for group in drawn(open_page("context"), "annex_programmes")["groups"] for row in group["rows"]
    }
    assert len(rows) == 22
    assert rows["pradican"]["href"] == "money?v=1&lang=en&record=DCI-ALA/2008/019-670"
    assert rows["untoc"]["href"] == ""


def test_the_programmes_that_section_4_counts_stand_beside_those_that_the_annex_describes(open_page: Open) -> None:
    notes = [one.value for one in open_page("context").caption]
    told = next(one for one in notes if one.startswith("Section 4 counts 20 programmes"))
    assert "Annex I describes 22, with 9 sub-regional" in told
    assert "taken as one they leave 21" in told


def test_sources_keep_a_way_to_the_page_and_no_copy_of_it(open_page: Open) -> None:
    app = open_page("sources")
    assert "context" in [one.proto.page for one in app.get("page_link")]
    assert not {"donors", "programmes", "events"} & components(app)
