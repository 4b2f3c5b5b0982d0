"""The columns of every download: what each means, its type, and a frame with these types."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from data.fields import FIELDS, STATUSES, Field
from geo.messages import mark, say, say_in
from geo.places import name_places
from geo.spelling import lower_start

# Columns that only views have, and those that mean more in a view than in the built table of the same name.
_OWN: dict[str, Field] = {
    "country": Field("string", mark("Name of the country as the atlas shows it")),
    "subregion": Field("string", mark("Sub-region as the 2013 report groups countries, by name")),
    "indicator": Field("string", mark("Name of the indicator")),
    "status": Field("string", mark("Whether the value can be relied on: {ok}, {doubtful}, {conflict} (other values are printed too), {unplaced} "
                    "(printed, but its column cannot be known), {not_reported}, or hidden by the filters")),
    "rank_first": Field("integer", mark("Best place that the value can have in the view, by size; 1 is the highest value")),
    "rank_last": Field("integer", mark("Last place that it can have; not {rank_first} where values tie or a doubtful one could stand before or "
                       "after")),
    "rank_of": Field("integer", mark("How many values are ranked")),
    "rank": Field("integer", mark("Place among the donors of the year, the largest first; totals have none")),
    "meets_membership": Field("boolean", mark("Whether the country meets the condition on groups that the view sets; false for all where it "
                              "sets none")),
    "place_id": Field("string", mark("Key of a place: ISO 3166-1 alpha-3 code of a country, or a programming zone")),
    "place": Field("string", mark("Name of the place")),
    "measure": Field("string", mark("Which money the amount is: {committed}, {contracted}, or a budget; never to be added to one another")),
    "decisions": Field("integer", mark("Number of decisions behind the amount")),
    "recipient": Field("string", mark("Who the amount is for: a country, a region, or several regions")),
    "amount_eur": Field("number", mark("Amount in EUR as the view counts it; of decisions and contracts, the part that is in the view")),
    "amount_is": Field("string", mark("What the amount is of the record's: all of it, a share by the rule, or the days in the years filtered by")),
    "rule": Field("string", mark("Rule by which money for regions is spread over countries; none unless one was chosen")),
    "rule_text": Field("string", mark("What that rule does")),
    "is_plotted": Field("boolean", mark("Whether the country has both values and stands in the plot")),
    "left_out_reason": Field("string", mark("Why a country does not stand in the plot")),
    "class": Field("string", mark("Class on the map of two measures: thirds across (A to C) and upwards (1 to 3)")),
    "pages": Field("string", mark("Pages of the document, separated by ;")),
    "among_pinned": Field("string", mark("Whether the value is the highest or the lowest of the pinned countries")),
    "set": Field("string", mark("Set of countries: those that meet the condition on groups and the others, or the alliances")),
    "in_median": Field("boolean", mark("Whether the median of the set is of this value too")),
    "indicators_reported": Field("integer", mark("How many of the twelve indicators have a value")),
    "for_place": Field("string", mark("Place that a row is for")),
    "id": Field("string", mark("Key of the indicator, group, decision, contract or programme")),
    "label": Field("string", mark("Name or title of what the row is of")),
    "usd_million": Field("number", mark("Disbursement to the region in all sectors, USD million")),
    "smallest_change": Field("string", mark("Smallest change to the rows with which the published figure would come out")),
    "group": Field("string", mark("What a published figure is about, or the name of the group of countries")),
    "kind": Field("string", mark("Kind of row, group or document")),
    "start": Field("string", mark("Start as printed")),
}  # fmt: skip
# What tells the catalogues where these messages stand: what a column of a built table means, and what heads a column.
FIELDS_CONTEXT, TABLES_CONTEXT, _HEADING = "fields.description", "tables.description", "column"
# What stands in cells as it is, in every language.
_CODES = {one: one for one in (*STATUSES, "committed", "contracted", "rank_first")}
_DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Column:
    """A column of a download: its name, its type (string, integer, number, boolean, date) and what it means, in the current language."""

    name: str
    type: str
    description: str

    @property
    def heading(self) -> str:
        """Return what heads the column where people read it; in English its name, which is what programs know it by."""
        return head_column(self.name)


def describe(name: str) -> Column:
    """Return what a column holds. Raises KeyError for a column that no download has."""
    if name.startswith(("x_", "y_")):
        own = describe(name[2:])
        meaning = lower_start(own.description)
        if name.startswith("x_"):
            return replace(own, name=name, description=say("Measure across: {meaning}", meaning=meaning))
        return replace(own, name=name, description=say("Measure upwards: {meaning}", meaning=meaning))
    if name in _OWN:
        return Column(name, _OWN[name].type, say(_OWN[name].description, **_CODES))
    return describe_built(name) if name in FIELDS else _describe_family(name)


def describe_built(name: str) -> Column:
    """Return what a column of a built table holds. Raises KeyError for a column that none has."""
    return Column(name, FIELDS[name].type, say_in(FIELDS_CONTEXT, FIELDS[name].description))


def list_column_messages() -> Iterator[tuple[str, str]]:
    """Return the messages that stand in no code: contexts and texts of what built columns mean, and of the headings of all columns."""
    for name, field in FIELDS.items():
        yield FIELDS_CONTEXT, field.description
        yield _HEADING, name
    yield from ((_HEADING, name) for name in _OWN if name not in FIELDS)


def head_column(name: str) -> str:
    """Return what heads a column where people read it; in English its name."""
    if name.startswith("x_"):
        return say_in("column", "x_{column}", column=head_column(name[2:]))
    if name.startswith("y_"):
        return say_in("column", "y_{column}", column=head_column(name[2:]))
    if name in _OWN or name in FIELDS:
        return say_in(_HEADING, name)
    if name.endswith("_role"):
        return say_in("column", "{group}_role", group=name.removesuffix("_role"))
    if name.endswith("_eur"):
        return say_in("column", "{instrument}_eur", instrument=name.removesuffix("_eur"))
    return name


def describe_all(frame: pd.DataFrame) -> tuple[Column, ...]:
    """Return the columns of a frame in its order. Raises KeyError for a column that no download has."""
    return tuple(describe(str(name)) for name in frame.columns)


def type_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with the types of its columns; missing is missing in each of them. Raises ValueError for a value of another type."""
    typed = {one.name: _type_column(frame[one.name], one.type) for one in describe_all(frame)}
    return pd.DataFrame(typed, columns=list(frame.columns), index=range(len(frame)))


def _describe_family(name: str) -> Column:
    """Columns that there is one of for each instrument or alliance."""
    instruments = {one.lower().replace("-", "_"): one for one in name_places("instruments")}
    if name.removesuffix("_eur") in instruments:
        part = say(
            "Part of the amount from the instrument {instrument}, EUR",
            instrument=instruments[name.removesuffix("_eur")],
        )
        return Column(name, "number", part)
    if name.endswith("_role"):
        role = say(
            "Role of the country in the group {group}; empty where it has none", group=name.removesuffix("_role")
        )
        return Column(name, "string", role)
    raise KeyError(name)


def _type_column(values: pd.Series, type_name: str) -> pd.Series:
    plain = values.reset_index(drop=True)
    if type_name == "date":
        return plain.map(_read_day, na_action="ignore").astype(object)
    if type_name == "string" and isinstance(plain.dtype, pd.StringDtype):
        return plain.astype("string")
    if type_name == "string":
        return plain.astype(object).map(str, na_action="ignore").astype("string")
    dtype: Any = _DTYPES[type_name]
    known: Any = plain.astype(object).where(plain.notna(), None)
    if type_name in {"integer", "number"}:
        known = pd.to_numeric(known)
    typed: pd.Series = known.astype(dtype)
    return typed


def _read_day(text: Any) -> date:
    if not _DAY.fullmatch(str(text)):
        raise ValueError(f'"{text}" is no day, expected as in 2013-05-31')
    return date.fromisoformat(str(text))
