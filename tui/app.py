"""The app: shows a report or the library, opens others in its place, and keeps between runs what is worth it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from rich.style import Style
from textual import events, on
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from tui.key_routing import KeyRouter
from tui.keys.names import textual_name
from tui.library_session import LibrarySession, open_library
from tui.messages import library_screen as library_messages
from tui.messages import screens as messages
from tui.report.errors import HuijiError, UsageError
from tui.report.resources import read_resource
from tui.screens.library import LibraryScreen
from tui.screens.main import MainScreen
from tui.screens.protocol import BrowsingScreen, CancelOpening, GoUp, OpenReport, Revisit
from tui.session import Session, open_from_library
from tui.session_opener import Opener
from tui.state.last_report import write_last_report
from tui.state.paths import library_file, state_folder
from tui.state.records import CHANGE_COLOURS, ChangeColours
from tui.terminal.control_filter import ControlFilter
from tui.terminal.terminal import Terminal
from tui.terminal.textual_compat import RowsApp, clear_style_caches
from tui.themes import NAMES, THEMES
from tui.visits import JumpList, Source
from tui.widgets.line_widget import LineWidget
from tui.widgets.styles import Colours, FewColours, make_styles

#: The mode of the first screen. Textual's own name for it could not be switched to.
_FIRST_MODE = "first"
_LIBRARY_MODE = "library"
#: Seconds between two looks at the open file, and between two writes of what is kept between runs.
LOOK_EVERY_S = 3.0
#: Seconds after the first screen when the tables of the search and the dialogs are loaded, so that no key waits for them.
PREPARE_AFTER_S = 0.3


class HuijiApp(RowsApp):
    """A reader of one report at a time, and of the library they are from; it never changes the files."""

    CSS = read_resource("tui.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []
    DEFAULT_MODE = _FIRST_MODE
    #: Whether the theme was chosen: the base class asks for its colours before.
    _has_theme = False

    def __init__(self, session: Session | LibrarySession, terminal: Terminal | None = None) -> None:
        super().__init__(driver_class=_driver_class(terminal))
        colours: Colours = "many"
        if self.no_color or self.console.color_system in (None, "standard"):
            colours = "none" if self.no_color else "few"
        self._colours = colours
        #: The styles panes draw with, by their names in :mod:`tui.widgets.styles`.
        self.pane_styles: Mapping[str, Style] = {}
        self._few_colours: FewColours | None = None
        self._control_filter = ControlFilter()
        self._keys = KeyRouter(self)
        self._opener = Opener(self._show_progress, self._opened)
        #: Reports shown in place of the first, and the mode of the one that is shown or below the library.
        self._shown = 0
        self._report_mode = _FIRST_MODE
        #: Whether the present position is to be gone back to from the report that is being opened.
        self._is_jump = False
        self._jumps = JumpList()
        self._library: LibraryScreen | None = None
        self._library_mode = _FIRST_MODE
        #: The report that is open, and what shows it; None before there is one.
        self.report_session: Session | None = None
        self._report_screen: MainScreen | None = None
        self._use(session)
        self.add_mode(_FIRST_MODE, self.get_default_screen)
        keys = session.config.keys
        self.set_keymap({name: ",".join(map(textual_name, names)) for name, names in keys.items()})
        for theme in THEMES:
            self.register_theme(theme)
        wanted = session.report_store.settings.theme
        self._change_colours: ChangeColours = (
            session.report_store.settings.change_colours or session.config.change_colours
        )
        #: Whether these colours were chosen in the program, not configured.
        self._has_chosen_colours = bool(session.report_store.settings.change_colours)
        self._has_theme = True
        self.theme = wanted if wanted in {theme.name for theme in THEMES} else THEMES[0].name
        self.stylesheet.set_variables(self.theme_variables)
        if colours != "many":
            self._few_colours = FewColours(self.theme_variables)

    def _use(self, session: Session | LibrarySession) -> None:
        """Make a session the one that is shown, on a screen of its own."""
        self.session = session
        self.title = session.name
        screen: BrowsingScreen
        if isinstance(session, LibrarySession):
            screen = self._library = LibraryScreen(session, self._jumps)
        else:
            self.report_session = session
            screen = self._report_screen = MainScreen(session, self._jumps)
        self._browsing = self._keys.screen = screen

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen that is shown."""
        return cast("Screen[Any]", self._browsing)

    # -- colours -----------------------------------------------------------------------------

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the style sheet; none before the theme is chosen: making them takes a while."""
        return super().get_css_variables() if self._has_theme else {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours widgets name, for themes that do not set them."""
        return {name: THEMES[0].variables[name] for name in NAMES}

    def watch_theme(self) -> None:
        """Apply the colours of another theme at once: panes draw with them before the style sheet is read again."""
        clear_style_caches()
        self.get_css_variables()
        self._make_styles()

    def _make_styles(self) -> None:
        self.pane_styles = make_styles(self.theme_variables, self._colours, self._change_colours)

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheet again, with other colours; before the first screen it has not been read at all."""
        if self.is_ready:
            super().refresh_css(animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters of lines that leave the program: colours of the theme, few or none; no control characters."""
        colours = super().get_line_filters() if self._few_colours is None else [self._few_colours]
        return [*colours, self._control_filter]

    def action_next_theme(self) -> None:
        """Change to the next theme."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_next_change_colours(self) -> None:
        """Give the colours of rises and falls another meaning, and say which."""
        at = CHANGE_COLOURS.index(self._change_colours)
        self._change_colours = CHANGE_COLOURS[(at + 1) % len(CHANGE_COLOURS)]
        self._has_chosen_colours = True
        self._make_styles()
        for widget in self.screen.query(LineWidget):
            widget.refresh()
        self._browsing.say(messages.CHANGE_COLOURS[self._change_colours])

    # -- events ------------------------------------------------------------------------------

    @property
    def is_ready(self) -> bool:
        """Whether the first screen is shown."""
        return self._keys.is_open

    async def on_event(self, event: events.Event) -> None:
        """Route keys and pastes, see :mod:`tui.key_routing`; leave the rest to Textual."""
        if not await self._keys.route(event):
            await super().on_event(event)

    async def on_ready(self) -> None:
        """Collect garbage from here on, except what was made for the first screen; let keys act."""
        gc.freeze()
        gc.enable()
        await self._keys.open()
        self._warn(map(str, self.session.config.faults[:1]))
        self.set_interval(LOOK_EVERY_S, self._look_around)
        self.set_timer(PREPARE_AFTER_S, self._prepare)

    def _prepare(self) -> None:
        self._browsing.prepare()
        gc.freeze()  # nothing of a report is garbage while it is open, and a long one takes long to look through

    def _look_around(self) -> None:
        self.keep()
        self._warn()
        change = self.session.watched.change()
        if change == "changed":
            self._browsing.say(messages.file_changed(self._browsing.key_for("reload")))
        elif change:
            self._browsing.say(messages.FILE_VANISHED)

    def _warn(self, others: Iterable[str] = ()) -> None:
        warnings = [*self.session.report_store.new_warnings(), *others]
        if warnings:
            self._browsing.say(messages.joined(warnings))

    # -- another report, and the library -----------------------------------------------------

    @on(OpenReport)
    def _open_report(self, event: OpenReport) -> None:
        if event.library_report is None:
            self._open(Source(event.path), is_jump=True)
        else:
            self._open_from_library(event.library_report, event.offset, event.find or None, is_jump=True)

    def action_reload(self) -> None:
        """Read the open report once more."""
        if self.session.from_input:
            self._browsing.say(messages.INPUT_READ_ONCE)
        else:
            source = self.session.source
            self._open(Source(source.path, source.encoding), is_jump=False)

    @on(Revisit)
    def _revisit(self, event: Revisit) -> None:
        source, offset = event.visit
        if source.is_library:
            self.call_later(self._show_library, None)
        elif self.report_session is not None and source == self.report_session.source:
            self.call_later(self._show_report_again, offset)
        elif source.library_report is not None:
            self._open_from_library(source.library_report, offset, None, is_jump=False)
        else:
            self._open(source, is_jump=False, offset=offset)

    @on(GoUp)
    def _go_up(self) -> None:
        self.call_later(self._show_library, self.report_session)

    @on(CancelOpening)
    def _cancel_opening(self) -> None:
        if self._opener.is_busy:
            self._opener.stop()
            self._browsing.show_work("")
            self._browsing.say(messages.OPENING_CANCELLED)

    def _open(self, source: Source, is_jump: bool, offset: int | None = None) -> None:
        self.keep()
        self._browsing.show_work("")
        self._is_jump = is_jump
        self._opener.open(source.path, source.encoding, offset)

    def _open_from_library(self, number: int, offset: int | None, find: str | None, is_jump: bool) -> None:
        file = self._library_file()
        if file is None:
            self._browsing.say(library_messages.NO_LIBRARY)
            return
        self.keep()
        self._is_jump = is_jump
        self._opener.open_with(lambda: open_from_library(file, number, offset, find))

    def _show_progress(self, work: str) -> None:
        self._browsing.show_work(messages.cancellable(work, self._browsing.key_for("escape")))

    def _opened(self, session: Session | None, fault: str) -> None:
        self._browsing.show_work("")
        if session is None:
            self._browsing.say(fault)
        else:
            self.call_later(self._show, session)

    def finish_work(self) -> None:
        """Stop opening a report, and searching the library, when the program is left."""
        self._opener.finish()
        if self._library is not None:
            self._library.finish()

    async def _show(self, session: Session) -> None:
        """Show another report in place of the one that is open, in the same way."""
        self.keep()
        if self._is_jump:
            self._jumps.leave(self._browsing.here)
        self._browsing.remember(session.report_store.settings)
        is_first = self._report_screen is None
        self._use(session)
        self._shown += 1
        left, self._report_mode = self._report_mode, f"report-{self._shown}"
        self.use_current_style_sheet(self.get_default_screen())
        self.add_mode(self._report_mode, self.get_default_screen)
        await self.switch_mode(self._report_mode)
        if not is_first:
            self.remove_mode(left)
        self._note_last_report()
        self.set_timer(PREPARE_AFTER_S, self._prepare)

    async def _show_report_again(self, offset: int) -> None:
        """Show the report below the library, which is still open."""
        assert self._report_screen is not None
        assert self.report_session is not None
        self._opener.stop()
        self.session, self._browsing = self.report_session, self._report_screen
        self._keys.screen = self._browsing
        await self.switch_mode(self._report_mode)
        self._report_screen.go_to(offset)

    async def _show_library(self, report: Session | None) -> None:
        """Show the library in place of the report that is open.

        Args:
            report: The report to show in it; None for what was shown there last.
        """
        self._opener.stop()
        self.keep()
        if self._library is None:
            file = self._library_file()
            try:
                session = open_library(file) if file is not None else None
            except HuijiError as error:
                self._browsing.say(str(error))
                return
            if session is None:
                self._browsing.say(library_messages.NO_LIBRARY)
                return
            self._library = LibraryScreen(session, self._jumps)
            self.use_current_style_sheet(self._library)
            self.add_mode(_LIBRARY_MODE, lambda: cast("Screen[Any]", self._library))
            self._library_mode = _LIBRARY_MODE
        if report is not None:
            self._jumps.leave(self._browsing.here)
            self._library.show_report(report.library_report, report.path)
        self.session, self._browsing = self._library.session, self._library
        self._keys.screen = self._library
        await self.switch_mode(self._library_mode)
        self._library.prepare()

    def _library_file(self) -> Path | None:
        """Return the file of the library; None if there is none."""
        if self._library is not None:
            return self._library.session.library.path
        file = library_file()
        return Path(file) if file is not None else None

    def _note_last_report(self) -> None:
        """Note the report that is open as the one to start with, if it is from the library."""
        session, file = self.report_session, self._library_file()
        if session is not None and session.library_report is not None and file is not None and session.path:
            write_last_report(state_folder(), str(file.absolute()), session.path)

    # -- leaving -----------------------------------------------------------------------------

    def keep(self) -> None:
        """Write what is kept between runs, if it has changed."""
        report_store = self.session.report_store
        self._browsing.remember(report_store.settings)
        # Empty for the default: a window in which nobody chose a theme must not undo what was chosen in another one.
        report_store.settings.theme = "" if self.theme == THEMES[0].name else self.theme
        if self._has_chosen_colours:
            report_store.settings.change_colours = self._change_colours
        report_store.keep()


def _driver_class(terminal: Terminal | None) -> type[Driver] | None:
    """Return this program's driver for a terminal on Unix, None for Textual's elsewhere."""
    if terminal is None or sys.platform == "win32":
        return None
    from tui.terminal.driver import driver_class

    return driver_class(terminal)


def _take_keys_from_terminal() -> None:
    """Make the terminal the standard input: the report came in through that."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise UsageError(messages.NO_TERMINAL_FOR_KEYS) from None
    os.dup2(terminal, 0)
    os.close(terminal)


def browse(
    session: Session | LibrarySession, ambiguous_width: int | None, terminal: Terminal
) -> tuple[int, Session | None, int]:
    """Show a report or the library on the screen until it is left.

    Args:
        session: The report or the library.
        ambiguous_width: Cells the terminal draws “ in; None to ask the terminal.
        terminal: The terminal.

    Returns:
        The exit status, the report that was open last, if any, and the cells “ was drawn in.

    Raises:
        Exception: Whatever made the app crash. The terminal is restored, and state is saved if possible.
    """
    app = HuijiApp(session, terminal)
    terminal.width_probe.answer()
    width = ambiguous_width or session.config.ambiguous_width or terminal.ambiguous_width or 1
    app.use_ambiguous_width(width)
    if session.from_input:
        _take_keys_from_terminal()
    app.run()
    app.finish_work()
    crash = app.crash
    try:
        app.keep()
    except Exception as error:
        crash = crash or error
    if crash is not None:
        raise crash
    return app.return_code or 0, app.report_session, width
