"""Doubt chapters: too few, too large, with gaps in their numbers, or lines that are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.convert.chapter_names import is_chapter_name
from tui.convert.doubts.finished import Finished
from tui.messages import doubts
from tui.report.model import Doubt, Node
from tui.report.numerals import chinese_digits, small_number

#: The largest share of a report that a chapter takes, and the characters of the smallest.
_MAX_SHARE, _MIN_CHAPTER = 0.85, 60
#: Characters of the number before a heading, with the marks around it.
_MAX_NUMBER = 8
#: Chapters of a report; more are sections.
_MAX_CHAPTERS = 16
#: Characters of a text that is checked for these; shorter ones are no whole reports.
_MIN_TEXT = 2000
#: The first year whose reports are always printed with their closing.
_FIRST_WITH_CLOSING = 2000
_NO_CHAPTER = re.compile(
    r"[:：。]$|^年|会议上|[0-9一二三四五六七八九十]日|^[—―–─]|(?:市长|省长|区长|县长|主席|州长)\s*\S{1,4}$"
)


def no_chapters(finished: Finished) -> Iterator[Doubt]:
    """Doubt an outline without chapters."""
    if not finished.chapters:
        yield Doubt(doubts.NO_CHAPTERS)


def one_chapter(finished: Finished) -> Iterator[Doubt]:
    """Doubt a chapter that holds nearly the whole report."""
    chapters, length = finished.chapters, len(finished.report.text)
    if length < _MIN_TEXT:
        return
    for chapter in chapters:
        if len(chapters) == 1 or chapter.end - chapter.start > length * _MAX_SHARE:
            yield Doubt(doubts.one_large_chapter(chapter.heading or ""), chapter.start)


def gaps_in_chapters(finished: Finished) -> Iterator[Doubt]:
    """Doubt chapters whose numbers do not follow one another."""
    for gap in gaps(finished.chapters):
        yield Doubt(doubts.gap_in_chapters(*gap.numbers), gap.node.start)


def too_many_chapters(finished: Finished) -> Iterator[Doubt]:
    """Doubt more chapters than a report has."""
    if len(finished.chapters) > _MAX_CHAPTERS and finished.is_work_report:
        yield Doubt(doubts.many_chapters(len(finished.chapters)), finished.chapters[0].start)


def not_chapters(finished: Finished) -> Iterator[Doubt]:
    """Doubt chapters without a heading, whose headings are none, and chapters without text."""
    for chapter in finished.chapters:
        heading = chapter.heading or ""
        if chapter.number and not heading:
            yield Doubt(doubts.chapter_without_heading(chapter.number), chapter.start)
        elif _NO_CHAPTER.search(heading):
            yield Doubt(doubts.no_chapter_heading(heading), chapter.start)
        elif chapter.end - chapter.start < _smallest(finished, heading) and not chapter.children:
            yield Doubt(doubts.empty_chapter(heading), chapter.start)


def _smallest(finished: Finished, heading: str) -> int:
    """Return the characters of the smallest chapter; those of other documents may hold one line."""
    return max(_MIN_CHAPTER, len(heading) + 20) if finished.is_work_report else len(heading) + _MAX_NUMBER


def no_closing(finished: Finished) -> Iterator[Doubt]:
    """Doubt a work report without a closing, unless it is so old that yearbooks print it without one."""
    front, chapters = finished.report.front, finished.chapters
    year = front.plan_year or front.review_year or int(front.date[:4] or 0)
    is_whole = len(finished.report.text) >= _MIN_TEXT and chapters and finished.is_work_report
    if is_whole and year >= _FIRST_WITH_CLOSING and not finished.parts("closing"):
        yield Doubt(doubts.NO_CLOSING, chapters[-1].start)


def unseen_chapters(finished: Finished) -> Iterator[Doubt]:
    """Doubt a line that is named as chapters are, and is none, in a report whose chapters have names alike."""
    starts = {node.start for node in finished.report.walk()}
    for part in (*finished.chapters, *finished.parts("opening")):
        offset = part.own_start
        for line in finished.text(part).split("\n"):
            name = line.strip()
            start = offset + line.find(name)
            if start not in starts and is_chapter_name(name):
                yield Doubt(doubts.unseen_heading(name), start)
            offset += len(line) + 1


class Gap(NamedTuple):
    """A node whose number does not follow that of the one before.

    Attributes:
        node: The node.
        before: The number of the one before; 0 if there is none.
        value: Its own number.
    """

    node: Node
    before: int
    value: int

    @property
    def numbers(self) -> tuple[str, str, list[str]]:
        """The number of the one before, its own one, and those between them, as they are printed."""
        missing = [chinese_digits(number) for number in range(self.before + 1, self.value)]
        return chinese_digits(self.before), self.node.number or "", missing


def gaps(nodes: Iterable[Node], other: int = 0) -> Iterator[Gap]:
    """Yield where the numbers of nodes do not follow one another; nowhere once one has no number.

    Args:
        nodes: Siblings.
        other: The last number in the chapter above, which the first may follow, as in plans.
    """
    before = 0
    for position, node in enumerate(nodes):
        value = small_number(node.number) if node.number else None
        if value is None:
            return
        if value != before + 1 and (position or value != other + 1):
            yield Gap(node, before, value)
        before = value
