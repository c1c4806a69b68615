"""Converted reports, kept by what they were converted from: a second opening reads a record and converts nothing.

The folder may be emptied at any time. A file in it that cannot be read, or is not the user's own, is as good as none.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from tui.library.loading import STANDARD_INPUT, is_outline, read_bytes
from tui.library.record import read_record, write_record
from tui.messages import reports
from tui.report.errors import HuijiError
from tui.report.model import Report
from tui.state.files import keep_newest, write_private
from tui.state.own_files import read_file

#: Reports kept, and bytes of all of them; the one not opened for the longest time goes first.
MOST, MAX_BYTES_IN_ALL = 100, 256 * 1024 * 1024
#: Bytes of a record; a text of 2 million characters with 32,000 metrics takes 9 MB.
MAX_BYTES = 96 * 1024 * 1024
#: Where the rules of conversion stand: other rules make another report.
_RULES = ("convert", "metrics", "report")


Tell = Callable[[str], object]
#: Converts bytes, given what they are called, an encoding and the folder of conversions.
Convert = Callable[[bytes, str, str | None, Path, Tell], Report]


def convert_and_cache(data: bytes, name: str, encoding: str | None, folder: Path, tell: Tell) -> Report:
    """Convert a report in this process, and keep the result."""
    from tui.convert.pipeline import convert_with_notes  # its rules take longer to load than a record to read

    report = convert_with_notes(data, name, encoding, tell=tell).report
    key = _key(hashlib.sha256(data).hexdigest(), PurePath(name).name, encoding)
    _keep(folder / f"{key}.json", key, report)
    return report


def load_cached(
    path: str,
    encoding: str | None,
    folder: Path,
    tell: Tell = str,
    convert: Convert = convert_and_cache,
) -> Report:
    """The report a path names, converted only if no earlier conversion of the same bytes is at hand.

    Args:
        path: The file, ``-`` for standard input.
        encoding: A codec to use instead of finding out.
        folder: Where conversions are kept.
        tell: Told what is being done, in a few words.
        convert: Converts what is not at hand, and keeps it.

    Raises:
        HuijiError: As :func:`tui.library.loading.load_report`.
    """
    data = read_bytes(path)
    name = reports.STANDARD_INPUT if path == STANDARD_INPUT else path
    if is_outline(name, data):
        from tui.outline_file.reading import read_outline  # most reports are none

        return read_outline(data, name)
    digest = hashlib.sha256(data).hexdigest()
    key = _key(digest, PurePath(name).name, encoding)
    kept = folder / f"{key}.json"
    report = _kept(kept, key, digest)
    return convert(data, name, encoding, folder, tell) if report is None else report


def _key(digest: str, name: str, encoding: str | None) -> str:
    """A name for what becomes of some bytes: they, what they are called, and the rules decide it."""
    key = hashlib.sha256(digest.encode())
    for part in (name, encoding or "", *_rules()):
        key.update(b"\0" + part.encode("utf-8", "surrogatepass"))
    return key.hexdigest()[:32]


def _rules() -> Iterator[str]:
    """The size and the date of each file of rules."""
    package = Path(__file__).parents[1]
    for name in _RULES:
        for file in sorted((package / name).rglob("*.py")):
            status = file.stat()
            yield f"{file.name} {status.st_size} {status.st_mtime_ns}"


def _kept(path: Path, key: str, digest: str) -> Report | None:
    """The report that was converted from the same bytes, if its record is sound; it counts as used now."""
    with suppress(OSError, ValueError):
        report = read_record(read_file(path, MAX_BYTES), key)
        if report.source.sha256 == digest:
            with suppress(OSError):
                os.utime(path)
            return report
    return None


def _keep(path: Path, key: str, report: Report) -> None:
    """Keep the record of a report that can be read back; another one would be written at each opening."""
    with suppress(OSError, ValueError, RecursionError, HuijiError):
        data = write_record(report, key)
        if len(data) <= MAX_BYTES and read_record(data, key) == report:
            write_private(path, data)
            keep_newest(path.parent, "*.json", MOST, MAX_BYTES_IN_ALL)
            keep_newest(path.parent, "*.yaml", 0)  # what earlier versions kept
