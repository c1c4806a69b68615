"""Where a key works that does nothing in the pane that has the focus."""

from __future__ import annotations

from tui.keys.commands import PANES
from tui.keys.names import shown_name, textual_name
from tui.keys.table import Keymap, panes_of

#: Panes named at most.
_MAX_NAMED = 2


def meanings(key: str, layer: str, keymap: Keymap) -> tuple[str, list[tuple[str, str]]]:
    """Return a key as it is shown, and the panes it works in with what it does there, those of the same screen first.

    Args:
        key: Textual's name of the key.
        layer: The screen.
        keymap: The keys.
    """
    here = panes_of(layer)
    names = [*here, *(name for name in PANES if name not in here)]
    found: dict[str, tuple[str, str]] = {}
    shown = shown_name(key)
    for name in names:
        for command in PANES[name].commands:
            for one in keymap.keys(command):
                if textual_name(one) == key:
                    found.setdefault(command.label, (PANES[name].name, command.label))
                    shown = one
    return shown, list(found.values())[:_MAX_NAMED]
