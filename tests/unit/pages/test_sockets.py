"""Ports send small messages at once, and so does every connection that they accept; nothing else of the process is touched."""

import os
import socket
from collections.abc import Iterator

import pytest

from pages.kit import sockets


@pytest.fixture
def port() -> Iterator[socket.socket]:
    """Return a listening socket made as Streamlit makes it: without naming the protocol."""
    with socket.socket(socket.AF_INET) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening


def sends_at_once(one: socket.socket) -> bool:
    return bool(one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


def test_connections_of_a_port_send_at_once(port: socket.socket) -> None:
    assert not sends_at_once(port)
    assert sockets.send_at_once() >= 1
    with socket.create_connection(port.getsockname()) as visitor:
        accepted, _ = port.accept()
        with accepted:
            assert sends_at_once(accepted)
        visitor.close()


def test_what_is_no_port_is_left_alone_and_nothing_stays_open(port: socket.socket) -> None:
    with socket.socket(socket.AF_INET) as other, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        before = sorted(os.listdir("/dev/fd"))
        sockets.send_at_once()
        assert not sends_at_once(other)
        assert datagrams.fileno() >= 0
        assert port.fileno() >= 0
        assert sorted(os.listdir("/dev/fd")) == before
