"""Count letters as pinyin in the reports of a library: from the classes of characters, or from the index."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

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

    def add(self, number: int, length: int, starts: Iterable[_Start]) -> None:
        """Add what begins in a paragraph; those of a report come in order.

        Args:
            number: Its id.
            length: Its folded characters.
            starts: Offsets in it, each with the lengths that :meth:`tui.library.spans.Lengths.at` returns.
        """
        begin = self._ends[-1] if self._ends else 0
        if number != self._last + 1:  # nothing hangs over from the one before
            begin += _MANY
            self._ends.append(begin)
        self._last = number
        self._ends.append(begin + length)
        self._starts += ((begin + start, read, otherwise) for start, read, otherwise in sorted(starts))

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
    """Return what is spelt in doubtful paragraphs, and in those beside them: it may hang over, and hide what begins there."""
    lengths = Lengths(letters)
    doubtful: dict[int, list[_Start]] = {}
    for number, _, lead, end, folded in candidates.rows_of(OWN, sorted(pairs.doubtful), stop):
        starts = (
            (start - lead, *lengths.at(folded, start)) for start in {*pairs.starts_in(folded, lead, end)}
        )
        if spelt := [start for start in starts if start[2]]:
            doubtful[number] = spelt
    seeds = {*doubtful, *candidates.with_one_of(map(across, pairs.sure))}
    examined = sorted({number + step for number in seeds for step in (-1, 0, 1)})
    found: dict[int, _Found] = {}
    for number, report, lead, end, folded in candidates.rows_of(OWN, examined, stop):
        sure = [(at - lead, 2, 2) for pair in pairs.sure for at in _places(folded, pair, lead, end + 1)]
        of_report = found.setdefault(report, _Found())
        of_report.sure += len(sure)
        of_report.add(number, end - lead, [*sure, *doubtful.get(number, ())])
    return found


def _places(text: str, pair: str, start: int, end: int) -> Iterator[int]:
    at = text.find(pair, start, end)
    while at >= 0:
        yield at
        at = text.find(pair, at + 1, end)
