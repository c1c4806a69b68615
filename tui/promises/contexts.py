"""Read what a report says around its metrics: in the words next to each, and in the whole sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from tui.metrics.members import members_of
from tui.metrics.sides import Side, grams_of
from tui.promises.sentences import Pieces
from tui.report.model import Metric, Report

#: Characters before and behind a metric that are read for its own words, at most.
_BEFORE_CHARACTERS, _BEHIND_CHARACTERS = 40, 24
#: Characters of the sentence before it.
_LEAD_CHARACTERS = 90
_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
_CLAUSE_END = re.compile(r"[,，;；。:：!！?？\n]")


class MetricContext:
    """A metric with the words around it.

    Args:
        side: The metric as it is compared.
        text: The report's text.
        piece: Half-open span of its sentence.
        bounds: Where the metric before it ends, and where the one behind it starts.

    Attributes:
        side: The metric as it is compared.
        metric: The metric.
        piece: Half-open span of its sentence.
    """

    def __init__(
        self, side: Side, metric: Metric, text: str, piece: tuple[int, int], bounds: tuple[int, int]
    ) -> None:
        self.side = side
        self.metric = metric
        self.piece = piece
        self._text = text
        self._bounds = bounds

    @property
    def name(self) -> frozenset[str]:
        """The pairs of characters of its name."""
        return self.side.grams

    @cached_property
    def before(self) -> str:
        """The text from the metric before it, in the same sentence."""
        start = max(self._bounds[0], self.piece[0], self.metric.start - _BEFORE_CHARACTERS)
        return self._text[start : self.metric.start]

    @cached_property
    def behind(self) -> str:
        """The text behind it up to the end of its clause, or to the next metric."""
        end = min(self._bounds[1], self.piece[1], self.metric.end + _BEHIND_CHARACTERS)
        return _CLAUSE_END.split(self._text[self.metric.end : max(self.metric.end, end)], maxsplit=1)[0]

    @cached_property
    def own(self) -> frozenset[str]:
        """The pairs of characters of its name and of the words next to it."""
        return self.name | grams(self.before) | grams(self.behind)

    @cached_property
    def lead(self) -> frozenset[str]:
        """The pairs of characters of its sentence before it, of its clause, and of the topic's heading."""
        start = max(self.piece[0], self.metric.start - _LEAD_CHARACTERS)
        said = self._text[start : self.metric.start]
        return grams(said) | grams(self.behind) | self.side.context

    @cached_property
    def sentence(self) -> str:
        """Its sentence."""
        return self._text[self.piece[0] : self.piece[1]]

    @cached_property
    def rest(self) -> str:
        """Its sentence behind it."""
        return self._text[self.metric.end : self.piece[1]]


def grams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of the words of a text."""
    return frozenset(gram for words in _WORDS.findall(text) for gram in grams_of(words))


def read_contexts(
    report: Report, metrics: Iterable[Metric], pieces: Pieces, is_wanted: Callable[[Metric], bool]
) -> Iterator[MetricContext]:
    """Yield the wanted metrics with the words around them; one that is said of several indicators, for each."""
    headlines = {node.id: node.heading or "" for node in report.walk() if node.level == "topic"}
    ordered = list(metrics)
    for index, metric in enumerate(ordered):
        if not is_wanted(metric):
            continue
        before = ordered[index - 1].end if index else 0
        behind = ordered[index + 1].start if index + 1 < len(ordered) else len(report.text)
        piece = pieces.at(metric.start)
        for member in members_of(metric, report.text):
            side = Side(member, report.text, headlines.get(metric.node, ""))
            yield MetricContext(side, metric, report.text, piece, (before, behind))
