"""The table of the page "Check it yourself": one row a check, with its verdict, what was counted, and the time it took."""

from typing import Any

from geo.figures.tables import column
from geo.messages import mark, say
from geo.self_check import Check, Report, list_shown
from geo.spelling import format_number

LABEL = mark("What was checked, on this server, when you asked")


def tabulate_checks(report: Report) -> dict[str, Any]:
    """Return the table of a report; times in ms."""
    return {
        "label": say(LABEL),
        "columns": [
            column("question", say("Question")), column("verdict", say("Verdict")), column("checked", say("Checked")),
            column("time", say("Time, ms"), "number"), column("problems", say("What is wrong")),
        ],
        "rows": [{"id": check.check_id, "cells": _cells(check), "in": True} for check in report.checks],
        "selected": None,
        "pick": False,
        "empty": say("No checks."),
    }  # fmt: skip


def _cells(check: Check) -> list[Any]:
    verdict = say("Pass") if check.passed else say("Fail")
    wrong = " ".join(f"{problem}." for problem in list_shown(check)) or say("nothing")
    time = {"t": format_number(check.milliseconds, 0), "v": check.milliseconds}
    return [check.question, verdict, check.counted, time, wrong]
