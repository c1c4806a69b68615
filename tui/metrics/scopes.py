"""Find the time that governs a part of a report: of its sentence, its paragraph, or the headings above it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from tui.metrics.tense import Tense, heading_points
from tui.metrics.times import GOVERNMENT_YEARS, QUOTED_PLAN, Clock, Time, clock_of, times_in, years_lasted
from tui.report.grammar import YEAR
from tui.report.model import Node
from tui.report.numerals import half_width, small_number
from tui.report.outline import Outline

#: Characters of a line in which its first time is looked for, and those before that time at most.
_OPENING_CHARACTERS, _LEAD_CHARACTERS = 100, 14
#: Characters before a figure in which the times of its sentence are looked for.
_REACH_CHARACTERS = 400
_MARKS = " \t\u3000#*-—·●◆■"
_NUMBER = re.compile(r"[(]?[一二三四五六七八九十\d]{1,3}[)、.．]|第?[一二三四五六七八九十]{1,2}[是要,、]")
#: What announces that a time governs more than its own paragraph.
_ANNOUNCES = re.compile(
    r"(?:以下|主要(?:做|抓|开展|围绕)|如下|重点(?:做|抓)|[几一二三四五六七八九十]个方面|表现在)[^。]{0,24}[:。]?$|:$"
)
_ONE_YEAR = re.compile(r"一年")
#: How long one thing takes, not what the following is about: 3年内.
_ONLY_LASTS = re.compile("内$|时间$|^(?:用|利用|通过|力争)")
#: What a government did or will do for itself: headings of both say so.
_OWN_WORK = re.compile("(?:政府)?自身(?:的)?(?:改革和)?建设")
_AFTER = "经过"
_WIDE = re.compile(rf"^[^,。!:]{{0,2}}各位代表|^同志们|一年来|过去的?一年|^(?:今年|{YEAR}年)[,]?是")
_CALLED_GOVERNMENT = re.compile(
    r"(?:本届|上届|第?[一二三四五六七八九十]{1,3}届)(?:市|省|区|县|州|自治区|自治州|自治县)?(?:人民)?政府"
)
_YEARS_IN_OFFICE = re.compile(r"(?:这|过去|过去的|上届政府)([三四五])年|(?<!十)([三四五])年(?:来|间|里)")
_OPENS_WITH_YEARS = re.compile(r"这[是一]?[^。]{0,50}?的([三四五])年")
_HEADED_YEARS = re.compile(
    r"的([三四五])年$|^(?:本届政府)?([三四五])年(?:来)?(?:的)?(?:政府)?(?:工作|历程|成就|回顾)|(?:本届|上届)政府([三四五])年"
)
_HEADED_PLAN = re.compile(rf"(?<!编制)(?<!谋划)(?<!制定)({QUOTED_PLAN})(?!规划编制)")
#: A heading about the first year of a plan: 实现“十二五”良好开局.
_BEGINS = re.compile(rf"{QUOTED_PLAN}[^,;]{{0,12}}(?:开局|起步|开门红|首年|开篇|第[一二三四]年)")
#: Characters of a chapter in which the years a government was in office are looked for.
_OFFICE_CHARACTERS = 3000


class Scope(NamedTuple):
    """The time of a part of a report.

    Attributes:
        time: The time that governs it; None where no words tell.
        span: The years the headings above are about, beside or instead of one; None if they name no such.
    """

    time: Time | None
    span: tuple[int, int] | None


class Scopes:
    """Look up the times that govern the offsets of a report.

    Args:
        outline: The report.
    """

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._text = outline.report.text
        self.clock = clock_of(outline.report.front, self._text)
        self._headings: dict[str, Scope] = {}
        self._paragraph: tuple[int, int] = (0, -1)
        self._times: list[Time] = []
        self._starts: list[int] = []

    def in_sentence(self, offset: int, sentence: int) -> list[Time]:
        """Return the times a sentence states before an offset, the nearest last.

        Args:
            offset: The offset.
            sentence: Where its sentence starts.
        """
        times = self._times_of_paragraph(offset)
        first = bisect_left(self._starts, max(sentence, offset - _REACH_CHARACTERS))
        return times[first : bisect_left(self._starts, offset)]

    def around(self, offset: int, sentence: int) -> Scope:
        """Return the time of what stands around a sentence: of its paragraph, the paragraphs before, the headings."""
        node = self._outline.at(offset)
        heading, headed_from = self._heading_scope(node)
        opener = self._opener(offset)
        scope = heading
        if opener is not None and opener.start >= headed_from:
            scope = Scope(opener, heading.span)
        inner = self._earlier_sentence(offset, max(sentence, 0), node)
        if inner is None:
            return scope
        is_within_span = scope.time is not None and scope.time.kind == "span"
        return scope if is_within_span and inner.kind == "year" else Scope(inner, heading.span)

    def opens_paragraph_of(self, offset: int, time: Time) -> bool:
        """Return whether a time stands in the paragraph of an offset."""
        return self._text.rfind("\n", 0, offset) < time.start <= offset

    def tense_of_chapter(self, chapter: Node) -> Tense | None:
        """Return what a chapter speaks of, as its heading says without a year; None if it does not.

        Where no chapter plans, the plan was not recognised, and may stand in a chapter that looks back.
        """
        points = self._points_of(chapter)
        if points > 0:
            return "past" if self._has_plan else None
        return "plan" if points < 0 else None

    @cached_property
    def _has_plan(self) -> bool:
        chapters = (node for node in self._outline.nodes if node.level == "chapter" and node.heading)
        return any(self._points_of(chapter) < 0 for chapter in chapters)

    def _points_of(self, chapter: Node) -> int:
        """Return points of a heading as for tenses; the years it names count more than its words."""
        review, scope = self.clock.review, self._scope_of(chapter)
        words = _OWN_WORK.sub("", chapter.heading or "")
        points = heading_points(words, self._outline.report.front)
        if scope.span is None or review is None:
            return points
        if scope.span[1] <= review:
            return max(points, int(scope.time is not None and scope.time.kind == "span"))
        return points or -1

    def _times_of_paragraph(self, offset: int) -> list[Time]:
        start, end = self._paragraph
        if not start <= offset < end:
            start = self._text.rfind("\n", 0, offset) + 1
            end = self._text.find("\n", offset) + 1 or len(self._text) + 1
            self._paragraph = start, end
            self._half = half_width(self._text[start:end])
            self._times = list(times_in(self._half, self.clock, start))
            self._starts = [time.start for time in self._times]
            lasted = (_past_years(time, self.clock) for time in self._times)
            self._openings = [time for time in lasted if self._opens_sentence(time, start)]
            self._opening_starts = [time.start for time in self._openings]
        return self._times

    def _opens_sentence(self, time: Time, shift: int) -> bool:
        """Return whether a time stands at the beginning of a sentence that is not the first of its paragraph."""
        at = time.start - shift
        before = self._half[max(0, at - _LEAD_CHARACTERS) : at]
        if not _SENTENCE_END_BEFORE.search(before) or time.years is None:
            return False
        return _covers_years(time) or (time.kind == "year" and self._is_usual(time))

    def _earlier_sentence(self, offset: int, sentence: int, node: Node) -> Time | None:
        self._times_of_paragraph(offset)
        index = bisect_left(self._opening_starts, sentence) - 1
        time = self._openings[index] if index >= 0 else None
        return time if time is not None and time.start >= node.own_start else None

    def _heading_scope(self, node: Node) -> tuple[Scope, int]:
        """Return the scope of the headings above, and where the innermost heading that tells stands."""
        span = None
        for above in reversed(self._outline.lineage(node)):
            scope = self._scope_of(above)
            span = span or scope.span
            if scope.time is not None or scope.span is not None:
                return Scope(scope.time, span), above.start
        return Scope(None, span), -1

    def _scope_of(self, node: Node) -> Scope:
        if node.id not in self._headings:
            self._headings[node.id] = self._read_heading(node) if node.heading else Scope(None, None)
        return self._headings[node.id]

    def _read_heading(self, node: Node) -> Scope:
        heading = half_width(node.heading or "")
        times = list(times_in(heading, self.clock))
        year = next((time for time in times if time.kind == "year"), None)
        spans = (time.years for time in times if time.kind == "span" and self._is_near(time.years))
        span = None if _BEGINS.search(heading) else next(spans, None) or self._headed_span(heading, node)
        if span is None:
            return Scope(year, None)
        is_mixed = year is not None
        return Scope(year if is_mixed else Time("span", span, node.start, node.start, heading), span)

    def _headed_span(self, heading: str, node: Node) -> tuple[int, int] | None:
        if match := _HEADED_PLAN.search(heading):
            time = next(times_in(match[1] + "期间", self.clock), None)
            return time.years if time is not None and self._is_near(time.years) else None
        if match := _HEADED_YEARS.search(heading):
            return self.clock.past(small_number(next(filter(None, match.groups()))) or GOVERNMENT_YEARS)
        if _CALLED_GOVERNMENT.search(heading):
            text = self._text[node.start : min(node.end, node.start + _OFFICE_CHARACTERS)]
            found = _YEARS_IN_OFFICE.search(text)
            return self.clock.past(
                (small_number(found[1] or found[2]) if found else None) or GOVERNMENT_YEARS
            )
        return None

    def _is_usual(self, time: Time) -> bool:
        return time.years is not None and time.years[0] in (self.clock.review, self.clock.plan)

    def _is_near(self, years: tuple[int, int] | None) -> bool:
        """Return whether some years end with the ones reviewed or begin with those planned."""
        review = self.clock.review
        return bool(years and review and (0 <= review - years[1] <= 1 or -1 <= years[0] - review <= 2))

    def _opener(self, offset: int) -> Time | None:
        """Return the time that opens the paragraph of an offset, or one before it that governs on."""
        starts, times = self._changes
        index = bisect_right(starts, offset) - 1
        return times[index] if index >= 0 else None

    @cached_property
    def _changes(self) -> tuple[list[int], list[Time | None]]:
        """Offsets at which another time begins to govern, and that time."""
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
            if (time := _opening(line, start, self.clock)) is not None:
                close(start)
                governing.append((time, self._until(time, line, start)))
                starts.append(start)
                times.append(time)
            start += len(line)
        close(start)
        return starts, times

    def _until(self, time: Time, line: str, start: int) -> int:
        """Return where the time that opens a line stops to govern: with the line, or with the node that holds it."""
        end = start + len(line)
        node = self._outline.at(time.start)
        half = half_width(line).strip()
        announces = _ANNOUNCES.search(half[-_OPENING_CHARACTERS:])
        is_wide = _WIDE.search(half[:_OPENING_CHARACTERS]) or (announces and len(announces[0]) > 1)
        around = self._holder(node, is_wide=bool(is_wide))
        if announces:
            return max(end, around)
        heading = self._heading_scope(node)[0]
        if time.kind == "year":
            is_within_span = heading.time is not None and heading.time.kind == "span"
            governs_on = _ONE_YEAR.search(time.words) or (self._is_usual(time) and not is_within_span)
            return max(end, around) if governs_on else end
        is_year_only = heading.time is not None and heading.time.kind == "year" and heading.span is None
        return end if is_year_only else max(end, around)

    def _holder(self, node: Node, *, is_wide: bool) -> int:
        """Return the end of what a line speaks of: its node; of its chapter if it turns to the whole."""
        line = self._outline.lineage(node)
        if is_wide:
            return next((above.end for above in line if above.level == "chapter"), node.end)
        while len(line) > 1 and line[-1].level == "part" and not line[-1].heading:
            line.pop()
        return line[-1].end


_SENTENCE_END_BEFORE = re.compile(r"[。!?][”’\")]*[^。!?,;:]*$")
#: 2022年是本届政府任期届满之年。五年来,…: what follows may be about more years than this one.
_IS_SUCH_A_YEAR = re.compile("[,]?是")


def _opening(line: str, start: int, clock: Clock) -> Time | None:
    """Return the time that opens a line; None if none does."""
    content = line.lstrip(_MARKS)
    if not content or content == "\n":
        return None
    lead = len(line) - len(content)
    half = half_width(content[:_OPENING_CHARACTERS])
    if number := _NUMBER.match(half):
        lead += number.end()
        half = half[number.end() :]
    if match := _OPENS_WITH_YEARS.match(half):
        years = clock.past(small_number(match[1]) or GOVERNMENT_YEARS)
        return Time("span", years, start + lead, start + lead + match.end(), match[0])
    first = None
    for stated in times_in(half, clock, start + lead):
        time = _past_years(stated, clock)
        if time.years is None or not (time.kind == "year" or _covers_years(time)):
            continue
        at = time.start - start - lead
        if first is None:
            if at > _LEAD_CHARACTERS:
                return None
            first = time
            if not _IS_SUCH_A_YEAR.match(half, at + len(time.words)):
                return first
        elif _SENTENCE_END_BEFORE.search(half[max(0, at - _LEAD_CHARACTERS) : at]):
            return time
    return first


def _covers_years(time: Time) -> bool:
    """Return whether a time says what years a text is about, not how long one thing takes."""
    return time.kind == "span" and not _ONLY_LASTS.search(time.words)


def _past_years(time: Time, clock: Clock) -> Time:
    """Return 经过五年 as the years up to the one reviewed: where a text plans, they do not govern it."""
    return years_lasted(time, clock, is_ahead=False) if time.words.startswith(_AFTER) else time
