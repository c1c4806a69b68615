"""Which screen is shown: reports, one after the other, the library they are from, and tables across reports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from tui.messages import library_screen as library_messages
from tui.messages import screens as messages
from tui.report.errors import HuijiError
from tui.screens.main import MainScreen
from tui.screens.protocol import BrowsingScreen
from tui.session import Session, open_from_library
from tui.session_opener import Opener, collect_garbage
from tui.state.last_report import write_last_report
from tui.state.paths import library_file, state_folder
from tui.terminal.textual_compat import RowsApp
from tui.views.kept_terms import KeptTerms
from tui.visits import Comparisons, JumpList, Source, View, Visit

if TYPE_CHECKING:
    from tui.library_session import LibrarySession
    from tui.screens.library import LibraryScreen
    from tui.screens.view import ViewScreen
    from tui.view_session import ViewSession

#: The mode of the first screen (Textual's own name for it could not be switched to), and of the library.
FIRST_MODE, _LIBRARY_MODE = "first", "library"
#: Seconds after a report of the library is shown when what the one before has left is collected.
_COLLECT_AFTER_S = 1.0


class Showing:
    """Shows reports, the library and tables, each on a screen of its own. The last one of each kind stays open.

    Args:
        app: The app, which has a mode for each screen.
        session: What to begin with.
        keep: Writes what is kept between runs, before something else is shown.
        shown: Called when another screen is shown; with True if it is new.
        wait_s: Returns the seconds for which a table is not to be shown yet.

    Attributes:
        session: What is shown.
        screen: What shows it.
        report_session: The report that is open; None before there is one.
    """

    def __init__(
        self,
        app: RowsApp,
        session: Session | LibrarySession | ViewSession,
        keep: Callable[[], None],
        shown: Callable[[bool], None],
        wait_s: Callable[[], float],
    ) -> None:
        self._app, self._keep, self._shown = app, keep, shown
        self._opener = Opener(self._show_progress, self._opened, wait_s)
        #: Screens shown after the first, and the modes of the last ones of each kind.
        self._count = 0
        self._report_mode = self._library_mode = self._view_mode = FIRST_MODE
        #: Whether the present position is to be gone back to from what is being opened; and what is gone back to by opening it.
        self._is_jump = False
        self._visit: Visit | None = None
        self._jumps = JumpList()
        self._kept_terms = KeptTerms()
        self._comparisons = Comparisons()
        self._library: LibraryScreen | None = None
        self._report_screen: MainScreen | None = None
        self._view: ViewScreen | None = None
        self.report_session: Session | None = None
        self.session = session
        self.screen: BrowsingScreen = self._screen_of(session)

    def _screen_of(self, session: Session | LibrarySession | ViewSession) -> BrowsingScreen:
        """Return a new screen for a session."""
        if isinstance(session, Session):
            self.report_session = session
            followed = self._report_screen.followed if self._report_screen is not None else None
            self._report_screen = MainScreen(session, self._jumps, self._library_file, followed)
            return self._report_screen
        # A start with a report needs neither of these screens.
        if session.source.view is not None:
            from tui.screens.views import view_screen

            self._view = view_screen(cast("ViewSession", session), self._jumps)
            return self._view
        from tui.screens.library import LibraryScreen

        self._library = LibraryScreen(cast("LibrarySession", session), self._jumps)
        return self._library

    @property
    def textual_screen(self) -> Screen[Any]:
        """What is shown, as Textual knows it."""
        return cast("Screen[Any]", self.screen)

    # -- opening reports ---------------------------------------------------------------------

    def open(self, source: Source, is_jump: bool, offset: int | None = None, find: str | None = None) -> None:
        """Open a report in the background, and show it in place of the one that is open.

        Args:
            source: The report.
            is_jump: Whether the present position is to be gone back to.
            offset: Where to begin; None for where it was left.
            find: A query to run at once, in a report of the library.
        """
        opened = self.report_session
        if is_jump and offset is not None and not find and opened and source.is_same_report(opened.source):
            self._app.call_later(self._show_report_again, Visit(source, offset), is_jump)
            return
        number, file = source.library_report, self._library_file()
        if number is not None and file is None:
            self.screen.say(library_messages.NO_LIBRARY)
            return
        self._begin(is_jump)
        if number is None:
            self._opener.open(source.path, source.encoding, offset)
        else:
            assert file is not None
            self._opener.open_with(lambda _: open_from_library(file, number, offset, find))

    def open_link(self, link: str) -> None:
        """Open the report that a link is to in the background, and show the place in it."""
        self._begin(is_jump=True)
        self._opener.open(None, None, at=link)

    def open_view(self, view: View, is_jump: bool) -> None:
        """Make a table in the background, and show it.

        Args:
            view: What is asked for.
            is_jump: Whether the present position is to be gone back to.
        """
        from tui.view_session import open_view

        self._begin(is_jump)
        asked = self._comparisons.ask(view)
        file, opened, below = self._library_file(), self.report_session, self.session
        make = partial(open_view, asked, file, opened, below, kept_terms=self._kept_terms)
        again = self._view.session if self._view and is_jump and self._comparisons.is_open else None
        self._opener.open_with(make if again is None else lambda _: again)  # its terms take seconds to find

    def _begin(self, is_jump: bool) -> None:
        """Keep what is shown, and forget what was to be gone back to."""
        self._keep()
        self.screen.show_work("")
        self._is_jump, self._visit = is_jump, None

    def cancel(self, is_told: bool) -> None:
        """Stop opening a report, and tell so if that is wanted."""
        if self._opener.is_busy:
            self._opener.stop()
            self.screen.show_work("")
            if is_told:
                self.screen.say(messages.OPENING_CANCELLED)

    def finish(self) -> None:
        """Stop opening a report, and searching the library, when the program is left; note the report that is open."""
        self._opener.finish()
        self.note_report()
        if self._library is not None:
            self._library.finish()

    def _show_progress(self, work: str) -> None:
        self.screen.show_work(messages.cancellable(work, self.screen.key_for("escape")))

    def _opened(self, session: Session | ViewSession | None, fault: str) -> None:
        self.screen.show_work("")
        if session is None:
            self.screen.say(fault)
        else:
            self._app.call_later(self._show if isinstance(session, Session) else self._show_view, session)

    async def _show(self, session: Session) -> None:
        """Show another report in place of the one that is open, in the same way."""
        self._comparisons.note_shown(False)
        self._keep()
        if self._is_jump:
            self._jumps.leave(self.screen.here)
        self.screen.remember(session.report_store.settings)
        left = self._report_mode if self._report_screen is not None else None
        is_from_table = self.session.source.view is not None and self._is_jump
        self.session, self.screen = session, self._screen_of(session)
        if self._visit is not None and self._report_screen is not None:
            self._report_screen.begin_at(self._visit)
        self._count += 1
        self._report_mode = f"report-{self._count}"
        await self._switch_to_new(self._report_mode)
        if left is not None:
            self._app.remove_mode(left)
        self.note_report()
        self._shown(True)
        if is_from_table and session.offset is not None and self._report_screen is not None:
            self._report_screen.point_at(session.offset)
        if session.library_report is not None:
            self._app.set_timer(_COLLECT_AFTER_S, collect_garbage)

    async def _switch_to_new(self, mode: str) -> None:
        screen = self.textual_screen
        self._app.use_current_style_sheet(screen)
        self._app.add_mode(mode, lambda: screen)
        self._shown(False)
        await self._app.switch_mode(mode)

    # -- tables ------------------------------------------------------------------------------

    async def _show_view(self, session: ViewSession) -> None:
        """Show a table; the one shown before is closed."""
        if self._view is not None and session is self._view.session:
            await self._show_view_again(self._is_jump)
            return
        self._comparisons.note_shown(True)
        self._keep()
        if self._is_jump:
            self._jumps.leave(self.screen.here)
        left = self._view_mode if self._view is not None else None
        self.session, self.screen = session, self._screen_of(session)
        self._count += 1
        self._view_mode = f"view-{self._count}"
        await self._switch_to_new(self._view_mode)
        if left is not None:
            self._app.remove_mode(left)
        if self._visit is not None:
            self.screen.restore(self._visit)
        self._shown(True)

    async def _show_view_again(self, is_jump: bool) -> None:
        """Show the table that is still open."""
        assert self._view is not None
        self._opener.stop()
        self._keep()
        if is_jump:
            self._jumps.leave(self.screen.here)
        self.session, self.screen = self._view.session, self._view
        self._shown(False)
        await self._app.switch_mode(self._view_mode)

    # -- the library, and back ---------------------------------------------------------------

    def revisit(self, visit: Visit) -> None:
        """Show what was left by a jump."""
        source, offset = visit.source, visit.offset
        if source.is_library:
            self._app.call_later(self._show_library, None)
        elif source.view is not None:
            if self._view is not None and source.view.is_same(self._view.session.view):
                self._app.call_later(self._show_view_again, False)
            else:
                self.open_view(source.view, is_jump=False)
                self._visit = visit
        elif self.report_session is not None and source == self.report_session.source:
            self._app.call_later(self._show_report_again, visit, False)
        else:
            self.open(source, is_jump=False, offset=offset)
            self._visit = visit

    def go_up(self) -> None:
        """Show the library, with the report that is open, or the last one of those a table is made from."""
        view = self.session.source.view
        opened = self.report_session.source if self.report_session is not None else None
        if view is not None:  # one about all of a place was opened where the library shows that place
            opened = view.reports[-1] if view.reports else None
        self._app.call_later(self._show_library, opened)

    def search_library(self, query: str) -> None:
        """Show the library with the hits of a query in all reports."""

        async def show() -> None:
            here = self.screen.here
            await self._show_library(None)
            if self._library is not None and self.screen is self._library:
                self._jumps.leave(here)
                self._library.search_for(query)

        self._app.call_later(show)

    async def _show_report_again(self, visit: Visit, is_jump: bool) -> None:
        """Show the report below the library or a table, which is still open."""
        assert self._report_screen is not None
        assert self.report_session is not None
        self._opener.stop()
        self._keep()
        if is_jump:
            self._jumps.leave(self.screen.here)
        self.session, self.screen = self.report_session, self._report_screen
        self._shown(False)
        await self._app.switch_mode(self._report_mode)
        if is_jump:
            self._report_screen.point_at(visit.offset)
        else:
            self._report_screen.restore(visit)

    async def _show_library(self, report: Source | None) -> None:
        """Show the library in place of what is shown.

        Args:
            report: The report to show in it; None for what was shown there last.
        """
        self._opener.stop()
        self._keep()
        session = self._library.session if self._library is not None else self._open_library()
        if session is None:
            return
        here, is_new = self.screen.here, self._library is None
        self.session = session
        self.screen = self._library or self._screen_of(session)
        assert self._library is not None
        if report is not None:
            self._jumps.leave(here)
            self._library.show_report(report.library_report, report.path)
        if is_new:
            self._library_mode = _LIBRARY_MODE
            await self._switch_to_new(_LIBRARY_MODE)
            self._shown(True)
        else:
            self._shown(False)
            await self._app.switch_mode(self._library_mode)

    def _open_library(self) -> LibrarySession | None:
        """Open the library; say why not if that is not possible."""
        from tui.library_session import open_library_session

        file = self._library_file()
        if file is None:
            self.screen.say(library_messages.NO_LIBRARY)
            return None
        try:
            return open_library_session(file)
        except HuijiError as error:
            self.screen.say(str(error))
            return None

    def _library_file(self) -> Path | None:
        """Return the file of the library; None if there is none."""
        if self._library is not None:
            return self._library.session.library.path
        file = library_file()
        return Path(file) if file is not None else None

    def note_report(self) -> None:
        """Note the report that is open as the one to start with, if it is from the library."""
        session, file = self.report_session, self._library_file()
        if session is not None and session.library_report is not None and file is not None and session.path:
            write_last_report(state_folder(), str(file.absolute()), session.path)
