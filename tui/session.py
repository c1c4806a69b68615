"""Opening a report: everything that can be wrong with what a person asked for is found out before the screen is touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.loading import STANDARD_INPUT, load_report
from tui.library.prepared import PreparedReport, prepare_report
from tui.report.model import Report
from tui.report.resources import BUILT_IN
from tui.report.sanitize import one_line
from tui.search.places import find_span
from tui.state.config import Config, load_config
from tui.state.paths import cache_folder, config_folder, state_folder
from tui.state.store import ReportStore, Store
from tui.state.watcher import WatchedFile

if TYPE_CHECKING:
    from tui.library.cache import Convert


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Session:
    """What is opened, and how.

    Attributes:
        reading: The report, made ready to be shown.
        at: The place to begin at, None for where the last reading ended.
        find: What to search for at once.
        report_store: What is remembered.
        config: What a person has set.
        path: The file, None for the built-in report, ``-`` for standard input.
        encoding: A codec that was used instead of finding out.
        watched: The file as it was read.
    """

    prepared: PreparedReport
    at: str | None = None
    find: str | None = None
    report_store: ReportStore = field(default_factory=lambda: ReportStore(None, ""))
    config: Config = field(default_factory=Config)
    path: str | None = None
    encoding: str | None = None
    watched: WatchedFile = field(default_factory=lambda: WatchedFile(None))

    @property
    def from_input(self) -> bool:
        """Whether the report came through standard input, so that keys must come from elsewhere."""
        return self.path == STANDARD_INPUT


def open_report(
    path: str | None,
    encoding: str | None = None,
    at: str | None = None,
    find: str | None = None,
    tell: Callable[[str], object] = str,
    convert: Convert | None = None,
) -> Session:
    """Reads a report (the built-in one for None, ``-`` for standard input) and what is remembered of it.

    Args:
        path: The file.
        encoding: A codec to use instead of finding out.
        at: The place to begin at.
        find: What to search for at once.
        tell: Told what is being done while a report is converted.
        convert: Converts what was not converted before; None to do that here.

    Raises:
        HuijiError: Where it cannot be read, or has no such place.
    """
    watched = WatchedFile(Path(path) if path is not None and path != STANDARD_INPUT else None)
    prepared = prepare_report(_load(path, encoding, tell, convert))
    if at is not None:
        find_span(prepared.outline, at)
    report_store = _report_store(path)
    return Session(prepared, at, find, report_store, load_config(config_folder()), path, encoding, watched)


def _load(
    path: str | None, encoding: str | None, tell: Callable[[str], object], convert: Convert | None
) -> Report:
    if path is None:
        return load_report(None)
    from tui.library.cache import (  # the built-in report is not looked for among those kept
        convert_and_cache,
        load_cached,
    )

    name = "标准输入" if path == STANDARD_INPUT else one_line(Path(path).name)
    return load_cached(
        path,
        encoding,
        cache_folder(),
        lambda what: tell(f"正在转换 {name}：{what}…"),
        convert or convert_and_cache,
    )


def _report_store(path: str | None) -> ReportStore:
    """What is remembered of a report by the file it is opened from; nothing of standard input."""
    if path == STANDARD_INPUT:
        return ReportStore(None, "")
    return ReportStore(Store(state_folder()), str(Path(path).resolve()) if path is not None else BUILT_IN)
