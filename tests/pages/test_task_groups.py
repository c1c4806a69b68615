"""The tasks of a brief by chapter and section: labels that differ, and what has no room."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.messages import pages as messages
from tui.pages.brief import Brief, Sources
from tui.pages.brief_html import brief_html
from tui.pages.brief_markdown import brief_markdown
from tui.pages.choosing import MOST_CHANGES, make_brief
from tui.pages.room import PAGE_LINES, change_lines, group_lines
from tui.pages.task_groups import distinct_labels

_NUMERALS = "一二三四五六七八九十"


def brief_of(plan: str) -> Brief:
    return make_brief(
        Sources(
            report_of(
                "某市政府工作报告\n——2024年1月10日在某市第九届人民代表大会第一次会议上\n各位代表:\n"
                f"一、2023年工作回顾\n过去一年,新建学校3所。\n{plan}\n各位代表!让我们携手奋进,谱写新篇章!\n"
            )
        )
    )


def test_labels_that_begin_alike_are_shown_up_to_where_they_differ() -> None:
    assert distinct_labels(
        [
            "二 坚持稳中求进总基调，扩大有效投资，办好实事",
            "二 坚持稳中求进总基调，促进消费，办好实事",
            "三 推进改革开放向纵深发展，优化环境",
            "四 坚持",
        ]
    ) == [
        "二 坚持稳中求进总基调，扩大有效投资",
        "二 坚持稳中求进总基调，促进消费",
        "三 推进改革开放向纵深发展",
        "四 坚持",
    ]
    assert distinct_labels(["三(一)努力实现“开门稳、开门红”，保持势头"]) == ["三(一)努力实现“开门稳、开门红”"]
    assert distinct_labels(["坚持稳中求进总基调，促进消费"] * 2) == ["坚持稳中求进总基调，促进消费"] * 2


def test_sections_of_a_chapter_without_a_number_are_named_without_it() -> None:
    plan = "2024年工作安排建议\n（一）扩大有效投资。推进新建标准厂房30万平方米。\n（二）全力促进消费。推进改造特色商业街区5个。\n"
    assert [group.label for group in brief_of(plan).tasks] == ["（一）扩大有效投资", "（二）全力促进消费"]


def many_sections() -> Brief:
    """Return a brief of more sections than have room."""
    works = "。".join(f"推进新建改建城乡学校、医院、图书馆和养老服务设施{at + 2}处" for at in range(6))
    sections = "".join(
        f"（{_NUMERALS[at % 10]}）着力抓好第{_NUMERALS[at % 10]}个方面各项重点工作任务落实见效。{works}。\n"
        for at in range(10)
    )
    chapters = "".join(f"{_NUMERALS[at]}、2024年第{_NUMERALS[at]}项工作\n{sections}" for at in (1, 2, 3))
    return brief_of(chapters)


def test_sections_without_room_are_named_with_their_tasks() -> None:
    made = make_brief(many_sections().sources)
    shown = {group.node.id for group in made.tasks}
    assert not shown & {group.node.id for group in made.left_out}
    told = messages.left_out([("三、扩大开放", 9), ("四、自身建设", 12)])
    assert told == "限于篇幅未列：三、扩大开放（9 项）、四、自身建设（12 项）。"
    crowded = made._replace(left_out=made.tasks[:1])
    label, total = made.tasks[0].label, made.tasks[0].total
    for page in (brief_html(crowded), brief_markdown(crowded)):
        assert f"{label}（{total} 项）。" in page.replace("\\", "")
    assert "限于篇幅" not in brief_html(made._replace(left_out=()))


def test_changes_leave_room_to_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("公园", "广场", "车站", "码头", "学校")
    done, planned = ("".join(f"改造{name}{at + n}个。" for at, name in enumerate(names)) for n in (10, 30))
    parts = "".join(
        f"（{_NUMERALS[at]}）着力抓好第{_NUMERALS[at]}方面。{planned if at == 0 else ''}推进新建改建设施{at + 2}处。\n"
        for at in range(6)
    )
    text = f"一、2023年工作回顾\n过去一年,{done}\n二、2024年重点工作\n{parts}"
    sources = Sources(report_of("某市政府工作报告\n——2024年1月10日\n各位代表:\n" + text))
    made = make_brief(sources)
    assert (len(made.rises), made.left_out) == (MOST_CHANGES[0], [])
    least = PAGE_LINES - sum(map(group_lines, made.tasks)) - 2 * change_lines("改造公园", "", "")
    for lines in range(int(least), 0, -1):
        monkeypatch.setattr("tui.pages.choosing.PAGE_LINES", lines)
        made = make_brief(sources)
        if made.left_out:
            break
        fewer = len(made.rises)
    assert fewer == MOST_CHANGES[-1], "a section is left out only where changes are few"


def test_a_task_that_is_told_twice_is_listed_once() -> None:
    work = "推进新建标准厂房30万平方米。"
    made = brief_of(
        f"二、2024年重点工作\n（一）抓项目。{work}\n（二）抓民生。{work}推进实验学校集团化办学改革。\n"
    )
    assert [task.text for group in made.tasks for task in group.tasks] == [
        "推进新建标准厂房30万平方米", "推进实验学校集团化办学改革",
    ]  # fmt: skip
    assert [group.total for group in made.tasks] == [1, 2]


def test_the_source_is_told_by_name_and_file() -> None:
    made = brief_of("二、2024年重点工作\n推进新建标准厂房30万平方米。\n")
    file = made.sources.report.source.file
    assert f"原文：《某市2024年政府工作报告》（文件 {file}）" in brief_markdown(made).replace("\\", "")
