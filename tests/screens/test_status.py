"""Hints of the status bar: which keys are named in which state."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.support.pilot import Driven, drive
from tests.support.samples import huiji
from tui.keys.table import Keymap
from tui.screens.status import hints_at_end, hints_for


@pytest.mark.parametrize(
    ("pane", "has_hits", "sides_slide", "is_selecting", "shown"),
    [
        ("query", True, True, False, "Enter 停在此处，↓ ↑ 下/上一处，Esc 回到原处"),
        ("query", False, True, False, "Ctrl+↑ 更早的搜索，Esc 回到原处"),
        (
            "tree",
            True,
            False,
            False,
            "Enter 去读，→ ← 展开/折叠，Esc 回正文，/ 搜索，: 跳转，] [ 下/上一节，? 帮助，q 退出",
        ),
        (
            "metrics",
            False,
            True,
            False,
            "Enter 看原句，→ ← 换页签，c 筛选，s 排序，i 详情，Esc 回正文，E 导出，? 帮助，q 退出",
        ),
        (
            "text",
            True,
            True,
            True,
            "y 复制，Y 复制并注明出处，a 批注，A 标色，Esc 取消，↓ ↑ 增减一句，→ ← 增减一字，? 帮助，q 退出",
        ),
        (
            "text",
            False,
            False,
            False,
            "/ 搜索，] [ 下/上一节，: 跳转，. , 指标，| 前后对照，7 任务，y 复制，a 批注，m 标记，E 导出，T 换主题，? 帮助，q 退出",
        ),
        (
            "text",
            True,
            False,
            False,
            "n N 下/上一处，Esc 清除，9 语境，/ 搜索，] [ 下/上一节，: 跳转，. , 指标，| 前后对照，7 任务，y 复制，a 批注，m 标记，E 导出，T 换主题，? 帮助，q 退出",
        ),
        (
            "text",
            False,
            True,
            False,
            "1 目录，3 指标，/ 搜索，] [ 下/上一节，: 跳转，. , 指标，| 前后对照，7 任务，y 复制，a 批注，m 标记，E 导出，T 换主题，? 帮助，q 退出",
        ),
    ],
)
def test_the_hints_of_a_state(
    pane: str, has_hits: bool, sides_slide: bool, is_selecting: bool, shown: str
) -> None:
    hints = hints_for(Keymap(), pane, has_hits, sides_slide, is_selecting)
    hints += hints_at_end(Keymap(), pane)
    assert "，".join(f"{keys} {label}" for keys, label in hints) == shown


@pytest.mark.parametrize(("size", "is_wide"), [((160, 45), True), ((120, 35), False)])
def test_the_bar_uses_its_whole_width(size: tuple[int, int], is_wide: bool) -> None:
    async def steps(app: Driven) -> None:
        assert "| 前后对照  7 任务" in app.rows[-1] and ("T 换主题" in app.rows[-1]) == is_wide
        await app.resize(160, 45)
        assert "E 导出  T 换主题  ? 帮助" in app.rows[-1]

    drive(steps, size=size)


@pytest.mark.parametrize("keys", [(), ("1",), ("3",), ("v",)], ids=str)
def test_help_and_quit_are_left_out_last(keys: tuple[str, ...]) -> None:
    async def steps(app: Driven) -> None:
        await app.press(*keys)
        for width in (60, 44, 40):
            await app.resize(width, 20)
            await app.press("f24", "f24")
            app.main.status.say("")
            await app.settle()
            assert "? 帮助  q 退出" in app.rows[-1]

    drive(steps, size=(60, 20))


def test_a_drag_tells_how_to_copy() -> None:
    async def steps(app: Driven) -> None:
        await app.drag("#text", (4, 4), (20, 4))
        assert "y 复制  Y 复制并注明出处" in app.rows[-1]
        await app.press("escape")
        assert "y 复制  Y" not in app.rows[-1]

    drive(steps, size=(60, 20))


@pytest.mark.parametrize("has_library", [False, True])
def test_the_way_to_the_library_is_named_where_there_is_one(has_library: bool) -> None:
    hints = hints_for(Keymap(), "text", False, False, False, has_library=has_library)
    assert (("0", "书库") in hints) == has_library


def test_hints_name_the_keys_of_the_user() -> None:
    keymap = Keymap({"search": ("x",), "quit": ("F3",)})
    hints = dict(hints_for(keymap, "text", False, False, False) + hints_at_end(keymap, "text"))
    assert hints["x"] == "搜索" and hints["F3"] == "退出"
    assert "/" not in hints and "q" not in hints


def test_a_report_that_libreoffice_saved_says_so_when_it_is_opened() -> None:
    async def steps(app: Driven) -> None:
        assert "由 LibreOffice 转为 .docx 后读入" in app.rows[-1]
        await app.press("f24")
        assert "LibreOffice" not in app.rows[-1]

    report = huiji()
    drive(steps, report=report._replace(source=report.source._replace(encoding="doc")))


def test_work_in_the_background_comes_back_when_a_notice_is_over() -> None:
    async def steps(app: Driven) -> None:
        app.main.show_work("正在转换")
        app.main.say("没有命中")
        await app.settle()
        assert "没有命中" in app.rows[-1]
        await app.press("f24")
        assert "正在转换" in app.rows[-1]
        app.main.show_work("")
        await app.settle()
        assert "/ 搜索" in app.rows[-1]

    drive(steps)


def test_a_click_on_a_hint_presses_its_key() -> None:
    async def steps(app: Driven) -> None:
        row = app.rows[-1]
        await app.click("#hints", (cell_len(row[: row.index("] [")]) + 2, 0))
        assert app.panes.text_pane.reading_offset == 0, "the second key of a hint: there is no section before"
        await app.press("2")  # the notice is over, the hints are back
        await app.click("#hints", (cell_len(row[: row.index("下/上一节")]), 0))
        assert app.panes.text_pane.reading_offset > 0, "a label stands for the first key"
        await app.click("#hints", (cell_len(row[: row.index("搜索")]), 0))
        assert app.focused == "query"

    drive(steps, report=huiji(), size=(120, 35))


@pytest.mark.parametrize(
    ("size", "position"),
    [((120, 35), "三(五) 44% · 全文 81%"), ((80, 24), "三(五) 44%"), ((60, 20), "三(五) 44%")],
)
def test_the_position_is_that_in_the_section(size: tuple[int, int], position: str) -> None:
    async def steps(app: Driven) -> None:
        section = app.main._session.prepared.outline.by_id["3.5"]
        assert section.start < app.panes.text_pane.reading_offset < section.end
        assert app.rows[-1].endswith(f"  {position}"), app.rows[-1]
        assert "/ 搜索" in app.rows[-1] and "q 退出" in app.rows[-1]

    drive(steps, size=size, at="3.5.2")


def test_a_key_that_is_clicked_again_is_pressed_also_where_a_notice_covers_it() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "马拉松", "enter")
        hits = len(app.main.search.results.hits)
        spot = cell_len(app.rows[-1][: app.rows[-1].index("n N")])
        for _ in range(hits):
            await app.click("#hints", (spot, 0))
        assert "回到第一处" in app.rows[-1] and app.main.search.current == 0
        await app.click("#hints", (spot, 0))
        assert app.main.search.current == 1
        for _ in range(hits - 1):
            await app.click("#hints", (spot, 0))
        await app.click("#hints", (spot + 20, 0))
        assert app.main.search.current == 0 and "n N" in app.rows[-1], "elsewhere it only clears the notice"

    drive(steps, report=huiji(), size=(60, 20))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 35)], ids=str)
def test_the_way_back_is_hinted_at_where_a_jump_led(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        assert "退回" not in app.rows[-1]
        await app.press("]")
        assert "退回" not in app.rows[-1], "a step to the next section moves no keys that are clicked again"
        await app.press("colon", *"3.4", "enter")
        assert app.rows[-1].startswith(" H 退回  ")
        await app.press("down")
        assert "退回" in app.rows[-1]
        await app.press("pagedown", "pagedown", "pagedown")
        assert "退回" not in app.rows[-1]
        await app.press("slash", "黄河", "enter")
        assert app.rows[-1].startswith(" n N 下/上一处  H 退回  "), (
            "beside steps to hits, which stay in place"
        )
        await app.press("3")
        assert "退回" not in app.rows[-1]

    drive(steps, report=huiji(), size=size)


def test_a_query_without_hits_can_be_cleared_as_the_bar_says() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "没有这样的词", "enter", "f24")
        assert app.rows[-1].startswith(" Esc 清除  ")
        await app.press("escape")
        assert "清除" not in app.rows[-1] and not app.panes.search_box.value

    drive(steps, report=huiji(), size=(60, 20))
