"""Search a library and print the hits report by report, the metrics beside them, or how many there are each year or place."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile, groupby
from pathlib import Path

from tui.cli import output, printing, spreadsheets
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.hit_lines import CONTEXT, print_hit
from tui.cli.library_rows import HitRows, MetricRows
from tui.cli.tables import JsonWriter, table, writer
from tui.exports.library import summary
from tui.library.hit_cells import stated
from tui.library.library import Library
from tui.library.location import library_path
from tui.library.results import Group, LibraryResults, ReportResults
from tui.library.saved_queries import Run
from tui.library.searching import Facets
from tui.messages import library as messages
from tui.messages import sheets as sheet_messages
from tui.messages import start
from tui.report.errors import ReadError, UsageError, WriteError
from tui.report.sanitize import one_line

#: Cells of the longest bar.
_BAR_LENGTH = 30


def search_library(options: Namespace) -> int:
    """Print the hits of a query in a library, or what is new for a saved one; return the exit code."""
    path = library_path(options.library or None)
    query = _query(options)
    with Library(path) as library:
        run = library.queries.run(options.saved) if options.saved is not None else None
        results = run.new if run else library.search(query)
        if not results.query.terms:
            raise UsageError(messages.NO_TERMS)
        if options.save is not None:  # what is wrong with the name is told before anything is printed
            with Library(path, write=True) as writing:
                writing.queries.save(options.save, results.text)
        if run and not results.hits_before:
            output.tell(messages.nothing_new(run.saved.at, sum(run.counts.values()), len(run.counts)))
        status = _print(library, results, options)
        if options.save is not None:
            run = library.queries.run(options.save)
    if run:
        output.flush()  # what nobody saw stays new
        options.written(status)
        _keep(path, run)
    if options.save is not None:
        output.tell(messages.saved(options.save))
    return status


def _keep(path: Path, run: Run) -> None:
    """Keep what a saved query has found; warn where the library cannot be written to."""
    try:
        with Library(path, write=True) as writing:
            writing.queries.keep(run)
    except (ReadError, WriteError) as error:
        output.tell(messages.not_kept(error.message))


def _query(options: Namespace) -> str:
    """Return the query: all words, which need no quotation marks.

    Raises:
        UsageError: If a word is a file or a folder, which are not searched together with a library.
    """
    if any(Path(word).exists() for word in options.reports):
        raise UsageError(start.LIBRARY_OR_REPORT)
    return " ".join([options.query or "", *options.reports])


def _print(library: Library, results: LibraryResults, options: Namespace) -> int:
    if options.by != "report":
        return _print_groups(library, results.groups(options.by), results, options)
    if options.count:
        return _print_count(results.facets(), results, options)
    if options.format == "list" and not options.metrics:
        addresses = library.addresses()
        return _Listed(results, options).each(
            lambda found: _print_report(found, addresses.place_of(found.report.id))
        )
    listed = _Listed(results, options)
    rows = MetricRows(library, results, options) if options.metrics else HitRows(library, results, options)
    if options.format == "json":
        name = {"name": options.saved} if options.saved else {}
        records = JsonWriter(rows.name, {**name, **summary(results.text, *results.facets())})
        status = listed.each(lambda found: records.add(rows.of(found)))
        records.close()
    elif options.format == "list":  # all at once: the columns are as wide as the widest cells
        collected: list[Sequence[str]] = [rows.head]
        status = listed.each(lambda found: collected.extend(rows.of(found)))
        table(collected)
    elif options.format == spreadsheets.FORMAT:
        status = _write_sheet(library, results, listed, rows, options)
    else:
        printed = writer(options.format, rows.name, options.bom)
        printed.add([rows.head])
        status = listed.each(lambda found: printed.add([rows.head, *rows.of(found)]))
    if isinstance(rows, MetricRows):
        output.tell(messages.metrics_in_all(rows.count))
        return OK if rows.count else NOTHING_FOUND
    return status


def _write_sheet(
    library: Library,
    results: LibraryResults,
    listed: _Listed,
    rows: MetricRows | HitRows,
    options: Namespace,
) -> int:
    """Write hits or metrics as a spreadsheet, once all of them are there; return the exit code."""
    from tui.sheets.hits import library_hit_sheet  # only spreadsheets need them
    from tui.sheets.metrics import found_metric_sheet

    collected: list[Sequence[str]] = []
    reports: set[int] = set()

    def collect(found: ReportResults) -> None:
        cells = rows.of(found)
        collected.extend(cells)
        if cells:
            reports.add(found.report.id)

    status = listed.each(collect)
    make = found_metric_sheet if isinstance(rows, MetricRows) else library_hit_sheet
    spreadsheets.write(make(results.text, collected, len(reports)), options)
    return status


class _Listed:
    """The results that are printed: all, or the first.

    Args:
        results: The results.
        options: The order of the reports, and how many hits are printed.
    """

    def __init__(self, results: LibraryResults, options: Namespace) -> None:
        self._results = results
        self._options = options
        self._hits = self._reports = 0

    def each(self, print_report: Callable[[ReportResults], object]) -> int:
        """Print them report by report, each at once, and then how many there are; return the exit code."""
        for found in self._found():
            self._options.stop()
            print_report(found)
            output.flush()
        limit = self._options.limit
        if limit is not None and self._hits == limit:
            facets = self._results.facets()
            output.tell(messages.total_of(self._hits, facets.total, facets.reports))
        elif self._hits or not self._options.saved:
            output.tell(messages.total(self._hits, self._reports))
        return OK if self._hits else NOTHING_FOUND

    def _found(self) -> Iterator[ReportResults]:
        limit = self._options.limit
        for found in self._results.by(self._options.sort, CONTEXT + (self._options.format == "list")):
            hits = found.hits if limit is None else found.hits[: limit - self._hits]
            self._hits, self._reports = self._hits + len(hits), self._reports + 1
            yield found._replace(hits=hits)
            if self._hits == limit:
                return


def _print_report(found: ReportResults, place: str) -> None:
    """Print the hits of a report below their headings, and below each sentence what it states."""
    report = found.report
    heading = messages.report_heading(place, report.plan_year, len(found.hits), found.hits_before)
    printing.line(printing.strong(one_line(heading)))
    group = why = ""
    for _, hits in groupby(found.hits, key=lambda hit: hit.sentence):
        for hit in hits:
            if hit.path != group:
                group = hit.path
                printing.line(printing.muted(one_line(group)))
            if hit.why != why:
                why = hit.why
                printing.line(printing.muted(f"≈ {one_line(why)}") if why else "")
            print_hit(one_line(hit.before), one_line(hit.text), one_line(hit.after))
        if hit.metrics:
            printing.line(printing.muted(f"    {messages.METRICS}{one_line(stated(hit.metrics))}"))


def _print_count(facets: Facets, results: LibraryResults, options: Namespace) -> int:
    if options.format == "json":
        printing.json_text(summary(results.text, *facets))
    else:
        printing.line(str(facets.total))
    output.tell(messages.total(facets.total, facets.reports))
    return OK if facets.total else NOTHING_FOUND


def _print_groups(library: Library, groups: list[Group], results: LibraryResults, options: Namespace) -> int:
    total, reports = sum(group.hits for group in groups), sum(group.reports for group in groups)
    if options.format == "json":
        printed = JsonWriter(
            "groups", {"query": results.text, "total": total, "reports": reports, "by": options.by}
        )
        printed.add([dict(zip((options.by, *Group._fields[1:]), group, strict=True)) for group in groups])
        printed.close()
    else:
        _print_group_rows(groups, results.text, library.path, options)
    output.tell(messages.total(total, reports))
    return OK if total else NOTHING_FOUND


def _print_group_rows(groups: list[Group], query: str, library: Path, options: Namespace) -> None:
    head = [messages.GROUPS[options.by], *messages.GROUP_COLUMNS]
    if options.headings == "en":
        head = [options.by, *Group._fields[1:]]
    names = messages.LEVEL_NAMES if options.by == "level" else {}
    rows = [
        [names.get(str(value), one_line(str(value or ""))), *map(str, numbers)] for value, *numbers in groups
    ]
    if options.format == spreadsheets.FORMAT:
        from tui.sheets.plain import plain_sheet  # only spreadsheets need it

        lines = [sheet_messages.query_line(query), sheet_messages.LIBRARY_SOURCE]
        title = sheet_messages.GROUP_TITLE
        sheet = plain_sheet(sheet_messages.GROUPS, title, [head, *rows], lines)
        spreadsheets.write(sheet, options)
        return
    if options.format != "list":
        writer(options.format, "groups", options.bom).add([head, *rows])
        return
    most = max((group.hits for group in groups), default=0) or 1
    bars = ["█" * -(-_BAR_LENGTH * group.hits // most) for group in groups]
    barred = [[*row, bar] for row, bar in zip(rows, bars, strict=True)]
    table([[*head, ""], *dropwhile(lambda row: not row[-1], barred)])
