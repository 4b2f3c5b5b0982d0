"""What the worker runs: `python -m pages.kit.worker_process <file descriptor>` answers calls until nobody asks or the asker is gone.

Each call comes with the language that its caller speaks.
"""

import os
import resource
import sys
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection

from geo.messages import speaking

IDLE_SECONDS = 600.0  # then it ends, and gives its memory back
NICENESS = 10
MEMORY = 2 * 1024**3  # bytes of addresses; what wants more fails alone instead of taking the server with it


def serve(connection: Connection) -> None:
    """Answer each call with (True, what it returned) or (False, the traceback), until the other side is gone or silent."""
    with suppress(EOFError, OSError):
        while connection.poll(IDLE_SECONDS):
            connection.send(_answer(connection))


def _answer(connection: Connection) -> tuple[bool, object]:
    try:
        language, function, args, named = connection.recv()
        with speaking(language):
            return True, function(*args, **named)
    except EOFError:
        raise
    except Exception:
        return False, traceback.format_exc()


def main(descriptor: int) -> None:
    """Serve within the bound of memory, and after the server: who looks at a page does not wait for who makes a file."""
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    serve(Connection(descriptor))


if __name__ == "__main__":
    main(int(sys.argv[1]))
