"""Sheets as LibreOffice prints them: all columns on the page, headings on every page, nothing cut off."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import SMALL
from tests.support.sheets import read_sheet, read_sheets

OFFICE = shutil.which("soffice")
#: Loads spreadsheets; installed apart from the word processor.
CALC = OFFICE is not None and any(
    Path(OFFICE).resolve().parent.glob("libsclo.so"),
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CALC, reason="LibreOffice Calc is not installed"),
]


def printed(file: Path) -> bytes:
    """Return the PDF that LibreOffice prints a sheet as."""
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    subprocess.run(
        [str(OFFICE), "--headless", profile, "--convert-to", "pdf", "--outdir", str(file.parent), str(file)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return file.with_suffix(".pdf").read_bytes()


def pages(pdf: bytes) -> list[tuple[str, float, float]]:
    """Return text without spaces, width and height of each page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            (re.sub(r"\s", "", document[index].get_textpage().get_text_range()), *document[index].get_size())
            for index in range(len(document))
        ]
    finally:
        document.close()


def test_tasks_are_printed_across_a4_with_headings_on_every_page(huiji_tui: Any, tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    assert huiji_tui("tasks", "-o", file)[0] == 0
    found = pages(printed(file))
    assert len(found) > 3
    for number, (text, width, height) in enumerate(found, 1):
        assert (round(width), round(height)) == (842, 595)
        assert all(heading in text for heading in ("序号", "任务", "完成时限", "牵头单位", "进度", "备注"))
        assert f"第{number}页，共{len(found)}页" in text
        assert "原句" not in text
    titles = [text.count("惠济区2024年政府工作报告目标任务分解表") for text, _, _ in found]
    assert titles == [2, *[1] * (len(found) - 1)], "above the table, and in the footer of each page"
    whole = "".join(text for text, _, _ in found)
    groups = read_sheet(file.read_bytes()).groups.values()
    assert len(groups) > 5 and all(re.sub(r"\s", "", heading) in whole for heading in groups)


def test_no_page_ends_with_the_heading_of_a_section(huiji_tui: Any, tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    assert huiji_tui("tasks", "-o", file)[0] == 0
    headings = {re.sub(r"\s", "", heading) for heading in read_sheet(file.read_bytes()).groups.values()}
    footer = re.compile(r"(?:惠济区2024年政府工作报告目标任务分解表|第\d+页，共\d+页)+\Z")
    for text, _, _ in pages(printed(file)):
        body = footer.sub("", text)
        assert not body.endswith(tuple(headings))


def test_every_printed_cell_is_on_the_pages_whole(huiji_tui: Any, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(SMALL, encoding="utf-8")
    for command in ("tasks", "metrics", "compare"):
        file = tmp_path / f"{command}.xlsx"
        assert huiji_tui(command, report, "-o", file)[0] == 0
        sheets = read_sheets(file.read_bytes())
        whole = "".join(text for text, _, _ in pages(printed(file)))
        for row in (row for sheet in sheets for row in sheet.rows):
            for value in list(row.values())[:7]:
                assert re.sub(r"\s", "", str(value or "")) in whole
