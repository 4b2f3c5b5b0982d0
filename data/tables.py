"""Checked seeds to the tables of data/built: typed columns, values parsed, decisions joined to their contracts."""

import pandas as pd

from data.checks import AMOUNT_EUR, AMOUNT_MILLION, number_format, parse_date
from data.numbers import parse_number
from data.readings import apply_reading, list_readings
from data.reconcile import list_trial_rows, reconcile, try_figures
from data.schema import BUILT_TABLES, Table
from data.seeds import BuiltRow, Row, Seeds
from data.trials import Annex, make_annex

MILLION = 1_000_000


def build_tables(seeds: Seeds) -> dict[str, pd.DataFrame]:
    """Return every built table by name, columns and order as the schema has them, rows sorted by key."""
    rows: dict[str, list[BuiltRow]] = {name: list(seeds[name]) for name in BUILT_TABLES if name in seeds}
    contracts = build_contracts(seeds)
    decisions = build_decisions(seeds, contracts)
    rows |= {
        "indicator_values": build_indicator_values(seeds),
        "contracts": contracts,
        "decisions": decisions,
        "donors": [row | {"value": parse_number(row["printed_value"], AMOUNT_MILLION)} for row in seeds["donors"]],
        "programme_budgets": [
            row | {"amount_eur": to_eur(row["amount_printed"])} for row in seeds["programme_budgets"]
        ],
        "narrative_figures": build_narrative_figures(seeds),
        **build_ledger(seeds),
    }
    return {name: to_frame(rows[name], table) for name, table in BUILT_TABLES.items()}


def to_eur(printed_million: str) -> float | None:
    """Return euros of an amount printed in EUR million, without the noise of binary fractions."""
    million = parse_number(printed_million, AMOUNT_MILLION)
    return None if million is None else round(million * MILLION, 2)


def build_indicator_values(seeds: Seeds) -> list[BuiltRow]:
    """Return one row for each printed cell with its parsed value, year, table and column label."""
    indicators = {row["indicator_id"]: row for row in seeds["indicators"]}
    built: list[BuiltRow] = []
    for row in seeds["indicator_values"]:
        indicator = indicators[row["indicator_id"]]
        value = parse_number(row["printed_value"], number_format(indicator))
        about = {
            "table": indicator["table"],
            "column_label": indicator["column_label"],
            "year": indicator["reference_year"],
        }
        built.append(row | about | {"value": value})
    return built


def build_contracts(seeds: Seeds) -> list[BuiltRow]:
    """Return one row for each contract with its amount in EUR, ISO dates and the place of its decision."""
    zone_of = {row["decision_id"]: row["zone"] for row in seeds["decisions"]}
    zones = {row["zone"]: row for row in seeds["zones"]}
    return [
        row
        | _place(zones[zone_of[row["decision_id"]]])
        | {
            "contracted_eur": parse_number(row["contracted_printed"], AMOUNT_EUR),
            "start_date": _iso_date(row["start_printed"]),
            "end_date": _iso_date(row["end_printed"]),
        }
        for row in seeds["contracts"]
    ]


def build_decisions(seeds: Seeds, contracts: list[BuiltRow]) -> list[BuiltRow]:
    """Return one row for each decision with its amount in EUR and the number and sum of its contracts."""
    zones = {row["zone"]: row for row in seeds["zones"]}
    amounts: dict[str, list[float]] = {row["decision_id"]: [] for row in seeds["decisions"]}
    for contract in contracts:
        amounts[contract["decision_id"]].append(float(contract["contracted_eur"]))
    return [
        row
        | _place(zones[row["zone"]])
        | {
            "decision_year": row["decision_id"].split("/")[1],
            "committed_eur": to_eur(row["committed_printed"]),
            "contracts_count": len(amounts[row["decision_id"]]),
            "contracted_eur": sum(amounts[row["decision_id"]]),
        }
        for row in seeds["decisions"]
    ]


def build_ledger(seeds: Seeds) -> dict[str, list[BuiltRow]]:
    """Return published figures beside recomputed ones, tried with every other reading of doubtful cells too, and every trial."""
    annex, bases = _build_annex(seeds), seeds["reconciliation_bases"]
    readings = {one: _build_annex(apply_reading(seeds, one)) for one in list_readings(seeds)}
    tried = try_figures(seeds["published_figures"], annex, bases, seeds["wordings"])
    return {
        "published_figures": reconcile(tried, annex, bases, readings),
        "reconciliation_trials": list_trial_rows(tried),
    }


def _build_annex(seeds: Seeds) -> Annex:
    contracts = build_contracts(seeds)
    return make_annex(build_decisions(seeds, contracts), contracts, seeds["programmes"])


def build_narrative_figures(seeds: Seeds) -> list[BuiltRow]:
    """Return rates of the narrative beside the value that the annex prints for the same country and indicator."""
    annex = {(row["iso3"], row["indicator_id"]): row["value"] for row in build_indicator_values(seeds)}
    return [row | {"annex_value": annex.get((row["iso3"], row["indicator_id"]))} for row in seeds["narrative_figures"]]


def to_frame(rows: list[BuiltRow], table: Table) -> pd.DataFrame:
    """Return rows as a frame with the table's columns, types and key order; empty text becomes missing."""
    frame = pd.DataFrame(rows, columns=list(table.columns), dtype=object)
    frame = frame.where(frame.notna() & (frame != ""), None)
    for column in table.columns:
        frame[column] = _typed(frame[column], table.field(column).type)
    return frame.sort_values(list(table.key), kind="stable", ignore_index=True)


def _typed(column: pd.Series, kind: str) -> pd.Series:
    if kind == "integer":
        return pd.to_numeric(column).astype("Int64")
    if kind == "number":
        return pd.to_numeric(column).astype("Float64")
    if kind == "boolean":
        return column.map({"yes": True, "no": False}).astype("boolean")
    return column.astype("string")


def _place(zone: Row) -> BuiltRow:
    return {column: zone[column] for column in ("place_kind", "iso3", "funding_zone_id")}


def _iso_date(printed: str) -> str | None:
    return parse_date(printed).isoformat() if printed else None
