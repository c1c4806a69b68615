"""Characters of ambiguous width: one setting, for the reader and for Rich."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from rich import cells

import tui.typeset.cells
from tui.terminal.width_probe import use_ambiguous_width

_CHANGED = ("get_character_cell_size", "_is_single_cell_widths")


@pytest.fixture
def widened() -> Iterator[None]:
    saved = {name: getattr(cells, name) for name in _CHANGED}
    use_ambiguous_width(2)
    yield
    for name, value in saved.items():
        setattr(cells, name, value)
    cells.cached_cell_len.cache_clear()
    use_ambiguous_width(1)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("“", 2), ("¡", 2), ("·", 2), ("→", 2), ("①", 2), ("\ufffd", 2), ("\u0300", 0), ("a", 1), (" ", 1), ("~", 1),
        ("é", 2), ("ö", 1), ("黄", 2), ("“四上”…", 10), ("abc", 3),
    ],
)  # fmt: skip
def test_where_they_are_wide_all_count_so(text: str, width: int, widened: None) -> None:
    assert tui.typeset.cells.cell_length(text) == width
    assert cells.cell_len(text) == width
    assert cells.cached_cell_len(text) == width
    if len(text) == 1:
        assert cells.get_character_cell_size(text) == width


def test_rich_counts_one_cell_for_a_character_of_private_use(widened: None) -> None:
    assert cells.cell_len("\ue000") == 1


def test_lengths_counted_before_are_forgotten() -> None:
    cells.cached_cell_len("“”")
    saved = {name: getattr(cells, name) for name in _CHANGED}
    try:
        use_ambiguous_width(2)
        assert cells.cached_cell_len("“”") == 4
    finally:
        for name, value in saved.items():
            setattr(cells, name, value)
        cells.cached_cell_len.cache_clear()
        use_ambiguous_width(1)


def test_where_they_are_narrow_rich_is_left_alone() -> None:
    before = [getattr(cells, name) for name in _CHANGED]
    use_ambiguous_width(1)
    assert [getattr(cells, name) for name in _CHANGED] == before
    assert tui.typeset.cells.cell_length("“") == 1


def test_rich_is_not_imported_for_the_question() -> None:
    code = "import sys, tui.terminal.width_probe; print([name for name in sys.modules if name.split('.')[0] in ('rich', 'textual')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
