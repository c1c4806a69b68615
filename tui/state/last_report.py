"""The report of a library that was read last: the path of the library and that of the report, with a NUL between them.

The first screen waits for this module: it imports nothing that is not loaded anyway.
"""

from __future__ import annotations

from tui.state.own_files import read_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

FILE = "last-report"
_MAX_BYTES = 16 * 1024


def read_last_report(folder: str) -> tuple[str, str] | None:
    """Return the library and the report read last from one, as absolute paths; None if none is known."""
    try:
        raw = read_file(f"{folder}/{FILE}", _MAX_BYTES)
    except (OSError, ValueError):
        return None
    library, _, report = raw.decode("utf-8", "surrogateescape").partition("\0")
    return (library, report) if library and report else None


def write_last_report(folder: Path, library: str, report: str) -> None:
    """Note the report that is read; nothing happens if that is not possible."""
    from contextlib import suppress  # only needed to write

    from tui.report.errors import HuijiError
    from tui.state.files import write_private

    if read_last_report(str(folder)) != (library, report):
        with suppress(HuijiError, OSError, ValueError):
            write_private(folder / FILE, f"{library}\0{report}".encode("utf-8", "surrogateescape"))
