"""Search for letters: as they are written, else as pinyin, else by readings of other words, whichever a report has first.

Only paragraphs that may hold them are read. What a report has is told from all of these, whatever else is searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui.library.candidates import Candidates
from tui.library.grams import MAX_TERM_CHARACTERS
from tui.library.matching import FarOff, ParagraphMatcher, index_query, is_local
from tui.library.paragraphs import Paragraph
from tui.library.spans import Numbers, Spelt, SpeltFinder
from tui.library.spellings import most_characters
from tui.messages import search as messages
from tui.search.matcher import Occurrence
from tui.search.pinyin import letters_of
from tui.search.query import Query, Term
from tui.search.results import Hit


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
        #: Whether what is spelt is a hit wherever it stands.
        self._is_alone = len(query.terms) == 1 and not query.excluded and tense is None

    def hits(
        self, stop: Callable[[], object], reports: Iterable[int] | None = None
    ) -> Iterator[tuple[int, list[list[Hit]]]]:
        """Yield reports and their hits by paragraph.

        Args:
            stop: Called for each report; may raise to stop.
            reports: Those to be searched, in order; None for all in the order they were added.
        """
        for report, found in self._found(stop, reports):
            hits = found if isinstance(found, list) else self._spelt(report, found)
            if hits:
                yield report, hits

    def counts(self, stop: Callable[[], object]) -> dict[int, int]:
        """Return the number of hits in each report that has some.

        Args:
            stop: Called for each report; may raise to stop.
        """
        if not self._is_alone:
            return {report: sum(map(len, found)) for report, found in self.hits(stop)}
        counts = {
            report: sum(map(len, found)) if isinstance(found, list) else len(found.spans)
            for report, found in self._found(stop, None)
        }
        return {report: count for report, count in counts.items() if count}

    def _found(
        self, stop: Callable[[], object], reports: Iterable[int] | None
    ) -> Iterator[tuple[int, list[list[Hit]] | Spelt]]:
        """Yield reports, and the hits by paragraph where the letters are written so, or else where they are spelt."""
        finder = SpeltFinder(self._letters, self._candidates.folded)
        wanted = index_query((self._as_written,))
        written = Numbers((row[0] for row in self._candidates.rows("p.id", wanted)), reports is None)
        spelt = Numbers(self._candidates.with_pairs(finder.signs.pairs), reports is None)
        for sounds in self._candidates.sounds(reports):
            stop()
            numbers = written.of(sounds)
            hits = self._written(sounds.report, numbers) if numbers else None
            numbers = spelt.of(sounds)
            yield sounds.report, finder.find(sounds, numbers) if hits is None else hits

    def _written(self, report: int, numbers: list[int]) -> list[list[Hit]] | None:
        """Return the hits in a report by paragraph if it has the letters as they are written, else None."""
        term = self._matcher.terms[self._index]
        try:
            found = [(one, term.occurrences(one)) for one in self._candidates.numbered(numbers)]
            if not any(occurrences for _, occurrences in found):
                return None
            return [hits for one in found if (hits := self._hits(*one))]
        except FarOff:
            return self._in_whole_text(report)

    def _spelt(self, report: int, spelt: Spelt) -> list[list[Hit]]:
        """Return the hits in a report by paragraph where the letters are spelt."""
        why = (messages.why_other_reading if spelt.otherwise else messages.why_pinyin)(self._letters)
        spans = spelt.by_paragraph()
        found = []
        try:
            for paragraph in self._candidates.numbered(spans) if spans else ():
                view, lead = paragraph.view(with_marks=False), paragraph.lead
                occurrences = [
                    (*view.span(low + lead, high + lead), why) for low, high in spans[paragraph.number]
                ]
                if hits := self._hits(paragraph, occurrences):
                    found.append(hits)
        except FarOff:
            return self._in_whole_text(report)
        return found

    def _hits(self, paragraph: Paragraph, occurrences: list[Occurrence]) -> list[Hit]:
        if self._tense is not None and paragraph.tense != self._tense:
            return []
        return self._matcher.hits(paragraph, {self._index: occurrences})


def has_letters(query: Query) -> bool:
    """Tell whether a query has one term that may be pinyin, and paragraphs can tell all others."""
    letters = [term for term in query.terms if letters_of(term.text)]
    if len(letters) != 1 or query.places:
        return False
    (term,) = letters
    others = [one for one in (*query.terms, *query.excluded) if one is not term]
    return (
        all(map(is_local, (Term("", term.forms), *others)))
        and most_characters(letters_of(term.text) or "") <= MAX_TERM_CHARACTERS
    )
