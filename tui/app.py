"""The app: shows a report or the library, opens others in its place, and keeps between runs what is worth it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.style import Style
from textual import events, on
from textual.driver import Driver
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input

from tui.key_routing import KeyRouter
from tui.keys.names import textual_name
from tui.messages import citations as citation_messages
from tui.messages import screens as messages
from tui.report.errors import HuijiError
from tui.report.resources import read_resource
from tui.screens.protocol import (
    BrowsingScreen,
    CancelOpening,
    GoUp,
    OpenReport,
    OpenView,
    Revisit,
    SearchLibrary,
)
from tui.session import Session
from tui.showing import FIRST_MODE, Showing
from tui.state.config import citation_style
from tui.state.records import CHANGE_COLOURS, CITATION_STYLES, ChangeColours
from tui.terminal.control_filter import ControlFilter
from tui.terminal.terminal import Terminal
from tui.terminal.textual_compat import RowsApp, clear_style_caches
from tui.themes import NAMES, THEMES
from tui.visits import Source
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import LineWidget
from tui.widgets.styles import Colours, FewColours, make_styles

if TYPE_CHECKING:
    from tui.library_session import LibrarySession
    from tui.view_session import ViewSession

#: Seconds between two looks at the open file, and between two writes of what is kept between runs.
LOOK_EVERY_S = 3.0
#: Seconds after the first screen when the tables of the search and the dialogs are loaded, so that no key waits for them.
PREPARE_AFTER_S = 0.3


class HuijiApp(RowsApp):
    """A reader of one report at a time, and of the library they are from; it never changes the files."""

    CSS = read_resource("tui.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []
    DEFAULT_MODE = FIRST_MODE
    #: Whether the theme was chosen: the base class asks for its colours before.
    _has_theme = False

    def __init__(
        self, session: Session | LibrarySession | ViewSession, terminal: Terminal | None = None
    ) -> None:
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
        self._showing = Showing(self, session, self.keep, self._screen_changed, self._keys.counting.wait_s)
        self._screen_changed(False)
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
        #: The theme that was chosen; another one may be shown for a while.
        self._used_theme = self.theme
        self.stylesheet.set_variables(self.theme_variables)
        if colours != "many":
            self._few_colours = FewColours(self.theme_variables)

    def _screen_changed(self, is_new: bool) -> None:
        """Send keys to the screen that is shown now; prepare a new one once it is."""
        self._keys.screen = self._browsing
        self.title = self.session.name
        if is_new:
            self.set_timer(PREPARE_AFTER_S, self._prepare)

    @property
    def session(self) -> Session | LibrarySession | ViewSession:
        """The report, the library or the table that is shown."""
        return self._showing.session

    @property
    def report_session(self) -> Session | None:
        """The report that is open, if any."""
        return self._showing.report_session

    @property
    def _browsing(self) -> BrowsingScreen:
        return self._showing.screen

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen that is shown."""
        return self._showing.textual_screen

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
        self._use_theme(names[(names.index(self.theme) + 1) % len(names)])

    def action_choose_theme(self) -> None:
        """List the themes, and show the one at the cursor."""
        from tui.screens.theme_dialog import ThemeDialog  # not needed for the first screen

        def run(pick: Callable[[], object] | None) -> None:
            if pick is not None:
                pick()

        names = [theme.name for theme in THEMES]
        self.push_screen(ThemeDialog(names, self.theme, self._show_theme, self._use_theme), run)

    def _show_theme(self, name: str) -> None:
        """Colour all screens that are open by a theme, also those below a dialog."""
        self.theme = name
        for screen in self.screen_stack:
            for widget in screen.query(LineWidget):
                widget.refresh()

    def _use_theme(self, name: str) -> None:
        """Use a theme from now on, and say which."""
        self._show_theme(name)
        self._used_theme = name
        self._browsing.say(messages.theme_chosen(name))

    def action_next_change_colours(self) -> None:
        """Give the colours of rises and falls another meaning, and say which."""
        at = CHANGE_COLOURS.index(self._change_colours)
        self._change_colours = CHANGE_COLOURS[(at + 1) % len(CHANGE_COLOURS)]
        self._has_chosen_colours = True
        self._make_styles()
        for widget in self.screen.query(LineWidget):
            widget.refresh()
        self._browsing.say(messages.CHANGE_COLOURS[self._change_colours])

    def action_next_citation_style(self) -> None:
        """Write citations in the next way, and say in which."""
        settings = self.session.report_store.settings
        style = citation_style(settings, self.session.config)
        settings.citation_style = CITATION_STYLES[(CITATION_STYLES.index(style) + 1) % len(CITATION_STYLES)]
        self._browsing.say(citation_messages.style_chosen(settings.citation_style))

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Write what is shown as SVG into the current folder, under a name that is free, and say where."""
        from tui.screens.screenshot import write_screenshot

        try:
            self._browsing.say(messages.screenshot_written(write_screenshot(self.export_screenshot())))
        except HuijiError as error:
            self._browsing.say(str(error))

    def place_of_cursor(self) -> Offset:
        """Return the caret of the box that has the focus, or else what keys act on in the pane that has it."""
        widget = self.focused
        if isinstance(widget, Input):
            return widget.cursor_screen_offset
        if isinstance(widget, LineView):
            return widget.region.offset + (widget.cursor_cell or Offset(0, 0))
        return self.cursor_position

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
        self.add_mode(FIRST_MODE, self.get_default_screen)  # a mode that is switched back to must be known
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
        if event.at:
            self._showing.open_link(event.at)
            return
        source = Source(event.path, None, event.library_report)
        self._showing.open(source, True, event.offset, event.find or None)

    def action_reload(self) -> None:
        """Read the open report once more, from its file."""
        if self.session.from_input:
            self._browsing.say(messages.INPUT_READ_ONCE)
        else:
            self._showing.open(self.session.source._replace(library_report=None), is_jump=False)

    @on(Revisit)
    def _revisit(self, event: Revisit) -> None:
        self._showing.revisit(event.visit)

    @on(OpenView)
    def _open_view(self, event: OpenView) -> None:
        self._showing.open_view(event.view, event.is_jump)

    @on(GoUp)
    def _go_up(self) -> None:
        self._showing.go_up()

    @on(SearchLibrary)
    def _search_library(self, event: SearchLibrary) -> None:
        self._showing.search_library(event.query)

    @on(CancelOpening)
    def _cancel_opening(self, event: CancelOpening) -> None:
        self._showing.cancel(event.is_told)

    def finish_work(self) -> None:
        """Stop what is done in the background when the program is left; wait for what must not be lost."""
        from tui.screens import background  # not needed for the first screen

        self._showing.finish()
        background.finish()

    # -- leaving -----------------------------------------------------------------------------

    def keep(self) -> None:
        """Write what is kept between runs, if it has changed."""
        report_store = self.session.report_store
        self._browsing.remember(report_store.settings)
        # Empty for the default: a window in which nobody chose a theme must not undo what was chosen in another one.
        report_store.settings.theme = "" if self._used_theme == THEMES[0].name else self._used_theme
        if self._has_chosen_colours:
            report_store.settings.change_colours = self._change_colours
        report_store.keep()


def _driver_class(terminal: Terminal | None) -> type[Driver] | None:
    """Return this program's driver for a terminal on Unix, None for Textual's elsewhere."""
    if terminal is None or sys.platform == "win32":
        return None
    from tui.terminal.driver import driver_class

    return driver_class(terminal)
