"""Characters of ambiguous width: Rich counts their cells as the app that runs does."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from typing import TypeVar

import pytest
from rich import cells
from rich.segment import Segment
from textual._context import active_app
from textual.strip import Strip

from tests.support.samples import huiji
from tui.app import HuijiApp
from tui.library.prepared import prepare_report
from tui.session import Session
from tui.typeset.cells import cell_length

T = TypeVar("T")
AMBIGUOUS = "“四上”…"


def counted_by(app: HuijiApp, count: Callable[[], T]) -> T:
    """Call a function as a widget of an app would; return its result."""

    def run() -> T:
        active_app.set(app)
        return count()

    return copy_context().run(run)


@pytest.fixture(scope="module")
def apps() -> tuple[HuijiApp, HuijiApp]:
    """Two apps: ambiguous characters take one cell in the first, two in the second."""
    narrow, wide = HuijiApp(Session(prepare_report(huiji()))), HuijiApp(Session(prepare_report(huiji())))
    wide.use_ambiguous_width(2)
    return narrow, wide


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("“", 2), ("¡", 2), ("·", 2), ("→", 2), ("①", 2), ("\ufffd", 2), ("\u0300", 0), ("a", 1), (" ", 1), ("~", 1),
        ("é", 2), ("ö", 1), ("黄", 2), (AMBIGUOUS, 10), ("abc", 3), ("“" * 600, 1200),
    ],
)  # fmt: skip
def test_an_app_with_wide_ambiguous_characters_counts_two_cells(
    text: str, width: int, apps: tuple[HuijiApp, HuijiApp]
) -> None:
    assert cell_length(text, apps[1].cell_widths) == width

    def lengths() -> set[int]:
        all_lengths = {cells.cell_len(text), cells.cached_cell_len(text), Strip([Segment(text)]).cell_length}
        return all_lengths | {sum(map(cells.get_character_cell_size, text))}

    assert counted_by(apps[1], lengths) == {width}


def test_two_apps_of_different_widths_count_in_turns(apps: tuple[HuijiApp, HuijiApp]) -> None:
    for _ in range(3):
        for app, width in zip(apps, (7, 10), strict=True):
            assert cell_length(AMBIGUOUS, app.cell_widths) == width
            assert counted_by(app, lambda: cells.cell_len(AMBIGUOUS)) == width
            assert counted_by(app, lambda: Segment(AMBIGUOUS).cell_length) == width


def test_two_apps_of_different_widths_cut_the_same_text_in_turns(apps: tuple[HuijiApp, HuijiApp]) -> None:
    for _ in range(2):
        for app, left in zip(apps, ("“四", "“ "), strict=True):
            assert counted_by(app, lambda: Strip([Segment(AMBIGUOUS)]).crop(0, 3).text) == left
            assert counted_by(app, lambda: Segment(AMBIGUOUS).split_cells(3)[0].text) == left
            assert counted_by(app, lambda: cells.set_cell_size(AMBIGUOUS, 3)) == left


@pytest.mark.parametrize("cells_left", range(1, 10))
def test_a_wide_ambiguous_character_can_be_cut_in_half(
    cells_left: int, apps: tuple[HuijiApp, HuijiApp]
) -> None:
    """Rich's loop never ends where its functions disagree about a width."""
    left, right = counted_by(apps[1], lambda: Segment(AMBIGUOUS).split_cells(cells_left))
    widths = apps[1].cell_widths
    assert (cell_length(left.text, widths), cell_length(right.text, widths)) == (cells_left, 10 - cells_left)


def test_characters_of_private_use_take_one_cell(apps: tuple[HuijiApp, HuijiApp]) -> None:
    assert counted_by(apps[1], lambda: cells.cell_len("\ue000")) == 1


def test_without_an_app_ambiguous_characters_are_narrow(apps: tuple[HuijiApp, HuijiApp]) -> None:
    assert cells.cell_len(AMBIGUOUS) == Segment(AMBIGUOUS).cell_length == 7
    assert cell_length(AMBIGUOUS) == 7
