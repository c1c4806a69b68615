"""Export a library: all of it as SQLite, or a view as CSV or JSON."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui.cli import output
from tui.cli.destination import STANDARD_OUTPUT, library_files, replaced
from tui.cli.exit_codes import OK
from tui.cli.linking import link
from tui.cli.tables import writer
from tui.library.library import Library
from tui.library.location import library_path
from tui.messages import destinations
from tui.messages import library as messages
from tui.report.errors import UsageError
from tui.report.sanitize import one_line

#: Rows that are printed together.
_BATCH = 1000


def export(options: Namespace) -> int:
    """Export the library or a view of it."""
    with Library(library_path(options.library)) as library:
        if options.table == "promises":
            link(library, options)
        if options.table != "sqlite":
            _print_view(library, options)
        elif options.output in (None, STANDARD_OUTPUT) or options.filters:
            raise UsageError(messages.WHOLE_LIBRARY)
        else:
            with replaced(Path(options.output), library_files(options.library), options.force) as temporary:
                library.copy_to(temporary)
            output.tell(destinations.written(one_line(options.output), None))
    return OK


def _print_view(library: Library, options: Namespace) -> None:
    names, rows = library.view(options.table, " ".join(options.filters))
    printer = writer(options.format, options.table, options.bom)
    if options.format != "json":
        printer.add([names])
    batch = []
    for number, row in enumerate(rows, 1):
        is_json = options.format == "json"
        batch.append(dict(zip(names, row, strict=True)) if is_json else [_cell(value) for value in row])
        if number % _BATCH == 0:
            options.stop()
            printer.add(batch if is_json else [names, *batch])
            batch.clear()
    if batch:
        printer.add(batch if options.format == "json" else [names, *batch])
    printer.close()


def _cell(value: object) -> str:
    """Write a value: numbers without a fraction as whole numbers, as people do."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else one_line(str(value))
