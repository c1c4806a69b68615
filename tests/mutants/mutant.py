"""A mutant: one small change to one source file."""

from __future__ import annotations

import difflib
from typing import NamedTuple


class Mutant(NamedTuple):
    """One change to one file, at most a few lines long.

    Attributes:
        path: The file, relative to the root of the project, with forward slashes.
        start: Character offset in the file where the replaced text starts.
        end: One past its last character.
        replacement: The new text.
        operator: The kind of change, for the report.
    """

    path: str
    start: int
    end: int
    replacement: str
    operator: str

    def apply(self, source: str) -> str:
        """Return the source of the file with the change."""
        return source[: self.start] + self.replacement + source[self.end :]

    def line(self, source: str) -> int:
        """Return the line where the change starts, counted from 1."""
        return source.count("\n", 0, self.start) + 1

    def lines(self, source: str) -> tuple[str, str]:
        """Return the affected lines before and after, stripped; they identify a mutant when line numbers change."""
        first = source.rfind("\n", 0, self.start) + 1
        last = source.find("\n", self.end)
        last = len(source) if last < 0 else last
        before = source[first:last]
        after = source[first : self.start] + self.replacement + source[self.end : last]
        return before.strip(), after.strip()

    def diff(self, source: str) -> str:
        """Return the change as a unified diff with two lines of context."""
        lines = difflib.unified_diff(
            source.splitlines(), self.apply(source).splitlines(), self.path, self.operator, lineterm="", n=2
        )
        return "\n".join(lines)
