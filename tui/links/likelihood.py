"""Tell how likely two metrics of one report are a pair, where that is not beyond doubt."""

from __future__ import annotations

from typing import NamedTuple

from tui.links.contexts import MetricContext
from tui.links.pair_guards import same_things
from tui.links.scoring import Link

#: Scores of links are told apart up to these.
_LEAST_SCORE, _MOST_SCORE = -3.0, 5.0
#: How far behind others may be, and the score of a metric that nothing else goes together with.
_MOST_AHEAD, NO_RIVAL = 3.0, -3.0
#: How far apart amounts may be, and how much of the name of a rate must be said by or next to the other.
_MOST_APART, _LEAST_TOLD = 0.85, 0.5
#: Pairs between two paragraphs that count.
_MOST_NEIGHBOURS = 3


class Signs(NamedTuple):
    """What tells how likely a link is a pair.

    Attributes:
        score: How well the two go together.
        ahead: How far every other link of either is behind.
        apart: Decimal logarithm of how many times one amount is the other, at most 1.
        apart_in_other_units: The same if they are counted by other words, else 0.
        amount: Whether both are amounts, not growth or shares.
        same_value: How telling it is that the numbers are the same: they may count the same things again.
        same_stage: Whether the things counted are at the same stage: begun, or finished.
        neighbours: How many pairs there are between the same two paragraphs, up to 1.
        near: Whether they state two indicators that are nearly the same.
    """

    score: float
    ahead: float
    apart: float
    apart_in_other_units: float
    amount: float
    same_value: float
    same_stage: float
    neighbours: float
    near: float


#: What each sign counts: rounded weights of a logistic regression on pairs that people judged.
SIGN_WEIGHTS = Signs(
    score=0.7,
    ahead=0.7,
    apart=-3.3,
    apart_in_other_units=-1.9,
    amount=1.5,
    same_value=-5.2,
    same_stage=0.9,
    neighbours=1.6,
    near=2.8,
)
_BIAS = -4.0
#: How likely a pair must be to be shown: four of five are right.
LIKELY_PAIR = -0.5


def may_be_pair(target: MetricContext, actual: MetricContext, link: Link) -> bool:
    """Tell whether nothing rules out that a link is a likely pair: names that differ, amounts seven times each other."""
    if same_things(target, actual) or link.evidence.apart > _MOST_APART:
        return False
    if target.is_generic or actual.is_generic:
        return True
    if target.name_characters.isdisjoint(actual.name_characters):
        return False
    is_amount = target.side.metric.measure == "level"
    return is_amount or link.is_near or link.evidence.told >= _LEAST_TOLD  # rates are all of one size


def signs_of(
    target: MetricContext, actual: MetricContext, link: Link, rival: float, neighbours: int
) -> Signs:
    """Return what tells how likely a link is a pair.

    Args:
        target: What it links.
        actual: What it is linked to.
        link: The link.
        rival: The score of the best other link of either.
        neighbours: Pairs between the paragraphs of the two.
    """
    evidence = link.evidence
    return Signs(
        min(_MOST_SCORE, max(_LEAST_SCORE, link.score)),
        min(_MOST_AHEAD, max(-_MOST_AHEAD, link.score - rival)),
        evidence.apart,
        evidence.apart * evidence.other_unit,
        float(target.side.metric.measure == "level"),
        evidence.same_value,
        float(target.side.stages == actual.side.stages),
        min(_MOST_NEIGHBOURS, neighbours) / _MOST_NEIGHBOURS,
        float(link.is_near),
    )


def likelihood(signs: Signs) -> float:
    """Return how likely a pair is: the logarithm of its odds."""
    return _BIAS + sum(weight * sign for weight, sign in zip(SIGN_WEIGHTS, signs, strict=True))
