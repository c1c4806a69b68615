"""The plot of a series: marks at their values, columns of equal width, values whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.past import figure, sample_series, stated
from tui.series.model import Series, SeriesYear
from tui.typeset.cells import NARROW, CellWidths, cell_length
from tui.widgets.series_columns import SeriesColumns, scale_of
from tui.widgets.series_plot import Piece, heading_line, plot_lines, step_for, table_lines

WIDE = CellWidths(2)


def columns_of(
    series: Series, width: int = 80, widths: CellWidths = NARROW, cursor: int = 2024
) -> SeriesColumns:
    return SeriesColumns([series], width, widths, cursor)


def text_of(pieces: list[Piece]) -> str:
    return "".join(text for text, _ in pieces).rstrip()


def series_of(*years: SeriesYear) -> Series:
    return sample_series()._replace(years=years)


def year_of(
    year: int, target: str = "", actual: str = "", verdict: str | None = None, **more: object
) -> SeriesYear:
    return SeriesYear(
        year,
        stated(target, year, 1) if target else None,
        stated(actual, year + 1, 2) if actual else None,
        verdict,  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def test_a_missed_target_is_joined_to_what_was_reached_and_equal_values_share_a_mark() -> None:
    series = series_of(
        year_of(2021, "8%", "8%", "met"),
        year_of(2022, "8%", "5%", "missed"),
        year_of(2023, "6%", "7%", "exceeded"),
        year_of(2024, "6%"),
    )
    lines = [text_of(line) for line in plot_lines(columns_of(series), 6)]
    assert [line.split() for line in lines] == [
        ["8%", "◉", "○"],
        ["7%", ":", "●"],
        ["6%", ":", "○", "○"],
        ["5%", "▼"],
    ]


def test_a_number_keeps_the_word_that_its_verdict_hangs_on() -> None:
    quotes = [("at_least", "6%"), ("about", "7%"), ("at_most", "3%"), ("over", "8%"), ("exact", "5%")]
    years = []
    for at, (qualifier, quote) in enumerate(quotes):
        target = stated(quote, 2019 + at, 1)
        metric = target.metric._replace(qualifier=qualifier)  # type: ignore[arg-type]
        years.append(SeriesYear(2019 + at, target._replace(metric=metric), None))
    (line, *_) = map(text_of, table_lines(columns_of(series_of(*years))))
    assert line.split() == ["目标", "≥6", "约7", "≤3", ">8", "5"]


def test_a_fall_by_so_much_or_more_is_a_number_below_it() -> None:
    target = stated("3%", 2023, 1)
    metric = target.metric._replace(qualifier="at_least", direction="down")
    series = series_of(SeriesYear(2023, target._replace(metric=metric), None))
    assert next(map(text_of, table_lines(columns_of(series)))).split() == ["目标", "≤-3"]


def test_values_half_way_between_two_rows_all_go_up() -> None:
    series = series_of(
        *(year_of(2019 + at, value) for at, value in enumerate(["4.5%", "5.5%", "6.5%", "10%"]))
    )
    lines = [text_of(line) for line in plot_lines(columns_of(series), 6)]
    assert [line.split()[0] for line in lines if "○" in line] == ["10%", "7%", "6%", "5%"]


def test_arrows_tell_of_years_that_there_is_no_room_for() -> None:
    series = series_of(*(year_of(year, "7%") for year in range(2001, 2025)))
    for cursor, before, after in ((2024, True, False), (2001, False, True), (2008, True, True)):
        columns = columns_of(series, 40, cursor=cursor)
        head = text_of(heading_line(columns))
        assert ("年 ←" in head, head.endswith("→")) == (before, after)
    assert {"←", "→"}.isdisjoint(text_of(heading_line(columns_of(series, 200))))


def test_both_ends_of_a_range_are_marked() -> None:
    target = stated("6%", 2024, 1)
    low, high = figure("6%", "").value[0], figure("8%", "").value[0]
    target = target._replace(metric=target.metric._replace(value=(low, high)))
    series = series_of(SeriesYear(2024, target, stated("7%", 2025, 2), "met"))
    lines = [text_of(line) for line in plot_lines(columns_of(series), 8)]
    assert [line.split()[1] for line in lines if len(line.split()) > 1] == ["○", "●", "○"]
    assert next(text_of(line) for line in table_lines(columns_of(series))).split() == ["目标", "6-8"]


def test_the_table_tells_silence_from_a_missing_report() -> None:
    columns = columns_of(sample_series())
    target, actual, verdict = [text_of(line).split() for line in table_lines(columns)]
    assert target == ["目标", "8", "7", "6.5", "/", "7.5", "7"]
    assert actual == ["结果", "7.5", "1.5", "…", "/", "6预", "/"]
    assert verdict == ["结论", "▼", "▼", "▼"]
    assert text_of(heading_line(columns)).split() == [
        "年", "2019", "┄2020", "2021", "2022", "2023", "2024"
    ]  # fmt: skip


def test_amounts_stand_below_growth_in_the_unit_of_the_largest() -> None:
    small, large = stated("9000万元", 2023, 1), stated("1.2亿元", 2024, 2)
    series = series_of(
        year_of(2022, "7%", "8%", "exceeded", amount=small),
        year_of(2023, "7%", "8%", "exceeded", amount=large, amount_breaks=("修订",)),
    )
    rows = [text_of(line).split() for line in table_lines(columns_of(series))]
    assert rows[-1] == ["亿元", "0.9", "┄1.2"]


def test_numbers_from_a_thousand_on_have_no_decimals() -> None:
    assert scale_of([stated("10243.3亿元", 2022, 1)]).number(figure("10243.3亿元", "")) == "10243"
    assert scale_of([stated("873.26亿元", 2022, 1)]).number(figure("873.26亿元", "")) == "873.26"
    assert scale_of([]).unit == ""


@pytest.mark.parametrize("cursor", [2000, 2010, 2024])
def test_the_year_at_the_cursor_is_among_those_there_is_room_for(cursor: int) -> None:
    series = series_of(*(year_of(year, "7%", "8%", "exceeded") for year in range(2000, 2025)))
    columns = columns_of(series, 50, cursor=cursor)
    assert cursor in columns.years
    assert len(columns.years) < 25
    assert columns.years[0] >= 2000
    assert columns.years[-1] <= 2024


@pytest.mark.parametrize(
    ("low", "high", "rows", "step"),
    [
        (3.6, 12.1, 10, 1.0),
        (3.6, 12.1, 20, 0.5),
        (0, 100, 11, 10),
        (5, 5, 10, None),
        (12380, 32000, 10, 2500),
    ],
)
def test_rows_are_a_round_number_apart(low: float, high: float, rows: int, step: float | None) -> None:
    found = step_for(low, high, rows)
    assert step is None or found == step
    assert round(high / found) - round(low / found) + 1 <= rows


@given(
    st.lists(st.tuples(st.integers(-300, 3000), st.integers(-300, 3000)), min_size=1, max_size=20),
    st.integers(20, 160),
    st.integers(3, 30),
    st.sampled_from([NARROW, WIDE]),
)
def test_every_line_is_as_wide_as_the_columns_and_no_value_is_lost(
    tenths: list[tuple[int, int]], width: int, height: int, widths: CellWidths
) -> None:
    def of(number: int, year: int) -> object:
        one = stated(f"{abs(number) / 10}%", year, 1)
        return one._replace(metric=one.metric._replace(direction="down" if number < 0 else "up"))

    years = [
        SeriesYear(2000 + at, of(target, 2000), of(actual, 2000), "missed" if actual < target else "met")  # type: ignore[arg-type]
        for at, (target, actual) in enumerate(tenths)
    ]
    columns = columns_of(series_of(*years), width, widths, 2000 + len(years) - 1)
    wide = columns.label_cells + columns.cells * len(columns.years)
    lines = plot_lines(columns, height)
    assert 0 < len(lines) <= height
    for line in [*lines, heading_line(columns), *table_lines(columns)]:
        assert sum(cell_length(text, widths) for text, _ in line) == wide
        assert len(line) == 1 + len(columns.years)
    for at in range(1, 1 + len(columns.years)):
        assert any(line[at][0].strip() for line in lines)


def test_an_amount_beside_growth_keeps_what_makes_it_uncertain() -> None:
    amount = stated("10000亿元", 2021, 2)
    metric = amount.metric._replace(qualifier="over", estimated=True)
    year = year_of(2021, "6%", "8%", "met", amount=amount._replace(metric=metric))
    *_, line = map(text_of, table_lines(columns_of(series_of(year))))
    assert line.split() == ["亿元", ">10000预"]
