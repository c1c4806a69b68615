"""Split what a report plans into tasks, each a span of its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from tui.messages.tasks import DEADLINE_COMMA
from tui.report.model import Node, Report
from tui.report.numerals import half_width
from tui.report.outline import Outline
from tui.tasks.clauses import Clause, clauses, sentences
from tui.tasks.deadlines import deadlines_in
from tui.tasks.leads import describes_situation, promises_nothing
from tui.tasks.model import Task
from tui.tasks.plan import Passage, plan_passages
from tui.tasks.roles import role_of

#: What stands before the first words of a sentence: dashes, numbers, 一是.
_NUMBER = re.compile(
    r"[\s\u3000—―–\-*#●■◆·]*(?:各位代表[,!:]|同志们[,!:])?(?:第?[一二三四五六七八九十]{1,3}(?:是要?|要|、)|\(?[一二三四五六七八九十\d]{1,3}[)、.．](?!\d)|第[一二三四五六七八九十]{1,2},)?[\s\u3000]*"
)
#: 其中, which makes a promise a part of the one before.
_PART = re.compile("其中[,:]?")


#: How a remark begins whose subject is the clauses before it.
_PREDICATES = ("是", "也是", "既是", "都是", "事关", "意义", "至关重要", "具有")
_SPACE = re.compile(r"[ \t\u3000]+")


class Draft(NamedTuple):
    """A task before it has its number.

    Attributes:
        start: Of its half-open span.
        end: Of that span.
        deadline: By when it is to be done, as the report says it.
        part_of: Index among the drafts of the task it is a part of; None if of none.
    """

    start: int
    end: int
    deadline: str
    part_of: int | None = None


def split_tasks(report: Report) -> tuple[Task, ...]:
    """Return what a report plans as tasks, in document order; their spans do not overlap."""
    outline = Outline(report)
    half = half_width(report.text)
    paths: dict[str, tuple[str, ...]] = {}
    starts = [metric.start for metric in report.metrics]
    tasks: list[Task] = []
    for passage in plan_passages(outline):
        first = len(tasks) + 1
        for draft in _drafts(half, passage):
            node = passage.node
            if node.id not in paths:
                paths[node.id] = _path(outline, node)
            held = report.metrics[bisect_left(starts, draft.start) : bisect_left(starts, draft.end)]
            tasks.append(
                Task(
                    len(tasks) + 1,
                    report.text[draft.start : draft.end],
                    draft.start,
                    draft.end,
                    node.id,
                    paths[node.id],
                    tuple(metric.id for metric in held),
                    draft.deadline,
                    None if draft.part_of is None else first + draft.part_of,
                )
            )
    return tuple(tasks)


def _path(outline: Outline, node: Node) -> tuple[str, ...]:
    """Return the labels of the nodes that hold a node and of itself, without parts that only continue another."""
    line = outline.lineage(node)
    named = [step for step in line if step.heading or step.level != "part"] or line
    return tuple(outline.label(step) for step in named)


def _drafts(half: str, passage: Passage) -> list[Draft]:
    """Return the tasks of a passage."""
    drafts: list[Draft] = []
    if not passage.is_heading and describes_situation(half[passage.start : passage.end]):
        return drafts
    for start, end in sentences(half, passage.start, passage.end):
        match = _NUMBER.match(half, start, end)
        start = match.end() if match else start
        if start < end and not promises_nothing(half[start:end]):
            drafts += _of_sentence(half, start, end, len(drafts))
    return drafts


def _of_sentence(half: str, start: int, end: int, count: int) -> list[Draft]:
    """Return the tasks of a sentence.

    Args:
        half: The text in half-width characters.
        start: Of the sentence, behind its number.
        end: Of the sentence.
        count: How many tasks its passage has before it.
    """
    drafts: list[Draft] = []
    deadline = ""
    whole: int | None = None
    for segment, mark in _segments(clauses(half, start, end)):
        if mark == ":" and whole is None and _only_leads(half, segment):
            deadline = _opening_deadline(half, segment) or deadline
            continue
        found, deadline = _of_segment(half, segment, deadline)
        for draft in found:
            part = _PART.match(half, draft.start)
            owner = count + len(drafts) - 1 if part and drafts else whole
            drafts.append(draft._replace(part_of=owner))
        if mark == ":" and found:
            whole = count + len(drafts) - 1
    return drafts


def _segments(parts: list[Clause]) -> Iterator[tuple[list[Clause], str]]:
    """Yield the clauses between semicolons and colons, and the mark behind them."""
    segment: list[Clause] = []
    for clause in parts:
        segment.append(clause)
        if clause.mark != ",":
            yield segment, clause.mark
            segment = []
    if segment:
        yield segment, ""


_LEAD = re.compile(
    r"(?:目标|任务|指标|工作|重点|措施|方面|要求|如下|以下|[是为]|即|原则|安排|考虑|做到|要|抓好|事项)$"
)


def _only_leads(half: str, segment: list[Clause]) -> bool:
    """Return whether the clauses before a colon only lead to what follows: 主要预期目标是."""
    last = segment[-1]
    return _LEAD.search(half, last.start, last.end) is not None


def _opening_deadline(half: str, segment: list[Clause]) -> str:
    found = deadlines_in(half[segment[0].start : segment[-1].end])
    return DEADLINE_COMMA.join(found)


def _of_segment(half: str, segment: list[Clause], deadline: str) -> tuple[list[Draft], str]:
    """Return the tasks of clauses between semicolons, and the deadline that covers what follows them.

    Args:
        half: The text in half-width characters.
        segment: The clauses.
        deadline: What covers them.
    """
    spans: list[tuple[int, int, str]] = []
    pending: int | None = None
    has_remark = False
    for clause in segment:
        role = role_of(
            _SPACE.sub("", half[clause.start : clause.end]), is_dated=bool(deadline), is_first=not spans
        )
        has_remark = has_remark or role == "remark"
        if role == "remark" and half.startswith(_PREDICATES, clause.start):
            spans, pending = [], None  # what stands before is what the remark is about
        if role in ("means", "remark"):
            if role == "means":
                deadline = DEADLINE_COMMA.join(deadlines_in(half[clause.start : clause.end])) or deadline
            pending = clause.start if pending is None else pending
        elif role == "effect" and pending is None and spans:
            spans[-1] = (spans[-1][0], clause.end, spans[-1][2])
        else:
            spans.append((clause.start if pending is None else pending, clause.end, deadline))
            pending = None
    if pending is not None and spans:
        spans[-1] = (spans[-1][0], segment[-1].end, spans[-1][2])
    elif pending is not None and not has_remark:
        spans.append((pending, segment[-1].end, deadline))
    drafts = []
    for start, end, covering in spans:
        own = DEADLINE_COMMA.join(deadlines_in(half[start:end]))
        drafts.append(Draft(start, end, own or covering))
    return drafts, deadline
