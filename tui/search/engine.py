"""One search engine for the pane and the command."""

from __future__ import annotations

import heapq
import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator
from functools import cached_property
from itertools import chain, islice
from math import inf
from time import monotonic

from tui.report.errors import UsageError
from tui.report.outline import Outline
from tui.search.fold import Folded
from tui.search.patterns import compile_pattern
from tui.search.pinyin import Sounds, letters_of
from tui.search.places import find_span
from tui.search.query import Needle, Query, Term, parse_query
from tui.search.results import Hit, Results, Search, Steps

#: Seconds a pattern may take, so that it never holds the screen; each paragraph after that, a millisecond.
PATTERN_SECONDS = 0.08
#: Seconds a pattern may take for all paragraphs together.
_PATTERN_TOTAL_S = 5.0
#: Characters scanned in one go, so that a step over a text of any length is short.
_STRIDE = 1 << 20
_BREAK = re.compile("\n")
#: Pieces of the text whose pinyin is read before anybody types: those of a report of 80,000 characters.
_READ_AHEAD = 8
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿点")
Span = tuple[int, int, str]
Spans = Iterator[Span]


class Searcher:
    """Searches one report's text.

    Args:
        outline: The report.
        pattern_seconds: How long a pattern may take before it is allowed a millisecond a paragraph only.
    """

    def __init__(self, outline: Outline, pattern_seconds: float = PATTERN_SECONDS) -> None:
        self._pattern_seconds = pattern_seconds
        self._outline = outline
        self._text = outline.report.text
        self._folded: dict[bool, Folded] = {}
        self._paragraph_starts = array("I", [0])
        self._counted = 0

    def prepare(self) -> Iterator[tuple[()]]:
        """Folds the text and reads the tables, a step at a time, so that the first key need not wait for it."""
        parse_query("a")
        yield from self._counting()
        yield from self._folding(False)
        for _ in islice(self._sounds.steps("a"), _READ_AHEAD):
            yield ()

    def begin(self, words: str) -> Search:
        """A search that is run a slice of time at a time.

        Raises:
            UsageError: As :meth:`search`.
        """
        query = parse_query(words)
        return Search(query, self._steps(query), self._outline)

    def search(self, words: str) -> Results:
        """All hits of a query.

        Raises:
            UsageError: For a pattern that is none or takes too long, or a place there is none of.
        """
        search = self.begin(words)
        search.run(inf)
        return search.results

    def first(self, words: str, most: int) -> list[Hit]:
        """The first hits of a query, found without looking for the rest.

        Raises:
            UsageError: As :meth:`search`.
        """
        return list(islice(chain.from_iterable(self._steps(parse_query(words))), most))

    def context(self, hit: Hit, before: int, after: int) -> tuple[str, str]:
        """What stands before and after a hit in its paragraph, at most so many characters of each."""
        begin = self._paragraph_starts[self._paragraph(hit.start)]
        stop = self._text.find("\n", hit.end)
        end = stop if stop >= 0 else len(self._text)
        return (
            self._text[max(begin, hit.start - before) : hit.start],
            self._text[hit.end : max(hit.end, min(end, hit.end + after))],
        )

    # -- hits, paragraph by paragraph --------------------------------------------------------

    def _steps(self, query: Query) -> Steps:
        """The hits in document order, those of a paragraph in one step; steps that find nothing are empty.

        No step scans more than a stride of text, a piece of it for pinyin, or a paragraph for a pattern.
        """
        if not query.terms:
            return
        yield from self._counting()
        inside = [find_span(self._outline, place) for place in query.places]
        streams, barred = [], []
        for term in query.terms:
            streams.append(_Stream((yield from self._spans_of(term)), self._paragraph))
        for term in query.excluded:
            barred.append(_Stream((yield from self._spans_of(term)), self._paragraph))
        while all(stream.paragraph is not None for stream in streams):
            latest = max(stream.paragraph or 0 for stream in streams)
            for stream in (*streams, *barred):
                yield from stream.skip_to(latest)
            if any(stream.paragraph != latest for stream in streams):
                continue
            spans = [
                Hit(start, end, number, why)
                for number, stream in enumerate(streams)
                for start, end, why in stream.take(latest)
                if not inside or any(low <= start and end <= high for low, high in inside)
            ]
            is_barred = any(list(stream.take(latest)) for stream in barred)
            if {hit.term for hit in spans} == set(range(len(streams))) and not is_barred:
                yield tuple(sorted(spans, key=lambda hit: (hit.start, -hit.end, hit.term)))
            else:
                yield ()

    def _counting(self) -> Iterator[tuple[()]]:
        """Notes where paragraphs begin, if that is not done yet, a step at a time."""
        while self._counted < len(self._text):
            begin, stop = self._counted, self._counted + _STRIDE
            self._paragraph_starts.extend(
                results.end() for results in _BREAK.finditer(self._text, begin, stop)
            )
            self._counted = stop
            yield ()

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraph_starts, offset) - 1

    # -- one term ----------------------------------------------------------------------------

    def _spans_of(self, term: Term) -> Generator[tuple[()], None, Spans]:
        """Where a term stands; as pinyin where it stands nowhere as text, which is found out in steps."""
        for with_marks in {needle.with_marks for needle in term.needles}:
            yield from self._folding(with_marks)
        letters = letters_of(term.words) if term.pattern is None else None
        if letters is None:
            return self._occurrences(term)
        for start, end, _ in self._occurrences(term):
            if end > start:
                return self._occurrences(term)
            yield ()
        return iter((yield from self._pinyin_spans(letters)))

    def _occurrences(self, term: Term) -> Spans:
        """Where a term stands, in order, no two spans overlapping.

        A span without characters says only that the term does not stand between the one before and here.
        """
        if term.pattern is not None:
            yield from self._pattern_spans(term.pattern)
            return
        reached = 0
        for start, end, why in heapq.merge(
            *(self._needle_spans(needle) for needle in term.needles), key=_first
        ):
            if start >= reached:
                reached = end if end > start else reached
                yield start, end, why

    def _needle_spans(self, needle: Needle) -> Spans:
        folded = self._folded[needle.with_marks]
        text, words = folded.text, needle.text
        at = 0
        while at < len(text):
            results = text.find(words, at, at + _STRIDE + len(words))
            end = results + len(words)
            if results < 0:
                at += _STRIDE
                if at < len(text):
                    start, _ = folded.span(at, at + 1)
                    yield start, start, ""
            elif _is_whole(text, results, end, needle.is_number):
                yield (*folded.span(results, end), needle.why)
                at = end
            else:
                at = results + 1

    def _pinyin_spans(self, letters: str) -> Generator[tuple[()], None, list[Span]]:
        """Where letters stand as pinyin; by readings of other words only where they stand nowhere by the right ones."""
        yield from self._folding(False)
        results: list[Span] = []
        for find, otherwise in ((self._sounds.steps, ""), (self._sounds.steps_otherwise, "，异读")):
            for spans in find(letters):
                yield ()
                results += [
                    (*self._folded[False].span(*span), f"拼音 {letters}{otherwise}") for span in spans
                ]
            if results:
                break
        return [(start, end, why) for start, end, why in results if "\n" not in self._text[start:end]]

    def _pattern_spans(self, pattern: str) -> Spans:
        compiled = compile_pattern(pattern)
        left = self._pattern_seconds
        end = left - max(left, _PATTERN_TOTAL_S)
        try:
            for start in self._paragraph_starts:
                begun = monotonic()
                stop = self._text.find("\n", start)
                stop = stop if stop >= 0 else len(self._text)
                matches = compiled.finditer(self._text, start, stop, timeout=max(0.001, left))
                spans = [match.span() for match in matches if match.end() > match.start()]
                left -= monotonic() - begun
                if left < end:
                    raise TimeoutError
                yield start, start, ""
                for low, high in spans:
                    yield low, high, ""
        except TimeoutError:
            raise UsageError(f"/{pattern}/ 太费时，已停止") from None

    def _folding(self, with_marks: bool) -> Iterator[tuple[()]]:
        """Folds the text, if it is not yet, a step at a time."""
        folded = self._folded.setdefault(with_marks, Folded(self._text, with_marks))
        while not folded.is_done:
            folded.step()
            yield ()

    @cached_property
    def _sounds(self) -> Sounds:
        return Sounds(self._folded[False].text)


class _Stream:
    """The occurrences of one term, a paragraph at a time."""

    def __init__(self, spans: Spans, paragraph_of: Callable[[int], int]) -> None:
        self._spans = spans
        self._paragraph_of = paragraph_of
        self._next = next(spans, None)

    @property
    def paragraph(self) -> int | None:
        """The paragraph of the next occurrence, None where there is none left."""
        return None if self._next is None else self._paragraph_of(self._next[0])

    def skip_to(self, paragraph: int) -> Iterator[tuple[()]]:
        """Passes over what stands before a paragraph, a step for each."""
        while self._next is not None and self._paragraph_of(self._next[0]) < paragraph:
            self._next = next(self._spans, None)
            yield ()

    def take(self, paragraph: int) -> Spans:
        """The occurrences in a paragraph, which is that of the next one or lies before it."""
        while self._next is not None and self._paragraph_of(self._next[0]) == paragraph:
            if self._next[1] > self._next[0]:
                yield self._next
            self._next = next(self._spans, None)


def _first(span: tuple[int, int, str]) -> tuple[int, int]:
    return span[0], -span[1]


def _is_whole(text: str, start: int, end: int, in_chinese: bool) -> bool:
    """Whether a match that begins or ends with a digit holds whole numbers only."""
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
