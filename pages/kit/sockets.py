"""How connections send: small messages go at once, instead of waiting until the last one was acknowledged."""

import os
import socket
from pathlib import Path

# The open files of this process, as Linux and macOS list them.
_OPEN_FILES = Path("/dev/fd")


def send_at_once() -> int:
    """Turn off the gathering of small packets (TCP_NODELAY) on every port that this process listens on; return how many.

    Streamlit binds its port in a way in which asyncio does not do so by itself (`socket.socket` without a protocol). A run starts with one
    small message, and what follows then waits for its acknowledgement, which systems delay by 40 ms: more than the run takes.
    Connections inherit the setting from the port.
    """
    if not _OPEN_FILES.is_dir():
        return 0
    return sum(_set_if_listening(int(name)) for name in os.listdir(_OPEN_FILES))


def _set_if_listening(number: int) -> bool:
    """Set the option where a file of this process is a listening TCP socket; return whether it was one."""
    try:
        copy = os.dup(number)
    except OSError:
        return False  # closed since the list was made, as the list itself is
    try:
        one = socket.socket(fileno=copy)
    except OSError:
        os.close(copy)
        return False
    with one:
        is_tcp = one.family in (socket.AF_INET, socket.AF_INET6) and one.type == socket.SOCK_STREAM
        if not is_tcp or not one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            return False
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return True
