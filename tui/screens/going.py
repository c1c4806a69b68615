"""The box that ``:`` opens: where to go, and commands by their names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from tui.keys.commands import PANES, Command
from tui.keys.table import layer_of
from tui.keys.typed import TypedCommand, commands_like, typed_command
from tui.messages import screens as messages
from tui.screens.report_list import complete_path
from tui.search.places import matching_labels
from tui.themes import THEMES

if TYPE_CHECKING:
    from tui.screens.asking import Asking
    from tui.screens.dialogs import Candidate


class Going:
    """Finds what is typed into the box: places first, unless it is exactly a command; commands it may become last.

    Args:
        asking: Lists the reports to open.
        screen: The screen, which runs the commands.
        layer: The screen, see :data:`tui.keys.table.SCREENS`.
        places: Returns the places a text may mean.
    """

    def __init__(
        self, asking: Asking, screen: Screen[Any], layer: str, places: Callable[[str], list[Candidate]]
    ) -> None:
        self._asking = asking
        self._screen = screen
        self._places = places
        self._commands = {command.id: command for command in PANES[layer_of(layer)].commands}

    def matching(self, text: str) -> list[Candidate]:
        """Return the rows for a text."""
        typed, argument = self._typed(text)
        like = [one for one in commands_like(text) if one is not typed and one.id in self._commands]
        others = [] if typed is not None and argument else self._asking.addressed(text) or self._places(text)
        exact = self._rows_of(typed, argument, text) if typed is not None else []
        return [*exact, *others, *map(self._suggestion, like)]

    def complete(self, text: str) -> str:
        """Return a text with the path in it, or the name of the command, completed as far as it is clear."""
        typed, argument = self._typed(text)
        if typed is not None and typed.argument == "path" and text.strip() not in typed.names:
            return text[: len(text) - len(argument)] + complete_path(argument)
        if typed is not None and typed.argument:
            return f"{text.strip()} " if not argument else text
        like = commands_like(text) if text.strip() else []
        return (like[0].name_like(text) + (" " if like[0].argument else "")) if len(like) == 1 else text

    def _typed(self, text: str) -> tuple[TypedCommand | None, str]:
        """Return the command a text names that this screen has, and what follows."""
        typed, argument = typed_command(text)
        if typed is None or typed.id not in self._commands or (argument and not typed.argument):
            return None, ""
        return typed, argument

    def _rows_of(self, typed: TypedCommand, argument: str, text: str) -> list[Candidate]:
        if typed.argument == "path":
            head = text[: len(text) - len(argument)] if argument else f"{text.strip()} "
            return self._asking.reports(argument, head)
        if typed.argument == "theme":
            return self._themes(argument)
        command = self._commands[typed.id]
        return [(f":{typed.names[0]}", command.label, partial(self._run, command))]

    def _themes(self, name: str) -> list[Candidate]:
        """Return the themes a name may mean, as rows that choose one, from the next to the present one."""
        app = self._screen.app
        names = [theme.name for theme in THEMES]
        behind = names.index(app.theme) + 1
        names = [*names[behind:], *names[:behind]]
        return [
            (
                messages.THEME,
                messages.theme(names[at], names[at] == app.theme),
                partial(setattr, app, "theme", names[at]),
            )
            for at in matching_labels(names, name)
        ]

    def _suggestion(self, typed: TypedCommand) -> Candidate:
        """Return the row of a command; one that needs more goes into the box."""
        command = self._commands[typed.id]
        pick = f"{typed.names[0]} " if typed.argument else partial(self._run, command)
        return f":{typed.names[0]}", messages.typed_command(typed.names[1], command.label), pick

    def _run(self, command: Command) -> None:
        screen = self._screen
        screen.call_later(screen.app.run_action, command.action, screen)
