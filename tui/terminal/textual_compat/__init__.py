"""Everything this program does with private names of Textual and Rich; no other module uses any.

A release may rename them without notice. ``tests/terminal/private_names.py`` lists them with a reason each, and
``tests/terminal/test_private_names.py`` says which of them are gone, or are used elsewhere.
"""

from tui.terminal.textual_compat.app import RowsApp
from tui.terminal.textual_compat.driver import AppDriver
from tui.terminal.textual_compat.inputs import show_suggestion
from tui.terminal.textual_compat.keys import FOCUSIN, FOCUSOUT, IS_ITERM, KeyTables
from tui.terminal.textual_compat.painting import PaintedRows
from tui.terminal.textual_compat.screen import BareScreen, screen_strips
from tui.terminal.textual_compat.styles import clear_style_caches

__all__ = [
    "FOCUSIN",
    "FOCUSOUT",
    "IS_ITERM",
    "AppDriver",
    "BareScreen",
    "KeyTables",
    "PaintedRows",
    "RowsApp",
    "clear_style_caches",
    "screen_strips",
    "show_suggestion",
]
