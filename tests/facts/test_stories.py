"""The stories of the atlas: every number in their words, counted again from the built tables by other means, and every claim held."""

import json
import re
import statistics
from collections.abc import Callable

import pandas as pd
import pytest

from data.store import BUILT_FOLDER
from geo.story import MOST_STEPS
from geo.story_words import NUMBER, tell
from pages.kit import story_views

RAW = {
    name: json.loads((story_views.FOLDER / f"{name}.json").read_text(encoding="utf-8")) for name in story_views.SHIPPED
}
TEXTS = [step[part] for raw in RAW.values() for step in raw["steps"] for part in ("title", "note")]
NAMED = sorted({(found[1], *found[2].split()) for text in TEXTS for found in NUMBER.finditer(text)})


def table(name: str) -> pd.DataFrame:
    return pd.read_csv(BUILT_FOLDER / f"{name}.csv", keep_default_na=False, dtype=str)


COUNTRIES = table("countries").set_index("iso3")["name"]
VALUES, MEMBERS, FIGURES = table("indicator_values"), table("memberships"), table("published_figures")
DECISIONS, CONTRACTS = table("decisions"), table("contracts")
DECIMALS = table("indicators").set_index("indicator_id")["decimals"].astype(int)
SHORT = {"LAC": "LAC", "World": "WLD", "OECD": "OECD"}


def cells(indicator: str, statuses: tuple[str, ...] = ("ok", "doubtful", "conflict")) -> pd.Series:
    rows = VALUES[(VALUES["indicator_id"] == indicator) & VALUES["status"].isin(statuses)].set_index("iso3")
    return rows["value"].astype(float)


def shown(indicator: str) -> pd.Series:
    return cells(indicator).reindex(COUNTRIES.index).dropna()


def sure(indicator: str) -> pd.Series:
    return cells(indicator, ("ok", "conflict")).reindex(COUNTRIES.index).dropna()


def write(indicator: str, value: float) -> str:
    return f"{value:,.{DECIMALS[indicator]}f}".replace("-", "−")


def extreme(indicator: str, *, is_highest: bool) -> tuple[str, str]:
    values = sure(indicator)
    iso3 = values.idxmax() if is_highest else values.idxmin()
    return str(COUNTRIES[iso3]), write(indicator, values[iso3])


def group(ids: str, match: str = "all", without: str = "") -> set[str]:
    sets = [set(MEMBERS.loc[MEMBERS["alliance_id"] == one, "iso3"]) for one in ids.split(",")]
    found = {"all": set.intersection(*sets), "any": set.union(*sets), "none": set(COUNTRIES.index) - set.union(*sets)}[
        match
    ]
    return found - {iso3 for one in without.split(",") for iso3 in MEMBERS.loc[MEMBERS["alliance_id"] == one, "iso3"]}


def money(measure: str, conditions: str = "") -> pd.DataFrame:
    joined = (
        CONTRACTS.merge(DECISIONS[["decision_id", "decision_year"]], on="decision_id")
        if measure == "contracted"
        else DECISIONS
    )
    used = DECISIONS["contracted_eur"].astype(float) > 0
    asked = dict(pair.split("=") for pair in conditions.split(";") if pair)
    columns = {
        "level": "level",
        "zone": "funding_zone_id",
        "year": "decision_year",
        "sector": "dac_sector_id",
        "partner": "partner_category_id",
    }
    for name, ids in asked.items():
        if name in columns:
            joined = joined[joined[columns[name]].isin(ids.split(","))]
    if asked.get("uptake") == "none":
        joined = joined[~used]
    if asked.get("early") == "leave_out":
        joined = joined[joined["decision_year"].astype(int) >= 2007]
    if "alliance" in asked:
        joined = joined[joined["iso3"].isin(group(asked["alliance"], asked["match"]))]
    return joined


def total(measure: str, conditions: str = "") -> float:
    return float(money(measure, conditions)[f"{measure}_eur"].astype(float).sum())


def million(amount: float) -> str:
    return f"EUR {amount / 1e6:,.1f} million"


def top(measure: str, dimension: str) -> tuple[str, float]:
    column = {"recipient": "iso3", "year": "decision_year", "sector": "dac_sector_id"}[dimension]
    rows = money(measure)
    sums = rows[rows[column] != ""].assign(eur=rows[f"{measure}_eur"].astype(float)).groupby(column)["eur"].sum()
    value = str(sums.idxmax())
    names = {
        "recipient": COUNTRIES,
        "sector": table("dac_sectors").set_index("dac_sector_id")["name"],
        "year": {value: value},
    }[dimension]
    return str(names[value]), float(sums.max())


def median(indicator: str, ids: str, index: str) -> str:
    inside = [value for iso3, value in sure(indicator).items() if (iso3 in group(ids)) == (index == "0")]
    return f"{statistics.median(inside):.2f}".removesuffix("0")


def figure(figure_id: str, column: str) -> str:
    row = FIGURES.set_index("figure_id").loc[figure_id]
    value = float(row[column])
    if row["unit"] == "pct":
        return f"{value:.0f} %" if column == "published" else f"{value:.1f} %"
    return f"EUR {value:.0f} million" if column == "published" else f"EUR {value:.1f} million"


def place(indicator: str, iso3: str) -> tuple[int, int]:
    """The first and last place that a value can have, whatever the doubtful and contradicted ones really are."""
    values = cells(indicator, ("ok",)).reindex(COUNTRIES.index).dropna()
    value, others = values[iso3], values.drop(iso3)
    return 1 + int((others > value).sum()), len(shown(indicator)) - int((others < value).sum())


COUNTED: dict[str, Callable[..., object]] = {
    "value": lambda indicator, iso3: write(indicator, shown(indicator)[iso3]),
    "reference": lambda indicator, short: write(indicator, cells(indicator)[SHORT[short]]),
    "times": lambda indicator, one, other: f"{cells(indicator)[one] / cells(indicator)[SHORT.get(other, other)]:.1f}",
    "highest": lambda indicator: extreme(indicator, is_highest=True)[0],
    "lowest": lambda indicator: extreme(indicator, is_highest=False)[0],
    "highest_value": lambda indicator: extreme(indicator, is_highest=True)[1],
    "lowest_value": lambda indicator: extreme(indicator, is_highest=False)[1],
    "reported": lambda indicator: len(shown(indicator)),
    "missing": lambda indicator: len(COUNTRIES) - len(shown(indicator)),
    "doubtful": lambda indicator: len(shown(indicator)) - len(sure(indicator)),
    "sure": lambda indicator: len(sure(indicator)),
    "above": lambda indicator, bound: (shown(indicator) > float(bound)).sum(),
    "not_above": lambda indicator, bound: (shown(indicator) <= float(bound)).sum(),
    "sure_above": lambda indicator, bound: (sure(indicator) > float(bound)).sum(),
    "bound": lambda indicator, bound: bound,
    "countries": lambda: len(COUNTRIES),
    "members": lambda *asked: len(group(*asked)),
    "members_above": lambda indicator, bound, ids, match: sum(
        iso3 in group(ids, match) for iso3, value in shown(indicator).items() if value > float(bound)
    ),
    "names_above": lambda indicator, bound, ids, match: " and ".join(
        str(COUNTRIES[iso3]) for iso3, value in shown(indicator).items() if value > float(bound) and iso3 in group(ids, match)
    ),
    "median": median,
    "total": lambda *asked: million(total(*asked)),
    "share": lambda measure, conditions: f"{100 * total(measure, conditions) / total(measure):.0f}",
    "records": lambda *asked: len(money(*asked)),
    "top": lambda measure, dimension: top(measure, dimension)[0],
    "top_total": lambda measure, dimension: million(top(measure, dimension)[1]),
    "top_share": lambda measure, dimension: f"{100 * top(measure, dimension)[1] / total(measure):.0f}",
    "figures": lambda verdicts="": len(FIGURES) if not verdicts else FIGURES["verdict"].isin(verdicts.split(",")).sum(),
    "published": lambda one: figure(one, "published"),
    "as_stated": lambda one: figure(one, "recomputed_as_stated"),
    "at_best": lambda one: figure(one, "recomputed"),
}  # fmt: skip


@pytest.mark.parametrize("named", [one for one in NAMED if one[0] != "place"], ids=" ".join)
def test_a_number_is_the_one_of_the_tables(named: tuple[str, ...]) -> None:
    name, *arguments = named
    assert tell(name, *arguments) == str(COUNTED[name](*arguments))


@pytest.mark.parametrize("named", [one for one in NAMED if one[0] == "place"], ids=" ".join)
def test_a_place_is_no_better_than_the_sure_values_allow(named: tuple[str, ...]) -> None:
    found = [int(one) for one in re.findall(r"\d+", tell(*named))]
    first, last = place(*named[1:])
    assert first <= found[0] <= (found[1] if len(found) == 3 else found[0]) <= last
    assert found[-1] == len(shown(named[1]))


@pytest.mark.parametrize("text", TEXTS)
def test_no_number_is_typed(text: str) -> None:
    # Years are names, and "per 100,000" is a unit.
    left = re.sub(r"\b(?:19|20)\d\d\b|per 100,000", "", NUMBER.sub("", text))
    assert not re.search(r"\d", left)
    assert "—" not in text


def test_the_stories_are_five_with_a_handful_of_steps_each() -> None:
    stories = story_views.list_shipped()
    assert len(stories) == 5
    for one in stories:
        assert 4 <= len(one.story.steps) <= 7 < MOST_STEPS
        assert all(step.title and step.note for step in one.story.steps)
        assert len({step.title for step in one.story.steps}) == len(one.story.steps)
        assert not any("{" in text for step in one.story.steps for text in (step.title, step.note, one.about))


def test_a_title_is_short_enough_for_the_back_of_a_room() -> None:
    for one in story_views.list_shipped():
        for step in one.story.steps:
            assert len(step.title) <= 140, step.title


def test_what_is_claimed_beyond_the_numbers_holds() -> None:
    # "has most private guards ... and fewest police"
    assert tell("highest", "private_security_per_100k") == tell("lowest", "police_per_100k")
    # "Half of what was contracted"
    assert 47 <= int(tell("top_share", "contracted", "sector")) <= 53
    # "Most of the countries above 30 lie in Central America and the Caribbean"
    above = shown("homicide_rate")[shown("homicide_rate") > 30].index
    subregions = table("countries").set_index("iso3")["subregion_id"]
    assert (subregions[above] != "south_america").mean() > 0.5
    # "small island states": none of those without a value is on the mainland
    assert set(COUNTRIES.index) - set(shown("homicide_rate").index) == {"ATG", "DMA", "GRD", "KNA", "LCA", "VCT"}
    # "among the fewest"
    assert place("prisoners_per_100k", "ECU")[0] > 0.8 * len(shown("prisoners_per_100k"))
    assert tell("highest", "prison_occupancy_pct") == COUNTRIES["ECU"]
    # "For the IDB Alliance the order is the reverse"
    medians = {
        (one, at): float(median("homicide_rate", one, at)) for one in ("eu_lac_alliance", "idb_alliance") for at in "01"
    }
    assert medians["eu_lac_alliance", "0"] > medians["eu_lac_alliance", "1"]
    assert medians["idb_alliance", "0"] < medians["idb_alliance", "1"]
    # "Most are the latest ones"
    unused = money("committed", "uptake=none")["decision_year"].astype(int)
    assert (unused >= 2012).mean() > 0.5
    # "then the first figure comes out. Nothing in the annex leads to the second."
    verdicts = FIGURES.set_index("figure_id")["verdict"]
    assert verdicts["section4_total"] == "other_base"
    assert verdicts["summary_total"] == verdicts["section6_bilateral"] == "does_not_come_out"
    # "two printed values look like a lost decimal mark, a third stands on the row that was inferred"
    judges = VALUES[(VALUES["indicator_id"] == "judges_per_100k") & (VALUES["status"] == "doubtful")]
    assert sorted(judges["caveat_ids"]) == ["chile_judges", "dominican_republic_row", "trinidad_judges"]
    # "For Honduras and Jamaica the report prints a second value elsewhere"
    conflict = VALUES[(VALUES["indicator_id"] == "homicide_rate") & (VALUES["status"] == "conflict")]
    assert set(conflict["iso3"]) == {"HND", "JAM"}
    # "For Haiti and Venezuela a value is printed, but its column cannot be known"
    unplaced = VALUES[(VALUES["indicator_id"] == "prison_occupancy_pct") & (VALUES["status"] == "unplaced")]
    assert set(unplaced["iso3"]) == {"HTI", "VEN"}


@pytest.mark.parametrize(
    ("across", "upwards"), [("homicide_rate", "committed"), ("prisoners_per_100k", "prison_occupancy_pct")]
)
def test_where_a_title_sees_no_relation_the_page_sees_none(across: str, upwards: str) -> None:
    steps = [step for one in story_views.list_shipped() for step in one.story.steps if step.slug == "compare"]
    [step] = [one for one in steps if dict(one.parameters)["x"] == across and dict(one.parameters)["y"] == upwards]
    assert " clearly " in step.title
    handout = story_views.open_step(step).handout
    assert handout is not None
    assert "no clear relation" in handout.title


@pytest.mark.parametrize("name", story_views.SHIPPED)
def test_a_step_shows_the_view_that_its_words_are_of(name: str) -> None:
    for step in story_views.open_story(name).story.steps:  # type: ignore[union-attr]
        opened = story_views.open_step(step)
        assert opened.problems == ()
        assert opened.handout is not None
        assert opened.handout.figures
        figure = story_views.find_figure(step)
        assert not figure or figure in {one.key for one in opened.handout.figures}
