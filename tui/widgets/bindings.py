"""Bindings for Textual, made from the table of commands."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.keys.commands import PANES
from tui.keys.names import textual_name


def bindings(pane: str) -> list[BindingType]:
    """Return the bindings of a pane; their ids are those of the commands."""
    return [
        Binding(",".join(map(textual_name, command.keys)), command.action, command.label, id=command.id)
        for command in PANES[pane].commands
        if command.keys
    ]
