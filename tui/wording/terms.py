"""Find what a report says that another did not: terms newly in quotation marks, and terms that other places took up, too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.report.model import Report
from tui.wording.calendar_phrases import is_calendar_phrase
from tui.wording.model import NewTerm
from tui.wording.quoted_terms import quoted_terms
from tui.wording.unquoted_terms import Sources, frequent_terms, rising_terms

#: Other reports of each year that there must be for shares of them to tell.
MIN_OTHERS = 20
#: New terms that are shown at most, and dropped ones, which are less reliable.
MOST_NEW, MOST_GONE = 80, 20


class Others(NamedTuple):
    """The texts of other places' reports.

    Attributes:
        earlier: Those of the year of the earlier report.
        later: Those of the year of the later report.
    """

    earlier: Sequence[str]
    later: Sequence[str]

    @property
    def are_enough(self) -> bool:
        """Whether there are so many that shares of them tell."""
        return min(len(self.earlier), len(self.later)) >= MIN_OTHERS


def new_terms(
    earlier: Report, later: Report, others: Others | None = None, stop: Callable[[], object] = int
) -> tuple[NewTerm, ...]:
    """Return the terms that a report has and another has not, the most telling first.

    Args:
        earlier: The report that is compared with.
        later: The report that is read.
        others: Other places' reports of both years, if there are any.
        stop: Called often; may raise to stop.
    """
    return _terms(later.text, earlier.text, others, False, stop)[:MOST_NEW]


def gone_terms(
    earlier: Report, later: Report, others: Others | None = None, stop: Callable[[], object] = int
) -> tuple[NewTerm, ...]:
    """Return the terms that a report no longer has, the most telling first; see :func:`new_terms`."""
    reverse = Others(others.later, others.earlier) if others else None
    return _terms(earlier.text, later.text, reverse, True, stop)[:MOST_GONE]


def _terms(
    text: str, without: str, others: Others | None, is_gone: bool, stop: Callable[[], object]
) -> tuple[NewTerm, ...]:
    """Return the terms of a text that another lacks."""
    quoted = [term for term in quoted_terms(text) if term.text not in without]
    found = [_new(term.text, term.start, True, text, without, others, is_gone) for term in quoted]
    if others is not None and others.are_enough:
        rising = rising_terms(text, without, Sources(*others), stop)
    else:
        rising = frequent_terms(text, without)
    known = {term.text for term in quoted}
    unquoted = [
        _new(term.text, text.find(term.text), False, text, without, others, is_gone)
        for term in rising
        if not any(term.text in one or one in term.text for one in known)
    ]
    calendar = [term for term in (*found, *unquoted) if is_calendar_phrase(term.text)]
    rest = [term for term in (*unquoted, *found) if not is_calendar_phrase(term.text)]
    if calendar:
        first = calendar[0]
        rest.append(first._replace(members=tuple(term.text for term in calendar[1:])))
    return tuple(rest)


def _new(
    term: str, start: int, is_quoted: bool, text: str, without: str, others: Others | None, is_gone: bool
) -> NewTerm:
    before, after = without.count(term), text.count(term)
    elsewhere = None
    if others is not None:
        elsewhere = _having(term, others.earlier), _having(term, others.later)
    if is_gone:
        before, after = after, before
        elsewhere = elsewhere and (elsewhere[1], elsewhere[0])
    return NewTerm(term, start, start + len(term), is_quoted, before, after, elsewhere)


def _having(term: str, texts: Sequence[str]) -> int:
    return sum(term in text for text in texts)
