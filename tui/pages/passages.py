"""The whole text of a report as HTML, in which every sentence and every metric can be linked to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.pages.html import Child, Markup, element, joined
from tui.report.model import Metric, Node, Status
from tui.report.outline import Outline
from tui.report.sentences import sentences_in
from tui.typeset.layout import Block, report_blocks

#: Classes of metrics by status; all others have the first one only.
_METRIC_CLASSES: dict[Status, str] = {"achieved": "m actual", "target": "m target", "expected": "m target"}
_PLAIN_METRIC = "m"
_LAST_LEVEL = 6


class Passages:
    """The text of a report, and the anchors in it.

    A sentence is cut where a heading ends and where an item begins; each piece has an anchor.

    Args:
        outline: The report.
        level: Level of the headings of chapters, 1 to 6.
    """

    def __init__(self, outline: Outline, level: int) -> None:
        self._outline, self._level = outline, level
        self._text = outline.report.text
        self._blocks = report_blocks(outline)
        self._pieces = list(_pieces(self._text, self._blocks))
        self._starts = [start for start, _ in self._pieces]
        self._metrics = list(_apart(outline.report.metrics))
        self._metric_starts = [metric.start for metric in self._metrics]
        self._numbers = {metric.start: number for number, metric in enumerate(self._metrics)}
        self._nodes = {node.start: number for number, node in enumerate(outline.nodes)}

    def sentence(self, offset: int) -> str:
        """Return the anchor of the sentence at an offset; empty for a text without any."""
        at = bisect_right(self._starts, offset) - 1
        return f"s{self._starts[max(0, at)]}" if self._starts else ""

    def metric(self, metric: Metric) -> str:
        """Return the anchor of a metric; that of its sentence if it has none of its own."""
        number = self._numbers.get(metric.start)
        return self.sentence(metric.start) if number is None else f"m{number}"

    def node(self, node: Node) -> str:
        """Return the anchor of a node; that of its first sentence if no block begins with it."""
        return f"n{node.start}" if self._opens(node) else self.sentence(node.start)

    @property
    def block_starts(self) -> list[int]:
        """Where the headings and paragraphs of the text start, in order."""
        return [block.start for block in self._blocks]

    def elements(self) -> Iterator[Markup]:
        """Yield the headings and paragraphs of the text."""
        end = 0
        for block in self._blocks:
            goes_on = bool(end) and "\n" not in self._text[end : block.start]
            yield self._block(block, "goes-on" if goes_on else None)
            end = block.end

    def _opens(self, node: Node) -> bool:
        at = bisect_right(self._blocks, node.start, key=lambda block: block.start) - 1
        return at >= 0 and self._blocks[at].start == node.start

    def _block(self, block: Block, kind: str | None) -> Markup:
        """Return a block.

        Args:
            block: The block.
            kind: Class of one that is in the same paragraph of the source as the one before; None for others.
        """
        is_node = block.start in self._nodes
        anchor = f"n{block.start}" if is_node else None
        if block.head_end <= block.start or not is_node:
            kind = "front" if block.kind == "front" else kind
            return element("p", {"id": anchor, "class": kind}, *self._run(block.start, block.end))
        heading = element(
            self._heading(block),
            {"id": anchor, "class": kind},
            *self._run(block.start, min(block.head_end, block.end)),
        )
        if block.head_end >= block.end:
            return heading
        return element(
            "div",
            {"class": f"run-in {kind or ''}".strip()},
            heading,
            element("p", None, *self._run(block.head_end, block.end)),
        )

    def _heading(self, block: Block) -> str:
        """Return the element of a heading: one level below the heading above it, whatever levels a report skips."""
        node = self._outline.nodes[self._nodes[block.start]]
        above = sum(1 for one in self._outline.lineage(node)[:-1] if one.heading)
        return f"h{min(_LAST_LEVEL, self._level + above)}"

    def _run(self, start: int, end: int) -> Iterator[Child]:
        """Yield the sentences of a part of a block, with what is between them."""
        for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            first, last = self._pieces[at]
            yield self._text[start:first]
            last = min(last, end)
            yield element("span", {"class": "s", "id": f"s{first}"}, *self._sentence(first, last))
            start = last
        yield self._text[start:end]

    def _sentence(self, start: int, end: int) -> Iterator[Child]:
        starts = self._metric_starts
        for metric in self._metrics[bisect_left(starts, start) : bisect_left(starts, end)]:
            if metric.end > end:
                continue
            yield self._text[start : metric.start]
            kind = _METRIC_CLASSES.get(metric.status, _PLAIN_METRIC)
            anchor = f"m{self._numbers[metric.start]}"
            yield element("span", {"class": kind, "id": anchor}, self._text[metric.start : metric.end])
            start = metric.end
        yield self._text[start:end]


def _pieces(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield the sentences, cut where headings end and blocks begin."""
    for block in blocks:
        cuts = (block.start, min(max(block.head_end, block.start), block.end), block.end)
        for start, end in pairwise(cuts):
            for first, last in sentences_in(text[start:end]):
                yield start + first, start + last


def _apart(metrics: Sequence[Metric]) -> Iterator[Metric]:
    """Yield the metrics that do not overlap one before them."""
    end = 0
    for metric in sorted(metrics, key=lambda metric: metric.start):
        if metric.start >= end:
            yield metric
            end = metric.end


def text_of(outline: Outline, passages: Passages) -> Markup:
    """Return the article with the whole text of a report."""
    return element("article", {"id": "text", "lang": "zh-CN"}, joined(passages.elements(), "\n"))
