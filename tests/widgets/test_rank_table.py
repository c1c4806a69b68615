"""The plot of dots beside a table of places: on one scale, at every width, also where marks are two cells wide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.widgets import Shown, show
from tui.typeset.cells import CellWidths, cell_length
from tui.widgets.rank_table import Dots, RankTable
from tui.widgets.table_layout import Cell, Column, TableRow

COLUMNS = (Column("name", "地方", "name"), Column("value", "结果"))
VALUES = {"甲": (3.0, 3.2), "乙": (7.0, 7.0), "丙": (5.0, 4.0), "丁": (6.9, 7.0)}
ROWS = [TableRow(name, (Cell(name), Cell(f"{actual}%"))) for name, (_, actual) in VALUES.items()]
DOTS = {
    name: Dots((target,), (actual,), "fall-worse" if actual < target else "")
    for name, (target, actual) in VALUES.items()
}


def table() -> RankTable:
    return RankTable(COLUMNS, DOTS, "%", id="widget")


@pytest.mark.parametrize("width", [40, 60, 120])
@pytest.mark.parametrize("ambiguous", [1, 2])
def test_every_place_has_its_dots_in_lines_of_the_width(width: int, ambiguous: int) -> None:
    async def steps(widget: RankTable, shown: Shown) -> None:
        widget.__dict__["widths"] = widths = CellWidths(ambiguous)
        widget.show_rows(ROWS)
        await shown.settle()
        lines = [widget.render_line(y).text for y in range(5)]
        assert all(cell_length(line, widths) == width for line in lines)
        marks = [[mark for mark in line if mark in "○●◉▼"] for line in lines[1:]]
        assert marks[1:3] == [["◉"], ["▼", "○"]]
        assert marks[0] in (["○", "●"], ["◉"])
        assert marks[3] in (["○", "●"], ["◉"])

    show(table, steps, size=(width, 8))


def test_labels_stand_over_the_grid_and_dots_between_them() -> None:
    async def steps(widget: RankTable, shown: Shown) -> None:
        widget.show_rows(ROWS)
        await shown.settle()
        heads, first, second = (widget.render_line(y).text for y in range(3))
        labels = [label for label in heads.split() if label.endswith("%")]
        assert (labels[0], labels[-1]) == ("3%", "7%")
        assert cell_length(second[: second.index("◉")]) == cell_length(heads[: heads.index("7%")])
        assert first.count("·") == len(labels) - 1, "the dot at 3 takes the place of the grid"

    show(table, steps, size=(80, 8))


def test_a_single_value_is_labelled_once_and_amounts_have_their_unit() -> None:
    async def steps(widget: RankTable, shown: Shown) -> None:
        widget.show_rows(ROWS[:1])
        await shown.settle()
        heads, row = (widget.render_line(y).text for y in range(2))
        assert heads.split()[-1:] == ["5亿元"] and heads.count("5亿元") == 1
        assert cell_length(row[: row.index("◉")]) == cell_length(heads[: heads.index("5亿元")])

    show(
        lambda: RankTable(COLUMNS, {"甲": Dots((5.0,), (5.0,), "")}, "亿元", id="widget"), steps, size=(80, 8)
    )


def test_without_room_there_are_no_dots_and_values_stay() -> None:
    async def steps(widget: RankTable, shown: Shown) -> None:
        widget.show_rows(ROWS)
        await shown.settle()
        assert "3.2%" in shown.rows[1]
        assert "○" not in shown.text

    show(table, steps, size=(22, 8))


class CountedRows(list[TableRow]):
    """Rows that count how often one is read."""

    read = 0

    def __iter__(self) -> Iterator[TableRow]:
        for row in super().__iter__():
            self.read += 1
            yield row


def test_painting_a_line_does_not_go_through_all_rows() -> None:
    async def steps(widget: RankTable, shown: Shown) -> None:
        rows = CountedRows(ROWS)
        widget.show_rows(rows)
        await shown.settle()
        rows.read = 0
        for y in range(5):
            widget.render_line(y)
        assert rows.read == 0

    show(table, steps, size=(80, 8))


def test_an_arrow_before_a_heading_leaves_the_gap_behind_it() -> None:
    columns = (
        Column("name", "地方", "name"),
        Column("value", "近似", is_right=True),
        Column("where", "来处"),
    )
    rows = [TableRow(name, (Cell(name), Cell("0.78"), Cell("某市"))) for name in "甲乙"]

    async def steps(widget: RankTable, shown: Shown) -> None:
        widget.show_rows(rows, order=("value", "↓"))
        await shown.settle()
        head, row = (widget.render_line(y).text for y in range(2))
        assert "↓近似  来处" in head
        assert cell_length(head[: head.index("来处")]) == cell_length(row[: row.index("某市")])

    show(lambda: RankTable(columns, {}, "", id="widget"), steps, size=(40, 8))


@pytest.mark.parametrize(("width", "is_cut"), [(42, True), (60, False)])
def test_a_long_name_is_cut_rather_than_the_dots_left_out(width: int, is_cut: bool) -> None:
    long = "双江拉祜族佤族布朗族傣族自治县"
    rows = [TableRow(long, (Cell(long), Cell("3.2%"))), *ROWS[1:]]

    async def steps(widget: RankTable, shown: Shown) -> None:
        widget.show_rows(rows)
        await shown.settle()
        lines = [widget.render_line(y).text for y in range(1, 5)]
        assert all(any(mark in line for mark in "○●◉▼") for line in lines)
        assert "双江" in lines[0] and (long not in lines[0]) == is_cut and "3.2%" in lines[0]

    show(lambda: RankTable(COLUMNS, {**DOTS, long: DOTS["甲"]}, "%", id="widget"), steps, size=(width, 8))
