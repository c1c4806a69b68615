"""Find the actuals that may be those of a target, and score how well they go together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import mul
from typing import NamedTuple

from tui.links.cached import cached_property
from tui.links.contexts import MetricContext
from tui.links.doubts import doubts
from tui.links.guards import Guard, homes_or_persons, rules_out
from tui.links.name_likeness import nearly_same_name, same_characters
from tui.links.similarity import Evidence, Weights
from tui.metrics.near_indicators import SAME_IN_USE

#: What each kind of evidence counts: rounded weights of a logistic regression on links that people judged.
EVIDENCE_WEIGHTS = Evidence(
    name=1.6,
    told=0.9,
    differ=-3.0,
    own=0.4,
    shared=2.0,
    lead=2.0,
    around=0.4,
    same_value=3.5,
    generic=-1.3,
    other_measure=-3.4,
    other_years=-1.0,
    other_unit=-0.1,
    apart=-0.8,
    ongoing=-1.1,
    one_known=-0.4,
    doubts=-0.2,
)
#: The score of a statement of the target's indicator, and what it loses by each difference.
#: 产量连续4年稳定在1300亿斤以上: of each of these years, beside which that of the year may be told.
_YEARS_ON_END = re.compile(r"连续(?:\d{1,2}|[两二三四五六七八九十]{1,2})年(?:稳定|保持|超过?|突破|达到?)")
_SAME_INDICATOR, _OTHER_KIND = 12.0, 4.0
#: What one of nearly the same indicator gains.
_NEAR_INDICATOR = 3.0
#: What one of the same under another name loses.
_ANOTHER_NAME = 1.5
#: What one loses of which one side counts people, and the other homes.
_HOMES_OR_PERSONS = 1.0
#: From which score a link is likely, and what one gains by a name that is nearly the same; amounts must not be far apart.
LIKELY, _NEARLY_SAME_NAME, _FAR_APART = 3.0, 1.0, 0.3
#: What one gains by names of the same characters: 企业上市 and 上市企业; how much of each name the other's clause must say.
_SAME_WORDS, _TOLD = 2.0, 0.85
#: What one scores at most that is of money of which nothing is said; how telling the same number must be.
_ANY_MONEY, _TELLING_VALUE = 1.0, 0.6
#: The same where the other name says too little.
_TOLD_OF_GENERIC = 0.7
#: Other indicators that stand with one, as far as they count.
_COMPANY = 4
#: How telling a pair of characters must be for two metrics with it to be compared, and what they must share.
_MIN_GRAM_WEIGHT, _MIN_SHARED = 500, 2500
#: How much one indicator or one number is of that.
_SAME_KEY = 20_000
#: The score from which on the rules are asked that make a link unsure; three quarters of all links score less.
_HOPELESS = -0.5
#: Actuals that a target is compared with, and that are looked at for one pair of characters; fewer where there are more
#: targets than in any report, which have at most 400.
_COMPARED, _POSTINGS = (3, 10, 6_000), (20, 300, 60_000)


def same_in_use(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether two indicators are the same as reports use them.

    Of investment and income only the growth: the amounts differ by what is counted.
    """
    ids = frozenset((target.indicator, actual.indicator))
    return ids in SAME_IN_USE and (target.metric.measure == "growth" or "new_jobs" in ids)


class Link(NamedTuple):
    """A target and an actual, by their indices, and how well they go together.

    Attributes:
        score: How well; the higher the better.
        target: Index of the target.
        actual: Index of the actual.
        evidence: What speaks for and against it.
        is_macro: Whether both state the same main indicator.
        is_near: Whether they state two that are nearly the same.
    """

    score: float
    target: int
    actual: int
    evidence: Evidence
    is_macro: bool
    is_near: bool


class LinkFinder:
    """Finds links between targets and actuals.

    Args:
        targets: The targets, in document order.
        actuals: The actuals, in document order.
        weights: How telling pairs of characters are in both texts.
        is_ruled_out: Tells whether a target and an actual cannot be about the same.
    """

    def __init__(
        self,
        targets: Sequence[MetricContext],
        actuals: Sequence[MetricContext],
        weights: Weights,
        is_ruled_out: Guard = rules_out,
    ) -> None:
        self._targets = targets
        self._actuals = actuals
        self._weights = weights
        self._is_ruled_out = is_ruled_out
        #: Actuals that are looked at for one pair of characters.
        self.postings = self._share_of(_POSTINGS)

    def find(self) -> list[Link]:
        """Return all links that are possible, the best first."""
        found = [link for index in range(len(self._targets)) for link in self._links_of(index)]
        return sorted(found, key=lambda link: (-link.score, link.target, link.actual))

    def sharing(self, grams: Iterable[str]) -> list[int]:
        """Return the actuals, by index, that have one of some pairs of characters next to them."""
        return sorted({each for gram in grams for each in self._by_gram.get(gram, ())[: self.postings]})

    def _links_of(self, index: int) -> Iterator[Link]:
        """Yield the links of a target to the actuals it shares most with."""
        target = self._targets[index]
        compared, postings = self._share_of(_COMPARED), self.postings
        shared: defaultdict[int, int] = defaultdict(int)
        for gram in target.own | target.lead if target.is_generic else target.own:
            if (weight := self._weights.of(gram)) >= _MIN_GRAM_WEIGHT:
                for other in self._by_gram.get(gram, ())[:postings]:
                    shared[other] += weight
        for key in _keys(target):
            for other in self._by_key.get(key, ())[:postings]:
                shared[other] += _SAME_KEY
        best = sorted(shared, key=lambda other: (-shared[other], other))[:compared]
        for other in sorted(best):
            if shared[other] >= _MIN_SHARED and (link := self._link(index, other)) is not None:
                yield link

    def _link(self, index: int, other: int) -> Link | None:
        target, actual = self._targets[index], self._actuals[other]
        if self._is_ruled_out(target, actual):
            return None
        evidence = self._weights.evidence(target, actual)
        score = sum(map(mul, EVIDENCE_WEIGHTS, evidence))
        is_macro = bool(target.indicator) and target.indicator == actual.indicator
        is_near = not is_macro and bool(target.indicator and actual.indicator)
        if score > _HOPELESS or is_macro or is_near:
            evidence = evidence._replace(doubts=float(doubts(target, actual)))
            score += EVIDENCE_WEIGHTS.doubts * evidence.doubts
        if is_macro:
            score = self._macro_score(actual, evidence)
        if is_near and same_in_use(target, actual):
            score = max(score, self._macro_score(actual, evidence) - _NEAR_INDICATOR - _ANOTHER_NAME)
        score += _NEAR_INDICATOR * is_near - _HOMES_OR_PERSONS * homes_or_persons(target, actual)
        if not is_macro and score < LIKELY and _may_be_likely(evidence):
            score = min(LIKELY, score + self._gain(target, actual))
        if not is_macro and _is_any_money(target, actual, evidence):
            score = min(score, _ANY_MONEY)
        return Link(round(score, 6), index, other, evidence, is_macro, is_near)

    def _gain(self, target: MetricContext, actual: MetricContext) -> float:
        """Return what a link gains by names that nearly say the same, or each of which the other's clause says in full."""
        if nearly_same_name(target, actual):
            return _SAME_WORDS if same_characters(target, actual) else _NEARLY_SAME_NAME
        if target.is_generic != actual.is_generic:
            generic, named = (target, actual) if target.is_generic else (actual, target)
            return _NEARLY_SAME_NAME * (self._weights.told(named, generic) >= _TOLD_OF_GENERIC)
        is_told = self._weights.told(target, actual) >= _TOLD and self._weights.told(actual, target) >= _TOLD
        return _NEARLY_SAME_NAME * (is_told and not (target.is_generic or actual.is_generic))

    def _macro_score(self, actual: MetricContext, evidence: Evidence) -> float:
        """Return how well a statement of the target's indicator fits: that among the main ones, of the year, first."""
        company = self._company[actual.metric.start]
        against = _OTHER_KIND * (evidence.other_measure + evidence.other_years)
        against += _OTHER_KIND * bool(_YEARS_ON_END.search(actual.before))
        return _SAME_INDICATOR + company + evidence.name + evidence.own - against

    def _share_of(self, limits: tuple[int, int, int]) -> int:
        """Return how many of a limited number there are for each target, at least and at most so many."""
        least, most, all_ = limits
        return max(least, min(most, all_ // max(1, len(self._targets))))

    @cached_property
    def _company(self) -> dict[int, float]:
        return company_of(self._actuals)

    @cached_property
    def _by_key(self) -> dict[object, list[int]]:
        table: defaultdict[object, list[int]] = defaultdict(list)
        for index, actual in enumerate(self._actuals):
            for key in _keys(actual):
                table[key].append(index)
        return table

    @cached_property
    def _by_gram(self) -> dict[str, list[int]]:
        table: defaultdict[str, list[int]] = defaultdict(list)
        for index, actual in enumerate(self._actuals):
            for gram in actual.own:
                table[gram].append(index)
        return table


def company_of(contexts: Iterable[MetricContext]) -> dict[int, float]:
    """Return how many other indicators stand around a metric of one, by where its number starts; in its sentence and its line.

    A report states main indicators together; what it says of one of them elsewhere may be of a part.
    """
    around: defaultdict[int, set[str]] = defaultdict(set)
    places = []
    for context in contexts:
        if context.indicator:
            line = context.line
            places.append((context.metric.start, context.piece[0], line))
            around[context.piece[0]].add(context.indicator)
            around[-line].add(context.indicator)
    return {
        start: (2 * min(_COMPANY, len(around[piece]) - 1) + min(_COMPANY, len(around[-line]) - 1)) / 3
        for start, piece, line in places
    }


def _is_any_money(target: MetricContext, actual: MetricContext, evidence: Evidence) -> bool:
    """Tell whether two amounts share no more than names like 筹措资金, which do not say what the money is for."""
    is_any_money = target.side.is_money and target.is_generic and actual.is_generic
    return is_any_money and not evidence.around and evidence.same_value < _TELLING_VALUE


def _may_be_likely(evidence: Evidence) -> bool:
    """Tell whether nothing but the name speaks against a link."""
    differs = evidence.other_measure or evidence.other_years or evidence.other_unit or evidence.ongoing
    return not differs and evidence.apart < _FAR_APART


def _keys(context: MetricContext) -> Iterator[object]:
    """Yield what a target and an actual may share apart from words: the indicator, or the number."""
    if context.indicator:
        yield "indicator", context.indicator
    metric = context.side.metric
    if len(str(metric.value[0]).strip("0")) > 1 or metric.value[0] >= 1000:
        yield metric.value, context.side.base_unit
