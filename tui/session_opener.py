"""Opens reports and tables in the background: a thread reads and prepares one, a worker process converts a report."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from tui.messages import screens as messages
from tui.report.errors import as_huiji_error
from tui.report.model import Report
from tui.session import Session, open_report
from tui.views.work import Work

if TYPE_CHECKING:
    from tui.library.conversion import ConversionProcess
    from tui.view_session import ViewSession

#: Seconds to wait for the thread after its process was ended.
_LEAVE_WITHIN_S = 0.5
_Post = Callable[..., None]


def collect_garbage() -> None:
    """Collect what screens that were left have held; what is there is no garbage while it is shown."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


class Opener:
    """Opens one report or table at a time; opening another one stops the first.

    Args:
        tell: Called with the progress.
        opened: Called with the session; or with None and the reason why the report cannot be opened.
        wait_s: Returns the seconds for which a table is not to be handed over yet, as it may still be cancelled.

    Attributes:
        is_busy: Whether a report is being opened.
    """

    def __init__(
        self,
        tell: Callable[[str], object],
        opened: Callable[[Session | ViewSession | None, str], object],
        wait_s: Callable[[], float] = float,
    ) -> None:
        self._tell = tell
        self._opened = opened
        self._wait_s = wait_s
        #: Set by the thread: the modules of a worker take 60 ms to load, and no key should wait for that.
        self._process: ConversionProcess | None = None
        self._lock = Lock()
        self._thread: Thread | None = None
        #: Number of the newest request; progress and results of earlier ones are ignored.
        self._asked = 0
        self.is_busy = False

    def open(
        self, path: str | None, encoding: str | None, offset: int | None = None, at: str | None = None
    ) -> None:
        """Begin to open a report; progress and result are posted to the event loop that runs now.

        Args:
            path: The file; None for the built-in report.
            encoding: A codec to use instead of detecting it.
            offset: Where to begin; None for where the last session ended.
            at: A link to the report and the place to begin at.
        """
        number, post = self._begin()
        self._start(self._run, number, path, encoding, offset, at, post)

    def open_with(self, make: Callable[[Work], Session | ViewSession]) -> None:
        """Begin to make a session, which needs no conversion, by what takes the progress; garbage is to be collected afterwards.

        Collecting it before, as for files, takes 50 of the 130 ms until a report of the library is shown.
        """
        number, post = self._begin()
        self._start(self._make, number, make, post)

    def _begin(self) -> tuple[int, _Post]:
        """Stop opening, and return the number of a new request and what posts to the event loop."""
        self.stop()
        self.is_busy = True
        number, loop, context = self._asked, asyncio.get_running_loop(), copy_context()

        def post(act: Callable[..., None], *arguments: object) -> None:
            with suppress(RuntimeError):  # the loop has ended: the user has quit
                loop.call_soon_threadsafe(act, number, *arguments, context=context)

        return number, post

    def _start(self, run: Callable[..., None], *arguments: object) -> None:
        self._thread = Thread(target=run, args=arguments, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop opening, and end the worker process at once."""
        with self._lock:
            self._asked += 1
            process, self._process = self._process, None
        self.is_busy = False
        if process is not None:
            process.cancel()

    def finish(self) -> None:
        """Stop opening, and wait for the thread."""
        self.stop()
        if self._thread is not None:
            self._thread.join(_LEAVE_WITHIN_S)

    def _new_process(self, number: int) -> ConversionProcess | None:
        """Return a worker process for a request; None if there is a newer request."""
        from tui.library.conversion import ConversionProcess

        with self._lock:
            self._process = ConversionProcess() if number == self._asked else self._process
            return self._process if number == self._asked else None

    def _run(
        self,
        number: int,
        path: str | None,
        encoding: str | None,
        offset: int | None,
        at: str | None,
        post: _Post,
    ) -> None:
        """Open a report, in a thread."""
        process = self._new_process(number)
        if process is None:
            return

        def convert(
            data: bytes, name: str, encoding: str | None, folder: Path, tell: Callable[[str], object]
        ) -> Report:
            tell(messages.STARTING)
            return process.convert(data, name, encoding, folder, tell)

        def make(tell: Callable[[str], object]) -> Session:
            # Collect what the report before the last has left.
            gc.unfreeze()
            gc.collect()
            session = open_report(path, encoding, at, tell=tell, convert=convert)
            return session if offset is None else replace(session, offset=offset)

        self._make(number, make, post)

    def _make(self, number: int, make: Callable[[Work], Session | ViewSession], post: _Post) -> None:
        """Make a session, in a thread."""
        from tui.workers.pool import Cancelled

        def stop() -> None:
            if number != self._asked:
                raise Cancelled

        gc.disable()  # nothing made from here on is garbage
        try:
            session = make(Work(lambda progress: post(self._progress, progress), stop))
        except Cancelled:
            pass
        except Exception as error:  # a bug, too, must leave the open report on the screen
            post(self._end, None, str(as_huiji_error(error)))
        else:
            post(self._end, session, "")
        finally:
            gc.freeze()
            gc.enable()

    def _progress(self, number: int, work: str) -> None:
        if number == self._asked:
            self._tell(work)

    def _end(self, number: int, session: Session | ViewSession | None, fault: str) -> None:
        if number != self._asked:
            return
        if session is not None and session.source.view is not None and (wait_s := self._wait_s()):
            asyncio.get_running_loop().call_later(wait_s, self._end, number, session, fault)
            return
        self.stop()
        self._opened(session, fault)
