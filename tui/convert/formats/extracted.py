"""What each reader of a file format returns: the plain text, and what the file says about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.messages import reports


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


def with_notes(
    lines: Iterable[str], headings: Iterable[str], notes: Sequence[str], kind: str
) -> ExtractedText:
    """Return the text of a document; its footnotes and endnotes follow under a heading of their own.

    Args:
        lines: The lines of the text.
        headings: The lines, stripped, that are headings, or bold as a whole.
        notes: The lines of the notes.
        kind: The name of the format.
    """
    moved = (reports.notes_moved(len(notes)),) if notes else ()
    every = [*lines, reports.NOTES_HEADING, *notes] if notes else lines
    return ExtractedText("".join(f"{line}\n" for line in every), frozenset(headings), moved, kind)
