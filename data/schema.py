"""The tables: which columns each has, what is its key, what refers to what."""

from dataclasses import dataclass

from data.fields import FIELDS, Field


@dataclass(frozen=True)
class Table:
    """One table: columns in order, key, columns that may be empty, and references (column -> table.column)."""

    name: str
    description: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    optional: frozenset[str] = frozenset()
    references: tuple[tuple[str, str], ...] = ()
    aggregates_allowed: bool = False

    def field(self, column: str) -> Field:
        """Return the definition of a column."""
        return FIELDS[column]


def _table(  # noqa: PLR0913, PLR0917 - a declaration reads best with one argument a property
    name: str,
    description: str,
    columns: str,
    key: str,
    optional: str = "",
    references: dict[str, str] | None = None,
    *,
    aggregates_allowed: bool = False,
) -> Table:
    return Table(
        name,
        description,
        tuple(columns.split()),
        tuple(key.split()),
        frozenset(optional.split()),
        tuple((references or {}).items()),
        aggregates_allowed,
    )


_SOURCE = {"source_id": "sources.source_id"}
_CAVEATS = {"caveat_ids": "caveats.caveat_id"}
_INSTRUMENT = {"instrument_id": "instruments.instrument_id"}
_DECISION = {"decision_id": "decisions.decision_id"}
_CONTRACT_CODES = {
    "dac_sector_id": "dac_sectors.dac_sector_id",
    "partner_category_id": "partner_categories.partner_category_id",
}

# fmt: off
SEED_TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _table("sources", "The documents that every figure comes from",
               "source_id title producer published_on kind file_name citation licence", "source_id"),
        _table("pages", "Which lines of a document's plain text stand on which page",
               "source_id page first_line last_line basis", "source_id page", references=_SOURCE),
        _table("subregions", "Sub-regions as the 2013 report groups countries", "subregion_id name order", "subregion_id"),
        _table("funding_zones", "Programming zones of EU cooperation", "funding_zone_id name order", "funding_zone_id"),
        _table("zones", "Zones that Annex H prints, and the place each means",
               "zone place_kind iso3 funding_zone_id name", "zone", "iso3 funding_zone_id",
               {"iso3": "countries.iso3"}),
        _table("countries", "The 33 sovereign states of Latin America and the Caribbean",
               "iso3 iso2 m49_code name subregion_id m49_subregion funding_zone_id printed_names", "iso3", "",
               {"subregion_id": "subregions.subregion_id", "funding_zone_id": "funding_zones.funding_zone_id"}),
        _table("indicators", "What is measured, in which unit, and how it is drawn",
               "indicator_id topic order name short_name definition unit short_unit decimals direction aggregation palette breaks "
               "breaks_note middle reference_label reference_year decimal_marks thousand_mark table column_label finding source_id",
               "indicator_id", "decimal_marks thousand_mark middle reference_label", _SOURCE),
        _table("measures", "What can be measured in money; the two are never added",
               "measure_id name short_name definition breaks breaks_note order", "measure_id"),
        _table("indicator_values", "One printed cell of Annex F or Annex G",
               "iso3 indicator_id printed_value status caveat_ids source_id page line row_label",
               "iso3 indicator_id", "printed_value caveat_ids line",
               {"iso3": "countries.iso3", "indicator_id": "indicators.indicator_id", **_CAVEATS, **_SOURCE},
               aggregates_allowed=True),
        _table("unplaced_values", "Printed cells of Annex G whose column cannot be known",
               "iso3 order printed_value status caveat_ids source_id page line table row_label note", "iso3 order", "",
               {"iso3": "countries.iso3", **_CAVEATS, **_SOURCE}),
        _table("caveats", "What a reader should know about a value, written once", "caveat_id title text", "caveat_id"),
        _table("alliances", "Alliances and other groups of countries that the documents name",
               "alliance_id name short_name kind is_filter launched_on launch_place presidency secretariat pillars "
               "printed_member_count note source_id page line",
               "alliance_id", "launched_on launch_place presidency secretariat pillars printed_member_count note", _SOURCE),
        _table("memberships", "A country in a group", "iso3 alliance_id role since printed_name source_id page line",
               "iso3 alliance_id", "since",
               {"iso3": "countries.iso3", "alliance_id": "alliances.alliance_id", **_SOURCE}),
        _table("organisations", "Organisations that support or serve a group",
               "alliance_id organisation short_name role source_id page line", "alliance_id organisation role",
               "short_name", {"alliance_id": "alliances.alliance_id", **_SOURCE}),
        _table("instruments", "Financing instruments", "instrument_id name note order", "instrument_id", "note"),
        _table("dac_sectors", "Sectors as the report abbreviates them, with OECD DAC purpose codes",
               "dac_sector_id name dac_purpose_code order", "dac_sector_id"),
        _table("partner_categories", "Categories of implementing partners", "partner_category_id name order",
               "partner_category_id"),
        _table("decisions", "One EU decision of Annex H",
               "decision_id printed_reference zone title committed_printed level dac_sector_id instrument_id status caveat_ids "
               "source_id page line",
               "decision_id", "caveat_ids dac_sector_id",
               {"zone": "zones.zone", **_INSTRUMENT, "dac_sector_id": "dac_sectors.dac_sector_id", **_CAVEATS, **_SOURCE}),
        _table("contracts", "One contract of Annex H",
               "contract_id decision_id title start_printed end_printed contracted_printed level dac_sector_id instrument_id "
               "partner_category_id status caveat_ids source_id page line",
               "contract_id", "start_printed end_printed partner_category_id caveat_ids",
               {**_DECISION, **_INSTRUMENT, **_CONTRACT_CODES, **_CAVEATS, **_SOURCE}),
        _table("published_figures", "A total or share that the documents print about the portfolio",
               "figure_id statement published_printed wording_id unit group stated_base_id part whole counted stated_note "
               "other_part other_whole other_note explanation source_id page line table",
               "figure_id", "stated_base_id part whole counted stated_note other_part other_whole other_note explanation",
               {"stated_base_id": "reconciliation_bases.base_id", "wording_id": "wordings.wording_id", **_SOURCE}),
        _table("reconciliation_bases", "Bases on which published figures are counted",
               "base_id family name base limits fitted_to order", "base_id", "fitted_to", {"fitted_to": "published_figures.figure_id"}),
        _table("wordings", "What the words before a published number allow", "wording_id name rule room_pct order", "wording_id"),
        _table("readings", "Other readings of doubtful cells of Annex H", "reading_id caveat_id name applies_to row_id column printed",
               "reading_id row_id column", "", {"caveat_id": "caveats.caveat_id"}),
        _table("narrative_figures", "Rates that the narrative states, beside those of the annexes",
               "figure_id iso3 indicator_id statement published_printed year note source_id page line", "figure_id",
               "iso3 note indicator_id", {"indicator_id": "indicators.indicator_id", **_SOURCE}, aggregates_allowed=True),
        _table("donors", "Figure 5.2: disbursements to the region by donor",
               "donor year printed_value is_aggregate unit source_id page line", "donor year", "", _SOURCE),
        _table("programmes", "Programmes that Annex I and later documents describe",
               "programme_id name printed_name title scope place iso3 decision_id start end budget_printed method partners note "
               "source_id page line",
               "programme_id", "printed_name iso3 decision_id start end budget_printed method partners note",
               {**_DECISION, "iso3": "countries.iso3", **_SOURCE}),
        _table("programme_budgets", "Shares of a programme's budget by funder",
               "programme_id order funder funder_kind amount_printed is_component source_id page line", "programme_id order", "",
               {"programme_id": "programmes.programme_id", **_SOURCE}),
        _table("event_themes", "What an event is about, by whom it is carried", "theme_id name order", "theme_id"),
        _table("events", "Dated events of EU-LAC security cooperation",
               "event_id date precision theme_id title description source_id page line", "event_id", "",
               {"theme_id": "event_themes.theme_id", **_SOURCE}),
        _table("audit_leftovers", "Numbers of the annexes that are no cell: page numbers, footnote marks, headers",
               "source_id line text reason", "source_id line text", references=_SOURCE),
    )
}

BUILT_TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _table("countries", SEED_TABLES["countries"].description,
               "iso3 iso2 m49_code name subregion_id m49_subregion funding_zone_id", "iso3"),
        _table("indicators", SEED_TABLES["indicators"].description,
               "indicator_id topic order name short_name definition unit short_unit decimals direction aggregation palette breaks "
               "breaks_note middle reference_label reference_year table column_label finding source_id", "indicator_id",
               "middle reference_label"),
        _table("indicator_values", "One printed cell, the not reported ones too; aggregates as LAC, OECD, WLD",
               "iso3 indicator_id year value printed_value status caveat_ids source_id page line table row_label column_label",
               "iso3 indicator_id", "value printed_value caveat_ids line", {"indicator_id": "indicators.indicator_id"}),
        _table("decisions", SEED_TABLES["decisions"].description,
               "decision_id printed_reference title zone place_kind iso3 funding_zone_id decision_year committed_eur committed_printed "
               "instrument_id level dac_sector_id contracts_count contracted_eur status caveat_ids source_id page line",
               "decision_id", "iso3 funding_zone_id dac_sector_id caveat_ids", {"iso3": "countries.iso3"}),
        _table("contracts", SEED_TABLES["contracts"].description,
               "contract_id decision_id title start_date end_date contracted_eur contracted_printed level dac_sector_id instrument_id "
               "partner_category_id place_kind iso3 funding_zone_id status caveat_ids source_id page line",
               "contract_id", "start_date end_date partner_category_id iso3 funding_zone_id caveat_ids",
               {"decision_id": "decisions.decision_id", "iso3": "countries.iso3"}),
        _table("published_figures", "Published beside recomputed, with the verdict",
               "figure_id statement published published_printed wording_id unit group stated_base stated_base_note recomputed_as_stated "
               "difference_as_stated base base_note recomputed difference verdict explanation stated_note gap gap_left bases_tried "
               "change_kind change_size change_sets change_bound changes "
               "readings_fit readings_in_vain readings_break "
               "stated_numerator stated_denominator numerator denominator source_id page line table",
               "figure_id", "stated_base stated_base_note recomputed_as_stated difference_as_stated base_note recomputed difference "
               "explanation stated_note gap gap_left change_kind change_size change_sets change_bound changes "
               "readings_fit readings_in_vain readings_break "
               "stated_numerator stated_denominator numerator denominator"),
        _table("reconciliation_trials", "Each published figure on each base that was tried",
               "figure_id order base_id base base_note other_note numerator denominator recomputed difference comes_out", "figure_id order",
               "other_note denominator", {"figure_id": "published_figures.figure_id", "base_id": "reconciliation_bases.base_id"}),
        _table("narrative_figures", SEED_TABLES["narrative_figures"].description,
               "figure_id iso3 indicator_id statement published_printed year annex_value note source_id page line", "figure_id",
               "iso3 note indicator_id annex_value"),
        _table("donors", SEED_TABLES["donors"].description,
               "donor year value printed_value is_aggregate unit source_id page line", "donor year"),
        _table("programme_budgets", SEED_TABLES["programme_budgets"].description,
               "programme_id order funder funder_kind amount_eur amount_printed is_component source_id page line", "programme_id order"),
        # tables that pass through unchanged
        *(SEED_TABLES[name] for name in (
            "sources", "pages", "subregions", "funding_zones", "unplaced_values", "caveats", "alliances", "memberships",
            "organisations", "instruments", "dac_sectors", "partner_categories", "zones", "measures", "programmes", "event_themes", "events",
            "reconciliation_bases", "wordings", "readings")),
    )
}
# fmt: on
