"""The dialog that exports: content, format, headings, name of the file, and what can go wrong."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.support.pilot import Driven, drive, drive_view, until
from tests.support.views import promise_session, task_session
from tui.screens.export_dialog import ExportDialog
from tui.state import files
from tui.state.config import Config
from tui.typeset.cells import cell_length
from tui.widgets.metric_rows import Tab

SIZES = [(160, 45), (120, 35), (80, 24), (60, 20)]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def dialog(app: Driven) -> ExportDialog:
    screen = app.app.screen
    assert isinstance(screen, ExportDialog)
    return screen


def test_every_format_has_its_content_and_suffix() -> None:
    async def steps(app: Driven) -> None:
        for rights in range(4):
            await app.press("E", "down", *["right"] * rights, "enter")
            assert "已写入 6 行：" in app.rows[-1]

    drive_view(steps, task_session())
    assert sorted(path.suffix for path in Path().iterdir()) == [".csv", ".json", ".md", ".xlsx"]
    (spreadsheet,) = Path().glob("*.xlsx")
    assert zipfile.is_zipfile(spreadsheet)
    (document,) = Path().glob("*.json")
    assert len(json.loads(document.read_text(encoding="utf-8"))["tasks"]) == 6
    (table,) = Path().glob("*.md")
    assert table.read_text(encoding="utf-8").startswith("| ")


def test_headings_are_chinese_or_english_where_the_format_has_both() -> None:
    async def steps(app: Driven) -> None:
        await app.press("E", "down", "down", "right")
        assert "[英文]" in app.text
        await app.press("enter", "E", "down", "right", "down", "right")
        assert "[中文]" in app.text and "英文" not in app.text
        await app.press("escape")

    drive_view(steps, task_session())
    (path,) = Path().iterdir()
    assert path.read_text(encoding="utf-8-sig").startswith("number,text,")


def test_the_name_can_be_typed_and_keeps_with_the_format() -> None:
    async def steps(app: Driven) -> None:
        await app.press("E", "tab")
        box = dialog(app)._box
        box.value = ""
        await app.press("任务表.csv", "up", "up", "right")
        assert box.value == "任务表.xlsx"
        await app.press("right", "right", "enter")

    drive_view(steps, task_session())
    assert [path.name for path in Path().iterdir()] == ["任务表.md"]


def test_a_file_is_replaced_only_after_a_second_enter() -> None:
    Path("我的.csv").write_text("我的\n", encoding="utf-8")

    async def steps(app: Driven) -> None:
        await app.press("E", "down", "down", "down")
        dialog(app)._box.value = "我的.csv"
        await app.press("enter")
        assert "已有这个文件，再按 Enter 覆盖" in app.text
        assert Path("我的.csv").read_text(encoding="utf-8") == "我的\n"
        await app.press("x", "backspace", "enter")
        assert "已有这个文件" in app.text, "another name has been typed meanwhile"
        await app.press("enter")
        assert "已写入 6 行：" in app.rows[-1]

    drive_view(steps, task_session())
    assert len(Path("我的.csv").read_text(encoding="utf-8-sig").splitlines()) == 7


def test_escape_at_the_question_keeps_the_file() -> None:
    Path("我的.csv").write_text("我的\n", encoding="utf-8")

    async def steps(app: Driven) -> None:
        await app.press("E", "tab")
        dialog(app)._box.value = "我的.csv"
        await app.press("enter")
        assert "已有这个文件" in app.text
        await app.press("escape")
        assert app.focused == "tasks"
        await app.press("E", "tab")
        dialog(app)._box.value = "我的.csv"
        await app.press("enter")
        assert "已有这个文件" in app.text, "the question is asked anew"
        await app.press("escape")

    drive_view(steps, task_session())
    assert Path("我的.csv").read_text(encoding="utf-8") == "我的\n"
    assert [path.name for path in Path().iterdir()] == ["我的.csv"]


def test_what_is_wrong_is_told_in_the_dialog_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("文件夹").mkdir()
    Path("旧.csv").write_text("旧\n", encoding="utf-8")

    async def steps(app: Driven) -> None:
        await app.press("E", "tab")
        for typed, said in (
            ("", "没有写文件名"),
            ("文件夹", "是文件夹"),
            ("没有/这里.csv", "不能写入"),
            ("~没有这个人/a.csv", "不能写入"),
            ("甲" * 300 + ".csv", "不能写入"),
        ):
            dialog(app)._box.value = typed
            await app.press("enter")
            assert said in app.text, typed
        monkeypatch.setattr(files, "_sync", full)
        dialog(app)._box.value = "旧.csv"
        await app.press("enter", "enter")
        assert "No space left" in app.text or "空间" in app.text
        await app.press("escape")
        assert app.focused == "tasks"

    def full(path: str) -> None:
        raise OSError(28, "No space left on device")

    drive_view(steps, task_session())
    assert Path("旧.csv").read_text(encoding="utf-8") == "旧\n"
    assert sorted(path.name for path in Path().iterdir()) == ["文件夹", "旧.csv"]


def test_what_is_shown_is_never_replaced(tmp_path: Path) -> None:
    report = tmp_path / "here" / "plan.txt"
    report.write_text("原文\n", encoding="utf-8")

    async def steps(app: Driven) -> None:
        await app.press("E", "tab")
        dialog(app)._box.value = "plan.txt"
        await app.press("enter", "enter")
        assert "就是打开的文件" in app.text

    drive_view(steps, task_session())
    assert report.read_text(encoding="utf-8") == "原文\n"


def test_brief_and_page_of_a_report_are_pages() -> None:
    async def steps(app: Driven) -> None:
        await app.press("E", "left", "enter")
        await until(app, lambda: "已写入" in app.text)
        await app.press("E", "left", "left", "down", "right", "enter")
        await until(app, lambda: "简报.md" in app.rows[-1])

    drive(steps)
    assert Path("惠济区2024年-报告网页.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert Path("惠济区2024年-简报.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_mouse_chooses_and_writes_at_any_size(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("E")
        for label, widget in (("Markdown", "#options"), ("英文", "#options"), ("Enter 写文件", "#write")):
            region = app.app.screen.query_one(widget).region
            y = next(y for y, row in enumerate(app.rows) if label in row)
            row = app.rows[y]
            x = cell_length(row[: row.index(label)]) + 1
            await app.click(widget, (x - region.x, y - region.y))
        assert "已写入 13 行：" in app.text

    drive_view(steps, promise_session(), size=size)
    (path,) = Path().iterdir()
    assert path.suffix == ".md" and "| id | indicator |" in path.read_text(encoding="utf-8")


def test_a_screenshot_needs_nothing_from_the_web() -> None:
    async def steps(app: Driven) -> None:
        await app.press("ctrl+p", "截图", "enter")
        assert "截图已写入 " in app.text and "huiji-tui.svg" in app.text
        await app.press("ctrl+p", "截图", "enter")

    drive(steps)
    names = sorted(path.name for path in Path().iterdir())
    assert names == ["huiji-tui-2.svg", "huiji-tui.svg"]
    svg = Path("huiji-tui.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg") and "惠济区政府工作报告" in svg and "@font-face" not in svg


@pytest.mark.parametrize(
    ("tab", "told"),
    [("promises", "按 F20 打开承诺对照，在那里导出"), ("series", "按 5 打开历年，在那里导出")],
)
def test_tabs_with_other_reports_say_where_they_are_exported(tab: Tab, told: str) -> None:
    async def steps(app: Driven) -> None:
        app.panes.metrics_panel.show_tab(tab)
        await app.press("E")
        assert told in app.rows[-1]

    drive(steps, config=Config(keys={"promises": ("F20",)}))


@pytest.mark.parametrize(
    ("columns", "cells"), [(60, 60), (72, 72), (80, 80), (87, 87), (88, 72), (115, 72), (120, 100)]
)
def test_a_dialog_leaves_no_narrow_strips_beside_it(columns: int, cells: int) -> None:
    async def steps(app: Driven) -> None:
        await app.press("E")
        assert app.app.screen.query_one("#dialog").region.width == cells

    drive(steps, size=(columns, 24))


def test_the_name_of_the_file_tells_the_section_and_the_filter() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "c", *"公里", "enter")
        await app.press("E")
        assert "概述等公里-指标.csv" in app.text
        await app.press("right")
        assert "2024年-指标.csv" in app.text

    drive(steps)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_all_that_can_be_exported_is_in_view_and_told_apart(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "E")
        assert "[全部对照 81 行（成对 26）]" in app.text and "所列对照" not in app.text
        assert "报告网页" in app.text
        await app.press("right", "right", "right")
        assert "[报告网页]" in app.text
        await app.press("down", "up", "left")
        assert "[简报]" in app.text
        await app.press("escape", "c", "人", "enter")
        await app.press("E")
        assert "所列对照" in app.text

    drive(steps, size=size)
