"""Encoded segments show the same cells as segments sent with their complete styles."""

from __future__ import annotations

import random
from typing import Any

import pyte
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.terminal.textual_compat.sgr import encode

_STYLES = [
    None, Style(), Style(bold=True), Style(color="#102030"), Style(bgcolor="#405060"), Style(color="red", italic=True),
    Style(color="#102030", bgcolor="#405060"), Style(color="#112233", bgcolor="#405060"), Style(reverse=True),
    Style(color="#102030", bgcolor="#405060", bold=True, underline=True), Style(bold=False, color="#102030"),
]  # fmt: skip


def _cells(data: str) -> list[Any]:
    screen = pyte.Screen(400, 1)
    pyte.Stream(screen).feed(data)
    return [screen.buffer[0][column] for column in range(400)] + [screen.cursor.attrs]


def test_encoded_cells_equal_those_of_textual() -> None:
    chance = random.Random(7)
    for system in (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD):
        pieces = [Segment(chance.choice("ab 黄"), chance.choice(_STYLES)) for _ in range(190)]
        full = "".join(
            text if style is None else Strip.render_style(style.copy(), text, system)
            for text, style, _ in pieces
        )
        assert _cells(encode(pieces, system)) == _cells(full)


def test_unchanged_styles_are_sent_once() -> None:
    one, other = Style(color="#102030", bgcolor="#405060"), Style(color="#112233", bgcolor="#405060")
    pieces = [Segment("a", one), Segment("b", one), Segment("c", other), Segment("\x1b[2;1H", None, [])]
    assert encode(pieces, ColorSystem.TRUECOLOR) == (
        "\x1b[38;2;16;32;48;48;2;64;80;96mab\x1b[38;2;17;34;51mc\x1b[2;1H\x1b[0m"
    )
