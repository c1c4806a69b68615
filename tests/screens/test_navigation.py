"""Navigation in a report, and back to where it was left."""

from __future__ import annotations

from tests.support.pilot import Driven, drive
from tests.support.samples import huiji_outline


def test_a_jump_from_a_dialog_can_be_gone_back_from() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", "3", "full_stop", "4", "enter")
        assert app.main.navigation.offset == huiji_outline().by_id["3.4"].start
        await app.press("H")
        assert app.main.navigation.offset == huiji_outline().by_id["1.2"].start

    drive(steps, at="1.2")


def test_back_shows_exactly_what_was_visible() -> None:
    """Also where the first line is empty, and where a hit in the middle of the pane is read."""

    async def steps(app: Driven) -> None:
        text = app.panes.text_pane
        while text.first_line.row >= 0:
            await app.press("down")
        for prepare in ((), ("slash", "黄河", "enter", "n", "n")):
            await app.press(*prepare)
            left = text.first_line, text.position, app.rows[3:-1]
            await app.press("]", "]", "H", "H")
            assert (text.first_line, text.position, app.rows[3:-1]) == left
            await app.press("L", "}", "H", "H")
            assert (text.first_line, text.position, app.rows[3:-1]) == left

    drive(steps, at="1.2")


def test_the_quotation_mark_twice_leads_to_where_the_last_jump_began_and_back() -> None:
    async def steps(app: Driven) -> None:
        text = app.panes.text_pane
        await app.press("’", "’")
        assert "还没有跳转过" in app.rows[-1]
        await app.press("down", "down")
        left = text.first_line
        await app.press("}", "'")
        assert "再按 ' 回到上次跳转之前" in app.rows[-1]
        there = text.first_line
        await app.press("'")
        assert text.first_line == left
        await app.press("’", "’")
        assert text.first_line == there
        await app.press("H", "'", "'")
        assert text.first_line == there, "going back is a jump, too"

    drive(steps, at="1.2")


def test_the_outline_opens_at_the_current_section() -> None:
    async def steps(app: Driven) -> None:
        await app.press("1")
        assert any("（五）在绿色低碳上" in row for row in app.rows), app.text

    drive(steps, size=(60, 20), at="3.5")
