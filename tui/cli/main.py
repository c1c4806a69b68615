"""Runs a command; the one place of the command line where errors become words and exit codes."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.report.errors import HuijiError, OutputError, UsageError, as_huiji_error
from tui.report.sanitize import one_line

Browse = Callable[[str | None, str | None, str | None, str | None, int | None], int]

PROGRAM = "huiji-tui"
INTERRUPTED, BROKEN_PIPE, IO_ERROR = 130, 141, 74
#: Set to 1, it has the traceback of an unforeseen exception printed.
_DEBUG = "HUIJI_DEBUG"


def run(arguments: Sequence[str], browse: Browse) -> int:
    """Runs the program.

    Args:
        arguments: The words behind the program's name.
        browse: Opens the screen, given report, encoding, place, query and the width of “; returns the exit status.

    Returns:
        The exit status: 0 found or done, 1 nothing found, else as ``sysexits.h`` has it.
    """
    try:
        _use_utf8()
        status = _run(arguments, browse)
        _flush()
        return status
    except KeyboardInterrupt as stopped:
        return getattr(stopped, "status", INTERRUPTED)
    except BrokenPipeError:
        _forget_stdout()
        return BROKEN_PIPE
    except OutputError as error:
        _forget_stdout()
        return _fail(f"输出失败：{error.strerror or error}", IO_ERROR)
    except Exception as error:
        return _tell(as_huiji_error(error))


def _tell(error: HuijiError) -> int:
    """Say what is wrong in one line; what was printed before it may still be on its way."""
    if error.trace and os.environ.get(_DEBUG) == "1":
        sys.stderr.write(error.trace)
    try:
        _flush()
    except OSError:
        _forget_stdout()
    return _fail(str(error), error.exit_code)


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.errno, error.strerror) from None


def _run(arguments: Sequence[str], browse: Browse) -> int:
    if not arguments and _at_a_terminal():
        return browse(None, None, None, None, None)
    from tui.cli.parser import PARSERS, browse_parser

    if arguments and arguments[0] in PARSERS:
        from tui.cli.commands import command
        from tui.cli.stopping import STOPPER  # the screen handles signals in a way of its own

        with STOPPER.watch():
            return command(arguments[0])(PARSERS[arguments[0]]().parse_args(arguments[1:]))
    options = browse_parser().parse_args(arguments)
    if not _at_a_terminal(reading_input=options.report == "-"):
        raise UsageError("需要在终端中运行；要打印内容，请用 outline、show、search 等命令")
    return browse(options.report, options.encoding, options.at, options.find, options.ambiguous_width)


def _at_a_terminal(reading_input: bool = False) -> bool:
    """Whether there is a terminal to draw on (the screen is drawn on standard error) and to read keys from."""
    dumb = os.environ.get("TERM", "dumb") == "dumb"
    return (reading_input or os.isatty(0)) and os.isatty(1) and os.isatty(2) and not dumb


def _use_utf8() -> None:
    """Text goes out as UTF-8 whatever the locale says; what cannot be encoded is shown as ``?``.

    Streams that were closed before the program began are None: nobody hears what goes to standard error.

    An unbuffered stream (``PYTHONUNBUFFERED``) gets a buffer: without one, Python loses what a pipe does not
    take at once.
    """
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
    if sys.stdout is None:
        raise OutputError("标准输出已关闭")
    raw = getattr(sys.stdout, "buffer", None)
    if isinstance(raw, io.RawIOBase):
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(raw))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _fail(message: str, status: int) -> int:
    print(f"{PROGRAM}: error: {one_line(message)}", file=sys.stderr)
    return status


def _forget_stdout() -> None:
    """Keeps the interpreter from writing to a dead stream once more when it ends."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)
