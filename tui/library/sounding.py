"""Find where letters may be spelt in a report by the classes of its characters; where initials decide, where they are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from tui.library.initials import as_read, classes_read, classes_with, taken_by
from tui.library.spellings import Signs
from tui.search.pinyin import MAX_LETTERS

#: How many of a thousand characters of reports have an initial.
_PERMILLE = {
    "a": 4, "b": 26, "c": 19, "C": 30, "d": 62, "e": 2, "f": 31, "g": 54, "h": 43, "j": 88, "k": 17, "l": 39, "m": 19, "n": 15,
    "o": 1, "p": 12, "q": 35, "r": 14, "s": 25, "S": 55, "t": 33, "w": 29, "x": 52, "y": 69, "z": 51, "Z": 45,
}  # fmt: skip
#: Nanoseconds a character to translate classes, to look for a text, and to look at what stands beside one with an initial.
_TRANSLATION_NS, _TEXT_NS, _ANCHOR_NS = 1.2, 1.0, 60
#: Stands for all classes that are looked for first.
_ANCHOR = b"\1"

#: Characters beside one that are looked at where the text decides anyway.
_AROUND = 3

Span = tuple[int, int]


class InitialsFinder:
    """Finds letters of which each is the initial of a character, or two are.

    Args:
        divisions: All ways to divide them among characters.
    """

    def __init__(self, divisions: Iterable[tuple[str, ...]]) -> None:
        rarest = [min(map(taken_by, division), key=_anchor_ns) for division in divisions]
        self._divided = [_Divided(*one) for one in zip(rarest, divisions, strict=True)]
        texts = ["".join(text) for one in divisions for text in product(*map(taken_by, one))]
        self._pattern = re.compile("|".join(sorted(texts, key=len)).encode())
        texts_ns = _TRANSLATION_NS + _TEXT_NS * len(texts)
        self._in_texts = texts_ns < sum(map(_anchor_ns, rarest))

    def find(self, classes: bytes) -> tuple[list[Span], bool]:
        """Return the spans that are spelt so, none of which overlap, and whether they are so by readings of other words only.

        Args:
            classes: Those of the characters of a report.
        """
        if self._in_texts:
            spans = [match.span() for match in self._pattern.finditer(classes.translate(as_read()))]
            if spans:
                return spans, False
        found = [(*span, divided) for divided in self._divided for span in divided.spans(classes)]
        read = [(start, end) for start, end, divided in found if divided.is_read(classes, start)]
        return (_apart(read), False) if read else (_apart([span[:2] for span in found]), True)


class _Divided:
    """Finds characters that may take the parts of letters.

    Args:
        initial: The rarest initial.
        division: The parts.
    """

    def __init__(self, initial: str, division: tuple[str, ...]) -> None:
        self._size = len(division)
        self._anchors = _Anchors(initial, [division])
        self._index = self._anchors.index_in(division)
        self._read = _pattern_of(map(classes_read, map(taken_by, division)))

    def spans(self, classes: bytes) -> Iterator[Span]:
        """Yield the spans that are spelt so by some readings."""
        for at in self._anchors.places(classes):
            yield at - self._index, at - self._index + self._size

    def is_read(self, classes: bytes, start: int) -> bool:
        """Tell whether the characters from an offset on are spelt so as they are read in their words."""
        return self._read.match(classes, start) is not None


class _Anchors:
    """Finds characters with an initial that some divisions share, where the other characters may be beside it.

    Args:
        initial: The initial, or two of them.
        divisions: The divisions.

    """

    def __init__(self, initial: str, divisions: Sequence[tuple[str, ...]]) -> None:
        self._initial = initial
        self._around_most = MAX_LETTERS if len(divisions) == 1 else _AROUND
        self._anchors = classes_with(initial)
        self._table = bytes.maketrans(self._anchors, _ANCHOR * len(self._anchors))
        divided = [
            (division[: (at := self.index_in(division))], division[at + 1 :]) for division in divisions
        ]
        near = _ANCHOR
        if all(before for before, _ in divided):
            near += b"(?<=" + self._any_of({before[-1] for before, _ in divided}) + _ANCHOR + b")"
        if all(behind for _, behind in divided):
            near += b"(?=" + self._any_of({behind[0] for _, behind in divided}) + b")"
        beside = {self._beside(*parts) for parts in divided}
        self._pattern = re.compile(near + b"(?:" + b"|".join(sorted(beside)) + b")", re.DOTALL)
        self._sure = re.compile(b"|".join(sorted({self._around(*parts) for parts in divided})), re.DOTALL)

    def index_in(self, division: tuple[str, ...]) -> int:
        """Return which character of a division has the initial."""
        return next(index for index, part in enumerate(division) if taken_by(part) == self._initial)

    def places(self, classes: bytes) -> Iterator[int]:
        """Yield where the initial is."""
        for match in self._pattern.finditer(classes.translate(self._table)):
            if self._sure.match(classes, match.end()):
                yield match.start()

    def _beside(self, before: tuple[str, ...], behind: tuple[str, ...]) -> bytes:
        """Return a pattern for up to two characters before an anchor, and two behind it."""
        pattern = b"".join(self._any_of([part]) for part in before[-2:])
        behind_pattern = b"".join(self._any_of([part]) for part in behind[:2])
        return (b"(?<=" + pattern + _ANCHOR + b")" if before else b"") + b"(?=" + behind_pattern + b")"

    def _around(self, before: tuple[str, ...], behind: tuple[str, ...]) -> bytes:
        """Return a pattern for the characters before an anchor and behind it, not translated."""
        first = b"".join(map(_any_of, map(_classes_of, before[-self._around_most :])))
        last = b"".join(map(_any_of, map(_classes_of, behind[: self._around_most])))
        return b"(?<=" + first + _any_of(self._anchors) + b")(?=" + last + b")"

    def _any_of(self, parts: Iterable[str]) -> bytes:
        """Return a pattern for a character that may take one of some parts, translated."""
        return _any_of(b"".join(map(_classes_of, parts)).translate(self._table))


def _anchors_of(divisions: Iterable[tuple[str, ...]]) -> list[_Anchors]:
    """Return what finds all of some divisions in about the least time."""
    by_initial: dict[str, set[tuple[str, ...]]] = {}
    for division in divisions:
        for part in division:
            by_initial.setdefault(taken_by(part), set()).add(division)
    left = set(divisions)
    chosen: dict[str, set[tuple[str, ...]]] = {}
    while left:
        best = min(by_initial, key=lambda one: _anchor_ns(one) / (len(by_initial[one] & left) or 0.01))
        chosen[best] = by_initial[best] & left
        left -= by_initial[best]
    alone = [initial for initial, some in by_initial.items() if len(some) == len(set(divisions))]
    if alone:
        best = min(alone, key=_anchor_ns)
        if _anchor_ns(best) < sum(map(_anchor_ns, chosen)):
            chosen = {best: by_initial[best]}
    return [_Anchors(initial, sorted(some)) for initial, some in chosen.items()]


class StartsFinder:
    """Finds where letters may begin.

    Args:
        signs: Where they may be spelt.
        most: The most characters they may be.
    """

    def __init__(self, signs: Signs, most: int) -> None:
        self._most = most
        self._all = _beginnings(one for one in signs.divisions if len(one) > 1 or not signs.alone)
        self._others = _beginnings(signs.others)
        self._anchors = _anchors_of(signs.others)

    def within(self, classes: bytes, start: int, end: int) -> Iterator[int]:
        """Yield where letters may begin in a span."""
        return self._begin(self._all, classes, start, end)

    def elsewhere(self, classes: bytes) -> set[int]:
        """Return where letters may begin that are spelt without one of the pairs."""
        found = set[int]()
        for anchors in self._anchors:
            for at in anchors.places(classes):
                found.update(self._begin(self._others, classes, max(0, at - self._most), at + 1))
        return found

    def _begin(self, pattern: re.Pattern[bytes], classes: bytes, start: int, end: int) -> Iterator[int]:
        for match in pattern.finditer(classes, start, end + self._most):
            if match.start() >= end:
                break
            yield match.start()


def _beginnings(divisions: Iterable[tuple[str, ...]]) -> re.Pattern[bytes]:
    """Compile a pattern for the first characters of divisions, with those behind them."""
    tails: dict[bytes, set[bytes]] = {}
    for division in divisions:
        first, *rest = map(_any_of, map(_classes_of, division[: _AROUND + 1]))
        tails.setdefault(first, set()).add(b"".join(rest))
    parts = [first + b"(?=" + b"|".join(sorted(rest)) + b")" for first, rest in sorted(tails.items())]
    return re.compile(b"|".join(parts) or b"(?!)", re.DOTALL)


def _pattern_of(characters: Iterable[bytes]) -> re.Pattern[bytes]:
    return re.compile(b"".join(map(_any_of, characters)), re.DOTALL)


def _anchor_ns(initial: str) -> float:
    """Return how long it takes for each character of a report to look for an initial and what stands beside it."""
    return _TRANSLATION_NS + _TEXT_NS + _ANCHOR_NS * sum(map(_PERMILLE.__getitem__, initial)) / 1000


def _classes_of(part: str) -> bytes:
    return classes_with(taken_by(part))


@lru_cache(1024)
def _any_of(classes: bytes) -> bytes:
    return b"[" + re.escape(bytes(sorted(set(classes)))) + b"]"


def _apart(spans: list[Span]) -> list[Span]:
    """Return spans in order; of two that overlap, the first or the shorter one."""
    kept = []
    reached = 0
    for span in sorted(spans):
        if span[0] >= reached:
            reached = span[1]
            kept.append(span)
    return kept
