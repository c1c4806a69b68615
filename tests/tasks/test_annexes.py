"""Annexes that plan: their tasks stand behind those of the chapters, with the annex as their section."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.tasks.model import Task
from tui.tasks.splitting import split_tasks


def annex_tasks(annex: str) -> list[Task]:
    """Return the tasks of what follows a report of 2023 that plans 2024."""
    report = report_of(
        "政府工作报告\n——2024年1月10日在某市第九届人民代表大会第一次会议上\n某市人民政府市长 王 明\n各位代表:\n"
        "一、2023年工作回顾\n过去一年,新建学校3所,改造管网20公里。\n"
        "二、2024年工作安排\n新建桥梁4座。\n三、2024年自身建设\n培训干部300人。\n各位代表!让我们团结奋斗,谱写新篇章!\n\n"
        f"附件\n\n{annex}\n"
    )
    assert [node.heading for node in report.outline if node.id.startswith("annex")], "the annex is found"
    return [task for task in split_tasks(report) if task.node.startswith("annex")]


def texts_of(annex: str) -> list[str]:
    return [task.text for task in annex_tasks(annex)]


def test_the_deeds_of_a_year_are_tasks_with_the_annex_as_their_section() -> None:
    tasks = annex_tasks("2024年民生实事项目\n一、畅行城市\n1.打通断头路20条。\n2.全市6月底前新增车位300个。")
    assert [(task.text, task.path, task.due, task.due_from, task.horizon) for task in tasks] == [
        ("打通断头路20条", ("2024年民生实事项目",), "2024年底", "chapter", "year"),
        ("全市6月底前新增车位300个", ("2024年民生实事项目",), "6月底前", "task", "year"),
    ]


@pytest.mark.parametrize(
    ("annex", "texts"),
    [
        ("2024年十件民生实事\n一、实施村道改造200公里；\n二、新建公厕30座。", ["实施村道改造200公里", "新建公厕30座"]),
        ("2024年十件民生实事\n1.提升通行效率。打通断头路20条。", ["打通断头路20条"]),
        ("2024年十件民生实事\n一、稳定就业\n年度目标：新增就业3000人。\n责任单位：市人社局", ["新增就业3000人"]),
        ("2024年十件民生实事\n1.新增就业3000人（牵头单位：市人社局）。\n2.新建公厕30座。（市城管局负责）", ["新增就业3000人", "新建公厕30座"]),
        ("2024年十件民生实事\n| 序号 | 领域 | 内容 |\n| --- | --- | --- |\n| 1 | 就业 | 新增就业3000人。 |\n| 2 | 环境 | 新建公厕30座。 |", ["新增就业3000人", "新建公厕30座"]),
        ("2024年十件民生实事\n- 序号 领域 事项 内容\n- 新增就业3000人。", ["新增就业3000人"]),
    ],
)  # fmt: skip
def test_titles_headings_and_offices_are_no_tasks(annex: str, texts: list[str]) -> None:
    assert texts_of(annex) == texts


def test_who_is_to_do_something_is_told_as_the_annex_says() -> None:
    tasks = annex_tasks(
        "2024年十件民生实事\n1.新增就业3000人（牵头责任单位：市人社局；责任单位：各区政府）。\n2.新建公厕30座。（市城管局、市住建局负责）\n"
        "3.改造管网20公里（牵头单位：市水务局）；新建桥梁6座（含人行桥2座）。\n"
    )
    assert [(task.text, task.office) for task in tasks] == [
        ("新增就业3000人", "市人社局"),
        ("新建公厕30座", "市城管局、市住建局"),
        ("改造管网20公里", "市水务局"),
        ("新建桥梁6座（含人行桥2座）", ""),
    ]


def test_an_annex_that_names_no_year_plans_if_it_states_targets() -> None:
    (first, *_) = annex_tasks("十件民生实事\n一、新增就业3000人。\n二、新建公厕30座。\n三、改造管网20公里。")
    assert (first.text, first.due) == ("新增就业3000人", "")


@pytest.mark.parametrize(
    "annex",
    [
        "2023年十件民生实事完成情况\n一、新增就业3000人。",
        "2023年十件民生实事\n一、新增就业3000人。",
        "名词解释\n1.十件实事：新增就业3000人。\n2.“双碳”：碳达峰。",
        "2024年主要指标一览表\n| 指标 | 目标 |\n| --- | --- |\n| 地区生产总值 | 增长6% |",
        "2024年十件民生实事",
    ],
)
def test_what_looks_back_explains_or_lists_indicators_is_no_plan(annex: str) -> None:
    assert texts_of(annex) == []
