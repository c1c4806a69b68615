"""Run a command; the one place of the command line where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.cli import output
from tui.cli.exit_codes import BROKEN_PIPE, INTERRUPTED, IO_ERROR, exit_code
from tui.messages import cli as messages
from tui.messages import start
from tui.report.errors import HuijiError, UsageError, as_huiji_error

if TYPE_CHECKING:
    from argparse import Namespace

Browse = Callable[[str | None, str | None, str | None, str | None, int | None, str | None, str | None], int]

#: Commands that wait for someone else most of the time.
_WAITING = ("read", "mcp")
#: Set to 1, it has the traceback of an unforeseen exception printed.
_DEBUG = "HUIJI_DEBUG"


def run(arguments: Sequence[str], browse: Browse) -> int:
    """Run the program.

    Args:
        arguments: The arguments after the program's name.
        browse: Opens the screen, given report, encoding, place, query, the width of “, the library, and an earlier report to
            read beside it; returns the exit status.

    Returns:
        The exit status, see :mod:`tui.cli.exit_codes`.
    """
    try:
        output.use_utf8()
        status = _run(arguments, browse)
        output.flush()
        return status
    except KeyboardInterrupt as stopped:
        return getattr(stopped, "status", INTERRUPTED)
    except BrokenPipeError:
        output.abandon()
        return BROKEN_PIPE
    except output.OutputError as error:
        output.abandon()
        output.complain(messages.output_failed(error.strerror or str(error)))
        return IO_ERROR
    except Exception as error:
        return _report(as_huiji_error(error))


def _report(error: HuijiError) -> int:
    """Print an error behind what was printed before it, and return its exit code."""
    if error.trace and os.environ.get(_DEBUG) == "1":
        sys.stderr.write(error.trace)
    try:
        output.flush()
    except OSError:
        output.abandon()
    output.complain(str(error))
    return exit_code(error)


def _run(arguments: Sequence[str], browse: Browse) -> int:
    if not arguments and _at_a_terminal():
        return browse(None, None, None, None, None, None, None)
    from tui.cli.parser import PARSERS, browse_parser  # a start without arguments needs no parser

    if arguments and arguments[0] in PARSERS:
        from tui.cli.stopping import Stopper  # the screen handles signals in a way of its own

        stopper = Stopper()
        with stopper.watch():
            options = PARSERS[arguments[0]]().parse_args(arguments[1:])
            options.stop = stopper.check
            command = _command(arguments[0])
            if arguments[0] in _WAITING or getattr(options, "action", "") == "watch":
                return command(options)
            from tui.cli.destination import run_to
            from tui.cli.waiting import told_of_waiting  # those that wait themselves do not need it

            with told_of_waiting():
                return run_to(options, command)
    from tui.cli.reports import check_report

    if arguments:  # before its options, which may be those of a command
        check_report(arguments[0], PARSERS)
    options = browse_parser().parse_args(arguments)
    _check(options)
    for word in options.reports:
        check_report(word, PARSERS)
    if not _at_a_terminal(reading_input=options.reports == ["-"]):
        raise UsageError(start.NO_TERMINAL)
    *earlier, report = options.reports or [None]
    return browse(
        report,
        options.encoding,
        options.at,
        options.find,
        options.ambiguous_width,
        options.library,
        next(iter(earlier), None),
    )


def _check(options: Namespace) -> None:
    """Refuse arguments for the screen that do not go together."""
    if options.library is not None and options.reports:
        raise UsageError(start.LIBRARY_OR_REPORT)
    if len(options.reports) > 2:
        raise UsageError(start.MOST_REPORTS)
    if len(options.reports) == 2 and (options.at or options.find or "-" in options.reports):
        raise UsageError(start.ONE_REPORT)


def _command(name: str) -> Callable[..., int]:
    """Return the function ``run`` of a command's module, which takes the parsed arguments and returns the exit code.

    It is imported when it is called: importing all of them takes longer than most of them run.
    """
    from importlib import import_module

    command: Callable[..., int] = import_module(f"tui.cli.{name}").run
    return command


def _at_a_terminal(reading_input: bool = False) -> bool:
    """Return whether there is a terminal to draw on (the screen is drawn on standard error) and to read keys from."""
    dumb = os.environ.get("TERM", "dumb") == "dumb"
    return (reading_input or os.isatty(0)) and os.isatty(1) and os.isatty(2) and not dumb
