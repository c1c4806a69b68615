"""What opening a dialog costs, counted; and that what it saves is never seen."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual._compositor import Compositor
from textual.drivers.headless_driver import HeadlessDriver
from textual.widgets import Input

from tests.support.pilot import Driven, drive
from tui.app import HuijiApp
from tui.widgets.inputs import LineInput


class Work:
    """What was done between two moments: layouts, and writes to the terminal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.layouts = 0
        self.writes: list[str] = []
        reflow = Compositor.reflow

        def counting(compositor: Compositor, *arguments: Any) -> Any:
            self.layouts += 1
            return reflow(compositor, *arguments)

        monkeypatch.setattr(Compositor, "reflow", counting)
        monkeypatch.setattr(HeadlessDriver, "write", lambda driver, data: self.writes.append(data))
        monkeypatch.setattr(HuijiApp, "is_headless", False)  # all that a terminal is sent is made

    def forget(self) -> None:
        """Begin to count again."""
        self.layouts = 0
        self.writes.clear()


@pytest.mark.parametrize(
    ("key", "size"),
    [
        ("question_mark", (120, 35)),
        ("ctrl+p", (120, 35)),
        ("colon", (120, 35)),
        ("shift+f4", (100, 30)),  # where it is wider, a thread adds what the report at the cursor consists of
        ("i", (120, 35)),
    ],
)
def test_a_dialog_opens_with_one_layout_and_one_write(
    key: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(monkeypatch)

    async def steps(app: Driven) -> None:
        await app.press("3", "down")
        for _ in range(2):  # the first opening loads what others have
            work.forget()
            await app.press(key)
            assert len(app.app.screen_stack) == 2
            assert (work.layouts, len(work.writes)) == (1, 1)
            await app.press("escape")

    drive(steps, size=size)


def test_two_keys_of_one_burst_open_one_dialog() -> None:
    async def steps(app: Driven) -> None:
        for key, character in (("question_mark", "?"), ("ctrl+p", None)):
            app.app.post_message(events.Key(key, character))
        await app.settle()
        assert len(app.app.screen_stack) == 2

    drive(steps)


def test_keys_of_the_burst_that_opens_a_dialog_are_for_it() -> None:
    async def steps(app: Driven) -> None:
        for key, character in (("colon", ":"), ("3", "3"), ("full_stop", "."), ("4", "4"), ("enter", "\r")):
            app.app.post_message(events.Key(key, character))
        await app.settle()
        assert "（四）在城市品质上聚力攻坚" in app.text

    drive(steps)


def test_enter_picks_for_the_text_in_the_box_also_before_its_rows_are_listed() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon")
        box = app.app.screen.query_one(LineInput)
        with box.prevent(Input.Changed):
            box.value = "三(四)"
        await app.press("enter")
        assert "（四）在城市品质上聚力攻坚" in app.text and len(app.app.screen_stack) == 1

    drive(steps)


@pytest.mark.parametrize("key", ["question_mark", "colon"])
def test_below_a_dialog_the_screen_is_as_it_would_be_without_a_change_of_size_and_theme(key: str) -> None:
    shown: list[list[object]] = []

    async def change_first(app: Driven) -> None:
        await app.resize(100, 30)
        await app.press("T", key)
        shown.append([list(strip) for strip in app.app.screen._compositor.render_strips()])

    async def change_below(app: Driven) -> None:
        await app.press(key)
        await app.resize(100, 30)
        app.app.action_next_theme()
        app.main.say("")  # the key before took the name of the theme away, too
        await app.settle()
        shown.append([list(strip) for strip in app.app.screen._compositor.render_strips()])

    drive(change_first)
    drive(change_below)
    assert shown[0] == shown[1]
