"""The handout of what stands beside the portfolio: donors, programmes and events, each a table of its own."""

from geo import context_extract, filter_words
from geo.events import list_events, name_themes
from geo.figures import donors, programmes, timeline
from geo.handout import Drawn, Handout, Rows
from geo.messages import mark, say
from geo.programmes import list_annex_programmes, list_later_programmes
from geo.spelling import list_all
from pages.kit import urlstate
from pages.kit.router import PageEntry
from pages.kit.urlstate import ViewState

APART = mark("Nothing on this page is part of the 2007-2013 totals.")
WHY_APART = mark(
    "What donors disbursed, what programmes were budgeted and what came later is in another currency, of other years or counted otherwise; "
    "it stands beside the portfolio and no amount is added to it."
)
_READING = (
    mark("Dollars of the donors are of every sector and are not converted; euros of programmes are budgets, neither commitments nor contracts."),
    mark("A budget of Annex I often is not what Annex H commits for the same programme: it may hold what others pay, or a larger programme."),
    mark("Where a document prints no date or no amount, none is shown; that is no zero."),
    mark("The timeline holds what the five documents date. A year without an event is a year that they do not mention."),
)  # fmt: skip


def list_notes() -> tuple[str, ...]:
    """Return what a reader of the page should know."""
    return tuple(map(say, _READING))


def tell_headline(donor_year: str) -> str:
    """Return where the EU institutions stood among donors and what the later programme is given, as facts side by side."""
    later = say("Later came {programmes}", programmes=list_all(programmes.tell_amounts(list_later_programmes())))
    # A finding that ends in an abbreviation ("EE. UU.") has its full stop already.
    return f"{donors.tell_donors(donor_year).removesuffix('.')}. {later}"


def context(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of the page; its rows are the donors, its further tables programmes and events."""
    return Handout(
        slug=entry.slug,
        page=entry.title,
        title=tell_headline(state.donor_year),
        below=f"{say(APART)} {say(WHY_APART)}",
        filters=(
            say("Donors shown for {year}; the rows hold every year", year=state.donor_year),
            *filter_words.name_all(say("Themes of events"), state.themes, name_themes()),
        ),
        parameters=urlstate.write(state, entry.topic),
        stem="lac-atlas_donors",
        figures=_draw(state),
        rows=context_extract.extract_donors(),
        notes=list_notes(),
        further=_list_further(state),
    )


def _draw(state: ViewState) -> tuple[Drawn, ...]:
    return (
        Drawn("signed_bars", "donors", donors.draw_donors(state.donor_year)),
        Drawn("signed_bars", "donor_totals", donors.draw_totals()),
        Drawn("table", "donor_checks", donors.tabulate_totals()),
        Drawn("table", "donor_table", donors.tabulate_donors()),
        Drawn("programme_cards", "later_programmes", programmes.draw_cards(list_later_programmes())),
        Drawn("programmes", "annex_programmes", programmes.draw_programmes(list_annex_programmes())),
        Drawn("timeline", "timeline", timeline.draw_timeline(state.themes, state.event)),
    )


def _list_further(state: ViewState) -> tuple[Rows, ...]:
    make = context_extract.extract_programmes
    return (
        Rows("later-programmes", say("Programmes after the portfolio"), make(list_later_programmes())),
        Rows("annex-i-programmes", say("Programmes that Annex I describes"), make(list_annex_programmes())),
        Rows("events", say("Security cooperation, as the documents date it"), context_extract.extract_events(list_events(state.themes))),
    )  # fmt: skip
