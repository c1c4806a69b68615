"""Find the actuals that may be compared with a target, by an index.

Judging every actual beside every target took half of a conversion. A pair is comparable only if the two names share
a pair of neighbouring characters, or are the same but for their scope, or one metric has no name and the other's
name occurs in the text around it; the rest need not be judged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from tui.metrics.units import base_quantity_power
from tui.report.model import Metric

#: The level of government, or how wide something is: 社区级健身中心 and 街道级健身中心 are not the same.
SCOPE = re.compile(
    r"国家级?|省市|省级?(?=[^份])|市级?(?=[^场民区政])|县级|区级|镇级|街道级?|社区级?|村级|乡镇|中央|地方|规上|规模以上|重点"
)


class Side:
    """A metric with what is compared of it.

    Args:
        metric: The metric.
        core: Its name without actions and punctuation.
        action: The kind of action in its name; empty where any kind agrees with it.
        undergoes: Whether the text behind it says what happened to the things counted.
        grams_around: Returns the pairs of neighbouring characters around it; called at most once.
    """

    def __init__(
        self,
        metric: Metric,
        core: str,
        action: str,
        undergoes: bool,
        grams_around: Callable[[Metric], frozenset[str]],
    ) -> None:
        self.metric = metric
        self.core = core
        self.action = action
        self.undergoes = undergoes
        self.grams = frozenset(grams_of(core))
        self._grams_around = grams_around

    @cached_property
    def context(self) -> frozenset[str]:
        """Pairs of neighbouring characters around it, without those of its core; needed of few sides."""
        return self._grams_around(self.metric) - self.grams

    @cached_property
    def base_unit(self) -> str:
        """Its unit without thousands."""
        return base_quantity_power(self.metric.unit)[1]

    @cached_property
    def scopes(self) -> frozenset[str]:
        """The scopes in its name."""
        return frozenset(match.rstrip("级") for match in SCOPE.findall(self.metric.indicator))

    @cached_property
    def plain_core(self) -> str:
        """Its core without scopes."""
        return SCOPE.sub("", self.core)


def grams_of(text: str) -> Iterator[str]:
    """Yield the pairs of neighbouring characters."""
    return map(str.__add__, text, islice(text, 1, None))


class Candidate(NamedTuple):
    """An actual and a target that may be comparable."""

    actual: Side
    target: Side


class CandidateIndex:
    """Look up the actuals that may be compared with a target.

    Args:
        actuals: All of them, in document order.
    """

    def __init__(self, actuals: Sequence[Side]) -> None:
        self._actuals = actuals
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        self._by_action: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._nameless: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for index, side in enumerate(actuals):
            for key in _name_keys(side):
                self._by_name[key].append(index)
            if side.action:
                table = self._by_action if side.core else self._nameless
                for gram in side.grams if side.core else side.context:
                    table[side.action, gram].append(index)

    def of(self, target: Side) -> list[Candidate]:
        """Return the pairs of a target to judge, in document order of the actuals."""
        indices = set().union(*self._postings(target))
        return [Candidate(self._actuals[index], target) for index in sorted(indices)]

    def count(self, target: Side) -> int:
        """Return the most pairs :meth:`of` can return."""
        return sum(map(len, self._postings(target)))

    def _postings(self, target: Side) -> Iterator[list[int]]:
        for key in _name_keys(target):
            yield self._by_name.get(key, [])
        if target.action:
            table = self._nameless if target.core else self._by_action
            for gram in target.grams if target.core else target.context:
                yield table.get((target.action, gram), [])


def _name_keys(side: Side) -> frozenset[str]:
    """Return what two comparable names share one of: a pair of characters, or all of the name but its scope."""
    return side.grams | {side.core, side.plain_core} if side.core else frozenset()
