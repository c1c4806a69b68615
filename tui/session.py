"""One report open on the screen. Whatever can be wrong with a request is found out before the screen is touched."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.loading import STANDARD_INPUT, load_report
from tui.library.prepared import PreparedReport, prepare_report
from tui.messages import library as library_messages
from tui.messages import reports
from tui.messages import screens as messages
from tui.report.errors import UsageError
from tui.report.links import is_link, parse_link
from tui.report.model import Report
from tui.report.resources import BUILT_IN
from tui.report.sanitize import one_line
from tui.search.places import find_span
from tui.state.config import Config, load_config
from tui.state.paths import cache_folder, config_folder, state_folder
from tui.state.store import ReportStore, Store
from tui.state.watcher import WatchedFile
from tui.visits import Source, View

if TYPE_CHECKING:
    from tui.library.cache import Convert


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Session:
    """One report open on the screen.

    Attributes:
        prepared: The report with all the screen needs of it.
        offset: Where to begin; None for where the last session ended.
        find: A query to run at once.
        report_store: What is kept between runs.
        config: The user's configuration.
        path: The file, None for the built-in report, ``-`` for standard input.
        encoding: A codec the user named, instead of the one detected.
        watched: The file as it was when it was read.
        library_report: Its number in the library, if it was opened from there.
        notice: Said when the report is shown; empty for nothing.
        view: A table to show at once; None for the report itself.
    """

    prepared: PreparedReport
    offset: int | None = None
    find: str | None = None
    report_store: ReportStore = field(default_factory=lambda: ReportStore(None, ""))
    config: Config = field(default_factory=Config)
    path: str | None = None
    encoding: str | None = None
    watched: WatchedFile = field(default_factory=lambda: WatchedFile(None))
    library_report: int | None = None
    notice: str = ""
    view: View | None = None

    @property
    def name(self) -> str:
        """The name of the report."""
        return self.prepared.report.name

    @property
    def source(self) -> Source:
        """Where the report comes from."""
        return Source(self.path, self.encoding, self.library_report)

    @property
    def from_input(self) -> bool:
        """Whether the report came through standard input, so that keys must come from elsewhere."""
        return self.path == STANDARD_INPUT

    @property
    def resumes(self) -> bool:
        """Whether the report is to be shown where the last session ended."""
        return self.offset is None and not self.find


def open_report(
    path: str | None,
    encoding: str | None = None,
    at: str | None = None,
    find: str | None = None,
    tell: Callable[[str], object] = str,
    convert: Convert | None = None,
) -> Session:
    """Read a report and what is kept of it between runs.

    Args:
        path: The file; None for the built-in report, ``-`` for standard input; or the address of a report of the library, such as
            ``郑州市/2024``.
        encoding: A codec to use instead of detecting it.
        at: The place to begin at, as :func:`tui.search.places.find_span` reads it; with no path, a link to another report opens that.
        find: A query to run at once.
        tell: Called with the progress of a conversion.
        convert: Converts what was not converted before; by default in this process.

    Raises:
        HuijiError: If the report cannot be read, or has no such place.
    """
    path, at = _linked(path, at)
    library = _library_with(path) if path is not None else None
    if path is not None and library is not None:
        return _open_address(library, path, at, find)
    watched = WatchedFile(Path(path) if path is not None and path != STANDARD_INPUT else None)
    prepared = prepare_report(_load(path, encoding, tell, convert))
    report_store = _report_store(path)
    config = load_config(config_folder())
    return _at(Session(prepared, None, find, report_store, config, path, encoding, watched), at)


def open_two(
    earlier: str,
    later: str,
    encoding: str | None = None,
    tell: Callable[[str], object] = str,
    convert: Convert | None = None,
) -> Session:
    """Read two reports that are to be shown beside each other, above the later one.

    Args:
        earlier: The file or the address of the earlier report.
        later: That of the later one.
        encoding: A codec to use for both instead of detecting it.
        tell: Called with the progress of conversions.
        convert: Converts what was not converted before; by default in this process.

    Raises:
        HuijiError: If a report cannot be read.
    """
    before, session = (open_report(path, encoding, tell=tell, convert=convert) for path in (earlier, later))
    return replace(session, view=View("alignment", (before.source, session.source)))


def _linked(path: str | None, at: str | None) -> tuple[str | None, str | None]:
    """Return the report and the place that are meant where one of the two is a link to a report."""
    if path is not None and is_link(path):
        link = parse_link(path)
        at = str(link.within) if at is None and (link.place or link.quote) else at
    elif path is None and at is not None and is_link(at) and (link := parse_link(at)).address:
        at = str(link.within) if link.place or link.quote else None
    else:
        return path, at
    from tui.library.link_targets import report_of_link  # few reports are named by links

    if not link.address:
        raise UsageError(library_messages.LINK_WITHOUT_REPORT)
    return report_of_link(link), at


def _at(session: Session, at: str | None) -> Session:
    """Return a session that begins at a place or a link, and says where a linked passage has moved to."""
    if at is None:
        return session
    if not is_link(at):
        return replace(session, offset=find_span(session.prepared.outline, at)[0])
    from tui.search.links import Links

    found = Links(session.prepared.outline).find(parse_link(at))
    return replace(session, offset=found.start, notice=found.note)


def _library_with(path: str) -> Path | None:
    if os.path.lexists(path):
        return None
    from tui.library.addresses import library_with  # files are in no library

    return library_with(path)


def _open_address(library: Path, address: str, at: str | None, find: str | None) -> Session:
    from tui.library.library import Library

    with Library(library) as opened:
        number = opened.find(address)
    return _at(open_from_library(library, number, None, find), at)


def open_from_library(file: Path, number: int, offset: int | None = None, find: str | None = None) -> Session:
    """Read a report from the library, as it was added.

    Args:
        file: The file of the library.
        number: The number of the report.
        offset: Where to begin; None for where the last session ended.
        find: A query to run at once.

    Raises:
        HuijiError: If the library has no such report, or cannot be read.
    """
    from tui.library.library import Library

    with Library(file) as library:
        report, path = library.report(number), library.path_of_report(number)
    identity = str(Path(path).resolve()) if os.path.isabs(path) else path  # noqa: PTH117
    return Session(
        prepare_report(report),
        offset,
        find,
        ReportStore(Store(state_folder()), identity),
        load_config(config_folder()),
        path,
        None,
        WatchedFile(Path(path)),
        number,
    )


def _load(
    path: str | None, encoding: str | None, tell: Callable[[str], object], convert: Convert | None
) -> Report:
    if path is None:
        return load_report(None)
    from tui.library.cache import convert_and_cache, load_cached  # the built-in report is not in the cache

    name = reports.STANDARD_INPUT if path == STANDARD_INPUT else one_line(Path(path).name)
    return load_cached(
        path,
        encoding,
        cache_folder(),
        lambda step: tell(messages.converting(name, step)),
        convert or convert_and_cache,
    )


def _report_store(path: str | None) -> ReportStore:
    """Return what is kept of a report, by the file it is opened from; nothing is kept of standard input."""
    if path == STANDARD_INPUT:
        return ReportStore(None, "")
    return ReportStore(Store(state_folder()), str(Path(path).resolve()) if path is not None else BUILT_IN)
