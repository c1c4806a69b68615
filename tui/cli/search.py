"""Search one report, several, or all of a folder, and print the hits of each as soon as it has been searched."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from tui.cli import output, printing, spreadsheets
from tui.cli.hit_lines import CONTEXT, print_hit
from tui.cli.several import Reports, load
from tui.cli.tables import writer
from tui.messages import cli as messages
from tui.messages import sheets as sheet_messages
from tui.report.errors import UsageError
from tui.report.sanitize import one_line

#: Seconds a pattern may take on one report: nobody waits at a screen.
_PATTERN_TIMEOUT_S = 5.0
_TASK = "tui.cli.search:search_file"
_HIT_FIELDS = ("report", "path", "before", "text", "after")
#: The results of a report as a worker process sends them: ``total``, the ``paragraphs`` with hits, ``hits``.
_Results = dict[str, Any]


def run(options: Namespace) -> int:
    """Print hits, in the reports that are named or in a library."""
    is_sheet = spreadsheets.is_asked(options)
    if options.concordance or options.collocates:
        if is_sheet:
            raise UsageError(sheet_messages.NO_CONTEXTS)
        from tui.cli import contexts  # other searches need neither

        return contexts.run(options)
    if is_sheet and options.count:
        raise UsageError(sheet_messages.NO_COUNT)
    if options.library is not None:
        from tui.cli.library_search import search_library  # a search of files needs no library

        return search_library(options)
    return _search_reports(options, is_sheet)


def _search_reports(options: Namespace, is_sheet: bool) -> int:
    """Print hits with their context, grouped by report and by section."""
    reports = Reports(options)
    if reports.are_several:
        _check(options.query)
    total = 0
    records: list[object] = []
    rows = writer(options.format, "hits", options.bom) if options.format in ("csv", "md") else None
    head = messages.HIT_COLUMNS if options.headings == "zh" else _HIT_FIELDS
    if rows and not options.count:
        rows.add([head])
    found: list[tuple[str, _Results]] = []
    arguments = {"query": options.query, "count": options.count, "sentences": is_sheet}
    for path, results in reports.each(search_file, _TASK, arguments):
        total += results["total"]
        name = one_line(str(path)) if reports.are_several else None
        if is_sheet:
            if results["total"]:
                found.append((one_line(str(path)) if path else "", results))
        elif options.format == "json":
            records += [_record(hit, path if reports.are_several else None) for hit in results["hits"]]
        elif options.count:
            printing.line(str(results["total"]) if name is None else f"{name}\t{results['total']}")
        elif rows:
            rows.add([head, *(_row(hit, one_line(str(path)) if path else "") for hit in results["hits"])])
        elif results["total"]:
            _print_hits(results, name)
    if options.format == "json":
        printing.json_text({"query": options.query, "total": total, "hits": records})
    if is_sheet:
        _write_sheet(found, options, reports)
    return reports.status(total > 0)


def _write_sheet(found: Sequence[tuple[str, _Results]], options: Namespace, reports: Reports) -> None:
    """Write the hits as a spreadsheet."""
    from tui.sheets.hits import file_hit_sheet  # only spreadsheets need it

    rows = [_sheet_row(hit, path) for path, results in found for hit in results["hits"]]
    spreadsheets.write(
        file_hit_sheet(options.query, rows, [results["about"] for _, results in found]),
        options,
        reports.missing,
    )


def _check(query: str) -> None:
    """Report what is wrong with a query once for all reports, except for places, which only some reports have.

    Raises:
        UsageError: If the query is wrong.
    """
    from tui.search.patterns import compile_pattern
    from tui.search.query import parse_query

    parsed = parse_query(query)
    for term in (*parsed.terms, *parsed.excluded):
        if term.pattern is not None:
            compile_pattern(term.pattern)


def search_file(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[_Results, bytes]:
    """Search a report, in this process or in a worker process."""
    from tui.report.outline import Outline
    from tui.report.sentences import sentence_at
    from tui.search.engine import Searcher

    index = Outline(load(arguments, data, with_metrics=False))
    searcher = Searcher(index, _PATTERN_TIMEOUT_S)
    results = searcher.search(arguments["query"])
    hits = []
    for hit in () if arguments["count"] else results.hits:
        node = index.at(hit.start)
        before, after = searcher.context(hit, CONTEXT + 1, CONTEXT + 1)
        sentence = sentence_at(index.report.text, hit.start) if arguments["sentences"] else (0, 0)
        hits.append(
            {
                "start": hit.start,
                "end": hit.end,
                "node": node.id,
                "path": index.own_name(node),
                "text": index.report.text[hit.start : hit.end],
                "before": before,
                "after": after,
                "why": hit.why,
                "sentence": index.report.text[slice(*sentence)],
            }
        )
    told = {"total": len(results.hits), "paragraphs": results.paragraphs, "hits": hits}
    if arguments["sentences"]:
        from tui.sheets.figures import about  # only spreadsheets need it

        told["about"] = about(index.report)
    return told, b""


def _record(hit: dict[str, Any], path: str | None) -> dict[str, object]:
    """Return a hit as JSON has it."""
    record: dict[str, object] = {"report": path} if path is not None else {}
    record |= {**hit, "before": hit["before"][-CONTEXT:], "after": hit["after"][:CONTEXT]}
    del record["sentence"]
    if not hit["why"]:
        del record["why"]
    return record


def _row(hit: dict[str, Any], path: str) -> list[str]:
    """Return a hit as a row of a table."""
    before, after = hit["before"][-CONTEXT:], hit["after"][:CONTEXT]
    return [path, hit["path"], before, hit["text"].replace("\n", ""), after]


def _sheet_row(hit: dict[str, Any], path: str) -> list[str]:
    """Return a hit as a row of a spreadsheet, with an ellipsis where its line has more."""
    report, section, before, text, after = _row(hit, path)
    is_cut = len(hit["before"]) > CONTEXT, len(hit["after"]) > CONTEXT
    before, after = sheet_messages.with_cuts(before, after, is_cut)
    return [report, section, before, text, after, hit["sentence"]]


def _print_hits(results: _Results, name: str | None) -> None:
    if name is not None:
        printing.line(printing.strong(messages.hits_in_report(name, results["total"])))
    group, why = "", ""
    for hit in results["hits"]:
        if hit["why"] != why:
            why = hit["why"]
            printing.line(printing.muted(f"≈ {one_line(why)}") if why else "")
        if hit["path"] != group:
            group = hit["path"]
            printing.line(printing.muted(group))
        print_hit(hit["before"], hit["text"], hit["after"])
    if name is None:
        output.tell(messages.hits(results["total"], results["paragraphs"]))
