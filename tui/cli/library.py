"""Add reports to a library, remove, list, check and export them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence

from tui.cli import output, printing
from tui.cli.exit_codes import DATA, NOTHING_FOUND, OK
from tui.cli.library_adding import add, rebuild
from tui.cli.library_export import export
from tui.cli.library_info import year_table
from tui.cli.library_watch import watch
from tui.cli.tables import writer
from tui.exports.library import report_record, report_rows
from tui.library.addresses import is_address
from tui.library.library import Library
from tui.library.location import library_path
from tui.library.saved_queries import SavedQuery
from tui.messages import library as messages
from tui.report.errors import ReadError, UsageError
from tui.report.sanitize import one_line


def run(options: Namespace) -> int:
    """Do what is to be done with the library."""
    return _ACTIONS[options.action](options)


def _remove(options: Namespace) -> int:
    with Library(library_path(options.library), write=True) as library:
        removed = sum(_removed(library, path) for path in options.paths)
    output.tell(messages.removed(removed))
    return OK if removed else NOTHING_FOUND


def _removed(library: Library, name: str) -> int:
    """Remove what a path or an address names; return how many files that were, and complain if none."""
    removed = library.remove([name])
    try:
        removed = removed or library.remove_report(name)
    except (ReadError, UsageError) as error:
        output.complain(
            str(error) if is_address(name) else messages.failed(one_line(name), messages.NO_SUCH_PATH)
        )
    return removed


def _list(options: Namespace) -> int:
    with Library(library_path(options.library)) as library:
        reports = library.reports(" ".join(options.filters))
        addresses = library.addresses()
    if options.format == "json":
        printing.json_text({"reports": [report_record(report, addresses) for report in reports]})
    else:
        writer(options.format, "reports", False).add(report_rows(reports, addresses))
    if not reports:
        output.tell(messages.NO_REPORTS)
    return OK if reports else NOTHING_FOUND


def _queries(options: Namespace) -> int:
    path = library_path(options.library)
    if options.delete is not None:
        with Library(path), Library(path, write=True) as library:  # one that is not there is not made
            library.queries.delete(options.delete)
        output.tell(messages.query_deleted(options.delete))
        return OK
    with Library(path) as library:
        runs = [library.queries.run(query.name) for query in library.queries]
    rows = [(*run.saved, len(run.new.hits_before)) for run in runs]
    names = (*SavedQuery._fields, "new")
    if options.format == "json":
        printing.json_text({"queries": [dict(zip(names, row, strict=True)) for row in rows]})
    elif rows or options.format == "csv":
        told = [(name, query, messages.moment(at), *counts) for name, query, at, *counts in rows]
        cells = [[one_line(str(cell)) for cell in row] for row in told]
        writer(options.format, "queries", False).add([messages.QUERY_COLUMNS, *cells])
    if not rows:
        output.tell(messages.NO_QUERIES)
    return OK if rows else NOTHING_FOUND


def _info(options: Namespace) -> int:
    with Library(library_path(options.library)) as library:
        info, path = library.info(" ".join(options.filters)), str(library.path)
    if options.format == "json":
        years = [
            {"level": level, "place": place, "years": some} for (level, place), some in info.years.items()
        ]
        printing.json_text({**info._asdict(), "path": path, "years": years})
        return OK
    if options.format == "csv":
        printer = writer("csv", "years", False)
        rows = [
            [place, messages.LEVEL_NAMES.get(level, one_line(level)), messages.years(some)]
            for (level, place), some in info.years.items()
        ]
        printer.add(
            [[messages.REPORT_COLUMNS[1], messages.REPORT_COLUMNS[2], messages.REPORT_COLUMNS[3]], *rows]
        )
        return OK
    printing.line(messages.size(path, info.file_bytes, info.index_bytes, info.characters))
    printing.line(messages.counts(info.reports, info.files, info.characters, info.metrics))
    if info.failed:
        printing.line(messages.failed_heading(info.failed).rstrip("："))
    if info.old:
        printing.line(messages.old_heading(info.old))
    for line in year_table(info.years, printing.terminal_width()):
        printing.line(line)
    return OK


def _check(options: Namespace) -> int:
    with Library(library_path(options.library)) as library:
        damages = library.damages()
        if damages:
            for line in (messages.DAMAGED, *damages):
                output.complain(line)
            return DATA
        failures, vanished, doubled = library.failures(), library.vanished(), library.doubled()
        misnamed, unlinked = library.misnamed(), library.unlinked()
    printing.line(messages.SOUND)
    parts: Sequence[tuple[Callable[[int], str], Sequence[str]]] = (
        (messages.failed_heading, [messages.failed(one_line(path), error) for path, error in failures]),
        (messages.vanished_heading, [one_line(path) for path in vanished]),
        (messages.misnamed_heading, [messages.misnamed(one_line(path), said) for path, said in misnamed]),
        (messages.doubled_heading, [f"{place} {year}" for place, year in doubled]),
        (messages.unlinked_heading, [messages.failed(one_line(name), error) for name, error in unlinked]),
    )
    for heading, lines in parts:
        if lines:
            printing.line(heading(len(lines)))
            for line in lines:
                printing.line(f"  {line}")
    printing.line(messages.checked([len(lines) for _, lines in parts]))
    return OK


_ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "add": add,
    "remove": _remove,
    "list": _list,
    "info": _info,
    "queries": _queries,
    "check": _check,
    "export": export,
    "rebuild": rebuild,
    "watch": watch,
}
