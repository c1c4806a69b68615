"""Which characters letters may be read from: the ways to divide them, and the signs of each that an index knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tui.library.initials import DOUBLE
from tui.search.pinyin import Spelling, spelling_of
from tui.search.readings import default_readings

#: Letters of a spelling that are looked at.
_LETTERS = 9
#: More characters than any syllable has.
_MANY = 10_000
#: Initials that are sooner found in the classes of the characters than pairs in the index.
_RARE = ("a", "e", "o")
#: Pairs up to which they are looked for one by one.
_FEW_PAIRS = 1500


class Pair(NamedTuple):
    """Two characters that follow one another, by what each takes of the letters.

    Attributes:
        first: The first syllable.
        second: What the second character takes: a syllable, or the beginning of one.
    """

    first: str
    second: str

    @property
    def firsts(self) -> str:
        """The characters that may be first."""
        return _characters()[self.first]

    @property
    def choices(self) -> int:
        """How many pairs of characters it may be, if the second is a whole syllable, too; else very many."""
        seconds = len(_characters()[self.second]) if _is_syllable(self.second) else _MANY
        return len(self.firsts) * seconds if _is_syllable(self.first) else _MANY**2

    @property
    def seconds(self) -> frozenset[str]:
        """The characters that may be second."""
        return _taking(self.second)


class Signs(NamedTuple):
    """Where letters may be spelt: at a pair of characters that the index has, or where initials are.

    Attributes:
        divisions: All ways to divide the letters among characters; of more than :data:`_LETTERS`, the first of them.
        pairs: Pairs of characters, for some of the divisions.
        others: The other divisions.
        are_initials: Whether the initials of characters decide.
        alone: Characters that may be read as all the letters, unless initials decide.
    """

    divisions: tuple[tuple[str, ...], ...]
    pairs: tuple[Pair, ...]
    others: tuple[tuple[str, ...], ...]
    are_initials: bool
    alone: str


@lru_cache(16)
def signs_of(letters: str) -> Signs:
    """Return where letters may be spelt."""
    divisions = sorted(set(_divisions(letters, spelling_of(letters, default_readings()))))
    are_initials = len(letters) <= _LETTERS and all(
        len(part) == 1 or part in DOUBLE for division in divisions for part in division
    )
    alone = "".join(sorted(_taking(letters))) if (letters,) in divisions and not are_initials else ""
    pairs: dict[Pair, None] = {}
    others = []
    for division in divisions:
        if alone and len(division) == 1:
            continue
        rarest = min(map(Pair._make, pairwise(division)), key=lambda pair: pair.choices, default=None)
        if any(part.startswith(_RARE) for part in division):
            others.append(division)
        elif rarest and (rarest.choices <= _FEW_PAIRS or (len(division) == 2 and rarest.choices < _MANY**2)):
            pairs[rarest] = None
        else:
            others.append(division)
    return Signs(tuple(divisions), tuple(pairs), tuple(others), are_initials, alone)


@lru_cache(16)
def most_characters(letters: str) -> int:
    """Return how many characters a match of letters has at most."""
    readings = default_readings()
    spelling = spelling_of(letters, readings)
    most = {len(letters): 0}
    for at in reversed(range(len(letters))):
        counts = [most[end] + 1 for end in spelling.all_ends_from(at) if end in most]
        if counts:
            most[at] = max(counts)
    return most.get(0, 0)


def _divisions(letters: str, spelling: Spelling) -> Iterator[tuple[str, ...]]:
    """Yield the ways to divide the first letters among characters."""
    ends = [spelling.all_ends_from(at) for at in range(min(len(letters), _LETTERS))]
    waiting: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while waiting:
        at, parts = waiting.pop()
        if at == len(letters) or at >= _LETTERS:
            yield parts
        else:
            waiting += [(end, (*parts, letters[at:end])) for end in ends[at]]


def _is_syllable(part: str) -> bool:
    return len(part) > 1 and part in _characters()


@cache
def _taking(part: str) -> frozenset[str]:
    """Return the characters that may take a syllable, or begin with a letter."""
    if _is_syllable(part):
        return frozenset(_characters()[part])
    names = (name for name in _characters() if name.startswith(part[0]))
    return frozenset("".join(map(_characters().__getitem__, names)))


@cache
def _characters() -> Mapping[str, str]:
    """Return the characters that may be read as a syllable, by the syllable."""
    readings = default_readings()
    found: dict[str, str] = {}
    for code in readings.set_table:
        for one in readings.all_of(chr(code)):
            found[_names()[one]] = found.get(_names()[one], "") + chr(code)
    return found


@cache
def _names() -> Mapping[str, str]:
    """Return the syllables by their codes."""
    return {code: name for name, code in default_readings().codes.items()}
