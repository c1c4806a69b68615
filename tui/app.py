"""The app: one report on one screen."""

from __future__ import annotations

import gc

from textual import events
from textual.app import App
from textual.widgets import Input

from tui.convert.load import load_report
from tui.report.content import read_resource
from tui.report.model import Report
from tui.screens.main import MainScreen
from tui.themes import NAMES, THEMES

INTERNAL_ERROR = 70
#: Full-width punctuation, as an input method types it, and the key it stands for.
TWINS = {
    "／": ("slash", "/"),
    "、": ("slash", "/"),
    "：": ("colon", ":"),
    "？": ("question_mark", "?"),
    "】": ("right_square_bracket", "]"),
    "【": ("left_square_bracket", "["),
    "］": ("right_square_bracket", "]"),
    "［": ("left_square_bracket", "["),
    "｝": ("right_curly_bracket", "}"),
    "｛": ("left_curly_bracket", "{"),
    "》": ("right_curly_bracket", "}"),
    "《": ("left_curly_bracket", "{"),
    "。": ("full_stop", "."),
    "．": ("full_stop", "."),
    "，": ("comma", ","),
}


class HuijiApp(App[None]):
    """Reads a report; what it shows never changes the file."""

    CSS = read_resource("tui.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []

    def __init__(self, report: Report, at: str | None = None, find: str | None = None) -> None:
        super().__init__()
        self.title = report.name
        self._main = MainScreen(report, at, find)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours widgets name, for themes that do not set them."""
        return {name: THEMES[0].variables[name] for name in NAMES}

    def get_default_screen(self) -> MainScreen:
        """The main screen."""
        return self._main

    def on_ready(self) -> None:
        """The first screen is shown: from here on garbage is collected, what stands now is left out of it."""
        gc.freeze()
        gc.enable()

    def action_next_theme(self) -> None:
        """Changes to the next theme."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    async def on_event(self, event: events.Event) -> None:
        """Chinese typed or pasted outside of a box starts a search; full-width marks are their half-width twins."""
        if isinstance(event, events.Key | events.Paste) and self._outside_of_boxes():
            if isinstance(event, events.Paste):
                if event.text.strip():
                    self._main.start_search(event.text.strip())
                return
            if event.character in TWINS:
                event = events.Key(*TWINS[event.character])
            elif event.is_printable and not str(event.character).isascii():
                self._main.start_search(event.character)
                return
        await super().on_event(event)

    def _outside_of_boxes(self) -> bool:
        return self.screen_stack[-1:] == [self._main] and not isinstance(self.focused, Input)


def browse(report: str | None, encoding: str | None, at: str | None, find: str | None) -> int:
    """Opens a report on the screen until it is left.

    Returns:
        The exit status.

    Raises:
        HuijiError: Where the report cannot be opened, before the screen is touched.
    """
    app = HuijiApp(load_report(report, encoding), at, find)
    app.run()
    return INTERNAL_ERROR if app._exception is not None else app.return_code or 0
