"""Tell how alike what two reports say of two metrics is: names, the words next to them, and their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from math import log, sqrt
from typing import NamedTuple

from tui.metrics.amounts import amounts
from tui.metrics.name_core import is_generic
from tui.metrics.sides import grams_of
from tui.metrics.years import is_span
from tui.promises.contexts import MetricContext
from tui.promises.guards import DOUBTS

#: Counts of a pair of characters in a text of so many characters are compared with each other.
_UNIT_CHARACTERS = 100
_MIN_CHARACTERS = 6000
_MIN_WEIGHT = 0.05
#: How rare a pair of characters must be to tell of a subject.
_TELLING = 1.2
_MAX_SHARED, _MAX_LEAD = 25.0, 40.0


class Evidence(NamedTuple):
    """What speaks for a target and an actual being about the same, each from 0 to 1, and what speaks against it.

    Attributes:
        name: What the names share, of all they say.
        told: How much of the target's name is said by or next to the actual, times the other way round.
        told_one: How much of that name which is said more is said.
        own: Cosine of the words next to them, their names among these.
        shared: Weight of the telling pairs of characters that both have next to them.
        lead: Weight of those that their sentences share.
        same_value: Whether the numbers are the same, and how telling that is.
        generic: Whether one of the names says no more than 项目.
        other_measure: Whether one is an amount and one growth.
        other_years: Whether only one of them is of several years.
        other_unit: Whether they are counted by other words.
        apart: How many times one is the other, in tens.
        ongoing: Whether what is told is only under way.
        doubts: Rules that make the link unsure.
    """

    name: float
    told: float
    told_one: float
    own: float
    shared: float
    lead: float
    same_value: float
    generic: float
    other_measure: float
    other_years: float
    other_unit: float
    apart: float
    ongoing: float
    doubts: float


class Weights:
    """How telling pairs of characters are in two texts.

    Args:
        texts: The texts.
    """

    def __init__(self, *texts: str) -> None:
        self._texts = texts
        self._known: dict[str, float] = {}

    @cached_property
    def _counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for text in self._texts:
            counts.update(grams_of(text))
        return counts

    @cached_property
    def _size(self) -> float:
        return max(_MIN_CHARACTERS, sum(map(len, self._texts))) / _UNIT_CHARACTERS

    def of(self, gram: str) -> float:
        """Return how telling a pair of characters is."""
        weight = self._known.get(gram)
        if weight is None:
            weight = max(_MIN_WEIGHT, log(self._size / max(2, self._counts[gram])))
            self._known[gram] = weight
        return weight

    def sum(self, grams: Iterable[str]) -> float:
        """Return how telling pairs of characters are together; the order of summing does not tell."""
        return round(sum(sorted(map(self.of, grams))), 6)

    def telling(self, grams: Iterable[str]) -> float:
        """Return the weight of those that tell of a subject."""
        return round(sum(sorted(weight for weight in map(self.of, grams) if weight >= _TELLING)), 6)

    def evidence(self, target: MetricContext, actual: MetricContext) -> Evidence:
        """Return what speaks for and against a target and an actual being about the same."""
        one, other = target.side.metric, actual.side.metric
        shared = target.own & actual.own
        own = self.sum(shared) / (sqrt(self.sum(target.own) * self.sum(actual.own)) or 1.0)
        told, told_back = self._told(target, actual), self._told(actual, target)
        return Evidence(
            self.sum(target.name & actual.name) / (self.sum(target.name | actual.name) or 1.0),
            told * told_back,
            max(told, told_back),
            min(1.0, own),
            min(_MAX_SHARED, self.telling(shared)) / _MAX_SHARED,
            min(_MAX_LEAD, self.telling(target.lead & actual.lead)) / _MAX_LEAD,
            _same_value(target, actual),
            float(is_generic(target.side.core) or is_generic(actual.side.core)),
            float(one.measure != other.measure and {one.measure, other.measure} != {"growth", "share"}),
            float(is_span(one.period) != is_span(other.period)),
            float(target.side.base_unit != actual.side.base_unit),
            _apart(target, actual),
            float(other.status == "ongoing"),
            float(sum(rule(target, actual) for rule, _, _ in DOUBTS)),
        )

    def _told(self, one: MetricContext, other: MetricContext) -> float:
        said = one.name & (other.own | other.lead)
        return self.sum(said) / (self.sum(one.name) or 1.0)


def _same_value(target: MetricContext, actual: MetricContext) -> float:
    """Return how telling it is that two numbers are the same: 5.7 more than 16, and that more than 100."""
    one, other = target.side.metric, actual.side.metric
    if one.measure != other.measure or amounts(one) != amounts(other):
        return 0.0
    digits = "".join(format(number, "f") for number in one.value).replace(".", "").strip("0")
    return min(1.0, len(digits) / 3) if one.unit != "%" or one.value[0] != 100 else 0.1


def _apart(target: MetricContext, actual: MetricContext) -> float:
    one, other = target.side, actual.side
    if {one.metric.measure, other.metric.measure} != {"level"}:
        return 0.0
    aim, done = amounts(one.metric)[1], amounts(other.metric)[1]
    if aim <= 0 or done <= 0:
        return 0.0
    return min(1.0, abs(log(float(done / aim))) / log(10))
