"""The files that ``convert`` is to convert, each with a target of its own."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.library.loading import OUTLINE_SUFFIXES, READABLE_SUFFIXES, STANDARD_INPUT
from tui.messages import cli as messages
from tui.messages import errors as error_messages
from tui.report.errors import HuijiError, ReadError, UsageError, WriteError, reason
from tui.report.sanitize import one_line


class Conversion(NamedTuple):
    """A file to convert.

    Attributes:
        path: The file, ``-`` for standard input.
        target: The outline file to write, ``-`` for standard output.
        error: Why it is not to be converted.
    """

    path: str
    target: str
    error: HuijiError | None = None


def conversions(options: Namespace) -> list[Conversion]:
    """Return the conversions to do, each file once.

    Raises:
        ReadError: If a folder has no reports.
        UsageError: If one output is named for several inputs.
        WriteError: If the folder for the outlines cannot be made.
    """
    paths = list(_each_once(_files(options.inputs)))
    output = options.output
    folder = Path(output) if output and output != STANDARD_INPUT else None
    if len(paths) == 1 and not (folder is not None and folder.is_dir()):
        beside = STANDARD_INPUT if paths[0] == STANDARD_INPUT else str(Path(paths[0]).with_suffix(".yaml"))
        return [Conversion(paths[0], output or beside)]
    if output == STANDARD_INPUT or (folder is not None and folder.exists() and not folder.is_dir()):
        raise UsageError(messages.ONE_OUTPUT)
    if folder is not None:
        _make(folder)
    return list(_targets(paths, folder))


def _targets(paths: Sequence[str], folder: Path | None) -> Iterator[Conversion]:
    """Yield each file with its target; of files that differ only in their type, the later ones keep it in the name."""
    sources: dict[str, str] = {}
    for path in paths:
        if path == STANDARD_INPUT:
            error: HuijiError = UsageError(messages.INPUT_AMONG_OTHERS)
            yield Conversion(path, STANDARD_INPUT, error)
            continue
        source = Path(path)
        parent = folder or source.parent
        targets = [parent / source.with_suffix(".yaml").name, parent / f"{source.name}.yaml"]
        free = [target for target in targets if _key(target) not in sources]
        holder = sources.get(_key(targets[0]))
        if holder is not None and Path(holder).suffix.lower() == source.suffix.lower():
            free = []  # its type would not tell them apart
        if not free:
            held = next(target for target in targets if _key(target) in sources)
            why = messages.same_target(one_line(sources[_key(held)]), one_line(str(held)))
            yield Conversion(path, str(held), WriteError(why, path=one_line(path)))
            continue
        sources[_key(free[0])] = path
        yield Conversion(path, str(free[0]))


def _key(target: Path) -> str:
    """Return what two names of one file have in common, also on a file system that ignores case."""
    return os.path.abspath(target).casefold()  # noqa: PTH100 - Path.resolve follows links


def _each_once(paths: Iterator[str]) -> Iterator[str]:
    seen = set()
    for path in paths:
        name = path if path == STANDARD_INPUT else os.path.abspath(path)  # noqa: PTH100
        if name not in seen:
            seen.add(name)
            yield path


def _files(inputs: Sequence[str]) -> Iterator[str]:
    suffixes = set(READABLE_SUFFIXES) - set(OUTLINE_SUFFIXES)
    return each_file(inputs, lambda files: [file for file in files if file.suffix.lower() in suffixes])


def each_file(paths: Sequence[str], choose: Callable[[list[Path]], list[Path]]) -> Iterator[str]:
    """Yield the paths, with each folder replaced by the chosen ones of its files.

    Raises:
        ReadError: If a folder cannot be read, or has no reports.
    """
    for path in paths:
        if not is_folder(path):
            yield path
            continue
        files = choose(files_of(path))
        if not files:
            raise ReadError(messages.NO_REPORTS, path=one_line(path))
        yield from map(str, files)


def is_folder(path: str) -> bool:
    """Return whether a path names a folder; one that names nothing, or cannot be looked at, does not."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def files_of(path: str) -> list[Path]:
    """Return the sorted entries of a folder that are no folders, also those that cannot be read: they get an error each.

    Raises:
        ReadError: If the folder cannot be read.
    """
    try:
        return sorted(file for file in Path(path).iterdir() if not is_folder(str(file)))
    except OSError as error:
        raise ReadError(reason(error), path=one_line(path)) from None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else error_messages.BAD_NAME
        raise WriteError(messages.cannot_make_folder(why), path=one_line(str(folder))) from None
