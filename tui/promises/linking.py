"""Link each promise of a report to what the next one says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cached_property

from tui.messages import promises as messages
from tui.metrics.near_indicators import SAME_IN_USE
from tui.metrics.years import years_of
from tui.promises.alike_units import may_count_the_same
from tui.promises.bases import is_base
from tui.promises.candidates import CandidateSentences, subject_of, with_mention
from tui.promises.contexts import MetricContext, both_incomes, read_contexts
from tui.promises.deeds import DeedLists, says_deeds_done
from tui.promises.guards import is_qualified
from tui.promises.judging import judge_link
from tui.promises.leftovers import leftover_links
from tui.promises.model import Candidate, Certainty, Promise, Verdict
from tui.promises.scoring import LIKELY, Link, LinkFinder
from tui.promises.sentences import Pieces
from tui.promises.similarity import Weights
from tui.promises.statements import Statements
from tui.promises.targets import plan_year_of, promised
from tui.promises.told import told_sentences
from tui.promises.words import told_in_words
from tui.report.model import Metric, Report

#: Score from which a link is sure; how far the next best must be behind.
SURE, MARGIN = 4.6, 0.5
#: The same of a link that nothing speaks against: its names say the same, and amounts are near each other.
_SURE_PLAIN, _MARGIN_PLAIN = 4.1, 1.0
_MIN_NAME, _NEAR_AMOUNTS = 0.4, 0.25
#: Score from which a link is likely that is the only one near, and how far the next best must be behind.
_LIKELY_ALONE, _MARGIN_ALONE = 2.1, 1.5
#: The same of one with a doubt.
_LIKELY_DOUBTED, _MARGIN_DOUBTED = 2.6, 2.5
#: The same of one whose amounts are as good as the same: how far apart these are, and how much the names may differ.
_LIKELY_BY_AMOUNT, _MARGIN_BY_AMOUNT, _NEARLY_THE_SAME, _MAX_DIFFER = 1.5, 1.0, 0.15, 0.34
#: The same of one without a name whose numbers are the same: how telling these must be.
_LIKELY_SAME_VALUE, _MIN_TELLING = 2.2, 0.6
#: The same of a sure link of which one name only says more, and how near its amounts must be.
_SURE_QUALIFIED, _MIN_QUALIFIED_NAME, _MIN_QUALIFIED_TOLD, _SAME_AMOUNTS = 5.0, 0.45, 0.9, 0.06
#: How alike a sentence must be to a target for it not to be called unmentioned; what it gains by the share of its
#: subject that is said, by a figure of its kind next to words of it, and where its name does not say what it is.
MENTIONED = 0.24
_SAID, _STATED, _NAMELESS = 0.3, 0.05, 0.15
#: How rare the pairs of characters of its name must be together that stand next to a figure of its kind for the same.
_ABOUT = 4000
#: How alike it must be to tell more of a deed than a statement of all deeds.
TOLD = 0.4
#: How far apart two amounts of a sure link may be: one 2.4 times the other. An actual so far below its target is more
#: often that of a part.
_FAR_APART = 0.38


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
        self._told = told_sentences(results, self.pieces)
        self._is_told = frozenset(self._told)
        self.actuals = list(read_contexts(results, results.metrics, self.pieces, self._may_be_actual))
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
            is_sure = linked is not None and linked[1] == "sure"
            candidates = () if is_sure else candidates_of(context)
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
        found = leftover_links(left, self.contexts, self.actuals, candidates_of)
        return {self.contexts[link.target].metric.id: (link, "likely") for link in found}

    def _choose(self, links: list[Link]) -> dict[str, tuple[Link, Certainty]]:
        best: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            best[self.contexts[link.target].metric.id].append(link)
        taken: dict[str, str] = {}
        chosen: dict[str, tuple[Link, Certainty]] = {}
        for link in links:
            target, actual = self.contexts[link.target].metric, self.actuals[link.actual].metric
            if target.id in chosen or link.score < _LIKELY_BY_AMOUNT:
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
            if link.score < LIKELY and not _is_alone(link, margin) and not _is_by_amount(link, margin):
                continue
            is_sure = (
                _is_sure(link, margin)
                or self._is_qualified_only(link, margin)
                or self._is_same_in_use(link, margin)
            )
            chosen[target.id] = link, "sure" if is_sure else "likely"
            taken[actual.id] = target.id
        return chosen

    def _is_qualified_only(self, link: Link, margin: float) -> bool:
        """Tell whether nothing but a word more in one name speaks against a link of amounts that are nearly the same."""
        evidence = link.evidence
        return (
            not (link.is_near or evidence.other_years or evidence.other_measure or evidence.ongoing)
            and evidence.doubts == 1
            and link.score >= _SURE_QUALIFIED
            and margin >= _MARGIN_PLAIN
            and evidence.name >= _MIN_QUALIFIED_NAME
            and evidence.told >= _MIN_QUALIFIED_TOLD
            and evidence.apart <= _SAME_AMOUNTS
            and is_qualified(self.contexts[link.target], self.actuals[link.actual])
        )

    def _is_same_in_use(self, link: Link, margin: float) -> bool:
        """Tell whether two indicators are the same as reports use them, and nothing else speaks against a link.

        Of investment and income only the growth: the amounts differ by what is counted.
        """
        ids = frozenset((self.contexts[link.target].indicator, self.actuals[link.actual].indicator))
        is_growth = self.contexts[link.target].metric.measure == "growth" or "new_jobs" in ids
        is_alike = ids in SAME_IN_USE and is_growth and link.score >= _SURE_PLAIN and margin >= _MARGIN_PLAIN
        return is_alike and not link.evidence.doubts and _is_plain(link)

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
        is_sure = is_one and all(each.score >= SURE and not _is_doubtful(each) for each in found)
        return found[0], "sure" if is_sure else "likely"

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
        verdict: Verdict = "undecided" if is_mentioned else "not_mentioned"
        return Promise(metric, "none", None, None, candidates, verdict, None, "")

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
    def _sentences(self) -> CandidateSentences:
        return CandidateSentences(self.results.text, self._told or self.pieces.spans, self._finder.postings)

    @cached_property
    def _statements(self) -> Statements:
        return Statements(self.results.text, self._told)

    @cached_property
    def _deeds(self) -> DeedLists:
        return DeedLists(self.plan.text)


def _is_sure(link: Link, margin: float) -> bool:
    if _is_doubtful(link):
        return False
    if link.score >= SURE and margin >= MARGIN:
        return True
    evidence = link.evidence
    is_same = evidence.told == 1 and evidence.differ == 0 and evidence.name >= _MIN_NAME
    is_near = link.score >= _SURE_PLAIN and margin >= _MARGIN_PLAIN
    return is_near and is_same and not evidence.generic and _is_plain(link)


def _is_alone(link: Link, margin: float) -> bool:
    """Tell whether a link whose score is low is likely as the only one near, because its amounts are near each other."""
    if not _is_plain(link):
        return False
    if link.evidence.doubts:
        return link.score >= _LIKELY_DOUBTED and margin >= _MARGIN_DOUBTED and link.evidence.doubts == 1
    return link.score >= _LIKELY_ALONE and margin >= _MARGIN_ALONE and link.evidence.name > 0


def _is_by_amount(link: Link, margin: float) -> bool:
    """Tell whether a link is likely because its amounts are as good as the same, though its names say so only in part."""
    evidence = link.evidence
    if evidence.doubts > 1 or margin < _MARGIN_BY_AMOUNT or not _is_plain(link):
        return False
    if evidence.name == 0:
        return (
            bool(evidence.generic)
            and evidence.same_value >= _MIN_TELLING
            and link.score >= _LIKELY_SAME_VALUE
        )
    is_near = 0 < evidence.apart <= _NEARLY_THE_SAME and evidence.differ <= _MAX_DIFFER
    return is_near and link.score >= _LIKELY_BY_AMOUNT


def _is_plain(link: Link) -> bool:
    """Tell whether kinds are the same, and amounts near each other."""
    evidence = link.evidence
    differs = evidence.other_measure or evidence.other_years or evidence.ongoing
    return not differs and evidence.apart <= _NEAR_AMOUNTS


def _is_doubtful(link: Link) -> bool:
    """Tell whether a link is not sure, however alike its metrics are: one may be a total, or that of a part."""
    if link.evidence.doubts or link.evidence.other_years or link.is_near:
        return True
    return not link.is_macro and link.evidence.apart > _FAR_APART
