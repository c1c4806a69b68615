"""The width of “ is read from answers in pieces, late, invalid, or missing."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from tui.terminal.width_probe import QUESTION, TIMEOUT_S, WidthProbe


class FakeTerminal:
    """Answers in pieces, each after some seconds; time passes only while the probe waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, pieces: Sequence[tuple[float, bytes]]) -> None:
        self.pieces, self.now, self.sent = list(pieces), 50.0, b""
        monkeypatch.setattr("tui.terminal.width_probe.os.isatty", lambda _: True)
        monkeypatch.setattr("tui.terminal.width_probe.os.write", self._write)
        monkeypatch.setattr("tui.terminal.width_probe.os.read", self._read)
        monkeypatch.setattr("select.select", self._select)
        monkeypatch.setattr("tui.terminal.width_probe.time.monotonic", lambda: self.now)
        self.quiet_after: list[bytes] = []
        modes: Any = SimpleNamespace(make_quiet=lambda: self.quiet_after.append(self.sent), answer_until=0.0)
        self.modes, self.probe = modes, WidthProbe(modes)

    def _write(self, descriptor: int, data: bytes) -> int:
        assert descriptor == 2
        self.sent += data
        return len(data)

    def _read(self, descriptor: int, size: int) -> bytes:
        assert descriptor == 0 and size >= 1024
        return self.pieces.pop(0)[1]

    def _select(self, read: object, _write: object, _error: object, wait_s: float) -> tuple[list[int], None]:
        assert wait_s >= 0 and read == [0]
        due = self.pieces[0][0] if self.pieces else float("inf")
        self.now = min(max(self.now, 50.0 + due), self.now + wait_s)
        return ([0] if self.now >= 50.0 + due else []), None


@pytest.mark.parametrize(
    ("pieces", "width"),
    [
        ([(0.01, b"\x1b[3;1R\x1b[3;2R")], 1),
        ([(0.01, b"\x1b[3;1R\x1b[3;3R")], 2),
        ([(0.01, b"ab\x1b[3;1"), (0.05, b"Rc\x1b[3;3R")], 2),
        ([(0.01, b"\x1b[3;1R"), (0.2, b"\x1b[3;3R")], None),
        ([(0.2, b"\x1b[3;1R\x1b[3;2R")], None),
        ([(0.01, b"\x1b[3;120R\x1b[4;2R")], None),
        ([(0.01, b"\x1b[3;1R\x1b[4;2R")], None),
        ([(0.01, b"\x1b[3;1R\x1b[3;4R")], None),
        ([(0.01, b"\x1b[3;1R\x1b[3;1R")], None),
        ([(0.01, b"\x1b[3;%bR\x1b[3;2R" % (b"9" * 5000))], None),
        ([(0.01, b"")], None),
        ([], None),
    ],
)
def test_the_width_is_read_from_the_answer(
    pieces: Sequence[tuple[float, bytes]], width: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = FakeTerminal(monkeypatch, pieces)
    probe = terminal.probe
    probe.ask()
    probe.ask()
    assert terminal.sent == QUESTION and probe.is_open and terminal.quiet_after == [b""]
    assert terminal.modes.answer_until == 50.0 + TIMEOUT_S
    assert probe.answer() == probe.width == width
    assert terminal.now <= 50.0 + TIMEOUT_S
    assert probe.came == b"".join(data for at, data in pieces if at <= TIMEOUT_S)


def test_the_probe_closes_after_both_answers_or_finish(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = FakeTerminal(monkeypatch, [(0.01, b"\x1b[3;1R"), (0.02, b"\x1b[3;2R"), (0.03, b"q")])
    probe = terminal.probe
    probe.ask()
    assert probe.answer(0.015) is None and probe.is_open
    assert probe.answer() == 1 and not probe.is_open
    assert terminal.modes.answer_until == 0.0
    assert probe.answer() == 1 and b"q" not in probe.came
    terminal = FakeTerminal(monkeypatch, [])
    probe = terminal.probe
    probe.ask()
    probe.finish()
    assert not probe.is_open and terminal.modes.answer_until == 0.0


@pytest.mark.parametrize("missing", [0, 2])
def test_nothing_is_asked_without_a_terminal(missing: int, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = FakeTerminal(monkeypatch, [])
    probe = terminal.probe
    monkeypatch.setattr("tui.terminal.width_probe.os.isatty", lambda descriptor: descriptor != missing)
    probe.ask()
    assert terminal.sent == b"" and probe.answer() is None


def test_the_probe_is_closed_before_it_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    probe = FakeTerminal(monkeypatch, [(0.0, b"q")]).probe
    assert not probe.is_open and probe.answer() is None and probe.came == b""


def test_nothing_is_asked_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = FakeTerminal(monkeypatch, [])
    monkeypatch.setattr("tui.terminal.width_probe.sys.platform", "win32")
    terminal.probe.ask()
    assert terminal.sent == b""


def test_the_question_restores_cursor_and_line() -> None:
    assert QUESTION.decode() == "\x1b7\x1b[6n“\x1b[6n\x1b8\x1b[K"
    assert 0.05 <= TIMEOUT_S <= 0.2


def test_further_cursor_reports_do_not_change_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    probe = FakeTerminal(monkeypatch, [(0.01, b"\x1b[3;1R\x1b[3;3R\x1b[9;9R")]).probe
    probe.ask()
    assert probe.answer() == 2
