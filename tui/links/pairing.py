"""Find what was done last year beside what is promised for this year, in one report.

*strict* pairs are beyond doubt; *loose* ones are likely, and have a note about what differs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from tui.links.bases import is_base, without_passed
from tui.links.certainty import LIKELY_BY_AMOUNT, is_likely, is_same_name, is_sure
from tui.links.contexts import MetricContext, in_town_and_country, is_said_again, read_contexts
from tui.links.extents import differs_in_extent, is_on_another_basis
from tui.links.guards import is_part_of_it, rules_out_pair
from tui.links.horizons import (
    Compared,
    are_levels_alike,
    are_years_alike,
    compared_in,
    is_compared,
    levels,
    may_be_likely_level,
    name_of_years,
    note_on_years,
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
from tui.links.parts_of_year import without_parts
from tui.links.pieces import Pieces
from tui.links.scoring import Link, LinkFinder, company_of
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
    first = PairFinder(report)
    found = first.find()
    for compared in compared_in(report):
        found += PairFinder(report, compared, first).find()
    order = {metric.id: index for index, metric in enumerate(report.metrics)}
    return sorted(found, key=lambda comparison: order[comparison.target])


class Reading(NamedTuple):
    """What the comparisons of a report need of it, whatever they compare.

    Attributes:
        pieces: Its sentences and clauses.
        weights: How much each of its pairs of characters tells.
        higher: Ids of higher targets for what the target before them is for.
        before: For the id of a metric, that of the one before it in its sentence.
    """

    pieces: Pieces
    weights: Weights
    higher: frozenset[str]
    before: Mapping[str, str]


def _read(report: Report) -> Reading:
    pieces = Pieces(report.text)
    before = dict(_in_sentences(report, pieces))
    return Reading(pieces, Weights(report.text), frozenset(_higher_aims(report)), before)


class PairFinder:
    """Finds the comparisons of one report.

    Args:
        report: The report.
        compared: What to compare.
        first: The finder of the comparisons of the year, whose work is not done again.

    Attributes:
        actuals: Last year's metrics, in document order.
        targets: This year's.
        reading: What all finders of the report need of it.
    """

    def __init__(self, report: Report, compared: Compared = "year", first: PairFinder | None = None) -> None:
        self._report = report
        self._compared = compared
        self.actuals: list[MetricContext]
        self.targets: list[MetricContext]
        self.reading: Reading = first.reading if first else _read(report)
        aims = (metric for metric in self._metrics("target") if metric.id not in self.reading.higher)
        self.targets = self._contexts(distinct(aims))
        if compared == "end" and first:
            year = str(report.front.review_year)
            self.actuals = levels(actual for actual in first.actuals if actual.metric.period == year)
            self.targets = levels(self.targets)
            return
        done = without_parts(self._metrics(*_DONE_OR_BEGUN))
        actuals = self._contexts(metric for metric in done if not is_base(metric, report.text))
        actuals, targets = without_passed(actuals), self.targets
        self.actuals, targets = _split_incomes(actuals, targets), _split_incomes(targets, actuals)
        of_a_part = of_parts(targets)
        self.targets = [target for target in targets if target.metric.id not in of_a_part]

    def _contexts(self, metrics: Iterable[Metric]) -> list[MetricContext]:
        wanted = set(metrics).__contains__
        return list(read_contexts(self._report, self._report.metrics, self.reading.pieces, wanted))

    def _metrics(self, *statuses: Status) -> Iterator[Metric]:
        for metric in self._report.metrics:
            is_wanted = metric.status in statuses and metric.measure in _COMPARED_MEASURES
            if is_wanted and is_compared(metric, self._compared, self._report):
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
        finder = LinkFinder(self.targets, self.actuals, self.reading.weights, rules_out_pair)
        company = company_of(self.targets) if self._compared == "year" else {}
        links = sorted(
            (link for link in finder.find() if self._may_be_pair(link)),
            key=lambda link: (
                -link.score - company.get(self.targets[link.target].metric.start, 0) * link.is_macro
            ),
        )
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
        if self._compared == "years" and not are_years_alike(target, actual):
            return False
        if self._compared == "end" and not are_levels_alike(target, actual, link):
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
            differs = differs or differs_in_extent(target, actual) or is_on_another_basis(target, actual)
            is_taken = is_sure_one and not differs and is_done_alike(target, actual)
        else:
            is_taken = link.is_macro and is_likely(link, margin) and not is_unlikely(target, actual, link)
        if is_taken:
            found.take(link, comparable)

    def _follow(self, target: MetricContext, actual: MetricContext, found: _Chosen) -> bool:
        """Tell whether the figures before two in their sentences are a pair: 新建幼儿园60所、新增学位1.94万个."""
        before = self.reading.before.get(target.metric.id), self.reading.before.get(actual.metric.id)
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
            if self._compared == "end" and not may_be_likely_level(target, actual, link):
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
        note = note_on(*contexts, pair.comparable)
        comparable = "loose" if self._compared == "end" else pair.comparable
        if differ_in_prices(actual.metric, target.metric):
            note, comparable = messages.in_other_prices("real" in actual.metric.attributes), "loose"
        if self._compared != "year":
            name = name_of_years(name, target.metric)
            note = note_on_years(target.metric, actual.metric, note)
        return Comparison(name, actual.metric.id, target.metric.id, comparable, note)


def _higher_aims(report: Report) -> Iterator[str]:
    """Yield the ids of higher targets for what the target before them is for."""
    for first, metric in pairwise(report.metrics):
        if is_said_again(first, metric, report.text):
            yield metric.id


def _in_sentences(report: Report, pieces: Pieces) -> Iterator[tuple[str, str]]:
    """Yield the ids of metrics, each with that of the one before it in its sentence."""
    for before, metric in pairwise(report.metrics):
        if pieces.at(before.start) == pieces.at(metric.start):
            yield metric.id, before.id


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
