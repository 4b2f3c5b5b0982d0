"""Write the snapshot into a folder: `python -m pages.kit.snapshot FOLDER`."""

import sys
from pathlib import Path

from data.errors import AtlasError
from pages.kit.snapshot.build import build


def main(arguments: list[str]) -> int:
    """Write the snapshot, print where it is and how large, and return the exit status: 2 for a wrong call, 1 where it does not fit."""
    if len(arguments) != 1:
        print("python -m pages.kit.snapshot FOLDER: expected one folder, which is replaced", file=sys.stderr)
        return 2
    folder, target = build(), Path(arguments[0])
    try:
        folder.write(target)
    except AtlasError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{target}/index.html: {len(folder.files) + 1} files, {folder.size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
