"""The table of a series: only columns that have values, marks with what they mean, notes where actuals stand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.support.past import estimated, sample_series, stated
from tui.promises.model import Gap
from tui.series.model import SeriesYear
from tui.typeset.cells import NARROW, cell_length
from tui.widgets.series_table import SeriesTable, columns_of, copied
from tui.widgets.year_order import YearOrder

POINT = Gap(Decimal(-1), "个百分点")


def table_of(*years: SeriesYear, width: int = 80) -> SeriesTable:
    return SeriesTable([sample_series()._replace(years=years)], YearOrder(), width, NARROW)


def texts_of(table: SeriesTable) -> list[str]:
    return ["".join(text for text, _ in pieces).rstrip() for pieces, _, _ in table.lines()]


def heading_of(table: SeriesTable) -> list[str]:
    return [text.strip() for text, _ in table.heading if text.strip()]


@pytest.mark.parametrize(
    ("year", "heading"),
    [
        (SeriesYear(2023, stated("7%", 2023, 1), None), ["年↑", "目标", "结果"]),
        (SeriesYear(2023, None, None, amount=stated("12亿元", 2024, 2)), ["年↑", "目标", "结果", "数额"]),
        (SeriesYear(2023, stated("7%", 2023, 1), stated("7%", 2024, 2), "met"), ["年↑", "目标", "结果"]),
        (
            SeriesYear(2023, stated("7%", 2023, 1), stated("6%", 2024, 2), "missed", gap=POINT),
            ["年↑", "目标", "结果", "差距"],
        ),
    ],
)
def test_columns_without_values_are_left_out(year: SeriesYear, heading: list[str]) -> None:
    table = table_of(year)
    assert heading_of(table) == heading
    assert [column for column, *_ in table.headings] == list(
        columns_of([sample_series()._replace(years=(year,))])
    )


def test_signs_stand_behind_results_with_a_gap_or_without() -> None:
    for gap in (None, POINT):
        (line,) = texts_of(
            table_of(SeriesYear(2023, stated("7%", 2023, 1), stated("6%", 2024, 2), "missed", gap=gap))
        )
        assert line.split()[:4] == ["2023", "7%", "6%", "▼"]


def test_estimates_have_a_mark_that_is_explained_and_no_line() -> None:
    year = SeriesYear(
        2023, stated("7%", 2023, 1), estimated(stated("6%", 2024, 2)), "missed", notes=("预计数",)
    )
    table = table_of(year)
    (line,) = texts_of(table)
    assert line.split()[:3] == ["2023", "7%", "6%预"]
    assert table.legend == " 预 预计数"
    assert copied(year).split()[:3] == ["2023", "7%", "6%预计"]


def test_marks_that_do_not_occur_are_not_explained() -> None:
    assert table_of(SeriesYear(2023, stated("7%", 2023, 1), None)).legend == ""


@pytest.mark.parametrize(("actual", "amount"), [(True, "12亿元"), (False, "12亿元预")])
def test_an_amount_is_marked_unless_growth_beside_it_is(actual: bool, amount: str) -> None:
    growth = stated("6%", 2024, 2)
    year = SeriesYear(
        2023, None, estimated(growth) if actual else growth, amount=estimated(stated("12亿元", 2024, 2))
    )
    (line,) = texts_of(table_of(year))
    assert line.split()[-1] == amount


def test_notes_stand_below_actuals_and_are_never_cut() -> None:
    note = "报告另有一处为增6.5%、增6.8%" * 3
    table = table_of(SeriesYear(2023, stated("7%", 2023, 1), stated("6%", 2024, 2), notes=(note,)), width=40)
    start = next(start for column, start, _ in table.headings if column == "actual")
    lines = texts_of(table)[1:]
    assert len(lines) > 1 and "".join(line.strip() for line in lines) == note
    assert all(
        line[:start].isspace() and line[start] != " " and cell_length(line, NARROW) < 40 for line in lines
    )
