"""What every reader of a file hands on: its plain text, and what the file says about that text."""

from __future__ import annotations

from typing import NamedTuple


class ExtractedText(NamedTuple):
    """The text of a file.

    Attributes:
        text: Without marks of the format; lines end in ``\\n``.
        headings: The lines, stripped, that the format sets as headings, or in bold as a whole.
        notes: What was dropped or joined to get at the text, a clause each, for people.
    """

    text: str
    headings: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
