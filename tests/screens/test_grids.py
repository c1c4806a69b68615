"""Screens as text at four sizes. ``WRITE_GRIDS=1`` writes them again; read the difference before committing it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.support.past import FixedPast
from tests.support.pilot import Driven, Steps, drive, drive_library, until
from tui.library.library import Library
from tui.themes import THEMES
from tui.typeset.cells import cell_length

GRIDS = Path(__file__).parent / "grids"
SIZES = [(160, 45), (120, 35), (80, 24), (60, 20)]


async def start(app: Driven) -> None:
    """Show the first screen."""


async def search(app: Driven) -> None:
    """Type a query."""
    await app.press("slash", "黄河")


async def section(app: Driven) -> None:
    """Go to a section with metrics."""
    await app.press("]", "]", "]", "]")


async def tree(app: Driven) -> None:
    """Focus the tree, with hits counted in it."""
    await app.press("slash", "黄河", "enter", "1")


async def metric(app: Driven) -> None:
    """Highlight a metric in the text, and focus the panel."""
    await app.press("]", "]", "]", "enter", "down", "enter", "enter")


async def comparison(app: Driven) -> None:
    """Focus the comparisons."""
    await app.press("3", "down", "down")


async def last_promises(app: Driven) -> None:
    """Show last year's promises."""
    app.main.past._make_past = FixedPast
    await app.press("3", "right", "right", "right")
    await until(app, lambda: "9 项" in app.text)
    await app.press("down")


async def years(app: Driven) -> None:
    """Show a metric through the years."""
    app.main.past._make_past = FixedPast
    await app.press("3", "down", "left")
    await until(app, lambda: "6 年" in app.text)


async def details(app: Driven) -> None:
    """Show the details of a metric."""
    await app.press("3", "down", "i")


async def filtered(app: Driven) -> None:
    """Filter the metrics."""
    await app.press("3", "c", *"status:target", "space", *">100", "亿")


async def go_to(app: Driven) -> None:
    """Open the go-to dialog with a word."""
    await app.press("colon", "招商")


async def help_(app: Driven) -> None:
    """Show the help."""
    await app.press("question_mark")


SCREENS: dict[str, Steps] = {
    "start": start,
    "search": search,
    "section": section,
    "tree": tree,
    "metric": metric,
    "comparison": comparison,
    "last-promises": last_promises,
    "years": years,
    "details": details,
    "filtered": filtered,
    "go-to": go_to,
    "help": help_,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_screens_match_their_grids(name: str, size: tuple[int, int]) -> None:
    drive(comparing(name, SCREENS[name], size), size=size)


def comparing(name: str, steps: Steps, size: tuple[int, int]) -> Steps:
    """Return steps that compare the screen after some others with its grid, or write it."""
    path = GRIDS / f"{name}-{size[0]}x{size[1]}.txt"

    async def look(app: Driven) -> None:
        await steps(app)
        if os.environ.get("WRITE_GRIDS"):
            path.write_text(app.text + "\n", encoding="utf-8")
        assert len(app.rows) == size[1]
        assert all(cell_length(row) <= size[0] for row in app.rows)
        assert app.text + "\n" == path.read_text(encoding="utf-8")

    return look


async def library_start(app: Driven) -> None:
    """Show the library."""


async def library_search(app: Driven) -> None:
    """Search it, and go to a hit."""
    await app.press("slash", "企业")
    await until(app, lambda: app.library.search.is_complete)
    await app.press("enter", "n", "n")


async def library_filter(app: Driven) -> None:
    """Filter its places."""
    await app.press("1", "c", *"qingchuan")


async def library_place(app: Driven) -> None:
    """Show what a place has, in the panel."""
    await app.press("1", "c", *"qingchuan", "enter", "3")


async def library_help(app: Driven) -> None:
    """Show the help of the library."""
    await app.press("question_mark")


LIBRARY_SCREENS: dict[str, Steps] = {
    "library": library_start,
    "library-search": library_search,
    "library-filter": library_filter,
    "library-place": library_place,
    "library-help": library_help,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", LIBRARY_SCREENS)
def test_screens_of_the_library_match_their_grids(name: str, size: tuple[int, int], library: Library) -> None:
    drive_library(comparing(name, LIBRARY_SCREENS[name], size), library.path, size=size)


def _themed() -> Iterator[object]:
    """Yield each screen, size and other theme; the fast ones cover all pairs, not all combinations."""
    for (row, name), (column, size), (index, theme) in product(
        enumerate(("search", "metric", "go-to")), enumerate(SIZES), enumerate(THEMES[1:])
    ):
        marks = () if (row + column + index) % 2 else pytest.mark.slow
        yield pytest.param(name, size, theme.name, id=f"{name}-{size[0]}x{size[1]}-{theme.name}", marks=marks)


@pytest.mark.parametrize(("name", "size", "theme"), [*_themed()])
def test_every_theme_shows_the_same_text(name: str, size: tuple[int, int], theme: str) -> None:
    async def look(app: Driven) -> None:
        await SCREENS[name](app)
        grid = (GRIDS / f"{name}-{size[0]}x{size[1]}.txt").read_text(encoding="utf-8")
        assert app.text + "\n" == grid

    drive(look, size=size, theme=theme)


@pytest.mark.parametrize(
    "size", [*SIZES, (200, 50), (110, 30), (109, 30), (70, 20), (69, 20), (40, 10)], ids=str
)
def test_values_are_whole_and_names_end_in_an_ellipsis(size: tuple[int, int]) -> None:
    async def look(app: Driven) -> None:
        await app.press("]", "]", "]", "]", "3", "right")
        panel = app.panes.metrics_panel
        rows = [panel.row_strip(row, panel.size.width).text for row in range(panel.row_count())]
        assert any("440.5万人次" in row for row in rows)
        for value in ("11.4万平方米", "2189万美元", "453.3亿元", "50余家", "超10亿元", "增175%"):
            assert any(row.rstrip().endswith(value) for row in rows), value

    drive(look, size=size)


@pytest.mark.parametrize("size", [(39, 20), (80, 9), (1, 1), (300, 1), (5, 3)], ids=str)
def test_a_terminal_too_small_says_so_in_one_line(size: tuple[int, int]) -> None:
    async def look(app: Driven) -> None:
        words = "终端太小，至少 40×10"
        assert app.rows[0].strip().rstrip("…") in words
        assert all(not row for row in app.rows[1:])
        await app.press("slash", "黄河", "enter", "n", "1", "escape", "]")
        await app.resize(120, 35)
        assert "32" in app.text

    drive(look, size=size)
