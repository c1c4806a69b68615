"""Tools that tell of terms: how often reports have one, and which are new in a report."""

from __future__ import annotations

from typing import Any

from tui.assistants.answers import Record, answer, without_empty
from tui.assistants.reading import filters_of, page
from tui.assistants.reports import Reports, Source
from tui.messages import assistants as messages
from tui.report.errors import UsageError
from tui.wording.model import NewTerm
from tui.wording.term_export import term_record, trend_record
from tui.wording.terms import term_changes


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
    trend = reports.needed_library().trend(phrase, filters_of(arguments))
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
        others = reports.library.term_sources(_key(earlier), _key(later))
    new, gone = term_changes(earlier.report, later.report, others)
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
