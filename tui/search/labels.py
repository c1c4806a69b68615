"""Filter rows by words or pinyin while they are typed: what one key needs is kept for the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from tui.report.numerals import half_width
from tui.search.pinyin import Sounds, letters_of
from tui.search.readings import default_readings


class Labels:
    """Texts that words are looked for in.

    Args:
        labels: The texts.
    """

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = [half_width(label).lower().replace("\n", " ") for label in labels]
        self._found: dict[str, frozenset[int]] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(label) + 1 for label in self._labels), initial=0))

    @cached_property
    def _sounds(self) -> Sounds:
        return Sounds("\n".join(self._labels), default_readings())

    def prepare(self) -> None:
        """Make what pinyin needs, which takes longer than a key may; in a thread."""
        self._sounds.find_otherwise("a", self._sounds.find("a"))

    def matching(self, text: str) -> list[int]:
        """Return the indices of the texts that hold all terms of a text, as typed or as pinyin, in order."""
        terms = half_width(text).lower().split()
        found = [self._matching(term) for term in terms]
        return sorted(frozenset(range(len(self._labels))).intersection(*found))

    def _matching(self, term: str) -> frozenset[int]:
        if term not in self._found:
            literal = {index for index, label in enumerate(self._labels) if term in label}
            self._found[term] = frozenset(literal | self._spelt(term))
        return self._found[term]

    def _spelt(self, term: str) -> set[int]:
        letters = letters_of(term)
        if letters is None:
            return set()
        spans = self._sounds.find(letters) or self._sounds.find_otherwise(letters, ())
        return {bisect_right(self._starts, start) - 1 for start, _ in spans}
