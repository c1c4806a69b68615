"""The files that ``convert`` is to convert, each with a target of its own."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.library.addresses import library_with
from tui.library.folders import is_folder, read_folder
from tui.library.loading import OUTLINE_SUFFIXES, STANDARD_INPUT, readable_suffixes
from tui.messages import cli as messages
from tui.messages import destinations
from tui.messages import errors as error_messages
from tui.messages import pages as page_messages
from tui.report.errors import HuijiError, ReadError, UsageError, WriteError, reason
from tui.report.sanitize import one_line

#: Ends of the names of files that are written.
_OUTLINE_SUFFIX, _PAGE_SUFFIX = ".yaml", ".html"


class Conversion(NamedTuple):
    """A file to convert.

    Attributes:
        path: The file, ``-`` for standard input.
        target: The outline file or page to write, ``-`` for standard output.
        error: Why it is not to be converted.
    """

    path: str
    target: str
    error: HuijiError | None = None


class Work(NamedTuple):
    """What ``convert`` has to do.

    Attributes:
        conversions: The conversions, each file once.
        skipped: Files in folders that are no reports.
    """

    conversions: list[Conversion]
    skipped: list[Path]


class _Input(NamedTuple):
    """A file to convert.

    Attributes:
        path: The file, ``-`` for standard input.
        below: The folder it is in, relative to the folder that was named.
        error: Why it is not to be converted.
    """

    path: str
    below: Path = Path()
    error: HuijiError | None = None


def work(options: Namespace) -> Work:
    """Return what to do.

    Raises:
        ReadError: If a folder has no reports.
        UsageError: If one output is named for several inputs.
        WriteError: If the folder for the outlines cannot be made.
    """
    skipped: list[Path] = []
    inputs = list(_each_once(_inputs(options.inputs, skipped)))
    output = options.output
    suffix = _PAGE_SUFFIX if options.html else _OUTLINE_SUFFIX
    if len(inputs) == 1 and not _is_for_several(options):
        if options.html and not output and library_with(inputs[0].path, options.library) is not None:
            raise UsageError(page_messages.HTML_NEEDS_OUTPUT)
        return Work([_single(inputs[0], output, suffix)], skipped)
    folder = Path(output) if output else None
    if output == STANDARD_INPUT or (folder is not None and folder.exists() and not folder.is_dir()):
        raise UsageError(messages.OUTPUT_NOT_FOLDER)
    conversions = list(_targets(inputs, folder, suffix))
    if folder is not None:
        for parent in dict.fromkeys(
            [folder, *(Path(job.target).parent for job in conversions if not job.error)]
        ):
            _make(parent)
    return Work(conversions, skipped)


def _is_for_several(options: Namespace) -> bool:
    """Return whether the output of a single file is a folder: it is one, ends with a slash, or a folder was named."""
    output = options.output
    if not output or output == STANDARD_INPUT:
        return False
    return is_folder(output) or output.endswith(("/", os.sep)) or any(map(is_folder, options.inputs))


def _single(source: _Input, output: str | None, suffix: str) -> Conversion:
    path = source.path
    beside = STANDARD_INPUT if path == STANDARD_INPUT else str(Path(path).with_suffix(suffix))
    return Conversion(path, output or beside, source.error)


def _targets(inputs: Sequence[_Input], folder: Path | None, suffix: str) -> Iterator[Conversion]:
    """Yield each file with its target; of files that differ only in their type, the later ones keep it in the name."""
    sources: dict[str, str] = {}
    for path, below, error in inputs:
        if path == STANDARD_INPUT:
            error = UsageError(messages.INPUT_AMONG_OTHERS)
        if error is not None:
            yield Conversion(path, STANDARD_INPUT, error)
            continue
        source = Path(path)
        parent = source.parent if folder is None else folder / below
        targets = [parent / source.with_suffix(suffix).name, parent / f"{source.name}{suffix}"]
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


def _each_once(inputs: Iterator[_Input]) -> Iterator[_Input]:
    seen = set()
    for source in inputs:
        name = source.path if source.path == STANDARD_INPUT else os.path.abspath(source.path)  # noqa: PTH100
        if name not in seen:
            seen.add(name)
            yield source


def _inputs(paths: Sequence[str], skipped: list[Path]) -> Iterator[_Input]:
    """Yield the files to convert, and add those in folders that are no reports to ``skipped``."""
    suffixes = set(readable_suffixes()) - set(OUTLINE_SUFFIXES)
    for path in paths:
        if not is_folder(path):
            yield _Input(path)
            continue
        found = read_folder(path, suffixes)
        skipped += found.skipped
        if not found.files and not found.errors:
            raise ReadError(messages.NO_REPORTS, path=one_line(path))
        for file in found.files:
            yield _Input(str(file), file.parent.relative_to(path))
        for error in found.errors:
            yield _Input(error.path or path, error=error)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else error_messages.BAD_NAME
        raise WriteError(destinations.cannot_make_folder(why), path=one_line(str(folder))) from None
