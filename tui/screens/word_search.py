"""Searching for what stands at the place: ``*`` and ``#``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tui.messages import screens as messages
from tui.report.grammar import NUMERAL
from tui.report.model import Report
from tui.report.sentences import sentence_at
from tui.screens.copying import Copying
from tui.screens.navigation import Navigation
from tui.screens.panes import Panes
from tui.screens.search import SearchController
from tui.search.query import query_for
from tui.wording.quoted_terms import quoted_terms

#: A clause, without the marks that end it; and the number of a heading.
_CLAUSE = re.compile(r"[^\s\uff0c\u3001\uff1b\uff1a\u3002\uff01\uff1f,;:!?]+")
_NUMBER = re.compile(rf"^[(\uff08]?{NUMERAL}{{1,3}}[)\uff09.\uff0e\u3001]")


class Here(NamedTuple):
    """A term, and where it stands: half-open offsets."""

    text: str
    start: int
    end: int


@dataclass(eq=False, repr=False)
class WordSearch:
    """Searches for the selection, or else for the term at the place, and goes to the hit before or after it."""

    _report: Report
    _panes: Panes
    _navigation: Navigation
    _search: SearchController
    _copying: Copying
    _say: Callable[[str], object]

    def step(self, direction: int) -> None:
        """Search, and go to the hit after (1) or before (-1) the place; say what was searched for."""
        here = self._here()
        if here is None:
            self._say(messages.NO_TERM_HERE)
            return
        search = self._search
        self._copying.clear_selection()
        search.start_and_stay(query_for(here.text))
        hits = search.results.hits
        if hits:
            behind = [index for index, hit in enumerate(hits) if hit.start >= here.end]
            before = [index for index, hit in enumerate(hits) if hit.start < here.start]
            index = (behind or [0])[0] if direction > 0 else (before or [len(hits) - 1])[-1]
            search.choose(index, hits[index])
        self._say(messages.searched_for(here.text, search.count))

    def _here(self) -> Here | None:
        text = self._report.text
        if (selected := self._panes.text_pane.selected) is not None:
            return Here(" ".join(text[slice(*selected)].split()), *selected)
        if self._panes.focused == "metrics" and (metric := self._panes.metrics_panel.metric) is not None:
            return Here(metric.indicator, metric.start, metric.end) if metric.indicator else None
        return term_at(self._report, self._navigation.offset)


def term_at(report: Report, offset: int) -> Here | None:
    """Return the term at an offset: what its sentence has in quotation marks, else the indicator it states, else the clause.

    Of several that are quoted or stated it is the first that goes on at the offset or behind it, or else the first one.
    """
    text = report.text
    start, end = sentence_at(text, offset)
    sentence = text[start:end]
    names = [term.name for term in quoted_terms(sentence)]
    terms = [
        Here(name, *found.span())
        for name in names
        for found in re.compile(re.escape(name)).finditer(text, start, end)
    ]
    terms = sorted(terms, key=lambda term: term.start) or [
        Here(metric.indicator, metric.start, metric.end)
        for metric in report.metrics
        if start <= metric.start < end and metric.indicator and metric.indicator in text
    ]
    if not terms:
        number = _NUMBER.match(sentence)
        begin = start + (number.end() if number is not None else 0)
        terms = [Here(match[0], *match.span()) for match in _CLAUSE.finditer(text, begin, end)]
    return next((term for term in terms if term.end > offset), terms[0] if terms else None)
