"""Find the parts of a report that plan, and their text without headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.metrics.tense import heading_points, tenses_of
from tui.report.model import Metric, Node, Report
from tui.report.outline import Outline
from tui.tasks.planned_years import FIRST_MODERN_YEAR, PlannedYears, is_of_past_plan, names_years, year_of

#: Outermost nodes that are no part of what a report plans.
_OUTSIDE = ("front", "opening", "closing", "annex", "trailing", "glossary")
#: What may stand between a heading and its text.
_GOES_ON = ("，", ",", "、")
_MARKS = " \t\u3000\n\r。：:，,；;.．！!—-*#"

#: Headings of chapters that tell how to plan in general, and those of chapters that tell what to do as well.
_GUIDING = re.compile("(?<!新)要求|思路|指导思想|方针|(?<!新)形势|原则|取向")
#: Headings of parts about the situation, and what they have where they tell what is done about it.
_SITUATION = re.compile(
    r"(?:分析|研判|当前|面临的?)[^，,。]{0,6}形势|形势(?:分析|判断|研判)|机遇[^，,。]{0,6}挑战|(?:面临|存在)的?[^，,。]{0,8}(?:困难|问题|挑战|机遇)"
)
_ANSWERS = re.compile("应对|把握|抢抓|抓住|适应|解决|化解|克服|优化|营造|改善|破解")
_WORKING = re.compile("政策|任务|重点|安排|措施|举措|部署|工作$|工作和|的工作|工作的?建议")
#: What leads to principles, at the end of a paragraph of so many characters at most.
_PRINCIPLES = re.compile(
    r"(?:把握|坚持|遵循|体现|处理好|做到)(?!好|[^。；;]{0,16}(?:抓好|推进|实施))[^。；;]{0,16}(?:以下|如下|[几一二两三四五六七八九十]个|[几一二两三四五六七八九十](?:点|条|项|大)|“[^”]{1,8}”)[^。；;]{0,20}[:：。]$"
)
#: What leads to work in such an item each: 提出十五项重点任务，体现在以下六个方面.
_WORK_IN_ITEMS = re.compile(
    r"(?:重点|主要|战略)(?:任务|工作|举措|行动)[^。；;]{0,24}(?:以下|如下|[几一二两三四五六七八九十]个?方面)[^。；;]{0,8}[:：。]$"
)
_MAX_LEAD = 200
#: Share of a report that its plan takes at least.
_MIN_PLAN = 0.2
#: Targets of a chapter by which it is known as a plan.
_MIN_TARGETS = 3
#: Actuals of a chapter by which it is known to look back, and how many more these are than other metrics.
_MIN_ACHIEVED, _PAST_SHARE = 10, 4
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
        years: What its chapter, or the text above, calls the years it plans, where they are several or lie ahead: 今后五年.
        is_headed: Whether the heading of its chapter tells the years.
        is_of_year: Whether it plans the year and no more years: 2024年重点工作.
        year: That year, where it is the one planned; None if it is another one, or none is named.
        office: Who is to do it, as an annex says behind it; empty if it does not.
    """

    node: Node
    start: int
    end: int
    is_heading: bool = False
    is_guiding: bool = False
    is_prose: bool = False
    years: str = ""
    is_headed: bool = False
    is_of_year: bool = False
    year: int | None = None
    office: str = ""


def plan_passages(outline: Outline) -> Iterator[Passage]:
    """Yield the lines of what a report plans, without headings; a heading where it is all there is of a node."""
    report = outline.report
    has_chapters = any(node.level == "chapter" for node in report.outline)
    chapters = [node for node in report.outline if node.id.rstrip("0123456789") not in _OUTSIDE]
    past = {chapter.id for chapter in chapters if _looks_back(report, chapter)}
    planning = [chapter for chapter in chapters if chapter.id not in past]
    has_plan = _has_plan(report, planning)
    planned = PlannedYears(report, planning)
    for chapter in chapters:
        if chapter.id in past:
            yield from _plans_in_review(report, chapter, has_plan=has_plan)
            continue
        heading = chapter.heading or ""
        points = heading_points(heading, report.front)
        is_prose = points == 0 and (not has_chapters or year_of(report) < FIRST_MODERN_YEAR)
        headed = planned.headed(chapter)
        of_years = names_years(headed)
        is_of_government = bool(headed) and not of_years
        is_planned = points < 0 or is_of_government or states_targets(report, chapter)
        for passage in _of_chapter(report, chapter, of_years=of_years, is_planned=is_planned):
            part = planned.at(chapter, passage.start)
            yield passage._replace(
                is_prose=is_prose,
                years=part.years,
                is_headed=part.is_headed,
                is_of_year=part.is_of_year,
                year=part.year,
            )


def _looks_back(report: Report, chapter: Node) -> bool:
    """Return whether a chapter tells what was done, by its heading, or by the figures of the first one."""
    heading = chapter.heading or ""
    points = heading_points(heading, report.front)
    is_past = points > 0 or is_of_past_plan(report, heading)
    if points or is_past:
        return is_past
    if chapter is not next(node for node in report.outline if node.level == chapter.level):
        return False
    held = [metric.status for metric in metrics_between(report, chapter.start, chapter.end)]
    achieved = held.count("achieved")
    return achieved >= _MIN_ACHIEVED and achieved > _PAST_SHARE * (len(held) - achieved)


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


def _has_plan(report: Report, chapters: Sequence[Node]) -> bool:
    """Return whether chapters that do not look back hold a good part of the text."""
    return sum(chapter.end - chapter.start for chapter in chapters) > len(report.text) * _MIN_PLAN


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
        if _tells_situation(report, child):
            continue
        if child.level == "part":
            in_principles = principles = _leads_to_principles(report, child)
        elif child.level == "section":
            principles = in_principles and (guides or of_years)
        is_guiding = (
            principles or (guides and child.level != "section") or (of_years and _is_remark(child, chapter))
        )
        is_part = child.level == "part"
        has_work = _leads_to(_WORK_IN_ITEMS, report, child if is_part else chapter)
        for node in child.walk():
            is_work = has_work and not (is_part and node is child)
            for passage in _passages(report, node, is_planned=is_planned):
                yield passage._replace(is_guiding=is_guiding and not is_work)


def _tells_situation(report: Report, node: Node) -> bool:
    """Return whether the heading of a part of a chapter says that it describes the situation, and its figures are no targets."""
    heading = node.heading or ""
    is_situation = _SITUATION.search(heading) is not None and _ANSWERS.search(heading) is None
    return is_situation and not states_targets(report, node)


def _is_remark(child: Node, chapter: Node) -> bool:
    """Return whether a part is what a chapter says between its sections, or at its end, and not most of its text."""
    return child.level == "part" and child.end - child.start < (chapter.end - chapter.start) * _MAX_REMARK


def _leads_to_principles(report: Report, node: Node) -> bool:
    """Return whether the own text of a node ends with what leads to principles: 工作中要把握以下几点."""
    return _leads_to(_PRINCIPLES, report, node)


def _leads_to(pattern: re.Pattern[str], report: Report, node: Node) -> bool:
    """Return whether the last line of the own text of a node is worded in a way."""
    lines = report.text[node.own_start : node.own_end].rstrip()[-_MAX_LEAD:].splitlines()
    return bool(lines) and pattern.search(lines[-1]) is not None


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
