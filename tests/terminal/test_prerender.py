"""The next first screen is drawn in a process of its own, which nobody waits for and which ends soon."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from tests.support.samples import SMALL
from tui import prerender
from tui.session import Session, open_report
from tui.state.config import Config
from tui.state.store import ReportStore
from tui.terminal.screen_cache import fingerprint_for
from tui.terminal.screen_cells import CachedScreen
from tui.terminal.terminal import Terminal

SIZE = os.terminal_size((100, 30))


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("TERM", "xterm-256color")
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record the calls that would make a process."""
    done: list[str] = []

    def fork() -> int:
        done.append("fork")
        return 1

    monkeypatch.setattr(os, "fork", fork)
    monkeypatch.setattr(signal, "signal", lambda number, what: done.append(f"{number.name} {what.name}"))
    return done


def kept(report: str) -> CachedScreen | None:
    fingerprint = fingerprint_for(report, SIZE)
    assert fingerprint is not None
    return fingerprint.load()


def test_the_screen_of_a_report_is_cached_once(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    prerender._draw(report, SIZE, 1)
    screen = kept(report)
    assert screen is not None and screen.width == 1
    assert len(screen.rows) == 30
    text = "\n".join("".join(text for _, text in row) for row in screen.rows)
    assert "目录" in text and "攻坚克难" in text
    assert any(style for row in screen.rows for style, _ in row)
    assert all(one[0] != other[0] for row in screen.rows for one, other in pairwise(row))
    monkeypatch.setattr(prerender, "open_report", None)  # it is at hand
    prerender._draw(report, SIZE, 1)
    monkeypatch.undo()


def test_a_screen_of_another_width_is_drawn_again(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    prerender._draw(report, SIZE, 1)
    opened: list[str | None] = []

    def open_again(path: str | None) -> Session:
        opened.append(path)
        return open_report(path)

    monkeypatch.setattr(prerender, "open_report", open_again)
    prerender._draw(report, SIZE, 2)
    assert opened == [report]


@pytest.mark.parametrize("what", ["fault", "warning", "changed", "gone"])
def test_screens_the_next_start_would_not_show_are_not_cached(
    what: str, report: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_strange(path: str | None) -> Session:
        session = open_report(path)
        if what == "fault":
            return replace(session, config=Config(faults=[ValueError()]))  # type: ignore[list-item]
        if what == "warning":
            session.report_store._warnings.append("x")
        if what == "changed":
            Path(report).write_text(SMALL + "完。\n", encoding="utf-8")
        return session

    monkeypatch.setattr(prerender, "open_report", open_strange)
    if what == "gone":
        Path(report).unlink()
        prerender._draw(report, SIZE, 1)
    else:
        prerender._draw(report, SIZE, 1)
        assert kept(report) is None
        Path(report).write_text(SMALL, encoding="utf-8")  # as it was when the drawing began
        assert kept(report) is None


def terminal(ambiguous_width: int | None = None) -> Terminal:
    return cast(Terminal, SimpleNamespace(ambiguous_width=ambiguous_width))


def left(**changes: object) -> Session:
    return replace(open_report(None), report_store=ReportStore(None, ""), **changes)  # type: ignore[arg-type]


def test_the_prerendering_process_outlives_the_terminal(report: str, forked: list[str]) -> None:
    prerender.prerender_screen(left(), 1, terminal())
    assert forked == ["SIGHUP SIG_IGN", "fork"]


@pytest.mark.parametrize(
    ("session", "width", "answer", "cached", "is_drawn"),
    [
        ({}, 1, None, None, True), ({}, 2, None, None, False), ({}, 2, 2, None, True), ({}, 1, 2, 1, False),
        ({}, 2, None, 2, True), ({}, 1, None, 2, False), ({"config": Config(ambiguous_width=2)}, 2, 1, 1, True),
        ({"config": Config(ambiguous_width=2)}, 1, 1, 1, False), ({"path": "-"}, 1, None, None, False),
        ({"encoding": "gbk"}, 1, None, None, False),
    ],
)  # fmt: skip
def test_only_the_screen_of_a_usual_start_is_prerendered(
    session: dict[str, object], width: int, answer: int | None, cached: int | None, is_drawn: bool,
    report: str, forked: list[str],
) -> None:  # fmt: skip
    prerender.prerender_screen(left(**session), width, terminal(answer or cached))
    assert bool(forked) == is_drawn


def test_nothing_is_prerendered_while_other_threads_run(report: str, forked: list[str]) -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    prerender.prerender_screen(left(), 1, terminal())
    end.set()
    thread.join()
    assert forked == []


def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.01)


def in_a_child(act: Callable[[], object]) -> int:
    """Run a function in a child process; return its wait status."""
    child = os.fork()
    if not child:
        try:
            act()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def test_prerendering_has_a_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system ends it, whatever it hangs in."""
    monkeypatch.setattr(prerender, "_TIMEOUT_S", 1)

    def hang() -> None:
        prerender._leave_terminal()
        while True:
            time.sleep(60)

    status = in_a_child(hang)
    assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM


def test_the_prerendering_process_has_no_terminal_and_a_low_priority() -> None:
    reading, writing = os.pipe()

    def tell() -> None:
        prerender._leave_terminal()
        same = [os.path.samestat(os.fstat(number), os.stat(os.devnull)) for number in (0, 1, 2)]  # noqa: PTH116
        told = f"{all(same)} {os.getsid(0) == os.getpid()} {os.nice(0)} {signal.alarm(0)}"
        os.write(writing, told.encode())

    before = os.nice(0)
    assert in_a_child(tell) == 0
    os.close(writing)
    told = os.read(reading, 100).decode().split()
    os.close(reading)
    assert told[:2] == ["True", "True"]
    assert int(told[2]) == min(19, before + prerender._NICENESS)
    assert 0 < int(told[3]) <= prerender._TIMEOUT_S


def test_the_prerendering_process_ends_after_an_exception(
    report: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        (tmp_path / "pid").write_text(str(os.getpid()))
        raise RuntimeError

    monkeypatch.setattr(prerender, "_draw", fail)
    handler = signal.getsignal(signal.SIGHUP)
    try:
        prerender.prerender_screen(left(), 1, terminal())
    finally:
        signal.signal(signal.SIGHUP, handler)
    assert os.waitpid(-1, 0)[1] == 0
    assert int((tmp_path / "pid").read_text()) != os.getpid()


@pytest.mark.parametrize(
    ("style", "system", "parameters"),
    [
        ("bold #010203 on #a0b0c0", ColorSystem.TRUECOLOR, "1;38;2;1;2;3;48;2;160;176;192"),
        ("dim italic underline reverse strike", ColorSystem.TRUECOLOR, "2;3;4;7;9"),
        ("red on bright_blue", ColorSystem.STANDARD, "31;104"), ("default on default", ColorSystem.STANDARD, "39;49"),
        ("color(200) on color(100)", ColorSystem.EIGHT_BIT, "38;5;200;48;5;100"),
        ("not bold", ColorSystem.TRUECOLOR, ""), ("", ColorSystem.TRUECOLOR, ""), ("bold", None, ""),
    ],
)  # fmt: skip
def test_style_parameters_are_those_of_rich(style: str, system: ColorSystem | None, parameters: str) -> None:
    parsed = Style.parse(style)
    assert prerender.style_parameters(parsed, system) == parameters
    if parameters:
        assert parsed.render("x", color_system=system) == f"\x1b[{parameters}mx\x1b[0m"


def test_adjacent_segments_of_one_style_are_joined() -> None:
    bold, other = Style(bold=True), Style(bold=True)
    segments = [
        Segment("a"),
        Segment("b", Style()),
        Segment("", bold),
        Segment("c", bold),
        Segment("d", other),
        Segment("e"),
    ]
    assert list(prerender._runs(segments, ColorSystem.TRUECOLOR)) == [("", "ab"), ("1", "cd"), ("", "e")]
    assert list(prerender._runs(segments, None)) == [("", "abcde")]
    assert list(prerender._runs([], None)) == []
