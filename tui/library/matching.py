"""Find the hits of a query in a single indexed paragraph, exactly as they are found in the whole text.

Where the paragraph cannot tell, the whole text decides: a pattern may match anything, a long term may reach far behind the
paragraph, and a form that overlaps itself is counted from the start of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from tui.library.grams import AROUND_CHARACTERS, MAX_TERM_CHARACTERS, pairs_query
from tui.library.literals import literals_of
from tui.library.paragraphs import Paragraph, View
from tui.search.fold import fold
from tui.search.matcher import Occurrence, is_whole
from tui.search.pinyin import letters_of
from tui.search.query import Form, Query, Term
from tui.search.results import Hit


class FarOff(Exception):
    """What stands far from a paragraph decides about its hits."""


class TermMatcher:
    """Finds a term in paragraphs.

    Args:
        term: A term for which :func:`is_local` is true.

    Attributes:
        forms: Its forms.
    """

    def __init__(self, term: Term) -> None:
        self.forms = term.forms
        self._is_apart = are_apart(term.forms)
        self._is_marked = any(form.with_marks for form in term.forms)
        #: The term, if counting its characters counts its hits.
        self._plain = term.forms[0].text if is_single(term) else ""

    def count(self, paragraph: Paragraph) -> int:
        """Return how many occurrences begin in a paragraph.

        Raises:
            FarOff: If the paragraph cannot tell.
        """
        if self._plain:
            return paragraph.folded.count(self._plain, paragraph.lead, paragraph.stop + len(self._plain) - 1)
        if self._is_marked:
            return len(self.occurrences(paragraph))
        if self._is_apart:
            span = paragraph.folded, paragraph.lead, paragraph.stop
            return sum(1 for form in self.forms for _ in _starts(form, *span))
        unplaced = View(paragraph.folded, paragraph.lead, paragraph.stop, 0, [])  # much sooner made
        return len(self._found([(form, unplaced) for form in self._possible(paragraph)]))

    def occurrences(self, paragraph: Paragraph) -> list[Occurrence]:
        """Return the occurrences that begin in a paragraph, as offsets into the report, in order.

        Raises:
            FarOff: If the paragraph cannot tell.
        """
        return self._found([(form, paragraph.view(form.with_marks)) for form in self._possible(paragraph)])

    def _possible(self, paragraph: Paragraph) -> list[Form]:
        return [form for form in self.forms if form.with_marks or form.text in paragraph.folded]

    def _found(self, views: list[tuple[Form, View]]) -> list[Occurrence]:
        if not self._is_apart and any(_crosses(form, view) for form, view in views):
            raise FarOff
        found = [one for form, view in views for one in _of_form(form, view)]
        return found if len(views) == 1 else _without_overlaps(found)


class ParagraphMatcher:
    """Matches a query in paragraphs.

    Args:
        query: A query that :func:`paragraph_matcher` accepts.
    """

    def __init__(self, query: Query) -> None:
        self.terms = [TermMatcher(term) for term in query.terms]
        self.excluded = [TermMatcher(term) for term in query.excluded]

    def hits(
        self, paragraph: Paragraph, known: Mapping[int, list[Occurrence]] = MappingProxyType({})
    ) -> list[Hit]:
        """Return the hits in a paragraph, in document order; none if it does not match.

        Args:
            paragraph: The paragraph.
            known: The occurrences of terms that are found otherwise, by index.

        Raises:
            FarOff: If the paragraph cannot tell.
        """
        found = []
        for index, term in enumerate(self.terms):
            occurrences = known[index] if index in known else term.occurrences(paragraph)
            if not occurrences:
                return []
            found += [Hit(start, end, index, why) for start, end, why in occurrences]
        if self.excluded and any(term.count(paragraph) for term in self.excluded):
            return []
        return sorted(found, key=lambda hit: (hit.start, -hit.end, hit.term))

    def count(self, paragraph: Paragraph) -> int:
        """Return how many hits a paragraph has.

        Raises:
            FarOff: If the paragraph cannot tell.
        """
        total = 0
        for term in self.terms:
            count = term.count(paragraph)
            if not count:
                return 0
            total += count
        return 0 if self.excluded and any(term.count(paragraph) for term in self.excluded) else total


def paragraph_matcher(query: Query) -> ParagraphMatcher | None:
    """Return a matcher for the paragraphs of a query; None if only whole texts can decide."""
    if query.places or query.has_pattern or not all(map(is_local, (*query.terms, *query.excluded))):
        return None
    return ParagraphMatcher(query)


def is_local(term: Term) -> bool:
    """Tell whether paragraphs can tell the occurrences of a term, but for few of them."""
    if term.pattern is not None or letters_of(term.text) is not None:
        return False
    # Whether a number is whole, which more characters tell, is not asked of a single plain text.
    most = AROUND_CHARACTERS if is_single(term) else MAX_TERM_CHARACTERS
    if any(len(form.text) > most for form in term.forms):
        return False
    marked = [form for form in term.forms if form.with_marks]
    if not marked:
        return True
    # Marks before a paragraph are not kept.
    return are_apart(term.forms) and not any(form.is_number or form.text[0].isdigit() for form in marked)


def is_plain(forms: tuple[Form, ...]) -> bool:
    """Tell whether all occurrences of the characters of forms are hits, each once."""
    return are_apart(forms) and not any(
        form.with_marks or form.is_number or form.text[0].isdigit() or form.text[-1].isdigit()
        for form in forms
    )


def counted_forms(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Return forms whose characters, counted one form after the other, are as many as the hits of all in a whole text; none if none are.

    Where one form holds another, as 地区生产总值 holds 生产总值, counting the inner one counts both.
    """
    texts = list(dict.fromkeys(form.text for form in forms))
    inner = {text for text in texts if not any(other in text for other in texts if other != text)}
    if any(sum(map(text.count, inner)) != 1 or _overlap(text, text) for text in texts):
        return ()
    if any(_overlap(one, other) or _overlap(other, one) for one, other in combinations(texts, 2)):
        return ()
    counted = tuple({form.text: form for form in forms if form.text in inner}.values())
    return counted if all(is_plain((form,)) for form in forms) else ()


def is_single(term: Term) -> bool:
    """Tell whether counting the characters of a term counts its hits."""
    return len(term.forms) == 1 and is_plain(term.forms)


def are_apart(forms: tuple[Form, ...]) -> bool:
    """Tell whether no two occurrences of forms can overlap."""
    if any(_overlap(form.text, form.text) for form in forms):
        return False
    texts = [fold(form.text, False).text for form in forms]  # one may have marks inside, and the other none
    return not any(
        one in other or other in one or _overlap(one, other) or _overlap(other, one)
        for one, other in combinations(texts, 2)
    )


def _overlap(one: str, other: str) -> bool:
    """Tell whether a form can end with the beginning of another one, or of itself."""
    return any(one.endswith(other[:size]) for size in range(1, min(len(one), len(other))))


def _crosses(form: Form, view: View) -> bool:
    """Tell whether a form begins before a paragraph and ends in it."""
    reach = len(form.text) - 1
    return view.text.find(form.text, max(0, view.lead - reach), view.lead + reach) >= 0


def _of_form(form: Form, view: View) -> Iterator[Occurrence]:
    for start in _starts(form, view.text, view.lead, view.stop):
        yield (*view.span(start, start + len(form.text)), form.why)


def _starts(form: Form, text: str, lead: int, stop: int) -> Iterator[int]:
    """Yield where a form begins in the part of a text from one offset to another."""
    size = len(form.text)
    last = stop + size - 1
    start = text.find(form.text, lead, last)
    while start >= 0:
        end = start + size
        if is_whole(text, start, end, form.is_number):
            yield start
            start = text.find(form.text, end, last)
        else:
            start = text.find(form.text, start + 1, last)


def _without_overlaps(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Return occurrences in order; of two that overlap, the first or the longer one."""
    kept = []
    reached = 0
    for one in sorted(occurrences, key=lambda one: (one[0], -one[1])):
        if one[0] >= reached:
            reached = one[1]
            kept.append(one)
    return kept


class IndexQuery(NamedTuple):
    """What paragraphs hold in which hits may begin.

    Attributes:
        match: The query of the index; empty if it cannot tell.
        letters: Folded texts one of which they hold, if there are few other signs; empty if that says nothing either.
    """

    match: str
    letters: tuple[str, ...] = ()


def index_query(terms: tuple[Term, ...]) -> IndexQuery:
    """Return what the paragraphs hold in which hits may begin."""
    narrow, broad = [], []
    for term in terms:
        if term.pattern is not None:
            literals = [fold(text, False).text for text in literals_of(term.pattern)]
            narrow += [query for text in literals if not (query := pairs_query(text)).endswith("*")]
        elif letters_of(term.text) is None:
            texts = tuple(fold(form.text, False).text for form in term.forms)
            queries = [pairs_query(text) for text in texts]
            query = "(" + " OR ".join(f"({query})" for query in queries) + ")" if all(queries) else ""
            if query and not any(one.endswith("*") for one in queries):
                narrow.append(query)
            elif all(texts):
                broad.append(IndexQuery(query, texts))
    if narrow:
        return IndexQuery(" AND ".join(narrow))
    return min(broad, key=lambda query: not query.match, default=IndexQuery(""))
