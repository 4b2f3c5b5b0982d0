"""Tidies docs/sbom.cdx.json after cyclonedx-py wrote it: no web addresses, and what the atlas itself depends on.

`python deploy/tidy_sbom.py docs/sbom.cdx.json requirements.txt`
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

DIRECT = re.compile(r"^([A-Za-z0-9_.-]+)==", re.MULTILINE)


def tidy(bill: dict[str, Any], direct: set[str]) -> dict[str, Any]:
    """Return the bill without addresses, the atlas's own dependencies filled in. Raises KeyError for one that the bill lacks."""
    references = {component["name"].lower(): component["bom-ref"] for component in bill["components"]}
    root = bill["metadata"]["component"]
    for component in [root, *bill["components"], *bill["metadata"].get("tools", {}).get("components", [])]:
        component.pop("externalReferences", None)
    for entry in bill["dependencies"]:
        if entry["ref"] == root["bom-ref"]:
            entry["dependsOn"] = sorted(references[name] for name in direct)
    return bill


def main() -> None:
    """Rewrite the file of the first argument by the requirements of the second."""
    path, requirements = map(Path, sys.argv[1:])
    direct = {name.lower() for name in DIRECT.findall(requirements.read_text(encoding="utf-8"))}
    bill = tidy(json.loads(path.read_text(encoding="utf-8")), direct)
    path.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
