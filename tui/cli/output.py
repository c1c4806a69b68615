"""Standard output and standard error of commands: UTF-8, and failures told apart from those of files."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from tui.messages import cli as messages
from tui.report.sanitize import one_line


class OutputError(OSError):
    """Standard output cannot be written to."""


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says, with ``?`` for what cannot be encoded.

    Streams that were closed before the program began are None: nobody hears what goes to standard error.

    An unbuffered stream (``PYTHONUNBUFFERED``) gets a buffer: without one, Python loses what a pipe does not
    take at once.

    Raises:
        OutputError: If standard output is closed.
    """
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
    if sys.stdout is None:
        raise OutputError(messages.OUTPUT_CLOSED)
    raw = getattr(sys.stdout, "buffer", None)
    if isinstance(raw, io.RawIOBase):
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(raw))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def write(text: str) -> None:
    """Write text to standard output.

    Raises:
        BrokenPipeError: If the reader of a pipe has gone.
        OutputError: If it fails otherwise.
    """
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.errno, error.strerror) from None


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output, behind the text that was written.

    Raises:
        BrokenPipeError: If the reader of a pipe has gone.
        OutputError: If it fails otherwise.
    """
    flush()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.errno, error.strerror) from None


def flush() -> None:
    """Have everything written so far leave the program.

    Raises:
        BrokenPipeError: If the reader of a pipe has gone.
        OutputError: If it fails otherwise.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.errno, error.strerror) from None


def abandon() -> None:
    """Keep the interpreter from writing to a dead standard output once more when it ends."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)


def tell(text: str) -> None:
    """Print a line for people on standard error."""
    print(one_line(text), file=sys.stderr)


def complain(text: str) -> None:
    """Print an error on standard error."""
    tell(messages.error_line(text))
