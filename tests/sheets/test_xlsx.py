"""Spreadsheets: what is text stays text, numbers are numbers, and the sheet is ready to be printed."""

from __future__ import annotations

import builtins
import io
import re
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sheets import ReadSheet, read_sheet
from tui.messages import sheets as messages
from tui.report.errors import DataError, UsageError
from tui.report.sanitize import one_line
from tui.sheets import xlsx
from tui.sheets.model import Column, Sheet, centered, number
from tui.sheets.xlsx import MAX_CELL, workbook

TEXT = Column("任务", 20)


def written(*cells: str, column: Column = TEXT, **fields: Any) -> ReadSheet:
    return read_sheet(workbook(Sheet("表", "标题", [column], [[cell] for cell in cells], **fields)))


HOSTILE = [
    "=1+1", "+86", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x.example\",\"点\")", "＝1＋1", "{=A1}", "http://x.example/", "mailto:a@b.example",
    "internal:Sheet1!A1", "'=1", "0012", "1e5", "TRUE", "2024-01-22", "#N/A", "_x0041_", "<b>&amp;</b>", "“引文”", "👨‍👩‍👧", "  两边空格  ",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_the_text_it_is_whatever_it_looks_like(text: str) -> None:
    sheet = written(text)
    cell = sheet.cell(0, "任务")
    assert cell.value == one_line(text) and cell.data_type == "s"
    assert cell.hyperlink is None


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_any_text_is_read_back_as_it_was_cleaned(text: str) -> None:
    cell = written(text).cell(0, "任务")
    assert (cell.value or "") == one_line(text) and cell.data_type in ("s", "n")
    assert cell.data_type == "s" or cell.value is None


@pytest.mark.parametrize("mark", "=+-@＝＋－＠")
def test_what_would_become_a_formula_when_edited_is_marked_as_text(mark: str) -> None:
    assert written(f"{mark}SUM(A1)").cell(0, "任务").quotePrefix
    assert not written("SUM").cell(0, "任务").quotePrefix


def test_no_part_of_the_file_has_a_formula_or_a_link() -> None:
    sheet = Sheet("表", "=1+1", [TEXT, number("=2", 9)], [[text, text] for text in HOSTILE], ["=3"], ["@4"])
    with zipfile.ZipFile(io.BytesIO(workbook(sheet))) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    page = parts["xl/worksheets/sheet1.xml"]
    assert b"<f>" not in page and b"<f " not in page and b"hyperlink" not in page
    assert not any("external" in name or "vba" in name.lower() for name in parts)


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("7", 7, "0"),
        ("-3", -3, "0"),
        ("6.50", 6.5, "0.00"),
        ("0.1", 0.1, "0.0"),
        ("120100000000", 120100000000, "0"),
        ("123456789012345", 123456789012345, "0"),
        ("0.00000000000000123", 1.23e-15, "0.00000000000000000"),
    ],
)
def test_numbers_are_numbers_with_the_digits_they_were_printed_with(
    text: str, value: float, shown: str
) -> None:
    cell = written(text, column=number("数值", 9)).cell(0, "数值")
    assert (cell.value, cell.data_type, cell.number_format) == (value, "n", shown)


@pytest.mark.parametrize("text", ["8～10", "5∶3∶2", "1/3", "", "1e5", "１２", "1,200", "1234567890123456"])
def test_what_is_no_exact_number_stays_text_in_a_column_of_numbers(text: str) -> None:
    assert written(text, column=number("数值", 9)).cell(0, "数值").value == (text or None)


@pytest.mark.parametrize("character", ["字", "a", "𠮷"])
def test_text_beyond_what_a_cell_holds_ends_in_an_ellipsis(character: str) -> None:
    value = written(character * 40_000).cell(0, "任务").value
    assert isinstance(value, str) and value.endswith(f"{character}…")
    assert MAX_CELL - 2 < len(value.encode("utf-16-le")) // 2 <= MAX_CELL
    whole = "字" * MAX_CELL
    assert written(whole).cell(0, "任务").value == whole


def test_rows_beyond_those_of_a_spreadsheet_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 5)
    with pytest.raises(DataError, match="csv"):
        written(*"12345")


def test_columns_are_as_wide_as_their_cells_within_limits_counting_chinese_as_two() -> None:
    columns = [
        Column("甲", 40),
        Column("乙", 10),
        Column("丙", 9, is_blank=True),
        Column("丁", 60, is_printed=False),
    ]
    page = read_sheet(
        workbook(Sheet("表", "标题", columns * 4, [["八个字的任务名称", "字" * 30, "", ""] * 4]))
    ).page
    widths = [page.column_dimensions[letter].width for letter in "ABCD"]
    assert widths[0] >= 16 and widths[1] < widths[0] and widths[3] < 10
    assert widths[2] >= 9


def test_ranges_stand_in_line_with_numbers() -> None:
    sheet = written("7～7.5", column=number("任务", 9))
    assert (
        sheet.cell(0, "任务").alignment.indent
        == written("7", column=number("任务", 9)).cell(0, "任务").alignment.indent
        == 1
    )


def test_no_column_of_numbers_is_narrower_than_these() -> None:
    columns = [number("数", 5), *[Column("甲", 60)] * 3]
    page = read_sheet(workbook(Sheet("表", "标题", columns, [["-1234567.25", *["字" * 60] * 3]]))).page
    assert page.column_dimensions["A"].width >= len("-1234567.25") + 2


def test_a_narrow_table_fills_the_page() -> None:
    page = written("一").page
    assert page.column_dimensions["A"].width > 100


def test_rows_are_as_high_as_their_printed_text_and_never_higher_than_a_row_can_be() -> None:
    columns = [Column(name, 20) for name in "甲乙丙丁戊己庚辛"]
    columns.append(Column("出处", 60, is_printed=False))
    rows = [[*["短"] * 8, "长" * 500], [*["长" * 50] * 8, ""], [*["长" * 3000] * 8, ""]]
    page = read_sheet(workbook(Sheet("表", "标题", columns, rows))).page
    one, several, most = (page.row_dimensions[row].height for row in (3, 4, 5))
    assert one and several and one < 20 and several > 5 * 12 and 400 < most <= 409


def test_the_sheet_is_set_up_for_a4_with_repeated_headings_and_page_numbers() -> None:
    columns = [centered("序号", 7), TEXT, Column("原句", 60, is_printed=False)]
    page = read_sheet(
        workbook(Sheet("任务", "标题", columns, [["1", "甲", "句"]], ["来源：甲"], ["乙"], frozen=1))
    ).page
    assert page.title == "任务" and page["A1"].value == "标题" and page["A2"].value == "来源：甲"
    assert page.freeze_panes == "B4" and page.auto_filter.ref == "A3:C4"
    assert page.print_title_rows == "$3:$3" and str(page.print_area).endswith("$A$1:$B$6")
    setup = page.page_setup
    assert (int(setup.paperSize), setup.orientation, int(setup.fitToHeight)) == (9, "landscape", 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert "&P" in page.oddFooter.right.text and "&N" in page.oddFooter.right.text
    assert page.oddFooter.left.text == "标题"
    assert page["A6"].value == "注：乙" and page["C2"].value == "出处（供核对，不打印）"
    assert {str(area) for area in page.merged_cells.ranges} == {"A1:B1", "A2:B2", "A6:B6"}


def test_upright_sheets_are_printed_upright() -> None:
    assert written("一", is_wide=False).page.page_setup.orientation in (None, "portrait")


def test_fonts_are_those_of_chinese_windows_and_cells_have_borders() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(Sheet("表", "标题", [TEXT], [["一"]])))) as file:
        styles = file.read("xl/styles.xml").decode()
    assert set(re.findall(r'<name val="([^"]+)"', styles)) == {"Arial", "宋体", "黑体"}
    cell = written("一").cell(0, "任务")
    assert cell.border.left.style == cell.border.bottom.style == "thin" and cell.alignment.wrap_text


def test_cells_to_fill_in_offer_a_list_and_only_warn_about_other_words() -> None:
    choice = Column("进度", 10, choices=("未启动", "已完成"), is_blank=True)
    (rule,) = written("", "", column=choice).page.data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref), rule.errorStyle) == (
        "list", '"未启动,已完成"', "A3:A4", "warning",
    )  # fmt: skip


def test_a_list_to_choose_from_is_short_enough_for_a_spreadsheet() -> None:
    assert len(",".join(messages.PROGRESS)) <= 255


def test_without_the_package_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.startswith("xlsxwriter"):
            raise ImportError(name)
        return load(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match=re.escape("pip install 'huiji-tui[excel]'")):
        written("一")


def test_a_title_in_the_footer_is_no_code_and_short_enough() -> None:
    assert messages.footer("A&B").startswith('&L&9&"宋体,常规"A&&B&R')
    sheet = read_sheet(workbook(Sheet("表", "2024年位次表", [TEXT], [["甲"]])))
    assert (sheet.page.oddFooter.left.text, sheet.page.oddFooter.left.size) == ("2024年位次表", 9)
    assert len(messages.footer("甲" * 500)) < 255


@pytest.mark.parametrize(("groups", "ranges"), [(2, 2), (400, 1)])
def test_choices_spare_the_headings_of_groups_unless_there_are_very_many(groups: int, ranges: int) -> None:
    column = Column("进度", 10, choices=("已完成",))
    rows = [["甲"] for _ in range(groups * 2)]
    sheet = written(
        *(cell for (cell,) in rows), column=column, groups={at * 2: f"第{at}节" for at in range(groups)}
    )
    (rule,) = sheet.page.data_validations.dataValidation
    assert len(str(rule.sqref).split()) == ranges and len(sheet.rows) == groups * 2
    assert sheet.groups[0] == "第0节" and sheet.page.row_dimensions[sheet.numbers[0]].outlineLevel == 1
