"""A lock that lets one process at a time read, merge and write the state."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Seconds to wait for another process, which needs a few milliseconds. Then the work is done without the lock: files
#: stay intact, and only changes of the same moment may get lost.
WAIT_S = 0.5
_PAUSE_S = 0.001
_NAME = ".lock"


@contextmanager
def locked(folder: Path, wait_s: float = WAIT_S) -> Iterator[bool]:
    """Hold the lock of a folder; yield whether it is held.

    Some systems and network folders have no locks, and a process may have been stopped while it held one, so the wait
    is limited.
    """
    descriptor = _lock(folder, wait_s)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            os.close(descriptor)  # which releases the lock


def _lock(folder: Path, wait_s: float) -> int | None:
    """Return a descriptor that holds the lock; None if it cannot be acquired."""
    try:
        import fcntl

        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
        descriptor = os.open(folder / _NAME, flags, 0o600)
    except (ImportError, OSError):
        return None
    end = time.monotonic() + wait_s
    try:
        while stat.S_ISREG(os.fstat(descriptor).st_mode):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return descriptor
            except BlockingIOError:
                if time.monotonic() >= end:
                    break
                time.sleep(_PAUSE_S)
    except OSError:  # this file system has no locks
        pass
    os.close(descriptor)
    return None
