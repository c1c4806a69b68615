"""Find which years the parts of a chapter plan: several ones (“十四五”时期, 今后五年), or the year of the report.

Chapters say so in their headings, where they open, or, if they plan both, where a sentence begins to speak of the year: 2021年是….
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from tui.metrics.headed import NEXT_GOVERNMENT
from tui.metrics.times import plan_years, years_in
from tui.report.model import Node, Report
from tui.report.numerals import half_width

#: Before this year reports have no chapters of several years.
FIRST_MODERN_YEAR = 1993
_QUOTED = r"[“\"](?:[九十]|十[一二三四五六])五[”\"]"
_SPAN = r"(?:今后|未来)(?:的)?[三四五]年"
#: Headings about more than the year; years they name; and headings about the first year of a plan, which need not name it.
_YEARS = re.compile(rf"{_SPAN}|{_QUOTED}|远景|今后一个时期|第[一二三四五六七八九十]{{1,3}}个五年[计规]划")
_DIGIT_YEAR = r"(?:(?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2})年"
_ANY_YEAR = re.compile(rf"{_DIGIT_YEAR}|今年|明年|(?:开局|届首)之?年")
_START_OF_PLAN = re.compile(rf"(?:{_YEARS.pattern})[^，。,;；]{{0,12}}(?:开好局|开局|起好步|起步|开门红)")
#: What a sentence may begin with before it names the years or the year it plans.
_BEGINS = r"(?:^|[。！!\n])[\s—-]*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、])?\s*(?:各位代表[，,！!：:])?"
_LEADS = r"(?:(?:综合考虑|综合|根据|围绕|按照|面对|基于)[^，,。\n]{1,40}[，,])?(?:(?:我们)?(?:全力|扎实)?(?:做好|抓好))?"
_OPENS_WITH_YEARS = re.compile(
    rf"{_BEGINS}(?:做好)?(?P<years>(?:今后|未来)(?:的)?五年|{_QUOTED}(?=时期|期间|是|发展))"
)
_OPENS_WITH_YEAR = re.compile(rf"{_BEGINS}{_LEADS}(?P<year>{_DIGIT_YEAR}|今年|明年)(?!以来)")
#: How a paragraph begins that looks further ahead than its chapter: 展望二〇三五年.
_LOOKS_AHEAD = re.compile(rf"[\s—-]*(?:展望|[到至])(?P<year>{_DIGIT_YEAR})")
#: First characters of a chapter that tell what it plans, and years after which a goal lies beyond a plan.
_OPENING, _PLAN_LENGTH = 1200, 5
_FAR = "远景"


class Planned(NamedTuple):
    """What a part of a chapter plans.

    Attributes:
        start: Where it starts.
        years: What the report calls the years, where they are several or lie ahead: 今后五年; empty for the year.
        is_headed: Whether a heading says so, and not the text.
        is_of_year: Whether it plans the year and no more years.
        year: That year, where it is the one planned; None if it is another one, or not told.
        is_far: Whether it looks further ahead than what is around it.
    """

    start: int
    years: str = ""
    is_headed: bool = False
    is_of_year: bool = False
    year: int | None = None
    is_far: bool = False


class PlannedYears:
    """Look up which years the chapters of a report plan.

    Args:
        report: The report.
        chapters: Its chapters that plan, in order.
    """

    def __init__(self, report: Report, chapters: Sequence[Node]) -> None:
        self._report, self._chapters = report, chapters
        self._parts: dict[str, list[Planned]] = {}
        self._last_headed = self._last(lambda chapter: _is_headed_by_year(report, chapter))
        last = Planned(0)
        for index, chapter in enumerate(chapters):
            parts = self._parts[chapter.id] = list(self._divided(index, last))
            last = parts[-1]

    def at(self, chapter: Node, offset: int) -> Planned:
        """Return what the part of a chapter at an offset plans."""
        parts = self._parts[chapter.id]
        return parts[max(0, bisect_right(parts, offset, key=lambda part: part.start) - 1)]

    def headed(self, chapter: Node) -> str:
        """Return what the heading of a chapter calls the years it plans as a whole; empty if it does not."""
        first, *others = (part for part in self._parts[chapter.id] if not part.is_far)
        is_whole = all(part.years == first.years for part in others)
        return first.years if first.is_headed and is_whole else ""

    def _divided(self, index: int, before: Planned) -> Iterator[Planned]:
        """Yield the parts of a chapter that plan other years than those before.

        Args:
            index: Of the chapter.
            before: The last part of the chapter before.
        """
        chapter = self._chapters[index]
        heading = chapter.heading or ""
        of_year, named = _names_year(self._report, heading), _several_years(self._report, heading)
        year = _year_planned(self._report, heading) if of_year else None
        is_followed = index < self._last_headed
        turn = None if is_followed and not of_year else next(self._turns(chapter), None)
        if of_year and not named:
            yield Planned(chapter.start, "", is_headed=True, is_of_year=True, year=year)
            return
        if of_year and turn is None:
            yield Planned(chapter.start)
            return
        if named:
            first = Planned(chapter.start, named, is_headed=True)
        else:
            first = self._told(index, before, turn, is_followed=is_followed)
        yield from self._looking_ahead(chapter, first, turn or chapter.end)
        if turn and (of_year or first.years):
            yield Planned(turn, "", of_year, is_of_year=True, year=self._report.front.plan_year)

    def _told(self, index: int, before: Planned, turn: int | None, *, is_followed: bool) -> Planned:
        """Return what a chapter plans, at first, whose heading names neither the year nor several ones.

        Args:
            index: Of the chapter.
            before: The last part of the chapter before.
            turn: Where it turns to the year; None if it does not.
            is_followed: Whether the heading of a later chapter names the year.
        """
        report, chapter = self._report, self._chapters[index]
        heading = chapter.heading or ""
        base = Planned(chapter.start)
        if _START_OF_PLAN.search(heading):
            return base
        is_before_year = is_followed or turn is not None or index < self._last_opening
        opening = _opening_years(report, chapter) if is_before_year else ""
        if opening:
            return base._replace(years=opening)
        government = NEXT_GOVERNMENT.search(heading)
        if government and is_before_year:
            return base._replace(years=government[0], is_headed=True)
        is_of_years = is_before_year or max(self._last_headed, self._last_opening) < 0
        goes_on = before.years and is_of_years and not self._opens_with_year(chapter)
        return base._replace(years=before.years) if goes_on else base

    @cached_property
    def _last_opening(self) -> int:
        """The index of the last chapter that opens with the year; -1 if there is none."""
        return self._last(
            lambda chapter: not names_years(chapter.heading or "") and self._opens_with_year(chapter)
        )

    def _last(self, fits: Callable[[Node], bool]) -> int:
        """Return the index of the last chapter that fits; -1 if none does."""
        indexes = range(len(self._chapters) - 1, -1, -1)
        return next((index for index in indexes if fits(self._chapters[index])), -1)

    def _opens_with_year(self, chapter: Node) -> bool:
        mark = next(_year_marks(self._report, chapter), None)
        return mark is not None and mark < chapter.start + _OPENING

    def _turns(self, chapter: Node) -> Iterator[int]:
        """Yield where a chapter turns to the year: its paragraphs do not go on about several ones."""
        text = self._report.text
        for mark in _year_marks(self._report, chapter):
            line_end = text.find("\n", mark)
            stop = chapter.end if line_end < 0 else min(line_end, chapter.end)
            if not _OPENS_WITH_YEARS.search(text, mark + 1, stop):
                yield mark

    def _looking_ahead(self, chapter: Node, part: Planned, end: int) -> Iterator[Planned]:
        """Yield a part, cut where paragraphs or nodes begin that look further ahead, and where these end."""
        yield part
        if not part.years:
            return
        last = 0
        for start, stop, year in sorted([*self._far_nodes(chapter, end), *self._far_lines(part.start, end)]):
            if start < last:
                continue
            yield Planned(start, year, is_far=True)
            if stop < end:
                yield part._replace(start=stop)
            last = stop

    def _far_nodes(self, chapter: Node, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield the half-open spans of nodes whose headings name only years beyond the plan, with the first."""
        for node in chapter.walk():
            heading = node.heading or ""
            if (
                node is chapter
                or node.start >= end
                or _several_years(self._report, heading.replace(_FAR, ""))
            ):
                continue
            if (year := _ANY_YEAR.search(heading)) and self._is_far(heading):
                yield node.start, min(node.end, end), year[0]

    def _far_lines(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield the half-open spans of paragraphs that begin with a year beyond the plan, with the year."""
        for line in re.finditer(r"[^\n]+", self._report.text[start:end]):
            match = _LOOKS_AHEAD.match(line[0])
            if match and self._is_far(match["year"]):
                yield start + line.start(), start + line.end(), match["year"]

    def _is_far(self, words: str) -> bool:
        years = years_in(words)
        return bool(years) and min(years) > year_of(self._report) + _PLAN_LENGTH


def is_of_past_plan(report: Report, heading: str) -> bool:
    """Return whether a heading names only plans that ended before the year: “十五”目标任务胜利完成."""
    plans = list(_YEARS.finditer(heading))
    return (
        bool(plans) and all(_is_over(report, plan[0]) for plan in plans) and not _names_year(report, heading)
    )


def names_years(heading: str) -> bool:
    """Return whether a heading names several years, or what begins with them."""
    return _YEARS.search(heading) is not None


def year_of(report: Report) -> int:
    """Return the year a report plans or was given in; a recent one if neither is known."""
    front = report.front
    return front.plan_year or int(front.date[:4] or FIRST_MODERN_YEAR)


def _names_year(report: Report, heading: str) -> bool:
    """Return whether a heading names the year that is planned, not only later ones, nor what begins with it."""
    return any(
        not (years := years_in(match[0])) or years[0] <= year_of(report)
        for match in _ANY_YEAR.finditer(heading)
    )


def _is_headed_by_year(report: Report, chapter: Node) -> bool:
    """Return whether the heading of a chapter names the year or the start of a plan."""
    heading = chapter.heading or ""
    return _names_year(report, heading) or _START_OF_PLAN.search(heading) is not None


def _several_years(report: Report, heading: str) -> str:
    """Return what a heading calls several years that are planned; empty if it names none, or their start."""
    if _START_OF_PLAN.search(heading):
        return ""
    named = [match[0] for match in _YEARS.finditer(heading) if not _is_over(report, match[0])]
    return next((name for name in named if name != _FAR), next(iter(named), ""))


def _opening_years(report: Report, chapter: Node) -> str:
    """Return what a chapter calls the years it plans where it opens, before it names the year."""
    opening = report.text[_body_start(report, chapter) : min(chapter.end, chapter.start + _OPENING)]
    years = _OPENS_WITH_YEARS.search(opening)
    if not years or _is_over(report, years["years"]):
        return ""
    before = _OPENS_WITH_YEAR.search(opening, 0, years.start())
    return "" if before else years["years"]


def _body_start(report: Report, chapter: Node) -> int:
    """Return where the text of a chapter starts below its heading."""
    heading = chapter.heading or ""
    at = report.text.find(heading, chapter.start, chapter.start + 12 + len(heading))
    return chapter.start if at < 0 else at + len(heading)


def _year_marks(report: Report, chapter: Node) -> Iterator[int]:
    """Yield where sentences of a chapter begin to speak of the year that is planned."""
    for match in _OPENS_WITH_YEAR.finditer(report.text, _body_start(report, chapter), chapter.end):
        years = years_in(match["year"])
        if not years or years[0] == year_of(report):
            yield match.start("year")


def _year_planned(report: Report, heading: str) -> int | None:
    """Return the year planned if a heading names it, in digits or as 今年, and no other; None if it does not."""
    years = {year for year in years_in(heading) if year <= year_of(report)}
    return None if years - {report.front.plan_year} else report.front.plan_year


def _is_over(report: Report, plan: str) -> bool:
    """Return whether a plan of five years ended before the year a report plans."""
    years = plan_years(half_width(plan)) if re.match(_QUOTED, plan) else None
    return years is not None and years[1] < year_of(report)
