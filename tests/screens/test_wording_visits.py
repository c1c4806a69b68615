"""The way from reports, the library and tables to related sentences and counterparts, on to a sentence, and back."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, cast

import pytest

from tests.support.pilot import Driven, drive, drive_library, until
from tests.support.samples import report_of
from tui.library.library import Library
from tui.screens.counterparts import CounterpartsScreen
from tui.screens.library import LibraryScreen
from tui.screens.main import MainScreen
from tui.screens.related import RelatedScreen
from tui.screens.tasks import TasksScreen
from tui.views import loading
from tui.views.model import RelatedSet
from tui.workers.pool import Cancelled


def shows(app: Driven, kind: type) -> Callable[[], bool]:
    """Return a function that tells whether a kind of screen is shown."""
    return lambda: type(app.app.screen) is kind


async def to_report(app: Driven, name: str) -> None:
    """Open a report from the list of the library."""
    await app.press("2")
    rows = [row.label for row in app.library.panes.reports.rows]
    await app.press("home", *["down"] * rows.index(name), "enter")
    await until(app, shows(app, MainScreen))


async def to_words(app: Driven, words: str) -> None:
    """Go to some words of the report."""
    opened = app.app.report_session
    assert opened is not None
    app.panes.text_pane.go_to(opened.prepared.report.text.index(words))
    await app.settle()


def content(app: Driven) -> RelatedSet:
    """Return what the screen of related sentences shows."""
    return cast(RelatedScreen, app.app.screen).related.content


def reports(app: Driven) -> set[tuple[str, int | None]]:
    return {(row.place, row.ref.plan_year) for row in content(app).rows}


@pytest.mark.parametrize("key", ["~", "～", "shift+f7"])
def test_from_a_report_the_sentences_like_the_one_being_read_are_listed(key: str, library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_report(app, "广元市青川县 2023")
        await to_words(app, "做强主导产业")
        offset = app.main.navigation.offset
        await app.press(key)
        await until(app, shows(app, RelatedScreen))
        text = content(app).sentence
        assert text and content(app).side.report.text[content(app).start :].startswith(text)
        assert reports(app) == {("青川县", 2022), ("剑阁县", 2022), ("保定市", 2023)}
        assert {row.text for row in content(app).rows} == {text}
        assert "与本句一字不差" in app.text
        await app.press("down", "enter")
        await until(app, shows(app, MainScreen))
        opened = app.app.report_session
        assert opened is not None and opened.prepared.report.text[app.main.navigation.offset :].startswith(
            text
        )
        await app.press("H")
        await until(app, shows(app, RelatedScreen))
        assert app.table.table.index == 1
        await app.press("escape")
        await until(app, shows(app, MainScreen))
        assert app.main.navigation.offset == offset

    drive_library(steps, library.path)


def test_what_is_selected_is_looked_for(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_report(app, "广元市青川县 2023")
        await to_words(app, "新建标准厂房")
        await app.press("v", "left", "left", "~")
        await until(app, shows(app, RelatedScreen))
        assert content(app).sentence and content(app).sentence[-1] not in "。\n"

    drive_library(steps, library.path)


def test_in_the_library_a_hit_is_looked_for_once_one_is_chosen(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "~")
        assert "先选一处命中" in app.rows[-1]
        await app.press("slash", "入驻企业")
        await until(app, lambda: app.library.search.is_complete)
        await app.press("enter", "n", "~")
        await until(app, shows(app, RelatedScreen))
        assert "入驻企业40余家" in content(app).sentence
        await app.press("escape")
        await until(app, shows(app, LibraryScreen))
        await app.press("｜")
        await until(app, shows(app, CounterpartsScreen))

    drive_library(steps, library.path)


def test_from_a_table_it_is_the_sentence_at_the_cursor(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_report(app, "广元市青川县 2023")
        await app.press("7")
        await until(app, shows(app, TasksScreen))
        await app.press("down")
        passage = app.table.passages.passage
        await app.press("~")
        await until(app, shows(app, RelatedScreen))
        assert passage is not None and content(app).sentence == passage.text
        await app.press("H", "|")
        await until(app, shows(app, CounterpartsScreen))
        assert cast(CounterpartsScreen, app.app.screen).unit.start <= passage.offset

    drive_library(steps, library.path)


def test_escape_stops_looking(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, ended = Event(), Event()

    def wait(*arguments: Any) -> Any:
        arguments[-1]("正在查找")
        go_on.wait(60)
        try:
            return loading.load_related(*arguments)
        except Cancelled:
            ended.set()
            raise

    async def steps(app: Driven) -> None:
        await to_report(app, "广元市青川县 2023")
        await to_words(app, "做强主导产业")
        await app.press("~")
        await until(app, lambda: "正在查找（Esc 取消）" in app.rows[-1])
        await app.press("escape")
        assert "已取消" in app.rows[-1]
        go_on.set()
        await until(app, ended.is_set)
        await app.press("down")
        assert isinstance(app.app.screen, MainScreen)

    monkeypatch.setitem(cast(dict[str, Any], loading.LOADERS), "related", wait)
    drive_library(steps, library.path)


def test_what_cannot_be_compared_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIJI_LIBRARY", str(library.path))

    async def steps(app: Driven) -> None:
        await app.press("~")
        await until(app, lambda: "没有可比的句子" in app.rows[-1])
        await app.press("|")
        await until(app, lambda: "分不出回顾与计划" in app.rows[-1])

    drive(steps, report=report_of("12\n"))
