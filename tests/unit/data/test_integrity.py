"""Built files are those that the build wrote, or the atlas does not start: each way of damage is told with the file's name."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from data.integrity import SUMS, DamagedFileError, check_built, find_version, hash_file, write_sums
from data.store import BUILT_FOLDER

FILES = sorted(path.name for path in BUILT_FOLDER.iterdir() if path.name != SUMS)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return copytree(BUILT_FOLDER, tmp_path / "built")


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def test_what_is_committed_is_whole() -> None:
    assert check_built(BUILT_FOLDER) == len(FILES)
    assert "boundaries.geojson" in FILES


@pytest.mark.parametrize("damage", [truncate, flip_a_bit, empty, Path.unlink])
@pytest.mark.parametrize("name", FILES)
def test_damage_names_the_file_and_both_checksums(built: Path, name: str, damage: Callable[[Path], None]) -> None:
    expected = hash_file(built / name)
    damage(built / name)
    with pytest.raises(DamagedFileError) as told:
        check_built(built)
    message = str(told.value)
    assert message.startswith(f"built/{name}: ")
    assert expected in message
    assert "\n" not in message
    if (built / name).exists():
        assert hash_file(built / name) in message


def test_tables_of_another_version_are_refused_though_their_checksums_hold(built: Path) -> None:
    package = built / "datapackage.json"
    package.write_text(
        package.read_text(encoding="utf-8").replace(f'"{find_version()}"', '"0.0.1"', 1), encoding="utf-8"
    )
    write_sums(built)
    with pytest.raises(DamagedFileError, match=f"found tables of version 0.0.1, expected {find_version()}"):
        check_built(built)


@pytest.mark.parametrize("sums", ["", "no checksums here\n", "é  decisions.csv\n", "0" * 64 + "  decisions.csv\n"])
def test_a_damaged_list_of_checksums_is_refused(built: Path, sums: str) -> None:
    (built / SUMS).write_text(sums, encoding="utf-8")
    with pytest.raises(DamagedFileError, match=SUMS):
        check_built(built)


def test_checksums_are_those_of_sha256sum(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("iso3\nGTM\n", encoding="utf-8")
    (tmp_path / "a.csv").write_bytes(b"")
    write_sums(tmp_path)
    lines = (tmp_path / SUMS).read_text(encoding="ascii").splitlines()
    assert lines[0] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.csv"
    assert not any(SUMS in line for line in lines)
