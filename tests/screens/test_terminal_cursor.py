"""The terminal's cursor, which braille displays and magnifiers follow, stays at what keys act on."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.support.alignment import alignment_session
from tests.support.figures import rank_session, series_session
from tests.support.pilot import Driven, drive, drive_view
from tests.support.terminal import PROGRAM, Terminal
from tests.support.views import promise_session, task_session
from tests.support.wording import counterpart_session, related_session
from tui.typeset.cells import cell_length
from tui.view_session import ViewSession


def behind_cursor(app: Driven) -> str:
    """Return what is drawn from the terminal's cursor on."""
    x, y = app.app.place_of_cursor()
    row = app.rows[y]
    cells = 0
    for at, character in enumerate(row):
        if cells >= x:
            return row[at:]
        cells += cell_length(character)
    return ""


@pytest.mark.parametrize("size", [(160, 45), (120, 35), (80, 24), (60, 20)])
def test_it_is_at_the_current_hit_and_at_the_line_that_is_read(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "马拉松", "enter")
        assert behind_cursor(app).startswith("马拉松赛")
        await app.press("n")
        assert behind_cursor(app).startswith("马拉松”等")
        await app.press("escape", "space", "space")
        y = app.app.place_of_cursor().y
        assert y == app.panes.text_pane.region.y + app.panes.text_pane.text_row

    drive(steps, size=size)


def test_it_is_the_caret_of_a_box_and_the_row_of_a_list() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "黄河")
        box = app.panes.search_box
        assert app.app.place_of_cursor().x == box.content_region.x + cell_length("黄河")
        await app.press("left")
        assert app.app.place_of_cursor().x == box.content_region.x + cell_length("黄")
        await app.press("escape", "1", "home", "down", "down")
        assert behind_cursor(app).startswith("▾ 一、2023年工作回顾")
        await app.press("3", "home")
        assert behind_cursor(app).strip().startswith("▸地区生产总值")
        await app.press("down")
        assert behind_cursor(app).strip().startswith("▸固定资产投资")
        await app.press("colon", "三(")
        assert app.app.place_of_cursor().y == app.app.focused.region.y  # type: ignore[union-attr]
        await app.press("escape", "question_mark")
        help_box = app.app.focused
        assert isinstance(help_box, Input) and app.app.place_of_cursor() == help_box.cursor_screen_offset

    drive(steps)


@pytest.mark.parametrize("size", [(160, 45), (60, 20)])
@pytest.mark.parametrize(
    "session",
    [promise_session(), task_session(), related_session(), rank_session()],
    ids=lambda session: session.view.kind,
)
def test_it_is_at_the_row_of_a_table(session: ViewSession, size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("down")
        first_cell = app.table.table.row.cells[1].text  # type: ignore[union-attr]
        assert first_cell[:4] in behind_cursor(app)

    drive_view(steps, session, size=size)


@pytest.mark.parametrize("size", [(160, 45), (60, 20)])
def test_it_is_at_the_pair_or_the_sentence(size: tuple[int, int]) -> None:
    async def pairs(app: Driven) -> None:
        await app.press("2", "end")
        assert "让我们携手奋进" in behind_cursor(app)

    async def beside(app: Driven) -> None:
        before = app.app.place_of_cursor()
        await app.press("down")
        after = app.app.place_of_cursor()
        assert after != before
        await app.press("tab")
        assert app.app.place_of_cursor() != after

    drive_view(pairs, alignment_session(), size=size)
    drive_view(beside, counterpart_session(), size=size)


def test_it_is_at_the_year_of_a_series() -> None:
    async def steps(app: Driven) -> None:
        await app.press("home")
        first = app.app.place_of_cursor()
        await app.press("right")
        assert app.app.place_of_cursor().x > first.x and app.app.place_of_cursor().y == first.y
        await app.press("t")
        year = behind_cursor(app).split()[0]
        await app.press("down")
        assert behind_cursor(app).split()[0] == str(int(year) + 1)

    drive_view(steps, series_session())


def test_a_terminal_has_its_cursor_there() -> None:
    def line(terminal: Terminal) -> str:
        return terminal.rows[terminal.screen.cursor.y]

    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("q 退出")
        terminal.send("/", "马拉松", "\r")
        terminal.wait_for(lambda _: "马拉松" in line(terminal) and terminal.screen.cursor.y > 5)
        terminal.send("1")
        terminal.wait_for(lambda _: terminal.screen.cursor.x == 0)
        terminal.send("home")
        terminal.wait_for(lambda _: line(terminal).startswith("  题头"))
