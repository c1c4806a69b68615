"""Tell how much names and characters say in one report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from math import fsum, log

from tui.metrics.candidates import Candidate
from tui.metrics.name_core import is_generic
from tui.metrics.sides import Side, grams_of
from tui.report.model import Status

#: A name of so many characters says enough.
MIN_NAME_CHARACTERS = 4
#: How rare a pair of characters must be to tell of a subject.
_TELLING = 1.4
#: How rare the pairs of a short name must be for it to be one thing's.
_RARE_NAME = 3.0
_MIN_WEIGHT = 0.05
#: Indicators in a paragraph from which on it is one that states main indicators together.
_COMPANY = 4
#: Characters between a number passed and the number itself, at most.
_NEAR_CHARACTERS = 5
#: Pairs of characters that are counted one by one.
_SOUGHT = 300
_LINE_END = re.compile("\n")


class Vocabulary:
    """How telling names and characters are in one report.

    Args:
        text: The report's text.
        sides: All metrics that may be compared.
    """

    def __init__(self, text: str, sides: Iterable[Side]) -> None:
        self._text = text
        sides = list(sides)
        self._name_counts = Counter(map(_name_key, sides))
        self._leading = _leading(sides, text)

        #: The weights asked for before.
        self._weights: dict[str, float] = {}

    @cached_property
    def _gram_counts(self) -> Counter[str]:
        return Counter(grams_of(self._text))

    def is_telling(self, side: Side) -> bool:
        """Tell whether a name is one thing's: long or rare, and not that of several metrics."""
        if self._name_counts[_name_key(side)] != 1 or is_generic(side.core):
            return False
        return side.size >= MIN_NAME_CHARACTERS or self._weight(side.grams) >= _RARE_NAME

    def leads(self, side: Side) -> bool:
        """Tell whether a metric is the one of its indicator that a report would be compared by."""
        return side.key in self._leading

    def shared_subject(self, pair: Candidate, with_names: bool = False) -> float:
        """Return how much the text around two metrics speaks of one subject: the weight of the rare pairs shared."""
        actual, target = pair
        shared = actual.context & target.context
        if with_names:
            shared |= (actual.grams & target.context) | (actual.context & target.grams)
        weights = map(self._weight_of, shared)
        return fsum(weight for weight in weights if weight >= _TELLING)

    def likeness(self, pair: Candidate) -> float:
        """Return what two names share, of all they say: 0 to 1, rare pairs of characters counting more."""
        one, other = pair.actual.grams, pair.target.grams
        return self._weight(one & other) / max(0.01, self._weight(one | other))

    def _weight(self, grams: Iterable[str]) -> float:
        return fsum(map(self._weight_of, grams))

    def _count(self, gram: str) -> int:
        """Return how often a pair stands in the text: all pairs are counted only where very many are asked for."""
        if len(self._weights) >= _SOUGHT:
            return self._gram_counts[gram]
        count, at = 0, self._text.find(gram)
        while at >= 0:
            count, at = count + 1, self._text.find(gram, at + 1)
        return count

    def _weight_of(self, gram: str) -> float:
        weight = self._weights.get(gram)
        if weight is None:
            count = max(1, self._count(gram))
            weight = max(_MIN_WEIGHT, log(max(200, len(self._text)) / 100 / count))
            self._weights[gram] = weight
        return weight


def _name_key(side: Side) -> tuple[object, ...]:
    """Return what several metrics share that cannot be told apart by their names."""
    metric = side.metric
    return side.core, side.kinds, side.stages, metric.part_of, metric.measure, metric.status


def _leading(sides: Iterable[Side], text: str) -> frozenset[tuple[str, str]]:
    """Return the keys of the sides that stand for their indicators.

    A report states main indicators together, in its opening paragraph and in its list of targets; what it says of one
    of them elsewhere may be of a part. So the one among the most others counts, of several such the first.
    """
    line_ends = [match.start() for match in _LINE_END.finditer(text)]
    known = [side for side in sides if side.metric.canonical]
    lines = [(side.metric.status, bisect_left(line_ends, side.metric.start)) for side in known]
    together: defaultdict[tuple[Status, int], set[str]] = defaultdict(set)
    for line, side in zip(lines, known, strict=True):
        together[line].add(side.metric.canonical)
    leading: dict[tuple[object, ...], tuple[int, Side]] = {}
    for line, side in zip(lines, known, strict=True):
        metric = side.metric
        company = min(len(together[line]), _COMPANY)
        key = metric.status, metric.canonical, metric.measure, side.base_unit
        if key not in leading or company > leading[key][0] or _says_exactly(side, leading[key][1]):
            leading[key] = company, side
    return frozenset(side.key for _, side in leading.values())


def _says_exactly(side: Side, before: Side) -> bool:
    """Tell whether a metric says exactly what the one before it only passed: 突破2亿人次、达到2.09亿人次."""
    is_near = 0 <= side.metric.start - before.metric.end <= _NEAR_CHARACTERS
    return is_near and before.metric.qualifier == "over" and side.metric.measure == "level"
