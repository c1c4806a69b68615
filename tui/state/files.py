"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from tui.report.cleaning import one_line
from tui.report.errors import WriteError, reason

#: Seconds after which a temporary file is taken to be nobody's.
STRAY_AFTER = 60.0
#: Seconds by which two clocks may differ, that of a file server and this one.
CLOCK_SLACK = 60.0


def write_atomically(path: Path, data: bytes) -> None:
    """Puts ``data`` at ``path``: the old file or the new one, never half of one; links and mode are kept.

    Raises:
        WriteError: Where it cannot be written.
    """
    import tempfile  # the first screen reads what is remembered, and writes nothing

    target = Path(os.path.realpath(path))
    temporary = None
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)  # noqa: PTH101
        os.replace(temporary, target)  # noqa: PTH105
        _sweep(target)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
        raise WriteError(f"不能写入：{reason(error)}", path=one_line(str(path))) from None


def keep_newest(folder: Path, pattern: str, most: int) -> None:
    """Takes away all but the newest files of a kind.

    Raises:
        OSError: Where one cannot be taken away.
    """
    for file in sorted(folder.glob(pattern), key=_date, reverse=True)[most:]:
        file.unlink()


def _date(path: Path) -> float:
    """When a file was used last; one of tomorrow counts as the oldest, the clock has been set back since."""
    date = path.stat().st_mtime
    return date if date <= time.time() + CLOCK_SLACK else 0.0


def _sweep(target: Path) -> None:
    """Takes away what writes of the same file left that were killed; one that goes on just now is not that old."""
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if entry.name.startswith(f".{target.name}.") and entry.name.endswith(".tmp"):
                age = time.time() - entry.stat().st_mtime
                if abs(age) > STRAY_AFTER:  # the clock may have been set back
                    os.unlink(entry)  # noqa: PTH108


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
