"""Worker processes that are copies of the test process: what takes most of the time, they have already imported."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import time
from threading import Lock

from tui.workers.child import serve


class ForkedProcess:
    """A copy of this process that serves requests; it has the part of :class:`subprocess.Popen` that workers use."""

    def __init__(self, memory_bytes: int) -> None:
        requests, to_requests = os.pipe()
        from_answers, answers = os.pipe()
        parent = os.getpid()
        self.pid = os.fork()
        if not self.pid:
            _serve(requests, answers, memory_bytes, parent)
        os.close(requests)
        os.close(answers)
        self.stdin = os.fdopen(to_requests, "wb", buffering=0)
        self.stdout = os.fdopen(from_answers, "rb", buffering=0)
        self._status: int | None = None
        self._lock = Lock()

    def poll(self) -> int | None:
        """Return the exit status, or minus the number of the signal that ended it; None if it still runs."""
        with self._lock:
            if self._status is None:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                self._status = os.waitstatus_to_exitcode(status) if pid else None
            return self._status

    def wait(self, timeout: float = float("inf")) -> int:
        """Wait until it has ended."""
        end = time.monotonic() + timeout
        while (status := self.poll()) is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired("worker", timeout)
            time.sleep(0.001)
        return status

    def kill(self) -> None:
        """Kill it, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)


def _serve(requests: int, answers: int, memory_bytes: int, parent: int) -> None:
    """Do what a new worker process does, which has no open files but three and few objects to collect."""
    try:
        gc.freeze()
        os.setsid()
        for number, descriptor in enumerate((requests, answers, os.open(os.devnull, os.O_WRONLY))):
            os.dup2(descriptor, number)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        serve(memory_bytes, parent)
    finally:
        os._exit(1)
