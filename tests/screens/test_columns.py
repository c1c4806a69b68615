"""Columns on the screen: the cells of each begin in one place, or end in one, whatever the width of characters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.concordance import concordance_session
from tests.support.figures import rank_session, second_series, series_session
from tests.support.past import sample_series
from tests.support.pilot import Driven, drive, drive_view
from tests.support.views import promise_session, task_session
from tui.typeset.cells import CellWidths, cell_length
from tui.view_session import ViewSession
from tui.widgets.table_layout import INDENT
from tui.widgets.table_view import TableView

SIZES = [(60, 20), (80, 24), (120, 35), (160, 45)]
TABLES: dict[str, Callable[[], ViewSession]] = {
    "promises": promise_session,
    "tasks": task_session,
    "ranking": rank_session,
}
#: What a target says of the actual.
SIGNS = frozenset("▲▼✓○≈=")
WIDTHS = CellWidths()


def by_cell(row: str) -> list[str]:
    """Return what stands in each cell of a row; the second cell of a wide character is empty."""
    return [part for one in row for part in (one, *[""] * (cell_length(one, WIDTHS) - 1))]


def table_of(app: Driven) -> TableView:
    table = app.app.screen_stack[0].focused
    assert isinstance(table, TableView)
    return table


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", TABLES)
def test_cells_of_a_table_stand_in_their_columns(name: str, size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        layout = table_of(app).make_layout()
        left = {start for _, start, _ in layout.headings}
        right = {start + cells for _, start, cells in layout.headings}
        assert len(left) > 1 and layout.lines
        for line in layout.lines:
            starts = [start for start, _ in line.placed]
            if line.is_heading or (not line.is_first and starts[0] == INDENT):
                continue
            for start, cell in line.placed:
                assert start in left or start + cell_length(cell.text, WIDTHS) in right, (line, left, right)

    drive_view(steps, TABLES[name](), size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_hits_in_their_context_stand_below_each_other(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        lines = table_of(app).make_layout().lines
        hits = {start for line in lines for start, cell in line.placed if cell.text == "发展"}
        assert len(lines) > 5 and len(hits) == 1
        assert {line.placed[0][0] for line in lines} == {1}

    drive_view(steps, concordance_session("发展"), size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_values_stand_below_their_years(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        rows = [by_cell(row) for row in app.rows]
        first = next(at for at, row in enumerate(rows) if row[:3] == [" ", "年", ""])
        years = [
            at for at, one in enumerate(rows[first]) if one not in ("", " ") and rows[first][at - 1] == " "
        ][1:]
        assert len(years) > 2
        values = [row for row in rows if "".join(row[:5]) in (" 目标", " 结果")]
        assert len(values) == 4, "of two places"
        for row in values:
            begins = [at for at in range(5, years[-1] + 1) if at < len(row) and row[at] != " " == row[at - 1]]
            assert begins and set(begins) <= set(years), (row, years)

    drive_view(steps, series_session(sample_series(), second_series()), size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_signs_of_the_panel_stand_in_one_column(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3")
        panel = app.main.query_one("#metrics").region
        rows = [by_cell(row)[panel.x : panel.right] for row in app.rows[panel.y : panel.bottom]]
        at = [
            index for row in rows for index, one in enumerate(row) if one in SIGNS and row[index - 1] == " "
        ]
        assert len(at) > 5 and len(set(at)) == 1
        years = next(row for row in rows if "2023" in "".join(row))
        ends = "".join(one or "~" for one in years).index("2023") + 4
        assert ends == at[0] - 1, "values of last year end where their heading does"

    drive(steps, size=size)
