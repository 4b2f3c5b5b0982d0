"""Two measures against each other, and values in sets of countries, as points on axes; the numbers come from the download's rows."""

from typing import Any

import pandas as pd

from geo.exports.slides.content import Exhibit, Point, PointChart, PointGroup, Scale
from geo.exports.slides.read_bars import find_format
from geo.handout import Drawn, Handout
from geo.messages import say
from geo.spelling import join_clauses, name_value

Payload = dict[str, Any]
MEDIAN, REFERENCE = "#4a5663", "#b5651d"
GROUP_COLOURS = ("#0b4f8a", "#b5651d", "#2a8155")
SHAPES = ("circle", "square", "triangle")
HALF_RULE = 0.3  # of the way from row to row
ROOM = 0.55  # between the first row of a distribution and the end of its axis


def read_scatter(handout: Handout, figure: Drawn) -> Exhibit:
    """Return two measures as points in a group for each sub-region, with the medians as lines."""
    data = figure.data
    values = {row["iso3"]: (row["x_value"], row["y_value"]) for row in handout.rows.to_dict("records")}
    known = [one for one in data["points"] if all(pd.notna(value) for value in values[one["id"]])]
    is_log = handout.parameters.get("scale") == "log"
    scales = [_make_scale(data[side], [values[one["id"]][at] for one in known], known, at, is_log=is_log)
              for at, side in enumerate(("across", "upwards"))]  # fmt: skip
    groups = tuple(
        _make_group(
            mark,
            [one for one in known if one["group"] == at and bool(one["doubtful"]) == is_doubtful],
            values,
            is_doubtful=is_doubtful,
        )
        for at, mark in enumerate(data["groups"])
        for is_doubtful in (False, True)
    )
    words = [
        say("{measure}: values of 0 or below have no logarithm, so its axis is linear.", measure=scale.title)
        for scale in scales
        if is_log and not scale.is_logarithmic
    ]
    words += (
        [say("Pale, with (?): doubtful, or the document prints other values too.")]
        if any(one["doubtful"] for one in known)
        else []
    )
    words += [
        say("{name}: {value}.", name=data[side]["title"], value=data[side]["guide"]["text"])
        for side in ("across", "upwards")
        if data[side]["guide"]
    ]
    # The largest group first: LibreOffice draws none that stands before a larger one.
    filled = sorted((one for one in groups if one.points), key=lambda one: -len(one.points))
    chart = PointChart(tuple(filled), scales[0], scales[1])
    return Exhibit("", "", chart, _describe(data, known), tuple(words))


def read_distribution(handout: Handout, figure: Drawn) -> Exhibit:
    """Return the values of sets of countries as rows of points, the first on top, with the median of each."""
    data = figure.data
    rows = data["rows"]
    places = {at: float(len(rows) - at) for at in range(len(rows))}
    groups = [group for at, row in enumerate(rows) if row["points"] for group in _make_rows(row, at, places[at])]
    groups += [
        _rule(say("Median: {value}", value=row["median_text"]), row["median"], places[at])
        for at, row in enumerate(rows)
        if row["median"] is not None
    ]
    groups.sort(key=lambda one: -len(one.points))
    ends = (1 - ROOM, len(rows) + ROOM)
    groups += [
        PointGroup(f"{one['short']} {one['text']}", "dash", REFERENCE, tuple(Point("", one["value"], end) for end in ends))
        for one in data["references"]
    ]  # fmt: skip
    texts = [point["number"] for row in rows for point in row["points"]]
    highest = max((point["value"] for row in rows for point in row["points"]), default=data["domain"][1])
    across = Scale(data["unit"], find_format(texts), data["domain"][0], max(data["domain"][1], highest))
    names = tuple(_name_row(row) for row in reversed(rows))
    abouts = (say("{name}: {value}.", name=row["label"], value=row["about"]) for row in rows)
    words = [f"{about} {row['missing']}".strip() for about, row in zip(abouts, rows, strict=True)]
    said = join_clauses(
        name_value(row["label"], ", ".join(f"{one['name']} {one['text']}" for one in row["points"])) for row in rows
    )
    title = data["finding"]
    chart = PointChart(tuple(groups), across, Scale("", "0", *ends, names=names))
    return Exhibit(title, "", chart, f"{data['label']}. {said}", tuple(words))


def _make_scale(axis: Payload, values: list[float], known: list[Payload], at: int, *, is_log: bool) -> Scale:
    """An axis as on the screen; a doubtful value far beyond the others is drawn where it is, and the axis as long as that."""
    texts = [one["lines"][at] for one in known]
    usable = is_log and bool(values) and min(values) > 0
    return Scale(f"{axis['title']} ({axis['unit']})", find_format(texts), is_logarithmic=usable)


def _make_group(mark: Payload, found: list[Payload], values: dict[str, Any], *, is_doubtful: bool) -> PointGroup:
    """The points of a sub-region: those that are sure, or those that are not, pale and named so."""
    points = tuple(_place(f"{one['name']}{' (?)' * is_doubtful}", *values[one["id"]]) for one in found)
    name = _name_doubtful(mark["label"]) if is_doubtful else mark["label"]
    return PointGroup(name, mark["shape"], mark["light"], points, is_pale=is_doubtful)


def _name_doubtful(group: str) -> str:
    return say("{group}, in doubt", group=group)


def _name_row(row: Payload) -> str:
    """A set with its median."""
    if row["median_text"]:
        return say("{set} (median {value})", set=row["label"], value=row["median_text"])
    return say("{set} (no median)", set=row["label"])


def _place(name: str, across: Any, upwards: Any) -> Point:
    return Point(name, float(across), float(upwards))


def _make_rows(row: Payload, at: int, place: float) -> list[PointGroup]:
    """The points of a set, the doubtful ones pale; the outermost two and doubtful ones have their names beside them."""
    look = (SHAPES[at % len(SHAPES)], GROUP_COLOURS[at % len(GROUP_COLOURS)])
    outer = {row["points"][0]["id"], row["points"][-1]["id"]}
    groups = []
    for is_doubtful in (False, True):
        found = [one for one in row["points"] if bool(one["doubtful"]) == is_doubtful]
        points = tuple(
            Point(
                f"{one['name']}{' (?)' * is_doubtful}",
                float(one["value"]),
                place,
                is_quiet=not is_doubtful and one["id"] not in outer,
            )
            for one in found
        )
        name = _name_doubtful(row["label"]) if is_doubtful else row["label"]
        groups += [PointGroup(name, *look, points, is_pale=is_doubtful)] if points else []
    return groups


def _rule(name: str, value: float, place: float) -> PointGroup:
    """A short line across a row of points."""
    ends = (Point("", value, place - HALF_RULE), Point("", value, place + HALF_RULE))
    return PointGroup(name, "line", MEDIAN, ends)


def _describe(data: Payload, known: list[Payload]) -> str:
    points = join_clauses(name_value(one["name"], ", ".join(one["lines"][:2])) for one in known)
    return f"{data['label']}. {points}"
