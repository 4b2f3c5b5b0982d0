"""A country as a brief: one finding, every indicator among all countries, what the documents say twice, and what they do not say."""

from dataclasses import dataclass, replace

from geo.citing import name_part
from geo.country_money import CountryMoney, build_country_money
from geo.country_texts import NarrativeFigure, UnplacedCell, list_narrative, list_unplaced
from geo.findings import format_eur
from geo.indicator_view import list_indicators
from geo.messages import mark, say, say_count
from geo.neighbours import Neighbour, list_neighbours
from geo.places import Membership, find_subregion, list_memberships, name_countries, name_places
from geo.rank import Rank
from geo.selection import list_members
from geo.spelling import format_number, join_clauses, lower_start
from geo.spoken import load_records
from geo.standing import tell_place, view_whole_region
from geo.views import CountryValue, IndicatorView

# Messages, for `say`.
TOPICS = {"violence": mark("Violence and governance"), "prisons": mark("Prisons, police and justice")}
# How many times the regional rate is worth saying, and between which shares of it a rate is about the same.
_CLEARLY_MORE, _ABOVE, _BELOW = 1.5, 1.05, 0.95
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

    def __hash__(self) -> int:
        """By what tells it from others: every indicator of every country is in it, and a run asks for its hash six times."""
        return hash((self.iso3, self.finding))


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
        coverage=say(
            "{reported} of {indicators} indicators of the annexes are reported",
            reported=reported,
            indicators=len(lines),
        ),
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
        return say("No indicator of the annexes covers {country}.", country=brief.name)
    by_id = {line.view.indicator_id: line for line in brief.lines}
    told = (_tell_homicide(by_id["homicide_rate"]), _tell_occupancy(by_id["prison_occupancy_pct"]))
    return f"{join_clauses(told)}."


def _tell_homicide(line: BriefLine) -> str:
    if line.own.value is None or not line.own.is_shown:
        return say("Its homicide rate is not reported")
    region = next(one for one in line.view.references if one.code == "LAC")
    values = {"rate": _tell_rate(line), "place": line.place_text, "region": region.text}
    ratio = line.own.value / region.value
    if ratio >= _CLEARLY_MORE:
        times = format_number(ratio, 1)
        return say(
            "{rate}, {place} countries, {times} times the {region} printed for Latin America and the Caribbean",
            times=times, **values,
        )  # fmt: skip
    if ratio > _ABOVE:
        return say(
            "{rate}, {place} countries, above the {region} printed for Latin America and the Caribbean", **values
        )
    if ratio < _BELOW:
        return say(
            "{rate}, {place} countries, below the {region} printed for Latin America and the Caribbean", **values
        )
    return say("{rate}, {place} countries, about the {region} printed for Latin America and the Caribbean", **values)


def _tell_rate(line: BriefLine) -> str:
    if line.own.status == "conflict":
        return say(
            "{value} homicides per 100,000 inhabitants (the report prints other values too)", value=line.own.text
        )
    return say("{value} homicides per 100,000 inhabitants", value=line.own.text)


def _tell_occupancy(line: BriefLine) -> str:
    if line.own.is_shown:
        if line.own.status == "doubtful":
            return say("{value} prisoners for every 100 places in prison (doubtful)", value=line.own.text)
        return say("{value} prisoners for every 100 places in prison", value=line.own.text)
    if line.own.status == "unplaced":
        return say("which of its printed cells is prison occupancy cannot be known")
    return say("prison occupancy is not reported")


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
        return say("Not in the annexes")
    if own.status == "unplaced":
        cells = ", ".join("—" if cell.printed == "---" else cell.printed for cell in list_unplaced(own.iso3))
        return say(
            "Not placeable: the row prints {cells} ({table}, p. {page})",
            cells=cells, table=name_part(own.source.table), page=own.source.page,
        )  # fmt: skip
    return say_count("Not reported; {n} country reports it", "Not reported; {n} countries report it", len(view.ranked))


def _known(brief: CountryBrief) -> tuple[str, ...]:
    """What the documents hold of a country that no indicator covers; empty for the others, whose indicators say it."""
    if any(line.own.source for line in brief.lines):
        return ()
    return (
        say("Sub-region of the report: {subregion}.", subregion=brief.subregion),
        say(
            "Groups whose members the documents name: it is in {number} of {groups}.",
            number=len(brief.memberships), groups=_named_groups(),
        ),
        _tell_own_money(brief.money),
        *(
            say(
                "{statement} (narrative of the report, p. {page}). {note}.",
                statement=figure.statement, page=figure.page, note=figure.note,
            )
            for figure in brief.narrative
        ),
    )  # fmt: skip


def _tell_own_money(money: CountryMoney) -> str:
    number = len(money.decisions)
    if not number:
        return say("EU decisions of its own in Annex H: {number}; regional programmes may cover it.", number=number)
    return say(
        "EU decisions of its own in Annex H: {number}, {committed} committed to it, {contracted} of that contracted.",
        number=number, committed=format_eur(money.committed_eur), contracted=format_eur(money.contracted_eur),
    )  # fmt: skip


def _named_groups() -> int:
    return sum(bool(list_members(row["alliance_id"])) for row in load_records("alliances"))


def _unknown(brief: CountryBrief) -> tuple[str, ...]:
    """What the documents do not say of a country that no indicator covers."""
    if any(line.own.source for line in brief.lines):
        return ()
    names = ", ".join(lower_start(line.view.name) for line in brief.lines)
    return (
        say(
            "None of the {number} indicators: {indicators}. {country} has no row in Annex F or Annex G.",
            number=len(brief.lines),
            indicators=names,
            country=brief.name,
        ),
    )
