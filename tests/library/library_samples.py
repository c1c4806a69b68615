"""What the tests of adding share."""

from __future__ import annotations

from pathlib import Path

from tui.library.library import Library


def outcomes(path: Path, files: list[str]) -> list[str]:
    with Library(path, write=True) as library:
        return sorted(step.outcome for step in library.add(files))
