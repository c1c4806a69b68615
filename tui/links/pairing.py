"""Find what was done last year beside what is promised for this year, in one report.

*strict* pairs are beyond doubt; *loose* ones are likely, and have a note about what differs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.links.bases import is_base, is_only_passed
from tui.links.certainty import LIKELY_BY_AMOUNT, is_likely, is_same_name, is_sure
from tui.links.contexts import MetricContext, in_town_and_country, is_said_again, read_contexts
from tui.links.guards import is_part_of_it, rules_out_pair
from tui.links.horizons import (
    are_years_alike,
    is_of_one_year,
    is_of_several_years,
    name_of_years,
    note_on_years,
    plans_several_years,
)
from tui.links.likelihood import LIKELY_PAIR, NO_RIVAL, likelihood, may_be_pair, signs_of
from tui.links.pair_guards import (
    is_done_alike,
    is_growth_of_level,
    is_of_all_incomes,
    is_one_income_of_all,
    is_unlikely,
    no_pair,
    note_on,
)
from tui.links.parts_of_year import is_of_most_of, without_parts
from tui.links.pieces import Pieces
from tui.links.scoring import Link, LinkFinder
from tui.links.similarity import Weights
from tui.links.targets import distinct, of_parts
from tui.messages import metrics as messages
from tui.metrics.prices import differ_in_prices
from tui.metrics.tense import heading_points
from tui.report.model import Comparable, Comparison, Metric, Report, Status

_COMPARED_MEASURES = ("level", "growth", "share")
#: What is under way is compared as well, but never as a result beyond doubt: 80个试点村建设稳步推进.
_DONE_OR_BEGUN: tuple[Status, ...] = ("achieved", "ongoing")
#: The incomes in town and in the country.
_TOWN, _COUNTRY = "urban_income", frozenset(("rural_income", "rural_net_income"))


class Pair(NamedTuple):
    """A link between an actual and a target of one report, and how comparable they are."""

    link: Link
    comparable: Comparable


def find_comparisons(report: Report) -> list[Comparison]:
    """Return the comparisons of a report, in the order of their targets: of its year, and of several years."""
    found = PairFinder(report).find()
    if not plans_several_years(report):
        return found
    order = {metric.id: index for index, metric in enumerate(report.metrics)}
    found += PairFinder(report, of_years=True).find()
    return sorted(found, key=lambda comparison: order[comparison.target])


class PairFinder:
    """Finds the comparisons of one report.

    Args:
        report: The report.
        of_years: Whether to compare results of several years with goals of as many, not those of one year.

    Attributes:
        actuals: Last year's metrics, in document order.
        targets: This year's.
    """

    def __init__(self, report: Report, *, of_years: bool = False) -> None:
        self._report = report
        self._is_of_years = of_years
        pieces = Pieces(report.text)
        behind = {metric.id: other for metric, other in pairwise(report.metrics)}
        actuals = [
            metric
            for metric in without_parts(self._compared(*_DONE_OR_BEGUN))
            if not is_base(metric, report.text) and not is_only_passed(metric, behind.get(metric.id))
        ]
        higher = {
            metric.id
            for first, metric in pairwise(report.metrics)
            if is_said_again(first, metric, report.text)
        }
        aims = (metric for metric in self._compared("target") if metric.id not in higher)
        targets = distinct(aims)
        self.actuals, self.targets = (
            list(read_contexts(report, report.metrics, pieces, set(metrics).__contains__))
            for metrics in (actuals, targets)
        )
        self.actuals, self.targets = (
            _split_incomes(self.actuals, self.targets),
            _split_incomes(self.targets, self.actuals),
        )
        of_a_part = of_parts(self.targets)
        self.targets = [target for target in self.targets if target.metric.id not in of_a_part]
        self._before = {
            metric.id: before.id
            for before, metric in pairwise(report.metrics)
            if pieces.at(before.start) == pieces.at(metric.start)
        }

    def _compared(self, *statuses: Status) -> Iterator[Metric]:
        text, front = self._report.text, self._report.front
        for metric in self._report.metrics:
            if metric.status in statuses and metric.measure in _COMPARED_MEASURES:
                is_wanted = (
                    is_of_several_years(metric, front)
                    if self._is_of_years
                    else is_of_one_year(metric, front, text)
                    or (metric.status != "target" and is_of_most_of(metric, front.review_year))
                )
                if is_wanted:
                    yield metric

    def find(self) -> list[Comparison]:
        """Return the comparisons: the pair with the best score first takes its metrics, then the next.

        A document that neither plans a year nor has chapters that look back and ahead holds nothing to compare.
        """
        if not self._looks_back_and_ahead():
            return []
        pairs = self.pairs()
        order = {metric.id: index for index, metric in enumerate(self._report.metrics)}
        return sorted(map(self._comparison, pairs), key=lambda comparison: order[comparison.target])

    def _looks_back_and_ahead(self) -> bool:
        front = self._report.front
        headings = [
            node.heading or "" for node in self._report.walk() if node.level in ("chapter", "section")
        ]
        points = [heading_points(heading, front) for heading in headings]
        return front.plan_year is not None or (
            any(each > 0 for each in points) and any(each < 0 for each in points)
        )

    def pairs(self) -> list[Pair]:
        """Return the pairs, those with better scores first."""
        finder = LinkFinder(self.targets, self.actuals, Weights(self._report.text), rules_out_pair)
        links = [link for link in finder.find() if self._may_be_pair(link)]
        found = _Chosen(self)
        of_target: defaultdict[int, list[Link]] = defaultdict(list)
        for link in links:
            of_target[link.target].append(link)
        for comparable in ("strict", "strict", "loose"):  # what is taken leaves fewer rivals to the others
            for link in links:
                if link.score >= LIKELY_BY_AMOUNT and found.is_free(link):
                    self._take(link, of_target[link.target], found, comparable)
        self._take_likely([link for link in links if found.is_free(link)], found)
        return found.pairs

    def _may_be_pair(self, link: Link) -> bool:
        target, actual = self._sides(link)
        if self._is_of_years and not are_years_alike(target, actual):
            return False
        return not no_pair(target, actual, link)

    def _take(self, link: Link, others: Iterable[Link], found: _Chosen, comparable: Comparable) -> None:
        """Take a link if it is of a kind."""
        target, actual = self._sides(link)
        rivals = [
            other.score
            for other in others
            if found.is_free(other) and not _same_figure(self.actuals[other.actual], actual)
        ]
        if self._follow(target, actual, found):
            rivals = []
        margin = link.score - max(rivals, default=0.0)
        if comparable == "strict":
            is_sure_one = is_sure(link, margin, target, actual) or is_same_name(link, margin, target, actual)
            is_less = link.evidence.ongoing or is_part_of_it(target, actual)
            differs = is_less or is_growth_of_level(link) or is_one_income_of_all(target, actual)
            is_taken = is_sure_one and not differs and is_done_alike(target, actual)
        else:
            is_taken = link.is_macro and is_likely(link, margin) and not is_unlikely(target, actual, link)
        if is_taken:
            found.take(link, comparable)

    def _follow(self, target: MetricContext, actual: MetricContext, found: _Chosen) -> bool:
        """Tell whether the figures before two in their sentences are a pair: 新建幼儿园60所、新增学位1.94万个."""
        before = self._before.get(target.metric.id), self._before.get(actual.metric.id)
        return before in found.ids

    def _take_likely(self, links: list[Link], found: _Chosen) -> None:
        """Take pairs that are likely, the likeliest first."""
        neighbours = Counter(self._paragraphs(pair.link) for pair in found.pairs)
        best = _best_scores(links)
        judged = []
        for link in links:
            target, actual = self._sides(link)
            if not may_be_pair(target, actual, link):
                continue
            rival = max(_rival(best["target", link.target], link), _rival(best["actual", link.actual], link))
            signs = signs_of(target, actual, link, rival, neighbours[self._paragraphs(link)])
            judged.append((likelihood(signs), link))
        for odds, link in sorted(judged, key=lambda each: -each[0]):
            if odds >= LIKELY_PAIR and found.is_free(link):
                found.take(link, "loose")

    def _paragraphs(self, link: Link) -> tuple[int, int]:
        target, actual = self._sides(link)
        return target.line, actual.line

    def _sides(self, link: Link) -> tuple[MetricContext, MetricContext]:
        return self.targets[link.target], self.actuals[link.actual]

    def _comparison(self, pair: Pair) -> Comparison:
        """Name a pair: by the name that says more; a loose one by the one that says less."""
        contexts = self._sides(pair.link)
        target, actual = (context.side for context in contexts)
        names = [side.metric.indicator for side in (target, actual) if side.core] or [""]
        name = max(names, key=len) if pair.comparable == "strict" else min(names, key=len)
        note, comparable = note_on(*contexts, pair.comparable), pair.comparable
        if differ_in_prices(actual.metric, target.metric):
            note, comparable = messages.in_other_prices("real" in actual.metric.attributes), "loose"
        if self._is_of_years:
            name = name_of_years(name, target.metric)
            note = note_on_years(target.metric, actual.metric, note)
        return Comparison(name, actual.metric.id, target.metric.id, comparable, note)


def _split_incomes(contexts: list[MetricContext], others: list[MetricContext]) -> list[MetricContext]:
    """Return metrics; the growth of the income of all as that in town and country, if the others state only these two."""
    stated = {other.indicator for other in others if other.metric.measure == "growth"}
    if any(map(is_of_all_incomes, others)) or _TOWN not in stated or stated.isdisjoint(_COUNTRY):
        return contexts
    return [
        each
        for context in contexts
        for each in (in_town_and_country(context) if is_of_all_incomes(context) else (context,))
    ]


class _Chosen:
    """The pairs that were chosen, none of which share a metric.

    Args:
        finder: What they are chosen by.

    Attributes:
        pairs: The pairs.
        ids: The ids of their targets and actuals.
    """

    def __init__(self, finder: PairFinder) -> None:
        self.pairs: list[Pair] = []
        self._finder = finder
        self._taken: set[tuple[str, str]] = set()
        self.ids: set[tuple[str | None, str | None]] = set()
        self._indicators: set[str] = set()

    def is_free(self, link: Link) -> bool:
        """Tell whether no pair has taken a metric of a link, or, of one between an amount and growth, its indicator."""
        target, actual = self._finder.targets[link.target], self._finder.actuals[link.actual]
        if {target.side.key, actual.side.key} & self._taken or _ids(target, actual) in self.ids:
            return False
        return not (is_growth_of_level(link) and target.indicator in self._indicators)

    def take(self, link: Link, comparable: Comparable) -> None:
        """Take the metrics of a link."""
        target, actual = self._finder.targets[link.target], self._finder.actuals[link.actual]
        self._taken |= {target.side.key, actual.side.key}
        self.ids.add(_ids(target, actual))
        self._indicators.add(target.indicator)
        self.pairs.append(Pair(link, comparable))


def _best_scores(links: list[Link]) -> dict[tuple[str, int], list[float]]:
    """Return the two best scores of each target and of each actual."""
    scores: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
    for link in links:
        scores["target", link.target].append(link.score)
        scores["actual", link.actual].append(link.score)
    return {key: sorted(each, reverse=True)[:2] for key, each in scores.items()}


def _rival(best: list[float], link: Link) -> float:
    """Return the best score but that of a link, of the two best."""
    return next((score for score in best[best[0] == link.score :]), NO_RIVAL)


def _ids(target: MetricContext, actual: MetricContext) -> tuple[str, str]:
    return target.metric.id, actual.metric.id


def _same_figure(one: MetricContext, other: MetricContext) -> bool:
    return (one.metric.value, one.metric.unit) == (other.metric.value, other.metric.unit)
