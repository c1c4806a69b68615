"""Count letters as pinyin in the reports of a library: from the classes of characters, or from the index."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui.library.candidates import Candidates
from tui.library.grams import across
from tui.library.spans import Lengths, SpeltFinder, apart
from tui.library.spelt_pairs import OWN, SpeltPairs

#: More characters than letters are spelt by.
_MANY = 1000
#: Where something is spelt, by how many characters as it is read, and by any reading.
_Start = tuple[int, int, int]


def count_initials(
    letters: str, candidates: Candidates, reports: Iterable[int] | None, stop: Callable[[], object]
) -> dict[int, int]:
    """Return the number of hits in reports that have no letters as written, where initials decide: no text is read.

    Args:
        letters: As :func:`tui.search.pinyin.letters_of` returns them.
        candidates: The paragraphs of the reports that are searched.
        reports: Ids of reports; None for all that are searched.
        stop: Called for each report; may raise to stop.
    """
    finder = SpeltFinder(letters, candidates.folded)
    wanted = set(candidates.all_reports() if reports is None else reports)
    counts = {}
    for report, sounds in candidates.all_sounds(wanted):
        stop()
        if spans := finder.find(sounds, ()).spans:
            counts[report] = len(spans)
    return counts


def count_in_pairs(
    letters: str, candidates: Candidates, reports: Iterable[int] | None, stop: Callable[[], object]
) -> dict[int, int]:
    """Return the number of hits in reports that have no letters as written: only what is doubtful is read.

    The letters are some for which :func:`tui.library.spelt_pairs.are_in_pairs` is true; see :func:`count_initials`.
    """
    stop()
    pairs = SpeltPairs(letters, candidates)
    wanted = set(candidates.all_reports() if reports is None else reports)
    tallied = candidates.tally_each(pairs.sure, stop)
    counts = {report: count for report, count in tallied.items() if report in wanted}
    for report, found in _examined(letters, pairs, candidates, stop).items():
        if report in wanted:
            elsewhere = tallied.get(report, 0) - found.sure
            counts[report] = elsewhere + found.count(is_read=bool(elsewhere))
    return {report: count for report, count in counts.items() if count}


class _Read(NamedTuple):
    """What begins in a paragraph.

    Attributes:
        report: Its report.
        length: Its folded characters.
        starts: Offsets in it, in order, each with the lengths that :meth:`tui.library.spans.Lengths.at` returns.
        sure: How many of them are of sure pairs.
    """

    report: int
    length: int
    starts: list[_Start]
    sure: int

    @property
    def over(self) -> int:
        """How many characters hang over into the next paragraph; 0 or less if none do."""
        return max((at + max(sizes) for at, *sizes in self.starts), default=0) - self.length


class _Found:
    """What is spelt in some paragraphs of a report.

    Attributes:
        sure: How often sure pairs begin in them.
    """

    def __init__(self) -> None:
        self.sure = 0
        self._starts: list[_Start] = []
        self._ends: list[int] = []
        self._last = 0

    def add(self, number: int, paragraph: _Read) -> None:
        """Add what begins in a paragraph, given by its id, which is larger than those before."""
        begin = self._ends[-1] if self._ends else 0
        if number != self._last + 1:  # nothing hangs over from the one before
            begin += _MANY
            self._ends.append(begin)
        self._last = number
        self._ends.append(begin + paragraph.length)
        self._starts += ((begin + start, read, otherwise) for start, read, otherwise in paragraph.starts)
        self.sure += paragraph.sure

    def count(self, is_read: bool) -> int:
        """Return the number of hits.

        Args:
            is_read: Whether the report has letters as they are read in other paragraphs, too.
        """
        spans = apart([(start, start + read) for start, read, _ in self._starts if read])
        if not spans and not is_read:
            spans = apart([(start, start + size) for start, _, size in self._starts if size])
        return sum(end <= self._ends[bisect_right(self._ends, start)] for start, end in spans)


def _examined(
    letters: str, pairs: SpeltPairs, candidates: Candidates, stop: Callable[[], object]
) -> dict[int, _Found]:
    """Return what is spelt in doubtful paragraphs; and in those behind where it hangs over, and hides what begins there."""
    lengths = Lengths(letters)
    sure = re.compile("|".join(sorted(pairs.sure)) or "(?!)")
    read: dict[int, _Read] = {}

    def look(numbers: Iterable[int], are_all: bool) -> None:
        for number, report, lead, end, folded in candidates.rows_of(OWN, sorted(numbers), stop):
            starts = {*pairs.starts_in(folded, lead, end)}
            spelt = [(start - lead, *lengths.at(folded, start)) for start in starts]
            if are_all or any(otherwise for _, _, otherwise in spelt):
                of_sure = [(match.start() - lead, 2, 2) for match in sure.finditer(folded, lead, end + 1)]
                read[number] = _Read(report, end - lead, sorted([*spelt, *of_sure]), len(of_sure))

    look(pairs.doubtful, are_all=False)
    look({*candidates.with_one_of(map(across, pairs.sure))} - read.keys(), are_all=True)
    over = {number + 1: one.over for number, one in read.items() if one.over > 0}
    while over:
        look(over.keys() - read.keys(), are_all=True)
        over = {
            number + 1: characters - read[number].length
            for number, characters in over.items()
            if number in read and characters > read[number].length
        }
    found: dict[int, _Found] = {}
    for number, one in sorted(read.items()):
        found.setdefault(one.report, _Found()).add(number, one)
    return found
