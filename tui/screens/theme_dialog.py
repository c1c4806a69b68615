"""The dialog for the theme: what is behind it shows the theme the cursor is on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from tui.messages import screens as messages
from tui.screens.dialogs import ChoiceDialog, Rows

#: Cells of the names of themes.
_NAME_CELLS = 8


class _Themes(Rows):
    """Names of themes; tells which one the cursor is on."""

    def __init__(self, names: Sequence[str], show: Callable[[str], object]) -> None:
        super().__init__(
            [(name, messages.THEME_NOTES.get(name, name)) for name in names],
            _NAME_CELLS,
            id="list",
            has_cursor=True,
        )
        self._names = names
        self._show = show

    def cursor_moved(self) -> None:
        """Show the theme."""
        self._show(self._names[self.cursor])


class ThemeDialog(ChoiceDialog):
    """Themes to choose from; each is shown at once, and Esc brings back the one before.

    Args:
        names: The themes.
        current: The one in use.
        show: Shows one.
        keep: Keeps one that was chosen.
    """

    DIMS: ClassVar[bool] = False

    def __init__(
        self, names: Sequence[str], current: str, show: Callable[[str], object], keep: Callable[[str], object]
    ) -> None:
        choices = [(name, name, lambda name=name: keep(name)) for name in names]
        super().__init__(messages.THEME, messages.THEMES_HINT, choices)
        self._before, self._show_theme = current, show
        self._list = _Themes(names, self._preview)
        self._list.cursor = names.index(current)

    def _preview(self, name: str) -> None:
        self._show_theme(name)
        self.refresh_below()

    def action_close_dialog(self) -> None:
        """Bring back the theme before, and close."""
        self._show_theme(self._before)
        super().action_close_dialog()
