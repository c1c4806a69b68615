"""The mouse: the right button, the ruler, drags past an edge, clicks beside a dialog, and the wheel."""

from __future__ import annotations

from textual.color import Color

from tests.support.pilot import Driven, drive, drive_library, until
from tui.library.library import Library
from tui.screens.dialogs import DetailsDialog
from tui.screens.library import LibraryScreen
from tui.screens.main import MainScreen
from tui.screens.note_dialog import NoteDialog

SIZE = (80, 24)


def test_the_right_button_copies_the_selection() -> None:
    async def steps(app: Driven) -> None:
        await app.click("#text", (10, 10), button=3)
        assert "先拖动、双击或按 v 选取，再按右键复制" in app.rows[-1]
        assert not app.app.clipboard
        await app.press("v")
        start, end = app.panes.text_pane.selected or (0, 0)
        await app.click("#text", (10, 10), button=3)
        assert app.app.clipboard == app.main._session.prepared.report.text[start:end]
        assert "已复制" in app.rows[-1]

    drive(steps, size=SIZE, at="3.1.2")


def test_the_ruler_follows_the_pointer_while_the_button_is_held() -> None:
    async def steps(app: Driven) -> None:
        pane = app.panes.text_pane
        ruler, height = pane.size.width - 1, pane.size.height
        await app.press_mouse("#text", (ruler, 2), (ruler, height // 2))
        middle = pane.reading_offset
        assert 0.3 < middle / len(pane._text) < 0.7
        await app.release_mouse("#text", (10, height // 2))
        assert pane.reading_offset == middle and pane.selected is None, (
            "where the button is released does not matter"
        )

    drive(steps, size=SIZE)


def test_a_drag_that_rests_past_an_edge_goes_on_scrolling_and_selecting() -> None:
    async def steps(app: Driven) -> None:
        pane = app.panes.text_pane
        below = pane.size.height
        await app.press_mouse("#text", (5, 5), (20, below))
        await until(app, lambda: pane.reading_offset > 1500)
        start, end = pane.selected or (0, 0)
        assert start < 100 and end > 1500
        await app.release_mouse("#text", (20, below))
        before = pane.reading_offset
        await app.settle()
        assert pane.reading_offset == before and pane._edge_timer is None
        await app.press_mouse("#text", (5, 5), (20, -1))
        await until(app, lambda: pane.reading_offset == 0)
        await app.release_mouse("#text", (20, 5))

    drive(steps, size=SIZE)


def test_a_click_beside_a_dialog_closes_it_one_in_it_does_not() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "down", "i")
        assert isinstance(app.app.screen, DetailsDialog)
        await app.click("#list", (3, 1))
        assert isinstance(app.app.screen, DetailsDialog)
        await app.click("#dialog-title", (3, 0))
        assert isinstance(app.app.screen, DetailsDialog)
        await app.click(None, (0, 0))
        assert not isinstance(app.app.screen, DetailsDialog)

    drive(steps, size=SIZE)


def test_a_click_beside_a_note_does_not_throw_it_away() -> None:
    async def steps(app: Driven) -> None:
        await app.press("a", "好")
        await app.click(None, (0, 0))
        assert isinstance(app.app.screen, NoteDialog)

    drive(steps, size=SIZE)


def test_the_search_box_looks_focused_only_with_the_text_below_it() -> None:
    async def steps(app: Driven) -> None:
        box, colours = app.panes.search_box, app.app.theme_variables

        def background() -> object:
            names = ("bar", "bar-focused")
            return next(name for name in names if Color.parse(colours[name]) == box.styles.background)

        assert background() == "bar-focused"
        await app.press("3")
        assert background() == "bar"
        await app.press("1")
        assert background() == "bar"
        await app.press("escape")
        assert background() == "bar-focused"
        await app.press("3", "/")
        assert background() == "bar-focused"

    drive(steps, size=SIZE)


def test_a_click_on_a_notice_shows_the_keys_again() -> None:
    async def steps(app: Driven) -> None:
        await app.press("escape")
        assert app.rows[-1].startswith(" 按 q 退出")
        await app.click("#hints", (3, 0))
        assert "? 帮助" in app.rows[-1]
        await app.resize(60, 20)
        for row in (18, 19):
            app.main.say("很长的通知，" * 8)
            await app.settle()
            assert app.rows[-2].startswith(" 很长的通知")
            await app.click(None, (3, row))
            assert "? 帮助" in app.rows[-1]
            assert "通知" not in app.text

    drive(steps)


def test_a_click_selects_a_report_of_the_library_and_a_double_click_opens_it(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.click("#reports", (4, 1))
        assert isinstance(app.app.screen, LibraryScreen)
        assert app.library.panes.reports.cursor == 1
        await app.click("#reports", (4, 1), times=2)
        await until(app, lambda: isinstance(app.app.screen, MainScreen))

    drive_library(steps, library.path)
