"""What the tests of adding share."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tui.library.library import Library


def outcomes(path: Path, files: list[str]) -> list[str]:
    with Library(path, write=True) as library:
        return sorted(step.outcome for step in library.add(files))


def damage(path: Path, table: str) -> None:
    """Overwrite a page of a table with what is none."""
    with sqlite3.connect(path) as opened:
        (size,) = opened.execute("PRAGMA page_size").fetchone()
        (page,) = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    opened.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
