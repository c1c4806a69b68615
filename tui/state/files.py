"""Write a file completely or not at all; keep a folder from growing."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.messages import errors as messages
from tui.report.errors import WriteError, reason
from tui.report.sanitize import one_line

#: Permissions of files and folders that only the user may read.
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
#: Age in seconds from which a temporary file is taken to be left over.
STRAY_AFTER_S = 60.0
#: Seconds by which two clocks may differ, that of a file server and this one.
CLOCK_SLACK_S = 60.0


def write_atomically(path: Path, data: bytes, *, mode: int | None = None, follow: bool = True) -> None:
    """Replace a file: at any time it has the old content or the new one, never a part.

    Args:
        path: The file.
        data: Its content.
        mode: Its permissions; None to keep those it has, or those the umask leaves to a new file.
        follow: Whether to write to the target of a symbolic link instead of replacing the link.

    Raises:
        WriteError: If it cannot be written, or is a FIFO, a device or a folder.
    """
    with replacement(path, mode=mode, follow=follow) as temporary, temporary.open("wb") as file:
        file.write(data)


def create_new(path: Path) -> Path:
    """Create an empty file in the current folder; if there is one of that name, with the first free number.

    Exclusive creation, because another window may write at the same moment, and because a broken link counts as a file.

    Raises:
        WriteError: If the folder cannot be written to.
    """
    number, free = 1, path
    while True:
        try:
            os.close(os.open(free, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        except FileExistsError:
            number += 1
            free = path.with_stem(f"{path.stem}-{number}")
        except OSError as error:
            raise WriteError(messages.folder_not_writable(reason(error))) from None
        else:
            return free


@contextmanager
def replacement(path: Path, *, mode: int | None = None, follow: bool = True) -> Iterator[Path]:
    """Give an empty file to write to, which replaces a file when that is done; see :func:`write_atomically`.

    Raises:
        WriteError: If it cannot be written, or is a FIFO, a device or a folder.
    """
    import tempfile  # what only reads does not need it

    temporary = None
    try:
        target = Path(os.path.realpath(path)) if follow else path
        old = _status(target)
        if old is not None and not (stat.S_ISREG(old.st_mode) or (stat.S_ISLNK(old.st_mode) and not follow)):
            raise WriteError(messages.cannot_write(messages.NOT_REGULAR), path=one_line(str(path)))
        if mode is None:
            mode = old.st_mode & 0o777 if old is not None else 0o666 & ~_umask()
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        os.close(descriptor)
        yield Path(temporary)
        _sync(temporary)
        os.chmod(temporary, mode)  # noqa: PTH101
        os.replace(temporary, target)  # noqa: PTH105
        _sweep(target)
    except BaseException as error:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
        if not isinstance(error, (OSError, ValueError)):
            raise
        why = reason(error) if isinstance(error, OSError) else messages.BAD_NAME
        raise WriteError(messages.cannot_write(why), path=one_line(str(path))) from None


def _sync(path: str) -> None:
    """Have the content of a file reach the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_private(path: Path, data: bytes, *, follow: bool = False) -> None:
    """Write a file that only the user may read; folders that are made for it are private, too.

    Raises:
        WriteError: As :func:`write_atomically`.
    """
    try:
        make_private_folder(path.parent)
    except OSError as error:
        raise WriteError(messages.cannot_write(reason(error)), path=one_line(str(path))) from None
    write_atomically(path, data, mode=PRIVATE_FILE, follow=follow)


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it; ``Path.mkdir`` gives the latter the default mode.

    Raises:
        OSError: If one cannot be made.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_private_folder(folder.parent)
    folder.mkdir(PRIVATE_FOLDER, exist_ok=True)


def keep_newest(folder: Path, pattern: str, limit: int, max_bytes: int | None = None) -> None:
    """Delete all but the ``limit`` newest files matching a pattern, or fewer where those have more than ``max_bytes``.

    Raises:
        OSError: If one cannot be deleted.
    """
    total = 0
    for number, file in enumerate(sorted(folder.glob(pattern), key=_date, reverse=True)):
        total += file.lstat().st_size
        if number >= limit or (max_bytes is not None and total > max_bytes):
            file.unlink()


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def _date(path: Path) -> float:
    """Return when a file was last used; a date in the future counts as the oldest: the clock has been set back."""
    date = path.lstat().st_mtime
    return date if date <= time.time() + CLOCK_SLACK_S else 0.0


def _sweep(target: Path) -> None:
    """Delete temporary files that interrupted writes of the same file left; those of a write in progress are newer."""
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if entry.name.startswith(f".{target.name}.") and entry.name.endswith(".tmp"):
                age = time.time() - entry.stat(follow_symlinks=False).st_mtime
                if abs(age) > STRAY_AFTER_S:  # the clock may have been set back
                    os.unlink(entry)  # noqa: PTH108


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
