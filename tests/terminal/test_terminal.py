"""The terminal of a process: its ambiguous width, and cached screens shown on it."""

from __future__ import annotations

from typing import Any

import pytest

from tui.terminal.screen_cells import CachedScreen
from tui.terminal.terminal import Terminal

SCREEN = CachedScreen(2, [[("", "目录")]])


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Record the calls that affect the terminal, in order."""
    calls: list[Any] = []
    for owner, name in (("signals.Signals", "watch"), ("width_probe.WidthProbe", "ask")):
        monkeypatch.setattr(f"tui.terminal.{owner}.{name}", lambda _, name=name: calls.append(name))
    monkeypatch.setattr(
        "tui.terminal.modes.TerminalModes.enter_screen", lambda _, drawing: calls.append(drawing)
    )
    return calls


def test_signals_are_watched_before_a_cached_screen_changes_the_terminal(done: list[Any]) -> None:
    Terminal().show(SCREEN)
    assert done == ["watch", "ask", b"\x1b[?1049h\x1b[?25l\x1b[?7l" + SCREEN.drawing]


def test_a_cached_screen_is_taken_over_once(done: list[Any]) -> None:
    terminal = Terminal()
    assert not terminal.shows_cached_screen and not terminal.take_over()
    terminal.show(SCREEN)
    assert terminal.shows_cached_screen
    assert terminal.take_over() and not terminal.take_over() and not terminal.shows_cached_screen


def test_the_answer_of_the_terminal_counts_before_the_width_of_the_cached_screen(done: list[Any]) -> None:
    terminal = Terminal()
    assert terminal.ambiguous_width is None
    terminal.show(SCREEN)
    assert terminal.ambiguous_width == 2
    terminal.width_probe.came = b"\x1b[3;1R\x1b[3;2R"
    assert terminal.ambiguous_width == 1


def test_two_terminals_share_nothing(done: list[Any]) -> None:
    one, other = Terminal(), Terminal()
    one.show(SCREEN)
    one.width_probe.came = b"\x1b[3;1R\x1b[3;2R"
    one.signals.status = 129
    one.modes.answer_until = 1.0
    assert not other.shows_cached_screen and other.ambiguous_width is None
    assert other.signals.status is None and other.modes.answer_until == 0.0
