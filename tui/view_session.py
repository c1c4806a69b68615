"""A table across reports open on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.messages import library as library_messages
from tui.messages import tables as messages
from tui.promises.model import OwnVerdict
from tui.report.errors import HuijiError, ReadError, UsageError
from tui.report.sanitize import one_line
from tui.session import Session
from tui.state.config import Config
from tui.state.store import ReportStore
from tui.state.watcher import WatchedFile
from tui.views.kept_terms import KeptTerms
from tui.views.loading import LOADERS, WITHOUT_LIBRARY
from tui.views.work import Work
from tui.visits import Source, View, ViewKind

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.library_session import LibrarySession

_SILENT = Work()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ViewSession:
    """A table open on the screen.

    Attributes:
        view: What it shows.
        content: The same as data, by its kind; see :mod:`tui.views.model`.
        report_store: Has the settings, which are those of the report or the library it was opened from.
        config: The user's configuration.
        library: The file of the library; None without one.
        watched: Never changes.
        kept_terms: The terms that were found while the program runs.
    """

    view: View
    content: Any
    report_store: ReportStore = field(default_factory=lambda: ReportStore(None, ""))
    config: Config = field(default_factory=Config)
    library: Path | None = None
    watched: WatchedFile = field(default_factory=lambda: WatchedFile(None))
    kept_terms: KeptTerms = field(default_factory=KeptTerms)

    @property
    def name(self) -> str:
        """The name of the table."""
        return messages.NAMES[self.view.kind]

    @property
    def from_input(self) -> bool:
        """Whether it came through standard input: it never does."""
        return False

    @property
    def source(self) -> Source:
        """The table as what a screen shows."""
        return Source(view=self.view)


def open_view(
    view: View,
    library: Path | None,
    opened: Session | None,
    below: Session | LibrarySession | ViewSession,
    work: Work = _SILENT,
    kept_terms: KeptTerms | None = None,
) -> ViewSession:
    """Make what a table shows; in a thread.

    Args:
        view: What is asked for.
        library: The file of the library; None if there is none.
        opened: The report that is open, if any.
        below: What is shown now, whose settings are used.
        work: Takes the progress; may raise to stop.
        kept_terms: The terms that were found before; None if none were.

    Raises:
        HuijiError: If it cannot be shown.
    """
    load = LOADERS.get(view.kind)
    if load is None:
        raise UsageError(messages.NOT_AVAILABLE)
    with _opened(library, view.kind) as shelf:
        shown, content = load(view, shelf, opened, work)
    session = ViewSession(shown, content, below.report_store, below.config, library)
    return session if kept_terms is None else replace(session, kept_terms=kept_terms)


@contextmanager
def _opened(library: Path | None, kind: ViewKind) -> Iterator[Library | None]:
    """Open the library; what can be shown without one is shown without one that cannot be read."""
    if library is None:
        yield None
        return
    from tui.library.library import Library

    try:
        check_library(library)
        shelf = Library(library)
    except HuijiError:
        if kind not in WITHOUT_LIBRARY:
            raise
        yield None
        return
    with shelf:
        yield shelf


def check_library(library: Path) -> None:
    """Complain about a library that was there when the program began, and is gone.

    Raises:
        ReadError: If it is gone.
    """
    if not library.exists():
        raise ReadError(library_messages.GONE, path=one_line(str(library)))


def keep_verdict(library: Path, plan: int, target: str, own: OwnVerdict | None) -> None:
    """Keep one's own verdict on a target of a report in the library; in a thread.

    Args:
        library: The file of the library.
        plan: The number of the report.
        target: The id of the target's metric.
        own: The verdict; None takes it away.

    Raises:
        HuijiError: If the library cannot be written to.
    """
    from tui.library.library import Library

    with Library(library, write=True, make=False) as opened:
        verdict, note = own if own is not None else (None, "")
        opened.set_verdict(plan, target, verdict, note)
