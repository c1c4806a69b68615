"""Two reports that were set beside each other: the same two again, as they were left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.alignment import EARLIER, LATER
from tests.support.pilot import Driven, drive_session, until
from tui.screens.alignment import AlignmentScreen
from tui.screens.main import MainScreen
from tui.session import open_two
from tui.visits import Comparisons, Source, View

A, B, C = (Source(path=f"/{name}.txt") for name in "abc")


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Return two files of reports; there is no library."""
    for name in ("STATE", "CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    earlier, later = tmp_path / "去年.txt", tmp_path / "今年.txt"
    earlier.write_text(EARLIER, encoding="utf-8")
    later.write_text(LATER, encoding="utf-8")
    return str(earlier), str(later)


def shown(app: Driven) -> object:
    return app.app.screen_stack[0]


async def compared(app: Driven) -> AlignmentScreen:
    """Wait until both reports are shown."""
    await until(app, lambda: isinstance(shown(app), AlignmentScreen) and "青禾县 2023 → 2024" in app.text)
    screen = shown(app)
    assert isinstance(screen, AlignmentScreen)
    return screen


async def left(app: Driven) -> None:
    await app.press("escape")
    await until(app, lambda: isinstance(shown(app), MainScreen))


def test_two_reports_are_shown_again_as_they_were_left(paths: tuple[str, str]) -> None:
    async def steps(app: Driven) -> None:
        screen = await compared(app)
        await until(app, lambda: "新质生产力" in screen.view_now().state)  # the terms are found in a thread
        await app.press("j", "j", "=")
        state = screen.view_now().state
        await left(app)
        await app.press("8")
        assert await compared(app) is screen, "what was found is not looked for again"
        assert screen.view_now().state == state
        await left(app)

    drive_session(steps, open_two(*paths))


def test_the_two_named_reports_come_again_after_another_table(paths: tuple[str, str]) -> None:
    async def steps(app: Driven) -> None:
        screen = await compared(app)
        await left(app)
        await app.press("7")
        await until(app, lambda: "任务" in app.rows[0])
        await left(app)
        await app.press("8")
        assert await compared(app) is not screen

    drive_session(steps, open_two(*paths))


def test_a_report_that_was_read_again_is_compared_again(paths: tuple[str, str]) -> None:
    async def steps(app: Driven) -> None:
        await compared(app)
        await left(app)
        Path(paths[1]).write_text(LATER.replace("青禾县", "白杨县"), encoding="utf-8")
        await app.press("r")
        await until(app, lambda: "白杨县" in app.rows[0])
        await app.press("8")
        await until(app, lambda: isinstance(shown(app), AlignmentScreen) and "白杨县" in app.rows[0])

    drive_session(steps, open_two(*paths))


def test_a_report_is_set_beside_the_one_that_was_named_last() -> None:
    comparisons = Comparisons()
    alone = View("alignment", (B,))
    assert comparisons.ask(alone) == alone
    comparisons.ask(View("alignment", (A, B)))
    assert comparisons.ask(alone).reports == (A, B)
    assert comparisons.ask(View("alignment", (A,))).reports == (A, B)
    comparisons.ask(View("alignment", (C, B)))
    assert comparisons.ask(alone).reports == (C, B)
    assert comparisons.ask(View("tasks", (B,))).reports == (B,)


def test_the_earlier_report_of_a_library_is_not_set_beside_the_later_one() -> None:
    comparisons = Comparisons()
    first, second = Source(library_report=1), Source(library_report=2)
    comparisons.ask(View("alignment", (first, second)))
    assert comparisons.ask(View("alignment", (first,))).reports == (first,)
    assert comparisons.ask(View("alignment", (second,))).reports == (first, second)
    opened = Source(path="/b.txt", library_report=2)
    assert comparisons.ask(View("alignment", (opened,))).reports == (first, second), "however it was opened"
    comparisons.note_shown(True)
    comparisons.ask(View("alignment", (opened,)))
    assert comparisons.is_open


def test_only_what_was_asked_for_is_open() -> None:
    comparisons = Comparisons()
    assert not comparisons.is_open
    comparisons.ask(View("alignment", (A, B)))
    comparisons.note_shown(True)
    comparisons.ask(View("alignment", (B,), state=("x",)))
    assert comparisons.is_open
    comparisons.ask(View("tasks", (B,)))
    assert not comparisons.is_open
    comparisons.note_shown(True)
    comparisons.ask(View("tasks", (B,)))
    assert not comparisons.is_open, "other tables are made anew"
    comparisons.ask(View("alignment", (B,)))
    comparisons.note_shown(True)
    comparisons.note_shown(False)
    assert not comparisons.is_open
