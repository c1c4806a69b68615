"""What panel and status bar say: one name for one number, no arrow without an order, the end of the text, open details."""

from __future__ import annotations

from tests.support.pilot import Driven, drive


def test_rows_in_the_order_of_the_text_have_no_arrow() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right")
        assert "指标  " in app.rows[2] and "↑" not in app.rows[2] and "按性质" in app.rows[2]
        await app.press("S")
        assert "指标↓" in app.rows[2]
        await app.press("s", "s")
        assert "按性质分组↑" in app.rows[2]

    drive(steps)


def test_another_tab_by_mouse_takes_the_notice_of_the_order_away() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "s")
        assert "按大小" in app.rows[-1]
        await app.click("#metrics", (14, 0))
        assert "[全部]" in app.rows[1] and "按大小" not in app.rows[-1]

    drive(steps)


def test_at_the_end_of_the_text_the_last_section_is_named() -> None:
    async def steps(app: Driven) -> None:
        await app.press("G")
        assert "结语 100%" in app.rows[-1]
        await app.press("left_square_bracket", "left_square_bracket")
        assert "结语 100%" not in app.rows[-1]

    drive(steps, size=(160, 45))


def test_the_bar_shows_how_details_are_closed_while_they_are_open() -> None:
    async def steps(app: Driven) -> None:
        for pane in ("1", "2", "3"):
            await app.press(pane, "i")
            assert app.rows[-1].strip().startswith("详情：Esc 关闭")
            await app.press("x")
            assert app.rows[-1].strip().startswith("详情：Esc 关闭")
            await app.press("escape")
            assert "详情：" not in app.rows[-1]

    drive(steps, at="m190")


def test_headings_of_the_panel_follow_the_width_of_marks() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right")
        assert any("（一）" in line for line in panel_lines(app))
        await app.press("w")
        assert not any("（一）" in line for line in panel_lines(app))
        assert any("(一)" in line for line in panel_lines(app))

    drive(steps, size=(160, 45))


def panel_lines(app: Driven) -> list[str]:
    return [line.name for line in app.panes.metrics_panel._layout.lines if line.row.is_heading]
