"""Every column of every table, defined once: its type, its closed list, what it means."""

from dataclasses import dataclass

STATUSES = ("ok", "not_reported", "doubtful", "unplaced", "conflict")
PLACE_KINDS = ("country", "region", "trans_regional")
LEVELS = ("B", "R", "T")
BASES = ("committed", "contracted", "programmes", "other")
FUNDER_KINDS = ("total", "eu", "partner", "other")
VERDICTS = ("exact", "within_rounding", "holds", "other_base", "does_not_come_out", "not_in_annex")
FIGURE_GROUPS = ("totals", "instruments", "years", "levels", "zones", "countries", "partners", "counts", "programmes")
CHANGE_KINDS = ("none_needed", "rows", "none_found", "amount", "count")


@dataclass(frozen=True)
class Field:
    """One column: its type (string, integer, number, date, boolean), meaning, unit and closed list of values."""

    type: str
    description: str
    enum: tuple[str, ...] = ()
    pattern: str = ""


FIELDS: dict[str, Field] = {
    # places
    "iso3": Field("string", "ISO 3166-1 alpha-3 code; LAC, OECD and WLD stand for aggregates", pattern=r"[A-Z]{3,4}"),
    "iso2": Field("string", "ISO 3166-1 alpha-2 code", pattern=r"[A-Z]{2}"),
    "m49_code": Field("string", "United Nations M49 code of the country, three digits", pattern=r"\d{3}"),
    "name": Field("string", "Name as the atlas shows it"),
    "printed_names": Field("string", "Spellings that the documents use, separated by ;"),
    "subregion_id": Field("string", "Sub-region as the 2013 report groups countries"),
    "m49_subregion": Field("string", "Sub-region of the United Nations M49 standard"),
    "funding_zone_id": Field("string", "Programming zone of EU cooperation"),
    "place_kind": Field("string", "What the money is for: a country, a region, or several regions", PLACE_KINDS),
    "zone": Field("string", "Zone as printed in Annex H"),
    # provenance
    "source_id": Field("string", "Document that the row comes from"),
    "page": Field("integer", "Page of the document; 1 for a web page"),
    "line": Field("integer", "Line of the document's plain text on which the cell begins"),
    "table": Field("string", "Table, annex, figure or section of the document"),
    "row_label": Field("string", "Label of the row as printed"),
    "column_label": Field("string", "Label of the column as printed"),
    "printed_value": Field("string", "The cell exactly as printed"),
    "printed_name": Field("string", "The name exactly as printed"),
    "status": Field("string", "Whether the value can be relied on", STATUSES),
    "caveat_ids": Field("string", "Caveats that explain the row, separated by ;"),
    "caveat_id": Field("string", "Key of a caveat"),
    "text": Field("string", "What a reader should know"),
    "title": Field("string", "Title; for decisions and contracts as printed, in the language of the document"),
    "producer": Field("string", "Who published the document"),
    "published_on": Field("string", "Date of publication: a day, a month or a year"),
    "file_name": Field("string", "Name of the document's plain-text file"),
    "citation": Field("string", "How to cite the document"),
    "licence": Field("string", "Terms of use as far as the document states them"),
    "first_line": Field("integer", "First line of the page in the plain text"),
    "last_line": Field("integer", "Last line of the page in the plain text"),
    "basis": Field(
        "string", "Whether the page number is printed or counted from its neighbours", ("printed", "counted")
    ),
    # indicators
    "indicator_id": Field("string", "Key of an indicator"),
    "topic": Field("string", "Page that shows the indicator", ("violence", "prisons")),
    "definition": Field("string", "What is counted, and by whom"),
    "unit": Field("string", "Unit of the value"),
    "short_unit": Field("string", "Unit as written beside a value"),
    "decimals": Field("integer", "Decimals shown; downloads keep the printed precision"),
    "direction": Field("string", "Which end is worse", ("high_is_worse", "low_is_worse", "neither")),
    "aggregation": Field("string", "Whether a sub-region figure may be computed", ("none", "sum")),
    "palette": Field("string", "Kind of colour scale", ("sequential", "diverging")),
    "breaks": Field("string", "Upper bounds of the classes but the last, separated by ;"),
    "breaks_note": Field("string", "Why these breaks"),
    "middle": Field("number", "Value at which a diverging scale changes hue"),
    "reference_label": Field("string", "What the middle stands for, as the label of a reference line"),
    "measure_id": Field("string", "Key of a measure of money: committed or contracted"),
    "reference_year": Field("string", "Year or years that the document states"),
    "decimal_marks": Field("string", "Characters that the printed column uses as decimal mark"),
    "thousand_mark": Field("string", "Character that the printed column uses between thousands"),
    "finding": Field(
        "string",
        "Headline with places for {name} {value} (highest), {lowest} {lowest_value}, {above} (the middle), {of} (countries)",
    ),
    "year": Field("string", "Year or years that the value is of, as the document states"),
    "value": Field("number", "Value parsed from the printed text; empty where not reported or not placed"),
    # groups
    "alliance_id": Field("string", "Key of an alliance or other group of countries"),
    "short_name": Field("string", "Short name"),
    "kind": Field("string", "Kind of row", ()),
    "is_filter": Field("boolean", "Whether the group is offered as a filter"),
    "launched_on": Field("string", "Day or year of the launch"),
    "launch_place": Field("string", "Place of the launch"),
    "presidency": Field("string", "First presidency"),
    "secretariat": Field("string", "Secretariat"),
    "pillars": Field("string", "Pillars or fields of work, separated by ;"),
    "printed_member_count": Field("string", "Number of members as the documents state it"),
    "role": Field("string", "Role in the group"),
    "since": Field("string", "Since when: a day or a year, as the document states"),
    "organisation": Field("string", "Name of the organisation"),
    # money
    "decision_id": Field(
        "string", "Reference of an EU decision", pattern=r"(ALA|DCI-ALA|DCI-MIGR|FED|IFS)/\d{4}/\d{3}-\d{3}"
    ),
    "printed_reference": Field("string", "Reference as printed"),
    "decision_year": Field("integer", "Year in the reference of the decision"),
    "committed_printed": Field("string", "Amount committed as printed, EUR million"),
    "committed_eur": Field("number", "Amount committed by the decision, EUR; never added to amounts contracted"),
    "contracts_count": Field("integer", "Number of contracts that Annex H lists under the decision"),
    "contracted_eur": Field("number", "Amount contracted, EUR; part of what the decision commits, never added to it"),
    "contracted_printed": Field("string", "Amount contracted as printed, EUR"),
    "contract_id": Field("string", "Contract number", pattern=r"\d{6}"),
    "start_date": Field("date", "Signature by the Commission"),
    "end_date": Field("date", "Expiry of the contract"),
    "start_printed": Field("string", "Start date as printed"),
    "end_printed": Field("string", "End date as printed"),
    "level": Field("string", "Bilateral, regional or trans-regional", LEVELS),
    "dac_sector_id": Field("string", "Sector as the report abbreviates it"),
    "dac_purpose_code": Field("string", "OECD DAC CRS purpose code"),
    "instrument_id": Field("string", "Financing instrument"),
    "partner_category_id": Field("string", "Category of the implementing partner"),
    # published figures
    "figure_id": Field("string", "Key of a published figure"),
    "statement": Field("string", "What the document states, in our words"),
    "published_printed": Field("string", "The number as printed"),
    "published": Field("number", "The published number"),
    "base": Field(
        "string",
        "What the best base counts: amounts committed, amounts contracted, programmes of Annex I, or something else",
        BASES,
    ),
    "group": Field("string", "What the figure is about", FIGURE_GROUPS),
    "base_id": Field("string", "Key of a base on which figures are counted"),
    "stated_base_id": Field(
        "string", "Base that the figure states on its face; empty where Annex H has no such amounts"
    ),
    "family": Field("string", "Bases that are tried for the same figures"),
    "fitted_to": Field(
        "string", "Published figure that the base was found to fit; empty for a base that does not depend on one"
    ),
    "limits": Field("string", "Rows that the base counts, as column=value pairs"),
    "part": Field("string", "Rows that the figure counts, as column=value pairs"),
    "whole": Field("string", "Rows of the whole of a share, as column=value pairs; empty for an amount or a count"),
    "counted": Field("string", "Column whose different values are counted; empty where rows are"),
    "stated_note": Field("string", "How the figure reads at its place, and what the text leaves open"),
    "other_part": Field("string", "Rows that the figure may count instead"),
    "other_whole": Field("string", "Whole that the share may be of instead"),
    "other_note": Field("string", "What is counted otherwise then, in words"),
    "wording_id": Field("string", "Words that the document puts before the number"),
    "rule": Field("string", "How near a number must be", ("nearest", "below", "at_least", "more_than", "less_than")),
    "room_pct": Field(
        "number", "How far the number may be, in per cent of what is printed, where that is more than rounding"
    ),
    "stated_base": Field("string", "Measure that the figure states", BASES),
    "stated_base_note": Field("string", "The stated base in words"),
    "stated_numerator": Field("string", "Rows counted on the stated base, as column=value pairs"),
    "stated_denominator": Field("string", "Rows of the whole on the stated base; empty for an amount or a count"),
    "recomputed_as_stated": Field("number", "The figure computed from Annex H on the stated base"),
    "difference_as_stated": Field("number", "Recomputed as stated less published, in the unit of the figure"),
    "base_note": Field("string", "The base on which it comes out, or comes nearest, in words"),
    "numerator": Field("string", "Rows counted on the best base, as column=value pairs"),
    "denominator": Field("string", "Rows of the whole on the best base; empty for an amount or a count"),
    "recomputed": Field("number", "The figure computed from Annex H on the best base"),
    "difference": Field("number", "Recomputed on the best base less published, in the unit of the figure"),
    "gap": Field("number", "Distance as stated: percentage points of a share, per cent of an amount or count"),
    "gap_left": Field("number", "Distance on the best base, in the same form"),
    "verdict": Field("string", "How the two compare", VERDICTS),
    "comes_out": Field("boolean", "Whether the recomputed figure is what is printed"),
    "bases_tried": Field("integer", "Number of ways in which the figure was counted"),
    "change_kind": Field(
        "string", "What would make it come out as stated: other rows, another amount, or nothing found", CHANGE_KINDS
    ),
    "change_size": Field(
        "integer", "Smallest number of decisions or contracts that would have to be counted otherwise"
    ),
    "change_sets": Field("integer", "How many sets of that size would do"),
    "change_bound": Field("integer", "Largest number of rows that was tried"),
    "changes": Field("string", "The sets, separated by |, where there are few of them"),
    "readings_fit": Field(
        "string", "Other readings of doubtful cells that would make it come out as stated, separated by ;"
    ),
    "readings_in_vain": Field("string", "Other readings that change it without making it come out, separated by ;"),
    "readings_break": Field("string", "Other readings with which it would no longer come out, separated by ;"),
    "explanation": Field("string", "What the text or Annex H says on it"),
    "reading_id": Field("string", "Key of another reading of doubtful cells"),
    "applies_to": Field("string", "Table that a reading changes", ("decisions", "contracts")),
    "row_id": Field("string", "Key of the row that a reading changes"),
    "column": Field("string", "Column that a reading changes"),
    "printed": Field("string", "What stands there in this reading"),
    # context
    "donor": Field("string", "Donor as printed"),
    "is_aggregate": Field("boolean", "Whether the row sums others"),
    "programme_id": Field("string", "Key of a programme"),
    "scope": Field("string", "Reach of a programme", ("bilateral", "sub_regional", "regional", "trans_regional")),
    "place": Field("string", "Country or region as printed"),
    "start": Field("string", "Start as printed"),
    "end": Field("string", "End as printed"),
    "budget_printed": Field("string", "Budget as printed"),
    "method": Field("string", "Method of implementation"),
    "partners": Field("string", "Main partners, separated by ;"),
    "funder": Field("string", "Who pays the share"),
    "funder_kind": Field(
        "string",
        "Who pays: the EU, a government or body of the partner region, someone else, or all together",
        FUNDER_KINDS,
    ),
    "amount_printed": Field("string", "Amount as printed, EUR million"),
    "amount_eur": Field("number", "Amount, EUR"),
    "is_component": Field("boolean", "Whether the amount is only the justice and security component"),
    "theme_id": Field("string", "What an event is about"),
    "event_id": Field("string", "Key of an event"),
    "date": Field("string", "Day, month or year, as precise as the document is"),
    "precision": Field("string", "How precise the date is", ("day", "month", "year")),
    "description": Field("string", "What happened, in our words"),
    "annex_value": Field("number", "Value of the same indicator and country in the annex"),
    "note": Field("string", "Remark on the row"),
    "reason": Field("string", "Why a number that the document prints is no cell of a table"),
    "order": Field("integer", "Order of display"),
}
