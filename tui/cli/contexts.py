"""Print the hits of ``search`` as a concordance, or the words near them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui.cli import output, printing
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.several import Reports, load
from tui.cli.tables import end_of, writer
from tui.exports.contexts import collocate_record, collocate_rows, line_record, line_rows
from tui.library.contexts import CONTEXT_CHARACTERS
from tui.library.library import Library
from tui.library.location import library_path
from tui.messages import contexts as messages
from tui.messages import library as library_messages
from tui.messages import start
from tui.report.errors import UsageError
from tui.report.sanitize import one_line
from tui.typeset.cells import ELLIPSIS, cell_length, cell_widths, cut, pad
from tui.wording.collocates import NEAR_CHARACTERS, collocates
from tui.wording.concordance import PlacedLine, sorted_placed
from tui.wording.model import Collocate, ConcordanceLine

_TASK = "tui.cli.contexts:read_file"
#: Seconds a pattern may take on one report.
_PATTERN_TIMEOUT_S = 5.0
#: Cells of context on either side of a hit, at least.
_MIN_SIDE = 8
#: How many collocates are printed unless asked otherwise.
_MOST_COLLOCATES = 50


def run(options: Namespace) -> int:
    """Print a concordance or collocates; return the exit code."""
    if options.collocates:
        return _collocates(options)
    if options.library is not None:
        with Library(library_path(options.library or None)) as library:
            query = library_query(options)
            near = options.near or CONTEXT_CHARACTERS
            lines = library.concordance(query, options.sort, near, options.stop)
        _print_lines(lines, query, options, has_reports=True)
        return OK if lines else NOTHING_FOUND
    reports = Reports(options)
    arguments = {"query": options.query, "near": options.near or CONTEXT_CHARACTERS}
    lines = [
        PlacedLine(ConcordanceLine(*line), *placed)
        for _, value in reports.each(read_file, _TASK, arguments)
        for line, placed in value["lines"]
    ]
    _print_lines(sorted_placed(lines, options.sort), options.query, options, reports.are_several)
    return reports.status(bool(lines))


def library_query(options: Namespace) -> str:
    """Return the query of a search in a library: all words, which need no quotation marks.

    Raises:
        UsageError: If a word is a file or a folder, which are not searched together with a library.
    """
    if any(Path(word).exists() for word in options.reports):
        raise UsageError(start.LIBRARY_OR_REPORT)
    return " ".join([options.query or "", *options.reports])


def read_file(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[dict[str, Any], bytes]:
    """Search a report, in this process or in a worker process: the lines of the concordance, or text and spans for collocates."""
    from tui.library.divisions import default_divisions
    from tui.library.identity import identify
    from tui.report.outline import Outline
    from tui.search.engine import Searcher
    from tui.wording.concordance import concordance

    index = Outline(load(arguments, data, with_metrics=False))
    text = index.report.text
    hits = Searcher(index, _PATTERN_TIMEOUT_S).search(arguments["query"]).hits
    spans = [(hit.start, hit.end) for hit in hits]
    if "near" not in arguments:
        return {"text": text, "spans": spans}, b""
    path = arguments["path"] or ""
    who = identify(index.report, path, default_divisions())
    lines = [
        (line, (text[line.start : line.end], 0, path, who.place, who.level, who.plan_year, index.own_name(index.at(line.start))))
        for line in concordance(text, spans, arguments["near"])
    ]  # fmt: skip
    return {"lines": lines}, b""


def _print_lines(lines: Sequence[PlacedLine], query: str, options: Namespace, has_reports: bool) -> None:
    reports = len({line.address for line in lines})
    total = len(lines)
    shown = lines if options.limit is None else lines[: options.limit]
    if options.format == "json":
        printing.json_text(line_record(shown, query, total, options.sort))
    elif options.format == "list":
        _print_aligned(shown, has_reports)
    else:
        writer(options.format, "lines", options.bom).add(line_rows(shown, options.headings))
    if len(shown) < total:
        output.tell(library_messages.total_of(len(shown), total, reports))
    elif has_reports:
        output.tell(library_messages.total(total, reports))
    else:
        output.tell(messages.hits(total))


def _print_aligned(lines: Sequence[PlacedLine], has_reports: bool) -> None:
    """Print lines with the hits one below the other, the report before each."""
    names = [end_of(one_line(line.address)) if has_reports else "" for line in lines]
    names_width = max(map(cell_length, names), default=0)
    texts = [one_line(line.text.replace("\n", "")) for line in lines]
    hit_width = max(map(cell_length, texts), default=0)
    room = printing.terminal_width() - names_width - (2 if names_width else 0)
    side = max(_MIN_SIDE, (room - hit_width) // 2)
    for name, text, placed in zip(names, texts, lines, strict=True):
        left = _end_of(one_line(placed.line.left), side)
        right = cut(one_line(placed.line.right), max(_MIN_SIDE, room - side - cell_length(text)))
        before = " " * (side - cell_length(left)) + left
        lead = f"{printing.muted(pad(name, names_width))}  " if names_width else ""
        printing.line(f"{lead}{before}{printing.strong(text)}{right}".rstrip())


def _end_of(text: str, width: int) -> str:
    """Return as much of the end of a text as fits, behind an ellipsis if that is not all."""
    if cell_length(text) <= width:
        return text
    room = width - cell_length(ELLIPSIS)
    used = 0
    sizes = cell_widths(text)
    for index in range(len(text) - 1, -1, -1):
        used += sizes[index]
        if used > room:
            return ELLIPSIS + text[index + 1 :]
    return text


def _collocates(options: Namespace) -> int:
    near = options.near or NEAR_CHARACTERS
    limit = options.limit or _MOST_COLLOCATES
    query = options.query
    if options.library is not None:
        query = library_query(options)
        with Library(library_path(options.library or None)) as library:
            found = library.collocates(query, near, limit, options.stop)
        status = OK if found else NOTHING_FOUND
    else:
        reports = Reports(options)
        texts = [
            (value["text"], [(start, end) for start, end in value["spans"]])
            for _, value in reports.each(read_file, _TASK, {"query": query})
        ]
        found = collocates(texts, near, limit, options.stop)
        status = reports.status(bool(found))
    _print_collocates(found, query, options)
    if not found:
        output.tell(messages.NO_COLLOCATES)
    return status


def _print_collocates(found: Sequence[Collocate], query: str, options: Namespace) -> None:
    if options.format == "json":
        printing.json_text(collocate_record(found, query))
    elif found or options.format != "list":
        form = "table" if options.format == "list" else options.format
        writer(form, "collocates", options.bom).add(collocate_rows(found, options.headings))
