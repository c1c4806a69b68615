"""Find the parts of a report that plan, and their text without headings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.metrics.tense import heading_points, tenses_of
from tui.report.model import Node, Report
from tui.report.outline import Outline

#: Outermost nodes that are no part of what a report plans.
_OUTSIDE = ("front", "opening", "closing", "annex", "trailing", "glossary")
#: What may stand between a heading and its text.
_GOES_ON = ("，", ",", "、")
_MARKS = " \t\u3000\n\r。：:，,；;.．！!—-*#"


class Passage(NamedTuple):
    """Text of a node that plans.

    Attributes:
        node: The node.
        start: Of the half-open span.
        end: Of that span.
        is_heading: Whether it is the heading of a node that has no other text.
    """

    node: Node
    start: int
    end: int
    is_heading: bool = False


def plan_passages(outline: Outline) -> Iterator[Passage]:
    """Yield the lines of what a report plans, without headings; a heading where it is all there is of a node."""
    report = outline.report
    for chapter in report.outline:
        if chapter.id.rstrip("0123456789") in _OUTSIDE:
            continue
        points = heading_points(chapter.heading or "", report.front)
        if points > 0:
            continue
        for node in chapter.walk():
            yield from _passages(report, node, is_planned=points < 0)


def _passages(report: Report, node: Node, *, is_planned: bool) -> Iterator[Passage]:
    """Yield the lines of the own text of a node that plan."""
    tenses = tenses_of(report.text, report.front)
    start = _text_start(report.text, node)
    if not report.text[start : node.own_end].strip():
        if node.heading and not node.children and (is_planned or tenses.at(node.start) == "plan"):
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
