"""Cache conversions as records, so that a report is converted only when it is opened for the first time.

The folder may be emptied at any time. A file in it that cannot be read, or is not the user's own, is ignored.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path, PurePath

from tui.library.loading import STANDARD_INPUT, is_outline, read_bytes, read_report
from tui.library.record import read_record, write_record
from tui.messages import reports
from tui.report.errors import HuijiError
from tui.report.hashing import sha256_hex
from tui.report.model import Report
from tui.state.files import keep_newest, write_private
from tui.state.own_files import read_file

#: Records kept, and bytes of all of them; the least recently used goes first.
MAX_RECORDS, MAX_TOTAL_BYTES = 100, 256 * 1024 * 1024
#: Bytes of a record; a text of 2 million characters with 32,000 metrics takes 9 MB.
MAX_BYTES = 96 * 1024 * 1024
#: The packages with the rules of conversion: a change of any makes all records stale.
_RULE_PACKAGES = ("convert", "links", "metrics", "report")

Tell = Callable[[str], object]
#: Converts bytes, given their name, an encoding and the folder of the cache.
Convert = Callable[[bytes, str, str | None, Path, Tell], Report]


def convert_and_cache(data: bytes, name: str, encoding: str | None, folder: Path, tell: Tell) -> Report:
    """Convert a report in this process and cache it."""
    from tui.convert.pipeline import convert_with_notes  # its rules take longer to load than a record

    report = convert_with_notes(data, name, encoding, tell=tell).report
    key = key_of(hashlib.sha256(data).hexdigest(), name, encoding)
    if write_kept(folder / f"{key}.json", key, report):
        with suppress(OSError):
            keep_newest(folder, "*.json", MAX_RECORDS, MAX_TOTAL_BYTES)
            keep_newest(folder, "*.yaml", 0)  # records of earlier versions
    return report


def load_cached(
    path: str, encoding: str | None, folder: Path, tell: Tell = str, convert: Convert = convert_and_cache
) -> Report:
    """Return the report a path names, from the cache if the same bytes were converted before.

    Args:
        path: The file, ``-`` for standard input.
        encoding: A codec to use instead of detecting one.
        folder: The folder of the cache.
        tell: Called with what is being done, in a few words.
        convert: Converts and caches what is not in the cache.

    Raises:
        HuijiError: As :func:`tui.library.loading.load_report`.
    """
    data = read_bytes(path)
    name = reports.STANDARD_INPUT if path == STANDARD_INPUT else path
    if is_outline(name, data):
        return read_report(data, name)
    digest = hashlib.sha256(data).hexdigest()
    key = key_of(digest, name, encoding)
    kept = folder / f"{key}.json"
    report = read_kept(kept, key, digest)
    return convert(data, name, encoding, folder, tell) if report is None else report


def key_of(digest: str, path: str, encoding: str | None, with_metrics: bool = True) -> str:
    """Return the key of a conversion: what its bytes, the names of file and folder, the encoding and the rules decide."""
    names = PurePath(path).parent.name, PurePath(path).name
    parts = (digest, *names, encoding or "", *_rules(), *(() if with_metrics else ("text",)))
    return sha256_hex(*(part.encode("utf-8", "surrogatepass") for part in parts))[:32]


@cache
def _rules() -> tuple[str, ...]:
    """Return name, size and date of each module of rules, as it was when this process first asked."""
    package = Path(__file__).parents[1]
    files = [file for name in _RULE_PACKAGES for file in sorted((package / name).rglob("*.py"))]
    statuses = [(file.name, file.stat()) for file in files]
    return tuple(f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in statuses)


def read_kept(path: Path, key: str, digest: str) -> Report | None:
    """Return the report of a sound record of the same bytes, and count it as used now; None if there is none."""
    with suppress(OSError, ValueError):
        report = read_record(read_file(path, MAX_BYTES), key)
        if report.source.sha256 == digest:
            with suppress(OSError):
                os.utime(path)
            return report
    return None


def write_kept(path: Path, key: str, report: Report) -> bool:
    """Write the record of a report, if it can be read back; return whether it was written."""
    with suppress(OSError, ValueError, RecursionError, HuijiError):
        data = write_record(report, key)
        if len(data) <= MAX_BYTES and read_record(data, key) == report:
            write_private(path, data)
            return True
    return False
