"""Tell by counting where words begin and end: what stands next to a word varies, what is inside one does not.

There is no list of words: reports are full of new ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from math import log

#: Characters that words of reports hardly begin or end with: 的发展 and 推进了 are none.
NEVER_FIRST = frozenset(
    "的了着和与及或等、，。之者们个这该其是将把被让使对从向由于在以为不也都又更还再已而且则就很所"
)
NEVER_LAST = frozenset("的了着和与及或等是将把被让使对从向由于在以为不也都又更还再已而且则就很所这该其第每各")


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


def sequences(text: str, shortest: int, longest: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of all sequences of letters with so many characters, in the order of their beginnings."""
    for start, end in _runs(text):
        for first in range(start, end - shortest + 1):
            for last in range(first + shortest, min(first + longest, end) + 1):
                yield first, last


def _runs(text: str) -> Iterable[tuple[int, int]]:
    """Yield the spans of letters between marks and digits."""
    start = 0
    for index, character in enumerate(text):
        if not character.isalpha():
            if start < index:
                yield start, index
            start = index + 1
    if start < len(text):
        yield start, len(text)
