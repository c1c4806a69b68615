"""Watch folders, and print what happens, a line each."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from tui.cli import output, printing
from tui.cli.exit_codes import OK, exit_code
from tui.library.folders import is_folder
from tui.library.library import Library
from tui.library.location import library_path
from tui.library.watching import Clock, Event, Watch
from tui.messages import library as library_messages
from tui.messages import watch as messages
from tui.report.errors import HuijiError, ReadError
from tui.report.sanitize import escape_controls, one_line


def watch(options: Namespace) -> int:
    """Watch folders until a signal comes, or look at them once.

    Raises:
        ReadError: If there is no such folder.
        HuijiError: If the library cannot be opened, or made.
    """
    for folder in options.paths:
        _check(folder)
    path = library_path(options.library)
    Library(path, write=True).close()
    clock = Clock()
    watched = Watch(path, options.paths, options.encoding, options.stop, clock)
    if not options.once:
        output.tell(messages.started(len(options.paths), options.every))
    printed = _Printed(options.format, clock)
    try:
        printed.all(watched.once() if options.once else watched.rounds(options.every))
    except KeyboardInterrupt:
        output.tell(messages.stopped(printed.summary()))
        raise
    output.tell(printed.summary())
    return printed.status


def _check(folder: str) -> None:
    if not is_folder(folder):
        name = one_line(folder)
        raise ReadError(messages.NOT_A_FOLDER if Path(folder).exists() else messages.NO_FOLDER, path=name)


class _Printed:
    """Prints events, and counts them.

    Args:
        form: ``text`` or ``json``.
        clock: The time.
    """

    def __init__(self, form: str, clock: Clock) -> None:
        self._is_json = form == "json"
        self._clock = clock
        self._begun_s = clock.monotonic_s()
        self._counts: Counter[str] = Counter()
        self._error: HuijiError | None = None

    def all(self, events: Iterable[Event]) -> None:
        """Print events as they come; each has left the program before the next one is asked for."""
        for event in events:
            self._counts[event.kind] += 1
            if event.kind == "failed" and self._error is None:
                self._error = event.error
            now = self._clock.now()
            printing.line(_as_json(event, now) if self._is_json else _as_text(event, now))
            output.flush()

    def summary(self) -> str:
        """Return what was done."""
        seconds = self._clock.monotonic_s() - self._begun_s
        return messages.summary(self._counts, library_messages.duration(seconds))

    @property
    def status(self) -> int:
        """The exit code: that of an error if no file could be added, as of ``library add``."""
        done = sum(self._counts[kind] for kind in ("added", "changed", "known"))
        return exit_code(self._error) if self._error is not None and not done else OK


def _as_text(event: Event, now: datetime) -> str:
    error = event.error.message if event.error else ""
    if event.kind == "found":
        text = messages.found(event.query, event.hits, event.reports)
    elif event.kind == "query_failed":
        text = messages.query_failed(event.query, error)
    else:
        text = messages.happened(event.kind, event.path, event.report, error)
    return one_line(f"{now:%Y-%m-%d %H:%M:%S}  {text}")


def _as_json(event: Event, now: datetime) -> str:
    record = {
        "time": now.isoformat(timespec="seconds"),
        "event": event.kind,
        **{name: value for name, value in event._asdict().items() if value and name not in ("kind", "error")},
        **({"error": event.error.message} if event.error else {}),
    }
    return escape_controls(json.dumps(record, ensure_ascii=False))
