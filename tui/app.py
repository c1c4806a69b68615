"""The app: shows one report, opens others in its place, and keeps between runs what is worth it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from rich.style import Style
from textual import events, on
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from tui.key_routing import KeyRouter
from tui.keys.names import textual_name
from tui.messages import screens as messages
from tui.report.errors import UsageError
from tui.report.resources import read_resource
from tui.screens.main import MainScreen
from tui.screens.protocol import CancelOpening, OpenReport, ReportScreen
from tui.session import Session
from tui.session_opener import Opener
from tui.state.records import CHANGE_COLOURS, ChangeColours
from tui.terminal.control_filter import ControlFilter
from tui.terminal.terminal import Terminal
from tui.terminal.textual_compat import RowsApp, clear_style_caches
from tui.themes import NAMES, THEMES
from tui.widgets.line_widget import LineWidget
from tui.widgets.styles import Colours, FewColours, make_styles

#: Textual's name of the mode of the first screen, which cannot be removed.
_FIRST_MODE = "_default"
#: Seconds between two looks at the open file, and between two writes of what is kept between runs.
LOOK_EVERY_S = 3.0
#: Seconds after the first screen when the tables of the search and the dialogs are loaded, so that no key waits for them.
PREPARE_AFTER_S = 0.3


class HuijiApp(RowsApp):
    """A reader of one report at a time; it never changes the file."""

    CSS = read_resource("tui.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []
    #: Whether the theme was chosen: the base class asks for its colours before.
    _has_theme = False

    def __init__(self, session: Session, terminal: Terminal | None = None) -> None:
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
        #: Reports shown in place of the first.
        self._shown = 0
        self._use(session)
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

    def _use(self, session: Session) -> None:
        """Make a session the one that is shown, on a screen of its own."""
        self.session = session
        self.title = session.prepared.report.name
        self._report_screen: ReportScreen = MainScreen(session)
        self._keys.screen = self._report_screen

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen of the report."""
        return cast("Screen[Any]", self._report_screen)

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
        self._report_screen.say(messages.CHANGE_COLOURS[self._change_colours])

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
        self._report_screen.prepare()
        gc.freeze()  # nothing of a report is garbage while it is open, and a long one takes long to look through

    def _look_around(self) -> None:
        self.keep()
        self._warn()
        change = self.session.watched.change()
        if change == "changed":
            self._report_screen.say(messages.file_changed(self._report_screen.key_for("reload")))
        elif change:
            self._report_screen.say(messages.FILE_VANISHED)

    def _warn(self, others: Iterable[str] = ()) -> None:
        warnings = [*self.session.report_store.new_warnings(), *others]
        if warnings:
            self._report_screen.say(messages.joined(warnings))

    # -- another report ----------------------------------------------------------------------

    @on(OpenReport)
    def _open_report(self, event: OpenReport) -> None:
        self._open(event.path, None)

    def action_reload(self) -> None:
        """Read the open report once more."""
        if self.session.from_input:
            self._report_screen.say(messages.INPUT_READ_ONCE)
        else:
            self._open(self.session.path, self.session.encoding)

    @on(CancelOpening)
    def _cancel_opening(self) -> None:
        if self._opener.is_busy:
            self._opener.stop()
            self._report_screen.show_work("")
            self._report_screen.say(messages.OPENING_CANCELLED)

    def _open(self, path: str | None, encoding: str | None) -> None:
        self.keep()
        self._report_screen.show_work("")
        self._opener.open(path, encoding)

    def _show_progress(self, work: str) -> None:
        self._report_screen.show_work(messages.cancellable(work, self._report_screen.key_for("escape")))

    def _opened(self, session: Session | None, fault: str) -> None:
        self._report_screen.show_work("")
        if session is None:
            self._report_screen.say(fault)
        else:
            self.call_later(self._show, session)

    def finish_work(self) -> None:
        """Stop opening a report when the program is left."""
        self._opener.finish()

    async def _show(self, session: Session) -> None:
        """Show another report in place of the one that is open, in the same way."""
        self.keep()
        self._report_screen.remember(session.report_store.settings)
        self._use(session)
        self._shown += 1
        left, mode = self.current_mode, f"report-{self._shown}"
        self.use_current_style_sheet(self.get_default_screen())
        self.add_mode(mode, self.get_default_screen)
        await self.switch_mode(mode)
        if left != _FIRST_MODE:
            self.remove_mode(left)
        self.set_timer(PREPARE_AFTER_S, self._prepare)

    # -- leaving -----------------------------------------------------------------------------

    def keep(self) -> None:
        """Write what is kept between runs, if it has changed."""
        report_store = self.session.report_store
        self._report_screen.remember(report_store.settings)
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


def browse(session: Session, ambiguous_width: int | None, terminal: Terminal) -> tuple[int, Session, int]:
    """Show a report on the screen until it is left.

    Args:
        session: The report.
        ambiguous_width: Cells the terminal draws “ in; None to ask the terminal.
        terminal: The terminal.

    Returns:
        The exit status, the session that was left, and the cells “ was drawn in.

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
    return app.return_code or 0, app.session, width
