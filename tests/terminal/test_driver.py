"""Parts of the driver without a terminal: reading, suspending, sizes."""

from __future__ import annotations

import os
from types import SimpleNamespace
from typing import Any

import pytest
from textual import events
from textual.geometry import Size

from tui.terminal.driver import TerminalDriver, _read


def test_end_of_input_differs_from_nothing_to_read() -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    assert _read(reading) == b""
    os.write(writing, b"q")
    assert _read(reading) == b"q"
    os.close(writing)
    assert _read(reading) is None
    os.close(reading)
    assert _read(reading) is None


def test_the_last_size_reported_while_suspended_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if it is the size the app still has, because it has not handled the others."""
    told: list[Any] = []
    app = SimpleNamespace(
        _exit=False, size=Size(120, 35), post_message=told.append, refresh=lambda: told.append("refresh")
    )
    driver = object.__new__(TerminalDriver)
    driver._app = app  # type: ignore[assignment]
    driver._is_suspended = driver._tells_size = False
    driver._writer = SimpleNamespace(drain=lambda _: None)  # type: ignore[assignment]
    modes = SimpleNamespace(suspend=lambda: None, resume=lambda: None)
    driver._terminal = SimpleNamespace(modes=modes)  # type: ignore[assignment]
    size = os.terminal_size((39, 9))
    monkeypatch.setattr("tui.terminal.driver.shutil.get_terminal_size", lambda: size)
    driver.resize()
    driver.suspend()
    driver.resize()
    size = os.terminal_size((120, 35))
    driver.resume()
    sizes = [message.size for message in told if isinstance(message, events.Resize)]
    assert sizes == [Size(39, 9), Size(39, 9), Size(120, 35)] and told[-1] == "refresh"
    app._exit = True
    driver.resume()
    assert len(told) == 4
