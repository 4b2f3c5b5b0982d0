"""One process beside the server for what is slow and heavy: pictures, print sheets, slides. The server itself stays light and quick.

It is started by the first call, ends when it was idle for a while or the server ends, and takes one call at a time. A call that crashes
it or takes too long costs that call alone: the next one finds a new process. It gets none of the server's settings but those named here.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from pickle import PickleError
from threading import BoundedSemaphore, Lock
from typing import Any, ParamSpec, TypeVar

from geo.messages import current, mark, say

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

ROOT = Path(__file__).resolve().parents[2]
GRACE_SECONDS = 2.0  # for a process without work to end by itself
SECONDS = 30.0  # for one call, and as long for those before it; a picture takes one or two
MOST_WAITING = 4  # each holds a thread of the server, which quick downloads need too
MOST_CALLS = 300  # then a new process: what a library never gives back goes with the old one
# What a process needs to find its way; anything else of the server's environment may be a secret.
KEPT_SETTINGS = ("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
FOLDER_SETTING = (
    "MPLCONFIGDIR"  # where matplotlib writes what it knows of fonts; the atlas's own folder may be read-only
)
# The same input must give the same bytes, and one core is all that a call may take.
OWN_SETTINGS = {
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "0",
    "MPLBACKEND": "agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}


BUSY = mark("Others are before you. Please try again in a moment.")
FAILED = mark("This file could not be made. The view itself is not affected.")


class WorkerError(RuntimeError):
    """A call that gave nothing; its message is a calm sentence, its cause says what happened.

    A page may show the sentence. Raised under a download button it reaches nobody: Streamlit tells its own there.
    """


class Worker:
    """A process that runs one function after the other, started when it is needed."""

    def __init__(self, seconds: float = SECONDS, most_calls: int = MOST_CALLS) -> None:
        self._seconds, self._most_calls = seconds, most_calls
        self._turn = Lock()
        self._places = BoundedSemaphore(1 + MOST_WAITING)
        self._is_closed = False
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._calls = 0

    @property
    def process_id(self) -> int | None:
        """The id of the running process; None where there is none."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def run(self, function: Callable[Arguments, Answer], *args: Arguments.args, **named: Arguments.kwargs) -> Answer:
        """Return what a function of a module returns, run in the process in the language that is spoken now.

        Raises WorkerError when it fails, takes too long, cannot be handed over, or too many wait already.
        """
        if not self._places.acquire(blocking=False):
            raise WorkerError(say(BUSY))
        try:
            done, answer = self._take_turn((current(), function, args, named))
        finally:
            self._places.release()
        if not done:
            raise WorkerError(say(FAILED)) from RuntimeError(answer)
        returned: Answer = answer
        return returned

    def open(self) -> None:
        """Let calls start a process, also after `close`."""
        self._is_closed = False

    def close(self) -> None:
        """End the process for good, for a server that ends: a call that it cuts off fails, and none starts another."""
        self._is_closed = True
        self.stop()

    def stop(self, grace_seconds: float = GRACE_SECONDS) -> None:
        """End the process, by force if it is busy for longer; the next call starts another."""
        process, connection, folder = self._process, self._connection, self._folder
        self._process = self._connection = self._folder = None
        if connection:
            connection.close()
        if process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(grace_seconds)
            process.kill()
            process.wait()
        if folder:
            folder.cleanup()

    def _take_turn(self, call: tuple[Any, ...]) -> tuple[bool, Any]:
        if not self._turn.acquire(timeout=self._seconds):
            raise WorkerError(say(BUSY))
        try:
            return self._ask(call)
        finally:
            self._turn.release()

    def _ask(self, call: tuple[Any, ...]) -> tuple[bool, Any]:
        self._refuse_closed()
        if self._calls >= self._most_calls:
            self.stop()
        has_served = self.process_id is not None
        try:
            return self._exchange(call)
        except (EOFError, OSError) as broken:
            self.stop()
            # A process may have ended for want of work just as it was asked; one that was new did not.
            if has_served:
                return self._ask(call)
            raise WorkerError(say("This file could not be made. Please try again.")) from broken
        except (PickleError, AttributeError, TypeError, ImportError) as unsendable:
            raise WorkerError(say(FAILED)) from unsendable

    def _refuse_closed(self) -> None:
        if self._is_closed:
            self.stop(grace_seconds=0)
            raise WorkerError(say("The atlas is being restarted. Please try again in a moment."))

    def _exchange(self, call: tuple[Any, ...]) -> tuple[bool, Any]:
        connection = self._connect()
        self._calls += 1
        connection.send(call)
        if not connection.poll(self._seconds):
            self.stop(grace_seconds=0)
            raise WorkerError(say("This file takes too long to make. A view with fewer rows is quicker."))
        done, answer = connection.recv()
        return bool(done), answer

    def _connect(self) -> Connection:
        """The way to a running process, a new one if there is none."""
        if self._connection and self.process_id is not None:
            return self._connection
        self.stop()
        self._connection, other = Pipe()
        self._folder = tempfile.TemporaryDirectory(prefix="lac-atlas-", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(  # noqa: S603 - this very interpreter and a module of ours
            [sys.executable, "-m", "pages.kit.worker_process", str(other.fileno())],
            cwd=ROOT, env=list_settings(os.environ) | {FOLDER_SETTING: self._folder.name}, pass_fds=(other.fileno(),),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        other.close()
        self._calls = 0
        self._refuse_closed()  # closed while the process was being started
        return self._connection


def list_settings(environment: Any) -> dict[str, str]:
    """Return the environment of the process: what it needs of the server's, and its own."""
    return {name: environment[name] for name in KEPT_SETTINGS if name in environment} | OWN_SETTINGS


WORKER = Worker()
run = WORKER.run
stop, open_again, close = WORKER.stop, WORKER.open, WORKER.close
