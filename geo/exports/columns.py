"""The columns of every download: what each means, its type, and a frame with these types."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from data.fields import FIELDS, Field
from geo.places import name_places

# Columns that only views have, and those that mean more in a view than in the built table of the same name.
_OWN: dict[str, Field] = {
    "country": Field("string", "Name of the country as the atlas shows it"),
    "subregion": Field("string", "Sub-region as the 2013 report groups countries, by name"),
    "indicator": Field("string", "Name of the indicator"),
    "status": Field("string", "Whether the value can be relied on: ok, doubtful, conflict (other values are printed too), unplaced (printed, but its "
                    "column cannot be known), not_reported, or hidden by the filters"),
    "rank_first": Field("integer", "Best place that the value can have in the view, by size; 1 is the highest value"),
    "rank_last": Field("integer", "Last place that it can have; not rank_first where values tie or a doubtful one could stand before or after"),
    "rank_of": Field("integer", "How many values are ranked"),
    "rank": Field("integer", "Place among the donors of the year, the largest first; totals have none"),
    "meets_membership": Field("boolean", "Whether the country meets the condition on groups that the view sets; false for all where it sets none"),
    "place_id": Field("string", "Key of a place: ISO 3166-1 alpha-3 code of a country, or a programming zone"),
    "place": Field("string", "Name of the place"),
    "measure": Field("string", "Which money the amount is: committed, contracted, or a budget; never to be added to one another"),
    "decisions": Field("integer", "Number of decisions behind the amount"),
    "recipient": Field("string", "Who the amount is for: a country, a region, or several regions"),
    "amount_eur": Field("number", "Amount in EUR as the view counts it; of decisions and contracts, the part that is in the view"),
    "amount_is": Field("string", "What the amount is of the record's: all of it, a share by the rule, or the days in the years filtered by"),
    "rule": Field("string", "Rule by which money for regions is spread over countries; none unless one was chosen"),
    "rule_text": Field("string", "What that rule does"),
    "is_plotted": Field("boolean", "Whether the country has both values and stands in the plot"),
    "left_out_reason": Field("string", "Why a country does not stand in the plot"),
    "class": Field("string", "Class on the map of two measures: thirds across (A to C) and upwards (1 to 3)"),
    "pages": Field("string", "Pages of the document, separated by ;"),
    "among_pinned": Field("string", "Whether the value is the highest or the lowest of the pinned countries"),
    "set": Field("string", "Set of countries: those that meet the condition on groups and the others, or the alliances"),
    "in_median": Field("boolean", "Whether the median of the set is of this value too"),
    "indicators_reported": Field("integer", "How many of the twelve indicators have a value"),
    "for_place": Field("string", "Place that a row is for"),
    "id": Field("string", "Key of the indicator, group, decision, contract or programme"),
    "label": Field("string", "Name or title of what the row is of"),
    "usd_million": Field("number", "Net disbursement to the region in all sectors, USD million"),
    "smallest_change": Field("string", "Smallest change to the rows with which the published figure would come out"),
    "group": Field("string", "What a published figure is about, or the name of the group of countries"),
    "kind": Field("string", "Kind of row, group or document"),
    "start": Field("string", "Start as printed"),
}  # fmt: skip
_SIDES = {"x_": "Measure across", "y_": "Measure upwards"}
_DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Column:
    """A column of a download: its name, its type (string, integer, number, boolean, date) and what it means."""

    name: str
    type: str
    description: str


def describe(name: str) -> Column:
    """Return what a column holds. Raises KeyError for a column that no download has."""
    for side, words in _SIDES.items():
        if name.startswith(side):
            own = describe(name.removeprefix(side))
            return replace(own, name=name, description=f"{words}: {own.description[:1].lower()}{own.description[1:]}")
    field = _OWN.get(name) or FIELDS.get(name) or _describe_family(name)
    return Column(name, field.type, field.description)


def describe_all(frame: pd.DataFrame) -> tuple[Column, ...]:
    """Return the columns of a frame in its order. Raises KeyError for a column that no download has."""
    return tuple(describe(str(name)) for name in frame.columns)


def type_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with the types of its columns; missing is missing in each of them. Raises ValueError for a value of another type."""
    typed = {one.name: _type_column(frame[one.name], one.type) for one in describe_all(frame)}
    return pd.DataFrame(typed, columns=list(frame.columns), index=range(len(frame)))


def _describe_family(name: str) -> Field:
    """Columns that there is one of for each instrument or alliance."""
    instruments = {one.lower().replace("-", "_"): one for one in name_places("instruments")}
    if name.removesuffix("_eur") in instruments:
        return Field("number", f"Part of the amount from the instrument {instruments[name.removesuffix('_eur')]}, EUR")
    if name.endswith("_role"):
        return Field(
            "string", f"Role of the country in the group {name.removesuffix('_role')}; empty where it has none"
        )
    raise KeyError(name)


def _type_column(values: pd.Series, type_name: str) -> pd.Series:
    plain = values.reset_index(drop=True)
    if type_name == "date":
        return plain.map(_read_day, na_action="ignore").astype(object)
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
