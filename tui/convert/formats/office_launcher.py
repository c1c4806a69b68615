"""Run a command without a network, and end it and all it has started together with the program that asked for it.

A script for a process of its own, which :mod:`.office` starts: LibreOffice starts further processes, and the program may
be killed at any moment. Usage: ``office_launcher.py PARENT FOLDER COMMAND…``.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from typing import NoReturn

_CLONE_NEWUSER, _CLONE_NEWNET = 0x1000_0000, 0x4000_0000
_PR_SET_PDEATHSIG = 1


def main(parent: int, folder: str, command: list[str]) -> int:
    """Run a command and return its exit status.

    Args:
        parent: The process with which the command is to end.
        folder: What to delete where the command does not end by itself.
        command: The command.
    """
    groups: list[int] = []

    def stop(*_: object) -> NoReturn:
        for group in groups:
            with suppress(OSError):
                os.killpg(group, signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)

    signal.signal(signal.SIGTERM, stop)
    if sys.platform == "linux":
        _isolate()
    if os.getppid() != parent:  # it ended before the kernel was asked
        stop()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, process_group=0) as process:
        groups.append(process.pid)
        status = process.wait()
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)  # what it has left running
    return status


def _isolate() -> None:
    """Leave the network, where the system allows it, and have the kernel report the end of the parent."""
    import ctypes

    with suppress(AttributeError, OSError):
        library = ctypes.CDLL(None)
        library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
        library.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2], sys.argv[3:]))
