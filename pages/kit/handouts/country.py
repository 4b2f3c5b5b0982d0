"""The handout of a country's page: the brief of a country, the money of a region, or the list to choose from."""

from typing import Any

from geo import country_money, extract, extract_brief
from geo.country_brief import CountryBrief
from geo.figures import bars, dossier, strips
from geo.handout import Drawn, Handout
from geo.messages import mark, say
from geo.places import name_countries
from geo.selection import Selection
from geo.spelling import lower_start
from geo.views import Breakdown
from pages.kit import load, urlstate
from pages.kit.router import PageEntry
from pages.kit.urlstate import ViewState

DECISIONS = mark("Decisions and their contracts")
IN_THE_ANNEX = mark("Described in Annex I")
NAMING_IT = mark("Programmes whose place names it or its region")
CHOOSE = mark("A click on a row, or Enter, opens the country; so does the box above.")
_READING = (
    mark("Values are as printed in Annexes F and G; a value that is not reported is not zero, and stands on no strip."),
    mark("Strips are linear, from the lowest to the highest sure value. A doubtful value beyond them stands at the end, hollow and marked as cut."),
    mark("A place is a range where values tie, where a doubtful value could stand above or below, or where the report prints other values too."),
    mark(
        "Money is committed by decisions and, in part, contracted under them: the two are never added, and regional money is attributed to "
        "no country."
    ),
    mark("Groups are those whose members the documents name; being in none of them does not mean being in no group."),
)  # fmt: skip


def list_notes() -> tuple[str, ...]:
    """Return what a reader of a brief should know."""
    return tuple(map(say, _READING))


def country(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of the chosen place, or of the list of all countries where none is chosen."""
    make = _list if not state.place else _brief if state.place in name_countries() else _region
    found = {
        "slug": entry.slug,
        "page": entry.title,
        "filters": _tell_place(state.place),
        "parameters": urlstate.write(state, entry.topic),
    }
    return Handout(**found | make(state.place))


def _tell_place(place: str) -> tuple[str, ...]:
    """The page has one filter: the place that it is of."""
    names = name_countries()
    if place in names:
        return (say("Country: {country}", country=names[place]),)
    return (say("Region: {region}", region=load.card(place).name),) if place else ()


def tell_choice() -> str:
    """Return how many countries the annexes hold indicators of."""
    lines = load.country_lines()
    covered = sum(one.reported > 0 for one in lines)
    return say("Choose a country: the annexes hold indicators of {covered} of {all}", covered=covered, all=len(lines))


def tell_region(place: str) -> tuple[str, str]:
    """Return what a region was given, and what it is; a region has no indicators."""
    card = load.card(place)
    committed, contracted = card.money[:2]
    title = say(
        "{region}: {committed} committed in {decisions}, {contracted} of that contracted",
        region=card.name, committed=committed.value, decisions=committed.rank, contracted=contracted.value,
    )  # fmt: skip
    return title, " ".join((f"{card.subtitle}.", *card.notes, say("It has no indicators.")))


def list_breakdowns(found: CountryBrief) -> tuple[tuple[Breakdown, str], ...]:
    """Return the breakdowns of a country's own money, each with what its measure is called."""
    money = found.money
    contracted = [money.by_contract_year, money.by_sector]
    return (
        (money.by_decision_year, say("Amount committed")),
        *((one, say("Amount contracted")) for one in contracted if money.contracted_eur),
    )


def _list(_place: str) -> dict[str, Any]:
    lines = load.country_lines()
    return {
        "title": tell_choice(),
        "below": say(CHOOSE),
        "stem": "lac-atlas_countries",
        "figures": (Drawn("table", "table", dossier.tabulate_countries(lines, "")),),
        "rows": extract_brief.extract_countries(lines),
        "notes": list_notes(),
    }


def _region(place: str) -> dict[str, Any]:
    decisions = country_money.list_region_decisions(place)
    title, below = tell_region(place)
    return {
        "title": title,
        "below": below,
        "stem": extract.name_file(place, Selection()).removesuffix(".csv"),
        "figures": (Drawn("ledger", "ledger", dossier.draw_decisions(say(DECISIONS), decisions)),),
        "rows": extract_brief.extract_region(decisions),
        "notes": (),
    }


def _brief(place: str) -> dict[str, Any]:
    found = load.brief(place)
    return {
        "title": _tell(found),
        "below": f"{found.subregion}. {found.coverage}.",
        "stem": extract.name_file(found.iso3, Selection()).removesuffix(".csv"),
        "figures": (*_draw_head(found), *_draw_money(found), *_draw_regional(found)),
        "rows": extract_brief.extract_brief(found),
        "notes": list_notes(),
    }


def _tell(found: CountryBrief) -> str:
    """The finding with the country's name, which the screen has as a heading of its own."""
    finding = found.finding.removesuffix(".")
    return (
        finding
        if found.name in finding
        else say("{country}: {finding}", country=found.name, finding=lower_start(finding))
    )


def _draw_head(found: CountryBrief) -> tuple[Drawn, ...]:
    drawn = [
        Drawn("neighbours", "neighbours", dossier.draw_neighbours(found)),
        Drawn("facts", "memberships", dossier.list_memberships(found)),
    ]
    if found.known:
        drawn.append(Drawn("facts", "known", dossier.list_known(found)))
        drawn.append(Drawn("facts", "unknown", dossier.list_unknown(found)))
    else:
        drawn.append(Drawn("strips", "strips", strips.draw_strips(found)))
        if found.narrative:
            drawn.append(Drawn("facts", "narrative", dossier.list_narrative(found)))
    if found.unplaced:
        drawn.append(Drawn("facts", "unplaced", dossier.list_unplaced(found)))
    return tuple(drawn)


def _draw_money(found: CountryBrief) -> tuple[Drawn, ...]:
    money = found.money
    if not money.decisions:
        return ()
    described = dossier.list_programmes(say(IN_THE_ANNEX), money.programmes)
    return (
        *(
            Drawn("bars", f"bars_{one.dimension}", bars.draw_breakdown(one, name))
            for one, name in list_breakdowns(found)
        ),
        Drawn("ledger", "ledger", dossier.draw_decisions(say(DECISIONS), money.decisions)),
        *((Drawn("facts", "programmes", described),) if money.programmes else ()),
    )


def _draw_regional(found: CountryBrief) -> tuple[Drawn, ...]:
    regional = [
        Drawn("ledger", f"ledger_{index}", dossier.draw_decisions(title, decisions))
        for index, (title, decisions) in enumerate(found.money.regional)
    ]
    naming = dossier.list_programmes(say(NAMING_IT), found.money.regional_programmes)
    return (*regional, Drawn("facts", "regional_programmes", naming))
