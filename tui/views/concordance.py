"""Hits with what stands around them, as the screen shows them: of one report, or read from the library in a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.citation import Reference
from tui.library.filters import split_filters
from tui.messages import concordance_screen as messages
from tui.messages import views as views_messages
from tui.report.errors import ReadError
from tui.report.sentences import sentences_at
from tui.search.engine import Searcher
from tui.search.results import Hit
from tui.views.work import Work
from tui.visits import Source, View
from tui.wording.concordance import PlacedLine, concordance
from tui.wording.model import ConcordanceLine

if TYPE_CHECKING:
    from pathlib import Path

    from tui.library.library import Library
    from tui.library.results import LibraryResults
    from tui.views.model import Side
    from tui.wording.model import Collocate, Span

#: Hits that are listed at most, and characters kept on either side of each.
MOST_HITS, AROUND = 5000, 160
#: Hits after which the progress is told again.
_TOLD_EVERY = 500
_NOTHING = ConcordanceLine(0, 0, "", "")


class ConcordanceWords(NamedTuple):
    """What a concordance is about: the words of its :class:`~tui.visits.View`.

    Attributes:
        query: As typed, in a library with filters.
        place: In the library, the key of the place whose reports are searched; of one report, empty.
        is_own: ``own`` if those of the places in it are left out.
    """

    query: str = ""
    place: str = ""
    is_own: str = ""

    @classmethod
    def of(cls, words: tuple[str, ...]) -> ConcordanceWords:
        """Read the words of a view; those that are missing are empty."""
        return cls(*words[: len(cls._fields)])


class HitLine(NamedTuple):
    """A hit with what stands around it.

    Attributes:
        placed: The hit, where it is, and what stands around it in its paragraph.
        term: Index of its term in the query.
        sentence: The sentence it begins in.
        sentence_start: Where that begins in the text of the report.
        part: The chapter it is in; empty in a library.
    """

    placed: PlacedLine
    term: int
    sentence: str
    sentence_start: int
    part: str = ""


class Concordance(NamedTuple):
    """Hits with what stands around them.

    Attributes:
        query: What was searched for, with filters.
        terms: The same without filters, as a report can be searched for it.
        where: The place or the report that was searched.
        lines: The first hits: of a report in document order, of a library report by report, those of a place from the newest on.
        total: The number of all hits.
        side: The report, if there is one only that is not searched through the library.
        cited: Each report of the library that has lines, by its number, for citations.
    """

    query: str
    terms: str
    where: str
    lines: tuple[HitLine, ...]
    total: int
    side: Side | None = None
    cited: dict[int, Reference] = {}  # never changed

    def source(self, line: HitLine) -> Source:
        """Return how to open the report of a line."""
        return self.side.source if self.side is not None else Source(library_report=line.placed.report)


def concordance_of_report(query: str, side: Side) -> Concordance:
    """Return the hits in one report.

    Raises:
        UsageError: For a wrong query.
        ReadError: If there are no hits.
    """
    outline = side.outline
    hits = Searcher(outline).search(query).hits
    if not hits:
        raise ReadError(messages.nothing_found(query))
    nodes = [outline.at(hit.start) for hit in hits[:MOST_HITS]]
    chapters = [outline.path(outline.lineage(node)[0]) for node in nodes]
    ref = side.ref
    about = PlacedLine(_NOTHING, "", 0, ref.file, ref.place, ref.level, ref.plan_year)
    paths = [outline.short_name(node) for node in nodes]
    lines = _lines(side.report.text, hits[:MOST_HITS], about, paths, chapters)
    return Concordance(query, query, side.report.name, tuple(lines), len(hits), side)


def load_library_concordance(view: View, library: Library | None, work: Work) -> tuple[View, Concordance]:
    """Return the hits in the reports of a place, or in some reports of the library.

    Raises:
        UsageError: For a wrong query.
        ReadError: If there are no hits, or no library.
    """
    if library is None:
        raise ReadError(messages.NO_LIBRARY)
    words = ConcordanceWords.of(view.words)
    work(messages.COUNTING)
    results = library.search(words.query)
    reports, where = _scope(view, words, library)
    counts = results.counts(work.stop)
    total = sum(counts.get(report, 0) for report in reports)
    if not total:
        raise ReadError(messages.nothing_found(words.query))
    lines: list[HitLine] = []
    addresses = library.addresses()
    cited: dict[int, Reference] = {}
    listed = min(total, MOST_HITS)
    for found in results.texts(reports, work.stop):
        number = found.report.id
        about = PlacedLine(
            _NOTHING, "", number, addresses.of(number), addresses.place_of(number), found.report.level,
            found.report.plan_year,
        )  # fmt: skip
        cited[number] = Reference.of_ref(library.ref(number))
        before = len(lines)
        left = MOST_HITS - before
        lines += _lines(found.text, found.hits[:left], about, found.paths, ())
        if before // _TOLD_EVERY != len(lines) // _TOLD_EVERY:
            work(messages.reading(len(lines), listed))
        if len(lines) >= MOST_HITS:
            break
    terms = split_filters(words.query)[0]
    return view, Concordance(words.query, terms, where, tuple(lines), total, None, cited)


def _scope(view: View, words: ConcordanceWords, library: Library) -> tuple[list[int], str]:
    """Return the reports that are searched, in order, and what they are called together."""
    tree = library.places()
    numbers = [source.library_report for source in view.reports if source.library_report is not None]
    if numbers:
        return numbers, "、".join(map(library.addresses().of, numbers[:2]))
    place = tree.by_key.get(words.place, tree.nation)
    reports = place.reports if words.is_own else place.all_reports()
    return [report.id for report in reports], place.name if place is not tree.nation else messages.LIBRARY


def _lines(
    text: str, hits: Sequence[Hit], about: PlacedLine, sections: Sequence[str], parts: Sequence[str]
) -> Iterator[HitLine]:
    spans = [(hit.start, hit.end) for hit in hits]
    sentence, shown = (-1, -1), ""
    lines = concordance(text, spans, AROUND)
    for index, (hit, line, span) in enumerate(
        zip(hits, lines, sentences_at(text, (hit.start for hit in hits)), strict=True)
    ):
        if span != sentence:  # lines of one sentence share it
            sentence, shown = span, text[slice(*span)]
        placed = about._replace(line=line, text=text[hit.start : hit.end], section=sections[index])
        yield HitLine(placed, hit.term, shown, span[0], parts[index] if parts else "")


# -- collocates ----------------------------------------------------------------------------------


def find_collocates(
    found: Concordance, view: View, library: Path | None, stop: Callable[[], object]
) -> Sequence[Collocate]:
    """Return the words near the hits of a concordance; in a thread. All hits count, also those that are not listed.

    Args:
        found: The concordance.
        view: What it was asked for by.
        library: The file of the library.
        stop: Called often; may raise to stop.

    Raises:
        HuijiError: If the library cannot be read.
    """
    from tui.wording.collocates import collocates

    if found.side is not None:
        hits = Searcher(found.side.outline).search(found.query).hits
        return collocates([(found.side.report.text, [(hit.start, hit.end) for hit in hits])], stop=stop)
    if library is None:
        raise ReadError(views_messages.NO_LIBRARY)
    from tui.library.library import Library

    with Library(library) as opened:
        results = opened.search(found.query)
        reports, _ = _scope(view, ConcordanceWords.of(view.words), opened)
        return collocates(_texts(results, reports, stop), stop=stop)


def _texts(
    results: LibraryResults, reports: Sequence[int], stop: Callable[[], object]
) -> Iterator[tuple[str, list[Span]]]:
    for found in results.texts(reports, stop):
        stop()
        yield found.text, [(hit.start, hit.end) for hit in found.hits]
