"""PDF files: their lines in reading order, and errors."""

from __future__ import annotations

import random
import re
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


CHARACTERS = "城乡建设统筹推进环境面貌持续改善各项事业蓬勃发展生活水平稳步提升产业结构不断优化"


def prose(first: int, count: int, width: int = 18) -> list[str]:
    """Return the lines of a column: numbered, full, the last of each paragraph shorter."""
    lines = []
    for number in range(first, first + count):
        line = (f"{number:02}" + CHARACTERS * 2)[: width + 1]
        lines.append(line[: width // 2] + "。" if number % 4 == 3 else line)
    return lines


def set_at(left: int, top: int, lines: list[str]) -> list[tuple[int, int, str]]:
    return [(left, top - 18 * row, line) for row, line in enumerate(lines)]


def lines_of(*pages: list[tuple[int, int, str]]) -> list[str]:
    return pdf_text(pdf(pages), "a.pdf").text.splitlines()


#: What stands across two columns, each at its baseline; with the lines they give.
ACROSS = [(150, 790, "某某县人民政府二〇二四年政府工作报告")]
LEFT, RIGHT = prose(10, 12), prose(30, 12)


def test_two_columns_are_read_one_after_the_other() -> None:
    page = [*set_at(60, 750, LEFT), *set_at(310, 750, RIGHT), *ACROSS]
    assert lines_of(page) == [ACROSS[0][2], *LEFT, *RIGHT]


def test_three_and_four_columns_are_read_one_after_the_other() -> None:
    for width, lefts in ((12, (40, 215, 390)), (9, (40, 170, 300, 430))):
        columns = [prose(10 + 20 * number, 12, width) for number in range(len(lefts))]
        page = [
            piece for left, lines in zip(lefts, columns, strict=True) for piece in set_at(left, 750, lines)
        ]
        assert lines_of(page) == [line for lines in columns for line in lines]


def test_the_lines_of_two_columns_need_not_be_level() -> None:
    for offset in (3, 6, 9, 15):
        assert lines_of([*set_at(60, 750, LEFT), *set_at(310, 750 - offset, RIGHT)]) == [*LEFT, *RIGHT]


def test_a_heading_across_both_columns_parts_what_is_above_from_what_is_below() -> None:
    heading = "二、二〇二四年工作安排和主要预期目标任务"
    page = [*set_at(60, 780, LEFT), *set_at(310, 780, RIGHT), (150, 540, heading)]
    page += [*set_at(60, 500, prose(50, 8)), *set_at(310, 500, prose(70, 8))]
    assert lines_of(page) == [*LEFT, *RIGHT, heading, *prose(50, 8), *prose(70, 8)]


def test_a_title_with_spaced_letters_is_one_line() -> None:
    title = (149, 770, "\u3000".join("某某县政府工作报告全文"))  # a gap lies upon the strip
    page = [title, *set_at(60, 750, LEFT), *set_at(310, 750, RIGHT)]
    assert re.sub(r"\s", "", lines_of(page)[0]) == "某某县政府工作报告全文"


def test_running_heads_and_page_numbers_stay_at_the_ends_of_a_page() -> None:
    page = [(60, 800, "政府工作报告"), (480, 800, "第三页"), *set_at(60, 740, LEFT), *set_at(310, 740, RIGHT)]
    page.append((480, 40, "— 3 —"))
    assert lines_of(page) == ["政府工作报告 第三页", *LEFT, *RIGHT, "— 3 —"]


def test_a_last_page_with_few_lines_has_the_columns_of_the_page_before() -> None:
    first = [*set_at(60, 750, LEFT), *set_at(310, 750, RIGHT)]
    last = [*set_at(60, 750, LEFT[:3]), *set_at(310, 750, RIGHT[:2])]
    assert lines_of(first, last) == [*LEFT, *RIGHT, *LEFT[:3], *RIGHT[:2]]
    assert lines_of(last)[0] == f"{LEFT[0]} {RIGHT[0]}"


ONE_COLUMN = {
    "a table of short cells": [
        piece
        for row in range(20)
        for piece in ((60, 780 - 18 * row, f"指标{row}"), (310, 780 - 18 * row, f"{row}.5 万元"))
    ],
    "words beside their explanations": [
        piece
        for row in range(20)
        for piece in ((60, 780 - 18 * row, "名词" * (1 + row % 4)), (200, 780 - 18 * row, f"{row:02}{CHARACTERS[:18]}"))
    ],
    "full lines": set_at(60, 780, prose(10, 30, 38)),
    "names in columns": [
        (left, 780 - 18 * row, "王小明" if row % 2 else "李强") for row in range(20) for left in (60, 200, 340)
    ],
    "a signature at the right": [*set_at(60, 780, prose(10, 20, 38)), (400, 400, "某某县人民政府"), (400, 380, "二〇二四年")],
    "one line": [(60, 780, "政府工作报告")],
}  # fmt: skip


@pytest.mark.parametrize("name", ONE_COLUMN)
def test_lines_without_columns_are_read_across(name: str) -> None:
    page = ONE_COLUMN[name]
    baselines = sorted({baseline for _, baseline, _ in page}, reverse=True)
    across = [" ".join(words for _, at, words in sorted(page) if at == baseline) for baseline in baselines]
    assert lines_of(page) == across


def test_sentences_of_a_report_in_two_columns_are_whole() -> None:
    sentence = (
        "坚持稳中求进工作总基调，全年完成投资{}亿元，新建道路{}公里，新增城镇就业{}人，群众生活持续改善。"
    )
    paragraphs = [sentence.format(number, number + 1, number * 100) * 3 for number in range(11, 41)]
    rows = [row for words in paragraphs for row in (words[at : at + 18] for at in range(0, len(words), 18))]
    columns = [rows[at : at + 38] for at in range(0, len(rows), 38)]
    pages = [
        [*set_at(60, 780, columns[at]), *(set_at(310, 780, columns[at + 1]) if at + 1 < len(columns) else [])]
        for at in range(0, len(columns), 2)
    ]
    text = extract_text(pdf(pages), "a.pdf").text.replace(" ", "")
    assert all(words.split("。")[0] in text for words in paragraphs)
