"""Orders of tables, and rows the other way round."""

from __future__ import annotations

from tui.widgets.table_layout import Cell, TableRow
from tui.widgets.table_order import RowOrder, reversed_rows

Headings = tuple[tuple[int, str], ...]


def row(key: str, *headings: tuple[int, str], group: int = 0) -> TableRow:
    return TableRow(key, (Cell(key),), headings, group)


def turned(*rows: TableRow) -> list[tuple[str, Headings]]:
    return [(one.key, one.headings) for one in reversed_rows(rows)]


def test_an_order_is_read_as_it_is_written() -> None:
    for order in (RowOrder("gap"), RowOrder("gap", True)):
        assert RowOrder.read(order.text, ("text", "gap")) == order
    assert RowOrder.read("other", ("text", "gap")) == RowOrder("text")


def test_the_arrow_tells_whether_values_fall() -> None:
    order = RowOrder("year")
    assert (order.arrow(True), order.turned.arrow(True)) == ("↓", "↑")
    assert (order.arrow(False), order.turned.arrow(False)) == ("↑", "↓")


def test_rows_stay_below_their_headings() -> None:
    rows = (row("1", (0, "一"), (1, "甲")), row("2"), row("3", (1, "乙")), row("4", (0, "二")))
    assert turned(*rows) == [
        ("4", ((0, "二"),)),
        ("3", ((0, "一"), (1, "乙"))),
        ("2", ((1, "甲"),)),
        ("1", ()),
    ]


def test_groups_keep_their_order() -> None:
    rows = (row("1"), row("2"), row("3", group=1), row("4", group=1))
    assert [key for key, _ in turned(*rows)] == ["2", "1", "4", "3"]
