"""Print tables and lists that arrive report by report as if they had come at once: one head, one JSON list."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import islice
from textwrap import indent
from typing import Any, Protocol

from tui.cli.output import write
from tui.cli.printing import line
from tui.report.markdown import table_lines
from tui.report.sanitize import escape_controls
from tui.typeset.cells import ELLIPSIS, cell_length, pad

#: Cells a column of a table takes at most, except the last.
_MAX_COLUMN = 30


class Writer(Protocol):
    """Prints what is found in one report after the other."""

    def add(self, rows: Sequence[Any]) -> None:
        """Print what was found in a report; the first row of a table is its head."""

    def close(self) -> None:
        """Print the end."""


def writer(form: str, name: str, bom: bool) -> Writer:
    """Return what prints in a format: ``json``, ``csv``, ``md`` or ``table``.

    Args:
        form: The format.
        name: The key of the list in JSON.
        bom: Whether CSV begins with a byte order mark.
    """
    if form == "json":
        return JsonWriter(name)
    return CsvWriter(bom) if form == "csv" else TableWriter(markdown=form == "md")


class JsonWriter:
    """Prints an object whose last field is a list, as :func:`json.dumps` would with an indent of 2.

    Args:
        name: The key of the list.
        fields: The fields before it.
    """

    def __init__(self, name: str, fields: dict[str, object] | None = None) -> None:
        text = json.dumps({**(fields or {}), name: []}, ensure_ascii=False, indent=2)
        self._head = escape_controls(text).removesuffix("]\n}")
        self._is_begun = False

    def add(self, rows: Sequence[Any]) -> None:
        """Print records."""
        for record in rows:
            write(",\n" if self._is_begun else f"{self._head}\n")
            self._is_begun = True
            text = escape_controls(json.dumps(record, ensure_ascii=False, indent=2))
            write(indent(text, "    "))

    def close(self) -> None:
        """Print the end of the list; an empty list if there were no records."""
        line("\n  ]\n}" if self._is_begun else f"{self._head}]\n}}")


class CsvWriter:
    """Prints comma-separated values, behind a byte order mark if asked for: spreadsheets want one."""

    def __init__(self, bom: bool) -> None:
        self._is_begun = False
        self._bom = bom

    def add(self, rows: Sequence[Any]) -> None:
        """Print rows, and the head before the first of them."""
        from tui.metrics.export import csv_text  # only metrics are printed so

        if self._bom and not self._is_begun:
            write("\ufeff")
        write(csv_text(rows[self._is_begun :], "\n"))
        self._is_begun = True

    def close(self) -> None:
        """End it; nothing follows the last row."""


class TableWriter:
    """Prints rows in columns or as Markdown.

    In columns, all but the last are cut at 30 cells. A column is as wide as what has been printed in it so far: the width of
    what comes later is not known.
    """

    def __init__(self, markdown: bool) -> None:
        self._markdown = markdown
        self._is_begun = False
        self._widths: list[int] = []

    def add(self, rows: Sequence[Any]) -> None:
        """Print rows, and the head before the first of them."""
        if self._markdown:
            self._add_markdown(rows)
        else:
            self._add_columns(rows)
        self._is_begun = True

    def _add_markdown(self, rows: Sequence[Sequence[str]]) -> None:
        lines = table_lines(rows)
        for text in islice(lines, 2, None) if self._is_begun else lines:
            line(text)

    def _add_columns(self, rows: Sequence[Sequence[str]]) -> None:
        used = [min(_MAX_COLUMN, max(map(cell_length, column))) for column in zip(*rows, strict=True)]
        self._widths = list(map(max, used, self._widths or used))
        for *cells, last in rows[self._is_begun :]:
            padded = [pad(cell, width) for cell, width in zip(cells, self._widths, strict=False)]
            line("  ".join([*padded, last]).rstrip())

    def close(self) -> None:
        """End it; nothing follows the last row."""


def table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns; the first is the head."""
    TableWriter(markdown=False).add(rows)


def end_of(path: str) -> str:
    """Return the end of a path, which tells more than its beginning where a column has no room for all of it."""
    if cell_length(path) <= _MAX_COLUMN:
        return path
    end = path[-_MAX_COLUMN:]
    while cell_length(end) >= _MAX_COLUMN:
        end = end[1:]
    return ELLIPSIS + end
