"""Find the times that may govern a figure: of its sentence, its paragraph, the paragraphs before, and the headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from tui.metrics.headed import Headings
from tui.metrics.openings import (
    announces,
    covers_years,
    is_about_the_whole,
    leads_a_list,
    opening_of,
    opens_a_sentence,
    past_years,
)
from tui.metrics.times import Time, clock_of, is_one_year, times_in
from tui.report.model import Node
from tui.report.numerals import half_width
from tui.report.outline import Outline

#: Characters before a figure in which the times of its sentence are looked for.
_REACH_CHARACTERS = 400
#: Characters behind a line in which the first item of a list begins.
_FIRST_CHARACTERS = 12
#: 近两年关闭小煤矿588座。森林覆盖率达57%: years of one statement.
_RECENT = "近"


class Scope(NamedTuple):
    """What stands around a sentence says of time.

    Attributes:
        times: The times that may govern it, the nearest first.
        span: The years the headings name beside or instead of one; None if they name no such.
    """

    times: tuple[Time, ...]
    span: tuple[int, int] | None


class Scopes:
    """Look up the times that may govern the offsets of a report.

    Args:
        outline: The report.

    Attributes:
        clock: The report's years.
        headings: What its headings say of time.
    """

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._text = outline.report.text
        self.clock = clock_of(outline.report.front, self._text)
        self.headings = Headings(outline, self.clock)
        self._paragraph = (0, -1)
        self._times: list[Time] = []
        self._starts: list[int] = []
        self._openings: list[Time] = []
        #: What was found last.
        self._around: dict[tuple[int, str], Scope] = {}

    def in_sentence(self, offset: int, sentence: int) -> list[Time]:
        """Return the times a sentence states before an offset, the nearest last.

        Args:
            offset: The offset.
            sentence: Where its sentence starts.
        """
        self._read_paragraph(offset)
        first = bisect_left(self._starts, max(sentence, offset - _REACH_CHARACTERS))
        return self._times[first : bisect_left(self._starts, offset)]

    def around(self, offset: int, sentence: int) -> Scope:
        """Return what stands around a sentence says: its paragraph, the paragraphs before, the headings."""
        node = self._outline.at(offset)
        key = (sentence, node.id)
        if key not in self._around:
            self._around = {key: self._read_around(offset, sentence, node)}
        return self._around[key]

    def _read_around(self, offset: int, sentence: int, node: Node) -> Scope:
        headed = self.headings.above(node)
        times = [] if headed.time is None else [headed.time]
        opener = self._opener(offset)
        if opener is not None and opener.start >= headed.start:
            times.insert(0, opener)
        inner = self._earlier_sentence(offset, sentence, node)
        is_within_years = bool(times) and times[0].kind == "span"
        if inner is not None and not (is_within_years and inner.kind == "year"):
            times.insert(0, inner)
        return Scope(tuple(times), headed.span)

    def opens_paragraph_of(self, offset: int, time: Time) -> bool:
        """Return whether a time stands in the paragraph of an offset."""
        return self._text.rfind("\n", 0, offset) < time.start <= offset

    def _read_paragraph(self, offset: int) -> None:
        """Find the times of the paragraph of an offset, if they are not those found last."""
        start, end = self._paragraph
        if start <= offset < end:
            return
        start = self._text.rfind("\n", 0, offset) + 1
        end = self._text.find("\n", offset) + 1 or len(self._text) + 1
        self._paragraph = start, end
        half = half_width(self._text[start:end])
        self._times = list(times_in(half, self.clock, start))
        self._starts = [time.start for time in self._times]
        lasted = (past_years(time, self.clock) for time in self._times)
        self._openings = [
            time for time in lasted if self._governs_on(time) and opens_a_sentence(half, time.start - start)
        ]

    def _governs_on(self, time: Time) -> bool:
        """Return whether a time governs more than its sentence."""
        if time.years is None or time.words.startswith(_RECENT):
            return False
        return covers_years(time) or (time.kind == "year" and self._is_usual(time))

    def _earlier_sentence(self, offset: int, sentence: int, node: Node) -> Time | None:
        """Return the last time that opens an earlier sentence of the paragraph, in the same node."""
        self._read_paragraph(offset)
        index = bisect_left(self._openings, sentence, key=lambda time: time.start) - 1
        time = self._openings[index] if index >= 0 else None
        return time if time is not None and time.start >= node.own_start else None

    def _is_usual(self, time: Time) -> bool:
        return time.years is not None and time.years[0] in (self.clock.review, self.clock.plan)

    def _opener(self, offset: int) -> Time | None:
        """Return the time that opens the paragraph of an offset, or one before it that governs on."""
        starts, times = self._changes
        index = bisect_right(starts, offset) - 1
        return times[index] if index >= 0 else None

    @cached_property
    def _changes(self) -> tuple[list[int], list[Time | None]]:
        """Offsets at which another opening begins to govern, and its time."""
        starts: list[int] = []
        times: list[Time | None] = []
        governing: list[tuple[Time, int]] = []

        def close(offset: int) -> None:
            while governing and governing[-1][1] <= offset:
                _, end = governing.pop()
                starts.append(end)
                times.append(governing[-1][0] if governing else None)

        start = 0
        for line in self._text.splitlines(keepends=True):
            if (time := opening_of(line, start, self.clock)) is not None:
                close(start)
                end = self._until(time, line, start)
                if governing and self._turns_to_the_year(time, line):
                    end = max(end, governing[-1][1])
                governing.append((time, end))
                starts.append(start)
                times.append(time)
            start += len(line)
        close(start)
        return starts, times

    def _turns_to_the_year(self, time: Time, line: str) -> bool:
        """Return whether a line turns from a plan of years to its first year: 2021年是“十四五”的开局之年."""
        return time.kind == "year" and time.years == (self.clock.plan,) * 2 and is_about_the_whole(line)

    def _until(self, time: Time, line: str, start: int) -> int:
        """Return where the time that opens a line stops to govern: with the line, or with what holds it."""
        end = start + len(line)
        node = self._outline.at(time.start)
        is_whole = is_about_the_whole(line)
        holder = max(end, self._end_of_holder(node, is_whole=is_whole))
        following = self._text[end : end + _FIRST_CHARACTERS]
        if announces(line) or (self._is_usual(time) and leads_a_list(line, following)):
            return holder
        headed = self.headings.above(node)
        if time.kind == "year":
            is_of_year = is_one_year(time) and not (headed.is_of_years and self._is_first_of(node, start))
            governs_on = is_of_year or (self._is_usual(time) and not headed.is_of_years)
            return holder if governs_on else end
        is_of_one_year = headed.time is not None and headed.span is None
        return end if is_of_one_year and not is_whole else holder

    def _is_first_of(self, node: Node, start: int) -> bool:
        """Return whether a line is the first below the heading of a node: 过去五年 may still follow on the year."""
        before = self._text[node.start : start].splitlines()
        return sum(1 for line in before if line.strip()) <= 1

    def _end_of_holder(self, node: Node, *, is_whole: bool) -> int:
        """Return the end of what a line speaks of: its node; its chapter if it turns to the whole."""
        line = self._outline.lineage(node)
        if is_whole:
            return next((above.end for above in line if above.level == "chapter"), node.end)
        while len(line) > 1 and line[-1].level == "part" and not line[-1].heading:
            line.pop()
        return line[-1].end
