"""Something that can be exported, in one of several formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Literal, NamedTuple

from tui.messages import exports as messages
from tui.metrics.export import Headings, csv_text
from tui.report.markdown import table_lines
from tui.report.sanitize import escape_controls
from tui.sheets.model import Sheet
from tui.sheets.plain import plain_sheet

Form = Literal["csv", "xlsx", "json", "md", "html"]
Rows = Sequence[Sequence[str]]
#: Rows from which writing takes longer than a key may.
_MANY = 2000


class Table(NamedTuple):
    """Rows in all formats.

    Attributes:
        rows: Returns the rows of CSV, the headings first.
        record: Returns the document of JSON.
        sheet: Returns the spreadsheet; None for one made of the rows.
        short: Returns the rows of Markdown; None for those that a spreadsheet prints.
        lines: Above the table in Markdown, and in a spreadsheet made of the rows.
    """

    rows: Callable[[Headings], Rows]
    record: Callable[[], object]
    sheet: Callable[[], Sheet] | None = None
    short: Callable[[Headings], Rows] | None = None
    lines: Sequence[str] = ()


class Export(NamedTuple):
    """Something that can be exported.

    Attributes:
        label: What it is.
        what: The same in a word or two, at the end of the file's name.
        whose: Begins the file's name.
        total: How many rows it has; None for a page.
        forms: The formats it can be written in, the usual one first.
        headings: The formats that have headings in Chinese and in English.
        make: Returns the content of a file.
        is_slow: Whether that takes longer than a key may.
        chosen: What was chosen of it, a filter or a section, in the file's name; empty for all.
        pairs: How many of its rows have two values; None where that is not counted.
    """

    label: str
    what: str
    whose: str
    total: int | None
    forms: tuple[Form, ...]
    headings: tuple[Form, ...]
    make: Callable[[Form, Headings], bytes]
    is_slow: bool = False
    chosen: str = ""
    pairs: int | None = None


def table_export(label: str, what: str, whose: str, count: int, table: Table) -> Export:
    """Return a table as something that can be exported.

    Args:
        label: What it is.
        what: The same in a word or two.
        whose: Begins the file's name.
        count: How many rows it has.
        table: The rows.
    """
    spreadsheet: tuple[Form, ...] = ("xlsx",) if find_spec("xlsxwriter") is not None else ()
    forms: tuple[Form, ...] = ("csv", *spreadsheet, "json", "md")
    return Export(
        label, what, whose, count, forms, ("csv", "md"), lambda form, headings: _content(table, what, form, headings),
        count > _MANY,
    )  # fmt: skip


def shown_and_all(what: str, whose: str, shown: tuple[int, Table], every: tuple[int, Table]) -> list[Export]:
    """Return the rows that are shown and all rows, each with their number; those that there are none of are left out."""
    labels = messages.shown(what), messages.every(what)
    return [
        table_export(label, what, whose, count, table)
        for label, (count, table) in zip(labels, (shown, every), strict=True)
        if count
    ]


def named_by(exports: Sequence[Export], chosen: str) -> list[Export]:
    """Return exports, those of the rows that are shown with what was chosen in their names."""
    return [one._replace(chosen=chosen) if one.label == messages.shown(one.what) else one for one in exports]


def json_text(record: object) -> str:
    """Return a document as the commands print it."""
    return escape_controls(json.dumps(record, ensure_ascii=False, indent=2)) + "\n"


def _content(table: Table, what: str, form: Form, headings: Headings) -> bytes:
    if form == "csv":
        return csv_text(table.rows(headings), "\r\n").encode("utf-8-sig")
    if form == "json":
        return json_text(table.record()).encode("utf-8")
    if form == "xlsx":
        from tui.sheets.xlsx import workbook  # only spreadsheets need it

        return workbook(_sheet(table, what))
    above = [*table.lines, ""] if table.lines else []
    return ("\n".join([*above, *table_lines(_short(table, headings))]) + "\n").encode("utf-8")


def _sheet(table: Table, what: str) -> Sheet:
    return (
        table.sheet() if table.sheet is not None else plain_sheet(what, what, table.rows("zh"), table.lines)
    )


def _short(table: Table, headings: Headings) -> Rows:
    """Return the rows of Markdown."""
    if table.short is not None:
        return table.short(headings)
    if table.sheet is None or headings == "en":
        return table.rows(headings)
    sheet = table.sheet()
    printed = [index for index, column in enumerate(sheet.columns) if column.is_printed]
    head = [column.heading for column in sheet.columns]
    return [[row[index] for index in printed] for row in (head, *sheet.rows)]
