"""The order of indicators, which is read without their table."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.tables import indicators as script
from tui.metrics import indicator_order
from tui.metrics.indicator_order import ORDER_RECORD, places
from tui.metrics.indicators import default_indicators
from tui.report.resources import read_content

TABLE = {entry.id: (entry.order, entry.better) for entry in default_indicators()}


def test_the_quick_copy_matches_its_script() -> None:
    assert read_content(ORDER_RECORD).decode("utf-8") == script.make_order()


def test_each_indicator_has_the_place_of_the_table() -> None:
    assert places() == TABLE


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"\xff", b'{"key": "1 2", "places": {}}', None])
def test_without_a_sound_quick_copy_the_table_is_read(
    damaged: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(name: str) -> bytes:
        if name != ORDER_RECORD:
            return read_content(name)
        if damaged is None:
            raise FileNotFoundError(name)
        return damaged

    monkeypatch.setattr(indicator_order, "read_content", read)
    assert places.__wrapped__() == TABLE


def test_the_screen_does_not_load_the_table() -> None:
    words = (
        "import sys, tui.app; from tui.session import open_report; open_report(None); "
        "sys.exit('tui.metrics.indicators' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0
