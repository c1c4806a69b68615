"""Only what the terminal does not show yet is sent."""

from __future__ import annotations

from typing import Any

import pyte
from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.terminal.textual_compat import PaintedRows


def _full(*rows: str) -> LayoutUpdate:
    return LayoutUpdate([[Strip([Segment(row)])] for row in rows], Region(0, 0, 5, len(rows)))


def _sent(update: Any) -> str:
    assert isinstance(update, CompositorUpdate)
    return update.render_segments(Console(color_system=None))


def test_only_rows_that_differ_are_sent() -> None:
    painted = PaintedRows()
    assert _sent(painted.changed(_full("one", "two"))) == "\x1b[1;1Hone\x1b[2;1Htwo"
    assert painted.changed(_full("one", "two")) is None
    assert _sent(painted.changed(_full("one", "2"))) == "\x1b[2;1H2"


def test_a_partly_painted_row_is_sent_again() -> None:
    painted = PaintedRows()
    painted.changed(_full("one", "two"))
    part = ChopsUpdate([{0: None}, {0: Strip([Segment("x")])}], [(1, 0, 1)], [[5], [5]])
    assert _sent(painted.changed(part)) == "\x1b[2;1Hx"
    assert _sent(painted.changed(_full("one", "two"))) == "\x1b[2;1Htwo"


def test_partial_updates_send_the_cells_of_textual() -> None:
    chops = [{x: Strip([Segment(f"{x:02}{y}") for _ in range(2)], 6) for x in (0, 6, 12)} for y in range(3)]
    for spans in ([(0, 0, 18)], [(0, 6, 12), (2, 0, 7)], [(1, 7, 8)], [(0, 11, 18), (1, 0, 5), (2, 12, 15)]):
        part = ChopsUpdate(chops, spans, [[6, 12, 18]] * 3)
        sent = _sent(PaintedRows().changed(part))
        screens = [pyte.Screen(20, 3) for _ in range(2)]
        for screen, data in zip(
            screens, (sent, part.render_segments(Console(color_system=None))), strict=True
        ):
            pyte.Stream(screen).feed(data)
        assert screens[0].display == screens[1].display


def test_all_rows_are_sent_to_a_screen_of_another_size() -> None:
    painted = PaintedRows()
    painted.changed(_full("one", "two"))
    assert "one" in _sent(painted.changed(_full("one", "two", "three")))
    painted.forget()
    assert "one" in _sent(painted.changed(_full("one", "two", "three")))
