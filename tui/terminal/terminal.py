"""The terminal this process draws on: its modes, signals, and what is known of it before the framework is up.

A process has one terminal, whose modes and signal handlers all its code shares. It is made where the program begins
(:mod:`tui.terminal.first_screen` or :mod:`tui.__main__`) and passed to whoever needs it; nothing else is global.

A cached first screen waits for this module: it imports nothing that takes long to load.
"""

from __future__ import annotations

from tui.terminal.modes import TerminalModes
from tui.terminal.signals import Signals
from tui.terminal.width_probe import WidthProbe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui.terminal.screen_cells import CachedScreen

#: Switches to the alternate screen, without a cursor and without line wrap.
_TO_SCREEN = b"\x1b[?1049h\x1b[?25l\x1b[?7l"


class Terminal:
    """The terminal on standard input and standard error.

    Attributes:
        modes: Its modes.
        signals: The signals it sends, and others.
        width_probe: Asks it for the width of “.
        shows_cached_screen: Whether it shows a cached screen that nothing has drawn over.
    """

    def __init__(self) -> None:
        self.modes = TerminalModes()
        self.signals = Signals(self.modes)
        self.width_probe = WidthProbe(self.modes)
        self.shows_cached_screen = False
        self._cached_width: int | None = None

    @property
    def ambiguous_width(self) -> int | None:
        """The cells “ takes, as the terminal has answered, or as in the cached screen it was shown; None if unknown."""
        return self.width_probe.width or self._cached_width

    def show(self, screen: CachedScreen) -> None:
        """Show a cached screen, and ask how wide the terminal draws “."""
        self.signals.watch()  # before anything changes the terminal
        self.shows_cached_screen = True
        self._cached_width = screen.width
        self.width_probe.ask()
        self.modes.enter_screen(_TO_SCREEN + screen.drawing)

    def take_over(self) -> bool:
        """Return whether a cached screen is shown; from now on it is not."""
        was_shown, self.shows_cached_screen = self.shows_cached_screen, False
        return was_shown
