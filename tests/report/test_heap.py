"""Giving memory back: only for long texts, and no harm where the C library cannot."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace

import pytest

from tui.report.heap import release_memory


def test_only_a_long_text_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(malloc_trim=asked.append))
    release_memory(17_000)
    assert asked == []
    release_memory(2_000_000)
    assert asked == [0]


@pytest.mark.parametrize("error", [AttributeError, OSError, TypeError])
def test_a_library_that_cannot_is_left_alone(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def load(_: object) -> None:
        raise error

    monkeypatch.setattr(ctypes, "CDLL", load)
    release_memory(2_000_000)
