"""Lists of deeds that a report announces in its text are named in the path of their tasks."""

from __future__ import annotations

import pytest

from tests.tasks.test_splitting import report_with
from tui.report.outline import Outline
from tui.sheets.tasks import task_rows
from tui.tasks.splitting import split_tasks

_ITEMS = "一是新建公厕30座；\n二是改造老旧小区6个；\n三是新增学位2000个。\n"


@pytest.mark.parametrize("announced", ["今年，我们还要办好10件民生实事：", "集中财力办好10件民生实事："])
def test_the_path_of_a_deed_names_its_list(announced: str) -> None:
    report = report_with(
        f"（一）促进消费\n新建商场3座。\n（二）维护安全\n突出抓好消防。新建消防站2座。\n突出抓好防汛。新建泵站3座。\n{announced}\n{_ITEMS}"
    )
    tasks = split_tasks(report)
    assert [task.text for task in tasks][-3:] == ["新建公厕30座", "改造老旧小区6个", "新增学位2000个"]
    assert all("10件民生实事" in task.path for task in tasks[-3:])
    assert not any("10件民生实事" in task.path for task in tasks[:-3])
    assert [row[4] for row in task_rows(Outline(report), tasks)][-1] == "二(二) 10件民生实事"


def test_items_of_other_lists_have_no_such_name() -> None:
    report = report_with(f"（一）促进消费\n新建商场3座。\n（二）维护安全\n重点抓好以下工作：\n{_ITEMS}")
    assert all("实事" not in step for task in split_tasks(report) for step in task.path)
