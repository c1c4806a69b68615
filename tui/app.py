"""The app: one report on one screen."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterable, Sequence

from textual import events, on
from textual.driver import Driver
from textual.filter import LineFilter
from textual.widgets import Input

from tui.keys.names import textual_name
from tui.keys.table import Keymap
from tui.report.errors import UsageError
from tui.report.resources import read_resource
from tui.screens.main import MainScreen
from tui.session import Session
from tui.session_opener import Opener
from tui.terminal.control_filter import ControlFilter
from tui.terminal.first_screen import FIRST_SCREEN
from tui.terminal.textual_compat import RowsApp, clear_style_caches
from tui.terminal.width_probe import WIDTH_PROBE, use_ambiguous_width
from tui.themes import NAMES, THEMES
from tui.widgets.styles import Colours, FewColours, use_colours
from tui.widgets.text_view import MEASURE

#: What Textual calls the mode of the first screen, which cannot be removed.
_FIRST_MODE = "_default"
#: Seconds between two looks at whether something is to be remembered.
KEEP_EVERY = 3.0
#: Seconds after the first screen when the tables of the search and the dialogs are loaded, so that no key waits for them.
PREPARE_AFTER = 0.3
#: More events than a person, or a key that repeats, leaves waiting; the seconds after which those of a flood are dropped.
FLOOD, STALE_AFTER = 200, 0.8
_FLOODING = (events.Key, events.MouseEvent)
#: Full-width marks, as an input method types them, and the keys they stand for.
TWINS = {
    "／": "/", "、": "/", "：": ":", "？": "?", "】": "]", "【": "[", "］": "]", "［": "[", "｝": "}", "｛": "{",
    "》": "}", "《": "{", "。": ".", "．": ".", "，": ",", "’": "'", "‘": "'", "＇": "'", "＋": "+", "－": "-",
    "—": "-", "；": ";", "＝": "=", **{chr(code + 0xFEE0): chr(code) for code in range(ord("0"), ord("9") + 1)},
}  # fmt: skip


class HuijiApp(RowsApp):
    """Reads a report; what it shows never changes the file."""

    CSS = read_resource("tui.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []
    #: Whether the theme was chosen: the base class asks for its colours before.
    _has_theme = False

    def __init__(self, session: Session) -> None:
        super().__init__(driver_class=_driver_class())
        self._open = session
        self.title = session.prepared.report.name
        colours: Colours = "many"
        if self.no_color or self.console.color_system in (None, "standard"):
            colours = "none" if self.no_color else "few"
        use_colours(colours)
        self._few_colours: FewColours | None = None
        self._exit_filter = ControlFilter()
        #: What was typed before the first screen; None once that is shown.
        self._early: list[events.Event] | None = []
        self._is_press_dropped = False
        self._opener = Opener(self._show_progress, self._opened)
        #: Reports shown in the place of the first.
        self._shown = 0
        report_store, keys = session.report_store, session.config.keys
        self._main = MainScreen(
            session.prepared, report_store.report_state, Keymap(keys), session.at, session.find
        )
        self._main.recent = report_store.settings.recent
        self.set_keymap({name: ",".join(map(textual_name, names)) for name, names in keys.items()})
        for theme in THEMES:
            self.register_theme(theme)
        wanted = report_store.settings.theme
        self._has_theme = True
        self.theme = wanted if wanted in {theme.name for theme in THEMES} else THEMES[0].name
        self.stylesheet.set_variables(self.theme_variables)
        if colours != "many":
            self._few_colours = FewColours(self.theme_variables)
        self._main.text_pane.set_measure(report_store.settings.measure)
        self._main.show_full_width(report_store.settings.full_marks)

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the style sheet; none before the theme is chosen: making them takes a while."""
        return super().get_css_variables() if self._has_theme else {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours widgets name, for themes that do not set them."""
        return {name: THEMES[0].variables[name] for name in NAMES}

    def watch_theme(self) -> None:
        """Has the colours of another theme at once: panes draw with them before the style sheet is read again."""
        clear_style_caches()
        self.get_css_variables()

    def refresh_css(self, animate: bool = True) -> None:
        """Reads the style sheet again, with other colours; before the first screen it has not been read at all."""
        if self._early is None:
            super().refresh_css(animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """How lines leave the program: with the colours of the theme, or few or none, and nothing a terminal obeys."""
        colours = super().get_line_filters() if self._few_colours is None else [self._few_colours]
        return [*colours, self._exit_filter]

    def get_default_screen(self) -> MainScreen:
        """The main screen."""
        return self._main

    @property
    def is_ready(self) -> bool:
        """Whether the first screen is shown."""
        return self._early is None

    async def on_ready(self) -> None:
        """The first screen is shown: from here on garbage is collected, what stands now is left out of it."""
        gc.freeze()
        gc.enable()
        early, self._early = self._early, None
        for event in early or ():
            await self.on_event(event)
        self._warn(map(str, self._open.config.faults[:1]))
        self.set_interval(KEEP_EVERY, self._look_around)
        self.set_timer(PREPARE_AFTER, self._prepare)

    def _prepare(self) -> None:
        self._main.prepare_search()
        self._load_dialogs()
        gc.freeze()  # nothing of a report is garbage while it is open, and a long one takes long to look through

    def _load_dialogs(self) -> None:
        """Load what dialogs need, so that the first opening of one takes no longer than the next."""
        from tui.screens import copying, dialogs, report_list  # noqa: F401

    def _warn(self, others: Iterable[str] = ()) -> None:
        warnings = [*self._open.report_store.new_warnings(), *others]
        if warnings:
            self._main.say("；".join(warnings))

    def _look_around(self) -> None:
        self.keep()
        self._warn()
        change = self._open.watched.change()
        if change:
            again = f"，{self._main.keymap.first('reload')} 重新读入"
            self._main.say(f"报告文件已{f'改动{again}' if change == 'changed' else '不在了，正文仍可读'}")

    # -- another report ----------------------------------------------------------------------

    @on(MainScreen.OpenReport)
    def _open_report(self, event: MainScreen.OpenReport) -> None:
        self._convert(event.path, None)

    def action_reload(self) -> None:
        """Reads the report that is open once more."""
        if self._open.from_input:
            self._main.say("标准输入只能读一次")
        else:
            self._convert(self._open.path, self._open.encoding)

    @on(MainScreen.StopWork)
    def _stop_work(self) -> None:
        if self._opener.is_busy:
            self._opener.stop()
            self._main.show_work("")
            self._main.say("已取消，没有打开")

    def _convert(self, path: str | None, encoding: str | None) -> None:
        self.keep()
        self._main.show_work("")
        self._opener.open(path, encoding)

    def _show_progress(self, what: str) -> None:
        self._main.show_work(f"{what}（{self._main.keymap.first('escape')} 取消）")

    def _opened(self, session: Session | None, fault: str) -> None:
        self._main.show_work("")
        if session is None:
            self._main.say(fault)
        else:
            self.call_later(self._show, session)

    def finish_work(self) -> None:
        """Stop what is being opened when the program is left."""
        self._opener.finish()

    async def _show(self, session: Session) -> None:
        """Shows another report in the place of the one that is open."""
        self.keep()
        pane = self._main.text_pane
        self._open = session
        self.title = session.prepared.report.name
        main = MainScreen(session.prepared, session.report_store.report_state, Keymap(session.config.keys))
        main.recent = session.report_store.settings.recent
        main.text_pane.set_measure(0 if pane.measure == MEASURE else pane.measure)
        main.show_full_width(pane.has_full_width)
        self._main = main
        self._shown += 1
        left, mode = self.current_mode, f"report-{self._shown}"
        self.add_mode(mode, lambda: main)
        await self.switch_mode(mode)
        if left != _FIRST_MODE:
            self.remove_mode(left)
        self.set_timer(PREPARE_AFTER, self._prepare)

    def keep(self) -> None:
        """Writes what is to be remembered, if it has changed."""
        self._main.remember()
        report_store, pane = self._open.report_store, self._main.text_pane
        # Empty for the default: a window in which nobody chose a theme must not undo what was chosen in another one.
        report_store.settings.theme = "" if self.theme == THEMES[0].name else self.theme
        report_store.settings.measure = 0 if pane.measure == MEASURE else pane.measure
        report_store.settings.full_marks = pane.has_full_width
        report_store.keep()

    def _fatal_error(self) -> None:
        """End; what went wrong is told where errors of the command line are, in one line."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    def action_next_theme(self) -> None:
        """Changes to the next theme."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    async def on_event(self, event: events.Event) -> None:
        """Keys act here, one after the other; Chinese pasted outside of a box starts a search.

        Textual would hand a key to the focused widget's queue, and only what the widget leaves over to the
        bindings, two queues later: of keys typed in one go, some would reach the pane that was focused before.
        """
        if isinstance(event, _FLOODING) and self._is_flooded_by(event):
            event.stop()
        elif self._early is not None and isinstance(event, events.Key | events.Paste):
            self._early.append(event)
        elif isinstance(event, events.Key) and not event.is_forwarded:
            self._main.forget_notice()
            acted = await self._act_on(event)
            self._main.catch_up()
            if not acted:
                await super().on_event(event)
        elif isinstance(event, events.Paste) and not event.is_forwarded and self._outside_of_boxes():
            if event.text.strip():
                self._main.start_search(event.text.strip())
        else:
            await super().on_event(event)

    def _is_flooded_by(self, event: events.Event) -> bool:
        """Whether an event is one of many, and has waited so long that nobody is still waiting for it.

        A button that was pressed must be released; one whose press was dropped must not.
        """
        if isinstance(event, events.MouseUp):
            return self._is_press_dropped
        is_stale = self.waiting_messages > FLOOD and time.monotonic() - event.time > STALE_AFTER
        if isinstance(event, events.MouseDown):
            self._is_press_dropped = is_stale
        return is_stale

    async def _act_on(self, event: events.Key) -> bool:
        """Types the character, starts a search with it, or runs what the key is bound to; False if none of these."""
        key, box = event.key, self.focused
        types = event.is_printable and not key.startswith(("alt+", "ctrl+"))
        character = event.character if types and event.character is not None else ""
        if character and isinstance(box, Input):
            box.replace(character, *box.selection)
            return True
        if self._outside_of_boxes() and self._main.take_letter(character):
            return True
        if character in TWINS:
            key = textual_name(TWINS[character])
        elif character and not character.isascii() and self._outside_of_boxes():
            self._main.start_search(character)
            return True
        acted = await self.run_bindings(key)
        return acted or event.is_printable

    def _outside_of_boxes(self) -> bool:
        return self.screen_stack[-1:] == [self._main] and not isinstance(self.focused, Input)


def _driver_class() -> type[Driver] | None:
    """The driver of this program where there is a terminal of the Unix kind; elsewhere Textual's."""
    if sys.platform == "win32":
        return None
    from tui.terminal.driver import TerminalDriver

    return TerminalDriver


def _take_keys_from_terminal() -> None:
    """The report came in through standard input: from here on it is the terminal."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise UsageError("没有终端可以读取按键") from None
    os.dup2(terminal, 0)
    os.close(terminal)


def browse(session: Session, ambiguous_width: int | None) -> tuple[int, Session, int]:
    """Shows a report on the screen until it is left.

    Args:
        opening: The report.
        ambiguous_width: Cells the terminal draws “ in; None to believe what it says itself.

    Returns:
        The exit status, the report that was left, and the cells “ was drawn in.

    Raises:
        Exception: What made the app crash; the terminal is restored, and what can be kept is.
    """
    app = HuijiApp(session)
    answer = WIDTH_PROBE.answer()
    width = ambiguous_width or session.config.ambiguous_width or answer or FIRST_SCREEN.width or 1
    use_ambiguous_width(width)
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
    return app.return_code or 0, app._open, width
