"""What the documents print of a country outside the cells of its indicators: numbers in the text, and cells without a column."""

from collections.abc import Mapping
from dataclasses import dataclass

from geo.citing import name_part
from geo.indicator_view import find_indicator
from geo.messages import mark, say
from geo.spoken import load_records
from geo.views import CountryValue

# What the tables have in place of the year of some numbers: messages, for `say`.
NOT_STATED = mark("not stated")
LATEST = mark("latest year on record")


@dataclass(frozen=True)
class NarrativeFigure:
    """A number of one country that stands in the report's text, beside the annex's: both as printed, and where.

    `year` is a message, for `say`, where it is no year.
    """

    indicator_id: str
    indicator: str
    statement: str
    printed: str
    year: str
    annex: str
    note: str
    source_id: str
    page: int


@dataclass(frozen=True)
class UnplacedCell:
    """A printed cell of the country's row whose column cannot be known, and how it may be read."""

    printed: str
    reading: str
    table: str
    source_id: str
    page: int


def list_unplaced(iso3: str) -> tuple[UnplacedCell, ...]:
    """Return the printed cells of a country that cannot be placed, in the order in which the row prints them."""
    return tuple(
        UnplacedCell(row["printed_value"], row["note"], row["table"], row["source_id"], int(row["page"]))
        for row in load_records("unplaced_values")
        if row["iso3"] == iso3
    )


def list_narrative(iso3: str, own: Mapping[str, CountryValue]) -> tuple[NarrativeFigure, ...]:
    """Return the numbers of a country in the report's text, each beside the country's cell of the same indicator (`own`, by id)."""
    return tuple(
        NarrativeFigure(
            indicator_id=row["indicator_id"], indicator=find_indicator(row["indicator_id"])["name"], statement=row["statement"],
            printed=row["published_printed"], year=row["year"], annex=_tell_annex(own[row["indicator_id"]]),
            note=row["note"] or "", source_id=row["source_id"], page=int(row["page"]),
        )
        for row in load_records("narrative_figures")
        if row["iso3"] == iso3
    )  # fmt: skip


def _tell_annex(own: CountryValue) -> str:
    if own.is_shown and own.source:
        return say(
            "{printed} ({table}, p. {page})",
            printed=own.printed,
            table=name_part(own.source.table),
            page=own.source.page,
        )
    if own.status == "unplaced":
        return say("not placeable")
    return say("no row") if own.source is None else say("not reported")
