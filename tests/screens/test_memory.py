"""Memory does not grow with the number of dialogs, themes, sizes and reports: objects are counted."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
import textual.constants
from textual._styles_cache import StylesCache
from textual.filter import ANSIToTruecolor

from tests.support.pilot import Driven, drive
from tests.support.samples import SMALL
from tui.screens.dialogs import Dialog
from tui.screens.main import MainScreen
from tui.screens.protocol import OpenReport
from tui.screens.tasks import TasksScreen

Act = Callable[[Driven], Awaitable[None]]
#: Seconds within which a report opens, even on a busy machine.
TIMEOUT_S = 30
#: Objects and MB by which counts may differ because caches of a fixed size fill up.
SLACK, SLACK_MB = 1000, 1.5
#: Kinds of objects Textual makes for each dialog or theme; how often each act is done; how many objects all acts may leave.
KINDS, TIMES, SPARE = (StylesCache, ANSIToTruecolor), 4, 2


@pytest.fixture(autouse=True)
def many_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use true colour as most terminals do; with few colours Textual keeps fewer objects."""
    monkeypatch.setattr(textual.constants, "COLOR_SYSTEM", "truecolor")


def _keys(*keys: str) -> Act:
    async def act(app: Driven) -> None:
        await app.press(*keys)

    return act


async def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + TIMEOUT_S
    while not holds() and time.monotonic() < end:
        await asyncio.sleep(0.01)
    assert holds()


async def _open_report(app: Driven, paths: list[str | None]) -> None:
    left = app.main
    paths.append(paths.pop(0))
    left.post_message(OpenReport(paths[0]))
    await _until(lambda: app.app.screen is app.main is not left)
    await app.settle()


ACTS: dict[str, Act] = {
    "help": _keys("question_mark", "escape"),
    "palette": _keys("ctrl+p", "escape"),
    "go-to": _keys("colon", "a", "escape"),
    "open": _keys("o", "escape"),
    "details": _keys("3", "down", "i", "escape"),
    "marks": _keys("m", "a", "f2", "escape"),
    "theme": _keys("T"),
    "search": _keys("slash", "黄河", "escape"),
    "tabs": _keys("3", "right", "s"),
}


def _all_objects() -> list[object]:
    """Return all living objects, also those the program has frozen, which the collector does not list."""
    gc.unfreeze()
    gc.collect()
    return gc.get_objects()


def _objects() -> int:
    return len(_all_objects())


def _living(*kinds: type) -> int:
    return sum(isinstance(one, kinds) for one in _all_objects())


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


@pytest.mark.usefixtures("small_heap")
def test_closed_dialogs_are_freed() -> None:
    async def steps(app: Driven) -> None:
        for name, act in ACTS.items():
            await act(app)
            before = _living(*KINDS)
            for _ in range(TIMES):
                await act(app)
            alive = [type(one) for one in _all_objects() if isinstance(one, (Dialog, *KINDS))]
            assert not [kind for kind in alive if issubclass(kind, Dialog)], name
            assert len(alive) <= before + SPARE, name

    drive(steps)


@pytest.mark.usefixtures("small_heap")
def test_the_screen_of_a_report_that_was_left_is_freed(tmp_path: Path) -> None:
    path = tmp_path / "small.txt"
    path.write_text(SMALL, encoding="utf-8")
    act = partial(_open_report, paths=[None, str(path)])

    async def steps(app: Driven) -> None:
        for _ in range(2):
            await act(app)
        before = _living(StylesCache)
        for _ in range(2):
            await act(app)
        # Textual keeps the screen of its first mode.
        await _until(lambda: _living(MainScreen) <= 2)
        assert _living(StylesCache) <= before + SPARE

    drive(steps)


async def _is_flat(app: Driven, act: Act, times: int) -> None:
    for _ in range(times // 10):
        await act(app)
    objects, report_state = _objects(), _resident_mb()
    for _ in range(times):
        await act(app)
    more, more_mb = _objects() - objects, _resident_mb() - report_state
    print(f"{times} times: {more:+} objects, {more_mb:+.2f} MB")
    assert more < SLACK and more_mb < SLACK_MB, f"{more:+} objects, {more_mb:+.2f} MB"


@pytest.mark.slow
@pytest.mark.parametrize("name", ACTS)
def test_memory_is_flat_after_500_times(name: str) -> None:
    drive(partial(_is_flat, act=ACTS[name], times=500))


@pytest.mark.slow
def test_memory_is_flat_after_50_reports(tmp_path: Path) -> None:
    path = tmp_path / "small.txt"
    path.write_text(SMALL, encoding="utf-8")
    drive(partial(_is_flat, act=partial(_open_report, paths=[None, str(path)]), times=50))


@pytest.mark.slow
def test_memory_is_flat_after_500_resizes() -> None:
    sizes = [(columns, rows) for columns in range(100, 120) for rows in range(30, 35)]

    async def act(app: Driven) -> None:
        sizes.append(sizes.pop(0))
        await app.resize(*sizes[0])

    async def steps(app: Driven) -> None:
        for _ in sizes:  # layouts are kept in caches of a fixed size
            await act(app)
        await _is_flat(app, act, 500)

    drive(steps)


@pytest.mark.usefixtures("small_heap")
def test_tables_that_were_left_are_freed() -> None:
    async def steps(app: Driven) -> None:
        for _ in range(3):
            await app.press("7")
            await _until(lambda: isinstance(app.app.screen, TasksScreen))
            await app.settle()
            left = id(app.app.screen)
            await app.press("r")
            await _until(lambda: isinstance(app.app.screen, TasksScreen) and id(app.app.screen) != left)  # noqa: B023
            await app.settle()
            await app.press("escape")
            await _until(lambda: isinstance(app.app.screen, MainScreen))
        await _until(lambda: _living(TasksScreen) <= 2)

    drive(steps)
