"""Find where letters may be spelt in a report by the classes of its characters; where initials decide, where they are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from tui.library.initials import as_read, classes_with, taken_by
from tui.library.spellings import Signs

#: Initials, the rarest first.
_BY_FREQUENCY = "oeaprnkmbwftqZSClhcxgdyszj"
#: Stands for all classes that are looked for first.
_ANCHOR = b"\1"
#: Ways to be read that are looked for one by one.
_FEW_TEXTS = 4
#: Initials that are looked for together, apart from all others.
_RARE = "oea"

Span = tuple[int, int]


class InitialsFinder:
    """Finds letters of which each is the initial of a character, or two are.

    Args:
        divisions: All ways to divide them among characters.
    """

    def __init__(self, divisions: Iterable[tuple[str, ...]]) -> None:
        divisions = sorted(divisions, key=len)
        texts = ["".join(text) for one in divisions for text in product(*map(taken_by, one))]
        self._texts = [text.encode() for text in texts]
        self._pattern = re.compile(b"|".join(self._texts))
        self._otherwise = [_Divided(division) for division in divisions]

    def read(self, classes: bytes) -> list[Span]:
        """Return the spans that are spelt so as they are read in their words; none overlap."""
        initials = classes.translate(as_read())
        if len(self._texts) > _FEW_TEXTS:
            return [match.span() for match in self._pattern.finditer(initials)]
        return _apart([span for text in self._texts for span in _spans(initials, text)])

    def read_otherwise(self, classes: bytes) -> list[Span]:
        """Return the spans that are spelt so by some readings; none overlap."""
        return _apart([span for division in self._otherwise for span in division.spans(classes)])


class _Anchors:
    """Finds the rarest initial of each of some divisions.

    Args:
        divisions: The divisions, and the index of the initial in each.
    """

    def __init__(self, divisions: list[tuple[tuple[str, ...], int]]) -> None:
        wanted = bytes({one for division, index in divisions for one in _classes_of(division[index])})
        self._table = bytes.maketrans(wanted, _ANCHOR * len(wanted))
        beside = {self._beside(division, index) for division, index in divisions}
        before = {division[index - 1] for division, index in divisions if index}
        behind = {division[index + 1] for division, index in divisions if index + 1 < len(division)}
        near = _ANCHOR
        if all(index for _, index in divisions):
            near += b"(?<=" + self._any_of([before]) + _ANCHOR + b")"
        if all(index + 1 < len(division) for division, index in divisions):
            near += b"(?=" + self._any_of([behind]) + b")"
        self._pattern = re.compile(near + b"(?:" + b"|".join(sorted(beside)) + b")", re.DOTALL)

    def places(self, classes: bytes) -> Iterator[int]:
        """Yield where they may be, with what stands beside them."""
        return (match.start() for match in self._pattern.finditer(classes.translate(self._table)))

    def _beside(self, division: tuple[str, ...], index: int) -> bytes:
        """Return a pattern for up to two characters before an anchor, and two behind it."""
        before = self._any_of([one] for one in division[max(0, index - 2) : index])
        behind = self._any_of([one] for one in division[index + 1 : index + 3])
        return (b"(?<=" + before + _ANCHOR + b")" if before else b"") + (b"(?=" + behind + b")")

    def _any_of(self, characters: Iterable[Iterable[str]]) -> bytes:
        """Return a pattern for characters, given by the parts that each may take."""
        classes = (b"".join(map(_classes_of, parts)).translate(self._table) for parts in characters)
        return b"".join(map(_any_of, classes))


class _Divided:
    """Finds characters that may take the parts of letters."""

    def __init__(self, division: tuple[str, ...]) -> None:
        self._size = len(division)
        self._index = _rarest(division)
        self._anchors = _Anchors([(division, self._index)])
        self._pattern = _pattern_of(division)

    def spans(self, classes: bytes) -> Iterator[Span]:
        """Yield the spans that may be spelt so."""
        for at in self._anchors.places(classes):
            start = at - self._index
            if start >= 0 and self._pattern.match(classes, start):
                yield start, start + self._size


class StartsFinder:
    """Finds where letters may begin.

    Args:
        signs: Where they may be spelt.
        most: The most characters they may be.
    """

    def __init__(self, signs: Signs, most: int) -> None:
        self._most = most
        self._all = _beginnings(signs.divisions)
        self._others = _beginnings(signs.others)
        anchors = [(division, _rarest(division)) for division in signs.others]
        rare = [one for one in anchors if one[0][one[1]] in _RARE]
        rest = [one for one in anchors if one[0][one[1]] not in _RARE]
        self._anchors = [_Anchors(some) for some in (rare, rest) if some]

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
        first, *rest = map(_any_of, map(_classes_of, division))
        tails.setdefault(first, set()).add(b"".join(rest))
    parts = [first + b"(?=" + b"|".join(sorted(rest)) + b")" for first, rest in sorted(tails.items())]
    return re.compile(b"|".join(parts) or b"(?!)", re.DOTALL)


def _pattern_of(division: tuple[str, ...]) -> re.Pattern[bytes]:
    return re.compile(b"".join(map(_any_of, map(_classes_of, division))), re.DOTALL)


def _rarest(division: tuple[str, ...]) -> int:
    return min(range(len(division)), key=lambda index: _BY_FREQUENCY.index(taken_by(division[index])[-1]))


def _classes_of(part: str) -> bytes:
    return classes_with(taken_by(part))


def _any_of(classes: bytes) -> bytes:
    return b"[" + b"".join(b"\\x%02x" % one for one in sorted(set(classes))) + b"]"


def _spans(text: bytes, wanted: bytes) -> Iterator[Span]:
    start = text.find(wanted)
    while start >= 0:
        yield start, start + len(wanted)
        start = text.find(wanted, start + 1)


def _apart(spans: list[Span]) -> list[Span]:
    """Return spans in order; of two that overlap, the first or the shorter one."""
    kept = []
    reached = 0
    for span in sorted(spans):
        if span[0] >= reached:
            reached = span[1]
            kept.append(span)
    return kept
