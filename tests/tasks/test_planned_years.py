"""Which years the chapters of a plan are about, and where they turn from several to the year."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.tasks.splitting import split_tasks


def due_of(
    chapters: str, review: str = "一、2020年工作回顾\n过去一年,新建学校3所。"
) -> list[tuple[str, str, str]]:
    """Return what each task of a report of 2021 says: the text, by when it is due, and its horizon."""
    report = report_of(
        "政府工作报告\n——2021年2月5日在某市第九届人民代表大会第一次会议上\n各位代表:\n"
        + review
        + "\n"
        + chapters
    )
    return [(task.text, task.due, task.horizon) for task in split_tasks(report)]


@pytest.mark.parametrize(
    ("chapters", "due"),
    [
        (
            "二、“十四五”时期主要任务和2035年远景目标\n建设工业园区。\n展望2035年，人均收入翻一番。居民生活更加美好。\n"
            "三、2021年工作安排\n新建公园2处。\n",
            [
                ("建设工业园区", "“十四五”", "plan"),
                ("展望2035年，人均收入翻一番", "2035年", "plan"),
                ("居民生活更加美好", "2035年", "plan"),
                ("新建公园2处", "2021年底", "year"),
            ],
        ),
        (
            "二、二〇三五年远景目标和“十四五”时期主要任务\n建设工业园区。\n三、2021年工作安排\n新建公园2处。\n",
            [("建设工业园区", "“十四五”", "plan"), ("新建公园2处", "2021年底", "year")],
        ),
        (
            "二、“十四五”战略的主要任务\n要建设工业园区。\n三、做好重点工作，确保“十四五”良好开局\n年内新建公园2处。\n",
            [("要建设工业园区", "“十四五”", "plan"), ("年内新建公园2处", "年内", "year")],
        ),
        (
            "二、“十四五”发展的目标任务\n建设工业园区。\n今年是“十四五”开局之年。今年主要预期目标是：新建公园2处。\n"
            "三、加强政府自身建设\n公开政务信息。\n",
            [
                ("建设工业园区", "“十四五”", "plan"),
                ("新建公园2处", "2021年底", "year"),
                ("公开政务信息", "", "year"),
            ],
        ),
        (
            "二、“十四五”时期任务和今年主要工作\n今年，我们开始实施新规划。“十四五”时期要乘势而上。我们要建设工业园区。\n"
            "今年要抓好工作。新建公园2处。\n",
            [("我们要建设工业园区", "“十四五”", "plan"), ("新建公园2处", "2021年底", "year")],
        ),
        (
            "二、“十四五”时期主要任务\n建设工业园区。\n三、大力发展农业\n新建水库3座。\n四、2021年工作安排\n新建公园2处。\n",
            [
                ("建设工业园区", "“十四五”", "plan"),
                ("新建水库3座", "“十四五”", "plan"),
                ("新建公园2处", "2021年底", "year"),
            ],
        ),
        (
            "二、2021年工作安排\n新建公园2处。\n三、“十四五”规划主要任务的说明\n建设工业园区。\n四、加强政府自身建设\n公开政务信息。\n",
            [
                ("新建公园2处", "2021年底", "year"),
                ("建设工业园区", "“十四五”", "plan"),
                ("公开政务信息", "", "year"),
            ],
        ),
        (
            "二、“十三五”成就和“十四五”主要目标任务\n建设工业园区。\n三、2021年工作安排\n新建公园2处。\n",
            [("建设工业园区", "“十四五”", "plan"), ("新建公园2处", "2021年底", "year")],
        ),
    ],
    ids=[
        "far goals",
        "far goals first",
        "start of plan",
        "turn in text",
        "years named first",
        "chapters between",
        "year first",
        "past plan",
    ],
)
def test_chapters_plan_the_years_they_name(chapters: str, due: list[tuple[str, str, str]]) -> None:
    tasks = due_of(chapters)
    assert [task for task in tasks if task in due] == due


def test_a_chapter_about_a_plan_that_has_ended_looks_back() -> None:
    review = "一、全面建设取得突破 “十三五”目标任务胜利完成\n建设工业园区5个。改造管网30公里。"
    tasks = due_of("二、2021年工作安排\n新建公园2处。改造泵站6座。\n", review)
    assert [text for text, _, _ in tasks] == ["新建公园2处", "改造泵站6座"]


def test_what_the_text_above_tells_is_marked() -> None:
    report = report_of(
        "政府工作报告\n——2021年2月5日在某市第九届人民代表大会第一次会议上\n各位代表:\n一、2020年工作回顾\n过去一年,新建学校3所。\n"
        "二、奋力谱写滨海新篇章\n“十四五”时期要乘势而上。我们要建设工业园区。\n三、2021年工作安排\n新建公园2处。\n"
    )
    assert {task.text: task.due_from for task in split_tasks(report)} == {
        "“十四五”时期要乘势而上": "task", "我们要建设工业园区": "text", "新建公园2处": "chapter",
    }  # fmt: skip
