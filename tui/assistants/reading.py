"""Tools that list reports, search them, and show their text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.assistants.answers import DEFAULT_ITEMS, Record, answer, quoted, without_empty
from tui.assistants.nearest import nearest_sentences
from tui.assistants.reports import Reports, Source, cited_name, source_record
from tui.library.results import LibraryResults, ReportResults
from tui.messages import assistants as messages
from tui.report.errors import UsageError
from tui.report.model import Node
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at
from tui.search.engine import Searcher
from tui.search.places import find_span

#: Characters of a text that ``show`` gives, and at most.
DEFAULT_TEXT, MAX_TEXT = 4_000, 10_000
#: Characters on either side of a hit, as commands print them.
_CONTEXT = 30
#: Seconds a regular expression may take on one report.
_PATTERN_TIMEOUT_S = 5.0
#: Places in the counts of a search; years and levels are all there.
_MAX_PLACES = 20
#: Entries of a table of contents, and characters of one.
_MAX_NODES, _MAX_LABEL = 60, 40
#: Sentences offered where nothing was found.
_NEAREST = 3


def list_reports(reports: Reports, arguments: dict[str, Any]) -> Record:
    """List the reports of the library that pass filters; without a library, the built-in one."""
    offset, limit = page(arguments)
    filters = filters_of(arguments)
    if reports.library is None:
        if filters:
            raise UsageError(messages.NEEDS_LIBRARY)
        source = reports.built_in
        item = _listed(source.address, source.report.name, len(source.report.text))
        return answer({}, [item][offset:], 1, offset, reports.sources)
    listed = reports.library.reports(filters)
    items, sources = [], {}
    for one in listed[offset : offset + limit]:
        address, ref = reports.addresses.of(one.id), reports.library.ref(one.id)
        sources[address] = source_record(ref, one.characters)
        items.append(_listed(address, cited_name(ref), one.characters))
    return answer({}, items, len(listed), offset, sources)


def _listed(address: str, name: str, characters: int) -> Record:
    return {"report": address, "start": 0, "end": characters, "citation": name}


def search(reports: Reports, arguments: dict[str, Any]) -> Record:
    """Search one report, or a library."""
    if arguments["report"] or reports.library is None:
        if filters_of(arguments):
            raise UsageError(messages.FILTERS_OR_REPORT if reports.library else messages.NEEDS_LIBRARY)
        return _search_report(reports, reports.of(arguments["report"]), arguments)
    return _search_library(reports, arguments)


def _search_report(reports: Reports, source: Source, arguments: dict[str, Any]) -> Record:
    offset, limit = page(arguments)
    query = arguments["query"]
    searcher = Searcher(source.outline, _PATTERN_TIMEOUT_S)
    hits = searcher.search(query).hits
    items = []
    for hit in hits[offset : offset + limit]:
        before, after = searcher.context(hit, _CONTEXT, _CONTEXT)
        node = source.outline.at(hit.start)
        items.append(
            without_empty(
                {
                    **source.passage(hit.start, hit.end),
                    "text": source.report.text[hit.start : hit.end],
                    "before": before,
                    "after": after,
                    "node": node.id,
                    "path": source.outline.own_name(node),
                    "why": hit.why,
                }
            )
        )
    head: Record = {"query": query, "report": source.address}
    if not hits:
        near = nearest_sentences(source.report.text, query, _NEAREST)
        head |= _nearest([source.passage(*span) for span in near])
    return answer(head, items, len(hits), offset, reports.sources)


def _search_library(reports: Reports, arguments: dict[str, Any]) -> Record:
    offset, limit = page(arguments)
    library = reports.needed_library()
    results = library.search(f"{arguments['query']} {filters_of(arguments)}".strip())
    if not results.query.terms:
        raise UsageError(messages.NO_TERMS)
    facets = results.facets(results.counts(reports.stop))
    places = sorted(facets.places.items(), key=lambda item: -item[1])
    head: Record = {
        "query": arguments["query"],
        "reports_with_hits": facets.reports,
        "hits_by_year": {str(year or ""): count for year, count in facets.years.items()},
        "hits_by_level": facets.levels,
        "hits_by_place": dict(places[:_MAX_PLACES]),
    }
    items = list(_hits(reports, results, arguments["order"] or "place", offset, limit))
    if not facets.total:
        related = library.related(
            arguments["query"], _NEAREST, filters=filters_of(arguments), stop=reports.stop
        )
        head |= _nearest([reports.numbered(one.report).passage(one.start, one.end) for one in related])
    return answer(without_empty(head), items, facets.total, offset, reports.sources)


def _hits(reports: Reports, results: LibraryResults, order: Any, offset: int, limit: int) -> Iterator[Record]:
    """Yield the hits from an offset on, in the order of the command."""
    passed = 0
    for found in results.by(order):
        first = max(0, offset - passed)
        last = min(len(found.hits), offset + limit - passed)
        passed += len(found.hits)
        if first < last:
            yield from _hits_of(reports.numbered(found.report.id), found, first, last)
        if passed >= offset + limit:
            return


def _hits_of(source: Source, found: ReportResults, first: int, last: int) -> Iterator[Record]:
    for hit in found.hits[first:last]:
        sentence = sentence_at(source.report.text, hit.start)
        stated = [f"{metric.indicator} {metric.quote}".strip() for metric in hit.metrics]
        yield without_empty(
            {
                "start": hit.start,
                "end": hit.end,
                "text": hit.text,
                "before": hit.before,
                "after": hit.after,
                "sentence": quoted(hit.sentence, hit.start - sentence[0]),
                **source.cited(hit.start),
                "link": str(source.links.of_span(*sentence)),
                "node": hit.node,
                "path": hit.path,
                "why": hit.why,
                "metrics_in_sentence": stated,
            }
        )


def _nearest(passages: list[Record]) -> Record:
    """Return what is said where nothing was found: passages that are no hits, but near."""
    return {"remark": messages.NOTHING_FOUND, **({"nearest": passages} if passages else {})}


def show(reports: Reports, arguments: dict[str, Any]) -> Record:
    """Show the text of a report, or of a place in it."""
    source = reports.of(arguments["report"])
    text = source.report.text
    place = arguments["place_in_report"]
    first, last = find_span(source.outline, place) if place else (0, len(text))
    if first == last:  # a percentage, or an offset
        last = len(text)
    start = first if arguments["start"] is None else arguments["start"]
    if not first <= start <= last:
        raise UsageError(messages.outside(start, first, last))
    end = min(last, start + (arguments["max_characters"] or DEFAULT_TEXT))
    shown = without_empty({"start": start, "end": end, "text": text[start:end], **source.cited(start)})
    head: Record = {"report": source.address, "characters_left": last - end}
    if end < last:
        head["remark"] = messages.more_text(last - end, end)
    if not place and arguments["start"] is None:
        head["contents"] = list(_contents(source))
    result = answer(head, [shown], 1, 0, reports.sources)
    if end < last:
        result |= {"truncated": True, "next_start": end}
    return result


def _contents(source: Source) -> Iterator[Record]:
    """Yield the chapters and sections of a report; of a report with many, the chapters."""
    nodes = [node for node in source.outline.nodes if node.level in ("part", "chapter", "section")]
    if len(nodes) > _MAX_NODES:
        nodes = [node for node in nodes if node.level == "chapter"][:_MAX_NODES]
    for node in nodes:
        yield _entry(source, node)


def _entry(source: Source, node: Node) -> Record:
    return {
        "id": node.id,
        "label": one_line(source.outline.label(node)[:_MAX_LABEL]),
        "start": node.start,
        "end": node.end,
    }


def page(arguments: dict[str, Any]) -> tuple[int, int]:
    """Return how many items are skipped, and how many are wanted."""
    return arguments["offset"] or 0, arguments["limit"] or DEFAULT_ITEMS


def filters_of(arguments: dict[str, Any]) -> str:
    """Return the filters of a query that place, level and year stand for.

    Raises:
        UsageError: If one of them is several words, which would be read as a part of the query.
    """
    given = {name: str(arguments.get(name) or "") for name in ("place", "level", "year")}
    for name, value in given.items():
        if len(value.split()) > 1 or '"' in value:
            raise UsageError(messages.one_word(name))
    return " ".join(f"{name}:{value}" for name, value in given.items() if value)
