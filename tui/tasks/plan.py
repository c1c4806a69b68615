"""Find the parts of a report that plan, and their text without headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from tui.metrics.headed import NEXT_GOVERNMENT
from tui.metrics.tense import heading_points, tenses_of
from tui.metrics.times import plan_years, years_in
from tui.report.model import Metric, Node, Report
from tui.report.outline import Outline

#: Outermost nodes that are no part of what a report plans.
_OUTSIDE = ("front", "opening", "closing", "annex", "trailing", "glossary")
#: What may stand between a heading and its text.
_GOES_ON = ("，", ",", "、")
_MARKS = " \t\u3000\n\r。：:，,；;.．！!—-*#"

#: Headings of chapters that tell how to plan in general, and those of chapters that tell what to do as well.
_GUIDING = re.compile("(?<!新)要求|思路|指导思想|方针|(?<!新)形势|原则|取向")
#: Headings of chapters about more than the year; and those of chapters about the year.
_YEARS = re.compile(
    r"(?:今后|未来)(?:的)?[三四五]年|[“\"](?:[九十]|十[一二三四五六])五[”\"]|远景|今后一个时期|第[一二三四五六七八九十]{1,3}个五年[计规]划"
)
_ONE_YEAR = re.compile(
    r"(?:19|20)\d\d年|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|今年|明年|(?:开局|届首)之?年"
)
#: What such a chapter calls these years where its heading does not, and the first characters of it in which it does.
_OPENS_WITH_YEARS = re.compile(
    r"(?:^|[。！!\n])\s*(?:各位代表[，,！!：:])?(?:做好)?(?P<years>(?:今后|未来)(?:的)?五年|[“\"](?:[九十]|十[一二三四五六])五[”\"](?=时期|期间|是|发展))"
)
_OPENS_WITH_YEAR = re.compile(rf"(?:^|[。！!\n])\s*(?:各位代表[，,！!：:])?(?:{_ONE_YEAR.pattern})")
_OPENING = 1200
_WORKING = re.compile("政策|任务|重点|安排|措施|举措|部署|工作$|工作和|的工作|工作的?建议")
#: What leads to principles, at the end of a paragraph of so many characters at most.
_PRINCIPLES = re.compile(
    r"(?:把握|坚持|遵循|体现|处理好|做到)(?!好|[^。；;]{0,16}(?:抓好|推进|实施))[^。；;]{0,16}(?:以下|如下|[几一二两三四五六七八九十]个|[几一二两三四五六七八九十](?:点|条|项|大)|“[^”]{1,8}”)[^。；;]{0,20}[:：。]$"
)
_MAX_LEAD = 200
#: Before this year plans are prose: what is demanded stands between what is described.
_FIRST_MODERN_YEAR = 1993
#: Share of a report that its plan takes at least.
_MIN_PLAN = 0.2
#: Targets of a chapter by which it is known as a plan.
_MIN_TARGETS = 3
#: Share of a chapter that a part takes at most which only leads or closes.
_MAX_REMARK = 0.25
#: Sections of a chapter before which it plans only in general.
_MIN_SECTIONS = 3


class Passage(NamedTuple):
    """Text of a node that plans.

    Attributes:
        node: The node.
        start: Of the half-open span.
        end: Of that span.
        is_heading: Whether it is the heading of a node that has no other text.
        is_prose: Whether it stands in a report of the time before plans had chapters of their own: only what is demanded is a task.
        is_guiding: Whether it stands where a report tells how it plans in general: only the goals in it are tasks.
        years: What its chapter calls the years it plans, where a later one plans the year: 今后五年.
        is_of_year: Whether the heading of its chapter names the year and no more years: 2024年重点工作.
        year: That year, where it is the one planned; None if it is another one, or the heading names none.
        office: Who is to do it, as an annex says behind it; empty if it does not.
    """

    node: Node
    start: int
    end: int
    is_heading: bool = False
    is_guiding: bool = False
    is_prose: bool = False
    years: str = ""
    is_of_year: bool = False
    year: int | None = None
    office: str = ""


def plan_passages(outline: Outline) -> Iterator[Passage]:
    """Yield the lines of what a report plans, without headings; a heading where it is all there is of a node."""
    report = outline.report
    has_chapters = any(node.level == "chapter" for node in report.outline)
    for chapter in report.outline:
        if chapter.id.rstrip("0123456789") in _OUTSIDE:
            continue
        points = heading_points(chapter.heading or "", report.front)
        if points > 0:
            yield from _plans_in_review(report, chapter, has_plan=_has_plan(report))
            continue
        is_prose = points == 0 and (not has_chapters or _year(report) < _FIRST_MODERN_YEAR)
        heading = chapter.heading or ""
        years = _years_planned(report, chapter)
        is_of_term = bool(years and NEXT_GOVERNMENT.search(heading))
        is_planned = points < 0 or is_of_term or states_targets(report, chapter)
        is_of_year = bool(_ONE_YEAR.search(heading)) and not _YEARS.search(heading)
        of_years = bool(years and _YEARS.search(heading))
        for passage in _of_chapter(report, chapter, of_years=of_years, is_planned=is_planned):
            yield passage._replace(
                is_prose=is_prose,
                years=years,
                is_of_year=is_of_year,
                year=_year_named(report, heading) if is_of_year else None,
            )


def _plans_in_review(report: Report, chapter: Node, *, has_plan: bool) -> Iterator[Passage]:
    """Yield the lines of the parts of a review that plan: behind its sections, or where the heading of the plan is missing.

    Args:
        report: The report.
        chapter: The chapter that looks back.
        has_plan: Whether other chapters hold the plan.
    """
    tenses = tenses_of(report.text, report.front)
    for child in chapter.children:
        reads_as_plan = not has_plan and all(tenses.at(node.start) == "plan" for node in child.walk())
        if reads_as_plan or (child.level == "part" and states_targets(report, child)):
            for node in child.walk():
                yield from _passages(report, node, is_planned=False)


def _has_plan(report: Report) -> bool:
    """Return whether chapters that do not look back hold a good part of the text."""
    sizes = [
        node.end - node.start
        for node in report.outline
        if node.id.rstrip("0123456789") not in _OUTSIDE
        and heading_points(node.heading or "", report.front) <= 0
    ]
    return sum(sizes) > len(report.text) * _MIN_PLAN


def metrics_between(report: Report, start: int, end: int) -> tuple[Metric, ...]:
    """Return the metrics that start in a half-open span."""
    first = bisect_left(report.metrics, start, key=_start_of)
    return report.metrics[first : bisect_left(report.metrics, end, first, key=_start_of)]


def _start_of(metric: Metric) -> int:
    return metric.start


def states_targets(report: Report, chapter: Node) -> bool:
    """Return whether the figures of a chapter or annex are targets, but for a few."""
    held = [metric.status for metric in metrics_between(report, chapter.start, chapter.end)]
    targets = held.count("target") + held.count("expected")
    return targets >= _MIN_TARGETS and targets > 2 * held.count("achieved")


def _year(report: Report) -> int:
    """Return the year a report plans or was given in; a recent one if neither is known."""
    front = report.front
    return front.plan_year or int(front.date[:4] or _FIRST_MODERN_YEAR)


def _of_chapter(report: Report, chapter: Node, *, of_years: bool, is_planned: bool) -> Iterator[Passage]:
    """Yield the lines of a chapter that plan.

    Args:
        report: The report.
        chapter: The chapter.
        of_years: Whether its heading is about several years, and a later one about the year.
        is_planned: Whether it plans as a whole.
    """
    heading = chapter.heading or ""
    guides = (of_years or bool(_GUIDING.search(heading))) and not _WORKING.search(heading)
    sections = sum(child.level == "section" for child in chapter.children)
    is_guiding = guides or sections >= _MIN_SECTIONS or (of_years and bool(chapter.children))
    for passage in _passages(report, chapter, is_planned=is_planned):
        yield passage._replace(is_guiding=is_guiding)
        if sections and _PRINCIPLES.search(report.text[passage.start : passage.end].rstrip()[-_MAX_LEAD:]):
            is_guiding = True
    principles = _leads_to_principles(report, chapter)
    in_principles = principles and guides
    for child in chapter.children:
        if child.level == "part":
            in_principles = principles = _leads_to_principles(report, child)
        elif child.level == "section":
            principles = in_principles and (guides or of_years)
        is_guiding = (
            principles or (guides and child.level != "section") or (of_years and _is_remark(child, chapter))
        )
        for node in child.walk():
            for passage in _passages(report, node, is_planned=is_planned):
                yield passage._replace(is_guiding=is_guiding)


def _is_remark(child: Node, chapter: Node) -> bool:
    """Return whether a part is what a chapter says between its sections, or at its end, and not most of its text."""
    return child.level == "part" and child.end - child.start < (chapter.end - chapter.start) * _MAX_REMARK


def _years_planned(report: Report, chapter: Node) -> str:
    """Return what a chapter calls the years it plans, in its heading or where it opens; empty for one of the year, or if no later one is."""
    heading = chapter.heading or ""
    later = report.outline[report.outline.index(chapter) + 1 :]
    if _ONE_YEAR.search(heading) or not any(_ONE_YEAR.search(node.heading or "") for node in later):
        return ""
    if years := _YEARS.search(heading):
        return years[0]
    opening = report.text[_text_start(report.text, chapter) : min(chapter.end, chapter.start + _OPENING)]
    years = _OPENS_WITH_YEARS.search(opening)
    if (
        years
        and not _OPENS_WITH_YEAR.search(opening, 0, years.start())
        and not _is_over(report, years["years"])
    ):
        return years["years"]
    government = NEXT_GOVERNMENT.search(heading)
    return government[0] if government else ""


def _is_over(report: Report, plan: str) -> bool:
    """Return whether a plan of five years ended before the year a report plans."""
    years = plan_years(plan)
    return years is not None and years[1] < _year(report)


def _year_named(report: Report, heading: str) -> int | None:
    """Return the year planned if a heading names it, in digits or as 今年, and no other; None if it does not."""
    years = set(years_in(heading))
    return None if years - {report.front.plan_year} else report.front.plan_year


def _leads_to_principles(report: Report, node: Node) -> bool:
    """Return whether the own text of a node ends with what leads to principles: 工作中要把握以下几点."""
    lines = report.text[node.own_start : node.own_end].rstrip()[-_MAX_LEAD:].splitlines()
    return bool(lines) and _PRINCIPLES.search(lines[-1]) is not None


def _passages(report: Report, node: Node, *, is_planned: bool) -> Iterator[Passage]:
    """Yield the lines of the own text of a node that plan."""
    tenses = tenses_of(report.text, report.front)
    start = _text_start(report.text, node)
    if any(metric.status == "target" for metric in metrics_between(report, node.start, start)):
        start = max(node.own_start, node.start)  # the heading itself promises
    if not report.text[start : node.own_end].strip():
        is_work = node.level != "chapter"  # that of a chapter says only that it plans
        if is_work and node.heading and not node.children and (is_planned or tenses.at(node.start) == "plan"):
            yield Passage(node, node.start, start, is_heading=True)
        return
    for line in report.text[start : node.own_end].splitlines(keepends=True):
        if line.strip() and (is_planned or tenses.at(start) == "plan"):
            yield Passage(node, start, start + len(line))
        start += len(line)


def _text_start(text: str, node: Node) -> int:
    """Return where the text of a node starts behind its heading."""
    if not node.heading:
        return node.own_start
    at = text.find(node.heading, node.start, node.start + 12 + len(node.heading))
    if at < 0:  # a heading in two lines, or one that was mended
        line_end = text.find("\n", node.start, node.own_end)
        return node.own_end if line_end < 0 else line_end
    end = at + len(node.heading)
    if text.startswith(_GOES_ON, end) and at + len(node.heading) < node.own_end:
        return at
    while end < node.own_end and text[end] in _MARKS:
        end += 1
    return end
