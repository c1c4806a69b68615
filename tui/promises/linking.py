"""Link each promise of a report to what the next one says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from tui.metrics.tense import tenses_of
from tui.metrics.vocabulary import Vocabulary
from tui.metrics.years import years_of
from tui.promises.contexts import MetricContext, grams, read_contexts
from tui.promises.guards import rules_out
from tui.promises.model import MAX_CANDIDATES, Candidate, Certainty, Promise, Verdict
from tui.promises.sentences import Pieces, SentenceIndex
from tui.promises.similarity import Evidence, Weights
from tui.promises.targets import plan_year_of, promised
from tui.promises.verdicts import judge
from tui.report.model import Metric, Report

#: Pairs that are looked at.
MAX_PAIRS = 60_000
#: What each kind of evidence counts, and the sum that speaks neither for nor against a link.
EVIDENCE_WEIGHTS = Evidence(
    name=3.0,
    told=3.0,
    told_one=1.0,
    own=4.0,
    shared=4.0,
    lead=2.5,
    same_value=2.5,
    generic=-1.0,
    other_measure=-3.0,
    other_years=-2.5,
    other_unit=-0.7,
    apart=-2.0,
    ongoing=-1.0,
    doubts=-1.5,
)
#: Scores from which a link is sure, and likely; how far the next best must be behind.
SURE, LIKELY, MARGIN = 7.0, 4.2, 0.6
#: What is added to that of the links of main indicators.
_SAME_INDICATOR, _LEADS, _OTHER_KIND = 12.0, 3.0, 4.0
_NEAR_INDICATOR = 3.0
#: How telling a pair of characters must be for two metrics with it to be compared.
_MIN_GRAM_WEIGHT = 0.5
#: What a link gains by the metrics before or behind both being linked.
_NEIGHBOUR = 1.5


class Link(NamedTuple):
    """A target and an actual, by their indices, and how well they go together."""

    score: float
    target: int
    actual: int
    evidence: Evidence
    is_macro: bool


def link_promises(plan: Report, results: Report) -> tuple[Promise, ...]:
    """Return the promises of a report with what the next one says of each, in the order of the targets."""
    return Linker(plan, results).promises()


class Linker:
    """Links the promises of a report to the statements of the next one.

    Args:
        plan: The report that promises.
        results: The one that tells what became of it.
    """

    def __init__(self, plan: Report, results: Report) -> None:
        self.plan, self.results = plan, results
        self.year = plan_year_of(plan, results)
        self.targets = promised(plan, self.year)
        wanted = {metric.id for metric in self.targets}
        plan_pieces = Pieces(plan.text)
        self.pieces = Pieces(results.text)
        self.contexts = list(
            read_contexts(plan, plan.metrics, plan_pieces, lambda metric: metric.id in wanted)
        )
        self.actuals = list(read_contexts(results, results.metrics, self.pieces, self._may_be_actual))
        self.weights = Weights(plan.text, results.text)

    def _may_be_actual(self, metric: Metric) -> bool:
        if metric.status not in ("achieved", "ongoing"):
            return False
        years = years_of(metric.period)
        return years is None or self.year is None or years[1] == self.year

    @cached_property
    def _leading(self) -> Vocabulary:
        return Vocabulary(self.results.text, [context.side for context in self.actuals])

    def links(self) -> list[Link]:
        """Return all links that are possible, the best first."""
        found = [link for index in range(len(self.contexts)) for link in self._links_of(index)]
        return sorted(found, key=lambda link: (-link.score, link.target, link.actual))

    @cached_property
    def _by_key(self) -> dict[object, list[int]]:
        table: defaultdict[object, list[int]] = defaultdict(list)
        for index, actual in enumerate(self.actuals):
            for key in _keys(actual):
                table[key].append(index)
        return table

    def _links_of(self, index: int) -> Iterator[Link]:
        target = self.contexts[index]
        indices: set[int] = set()
        for key in _keys(target):
            if not isinstance(key, str) or self.weights.of(key) > _MIN_GRAM_WEIGHT:
                indices.update(self._by_key.get(key, ()))
        for other in sorted(indices):
            link = self._link(index, other)
            if link is not None:
                yield link

    def _link(self, index: int, other: int) -> Link | None:
        target, actual = self.contexts[index], self.actuals[other]
        if rules_out(target, actual):
            return None
        evidence = self.weights.evidence(target, actual)
        score = sum(weight * each for weight, each in zip(EVIDENCE_WEIGHTS, evidence, strict=True))
        is_macro = bool(target.indicator) and target.indicator == actual.indicator
        if is_macro:
            score = self._macro_score(actual, evidence)
        elif target.indicator and actual.indicator:
            score += _NEAR_INDICATOR
        return Link(round(score, 6), index, other, evidence, is_macro)

    def _macro_score(self, actual: MetricContext, evidence: Evidence) -> float:
        """Return how well a statement of the target's indicator fits: that among the main ones, of the year, first."""
        leads = _LEADS if self._leading.leads(actual.side) else 0.0
        against = _OTHER_KIND * (evidence.other_measure + evidence.other_years)
        return _SAME_INDICATOR + leads + evidence.name + evidence.own - against

    def promises(self) -> tuple[Promise, ...]:
        """Return all promises."""
        chosen = self._choose(self.links())
        return tuple(self._promise(index, chosen) for index in self._first_of_targets())

    def _choose(self, links: list[Link]) -> dict[str, tuple[Link, Certainty]]:
        best: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            best[self.contexts[link.target].metric.id].append(link)
        taken: dict[str, str] = {}
        chosen: dict[str, tuple[Link, Certainty]] = {}
        for link in links:
            target, actual = self.contexts[link.target].metric, self.actuals[link.actual].metric
            if target.id in chosen or link.score < LIKELY:
                continue
            if actual.id in taken and not link.is_macro:
                continue
            others = [
                each.score
                for each in best[target.id]
                if (other := self.actuals[each.actual].metric).id != actual.id
                and other.id not in taken
                and (other.value, other.unit) != (actual.value, actual.unit)
            ]
            margin = link.score - max(others, default=0.0)
            is_sure = link.score >= SURE and margin >= MARGIN and not link.evidence.doubts
            chosen[target.id] = link, "sure" if is_sure else "likely"
            taken[actual.id] = target.id
        return chosen

    def _first_of_targets(self) -> list[int]:
        seen: set[str] = set()
        firsts = []
        for index, context in enumerate(self.contexts):
            if context.metric.id not in seen:
                seen.add(context.metric.id)
                firsts.append(index)
        return firsts

    def _promise(self, index: int, chosen: dict[str, tuple[Link, Certainty]]) -> Promise:
        context = self.contexts[index]
        candidates = self._candidates(context)
        if context.metric.id not in chosen:
            verdict: Verdict = "undecided" if candidates and candidates[0].score >= 0.3 else "not_mentioned"
            return Promise(context.metric, "none", None, None, candidates, verdict, None, "")
        link, certainty = chosen[context.metric.id]
        actual = self.actuals[link.actual]
        judged = judge(self.contexts[link.target].side.metric, actual.side.metric)
        return Promise(
            context.metric,
            certainty,
            actual.metric,
            actual.piece,
            () if certainty == "sure" else candidates,
            judged.verdict,
            judged.gap,
            judged.note,
        )

    @cached_property
    def _sentences(self) -> SentenceIndex:
        tenses = tenses_of(self.results.text, self.results.front)
        factors = [1.0 if tenses.at(start) == "past" else 0.5 for start, _ in self.pieces.spans]
        return SentenceIndex(self.results.text, self.pieces.spans, factors)

    def _candidates(self, context: MetricContext) -> tuple[Candidate, ...]:
        query = dict.fromkeys(grams(context.sentence[:300]), 0.25)
        query |= dict.fromkeys(context.lead, 0.4)
        query |= dict.fromkeys(context.own, 1.0)
        found = self._sentences.most_alike(query, MAX_CANDIDATES)
        return tuple(
            Candidate(*self._sentences.spans[index], round(min(1.0, score), 3)) for index, score in found
        )


def _keys(context: MetricContext) -> Iterator[object]:
    """Yield what a target and an actual must share one of to be compared: words next to them, indicator, or number."""
    yield from context.own
    if context.indicator:
        yield "indicator", context.indicator
    metric = context.side.metric
    if len(str(metric.value[0]).strip("0")) > 1 or metric.value[0] >= 1000:
        yield metric.value, context.side.base_unit
