"""Find what a report says that another did not: terms newly in quotation marks, and terms that other places took up, too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tui.metrics.tense import heading_points
from tui.report.model import Report
from tui.report.numerals import half_width
from tui.wording.calendar_phrases import is_calendar_phrase
from tui.wording.elsewhere import Elsewhere
from tui.wording.model import NewTerm
from tui.wording.quoted_terms import is_bare_shorthand, quoted_terms
from tui.wording.term_candidates import candidates
from tui.wording.term_choice import chosen
from tui.wording.term_lists import lists_joined
from tui.wording.term_scores import ScoredTerm, Sources, TermScores
from tui.wording.word_gaps import WordGaps

#: Other reports of each year that there must be for shares of them to tell.
MIN_OTHERS = 12
#: Shares of the work: other reports are read, new terms looked for from here on, and those that are gone, and how much each takes.
_READ, _NEW_FROM, _GONE_FROM, _OF_A_REPORT = 0.3, 0.4, 0.7, 0.3
#: New terms that are shown at most, and dropped ones, which are less reliable.
MOST_NEW, MOST_GONE = 60, 15
#: Marks that the name of one thing is written with or without.
_MARKS = re.compile("[ \u3000、,，·・‧•“”\"‘’'《》〈〉—–－-]+")
#: What short names of places leave out.
_KINDS = ("自治区", "自治州", "自治县", "省", "市", "县", "区")


class Others(NamedTuple):
    """The texts of other places' reports.

    Attributes:
        earlier: Those of the year of the earlier report.
        later: Those of the year of the later report.
        past: Those of some years before, which tell what is new of late.
    """

    earlier: Sequence[str]
    later: Sequence[str]
    past: Sequence[str] = ()

    @property
    def are_enough(self) -> bool:
        """Whether there are so many that shares of them tell."""
        return min(len(self.earlier), len(self.later)) >= MIN_OTHERS


def new_terms(
    earlier: Report, later: Report, others: Others | None = None, stop: Callable[[], object] = int
) -> tuple[NewTerm, ...]:
    """Return the terms that a report has and another has not, the most telling first; see :func:`term_changes`."""
    return _Comparison(earlier, later, others, stop).new()


def gone_terms(
    earlier: Report, later: Report, others: Others | None = None, stop: Callable[[], object] = int
) -> tuple[NewTerm, ...]:
    """Return the terms that a report no longer has, the most telling first; see :func:`term_changes`."""
    return _Comparison(earlier, later, others, stop).gone()


def term_changes(
    earlier: Report,
    later: Report,
    others: Others | None = None,
    stop: Callable[[], object] = int,
    tell: Callable[[float], object] = float,
) -> tuple[tuple[NewTerm, ...], tuple[NewTerm, ...]]:
    """Return the terms that are new in a report, and those that are gone, the most telling first.

    Terms are what stands in quotation marks, what more of the other reports have than before, and what the report itself has often or
    in headings. Phrases that turn with the calendar are one line at the end.

    Args:
        earlier: The report that is compared with.
        later: The report that is read.
        others: Other places' reports of both years, if there are any.
        stop: Called often; may raise to stop.
        tell: Called with the share of the work that is done.
    """
    comparison = _Comparison(earlier, later, others, stop, tell)
    return comparison.new(), comparison.gone()


class _Comparison:
    """What both directions of a comparison share."""

    def __init__(
        self,
        earlier: Report,
        later: Report,
        others: Others | None,
        stop: Callable[[], object],
        tell: Callable[[float], object] = float,
    ) -> None:
        self._earlier, self._later = earlier, later
        self._others = others
        self._stop = stop
        self._tell = tell
        texts = (later.text, earlier.text)
        used = others if others is not None and others.are_enough else Others((), ())
        self._used = used
        step = self._steps(sum(map(len, used)))
        self._before, self._after, self._past = (
            Elsewhere(texts, some, step) for some in (used.earlier, used.later, used.past)
        )
        self._gaps = WordGaps([*texts, *_in_turn(used.later, used.earlier)])

    def _steps(self, count: int) -> Callable[[], None]:
        """Return what is called for each of the other reports."""
        done = 0

        def step() -> None:
            nonlocal done
            self._stop()
            done += 1
            self._tell(_READ * done / count)

        return step

    def new(self) -> tuple[NewTerm, ...]:
        """Return the terms that are new."""
        sources = Sources(self._before, self._after, self._past)
        found = self._chosen(self._later, self._earlier.text, sources, MOST_NEW, True)
        return tuple(self._new(one) for one in found)

    def gone(self) -> tuple[NewTerm, ...]:
        """Return the terms that are gone."""
        sources = Sources(self._after, self._before, Elsewhere((), ()))
        found = self._chosen(self._earlier, self._later.text, sources, MOST_GONE, False)
        return tuple(self._new(one) for one in found)

    def _chosen(
        self, report: Report, without: str, sources: Sources, most: int, has_own: bool
    ) -> list[tuple[ScoredTerm, tuple[str, ...]]]:
        text = report.text
        scores = TermScores(
            text,
            without,
            _headings(report),
            _plan_start(report),
            _short(report.place),
            sources,
        )
        plain = unmarked(without)
        all_quoted = quoted_terms(text)
        quoted = [term for term in all_quoted if unmarked(term.name) not in plain]
        known = {term.name for term in quoted}
        there = [term.name for term in all_quoted if term.name not in without and term not in quoted]
        scored = [
            scores.quoted(term)
            for term in quoted
            if not (term.is_title and is_calendar_phrase(term.name))
            and (
                is_calendar_phrase(term.name)
                or scores.has_risen(term.name)
                or not is_bare_shorthand(term.name, text)
            )
        ]
        for number, candidate in enumerate(candidates(text, without, self._gaps)):
            if number % 256 == 0:
                self._stop()
                self._tell(
                    (_NEW_FROM if has_own else _GONE_FROM) + _OF_A_REPORT * candidate.start / len(text)
                )
            if candidate.text not in known and not any(candidate.text in name for name in there):
                judged = scores.unquoted(candidate, has_own)
                if judged is not None:
                    scored.append(judged)
        calendar = sorted((one for one in scored if is_calendar_phrase(one.text)), reverse=True)
        found = chosen((one for one in scored if not is_calendar_phrase(one.text)), text, most)
        found = lists_joined(found, text, sources.after)
        lines: list[tuple[ScoredTerm, tuple[str, ...]]] = [(one, ()) for one in found]
        told = chosen(calendar, text, most)
        return [*lines, (told[0], tuple(one.text for one in told[1:]))] if told else lines

    def _new(self, found: tuple[ScoredTerm, tuple[str, ...]]) -> NewTerm:
        term, members = found
        text = term.text
        elsewhere = None
        if self._used.later:
            elsewhere = self._before.count(text), self._after.count(text)
        elif self._others is not None:
            elsewhere = _having(text, self._others.earlier), _having(text, self._others.later)
        return NewTerm(
            text,
            term.start,
            term.start + len(text),
            term.is_quoted,
            self._earlier.text.count(text),
            self._later.text.count(text),
            elsewhere,
            members,
        )


def _in_turn(first: Sequence[str], second: Sequence[str]) -> Iterable[str]:
    """Yield the texts of both in turn."""
    for at in range(max(len(first), len(second))):
        yield from (*first[at : at + 1], *second[at : at + 1])


def unmarked(text: str) -> str:
    """Return a text without marks inside sentences: “双随机、一公开” and “双随机一公开” are one term."""
    return _MARKS.sub("", half_width(text))


def _having(term: str, texts: Sequence[str]) -> int:
    return sum(term in text for text in texts)


def _headings(report: Report) -> str:
    return "\n".join(node.heading for node in report.walk() if node.heading)


def _plan_start(report: Report) -> int:
    """Return where a report begins to tell what is planned; its end if its headings do not say."""
    planned = (node.start for node in report.outline if heading_points(node.heading or "", report.front) < 0)
    return next(planned, len(report.text))


def _short(place: str) -> str:
    """Return the short name of a place: 郑州 for 郑州市."""
    for kind in _KINDS:
        if place.endswith(kind) and len(place) - len(kind) >= 2:
            return place.removesuffix(kind)
    return place
