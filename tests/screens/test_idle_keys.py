"""Keys that have nothing to act on: each says why, and where it works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.alignment import alignment_session
from tests.support.figures import rank_session, second_series, series_session
from tests.support.pilot import Driven, drive, drive_library, drive_view
from tests.support.samples import SMALL, report_of
from tests.support.views import promise_session, task_session
from tests.support.wording import counterpart_session, related_session
from tui.keys.commands import PANES
from tui.keys.elsewhere import meanings
from tui.keys.names import textual_name
from tui.keys.table import AT_WORK, SCREENS, Keymap, layer_of
from tui.library.library import Library
from tui.report.model import Metric
from tui.screens.details import Details
from tui.state.config import Config
from tui.view_session import ViewSession
from tui.widgets.metric_orders import Sort

#: All keys of the table.
KEYS = sorted({key for pane in PANES.values() for command in pane.commands for key in command.keys})


@pytest.mark.parametrize("layer", SCREENS)
def test_every_key_of_the_table_works_or_is_explained_on_every_screen(layer: str) -> None:
    for focused in SCREENS[layer]:
        panes = (layer_of(layer), *AT_WORK[focused])
        bound = {key for pane in panes for command in PANES[pane].commands for key in command.keys}
        for key in set(KEYS) - bound:
            shown, where = meanings(textual_name(key), layer, Keymap())
            assert shown == key and 1 <= len(where) <= 2


def test_panes_of_the_same_screen_are_named_first_and_keys_of_the_user_count() -> None:
    assert meanings("D", "in-notes", Keymap())[1][0] == ("批注", "删去")
    assert meanings("c", "in-counterparts", Keymap())[1][0] == ("报告：各处", "筛选指标")
    keymap = Keymap({"delete_note": ("x",)})
    assert meanings("x", "everywhere", keymap) == ("x", [("批注", "删去")])
    assert meanings("Z", "everywhere", keymap) == ("Z", [])
    assert meanings("ctrl+z", "everywhere", Keymap({"restore_note": ("U",)})) == ("", [])


def test_a_key_without_meaning_points_to_the_help() -> None:
    async def steps(app: Driven) -> None:
        await app.press("Z")
        assert "Z 没有用到，按 ? 看全部按键" in app.rows[-1]
        await app.press("3", "Z")
        assert "Z 没有用到，要筛选先按 c，按 ? 看全部按键" in app.rows[-1]
        await app.press("2")
        await app.press("D")
        assert "D 在这里没有作用；在“批注”里：删去" in app.rows[-1]
        await app.press("ctrl+x")
        assert "/ 搜索" in app.rows[-1], "a key that is not in the table is none of ours"
        await app.press("colon", "Z", "escape")
        assert "没有用到" not in app.text

    drive(steps)


def test_keys_of_the_text_without_anything_to_act_on_say_why() -> None:
    async def steps(app: Driven) -> None:
        for key, told in (("right", "先按 v 选取"), ("z", "开始搜索"), ("n", "开始搜索")):
            await app.press(key)
            assert told in app.rows[-1], key
        await app.press("end", "enter")
        assert "此句没有指标" in app.rows[-1]

    drive(steps, report=report_of(SMALL + "\n" * 3 + "请予审议。\n" * 80))


def test_metrics_are_filtered_sorted_and_explained_from_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    rows = Details.rows

    def noted(self: Details, metric: Metric) -> Any:
        asked.append(metric.id)
        return rows(self, metric)

    monkeypatch.setattr(Details, "rows", noted)

    async def steps(app: Driven) -> None:
        await app.press(".", ".", "i")
        assert "详情" in app.text and asked == ["m002"]
        await app.press("escape", "s")
        assert app.panes.metrics_panel.sort.order != Sort().order and app.focused == "metrics"
        await app.press("2", "c", *"zhuban")
        assert app.focused == "filter"
        await app.press("escape", "escape")
        assert app.focused == "text"

    drive(steps)


def test_a_filter_begun_in_the_text_shows_the_panel_where_it_is_narrow() -> None:
    async def steps(app: Driven) -> None:
        await app.press("c")
        assert app.focused == "filter" and app.panes.metrics_panel.display
        assert "[对照]" in app.text

    drive(steps, size=(80, 24))


def test_tables_say_why_a_key_does_nothing() -> None:
    async def promises(app: Driven) -> None:
        await app.press("]")
        assert "] 在这里没有作用" in app.rows[-1]
        app.table.passages.show((), ())
        await app.press("~")
        assert "这一行没有原句" in app.rows[-1]

    async def tasks(app: Driven) -> None:
        await app.press("tab")
        assert "只有这一句" in app.rows[-1]
        await app.press(".")
        assert "原句已到末尾" in app.rows[-1]
        await app.press("=")
        assert "= 在这里没有作用；" in app.rows[-1] and "承诺对照" in app.rows[-1]

    drive_view(promises, promise_session())
    drive_view(tasks, task_session())


@pytest.mark.parametrize("name", ["series", "rank", "alignment", "counterparts", "related"])
def test_each_view_explains_a_key_of_the_report(name: str) -> None:
    sessions: dict[str, Callable[[], ViewSession]] = {
        "series": lambda: series_session(second_series()),
        "rank": rank_session,
        "alignment": alignment_session,
        "counterparts": lambda: counterpart_session("15个"),
        "related": related_session,
    }

    async def steps(app: Driven) -> None:
        await app.press("!")
        assert "! 在这里没有作用；在“报告：各处”里：列出存疑之处" in app.rows[-1]

    drive_view(steps, sessions[name]())


def test_the_library_explains_a_key_of_the_report(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("!")
        assert "! 在这里没有作用" in app.rows[-1]
        await app.press("2", "right")
        assert "先搜索" in app.rows[-1]

    drive_library(steps, Path(library.path))


def test_own_keys_are_named() -> None:
    async def steps(app: Driven) -> None:
        await app.press("Z")
        assert "按 F20 看全部按键" in app.rows[-1]

    drive(steps, config=Config(keys={"help": ("F20",)}))
