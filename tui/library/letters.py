"""Search for letters: as they are written, else as pinyin, else by readings of other words, whichever a report has first.

Only paragraphs that may hold them are read. What a report has is told from all of these, whatever else is searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import attrgetter, itemgetter

from tui.library.candidates import Candidates
from tui.library.grams import MAX_TERM_CHARACTERS
from tui.library.matching import FarOff, ParagraphMatcher, index_query, is_local
from tui.library.paragraphs import Paragraph
from tui.library.spellings import most_characters, signs_of
from tui.messages import search as messages
from tui.search.matcher import Occurrence
from tui.search.pinyin import Sounds, letters_of, spelling_of
from tui.search.query import Query, Term
from tui.search.readings import default_readings
from tui.search.results import Hit

Found = tuple[Paragraph, list[Occurrence]]


class LettersMatcher:
    """Finds letters as pinyin in paragraphs.

    Args:
        letters: As :func:`tui.search.pinyin.letters_of` returns them.
    """

    def __init__(self, letters: str) -> None:
        self._letters = letters
        self._readings = default_readings()
        self._spelling = spelling_of(letters, self._readings)
        self._most = most_characters(letters)

    def occurrences(self, paragraphs: list[Paragraph]) -> list[Found]:
        """Return the occurrences in a report.

        Args:
            paragraphs: All of its paragraphs in which the letters may be spelt.

        Raises:
            FarOff: If an occurrence may go over the end of a paragraph.
        """
        read = [(one, sounds) for one in paragraphs if (sounds := self._sounds(one)) is not None]
        if any(self._may_cross(one) for one, _ in read):
            raise FarOff
        why = messages.why_pinyin(self._letters)
        spans = [sounds.find(self._letters) for _, sounds in read]
        if not any(spans):
            why = messages.why_other_reading(self._letters)
            spans = [sounds.find_otherwise(self._letters, ()) for _, sounds in read]
        return [(one, _in_own(one, some, why)) for (one, _), some in zip(read, spans, strict=True)]

    def _sounds(self, paragraph: Paragraph) -> Sounds | None:
        """Read a paragraph from its start on where the letters are spelt by some readings; None if that is nowhere."""
        text, lead = paragraph.folded, paragraph.lead
        context = self._readings.context
        parts: list[str] = []
        reached = 0
        for start in self._starts(text[lead:]):
            stop = start + self._most
            begin = max(start, reached)
            if begin < stop:
                first = max(0, lead + begin - context)
                codes = self._readings.of(text[first : lead + stop + context])
                parts += ("\0" * (begin - reached), codes[lead + begin - first : lead + stop - first])
                reached = stop
        if not parts:
            return None
        codes = "".join(parts)[: len(text) - lead]
        return Sounds(text[lead:], self._readings, codes + "\0" * (len(text) - lead - len(codes)))

    def _starts(self, text: str) -> Iterator[int]:
        """Yield where the letters are spelt by some readings."""
        sets = self._readings.sets
        codes = text.translate(self._readings.set_table)
        for match in self._spelling.first_of(sets).finditer(codes):
            start = match.start()
            sounds = [sets.get(code, code) for code in codes[start : start + self._most]]
            if self._spelling.shortest_match(sounds):
                yield start

    def _may_cross(self, paragraph: Paragraph) -> bool:
        """Tell whether the letters may be spelt over the end of a paragraph."""
        stop = paragraph.stop
        across = [self._readings.all_of(one) for one in paragraph.folded[stop - 1 : stop + 1]]
        if len(across) < 2 or not all(self._spelling.codes.intersection(codes) for codes in across):
            return False
        for start in range(max(paragraph.lead, stop - self._most + 1), stop):
            states = {0}
            for one in paragraph.folded[start : stop + 1]:
                codes = self._readings.all_of(one)
                states = {
                    end
                    for at in states - {self._spelling.length}
                    for end in self._spelling.ends_from(at, codes)
                }
            if states:
                return True
        return False


def _in_own(paragraph: Paragraph, spans: Iterable[tuple[int, int]], why: str) -> list[Occurrence]:
    view, lead = paragraph.view(with_marks=False), paragraph.lead
    return [(*view.span(low + lead, high + lead), why) for low, high in spans if low + lead < paragraph.stop]


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

    def hits(self, stop: Callable[[], object]) -> Iterator[tuple[int, list[list[Hit]]]]:
        """Yield reports and their hits by paragraph, in the order they were added.

        Args:
            stop: Called for each report; may raise to stop.
        """
        matcher = LettersMatcher(self._letters)
        wanted = index_query((self._as_written,))
        written = groupby(self._candidates.paragraphs(wanted), attrgetter("report"))
        spelt = self._candidates.with_signs(signs_of(self._letters))
        rows = merge(
            ((report, False, list(paragraphs)) for report, paragraphs in written),
            ((report, True, self._candidates.numbered(numbers)) for report, numbers in spelt),
            key=itemgetter(0, 1),
        )
        for report, of_report in groupby(rows, itemgetter(0)):
            stop()
            try:
                found = self._in_report(matcher, of_report)
            except FarOff:
                found = self._in_whole_text(report)
            if found:
                yield report, found

    def _in_report(
        self, matcher: LettersMatcher, rows: Iterable[tuple[int, bool, Iterable[Paragraph]]]
    ) -> list[list[Hit]]:
        as_written = self._matcher.terms[self._index]
        for _, is_spelt, paragraphs in rows:
            if is_spelt:
                found = matcher.occurrences(list(paragraphs))
            else:
                found = [(one, as_written.occurrences(one)) for one in paragraphs]
            if any(occurrences for _, occurrences in found):
                return [hits for one in found if (hits := self._hits(*one))]
        return []

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
