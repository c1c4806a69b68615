"""Search a library and print the hits report by report, or how many there are each year."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator

from tui.cli import output, printing
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.tables import writer
from tui.library.library import Library, library_path
from tui.library.searching import Facets, LibrarySearch, ReportHits
from tui.messages import library as messages
from tui.report.errors import UsageError
from tui.report.sanitize import one_line

#: Characters of context on either side of a hit.
_CONTEXT = 24


def search_library(options: Namespace) -> int:
    """Print the hits of a query in a library; return the exit code."""
    if options.reports:
        raise UsageError(messages.LIBRARY_OR_REPORTS)
    with Library(library_path(options.library or None)) as library:
        search = library.search(options.query)
        if options.count or options.by == "year":
            return _print_facets(search.facets(), options)
        return _PRINTERS[options.format](search, options.stop)


def _print_facets(facets: Facets, options: Namespace) -> int:
    years = {
        str(year or "?"): facets.years[year] for year in sorted(facets.years, key=lambda year: year or 0)
    }
    if options.format == "json":
        printing.json_text({"total": facets.total, "reports": facets.reports, "facets": _facets(facets)})
    elif options.format == "csv":
        printer = writer("csv", "years", False)
        printer.add([list(messages.YEAR_COLUMNS[:2]), *([year, str(count)] for year, count in years.items())])
    elif options.count and options.by != "year":
        printing.line(str(facets.total))
    else:
        most = max(years.values(), default=1)
        for year, count in years.items():
            printing.line(f"{year}  {count:>6}  {'█' * max(1, round(40 * count / most))}")
    output.tell(messages.total(facets.total, facets.reports))
    return OK if facets.total else NOTHING_FOUND


def _facets(facets: Facets) -> dict[str, dict[str, int]]:
    years = {str(year): count for year, count in sorted(facets.years.items(), key=lambda item: item[0] or 0)}
    return {"year": years, "place": facets.places, "level": facets.levels}


def _hits(search: LibrarySearch, found: ReportHits) -> Iterator[dict[str, object]]:
    for hit in found.hits:
        node, path = search.node_at(found.report.id, hit.start)
        before, text, after = search.context(found.report.id, hit, _CONTEXT)
        why = {"why": hit.why} if hit.why else {}
        yield {
            "start": hit.start,
            "end": hit.end,
            "node": node,
            "path": path,
            "text": text,
            "before": before,
            "after": after,
            **why,
        }


def _print_list(search: LibrarySearch, stop: Callable[[], object]) -> int:
    total = reports = 0
    for found in search.hits_by_place():
        stop()
        total, reports = total + len(found.hits), reports + 1
        heading = messages.report_heading(found.report.place, found.report.plan_year, len(found.hits))
        printing.line(printing.strong(heading))
        group = ""
        for hit in _hits(search, found):
            if hit["path"] != group:
                group = str(hit["path"])
                printing.line(printing.muted(group))
            match = printing.strong(str(hit["text"]).replace("\n", ""))
            why = printing.muted(f"  ≈ {one_line(str(hit['why']))}") if "why" in hit else ""
            printing.line(f"  {hit['before']}{match}{hit['after']}{why}")
        output.flush()
    output.tell(messages.total(total, reports))
    return OK if total else NOTHING_FOUND


def _print_csv(search: LibrarySearch, stop: Callable[[], object]) -> int:
    printer = writer("csv", "hits", False)
    head = list(messages.HIT_COLUMNS)
    printer.add([head])
    total = 0
    for found in search.hits_by_place():
        stop()
        report = found.report
        total += len(found.hits)
        rows = [
            [report.place, messages.LEVEL_NAMES[report.level], str(report.plan_year or ""), str(hit["path"]), str(hit["before"]),
             str(hit["text"]).replace("\n", ""), str(hit["after"]), str(report.id)]
            for hit in _hits(search, found)
        ]  # fmt: skip
        printer.add([head, *rows])
    return OK if total else NOTHING_FOUND


def _print_json(search: LibrarySearch, stop: Callable[[], object]) -> int:
    records = []
    for found in search.hits_by_place():
        stop()
        report = {"id": found.report.id, "place": found.report.place, "level": found.report.level, "plan_year": found.report.plan_year, "title": found.report.title}  # fmt: skip
        records += [{"report": report, **hit} for hit in _hits(search, found)]
    facets = search.facets()
    printing.json_text(
        {
            "query": search.query.text,
            "total": facets.total,
            "reports": facets.reports,
            "facets": _facets(facets),
            "hits": records,
        }
    )
    return OK if records else NOTHING_FOUND


_PRINTERS: dict[str, Callable[[LibrarySearch, Callable[[], object]], int]] = {
    "list": _print_list,
    "csv": _print_csv,
    "json": _print_json,
}
