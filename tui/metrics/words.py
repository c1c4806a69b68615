"""Find words of a long list in a text, by their first character: cheaper than one pattern with hundreds of branches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Words:
    """Words that may begin at an offset of a text.

    Args:
        words: The words.
    """

    def __init__(self, words: Iterable[str]) -> None:
        #: Words by their first two characters, the longest first, behind them that of the first character alone.
        self._by_start: dict[str, list[str]] = {}
        for word in sorted(set(words), key=len, reverse=True):
            self._by_start.setdefault(word[:2], []).append(word)
        for start, begin_so in self._by_start.items():
            if len(start) > 1:
                begin_so += self._by_start.get(start[0], ())

    def at(self, text: str, start: int = 0) -> str:
        """Return the longest word that begins at an offset; empty where there is none."""
        for word in self._that_may_begin(text, start):
            if text.startswith(word, start):
                return word
        return ""

    def all_at(self, text: str, start: int) -> list[str]:
        """Return all words that begin at an offset."""
        return [word for word in self._that_may_begin(text, start) if text.startswith(word, start)]

    def _that_may_begin(self, text: str, start: int) -> Sequence[str]:
        """Return the words with the two characters at an offset, the longest first."""
        two = self._by_start.get(text[start : start + 2])
        return self._by_start.get(text[start : start + 1], ()) if two is None else two

    def is_row(self, text: str) -> bool:
        """Tell whether a text is nothing but one word or more."""
        ends, pending = {0}, [0]
        while pending:
            start = pending.pop()
            for word in self.all_at(text, start):
                if (end := start + len(word)) not in ends:
                    ends.add(end)
                    pending.append(end)
        return bool(text) and len(text) in ends
