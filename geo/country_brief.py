"""A country as a brief: one finding, every indicator among all countries, what the documents say twice, and what they do not say."""

from dataclasses import dataclass, replace

from data.store import load_records
from geo.country_money import CountryMoney, build_country_money
from geo.country_texts import NarrativeFigure, UnplacedCell, list_narrative, list_unplaced
from geo.findings import format_eur
from geo.indicator_view import list_indicators
from geo.neighbours import Neighbour, list_neighbours
from geo.places import Membership, find_subregion, list_memberships, name_countries, name_places
from geo.rank import Rank
from geo.selection import list_members
from geo.standing import tell_place, view_whole_region
from geo.views import CountryValue, IndicatorView

TOPICS = {"violence": "Violence and governance", "prisons": "Prisons, police and justice"}
ALLIANCES = ("idb_alliance", "eu_lac_alliance")


@dataclass(frozen=True)
class BriefLine:
    """One indicator for one country: its value among all others (`view`), its places in words, and caveats (title, text)."""

    topic: str
    view: IndicatorView
    own: CountryValue
    place: Rank | None
    place_text: str
    message: str
    caveats: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class CountryBrief:
    """Everything that the documents say of a country, and what they do not."""

    iso3: str
    name: str
    subregion_id: str
    subregion: str
    coverage: str
    finding: str
    neighbours: tuple[Neighbour, ...]
    memberships: tuple[Membership, ...]
    lines: tuple[BriefLine, ...]
    reported: int
    narrative: tuple[NarrativeFigure, ...]
    unplaced: tuple[UnplacedCell, ...]
    money: CountryMoney
    known: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class CountryLine:
    """A country in the list of all: its sub-region, role in each alliance, indicators reported, and bilateral EUR committed."""

    iso3: str
    name: str
    subregion: str
    roles: tuple[str, ...]
    reported: int
    committed_eur: float


def build_brief(iso3: str) -> CountryBrief:
    """Return the brief of a country. Raises KeyError for an unknown code."""
    name = name_countries()[iso3]
    lines = tuple(_line(topic, indicator_id, iso3) for topic in TOPICS for indicator_id in list_indicators(topic))
    reported = sum(line.own.is_shown for line in lines)
    brief = CountryBrief(
        iso3=iso3,
        name=name,
        subregion_id=find_subregion(iso3),
        subregion=name_places("subregions")[find_subregion(iso3)],
        coverage=f"{reported} of {len(lines)} indicators of the annexes are reported",
        finding="",
        neighbours=list_neighbours(iso3),
        memberships=list_memberships(iso3),
        lines=lines,
        reported=reported,
        narrative=list_narrative(iso3, {line.view.indicator_id: line.own for line in lines}),
        unplaced=list_unplaced(iso3),
        money=build_country_money(iso3),
        known=(),
        unknown=(),
    )
    return replace(brief, finding=tell_finding(brief), known=_known(brief), unknown=_unknown(brief))


def list_countries() -> tuple[CountryLine, ...]:
    """Return the 33 countries by name, with what the documents hold of each."""
    roles = {(row["alliance_id"], row["iso3"]): row["role"] for row in load_records("memberships")}
    committed = dict.fromkeys(name_countries(), 0.0)
    for row in load_records("decisions"):
        if row["iso3"] is not None:
            committed[row["iso3"]] += float(row["committed_eur"])
    return tuple(
        CountryLine(
            iso3,
            name,
            name_places("subregions")[find_subregion(iso3)],
            tuple(roles.get((alliance, iso3), "") for alliance in ALLIANCES),
            sum(_find(view_whole_region(one), iso3).is_shown for topic in TOPICS for one in list_indicators(topic)),
            committed[iso3],
        )
        for iso3, name in name_countries().items()
    )


def tell_finding(brief: CountryBrief) -> str:
    """Return where a country stands on homicide and on prison occupancy, in one sentence; or that no indicator covers it."""
    if not any(line.own.source for line in brief.lines):
        return f"No indicator of the annexes covers {brief.name}."
    by_id = {line.view.indicator_id: line for line in brief.lines}
    return f"{_tell_homicide(by_id['homicide_rate'])}; {_tell_occupancy(by_id['prison_occupancy_pct'])}."


def _tell_homicide(line: BriefLine) -> str:
    if line.own.value is None or not line.own.is_shown:
        return "Its homicide rate is not reported"
    region = next(one for one in line.view.references if one.short == "LAC")
    ratio = line.own.value / region.value
    beside = f"{ratio:.1f} times" if ratio >= 1.5 else "above" if ratio > 1.05 else "below" if ratio < 0.95 else "about"
    doubt = " (the report prints other values too)" if line.own.status == "conflict" else ""
    rate = f"{line.own.text} homicides per 100,000 inhabitants{doubt}"
    return (
        f"{rate}, {line.place_text} countries, {beside} the {region.text} printed for Latin America and the Caribbean"
    )


def _tell_occupancy(line: BriefLine) -> str:
    if line.own.is_shown:
        doubt = " (doubtful)" if line.own.status == "doubtful" else ""
        return f"{line.own.text} prisoners for every 100 places in prison{doubt}"
    if line.own.status == "unplaced":
        return "which of its printed cells is prison occupancy cannot be known"
    return "prison occupancy is not reported"


def _find(view: IndicatorView, iso3: str) -> CountryValue:
    return next(one for one in view.values if one.iso3 == iso3)


def _line(topic: str, indicator_id: str, iso3: str) -> BriefLine:
    view = view_whole_region(indicator_id)
    own = _find(view, iso3)
    caveats = {row["caveat_id"]: (row["title"], row["text"]) for row in load_records("caveats")}
    return BriefLine(
        topic=topic,
        view=view,
        own=own,
        place=own.rank,
        place_text=tell_place(own),
        message="" if own.is_shown else _tell_missing(view, own),
        caveats=tuple(caveats[one] for one in own.caveats),
    )


def _tell_missing(view: IndicatorView, own: CountryValue) -> str:
    """What stands in the place of a value: calm words, and for a row that cannot be placed what it prints and where."""
    if own.source is None:
        return "Not in the annexes"
    if own.status == "unplaced":
        cells = ", ".join("—" if cell.printed == "---" else cell.printed for cell in list_unplaced(own.iso3))
        return f"Not placeable: the row prints {cells} ({own.source.table}, p. {own.source.page})"
    return f"Not reported; {len(view.ranked)} countries report it"


def _known(brief: CountryBrief) -> tuple[str, ...]:
    """What the documents hold of a country that no indicator covers; empty for the others, whose indicators say it."""
    if any(line.own.source for line in brief.lines):
        return ()
    money = brief.money
    own_money = (
        f"{format_eur(money.committed_eur)} committed to it, {format_eur(money.contracted_eur)} of that contracted"
    )
    return (
        f"Sub-region of the report: {brief.subregion}.",
        f"Groups whose members the documents name: it is in {len(brief.memberships)} of {_named_groups()}.",
        f"EU decisions of its own in Annex H: {len(money.decisions)}"
        + (f", {own_money}." if money.decisions else "; regional programmes may cover it."),
        *(
            f"{figure.statement} (narrative of the report, p. {figure.page}). {figure.note}."
            for figure in brief.narrative
        ),
    )


def _named_groups() -> int:
    return sum(bool(list_members(row["alliance_id"])) for row in load_records("alliances"))


def _unknown(brief: CountryBrief) -> tuple[str, ...]:
    """What the documents do not say of a country that no indicator covers."""
    if any(line.own.source for line in brief.lines):
        return ()
    names = ", ".join(line.view.name.lower() for line in brief.lines)
    return (f"None of the {len(brief.lines)} indicators: {names}. {brief.name} has no row in Annex F or Annex G.",)
