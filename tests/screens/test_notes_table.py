"""The table of notes: those on this report and on all; going there, editing, deleting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.pilot import Driven, drive, drive_library, until
from tests.support.samples import SMALL, huiji, report_of, source_text
from tui.library.library import Library
from tui.notes.model import Note, NotedReport
from tui.notes.store import NoteStore
from tui.report.model import Report
from tui.report.outline import Outline
from tui.report.resources import BUILT_IN
from tui.screens.notes import NotesScreen


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    monkeypatch.chdir(tmp_path)


def keep(report: Report, path: str, words: str, body: str = "", colour: Any = "") -> Note:
    outline = Outline(report)
    start = report.text.index(words)
    note = Note.on(outline, start, start + len(words), body, colour)
    return NoteStore().keep(NotedReport.of(report, path), note)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Write a report beside the built-in one, with notes on both and on one that is gone."""
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    keep(huiji(), BUILT_IN, "高质量发展", "首要任务", "yellow")
    keep(huiji(), BUILT_IN, "黄河", colour="green")
    keep(report_of(SMALL), str(path), "改造老旧小区18个", "核对")
    keep(
        report_of(SMALL.replace("某某县", "别处县")), str(tmp_path / "没有.txt"), "做优营商环境", "没有报告了"
    )
    return path


def bodies() -> set[str]:
    return {note.body for kept in NoteStore().all() for note in kept.notes}


def keys(app: Driven) -> list[str]:
    return [row.cells[1].text for row in app.table.table.rows]


async def listed(app: Driven) -> NotesScreen:
    await app.press("M")
    await until(app, lambda: isinstance(app.app.screen_stack[0], NotesScreen))
    screen = app.app.screen_stack[0]
    assert isinstance(screen, NotesScreen)
    return screen


def test_the_table_begins_with_this_report_and_lists_all(small: Path) -> None:
    async def steps(app: Driven) -> None:
        await listed(app)
        assert keys(app) == ["首要任务", "黄河"]
        assert "[本报告 2]" in app.text and "全部 4" in app.text
        assert "Esc 返回" in app.rows[-1]
        await app.press("left")
        assert keys(app) == ["首要任务", "黄河", "没有报告了", "核对"]
        assert "报告不在" in app.text
        await app.press("s")
        assert keys(app)[0] == "没有报告了"

    drive(steps)


def test_words_and_pinyin_find_notes(small: Path) -> None:
    async def steps(app: Driven) -> None:
        await listed(app)
        await app.press("left", "c", *"gaizao")
        assert keys(app) == ["核对"]
        await app.press("enter")
        assert "Esc 清除" in app.rows[-1]
        await app.press("escape")
        assert "Esc 返回" in app.rows[-1]
        assert keys(app) == ["首要任务", "黄河"]
        await app.press("escape")
        assert app.main.here.offset == 0

    drive(steps)


def test_enter_goes_to_the_passage_and_back_to_the_table(small: Path) -> None:
    start = source_text().index("黄河")

    async def steps(app: Driven) -> None:
        await listed(app)
        await app.press("down", "enter")
        assert app.main.here.offset == start
        await app.press("H")
        await until(app, lambda: isinstance(app.app.screen_stack[0], NotesScreen))
        assert app.table.table.index == 1

    drive(steps)


def test_enter_opens_another_report_at_the_passage(small: Path) -> None:
    """The file was corrected since: the note is where its passage is now."""
    small.write_text(
        "政府工作报告\n" + SMALL.replace("过去一年,", "过去一年,面对困难挑战,"), encoding="utf-8"
    )

    async def steps(app: Driven) -> None:
        await listed(app)
        await app.press("left", "end")
        assert keys(app)[app.table.table.index] == "核对"
        await app.press("enter")
        await until(app, lambda: "某某县" in app.rows[0])
        app.main.prepare()
        text = app.main._session.prepared.report.text
        await until(app, lambda: app.main.here.offset == text.index("改造老旧小区18个"))
        assert "批注 1" in app.rows[0]

    drive(steps)


def test_a_note_on_a_report_that_is_gone_is_kept_and_says_so(small: Path) -> None:
    async def steps(app: Driven) -> None:
        await listed(app)
        await app.press("left", "down", "down", "enter")
        assert "打不开；批注仍保留着" in app.rows[-1]
        assert "没有报告了" in bodies()

    drive(steps)


def test_a_note_is_edited_coloured_deleted_and_restored(small: Path) -> None:
    async def steps(app: Driven) -> None:
        await listed(app)
        await app.press("a", "!", "enter")
        assert keys(app) == ["首要任务!", "黄河"] and "首要任务!" in bodies()
        await app.press("A")
        assert "标为绿色" in app.rows[-1]
        await app.press("D")
        assert keys(app) == ["黄河"] and "首要任务!" not in bodies()
        assert "已删去这条批注，U 恢复" in app.rows[-1]
        await app.press("delete")
        assert "没有" in app.text and len(bodies()) == 2
        await app.press("U", "ctrl+z", "U")
        assert keys(app) == ["首要任务!", "黄河"]
        assert "没有可恢复的批注" in app.rows[-1]
        assert len(bodies()) == 4

    drive(steps)


def test_a_highlight_that_has_no_text_keeps_a_colour(small: Path) -> None:
    async def steps(app: Driven) -> None:
        await listed(app)
        await app.press("down")
        seen = []
        for _ in range(3):
            await app.press("A")
            seen.append(app.rows[-1].split()[0])
        assert seen == ["标为紫色", "标为黄色", "标为绿色"]

    drive(steps)


def test_what_is_done_in_the_table_is_shown_in_the_report(small: Path) -> None:
    async def steps(app: Driven) -> None:
        app.main.prepare()
        await until(app, lambda: "批注 2" in app.rows[0])
        await listed(app)
        await app.press("D", "escape")
        await until(app, lambda: "批注 1" in app.rows[0])

    drive(steps)


def test_what_is_done_in_the_report_is_shown_in_the_table(small: Path) -> None:
    async def steps(app: Driven) -> None:
        await listed(app)
        await app.press("enter", "a", "?", "enter", "H")
        await until(app, lambda: "首要任务?" in app.text and isinstance(app.app.screen_stack[0], NotesScreen))

    drive(steps)


def test_without_notes_there_is_no_table() -> None:
    async def steps(app: Driven) -> None:
        await app.press("M")
        await until(app, lambda: "还没有批注" in app.rows[-1])

    drive(steps)


def test_what_cannot_be_written_is_told_and_stays(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        await listed(app)
        folder = NoteStore().folder
        folder.rename(folder.with_name("elsewhere"))
        folder.write_text("")
        await app.press("D")
        assert "批注没有写入" in app.text and keys(app) == ["首要任务", "黄河"]
        await app.press("a", "!", "enter")
        assert "批注没有写入" in app.text and "首要任务!" in app.text

    drive(steps)


def test_rows_are_exported_with_passage_and_citation(small: Path, tmp_path: Path) -> None:
    async def steps(app: Driven) -> None:
        await listed(app)
        await app.press("E", "enter")
        assert "已写入 2 行" in app.rows[-1]
        (file,) = tmp_path.glob("*-批注*.csv")
        assert "《惠济区政府工作报告》，2024年1月22日，第一部分" in file.read_text(encoding="utf-8-sig")

    drive(steps)


def test_the_library_lists_the_notes_of_its_reports_and_opens_them_there(
    library: Library, tmp_path: Path
) -> None:
    number = library.reports()[0].id
    report = library.report(number)
    keep(report, "/nowhere/else.txt", report.text[60:80], "在书库里")

    async def steps(app: Driven) -> None:
        await listed(app)
        assert keys(app) == ["在书库里"]
        await app.press("enter")
        await until(app, lambda: hasattr(app.app.screen_stack[0], "noting"))
        assert app.main._session.library_report == number
        assert app.main.here.offset == 60

    drive_library(steps, library.path)


def test_a_library_that_cannot_be_read_hides_no_notes(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no library")
    monkeypatch.setenv("HUIJI_LIBRARY", str(broken))

    async def steps(app: Driven) -> None:
        await listed(app)
        assert keys(app) == ["首要任务", "黄河"]

    drive(steps)
