"""Layout damage by printing, web pages and copying is repaired, and nothing else is changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.samples import SMALL, source_text
from tui.convert.pipeline import convert, convert_with_notes
from tui.convert.repair import repair

PARAGRAPH = (
    "一年来，全县上下坚持稳中求进工作总基调，扎实推进各项工作，经济社会保持平稳健康发展，"
    "主要指标增速高于全市平均水平，新增绿地20万平方米，城镇新增就业3000人，群众获得感不断增强。"
)
REPORT = "\n".join(
    [
        "一、2023年工作回顾",
        *(f"（{number}）第{number}个方面持续用力。{PARAGRAPH * 3}" for number in "一二三四五六"),
        "二、2024年工作安排",
        *(f"（{number}）第{number}件大事抓紧抓实。{PARAGRAPH * 3}" for number in "一二三四五六"),
    ]
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def wrapped(text: str, width: int = 30, page: int = 12, numbers: bool = True) -> str:
    """Return the text in pages of some lines with a number below, first lines indented by two characters."""
    lines = []
    for paragraph in text.split("\n"):
        rest, room = paragraph, width - 2
        while rest:
            lines.append(rest[:room])
            rest, room = rest[room:], width
    pages = [lines[start : start + page] for start in range(0, len(lines), page)]
    if not numbers:
        return "\n".join(lines)
    return "\n".join("\n".join([*rows, f"— {number} —"]) for number, rows in enumerate(pages, 1))


def test_a_sound_text_is_not_changed() -> None:
    for text in (SMALL, REPORT, source_text()):
        assert repair(text) == (text, [])


def test_wrapped_lines_are_joined_and_page_numbers_dropped() -> None:
    text, notes = repair(wrapped(REPORT))
    assert text == REPORT
    assert len(notes) == 2 and notes[0].startswith("去掉 ") and notes[1].startswith("合并 ")


@pytest.mark.parametrize(
    ("line", "is_joined"),
    [
        ("2024年办好十项29件实事", False),
        ("有关词语解释：", False),
        ("附件一", False),
        ("办好十件民生实事，新增学位", True),
        ("建成道路15公里", True),
    ],
)
def test_a_long_line_that_breaks_off_is_joined_unless_a_title_follows(line: str, is_joined: bool) -> None:
    text = f"{PARAGRAPH}让我们为实现全年目标而努力奋斗\n{line}\n一、修路。"
    assert repair(text)[0] == (text.replace(f"\n{line}", line) if is_joined else text)


def test_blank_lines_between_wrapped_lines_are_dropped() -> None:
    text, _ = repair(wrapped(REPORT).replace("\n", "\n\n"))
    assert [line for line in text.split("\n") if line] == REPORT.split("\n")


def test_a_header_on_each_page_is_dropped() -> None:
    text = wrapped(REPORT)
    text = re.sub("(— [0-9]+ —)", "\\1\n某县政府工作报告", text)
    assert repair(text)[0] == REPORT


def test_numbers_that_do_not_count_up_are_kept() -> None:
    text = "指标\n7\n完成\n3\n计划\n12\n增长\n5"
    assert repair(text) == (text, [])


def test_a_report_in_one_paragraph_is_split_at_its_numbers() -> None:
    text, notes = repair(REPORT.replace("\n", " "))
    assert text == REPORT
    assert notes == ["整篇一段，按标题分为 14 段"]


def test_spaces_of_joined_lines_and_inline_page_numbers_are_dropped() -> None:
    lines = [REPORT.replace("\n", " ")[start : start + 40] for start in range(0, len(REPORT), 40)]
    broken = "".join(
        f"{line} — {number // 9 + 1} — " if number % 9 == 8 else f"{line} "
        for number, line in enumerate(lines)
    )
    text, notes = repair(broken)
    assert squeezed(text) == squeezed(REPORT)
    assert len(text.split("\n")) == 14
    assert notes[0].startswith("去掉 ")


def test_a_long_paragraph_may_stand_in_two_chapters() -> None:
    paragraph = "加快推进农村公路改造," * 200
    report = f"某市政府工作报告\n一、2022年工作回顾\n{paragraph}\n二、2023年工作安排\n{paragraph}"
    assert repair(report) == (report, [])
    text, _ = repair(f"{report}\n{report}")
    assert text == report


def test_a_text_pasted_several_times_is_kept_once() -> None:
    copy = REPORT.replace("第一个方面", "第壹个方面")
    text, notes = repair(f"网页头\n{copy}\n网页脚甲\n{copy}\n网页脚乙\n{copy}")
    assert text.split("\n") == ["网页头", *copy.split("\n"), "网页脚甲", "网页脚乙"]
    assert notes == [f"略去重复的正文 {2 * len(copy.replace(chr(10), ''))} 字"]


def test_a_paragraph_that_breaks_off_amid_a_number_goes_on() -> None:
    long = PARAGRAPH[:-1]
    text, notes = repair(
        f"一、回顾\n{long}，颁布了 25\n\n个有关法规。\n（二）安排\n{long}的总要求\n（三）其他"
    )
    assert text.split("\n") == [
        "一、回顾",
        f"{long}，颁布了 25个有关法规。",
        "（二）安排",
        f"{long}的总要求",
        "（三）其他",
    ]
    assert notes == ["接上 1 处断开的段落"]


LONG_HEADING = "坚持创新驱动发展，深入实施人才强市战略，加快建设具有重要影响力的区域科技创新中心和产业高地"


@pytest.mark.parametrize(
    ("text", "joints"),
    [
        (f"（一）{LONG_HEADING}\n\n加强平台建设。{PARAGRAPH}", 0),
        (f"一、{LONG_HEADING}\n加强平台建设。{PARAGRAPH}", 0),
        (f"{PARAGRAPH}二、2024年工作安排\n\n2024年是关键一年。", 0),
        (f"{PARAGRAPH}利润增长4.9%.\n\n加强平台建设。", 0),
        (f"{PARAGRAPH}利润增长4.\n9%。", 1),
        (f"（一）{LONG_HEADING}，\n不断增强群众获得感。", 1),
        (f"（一）抓项目。{LONG_HEADING}\n和实验室。", 1),
    ],
)
def test_a_long_heading_with_a_number_is_not_joined_with_the_paragraph_below(text: str, joints: int) -> None:
    repaired, _ = repair(text)
    assert repaired.count("\n") == (0 if joints else text.count("\n"))


def test_a_mark_whose_number_was_lost_still_shows_a_chapter() -> None:
    report = convert(
        f"政府工作报告\n各位代表：\n、五年奋进 谱写新篇\n{PARAGRAPH}\n二、2024年工作安排\n{PARAGRAPH}".encode(),
        "a.txt",
        figures=False,
    )
    chapters = [(node.number, node.heading) for node in report.outline if node.level == "chapter"]
    assert chapters == [(None, "五年奋进 谱写新篇"), ("二", "2024年工作安排")]


def test_a_number_on_a_line_of_its_own_belongs_to_the_heading_below() -> None:
    text, notes = repair(f"一、\n\n2023年工作回顾\n{PARAGRAPH}\n（一）\n抓项目\n{PARAGRAPH}")
    assert text == f"一、2023年工作回顾\n{PARAGRAPH}\n（一）抓项目\n{PARAGRAPH}"
    assert notes == ["接上 2 处单独成行的编号"]


def test_a_text_is_never_dropped_as_a_whole() -> None:
    for text in ("?" * 40, "甲\n— 1 —\n甲\n— 2 —\n甲\n— 3 —\n甲", "1\n2\n3\n4"):
        assert repair(text)[0].strip()


def test_question_marks_for_spaces_become_spaces() -> None:
    text, _ = repair("政??府??工??作\n????各位代表：\n????现在报告工作，怎么办??\n")
    assert text.split("\n")[:2] == ["政\u3000府\u3000工\u3000作", "\u3000\u3000各位代表："]
    assert repair("怎么办??")[0] == "怎么办??"


def test_repairs_are_noted() -> None:
    conversion = convert_with_notes(wrapped(REPORT).encode(), "a.txt", figures=False)
    assert conversion.report.text == REPORT
    assert [note[:2] for note in conversion.notes] == ["去掉", "合并"]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "一、回顾",
                PARAGRAPH,
                PARAGRAPH[:40],
                "（一）",
                "— 1 —",
                "2",
                "各位代表：",
                "",
                "　　甲",
                "a|b",
                "——",
            ]
        ),
        max_size=80,
    )
)
def test_only_page_numbers_and_copies_are_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    repaired, notes = repair(text)
    if not any(note.startswith(("略去", "去掉")) for note in notes):
        assert squeezed(repaired) == squeezed(text)
    else:
        assert len(repaired) < len(text)
    assert repair(text) == (repaired, notes)


@pytest.mark.parametrize(
    ("line", "is_joined"),
    [
        ("推动工业向高质量迈进。一手抓传", True),
        ("推动工业向高质量迈进。", False),
        ("推动工业向高质量迈进", False),
        ("推动工业向高质量迈进。一手抓传统产业。", False),
    ],
)
def test_a_headline_is_joined_with_the_sentence_that_breaks_off_behind_it(line: str, is_joined: bool) -> None:
    rest = "统产业改造升级，一手抓新兴产业培育壮大，" * 4 + "完成技术改造项目三十个。"
    joined = f"{line}{rest}" if is_joined else f"{line}\n\n{rest}"
    assert repair(f"{line}\n\n{rest}")[0] == joined
    assert repair(f"{line}\n\n统产业改造升级。")[0] == f"{line}\n\n统产业改造升级。"


@pytest.mark.parametrize(
    ("between", "is_broken"),
    [
        ("。\u3000\u3000", True),
        ("！  ", True),
        ("。 ", False),
        ("，\u3000\u3000", False),
        ("。| ", False),
    ],
    ids=["full-width spaces", "an exclamation mark", "one space", "within a sentence", "a row of a table"],
)
def test_a_line_is_broken_at_the_indent_of_a_paragraph(between: str, is_broken: bool) -> None:
    text = f"工业稳步增长{between}{PARAGRAPH}"
    expected = f"工业稳步增长{between.strip()}\n{PARAGRAPH}" if is_broken else text
    assert repair(text)[0] == expected


@pytest.mark.parametrize(
    ("before", "mark", "between"),
    [
        ("新增绿地25", "\n（下转第2版）\n（上接第1版）", ""),
        ("工业稳步增长。", "\n（下转第二版）\n", "\n"),
        ("工业稳步增长。", "（下转第2版）", ""),
    ],
    ids=["within a sentence", "between paragraphs", "within a paragraph"],
)
def test_marks_of_turned_pages_are_dropped(before: str, mark: str, between: str) -> None:
    lines = repair(f"{before}{mark}{PARAGRAPH}")[0].split()
    assert lines == f"{before}{between}{PARAGRAPH}".split()
