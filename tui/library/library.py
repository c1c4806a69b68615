"""A library: many reports in one file, to be searched and browsed together."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType

from tui.library.adding import Adding, Tell, files_to_rebuild
from tui.library.addresses import Addresses
from tui.library.contexts import ContextMethods
from tui.library.database import open_for_reading, open_for_writing, put_aside_if_damaged, told, transaction
from tui.library.divisions import Divisions, default_divisions
from tui.library.exporting import View, copy_to, read_view
from tui.library.figures import FigureMethods
from tui.library.filters import check_places, condition, split_filters
from tui.library.folders import is_folder, reports_in
from tui.library.inventory import (
    LibraryInfo,
    ListedReport,
    damages,
    failures,
    library_info,
    listed_reports,
    misnamed,
    one_number,
    vanished,
)
from tui.library.location import plain_path
from tui.library.place_tree import PlaceTree, read_place_tree
from tui.library.promises import PromiseMethods
from tui.library.quotations import QuotationMethods
from tui.library.results import LibraryResults
from tui.library.rules import rules_version
from tui.library.saved_queries import SavedQueries
from tui.library.stored import chapters_of, file_of, labels_of, read_report, report_in, report_with
from tui.library.terms import TermMethods
from tui.library.writing import Step, delete_orphan, remove_files
from tui.messages import library as messages
from tui.report.errors import UsageError
from tui.report.model import Report
from tui.workers.limits import Limits


class Library(PromiseMethods, FigureMethods, TermMethods, ContextMethods, QuotationMethods):
    """An open library; a context manager that closes it.

    Args:
        path: Its file.
        write: Whether to change it; it is made if there is none.
        renew: Whether the tables of an older or a damaged one are made anew; :meth:`rebuild` fills them again.
        make: Whether a library to be changed is made if there is none.

    Attributes:
        path: Its file.
        damaged: Where its file is now, if that was damaged.

    Raises:
        ReadError: If there is none to read.
        WriteError: If it cannot be written to.
        DataError: If the file is no library, is damaged, or of another version.
    """

    def __init__(self, path: Path, write: bool = False, renew: bool = False, make: bool = True) -> None:
        self.path = path
        self.damaged = put_aside_if_damaged(path) if renew else None
        self._is_writable = write
        self._connection = open_for_writing(path, renew, make) if write else open_for_reading(path)
        self._work: Generator[Step, None, None] | None = None

    @cached_property
    def _divisions(self) -> Divisions:
        """The administrative divisions; opening one report does not need them."""
        return default_divisions()

    def _to_write(self) -> Library:
        return Library(self.path, write=True, make=False)

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the library; work that was left in the middle is written as far as it has come."""
        if self._work is not None:
            self._work.close()
        self._connection.close()

    # -- changing ----------------------------------------------------------------------------

    def add(
        self,
        paths: Iterable[str | os.PathLike[str]],
        encoding: str | None = None,
        stop: Callable[[], object] = int,
        tell: Tell = str,
        limits: Limits | None = None,
    ) -> Iterator[Step]:
        """Add files, and folders with the reports in them; a file is added when what became of it is asked for.

        Args:
            paths: Files and folders; ``-`` is standard input.
            encoding: A codec to use instead of detecting one.
            stop: Called several times a second; may raise to stop.
            tell: Called with each file that is converted, when that begins.
            limits: What converting one file may take.

        Yields:
            What became of each file.

        Raises:
            ReadError: If a folder cannot be read.
            WriteError: If the library cannot be written to.
        """
        files: list[str] = []
        for path in [os.fspath(path) for path in paths]:
            if not is_folder(path):
                files.append(plain_path(path))
                continue
            found = reports_in(path)
            files += map(plain_path, map(str, found.files))
            for error in found.errors:
                yield Step(error.path or path, "failed", error)
        yield from self._add(files, encoding, stop, tell, limits)

    def _add(
        self,
        files: Iterable[str],
        encoding: str | None,
        stop: Callable[[], object],
        tell: Tell,
        limits: Limits | None = None,
    ) -> Iterator[Step]:
        adding = Adding(self._connection, self.path, rules_version(), limits)
        self._work = adding.add(files, encoding, stop, tell)
        yield from self._work

    def remove(self, paths: Iterable[str | os.PathLike[str]]) -> int:
        """Remove files, and the reports that have no other; return how many files there were.

        Args:
            paths: Files, or folders with all in them.
        """
        removed = 0
        with told(self.path), transaction(self._connection):
            for path in paths:
                removed += remove_files(self._connection, os.fsencode(plain_path(os.fspath(path))))
        return removed

    def remove_report(self, address: str) -> int:
        """Remove a report with all its files; return how many there were.

        Args:
            address: ``郑州市/2024``.

        Raises:
            ReadError: If the library has none with that address.
            UsageError: If there are several.
        """
        report = self.find(address)
        with told(self.path), transaction(self._connection):
            removed = self._connection.execute("DELETE FROM file WHERE report = ?", (report,)).rowcount
            delete_orphan(self._connection, report)
        return removed

    def rebuild(self, stop: Callable[[], object] = int, tell: Tell = str) -> Iterator[Step]:
        """Convert all files again; files that are gone keep their reports. One that was interrupted is gone on with.

        Args:
            stop: Called several times a second; may raise to stop.
            tell: Called with each file, when its conversion begins.
        """
        self._work = Adding(self._connection, self.path, rules_version()).take_over(stop, tell)
        yield from self._work
        with told(self.path):
            files = files_to_rebuild(self._connection)
        yield from self._add(files, None, stop, tell)

    # -- reading -----------------------------------------------------------------------------

    def reports(self, filters: str = "") -> list[ListedReport]:
        """Return the reports, by level, place and year.

        Args:
            filters: As in a query: ``place:郑州市 year:2020-``.

        Raises:
            UsageError: For wrong filters.
        """
        where, values = self._condition(filters)
        with told(self.path):
            return listed_reports(self._connection, where, values)

    def _condition(self, filters: str) -> tuple[str, list[object]]:
        """Return the condition that filters put on reports, in SQL, and its parameters."""
        rest, parsed = split_filters(filters)
        if rest or parsed.tense:
            raise UsageError(messages.no_filter_of_reports(rest or filters))
        with told(self.path):
            check_places(parsed, self._connection, self._divisions)
        return condition(parsed, self._divisions)

    def report(self, report: int | str) -> Report:
        """Return a report.

        Args:
            report: Its number, or its address: ``郑州市/2024``.

        Raises:
            ReadError: If the library has none with that address.
            UsageError: If there are several.
            DataError: If it has none with that number, or it is damaged.
        """
        report_id = self.find(report) if isinstance(report, str) else report
        with told(self.path):
            return read_report(self._connection, report_id, self.path)

    def path_of_report(self, report_id: int) -> str:
        """Return the path of a report's first file, of those that exist if any does; a name of its own if it has none."""
        with told(self.path):
            return file_of(self._connection, report_id)

    def report_of_path(self, path: str) -> int | None:
        """Return the number of the report that a file holds; None if the library does not have it."""
        with told(self.path):
            return report_in(self._connection, path)

    def report_of_key(self, key: str) -> int | None:
        """Return the number of the report with a key, see :func:`tui.search.report_key.report_key`; None if there is none."""
        with told(self.path):
            return report_with(self._connection, key)

    def places(self) -> PlaceTree:
        """Return the places as a tree, with their reports."""
        with told(self.path):
            return read_place_tree(self._connection, self._divisions)

    def chapters(self, report_id: int) -> list[tuple[str, int, int]]:
        """Return the chapters of a report: label, and half-open span of the text."""
        with told(self.path):
            return chapters_of(self._connection, report_id)

    def version(self) -> tuple[int, int]:
        """Return what changes whenever another program writes to the library."""
        with told(self.path):
            return one_number(self._connection, "PRAGMA data_version"), one_number(
                self._connection, "SELECT count(*) FROM report"
            )

    def find(self, address: str) -> int:
        """Return the id of the report that an address names: ``郑州市/2024``.

        Raises:
            ReadError: If there is none.
            UsageError: If there are several.
        """
        with told(self.path):
            return self.addresses().find(address)

    def addresses(self) -> Addresses:
        """Return the addresses of the reports."""
        with told(self.path):
            return Addresses(self._connection, self._divisions)

    def search(self, query: str) -> LibraryResults:
        """Return the results of a query, with filters; iterating over them searches.

        Raises:
            UsageError: For a wrong query or wrong filters.
        """
        with told(self.path):
            results = LibraryResults(self._connection, query, self._divisions, self.report, self.path)
            check_places(results.filters, self._connection, self._divisions)
            return results

    @property
    def queries(self) -> SavedQueries:
        """The saved queries."""
        return SavedQueries(self._connection, self.path, self.search)

    def path_of(self, report: int, node: str) -> str:
        """Return the labels from the outermost node down to one of a report."""
        with told(self.path):
            return labels_of(self._connection, report, node)

    def view(self, name: View, filters: str = "") -> tuple[list[str], Iterator[tuple[object, ...]]]:
        """Return the columns and the rows of a view.

        Args:
            name: ``reports``, ``metrics``, ``promises`` (of reports that :meth:`link` has linked), or ``hits_by_year`` of saved
                queries.
            filters: Of which reports; as in a query: ``place:郑州市 year:2020-``.

        Raises:
            UsageError: For wrong filters, or another view.
        """
        where, values = self._condition(filters) if filters else ("", [])
        with told(self.path):
            return read_view(self._connection, name, where, values)

    def copy_to(self, path: Path) -> None:
        """Write the library to another file, without what is not used in it; the file must not exist.

        Raises:
            WriteError: If it cannot be written.
        """
        copy_to(self._connection, path)

    def info(self, filters: str = "") -> LibraryInfo:
        """Return what the library holds, or how much of it is reports that pass filters: ``place:郑州市``.

        Raises:
            UsageError: For wrong filters.
        """
        where, values = self._condition(filters)
        with told(self.path):
            return library_info(self._connection, self.path, where, values, self.addresses().place_of)

    def failures(self) -> list[tuple[str, str]]:
        """Return the files that could not be added, each with the reason."""
        with told(self.path):
            return failures(self._connection)

    def vanished(self) -> list[str]:
        """Return the files that are gone; their reports stay until they are removed."""
        with told(self.path):
            return vanished(self._connection)

    def misnamed(self) -> list[tuple[str, str]]:
        """Return the files whose names contradict the reports in them, each with what is contradicted."""
        with told(self.path):
            return misnamed(self._connection, self._divisions)

    def damages(self) -> list[str]:
        """Return what SQLite finds wrong with the file; nothing if it is sound."""
        return damages(self._connection)

    def doubled(self) -> list[tuple[str, int]]:
        """Return places and years with more than one report: another text, or another version of it."""
        with told(self.path):
            return self.addresses().doubled()
