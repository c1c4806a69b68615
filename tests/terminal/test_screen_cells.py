"""Cached screens are cells: whatever a file has, only coloured text reaches the terminal."""

from __future__ import annotations

import os
import re

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.faults.payloads import PAYLOADS
from tui.terminal import screen_cells
from tui.terminal.screen_cells import CachedScreen, Run, read_screen
from tui.typeset.cells import CellWidths

SIZE = os.terminal_size((12, 2))
DIGEST = "0" * 64
#: All that a screen may be drawn with.
DRAWN = re.compile(r"(?:\x1b\[\d+;1H|\x1b\[[\d;]*m|[^\x00-\x1f\x7f-\x9f])*")
COLOURS = st.one_of(
    st.sampled_from(
        ["", "1", "2", "3", "4", "7", "9", "39", "49", "30", "37", "40", "47", "90", "97", "100", "107"]
    ),
    st.integers(0, 255).map(lambda index: f"38;5;{index}"),
    st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "1;48;2;{};{};{}".format(*rgb)),
)


def sealed(*lines: str) -> bytes:
    """Return a file with a valid checksum."""
    body = "\n".join(lines).encode("utf-8", "surrogatepass")
    return f"{screen_cells._checksum(DIGEST, body)}\n".encode() + body


def forged(styles: str = "", rows: list[str] | None = None, head: str = "huiji-screen/1 1 12 2") -> bytes:
    return sealed(head, styles, *(rows or ["0\t" + "x" * 12, "0\t" + "y" * 12]))


def test_a_dumped_screen_is_read_back() -> None:
    screen = CachedScreen(
        1, [[("1;38;2;1;20;255;49", "惠济"), ("", "“四上”x"), ("7;100", "a")], [("", " " * 12)]]
    )
    assert read_screen(screen.dump(DIGEST, SIZE), DIGEST, SIZE) == screen
    wide = CachedScreen(2, [[("", "“四上”"), ("7", "—…")], [("", "　" * 6)]])
    assert read_screen(wide.dump(DIGEST, SIZE), DIGEST, SIZE) == wide
    assert wide != screen and wide != CachedScreen(1, wide.rows)
    spaces = CachedScreen(1, [[("", "　" * 5 + "\xa0" * 2)], [("", " " * 12)]])
    assert read_screen(spaces.dump(DIGEST, SIZE), DIGEST, SIZE) == spaces
    assert read_screen(forged(), DIGEST, SIZE).rows == [[("", "x" * 12)], [("", "y" * 12)]]


@given(st.lists(st.tuples(COLOURS, st.text("甲a“é ", min_size=1)), min_size=1), st.sampled_from([1, 2]))
def test_any_full_screen_is_read_back_and_drawn(row: list[Run], width: int) -> None:
    columns = screen_cells._cells(row, CellWidths(width))
    size = os.terminal_size((columns, 3))
    screen = CachedScreen(width, [row, row[::-1], row])
    assert read_screen(screen.dump(DIGEST, size), DIGEST, size) == screen
    assert DRAWN.fullmatch(screen.drawing.decode())


@given(st.lists(st.tuples(COLOURS, st.text("甲a ", min_size=1)), min_size=1))
def test_texts_are_drawn_in_their_styles(row: list[Run]) -> None:
    def cells(data: bytes) -> list[pyte.screens.Char]:
        screen = pyte.Screen(columns, 3)
        pyte.ByteStream(screen).feed(b"\x1b[?7l" + data)  # lines are not wrapped
        return [screen.buffer[line][column] for line in range(3) for column in range(columns)]

    columns = screen_cells._cells(row, CellWidths(1))
    plain = "z" * columns + "\x1b[2;1H" + "".join(f"\x1b[{style}m{text}\x1b[0m" for style, text in row)
    assert cells(CachedScreen(1, [[("", "z" * columns)], row]).drawing) == cells(plain.encode())


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name <= "T21" and name != "T18"])
def test_s14_texts_with_control_characters_are_rejected(name: str) -> None:
    for at in (0, 1):
        rows = ["0\t" + "x" * 12, "0\t" + "y" * 12]
        rows[at] = "0\t" + PAYLOADS[name] + rows[at][2:]
        rows[at] = rows[at][: 14 + len(PAYLOADS[name])]
        for shown in (rows[at], rows[at][: max(3, 2 + 12)]):
            rows[at] = shown
            with pytest.raises(ValueError):
                read_screen(forged(rows=rows), DIGEST, SIZE)


@pytest.mark.parametrize(
    "style",
    ["0", "5", "8", "10", "29", "38", "48", "50", "89", "98", "99", "108", "38;5", "38;5;256", "38;2;1;2", "38;2;1;2;256", "38;3;1",
     "1;38", "4:3", "1;", ";1", "1;;2", "-1", "+1", " 1", "1 ", "1m\x1b]52;c;eA==\x07\x1b[1", "²", "١", "x", "?25",
     "58;5;1", "1" * 61, ";".join(["1"] * 28 + ["30", "30"]), ";".join(["1"] * 40)],
)  # fmt: skip
def test_s14_styles_other_than_attributes_and_colours_are_rejected(style: str) -> None:
    with pytest.raises(ValueError):
        read_screen(forged(style), DIGEST, SIZE)


@pytest.mark.parametrize(
    "style",
    [
        "1",
        "1;2;3;4;7;9",
        "39;49",
        "30;47",
        "37;40",
        "90;107",
        "97;100",
        "38;5;0;48;5;255",
        "38;2;0;0;0;48;2;255;255;255;1",
    ],
)
def test_attributes_and_colours_are_drawn(style: str) -> None:
    drawing = read_screen(forged(style), DIGEST, SIZE).drawing.decode()
    assert f"\x1b[0;{style}mxxx" in drawing
    assert drawing.endswith("\x1b[0m")  # what is drawn next is not in colour
    assert read_screen(forged("0" + style), DIGEST, SIZE).rows[0][0][0] == style


def test_styles_have_at_most_60_characters() -> None:
    style = ";".join(["1"] * 29 + ["30"])
    assert len(style) == 60
    assert read_screen(forged(style), DIGEST, SIZE).rows[0][0][0] == style


DAMAGED = {
    "no rows": sealed("huiji-screen/1 1 12 0", ""),
    "a row less": sealed("huiji-screen/1 1 12 2", "", "0\t" + "x" * 12),
    "a row more": forged(rows=["0\t" + "x" * 12] * 3),
    "a cell less": forged(rows=["0\t" + "x" * 11, "0\t" + "x" * 12]),
    "a cell more": forged(rows=["0\t" + "x" * 12, "0\t" + "x" * 13]),
    "a wide cell more": forged(rows=["0\t" + "x" * 11 + "甲", "0\t" + "x" * 12]),
    "another width of “": forged(rows=["0\t" + "x" * 11 + "“"] * 2, head="huiji-screen/1 2 12 2"),
    "no such width": forged(head="huiji-screen/1 3 12 2"),
    "another size": forged(head="huiji-screen/1 1 24 2"),
    "another version": forged(head="huiji-screen/2 1 12 2"),
    "no such style": forged(rows=["1\t" + "x" * 12] * 2),
    "a negative style": forged(rows=["-1\t" + "x" * 12] * 2),
    "a style alone": forged(rows=["0\t" + "x" * 12 + "\t0"] * 2),
    "empty row": forged(rows=["", ""]),
    "no body": b"0" * 64,
    "nothing": b"",
    "not UTF-8": b"\xff",
    "another checksum": b"0" + forged()[1:],
    "a surrogate": forged(rows=["0\t" + "x" * 11 + "\ud800", "0\t" + "x" * 12]),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_any_damage_is_detected(data: bytes) -> None:
    with pytest.raises(ValueError):
        read_screen(data, DIGEST, SIZE)


def test_a_screen_with_another_digest_is_rejected() -> None:
    with pytest.raises(ValueError):
        read_screen(forged(), "1" * 64, SIZE)
