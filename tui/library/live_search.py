"""Search a library in a thread: the first hits at once, then how many there are in each report, then more hits on demand.

The same thread loads reports whose figures are to be shown.

The thread has a connection of its own. A new query ends the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Condition, Thread
from time import monotonic
from typing import NamedTuple

from tui.library.database import told
from tui.library.library import Library
from tui.library.results import LibraryResults, ReportResults
from tui.library.searching import LibrarySearch, ReportHits
from tui.report.errors import HuijiError, as_huiji_error
from tui.report.model import Report
from tui.search.results import Hit

#: Hits of a report that are shown with their context before the user asks for all of them.
FIRST_EXCERPTS = 3
#: Characters of context on either side of a hit.
_CONTEXT_CHARACTERS = 60
#: Reports with hits that are looked for at a time, the first time and each time more are asked for.
_PAGE_REPORTS = 200
#: Seconds after which what was found is handed over, the first time and later.
_FIRST_HAND_OVER_S, _HAND_OVER_S = 0.01, 0.05
#: Reports with hits that fill a screen: what was found is handed over, and then hits are counted.
_FIRST_REPORTS = 20
#: Seconds to wait for the thread when the program is left.
_LEAVE_WITHIN_S = 0.2


class Excerpt(NamedTuple):
    """A hit in its context.

    Attributes:
        hit: The hit.
        path: Labels from the outermost node down to the one it is in.
        before: The text before it in its paragraph.
        text: The text of the hit.
        after: The text after it in its paragraph.
    """

    hit: Hit
    path: str
    before: str
    text: str
    after: str


class ReportExcerpts(NamedTuple):
    """The hits in a report, the first of them in their context.

    Attributes:
        report: The number of the report.
        excerpts: The first hits.
        total: Number of hits.
    """

    report: int
    excerpts: tuple[Excerpt, ...]
    total: int


class Request(NamedTuple):
    """What to search for.

    Attributes:
        query: The query as typed, with filters.
        order: The reports to search, in the order their hits are wanted.
    """

    query: str
    order: tuple[int, ...]


@dataclass(slots=True, frozen=True)
class Update:
    """What a search has found since the last update.

    Attributes:
        request: What was searched for.
        found: Reports with hits, in order.
        reports: The reports the filters of the query leave; None if that was told before.
        counts: The number of hits of each report of the library that has any; None if not known yet.
        terms: Whether the query has anything to search for besides filters.
        is_complete: Whether there are no more reports with hits.
        fault: What is wrong with the query; empty if nothing.
    """

    request: Request
    found: tuple[ReportExcerpts, ...] = ()
    reports: frozenset[int] | None = None
    counts: dict[int, int] | None = None
    terms: bool = True
    is_complete: bool = False
    fault: str = ""


class Loaded(NamedTuple):
    """A report that was loaded.

    Attributes:
        number: Its number in the library.
        report: The report.
    """

    number: int
    report: Report


class Collected(NamedTuple):
    """All hits in some reports, with their sentences and what these state.

    Attributes:
        request: What was searched for.
        reports: The reports.
        results: Those of them that have hits.
    """

    request: Request
    reports: tuple[int, ...]
    results: tuple[ReportResults, ...]


#: What the thread posts.
Posted = Update | ReportExcerpts | Loaded | Collected


class _Superseded(Exception):
    """There is a newer request."""


class LiveSearch:
    """Searches a library in a thread.

    Args:
        path: The file of the library.
        post: Called in the thread with each update, and with what else was asked for.
    """

    def __init__(self, path: Path, post: Callable[[Posted], object]) -> None:
        self._path = path
        self._post = post
        self._changed = Condition()
        self._request: Request | None = None
        #: Numbers of reports whose hits are all to be shown, and of one that is to be loaded.
        self._unfold: list[int] = []
        self._load: int | None = None
        #: Reports all hits of which are to be collected, for each who asks.
        self._collect: list[tuple[int, ...]] = []
        #: Reports with hits to be found before the thread waits.
        self._wanted = 0
        self._is_closed = False
        self._thread: Thread | None = None

    # -- called by the screen ----------------------------------------------------------------

    def search(self, request: Request) -> None:
        """Search for something else."""
        with self._changed:
            self._request, self._wanted = request, _PAGE_REPORTS
            self._unfold.clear()
            self._collect.clear()
            self._changed.notify()
        self._start()

    def load(self, report: int) -> None:
        """Load a report, instead of another one that is not loaded yet."""
        with self._changed:
            self._load = report
            self._changed.notify()
        self._start()

    def find_more(self) -> None:
        """Look for more reports with hits."""
        with self._changed:
            self._wanted += _PAGE_REPORTS
            self._changed.notify()

    def unfold(self, report: int) -> None:
        """Ask for all hits of a report in their context."""
        with self._changed:
            self._unfold.append(report)
            self._changed.notify()

    def collect(self, reports: tuple[int, ...]) -> None:
        """Ask for all hits in some reports with their sentences."""
        with self._changed:
            self._collect.append(reports)
            self._changed.notify()

    def close(self) -> None:
        """End the thread, and wait for it a moment."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(_LEAVE_WITHIN_S)

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()

    # -- in the thread -----------------------------------------------------------------------

    def _run(self) -> None:
        while not self._is_closed:
            try:
                with Library(self._path) as library:
                    self._serve_all(library)
            except _Superseded:
                pass
            except Exception as error:  # the screen stays usable without the library's file
                request = self._request
                told = Update(request or Request("", ()), fault=str(as_huiji_error(error)), is_complete=True)
                self._post(told)
                self._wait_for_other(request)

    def _wait_for_other(self, request: Request | None) -> None:
        """Wait until there is another request."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._request is not request)

    def _serve_all(self, library: Library) -> None:
        while not self._is_closed:
            request = self._request
            with suppress(_Superseded):
                if request is None:
                    self._wait(library, None, None, lambda: False)
                else:
                    self._serve(library, request)

    def _check(self, request: Request | None) -> None:
        """Raise if a request is not the newest."""
        if self._is_closed or self._request is not request:
            raise _Superseded

    def _serve(self, library: Library, request: Request) -> None:
        """Answer a request until there is another one."""
        try:
            with told(self._path):
                self._answer(library, request)
        except HuijiError as error:
            self._check(request)
            self._post(Update(request, fault=str(error), is_complete=True))
            self._wait(library, request, None, lambda: False)

    def _answer(self, library: Library, request: Request) -> None:
        search = library.search(request.query)
        has_terms = bool(search.query.terms)
        self._post_reports(request, search, has_terms)
        done = 0
        counted = not has_terms
        for found in self._batches(request, search) if has_terms else ():
            done += len(found)
            self._check(request)
            self._post(Update(request, found))
            if not counted and done >= _FIRST_REPORTS:
                counted = True
                self._post(Update(request, counts=search.counts(lambda: self._check(request))))
            self._wait(library, request, search, partial(self._wants_more_than, done))
        counts = search.counts(lambda: self._check(request)) if not counted else None
        self._post(Update(request, counts=counts, is_complete=True))
        self._wait(library, request, search, lambda: False)

    def _post_reports(self, request: Request, search: LibraryResults, has_terms: bool) -> None:
        self._check(request)
        self._post(Update(request, reports=frozenset(search.reports), terms=has_terms))

    def _batches(self, request: Request, search: LibraryResults) -> Iterator[tuple[ReportExcerpts, ...]]:
        """Yield the reports with hits in batches, the first one as soon as there is something to show."""
        batch: list[ReportExcerpts] = []
        done, since, wait_s = 0, monotonic(), _FIRST_HAND_OVER_S
        for found in search.hits_of(request.order, lambda: self._check(request)):
            batch.append(_excerpts(search, found, FIRST_EXCERPTS))
            is_full = done + len(batch) == _FIRST_REPORTS or len(batch) >= _PAGE_REPORTS
            if is_full or monotonic() - since > wait_s:
                yield tuple(batch)
                done, since, wait_s, batch = done + len(batch), monotonic(), _HAND_OVER_S, []
        if batch:
            yield tuple(batch)

    def _wants_more_than(self, reports: int) -> bool:
        return self._wanted > reports

    def _wait(
        self,
        library: Library,
        request: Request | None,
        search: LibraryResults | None,
        is_over: Callable[[], bool],
    ) -> None:
        """Do what else is asked for, until ``is_over`` or there is another request."""
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: (
                        bool(self._unfold)
                        or self._load is not None
                        or bool(self._collect)
                        or is_over()
                        or self._is_closed
                        or self._request is not request
                    )
                )
                self._check(request)
                unfold, self._unfold = self._unfold, []
                load, self._load = self._load, None
                collect, self._collect = self._collect, []
            if search is not None:
                for found in search.hits_of(unfold):
                    self._post(_excerpts(search, found, len(found.hits)))
            for reports in collect if search is not None and request is not None else ():
                assert search is not None and request is not None
                results = tuple(search.of(reports, lambda: self._check(request)))
                self._post(Collected(request, reports, results))
            if load is not None:
                with suppress(HuijiError):
                    self._post(Loaded(load, library.report(load)))
            if is_over():
                return


def _excerpts(search: LibrarySearch, found: ReportHits, most: int) -> ReportExcerpts:
    """Return the first hits of a report in their context."""
    report = found.report.id
    excerpts = []
    for hit in found.hits[:most]:
        _, path = search.node_at(report, hit.start)
        excerpts.append(Excerpt(hit, path, *search.context(report, hit, _CONTEXT_CHARACTERS)))
    return ReportExcerpts(report, tuple(excerpts), len(found.hits))
