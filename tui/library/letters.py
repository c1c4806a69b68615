"""Search for letters: as they are written, else as pinyin, else by readings of other words, whichever a report has first.

Only paragraphs that may hold them are read. What a report has is told from all of these, whatever else is searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from heapq import merge
from typing import NamedTuple, TypeVar

from tui.library.candidates import FEW_REPORTS, Candidates
from tui.library.counting import count_forms, countable
from tui.library.grams import MAX_TERM_CHARACTERS
from tui.library.matching import FarOff, IndexQuery, ParagraphMatcher, index_query, is_local
from tui.library.paragraphs import Paragraph
from tui.library.sounding import Span
from tui.library.spans import LookedUp, Numbers, Spelt, SpeltFinder
from tui.library.spellings import most_characters, signs_of
from tui.library.spelt_counts import count_in_pairs, count_initials
from tui.library.spelt_pairs import SpeltPairs, are_in_pairs
from tui.messages import search as messages
from tui.search.matcher import Occurrence
from tui.search.pinyin import letters_of
from tui.search.query import Query, Term
from tui.search.results import Hit

#: One of so many reports is looked through by itself: then the index is asked for all paragraphs that may have the letters. It takes as
#: long as looking through some of these, and the first hits are often in them. What 16 of 3,000 reports have is found in 45 ms, not 118.
_LOOKED_THROUGH = 8

_T = TypeVar("_T")


class _Spelt(NamedTuple):
    """Where letters are spelt in a report, and which of its paragraphs may have hits.

    Attributes:
        found: Where.
        beside: Ids of paragraphs that may hold all other terms; None if any may.
        barred: Ids of paragraphs that may hold what is excluded; None if any may.
    """

    found: Spelt
    beside: Collection[int] | None
    barred: Collection[int] | None


class LettersSearch:
    """A search for a query with a term that may be pinyin.

    Args:
        query: A query for which :func:`has_letters` is true.
        candidates: The paragraphs of the reports that are searched, of any tense.
        tense: ``plan`` or ``review`` for hits there only.
        in_whole_text: Returns the hits in a report, by paragraph.
    """

    def __init__(
        self,
        query: Query,
        candidates: Candidates,
        tense: str | None,
        in_whole_text: Callable[[int], list[list[Hit]]],
    ) -> None:
        self._candidates = candidates
        self._tense = tense
        self._in_whole_text = in_whole_text
        self._matcher = ParagraphMatcher(query)
        self._index = next(index for index, term in enumerate(query.terms) if letters_of(term.text))
        term = query.terms[self._index]
        self._letters = letters_of(term.text) or ""
        self._as_written = Term("", term.forms)
        self._is_local = is_local(self._as_written)
        self._others = tuple(other for other in query.terms if other is not term)
        self._excluded = query.excluded

    def hits(
        self, stop: Callable[[], object], reports: Iterable[int] | None = None
    ) -> Iterator[tuple[int, list[list[Hit]]]]:
        """Yield reports and their hits by paragraph.

        Args:
            stop: Called for each report; may raise to stop.
            reports: Those to be searched, in order; None for all in the order they were added.
        """
        wanted = None if reports is None else list(reports)
        parts: list[list[int] | None]
        # The index is soon read for a few reports, so that the first hits do not wait until it is read for all.
        parts = [None] if wanted is None else [wanted[:FEW_REPORTS], wanted[FEW_REPORTS:]]
        for part in parts:
            for report, found in self._found(self._written, stop, part):
                hits = self._spelt(report, found) if isinstance(found, _Spelt) else found
                if hits:
                    yield report, hits

    def counts(self, stop: Callable[[], object]) -> dict[int, int]:
        """Return the number of hits in each report that has some.

        Args:
            stop: Called for each report; may raise to stop.
        """
        candidates = self._candidates
        forms = countable(self._as_written, self._tense) if self._is_local else ()
        written: dict[int, int] = {}
        is_alone = not self._others and not self._excluded and self._tense is None
        if forms and is_alone:
            written = count_forms(forms, candidates, stop)
        is_counted = bool(forms) or not self._may_be_written
        spelt_in = (
            [report for report in candidates.all_reports() if report not in written] if written else None
        )
        if is_counted and is_alone and candidates.is_tallied:
            if signs_of(self._letters).are_initials:
                return written | count_initials(self._letters, candidates, spelt_in, stop)
            if self._are_in_pairs:
                return written | count_in_pairs(self._letters, candidates, spelt_in, stop)
        counts = {
            report: self._count(report, found) if isinstance(found, _Spelt) else found
            for report, found in self._found(None if written else self._count_written, stop, spelt_in)
        }
        return written | {report: count for report, count in counts.items() if count}

    @property
    def _are_in_pairs(self) -> bool:
        """Whether the index tells all paragraphs in which the letters may be spelt."""
        return self._candidates.is_learnt and are_in_pairs(self._letters)

    @property
    def _may_be_written(self) -> bool:
        """Whether some paragraph may have the letters as written."""
        return any(True for _ in self._candidates.rows("p.id", index_query((self._as_written,))))

    def _count(self, report: int, spelt: _Spelt) -> int:
        is_known = not self._others and spelt.barred is not None
        if is_known and not spelt.barred and self._tense is None:
            return len(spelt.found.spans)
        spans = self._possible(spelt)
        doubtful = {
            number: some for number, some in spans.items() if not is_known or number in (spelt.barred or ())
        }
        sure = sum(len(some) for number, some in spans.items() if number not in doubtful)
        try:
            return sure + self._counted(doubtful)
        except FarOff:
            return sum(map(len, self._in_whole_text(report)))

    def _counted(self, spans: dict[int, list[Span]]) -> int:
        """Return the number of hits in paragraphs where the letters are spelt, given by their ids.

        Raises:
            FarOff: If a paragraph cannot tell.
        """
        others = [term for index, term in enumerate(self._matcher.terms) if index != self._index]
        total = 0
        for paragraph in self._candidates.numbered(spans) if spans else ():
            counts = [term.count(paragraph) for term in others]
            if all(counts) and not any(term.count(paragraph) for term in self._matcher.excluded):
                total += len(spans[paragraph.number]) + sum(counts)
        return total

    def _possible(self, spelt: _Spelt) -> dict[int, list[Span]]:
        """Return the spans in paragraphs that may have hits, by their ids."""
        spans = spelt.found.by_paragraph()
        if spelt.beside is not None:
            possible = set(spelt.beside)
            spans = {number: some for number, some in spans.items() if number in possible}
        if self._tense is not None and spans:
            of_tense = set(self._candidates.of_tense(spans, self._tense))
            spans = {number: some for number, some in spans.items() if number in of_tense}
        return spans

    def _found(
        self,
        written_in: Callable[[int, list[int]], _T | None] | None,
        stop: Callable[[], object],
        reports: list[int] | None,
    ) -> Iterator[tuple[int, _T | _Spelt]]:
        """Yield reports, and what a function tells of the paragraphs that may hold the letters as written, or where they are spelt.

        Without a function, none has them as written.
        """
        if reports == []:
            return
        candidates = self._candidates
        finder = SpeltFinder(self._letters, candidates.folded)
        words = candidates.words_of(finder.signs.pairs)
        # A rebuild leaves reports in another order than their paragraphs.
        is_in_order = reports is None and candidates.are_all
        are_few = reports is not None and len(reports) <= FEW_REPORTS
        as_written = [index_query((self._as_written,))] if written_in else []
        written = self._numbers(as_written, is_in_order, are_few)
        spelt: Numbers | LookedUp
        if are_few:
            spelt = LookedUp(partial(candidates.with_one_of, words))
        elif is_in_order:
            spelt = Numbers(candidates.with_words(words), is_in_order)
        else:
            spelt = Numbers(iter(candidates.with_one_of(words)), is_in_order)
        others = [index_query(self._others)] if self._others else []
        beside = self._numbers(others, is_in_order, are_few) if others and _are_known(others) else None
        excluded = [index_query((term,)) for term in self._excluded]
        barred = self._numbers(excluded, is_in_order, are_few) if _are_known(excluded) else None
        every: Numbers | None = None
        enough = len(candidates.all_reports()) // _LOOKED_THROUGH
        for looked_through, extent in enumerate(candidates.extents(reports)):
            stop()
            numbers = written.of(extent)
            found_written = written_in(extent.report, numbers) if written_in and numbers else None
            if found_written is not None:
                yield extent.report, found_written
                continue
            if looked_through == enough > FEW_REPORTS and self._are_in_pairs:
                pairs = SpeltPairs(self._letters, candidates)
                every = Numbers(iter(pairs.possible(pairs.read(stop))), is_in_order=False)
            numbers = every.of(extent) if every else spelt.of(extent)
            if every and not numbers:
                continue
            found = finder.find(candidates.sounds(extent.report), numbers, are_all=every is not None)
            yield (
                extent.report,
                _Spelt(found, beside.of(extent) if beside else None, barred.of(extent) if barred else None),
            )

    def _numbers(self, wanted: Sequence[IndexQuery], is_in_order: bool, are_few: bool) -> Numbers | LookedUp:
        """Return the ids of the paragraphs that the index gives for one of some queries."""

        def ids(reports: list[int] | None = None) -> Iterator[int]:
            rows = (self._candidates.rows("p.id", one, reports) for one in wanted)
            return merge(*((row[0] for row in some) for some in rows))

        return LookedUp(lambda extent: list(ids([extent.report]))) if are_few else Numbers(ids(), is_in_order)

    def _written(self, report: int, numbers: list[int]) -> list[list[Hit]] | None:
        """Return the hits in a report by paragraph if it has the letters as they are written, else None."""
        if not self._is_local:
            return self._in_whole_text(report)
        term = self._matcher.terms[self._index]
        try:
            found = [(one, term.occurrences(one)) for one in self._candidates.numbered(numbers)]
            if not any(occurrences for _, occurrences in found):
                return None
            return [hits for one in found if (hits := self._hits(*one))]
        except FarOff:
            return self._in_whole_text(report)

    def _count_written(self, report: int, numbers: list[int]) -> int | None:
        """Return how many hits :meth:`_written` returns."""
        if not self._is_local:
            return sum(map(len, self._in_whole_text(report)))
        term = self._matcher.terms[self._index]
        try:
            paragraphs = list(self._candidates.numbered(numbers))
            if not any(map(term.count, paragraphs)):
                return None
            return sum(self._matcher.count(one) for one in paragraphs if self._tense in (None, one.tense))
        except FarOff:
            return sum(map(len, self._in_whole_text(report)))

    def _spelt(self, report: int, spelt: _Spelt) -> list[list[Hit]]:
        """Return the hits in a report by paragraph where the letters are spelt."""
        try:
            return self._in_paragraphs(self._possible(spelt), spelt.found.otherwise)
        except FarOff:
            return self._in_whole_text(report)

    def _in_paragraphs(self, spans: dict[int, list[Span]], otherwise: bool) -> list[list[Hit]]:
        """Return the hits in some paragraphs, given by their ids, where the letters are spelt.

        Raises:
            FarOff: If a paragraph cannot tell.
        """
        why = (messages.why_other_reading if otherwise else messages.why_pinyin)(self._letters)
        found = []
        for paragraph in self._candidates.numbered(spans) if spans else ():
            view, lead = paragraph.view(with_marks=False), paragraph.lead
            occurrences = [
                (*view.span(low + lead, high + lead), why) for low, high in spans[paragraph.number]
            ]
            if hits := self._hits(paragraph, occurrences):
                found.append(hits)
        return found

    def _hits(self, paragraph: Paragraph, occurrences: list[Occurrence]) -> list[Hit]:
        if self._tense is not None and paragraph.tense != self._tense:
            return []
        return self._matcher.hits(paragraph, {self._index: occurrences})


def _are_known(wanted: Sequence[IndexQuery]) -> bool:
    """Tell whether the index knows the paragraphs for some queries; else any may be wanted."""
    return all(one.match and not one.letters for one in wanted)


def has_letters(query: Query) -> bool:
    """Tell whether a query has one term that may be pinyin, and paragraphs can tell all others."""
    letters = [term for term in query.terms if letters_of(term.text)]
    if len(letters) != 1 or query.places:
        return False
    (term,) = letters
    others = [one for one in (*query.terms, *query.excluded) if one is not term]
    return (
        all(map(is_local, others))
        and term.pattern is None
        and most_characters(letters_of(term.text) or "") <= MAX_TERM_CHARACTERS
    )
