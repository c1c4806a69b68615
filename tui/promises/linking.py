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
from tui.promises.guards import doubts, rules_out
from tui.promises.model import MAX_CANDIDATES, Candidate, Certainty, Promise, Verdict
from tui.promises.sentences import Pieces, SentenceIndex
from tui.promises.similarity import Likeness, Weights
from tui.promises.targets import plan_year_of, promised
from tui.promises.verdicts import judge
from tui.report.model import Metric, Report

#: Pairs that are looked at.
MAX_PAIRS = 60_000
#: Scores from which a link is sure, and likely; how far the next best must be behind.
SURE, LIKELY, MARGIN = 12.0, 7.0, 1.0


class Link(NamedTuple):
    """A target and an actual, and how well they go together."""

    score: float
    target: int
    actual: int
    likeness: Likeness
    doubts: int
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
    def _leads(self) -> Vocabulary:
        return Vocabulary(self.results.text, [context.side for context in self.actuals])

    def links(self) -> list[Link]:
        """Return all links that are possible, the best first."""
        found = [link for index in range(len(self.contexts)) for link in self._links_of(index)]
        return sorted(found, key=lambda link: (-link.score, link.target, link.actual))

    @cached_property
    def _by_gram(self) -> dict[str, list[int]]:
        table: defaultdict[str, list[int]] = defaultdict(list)
        for index, actual in enumerate(self.actuals):
            for gram in actual.own:
                table[gram].append(index)
        return table

    def _links_of(self, index: int) -> Iterator[Link]:
        target = self.contexts[index]
        indices: set[int] = set()
        for gram in target.own:
            if self.weights.of(gram) > 0.5:
                indices.update(self._by_gram.get(gram, ()))
        for other in sorted(indices):
            link = self._link(index, other)
            if link is not None:
                yield link

    def _link(self, index: int, other: int) -> Link | None:
        target, actual = self.contexts[index], self.actuals[other]
        if rules_out(target, actual):
            return None
        likeness = self.weights.likeness(target, actual)
        unsure = doubts(target, actual)
        one, two = target.side.metric, actual.side.metric
        is_macro = bool(one.canonical) and one.canonical == two.canonical
        score = (
            8 * likeness.name
            + 5 * likeness.told * likeness.told_back
            + 6 * likeness.own
            + 0.25 * min(likeness.shared, 20)
            + 0.08 * min(likeness.lead, 30)
        )
        if one.value == two.value and one.unit == two.unit and one.measure == two.measure:
            score += 2
        if is_macro:
            score += 8 if one.measure == two.measure else 3
            score += 3 if self._leads.leads(actual.side) else 0
        if {one.measure, two.measure} not in ({one.measure}, {"growth", "share"}):
            score -= 5
        if self._is_of_years(two) != self._is_of_years(one):
            score -= 5
        score -= 3 * unsure
        return Link(score, index, other, likeness, unsure, is_macro)

    @staticmethod
    def _is_of_years(metric: Metric) -> bool:
        years = years_of(metric.period)
        return years is not None and years[0] < years[1]

    def promises(self) -> tuple[Promise, ...]:
        """Return all promises."""
        links = self.links()
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
                if self.actuals[each.actual].metric.id != actual.id
                and self.actuals[each.actual].metric.id not in taken
            ]
            margin = link.score - max(others, default=0.0)
            certainty: Certainty = (
                "sure" if link.score >= SURE and margin >= MARGIN and not link.doubts else "likely"
            )
            chosen[target.id] = link, certainty
            taken[actual.id] = target.id
        return tuple(self._promise(index, chosen) for index in self._first_of_targets())

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
