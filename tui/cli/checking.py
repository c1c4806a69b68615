"""The commands that check what a person has written: outlines, synonyms, keys of their own."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui.cli import printing
from tui.keys.table import PANES, Keymap
from tui.library.loading import STANDARD_INPUT, read_bytes
from tui.outline_file.reading import check_outline
from tui.report.errors import FOUND, DataError
from tui.search.synonyms import FILE as SYNONYMS
from tui.search.synonyms import read_synonyms
from tui.state.config import load_config
from tui.state.paths import config_folder

#: Faults of one file that are printed; who has more mends these first.
_MOST_FAULTS = 100


def check(options: Namespace) -> int:
    """Prints each fault of some outline files."""
    sound = True
    for path in options.outlines:
        name = "标准输入" if path == STANDARD_INPUT else path
        faults = _check(read_bytes(path), name)
        sound = sound and not faults
        for fault in faults[:_MOST_FAULTS]:
            printing.line(str(fault))
        if len(faults) > _MOST_FAULTS:
            printing.tell(f"{name}：还有 {len(faults) - _MOST_FAULTS} 处错误")
        if not faults:
            printing.tell(f"{name}：没有错误")
    return FOUND if sound else DataError.exit_code


def _check(data: bytes, name: str) -> list[DataError]:
    """The faults of an outline, or of a file of synonyms, which is told by its name."""
    if Path(name).stem != Path(SYNONYMS).stem:
        return check_outline(data, name)
    try:
        read_synonyms(data, name)
    except DataError as error:
        return [error]
    return []


def keys(options: Namespace) -> int:
    """Prints each command with its keys, and what is wrong with a person's own."""
    config = load_config(config_folder())
    keymap = Keymap(config.keys)
    rows = [["操作", "按键", "在", "作用"]]
    for pane in PANES.values():
        for command in pane.commands:
            rows.append([command.id, " ".join(keymap.keys(command)), pane.name, command.label])
    printing.table(rows, markdown=False)
    for fault in config.faults:
        printing.tell(str(fault))
    return DataError.exit_code if config.faults else FOUND
