"""Search the text of one report, for the screen and the command line alike."""

from __future__ import annotations

import heapq
import re
from array import array
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, partial
from itertools import chain, groupby
from time import monotonic

from tui.messages import search as messages
from tui.report.errors import UsageError
from tui.report.outline import Outline
from tui.search.background import LatestWorker
from tui.search.fold import fold
from tui.search.patterns import compile_pattern
from tui.search.pinyin import Sounds, letters_of
from tui.search.places import find_span
from tui.search.query import Form, Query, Term, parse_query
from tui.search.readings import default_readings
from tui.search.results import Hit, Results, Search, count_by_node

#: Seconds a pattern may take; each paragraph after that, a millisecond.
PATTERN_TIMEOUT_S = 0.08
#: Seconds a pattern may take for all paragraphs together.
_PATTERN_TOTAL_S = 5.0
#: Texts from this length on are searched in a thread: reading them as pinyin for the first time takes 0.07 s.
#: The longest of 3,500 reports has 87,000 characters.
LONG_TEXT_CHARACTERS = 100_000
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿点")
#: An occurrence of a term: half-open offsets, and why it is one.
Occurrence = tuple[int, int, str]


class Searcher:
    """Search one report's text. May be used from several threads.

    Args:
        outline: The report.
        pattern_timeout_s: Seconds a pattern may take before each paragraph is allowed a millisecond only.
    """

    def __init__(self, outline: Outline, pattern_timeout_s: float = PATTERN_TIMEOUT_S) -> None:
        self._pattern_timeout_s = pattern_timeout_s
        self._outline = outline
        self._text = outline.report.text
        self._fold = cache(partial(fold, self._text))
        self._worker = LatestWorker()

    def prepare(self) -> Iterator[None]:
        """Load the tables and fold the text step by step, so that the first query need not wait for it."""
        if self.is_long:
            self._worker.submit_if_idle(lambda: deque(self._prepare(), maxlen=0))
        else:
            yield from self._prepare()

    def _prepare(self) -> Iterator[None]:
        from tui.search.indicator_synonyms import load_names

        parse_query("a")
        yield
        load_names()
        yield
        self._fold(False)
        yield
        _ = self._sounds.codes

    @property
    def is_long(self) -> bool:
        """Whether the text is so long that it should be searched in a thread."""
        return len(self._text) >= LONG_TEXT_CHARACTERS

    def begin(self, query_text: str) -> Search:
        """Return a search that has yet to run; a thread goes on with it if the text is long or it has a pattern.

        Raises:
            UsageError: As :func:`tui.search.query.parse_query`.
        """
        query = parse_query(query_text)
        return Search(query, self.search, self._worker.submit if self.is_long or query.has_pattern else None)

    def search(self, query: str | Query) -> Results:
        """Find all hits of a query.

        Args:
            query: As typed, or parsed.

        Raises:
            UsageError: For a query that cannot be parsed, a pattern that is wrong or too slow, or an unknown place.
        """
        query = parse_query(query) if isinstance(query, str) else query
        paragraphs = list(self.hits(query))
        hits = tuple(chain.from_iterable(paragraphs))
        return Results(query, hits, len(paragraphs), count_by_node(self._outline, hits))

    def hits(self, query: Query) -> Iterator[list[Hit]]:
        """Yield the hits of each paragraph that matches, in document order.

        Raises:
            UsageError: For a pattern that is wrong or too slow, or an unknown place.
        """
        places = [find_span(self._outline, place) for place in query.places]
        wanted = [self._by_paragraph(term) for term in query.terms]
        barred = [self._by_paragraph(term) for term in query.excluded]
        while wanted and all(stream.paragraph is not None for stream in wanted):
            latest = max(stream.paragraph or 0 for stream in wanted)
            for stream in (*wanted, *barred):
                stream.skip_to(latest)
            if all(stream.paragraph == latest for stream in wanted):
                hits = _hits_of(wanted, places)
                is_barred = any(stream.paragraph == latest for stream in barred)
                if not is_barred and {hit.term for hit in hits} == set(range(len(wanted))):
                    yield hits
                wanted[0].advance()

    def context(self, hit: Hit, before: int, after: int) -> tuple[str, str]:
        """Return the text before and after a hit in its paragraph, at most so many characters of each."""
        begin = self._text.rfind("\n", 0, hit.start) + 1
        stop = self._text.find("\n", hit.end)
        end = stop if stop >= 0 else len(self._text)
        return (
            self._text[max(begin, hit.start - before) : hit.start],
            self._text[hit.end : max(hit.end, min(end, hit.end + after))],
        )

    @cached_property
    def _paragraph_starts(self) -> array[int]:
        return array("I", [0, *(match.end() for match in re.finditer("\n", self._text))])

    # -- one term ----------------------------------------------------------------------------

    def _by_paragraph(self, term: Term) -> _ParagraphStream:
        return _ParagraphStream(self._occurrences(term), self._paragraph_starts)

    def _occurrences(self, term: Term) -> Iterator[Occurrence]:
        """Yield the occurrences of a term in order, none overlapping; as pinyin only if there are no others."""
        if term.pattern is not None:
            return self._pattern_matches(term.pattern)
        occurrences = _without_overlaps(self._form_occurrences(form) for form in term.forms)
        first = next(occurrences, None)
        if first is not None:
            return chain([first], occurrences)
        letters = letters_of(term.text)
        return iter(self._pinyin_occurrences(letters) if letters is not None else ())

    def _form_occurrences(self, form: Form) -> Iterator[Occurrence]:
        folded = self._fold(form.with_marks)
        start = folded.text.find(form.text)
        while start >= 0:
            end = start + len(form.text)
            if _is_whole(folded.text, start, end, form.is_number):
                yield (*folded.span(start, end), form.why)
                start = folded.text.find(form.text, end)
            else:
                start = folded.text.find(form.text, start + 1)

    def _pinyin_occurrences(self, letters: str) -> list[Occurrence]:
        """Find letters as pinyin; by readings of other words only where the right ones give nothing."""
        spans, why = self._sounds.find(letters), messages.why_pinyin(letters)
        if not spans:
            spans, why = self._sounds.find_otherwise(letters, ()), messages.why_other_reading(letters)
        offsets = [self._fold(False).span(*span) for span in spans]
        return [(start, end, why) for start, end in offsets if "\n" not in self._text[start:end]]

    def _pattern_matches(self, pattern: str) -> Iterator[Occurrence]:
        compiled = compile_pattern(pattern)
        left_s = self._pattern_timeout_s
        given_up_s = left_s - max(left_s, _PATTERN_TOTAL_S)
        try:
            for start in self._paragraph_starts:
                begun = monotonic()
                stop = self._text.find("\n", start)
                stop = stop if stop >= 0 else len(self._text)
                matches = compiled.finditer(self._text, start, stop, timeout=max(0.001, left_s))
                spans = [match.span() for match in matches if match.end() > match.start()]
                left_s -= monotonic() - begun
                if left_s < given_up_s:
                    raise TimeoutError
                for low, high in spans:
                    yield low, high, ""
        except TimeoutError:
            raise UsageError(messages.pattern_too_slow(pattern)) from None

    @cached_property
    def _sounds(self) -> Sounds:
        return Sounds(self._fold(False).text, default_readings())


class _ParagraphStream:
    """Occurrences of one term, read paragraph by paragraph.

    Attributes:
        paragraph: Index of the next paragraph with occurrences, None where there is none left.
        occurrences: The occurrences in it.
    """

    def __init__(self, occurrences: Iterator[Occurrence], paragraph_starts: array[int]) -> None:
        def paragraph_of(occurrence: Occurrence) -> int:
            return bisect_right(paragraph_starts, occurrence[0]) - 1

        self._groups = groupby(occurrences, paragraph_of)
        self.paragraph: int | None = None
        self.occurrences: list[Occurrence] = []
        self.advance()

    def advance(self) -> None:
        """Read the occurrences of the next paragraph that has some."""
        self.paragraph, occurrences = next(self._groups, (None, iter(())))
        self.occurrences = list(occurrences)

    def skip_to(self, paragraph: int) -> None:
        """Skip what stands before a paragraph."""
        while self.paragraph is not None and self.paragraph < paragraph:
            self.advance()


def _hits_of(streams: Sequence[_ParagraphStream], places: Sequence[tuple[int, int]]) -> list[Hit]:
    """Read the hits of the next paragraph, in document order; of overlapping ones the longest first."""
    hits = [
        Hit(start, end, index, why)
        for index, stream in enumerate(streams)
        for start, end, why in stream.occurrences
        if not places or any(low <= start and end <= high for low, high in places)
    ]
    return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.term))


def _without_overlaps(forms: Iterable[Iterator[Occurrence]]) -> Iterator[Occurrence]:
    """Merge occurrences in document order; of two that overlap, the first or the longer one is kept."""
    reached = 0
    for start, end, why in heapq.merge(*forms, key=lambda occurrence: (occurrence[0], -occurrence[1])):
        if start >= reached:
            reached = end
            yield start, end, why


def _is_whole(text: str, start: int, end: int, in_chinese: bool) -> bool:
    """Tell whether a match that begins or ends with a digit holds whole numbers only."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start].isdigit() and (
        before.isdigit() or (before == "." and text[start - 2 : start - 1].isdigit())
    ):
        return False
    if text[end - 1].isdigit() and (after.isdigit() or (after == "." and text[end + 1 : end + 2].isdigit())):
        return False
    if not in_chinese:
        return True
    return not (
        (text[start] in _NUMERALS and before in _NUMERALS and before)
        or (text[end - 1] in _NUMERALS and after in _NUMERALS and after)
    )
