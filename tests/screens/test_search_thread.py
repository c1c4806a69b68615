"""What the screen shows of a search that a thread goes on with."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest
from textual.widgets import Input

from tests.support.pilot import Driven, drive
from tui.search import engine
from tui.search.engine import Searcher
from tui.search.query import Query
from tui.search.results import Results


@pytest.mark.parametrize(
    "query",
    ["GDP", *(pytest.param(query, marks=pytest.mark.slow) for query in ("黄河", "黄河 生态", "没有这个词"))],
)
def test_search_in_the_thread_ends_with_the_same_screen(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screens = []

    async def steps(app: Driven) -> None:
        await app.press("slash", *query)
        screens.append(app.rows)
        await app.press("enter", "n", "n", "N")
        screens.append(app.rows)

    drive(steps)
    monkeypatch.setattr(engine, "LONG_TEXT_CHARACTERS", 0)
    drive(steps)
    assert screens[:2] == screens[2:]


def test_keys_work_while_the_thread_searches_and_the_newest_query_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may_go_on = Event()
    searched: list[str] = []
    search = Searcher.search

    def waiting_search(searcher: Searcher, query: Query) -> Results:
        may_go_on.wait()
        searched.append(query.text)
        return search(searcher, query)

    monkeypatch.setattr(engine, "LONG_TEXT_CHARACTERS", 0)
    monkeypatch.setattr(Searcher, "search", waiting_search)

    async def steps(app: Driven) -> None:
        await app.press("slash")
        box = app.app.screen.query_one("#query", Input)
        try:
            for query in ("黄河", "生态", "发展"):
                box.value = query
                await asyncio.sleep(0.02)  # the screen does not come to rest while the thread waits
                app.app.screen._on_timer_update()
                assert "查找中…" in app.rows[0]
        finally:
            may_go_on.set()
        await app.settle()
        assert "命中 1/" in app.rows[0]

    drive(steps)
    assert searched == ["黄河", "发展"]


def test_slow_pattern_is_reported_when_the_thread_gives_it_up() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash")
        app.app.screen.query_one("#query", Input).value = r"/(.|.)+\d$/"
        await app.settle()
        assert "太费时" in app.text
        assert "查找中" not in app.rows[0]

    drive(steps)


def test_next_hit_says_that_the_thread_still_searches(monkeypatch: pytest.MonkeyPatch) -> None:
    may_go_on = Event()
    search = Searcher.search

    def waiting_search(searcher: Searcher, query: Query) -> Results:
        may_go_on.wait()
        return search(searcher, query)

    monkeypatch.setattr(engine, "LONG_TEXT_CHARACTERS", 0)
    monkeypatch.setattr(Searcher, "search", waiting_search)

    async def steps(app: Driven) -> None:
        try:
            app.main.search.start_and_stay("黄河")
            await asyncio.sleep(0.02)
            app.main.search.step(1)
            assert app.main.status.notice == "查找中…"
        finally:
            may_go_on.set()
        await app.settle()
        assert "命中 1/32" in app.rows[0]

    drive(steps)
