"""Short names of chapters and sections in narrow columns."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.report.outline import Outline
from tui.sheets.sections import section_names, section_notes, short_path, short_section


def outline_of(first: str, second: str) -> Outline:
    """Return the outline of two chapters, the second of which has sections."""
    return Outline(
        report_of(
            "政府工作报告\n——2025年1月10日在某市第九届人民代表大会第一次会议上\n某市人民政府市长 王 明\n各位代表:\n"
            f"{first}\n过去一年,新建学校3所,改造管网20公里。\n"
            f"{second}\n（一）扩大投资。新建桥梁4座。\n（二）促进消费。新建商场3座。\n各位代表!让我们团结奋斗!\n"
        )
    )


def names_of(first: str, second: str) -> list[str]:
    """Return the short names of two chapters, the second of which has sections."""
    index = outline_of(first, second)
    return [short_path(index, node) for node in index.nodes if node.level in ("chapter", "section")]


@pytest.mark.parametrize(
    ("chapters", "names"),
    [
        (("一、2024年工作回顾", "二、2025年工作安排"), ["一", "二", "二(一)", "二(二)"]),
        (("2024年工作回顾", "2025年工作安排建议"), ["工作回顾", "工作安排", "工作安排(一)", "工作安排(二)"]),
        (("2024年工作", "2025年工作"), ["2024年工作", "2025年工作", "2025年工作(一)", "2025年工作(二)"]),
        (("2024年工作回顾", "2025年政府工作总体要求和主要任务"), ["工作回顾", "工作总体要求…", "工作总体要求…(一)", "工作总体要求…(二)"]),
        (("过去五年回顾及2024年主要工作", "2025年工作安排"), ["过去五年回顾…", "工作安排", "工作安排(一)", "工作安排(二)"]),
        (("2024年和“十三五”工作回顾", "“十四五”时期总体要求"), ["“十三五”…", "“十四五”…", "“十四五”…(一)", "“十四五”…(二)"]),
        (("2024年工作回顾", "今后五年的奋斗目标"), ["工作回顾", "今后五年…", "今后五年…(一)", "今后五年…(二)"]),
    ],
)  # fmt: skip
def test_chapters_without_a_number_are_named_in_a_few_words(
    chapters: tuple[str, str], names: list[str]
) -> None:
    assert names_of(*chapters) == names


def test_sections_below_headings_of_groups_are_named_by_number_first() -> None:
    index = outline_of("2024年工作回顾", "2025年工作安排")
    sections = [node for node in index.nodes if node.level == "section"]
    assert [short_section(index, node) for node in sections] == ["(一)扩大投资", "(二)促进消费"]
    index = outline_of("一、2024年工作回顾", "二、2025年工作安排")
    assert [short_section(index, node) for node in index.nodes if node.level == "section"] == [
        "二(一)",
        "二(二)",
    ]


def test_notes_tell_the_headings_of_the_sections_that_occur() -> None:
    names = {"一": "2024年工作回顾", "二(一)": "扩大投资", "二(二)": "促进消费", "附件": "附件"}
    assert section_notes("章节", names, ["二(一)", "一", "一", "附件"]) == [
        "章节：一　2024年工作回顾；二(一)　扩大投资。"
    ]
    assert section_notes("章节", names, ["附件"]) == []


def test_notes_name_annexes() -> None:
    index = Outline(
        report_of(
            "某市政府工作报告\n——2025年1月10日在某市第九届人民代表大会第一次会议上\n各位代表:\n一、2024年工作回顾\n新建学校3所。\n"
            "二、2025年工作安排\n新建桥梁4座。\n各位代表!让我们团结奋斗!\n\n附件\n\n某市2025年民生实事项目\n一、新建公厕30座。\n"
        )
    )
    assert section_names(index)["附件"] == "某市2025年民生实事项目"
