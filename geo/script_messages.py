"""The messages that a script of the browser says: found in its text, for the catalogues and for the words that it is sent with."""

import json
import re
from functools import lru_cache

# say("…"), mark("…"), sayCount("one", "many", …): literals in double quotes, as the extraction of catalogues reads them too.
_LITERAL = r'"((?:[^"\\]|\\.)*)"'
_SAID = re.compile(rf"\b(?:say|mark)\(\s*{_LITERAL}")
_COUNTED = re.compile(rf"\bsayCount\(\s*{_LITERAL}\s*,\s*{_LITERAL}")


@lru_cache(maxsize=1)  # asked for each language in turn
def list_messages(script: str) -> tuple[str, ...]:
    """Return the messages that a script says, each once."""
    return tuple(dict.fromkeys(json.loads(f'"{text}"') for text in _SAID.findall(script)))


@lru_cache(maxsize=1)
def list_counted(script: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of forms that a script says with a number, each once."""
    pairs = [(json.loads(f'"{one}"'), json.loads(f'"{many}"')) for one, many in _COUNTED.findall(script)]
    return tuple(dict.fromkeys(pairs))
