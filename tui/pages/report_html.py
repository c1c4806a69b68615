"""A report as a page: outline, text, metrics and a search of its own, in one file that needs no server.

Without a script it can be read and followed by its links; the script of ``content/pages/report.js`` adds the search.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.messages import metrics as metric_messages
from tui.messages import pages as messages
from tui.metrics.comparison import ComparisonRow, comparison_rows
from tui.metrics.labels import format_period, format_value, metric_name
from tui.pages.cells import facts, titled
from tui.pages.html import Attributes, Child, Markup, document, element, joined, link
from tui.pages.passages import Passages
from tui.report.model import Metric, Node, Report
from tui.report.outline import Outline
from tui.search.fold import variants_of

_STYLE, _SCRIPT = "report.css", "report.js"
#: Levels of nodes in the outline of the page.
_LISTED = ("part", "chapter", "section", "topic")
#: Level of the headings of chapters, below the title.
_LEVEL = 2


def report_html(report: Report) -> str:
    """Return a report as a page that needs no other file."""
    return _Page(Outline(report)).document()


class _Entry(NamedTuple):
    """A node in the outline of the page, with those below it."""

    node: Node
    below: Sequence[_Entry]


class _Page:
    def __init__(self, outline: Outline) -> None:
        self._outline, self._report = outline, outline.report
        self._passages = Passages(outline, _LEVEL)
        self._starts = self._passages.block_starts

    def document(self) -> str:
        """Return the page."""
        body = element(
            "body",
            None,
            "\n",
            element("a", {"class": "skip", "href": "#text"}, messages.SKIP),
            self._header(),
            "\n",
            self._contents(),
            "\n",
            self._text(),
            "\n",
            self._metrics(),
            "\n",
            element("footer", None, element("p", None, messages.MADE_BY)),
            "\n",
        )
        return document(titled(self._report), body, _STYLE, _SCRIPT)

    # -- header and search -------------------------------------------------------------------------

    def _header(self) -> Markup:
        told = (
            element("div", None, element("dt", None, name), " ", element("dd", None, value))
            for name, value in facts(self._report, None)
        )
        hint = element("p", {"id": "search-hint", "hidden": True}, messages.SEARCH_HINT)
        title = element("h1", None, titled(self._report))
        return joined(
            [element("header", None, title, element("dl", None, *told), hint), "\n", self._search()]
        )

    def _search(self) -> Markup:
        """Return the search box, which the script shows; its words are in attributes."""
        words: Attributes = {
            "role": "search",
            "id": "search",
            "hidden": True,
            "data-count": messages.HIT_COUNT,
            "data-none": messages.NO_HITS,
            "data-more": messages.TOO_MANY,
            "data-in-node": messages.HITS_IN_NODE,
            "data-ended": messages.ENDED,
            "data-begun": messages.BEGUN,
        }
        box = {"type": "search", "id": "query", "autocomplete": "off", "aria-describedby": "search-hint"}
        return element(
            "form",
            words,
            element("label", {"for": "query"}, messages.SEARCH_LABEL),
            element("input", box),
            _button("previous", messages.PREVIOUS),
            _button("next", messages.NEXT),
            element("output", {"for": "query", "id": "hits", "aria-live": "polite"}),
        )

    # -- outline -----------------------------------------------------------------------------------

    def _contents(self) -> Markup:
        entries = list(_entries(self._report.outline))
        listed = element("ul", None, *map(self._entry, entries))
        folded = element("details", {"open": True}, _summary(messages.OUTLINE), listed)
        return element("nav", {"aria-labelledby": "outline-heading"}, folded)

    def _entry(self, entry: _Entry) -> Markup:
        node, below = entry
        # The script counts hits in the blocks from one number up to another.
        blocks = f"{bisect_left(self._starts, node.start)} {bisect_left(self._starts, max(node.end, node.start + 1))}"
        anchor = {"href": f"#{self._passages.node(node)}", "data-blocks": blocks}
        label = element("a", anchor, self._outline.label(node))
        return element("li", None, label, element("ul", None, *map(self._entry, below)) if below else "")

    def _text(self) -> Markup:
        elements = joined(self._passages.elements(), "\n")
        told = {"id": "text", "tabindex": "-1", "data-variants": variants_of(self._report.text)}
        article = element("article", {"aria-label": messages.TEXT_LABEL}, elements)
        return element("main", told, article)

    # -- metrics -----------------------------------------------------------------------------------

    def _metrics(self) -> Markup:
        rows = comparison_rows(self._report)
        pairs = [row for row in rows if row.actual and row.target and row.horizon != "plan"]
        parts = [self._comparison(pairs)] if pairs else []
        metrics = self._report.metrics
        if metrics:
            parts.append(self._all(metrics))
        else:
            parts.append(element("p", None, messages.NO_METRICS))
        folded = element("details", {"open": True}, _summary(messages.METRICS), *parts)
        return element("aside", {"aria-labelledby": "metrics-heading"}, folded)

    def _comparison(self, rows: Sequence[ComparisonRow]) -> Markup:
        front = self._report.front
        heads = (
            messages.INDICATOR,
            messages.actual_heading(front.review_year),
            messages.target_heading(front.plan_year),
        )
        return _table(messages.COMPARISON, heads, (self._compared(row) for row in rows))

    def _compared(self, row: ComparisonRow) -> Iterator[Markup]:
        assert row.actual is not None and row.target is not None
        change = row.change
        yield element("th", {"scope": "row"}, row.indicator)
        yield element("td", {"class": "actual"}, self._value(row.actual))
        told = element("small", None, f"{change.sign} {change.text}".strip())
        yield element("td", {"class": "target"}, self._value(row.target), " ", told)

    def _all(self, metrics: Sequence[Metric]) -> Markup:
        heads = (messages.INDICATOR, messages.VALUE, messages.STATUS)
        table = _table(messages.ALL_METRICS, heads, (self._metric(metric) for metric in metrics))
        head = element("summary", None, element("h3", None, messages.all_metrics(len(metrics))))
        return element("details", None, head, table)

    def _metric(self, metric: Metric) -> Iterator[Markup]:
        kind = {"achieved": "actual", "target": "target", "expected": "target"}.get(metric.status)
        yield element("th", {"scope": "row"}, metric_name(metric))
        yield element("td", {"class": kind}, self._value(metric))
        period = element("small", None, format_period(metric.period)) if metric.period else ""
        yield element("td", None, metric_messages.STATUS_NAMES[metric.status], " ", period)

    def _value(self, metric: Metric) -> Markup:
        return link(self._passages.metric(metric), format_value(metric))


def _entries(nodes: Sequence[Node]) -> Iterator[_Entry]:
    for node in nodes:
        if node.level in _LISTED and node.end > node.start:
            yield _Entry(node, list(_entries([child for child in node.children if child.heading])))


def _summary(name: str) -> Markup:
    """Return the head of a part that can be folded, with a heading that names the landmark."""
    anchor = "outline-heading" if name == messages.OUTLINE else "metrics-heading"
    return element("summary", None, element("h2", {"id": anchor}, name))


def _button(anchor: str, name: str) -> Markup:
    return element("button", {"type": "button", "id": anchor, "disabled": True}, name)


def _table(caption: str, heads: Sequence[str], rows: Iterator[Iterator[Child]]) -> Markup:
    head = element("tr", None, *(element("th", {"scope": "col"}, name) for name in heads))
    body = joined((element("tr", None, *row) for row in rows), "\n")
    return element(
        "table",
        None,
        element("caption", None, caption),
        element("thead", None, head),
        element("tbody", None, body),
    )
