"""Find what was done last year beside what is promised for this year.

A pair needs the same thing, in the same kind of unit, done in the same way. *strict* pairs agree in all of it;
*loose* ones nearly do, and have a note about what differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from tui.metrics.candidates import Candidate, CandidateIndex
from tui.metrics.followers import follower_pairs
from tui.metrics.members import members_of
from tui.metrics.pair_judgement import Judgement
from tui.metrics.pair_rules import judge_follower, score_pair
from tui.metrics.sides import Side
from tui.metrics.tense import heading_points
from tui.metrics.vocabulary import Vocabulary
from tui.report.grammar import SENTENCE_ENDS
from tui.report.model import Comparison, Metric, Report, Status

_COMPARED_MEASURES = ("level", "growth", "share")
_SEVERAL_YEARS = re.compile(r"年均|五年|累计[^,，。]{0,6}$|年平均")
#: Growth since an earlier year, in the clause: ``分别比1987年增长13%和15%``.
_SINCE_A_YEAR = re.compile(r"(?:[比较]\d{4}年|平均每年|年平均|平均(?=增长|递增))[^,，;；。]*$")
_BEFORE_CHARACTERS, _CLAUSE_CHARACTERS = 12, 40
_SENTENCE_END, _SENTENCE_CHARACTERS = re.compile(rf"[{SENTENCE_ENDS}\n]"), 500
#: Pairs that are judged; the most in 830 reports are 3,031.
MAX_PAIRS = 30_000


def find_comparisons(report: Report) -> list[Comparison]:
    """Return the comparisons of a report, in the order of their targets."""
    return PairFinder(report).find()


class PairFinder:
    """Finds the comparisons of one report.

    Attributes:
        actuals: Last year's metrics, in document order.
        targets: This year's.
        vocabulary: How telling their names are.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._headlines = {node.id: node.heading or "" for node in report.walk() if node.level == "topic"}
        self.actuals = self._sides("achieved", report.front.review_year)
        self.targets = self._sides("target", report.front.plan_year)
        self.vocabulary = Vocabulary(report.text, (*self.actuals, *self.targets))

    def _sides(self, status: Status, year: int | None) -> list[Side]:
        return [
            Side(member, self._report.text, self._headlines.get(metric.node, ""))
            for metric in self._report.metrics
            if metric.status == status and self._is_of(metric, str(year or ""))
            for member in members_of(metric, self._report.text)
        ]

    def _is_of(self, metric: Metric, year: str) -> bool:
        """Tell whether a metric is one of a year, neither of a part of it nor of several."""
        if metric.measure not in _COMPARED_MEASURES or metric.period not in ("", year or metric.period):
            return False
        before = self._report.text[max(0, metric.start - _CLAUSE_CHARACTERS) : metric.start]
        return not (_SEVERAL_YEARS.search(before[-_BEFORE_CHARACTERS:]) or _SINCE_A_YEAR.search(before))

    def find(self) -> list[Comparison]:
        """Return the comparisons: the pair with the best score first takes its metrics, then the next.

        A document that neither plans a year nor has chapters that look back and ahead holds nothing to compare.
        """
        if not self._looks_back_and_ahead():
            return []
        scored: list[tuple[float, int, Candidate, Judgement]] = []
        for index, candidates in enumerate(self._candidates()):
            for pair in candidates:
                if self._in_one_sentence(pair):
                    continue
                judgement = score_pair(pair, self.vocabulary)
                if judgement.comparable is not None:
                    scored.append((judgement.score, -index, pair, judgement))
        taken: set[tuple[str, str]] = set()
        found: list[tuple[Candidate, Judgement]] = []
        ranked = sorted(scored, key=lambda row: row[:2], reverse=True)
        _take([(pair, judgement) for _, _, pair, judgement in ranked], found, taken)
        known = [pair for pair, _ in found]
        followers = follower_pairs(self._report.text, known, self.actuals, self.targets)
        _take([(pair, judge_follower(pair)) for pair in followers], found, taken)
        comparisons = [_comparison(pair, judgement) for pair, judgement in found]
        order = {side.metric.id: index for index, side in enumerate(self.targets)}
        return sorted(comparisons, key=lambda comparison: order[comparison.target])

    def _in_one_sentence(self, pair: Candidate) -> bool:
        one, other = pair.actual.metric.start, pair.target.metric.start
        if abs(one - other) >= _SENTENCE_CHARACTERS:
            return False
        first, last = min(one, other), max(one, other)
        return not _SENTENCE_END.search(self._report.text, first, last)

    def _looks_back_and_ahead(self) -> bool:
        front = self._report.front
        headings = [
            node.heading or "" for node in self._report.walk() if node.level in ("chapter", "section")
        ]
        points = [heading_points(heading, front) for heading in headings]
        return front.plan_year is not None or (
            any(each > 0 for each in points) and any(each < 0 for each in points)
        )

    def _candidates(self) -> Iterator[list[Candidate]]:
        """Yield the pairs to judge of each target: those that share characters.

        Where these are more than any report has, only the one actual of the very same name.
        """
        index = CandidateIndex(self.actuals)
        pairs = 0
        for target in self.targets:
            pairs += index.count(target)
            if pairs > MAX_PAIRS:
                yield from map(self._namesakes, self.targets)
                return
        yield from map(index.of, self.targets)

    def _namesakes(self, target: Side) -> list[Candidate]:
        actual = self._unique_actuals.get(target.core) if self.vocabulary.is_telling(target) else None
        return [Candidate(actual, target)] if actual is not None else []

    @cached_property
    def _unique_actuals(self) -> dict[str, Side]:
        """Actuals by their name, where no other has it."""
        return {actual.core: actual for actual in self.actuals if self.vocabulary.is_telling(actual)}


def _take(
    judged: Iterable[tuple[Candidate, Judgement]],
    found: list[tuple[Candidate, Judgement]],
    taken: set[tuple[str, str]],
) -> None:
    """Add the pairs whose metrics no pair before has taken."""
    for pair, judgement in judged:
        keys = {pair.actual.key, pair.target.key}
        if judgement.comparable is not None and not keys & taken:
            taken |= keys
            found.append((pair, judgement))


def _comparison(pair: Candidate, judgement: Judgement) -> Comparison:
    """Name a pair: by the name that says more; where scopes differ, by the one that says less."""
    names = [side.metric.indicator for side in (pair.target, pair.actual) if side.core]
    name = max(names, key=len) if judgement.comparable == "strict" else min(names, key=len)
    assert judgement.comparable is not None
    return Comparison(
        name, pair.actual.metric.id, pair.target.metric.id, judgement.comparable, judgement.note
    )
