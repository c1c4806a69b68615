"""The way from reports and the library to tables across reports, on to a sentence, and back."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tests.support.pilot import Driven, drive, drive_library, until
from tests.support.samples import report_of
from tui.library.library import Library
from tui.promises.model import OwnVerdict
from tui.screens.library import LibraryScreen
from tui.screens.main import MainScreen
from tui.screens.promises import PromisesScreen
from tui.screens.tasks import TasksScreen


def shows(app: Driven, kind: type) -> Callable[[], bool]:
    """Return a function that tells whether a kind of screen is shown."""
    return lambda: type(app.app.screen) is kind


def plan_year(app: Driven) -> int | None:
    """Return the year that the report on the screen plans."""
    session = app.app.report_session
    assert session is not None
    return session.prepared.report.front.plan_year


async def to_report(app: Driven, name: str) -> None:
    """Open a report from the list of the library."""
    await app.press("2")
    rows = [row.label for row in app.library.panes.reports.rows]
    await app.press("home", *["down"] * rows.index(name), "enter")
    await until(app, shows(app, MainScreen))


def test_4_in_a_report_opens_the_promises_and_the_way_back_is_open(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_report(app, "广元市青川县 2023")
        await app.press("4")
        await until(app, shows(app, PromisesScreen))
        assert "青川县 · 2022 年的承诺 → 2023 年报告里的结果" in app.rows[0]
        await app.press("down", "down")
        row = app.table.table.row
        await app.press("enter")
        await until(app, shows(app, MainScreen))
        assert plan_year(app) == 2022
        assert app.panes.text_pane.highlighted_metric is not None and app.focused == "text"
        assert app.rows[-1].startswith(" H 回表格"), "the way back is hinted at"
        await app.press("H")
        await until(app, shows(app, PromisesScreen))
        assert app.table.table.row == row
        await app.press("escape")
        await until(app, shows(app, MainScreen))
        assert plan_year(app) == 2023
        await app.press("L")
        await until(app, shows(app, PromisesScreen))
        assert app.table.table.row == row

    drive_library(steps, library.path)


def test_4_and_7_in_the_library_are_about_the_node_or_the_report_at_the_cursor(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("1", "c", *"qingchuan", "enter", "4")
        await until(app, shows(app, PromisesScreen))
        assert "2022 年的承诺 → 2023" in app.rows[0]
        await app.press("s", "end", "tab")
        row, order = app.table.table.row, app.table.order
        await app.press("7")
        await until(app, shows(app, TasksScreen))
        await app.press("escape")
        await until(app, shows(app, PromisesScreen))
        # Made anew, as one table is kept; what was chosen in it is as it was.
        assert (app.table.table.row, app.table.order, app.table.passages.chosen) == (row, order, 1)
        await app.press("escape")
        await until(app, shows(app, LibraryScreen))
        await app.press("2", "end", "7")
        await until(app, shows(app, TasksScreen))
        assert "青川县 · 2022 年计划" in app.rows[0]
        assert "40个以上" in app.text
        await app.press("enter")
        await until(app, shows(app, MainScreen))
        assert plan_year(app) == 2022

    drive_library(steps, library.path)


def test_the_report_that_is_open_is_not_read_again(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_report(app, "广元市青川县 2023")
        report = app.main
        await app.press("7")
        await until(app, shows(app, TasksScreen))
        await app.press("down", "enter")
        await until(app, shows(app, MainScreen))
        assert app.main is report

    drive_library(steps, library.path)


def test_years_can_be_stepped_and_that_is_no_jump(tmp_path: Path) -> None:
    for year in (2022, 2023, 2024):
        (tmp_path / f"{year}.txt").write_text(text_of("青川县", year), encoding="utf-8")
    path = tmp_path / "library.db"
    with Library(path, write=True) as made:
        assert [step.outcome for step in made.add([tmp_path])] == ["added"] * 3

    async def steps(app: Driven) -> None:
        await to_report(app, "广元市青川县 2024")
        await app.press("4")
        await until(app, shows(app, PromisesScreen))
        first = app.table
        await app.press("right", "less_than_sign")
        await until(app, lambda: shows(app, PromisesScreen)() and app.table is not first)
        assert "2022 年的承诺 → 2023" in app.rows[0]
        assert app.table.facet == first.facet
        second = app.table
        await app.press("》")
        await until(app, lambda: shows(app, PromisesScreen)() and app.table is not second)
        assert "2023 年的承诺 → 2024" in app.rows[0]
        await app.press("escape", "escape")
        await until(app, shows(app, MainScreen))

    drive_library(steps, path)


def test_ones_own_verdict_is_kept_in_the_library(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(library.path, path)

    async def steps(app: Driven) -> None:
        await app.press("1", "c", *"qingchuan", "enter", "4")
        await until(app, shows(app, PromisesScreen))
        await app.press("=", *["up"] * 12, "down", "down", "实地看过", "enter")
        await until(app, lambda: "已记下" in app.rows[-1])
        await app.press("escape")
        await until(app, shows(app, LibraryScreen))
        await app.press("4")
        await until(app, shows(app, PromisesScreen))
        assert "未达：实地看过" in app.text

    drive_library(steps, path, size=(160, 45))
    with Library(path) as opened:
        pair = opened.promises("青川县", 2022)
        assert [promise.own for promise in pair.promises if promise.own] == [OwnVerdict("missed", "实地看过")]


def test_what_cannot_be_opened_says_why_and_what_to_do(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_report(app, "保定市 2023")
        await app.press("4")
        await until(app, lambda: "没有保定市 2022 年或 2024 年的报告" in app.rows[-1])
        assert "library add" in app.rows[-1]
        await app.press("0")
        await until(app, shows(app, LibraryScreen))
        await app.press("1", "home", "4")
        await until(app, lambda: "先选一个地区或一份报告" in app.rows[-1])

    drive_library(steps, library.path, size=(160, 45))


def test_without_a_library_promises_say_how_to_make_one_and_tasks_are_shown() -> None:
    async def steps(app: Driven) -> None:
        await app.press("4")
        await until(app, lambda: "要有书库才能对照" in app.rows[-1])
        await app.press("7")
        await until(app, shows(app, TasksScreen))
        assert "惠济区 · 2024 年计划分解成的任务" in app.rows[0]
        await app.press("escape")
        await until(app, shows(app, MainScreen))
        await app.press("L")
        await until(app, shows(app, TasksScreen))
        await app.press("down", "enter")
        await until(app, shows(app, MainScreen))

    drive(steps)


def test_a_file_that_is_not_in_the_library_is_set_beside_the_year_before(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUIJI_LIBRARY", str(library.path))

    async def steps(app: Driven) -> None:
        await app.press("4")
        await until(app, shows(app, PromisesScreen))
        assert "青川县 · 2023 年的承诺 → 2024" in app.rows[0]
        await app.press("=")
        assert "两份报告都在书库里" in app.rows[-1]

    drive(steps, report=report_of(text_of("青川县", 2024)))


def test_a_file_of_a_year_without_the_year_before_says_so(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUIJI_LIBRARY", str(library.path))

    async def steps(app: Driven) -> None:
        await app.press("4")
        await until(app, lambda: "书库里没有青川县 2029 年的报告" in app.rows[-1])

    drive(steps, report=report_of(text_of("青川县", 2030)))


def test_keys_pressed_while_a_table_is_made_do_no_harm(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("1", "c", *"qingchuan", "enter")
        await app.press("4", "4", "7", "4", "escape", "4", "down", "tab")
        await until(app, lambda: not app.app._showing._opener.is_busy)
        for _ in range(3):  # however many of them were opened
            await app.press("escape", "escape")
            await asyncio.sleep(0.3)
            await app.settle()
        assert shows(app, LibraryScreen)()
        await app.press("1", "c", *"qingchuan", "enter", "4")
        await until(app, shows(app, PromisesScreen))

    drive_library(steps, library.path)
