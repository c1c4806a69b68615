"""Tell by counting where words begin and end: what stands next to a word varies, what is inside one does not.

There is no list of words: reports are full of new ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import log
from operator import add

#: Characters that words of reports hardly begin or end with: 的发展 and 推进了 are none.
NEVER_FIRST = frozenset(
    "的了着和与及或等、，。之者们个这该其是将把被让使对从向由于在以为不也都又更还再已而且则就很所"
)
NEVER_LAST = frozenset("的了着和与及或等是将把被让使对从向由于在以为不也都又更还再已而且则就很所这该其第每各")
#: How much what stands next to a word varies at least, in nats.
_MIN_VARIETY = 0.7
#: From this on, two characters are likely to belong to one word: 大力, not 续优.
_FIRM = 1.9


def is_word_like(text: str) -> bool:
    """Tell whether a sequence of characters may be a word by its ends: letters, and no word that joins others."""
    return text.isalpha() and text[0] not in NEVER_FIRST and text[-1] not in NEVER_LAST


class Neighbours:
    """What stands next to a sequence of characters.

    Attributes:
        before: How often each character stands before it; empty text for a mark or the end of a text.
        behind: How often each stands behind it.
    """

    __slots__ = ("before", "behind")

    def __init__(self) -> None:
        self.before: Counter[str] = Counter()
        self.behind: Counter[str] = Counter()

    def add(self, before: str, behind: str) -> None:
        """Count an occurrence between two characters; what is no letter is a border."""
        self.before[before if before.isalpha() else ""] += 1
        self.behind[behind if behind.isalpha() else ""] += 1

    @property
    def variety(self) -> float:
        """How much what stands next to it varies, in nats: of both sides, the less."""
        return min(entropy(self.before), entropy(self.behind))


def entropy(counts: Counter[str]) -> float:
    """Return how much counted neighbours vary, in nats; each mark is a neighbour of its own, for it is a border."""
    total = counts.total()
    if not total:
        return 0.0
    varied = sum(count * log(count / total) for character, count in counts.items() if character)
    return log(total) * counts[""] / total - varied / total


class Links:
    """How firmly neighbouring characters are linked in a text: by how much more often they stand together than chance has it.

    Args:
        text: The text; some hundred thousand characters tell enough.
    """

    def __init__(self, text: str) -> None:
        self._characters = Counter(text)
        self._pairs = Counter(map(add, text, text[1:]))
        self._size = len(text)

    def link(self, one: str, other: str) -> float:
        """Return the pointwise mutual information of two characters, in nats; below 0 if they avoid each other."""
        together = self._pairs[one + other]
        if not together:
            return 0.0
        return log(self._size * together / (self._characters[one] * self._characters[other]))

    def inside(self, word: str) -> float:
        """Return how firmly the characters of a word are linked where they are least."""
        return min(self.link(one, other) for one, other in pairwise(word))

    def across(self, word: str, neighbours: Neighbours) -> float:
        """Return how firmly a word is linked to what stands next to it, on the side where it is more: of 力优化, 着力 and 大力 are."""
        before = _sum((self.link(one, word[0]), count) for one, count in neighbours.before.items() if one)
        behind = _sum((self.link(word[-1], one), count) for one, count in neighbours.behind.items() if one)
        return max(before / neighbours.before.total(), behind / neighbours.behind.total())

    def is_bounded(self, word: str, neighbours: Neighbours) -> bool:
        """Tell whether a sequence of characters begins and ends where words do, for all that is known of what stands next to it."""
        if neighbours.variety < _MIN_VARIETY:
            return False
        inside = self.inside(word)
        return inside >= 0 and self.across(word, neighbours) <= max(_FIRM, inside)


def _sum(links: Iterable[tuple[float, int]]) -> float:
    """Return the sum of what is linked more than by chance; a mark is no link."""
    return sum(max(0.0, link) * count for link, count in links)


def sequences(text: str, start: int, end: int, shortest: int, longest: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of all sequences of letters in a part of a text that have so many characters.

    Args:
        text: The text.
        start: Half-open span of the part.
        end: One past its last character.
        shortest: Characters of the shortest.
        longest: Characters of the longest.
    """
    for low, high in _runs(text, start, end):
        for first in range(low, high - shortest + 1):
            for last in range(first + shortest, min(first + longest, high) + 1):
                yield first, last


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of letters between marks and digits."""
    for at in range(start, end):
        if not text[at].isalpha():
            if start < at:
                yield start, at
            start = at + 1
    if start < end:
        yield start, end
