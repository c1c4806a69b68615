"""Find the hits of a query in a single indexed paragraph, exactly as they are found in the whole text.

Not every query can be answered so: a pattern may match anything, quotation marks are not in the index, a form that overlaps
itself is counted from the start of the text. :func:`paragraph_matcher` returns None for these, and the whole text decides.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from itertools import product

from tui.library.grams import MAX_TERM_CHARACTERS, pairs_query
from tui.search.fold import fold
from tui.search.matcher import Occurrence, is_whole
from tui.search.pinyin import letters_of
from tui.search.query import Form, Query, Term


class ParagraphMatcher:
    """Matches a query in paragraphs.

    Args:
        query: A query that :func:`paragraph_matcher` accepts.

    Attributes:
        candidates: The query of the index for paragraphs that may match.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self.candidates = index_query(query)

    def occurrences(self, folded: str, lead: int, length: int) -> list[list[Occurrence]] | None:
        """Return the occurrences of each term that begin in a paragraph, in folded offsets; None if it does not match.

        Args:
            folded: The paragraph with what stands around it.
            lead: How many characters stand before it.
            length: How many are its own.
        """
        if any(self._begins_in(term, folded, lead, length) for term in self._query.excluded):
            return None
        found = []
        for term in self._query.terms:
            occurrences = list(self._begins_in(term, folded, lead, length))
            if not occurrences:
                return None
            found.append(occurrences)
        return found

    def count(self, folded: str, lead: int, length: int) -> int:
        """Return how many hits a paragraph has."""
        found = self.occurrences(folded, lead, length)
        return sum(map(len, found)) if found is not None else 0

    @staticmethod
    def _begins_in(term: Term, folded: str, lead: int, length: int) -> list[Occurrence]:
        end = lead + length
        if len(term.forms) == 1:
            return [one for one in _of_form(term.forms[0], folded) if lead <= one[0] < end]
        merged = heapq.merge(
            *(_of_form(form, folded) for form in term.forms), key=lambda one: (one[0], -one[1])
        )
        kept: list[Occurrence] = []
        reached = 0
        for one in merged:
            if one[0] >= reached:
                reached = one[1]
                if lead <= one[0] < end:
                    kept.append(one)
        return kept


def paragraph_matcher(query: Query) -> ParagraphMatcher | None:
    """Return a matcher for the paragraphs of a query; None if only whole texts can decide."""
    terms = (*query.terms, *query.excluded)
    if query.places or query.has_pattern or not all(_is_local(term) for term in terms):
        return None
    return ParagraphMatcher(query)


def index_query(query: Query, pinyin: Callable[[str], str] | None = None) -> str:
    """Return the query of the index for the paragraphs in which hits may begin; empty if any paragraph may have some.

    Args:
        query: The query.
        pinyin: Returns the query for letters that may be pinyin; None where the query has none.
    """
    parts = []
    for term in query.terms:
        if term.forms:
            letters = letters_of(term.text)
            spelt = pinyin(letters) if letters is not None and pinyin is not None else ""
            parts.append(f"({_alternatives(term)}{f' OR {spelt}' if spelt else ''})")
    return " AND ".join(parts)


def _is_local(term: Term) -> bool:
    """Tell whether occurrences of a term can be told without the text far from them."""
    if letters_of(term.text) is not None:
        return False
    forms = [form.text for form in term.forms]
    if any(form.with_marks or len(form.text) > MAX_TERM_CHARACTERS for form in term.forms):
        return False
    return not any(_overlap(one, other) for one, other in product(forms, forms))


def _overlap(one: str, other: str) -> bool:
    """Tell whether a form can end with the beginning of another one, or of itself."""
    return any(one.endswith(other[:size]) for size in range(1, min(len(one), len(other))))


def _of_form(form: Form, folded: str) -> Iterator[Occurrence]:
    start = folded.find(form.text)
    while start >= 0:
        end = start + len(form.text)
        if is_whole(folded, start, end, form.is_number):
            yield start, end, form.why
            start = folded.find(form.text, end)
        else:
            start = folded.find(form.text, start + 1)


def _alternatives(term: Term) -> str:
    return " OR ".join(f"({pairs_query(fold(form.text, False).text or form.text)})" for form in term.forms)
