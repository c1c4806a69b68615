"""Find letters as pinyin in the reports of a library: as they are read in their words, else by other readings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.library.initials import ends_of
from tui.library.sounding import InitialsFinder, Span, StartsFinder
from tui.library.spellings import Signs, most_characters, signs_of
from tui.search.pinyin import spelling_of
from tui.search.readings import default_readings

#: Lengths of the shortest match at the start of a text as it is read, and by any reading; and whether what stands around the
#: text does not change them. None if more characters decide.
_Known = tuple[int | None, int, bool]
#: Characters that are looked at first.
_FEW = 2
#: Texts of which is kept what was found.
_MOST_KEPT = 20_000


class Extent(NamedTuple):
    """The paragraphs of a report.

    Attributes:
        report: Its id.
        first: The id of its first paragraph; the others follow.
        paragraphs: How many there are.
    """

    report: int
    first: int
    paragraphs: int


class Sounds(NamedTuple):
    """How a report is read.

    Attributes:
        first: The id of its first paragraph.
        lengths: Of the folded characters of its paragraphs.
        classes: Of their folded characters.
    """

    first: int
    lengths: bytes
    classes: bytes


class Numbers:
    """Ids of paragraphs, to be taken report by report.

    Args:
        numbers: The ids, in order.
        is_in_order: Whether the reports come in the order they were added: then no more is read than is taken.
    """

    def __init__(self, numbers: Iterator[int], is_in_order: bool) -> None:
        self._left = numbers
        self._next = next(numbers, None) if is_in_order else None
        self._all = [] if is_in_order else list(numbers)
        self._is_in_order = is_in_order

    def of(self, extent: Extent) -> list[int]:
        """Return the ids of paragraphs of a report."""
        first, last = extent.first, extent.first + extent.paragraphs
        if not self._is_in_order:
            return self._all[bisect_left(self._all, first) : bisect_left(self._all, last)]
        found = []
        while self._next is not None and self._next < last:
            if self._next >= first:
                found.append(self._next)
            self._next = next(self._left, None)
        return found


class LookedUp:
    """Ids of paragraphs that are looked up report by report: where few reports are wanted.

    Args:
        look_up: Returns the ids of those in a report, in order.
    """

    def __init__(self, look_up: Callable[[Extent], list[int]]) -> None:
        self.of = look_up


class Spelt(NamedTuple):
    """Where letters are spelt in a report.

    Attributes:
        first: The id of its first paragraph.
        ends: Where its paragraphs end, in folded characters.
        spans: Spans of its folded characters within paragraphs.
        otherwise: Whether by readings of other words.
    """

    first: int
    ends: Sequence[int]
    spans: list[Span]
    otherwise: bool

    def by_paragraph(self) -> dict[int, list[Span]]:
        """Return the spans by the ids of the paragraphs, each counted from its paragraph's start."""
        found: dict[int, list[Span]] = {}
        for low, high in self.spans:
            index = bisect_right(self.ends, low)
            start = self.ends[index - 1] if index else 0
            found.setdefault(self.first + index, []).append((low - start, high - start))
        return found


class SpeltFinder:
    """Finds letters as pinyin.

    Args:
        letters: As :func:`tui.search.pinyin.letters_of` returns them.
        folded: Returns the folded characters kept of some paragraphs, by their ids, and how many of each stand before it.
    """

    def __init__(
        self, letters: str, folded: Callable[[Iterable[int]], Iterator[tuple[int, int, str]]]
    ) -> None:
        self._folded = folded
        most = most_characters(letters)
        self.signs, self._initials, self._starts = _finders(letters, most)
        self._alone = re.compile(f"[{self.signs.alone}]") if self.signs.alone else None
        self._lengths = Lengths(letters)

    def find(self, sounds: Sounds, numbers: Sequence[int], are_all: bool = False) -> Spelt:
        """Find the letters in a report.

        Args:
            sounds: How it is read.
            numbers: Ids of its paragraphs with one of the pairs of :attr:`signs`.
            are_all: Whether these are all paragraphs that may have the letters.
        """
        if self._initials is None:
            return self._by_text(sounds, numbers, are_all)
        spans, otherwise = self._initials.find(sounds.classes)
        ends = ends_of(sounds.lengths) if spans else []
        return Spelt(sounds.first, ends, _within(spans, ends), otherwise)

    def _by_text(self, sounds: Sounds, numbers: Sequence[int], are_all: bool) -> Spelt:
        """Find letters where the text decides."""
        starts = set() if are_all else self._starts.elsewhere(sounds.classes)
        if not starts and not numbers and not self._alone:
            return Spelt(sounds.first, [], [], otherwise=False)
        ends = ends_of(sounds.lengths)
        for number in numbers:
            index = number - sounds.first
            starts.update(self._starts.within(sounds.classes, ends[index - 1] if index else 0, ends[index]))
        found = list(self._spelt_from(sorted(starts), sounds.first, ends))
        read = apart([(start, start + size) for start, size, _ in found if size])
        spans = read or apart([(start, start + size) for start, _, size in found if size])
        return Spelt(sounds.first, ends, _within(spans, ends), otherwise=not read)

    def _spelt_from(
        self, starts: list[int], first: int, ends: Sequence[int]
    ) -> Iterator[tuple[int, int, int]]:
        """Yield starts, and how many characters are spelt so from there on, as they are read and by any reading."""
        by_paragraph: dict[int, list[int]] = {}
        for start in starts:
            by_paragraph.setdefault(bisect_right(ends, start), []).append(start)
        looked_in = range(len(ends)) if self._alone else by_paragraph
        for number, lead, folded in self._folded(first + index for index in looked_in):
            index = number - first
            begin = ends[index - 1] if index else 0
            shift = lead - begin
            own = by_paragraph.get(index, [])
            if self._alone:
                alone = self._alone.finditer(folded, lead, lead + ends[index] - begin)
                own = sorted({*own, *(match.start() - shift for match in alone)})
            for start in own:
                yield (start, *self._lengths.at(folded, start + shift))


@lru_cache(16)
def _finders(letters: str, most: int) -> tuple[Signs, InitialsFinder | None, StartsFinder]:
    signs = signs_of(letters)
    return signs, InitialsFinder(signs.divisions) if signs.are_initials else None, StartsFinder(signs, most)


class Lengths:
    """Tells how many characters of a text are spelt so.

    Args:
        letters: As :func:`tui.search.pinyin.letters_of` returns them.
    """

    def __init__(self, letters: str) -> None:
        self._most = most_characters(letters)
        self._readings = default_readings()
        self._spelling = spelling_of(letters, self._readings)
        self._known: dict[str, _Known] = {}

    def at(self, text: str, start: int) -> tuple[int, int]:
        """Return the lengths of the shortest match as it is read and by any reading; 0 for none."""
        stop = start + self._most
        as_read, otherwise, is_sure = self._known_of(text[start : start + _FEW])
        if as_read is None:
            as_read, otherwise, is_sure = self._known_of(text[start:stop])
        if is_sure and as_read is not None:
            return as_read, otherwise
        codes = (self._readings.at(text, at) for at in range(start, min(stop, len(text))))
        return self._spelling.shortest_match(codes) or 0, otherwise

    def _known_of(self, text: str) -> _Known:
        known = self._known.get(text)
        if known is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            known = self._known[text] = self._of(text)
        return known

    def _of(self, text: str) -> _Known:
        codes = [self._readings.all_of(one) for one in text]
        size = self._spelling.shortest_match(codes)
        if size is None:
            may_go_on = len(text) < self._most and self._spelling.may_begin_with(codes)
            return (None if may_go_on else 0), 0, not may_go_on
        return size, size, all(len(every) == 1 for every in codes[:size])


def apart(spans: list[Span]) -> list[Span]:
    """Return those of some spans in order that do not overlap one before them."""
    kept = []
    reached = 0
    for span in spans:
        if span[0] >= reached:
            reached = span[1]
            kept.append(span)
    return kept


def _within(spans: list[Span], ends: Sequence[int]) -> list[Span]:
    """Return the spans that do not go over the end of a paragraph."""
    return [(low, high) for low, high in spans if high <= ends[bisect_right(ends, low)]]
