"""A server of its own for whatever is measured: started on a free port, watched through the system's clocks, ended."""

import ctypes
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
START_SECONDS = 60
POLL_SECONDS = 0.01
_WITHOUT_PLOTLY = ("-c", "import sys; sys.modules['plotly'] = None; from streamlit.web.cli import main; main()")


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process, and how long it took until it answered."""

    url: str
    process_id: int
    started_in_s: float

    def cpu_ms(self) -> float:
        """Return the processor time spent so far, in ms: user and system, of every thread that it ever had.

        The same time as in /proc/<pid>/stat, but in nanoseconds and not in ticks of 10 ms, which are too coarse here.
        """
        clock = ctypes.c_int()
        error = ctypes.CDLL(None).clock_getcpuclockid(self.process_id, ctypes.byref(clock))
        if error:
            raise ProcessLookupError(f"server process {self.process_id} has ended (error {error})")
        return time.clock_gettime_ns(clock.value) / 1e6

    def memory_mb(self) -> float:
        """Return the resident memory in MB."""
        status = Path(f"/proc/{self.process_id}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024 / 1e6


@contextmanager
def serve_atlas() -> Iterator[Server]:
    """Serve the atlas as it is deployed: without Plotly, which only its peers have installed and Streamlit loads where it is."""
    with _serve_streamlit(ROOT / "app.py", "/readyz", start=_WITHOUT_PLOTLY) as server:
        yield server


@contextmanager
def serve_tutorial() -> Iterator[Server]:
    """Serve the tutorial's page with Streamlit's defaults, but for the file watcher, which is off for the atlas too."""
    with _serve_streamlit(PEERS / "tutorial.py", "/_stcore/health") as server:
        yield server


@contextmanager
def serve_dash() -> Iterator[Server]:
    """Serve the Dash app with the server that Dash brings along."""
    port = free_port()
    with _serve([sys.executable, "dash_app.py", str(port)], PEERS, port, "/_dash-layout") as server:
        yield server


@contextmanager
def _serve_streamlit(script: Path, health: str, *, start: tuple[str, ...] = ("-m", "streamlit")) -> Iterator[Server]:
    port = free_port()
    command = [
        sys.executable, *start, "run", script.name, "--server.port", str(port), "--server.address", "127.0.0.1",
        "--server.headless", "true", "--server.fileWatcherType", "none", "--browser.gatherUsageStats", "false",
    ]  # fmt: skip
    with _serve(command, script.parent, port, health) as server:
        yield server


@contextmanager
def _serve(command: list[str], folder: Path, port: int, health: str) -> Iterator[Server]:
    """Start a process in its folder, wait until it answers, and end it afterwards."""
    with tempfile.TemporaryFile() as log:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env=_environment())
        try:
            wait_until_it_answers(f"http://127.0.0.1:{port}{health}", process, log)
            yield Server(f"http://127.0.0.1:{port}", process.pid, time.perf_counter() - began)
        finally:
            end(process)


def _environment() -> dict[str, str]:
    """Return this process's environment, in which Python keeps compiled modules, as the atlas's image and any usual machine does."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def free_port() -> int:
    """Return a port of the loopback on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_it_answers(address: str, process: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    """Ask until an answer comes. Raises RuntimeError with the log when the process ended or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(POLL_SECONDS)
    log.seek(0)
    raise RuntimeError(f"{address} did not answer. The log:\n{log.read().decode(errors='replace')}")


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to end, and make it after ten seconds."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
