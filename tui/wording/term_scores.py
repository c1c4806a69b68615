"""Judge how telling a new term is: by how it spread elsewhere, how often and where the report has it, and by how it is worded.

Scores are logarithms of odds. The weights were fitted to the terms that readers named as new in seven pairs of reports of 2005 to 2025
(logistic regression), and rounded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from math import log, log2
from typing import NamedTuple

from tui.wording.affixes import (
    GENERIC,
    LEADING,
    MEASURE_ENDS,
    POLICY_ENDS,
    PROJECT_ENDS,
    STATISTICAL,
    TRAILING,
)
from tui.wording.elsewhere import SIZE, Elsewhere, grams_of, rise
from tui.wording.quoted_terms import QuotedTerm
from tui.wording.term_candidates import Candidate

#: Likelihood ratio from which on a rise elsewhere makes a term of what the report itself says only once, and the most that counts.
_MIN_RISE, _MOST_RISE = 2.5, 40.0
#: How many other reports must have a term that rose, at least.
_MIN_HAVING = 2
#: What was common some years before is no news, whatever became of it last year.
_MOST_PAST = 0.15
#: Share of other reports from which on a term that did not rise is commonplace.
_COMMON = 0.05
#: How strong the borders of a term are that only this report speaks for.
_OWN_BORDER = 1.5
#: How much the neighbours of a term vary that is no part of a longer one, in nats.
_MIN_VARIETY = 0.8
#: Occurrences by whose neighbours the borders of a term are judged.
_MOST_OCCURRENCES, _MIN_OCCURRENCES = 100, 4
_LIST_MARK = re.compile("[、，；,;]")
_JOINED = re.compile("[和与及]")


class Sources(NamedTuple):
    """What tells how a term spread elsewhere.

    Attributes:
        before: Other reports of the year of the text without the terms.
        after: Those of the year of the text with them.
        past: Those of some years before.
    """

    before: Elsewhere
    after: Elsewhere
    past: Elsewhere


class ScoredTerm(NamedTuple):
    """A term with how telling it is.

    Attributes:
        score: Higher is more telling.
        text: The term.
        start: Where it is first.
        is_quoted: Whether it is in quotation marks there.
    """

    score: float
    text: str
    start: int
    is_quoted: bool


class TermScores:
    """Judges the terms of a text.

    Args:
        text: The text.
        without: The text that has none of them.
        headings: The headings of the text, one a line.
        plan: Where it begins to tell what is planned.
        place: Short name of its place: 郑州; empty if unknown.
        sources: Other reports.
    """

    def __init__(
        self,
        text: str,
        without: str,
        headings: str,
        plan: int,
        place: str,
        sources: Sources,
    ) -> None:
        self._text = text
        self._without = without
        self._headings = headings
        self._plan = plan
        self._place = place
        self._sources = sources
        self._grams = Counter(grams_of(text))
        self._rise = lru_cache(1)(self._risen)

    def has_risen(self, term: str) -> bool:
        """Tell whether other reports have come to say a term."""
        return self._rise(term) >= _MIN_RISE

    def quoted(self, term: QuotedTerm) -> ScoredTerm:
        """Judge a term in quotation marks."""
        text = term.name
        before, after, past = self._sources
        score = -3.9 + 1.0 * self._rise(text) / 10 + self._own(text) + 0.7 * (text in self._headings)
        score += 0.9 * (not after.count(text) and not before.count(text)) - 0.5 * (past or before).share(text)
        score += (
            0.5 * (3 <= len(text) <= 6) - 0.4 * (len(text) > 8) - 0.8 * term.is_title - 0.9 * term.is_honour
        )
        return ScoredTerm(score, term.text, term.start, term.text == text)

    def unquoted(self, candidate: Candidate, has_own: bool = True) -> ScoredTerm | None:
        """Judge a term without quotation marks; None if nothing speaks for it.

        Args:
            candidate: The term.
            has_own: Whether the report alone may speak for it.
        """
        term = candidate.text
        has_risen = self.has_risen(term)
        if not has_risen and not (has_own and self._is_own(candidate)):
            return None
        border = self._border(candidate, has_risen)
        if border is None:
            return None
        before, _, past = self._sources
        score = -4.5 + 0.8 * self._rise(term) / 10 + self._own(term) - 1.0 * (past or before).share(term)
        score += border + self._affixes(term) + _worded(term) - 1.0 * _generic_share(candidate)
        if not has_risen:
            is_common = max(before.share(term), past.share(term)) > _COMMON
            score -= (
                1.0 * is_common
                + 0.5 * ("的" in term)
                + 0.5 * (not term.endswith((*POLICY_ENDS, *MEASURE_ENDS)))
            )
        return ScoredTerm(score, term, candidate.start, False)

    def _is_own(self, candidate: Candidate) -> bool:
        """Tell whether the report alone speaks for a term."""
        term = candidate.text
        return candidate.border >= _OWN_BORDER and (
            self._is_repeated(candidate) or term in self._headings or self._is_of_place(term)
        )

    def _is_repeated(self, candidate: Candidate) -> bool:
        term = candidate.text
        return (
            self._grams[term[:SIZE]] > 1
            and self._grams[term[-SIZE:]] > 1
            and self._text.find(term, candidate.start + 1) >= 0
        )

    def _risen(self, term: str) -> float:
        """Return how surely a term has risen elsewhere, since the year before or of late; 0 if it has not."""
        before, after, past = self._sources
        if after.most(term) < _MIN_HAVING or after.count(term) < _MIN_HAVING:
            return 0.0
        found = rise(term, before, after)
        if past and past.share(term) <= _MOST_PAST:
            found = max(found, 0.8 * rise(term, past, after))
        return min(max(0.0, found), _MOST_RISE)

    def _own(self, term: str) -> float:
        """Return what speaks for a term in its report."""
        often = min(log2(max(1, self._text.count(term))), 3)
        return (
            0.9 * often
            + 0.7 * (term in self._headings)
            + 0.6 * (self._text.find(term, self._plan) >= 0)
            + 1.0 * self._is_of_place(term)
        )

    def _is_of_place(self, term: str) -> bool:
        """Tell whether a term is what a place wants to be: 数字烟台, 美丽鄂州."""
        return bool(self._place) and term.endswith(self._place) and 2 <= len(term) - len(self._place) <= 3

    def _affixes(self, term: str) -> float:
        """Return what speaks against a term by how it begins: more if what follows is as new."""
        lead = next((word for word in LEADING if term.startswith(word)), "")
        if not lead:
            return 0.0
        rest = term[len(lead) :]
        if len(rest) < 3:
            return -1.6
        return -0.6 if rest in self._without else -1.6

    def _border(self, candidate: Candidate, has_risen: bool) -> float | None:
        """Return what speaks for the borders of a term; None if it hardly begins and ends there."""
        if has_risen or self._text.count(candidate.text) >= _MIN_OCCURRENCES:
            variety = self._variety(candidate.text)
            if variety is not None:
                return min(variety, 1.8) - 1.4 if variety >= _MIN_VARIETY else None
        return (
            max(-0.6, min(0.4, 0.3 * (candidate.border - 2.5))) if candidate.border >= _OWN_BORDER else None
        )

    def _variety(self, term: str) -> float | None:
        """Return how much what stands before and behind a term varies, in nats: of both, the less; None if it is rare."""
        before: Counter[str] = Counter()
        behind: Counter[str] = Counter()
        size, total = len(term), 0
        for text in (self._text, *self._sources.after.having(term)):
            at = text.find(term)
            while at >= 0:
                before[text[at - 1 : at]] += 1
                behind[text[at + size : at + size + 1]] += 1
                total += 1
                at = text.find(term, at + size)
            if total >= _MOST_OCCURRENCES:
                break
        return min(_entropy(before, total), _entropy(behind, total)) if total >= _MIN_OCCURRENCES else None


def _entropy(counts: Counter[str], total: int) -> float:
    """Return how much counted neighbours vary, in nats; each mark is a neighbour of its own, for it is a border."""
    return sum(
        count / total * (log(total / count) if character.isalpha() else log(total))
        for character, count in counts.items()
    )


def _generic_share(candidate: Candidate) -> float:
    """Return which share of a term is words that say little."""
    return sum(len(word) for word in candidate.words if word in GENERIC) / len(candidate.text)


def _worded(term: str) -> float:
    """Return what speaks for a term by how it is worded."""
    return sum(weight for is_so, weight in _WORDED if is_so(term))


#: How terms are worded, and what that says.
_WORDED: tuple[tuple[Callable[[str], bool], float], ...] = (
    (lambda term: term.endswith(POLICY_ENDS), 1.1),  # 枢纽经济
    (lambda term: term.endswith(MEASURE_ENDS), 0.7),  # 绿化工程
    (lambda term: term.endswith(TRAILING), -0.6),  # 规划建设
    (lambda term: any(word in term for word in STATISTICAL), -1.2),  # 年均增长
    (lambda term: term.endswith(PROJECT_ENDS), -0.5),  # 黄河大桥
    (lambda term: _JOINED.search(term) is not None, -0.3),  # 污染防治和生态
    (lambda term: len(term) == 3, -0.8),
    (lambda term: len(term) > 8, -0.4),
    (lambda term: len(term) > 11, -0.3),
)
