"""Converted reports, kept by what they were converted from: a second opening reads an outline and converts nothing.

The folder may be emptied at any time. A file in it that cannot be read is as good as none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from tui.convert.load import STANDARD_INPUT, is_outline, read_bytes
from tui.report.errors import HuijiError
from tui.report.model import Report
from tui.report.outline_read import read_outline
from tui.state.files import keep_newest, write_atomically

#: Reports kept; the one not opened for the longest time goes first.
MOST = 100
#: Where the rules of conversion stand: other rules make another outline.
_RULES = ("convert", "metrics", "report")


def load_kept(path: str, encoding: str | None, folder: Path, tell: Callable[[str], object] = str) -> Report:
    """The report a path names, converted only if no earlier conversion of the same bytes is at hand.

    Args:
        path: The file, ``-`` for standard input.
        encoding: A codec to use instead of finding out.
        folder: Where conversions are kept.
        tell: Told what is being done, in a few words.

    Raises:
        HuijiError: As :func:`tui.convert.load.load_report`.
    """
    data = read_bytes(path)
    name = "标准输入" if path == STANDARD_INPUT else path
    if is_outline(name, data):
        return read_outline(data, name)
    kept = folder / f"{_key(data, PurePath(name).name, encoding)}.yaml"
    with suppress(OSError, HuijiError):
        report = read_outline(kept.read_bytes(), name)
        kept.touch()
        return report
    from tui.convert.convert import (
        convert_with_notes,
    )  # its rules take longer to load than an outline to read

    report = convert_with_notes(data, name, encoding, tell=tell).report
    _keep(kept, report)
    return report


def _key(data: bytes, name: str, encoding: str | None) -> str:
    """A name for what becomes of some bytes: they, what they are called, and the rules decide it."""
    digest = hashlib.sha256(data)
    for part in (name, encoding or "", *_rules()):
        digest.update(b"\0" + part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


def _rules() -> Iterator[str]:
    """The size and the date of each file of rules."""
    package = Path(__file__).parents[1]
    for name in _RULES:
        for file in sorted((package / name).glob("*.py")):
            status = file.stat()
            yield f"{file.name} {status.st_size} {status.st_mtime_ns}"


def _keep(path: Path, report: Report) -> None:
    from tui.report.outline_write import write_outline

    with suppress(OSError, HuijiError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, write_outline(report))
        keep_newest(path.parent, "*.yaml", MOST)
