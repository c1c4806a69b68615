"""A thread that does the newest job only: a search that waits is dropped for a newer one."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread


class LatestWorker:
    """Runs jobs in a thread, one at a time. The thread ends when no job waits."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: Callable[[], object] | None = None
        self._is_running = False

    def submit(self, job: Callable[[], object]) -> None:
        """Run a job after the one that runs now, in place of one that waits. The job must not raise."""
        with self._lock:
            self._waiting = job
            if self._is_running:
                return
            self._is_running = True
        Thread(target=self._run, name="search", daemon=True).start()

    def submit_if_idle(self, job: Callable[[], object]) -> None:
        """Run a job that is only of use before others; drop it if there is any. The job must not raise."""
        with self._lock:
            is_idle = not self._is_running
        if is_idle:
            self.submit(job)

    def _run(self) -> None:
        while True:
            with self._lock:
                job, self._waiting = self._waiting, None
                if job is None:
                    self._is_running = False
                    return
            job()
