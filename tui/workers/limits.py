"""Limit what a worker process may use, and have it end with the program that started it."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_PR_SET_PDEATHSIG = 1


class Limits(NamedTuple):
    """The limits of one worker: address space in bytes, time for one job in seconds.

    Two million characters, the longest text that is supported, take 130 MB and some seconds.
    """

    memory_bytes: int = 2 * 1024 * 1024 * 1024
    timeout_s: float = 120.0


def apply_limits(memory_bytes: int, parent: int) -> None:
    """Limit this process, and have the kernel end it with its parent.

    The pipe of the requests ends with the parent, too, but a process in one long call of the C library would not notice.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        _end_with_parent()
        with suppress(OSError):  # when memory runs out, a worker is killed before the program
            Path("/proc/self/oom_score_adj").write_text("1000")
    if os.getppid() != parent:  # the parent ended before the kernel was asked
        os._exit(0)
    if sys.platform != "win32":
        import resource

        _lower(resource.RLIMIT_AS, memory_bytes)
        _lower(resource.RLIMIT_CORE, 0)


def _end_with_parent() -> None:
    import ctypes

    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _lower(kind: int, limit: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    with suppress(OSError, ValueError):
        resource.setrlimit(kind, (limit, limit))
