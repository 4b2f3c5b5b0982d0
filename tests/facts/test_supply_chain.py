"""Every package is pinned, the lock holds what the requirements ask for, and the lists of packages are those of the lock."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from data.integrity import find_version

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([A-Za-z0-9_.-]+)==([\w.]+)(?=\s|$)")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read_pins(name: str) -> dict[str, str]:
    """Return the pinned version of each package of a requirements file. Fails for a line that pins nothing."""
    pins: dict[str, str] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.strip().startswith(("#", "--hash=")) or line.startswith("-r "):
            continue
        pin = PIN.match(line)
        assert pin, f"{name}: {line!r} is not pinned"
        pins[plain(pin[1])] = pin[2]
    return pins


@pytest.fixture(scope="module")
def locked() -> dict[str, str]:
    return read_pins("requirements.lock")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-supply.txt"])
def test_no_line_is_left_unpinned(name: str) -> None:
    assert read_pins(name)


def test_the_lock_has_what_the_runtime_asks_for_in_the_same_versions(locked: dict[str, str]) -> None:
    asked = read_pins("requirements.txt")
    assert {name: locked.get(name) for name in asked} == asked
    assert len(locked) > len(asked)
    # The tests and their tools are not shipped.
    assert not locked.keys() & (read_pins("requirements-dev.txt").keys() - asked.keys())


def test_versions_that_both_files_pin_agree(locked: dict[str, str]) -> None:
    both = {**read_pins("requirements-dev.txt"), **read_pins("requirements.txt")}
    assert {name: version for name, version in both.items() if locked.get(name, version) != version} == {}


def test_every_package_of_the_lock_has_hashes_and_no_source_elsewhere() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[A-Za-z0-9_.-]+==)", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.split("==")[0] for block in blocks if not HASH.search(block)] == []
    assert text.count("--hash=") == len(HASH.findall(text))
    assert not re.search(r"://|--index-url|--find-links|@ ", text)


def test_the_image_takes_the_lock_with_hashes_and_nothing_else() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    installs = re.findall(r"pip .*install.*", dockerfile)
    assert len(installs) == 1
    assert "--require-hashes" in installs[0]
    assert "requirements.lock" in installs[0]
    assert "requirements.txt" not in dockerfile


def test_the_bill_of_materials_lists_the_lock(locked: dict[str, str]) -> None:
    bill = json.loads((ROOT / "docs" / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    assert {plain(one["name"]): one["version"] for one in bill["components"]} == locked
    assert bill["metadata"]["component"]["version"] == find_version(), "run `make sbom`"
    assert "://" not in json.dumps(bill["components"])


def test_the_list_of_licences_lists_the_lock_and_knows_each_licence(locked: dict[str, str]) -> None:
    rows = re.findall(
        r"^\| (\S+) +\| (\S+) +\| (.+?) +\|$", (ROOT / "docs" / "licences.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    listed = {plain(name): (version, licence) for name, version, licence in rows if name != "Name"}
    assert {name: version for name, (version, _) in listed.items()} == locked
    assert [name for name, (_, licence) in listed.items() if "UNKNOWN" in licence] == []
    assert not any(re.search(r"\bA?GPL", licence) for _, licence in listed.values())


@pytest.mark.parametrize(
    ("printed", "ended", "code", "said"),
    [
        ("No known vulnerabilities found", 0, 0, "asked about each, none has"),
        (
            "No known vulnerabilities found\nx  Dependency not found and could not be audited: x (1)",
            0,
            0,
            "COULD NOT ASK about 1",
        ),
        ("ConnectionError: no network", 1, 0, "COULD NOT ASK for known vulnerabilities"),
        ("Found 2 known vulnerabilities in 1 package", 1, 1, "KNOWN VULNERABILITIES"),
    ],
)
def test_the_audit_says_plainly_what_it_could_not_ask(
    tmp_path: Path, printed: str, ended: int, code: int, said: str
) -> None:
    pip_audit = tmp_path / "pip-audit"
    pip_audit.write_text(f"#!/bin/sh\ncat <<'END'\n{printed}\nEND\nexit {ended}\n", encoding="utf-8")
    pip_audit.chmod(0o755)
    done = subprocess.run(
        ["sh", "deploy/audit-packages.sh", str(pip_audit)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert ("none has a known vulnerability" in done.stdout) == ("No known" in printed)
