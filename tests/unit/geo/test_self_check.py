"""Each check passes on what is committed and fails on a copy damaged in the way that it looks for."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from data.integrity import SUMS, write_sums
from data.seeds import SEED_FOLDER
from data.store import BUILT_FOLDER
from geo import self_check, self_check_ledger, self_check_sums, self_check_tables
from geo.figures.check_table import tabulate_checks
from geo.self_check import Check, Report, run_checks, tell_finding, to_text

TABLES = len([path for path in BUILT_FOLDER.iterdir() if path.suffix == ".csv"])


@pytest.fixture(scope="module")
def report() -> Report:
    return run_checks()


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return copytree(BUILT_FOLDER, tmp_path / "built")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return copytree(SEED_FOLDER, tmp_path / "seeds")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def drop_last_row(path: Path) -> None:
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")


def repeat_last_row(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[-1]]), encoding="utf-8")


def test_everything_passes_on_what_is_committed(report: Report) -> None:
    assert [(check.check_id, check.problems) for check in report.checks] == [
        (name, ()) for name in ("files", "tables", "sums", "ledger")
    ]
    assert report.passed
    counted = {check.check_id: check.checked for check in report.checks}
    assert counted["files"] == len(list(BUILT_FOLDER.iterdir())) - 1
    # Two measures, two rules: each record, and each dimension of its measure; and each decision against its contracts.
    assert counted["sums"] == 2 * (41 + 154) + 2 * (9 + 12) + 41
    assert counted["tables"] > 1000
    assert counted["ledger"] > 100


def test_the_report_can_be_copied(report: Report) -> None:
    text = to_text(report)
    lines = text.splitlines()
    assert lines[0] == f"LAC Citizen Security Atlas {report.version}, data {report.data}"
    assert [line[:6] for line in lines[1:-1]] == ["PASS  "] * 4
    assert all(line.endswith(" ms") for line in lines[1:-1])
    assert lines[-1].startswith("All 4 checks passed: ")
    assert "FAIL" not in text


def test_a_changed_file_fails_the_first_check(built: Path) -> None:
    change(built / "caveats.csv", "e", "a")
    check = run_checks(built).checks[0]
    assert not check.passed
    assert check.problems[0].startswith("DamagedFileError: built/caveats.csv: found SHA-256 ")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda built: drop_last_row(built / "contracts.csv"), "contracts.csv: 153 rows, the seeds have 154"),
        (lambda built: repeat_last_row(built / "countries.csv"), "countries.csv row 35: the key VEN stands there twice"),
        (lambda built: change(built / "countries.csv", "iso3,", "iso,"), "countries.csv: columns iso, "),
        (lambda built: change(built / "countries.csv", "Argentina", ""), "countries.csv row 2, name: empty"),
        (lambda built: change(built / "indicator_values.csv", ",ok,", ",fine,"), '"fine" is not one of'),
        (lambda built: change(built / "decisions.csv", "DCI", "dci"), "not the checksum that datapackage.json has"),
        (lambda built: (built / "zones.csv").write_text("", encoding="utf-8"), "zones.csv: columns without rows"),
    ],
)  # fmt: skip
def test_wrong_tables_are_told_though_their_checksums_hold(
    built: Path, damage: Callable[[Path], object], said: str
) -> None:
    damage(built)
    write_sums(built)
    _, problems = self_check_tables.check_tables(built, SEED_FOLDER)
    assert any(said in problem for problem in problems), problems[:5]


def test_a_table_that_the_descriptor_does_not_know_is_told(built: Path) -> None:
    change(built / "datapackage.json", '"path": "zones.csv"', '"path": "zonas.csv"')
    _, problems = self_check_tables.check_tables(built, SEED_FOLDER)
    assert problems == [
        "datapackage.json: describes zonas.csv, which is no table",
        "datapackage.json: does not describe zones.csv",
    ]


def test_an_amount_that_differs_by_a_cent_is_told(built: Path) -> None:
    rows = self_check_tables.read_rows(built / "contracts.csv")
    amount = rows[0]["contracted_eur"]
    change(built / "contracts.csv", f",{amount},", f",{float(amount) + 0.01:.2f},")
    _, problems = self_check_sums.check_sums(built)
    told = [problem for problem in problems if rows[0]["contract_id"] in problem]
    assert len(told) == 2, "with and without the rule"
    assert any(problem.startswith(f"decision {rows[0]['decision_id']}: ") for problem in problems)
    assert any(problem.startswith("contracted, rule none, by level: ") for problem in problems)
    assert not any(problem.startswith("committed") for problem in problems)


def test_a_contract_under_another_decision_is_told(built: Path) -> None:
    rows = self_check_tables.read_rows(built / "contracts.csv")
    first, other = (
        rows[0]["decision_id"],
        next(row["decision_id"] for row in rows if row["decision_id"] != rows[0]["decision_id"]),
    )
    change(built / "contracts.csv", first, other)
    _, problems = self_check_sums.check_sums(built)
    assert {problem.split(":")[0] for problem in problems} == {f"decision {first}", f"decision {other}"}


@pytest.mark.parametrize("rule", ["none", "equal_shares"])
def test_a_line_that_the_pages_lost_is_told(monkeypatch: pytest.MonkeyPatch, rule: str) -> None:
    whole = self_check_sums.list_lines
    monkeypatch.setattr(
        self_check_sums,
        "list_lines",
        lambda measure, spread: (
            whole(measure, spread)[1:] if (measure, spread) == ("committed", rule) else whole(measure, spread)
        ),
    )
    _, problems = self_check_sums.check_sums(BUILT_FOLDER)
    assert problems
    assert all(problem.startswith(f"committed, rule {rule}, ") for problem in problems)


def test_a_line_with_a_value_that_its_dimension_does_not_know_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = self_check_sums.list_lines

    def misplace(measure: str, spread: str) -> tuple[object, ...]:
        first, *others = whole(measure, spread)
        return (replace(first, zone="atlantis"), *others)

    monkeypatch.setattr(self_check_sums, "list_lines", misplace)
    _, problems = self_check_sums.check_sums(BUILT_FOLDER)
    assert len(problems) == 4
    assert all("by programming zone" in problem for problem in problems)


def test_a_verdict_that_was_bent_is_told(built: Path) -> None:
    rows = self_check_tables.read_rows(built / "published_figures.csv")
    bent = next(row for row in rows if row["verdict"] not in ("exact", "within_rounding"))
    change(built / "published_figures.csv", f",{bent['verdict']},", ",exact,")
    _, problems = self_check_ledger.check_ledger(built, SEED_FOLDER)
    assert len(problems) == 1
    assert f'verdict: found "exact", computed "{bent["verdict"]}"' in problems[0]


def test_another_reading_in_the_seeds_changes_the_ledger(seeds: Path) -> None:
    rows = self_check_tables.read_rows(seeds / "published_figures.csv")
    figure = rows[0]
    path = seeds / "published_figures.csv"
    path.write_text(
        "".join(
            line
            for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
            if not line.startswith(f"{figure['figure_id']},")
        ),
        encoding="utf-8",
    )
    _, problems = self_check_ledger.check_ledger(BUILT_FOLDER, seeds)
    assert f"published_figures.csv: {figure['figure_id']} is not in the seeds" in problems


def test_files_that_are_gone_fail_their_checks_and_raise_nothing(tmp_path: Path) -> None:
    report = run_checks(tmp_path, tmp_path)
    assert [check.passed for check in report.checks] == [False] * 4
    assert all(check.problems for check in report.checks)
    assert report.data == "without checksums"
    assert tell_finding(report).startswith("4 of 4 checks failed. ")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"{}", b"[]", b"\x00" * 100, b'"'])
@pytest.mark.parametrize("name", ["datapackage.json", "contracts.csv", SUMS])
def test_nonsense_in_a_file_is_a_failed_check_and_no_exception(
    built: Path, name: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_check_ledger, "build_ledger", lambda _seeds: {})  # takes longest, and is tested above
    (built / name).write_bytes(content)
    report = run_checks(built)
    assert not report.checks[0].passed
    assert all(problem for check in report.checks for problem in check.problems)


def test_a_check_that_checked_nothing_has_not_passed() -> None:
    assert not Check("files", 0, (), 1.0).passed
    assert Check("files", 1, (), 1.0).passed


def test_many_problems_are_counted_and_a_few_shown() -> None:
    check = Check("sums", 9, tuple(f"sum {number}" for number in range(9)), 1.0)
    report = Report("1.0", "abc", (check,))
    assert "sum 4\n      and 4 more" in to_text(report)
    assert "sum 5" not in to_text(report)
    (row,) = tabulate_checks(report)["rows"]
    assert row["cells"][1] == "Fail"
    assert row["cells"][-1].endswith("sum 4. and 4 more.")


def test_the_command_ends_with_1_when_something_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(self_check, "run_checks", lambda: Report("1.0", "abc", (Check("files", 0, (), 1.0),)))
    assert self_check.main() == 1
    assert "FAIL" in capsys.readouterr().out
