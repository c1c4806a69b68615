"""Link each promise of a report to what the next one says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property, partial

from tui.links.alike_units import may_count_the_same
from tui.links.bases import is_base
from tui.links.certainty import FAR_APART, LIKELY_BY_AMOUNT, SURE, is_doubtful, is_likely, is_sure
from tui.links.contexts import MetricContext, both_incomes, read_contexts
from tui.links.parts_of_year import without_parts
from tui.links.pieces import Pieces
from tui.links.scoring import LIKELY, Link, LinkFinder
from tui.links.similarity import Weights
from tui.links.targets import of_parts
from tui.messages import promises as messages
from tui.metrics.years import years_of
from tui.promises.candidates import CandidateSentences, subject_of, with_admission, with_mention
from tui.promises.deeds import DeedLists, says_deeds_done
from tui.promises.judging import judge_link
from tui.promises.leftovers import following_links, leftover_links
from tui.promises.model import JUDGED, Candidate, Certainty, Promise, Verdict
from tui.promises.statements import Statements
from tui.promises.targets import plan_year_of, promised
from tui.promises.told import told_sentences
from tui.promises.words import told_in_words
from tui.report.model import Metric, Report

#: How alike a sentence must be to a target for it not to be called unmentioned; what it gains by the share of its
#: subject that is said, by a figure of its kind next to words of it, and where its name does not say what it is.
MENTIONED = 0.24
_SAID, _STATED, _NAMELESS = 0.3, 0.05, 0.15
#: How rare the pairs of characters of its name must be together that stand next to a figure of its kind for the same.
_ABOUT = 4000
_SEMICOLONS = "；", ";"
#: How many times a target of the whole place is one of a part, at least.
_LESSER = Decimal("1.2")
#: How many times a target an amount is at most that is said to exceed it.
_MOST_TIMES = 20
#: How alike it must be to tell more of a deed than a statement of all deeds.
TOLD = 0.4


def link_promises(plan: Report, results: Report) -> tuple[Promise, ...]:
    """Return the promises of a report with what the next one says of each, in the order of the targets."""
    return Linker(plan, results).promises()


def _is_amount_of_money(context: MetricContext) -> bool:
    return context.side.metric.measure == "level" and context.side.is_money


def _lesser_amounts(targets: list[MetricContext]) -> frozenset[str]:
    """Return targets in money, by id, of indicators that have a much higher one: they are of a part of the place."""
    known = [each for each in targets if each.indicator and _is_amount_of_money(each)]
    return frozenset(
        one.metric.id
        for one in known
        for other in known
        if (one.indicator, one.side.base_unit) == (other.indicator, other.side.base_unit)
        and _LESSER * one.side.amounts[1] < other.side.amounts[1]
    )


def _is_too_far(link: Link, target: MetricContext, actual: MetricContext, verdict: Verdict) -> bool:
    """Tell whether two amounts are too far apart to be of the same: below, or many times above."""
    if link.evidence.apart <= FAR_APART:
        return False
    if link.is_macro:
        return verdict in JUDGED and _is_amount_of_money(target)
    is_far_above = actual.side.amounts[1] > _MOST_TIMES * target.side.amounts[1] > 0
    return verdict == "missed" or (verdict == "exceeded" and is_far_above)


def _before(contexts: list[MetricContext], index: int) -> MetricContext | None:
    """Return the figure right before one in its sentence, or in that up to a semicolon; None if there is none."""
    if not index:
        return None
    before, piece = contexts[index - 1], contexts[index].piece
    is_next = before.sentence.endswith(_SEMICOLONS) and before.piece[1] == piece[0]
    return before if is_next or before.piece == piece else None


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
        self._told = told_sentences(results, self.pieces)
        self._is_told = frozenset(self._told)
        ids = {metric.id for metric in without_parts(filter(self._may_be_actual, results.metrics))}
        self.actuals = list(
            read_contexts(results, results.metrics, self.pieces, lambda metric: metric.id in ids)
        )
        self.contexts = self._with_both_incomes()
        self._weights = Weights(plan.text, results.text)
        self._finder = LinkFinder(self.contexts, self.actuals, self._weights)

    def _with_both_incomes(self) -> list[MetricContext]:
        """Return the targets; 城乡居民收入 as two, of which the results may state one each, unless they state it as one."""
        stated = {actual.indicator for actual in self.actuals if actual.metric.measure == "growth"}
        if "resident_income" in stated or any(map(both_incomes, self.actuals)):
            return self.contexts
        return [each for context in self.contexts for each in both_incomes(context) or (context,)]

    def _may_be_actual(self, metric: Metric) -> bool:
        if metric.status not in ("achieved", "ongoing"):
            return False
        if is_base(metric, self.results.text) or (
            self._told and self.pieces.at(metric.start) not in self._is_told
        ):
            return False
        years = years_of(metric.period)
        return years is None or self.year is None or years[1] == self.year

    def links(self) -> list[Link]:
        """Return all links that are possible, the best first."""
        return self._finder.find()

    def promises(self) -> tuple[Promise, ...]:
        """Return all promises."""
        links = self.links()
        chosen = self._choose(links)
        scores: dict[str, dict[tuple[int, int], float]] = defaultdict(dict)
        for link in links:
            scores[self.contexts[link.target].metric.id].setdefault(
                self.actuals[link.actual].piece, link.score
            )
        joint = self._joint_links(links)

        def candidates_of(context: MetricContext) -> tuple[Candidate, ...]:
            return self._sentences.of(context, scores[context.metric.id])

        chosen |= self._leftovers(links, chosen, candidates_of)
        promises = []
        for index in self._first_of_targets():
            context = self.contexts[index]
            linked = joint.get(context.metric.id, chosen.get(context.metric.id))
            candidates = () if linked is not None and linked[1] == "sure" else candidates_of(context)
            promise = self._promise(context, candidates, linked)
            if promise.sentence is None and context.metric.id in joint and candidates:
                promise = promise._replace(verdict="undecided")
            promises.append(promise)
        return tuple(promises)

    def _leftovers(
        self,
        links: list[Link],
        chosen: dict[str, tuple[Link, Certainty]],
        candidates_of: Callable[[MetricContext], tuple[Candidate, ...]],
    ) -> dict[str, tuple[Link, Certainty]]:
        """Return the links that are likely among what is not linked yet."""
        taken = {self.actuals[link.actual].metric.id for link, _ in chosen.values()}
        left = [
            link
            for link in links
            if self.contexts[link.target].metric.id not in chosen
            and self.actuals[link.actual].metric.id not in taken
        ]
        found = [
            *following_links(left, self.contexts, self.actuals, partial(self._follows, chosen)),
            *leftover_links(left, self.contexts, self.actuals, candidates_of),
        ]
        return {self.contexts[link.target].metric.id: (link, "likely") for link in found}

    def _follows(self, chosen: dict[str, tuple[Link, Certainty]], link: Link) -> bool:
        """Tell whether the figures right before those of a link are linked with each other."""
        target, actual = _before(self.contexts, link.target), _before(self.actuals, link.actual)
        if target is None or actual is None or target.metric.id not in chosen:
            return False
        before, _ = chosen[target.metric.id]
        return self.actuals[before.actual].metric.id == actual.metric.id

    def _choose(self, links: list[Link]) -> dict[str, tuple[Link, Certainty]]:
        best: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            best[self.contexts[link.target].metric.id].append(link)
        taken: dict[str, str] = {}
        chosen: dict[str, tuple[Link, Certainty]] = {}
        for link in links:
            target, actual = self.contexts[link.target].metric, self.actuals[link.actual].metric
            if target.id in chosen or link.score < LIKELY_BY_AMOUNT:
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
            if not is_likely(link, margin):
                continue
            certain = is_sure(link, margin, self.contexts[link.target], self.actuals[link.actual])
            chosen[target.id] = link, "sure" if certain else "likely"
            taken[actual.id] = target.id
        return chosen

    def _joint_links(self, links: list[Link]) -> dict[str, tuple[Link, Certainty] | None]:
        """Return the links of targets that are said of several indicators at once, of which all came to the same.

        The others have None: what became of one of the indicators is not what became of the other.
        """
        named = Counter(context.metric.id for context in self.contexts)
        best: dict[str, dict[int, Link]] = {id_: {} for id_, count in named.items() if count > 1}
        for link in links:
            of_target = best.get(self.contexts[link.target].metric.id)
            if of_target is not None and link.score >= LIKELY:
                of_target.setdefault(link.target, link)
        return {id_: self._joint_link(list(found.values()), named[id_]) for id_, found in best.items()}

    def _joint_link(self, found: list[Link], count: int) -> tuple[Link, Certainty] | None:
        verdicts = {
            judge_link(self.contexts[each.target], self.actuals[each.actual]).verdict for each in found
        }
        if len(found) < count or len(verdicts) > 1:
            return None
        is_one = len({self.actuals[each.actual].metric.id for each in found}) == 1
        certain = is_one and all(each.score >= SURE and not is_doubtful(each) for each in found)
        return found[0], "sure" if certain else "likely"

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
        admits = verdict in ("missed", "not_comparable") and self._statements.admission_of(context)
        if admits:
            verdict, note = "admitted", messages.ADMITTED
            candidates = with_admission(candidates, admits) if admits != actual.piece else candidates
        elif _is_too_far(link, context, actual, verdict):
            verdict, gap, note = "not_comparable", None, messages.FAR_APART
        elif link.is_macro and verdict in JUDGED and context.metric.id in self._of_parts:
            verdict, gap, note = "not_comparable", None, messages.MAY_BE_OF_A_PART
        elif says_deeds_done(context, actual):
            verdict, gap, note = "blanket", None, messages.BLANKET
        return Promise(context.metric, certainty, actual.metric, actual.piece, candidates, verdict, gap, note)

    def _without_link(self, context: MetricContext, candidates: tuple[Candidate, ...]) -> Promise:
        """Return what the report says without a figure of its own: that a target was missed, or all deeds were done."""
        metric = context.metric
        if piece := self._statements.admission_of(context):
            return Promise(metric, "likely", None, piece, candidates, "admitted", None, messages.ADMITTED)
        doubt = candidates[0].score if candidates else 0.0
        if (found := self._sentences.mention_of(context, self._weights.sum)) is not None:
            mention, share = found
            candidates = with_mention(candidates, mention)
            doubt += _SAID * share
        if (figure := self._figure_about(context)) is not None:
            doubt += _STATED if figure.metric.value != context.metric.value else MENTIONED
            candidates = (
                candidates if found else with_mention(candidates, Candidate(*figure.piece, MENTIONED))
            )
        doubt += _NAMELESS * context.is_generic
        is_mentioned = doubt >= MENTIONED or self._sentences.says_widely(context)
        piece = self._statements.all_deeds_done
        is_told = any(each.score >= TOLD and (each.start, each.end) != piece for each in candidates)
        if piece is not None and not is_told and self._deeds.hold(context):
            return Promise(metric, "likely", None, piece, candidates, "blanket", None, messages.BLANKET)
        words = self._statements.success_of(context) or told_in_words(
            context, candidates, self.results.text, self.actuals, self._weights.sum
        )
        if words is not None:
            return Promise(metric, "likely", None, words, candidates, "met_in_words", None, "")
        if is_mentioned:
            return Promise(metric, "none", None, None, candidates, "undecided", None, "")
        if (piece := self._statements.all_targets_reached) is not None:
            candidates = with_mention(candidates, Candidate(*piece, 0.0))
        note = messages.ALL_TARGETS if piece else ""
        return Promise(metric, "none", None, None, candidates, "not_mentioned", None, note)

    def _figure_about(self, context: MetricContext) -> MetricContext | None:
        """Return a figure of a target's kind next to words of its name; None if there is none."""
        words = subject_of(context.name)
        for actual in map(self.actuals.__getitem__, self._finder.sharing(words)):
            said = words & actual.own
            if (
                actual.metric.measure == context.metric.measure
                and may_count_the_same(context.side.base_unit, actual.side.base_unit)
                and (actual.metric.value == context.metric.value or self._weights.sum(said) >= _ABOUT)
            ):
                return actual
        return None

    @cached_property
    def _of_parts(self) -> frozenset[str]:
        return of_parts(self.contexts) | _lesser_amounts(self.contexts)

    @cached_property
    def _sentences(self) -> CandidateSentences:
        return CandidateSentences(self.results.text, self._told or self.pieces.spans, self._finder.postings)

    @cached_property
    def _statements(self) -> Statements:
        return Statements(self.results.text, self._told)

    @cached_property
    def _deeds(self) -> DeedLists:
        return DeedLists(self.plan)
