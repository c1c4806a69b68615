"""Read the years and the tense of a part of a report from the headings above it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from tui.metrics.tense import Tense, heading_points
from tui.metrics.times import GOVERNMENT_YEARS, QUOTED_PLAN, Clock, Time, times_in, years_in
from tui.report.model import Node
from tui.report.numerals import half_width, small_number
from tui.report.outline import Outline

_OF_PLACE = "(?:市|省|区|县|州|自治区|自治州|自治县)?"
_CALLED_GOVERNMENT = re.compile(rf"(?:本届|上届|第?[一二三四五六七八九十]{{1,3}}届){_OF_PLACE}(?:人民)?政府")
#: The term of office that begins with the report: 第十八届政府任务目标, but not 第九届省人民政府工作的回顾.
NEXT_GOVERNMENT = re.compile(
    rf"(?:新一届|下一?届|第[一二三四五六七八九十]{{1,3}}届){_OF_PLACE}(?:人民)?政府(?=[^，,；;]*(?:目标|任务|建议|方向|安排|打算|思路|要求))"
)
_YEARS_IN_OFFICE = re.compile(r"(?:这|过去|过去的|上届政府)([三四五])年|(?<!十)([三四五])年(?:来|间|里)")
#: 奋发前进的五年, 五年工作回顾, 过去一年和五年工作回顾.
_HEADED_YEARS = re.compile(
    r"的([三四五])年$|(?<![十后来])([三四五])年(?:来)?(?:的)?(?:政府)?(?:工作|历程|成就|回顾)|(?:本届|上届)政府([三四五])年"
)
_HEADED_PLAN = re.compile(rf"(?<!编制)(?<!谋划)(?<!制定)({QUOTED_PLAN})(?!规划编制)")
_PERIOD = "期间"
#: A heading about the first year of a plan: 实现“十二五”良好开局.
_BEGINS = re.compile(rf"{QUOTED_PLAN}[^,;]{{0,12}}(?:开局|起步|开门红|首年|开篇|第[一二三四]年)")
#: What a government did or will do for itself: headings of both say so.
_OWN_WORK = re.compile("(?:政府)?自身(?:的)?(?:改革和)?建设")
#: Characters of a chapter in which the years a government was in office are looked for.
_OFFICE_CHARACTERS = 3000


class Headed(NamedTuple):
    """What headings say of time.

    Attributes:
        time: The time that governs what is below; None where they tell none.
        span: The years they name beside or instead of one; None if they name no such.
        start: Where the innermost heading that tells stands; -1 if none does.
    """

    time: Time | None
    span: tuple[int, int] | None
    start: int = -1

    @property
    def is_of_years(self) -> bool:
        """Whether several years are named, and no year beside them."""
        return self.time is not None and self.time.kind == "span"


class Headings:
    """Look up what the headings of a report say of time.

    Args:
        outline: The report.
        clock: Its years.
    """

    def __init__(self, outline: Outline, clock: Clock) -> None:
        self._outline = outline
        self._text = outline.report.text
        self._clock = clock
        self._read: dict[str, Headed] = {}

    def above(self, node: Node) -> Headed:
        """Return what the headings above the text of a node say, the innermost first."""
        span = None
        for each in reversed(self._outline.lineage(node)):
            headed = self._of(each)
            span = span or headed.span
            if headed.time is not None:
                return Headed(headed.time, span, each.start)
        return Headed(None, span)

    def tense_of(self, chapter: Node) -> Tense | None:
        """Return what a chapter speaks of, as its heading says without a year; None if it does not.

        Where no chapter plans, the plan was not recognised, and may stand in a chapter that looks back.
        """
        points = self._points_of(chapter)
        if points > 0:
            return "past" if self._has_plan else None
        return "plan" if points < 0 else None

    @cached_property
    def _has_plan(self) -> bool:
        plan = self._clock.plan
        chapters = (node for node in self._outline.nodes if node.level == "chapter" and node.heading)
        return any((plan and chapter.year == plan) or self._points_of(chapter) < 0 for chapter in chapters)

    def _points_of(self, chapter: Node) -> int:
        """Return points of a heading as for tenses; the years it names count more than its words."""
        review, headed = self._clock.review, self._of(chapter)
        words = _OWN_WORK.sub("", chapter.heading or "")
        points = heading_points(words, self._outline.report.front)
        if headed.span is None or review is None:
            return points
        if headed.span[1] <= review:
            return max(points, int(headed.is_of_years))
        return points or -1

    def _of(self, node: Node) -> Headed:
        if node.id not in self._read:
            self._read[node.id] = self._read_heading(node) if node.heading else Headed(None, None)
        return self._read[node.id]

    def _read_heading(self, node: Node) -> Headed:
        heading = half_width(node.heading or "")
        times = list(times_in(heading, self._clock))
        year = next((time for time in times if time.kind == "year"), None)
        spans = (time.years for time in times if time.kind == "span" and self._is_near(time.years))
        span = None if _BEGINS.search(heading) else next(spans, None) or self._named_span(heading, node)
        if span is None or year is not None:
            return Headed(year, span)
        return Headed(Time("span", span, node.start, node.start, heading), span)

    def _named_span(self, heading: str, node: Node) -> tuple[int, int] | None:
        """Return the years of a plan or a government that a heading names without more words."""
        if match := _HEADED_PLAN.search(heading):
            time = next(times_in(match[1] + _PERIOD, self._clock), None)
            return time.years if time is not None and self._is_near(time.years) else None
        if match := _HEADED_YEARS.search(heading):
            return self._clock.past(small_number(next(filter(None, match.groups()))) or GOVERNMENT_YEARS)
        if NEXT_GOVERNMENT.search(heading):
            is_of_term = bool(years_in(heading)) or self._is_followed_by_year(node)
            return self._clock.future(GOVERNMENT_YEARS) if is_of_term else None
        if _CALLED_GOVERNMENT.search(heading):
            text = self._text[node.start : min(node.end, node.start + _OFFICE_CHARACTERS)]
            found = _YEARS_IN_OFFICE.search(text)
            years = small_number(found[1] or found[2]) if found else None
            return self._clock.past(years or GOVERNMENT_YEARS)
        return None

    def _is_followed_by_year(self, node: Node) -> bool:
        """Return whether a chapter stands before one about the year planned, so that it is itself about all years of a term."""
        plan = self._clock.plan
        later = (each for each in self._outline.nodes if each.level == "chapter" and each.start > node.start)
        return plan is not None and any(
            each.year == plan or plan in years_in(half_width(each.heading or "")) for each in later
        )

    def _is_near(self, years: tuple[int, int] | None) -> bool:
        """Return whether some years end with the ones reviewed or begin with those planned."""
        review = self._clock.review
        return bool(years and review and (0 <= review - years[1] <= 1 or -1 <= years[0] - review <= 2))
