"""The screens as text, at the four sizes people have. Set ``WRITE_GRIDS=1`` to write them anew, and read them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.support.pilot import Driven, Steps, drive
from tui.themes import THEMES
from tui.typeset.cells import cell_length

GRIDS = Path(__file__).parent / "grids"
SIZES = [(160, 45), (120, 35), (80, 24), (60, 20)]


async def start(app: Driven) -> None:
    """What is seen first."""


async def search(app: Driven) -> None:
    """While a query is typed."""
    await app.press("slash", "黄河")


async def section(app: Driven) -> None:
    """A section gone to, with its figures."""
    await app.press("]", "]", "]", "]")


async def tree(app: Driven) -> None:
    """The tree in focus, with hits counted in it."""
    await app.press("slash", "黄河", "enter", "1")


async def figure(app: Driven) -> None:
    """A figure lit in the text, and the panel in focus."""
    await app.press("]", "]", "]", "enter", "down", "enter", "enter")


async def beside(app: Driven) -> None:
    """Results beside targets, in focus."""
    await app.press("3", "down", "down")


async def details(app: Driven) -> None:
    """All that is known of one figure."""
    await app.press("3", "down", "i")


async def filtered(app: Driven) -> None:
    """Figures chosen by words."""
    await app.press("3", "c", *"status:target", "space", *">100", "亿")


async def go_to(app: Driven) -> None:
    """Where to go, with what fits what was typed."""
    await app.press("colon", "招商")


async def help_(app: Driven) -> None:
    """The keys."""
    await app.press("question_mark")


SCREENS: dict[str, Steps] = {
    "start": start,
    "search": search,
    "section": section,
    "tree": tree,
    "figure": figure,
    "beside": beside,
    "details": details,
    "filtered": filtered,
    "go-to": go_to,
    "help": help_,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_as_it_was_when_it_was_looked_at(name: str, size: tuple[int, int]) -> None:
    path = GRIDS / f"{name}-{size[0]}x{size[1]}.txt"

    async def look(app: Driven) -> None:
        await SCREENS[name](app)
        if os.environ.get("WRITE_GRIDS"):
            path.write_text(app.text + "\n", encoding="utf-8")
        assert len(app.rows) == size[1]
        assert all(cell_length(row) <= size[0] for row in app.rows)
        assert app.text + "\n" == path.read_text(encoding="utf-8")

    drive(look, size=size)


@pytest.mark.parametrize("name", ["search", "tree"])
def test_a_search_that_takes_many_slices_ends_in_the_same_screen(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.search._SLICE_S", 0.0)

    async def look(app: Driven) -> None:
        await SCREENS[name](app)
        assert app.text + "\n" == (GRIDS / f"{name}-120x35.txt").read_text(encoding="utf-8")

    drive(look)


def _themed() -> Iterator[object]:
    """Each screen at each size in each other theme; the quick tests have all pairs of these but not all three together."""
    for (row, name), (column, size), (index, theme) in product(
        enumerate(("search", "figure", "go-to")), enumerate(SIZES), enumerate(THEMES[1:])
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
