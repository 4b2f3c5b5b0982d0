"""What a stranger may send and no visitor does: texts, links and messages thrown with dice, the same ones in every run."""

import string
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

NASTIES = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)",
    "../../etc/passwd", "..\\..\\windows", "%00", "\x00", "\u202egnp.exe", "\ufeff", "ＧＴＭ", "GTＭ", "gtm", " GTM ", "GTM,GTM,GTM", ",,,",
    "None", "NaN", "-1", "1e309", "[]", "{}", "true", "DROP TABLE decisions", "${7*7}", "{{7*7}}", "%(x)s", "{name}", "\u0430rg", "é" * 200,
    "a" * 1_000_000, "ARG\nSet-Cookie: a=b", "ARG\r\n", "🏳️‍🌈", "\ud83d", "null", "*", "any", "committed,contracted",
)  # fmt: skip
SHORT_NASTIES = NASTIES[:30]
LONGEST = 200
_SURROGATES = range(0xD800, 0xE000)
_EVERYWHERE = [chr(code) for code in range(0, 0x110000, 997) if code not in _SURROGATES]
# As many characters of the keyboard as of all the rest: controls, Latin letters, and some of every block of Unicode.
_OTHERS = [*map(chr, range(0x20)), *map(chr, range(0x7F, 0x250)), *_EVERYWHERE]
_CHARACTERS = [*(string.printable * (len(_OTHERS) // len(string.printable))), *_OTHERS]


def throw_text(dice: Random) -> str:
    """Return one of the nasty texts, or characters at random, few more often than many."""
    if dice.random() < 0.5:
        return dice.choice(NASTIES)
    return "".join(dice.choices(_CHARACTERS, k=min(LONGEST, int(dice.expovariate(0.1)))))


def throw_texts(dice: Random, most: int = 3) -> list[str]:
    """Return a few texts, or none."""
    return [throw_text(dice) for _ in range(dice.randint(0, most))]


def throw_query(dice: Random, names: Sequence[str]) -> dict[str, str]:
    """Return the parameters of a link: most of the names are ones that a page has, none of the values is to be trusted."""
    throw_name: tuple[Callable[[], str], ...] = (
        lambda: dice.choice(names), lambda: dice.choice(NASTIES[:20]), lambda: throw_text(dice)[:30],
    )  # fmt: skip
    throw_value: tuple[Callable[[], str], ...] = (
        lambda: throw_text(dice), lambda: ",".join(dice.choices(SHORT_NASTIES, k=dice.randint(0, 6))),
    )  # fmt: skip
    return {dice.choice(throw_name)(): dice.choice(throw_value)() for _ in range(dice.randint(0, 6))}


def throw_marks(dice: Random, names: Sequence[str]) -> str:
    """Return what a mark of a chart may be said to filter by: pairs of a name and a text, or any text."""
    pairs = ["=".join((dice.choice(names), throw_text(dice))) for _ in range(dice.randint(0, 4))]
    return dice.choice(
        (";".join(pairs), ";".join(pairs[:1]), "=".join((throw_text(dice), throw_text(dice))), throw_text(dice))
    )


def throw_anything(dice: Random) -> Any:
    """Return any value that a message can hold: a text more often than not, as a pick is said to be one."""
    if dice.random() < 0.6:
        return throw_text(dice)
    return dice.choice((
        None, dice.randint(-9, 9), 2**70, dice.random(), float("nan"), float("inf"), True, False, dice.randbytes(3), throw_texts(dice),
        dict.fromkeys(throw_texts(dice, 2), throw_text(dice)),
    ))  # fmt: skip
