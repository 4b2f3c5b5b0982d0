"""Check it yourself: four checks that anyone can run again, on the files as they lie there and on the lines that the pages add up.

`python -m geo.self_check` prints the same report as the page and ends with 1 when something fails.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from data.integrity import SUMS, check_built, find_version, hash_file
from data.seeds import SEED_FOLDER
from data.store import BUILT_FOLDER
from geo import self_check_ledger, self_check_sums, self_check_tables
from geo.citation import ATLAS
from geo.messages import mark, say, say_count
from geo.spelling import format_number

SHOWN_PROBLEMS = 5

_QUESTIONS = {
    "files": mark("Is every built file the one that was built?"),
    "tables": mark("Does every table have its columns, keys and rows?"),
    "sums": mark("Do the lines on the pages add up to the amounts in the tables?"),
    "ledger": mark("Does the ledger come out the same when computed again from the seeds?"),
}

# What a check finds: how many things it looked at, and a sentence for each that is wrong.
Findings = tuple[int, list[str]]


@dataclass(frozen=True)
class Check:
    """One check: how many things were checked, a sentence for each that is wrong, and the time it took."""

    check_id: str
    checked: int
    problems: tuple[str, ...]
    milliseconds: float

    @property
    def question(self) -> str:
        """What the check asks."""
        return say(_QUESTIONS[self.check_id])

    @property
    def counted(self) -> str:
        """What was checked, with its number: "1,234 rows"."""
        number = format_number(self.checked, 0)
        if self.check_id == "files":
            return say_count("{number} file", "{number} files", self.checked, number=number)
        if self.check_id == "tables":
            return say_count("{number} row", "{number} rows", self.checked, number=number)
        if self.check_id == "sums":
            return say_count("{number} sum", "{number} sums", self.checked, number=number)
        return say_count("{number} figure", "{number} figures", self.checked, number=number)

    @property
    def passed(self) -> bool:
        """Whether something was checked and nothing is wrong."""
        return self.checked > 0 and not self.problems


@dataclass(frozen=True)
class Report:
    """Every check, and what was checked: the version of the atlas and the checksum of all built files together."""

    version: str
    data: str
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(check.passed for check in self.checks)


def run_checks(built: Path = BUILT_FOLDER, seeds: Path = SEED_FOLDER) -> Report:
    """Return the report on the built files and seeds of two folders; never raises: what goes wrong is a problem of its check."""
    return Report(find_version(), _hash_all(built), tuple(_list_checks(built, seeds)))


def tell_finding(report: Report) -> str:
    """Return the report in one sentence."""
    failed = [check for check in report.checks if not check.passed]
    checks = len(report.checks)
    if not failed:
        number = format_number(sum(check.checked for check in report.checks), 0)
        return say(
            "All {checks} checks passed: {number} things were checked and nothing is wrong.",
            checks=checks,
            number=number,
        )
    return say(
        "{failed} of {checks} checks failed. Do not rely on numbers of this server until it is mended.",
        failed=len(failed), checks=checks,
    )  # fmt: skip


def to_text(report: Report) -> str:
    """Return the report as plain text, to copy into a message."""
    lines = [say("{atlas} {version}, data {checksum}", atlas=ATLAS, version=report.version, checksum=report.data)]
    for check in report.checks:
        verdict = say("PASS") if check.passed else say("FAIL")
        lines.append(f"{verdict}  {check.question} {check.counted}, {check.milliseconds:.0f} ms")
        lines += [f"      {problem}" for problem in list_shown(check)]
    return "\n".join([*lines, tell_finding(report)]) + "\n"


def list_shown(check: Check) -> list[str]:
    """Return the problems of a check that are written out, and how many more there are."""
    left = len(check.problems) - SHOWN_PROBLEMS
    more = [say("and {number} more", number=format_number(left, 0))] if left > 0 else []
    return [*check.problems[:SHOWN_PROBLEMS], *more]


def _list_checks(built: Path, seeds: Path) -> Iterator[Check]:
    yield _run("files", partial(_check_files, built))
    yield _run("tables", partial(self_check_tables.check_tables, built, seeds))
    yield _run("sums", partial(self_check_sums.check_sums, built))
    yield _run("ledger", partial(self_check_ledger.check_ledger, built, seeds))


def _run(check_id: str, check: Callable[[], Findings]) -> Check:
    start = perf_counter()
    try:
        checked, problems = check()
    except Exception as error:
        # A file damaged enough is read as anything: whatever the check met, it has failed, and says what it met.
        checked, problems = 0, [f"{type(error).__name__}: {error}"]
    return Check(check_id, checked, tuple(problems), (perf_counter() - start) * 1000)


def _check_files(built: Path) -> Findings:
    return check_built(built), []


def _hash_all(built: Path) -> str:
    return hash_file(built / SUMS) if (built / SUMS).is_file() else say("without checksums")


def main() -> int:
    """Print the report and return the exit code."""
    report = run_checks()
    print(to_text(report), end="")
    return 0 if report.passed else 1


if __name__ == "__main__":
    sys.exit(main())
