"""The document is written from whatever parts there are, and a part that is measured again replaces only itself."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.bench import machine, report, store

OF = {
    "date": "2026-11-22", "cores": 2, "load_average": 0.4, "system": "Linux", "python": "3.11.7",
    "libraries": {"streamlit": "1.67.0"}, "programs": {"nginx": "1.28"},
}  # fmt: skip
STEP = {"interactions_per_s": 2.0, "p50_ms": 40.0, "p95_ms": 60.0, "errors": 0, "cpu_ms": 27.0, "memory_mb": 191.2}
LOAD = {"steps": [STEP | {"visitors": 10}, STEP | {"visitors": 100, "p95_ms": 260.0}], "memory_per_visitor_mb": 0.25}
WAIT = {"wait_p50_ms": 80.0, "wait_p95_ms": 120.0, "cpu_ms": 24.0, "received_kb": 19.0}
PEER = {"new": WAIT, "seen": WAIT, "first_map_ms": 2000.0, "first_answer_ms": 2000.0, "memory_mb": 188.0}
PEERS = {"atlas": PEER, "tutorial": PEER | {"new": WAIT | {"wait_p50_ms": 400.0}}, "dash": PEER, "limit": WAIT}


def part(data: dict[str, Any], *, quick: bool = False) -> dict[str, Any]:
    return {"of": OF, "quick": quick, "data": data}


def test_the_document_says_what_was_measured_and_what_was_not() -> None:
    text = report.write({"load": part(LOAD), "start": part({
        "starts": 7, "healthy_s": 1.5, "healthy_worst_s": 2.5, "memory_at_rest_mb": 180.0, "memory_after_one_visitor_mb": 190.0,
    })})  # fmt: skip
    assert "| Start to healthy | ≤ 2 s | 1.5 s | met |" in text
    assert "| 100 visitors on one process, p95 | ≤ 200 ms | 260 ms | missed by 60 ms |" in text
    assert "| 200 visitors on two processes, p95 | ≤ 300 ms |  | not measured |" in text
    assert "## Many visitors on one process" in text
    assert "## Soak" not in text
    assert "2026-11-22; 2 cores" in text


def test_a_trial_is_called_one() -> None:
    text = report.write({"load": part(LOAD, quick=True)})
    assert "A short trial, not a measurement" in text
    assert "0 of 0 measured goals" in text
    assert "missed" not in text


def test_peers_stand_beside_the_atlas_with_ratios() -> None:
    text = report.write({"peers": part(PEERS)})
    assert "| Key press to map, p50, ms, new selection | 80 | 400 | 80 | 80 | 0.20 | 1.00 |" in text
    assert "| Faster to the map than the tutorial | ≥ 4 times | 5 times | met |" in text
    assert "| Faster to the map than the Dash app | ≥ 2 times | 1 times | missed by 1 times |" in text


def test_every_table_has_as_many_cells_in_each_line() -> None:
    lines = report.write({"load": part(LOAD), "peers": part(PEERS)}).splitlines()
    for line, below in pairwise(lines):
        if line.startswith("|") and below.startswith("|"):
            assert line.count("|") == below.count("|"), below


def test_a_part_measured_again_leaves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "describe", lambda: OF)
    path = tmp_path / "benchmarks.json"
    store.keep("load", LOAD, is_quick=True, path=path)
    store.keep("start", {"healthy_s": 1.23456789, "starts": 7}, is_quick=False, path=path)
    parts = store.keep("load", LOAD | {"memory_per_visitor_mb": 0.5}, is_quick=False, path=path)
    assert parts == store.load(path) == json.loads(path.read_text(encoding="utf-8"))
    assert parts["start"]["data"] == {"healthy_s": 1.235, "starts": 7}
    assert parts["load"]["data"]["memory_per_visitor_mb"] == 0.5
    assert not parts["load"]["quick"]


def test_without_a_file_nothing_was_measured(tmp_path: Path) -> None:
    assert store.load(tmp_path / "none.json") == {}
    assert "0 of 0 measured goals are met" in report.write({})
