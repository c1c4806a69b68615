"""Counts: digits that are followed at once by a key that moves."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.support.pilot import Driven, drive, drive_library, drive_view, until
from tests.support.views import promise_session
from tui.keys import counts
from tui.keys.commands import PANES
from tui.keys.counts import COUNTED, MOST, TO_LINE, UNDOABLE, Count
from tui.library.library import Library
from tui.screens.library import LibraryScreen
from tui.screens.promises import PromisesScreen

#: Longer than any test takes, and so short that no key can follow.
LONG, NEVER = 600.0, -1.0


@pytest.fixture
def typed_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "WITHIN_S", LONG)


def test_digits_that_follow_at_once_are_one_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "WITHIN_S", 0.3)
    count = Count()
    count.add(1, 10.0)
    assert count.is_going_on(10.25) and not count.is_going_on(10.35)
    count.add(0, 10.25)
    assert count.wait_s(10.3) == pytest.approx(0.25)
    assert count.take(10.5) == 10
    assert (count.take(10.5), count.wait_s(10.5)) == (0, 0.0), "a count is for one motion"
    count.add(5, 20.0)
    assert count.take(20.4) == 0, "too late"
    for _ in range(9):
        count.add(9, 30.0)
    assert count.take(30.0) == MOST


def test_what_may_be_counted_is_in_the_table_of_commands() -> None:
    assert {command.id for pane in PANES.values() for command in pane.commands} >= COUNTED | TO_LINE
    actions = {command.action for pane in PANES.values() for command in pane.commands}
    assert all(any(action.startswith(begin) for action in actions) for begin in UNDOABLE)


@pytest.mark.usefixtures("typed_fast")
def test_motions_are_done_so_many_times_where_the_digits_were_typed() -> None:
    async def steps(app: Driven) -> None:
        text = app.panes.text_pane
        begin = text.first_line
        await app.press("3", "j")
        assert (app.focused, text.first_line) == ("text", text.lines.step(begin, 3))
        assert "下一行 × 3" in app.rows[-1]
        await app.press("1", "2", "j", "3", "k")
        assert (app.focused, text.first_line) == ("text", text.lines.step(begin, 12))
        await app.press("2", "0", "G")
        assert text.first_line == text.lines.step(text.lines.first, 19)
        assert "第 20 行" in app.rows[-1]
        await app.press("g", "]", "]", "]")
        third = text.reading_offset
        await app.press("g", "3", "]")
        assert text.reading_offset == third
        await app.press("H")
        assert text.first_line == text.lines.first, "it was one jump"
        await app.press("3", "】")
        assert text.reading_offset == third, "a mark of an input method"

    drive(steps)


@pytest.mark.usefixtures("typed_fast")
def test_in_a_list_and_in_a_pane_that_slid_in() -> None:
    async def steps(app: Driven) -> None:
        tree = app.panes.outline_tree
        await app.press("1")
        await asyncio.sleep(0)
        app.app._keys.counting._count.take(time.monotonic())  # time has passed
        at = tree.cursor
        await app.press("3", "j")
        assert (app.focused, tree.cursor) == ("tree", at + 3)
        assert tree.has_class("open") and not app.panes.metrics_panel.has_class("open")
        await app.press("1", "0", "G")
        assert tree.cursor == 9

    drive(steps, size=(80, 24))


@pytest.mark.usefixtures("typed_fast")
def test_arrows_and_other_keys_act_where_a_digit_leads() -> None:
    async def steps(app: Driven) -> None:
        panel = app.panes.metrics_panel
        at = panel.cursor
        await app.press("3", "down")
        assert (app.focused, panel.cursor) == ("metrics", at + 1)
        await app.press("2", "slash")
        assert app.focused == "query"
        await app.press("3", "j", "escape")
        assert app.focused == "text" and not app.panes.search_box.value

    drive(steps)


def test_a_pause_gives_the_key_to_the_pane() -> None:
    async def steps(app: Driven) -> None:
        at = app.panes.metrics_panel.cursor
        await app.press("3", "j")
        assert (app.focused, app.panes.metrics_panel.cursor) == ("metrics", at + 1)

    drive(steps)


def test_a_table_that_a_digit_opens_waits_for_the_motion(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "home", "down")
        rows = app.library.panes.reports
        monkeypatch.setattr(counts, "WITHIN_S", LONG)
        await app.press("4", "j")
        await asyncio.sleep(0.1)
        await app.settle()
        assert type(app.app.screen) is LibraryScreen
        assert rows.cursor == len(rows.rows) - 1
        assert "已取消" not in app.rows[-1]
        monkeypatch.setattr(counts, "WITHIN_S", 0.05)
        await app.press("home", "down", "4")
        await until(app, lambda: type(app.app.screen) is PromisesScreen)

    drive_library(steps, library.path)


@pytest.mark.usefixtures("typed_fast")
def test_digits_that_choose_something_else_begin_no_count() -> None:
    async def steps(app: Driven) -> None:
        await app.press("1", "j")
        assert app.table.table.index == 1
        await app.press("4", "j")
        assert app.table.table.index == 5

    drive_view(steps, promise_session())
