"""The focus never stays in a pane that is not shown."""

from __future__ import annotations

import pytest

from tests.support.pilot import Driven, drive, drive_library
from tui.library.library import Library


def test_where_there_is_no_room_for_the_places_the_keys_act_on_the_reports(library: Library) -> None:
    async def steps(app: Driven) -> None:
        assert app.focused == "reports"
        await app.press("down")
        assert "全国" in app.rows[0]
        assert app.library.panes.reports.cursor == 1

    drive_library(steps, library.path, size=(80, 24))


def test_a_pane_with_the_focus_stays_in_view_when_the_terminal_shrinks(library: Library) -> None:
    async def places(app: Driven) -> None:
        assert app.focused == "place-tree"
        await app.resize(80, 24)
        assert app.focused == "place-tree"
        assert app.library.panes.places.size.width

    async def metrics(app: Driven) -> None:
        await app.press("3")
        await app.resize(80, 24)
        assert app.focused == "metrics"
        assert app.panes.metrics_panel.size.width

    drive_library(places, library.path)
    drive(metrics)


@pytest.mark.parametrize(("key", "column"), [("1", 70), ("3", 5)])
def test_a_click_into_the_text_slides_out_the_pane_over_it_and_leaves_no_gaps(key: str, column: int) -> None:
    async def steps(app: Driven) -> None:
        before = app.rows[:-1]
        await app.press(key)
        assert app.rows[:-1] != before
        await app.click(None, (column, 12))
        assert app.focused == "text" and app.rows[:-1] == before

    drive(steps, size=(80, 24), at="4.4")
