"""Link each promise of a report to what the next one says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from tui.messages import promises as messages
from tui.metrics.years import years_of
from tui.promises.candidates import CandidateSentences
from tui.promises.contexts import MetricContext, read_contexts
from tui.promises.guards import rules_out
from tui.promises.judging import judge_link
from tui.promises.model import Candidate, Certainty, Promise, Verdict
from tui.promises.sentences import Pieces
from tui.promises.similarity import Evidence, Weights
from tui.promises.statements import Statements, is_deed, says_deeds_done
from tui.promises.targets import plan_year_of, promised
from tui.report.model import Metric, Report

#: What each kind of evidence counts, and the sum that speaks neither for nor against a link.
EVIDENCE_WEIGHTS = Evidence(
    name=2.0,
    told=0.9,
    differ=-2.5,
    own=0.4,
    shared=1.6,
    lead=2.6,
    around=0.6,
    same_value=3.3,
    generic=-1.4,
    other_measure=-3.0,
    other_years=-0.6,
    other_unit=-0.1,
    apart=-0.4,
    ongoing=-0.9,
    one_known=-0.4,
    doubts=-0.3,
)
#: Scores from which a link is sure, and likely; how far the next best must be behind.
SURE, LIKELY, MARGIN = 5.0, 2.8, 0.5
#: How alike a sentence must be to a target for it not to be called unmentioned.
MENTIONED = 0.27
#: How far apart two amounts of a sure link may be: one 2.4 times the other. An actual so far below its target is more
#: often that of a part.
_FAR_APART = 0.38
#: What is added to that of the links of main indicators.
_SAME_INDICATOR, _OTHER_KIND = 12.0, 4.0
_NEAR_INDICATOR = 3.0
#: Indicators that stand with one of them, as far as they count.
_COMPANY = 4
#: How telling a pair of characters must be for two metrics with it to be compared, and what they must share.
_MIN_GRAM_WEIGHT, _MIN_SHARED = 500, 2500
#: How much one indicator or one number is of that.
_SAME_KEY = 20_000
#: Actuals that a target is compared with, and that are looked at for one pair of characters; fewer where there are more
#: targets than in any report, which have at most 400.
_COMPARED, _POSTINGS = (3, 12, 6_000), (20, 300, 60_000)


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
    def _company(self) -> dict[int, float]:
        """How many other indicators stand around an actual of one, by where their sentence and their line start.

        A report states main indicators together; what it says of one of them elsewhere may be of a part.
        """
        text = self.results.text
        around: defaultdict[int, set[str]] = defaultdict(set)
        places = []
        for actual in self.actuals:
            if actual.indicator:
                line = text.rfind("\n", 0, actual.metric.start) + 1
                places.append((actual.metric.start, actual.piece[0], line))
                around[actual.piece[0]].add(actual.indicator)
                around[-line].add(actual.indicator)
        return {
            start: (2 * min(_COMPANY, len(around[piece]) - 1) + min(_COMPANY, len(around[-line]) - 1)) / 3
            for start, piece, line in places
        }

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

    @cached_property
    def _by_gram(self) -> dict[str, list[int]]:
        table: defaultdict[str, list[int]] = defaultdict(list)
        for index, actual in enumerate(self.actuals):
            for gram in actual.own:
                table[gram].append(index)
        return table

    def _links_of(self, index: int) -> Iterator[Link]:
        """Yield the links of a target to the actuals it shares most with."""
        target = self.contexts[index]
        compared, postings = self._share_of(_COMPARED), self._share_of(_POSTINGS)
        shared: defaultdict[int, int] = defaultdict(int)
        for gram in target.own:
            if (weight := self.weights.of(gram)) >= _MIN_GRAM_WEIGHT:
                for other in self._by_gram.get(gram, ())[:postings]:
                    shared[other] += weight
        for key in _keys(target):
            for other in self._by_key.get(key, ())[:postings]:
                shared[other] += _SAME_KEY
        best = sorted(shared, key=lambda other: (-shared[other], other))[:compared]
        for other in sorted(best):
            if shared[other] >= _MIN_SHARED and (link := self._link(index, other)) is not None:
                yield link

    def _share_of(self, limits: tuple[int, int, int]) -> int:
        """Return how many of a limited number there are for each target, at least and at most so many."""
        least, most, all_ = limits
        return max(least, min(most, all_ // max(1, len(self.contexts))))

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
        company = self._company[actual.metric.start]
        against = _OTHER_KIND * (evidence.other_measure + evidence.other_years)
        return _SAME_INDICATOR + company + evidence.name + evidence.own - against

    def promises(self) -> tuple[Promise, ...]:
        """Return all promises."""
        links = self.links()
        chosen = self._choose(links)
        scores: dict[str, dict[tuple[int, int], float]] = defaultdict(dict)
        for link in links:
            scores[self.contexts[link.target].metric.id].setdefault(
                self.actuals[link.actual].piece, link.score
            )
        sentences = CandidateSentences(self.results, self.pieces, self._share_of(_POSTINGS))
        promises = []
        for index in self._first_of_targets():
            context = self.contexts[index]
            linked = chosen.get(context.metric.id)
            is_sure = linked is not None and linked[1] == "sure"
            candidates = () if is_sure else sentences.of(context, scores[context.metric.id])
            promises.append(self._promise(context, candidates, linked))
        return tuple(promises)

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
            is_sure = link.score >= SURE and margin >= MARGIN and not _is_doubtful(link)
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

    def _promise(
        self,
        context: MetricContext,
        candidates: tuple[Candidate, ...],
        chosen: tuple[Link, Certainty] | None,
    ) -> Promise:
        if chosen is None:
            return self._without_link(context, candidates)
        link, certainty = chosen
        actual = self.actuals[link.actual]
        verdict, gap, note = judge_link(self.contexts[link.target], actual)
        if verdict in ("missed", "not_comparable") and self._statements.admission_of(context):
            verdict, note = "admitted", messages.ADMITTED
        elif not link.is_macro and verdict == "missed" and link.evidence.apart > _FAR_APART:
            verdict, gap, note = "not_comparable", None, messages.FAR_APART
        elif says_deeds_done(context, actual):
            verdict, gap, note = "blanket", None, messages.BLANKET
        return Promise(context.metric, certainty, actual.metric, actual.piece, candidates, verdict, gap, note)

    def _without_link(self, context: MetricContext, candidates: tuple[Candidate, ...]) -> Promise:
        """Return what the report says without a figure of its own: that a target was missed, or all deeds were done."""
        metric = context.metric
        if piece := self._statements.admission_of(context):
            return Promise(metric, "likely", None, piece, candidates, "admitted", None, messages.ADMITTED)
        is_alike = bool(candidates) and candidates[0].score >= MENTIONED
        piece = self._statements.all_deeds_done
        if piece is not None and is_deed(context, self.plan.text):
            return Promise(metric, "likely", None, piece, candidates, "blanket", None, messages.BLANKET)
        verdict: Verdict = "undecided" if is_alike else "not_mentioned"
        return Promise(metric, "none", None, None, candidates, verdict, None, "")

    @cached_property
    def _statements(self) -> Statements:
        return Statements(self.results.text, self.pieces)


def _is_doubtful(link: Link) -> bool:
    """Tell whether a link is not sure, however alike its metrics are: one may be a total, or that of a part."""
    return bool(link.evidence.doubts) or (not link.is_macro and link.evidence.apart > _FAR_APART)


def _keys(context: MetricContext) -> Iterator[object]:
    """Yield what a target and an actual may share apart from words: the indicator, or the number."""
    if context.indicator:
        yield "indicator", context.indicator
    metric = context.side.metric
    if len(str(metric.value[0]).strip("0")) > 1 or metric.value[0] >= 1000:
        yield metric.value, context.side.base_unit
