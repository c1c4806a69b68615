"""The library open on the screen, and where the program starts if there is one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from tui.library.library import Library
from tui.library.location import library_path
from tui.library.place_tree import PlaceTree
from tui.messages import library_screen as messages
from tui.report.errors import HuijiError
from tui.session import Session, open_from_library, open_report
from tui.state.config import Config, load_config
from tui.state.last_report import read_last_report
from tui.state.paths import config_folder, library_file, state_folder
from tui.state.store import ReportStore, Store
from tui.state.watcher import WatchedFile
from tui.visits import Source


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LibrarySession:
    """A library open on the screen.

    Attributes:
        library: The library, open for reading.
        tree: Its places.
        report_store: What is kept between runs: queries and the settings.
        config: The user's configuration.
        find: A query to run at once.
        watched: Never changes: the library is looked at by the screen.
    """

    library: Library
    tree: PlaceTree
    report_store: ReportStore
    config: Config = field(default_factory=Config)
    find: str | None = None
    watched: WatchedFile = field(default_factory=lambda: WatchedFile(None))
    name: str = messages.LIBRARY

    @property
    def from_input(self) -> bool:
        """Whether it came through standard input: it never does."""
        return False

    @property
    def source(self) -> Source:
        """The library as what a screen shows."""
        return Source(is_library=True)


def open_library_session(file: Path, find: str | None = None) -> LibrarySession:
    """Open a library for the screen.

    Raises:
        HuijiError: If it cannot be read.
    """
    library = Library(file)
    try:
        tree = library.places()
    except HuijiError:
        library.close()
        raise
    store = ReportStore(Store(state_folder()), f"library:{file}")
    return LibrarySession(library, tree, store, load_config(config_folder()), find)


def open_start(named: str | None, find: str | None = None) -> Session | LibrarySession | None:
    """Return what the program starts with if no report is named: the last report read from the library, or the library.

    Args:
        named: The file of a library that is to be shown itself; empty for the user's own; None if none is asked for.
        find: A query to run at once.

    Returns:
        What to show; None if there is no library, and none is asked for. A library that cannot be read gives way to the
        built-in report, with a notice.

    Raises:
        HuijiError: If the library that is asked for cannot be read.
    """
    if named is not None:
        return open_library_session(library_path(named), find)
    file = library_file()
    if file is None:
        return None
    try:
        return _last_report(file, find) or open_library_session(Path(file), find)
    except HuijiError as error:
        return replace(open_report(None, find=find), notice=error.message)


def _last_report(file: str, find: str | None) -> Session | None:
    last = read_last_report(str(state_folder()))
    if last is None or last[0] != file:
        return None
    with Library(Path(file)) as library:
        number = library.report_of_path(last[1])
    return open_from_library(Path(file), number, None, find) if number is not None else None
