"""The screen of tasks, with fixed rows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.support.pilot import Driven, drive_view
from tests.support.views import task_session


def numbers(app: Driven) -> list[str]:
    return [row.key for row in app.table.table.rows]


def test_tasks_are_listed_with_figure_and_deadline() -> None:
    async def steps(app: Driven) -> None:
        assert "青禾县 · 2023 年计划分解成的任务" in app.rows[0]
        assert "[任务 6] 有指标 6  有时限 2" in app.rows[1]
        row = next(row for row in app.rows if "改造老旧小区18个" in row)
        assert row.split()[:4] == ["4", "改造老旧小区18个", "18个", "6月底前"]
        assert "45个 等2项" in app.text

    drive_view(steps, task_session())


def test_in_the_order_of_the_text_tasks_stand_below_their_headings() -> None:
    async def steps(app: Driven) -> None:
        shown = [row.strip() for row in app.rows]
        first = next(index for index, row in enumerate(shown) if row.startswith("1 "))
        assert shown[first - 2].startswith("三、") and shown[first - 1].startswith("（一）")
        below = next(index for index, row in enumerate(shown) if row.startswith("4 "))
        assert shown[below - 1].startswith("（二）") and shown[below - 2].startswith("3 ")
        await app.press("right", "right")
        assert [row.strip()[:3] for row in app.rows[3:8]] == ["三、2", "（一）", "2 培", "（二）", "4 改"]
        await app.press("escape", "s")
        assert not any(row.strip().startswith("（一）") for row in app.rows)

    drive_view(steps, task_session())


def test_the_cursor_is_on_tasks_never_on_headings() -> None:
    async def steps(app: Driven) -> None:
        await app.press("end")
        for number in ("5", "4", "3", "2", "1", "1"):
            await app.press("up")
            assert app.table.table.row is not None and app.table.table.row.key == number
        await app.press("pagedown", "pageup")
        assert app.table.table.index == 0 and "三、" in app.text

    drive_view(steps, task_session(), size=(60, 20))


def test_kinds_orders_and_words_choose_the_tasks() -> None:
    async def steps(app: Driven) -> None:
        await app.press("right", "right")
        assert numbers(app) == ["2", "4"]
        await app.press("escape", "s")
        assert numbers(app)[:2] == ["4", "2"]
        assert "三(二)" in next(row for row in app.rows if "改造老旧小区18个" in row)
        await app.press("s", "c", *"qiye", "enter")
        assert numbers(app) == ["2", "3"]

    drive_view(steps, task_session())


def test_the_words_of_the_task_are_lit_in_its_sentence() -> None:
    async def steps(app: Driven) -> None:
        await app.press("down")
        (passage,) = app.table.passages.passages
        ((start, end, _),) = passage.marks
        assert passage.text[start:end] == "培育规模以上工业企业30家"
        assert "1 2 3" not in app.rows[-1] and "换一句" not in app.rows[-1]

    drive_view(steps, task_session())


def test_export_has_empty_columns_for_an_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("E", "enter")

    drive_view(steps, task_session())
    (path,) = tmp_path.glob("青禾县2023-任务.csv")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["任务"] for row in rows][:2] == [
        "新开工亿元以上项目45个,完成投资120亿元",
        "培育规模以上工业企业30家",
    ]
    assert rows[3]["完成时限"] == "6月底前" and {row["牵头单位"] for row in rows} == {""}


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20), (40, 10)], ids=str)
def test_every_task_can_be_read_whole(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        for task in app.table.session.content.tasks:
            assert "".join(one.text for one in app.table.passages.passages).count(task.text)
            await app.press("down")

    drive_view(steps, task_session(), size=size)
