"""Read a report line by line: write what is said, read an answer, until there are no more."""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.cli import output, printing
from tui.cli.exit_codes import OK
from tui.cli.reports import load_report
from tui.library.addresses import library_with
from tui.library.loading import STANDARD_INPUT
from tui.library.location import library_path
from tui.library.past import LibraryPast
from tui.messages import reading as messages
from tui.reading.reader import Reader
from tui.report.errors import UsageError
from tui.report.outline import Outline
from tui.report.sanitize import one_line

if TYPE_CHECKING:
    from tui.library.past import Past
    from tui.report.model import Report


def run(options: Namespace) -> int:
    """Read a report to someone who answers."""
    if options.report == STANDARD_INPUT:
        raise UsageError(messages.NOT_FROM_INPUT)
    report = load_report(options.report, options.encoding, None, options.library)
    reader = Reader(Outline(report), _past(report, options))
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    has_person = sys.stdin is not None and sys.stdin.isatty()
    asked = [words for words in (options.at, options.find and f"/{options.find}") if words]
    _say(reader.greet()[: 1 if asked else None])
    for words in asked:
        _say(reader.answer(words))
    while not reader.is_over:
        if has_person:
            output.write(reader.prompt)
            output.flush()
        line = _next_line()
        if not line:
            if has_person:
                printing.line("")
            break
        _say(reader.answer(line))
    return OK


def _past(report: Report, options: Namespace) -> Past | None:
    """Return what the library knows of the year before; None if there is no library."""
    library = library_path(options.library)
    if not library.exists():
        return None
    number = None
    if options.report is not None and library_with(options.report, options.library) is not None:
        from tui.library.library import Library

        with Library(library) as opened:
            number = opened.find(options.report)
    return LibraryPast(library, report, number, options.report)


def _next_line() -> str:
    """Return the next line of standard input with its end; empty at its end."""
    return sys.stdin.readline() if sys.stdin is not None else ""


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        printing.line(one_line(line))
    output.flush()
