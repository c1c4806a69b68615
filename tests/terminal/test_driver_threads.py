"""The driver with pipes for a terminal and an app that records its calls."""

from __future__ import annotations

import asyncio
import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual import events, messages
from textual.geometry import Size

import tui.terminal.driver
from tests.support.terminal import TIMEOUT_S
from tui.terminal.driver import (
    _OTHER_SCREEN,
    DRAIN_S,
    HUNG_UP,
    READY_AGAIN_S,
    TerminalDriver,
    _modes,
    driver_class,
)
from tui.terminal.terminal import Terminal


class App:
    """The part of the app that the driver uses."""

    def __init__(self) -> None:
        self._exit, self.is_ready, self.size = False, True, Size(80, 24)
        self.told: list[Any] = []
        self.codes: list[int] = []
        self.errors: list[Exception] = []
        self.refreshed = 0

    def post_message(self, message: Any) -> None:
        self.told.append(message)

    def exit(self, return_code: int) -> None:
        self.codes.append(return_code)

    def refresh(self) -> None:
        self.refreshed += 1

    def _handle_exception(self, error: Exception) -> None:
        self.errors.append(error)


class Loop:
    """An event loop that calls functions at once."""

    def __init__(self) -> None:
        self.is_closed = False
        self.later: list[tuple[float, Callable[..., object], tuple[object, ...]]] = []

    def call_soon_threadsafe(self, act: Callable[..., object], *arguments: object) -> None:
        if self.is_closed:
            raise RuntimeError("it is closed")
        act(*arguments)

    def call_later(self, wait_s: float, act: Callable[..., object], *arguments: object) -> None:
        self.later.append((wait_s, act, arguments))


class Place:
    """A driver, its terminal (two pipes), and its calls of modes and signals in order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.app, self.loop, self.done = App(), Loop(), list[Any]()
        self.keyboard_read, self.keyboard = os.pipe()
        self.screen, self.screen_write = os.pipe()
        os.set_blocking(self.screen, False)
        self.size, self.shows_cached_screen, self.signals = (
            os.terminal_size((100, 30)),
            False,
            SimpleNamespace(status=None),
        )
        for name in ("listen", "leave"):
            setattr(self.signals, name, lambda *arguments, name=name: self.done.append((name, *arguments)))
        modes = SimpleNamespace(
            make_raw=lambda: self.done.append("raw"),
            enter_screen=lambda drawing, again: self.done.append((drawing.decode(), again.decode())),
            **{
                name: lambda name=name: self.done.append((name, self.drawn()))
                for name in ("suspend", "resume", "restore")
            },
        )
        probe = SimpleNamespace(came=b"", finish=lambda: self.done.append("finish"))
        self.probe = probe
        monkeypatch.setattr(asyncio, "get_running_loop", lambda: self.loop)
        monkeypatch.setattr("tui.terminal.driver._INPUT", self.keyboard_read)
        monkeypatch.setattr("tui.terminal.driver._OUTPUT", self.screen_write)
        terminal = SimpleNamespace(
            signals=self.signals, modes=modes, width_probe=probe, take_over=lambda: self.shows_cached_screen
        )
        monkeypatch.setattr("tui.terminal.driver.shutil.get_terminal_size", lambda: self.size)
        made: Any = driver_class(cast(Terminal, terminal))
        self.driver: TerminalDriver = made(self.app, debug=False, mouse=True, size=None)
        self.is_started = False

    def start(self) -> None:
        self.driver.start_application_mode()
        self.is_started = True

    def leave(self) -> None:
        self.driver.stop_application_mode()
        self.driver.close()
        self.is_started = False

    def type(self, data: bytes) -> None:
        os.write(self.keyboard, data)

    def drawn(self) -> str:
        try:
            return os.read(self.screen, 65536).decode()
        except BlockingIOError:
            return ""

    def wait_for(self, condition: Callable[[], object]) -> None:
        end = time.monotonic() + TIMEOUT_S
        while not condition():
            assert time.monotonic() < end
            time.sleep(0.001)

    def keys(self) -> list[str]:
        return [message.key for message in self.app.told if isinstance(message, events.Key)]

    def sizes(self) -> list[Size]:
        return [message.size for message in self.app.told if isinstance(message, events.Resize)]


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    made = Place(monkeypatch)
    yield made
    if made.is_started:
        made.leave()


def test_the_driver_reads_standard_input_and_draws_on_standard_error() -> None:
    assert (tui.terminal.driver._INPUT, tui.terminal.driver._OUTPUT) == (0, 2)


@pytest.mark.parametrize("shows_cached_screen", [False, True])
def test_the_terminal_is_set_up_and_restored(shows_cached_screen: bool, place: Place) -> None:
    place.shows_cached_screen = shows_cached_screen
    place.start()
    again = _OTHER_SCREEN + _modes()
    assert place.done == [
        ("listen", place.driver, place.loop), "finish", "raw", (_modes() if shows_cached_screen else again, again)
    ]  # fmt: skip
    assert place.sizes() == [Size(100, 30)]
    place.driver.write("[last]")
    place.done.clear()
    place.leave()
    assert place.done == [("restore", "[last]"), ("leave",)]
    assert not place.driver._input_thread.is_alive()
    for end in (place.driver._wake_read, place.driver._wake_write):
        with pytest.raises(OSError):
            os.fstat(end)


def test_setup_requests_mouse_paste_and_focus_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    modes = {"1000", "1003", "1006", "1015", "2004", "1004"}
    assert all(f"\x1b[?{mode}h" in _modes() for mode in modes)
    assert "\x1b[?25l" in _modes() and "\x1b[?7l" in _modes() and _OTHER_SCREEN == "\x1b[?1049h"
    for disabled, times in ((True, 0), (False, 1)):
        monkeypatch.setattr("textual.constants.DISABLE_KITTY_KEY", disabled)
        assert _modes().count("\x1b[>25u") == times


@pytest.mark.parametrize(
    ("terminal", "questions"),
    [("Apple_Terminal", ["2048"]), ("iTerm.app", ["2026", "2048"]), (None, ["2026", "2048"])],
)
def test_terminals_that_print_a_query_are_not_sent_it(
    terminal: str | None, questions: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    if terminal:
        monkeypatch.setenv("TERM_PROGRAM", terminal)
    assert re.findall(r"\x1b\[\?(\d+)\$p", _modes()) == questions


def test_keys_typed_before_the_first_screen_are_read(place: Place) -> None:
    place.probe.came = b"/"
    place.start()
    place.type(b"j\x1b[Ak")
    place.wait_for(lambda: len(place.keys()) == 4)
    assert place.keys() == ["slash", "j", "up", "k"]
    place.type(b"\x1b")
    place.wait_for(lambda: place.keys()[-1] == "escape")


def test_disabling_input_is_immediate_and_idempotent(place: Place) -> None:
    place.start()
    begun = time.monotonic()
    place.driver.disable_input()
    place.driver.disable_input()
    assert not place.driver._input_thread.is_alive() and time.monotonic() - begun < TIMEOUT_S
    place.type(b"q")
    assert place.keys() == []


def test_the_app_ends_once_at_the_end_of_input(place: Place) -> None:
    place.start()
    place.type(b"j")
    os.close(place.keyboard)
    place.wait_for(lambda: place.app.codes)
    place.leave()
    assert place.app.codes == [HUNG_UP] and HUNG_UP == 129 and place.keys() == ["j"]


def test_the_app_ends_if_the_terminal_cannot_be_written(place: Place) -> None:
    place.start()
    os.close(place.screen)
    place.driver.write("x")
    place.wait_for(lambda: place.app.codes)
    assert place.app.codes == [HUNG_UP]
    place.done.clear()
    place.drawn = str  # type: ignore[method-assign]


def test_an_exception_in_the_input_thread_crashes_the_app(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = ZeroDivisionError()

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr("tui.terminal.driver.KeyDecoder", fail)
    place.start()
    place.wait_for(lambda: place.app.errors)
    assert place.app.errors == [fault]


@pytest.mark.parametrize("data", [b"j", b""])
def test_input_after_the_end_of_the_event_loop_is_dropped(
    data: bytes, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    place.start()
    place.loop.is_closed = True
    if data:
        place.type(data)
        place.wait_for(lambda: not place.driver._messages)
    os.close(place.keyboard)
    time.sleep(0.01)
    place.leave()
    assert raised == [] and place.app.told[1:] == []


def test_a_lost_terminal_is_ignored_after_the_end_of_the_event_loop(place: Place) -> None:
    """The output thread may notice last."""
    place.loop.is_closed = True
    place.driver._leave()
    place.driver.send_message(events.Key("j", "j"))
    place.driver._post_read()
    assert place.app.codes == [] and place.app.told == []


def test_an_exception_after_the_end_of_the_event_loop_is_not_printed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[object] = []

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(threading, "excepthook", printed.append)
    monkeypatch.setattr("tui.terminal.driver.KeyDecoder", fail)
    place.loop.is_closed = True
    place.start()
    place.driver._input_thread.join(TIMEOUT_S)
    assert not place.driver._input_thread.is_alive() and printed == []


def test_the_app_ends_only_after_its_first_screen(place: Place) -> None:
    place.app.is_ready = False
    place.driver.end(143)
    assert place.app.codes == []
    ((wait_s, act, arguments),) = place.loop.later
    assert wait_s == READY_AGAIN_S <= 0.1
    place.app.is_ready = True
    act(*arguments)
    assert place.app.codes == [143]
    del place.app.is_ready
    place.driver.end(130)
    assert place.app.codes == [143, 130]


def test_nothing_is_written_while_suspended(place: Place) -> None:
    place.start()
    place.done.clear()
    place.driver.write("[before]")
    place.driver.suspend()
    place.driver.write("[meanwhile]")
    place.driver.resume()
    place.driver.write("[after]")
    place.driver._writer.drain(TIMEOUT_S)
    assert place.done == [("suspend", "[before]"), ("resume", "")] and place.drawn() == "[after]"


def test_queued_output_is_written_before_modes_change(place: Place) -> None:
    place.driver._writer = SimpleNamespace(drain=place.done.append)  # type: ignore[assignment]
    place.driver.suspend()
    place.driver.resume()
    place.driver.stop_application_mode()
    names = ("suspend", "resume", "restore")
    assert place.done == [step for name in names for step in (DRAIN_S, (name, ""))]


@pytest.mark.parametrize(("columns", "refreshed"), [(100, 1), (80, 0)])
def test_resuming_redraws_once(columns: int, refreshed: int, place: Place) -> None:
    """A new size redraws everything by itself."""
    place.app.size = Size(columns, 30)
    place.driver._writer.start()
    place.driver.suspend()
    place.driver.resume()
    assert place.sizes() == [Size(100, 30)] and place.app.refreshed == refreshed
    place.driver._tells_size = True
    place.driver.resume()
    assert place.sizes() == [Size(100, 30)] and place.app.refreshed == refreshed + 1
    place.driver.close()


def test_resuming_does_nothing_if_the_app_is_ending(place: Place) -> None:
    place.driver.suspend()
    place.done.clear()
    place.app._exit = True
    place.driver.resume()
    assert place.done == [] and place.app.told == []


@pytest.mark.parametrize(
    ("answer", "written"), [(1, "\x1b[?1016h"), (2, "\x1b[?2048h\x1b[?1016h"), (0, ""), (4, "")]
)
def test_in_band_size_reports_are_enabled_if_supported(answer: int, written: str, place: Place) -> None:
    place.driver._writer.start()
    place.driver.process_message(messages.InBandWindowResize.from_setting_parameter(answer))
    place.driver._writer.drain(TIMEOUT_S)
    assert place.drawn() == written
    place.driver._post_read()
    assert [(told.supported, told.enabled) for told in place.app.told] == [(True, True)] * bool(written)
    place.driver.resize()
    assert len(place.sizes()) == (not written)
    place.driver.close()


def test_messages_of_one_read_are_posted_together(place: Place) -> None:
    place.driver._post_read()
    keys = [events.Key(key, key) for key in "abc"]
    for key in keys:
        place.driver.send_message(key)
    assert place.app.told == []
    place.driver._post_read()
    assert place.app.told == keys
    place.driver._post_read()
    assert place.app.told == keys
