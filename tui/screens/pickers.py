"""The help, and what the palette offers, made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterator

from tui.keys.table import AT_WORK, EVERYWHERE, PANES, Command, Keymap


def actions_of(focused: str) -> Iterator[tuple[Command, bool]]:
    """What can be done from the focused pane, and whether it is the pane's own to do."""
    for pane in (EVERYWHERE, *AT_WORK.get(focused, ())):
        for command in PANES[pane].commands:
            if command.id != "palette":
                yield command, pane != EVERYWHERE


def help_rows(focused: str, keymap: Keymap) -> list[tuple[str, str]]:
    """The rows of the help: headings stand alone, the focused pane's keys come first."""
    mine = AT_WORK.get(focused, ())
    rows: list[tuple[str, str]] = []
    for pane in mine:
        rows += [(f"{PANES[pane].name}（当前栏）", ""), *keymap.rows(pane)]
    for pane in (EVERYWHERE, *PANES):
        if pane not in mine and (PANES[pane].name, "") not in rows:
            rows += [(PANES[pane].name, ""), *keymap.rows(pane)]
    return rows
