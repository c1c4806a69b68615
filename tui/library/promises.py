"""What a library does with promises: finding the report of the next year, linking the two, and keeping a person's own verdicts."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path

from tui.library.addresses import Addresses
from tui.library.database import told, transaction
from tui.library.divisions import Divisions
from tui.library.kept import kept_by_year
from tui.library.linking import Linking, LinkStep, make_temporary
from tui.library.links import read_links
from tui.library.neighbours import Neighbours, is_one_place
from tui.library.own_verdicts import OwnedTarget, astray, move, own_verdicts, owned_targets, write_verdict
from tui.library.rules import link_rules_version
from tui.library.stored import read_ref
from tui.messages import library as messages
from tui.promises.model import Promise, Verdict
from tui.promises.pair import PromisePair
from tui.report.errors import DataError, ReadError, UsageError, WriteError
from tui.report.model import Report
from tui.report.reference import ReportRef


class PromiseMethods(ABC):
    """The methods of :class:`~tui.library.library.Library` that concern promises, and what they need of the others."""

    path: Path
    _connection: sqlite3.Connection
    _is_writable: bool

    @property
    @abstractmethod
    def _divisions(self) -> Divisions:
        """The administrative divisions."""

    @abstractmethod
    def _to_write(self) -> AbstractContextManager[PromiseMethods]:
        """Return the same library, opened to change it."""

    @abstractmethod
    def report(self, report: int | str) -> Report:
        """Return a report."""

    @abstractmethod
    def find(self, address: str) -> int:
        """Return the number of the report that an address names."""

    @abstractmethod
    def addresses(self) -> Addresses:
        """Return the addresses of the reports."""

    @abstractmethod
    def _condition(self, filters: str) -> tuple[str, list[object]]:
        """Return the condition that filters put on reports, in SQL, and its parameters."""

    # -- changing ----------------------------------------------------------------------------

    def link(self, stop: Callable[[], object] = int) -> Iterator[LinkStep]:
        """Link the promises of all reports to the results of the next year, and go on where that was interrupted.

        In a library that cannot be written to, the links are kept in memory until it is closed.

        Args:
            stop: Called several times a second; may raise to stop.

        Yields:
            How far it is, whenever some pairs of reports are done; nothing if there is nothing to do.

        Raises:
            WriteError: If the library cannot be written to for another reason.
        """
        if self._is_writable:
            yield from self._linking(is_temporary=False).link(stop)
            self._settle()
            return
        if not self._linking(is_temporary=False).waiting():
            return
        try:
            with self._to_write() as writing:
                yield from writing.link(stop)
        except (ReadError, WriteError):
            with told(self.path):
                make_temporary(self._connection)
            yield from self._linking(is_temporary=True).link(stop)

    def _linking(self, is_temporary: bool) -> Linking:
        return Linking(self._connection, self.path, self._neighbours(), is_temporary)

    def _settle(self) -> None:
        """Write where the targets of a person's verdicts are now, for the views."""
        with told(self.path), transaction(self._connection):
            for row, numbers in astray(self._connection):
                for number in numbers:
                    report = self._readable(number)
                    if report is not None and move(self._connection, row, number, report):
                        break

    def _readable(self, number: int) -> Report | None:
        """Return a report; None if it is damaged."""
        try:
            return self.report(number)
        except DataError:
            return None

    def set_verdict(self, report: int, target: str, verdict: Verdict | None, note: str = "") -> None:
        """Keep one's own verdict on a promise, which overrides that of the program; also if the library is open for reading.

        Args:
            report: The number of the report that promises.
            target: The id of its metric.
            verdict: The verdict; None to take one's own back.
            note: Why, or from which source.

        Raises:
            UsageError: If there is no such target or verdict, or the note is too long.
            WriteError: If the library cannot be written to.
        """
        if not self._is_writable:
            with self._to_write() as writing:
                writing.set_verdict(report, target, verdict, note)
            return
        with told(self.path), transaction(self._connection):
            write_verdict(self._connection, report, self.report(report), target, verdict, note)

    # -- reading -----------------------------------------------------------------------------

    def ref(self, report: int) -> ReportRef:
        """Return what names a report among others.

        Raises:
            DataError: If the library has none with that number.
        """
        with told(self.path):
            return read_ref(self._connection, report, self.path)

    def _neighbours(self) -> Neighbours:
        """Return the reports by place and year, as they are now."""
        with told(self.path):
            return Neighbours(self._connection, self._divisions)

    def predecessor(self, report: int) -> int | None:
        """Return the number of the report of the same place one year before, the best of several; None if there is none."""
        return self._neighbours().predecessor(report)

    def successor(self, report: int) -> int | None:
        """Return the number of the report of the same place one year after, the best of several; None if there is none."""
        return self._neighbours().successor(report)

    def find_best(self, address: str) -> int:
        """Return the number of the report that an address names; of several of one place and year, that of the best.

        Raises:
            ReadError: If there is none.
            UsageError: If the reports it may name are of several places.
        """
        with told(self.path):
            found = self.addresses().find_all(address)
        best = self._neighbours().best(found) if len(found) > 1 else None
        return self.find(address) if best is None else best

    def year_before(self, place: str, year: int | None) -> int | None:
        """Return the number of the report of a place for the year before one that the library need not have.

        None if there is none, or the place or the year is not known.

        Raises:
            UsageError: If reports of several places may be meant.
        """
        if not place or year is None:
            return None
        try:
            return self.find_best(f"{place}/{year - 1}")
        except ReadError:
            return None

    def years_of_place(self, report: int) -> list[int]:
        """Return the years of which there is a report of the place of a report."""
        return self._neighbours().years(report)

    def are_of_one_place(self, plan: int, results: int) -> bool:
        """Tell whether two reports are of one place, as far as that is known."""
        refs = self.ref(plan), self.ref(results)
        return is_one_place(*refs, self._divisions)

    def follows(self, plan: int, results: int) -> bool:
        """Tell whether a report is of the place and of the year after another one, as far as that is known."""
        years = self.ref(plan).plan_year, self.ref(results).plan_year
        is_next = None in years or years[1] == (years[0] or 0) + 1
        return is_next and self.are_of_one_place(plan, results)

    def promises(self, plan: int | str, results: int | None = None) -> PromisePair:
        """Return what a report promises, and what another says of it, with one's own verdicts.

        Args:
            plan: The number of the report that promises; or its place, as in ``promises("郑州市", 2023)``; or its address.
            results: The number of the report that tells, by default that of the next year; with a place, the year of the plan.

        Raises:
            ReadError: If the library has no such report, or none of the next year.
            UsageError: If there are several with that address.
        """
        if isinstance(plan, str):
            plan, results = self.find_best(plan if results is None else f"{plan}/{results}"), None
        if results is None:
            results = self.successor(plan)
        if results is None:
            why = messages.no_next_report(self.years_of_place(plan))
            raise ReadError(why, path=self.addresses().of(plan))
        reports = (self.report(plan), self.report(results))
        with told(self.path):
            promises = read_links(self._connection, plan, results, link_rules_version(), reports)
            follows = self.follows(plan, results)
            own = own_verdicts(self._connection, plan, reports[0]) if follows else {}
        if promises is None:
            promises = _link(*reports)
        marked = tuple(promise._replace(own=own.get(promise.target.id)) for promise in promises)
        return PromisePair(*reports, self.ref(plan), self.ref(results), marked)

    def kept(self, filters: str = "", stop: Callable[[], object] = int) -> dict[int, dict[Verdict, int]]:
        """Return how many promises of each year were exceeded, met, missed and so on; only what counts as fact.

        What is not linked yet is linked before; see :meth:`link`, which tells how far that is.

        Args:
            filters: Of which reports, as in a query: ``level:city year:2020-``.
            stop: Called several times a second; may raise to stop.

        Raises:
            UsageError: For wrong filters.
        """
        where, values = self._condition(filters)
        for _ in self.link(stop):
            pass
        with told(self.path):
            return kept_by_year(self._connection, where, values)

    def unlinked(self) -> list[tuple[str, str]]:
        """Return the addresses of the reports that could not be linked to those of the next year, each with the reason."""
        with told(self.path):
            query = "SELECT plan, error FROM linked WHERE error <> '' ORDER BY plan"
            rows = self._connection.execute(query).fetchall()
            addresses = self.addresses() if rows else None
            return [(addresses.of(plan), error) for plan, error in rows] if addresses else []

    def verdicts(self, place: str = "") -> list[OwnedTarget]:
        """Return one's own verdicts, with the targets they are on, by place and year.

        Args:
            place: The name of a place, all of whose years are meant; empty for all places.

        Raises:
            UsageError: If there is no such place.
        """
        reports = cache(self._readable)
        with told(self.path):
            owned = owned_targets(self._connection, reports)
            if not place:
                return owned
            codes = {place, *map(self._divisions.today, self._divisions.codes_of(place))}
            if codes == {place} and not self.addresses().has_place(place):
                raise UsageError(messages.no_such_place(place))
            return [one for one in owned if one.row.place in codes]


def _link(plan: Report, results: Report) -> tuple[Promise, ...]:
    """Link two reports."""
    from tui.promises.linking import link_promises  # most uses of a library need none of its rules

    return link_promises(plan, results)
