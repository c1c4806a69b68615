"""The metrics panel: tabs, rows, columns of values, keys."""

from __future__ import annotations

import pytest

from tests.support.samples import SMALL, huiji, report_of
from tests.support.widgets import Shown, show
from tui.library.prepared import prepare_report
from tui.messages.panes import LONG_TAB_NAMES, TAB_NAMES
from tui.metrics.comparison import ComparisonRow
from tui.report.model import Metric
from tui.typeset.cells import NARROW, cell_length
from tui.widgets.metric_lines import PanelLayout
from tui.widgets.metric_rows import TABS, Pair, Row, Source, Tab, comparison_rows, row_at_hit
from tui.widgets.metric_tabs import ComparisonTab, Reading
from tui.widgets.metric_title import PanelTitle
from tui.widgets.metrics_panel import MetricsPanel

PREPARED = prepare_report(report_of(SMALL)._replace(comparisons=()))


def panel() -> MetricsPanel:
    return MetricsPanel(PREPARED, id="widget")


async def filled(widget: MetricsPanel, shown: Shown) -> None:
    widget.follow(PREPARED.outline.by_id["1.1"].start)
    await shown.settle()


def row_of(name: str, actual: Metric | None, target: Metric | None, **fields: object) -> ComparisonRow:
    return ComparisonRow(name, actual, target, "strict")._replace(**fields)  # type: ignore[arg-type]


def test_comparisons_are_grouped() -> None:
    prepared = prepare_report(huiji())
    rows = comparison_rows(prepared.outline, prepared.comparison_rows)
    headings = [row.name for row in rows if row.is_heading]
    assert headings[0] == "主要指标"
    assert headings[1].startswith("(一)")
    assert headings[-2:] == [
        "文字目标",
        f"本年目标（未见上年结果） {len(rows) - rows.index(Row(headings[-1])) - 1} 项",
    ]
    assert comparison_rows(prepared.outline, []) == []


def test_main_indicators_come_first_other_pairs_by_section_then_targets() -> None:
    metrics = PREPARED.report.metrics
    early, late = metrics[0], metrics[-1]
    rows = comparison_rows(
        PREPARED.outline,
        [
            row_of("规划", None, late, horizon="plan"),
            row_of("后节", early, late),
            row_of("前节", early, early),
            row_of("今年", None, early, horizon="year"),
            row_of("同步", None, None, target_text="与经济同步"),
            row_of("主要", early, late, canonical="gdp"),
        ],
    )
    names = [row.name for row in rows]
    assert [name for name in names if len(name) == 2 and not name.endswith("述")] == [
        "主要", "前节", "后节", "同步", "今年", "规划"
    ]  # fmt: skip
    assert names[0] == "主要指标"
    assert names[-4:] == ["本年目标（未见上年结果） 1 项", "今年", "规划期目标 1 项", "规划"]


def test_a_metric_without_a_name_is_listed_with_its_clause() -> None:
    metric = next(one for one in PREPARED.report.metrics if one.quote == "15公里")._replace(indicator="")
    row = Source(PREPARED.outline, (metric,)).row(metric)
    assert (row.name, row.is_clause) == ("完成道路建设15公里", True)


@pytest.mark.parametrize(
    ("hit", "name"),
    [
        ("66.8", "签约项目总投资额"),
        ("厂房", "新建标准厂房"),
        ("园区建设全面", None),
        ("园区承载能力", None),
        ("其中亿元", "亿元以上项目"),
        ("产业升级", None),
        ("市场", "新增市场主体"),
    ],
    ids=[
        "in the value",
        "in the name",
        "elsewhere",
        "in the sentence only",
        "in the clause",
        "in a heading",
        "in a name",
    ],
)
def test_the_row_about_a_hit_is_found(hit: str, name: str | None) -> None:
    source = Source(PREPARED.outline, PREPARED.report.metrics)
    start = SMALL.index(hit)
    row = row_at_hit([source.row(metric) for metric in source.metrics], SMALL, start, start + len(hit))
    assert (row.name if row is not None else None) == name


def test_keys_change_the_tab() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        widget.show_tab("section")
        tabs = []
        for key in ("right", "right", "right", "right", "left"):
            await shown.press(key)
            tabs.append(widget.tab)
        assert tabs == ["all", "promises", "series", "comparison", "series"]

    show(panel, steps, size=(44, 20))


def test_a_click_on_a_name_in_the_title_shows_its_tab() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        for name, tab in (("全部", "all"), ("本节", "section"), ("承诺", "promises")):
            before = shown.rows[0][: shown.rows[0].index(name)]
            await shown.click("#widget", (cell_length(before) + 1, 0))
            assert widget.tab == tab
        await shown.click("#widget", (1, 0))
        assert widget.tab == "promises"

    show(panel, steps, size=(44, 20))


@pytest.mark.parametrize("width", [30, 36, 40, 44, 60])
def test_the_shown_tab_stands_in_brackets_and_the_count_at_the_right(width: int) -> None:
    for tab in TABS:
        title = "".join(text for text, _ in PanelTitle(tab, ["一(一) 33 项", "33 项"], width, NARROW).pieces)
        names = LONG_TAB_NAMES if width > 44 else TAB_NAMES
        assert f"[{names[tab]}]" in title
        assert all(name in title for name in names.values())
        if width >= 36:
            assert cell_length(title) == width
            assert title.endswith("33 项 ")


def test_the_cursor_skips_headings() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        widget.show_tab("all")
        widget.choose_metrics(None)
        reached = []
        for _ in PREPARED.report.metrics:
            assert widget.metric is not None
            reached.append(widget.metric)
            await shown.press("down")
        assert reached == list(PREPARED.report.metrics)
        posted = [message.metric for message in shown.posted(MetricsPanel.RowReached)]
        assert posted == [*reached[1:], reached[-1]]

    show(panel, steps, size=(44, 10))


def test_enter_asks_for_the_target_of_a_comparison_then_for_the_actual_value() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.follow(0)
        row = widget._row_at_cursor
        assert row is not None
        pair = row.metrics
        assert len(pair) == 2
        for _ in range(2):
            await shown.press("enter")
            widget.point_at(shown.posted(MetricsPanel.OpenMetric)[-1].metric)
        asked = [message.metric for message in shown.posted(MetricsPanel.OpenMetric)]
        assert asked == [pair[-1], pair[0]]

    show(lambda: MetricsPanel(prepare_report(huiji()), id="widget"), steps, size=(44, 20))


def test_only_chosen_metrics_are_shown_until_all_are_again() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        widget.show_tab("all")
        widget.choose_metrics(list(PREPARED.report.metrics[:2]))
        await shown.settle()
        assert shown.rows[0].endswith(f"2/{len(PREPARED.report.metrics)} 项")
        widget.choose_metrics([])
        await shown.settle()
        assert "没有这样的指标" in shown.text
        widget.choose_metrics(None)
        await shown.settle()
        assert shown.rows[0].endswith(f"{len(PREPARED.report.metrics)} 项")

    show(panel, steps, size=(44, 20))


def test_values_have_the_style_of_their_status() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        widget.show_tab("all")
        await shown.settle()
        row = next(y for y, text in enumerate(shown.rows) if text.endswith("8.5亿元"))
        assert shown.style_of(row, "8.5亿元") == shown.named("base", "achieved")
        metric = next(each for each in PREPARED.report.metrics if each.quote == "8.5亿元")
        widget.point_at(metric)
        await shown.settle()
        assert shown.style_of(row, "8.5亿元") == shown.named("base", "cursor-focused", "current-metric")

    show(panel, steps, size=(44, 20))


def test_what_a_search_has_found_is_highlighted_in_names() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        widget.show_tab("all")
        start = SMALL.index("市场主体")
        widget.follow_hit((start, start + 4))
        await shown.settle()
        assert widget.metric is not None
        assert widget.metric.indicator == "新增市场主体"
        row = next(y for y, text in enumerate(shown.rows) if "新增市场主体" in text)
        assert shown.style_of(row, "市场主体") == shown.named("base", "cursor-focused", "hit")
        widget.follow_hit(None)
        await shown.settle()
        assert shown.style_of(row, "新增市场主体") == shown.named("base", "cursor-focused")

    show(panel, steps, size=(44, 30))


def test_a_click_on_the_second_line_of_a_name_means_its_row() -> None:
    long, other = "建成全国一流的高新技术产业开发区", "建成全国一流的高新技术产业示范园"
    metrics = tuple(
        metric._replace(indicator=name)
        for metric, name in zip(PREPARED.report.metrics, (long, other), strict=False)
    )
    report = PREPARED.report._replace(metrics=metrics)

    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.follow(0)
        widget.show_tab("all")
        await shown.settle()
        y = next(y for y, text in enumerate(shown.rows) if "开发区" in text)
        assert widget.row_at(y) == widget.row_at(y - 1)
        assert "建成" in shown.rows[y - 1]

    show(lambda: MetricsPanel(prepare_report(report), id="widget"), steps, size=(28, 20))


@pytest.mark.parametrize("tab", ["comparison", "all"])
def test_the_first_metric_is_reached_from_the_last_one_and_the_other_way_round(tab: str) -> None:
    prepared = prepare_report(huiji())

    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.show_tab(tab)  # type: ignore[arg-type]
        first = widget.cursor
        widget.action_move_to_end(1)
        last = widget.cursor
        widget.action_move_to_end(-1)
        assert widget.cursor == first < last
        assert widget.top == 0
        widget.action_move_to_end(1)
        assert widget.cursor == last

    show(lambda: MetricsPanel(prepared, id="widget"), steps)


@pytest.mark.parametrize(
    ("width", "title"),
    [
        (60, " 3 指标 [对照] 本节  全部  去年承诺  历年"),
        (48, " 3 [对照]本节 全部 去年承诺 历年"),
        (40, " 3 [对照]本节 全部 承诺 历年"),
    ],
)
def test_tabs_stand_apart_where_there_is_room(width: int, title: str) -> None:
    shown = PanelTitle("comparison", ["14 项成对", "14 对"], width, NARROW)
    assert "".join(text for text, _ in shown.pieces).startswith(title + " ")
    at = cell_length(title[: title.index("本节")], NARROW)
    assert shown.tab_at(at) == "section"


def test_no_row_is_lit_while_a_hit_is_shown_that_none_is_about() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        def lit() -> int:
            fill = shown.named("base", "cursor")
            lines = [widget.render_line(y) for y in range(widget.size.height)]
            return sum(any(segment.style == fill for segment in line) for line in lines)

        await filled(widget, shown)
        widget.screen.set_focus(None)
        await shown.settle()
        assert lit() == 1
        start = SMALL.index("园区承载能力")
        widget.follow_hit((start, start + 6))
        assert lit() == 0
        widget.follow_hit(None)
        assert lit() == 1
        widget.follow_hit((start, start + 6))
        widget.point_at(PREPARED.report.metrics[0])
        assert lit() == 1

    show(panel, steps, size=(44, 30))


def test_the_place_of_the_row_at_a_hit_is_told_where_rows_above_it_are_out_of_view() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        widget.show_tab("all")
        total = len(PREPARED.report.metrics)
        assert f"{total} 项" in shown.rows[0] and "行" not in shown.rows[0]
        last = PREPARED.report.metrics[-1]
        widget.follow_hit((last.start, last.end))
        await shown.settle()
        assert widget.top and f"第 {total}/{total} 行" in shown.rows[0]
        widget.follow_hit(None)
        await shown.settle()
        assert "行" not in shown.rows[0]

    show(panel, steps, size=(70, 12))


@pytest.mark.parametrize("tab", TABS)
def test_both_brackets_belong_to_the_tab_that_is_shown(tab: Tab) -> None:
    title = PanelTitle(tab, ["3 项"], 60, NARROW)
    shown = "".join(text for text, kind in title.drawn if kind == "tab")
    assert shown.strip() == f"[{LONG_TAB_NAMES[tab]}]"
    assert "".join(text for text, _ in title.drawn) == "".join(text for text, _ in title.pieces)


def test_comparisons_begin_at_the_first_pair_and_the_row_at_the_cursor_has_a_mark() -> None:
    metrics = PREPARED.report.metrics
    targets = [metric for metric in metrics if metric.status == "target"]
    actual = next(metric for metric in metrics if metric.status == "achieved")
    alone = [row_of("目标", None, target) for target in targets[:-1]]
    report = PREPARED._replace(comparison_rows=[*alone, row_of("成对", actual, targets[-1])])

    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.show_tab("comparison")
        await shown.settle()
        assert widget.row is not None and widget.row.name == "成对"
        assert [row.startswith("▸") for row in shown.rows if "成对" in row and "3 " not in row[:3]] == [True]

    show(lambda: MetricsPanel(report, id="widget"), steps, size=(44, 12))


def test_a_click_anywhere_right_of_the_last_heading_means_it() -> None:
    pair = Pair("6%", "8000万元以上", "▲", "rise", True, "achieved")
    layout = PanelLayout([Row("投资", pair=pair)], 60, NARROW)
    assert ComparisonTab(Reading(PREPARED)).order_at(59, layout) == "target"
