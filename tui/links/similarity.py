"""Tell how alike what is said of a target and an actual is: names, the words next to them, and their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log, sqrt
from typing import NamedTuple

from tui.links.contexts import MetricContext
from tui.links.doubts import other_stage
from tui.links.sides import grams_of

#: Counts of a pair of characters in a text of so many characters are compared with each other.
_UNIT_CHARACTERS = 100
_MIN_CHARACTERS = 6000
_SCALE, _MIN_WEIGHT = 1000, 50
#: Pairs that occur so often, or less, are as telling as any.
_RARE = 2
#: How rare a pair of characters must be to tell of a subject.
_TELLING = 1200
_MAX_SHARED, _MAX_LEAD, _MAX_DIFFER = 25_000, 40_000, 3


class Evidence(NamedTuple):
    """What speaks for a target and an actual being about the same, each from 0 to 1, and what speaks against it.

    Attributes:
        name: What the names share, of all they say.
        told: How much of a name is said by or next to the other metric; of the name that is said more.
        differ: How many characters of each of the names are not said by the other.
        own: Cosine of the words next to them, their names among these.
        shared: Weight of the telling pairs of characters that both have next to them.
        lead: Weight of those that their sentences share.
        around: Weight of those that both have next to them apart from their names.
        same_value: Whether the numbers are the same, and how telling that is.
        generic: Whether one of the names says no more than 项目.
        other_measure: Whether one is an amount and one growth.
        other_years: Whether only one of them is of several years.
        other_unit: Whether they are counted by other words.
        apart: Decimal logarithm of how many times one is the other, at most 1.
        ongoing: Whether what is told is only under way.
        one_known: Whether only one of them is a known indicator.
        doubts: Rules that make the link unsure; counted by LinkFinder, for links that may be likely.
    """

    name: float
    told: float
    differ: float
    own: float
    shared: float
    lead: float
    around: float
    same_value: float
    generic: float
    other_measure: float
    other_years: float
    other_unit: float
    apart: float
    ongoing: float
    one_known: float
    doubts: float


class Weights:
    """How telling pairs of characters are in two texts, in thousandths: whole numbers, so that sums are exact.

    Args:
        texts: The texts.
    """

    def __init__(self, *texts: str) -> None:
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(grams_of(text))
        size = max(_MIN_CHARACTERS, sum(map(len, texts))) / _UNIT_CHARACTERS
        by_count = {
            count: max(_MIN_WEIGHT, round(_SCALE * log(size / count))) for count in set(counts.values())
        }
        self._weights = {gram: by_count[count] for gram, count in counts.items() if count > _RARE}
        self._rarest = round(_SCALE * log(size / _RARE))

    def of(self, gram: str) -> int:
        """Return how telling a pair of characters is."""
        return self._weights.get(gram, self._rarest)

    def sum(self, grams: Iterable[str]) -> int:
        """Return how telling pairs of characters are together."""
        weights, rarest = self._weights, self._rarest
        return sum([weights.get(gram, rarest) for gram in grams])

    def telling(self, grams: Iterable[str]) -> int:
        """Return the weight of those that tell of a subject."""
        weights, rarest = self._weights, self._rarest
        return sum([weight for gram in grams if (weight := weights.get(gram, rarest)) >= _TELLING])

    def evidence(self, target: MetricContext, actual: MetricContext) -> Evidence:
        """Return what speaks for and against a target and an actual being about the same, without counting doubts."""
        one, other = target.side.metric, actual.side.metric
        shared = target.own & actual.own
        own = self.sum(shared) / (sqrt(self.size(target) * self.size(actual)) or 1)
        both = self.sum(target.name & actual.name)
        either = self.name_size(target) + self.name_size(actual) - both
        return Evidence(
            both / (either or 1),
            max(self.told(target, actual), self.told(actual, target)),
            min(_MAX_DIFFER, _differ(target, actual)) / _MAX_DIFFER,
            min(1.0, own),
            min(_MAX_SHARED, self.telling(shared)) / _MAX_SHARED,
            min(_MAX_LEAD, self.telling(target.lead & actual.lead)) / _MAX_LEAD,
            min(_MAX_SHARED, self.telling(shared - (target.name | actual.name))) / _MAX_SHARED,
            _same_value(target, actual),
            float(target.is_generic or actual.is_generic),
            float(one.measure != other.measure and {one.measure, other.measure} != {"growth", "share"}),
            float(target.is_of_years != actual.is_of_years),
            float(target.side.base_unit != actual.side.base_unit),
            _apart(target, actual),
            float(other.status == "ongoing"),
            float(bool(target.indicator) != bool(actual.indicator)),
            0.0,
        )

    def size(self, context: MetricContext) -> int:
        """Return how telling the words next to a metric are together."""
        if context.weight is None:
            context.weight = self.sum(context.own)
        return context.weight

    def name_size(self, context: MetricContext) -> int:
        """Return how telling the name of a metric is."""
        if context.name_weight is None:
            context.name_weight = self.sum(context.name)
        return context.name_weight

    def told(self, one: MetricContext, other: MetricContext) -> float:
        """Return how much of the name of one metric is said by or before the other."""
        said = one.name & other.own | one.name & other.lead  # names are short, and what is around them is not
        return self.sum(said) / (self.name_size(one) or 1)


def _differ(one: MetricContext, other: MetricContext) -> int:
    """Return how many characters of each name are not in the other, the lesser of the two: 排水管网 and 供水管网."""
    unsaid = one.name_characters - other.name_characters, other.name_characters - one.name_characters
    return min(map(len, unsaid))


def _same_value(target: MetricContext, actual: MetricContext) -> float:
    """Return how telling it is that two numbers are the same: 5.7 more than 16, and that more than 100.

    What was begun and what was finished may come to the same number by chance.
    """
    one, other = target.side.metric, actual.side.metric
    if other_stage(target, actual):
        return 0.0
    if one.measure != other.measure or target.side.amounts != actual.side.amounts:
        return 0.0
    digits = "".join(format(number, "f") for number in one.value).replace(".", "").strip("0")
    return min(1.0, len(digits) / 3) if one.unit != "%" or one.value[0] != 100 else 0.1


def _apart(target: MetricContext, actual: MetricContext) -> float:
    one, other = target.side, actual.side
    if {one.metric.measure, other.metric.measure} != {"level"}:
        return 0.0
    aim, done = one.amounts[1], other.amounts[1]
    if aim <= 0 or done <= 0:
        return 0.0
    return min(1.0, abs(log(float(done / aim))) / log(10))
