"""A brief as a page: one A4 page when printed; on the screen with the whole text, in which a click marks the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.messages import pages as messages
from tui.metrics.comparison import ComparisonRow
from tui.pages.brief import Brief, IndicatorRow
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
from tui.pages.html import Markup, document, element, joined, link
from tui.pages.passages import Passages, text_of
from tui.report.outline import Outline

_STYLE = "brief.css"
#: The class of verdicts that are only likely, whatever they say.
_LIKELY = "likely"
#: Level of the headings of chapters below that of the text.
_LEVEL = 3


def brief_html(brief: Brief) -> str:
    """Return a brief as a page that needs no other file."""
    report = brief.sources.report
    outline = Outline(report)
    return _Page(brief, outline, Passages(outline, _LEVEL)).document()


class _Page:
    def __init__(self, brief: Brief, outline: Outline, passages: Passages) -> None:
        self._brief, self._outline, self._passages = brief, outline, passages
        self._report = outline.report

    def document(self) -> str:
        """Return the page."""
        title = messages.brief_title(titled(self._report))
        main = element("main", {"class": "brief", "aria-label": messages.BRIEF_LABEL}, *self._parts(title))
        text = element(
            "section",
            {"class": "text", "aria-labelledby": "text-heading", "tabindex": "0"},
            element("h2", {"id": "text-heading"}, messages.TEXT),
            text_of(self._outline, self._passages),
        )
        return document(title, element("body", None, "\n", main, "\n", text, "\n"), _STYLE)

    def _parts(self, title: str) -> Iterator[Markup]:
        yield element("h1", None, title)
        told = facts(self._report, self._brief.sources.before)
        yield element("dl", {"class": "facts"}, *(self._fact(name, value) for name, value in told))
        yield self._section(messages.INDICATORS, "", *self._indicators())
        yield self._section(messages.TERMS, compared_text(self._brief), *self._terms())
        yield self._section(messages.CHANGES, messages.CHANGE_ORDER, self._changes())
        shown = sum(len(group.tasks) for group in self._brief.tasks)
        total = self._brief.task_total
        note = messages.chosen_tasks(shown, total) if total else ""
        yield self._section(messages.TASKS, note, self._tasks())
        yield element("footer", None, element("p", None, messages.LEGEND))

    def _fact(self, name: str, value: str) -> Markup:
        return element("div", None, element("dt", None, name), " ", element("dd", None, value))

    def _section(self, heading: str, note: str, *children: Markup) -> Markup:
        head = element("h2", None, heading, " ", element("small", None, note) if note else "")
        return element("section", None, head, "\n", *children, "\n")

    # -- indicators --------------------------------------------------------------------------------

    def _indicators(self) -> Iterator[Markup]:
        rows, front = self._brief.indicators, self._report.front
        if not rows:
            yield element("p", None, messages.NO_INDICATORS)
            return
        heads = [
            messages.INDICATOR,
            messages.target_heading(front.plan_year),
            messages.actual_heading(front.review_year),
        ]
        if self._has_promises:
            heads += [messages.promise_heading(front.review_year), messages.VERDICT]
        head = element("tr", None, *(element("th", {"scope": "col"}, name) for name in heads))
        body = element("tbody", None, *(self._indicator(row) for row in rows))
        kind = "indicators" if self._has_promises else "indicators three"
        yield element("table", {"class": kind}, element("thead", None, head), body)
        told = counts_text(self._brief)
        yield element("p", {"class": "note"}, told or messages.NO_BEFORE)

    @property
    def _has_promises(self) -> bool:
        return self._brief.sources.promises is not None

    def _indicator(self, row: IndicatorRow) -> Markup:
        cells = indicator_cells(row)
        target = self._passages.metric(row.target) if row.target else self._at(row.target_offset)
        actual = self._passages.metric(row.actual) if row.actual else ""
        told = [
            element("th", {"scope": "row"}, link(target or actual, cells.name)),
            element("td", {"class": "target"}, link(target, cells.target)),
            element("td", {"class": "actual"}, link(actual, cells.actual)),
        ]
        if self._has_promises:
            verdict = row.promise and (_LIKELY if row.promise.is_likely else row.promise.final_verdict)
            told += [
                element("td", None, cells.promise),
                element("td", {"class": verdict}, cells.verdict),
            ]
        return element("tr", None, *told)

    def _at(self, offset: int | None) -> str:
        return "" if offset is None else self._passages.sentence(offset)

    # -- terms, changes, tasks ---------------------------------------------------------------------

    def _terms(self) -> Iterator[Markup]:
        if self._brief.sources.terms is None:
            yield element("p", {"class": "note"}, messages.NO_BEFORE)
        elif not self._brief.terms:
            yield element("p", {"class": "note"}, messages.NO_TERMS)
        for group in self._brief.terms:
            label = [element("li", {"class": "note"}, group.label)] if group.label else []
            terms = (
                element("li", None, link(self._passages.sentence(term.start), term_text(term)))
                for term in group.terms
            )
            yield element("ul", {"class": "terms"}, joined([*label, *terms], "\n"))

    def _changes(self) -> Markup:
        sides = ((messages.RISES, self._brief.rises), (messages.FALLS, self._brief.falls))
        return element("div", {"class": "changes"}, *(self._side(name, rows) for name, rows in sides))

    def _side(self, heading: str, rows: Sequence[ComparisonRow]) -> Markup:
        listed = (
            element("ul", None, *map(self._change, rows)) if rows else element("p", None, messages.NO_CHANGES)
        )
        return element("div", None, element("h3", None, heading), listed)

    def _change(self, row: ComparisonRow) -> Markup:
        assert row.target is not None
        name, values, difference = change_text(row)
        told = link(
            self._passages.metric(row.target),
            element("b", None, name),
            " ",
            element("span", {"class": "value"}, values),
            " ",
            element("span", {"class": "note"}, difference),
        )
        return element("li", None, told)

    def _tasks(self) -> Markup:
        if not self._brief.tasks:
            return element("p", {"class": "note"}, messages.NO_TASKS)
        rows = []
        for group in self._brief.tasks:
            label = link(self._passages.node(group.node), group.label)
            total = element("small", None, messages.group_total(group.total))
            tasks = (
                element("li", None, link(self._passages.sentence(task.start), task.text))
                for task in group.tasks
            )
            rows.append(
                element(
                    "div",
                    {"class": "group"},
                    element("h3", None, label, " ", total),
                    element("ul", None, joined(tasks, "\n")),
                )
            )
        if self._brief.left_out:
            rows.append(element("p", {"class": "note"}, left_out_text(self._brief.left_out)))
        return element("div", {"class": "tasks"}, joined(rows, "\n"))
