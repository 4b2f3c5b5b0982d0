"""The worker: what it answers, what a call that breaks it costs, and what it is never told."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from pages.kit.worker import MOST_WAITING, Worker, WorkerError, list_settings


@pytest.fixture
def worker() -> Iterator[Worker]:
    found = Worker(seconds=20)
    yield found
    found.stop()


def double(number: int, *, plus: int = 0) -> int:
    return 2 * number + plus


def fail_with_secret() -> None:
    raise ValueError("a value that a visitor typed")


def crash() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    time.sleep(600)


def read_setting(name: str) -> str | None:
    return os.environ.get(name)


def take_memory() -> int:
    return len(bytearray(8 * 1024**3))


def test_it_answers_and_is_kept_for_the_next_call(worker: Worker) -> None:
    assert worker.process_id is None, "started before anybody asked"
    assert worker.run(double, 4, plus=1) == 9
    first = worker.process_id
    assert worker.run(double, 5) == 10
    assert worker.process_id == first


def test_a_failure_is_told_calmly_and_leaves_it_running(worker: Worker) -> None:
    with pytest.raises(WorkerError) as told:
        worker.run(fail_with_secret)
    assert "typed" not in str(told.value)
    assert "fail_with_secret" in str(told.value.__cause__)
    assert worker.run(double, 1) == 2


def test_a_crash_costs_one_call(worker: Worker) -> None:
    worker.run(double, 1)
    first = worker.process_id
    with pytest.raises(WorkerError, match="could not be made"):
        worker.run(crash)
    assert worker.run(double, 2) == 4
    assert worker.process_id not in (None, first)


def test_a_process_that_died_unseen_costs_no_call(worker: Worker) -> None:
    worker.run(double, 1)
    assert worker.process_id
    os.kill(worker.process_id, signal.SIGKILL)
    assert worker.run(double, 3) == 6


def test_a_call_that_takes_too_long_is_ended() -> None:
    worker = Worker(seconds=20)
    worker.run(double, 1)
    process_id = worker.process_id
    worker._seconds = 0.3
    with pytest.raises(WorkerError, match="too long"):
        worker.run(hang)
    assert worker.process_id is None
    assert process_id is not None
    with pytest.raises(ProcessLookupError):
        os.kill(process_id, 0)
    worker._seconds = 20
    assert worker.run(double, 2) == 4
    worker.stop()


def test_callers_wait_for_their_turn(worker: Worker) -> None:
    with ThreadPoolExecutor(1 + MOST_WAITING) as pool:
        answers = list(pool.map(lambda number: worker.run(double, number), range(40)))
    assert answers == [2 * number for number in range(40)]


def test_a_caller_who_would_wait_too_long_is_told_so() -> None:
    worker = Worker(seconds=0.1)
    with worker._turn, pytest.raises(WorkerError, match="before you"):
        worker.run(double, 1)
    assert worker.process_id is None


def test_only_so_many_wait_and_the_next_is_refused_at_once() -> None:
    worker = Worker(seconds=600)
    for _ in range(1 + MOST_WAITING):
        worker._places.acquire()
    with worker._turn, pytest.raises(WorkerError, match="before you"):
        worker.run(double, 1)


def test_a_call_cut_off_by_the_end_of_the_server_is_not_run_again(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.run(double, 1)
    exchange, asked = worker._exchange, []

    def cut_off(call: tuple[object, ...]) -> tuple[bool, object]:
        asked.append(call)
        worker.close()
        raise EOFError

    monkeypatch.setattr(worker, "_exchange", cut_off)
    with pytest.raises(WorkerError, match="restarted"):
        worker.run(double, 2)
    monkeypatch.setattr(worker, "_exchange", exchange)
    with pytest.raises(WorkerError, match="restarted"):
        worker.run(double, 3)
    assert (len(asked), worker.process_id) == (1, None)
    worker.open()
    assert worker.run(double, 4) == 8


def test_closing_while_a_process_starts_leaves_none(worker: Worker) -> None:
    worker._is_closed = True
    with pytest.raises(WorkerError, match="restarted"):
        worker._connect()
    assert worker.process_id is None


def test_what_cannot_be_handed_over_is_told_calmly(worker: Worker) -> None:
    with pytest.raises(WorkerError, match="could not be made"):
        worker.run(lambda: 1)
    assert worker.run(double, 1) == 2


def test_it_is_new_after_so_many_calls() -> None:
    worker = Worker(seconds=20, most_calls=2)
    seen = []
    for number in range(4):
        assert worker.run(double, number) == 2 * number
        seen.append(worker.process_id)
    assert seen[0] == seen[1] != seen[2] == seen[3]
    worker.stop()


def test_memory_is_bounded_and_the_next_call_has_it_again(worker: Worker) -> None:
    with pytest.raises(WorkerError, match="could not be made"):
        worker.run(take_memory)
    assert worker.run(double, 2) == 4


def test_it_is_told_no_secret(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_SECRET", "a word")
    assert worker.run(read_setting, "ATLAS_SECRET") is None
    assert worker.run(read_setting, "PYTHONHASHSEED") == "0"
    assert set(list_settings({"HOME": "/tmp", "TOKEN": "x"})) & {"HOME", "TOKEN"} == {"HOME"}


def test_its_folder_is_gone_with_it(worker: Worker) -> None:
    folder = worker.run(read_setting, "MPLCONFIGDIR")
    assert folder
    assert os.path.isdir(folder)
    worker.stop()
    assert not os.path.exists(folder)
