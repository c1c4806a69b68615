"""Reading position, bookmarks, queries, theme and line width are kept for the next run."""

from __future__ import annotations

from pathlib import Path

from tests.support.pilot import Driven, drive, drive_library
from tests.support.samples import SMALL, huiji, huiji_outline, report_of, source_text
from tui.library.library import Library
from tui.state.store import ReportStore, Store


def report_store(folder: Path, identity: str = "huiji") -> ReportStore:
    return ReportStore(Store(folder), identity)


def test_the_next_run_begins_at_the_reading_position(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    async def read(app: Driven) -> None:
        await app.press("}", "}", "]", "pagedown", "j")
        seen.append(app.rows)
        app.app.keep()

    async def read_on(app: Driven) -> None:
        assert app.rows[:-1] == seen[0][:-1]
        assert "接着上次读到之处" in app.rows[-1]
        await app.press("j")
        assert "接着" not in app.rows[-1]

    drive(read, report_store=report_store(tmp_path))
    drive(read_on, report_store=report_store(tmp_path))
    drive(read_on_elsewhere, report_store=report_store(tmp_path), at="1.2")


async def read_on_elsewhere(app: Driven) -> None:
    """Expect the place named on the command line, not the one kept."""
    assert app.panes.text_pane.reading_offset == huiji_outline().by_id["1.2"].start


def test_a_changed_report_opens_at_the_nearest_matching_place(tmp_path: Path) -> None:
    async def read(app: Driven) -> None:
        await app.press("colon", "2", "enter")
        app.app.keep()

    changed = SMALL.replace(
        "现在,我代表县人民政府向大会报告工作", "受县人民政府委托,我向大会报告工作,请各位代表审议"
    )

    async def read_on(app: Driven) -> None:
        assert app.panes.text_pane.first_offset == changed.index("二、2022年工作安排")

    drive(read, report=report_of(SMALL), report_store=report_store(tmp_path), size=(80, 12))
    drive(read_on, report=report_of(changed), report_store=report_store(tmp_path), size=(80, 12))


def test_bookmarks_are_set_listed_and_kept(tmp_path: Path) -> None:
    place = huiji_outline().by_id["3.4"].start

    async def mark(app: Driven) -> None:
        await app.press("m", "a")
        assert "已记下 a" in app.rows[-1]
        await app.press("apostrophe", "z")
        assert "没有标记 z" in app.rows[-1]
        app.app.keep()

    async def return_to(app: Driven) -> None:
        await app.press("g", "apostrophe", "a")
        assert app.panes.text_pane.reading_offset == place
        await app.press("g", "f2")
        assert "选一处标记" in app.text
        await app.press("enter")
        assert app.panes.text_pane.reading_offset == place

    drive(mark, report_store=report_store(tmp_path), at="3.4")
    drive(return_to, report_store=report_store(tmp_path))


def test_any_key_ends_the_request_for_a_bookmark_letter() -> None:
    async def steps(app: Driven) -> None:
        await app.press("m", "escape", "]")
        assert app.panes.text_pane.reading_offset > 0

    drive(steps)


def test_earlier_queries_come_back_in_the_box(tmp_path: Path) -> None:
    async def search(app: Driven) -> None:
        await app.press("slash", "黄河", "enter", "slash", "生态", "enter")
        app.app.keep()

    async def recall(app: Driven) -> None:
        await app.press("slash")
        values = []
        for key in ("ctrl+up", "ctrl+up", "ctrl+up", "ctrl+down", "ctrl+down"):
            await app.press(key)
            values.append(app.panes.search_box.value)
        assert values == ["生态", "黄河", "黄河", "生态", ""]

    drive(search, report_store=report_store(tmp_path))
    drive(recall, report_store=report_store(tmp_path))


def test_theme_and_line_width_are_kept(tmp_path: Path) -> None:
    async def choose(app: Driven) -> None:
        await app.press("T", "minus", "minus")
        assert app.panes.text_pane.text_width == 76
        app.app.keep()

    async def find_again(app: Driven) -> None:
        assert app.app.theme == "宣"
        assert app.panes.text_pane.text_width == 76
        await app.press("equals_sign")
        assert app.panes.text_pane.text_width > 76

    drive(choose, size=(200, 40), report_store=report_store(tmp_path))
    drive(find_again, size=(200, 40), report_store=report_store(tmp_path))


def test_changing_the_line_width_keeps_the_reading_position() -> None:
    async def steps(app: Driven) -> None:
        place = app.panes.text_pane.first_offset
        await app.press(*["minus"] * 20, *["plus"] * 40, "equals_sign")
        assert app.panes.text_pane.first_offset == place

    drive(steps, at="1.5")


def test_a_corrupt_settings_file_is_set_aside_and_the_app_starts(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")

    async def steps(app: Driven) -> None:
        assert "settings.bad" in app.rows[-1]
        assert source_text()[:1] in app.text

    drive(steps, report_store=report_store(tmp_path), report=huiji())


def test_earlier_queries_are_those_of_all_reports_and_the_library(tmp_path: Path, library: Library) -> None:

    async def in_report(app: Driven) -> None:
        await app.press("slash", "黄河", "enter")
        app.app.keep()

    async def in_library(app: Driven) -> None:
        await app.press("slash", *"abc", "ctrl+up")
        assert app.library.panes.search_box.value == "黄河"
        await app.press("ctrl+down")
        assert app.library.panes.search_box.value == "abc", "what was being typed is not lost"
        await app.press("enter")
        app.app.keep()

    drive(in_report, report_store=report_store(tmp_path))
    drive_library(in_library, library.path, report_store=report_store(tmp_path, "library"))
    assert report_store(tmp_path, "乙").earlier_queries() == ["黄河", "abc"]
