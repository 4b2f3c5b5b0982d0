"""Checks across seed files: sound seeds pass, and each contradiction is named where it stands."""

from datetime import date

import pytest

from data.checks import check_seeds, parse_date
from data.errors import SeedErrors
from data.schema import SEED_TABLES
from data.seeds import LINE, Row, Seeds

SOURCE = {"source_id": "jssr_2013", "page": "154", "line": "5554"}
SOUND: dict[str, list[Row]] = {
    "sources": [{"source_id": "jssr_2013"}],
    "pages": [{"source_id": "jssr_2013", "page": "154", "first_line": "5507", "last_line": "5731"}],
    "subregions": [{"subregion_id": "central_america"}],
    "funding_zones": [{"funding_zone_id": "central_america"}],
    "countries": [{"iso3": "SLV", "subregion_id": "central_america", "funding_zone_id": "central_america"}],
    "zones": [
        {"zone": "El Salvador", "place_kind": "country", "iso3": "SLV", "funding_zone_id": "central_america"},
        {"zone": "Central America Region", "place_kind": "region", "iso3": "", "funding_zone_id": "central_america"},
    ],
    "caveats": [{"caveat_id": "doubt"}],
    "instruments": [{"instrument_id": "IfS"}],
    "dac_sectors": [{"dac_sector_id": "NC"}],
    "partner_categories": [{"partner_category_id": "civil_society"}],
    "indicators": [
        {"indicator_id": "homicide_rate", "decimal_marks": ".,", "thousand_mark": "", "source_id": "jssr_2013"},
    ],
    "indicator_values": [
        {
            "iso3": "SLV",
            "indicator_id": "homicide_rate",
            "printed_value": "69.2",
            "status": "ok",
            "caveat_ids": "",
            **SOURCE,
        }
    ],
    "decisions": [
        {
            "decision_id": "IFS/2008/020-460",
            "zone": "El Salvador",
            "committed_printed": "1.0",
            "level": "B",
            "dac_sector_id": "NC",
            "instrument_id": "IfS",
            "caveat_ids": "",
            **SOURCE,
        }
    ],
    "contracts": [
        {
            "contract_id": "147623",
            "decision_id": "IFS/2008/020-460",
            "contracted_printed": "1,419,300",
            "start_printed": "19/12/2007",
            "end_printed": "17/05/2010",
            "level": "B",
            "dac_sector_id": "NC",
            "instrument_id": "IfS",
            "partner_category_id": "civil_society",
            "caveat_ids": "",
            **SOURCE,
        }
    ],
}


def make_seeds(table: str = "sources", **cells: str) -> Seeds:
    """Return sound seeds, with cells of a table's first row changed."""
    seeds: Seeds = {name: [] for name in SEED_TABLES}
    for name, rows in SOUND.items():
        seeds[name] = [row | {LINE: str(line)} for line, row in enumerate(rows, 2)]
    seeds[table][0] |= cells
    return seeds


def problems(seeds: Seeds) -> list[str]:
    with pytest.raises(SeedErrors) as raised:
        check_seeds(seeds)
    return str(raised.value).splitlines()


def test_sound_seeds_pass() -> None:
    check_seeds(make_seeds())


@pytest.mark.parametrize(
    ("table", "cells", "problem"),
    [
        ("indicator_values", {"iso3": "ELS"}, 'column iso3: "ELS" is not in countries.csv. Did you mean SLV?'),
        ("indicator_values", {"caveat_ids": "doubt;dout"}, 'column caveat_ids: "dout" is not in caveats.csv'),
        ("indicator_values", {"printed_value": "69.2.1"}, 'column printed_value: "69.2.1" is not a number'),
        (
            "indicator_values",
            {"status": "not_reported"},
            'column status: "not_reported" does not fit the printed value',
        ),
        ("indicator_values", {"status": "doubtful"}, 'a value that is "doubtful" needs a caveat'),
        ("indicator_values", {"line": ""}, "column line: a printed value needs the line"),
        ("indicator_values", {"line": "9"}, "column line: line 9 is not on page 154, which has lines 5507 to 5731"),
        ("indicator_values", {"page": "9"}, "column page: page 9 of jssr_2013 is not in pages.csv"),
        ("decisions", {"committed_printed": "1,0"}, 'column committed_printed: "1,0" is not a number'),
        ("decisions", {"zone": "Salvador"}, '"Salvador" is not in zones.csv. Did you mean El Salvador?'),
        ("contracts", {"contracted_printed": "1,419,30"}, 'column contracted_printed: "1,419,30" is not a number'),
        ("contracts", {"start_printed": "31/02/2008"}, 'column start_printed: "31/02/2008" is not a date'),
        ("contracts", {"end_printed": "18/12/2007"}, "column end_printed: ends before it starts (19/12/2007)"),
        ("contracts", {"level": "T"}, 'column level: "T" contradicts the zone "El Salvador", expected B'),
        ("zones", {"iso3": ""}, "column iso3: a country, and only a country, has an ISO3 code"),
        ("zones", {"funding_zone_id": "caribean"}, 'column funding_zone_id: "caribean" is not in funding_zones.csv'),
    ],
)
def test_one_contradiction_is_one_error_at_its_place(table: str, cells: dict[str, str], problem: str) -> None:
    found = problems(make_seeds(table, **cells))
    assert len(found) == 1
    assert found[0].startswith(f"seeds/{table}.csv line 2, column ")
    assert problem in found[0]


def test_an_aggregate_may_stand_for_a_country_where_the_table_allows_it() -> None:
    check_seeds(make_seeds("indicator_values", iso3="LAC"))
    assert '"LAC" is not in countries.csv' in "\n".join(problems(make_seeds("zones", iso3="LAC")))


def test_a_level_that_differs_from_the_zone_passes_with_a_caveat() -> None:
    check_seeds(make_seeds("contracts", level="R", caveat_ids="doubt"))
    assert problems(make_seeds("contracts", level="R"))


def test_a_missing_date_is_no_contradiction() -> None:
    check_seeds(make_seeds("contracts", start_printed="", end_printed=""))


def test_an_indicator_without_values_is_named() -> None:
    seeds = make_seeds()
    seeds["indicator_values"] = []
    found = problems(seeds)
    assert found == [
        'seeds/indicators.csv line 2, column indicator_id: "homicide_rate" has no row in indicator_values.csv. '
        "Add its printed cells."
    ]


def test_every_contradiction_is_raised_at_once() -> None:
    seeds = make_seeds("contracts", level="T", end_printed="18/12/2007")
    assert len(problems(seeds)) == 2


def test_dates_are_day_first() -> None:
    assert parse_date("02/07/2010") == date(2010, 7, 2)
    assert parse_date("02/07/2010") != date(2010, 2, 7)
    with pytest.raises(ValueError, match="does not match"):
        parse_date("2010-07-02")
