"""Print each command of the screen with its keys, and the faults of ``config.toml``."""

from __future__ import annotations

from argparse import Namespace

from tui.cli import output
from tui.cli.exit_codes import DATA, OK
from tui.cli.tables import table
from tui.keys.commands import PANES
from tui.keys.table import Keymap
from tui.messages import cli as messages
from tui.state.config import load_config
from tui.state.paths import config_folder


def run(options: Namespace) -> int:
    """Print the table of keys."""
    config = load_config(config_folder())
    keymap = Keymap(config.keys)
    rows = [messages.KEY_COLUMNS] + [
        (command.id, " ".join(keymap.keys(command)), pane.name, command.label)
        for pane in PANES.values()
        for command in pane.commands
    ]
    table(rows)
    for fault in config.faults:
        output.tell(str(fault))
    return DATA if config.faults else OK
