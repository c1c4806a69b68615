"""Commands that can be typed where places are asked for: ``:q``, ``:open``, ``:退出``."""

from __future__ import annotations

from typing import Literal, NamedTuple

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


#: A command of the table is typed by any of these names, on every screen that has it.
TYPED_COMMANDS = (
    TypedCommand("quit", ("quit", "退出", "q", "q!", "exit")),
    TypedCommand("open", ("open", "打开", "e", "edit"), "path"),
    TypedCommand("export", ("export", "导出")),
    TypedCommand("theme", ("theme", "主题", "colorscheme"), "theme"),
    TypedCommand("help", ("help", "帮助", "h")),
    TypedCommand("reload", ("reload", "重读")),
    TypedCommand("notes", ("notes", "批注")),
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
