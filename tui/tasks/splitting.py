"""Split what a report plans into tasks, each a span of its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from tui.metrics.comparison import Horizon
from tui.metrics.labels import format_period
from tui.metrics.years import years_of
from tui.report.model import Metric, Node, Report
from tui.report.numerals import half_width
from tui.report.outline import Outline
from tui.tasks.annexes import annex_passages
from tui.tasks.clauses import sentences
from tui.tasks.deadline_order import deadline_key
from tui.tasks.deed_lists import deed_list
from tui.tasks.drafts import Draft, drafts_of
from tui.tasks.leads import Goals, demands, describes_situation, promises_nothing
from tui.tasks.model import Task
from tui.tasks.plan import Passage, metrics_between, plan_passages
from tui.tasks.roles import HAS_VERB, begins_with_verb

#: What stands before the first words of a sentence: dashes, numbers, 一是.
_OPENING = re.compile(
    r"[\s\u3000、，—―–\-*#●■◆·]*(?:各位代表[,!:]|同志们[,!:])?[①-⑳]?"
    r"(?P<number>第?[一二三四五六七八九十]{1,3}(?:是要?|要|、)|\(?[一二三四五六七八九十\d]{1,3}[)、.．](?!\d)|第[一二三四五六七八九十]{1,2},)?[\s\u3000]*"
)
#: Characters of a sentence at most that only names what the next ones are about: 一是做好养老保险工作.
_MAX_TITLE = 20
_PAUSE = re.compile("[,;:]")


def split_tasks(report: Report) -> tuple[Task, ...]:
    """Return what a report plans as tasks, in document order; their spans do not overlap."""
    return tuple(_Splitter(report).tasks())


class _Splitter:
    """Splits one report.

    Args:
        report: The report.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._outline = Outline(report)
        self._half = half_width(report.text)
        self._targets = [metric.start for metric in report.metrics if metric.status in ("target", "expected")]
        self._goals = Goals()
        self._paths: dict[str, tuple[str, ...]] = {}

    def tasks(self) -> Iterator[Task]:
        """Yield the tasks."""
        number = 1
        chapter = ""
        for passage in chain(plan_passages(self._outline), annex_passages(self._outline)):
            outermost = passage.node.id.partition(".")[0]
            if outermost != chapter:
                self._goals, chapter = Goals(), outermost
            for drafts in self._drafts(passage):
                for index, draft in enumerate(drafts):
                    yield self._task(number + index, draft, passage, number)
                number += len(drafts)

    def _task(self, number: int, draft: Draft, passage: Passage, first: int) -> Task:
        """Return a task.

        Args:
            number: Its number.
            draft: Its span and deadline.
            passage: What it stands in.
            first: Number of the first task of its sentence.
        """
        node = passage.node
        metrics = metrics_between(self._report, draft.start, draft.end)
        told = draft.deadline or passage.years
        figure_years = "" if told else self._later_years(metrics)
        return Task(
            number,
            self._report.text[draft.start : draft.end],
            draft.start,
            draft.end,
            node.id,
            self._path(node),
            tuple(metric.id for metric in metrics),
            draft.deadline,
            None if draft.part_of is None else first + draft.part_of,
            passage.years,
            figure_years,
            "year"
            if passage.is_of_year
            else self._horizon(draft.deadline, later=bool(passage.years or figure_years)),
            passage.year,
            passage.office,
            passage.is_headed,
        )

    def _later_years(self, metrics: Sequence[Metric]) -> str:
        """Return the years of the targets among metrics as text, the first if they differ; empty unless all end after the year planned."""
        plan_year = self._report.front.plan_year
        periods = [metric.period for metric in metrics if metric.status in ("target", "expected")]
        years = [years_of(period) for period in periods]
        if plan_year is None or not years or any(one is None or one[1] <= plan_year for one in years):
            return ""
        return format_period(periods[0])

    def _horizon(self, deadline: str, *, later: bool) -> Horizon:
        """Return whether a task is to be done in the year planned.

        Args:
            deadline: As the report says it.
            later: Whether the chapter or the targets are of later years, which counts where there is no deadline.
        """
        plan_year = self._report.front.plan_year
        if deadline and plan_year is not None:
            later = deadline_key(deadline, plan_year)[0] > plan_year
        return "plan" if later else "year"

    def _path(self, node: Node) -> tuple[str, ...]:
        """Return the labels of a node and of those that hold it: lists of deeds, too, but no parts that only continue another."""
        if node.id not in self._paths:
            line = self._outline.lineage(node)
            named = [step for step in line if step.heading or step.level != "part"] or line
            labels = {step.start: self._outline.label(step) for step in named}
            if deeds := deed_list(self._outline, node):
                labels[deeds[0].own_end] = deeds[1]
            self._paths[node.id] = tuple(labels[start] for start in sorted(labels))
        return self._paths[node.id]

    def _drafts(self, passage: Passage) -> Iterator[list[Draft]]:
        """Yield the tasks of each sentence of a passage."""
        half = self._half
        is_situation = not passage.is_heading and describes_situation(half[passage.start : passage.end])
        spans = list(sentences(half, passage.start, passage.end))
        openings = [_OPENING.match(half, start, end) for start, end in spans]
        numbered = [match is not None and bool(match["number"]) for match in openings]
        for index, (begin, end) in enumerate(spans):
            opening = openings[index]
            start = opening.end() if opening else begin
            has_text = index + 1 < len(spans) and not numbered[index + 1]
            if numbered[index] and has_text and _is_title(half[start:end]):
                continue
            if start < end and self._is_promise(passage, start, end, is_situation=is_situation):
                yield drafts_of(half, start, end, self._report.front.plan_year)

    def _is_promise(self, passage: Passage, start: int, end: int, *, is_situation: bool) -> bool:
        """Return whether a sentence promises something.

        Args:
            passage: What it stands in.
            start: Of the sentence.
            end: Of the sentence.
            is_situation: Whether its paragraph describes the situation: then only its targets are promises.
        """
        sentence = self._half[start:end]
        has_target = bisect_left(self._targets, start) < bisect_left(self._targets, end)
        if is_situation and not has_target:
            return False
        if passage.is_guiding and not self._goals.holds(
            sentence, passage.start, has_target=has_target, is_remark=passage.node.level == "part"
        ):
            return False
        if passage.is_prose and not (has_target or demands(sentence) or begins_with_verb(sentence)):
            return False
        return not (promises_nothing(sentence) or self._only_tells_actuals(start, end))

    def _only_tells_actuals(self, start: int, end: int) -> bool:
        """Return whether all figures of a sentence, of which it has some, are of what was done, and it plans nothing."""
        held = metrics_between(self._report, start, end)
        sentence = self._half[start:end]
        return (
            bool(held)
            and all(metric.status == "achieved" for metric in held)
            and not (demands(sentence) or HAS_VERB.search(sentence))
        )


def _is_title(sentence: str) -> bool:
    """Return whether a sentence with a number only names what the next ones are about: 一是做好养老保险工作."""
    return len(sentence) <= _MAX_TITLE and not _PAUSE.search(sentence) and not re.search(r"\d", sentence)
