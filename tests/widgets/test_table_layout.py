"""Columns of tables: values whole, names that stay different, at any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.typeset.cells import CellWidths, cell_length
from tui.widgets.table_layout import INDENT, MOST_MOVED, Cell, Column, Line, TableLayout, TableRow

COLUMNS = (
    Column("sign", "", "sign"),
    Column("name", "指标", "name"),
    Column("target", "目标"),
    Column("gap", "差", is_right=True),
    Column("note", "说明", is_optional=True),
)


def row(name: str, target: str = "7%", gap: str = "", note: str = "", key: str = "") -> TableRow:
    return TableRow(key or name, tuple(map(Cell, ("▲", name, target, gap, note))))


def drawn(line: Line, widths: CellWidths) -> str:
    """Return a line as it is on the screen; fail if texts overlap."""
    text = ""
    for start, cell in line.placed:
        used = cell_length(text, widths)
        assert start >= used, line
        text += " " * (start - used) + cell.text
    return text


def lines(rows: list[TableRow], width: int, ambiguous: int = 1) -> list[str]:
    widths = CellWidths(ambiguous)
    return [drawn(line, widths) for line in TableLayout(COLUMNS, rows, width, widths).lines]


def test_values_stand_in_columns() -> None:
    rows = [row("地区生产总值", "增7%左右", "低0.9点"), row("固定资产投资", "120亿元", "+9.5%")]
    assert lines(rows, 60) == [
        " ▲ 地区生产总值  增7%左右  低0.9点",
        " ▲ 固定资产投资  120亿元     +9.5%",
    ]


def test_a_column_without_values_and_one_without_room_are_left_out() -> None:
    rows = [row("一般公共预算收入增长速度", "5%", note="目标为增速")]
    headings = [column.id for column, *_ in TableLayout(COLUMNS, rows, 60, CellWidths()).headings]
    assert headings == ["sign", "name", "target", "note"]
    headings = [column.id for column, *_ in TableLayout(COLUMNS, rows, 36, CellWidths()).headings]
    assert headings == ["sign", "name", "target"]


def test_a_name_ends_in_an_ellipsis_unless_another_would_look_the_same() -> None:
    rows = [
        row("培育规模以上工业企业"),
        row("培育规模以上服务业企业"),
        row("新增城镇就业人数再创新高"),
    ]
    assert lines(rows, 24) == [
        " ▲ 培育规模以上工业企业",
        "                   7%",
        " ▲ 培育规模以上服务业企",
        "   业",
        "                   7%",
        " ▲ 新增城镇就业…   7%",
    ]


def test_a_long_value_begins_where_its_column_does_and_pushes_others_to_the_next_line() -> None:
    long = "其中本级120亿元、下级330亿元、其他4亿元"
    rows = [row("投资", long, "+3%"), row("就业", "3000人", "-12.5%")]
    assert lines(rows, 60) == [
        f" ▲ 投资  {long}",
        "                    +3%",
        " ▲ 就业  3000人  -12.5%",
    ]


def test_what_has_no_room_at_its_column_stands_below() -> None:
    long = "其中本级120亿元、下级330亿元、其他4亿元"
    rows = [row("固定资产投资", long, "+3%"), row("就业", "3000人")]
    assert lines(rows, 50) == [
        " ▲ 固定资产投资",
        f"    {long}  +3%",
        " ▲ 就业          3000人",
    ]
    rows = [
        row("新增城镇就业", "5200人", "高7.7%", "居全省第一"),
        row("中小型水库治理工程", "143座", note="数额相差悬殊，口径可能不同"),
        row("中小型水库除险加固", "120座", "低80%", note="数额相差悬殊，口径可能不同"),
    ]
    assert lines(rows, 60) == [
        " ▲ 新增城镇就业        5200人  高7.7%  居全省第一",
        " ▲ 中小型水库治理工程  143座",
        "    数额相差悬殊，口径可能不同",
        " ▲ 中小型水库除险加固  120座    低80%",
        "    数额相差悬殊，口径可能不同",
    ]


def test_columns_are_narrowed_no_further_than_names_need() -> None:
    rows = [
        row("建设布局社区便民网点", "300家"),
        row("建成安置房", "3000万平方米", "低12.5%"),
        row("回迁群众", "300.5万平方米", "低2%"),
    ]
    assert lines(rows, 45) == [
        " ▲ 建设布局社区便民…  300家",
        " ▲ 建成安置房         3000万平方米   低12.5%",
        " ▲ 回迁群众           300.5万平方米     低2%",
    ]


def test_a_value_that_is_longer_than_others_takes_room_from_names_and_not_a_line_of_its_own() -> None:
    rows = [
        row("地区生产总值", "预计增5%左右", "高0.5点"),
        row("规模以上工业增加值", "增6%", "低1点"),
        row("社会消费品零售总额", "增7%", "低1.2点"),
    ]
    assert lines(rows, 41) == [
        " ▲ 地区生产总值    预计增5%左右  高0.5点",
        " ▲ 规模以上工业…   增6%            低1点",
        " ▲ 社会消费品零…   增7%          低1.2点",
    ]


def test_values_move_a_little_where_one_would_otherwise_have_a_line_of_its_own() -> None:
    usual = [row("规模以上工业增加值", "增6%", "低1点"), row("社会消费品零售总额", "增7%", "低1.2点")]
    rows = [row("生产总值", "预计增6.5%左右", "高0.5点"), *(each for each in usual for _ in range(9))]
    assert lines(rows, 38)[:2] == [
        " ▲ 生产总值   预计增6.5%左右  高0.5点",
        " ▲ 规模以上工业…   增6%         低1点",
    ]
    assert len(lines(rows, 38)) == len(rows)
    assert lines(rows, 36)[1].strip() == "高0.5点", "the name leaves no room"


def test_names_have_a_third_of_a_wide_line() -> None:
    name = "引进省内外科技企业及高质量研发团队"
    rows = [row(name, "50个以上", "高7.7%", "目标为新增，结果为总数"), row("用地", "不少于1600万平方米")]
    assert name in lines(rows, 90)[0]


def test_quotations_take_the_room_that_names_leave() -> None:
    columns = (
        Column("name", "批注", "name"),
        Column("passage", "原文", most=11, is_quoted=True),
        Column("section", "章节", most=6, is_quoted=True),
    )
    cells = tuple(map(Cell, ("查一查", "高质量发展是首要任务", "二(三)第一段")))
    widths = CellWidths()

    def line(width: int) -> str:
        (line,) = TableLayout(columns, [TableRow("", cells)], width, widths).lines
        return drawn(line, widths)

    assert line(30) == " 查一查  高质量发展…   二(三…"
    assert line(36) == " 查一查  高质量发展是首要…   二(三…"
    assert line(60) == " 查一查  高质量发展是首要任务  二(三)第一段"


def test_headings_stand_above_their_row() -> None:
    below = row("新建学校", "5所")._replace(headings=((0, "二、今年工作"), (1, "（一）办好教育和卫生事业")))
    assert lines([row("就业", "3000人"), below], 22) == [
        " ▲ 就业      3000人",
        " 二、今年工作",
        "   （一）办好教育和…",
        " ▲ 新建学校  5所",
    ]
    layout = TableLayout(COLUMNS, [row("就业"), below], 22, CellWidths())
    assert layout.first_lines == [0, 3]
    assert [line.is_heading for line in layout.lines] == [False, True, True, False]


@pytest.mark.parametrize("width", [0, 1, 2, 5, 12])
def test_hardly_any_room_does_no_harm(width: int) -> None:
    assert lines([row("地区生产总值", "增7%左右", "低0.9点")], width)


TEXTS = st.text("增长亿元7.%“”…—·abc 投资", max_size=30)


@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=6),
    st.integers(20, 160),
    st.sampled_from([1, 2]),
)
def test_nothing_overlaps_or_is_lost_at_any_width(
    cells: list[tuple[str, str, str, str]], width: int, ambiguous: int
) -> None:
    rows = [row(*texts, key=str(number)) for number, texts in enumerate(cells)]
    widths = CellWidths(ambiguous)
    layout = TableLayout(COLUMNS, rows, width, widths)
    texts = ["" for _ in rows]
    for line in layout.lines:
        text = drawn(line, widths)
        assert cell_length(text, widths) <= max(width, 24), text
        texts[line.row] += "".join(cell.text for _, cell in line.placed)
    assert len(layout.first_lines) == len(rows)
    for (_, target, gap, _), text in zip(cells, texts, strict=True):
        squeezed = text.replace(" ", "")
        assert target.replace(" ", "") in squeezed
        assert gap.replace(" ", "") in squeezed


@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=6),
    st.integers(20, 160),
    st.sampled_from([1, 2]),
)
def test_the_cells_of_a_column_begin_at_one_place_or_end_at_one_if_they_are_at_the_right(
    cells: list[tuple[str, str, str, str]], width: int, ambiguous: int
) -> None:
    rows = [row(*texts, key=str(number)) for number, texts in enumerate(cells)]
    widths = CellWidths(ambiguous)
    layout = TableLayout(COLUMNS, rows, width, widths)
    columns = {column.id: (start, start + size) for column, start, size in layout.headings}
    for line in layout.lines:
        at = [start for start, _ in line.placed]
        if not line.is_first and at[0] == INDENT:
            continue
        for start, cell in line.placed:
            left = {begin for begin, _ in columns.values()}
            right = {end for _, end in columns.values()}
            end = start + cell_length(cell.text, widths)
            distances = [
                *(abs(start - begin) for begin in left),
                *(abs(end - right_end) for right_end in right),
            ]
            is_near = min(distances) <= MOST_MOVED
            assert start in left or end in right or (line.is_first and is_near), (line, columns)
