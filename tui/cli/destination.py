"""Where a command's output goes: to standard output, or to the file of ``-o``, which is written as a whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.output import OutputError, tell
from tui.exports.overwriting import overwritten
from tui.library.location import library_path
from tui.messages import destinations as messages
from tui.messages import errors as error_messages
from tui.report.errors import UsageError, WriteError
from tui.report.sanitize import one_line
from tui.state.files import replacement

STANDARD_OUTPUT = "-"
#: Formats that are plain text.
_TEXT = ("text", "table", "list", "tree")
#: Formats by the endings of files; a command has at most one of each.
_ENDINGS = {
    ".txt": _TEXT,
    ".csv": ("csv",),
    ".json": ("json",),
    ".md": ("md",),
    ".markdown": ("md",),
    ".html": ("html",),
    ".htm": ("html",),
    ".yaml": ("yaml",),
    ".yml": ("yaml",),
    ".xlsx": ("xlsx",),
}
#: What SQLite keeps beside a library.
_LIBRARY_FILES = ("", "-wal", "-shm")


def format_of(output: str | None, formats: tuple[str, ...], usual: str | None) -> str | None:
    """Return the format that the name of an output stands for.

    Args:
        output: The name; None or ``-`` for standard output.
        formats: Those the command has.
        usual: The one where the name says nothing; None leaves that to the command.

    Raises:
        UsageError: If the name stands for no format of the command.
    """
    ending = Path(output or STANDARD_OUTPUT).suffix.lower()
    if not ending or (ending == ".txt" and (usual in _TEXT or usual is None)):
        return usual
    form = next((name for name in _ENDINGS.get(ending, ()) if name in formats), None)
    if form is None:
        if ending in _ENDINGS:
            raise UsageError(messages.no_such_format(_ENDINGS[ending][0], formats))
        raise UsageError(messages.unknown_ending(one_line(ending), formats))
    return form


def run_to(options: Namespace, command: Callable[[Namespace], int]) -> int:
    """Run a command; what it prints becomes the content of the file that is named, unless nothing was found or it failed.

    A sheet with rows is written also where some of the reports could not be read.

    ``options.written`` writes the file before the command has ended, given the exit code.

    Raises:
        WriteError: If the file cannot be written, or must not.
    """
    path = _target(options)
    if path is None:
        options.written = lambda status: None
        return command(options)
    check(path, _sources(options), options.force)
    with _failing_as(path), tempfile.TemporaryFile() as file:
        text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="", write_through=True)
        is_written = False

        def write(status: int) -> None:
            nonlocal is_written
            if not is_written:
                is_written = True
                sys.stdout.flush()
                _write(path, file, options, status)

        options.written = write
        with redirect_stdout(text):
            status = command(options)
            write(status)
        text.detach()
    return status


def _target(options: Namespace) -> Path | None:
    """Return the file that is to be written; None for standard output, and where the command writes the file itself."""
    if "formats" not in options or not options.formats:
        return None
    return None if options.output in (None, STANDARD_OUTPUT) else Path(options.output)


@contextmanager
def _failing_as(path: Path) -> Iterator[None]:
    """Tell a failure of what stands in for standard output as one of the file."""
    try:
        yield
    except OutputError as error:
        why = error.strerror or str(error)
        raise WriteError(error_messages.cannot_write(why), path=one_line(str(path))) from None


def _write(path: Path, file: io.BufferedIOBase, options: Namespace, status: int) -> None:
    """Write what was printed to the file, and tell so."""
    size = file.seek(0, os.SEEK_END)
    shown = one_line(str(path))
    is_partial = status != NOTHING_FOUND and getattr(options, "rows", 0) > 0
    if not size or (status != OK and not is_partial and not options.answers_always):
        tell(messages.not_written(shown, is_failed=status not in (OK, NOTHING_FOUND)))
        return
    with replaced(path, _sources(options), options.force) as temporary, temporary.open("wb") as target:
        file.seek(0)
        shutil.copyfileobj(file, target)
    tell(messages.written(shown, getattr(options, "rows", None)))


@contextmanager
def replaced(path: Path, sources: Iterable[str], force: bool) -> Iterator[Path]:
    """Give a file to write to, which becomes the one named when that is done.

    Args:
        path: The file.
        sources: The files its content is made from, which are never replaced.
        force: Whether to replace any other file.

    Raises:
        WriteError: If it cannot be written, or must not.
    """
    check(path, sources, force)
    with replacement(path) as temporary:
        yield temporary


def check(path: Path, sources: Iterable[str], force: bool) -> None:
    """Refuse a file that must not be replaced; see :func:`replaced`.

    Raises:
        WriteError: If it must not.
    """
    if overwritten(path, sources) is not None and not force:
        raise WriteError(messages.FILE_EXISTS, path=one_line(str(path)))


def library_files(named: str | None) -> list[str]:
    """Return the files of a library."""
    return [f"{library_path(named)}{end}" for end in _LIBRARY_FILES]


def _sources(options: Namespace) -> Iterator[str]:
    """Yield the files and folders that a command is given, and those of the library."""
    given = {
        name: value for name, value in vars(options).items() if name not in ("output", "library", "formats")
    }
    for value in given.values():
        words = value if isinstance(value, (list, tuple)) else [value]
        yield from (word for word in words if isinstance(word, str) and word and os.path.lexists(word))
    if "library" in options:
        yield from library_files(options.library or None)
