"""The table of the page "Check it yourself": one row a check, with its verdict, what was counted, and the time it took."""

from typing import Any

from geo.figures.tables import column
from geo.self_check import Check, Report, list_shown

LABEL = "What was checked, on this server, when you asked"


def tabulate_checks(report: Report) -> dict[str, Any]:
    """Return the table of a report; times in ms."""
    return {
        "label": LABEL,
        "columns": [
            column("question", "Question"), column("verdict", "Verdict"), column("checked", "Checked"),
            column("time", "Time, ms", "number"), column("problems", "What is wrong"),
        ],
        "rows": [{"id": check.check_id, "cells": _cells(check), "in": True} for check in report.checks],
        "selected": None,
        "pick": False,
        "empty": "No checks.",
    }  # fmt: skip


def _cells(check: Check) -> list[Any]:
    verdict = "Pass" if check.passed else "Fail"
    wrong = " ".join(f"{problem}." for problem in list_shown(check)) or "nothing"
    time = {"t": f"{check.milliseconds:,.0f}", "v": check.milliseconds}
    return [check.question, verdict, f"{check.checked:,} {check.noun}", time, wrong]
