"""Write the snapshot into a folder: `python -m pages.kit.snapshot FOLDER [LANGUAGE]`, in English where no language is given."""

import sys
from pathlib import Path

from data.errors import AtlasError
from geo.messages import ENGLISH, LANGUAGES
from pages.kit.snapshot.build import build


def main(arguments: list[str]) -> int:
    """Write the snapshot, print where it is and how large, and return the exit status: 2 for a wrong call, 1 where it does not fit."""
    match arguments:
        case [target]:
            return write(Path(target), ENGLISH)
        case [target, language] if language in LANGUAGES:
            return write(Path(target), language)
    found = " ".join(arguments) or "nothing"
    expected = f"one folder, which is replaced, and perhaps a language: {', '.join(LANGUAGES)}"
    print(f'python -m pages.kit.snapshot FOLDER [LANGUAGE]: found "{found}", expected {expected}', file=sys.stderr)
    return 2


def write(target: Path, language: str) -> int:
    """Write the snapshot in a language, and return the exit status."""
    folder = build(language=language)
    try:
        folder.write(target)
    except AtlasError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{target}/index.html: {len(folder.files) + 1} files, {folder.size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
