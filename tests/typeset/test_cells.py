"""Widths of characters: each layout counts with its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import tui
from tests.support.samples import huiji, huiji_outline
from tui.typeset.cells import NARROW, CellWidths, cell_length, cut, pad, pad_left
from tui.typeset.layout import Layout, report_blocks
from tui.typeset.wrap import break_lines

AMBIGUOUS = "“四上”…"
#: The argument at which each function takes the widths of characters.
TAKES_WIDTHS = {
    "cell_widths": 1,
    "cell_length": 1,
    "cut": 2,
    "pad": 2,
    "pad_left": 2,
    "break_lines": 2,
    "Layout": 4,
}


@pytest.mark.parametrize(("ambiguous", "length"), [(1, 7), (2, 10)])
def test_ambiguous_characters_take_one_cell_or_two(ambiguous: int, length: int) -> None:
    widths = CellWidths(ambiguous)
    assert cell_length(AMBIGUOUS, widths) == length
    assert cell_length(pad(AMBIGUOUS, 12, widths), widths) == 12
    assert pad_left(AMBIGUOUS, 12, widths) == " " * (12 - length) + AMBIGUOUS
    assert cell_length(cut(AMBIGUOUS * 2, 9, widths), widths) <= 9
    assert cut(AMBIGUOUS, length, widths) == AMBIGUOUS


def test_lines_depend_on_the_width_of_ambiguous_characters() -> None:
    text = "“四上”企业154家"
    assert list(break_lines(text, 8, NARROW)) == [(0, 5), (5, 10)]
    assert list(break_lines(text, 8, CellWidths(2))) == [(0, 4), (4, 6), (6, 10)]


def test_two_layouts_with_different_widths_do_not_affect_each_other() -> None:
    text, blocks = huiji().text, report_blocks(huiji_outline())

    def layouts() -> list[Layout]:
        return [Layout(text, blocks, 40, cells=CellWidths(ambiguous)) for ambiguous in (1, 2)]

    alone = [[layout.shown(line) for line in layout.walk(layout.first)] for layout in layouts()]
    assert alone[0] != alone[1]
    in_turns: list[list[str]] = [[], []]
    walks = [(layout, layout.walk(layout.first)) for layout in layouts()]
    for _ in range(max(map(len, alone))):
        for shown, (layout, walk) in zip(in_turns, walks, strict=True):
            shown.extend(layout.shown(line) for line in [next(walk, None)] if line is not None)
    assert in_turns == alone
    for ambiguous, lines in zip((1, 2), alone, strict=True):
        assert all(cell_length(line, CellWidths(ambiguous)) <= 40 for line in lines)


def _calls_without_widths(path: Path) -> list[str]:
    calls = (
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    return [
        f"{path.name}:{call.lineno}"
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in TAKES_WIDTHS
        and len(call.args) <= TAKES_WIDTHS[call.func.id]
        and not call.keywords
    ]


def test_widgets_and_screens_count_with_the_widths_of_their_app() -> None:
    package = Path(tui.__file__).parent
    files = [path for name in ("widgets", "screens") for path in (package / name).glob("*.py")]
    assert [call for path in files for call in _calls_without_widths(path)] == []
