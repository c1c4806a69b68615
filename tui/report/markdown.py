"""Write Markdown in which text of reports stays text: no link, no markup, no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

#: What is markup anywhere, in CommonMark and in the dialects with tables, footnotes, formulas and links without brackets.
_MARKS = re.compile(
    r"[\\`*_{}\[\]<>|~$^@&#]|(?<=[Hh][Tt][Tt][Pp]):|(?<=[Hh][Tt][Tt][Pp][Ss]):|(?<=[Ff][Tt][Pp]):|(?<=[Ww][Ww][Ww])\.|!(?=\[)"
)
#: What is markup at the beginning of a line or of an item: lists, headings, lines of table heads.
_OPENINGS = re.compile(r"(?P<number>[0-9]{1,9})(?P<mark>[.)])(?=\s|$)|(?P<sign>[-+=:])")
#: What would end the target of a link or the cell of a table, or be taken out of it.
_IN_TARGETS = {ord(mark): f"%{ord(mark):02X}" for mark in "<>|\\\n "}


def escape(text: str) -> str:
    """Return a text as a part of a line of Markdown."""
    text = " ".join(text.split())
    text = _MARKS.sub(lambda match: f"\\{match[0]}", text)
    opening = _OPENINGS.match(text)
    if opening is None:
        return text
    at = opening.start("mark") if opening["mark"] else 0
    return f"{text[:at]}\\{text[at:]}"


def row(*cells: str) -> str:
    """Return a row of a table; cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def head(*cells: str) -> str:
    """Return the head of a table."""
    return f"{row(*cells)}\n{row(*('---' for _ in cells))}"


def link(text: str, target: str) -> str:
    """Return a link.

    Args:
        text: Its text, Markdown already.
        target: What it leads to; marks that would end it are written as ``%7C``.
    """
    return f"[{text}](<{target.translate(_IN_TARGETS)}>)"


def cited(text: str, source: str) -> str:
    """Return a text with where it is from behind it; only the text if that is not known."""
    return f"{text}（{source}）" if source else text


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table.

    Args:
        rows: Its rows as text, the headings first.
    """
    first, *others = rows
    yield from head(*map(escape, first)).split("\n")
    for cells in others:
        yield row(*map(escape, cells))
