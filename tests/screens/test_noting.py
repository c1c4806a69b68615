"""Writing notes and colouring passages in a report."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.screens.test_copying import cell_of
from tests.support.pilot import Driven, drive, until
from tests.support.samples import huiji, huiji_outline, source_text
from tui.notes.model import Note, NotedReport
from tui.notes.store import NoteStore
from tui.report.resources import BUILT_IN
from tui.report.sentences import sentence_at
from tui.screens.note_dialog import NoteDialog
from tui.widgets.highlights import NoteMark


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))


def written() -> list[Note]:
    return [note for kept in NoteStore().all() for note in kept.notes]


def home() -> NotedReport:
    return NotedReport.of(huiji(), BUILT_IN)


def keep(words: str, body: str = "", colour: Any = "") -> Note:
    start = source_text().index(words)
    return NoteStore().keep(home(), Note.on(huiji_outline(), start, start + len(words), body, colour))


def marks(app: Driven) -> Sequence[NoteMark]:
    return app.panes.text_pane._highlights._notes


async def loaded(app: Driven, count: int = 1) -> None:
    """Wait for the notes, which are read after the first screen."""
    app.main.prepare()
    await until(app, lambda: len(marks(app)) == count)


def test_a_note_is_written_on_the_sentence_being_read() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "a")
        assert "写批注" in app.text and isinstance(app.app.screen, NoteDialog)
        await app.press(*"kan", "enter")
        (note,) = written()
        text = source_text()
        assert note.body == "kan" and (note.start, note.end) == sentence_at(text, note.start)
        assert note.quote.exact == text[note.start : note.end]
        assert "批注已保存，M 列出" in app.rows[-1]
        assert "批注 1" in app.rows[0]
        assert [mark.is_written for mark in marks(app)] == [True]
        assert any("*" in row for row in app.rows)

    drive(steps)


def test_a_note_is_written_on_the_selection_with_a_key_that_is_no_letter() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "f7", "down", "shift+f5", "看", "时限", "enter")
        (note,) = written()
        assert note.body == "看时限"
        assert note.quote.exact.count("。") >= 1 or "\n" in note.quote.exact
        assert app.panes.text_pane.selected is None

    drive(steps)


def test_a_note_is_edited_and_deleted_where_it_is() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "a", *"one", "enter")
        await app.press("a", "!", "enter")
        assert [note.body for note in written()] == ["one!"]
        await app.press("a", *["backspace"] * 4, "enter")
        assert written() == [] and marks(app) == ()
        assert "已删去批注" in app.rows[-1]
        assert "批注" not in app.rows[0]

    drive(steps)


def test_one_key_goes_through_the_colours_and_back() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]")
        seen = []
        for _ in range(5):
            await app.press("A")
            seen.append(([mark.colour for mark in marks(app)], app.rows[-1].split()[0]))
        assert seen == [
            (["yellow"], "标为黄色"), (["green"], "标为绿色"), (["purple"], "标为紫色"), ([], "不再标色"), (["yellow"], "标为黄色")
        ]  # fmt: skip
        assert len(written()) == 1

    drive(steps)


def test_what_was_coloured_last_goes_on_though_it_was_selected_elsewhere() -> None:
    """A passage selected by mouse need not be in the sentence being read."""

    async def steps(app: Driven) -> None:
        pane = app.panes.text_pane
        x, y = cell_of(app, source_text().index("各位代表"))
        await app.drag("#text", (x, y), (x + 6, y))
        span = pane.selected
        assert span is not None
        await app.press("A", "shift+f9")
        assert [(note.start, note.end, note.colour) for note in written()] == [(*span, "green")]
        await app.press("a", *"x", "enter")
        assert [(note.body, note.colour) for note in written()] == [("x", "green")]

    drive(steps)


def test_every_colour_has_a_mark_beside_the_text_and_one_on_the_ruler() -> None:
    for words, colour in (("开局之年", "yellow"), ("基本盘", "green")):
        if words in source_text():
            keep(words, colour=colour)
    keep("高质量发展", "写的")

    async def steps(app: Driven) -> None:
        count = len(written())
        await loaded(app, count)
        pane = app.panes.text_pane
        layout = pane.lines
        for mark in marks(app):
            line = layout.line_of(mark.start)
            shown = pane._draw_line(line, ("track", " "), 60, pane.base_style).text
            assert shown[0] in "*123"
        elsewhere = [pane._highlights.ruler_mark(y, 30, (0, 0)) for y in range(30)]
        assert set(elsewhere) == {" ", "-"}
        visible = [pane._highlights.ruler_mark(y, 30, (0, len(source_text()))) for y in range(30)]
        assert set(visible) == {" "}, "the mark would stand on another line than the passage"

    drive(steps)


def test_notes_are_shown_after_the_first_screen_and_none_are_looked_for_without_a_folder() -> None:
    async def without(app: Driven) -> None:
        app.main.prepare()
        assert "noting" not in app.main.__dict__

    drive(without)
    keep("高质量发展", "看")

    async def steps(app: Driven) -> None:
        await loaded(app)
        assert "批注 1" in app.rows[0]

    drive(steps)


def test_a_passage_that_is_gone_is_told() -> None:
    note = keep("高质量发展", "看")
    gone = note._replace(id="2", quote=note.quote._replace(exact="报告里没有的一句话，很长很长。"))
    NoteStore().keep(home(), gone)

    async def steps(app: Driven) -> None:
        await loaded(app)
        await until(app, lambda: "1 条批注的原文已改，仍保留着，M 列出" in app.rows[-1])
        assert "批注 2" in app.rows[0]

    drive(steps)


def test_a_passage_that_was_changed_is_marked_until_its_note_is_edited() -> None:
    note = keep("高质量发展", "看")
    changed = note.quote._replace(exact="高品质发展")
    NoteStore().keep(home(), note._replace(quote=changed, modified="9999"), note)

    async def steps(app: Driven) -> None:
        await loaded(app)
        await until(app, lambda: "1 条批注的原文有改动，标 ~ 处为最相近的一段，M 列出" in app.rows[-1])
        marked = next(row for row in app.rows if "高质量发展" in row and "~" in row)
        assert "*" not in marked
        await app.press("M")
        await until(app, lambda: "≈ 原文有改" in app.text and "≈ 原文有改 1" in app.text)
        await app.press("enter")
        await until(app, lambda: any("~一年来" in row for row in app.rows))
        await app.press("a", "了", "enter")
        await until(
            app,
            lambda: all(one.quote.exact == "高质量发展" for kept in NoteStore().all() for one in kept.notes),
        )
        assert not any("~" in row for row in app.rows[1:-1])

    drive(steps)


def test_esc_does_not_throw_away_what_was_written_at_once() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "a", "escape")
        assert not isinstance(app.app.screen, NoteDialog)
        await app.press("a", *"abc", "escape")
        assert "再按 Esc 放弃" in app.text
        await app.press("d", "escape")
        assert "再按 Esc 放弃" in app.text
        await app.press("escape")
        assert not isinstance(app.app.screen, NoteDialog)
        assert written() == []

    drive(steps)


def test_what_cannot_be_saved_stays_in_the_box(tmp_path: Path) -> None:
    (tmp_path / "DATA" / "huiji-tui").mkdir(parents=True)
    blocked = tmp_path / "DATA" / "huiji-tui" / "notes"
    blocked.write_text("")

    async def steps(app: Driven) -> None:
        await app.press("]", "a", *"abc", "enter")
        assert isinstance(app.app.screen, NoteDialog)
        assert "批注没有写入" in app.text and "abc" in app.text
        await app.press("escape")
        assert isinstance(app.app.screen, NoteDialog)
        blocked.unlink()
        await app.press("enter")
        assert [note.body for note in written()] == ["abc"]

    drive(steps)


def test_what_another_window_writes_is_shown() -> None:
    keep("高质量发展", "看")

    async def steps(app: Driven) -> None:
        await loaded(app)
        keep("黄河", "另一窗口")
        app.main.noting.look()
        await until(app, lambda: len(marks(app)) == 2)

    drive(steps)


def test_two_windows_write_on_one_report() -> None:
    """Each writes a note without having seen that of the other."""

    async def steps(app: Driven) -> None:
        await app.press("]", "]", "a", *"one")
        keep("黄河", "三")
        await app.press("enter")
        assert sorted(note.body for note in written()) == ["one", "三"]
        assert len(marks(app)) == 2

    drive(steps)


def test_a_note_with_several_lines_keeps_them_in_the_box() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "a", *"x", "enter")
        (note,) = written()
        NoteStore().keep(home(), note._replace(body="第一行\n第二行"))
        app.main.noting._loaded = app.main.noting._read()
        await app.press("a")
        assert "第一行⏎第二行" in app.text
        await app.press("!", "enter")
        assert [one.body for one in written()] == ["第一行\n第二行!"]

    drive(steps)


def test_a_passage_longer_than_allowed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.noting.MAX_PASSAGE", 5)

    async def steps(app: Driven) -> None:
        await app.press("]", "]", "a")
        assert "所选太长：最多 5 字" in app.rows[-1]

    drive(steps)


def test_text_of_notes_is_shown_as_it_is() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "a", *"[/][b]x$y", "enter", "a")
        assert "[/][b]x$y" in app.text
        await app.press("escape", "M")
        await until(app, lambda: "批注与标色" in app.text)
        assert "[/][b]x$y" in app.text

    drive(steps)


def test_the_editor_is_not_there_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", sys.executable)

    async def steps(app: Driven) -> None:
        await app.press("]", "a", *"ab", "f4")
        assert "这个终端不能转到编辑器" in app.text and isinstance(app.app.screen, NoteDialog)

    drive(steps)


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ["code", "--wait"]),
        ({"VISUAL": "", "EDITOR": "'my editor' -x"}, ["my editor", "-x"]),
        ({"VISUAL": "'open", "EDITOR": "vi"}, ["vi"]),
        ({"VISUAL": "", "EDITOR": "", "PATH": ""}, []),
    ],
)
def test_the_editor_is_the_users(
    environment: dict[str, str], command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.screens.editor import editor_command

    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert editor_command() == command


def test_after_a_note_is_saved_its_passage_is_in_view_from_its_first_line() -> None:
    async def steps(app: Driven) -> None:
        pane = app.panes.text_pane
        start, _ = sentence_at(source_text(), source_text().index("圆满举办世界大河文明论坛"))
        pane.go_to(start)
        pane.scroll_rows(1)
        await app.press("a", *"kan", "enter")
        (note,) = written()
        first, end = pane.seen
        assert first <= note.start < end and note.start == start

    drive(steps, size=(40, 12))
