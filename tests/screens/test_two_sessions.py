"""Two sessions in one process, with different reports, settings and keys, share no state."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from tests.support.pilot import Driven
from tests.support.samples import SMALL, huiji, report_of
from tui.app import HuijiApp
from tui.library.prepared import prepare_report
from tui.report.model import Report
from tui.session import Session
from tui.state.config import read_config
from tui.state.store import ReportStore, Store


def session(folder: Path, report: Report, theme: str, config: str = "") -> Session:
    report_store = ReportStore(Store(folder), "report")
    report_store.settings.theme = theme
    report_store.settings.full_marks = theme == "墨"
    return Session(
        prepare_report(report), report_store=report_store, config=read_config(config, "config.toml")
    )


KEYS = (("]", "]"), ("x",), ("黄河",), ("enter", "n"), ("3", "right"), ("m", "a"), ("plus",))
SIZES = [(120, 35), (80, 24)]


async def screens_of(sessions: dict[tuple[int, int], Session]) -> dict[tuple[int, int], list[list[str]]]:
    """Open each session in an app of a size, take the same steps in all apps, turn by turn, and return their screens."""
    screens: dict[tuple[int, int], list[list[str]]] = {size: [] for size in sessions}
    async with AsyncExitStack() as stack:
        apps = {}
        for size, one in sessions.items():
            app = HuijiApp(one)
            app.use_ambiguous_width(1 if size == SIZES[0] else 2)
            apps[size] = Driven(app, await stack.enter_async_context(app.run_test(size=size)))
        for keys in KEYS:
            for size, driven in apps.items():
                await driven.press(*keys)
                screens[size].append(driven.rows)
        for driven in apps.values():
            driven.app.keep()
    return screens


def test_two_sessions_show_what_each_shows_alone(tmp_path: Path) -> None:
    def sessions(folder: Path) -> dict[tuple[int, int], Session]:
        text = SMALL.replace("抓项目", "抓黄河,抓项目")
        first = session(folder / "first", huiji(), "墨")
        second = session(folder / "second", report_of(text), "宣", "[keys]\nsearch = 'x'\n")
        return dict(zip(SIZES, (first, second), strict=True))

    together = asyncio.run(screens_of(sessions(tmp_path / "together")))
    for size, one in sessions(tmp_path / "alone").items():
        assert asyncio.run(screens_of({size: one}))[size] == together[size]
    assert "惠济区" in together[SIZES[0]][0][0] and "某某县" in together[SIZES[1]][0][0]


def test_two_sessions_keep_their_own_state(tmp_path: Path) -> None:
    first = session(tmp_path / "first", huiji(), "墨")
    second = session(tmp_path / "second", report_of(SMALL), "宣")
    asyncio.run(screens_of(dict(zip(SIZES, (first, second), strict=True))))
    states = [one.report_store.report_state for one in (first, second)]
    assert states[0].place != states[1].place
    assert [set(state.bookmarks) for state in states] == [{"a"}, {"a"}]
    assert states[0].bookmarks["a"] != states[1].bookmarks["a"]
    settings = [Store(tmp_path / name).settings() for name in ("first", "second")]
    assert [(one.theme, one.full_marks) for one in settings] == [("", True), ("宣", False)]
