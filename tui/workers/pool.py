"""Run jobs in worker processes: several at a time, each within limits.

One thread runs a pool. It starts workers, sends them jobs and waits for an answer or a deadline, whichever comes first.
A worker that dies or takes too long fails its job only; the next job gets a new worker.
"""

from __future__ import annotations

import os
import selectors
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from threading import Lock
from typing import NamedTuple

from tui.messages import workers as messages
from tui.report.errors import DataError, HuijiError
from tui.report.sanitize import one_line
from tui.workers.limits import Limits
from tui.workers.worker import Job, Outcome, Worker, outcome_of

LIMITS = Limits()
#: Jobs that may end before an earlier one does: their outcomes have to be kept.
_MAX_AHEAD = 64
#: Seconds between two checks whether the pool was told to stop.
_CHECK_EVERY_S = 0.25


class Cancelled(Exception):
    """The pool was told to stop."""


class _Running(NamedTuple):
    """A job that a worker has.

    Attributes:
        number: Its position among all jobs.
        job: The job.
        deadline: When it fails, on the monotonic clock in seconds.
    """

    number: int
    job: Job
    deadline: float


class Pool:
    """Worker processes that run jobs; a context manager that ends them all.

    Args:
        size: The maximum number of workers; never more than there are processors.
        limits: The limits of each worker.
    """

    def __init__(self, size: int, limits: Limits | None = None) -> None:
        self._size = min(size, os.cpu_count() or 1)
        self._limits = limits or LIMITS
        self._idle: list[Worker] = []
        self._running: dict[Worker, _Running] = {}
        self._lock = Lock()
        self._is_cancelled = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def cancel(self) -> None:
        """End all workers, from any thread; :meth:`run` then raises :class:`Cancelled`."""
        with self._lock:
            self._is_cancelled = True
            for worker in (*self._idle, *self._running):
                worker.signal_end()

    def close(self) -> None:
        """End all workers."""
        for worker in (*self._idle, *self._running):
            worker.signal_end()
        for worker in (*self._idle, *self._running):
            worker.close()
        self._idle, self._running = [], {}

    def run(
        self,
        jobs: Iterable[Job],
        tell: Callable[[str], object] = str,
        stop: Callable[[], object] = int,
        max_ahead: int = sys.maxsize,
    ) -> Iterator[tuple[int, Outcome]]:
        """Run jobs and yield their numbers and outcomes as they end.

        Args:
            jobs: The jobs; taken as workers become free.
            tell: Called with messages on progress.
            stop: Called several times a second; may raise to stop.
            max_ahead: How many jobs may begin behind one that has not ended.

        Raises:
            Cancelled: After :meth:`cancel`.
        """
        waiting, begun = iter(jobs), 0
        while True:
            first_open = min((running.number for running in self._running.values()), default=begun)
            room = min(self._size - len(self._running), first_open + max_ahead - begun)
            for job in islice(waiting, max(0, room)):
                self._begin(begun, job)
                begun += 1
            if not self._running:
                return
            yield from self._wait(tell, stop)

    def run_in_order(
        self, jobs: Iterable[Job], tell: Callable[[str], object] = str, stop: Callable[[], object] = int
    ) -> Iterator[Outcome]:
        """Run jobs and yield their outcomes in the order of the jobs."""
        kept: dict[int, Outcome] = {}
        wanted = 0
        for index, outcome in self.run(jobs, tell, stop, _MAX_AHEAD):
            kept[index] = outcome
            while wanted in kept:
                yield kept.pop(wanted)
                wanted += 1

    def _begin(self, index: int, job: Job) -> None:
        worker = self._idle.pop() if self._idle else self._new_worker()
        self._running[worker] = _Running(index, job, time.monotonic() + self._limits.timeout_s)
        worker.send(job)

    def _new_worker(self) -> Worker:
        with self._lock:
            if self._is_cancelled:
                raise Cancelled
            return Worker(self._limits.memory_bytes)

    def _wait(
        self, tell: Callable[[str], object], stop: Callable[[], object]
    ) -> Iterator[tuple[int, Outcome]]:
        """Wait for answers and deadlines; yield the jobs that have ended."""
        stop()
        with selectors.DefaultSelector() as selector:
            for worker in self._running:
                selector.register(worker, selectors.EVENT_READ)
            nearest = min(running.deadline for running in self._running.values()) - time.monotonic()
            ready = selector.select(min(_CHECK_EVERY_S, max(0.0, nearest)))
        if self._is_cancelled:
            raise Cancelled
        for key, _ in ready:
            assert isinstance(key.fileobj, Worker)
            yield from self._listen(key.fileobj, tell)
        now = time.monotonic()
        for worker, running in list(self._running.items()):
            if running.deadline <= now:
                worker.abandon()
                yield self._end(worker, DataError(messages.timed_out(self._limits.timeout_s)))

    def _listen(self, worker: Worker, tell: Callable[[str], object]) -> Iterator[tuple[int, Outcome]]:
        frames = worker.receive()
        if frames is None:
            error = worker.close()
            if self._is_cancelled:
                raise Cancelled
            yield self._end(worker, error)
            return
        for frame in frames:
            if frame.header.get("kind") == "progress":
                tell(str(frame.header.get("message")))
            else:
                ended = self._end(worker, outcome_of(frame))
                if frame.header.get("is_last"):
                    worker.abandon()
                else:
                    self._idle.append(worker)
                yield ended  # last: the caller may not continue the generator
                return

    def _end(self, worker: Worker, outcome: Outcome | HuijiError) -> tuple[int, Outcome]:
        running = self._running.pop(worker)
        if isinstance(outcome, HuijiError):
            outcome = Outcome(error=outcome)
        path = running.job.arguments.get("path")
        if outcome.error is not None and outcome.error.path is None and path is not None:
            outcome.error.path = one_line(str(path))
        return running.number, outcome
