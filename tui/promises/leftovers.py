"""Link what is left: a target to a figure that no other one is linked to, in the sentence most alike to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.links.certainty import NEAR_AMOUNTS
from tui.links.contexts import MetricContext
from tui.links.scoring import Link
from tui.metrics.amounts import amounts
from tui.metrics.units import RATES
from tui.promises.model import Candidate

#: The least score of a link, and how far any other of the target and any other of the actual must be behind.
_MIN_SCORE, _MARGIN, _MARGIN_OF_ACTUAL = -0.9, 1.3, 1.5
#: The score of a target or an actual that nothing else goes together with.
_NOTHING = -3.0
_NO_SENTENCE = Candidate(0, 0, 0.0)
#: How alike the second sentence may be, as a part of how alike the first is.
_SECOND = 0.5


class Rule(NamedTuple):
    """When a link is likely.

    Attributes:
        name: What the names share, at least.
        told: How much of a name the other metric says, at least.
        differ: How much the names differ, at most.
        doubts: Rules that make the link unsure, at most.
        alike: How alike the sentence is, at least.
        least: What part of the target the actual is, at least.
        most: The same, at most.
        rates: Whether it is of rates, which are near each other by chance, and not of amounts.
        units: Whether both must be counted by the same word.
    """

    name: float
    told: float
    differ: float
    doubts: int
    alike: float
    least: Decimal
    most: Decimal
    rates: bool = False
    units: bool = True


_SAME, _LEAST, _NEARLY, _RATE, _MOST = map(Decimal, ("1", "0.8", "1.2", "1.5", "2.5"))
#: The rules, with a target and an actual for each.
RULES: tuple[tuple[Rule, str, str], ...] = (
    (Rule(0.1, 0, 1, 0, 0.3, _LEAST, _MOST), "转化落地科技成果60项。", "科技成果转化合作项目62项。"),
    (Rule(0.15, 0, 0.34, 1, 0.4, _LEAST, _MOST), "新入统规模企业100家。", "新增规模工业企业106家。"),
    (
        Rule(0, 0.65, 1, 0, 0.45, _LEAST, _NEARLY),
        "抓好水土流失治理，完成54万亩任务。",
        "水土流失治理55万亩。",
    ),
    (Rule(0, 0, 1, 0, 0.39, _SAME, _SAME, units=False), "改造30处老旧卫生院。", "改造30个卫生机构。"),
    (
        Rule(0.2, 0, 0.34, 0, 0.4, _LEAST, _RATE, rates=True),
        "网上实办率超过70%。",
        "“一网通办”实办率达78.4%。",
    ),
)


def leftover_links(
    links: Iterable[Link],
    targets: Sequence[MetricContext],
    actuals: Sequence[MetricContext],
    candidates_of: Callable[[MetricContext], Sequence[Candidate]],
) -> Iterator[Link]:
    """Yield the links that are likely among those of targets and actuals of which none is linked, at most one of each.

    Args:
        links: The links of such targets to such actuals, the best first.
        targets: All targets.
        actuals: All actuals.
        candidates_of: Returns the sentences most alike to a target, the best first.
    """
    of_target: defaultdict[int, list[Link]] = defaultdict(list)
    of_actual: defaultdict[int, list[Link]] = defaultdict(list)
    for link in links:
        of_target[link.target].append(link)
        of_actual[link.actual].append(link)
    for found in of_target.values():
        link = found[0]
        target, actual = targets[link.target], actuals[link.actual]
        rivals = [each.score for each in found[1:] if not _same_figure(actuals[each.actual], actual)]
        others = [each.score for each in of_actual[link.actual] if each.target != link.target]
        if (
            link.score >= _MIN_SCORE
            and link.score - max(rivals, default=_NOTHING) >= _MARGIN
            and link.score - max(others, default=_NOTHING) >= _MARGIN_OF_ACTUAL
            and _is_plain(link, target, actual)
            and _is_likely(link, target, actual, candidates_of)
        ):
            yield link


def following_links(
    links: Iterable[Link],
    targets: Sequence[MetricContext],
    actuals: Sequence[MetricContext],
    follows: Callable[[Link], bool],
) -> Iterator[Link]:
    """Yield the links of targets and actuals that stand behind two that are linked, and are at the same stage.

    新开工50万套，基本建成各类保障性住房34万套 was told as 棚改安置房开工66万套、基本建成38万套.

    Args:
        links: As for :func:`leftover_links`.
        targets: All targets.
        actuals: All actuals.
        follows: Tells whether the figures right before those of a link are linked with each other.
    """
    for link in links:
        target, actual = targets[link.target], actuals[link.actual]
        stages = target.side.stages
        is_same_stage = bool(stages) and stages == actual.side.stages
        is_near = link.evidence.apart <= NEAR_AMOUNTS and not link.evidence.other_unit
        if (
            is_same_stage
            and is_near
            and not link.evidence.doubts
            and _is_plain(link, target, actual)
            and follows(link)
        ):
            yield link


def _same_figure(one: MetricContext, other: MetricContext) -> bool:
    return (one.metric.value, one.metric.unit) == (other.metric.value, other.metric.unit)


def _is_plain(link: Link, target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether both are of the same kind, of one year and done."""
    differs = link.evidence.other_years or link.evidence.ongoing
    return not differs and target.side.metric.measure == actual.side.metric.measure


def _is_likely(
    link: Link,
    target: MetricContext,
    actual: MetricContext,
    candidates_of: Callable[[MetricContext], Sequence[Candidate]],
) -> bool:
    rules = [rule for rule, _, _ in RULES if holds(rule, link, target, actual)]
    if not rules:
        return False
    first, second, *_ = (*candidates_of(target), _NO_SENTENCE, _NO_SENTENCE)
    return (
        (first.start, first.end) == actual.piece
        and second.score <= _SECOND * first.score
        and any(first.score >= rule.alike for rule in rules)
    )


def holds(rule: Rule, link: Link, target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether a link is as a rule asks, apart from the sentence."""
    evidence = link.evidence
    aim, done = amounts(target.side.metric)[1], amounts(actual.side.metric)[1]
    return (
        evidence.name >= rule.name
        and evidence.told >= rule.told
        and evidence.differ <= rule.differ
        and evidence.doubts <= rule.doubts
        and rule.least * aim <= done <= rule.most * aim
        and rule.rates == (target.side.metric.unit in RATES)
        and not (rule.units and evidence.other_unit)
    )
