"""Commands that can be typed where places are asked for: ``:q``, ``:open``, ``:退出``."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.messages.commands import TYPED_NAMES
from tui.report.numerals import half_width

#: What may follow a command.
Argument = Literal["", "path", "theme"]


class TypedCommand(NamedTuple):
    """A command by its names.

    Attributes:
        id: The command in :data:`tui.keys.commands.PANES`.
        names: Its names, the one to be shown first, then the Chinese one.
        argument: What may follow it.
    """

    id: str
    names: tuple[str, ...]
    argument: Argument = ""

    def name_like(self, text: str) -> str:
        """Return the first of its names that begins with a text."""
        begin = half_width(text.strip()).lower()
        return next((name for name in self.names if name.startswith(begin)), self.names[0])


#: Id, names besides the Chinese one, and argument; a command is typed by its names on every screen that has it.
_TYPED: tuple[tuple[str, str, Argument], ...] = (
    ("quit", "quit q q! qa wq exit", ""),
    ("open", "open e edit", "path"),
    ("export", "export", ""),
    ("theme", "theme colorscheme", "theme"),
    ("help", "help h", ""),
    ("reload", "reload", ""),
    ("notes", "notes", ""),
    ("screenshot", "screenshot", ""),
)
TYPED_COMMANDS = tuple(
    TypedCommand(id, (names.split()[0], TYPED_NAMES[id], *names.split()[1:]), argument)
    for id, names, argument in _TYPED
)


def typed_command(text: str) -> tuple[TypedCommand | None, str]:
    """Return the command that a text begins with, and what follows; None if its first word is no name of a command."""
    name, _, argument = text.strip().replace("\u3000", " ").partition(" ")
    name = half_width(name).lower()
    found = next((command for command in TYPED_COMMANDS if name in command.names), None)
    return found, argument.strip()


def commands_like(text: str) -> list[TypedCommand]:
    """Return the commands one of whose names begins with a text; all for no text."""
    name = half_width(text.strip()).lower()
    return [command for command in TYPED_COMMANDS if command.name_like(name).startswith(name)]
