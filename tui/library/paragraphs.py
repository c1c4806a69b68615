"""A paragraph of a library as it is searched, and where its folded characters stand in the report."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from tui.library.grams import MARK_BITS
from tui.search.fold import MARKS

_MARK = (1 << MARK_BITS) - 1


class View(NamedTuple):
    """The folded characters of a paragraph, with or without marks.

    Attributes:
        text: With what stands around the paragraph; marks before it are left out.
        lead: How many characters of it stand before the paragraph.
        stop: Where those of the paragraph end.
        start: Offset of the paragraph in the report.
        kept: For each dropped character, how many that are kept stand between the paragraph's start and it.
    """

    text: str
    lead: int
    stop: int
    start: int
    kept: list[int]

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Return the half-open span in the report of what begins in the paragraph."""
        return self._offset(low - self.lead), self._offset(high - 1 - self.lead) + 1

    def _offset(self, index: int) -> int:
        return self.start + index + bisect_right(self.kept, index)


class Paragraph:
    """A paragraph of a library, from a row with :data:`COLUMNS`.

    Attributes:
        report: Id of the report.
        number: Id of the paragraph.
        lead: How many folded characters of those before it are kept.
        stop: Where its own folded characters end.
        folded: The characters before it, its own, and those behind it.
        tense: ``plan`` or ``review``.
    """

    COLUMNS = 'p.report, p.id, p.lead, p.lead + p.length, p.folded, p.start, p."end", p.dropped, p.tense'

    def __init__(
        self,
        report: int,
        number: int,
        lead: int,
        stop: int,
        folded: str,
        start: int,
        end: int,
        dropped: str,
        tense: str,
    ) -> None:
        self.report = report
        self.number = number
        self.lead = lead
        self.stop = stop
        self.folded = folded
        self.tense = tense
        self._start = start
        self._end = end
        self._written = dropped

    def view(self, with_marks: bool) -> View:
        """Return its characters with or without marks."""
        return self._marked if with_marks else self._plain

    @cached_property
    def _dropped(self) -> list[int]:
        return list(map(int, self._written.split()))

    @cached_property
    def _plain(self) -> View:
        kept = [number >> MARK_BITS for number in self._dropped]
        return View(self.folded, self.lead, self.stop, self._start, kept)

    @cached_property
    def _marked(self) -> View:
        parts: list[str] = []
        kept: list[int] = []
        at = marks = 0
        own_marks = 0
        own_dropped = self._end - self._start - (self.stop - self.lead)
        for index, number in enumerate(self._dropped):
            before = self.lead + (number >> MARK_BITS)
            parts.append(self.folded[at:before])
            at = before
            if number & _MARK:
                parts.append(MARKS[(number & _MARK) - 1])
                marks += 1
                own_marks += index < own_dropped
            else:
                kept.append(before - self.lead + marks)
        text = "".join((*parts, self.folded[at:]))
        return View(text, self.lead, self.stop + own_marks, self._start, kept)
