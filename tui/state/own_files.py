"""Read files only if they are regular files that belong to the user.

State and cache decide what the program shows, so nobody else may have written them. A FIFO or a device in the place of
a file is refused without waiting for it. Separate from :mod:`tui.state.files` because the first screen waits for this
module: it imports nothing but ``os`` and ``stat``.
"""

from __future__ import annotations

import os
import stat

#: Not all systems have all of these. Without the first, opening a FIFO would wait for someone to write to it.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY"))
_READ_BYTES = 1 << 20
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


class NotOwnFile(OSError):
    """Not a regular file, or one that belongs to somebody else."""


class TooLarge(OSError):
    """The file is longer than allowed."""


def read_file(
    path: str | os.PathLike[str], max_bytes: int, *, own: bool = True, follow: bool = False
) -> bytes:
    """Return the bytes of a regular file.

    Args:
        path: The file.
        max_bytes: Its maximum length.
        own: Whether it must belong to the user.
        follow: Whether it may be a symbolic link; the rules then apply to its target.

    Raises:
        NotOwnFile: For a FIFO, a device, a folder, or a file of somebody else.
        TooLarge: If it is longer than ``max_bytes``.
        OSError: If it cannot be opened or read (``ELOOP`` for a link that may not be followed).
        ValueError: If the path contains a NUL.
    """
    descriptor = os.open(path, _FLAGS | (0 if follow else _NO_FOLLOW))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or (own and not is_own(status)):
            raise NotOwnFile(str(path))
        return _read_all(descriptor, max_bytes)
    finally:
        os.close(descriptor)


def is_own(status: os.stat_result) -> bool:
    """Return whether a file belongs to the user; always true on systems without user ids."""
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def _read_all(descriptor: int, max_bytes: int) -> bytes:
    """Read to the end; the size of the file is not relied on, since it may grow meanwhile."""
    parts: list[bytes] = []
    size = 0
    while part := os.read(descriptor, _READ_BYTES):
        parts.append(part)
        size += len(part)
        if size > max_bytes:
            raise TooLarge
    return b"".join(parts)
