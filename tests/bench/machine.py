"""The machine and the versions that a measurement comes from."""

import datetime
import os
import platform
import shutil
import subprocess
from importlib.metadata import version
from typing import Any

LIBRARIES = ("streamlit", "pandas", "plotly", "dash", "playwright", "websockets")
PROGRAMS = {"chromium": ["--version"], "nginx": ["-v"]}


def describe() -> dict[str, Any]:
    """Return cores, load average, system and versions of now, with the date."""
    return {
        "date": datetime.date.today().isoformat(),
        "cores": os.cpu_count(),
        "load_average": round(os.getloadavg()[1], 1),
        "system": platform.system(),
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "programs": {name: _ask(name, arguments) for name, arguments in PROGRAMS.items()},
    }


def _ask(name: str, arguments: list[str]) -> str:
    """Return the version that a program says of itself, or "not installed"."""
    path = shutil.which(name)
    if path is None:
        return "not installed"
    answer = subprocess.run([path, *arguments], capture_output=True, text=True, check=False, timeout=30)
    words = f"{answer.stdout} {answer.stderr}".replace("/", " ").split()
    return next((word for word in words if word[0].isdigit()), "unknown")
