"""A Streamlit server of its own for each page that is measured: started on a free port, watched through /proc, ended."""

import ctypes
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server: its address and its process."""

    url: str
    process_id: int

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
def serve(script: Path, log: Path) -> Iterator[Server]:
    """Serve a script from its own folder (whose .streamlit/config.toml applies) until the block ends."""
    port = _free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", script.name, "--server.port", str(port), "--server.address", "127.0.0.1",
        "--server.headless", "true", "--server.fileWatcherType", "none", "--browser.gatherUsageStats", "false",
    ]  # fmt: skip
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=script.parent, stdout=output, stderr=subprocess.STDOUT)
        try:
            _wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", process, log)
            yield Server(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(
        f"{address} did not answer. The server's log:\n{log.read_text(encoding='utf-8', errors='replace')}"
    )
