"""Tools that tell of terms: how often reports have one, and which are new in a report; and whether quotations are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tui.assistants.answers import Record, answer, quoted, without_empty
from tui.assistants.reading import filters_of, page
from tui.assistants.reports import Reports, Source
from tui.library.quotation_search import FoundQuotation
from tui.messages import assistants as messages
from tui.report.errors import UsageError
from tui.search.quotations.checking import check, is_short
from tui.search.quotations.model import KINDS, Passage
from tui.search.quotations.passages import unquoted
from tui.search.quotations.source import Quotation
from tui.wording.model import NewTerm
from tui.wording.term_export import term_record, trend_record
from tui.wording.terms import term_changes

#: Other reports that have a quotation, too.
_MAX_OTHERS = 10
#: Differences that are listed.
_MAX_PAIRS = 20


def terms(reports: Reports, arguments: dict[str, Any]) -> Record:
    """Count a term through the years, or list the terms that are new in a report or gone from it."""
    term, later = arguments["term"], arguments["report"]
    if bool(term) == bool(later):
        raise UsageError(messages.TERM_OR_REPORT)
    return _trend(reports, arguments) if term else _changes(reports, arguments)


def _trend(reports: Reports, arguments: dict[str, Any]) -> Record:
    if arguments["compared_with"] or arguments["gone"]:
        raise UsageError(messages.TERM_OR_REPORT)
    term = arguments["term"]
    phrase = f'"{term}"' if " " in term and not any(mark in term for mark in '"/') else term
    trend = reports.needed_library().trend(phrase, filters_of(arguments), reports.stop)
    record = trend_record(trend)
    head: Record = {"term": term, "levels": record["levels"]}
    if trend.first is not None:
        head["first"] = reports.numbered(trend.first.report).passage(trend.first.start, trend.first.end)
    years: Any = record["years"]
    offset, limit = arguments["offset"] or 0, arguments["limit"] or len(years) or 1
    return answer(head, years[offset : offset + limit], len(years), offset, reports.sources)


def _changes(reports: Reports, arguments: dict[str, Any]) -> Record:
    if filters_of(arguments):
        raise UsageError(messages.TERM_OR_REPORT)
    later = reports.of(arguments["report"])
    earlier = _earlier(reports, later, arguments["compared_with"])
    others = None
    if reports.library is not None:
        others = reports.library.term_sources(_key(earlier), _key(later), reports.stop)
    new, gone = term_changes(earlier.report, later.report, others, reports.stop)
    chosen, source = (gone, earlier) if arguments["gone"] else (new, later)
    offset, limit = page(arguments)
    items = [_term(one, source) for one in chosen[offset : offset + limit]]
    head = {"earlier": {"report": earlier.address}, "later": {"report": later.address}}
    if others is not None and others.are_enough:
        head["other_reports"] = {"earlier": len(others.earlier), "later": len(others.later)}  # type: ignore[dict-item]
    return answer(head, items, len(chosen), offset, reports.sources)


def _earlier(reports: Reports, later: Source, named: str | None) -> Source:
    if named:
        return reports.of(named)
    before = None
    if reports.library is not None and later.number is not None:
        before = reports.library.predecessor(later.number)
    if before is None:
        raise UsageError(messages.NO_EARLIER)
    return reports.numbered(before)


def _key(source: Source) -> Any:
    """Return how a library takes a report: by its number, or as it is if it has none."""
    return source.report if source.number is None else source.number


def _term(term: NewTerm, source: Source) -> Record:
    record = term_record(term, source.report)
    del record["text"]
    kept = ("before", "after")
    return {**without_empty(record, keep=kept), **source.passage(term.start, term.end)}


# -- quotations ----------------------------------------------------------------------------------


def verify(reports: Reports, arguments: dict[str, Any]) -> Record:
    """Tell of quotations whether they are in a report or a library, and what was changed."""
    offset = arguments["offset"] or 0
    total = len(arguments["quotes"])
    quotes = [unquoted(quote) for quote in arguments["quotes"][offset:]]
    filters = filters_of(arguments)
    if reports.library is None or arguments["report"]:
        if filters:
            raise UsageError(messages.FILTERS_OR_REPORT if reports.library else messages.NEEDS_LIBRARY)
        source = reports.of(arguments["report"])
        items = [_checked(quote, source, check(Quotation(quote), source.links.source)) for quote in quotes]
    else:
        verifier = reports.library.verifier(filters)
        items = [_checked_in_library(reports, quote, verifier(quote, reports.stop)) for quote in quotes]
    counts = Counter(item["kind"] for item in items)
    head = {"counts": {kind: counts[kind] for kind in KINDS}}
    return answer(head, items, total, offset, reports.sources)


def _checked_in_library(reports: Reports, quote: str, found: Sequence[FoundQuotation]) -> Record:
    if not found:
        return _checked(quote, None, None)
    first = found[0]
    item = _checked(quote, reports.numbered(first.report), first.passage)
    if first.passage.kind == "exact" and found[1:]:
        item["others"] = [reports.addresses.of(other.report) for other in found[1 : 1 + _MAX_OTHERS]]
    return item


def _checked(quote: str, source: Source | None, passage: Passage | None) -> Record:
    if source is None or passage is None:
        return {"quotation": quoted(quote), "kind": "not_found", "is_short": is_short(quote)}
    record = {
        "quotation": quoted(quote),
        "kind": passage.kind,
        "apart_from": list(passage.apart_from),
        "numbers": [pair._asdict() for pair in passage.numbers[:_MAX_PAIRS]],
        "differences": [pair._asdict() for pair in passage.differences[:_MAX_PAIRS]],
        "times": passage.times,
        **source.cited(passage.start),
        "start": passage.start,
        "end": passage.end,
        "text": quoted(source.report.text[passage.start : passage.end]),
        "link": str(source.links.of_span(passage.start, passage.end)),
    }
    return without_empty(record)
