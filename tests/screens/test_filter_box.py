"""The box that filters metrics, places and rows: it is shown only while it has the focus."""

from __future__ import annotations

import pytest

from tests.support.pilot import Driven, drive, drive_library, drive_view
from tests.support.views import promise_session
from tui.library.library import Library
from tui.widgets.bars import StatusBar
from tui.widgets.inputs import FilterBox


def is_shown_with_focus_only(app: Driven) -> bool:
    """Whether the box is shown and focused, or the status bar is in its place."""
    box = app.app.screen.query_one("#filter", FilterBox)
    bar = app.app.screen.query_one("#hints", StatusBar)
    return (app.focused == "filter") == bool(box.display) == (not bar.display)


@pytest.mark.parametrize("key", ["f12", "tab", "shift+tab", "f2", "f9", "f1", "f11", "f3", "ctrl+t"])
def test_a_key_that_leaves_the_box_closes_it_and_others_keep_the_focus_in_it(key: str) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "c", "绿", key)
        await app.press(*["escape"] * (len(app.app.screen_stack) - 1))
        assert is_shown_with_focus_only(app)
        assert app.panes.filter_box is not None and app.panes.filter_box.value == "绿"

    drive(steps, size=(160, 45))


def test_a_click_elsewhere_closes_the_box_and_keeps_the_filter() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "c", "绿")
        await app.click("#text", (10, 10))
        assert app.focused == "text" and is_shown_with_focus_only(app)
        assert "“绿”" in app.rows[1]
        await app.press("escape")
        assert "“绿”" not in app.rows[1] and "显示全部指标" in app.rows[-1]

    drive(steps, size=(160, 45))


@pytest.mark.parametrize("size", [(60, 20), (160, 45), (30, 8)])
def test_another_size_leaves_no_box_without_focus(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "c", "绿")
        await app.resize(*size)
        await app.resize(120, 35)
        assert is_shown_with_focus_only(app)

    drive(steps)


def test_metrics_stay_visible_where_the_panel_slides_in_while_they_are_filtered() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "c", "绿")
        await app.resize(80, 24)
        assert app.focused == "filter"
        assert app.panes.metrics_panel.has_class("open")

    drive(steps)


def test_escape_in_the_panel_shows_all_metrics_before_it_leaves() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right", "c", "公里", "enter")
        assert "“公里”" in app.rows[1]
        assert "Esc 显示全部" in app.rows[-1]
        await app.press("escape")
        assert app.focused == "metrics" and "271 项" in app.rows[1]
        await app.press("escape")
        assert app.focused == "text"

    drive(steps, size=(160, 45))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 35), (160, 45)])
def test_the_title_names_the_filter_in_any_room(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right", "c", "绿|公里", "enter")
        assert "“绿|" in app.rows[0] + app.rows[1]

    drive(steps, size=size)


def test_typing_replaces_the_old_filter() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "c", "公里", "enter", "c", "绿")
        assert app.panes.filter_box is not None and app.panes.filter_box.value == "绿"
        await app.press("enter", "c", "enter")
        assert app.panes.filter_box.value == "绿"

    drive(steps)


@pytest.mark.parametrize("key", ["f12", "tab", "f8", "f4", "f11"])
def test_the_box_of_places_closes_with_its_focus(key: str, library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("1", "c", "郑", key)
        assert is_shown_with_focus_only(app)
        await app.press("escape", "1", "c", "郑")
        await app.click("#reports", (5, 5))
        assert app.focused == "reports" and is_shown_with_focus_only(app)

    drive_library(steps, library.path)


@pytest.mark.parametrize("key", ["f12", "tab", "f2", "right"])
def test_the_box_of_a_table_closes_with_its_focus(key: str) -> None:
    async def steps(app: Driven) -> None:
        await app.press("c", "公交", key)
        assert is_shown_with_focus_only(app)
        assert app.table.words == "公交"
        await app.click("#promises", (5, 3))
        assert app.focused == "promises" and is_shown_with_focus_only(app)

    drive_view(steps, promise_session())


def test_the_panel_fills_the_screen_while_metrics_are_filtered() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "c", "绿", "f11")
        assert app.focused == "filter" and app.panes.metrics_panel.size.width == 120

    drive(steps)


def test_a_word_that_comes_at_once_is_typed_whole_also_into_a_box_there_was_before() -> None:
    async def steps(app: Driven) -> None:
        for _ in range(2):
            await app.press("公交")
            assert app.table.words == "公交"
            await app.press("enter", "escape")

    drive_view(steps, promise_session())


@pytest.mark.parametrize(
    ("keys", "begin"), [(("colon",), "3.4、三(四)"), (("3", "c"), "筛选：空格")], ids=["place", "filter"]
)
def test_what_may_be_typed_ends_in_an_ellipsis_where_it_is_cut(keys: tuple[str, ...], begin: str) -> None:
    async def steps(app: Driven) -> None:
        await app.press(*keys)
        assert (
            next(row for row in app.rows if begin in row)
            .partition("  Enter 确定")[0]
            .rstrip(" │")
            .endswith("…")
        )
        await app.resize(200, 45)
        assert "…" not in next(row for row in app.rows if begin in row)[:120]

    drive(steps, size=(54, 20))
