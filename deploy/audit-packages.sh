#!/bin/sh
# Asks for known vulnerabilities of the locked packages. Ends with 1 when there are some, else with 0, and says about how many packages
# nobody could be asked: pip-audit alone reports "none found" for packages that it did not find at all. The first argument is pip-audit.
set -u
found="$("$1" --requirement requirements.lock --require-hashes --disable-pip --progress-spinner off --timeout 20 2>&1)"
ended=$?
skipped="$(printf '%s\n' "$found" | grep -c 'could not be audited')"
if printf '%s\n' "$found" | grep -q 'Found [0-9]* known vulnerabilit'; then
  printf '%s\n' "$found" >&2
  echo "Packages: KNOWN VULNERABILITIES, see above; about $skipped packages nobody could be asked." >&2
  exit 1
fi
if [ "$ended" -ne 0 ]; then
  printf '%s\n' "$found" | tail -n 3
  echo "Packages: COULD NOT ASK for known vulnerabilities. Nothing is known, good or bad; run this again with a network."
elif [ "$skipped" -ne 0 ]; then
  echo "Packages: COULD NOT ASK about $skipped of them, whose versions the database does not have; of the others, none has a known vulnerability."
else
  echo "Packages: asked about each, none has a known vulnerability."
fi
