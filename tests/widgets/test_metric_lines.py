"""The lines of the metrics panel: columns, whole values, names that wrap."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import huiji
from tui.library.prepared import prepare_report
from tui.metrics.comparison import ComparisonRow
from tui.report.model import Metric
from tui.themes import THEMES
from tui.typeset.cells import NARROW, CellWidths, cell_length
from tui.widgets.metric_drawing import RowDrawing, headings_of_pairs
from tui.widgets.metric_lines import PanelLayout, values_of
from tui.widgets.metric_orders import Sort
from tui.widgets.metric_rows import Row, Source, comparison_rows
from tui.widgets.styles import make_styles

PREPARED = prepare_report(huiji())
COMPARISONS = comparison_rows(PREPARED.outline, PREPARED.comparison_rows)
STYLES = make_styles(THEMES[0].variables)
PLAIN = (
    huiji()
    .metrics[0]
    ._replace(qualifier="exact", estimated=False, measure="level", direction=None, attributes=())
)


def metric(quote: str, number: int = 0) -> Metric:
    return PLAIN._replace(id=f"x{number}", quote=quote, value=(Decimal(1),))


def compared(name: str, actual: str, target: str) -> Row:
    row = ComparisonRow(name, metric(actual), metric(target), "strict")
    return Row(name, (metric(actual), metric(target)), row)


def drawn(rows: list[Row], width: int, widths: CellWidths = NARROW) -> list[str]:
    layout = PanelLayout(rows, width, widths)
    drawing = RowDrawing(layout, STYLES.__getitem__, STYLES["base"], None, "")
    return ["".join(text for text, _ in drawing.pieces(line, STYLES["base"])) for line in layout.lines]


@pytest.mark.parametrize("width", [28, 36, 40, 44, 60, 70])
@pytest.mark.parametrize("ambiguous", [1, 2])
def test_signs_stand_in_one_column_with_a_margin_at_the_right(width: int, ambiguous: int) -> None:
    widths = CellWidths(ambiguous)
    layout = PanelLayout(COMPARISONS, width, widths)
    lines = drawn(COMPARISONS, width, widths)
    usual = layout.sign_column("")
    for line, text in zip(layout.lines, lines, strict=True):
        assert cell_length(text, widths) <= width - 1
        if not line.values[1]:
            continue
        actual, target = values_of(line.row)
        assert text.endswith(target)
        assert actual in text
        if cell_length(target, widths) <= width * 2 // 5 and actual:
            before = text.removesuffix(target).rstrip(" ▲▼=≈✓○")
            assert before.endswith(actual)
            assert cell_length(before, widths) == usual - 1


def test_years_stand_over_their_columns() -> None:
    layout = PanelLayout(COMPARISONS, 44, NARROW)
    drawing = RowDrawing(layout, STYLES.__getitem__, STYLES["base"], None, "")
    headings = headings_of_pairs(layout, Sort(), ("actual", "2023"), ("target", "2024"))
    heading = "".join(text for text, _ in drawing.headings(headings, STYLES["base"]))
    assert cell_length(heading[: heading.index("2024")]) == layout.sign_column("") + 2
    assert cell_length(heading[: heading.index("2023") + 4]) == layout.sign_column("") - 1


def test_names_that_would_look_alike_wrap_and_others_are_cut() -> None:
    rows = [
        compared("地区生产总值增长速度目标", "6%", "7%"),
        compared("地区生产总值增长速度结果", "6%", "7%"),
        compared("社会消费品零售总额增长速度", "6%", "7%"),
    ]
    shown = drawn(rows, 28)
    assert [line.strip() for line in shown][1:4:2] == ["度目标", "度结果"]
    assert shown[4].count("…") == 1
    assert len(shown) == 5


def test_equal_names_do_not_wrap() -> None:
    rows = [compared("国内外知名的高新技术产业", "6%", "7%")] * 2
    assert len(drawn(rows, 24)) == 2


def test_values_that_leave_a_name_no_room_stand_below_it() -> None:
    name, values = drawn([compared("新增城镇就业人数", "1000000亿元", "2000000亿元")], 28)
    assert name.strip() == "新增城镇就业人数"
    assert values.split() == ["1000000亿元", "=", "2000000亿元"]


def test_an_increase_says_so_unless_a_value_of_its_kind_stands_beside_it() -> None:
    actual, target = metric("2.7%")._replace(measure="growth"), metric("1万亿元")._replace(measure="growth")
    alone = Row("赤字", (target,), ComparisonRow("赤字", None, target, horizon="year"))
    assert values_of(alone) == ("", "增1万亿元")
    both = Row("赤字", (actual, target), ComparisonRow("赤字", actual, target, "strict"))
    assert values_of(both) == ("2.7%", "1万亿元")


def test_a_target_of_several_years_shows_them() -> None:
    target = metric("100家")._replace(period="2024-2028")
    row = Row("企业", (target,), ComparisonRow("企业", None, target, horizon="plan"))
    assert values_of(row) == ("2024—2028年", "100家")
    assert [line.split() for line in drawn([row], 36)] == [["企业", "2024—2028年", "100家"]]
    this_year = row._replace(comparison=ComparisonRow("企业", None, target, horizon="year"))
    assert values_of(this_year) == ("", "100家")


def test_a_year_that_is_neither_reviewed_nor_planned_stands_before_the_value() -> None:
    source = Source(PREPARED.outline, PREPARED.report.metrics)
    years = {
        year: source.row(PLAIN._replace(indicator="总值", period=year)) for year in ("2019", "2023", "2024")
    }
    assert [row.year for row in years.values()] == ["2019年", "", ""]
    assert source.row(PLAIN._replace(period="2019-2023")).year == ""
    assert drawn([years["2019"]], 36)[0].split() == ["总值", "2019年", PLAIN.quote]
    long = years["2019"]._replace(name="规模以上工业增加值年均增速")
    assert "2019年" not in drawn([long], 36)[0]


def test_a_bar_gives_way_to_the_name() -> None:
    share = metric("50%")._replace(measure="share", unit="%", value=(Decimal(50),))
    rows = [Row("占比", (share,))]
    assert PanelLayout(rows, 36, NARROW).has_bar(share, "50%")
    assert not PanelLayout(rows, 24, NARROW).has_bar(share, "50%")


@given(
    st.lists(
        st.tuples(
            st.text("增长总值A“”", max_size=30),
            st.text("0123456789.亿元", min_size=1, max_size=12),
            st.text("0123456789.亿元", min_size=1, max_size=12),
        ),
        max_size=8,
    ),
    st.integers(1, 80),
)
def test_no_row_is_lost_and_no_value_cut(cells: list[tuple[str, str, str]], width: int) -> None:
    rows = [compared(*texts) for texts in cells]
    layout = PanelLayout(rows, width, NARROW)
    assert [line.row for line in layout.lines if line.is_first] == rows
    with_values = [line for line in layout.lines if line.values[1]]
    assert [line.row for line in with_values] == rows
    for line, text in zip(layout.lines, drawn(rows, width), strict=True):
        if line.values[1]:
            assert all(value in text for value in values_of(line.row))


def test_all_metrics_of_a_report_keep_their_values_at_every_width() -> None:
    source = Source(PREPARED.outline, PREPARED.report.metrics)
    rows = [source.row(one) for one in source.metrics]
    for width in range(28, 71, 6):
        for text in drawn(rows, width):
            assert cell_length(text) <= width - 1 or "…" not in text
