"""Export a library: all of it as SQLite, or a view as CSV or JSON; files are replaced only if that is asked for."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from tui.cli.exit_codes import OK
from tui.cli.linking import link
from tui.cli.tables import writer
from tui.library.library import Library
from tui.library.location import library_path
from tui.messages import cli as cli_messages
from tui.messages import library as messages
from tui.report.errors import UsageError, WriteError
from tui.report.sanitize import one_line
from tui.state.files import replacement

#: Rows that are printed together.
_BATCH = 1000


def export(options: Namespace) -> int:
    """Export the library or a view of it."""
    output = Path(options.output) if options.output not in (None, "-") else None
    with Library(library_path(options.library)) as library:
        if options.table == "promises":
            link(library, options)
        if options.table == "sqlite":
            if output is None or options.filters:
                raise UsageError(messages.WHOLE_LIBRARY)
            with _file(output, library, options.force) as temporary:
                library.copy_to(temporary)
        elif output is None:
            _print_view(library, options)
        else:
            with (
                _file(output, library, options.force) as temporary,
                temporary.open("w", encoding="utf-8", newline="") as file,
                redirect_stdout(file),
            ):
                _print_view(library, options)
    return OK


@contextmanager
def _file(path: Path, library: Library, force: bool) -> Iterator[Path]:
    """Give a file to write to, which becomes the one named.

    Raises:
        WriteError: If that exists and is not to be replaced, or is the library itself.
    """
    own = {os.path.realpath(f"{library.path}{end}") for end in ("", "-wal", "-shm")}
    if os.path.realpath(path) in own:
        raise WriteError(cli_messages.IS_SOURCE, path=one_line(str(path)))
    if not force and os.path.lexists(path):
        raise WriteError(cli_messages.FILE_EXISTS, path=one_line(str(path)))
    with replacement(path) as temporary:
        yield temporary


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
