"""The reports a command was given, alone or many: one is read in this process, several in worker processes."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tui.cli import output, printing
from tui.cli.exit_codes import NOTHING_FOUND, OK, exit_code
from tui.cli.reports import load_report, report_of_library
from tui.library.bulk_cache import cached_apart
from tui.library.filters import has_filters
from tui.library.folders import is_folder, reports_in, skipped_lines
from tui.library.loading import STANDARD_INPUT, read_bytes, read_report
from tui.messages import cli as messages
from tui.report.errors import HuijiError, ReadError, UsageError
from tui.report.model import Report
from tui.report.sanitize import one_line

#: Reports that are added to the cache together, a quarter of what it holds: more would push out too many others.
MAX_CACHED = 25
#: What is done with each report, as :data:`tui.workers.child.Task`.
Work = Callable[[dict[str, Any], bytes, Any], tuple[Any, bytes]]


class Done(NamedTuple):
    """What was found in a report.

    Attributes:
        path: The report as it was named; None for the built-in one.
        value: What the work returned, a JSON value.
    """

    path: str | None
    value: Any


class Reports:
    """The reports that a command was given.

    Attributes:
        paths: Their paths; None for the built-in report.
        are_several: Whether each result has to say which report it is from: there are several, or a folder was named.
    """

    def __init__(self, options: Namespace) -> None:
        filters = [word for word in options.reports if has_filters(word)]
        named = [word for word in options.reports if word not in filters]
        self._of_library = _of_library(filters, options.library) if filters else {}
        files = report_files(named)
        self.paths: list[str | None] = [*files, *self._of_library] if options.reports else [None]
        self.are_several = len(self.paths) > 1 or bool(filters) or any(map(is_folder, named))
        self._options = options
        self._named = {word for word in named if not is_folder(word)}
        self._errors: list[HuijiError] = []
        self._unread: list[HuijiError] = []

    def each(self, work: Work, task: str, arguments: dict[str, Any]) -> Iterator[Done]:
        """Do the work for each report and yield the results in the order of the reports.

        Of several, one that fails is complained about, and the others go on. What is printed for a report leaves the
        program before the next one.

        Args:
            work: What to do.
            task: Its name, ``module:function``.
            arguments: Arguments of the work, as JSON values; those of :func:`load` are added.

        Raises:
            HuijiError: If the only report fails.
        """
        common = {
            **arguments,
            "encoding": self._options.encoding,
            "is_alone": not self.are_several,
            "is_cached": len(self.paths) <= MAX_CACHED,
            "library": self._options.library,
        }
        orders = [{**common, "path": path, "number": self._of_library.get(path or "")} for path in self.paths]
        if not self.are_several:
            yield Done(self.paths[0], work(orders[0], b"", str)[0])
            return
        from tui.workers.pool import Pool  # takes 10 ms to load, and one report does without
        from tui.workers.worker import Job

        jobs = (Job(task, order, _input(order["path"])) for order in orders)
        with Pool(len(orders)) as pool, printing.Progress(len(orders)) as progress:
            outcomes = pool.run_in_order(jobs, stop=self._options.stop)
            for path, outcome in zip(self.paths, outcomes, strict=True):
                progress.clear()
                if outcome.error is None:
                    yield Done(path, outcome.value)
                else:
                    self._errors.append(outcome.error)
                    if path in self._named and not isinstance(outcome.error, UsageError):
                        self._unread.append(outcome.error)
                    output.complain(str(outcome.error))
                output.flush()
                progress.step(str(path))

    def status(self, is_found: bool) -> int:
        """Return the exit code: that of the first report named that could not be read, whatever was found in others.

        Files of a folder that cannot be read, and what only some reports have, such as a place, count only if nothing was found.
        """
        errors = self._unread if is_found else self._errors
        if errors:
            return exit_code(errors[0])
        return OK if is_found else NOTHING_FOUND

    @property
    def missing(self) -> list[str]:
        """Why reports have no part in what was found, one line each."""
        return list(map(str, self._errors))


def _of_library(filters: Sequence[str], library: str | None) -> dict[str, int]:
    """Return the numbers of the reports that pass filters, by address.

    Raises:
        ReadError: If there are none.
    """
    from tui.library.library import Library  # most commands need no library
    from tui.library.location import library_path

    with Library(library_path(library)) as opened:
        addresses = opened.addresses()
        chosen = {addresses.of(report.id): report.id for report in opened.reports(" ".join(filters))}
    if not chosen:
        raise ReadError(messages.NO_SUCH_REPORTS, path=one_line(" ".join(filters)))
    return chosen


def report_files(paths: Sequence[str]) -> Iterator[str]:
    """Yield the paths, each once, with a folder replaced by its reports; of an outline and its text, the outline.

    Raises:
        ReadError: If a folder has no reports.
    """
    return _each_once(file for path in paths for file in (_files_of(path) if is_folder(path) else [path]))


def _each_once(paths: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for path in paths:
        name = path if path == STANDARD_INPUT else os.path.abspath(path)  # noqa: PTH100 - Path.resolve follows links
        if name not in seen:
            seen.add(name)
            yield path


def _files_of(folder: str) -> Iterator[str]:
    found = reports_in(folder)
    for error in found.errors:
        output.complain(str(error))
    for line in skipped_lines(found.skipped, False):
        output.tell(line)
    if not found.files:
        raise ReadError(messages.NO_REPORTS, path=one_line(folder))
    yield from map(str, found.files)


def _input(path: str | None) -> bytes:
    """Return the bytes of standard input, which a worker process does not have."""
    return read_bytes(path) if path == STANDARD_INPUT else b""


def load(arguments: dict[str, Any], data: bytes, with_metrics: bool = True) -> Report:
    """Return the report that work is to be done for, in this process or in a worker process.

    Conversions are read from the cache. Those of many reports, and those without metrics, are kept apart from those of reports that
    were opened, which they would push out. On 100 reports a conversion takes 0.10 s, half of that for the metrics; reading one
    from the cache takes 0.02 s, and 0.01 s without metrics.
    """
    path, encoding, library = arguments["path"], arguments["encoding"], arguments["library"]
    if arguments["number"] is not None:
        return report_of_library(arguments["number"], library)
    if data:
        return read_report(data, messages.STANDARD_INPUT, encoding, with_metrics)
    adds = arguments["is_alone"] or (with_metrics and arguments["is_cached"])
    return load_report(path, encoding, None if adds else cached_apart(with_metrics), library)
