"""What each reader of a file format returns: the plain text, and what the file says about it."""

from __future__ import annotations

from typing import NamedTuple


class ExtractedText(NamedTuple):
    """The text of a file.

    Attributes:
        text: Without marks of the format; lines end in ``\\n``.
        headings: The lines, stripped, that the format sets as headings, or in bold as a whole.
        notes: What was dropped or joined to get at the text, a clause each, for people.
        encoding: As Python names it, or the name of the format.
        unread: How many places could not be decoded.
        captions: Of photographs, from comments that were dropped.
    """

    text: str
    headings: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    encoding: str = ""
    unread: int = 0
    captions: tuple[str, ...] = ()
