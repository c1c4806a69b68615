"""Metrics on the screen: tabs of the panel, filter, sorting, details, export."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.support.pilot import Driven, drive
from tests.support.samples import huiji, report_of
from tui.screens.export_dialog import ExportDialog
from tui.state.config import Config
from tui.state.store import ReportStore
from tui.widgets.inputs import FilterBox
from tui.widgets.metric_orders import Sort


def filter_box_of(app: Driven) -> FilterBox:
    box = app.panes.filter_box
    assert box is not None
    return box


def panel_names(app: Driven) -> list[str]:
    return [row.name for row in app.panes.metrics_panel._rows if row.metrics]


def test_the_panel_opens_with_comparisons() -> None:
    async def steps(app: Driven) -> None:
        assert app.panes.metrics_panel.tab == "comparison"
        row = next(row for row in app.rows if "新增“四上”企业" in row)
        assert "154家 ✓ 120家以上" in row
        assert "主要指标" in app.text
        assert "26 对" in app.text

    drive(steps)


def test_enter_shows_the_target_and_then_the_actual() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "down", "down", "enter")
        metrics = {metric.id: metric for metric in huiji().metrics}
        pair = huiji().comparisons[2]
        assert app.panes.text_pane.reading_offset == metrics[pair.target].start
        await app.press("3", "enter")
        assert app.panes.text_pane.reading_offset == metrics[pair.achieved].start
        assert app.panes.metrics_panel.tab == "comparison"

    drive(steps)


def test_the_status_bar_explains_the_change() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "down")
        assert "✓ 结果已超过下限" in app.rows[-1]
        await app.press("down", "down")
        assert "≈ 结果是数额，目标是增速" in app.rows[-1]

    drive(steps)


def test_below_the_heading_of_its_section_a_metric_leaves_the_hints() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "down")
        assert app.panes.metrics_panel.tab == "section"
        assert "看原句" in app.rows[-1]
        await app.press("s", "down")
        assert app.panes.metrics_panel.sort == Sort("size")
        assert "看原句" not in app.rows[-1]

    drive(steps)


def test_the_tabs_wrap() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3")
        seen = []
        for _ in range(6):
            await app.press("right")
            seen.append(app.panes.metrics_panel.tab)
        assert seen == ["section", "all", "promises", "series", "comparison", "section"]
        await app.press("left")
        assert app.panes.metrics_panel.tab == "comparison"

    drive(steps)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("亮灯", ["新增亮灯道路", "新增亮灯道路"]),
        ("lddl", ["新增亮灯道路", "新增亮灯道路"]),
        ("status:target 亮灯", ["新增亮灯道路"]),
        ("unit:元 >300亿", ["新签约项目额", "预授信", "新签约项目额"]),
        ("kind:multiple", ["清查法人、产业活动单位和个体经营户"]),
    ],
)
def test_metrics_are_filtered_as_the_user_types(words: str, names: list[str]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right", "c")
        filter_box_of(app).value = words
        await app.settle()
        assert app.panes.metrics_panel.tab == "all"
        assert f"{len(names)}/271 项" in app.text
        assert [name.removeprefix("城中村改造项目获国开行、农发行") for name in panel_names(app)] == names

    drive(steps)


def test_the_filter_applies_to_whatever_tab_is_shown() -> None:
    async def steps(app: Driven) -> None:
        panel = app.panes.metrics_panel
        await app.press("3", "c", "亮灯")
        assert (panel.tab, panel_names(app)) == ("comparison", ["新增亮灯道路"])
        assert "1/26 对" in app.text
        await app.press("enter", "right", "right")
        assert (panel.tab, panel_names(app)) == ("all", ["新增亮灯道路", "新增亮灯道路"])
        await app.press("left")
        assert panel.tab == "section"
        assert {"亮灯" in name for name in panel_names(app)} == {True}
        await app.press("c", "无此")
        assert "没有这样的指标" in app.text
        await app.press("escape")
        assert panel.tab == "section"
        assert len(panel_names(app)) > 1

    drive(steps)


def test_a_metric_that_is_filtered_out_does_not_change_the_tab() -> None:
    async def steps(app: Driven) -> None:
        panel = app.panes.metrics_panel
        await app.press("3", "c", "亮灯", "enter", "2", "full_stop")
        assert (panel.tab, panel_names(app)) == ("comparison", ["新增亮灯道路"])

    drive(steps)


def test_a_wrong_filter_says_so_and_keeps_the_last_metrics() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right", "c", "亮灯")
        for wrong, said in (("in:9.9", "没有“9.9”这个位置"), ("stat:x", "不能按 stat 筛选，是否为 status")):
            filter_box_of(app).value = wrong
            await app.settle()
            assert said in app.rows[-1]
        assert panel_names(app) == ["新增亮灯道路", "新增亮灯道路"]
        await app.press("escape")
        assert len(panel_names(app)) == 271
        assert app.focused == "metrics"

    drive(steps)


def test_enter_keeps_the_filter() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right", "f9", "亮灯", "enter")
        assert app.focused == "metrics"
        assert panel_names(app) == ["新增亮灯道路", "新增亮灯道路"]
        await app.press("down", "enter")
        assert app.focused == "text"

    drive(steps)


def test_details_show_conversion_comparison_reasons_and_sentence() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "c", "营业收入", "enter", "i")
        for words in (
            "2023年 82.7亿元 → 2024年 150亿元以上  ○ 结果低于下限",
            "1,500,000万元 ＝ 15,000,000,000元",
        ):
            assert words in app.text
        assert "依据" in app.text
        assert "健全惠济经开区领导班子任期制" in app.text
        await app.press("；")
        assert "详情" not in app.text.split("\n")[8]

    drive(steps)


def test_a_metric_without_comparison_is_shown_in_its_section() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "]", "full_stop", "full_stop")
        panel = app.panes.metrics_panel
        assert panel.tab == "section"
        assert panel.metric is huiji().metrics[5]

    drive(steps)


def test_export_writes_csv_and_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        for _ in range(2):
            await app.press("ctrl+p", "导出指标", "enter", "enter")
        assert "已写入" in app.rows[-1]
        await app.press("ctrl+p", "导出对照", "enter", "enter")

    drive(steps)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [
        "惠济区2024年-对照.csv",
        "惠济区2024年-指标-2.csv",
        "惠济区2024年-指标.csv",
    ]
    rows = list(csv.reader((tmp_path / names[2]).read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 272
    assert (tmp_path / names[0]).read_bytes().startswith("\ufeff指标,结果编号,".encode())


def test_export_reports_a_folder_it_cannot_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    async def steps(app: Driven) -> None:
        await app.press("ctrl+p", "导出指标", "enter", "enter")
        assert "当前文件夹" in app.text and isinstance(app.app.screen, ExportDialog)

    drive(steps)


@pytest.mark.parametrize("keys", [("E",), ("ctrl+e",), ("colon", *"export", "enter")])
def test_what_the_panel_lists_is_exported_at_once(
    keys: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("3", "c", "亮灯", "enter", *keys)
        assert "所列对照" in app.text
        await app.press("enter")
        assert "已写入 1 行：" in app.text, "in two rows of the bar where the folder has a long name"

    drive(steps)
    (path,) = tmp_path.iterdir()
    names, row = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    assert (names[0], row[0]) == ("指标", "新增亮灯道路")


def test_all_rows_are_exported_if_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right", "s", "c", ">100", "亿", "enter", "E", "right", "enter")
        assert "已写入 271 行：" in app.rows[-1]
        await app.press("E", "escape")
        assert app.focused == "metrics"

    drive(steps)
    assert [path.name for path in tmp_path.iterdir()] == ["惠济区2024年-指标.csv"]


def test_where_there_are_no_metrics_there_is_only_the_report_to_export() -> None:
    async def steps(app: Driven) -> None:
        await app.press("ctrl+p", "导出指标", "enter")
        assert "这里没有指标" in app.rows[-1]
        await app.press("E")
        assert (
            "[简报]" in app.text and "报告网页" in app.text and "行" not in app.text.split("[简报]")[1][:20]
        )

    drive(steps, report=report_of("一、2021年工作回顾\n成绩来之不易。\n"))


def test_the_panel_follows_the_hits_of_a_search() -> None:
    async def steps(app: Driven) -> None:
        panel = app.panes.metrics_panel
        await app.press("slash", "绿地")
        assert panel.metric is not None
        assert (panel.tab, panel.metric.indicator) == ("comparison", "新增绿地")
        assert app.focused == "query"
        await app.press("enter", "escape")
        await app.press("slash", "亮灯", "enter")
        first = panel.metric
        assert first.indicator == "新增亮灯道路"
        assert app.focused == "text"

    drive(steps)


def test_in_a_section_the_panel_follows_each_hit_to_its_sentence() -> None:
    async def steps(app: Driven) -> None:
        panel = app.panes.metrics_panel
        await app.press("3", "right", "2", "slash", "公园", "enter")
        seen = []
        for _ in range(3):
            assert panel.metric is not None
            seen.append(panel.metric.start)
            await app.press("n")
        assert panel.tab == "section"
        assert seen == sorted(seen)
        assert len(set(seen)) > 1

    drive(steps)


def test_the_meaning_of_colours_is_chosen_and_remembered() -> None:
    store = ReportStore(None, "")

    async def steps(app: Driven) -> None:
        assert app.app.pane_styles["rise"] == app.app.pane_styles["fall"]
        await app.press("C")
        assert "红涨绿跌" in app.rows[-1]
        assert app.app.pane_styles["rise"] != app.app.pane_styles["fall"]
        await app.press("shift+f10")
        assert "按优劣着色" in app.rows[-1]
        app.app.keep()

    drive(steps, report_store=store)
    assert store.settings.change_colours == "good_bad"

    async def later(app: Driven) -> None:
        assert app.app.pane_styles["rise-better"] != app.app.pane_styles["rise-worse"]

    drive(later, report_store=store)


def test_what_is_configured_holds_until_something_is_chosen() -> None:
    store = ReportStore(None, "")

    async def steps(app: Driven) -> None:
        assert app.app.pane_styles["rise"] != app.app.pane_styles["fall"]
        app.app.keep()

    drive(steps, report_store=store, config=Config(change_colours="red_up"))
    assert store.settings.change_colours == ""


@pytest.mark.parametrize("size", [(60, 20), (120, 35)], ids=str)
def test_enter_in_a_sentence_without_metric_says_where_the_next_one_is(size: tuple[int, int]) -> None:
    text = "各位代表：\n一、回顾\n（一）农业。我们努力种粮。\n（二）工业。去年建成企业12家。企业很多。今年新增企业30家。\n\n"

    async def steps(app: Driven) -> None:
        start = app.panes.text_pane
        start.go_to(text.index("我们努力"))
        for key in ("enter", "i"):
            await app.press(key)
            assert app.focused == "text" and "此句没有指标，下一个在 一(二)" in app.rows[-1]
            assert start.reading_offset == text.index("我们努力"), "nothing else happens"
        for words in ("今年新增", "30家", "。\n\n"):
            start.go_to(text.index(words))
            await app.press("enter")
            metric = app.panes.metrics_panel.metric
            assert app.focused == "metrics" and metric is not None and metric.quote == "30家", words
            await app.press("escape")

    drive(steps, report=report_of(text), size=size)


@pytest.mark.parametrize("size", [(60, 20), (160, 45)], ids=str)
def test_chinese_typed_in_the_panel_filters_it_and_elsewhere_searches(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        assert size[0] < 110 or "按 / 或直接输入中文" in app.text
        await app.press("3", "绿", "地")
        assert app.focused == "filter" and not app.panes.search_box.value
        assert "“绿地”" in app.text or "绿地" in app.rows[-1]
        assert size[0] < 110 or "按 / 搜索正文" in app.text
        await app.press("enter")
        assert app.focused == "metrics" and "“绿地”" in app.text
        await app.press("学位", "enter")
        assert "“学位”" in app.text, "what was typed before is replaced"
        await app.press("2", "黄河")
        assert app.focused == "query" and str(app.panes.search_box.value) == "黄河"

    drive(steps, size=size)


def test_a_tab_that_cannot_be_filtered_gives_way_to_all_metrics() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "left")
        assert "[历年]" in app.rows[1]
        await app.press("c", "绿地", "enter")
        assert "[全部]" in app.rows[1] and "绿地" in app.panes.metrics_panel.row.name  # type: ignore[union-attr]

    drive(steps)
