"""nginx with the configuration of deploy/nginx and two processes behind it."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

from tests.browser.conftest import REPOSITORY, Server, run_server


class Proxy:
    """A running nginx with the repository's configuration: its address, its folder, and the processes behind it by address."""

    def __init__(self, folder: Path, port: int, servers: list[Server]) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.folder = folder
        self.servers = {server.url.removeprefix("http://"): server for server in servers}

    def serving(self) -> Server:
        """Return the process that answered last."""
        lines = (self.folder / "access.log").read_text(encoding="utf-8").splitlines()
        # A request that was passed on from one process to the next names both; the last one answered.
        last = [line.split('"')[1].split(", ")[-1] for line in lines]
        addresses = [address for address in last if address in self.servers]
        return self.servers[addresses[-1]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def run_proxy(tmp_path: Path) -> Iterator[Proxy]:
    """Start two processes and nginx before them; end them all afterwards."""
    folder = Path(shutil.copytree(REPOSITORY / "deploy" / "nginx", tmp_path / "nginx"))
    port = free_port()
    with ExitStack() as stack:
        servers = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            servers.append(stack.enter_context(run_server(tmp_path / name)))
        lines = [f"server {server.url.removeprefix('http://')} max_fails=1 fail_timeout=5s;" for server in servers]
        (folder / "upstream.conf").write_text("\n".join(["upstream atlas {", "hash $way consistent;", *lines, "}"]))
        (folder / "listen.conf").write_text(f"listen 127.0.0.1:{port};")
        stack.enter_context(run_nginx(folder, port))
        yield Proxy(folder, port, servers)


@contextmanager
def run_nginx(folder: Path, port: int) -> Iterator[str]:
    """Start nginx with the configuration in a folder, and yield its address; end it afterwards."""
    # Started by root, its workers would be of a user that cannot read the folder of the tests.
    directives = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
    nginx = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", directives])
    try:
        wait_until_it_answers(f"http://127.0.0.1:{port}/healthz", nginx)
        yield f"http://127.0.0.1:{port}"
    finally:
        nginx.terminate()
        nginx.wait()


def wait_until_it_answers(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        with suppress(OSError), urlopen(url):
            return
    raise AssertionError(f"nginx ended with {process.returncode}")
