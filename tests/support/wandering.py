"""Press keys of a screen in any order, at any size."""

from __future__ import annotations

import random
from collections.abc import Iterable

from tests.support.pilot import Driven
from tui.keys.commands import PANES
from tui.keys.names import textual_name
from tui.typeset.cells import cell_length

#: Commands that leave the screen, or write files.
_LEAVING = ("quit", "open", "palette", "forward", "back", "reload", "export", "up_level")
_SIZES = [(120, 35), (80, 24), (60, 20), (41, 10), (30, 5), (160, 45)]


async def wander(app: Driven, panes: Iterable[str], others: Iterable[str], seed: int) -> None:
    """Press keys and resize the screen, and see that no row is ever longer than the screen.

    Args:
        app: The app.
        panes: The panes whose keys are pressed.
        others: Other keys.
        seed: Of the order.
    """
    keys = [
        textual_name(key)
        for pane in panes
        for command in PANES[pane].commands
        for key in command.keys
        if command.id not in _LEAVING
    ]
    chance = random.Random(seed)
    for _ in range(12):
        await app.press(*chance.choices([*keys, *others], k=8))
        columns, rows = chance.choice(_SIZES)
        await app.resize(columns, rows)
        assert all(cell_length(row) <= columns for row in app.rows)
