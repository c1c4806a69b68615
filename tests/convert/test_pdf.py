"""PDF files: their lines in reading order, and errors."""

from __future__ import annotations

import random
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.pdf import pdf
from tui.convert.formats.pdf import pdf_text
from tui.convert.pipeline import convert, extract_text
from tui.library.loading import load_report
from tui.report.errors import DataError, HuijiError, UsageError


def test_lines_are_ordered_by_their_place_on_the_page() -> None:
    page = [
        (100, 700, "一、2023年工作回顾"),
        (148, 760, "工作报告"),
        (100, 760, "某县政府"),
        (100, 680, "新增绿地20万平方米。"),
    ]
    text = extract_text(
        pdf([page, [(100, 700, "二、2024年工作安排"), (100, 680, "新增绿地30万平方米。")]]), "报告.pdf"
    ).text
    assert text.splitlines() == [
        "某县政府工作报告",
        "一、2023年工作回顾",
        "新增绿地20万平方米。",
        "二、2024年工作安排",
        "新增绿地30万平方米。",
    ]


def test_a_report_in_a_pdf_is_a_report(tmp_path: Path) -> None:
    line = "第{}项城乡建设统筹推进环境面貌持续改善各项事业蓬勃发展生活水平"
    pages = []
    for number in (1, 2, 3):
        rows = ["一、2023年工作回顾"] if number == 1 else []
        rows += [line.format("甲乙丙"[number - 1] + character) for character in "子丑寅卯辰巳午未申酉"]
        rows.append(f"— {number} —")
        pages.append([(80, 780 - 20 * row, words) for row, words in enumerate(rows)])
    path = tmp_path / "报告"
    path.write_bytes(pdf(pages))
    report = load_report(str(path))
    assert [node.heading for node in report.walk() if node.level == "chapter"] == ["2023年工作回顾"]
    assert report.text.count("\n") == 2
    assert "—" not in report.text


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"%PDF-1.4\nnothing", "不是完好的 PDF 文件"), (pdf([[]]), "没有文字")],
)
def test_files_without_text_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(DataError, match=said):
        convert(data, "报告.pdf")


def test_the_error_names_the_missing_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UsageError, match=r"huiji-tui\[pdf\]"):
        convert(pdf([[]]), "报告.pdf")


def test_the_characters_of_a_document_and_of_a_page_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf([[(100, 700, "甲乙丙")], [(100, 700, "丁戊己")]])
    for name, most, said in (
        ("MAX_PAGE_CHARACTERS", 3, ""),
        ("MAX_PAGE_CHARACTERS", 2, "第 1 页超过 0 万字"),
        ("MAX_CHARACTERS", 6, ""),
        ("MAX_CHARACTERS", 5, "有 6 字，超过 0 万字的上限，请拆成几个文件"),
        ("MAX_PAGES", 2, ""),
        ("MAX_PAGES", 1, "超过 1 页"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(f"tui.convert.formats.pdf.{name}", most)
            if not said:
                assert extract_text(data, "a.pdf").text.replace("\n", "") == "甲乙丙丁戊己"
                continue
            with pytest.raises(DataError) as caught:
                convert(data, "a.pdf")
            assert caught.value.message == said


def test_a_damaged_pdf_gives_a_text_or_an_error() -> None:
    data = pdf([[(100, 700, "一、2023年工作回顾"), (100, 680, "新增绿地20万平方米。")]])
    chance = random.Random(1)
    for end in range(0, len(data), 97):
        changed = bytearray(data)
        changed[end] = chance.randrange(256)
        for damaged in (data[:end], bytes(changed)):
            with suppress(HuijiError):
                pdf_text(damaged, "a.pdf")
