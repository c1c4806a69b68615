"""Write a table as a spreadsheet (.xlsx) that can be printed and handed in as it is.

Every cell is written as a string or a number, never as what its text may look like: no formula, no link. Fonts are
those every Chinese Windows has.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from tui.messages import sheets as messages
from tui.report.errors import DataError, UsageError
from tui.report.sanitize import one_line
from tui.sheets.model import Column, Sheet
from tui.sheets.pages import MARGINS, Rows, breaks, fewest_pages, last_break, page_heights
from tui.typeset.cells import CellWidths, cell_length

#: UTF-16 units of a cell, and rows of a sheet, that Excel takes.
MAX_CELL, MAX_ROWS = 32_767, 1_048_576
#: Significant digits of the numbers of spreadsheets; longer ones stay text.
_MAX_DIGITS = 15
_NUMBER = re.compile(r"-?(?P<whole>[0-9]+)(?:\.(?P<fraction>[0-9]+))?")
#: The start of text that would become a formula when the cell is edited; East Asian editions take the full-width marks, too.
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")

_BODY_FONT, _TITLE_FONT = "宋体", "黑体"
#: Of cells outside the table. Widths of columns are told in its digits, which are as wide in the font that stands in for it elsewhere.
_USUAL_FONT = "Arial"
_TITLE_SIZE, _SIZE = 16, 10
_HEAD_COLOUR, _SOURCE_COLOUR, _GROUP_COLOUR = "#D9E2F3", "#EDEDED", "#F2F2F2"
#: Heights in points.
_TITLE_HEIGHT, _LINE_HEIGHT, _HEAD_HEIGHT, _GAP_HEIGHT, _GROUP_HEIGHT = 28, 14, 30, 6, 18
_ROW_LINE_HEIGHT, _ROW_MARGIN, _MAX_HEIGHT = 13, 5, 409
#: Half-width characters that a wrapped line stays short of its column: margins, and marks that begin no line.
_UNEVEN = 3
#: Of a column, in half-width characters: at least, what a cell's margins take, and up to which headings have one line.
_LEAST, _MARGIN, _ONE_LINE = 6, 2, 14
_A4 = 9
#: What fits across a page in half-width characters without making it smaller: upright, and on its side.
_PAGE_WIDTHS = (98, 144)
#: Fonts of Chinese Windows draw “ ” … as wide as characters.
_WIDTHS = CellWidths(ambiguous=2)
#: Ranges of one list of choices: Excel takes no more than some thousand characters of them.
_MOST_BLOCKS = 300
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": _USUAL_FONT, "font_size": _SIZE},
}


def require_package() -> None:
    """Make sure that spreadsheets can be written.

    Raises:
        UsageError: If the package that writes them is not installed.
    """
    try:
        import xlsxwriter  # noqa: F401 - only spreadsheets need it
    except ImportError:
        raise UsageError(messages.PACKAGE_MISSING) from None


def workbook(sheet: Sheet) -> bytes:
    """Return the bytes of an .xlsx file with a table, and with those that belong to it.

    Raises:
        UsageError: If the package that writes them is not installed.
        DataError: If a sheet has more rows than a spreadsheet.
    """
    require_package()
    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, _OPTIONS) as book:
        book.set_properties({"title": sheet.title, "author": messages.AUTHOR})
        for one in (sheet, *sheet.more):
            _Writer(book, one).write()
    return data.getvalue()


class _Writer:
    """Writes a table into a new book."""

    def __init__(self, book: Any, sheet: Sheet) -> None:
        self._book = book
        self._sheet = sheet
        self._page = book.add_worksheet(sheet.tab or sheet.name)
        self._last = sum(column.is_printed for column in sheet.columns) - 1
        widths = [_width(column, index, sheet.rows) for index, column in enumerate(sheet.columns)]
        self._widths = _stretched(widths, self._last + 1, _PAGE_WIDTHS[sheet.is_wide])
        self._head = 1 + len(sheet.lines)
        self._style = cache(self._new_style)
        #: In points, by row.
        self._heights: dict[int, float] = {}

    def write(self) -> None:
        sheet = self._sheet
        if self._end + len(sheet.notes) + 2 > MAX_ROWS:
            raise DataError(messages.too_many_rows(len(sheet.rows), MAX_ROWS))
        for index, width in enumerate(self._widths):
            self._page.set_column(index, index, width)
        self._write_line(0, sheet.title, _TITLE_HEIGHT, is_title=True)
        for number, line in enumerate(sheet.lines, 1):
            self._write_line(number, line, _LINE_HEIGHT)
        self._write_head()
        number = self._head
        level = {"level": 1} if sheet.groups else {}
        for at, row in enumerate(sheet.rows):
            if at in sheet.groups:
                number += 1
                self._write_group(number, sheet.groups[at])
            number += 1
            height = _height(row[: self._last + 1], self._widths[: self._last + 1])
            self._set_row(number, height, level)
            for index, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
                self._write_cell(number, index, column, cell, at in sheet.strong)
        self._write_notes()
        self._add_choices()
        self._set_up()

    # -- cells -----------------------------------------------------------------------------------

    def _write_head(self) -> None:
        self._set_row(self._head, _HEAD_HEIGHT)
        if self._last + 1 < len(self._sheet.columns):
            self._page.write_string(self._head - 1, self._last + 1, messages.SOURCES, self._style("beside"))
        for index, column in enumerate(self._sheet.columns):
            style = self._style("head", is_source=not column.is_printed)
            self._page.write_string(self._head, index, column.heading, style)

    def _write_group(self, row: int, heading: str) -> None:
        """Write the heading of a group across the row, whose other cells stay empty: sorting takes no joined cells."""
        self._set_row(row, _GROUP_HEIGHT)
        text = _fitting(one_line(heading))
        style = self._style("group", is_strong=True, is_formula=bool(_FORMULA.match(text)))
        self._page.write_string(row, 0, text, style)
        for index in range(1, self._last + 1):
            self._page.write_blank(row, index, None, self._style("group"))

    def _write_cell(self, row: int, index: int, column: Column, cell: str, is_strong: bool) -> None:
        is_strong |= column.is_strong
        number = _NUMBER.fullmatch(cell) if column.is_number else None
        if (
            number is not None
            and len((number["whole"] + (number["fraction"] or "")).lstrip("0")) <= _MAX_DIGITS
        ):
            style = self._style("number", column.align, is_strong, places=len(number["fraction"] or ""))
            self._page.write_number(row, index, float(cell), style)
            return
        text = _fitting(one_line(cell))
        kind = "text" if column.is_printed else "source"
        is_formula = bool(_FORMULA.match(text))
        style = self._style(kind, column.align, is_strong, is_formula, is_number=column.is_number)
        if text:
            self._page.write_string(row, index, text, style)
        else:
            self._page.write_blank(row, index, None, style)

    def _write_line(self, row: int, text: str, height: int, is_title: bool = False) -> None:
        """Write a line across the printed columns, as high as it is long."""
        text = _fitting(one_line(text))
        size = _TITLE_SIZE / _SIZE if is_title else 1
        room = sum(self._widths[: self._last + 1])
        lines = max(1, -(-int(_length(text) * size) // int(room)))
        self._set_row(row, height * lines)
        style = self._style("title" if is_title else "line", is_formula=bool(_FORMULA.match(text)))
        if self._last > 0:
            self._page.merge_range(row, 0, row, self._last, "", style)
        self._page.write_string(row, 0, text, style)

    def _write_notes(self) -> None:
        row = self._end + 1
        if self._sheet.notes:
            self._set_row(row, _GAP_HEIGHT)
        for number, note in enumerate(self._sheet.notes, 1):
            line = messages.note(note, number, len(self._sheet.notes))
            self._write_line(row + number, line, _LINE_HEIGHT)

    def _add_choices(self) -> None:
        blocks = self._blocks()
        if len(blocks) > _MOST_BLOCKS:
            blocks = [(blocks[0][0], blocks[-1][1])]
        for index, column in enumerate(self._sheet.columns):
            if column.choices and blocks:
                choice = {
                    "validate": "list",
                    "source": list(column.choices),
                    "error_type": "warning",
                    "error_title": column.heading,
                    "error_message": messages.not_listed(column.choices),
                }
                first, *others = [(start, index, end, index) for start, end in blocks]
                self._page.data_validation(*first, {**choice, "other_cells": others})

    def _blocks(self) -> list[tuple[int, int]]:
        """Return the first and the last row of each group, without its heading; those of the table if it has no groups."""
        total, first = len(self._sheet.rows), self._head + 1
        starts = sorted(self._sheet.groups) or [0]
        ends = [*starts[1:], total]
        shift = bool(self._sheet.groups)
        return [
            (first + start + (at + 1) * shift, first + end + (at + 1) * shift - 1)
            for at, (start, end) in enumerate(zip(starts, ends, strict=True))
            if end > start
        ]

    @property
    def _end(self) -> int:
        """The last row of the table."""
        return self._head + len(self._sheet.rows) + len(self._sheet.groups)

    # -- the page --------------------------------------------------------------------------------

    def _set_up(self) -> None:
        page, sheet = self._page, self._sheet
        page.freeze_panes(self._head + 1, sheet.frozen)
        if not sheet.groups:  # sorting would mix their headings with the rows
            page.autofilter(self._head, 0, self._end, len(sheet.columns) - 1)
        page.ignore_errors({"number_stored_as_text": f"A1:XFD{MAX_ROWS}"})
        if sheet.is_wide:
            page.set_landscape()
        page.set_paper(_A4)
        page.set_margins(**MARGINS)
        rows, heights = self._rows(), self._page_heights
        begun = list(breaks(rows, heights))
        # Programs pay no heed to breaks in a sheet that is to have so many pages.
        pages = (not begun and fewest_pages(rows, heights)) or 0
        last = None if pages else last_break(rows, heights, begun)
        page.fit_to_pages(1, pages)
        page.set_h_pagebreaks([self._head + 1 + at for at in (*begun, *([] if last is None else [last]))])
        page.center_horizontally()
        page.repeat_rows(self._head)
        if sheet.groups:
            page.outline_settings(symbols_below=False)
        below = len(sheet.notes) + 1 if sheet.notes else 0
        page.print_area(0, 0, self._end + below, self._last)
        page.set_footer(messages.footer(one_line(sheet.title)))

    def _set_row(self, row: int, height: float, options: dict[str, int] | None = None) -> None:
        self._page.set_row(row, height, None, options or {})
        self._heights[row] = height

    def _rows(self) -> Rows:
        """Return the rows as they are printed, once they are written."""
        heights = [self._heights[row] for row in sorted(self._heights)]
        first = self._head + 1
        headings = {at + number for number, at in enumerate(sorted(self._sheet.groups))}
        notes = len(heights) - 1 - self._end
        return Rows(sum(heights[: self._head]), heights[self._head], heights[first:], headings, notes)

    @property
    def _page_heights(self) -> list[float]:
        return page_heights(self._widths[: self._last + 1], self._sheet.is_wide)

    def _new_style(
        self,
        kind: str,
        align: str = "left",
        is_strong: bool = False,
        is_formula: bool = False,
        places: int = 0,
        is_source: bool = False,
        is_number: bool = False,
    ) -> Any:
        """Return the format of a kind of cell."""
        style: dict[str, Any] = {
            "font_name": _BODY_FONT, "font_size": _SIZE, "valign": "vcenter", "align": align, "bold": is_strong,
            "text_wrap": kind not in ("number", "source", "beside", "group"), "quote_prefix": is_formula,
        }  # fmt: skip
        if kind in ("head", "text", "source", "number"):
            style["border"] = 1
        if kind == "group":
            style |= {"top": 1, "bottom": 1, "bg_color": _GROUP_COLOUR}
        if kind == "head":
            style |= {
                "bold": True,
                "align": "center",
                "bg_color": _SOURCE_COLOUR if is_source else _HEAD_COLOUR,
            }
        if kind == "number":
            style["num_format"] = f"0.{'0' * places}" if places else "0"
        if kind == "number" or is_number:  # ranges and fractions stand in line with numbers
            style["indent"] = int(align == "right")
        if kind == "title":
            style |= {"font_name": _TITLE_FONT, "font_size": _TITLE_SIZE, "align": "center"}
        return self._book.add_format(style)


def _width(column: Column, index: int, rows: Sequence[Sequence[str]]) -> int:
    """Return the width of a column: that of its widest cell, but no more than it is given, and room for its heading.

    A column of numbers is never narrower than these: programs show ``####`` in place of a number that does not fit.
    """
    heading = _length(column.heading) + _MARGIN
    least = max(_LEAST, heading if heading <= _ONE_LINE else -(-heading // 2) + _MARGIN)
    if column.is_blank:
        return max(column.width, least)
    widest = max((_length(row[index]) for row in rows), default=0) + _MARGIN * (1 + column.is_number)
    if column.is_number:
        numbers = (len(row[index]) for row in rows if _NUMBER.fullmatch(row[index]))
        least = max(least, max(numbers, default=0) + 2 * _MARGIN)
    return max(least, min(column.width, widest))


def _stretched(widths: Sequence[int], printed: int, room: int) -> list[int]:
    """Return widths with which the printed columns fill the page, if they are narrower."""
    factor = max(1, room / sum(widths[:printed]))
    return [*(int(width * factor) for width in widths[:printed]), *widths[printed:]]


def _height(row: Sequence[str], widths: Sequence[int]) -> float:
    """Return the height of a row in points.

    Programs differ in whether they find heights for wrapped text themselves, so it is always given.
    """
    lines = max(map(_lines, row, widths), default=1)
    return min(_MAX_HEIGHT, lines * _ROW_LINE_HEIGHT + _ROW_MARGIN)


def _lines(cell: str, width: int) -> int:
    """Return how many lines a cell takes in a column of a width."""
    length = _length(cell)
    return 1 if length <= width - _MARGIN else -(-length // (width - _UNEVEN))


def _length(text: str) -> int:
    return cell_length(text, _WIDTHS)


def _fitting(text: str) -> str:
    """Return as much of a text as a cell holds, with an ellipsis in place of the rest."""
    if len(text) * 2 <= MAX_CELL:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= MAX_CELL * 2:
        return text
    return units[: (MAX_CELL - 1) * 2].decode("utf-16-le", errors="ignore") + messages.ELLIPSIS
