"""Statements that the data do not carry, each computed from the tables, so that it falls away when the data come to carry it."""

from dataclasses import dataclass

from data import store
from geo.gaps import ABSENT, Tally, list_cells, name_indicators, tally
from geo.indicator_view import AGGREGATES, build_indicator_view, find_indicator
from geo.messages import say
from geo.places import find_subregion, name_alliances, name_countries, name_places
from geo.selection import Selection, list_members
from geo.spelling import list_all, list_any, lower_start
from geo.spoken import load_records
from geo.views import CountryValue

ALLIANCES = ("idb_alliance", "eu_lac_alliance")
HALF = 0.5


@dataclass(frozen=True)
class Statements:
    """Sentences on one thing that cannot be told, under a title."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Doubt:
    """The doubtful values of an indicator: who has them, of how many values, and whether one of them is the highest."""

    indicator_id: str
    name: str
    topic: str
    countries: tuple[str, ...]
    values: int
    leads: bool


def list_statements() -> tuple[Statements, ...]:
    """Return what may not be said about countries, groups, the region, and time and money; of the whole region, no filter."""
    parts = (
        Statements(say("About countries"), (*_absent(), *_silent_subregions(), *_doubtful_leaders())),
        Statements(say("About groups"), (*_thin_alliances(), *_unnamed_groups())),
        Statements(say("About the region as a whole"), (*_no_populations(), *_no_aggregates(), *_narrative_averages())),
        Statements(say("About time and money"), (*_one_year(), *_later_alliances(), *_no_payments())),
    )
    return tuple(part for part in parts if part.sentences)


def list_doubts() -> tuple[Doubt, ...]:
    """Return the indicators that have doubtful values, in display order: what a ranking without them leaves out."""
    found = []
    for indicator_id, name in name_indicators().items():
        ranked = build_indicator_view(Selection(indicator=indicator_id)).ranked
        doubtful = [value for value in ranked if value.status == "doubtful"]
        if doubtful:
            topic = find_indicator(indicator_id)["topic"]
            names = tuple(value.name for value in doubtful)
            found.append(Doubt(indicator_id, name, topic, names, len(ranked), leads=ranked[0] in doubtful))
    return tuple(found)


def _absent() -> tuple[str, ...]:
    absent = list(dict.fromkeys(name_countries()[cell.iso3] for cell in list_cells() if cell.status == ABSENT))
    if not absent:
        return ()
    return (
        say(
            "Nothing on violence, prisons or justice can be said from the annexes about {countries}: they have no row.",
            countries=list_all(absent),
        ),
    )


def _silent_subregions() -> tuple[str, ...]:
    """Indicators that no country of a sub-region reports."""
    sentences = []
    for subregion_id, name in name_places("subregions").items():
        counts = tally(name, (cell for cell in list_cells() if find_subregion(cell.iso3) == subregion_id))
        silent = [label for label, count in _by_indicator(counts) if not count]
        if silent:
            names = list_any(silent)
            sentences.append(
                say("No country in the sub-region {subregion} reports {indicators}.", subregion=name, indicators=names)
            )
    return tuple(sentences)


def _doubtful_leaders() -> tuple[str, ...]:
    sentences = []
    for doubt in list_doubts():
        if doubt.leads:
            first = build_indicator_view(Selection(indicator=doubt.indicator_id)).ranked[0]
            sentences.append(_tell_leader(doubt.name, first))
    return tuple(sentences)


def _tell_leader(name: str, first: CountryValue) -> str:
    return say(
        "Which country has the highest value cannot be told for {indicator}: the highest that is printed, {printed} for {country}, is "
        "doubtful.",
        indicator=lower_start(name), printed=first.printed, country=first.name,
    )  # fmt: skip


def _thin_alliances() -> tuple[str, ...]:
    """Indicators that fewer than half of an alliance's members report."""
    sentences = []
    for alliance_id in ALLIANCES:
        counts = tally("", (cell for cell in list_cells() if cell.iso3 in list_members(alliance_id)))
        thin = [f"{label} ({count})" for label, count in _by_indicator(counts) if count < HALF * counts.countries]
        if thin:
            sentences.append(
                say(
                    "Fewer than half of the {number} members of the {alliance} report {indicators}.",
                    number=counts.countries,
                    alliance=name_alliances()[alliance_id],
                    indicators=list_all(thin),
                )
            )
    return tuple(sentences)


def _unnamed_groups() -> tuple[str, ...]:
    unnamed = [row["short_name"] for row in load_records("alliances") if not list_members(row["alliance_id"])]
    if not unnamed:
        return ()
    return (
        say(
            "The documents do not name the members of {groups}: no figure can be given for these groups.",
            groups=list_all(unnamed),
        ),
    )


def _no_populations() -> tuple[str, ...]:
    return (
        say(
            "The documents give no populations: no rate of a sub-region, of an alliance or of the region can be computed from those of its "
            "countries."
        ),
    )


def _no_aggregates() -> tuple[str, ...]:
    printed = {
        row["indicator_id"]
        for row in load_records("indicator_values")
        if row["iso3"] in AGGREGATES and row["value"] is not None
    }
    without = [one for one in name_indicators() if one not in printed]
    if not without:
        return ()
    return (
        say(
            "For {number} of {indicators} indicators the annexes print no figure for Latin America and the Caribbean, the OECD or the world "
            "to compare a country with.",
            number=len(without),
            indicators=len(name_indicators()),
        ),
    )


def _narrative_averages() -> tuple[str, ...]:
    # Which they are the English statements tell.
    figures = {row["figure_id"] for row in store.load_records("narrative_figures") if "average" in row["statement"]}
    rows = [row for row in load_records("narrative_figures") if row["iso3"] is None and row["figure_id"] in figures]
    if not rows:
        return ()
    averages = list_all(row["statement"] for row in rows)
    return (say("The narrative states {statements}; neither can be recomputed from the annexes.", statements=averages),)


def _one_year() -> tuple[str, ...]:
    years = sorted({row["reference_year"][:4] for row in store.load_records("indicators")})
    return (
        say(
            "The columns of the annexes are of {years} or the most recent year before the report of 2013, one year an indicator: no trend "
            "can be told, and nothing about the years since.",
            years=list_all(years),
        ),
    )


def _later_alliances() -> tuple[str, ...]:
    published = {row["source_id"]: str(row["published_on"]) for row in load_records("sources")}
    rows = {row["alliance_id"]: row for row in load_records("alliances")}
    # Where no date of the launch is printed, the year is that of the statement on it.
    years = [(rows[one]["launched_on"] or published[rows[one]["source_id"]])[:4] for one in ALLIANCES]
    return (
        say(
            "The two alliances were launched in {years}, long after the figures: what membership changed cannot be told.",
            years=list_all(years),
        ),
    )


def _no_payments() -> tuple[str, ...]:
    years = [int(row["decision_year"]) for row in load_records("decisions")]
    return (
        say(
            "Annex H has amounts committed and contracted by decisions of {first} to {last}, and no payments: what was spent, or what it "
            "brought about, cannot be told.",
            first=min(years),
            last=max(years),
        ),
    )


def _by_indicator(counts: Tally) -> list[tuple[str, int]]:
    return [(lower_start(name), count) for name, count in zip(name_indicators().values(), counts.reported, strict=True)]
