"""nginx with the configuration of deploy/nginx, before as many atlas processes as are wanted."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.server import ROOT, Server, end, free_port, serve_atlas, wait_until_it_answers


@dataclass(frozen=True)
class Cluster:
    """Atlas processes and the address at which they are reached; with a proxy, its own."""

    url: str
    servers: tuple[Server, ...]

    def cpu_ms(self) -> float:
        """Return the processor time of all atlas processes, in ms; the proxy's is not in it."""
        return sum(server.cpu_ms() for server in self.servers)

    def memory_mb(self) -> float:
        """Return the resident memory of all atlas processes, in MB."""
        return sum(server.memory_mb() for server in self.servers)


@contextmanager
def run_alone() -> Iterator[Cluster]:
    """Return one atlas process that is reached directly."""
    with serve_atlas() as server:
        yield Cluster(server.url, (server,))


@contextmanager
def run_behind_proxy(count: int) -> Iterator[Cluster]:
    """Return so many atlas processes behind nginx."""
    if shutil.which("nginx") is None:
        raise FileNotFoundError("The benchmark runs nginx, which is not on the PATH: apt-get install nginx-light")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "nginx"
        servers = tuple(stack.enter_context(serve_atlas()) for _ in range(count))
        port = free_port()
        shutil.copytree(ROOT / "deploy" / "nginx", folder)
        _configure(folder, port, servers)
        url = f"http://127.0.0.1:{port}"
        stack.enter_context(_run_nginx(folder, f"{url}/healthz"))
        yield Cluster(url, servers)


def _configure(folder: Path, port: int, servers: tuple[Server, ...]) -> None:
    """Name the processes and the port; everything else is as it is deployed."""
    shipped = (folder / "upstream.conf").read_text(encoding="utf-8").splitlines()
    kept = [line for line in shipped if not line.strip().startswith(("server ", "#", "}"))]
    lines = [f"server {server.url.removeprefix('http://')} max_fails=1 fail_timeout=5s;" for server in servers]
    (folder / "upstream.conf").write_text("\n".join([*kept, *lines, "}"]), encoding="utf-8")
    (folder / "listen.conf").write_text(f"listen 127.0.0.1:{port};", encoding="utf-8")


@contextmanager
def _run_nginx(folder: Path, health: str) -> Iterator[None]:
    # Started by root, its workers would be of a user that cannot read the folder.
    directives = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", directives]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_until_it_answers(health, process, log)
            yield
        finally:
            end(process)
