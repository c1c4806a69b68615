"""Cache conversions of many reports, as when a folder is searched, apart from those of reports that were opened.

There they would push out the others. Records are spread over sixteen folders, each with a limit of its own, so that only a few have
to be looked at when one is written. Searches need no metrics: their records are without, and under another key.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from pathlib import Path

from tui.library.cache import Convert, Tell, key_of, read_kept, write_kept
from tui.report.errors import HuijiError
from tui.report.model import Report
from tui.state.files import keep_newest

#: The folder in that of the cache, and bytes in each of the sixteen in it: 1 GB in all.
FOLDER, MAX_FOLDER_BYTES = "many", 64 * 1024 * 1024


def cached_apart(with_metrics: bool) -> Convert:
    """Return a function that converts a report, with its metrics or without, unless it was converted so before."""

    def convert(data: bytes, name: str, encoding: str | None, folder: Path, tell: Tell) -> Report:
        digest = hashlib.sha256(data).hexdigest()
        keys = [key_of(digest, name, encoding, with_metrics)]
        if not with_metrics:
            keys.append(key_of(digest, name, encoding))
        for key in keys:
            report = read_kept(_path(folder, key), key, digest)
            if report is not None:
                return report
        from tui.convert import pipeline  # its rules take longer to load than a cached conversion to read

        report = pipeline.convert(data, name, encoding, with_metrics)
        path = _path(folder, keys[0])
        if write_kept(path, keys[0], report):
            with suppress(OSError, HuijiError):
                keep_newest(path.parent, "*.json", sys.maxsize, MAX_FOLDER_BYTES)
        return report

    return convert


def _path(folder: Path, key: str) -> Path:
    return folder / FOLDER / key[0] / f"{key}.json"
