"""Opening another report from the screen: by path, from the recent ones, and back."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from weakref import ref

import pytest

from tests.support.alignment import EARLIER, LATER
from tests.support.pilot import Driven, app_row, drive, drive_session, until
from tests.support.samples import SMALL
from tui.app import PREPARE_AFTER_S
from tui.library.library import Library
from tui.screens.main import MainScreen
from tui.screens.protocol import OpenReport
from tui.screens.report_list import complete_path, report_choices
from tui.session import open_two
from tui.state.store import ReportStore, Store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    reports = tmp_path / "reports"
    (reports / "某县").mkdir(parents=True)
    (reports / "某县" / "2022报告.txt").write_text(SMALL, encoding="utf-8")
    (reports / "坏文件.txt").write_bytes(b"\x00\x01\x02")
    (reports / "图片.png").write_bytes(b"")
    (reports / ".隐藏.txt").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(reports)
    return reports


@pytest.mark.usefixtures("small_heap")
def test_paths_complete_and_files_open(folder: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("o")
        assert "内置报告" in app.text and "某县/" in app.text and "坏文件.txt" in app.text
        assert "图片" not in app.text and "隐藏" not in app.text
        await app.press("某县", "tab")
        assert "某县/" in app.rows[app_row(app, "2022报告.txt") - 1], "the folder is in the box"
        await app.press("enter")
        await until(app, lambda: "某某县政府工作报告  2022年2月8日" in app.text)
        assert "（一）抓项目" in app.text
        await app.press("/", "招商", "enter")
        assert "没有命中" in app.text

    drive(steps)


@pytest.mark.usefixtures("small_heap")
def test_the_go_to_dialog_opens_reports_too(folder: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", *"open", "space")
        assert "某县/" in app.text
        await app.press("某县", "enter")
        assert "某县/" in app.rows[app_row(app, "2022报告.txt") - 1], "the folder is in the box"
        await app.press("enter")
        await until(app, lambda: "某某县政府工作报告  2022年2月8日" in app.text)

    drive(steps)


def test_reports_that_were_left_are_freed(folder: Path) -> None:
    """All but the first, which Textual keeps, and the last."""
    names = ("甲", "乙", "丙")
    for name in names:
        (folder / f"{name}.txt").write_text(SMALL.replace("某某", name), encoding="utf-8")

    async def steps(app: Driven) -> None:
        screens = []
        for name in names:
            screens.append(ref(app.main))
            title = f"{name}县政府工作报告  2022"
            await app.press("o", f"{name}.txt", "enter")
            await until(app, partial(lambda title: title in app.text, title))
            await asyncio.sleep(PREPARE_AFTER_S * 2)
        assert screens[1]() is None

    drive(steps)


@pytest.mark.usefixtures("small_heap")
def test_a_report_that_cannot_be_opened_leaves_the_open_one() -> None:
    async def steps(app: Driven) -> None:
        await app.press("o", "坏文件", "enter")
        await until(app, lambda: "是二进制文件" in app.text)
        assert "惠济区政府工作报告" in app.rows[0]
        await app.press("o", "没有这样的文件")
        assert "没有找到" in app.text
        await app.press("enter", "escape")
        assert app.focused == "text"

    drive(steps)


@pytest.mark.usefixtures("small_heap")
def test_settings_are_kept_and_the_report_left_is_among_the_recent_ones(folder: Path) -> None:
    store = Store(folder / "state")

    async def steps(app: Driven) -> None:
        await app.press("T", "plus", "o", "某县", "tab", "enter")
        await until(app, lambda: "某某县政府工作报告  2022年2月8日" in app.text)
        measure, theme = app.panes.text_pane.measure, app.app.theme
        await app.press("o")
        assert "最近" in app.text and "2022报告.txt" in app.text
        await app.press("enter")
        await until(app, lambda: "惠济区政府工作报告  2024年1月22日" in app.text)
        assert (app.panes.text_pane.measure, app.app.theme) == (measure, theme)

    drive(steps, report_store=ReportStore(store, "惠济"))


@pytest.mark.usefixtures("small_heap")
def test_of_two_reports_opened_at_once_the_later_is_shown(folder: Path) -> None:
    (folder / "乙.txt").write_text(SMALL.replace("某某县", "乙乙县"), encoding="utf-8")

    async def steps(app: Driven) -> None:
        main = app.main
        main.post_message(OpenReport(str(folder / "某县" / "2022报告.txt")))
        main.post_message(OpenReport(str(folder / "乙.txt")))
        await until(app, lambda: "乙乙县政府工作报告" in app.text)
        await asyncio.sleep(0.3)
        await app.settle()
        assert "乙乙县政府工作报告" in app.rows[0]

    drive(steps)


@pytest.mark.usefixtures("small_heap")
def test_doubts_of_the_conversion_are_shown(folder: Path) -> None:
    (folder / "无题.txt").write_text("没有标题的一段话。\n又是一段话。\n", encoding="utf-8")

    async def steps(app: Driven) -> None:
        await app.press("o", "无题", "enter")
        await until(app, lambda: "存疑（! 逐条看）：没有找到章标题" in app.text)

    drive(steps)


@pytest.mark.usefixtures("small_heap")
def test_a_doubt_is_listed_and_leads_to_its_place(folder: Path) -> None:
    (folder / "缺章.txt").write_text(SMALL.replace("二、2022年", "三、2022年"), encoding="utf-8")

    async def steps(app: Driven) -> None:
        await app.press("o", "缺章", "enter")
        await until(app, lambda: "存疑（! 逐条看）：章编号不连续：缺“二”" in app.text)
        await app.press("!")
        await until(app, lambda: "章编号不连续：缺“二”" in app.text)
        await app.press("enter")
        await app.settle()
        assert app.main.panes.text_pane.reading_offset == SMALL.index("二、2022年")

    drive(steps)


@pytest.mark.usefixtures("small_heap")
def test_what_a_report_does_not_state_is_listed_too(folder: Path) -> None:
    (folder / "无名.txt").write_text(SMALL.replace("某某县人民政府县长 王 明\n", ""), encoding="utf-8")

    async def steps(app: Driven) -> None:
        await app.press("o", "无名", "enter")
        await until(app, lambda: "某某县政府工作报告" in app.text)
        await app.settle()
        await app.press("!")
        await until(app, lambda: "没有写明报告人" in app.text)

    drive(steps)


def test_without_doubts_a_notice_says_so() -> None:
    async def steps(app: Driven) -> None:
        await app.press("!")
        await app.settle()
        assert "转换没有存疑之处" in app.rows[-1]

    drive(steps)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("内置", ["内置报告：惠济区 2024 年政府工作报告"]),
        ("huiji", ["内置报告：惠济区 2024 年政府工作报告"]),
        ("zuijin 2022", ["2022报告.txt"]),
        ("某县", ["某县/", "2022报告.txt"]),
    ],
)
def test_the_rows_of_reports_are_found_by_their_words(typed: str, names: list[str], folder: Path) -> None:
    recent = [str(folder / "某县" / "2022报告.txt")]
    assert [name.split("  ")[0] for _, name, _ in report_choices(typed, recent, id)] == names


def test_the_report_that_is_open_is_offered_last(folder: Path) -> None:
    recent = [str(folder / "某县" / "2022报告.txt"), str(folder / "坏文件.txt")]
    kinds = [kind for kind, _, _ in report_choices("", recent, id, "某县/2022报告.txt")]
    assert kinds == ["最近", "内置", "最近", "文件夹", "文件"]


def test_only_readable_kinds_of_files_are_offered(folder: Path) -> None:
    opened: list[str | None] = []
    names = [name for _, name, _ in report_choices("", [str(folder / "没有.txt")], opened.append)]
    assert names == ["内置报告：惠济区 2024 年政府工作报告", "某县/", "坏文件.txt"]
    assert [name for _, name, _ in report_choices(".", [], opened.append)] == [".隐藏.txt"]
    assert report_choices("没有的文件夹/x", [], opened.append) == []
    assert (
        report_choices("\0", [], opened.append)
        == report_choices("~nobody-of-that-name/", [], opened.append)
        == []
    )
    (_, name, pick), *_ = report_choices("图片.png", [], opened.append)
    assert name == "图片.png" and callable(pick)
    pick()
    assert opened == ["图片.png"]


def test_what_the_library_knows_of_a_file_stands_beside_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "library.db"
    with Library(path, write=True) as library:
        list(library.add([str(folder / "某县")]))
    monkeypatch.setenv("HUIJI_LIBRARY", str(path))
    names = [name for _, name, _ in report_choices("某县/", [], id)]
    assert names == ["2022报告.txt  某某县 2022 政府工作报告"]
    ((_, recent, _), *_) = report_choices("", [str(folder / "某县" / "2022报告.txt")], id)
    assert recent == names[0]
    path.write_bytes(b"no library")
    assert [name for _, name, _ in report_choices("某县/", [], id)] == ["2022报告.txt"]


def test_a_path_completes_as_far_as_all_names_go(folder: Path) -> None:
    for name in ("某市2021.txt", "某市2022.txt"):
        (folder / name).write_text(SMALL, encoding="utf-8")
    assert complete_path("某") == "某"
    assert complete_path("某市") == "某市202"
    assert complete_path("某县") == "某县/"
    assert complete_path("某县/2") == "某县/2022报告.txt"
    assert complete_path("没有") == "没有"
    assert complete_path("没有/x") == "没有/x"


def test_two_named_reports_are_shown_above_the_later_one(tmp_path: Path) -> None:
    earlier, later = tmp_path / "去年.txt", tmp_path / "今年.txt"
    earlier.write_text(EARLIER, encoding="utf-8")
    later.write_text(LATER, encoding="utf-8")

    async def look(app: Driven) -> None:
        await until(app, lambda: "青禾县 2023 → 2024" in app.text)
        while "正在" in app.rows[-1]:
            await asyncio.sleep(0.02)
        await app.press("escape")
        await until(app, lambda: "2024年1月16日" in app.text)
        assert isinstance(app.app.screen_stack[0], MainScreen)

    drive_session(look, open_two(str(earlier), str(later)))
