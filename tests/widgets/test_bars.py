"""The title bar and the status bar."""

from __future__ import annotations

import pytest

from tests.support.widgets import Shown, show
from tui.widgets.bars import StatusBar, TitleBar

HINTS = [("Enter", "选择"), ("q", "退出")]


@pytest.mark.parametrize(
    ("left", "right", "row"),
    [
        ([("报告", "strong")], "", " 报告"),
        ([("报告", "strong"), ("  2024", "")], "3/25", " 报告  2024                3/25"),
        ([("很长的名字" * 5, "")], "3/25", " 很长的名字很长的名字很长… 3/25"),
        ([("名\x1b字", "")], "", " 名␛字"),
        ([], "右" * 30, "  右右右右右右右右右右右右右右…"),
    ],
    ids=["left", "both", "left is cut", "controls are visible", "right is cut last"],
)
def test_a_title_bar_shows_texts_at_both_ends(left: list[tuple[str, str]], right: str, row: str) -> None:
    async def steps(bar: TitleBar, shown: Shown) -> None:
        bar.show(left, right)
        await shown.settle()
        assert shown.rows == [row]

    show(lambda: TitleBar(id="widget"), steps, size=(32, 1))


def test_texts_of_a_title_bar_have_their_styles_on_the_background_of_the_bar() -> None:
    async def steps(bar: TitleBar, shown: Shown) -> None:
        bar.show([("报告", "strong"), ("日期", "")], "3/25", "notice")
        await shown.settle()
        assert shown.style_of(0, "报告") == shown.named("bar", "strong")
        assert shown.style_of(0, "日期") == shown.named("bar", "bar-text")
        assert shown.style_of(0, "3/25") == shown.named("bar", "notice")
        bar.show([("报告", "strong")], focused=True)
        await shown.settle()
        assert shown.style_of(0, "报告") == shown.named("bar-focused", "strong")

    show(lambda: TitleBar(id="widget"), steps, size=(32, 1))


@pytest.mark.parametrize(
    ("hints", "notice", "position", "row"),
    [
        (HINTS, "", "三 50%", " Enter 选择  q 退出      三 50%"),
        (HINTS, "已复制", "三 50%", " 已复制                  三 50%"),
        (HINTS, "", "三(一)项目 50%", " Enter 选择      三(一)项目 50%"),
        (HINTS, "很长的通知" * 2 + "很长的", "三 50%", " 很长的通知很长的通知很长的"),
    ],
    ids=["all fit", "a notice instead", "the last hints are left out", "a long notice takes the row"],
)
def test_a_status_bar_shows_hints_or_a_notice(
    hints: list[tuple[str, str]], notice: str, position: str, row: str
) -> None:
    async def steps(bar: StatusBar, shown: Shown) -> None:
        bar.show_hints(hints, notice, position)
        await shown.settle()
        assert shown.rows == [row]

    show(lambda: StatusBar(id="widget"), steps, size=(32, 1))


def test_hints_at_the_end_are_left_out_last() -> None:
    async def steps(bar: StatusBar, shown: Shown) -> None:
        bar.show_hints([*HINTS, ("/", "搜索")], "", "三", [("?", "帮助")])
        await shown.settle()
        assert shown.rows == [" Enter 选择  ? 帮助      三"]

    show(lambda: StatusBar(id="widget"), steps, size=(28, 1))


def test_a_notice_that_is_too_long_takes_two_rows_until_the_next_one() -> None:
    async def steps(bar: StatusBar, shown: Shown) -> None:
        bar.show_hints(HINTS, "很长的通知，" * 4, "三 50%")
        await shown.settle()
        assert str(bar.styles.height) == "2"
        assert shown.rows == [" 很长的通知，很长的通知，很长", " 的通知，很长的通知，"]
        await shown.resize(60, 2)
        assert shown.rows[0] == " 很长的通知，很长的通知，很长的通知，很长的通知，"
        assert str(bar.styles.height) == "1"
        await shown.resize(20, 2)
        assert shown.rows == [" 很长的通知，很长", " 的通知，很长的通…"]
        bar.show_hints(HINTS, "", "三 50%")
        await shown.settle()
        assert "通知" not in shown.text
        assert str(bar.styles.height) == "1"

    show(lambda: StatusBar(id="widget"), steps, size=(32, 2))
