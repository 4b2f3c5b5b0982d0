"""The programmes that Annex I describes, and those of later documents: when, for whom, with whom, and who pays how much.

Their budgets are as printed. They are not the amounts of Annex H, and no sum is made of them: some are whole programmes of
which security is a part, some are printed without a total, and of some the documents print no amount.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from data import store
from geo.citing import AFTER
from geo.language import tell_language
from geo.messages import cached, say
from geo.spoken import load_records

SCOPES = ("regional", "sub_regional", "trans_regional", "bilateral")

Record = dict[str, Any]


@dataclass(frozen=True)
class BudgetShare:
    """A printed part of a budget, EUR: `kind` is who pays (eu, partner, other; total: all together), and a component is inside a larger total."""

    funder: str
    kind: str
    amount_eur: float
    printed: str
    is_component: bool
    source_id: str
    page: int


@dataclass(frozen=True)
class DescribedProgramme:
    """A programme: dates as printed (years, "on-going" or empty), budget as printed (or empty) and its parts; `decision_id` may be empty."""

    programme_id: str
    name: str
    title: str
    language: str
    scope: str
    place: str
    decision_id: str
    start: str
    end: str
    budget: str
    method: str
    partners: tuple[str, ...]
    note: str
    shares: tuple[BudgetShare, ...]
    source_id: str
    page: int
    line: int

    @property
    def is_open(self) -> bool:
        """Whether it goes on: it has a start, and its end is printed in words."""
        return bool(self.start) and not self.end.isdigit()

    @property
    def whole(self) -> BudgetShare | None:
        """The printed total, if there is one."""
        return next((one for one in self.shares if one.kind == "total" and not one.is_component), None)

    @property
    def component(self) -> BudgetShare | None:
        """The part for justice and security of a larger programme, if one is printed."""
        return next((one for one in self.shares if one.is_component), None)

    @property
    def parts(self) -> tuple[BudgetShare, ...]:
        """What each funder pays, where the document says so."""
        return tuple(one for one in self.shares if one.kind != "total")


@cached
def list_annex_programmes() -> tuple[DescribedProgramme, ...]:
    """Return the programmes of the report's annex, by scope, then by their start."""
    found = [one for one in _list_all() if one.source_id not in _later_sources()]
    return tuple(
        sorted(
            found, key=lambda one: (SCOPES.index(one.scope), one.start, one.end, _name_in_english()[one.programme_id])
        )
    )


@cached
def list_later_programmes() -> tuple[DescribedProgramme, ...]:
    """Return the programmes of documents published after the portfolio, those of which most is printed first."""
    found = [one for one in _list_all() if one.source_id in _later_sources()]
    return tuple(
        sorted(found, key=lambda one: (not one.budget, not one.method, _name_in_english()[one.programme_id].casefold()))
    )


@cached
def _list_all() -> tuple[DescribedProgramme, ...]:
    return tuple(map(_programme, load_records("programmes")))


@cache
def _name_in_english() -> dict[str, str]:
    """The names of programmes by id in one language, so that they come in the same order in every language."""
    return {row["programme_id"]: row["name"] for row in store.load_records("programmes")}


@cache
def _later_sources() -> frozenset[str]:
    """Documents published after the last decision of the portfolio was taken."""
    last = max(int(row["decision_year"]) for row in load_records("decisions"))
    published = {row["source_id"]: str(row["published_on"]).removeprefix(AFTER)[:4] for row in load_records("sources")}
    return frozenset(source_id for source_id, year in published.items() if int(year) > last)


def write_years(start: str, end: str) -> str:
    """Return the years of a programme, as printed, in words: "2007–2010", "2009, ongoing"."""
    if not start:
        return say("no dates printed")
    return f"{start}–{end}" if end.isdigit() else say("{year}, ongoing", year=start)


def _programme(row: Record) -> DescribedProgramme:
    return DescribedProgramme(
        programme_id=row["programme_id"], name=row["name"], title=row["title"], language=tell_language(row["title"]),
        scope=row["scope"], place=row["place"], decision_id=row["decision_id"] or "", start=row["start"] or "",
        end=row["end"] or "", budget=row["budget_printed"] or "", method=row["method"] or "",
        partners=tuple((row["partners"] or "").split(";")) if row["partners"] else (), note=row["note"] or "",
        shares=_shares_by_programme().get(row["programme_id"], ()), source_id=row["source_id"], page=int(row["page"]),
        line=int(row["line"]),
    )  # fmt: skip


@cached
def _shares_by_programme() -> dict[str, tuple[BudgetShare, ...]]:
    groups: dict[str, list[BudgetShare]] = {}
    for row in sorted(load_records("programme_budgets"), key=lambda one: int(one["order"])):
        groups.setdefault(row["programme_id"], []).append(_share(row))
    return {programme_id: tuple(shares) for programme_id, shares in groups.items()}


def _share(row: Record) -> BudgetShare:
    return BudgetShare(
        row["funder"], row["funder_kind"], float(row["amount_eur"]), row["amount_printed"], bool(row["is_component"]),
        row["source_id"], int(row["page"]),
    )  # fmt: skip
