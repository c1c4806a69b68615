"""The length of lines, set by keys."""

from __future__ import annotations

from tests.support.pilot import Driven, drive
from tui.widgets.text_view import MEASURE, MEASURE_MAX, MEASURE_MIN


def test_lines_get_longer_and_shorter_from_the_length_they_are_shown_with() -> None:
    async def steps(app: Driven) -> None:
        text = app.panes.text_pane
        shown = text.text_width
        assert shown < MEASURE, "the pane is narrower than the usual length"
        await app.press("-")
        assert text.text_width == shown - 4
        assert f"行宽 {shown - 4} 格" in app.rows[-1]
        await app.press("+")
        assert text.text_width == shown
        await app.press("+")
        assert text.text_width == shown
        assert f"行宽 {shown} 格，已占满正文一栏" in app.rows[-1]
        await app.press("-")
        assert text.text_width == shown - 4, "what had no effect is not counted"

    drive(steps)


def test_at_the_limits_the_reason_is_said() -> None:
    async def steps(app: Driven) -> None:
        text = app.panes.text_pane
        await app.press(*["-"] * 40)
        assert text.text_width == MEASURE_MIN
        assert f"行宽 {MEASURE_MIN} 格，已是最窄" in app.rows[-1]
        await app.press("2", "f11", *["+"] * 50)
        assert text.text_width == MEASURE_MAX
        assert f"行宽 {MEASURE_MAX} 格，已是最宽" in app.rows[-1]
        await app.press("=")
        assert text.text_width == MEASURE

    drive(steps, size=(240, 35))
