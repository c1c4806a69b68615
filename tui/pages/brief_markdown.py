"""A brief as Markdown, each line with a link to the section and sentence it is from, which ``--at`` and ``show`` follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.messages import pages as messages
from tui.metrics.comparison import ComparisonRow
from tui.pages.brief import Brief
from tui.pages.cells import (
    change_text,
    compared_text,
    counts_text,
    facts,
    indicator_cells,
    left_out_text,
    term_text,
    titled,
)
from tui.report.markdown import cited, escape, head, link, row
from tui.report.outline import Outline
from tui.report.sentences import sentence_at
from tui.search.links import Links


def brief_markdown(brief: Brief, address: str = "") -> str:
    """Return a brief as Markdown.

    Args:
        brief: The brief.
        address: What links name the report by; empty for links that hold in the report only.
    """
    return "\n".join(_Lines(brief, address).lines()) + "\n"


class _Lines:
    def __init__(self, brief: Brief, address: str) -> None:
        self._brief = brief
        self._report = brief.sources.report
        self._outline = Outline(self._report)
        self._links = Links(self._outline, address)

    def lines(self) -> Iterator[str]:
        """Yield the lines."""
        brief = self._brief
        yield f"# {escape(messages.brief_title(titled(self._report)))}"
        yield ""
        for name, value in facts(self._report, brief.sources.before):
            yield f"- {name}：{escape(value)}"
        yield from self._heading(messages.INDICATORS)
        yield from self._indicators()
        yield from self._heading(messages.TERMS)
        yield from self._terms()
        yield from self._heading(messages.CHANGES)
        yield f"{messages.CHANGE_ORDER}。"
        yield ""
        yield from self._changes(messages.RISES, brief.rises)
        yield ""
        yield from self._changes(messages.FALLS, brief.falls)
        yield from self._heading(messages.TASKS)
        yield from self._tasks()
        yield ""
        yield messages.LEGEND

    def _heading(self, text: str) -> Iterator[str]:
        yield from ("", f"## {text}", "")

    def _source(self, offset: int | None) -> str:
        """Return a link to the sentence at an offset, named after its section; empty for none."""
        if offset is None:
            return ""
        path = self._outline.path(self._outline.at(offset))
        sentence = sentence_at(self._report.text, offset)
        return link(escape(path or messages.TEXT), str(self._links.of_span(*sentence)))

    def _indicators(self) -> Iterator[str]:
        rows, front = self._brief.indicators, self._report.front
        if not rows:
            yield messages.NO_INDICATORS
            return
        has_promises = self._brief.sources.promises is not None
        heads = [
            messages.INDICATOR,
            messages.target_heading(front.plan_year),
            messages.actual_heading(front.review_year),
        ]
        if has_promises:
            heads += [messages.promise_heading(front.review_year), messages.VERDICT]
        yield head(*heads)
        for one in rows:
            name, target, actual, promise, verdict = map(escape, indicator_cells(one))
            cells = [name, cited(target, self._source(one.target_offset))]
            cells.append(cited(actual, self._source(one.actual.start if one.actual else None)))
            yield row(*cells, *((promise, verdict) if has_promises else ()))
        yield ""
        yield counts_text(self._brief) or messages.NO_BEFORE

    def _terms(self) -> Iterator[str]:
        if self._brief.sources.terms is None:
            yield messages.NO_BEFORE
        elif not self._brief.terms:
            yield messages.NO_TERMS
        if note := compared_text(self._brief):
            yield note
        for group in self._brief.terms:
            yield ""
            yield from [f"### {group.label}", ""] if group.label else []
            for term in group.terms:
                yield f"- {cited(escape(term_text(term)), self._source(term.start))}"

    def _changes(self, heading: str, rows: Sequence[ComparisonRow]) -> Iterator[str]:
        yield f"### {heading}"
        yield ""
        if not rows:
            yield messages.NO_CHANGES
        for one in rows:
            assert one.target is not None
            name, values, difference = map(escape, change_text(one))
            yield f"- {cited(f'{name} {values} {difference}'.strip(), self._source(one.target.start))}"

    def _tasks(self) -> Iterator[str]:
        brief = self._brief
        if not brief.tasks:
            yield messages.NO_TASKS
            return
        yield messages.chosen_tasks(sum(len(group.tasks) for group in brief.tasks), brief.task_total)
        for group in brief.tasks:
            yield ""
            yield f"### {escape(group.label)}（{messages.group_total(group.total)}）"
            yield ""
            for task in group.tasks:
                yield f"- {cited(escape(task.text), self._source(task.start))}"
        if brief.left_out:
            yield ""
            yield escape(left_out_text(brief.left_out))
