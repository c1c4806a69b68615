"""Which characters letters may be read from: the ways to divide them, and the signs of each that an index knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tui.search.pinyin import Spelling, spelling_of
from tui.search.readings import Readings, default_readings

#: Letters of a spelling that are looked at.
_LETTERS = 9
#: Pairs of characters up to which they are looked for one by one.
_FEW_PAIRS = 1500


class Signs(NamedTuple):
    """What a paragraph has in which letters may be spelt: one of the pairs, or all initials of a spelling.

    Attributes:
        pairs: Pairs of characters.
        initials: Initials of characters that follow one another.
    """

    pairs: tuple[str, ...]
    initials: tuple[str, ...]


def signs_of(letters: str) -> Signs:
    """Return the signs of paragraphs in which letters may be spelt."""
    readings = default_readings()
    spelling = spelling_of(letters, readings)
    pairs: dict[str, None] = {}
    initials: dict[str, None] = {}
    for division in set(_divisions(letters, spelling, readings)):
        parts = min(_specific(division), key=lambda two: _pairs_of(*two), default=None)
        if parts is None:
            initials["".join(part[0] for part in division)] = None
        else:
            firsts, seconds = (_characters()[part] for part in parts)
            pairs.update(dict.fromkeys(first + second for first in firsts for second in seconds))
    return Signs(tuple(pairs), tuple(initials))


def most_characters(letters: str) -> int:
    """Return how many characters a match of letters has at most."""
    readings = default_readings()
    spelling = spelling_of(letters, readings)
    most = {len(letters): 0}
    for at in reversed(range(len(letters))):
        counts = [most[end] + 1 for end in _ends(spelling, at) if end in most]
        if counts:
            most[at] = max(counts)
    return most.get(0, 0)


def _divisions(letters: str, spelling: Spelling, readings: Readings) -> Iterator[tuple[str, ...]]:
    """Yield the ways to divide the first letters among characters."""
    waiting: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while waiting:
        at, parts = waiting.pop()
        if at == len(letters) or at >= _LETTERS:
            yield parts
        else:
            waiting += [(end, (*parts, letters[at:end])) for end in _ends(spelling, at)]


def _ends(spelling: Spelling, at: int) -> set[int]:
    return spelling.ends_from(at, "".join(default_readings().codes.values()))


def _specific(division: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield syllables that follow one another and are few pairs of characters."""
    for one, other in pairwise(division):
        if _is_syllable(one) and _is_syllable(other) and _pairs_of(one, other) <= _FEW_PAIRS:
            yield one, other


def _is_syllable(part: str) -> bool:
    return len(part) > 1 and part in _characters()


def _pairs_of(one: str, other: str) -> int:
    return len(_characters()[one]) * len(_characters()[other])


@cache
def _characters() -> Mapping[str, str]:
    """Return the characters that may be read as a syllable, by the syllable."""
    readings = default_readings()
    names = {code: name for name, code in readings.codes.items()}
    found: dict[str, str] = {}
    for code in readings.set_table:
        for one in readings.all_of(chr(code)):
            found[names[one]] = found.get(names[one], "") + chr(code)
    return found
