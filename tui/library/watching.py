"""Watch folders: add what is new in them to a library, and run its saved queries."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from tui.library.database import open_for_writing, told, transaction
from tui.library.library import Library
from tui.library.location import plain_path
from tui.library.saved_queries import Run
from tui.library.settling import SETTLE_S, Stamp, WatchedFolder
from tui.library.writing import Step
from tui.report.errors import HuijiError, UsageError

#: What happened: to a file, to a folder, to the library, or what a saved query has found.
Kind = Literal[
    "added", "changed", "known", "failed", "growing",
    "folder_gone", "folder_back", "folder_failed", "library_failed", "library_back", "found", "query_failed",
]  # fmt: skip
#: Files of which it is told together what became of them, and seconds after which it is told of fewer.
_TOGETHER, _TOGETHER_S = 50, 2.0
#: Seconds between two looks at whether to stop.
_SLICE_S = 0.5
#: Seconds that files may go on growing before a single round ends without them.
_MAX_GROWING_S = 30.0
#: Milliseconds to wait for another program that writes to the library; the next round tries again.
_BUSY_MS = 200


class Event(NamedTuple):
    """Something that happened.

    Attributes:
        kind: What.
        path: The file or the folder it happened to; empty for others.
        report: The address of the report in the file: ``郑州市/2024``; empty if there is none.
        error: What is wrong; None if nothing is.
        query: The name of a saved query; empty for others.
        hits: How many new hits it has.
        reports: The addresses of the reports with new hits.
    """

    kind: Kind
    path: str = ""
    report: str = ""
    error: HuijiError | None = None
    query: str = ""
    hits: int = 0
    reports: tuple[str, ...] = ()


class Clock:
    """The time; tests have another one."""

    def now(self) -> datetime:
        """Return the local time."""
        return datetime.now().astimezone()

    def monotonic_s(self) -> float:
        """Return seconds that are never set back."""
        return time.monotonic()

    def wall_s(self) -> float:
        """Return seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class Watch:
    """Watches folders.

    Args:
        library: The file of the library; it must be there.
        folders: The folders.
        encoding: A codec to use instead of detecting one.
        stop: Called several times a second; may raise to stop.
        clock: The time.
    """

    def __init__(
        self,
        library: Path,
        folders: Sequence[str],
        encoding: str | None = None,
        stop: Callable[[], object] = int,
        clock: Clock | None = None,
    ) -> None:
        self._library = library
        self._folders = [WatchedFolder(folder) for folder in dict.fromkeys(map(plain_path, folders))]
        self._encoding = encoding
        self._stop = stop
        self._clock = clock or Clock()
        self._trouble = ""
        self._failed_queries: dict[str, str] = {}

    def rounds(self, every_s: float) -> Iterator[Event]:
        """Look at the folders again and again, and yield what happens; it never ends by itself.

        Args:
            every_s: Seconds between two looks; while a file may grow, they are looked at more often.
        """
        while True:
            growing = yield from self._round()
            self._sleep(min(every_s, SETTLE_S) if growing else every_s)

    def once(self) -> Iterator[Event]:
        """Look at the folders once, and wait a little for files that grow."""
        begun_s = self._clock.monotonic_s()
        while growing := (yield from self._round()):
            if self._clock.monotonic_s() - begun_s >= _MAX_GROWING_S:
                yield from (Event("growing", path) for path in growing)
                return
            self._sleep(SETTLE_S)

    def _sleep(self, seconds: float) -> None:
        while seconds > 0:
            self._stop()
            self._clock.sleep(min(seconds, _SLICE_S))
            seconds -= _SLICE_S
        self._stop()

    # -- folders -----------------------------------------------------------------------------

    def _round(self) -> Generator[Event, None, list[str]]:
        """Look at each folder once, add what is new, and return the files that may still grow."""
        settled: dict[str, Stamp] = {}
        growing: list[str] = []
        for folder in self._folders:
            look = folder.look(self._clock.monotonic_s(), self._clock.wall_s())
            if look.is_back:
                yield Event("folder_back", folder.path)
            for error in look.errors:
                kind: Kind = "folder_gone" if folder.is_gone else "folder_failed"
                yield Event(kind, error.path or folder.path, error=error)
            settled |= look.settled
            growing += look.growing
        if settled:
            yield from self._add(settled)
        return growing

    # -- files -------------------------------------------------------------------------------

    def _add(self, settled: dict[str, Stamp]) -> Iterator[Event]:
        """Add files; if the library cannot be written to, that is told once, and the next round tries again."""
        is_new = False
        try:
            self._check_library()
            yield from self._well()
            for event in self._add_all(settled):
                is_new = is_new or event.kind in ("added", "changed")
                yield event
            if is_new:
                with Library(self._library, write=True, make=False) as library:
                    for _ in library.link(self._stop):
                        pass
        except HuijiError as error:
            yield from self._troubled(error)
        if is_new:
            yield from self._queries()

    def _check_library(self) -> None:
        """Check that the library is there, and that nobody else writes to it: adding would wait long for them.

        Raises:
            HuijiError: If not.
        """
        with closing(open_for_writing(self._library, make=False)) as connection, told(self._library):
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            with transaction(connection):
                pass

    def _add_all(self, settled: dict[str, Stamp]) -> Iterator[Event]:
        """Add files, and yield what became of them; if that is interrupted, what was done until then."""
        steps: list[Step] = []
        told_s = self._clock.monotonic_s()
        left = set(settled)
        stopped: KeyboardInterrupt | None = None
        with Library(self._library) as library, Library(self._library, write=True, make=False) as writing:
            before = {path for path in settled if library.report_of_path(path) is not None}
            try:
                for step in writing.add(settled, self._encoding, self._stop):
                    steps.append(step)
                    self._done(step.path, settled)
                    left.discard(step.path)
                    if len(steps) >= _TOGETHER or self._clock.monotonic_s() - told_s >= _TOGETHER_S:
                        yield from _events(library, steps, before)
                        steps, told_s = [], self._clock.monotonic_s()
            except KeyboardInterrupt as signal:
                stopped = signal
                written = {path for path in left - before if library.report_of_path(path) is not None}
                steps += [Step(path, "added") for path in sorted(written)]
            yield from _events(library, steps, before)
        if stopped is not None:
            raise stopped

    def _done(self, path: str, settled: dict[str, Stamp]) -> None:
        for folder in self._folders:
            folder.done(path, settled[path])

    def _troubled(self, error: HuijiError) -> Iterator[Event]:
        if error.message != self._trouble:
            self._trouble = error.message
            yield Event("library_failed", str(self._library), error=error)

    def _well(self) -> Iterator[Event]:
        if self._trouble:
            self._trouble = ""
            yield Event("library_back", str(self._library))

    # -- saved queries -----------------------------------------------------------------------

    def _queries(self) -> Iterator[Event]:
        """Run the saved queries, and yield what each has found that is new; once that was taken, it is not new any more."""
        try:
            with Library(self._library) as library:
                names = [query.name for query in library.queries]
            for name in names:
                self._stop()
                yield from self._query(name)
        except HuijiError as error:
            yield from self._troubled(error)

    def _query(self, name: str) -> Iterator[Event]:
        with Library(self._library) as library:
            try:
                run = library.queries.run(name)
            except UsageError as error:  # deleted meanwhile, or of a place the library has no more
                if self._failed_queries.get(name) != error.message:
                    self._failed_queries[name] = error.message
                    yield Event("query_failed", query=name, error=error)
                return
            self._failed_queries.pop(name, None)
            addresses = library.addresses()
            new = {number: run.counts[number] - before for number, before in run.new.hits_before.items()}
            found = tuple(addresses.of(number) for number in new)
        if new:
            yield Event("found", query=name, hits=sum(new.values()), reports=found)
            self._keep(run)

    def _keep(self, run: Run) -> None:
        with Library(self._library, write=True, make=False) as library:
            library.queries.keep(run)


def _events(library: Library, steps: Iterable[Step], before: set[str]) -> Iterator[Event]:
    """Yield what became of files, leaving out those that did not change, or are gone by now.

    Args:
        library: The library they were added to, open for reading.
        steps: What it says of them.
        before: The files whose reports it had.
    """
    told_of = [step for step in steps if step.outcome != "unchanged"]
    addresses = library.addresses() if any(step.error is None for step in told_of) else None
    for step in told_of:
        if step.error is not None and not os.path.lexists(step.path):
            continue
        number = library.report_of_path(step.path) if step.error is None else None
        address = addresses.of(number) if addresses and number is not None else ""
        yield Event(_kind(step, step.path in before), step.path, address, step.error)


def _kind(step: Step, is_known: bool) -> Kind:
    if step.error is not None:
        return "failed"
    if step.outcome == "known":
        return "known"
    return "changed" if is_known else "added"
