"""Details of a metric, row by row."""

from __future__ import annotations

from tests.support.samples import SMALL, huiji, report_of
from tui.library.prepared import prepare_report
from tui.report.model import Metric
from tui.screens.details import Details


def details_of(metric: Metric) -> dict[str, str]:
    return dict(Details(prepare_report(huiji())).rows(metric))


def test_a_metric_with_a_counterpart_names_both_and_the_change() -> None:
    metric = next(one for one in huiji().metrics if one.quote == "150亿元")
    details = details_of(metric)
    assert list(details) == ["指标", "数值", "换算", "性质", "对照", "位置", "依据", "原句"]
    assert details["对照"] == "2023年 82.7亿元 → 2024年 150亿元以上  ○ 结果低于下限"
    assert details["换算"] == "1,500,000万元 ＝ 15,000,000,000元"
    assert details["位置"].endswith(f"  {metric.id}")
    assert metric.quote in details["原句"]


def test_a_limit_and_what_is_better_are_told_in_words() -> None:
    jobs = next(
        one for one in huiji().metrics if one.canonical == "urban_new_jobs" and one.status == "target"
    )
    assert details_of(jobs)["优劣"] == "越高越好；目标不及结果"
    investment = next(
        one for one in huiji().metrics if one.canonical == "fixed_asset_investment" and one.status == "target"
    )
    assert details_of(investment)["性质"] == "增速，目标，下限，2024年"
    assert details_of(investment)["优劣"] == "越高越好"


def test_what_is_unknown_is_left_out() -> None:
    prepared = prepare_report(report_of(SMALL))
    paired = {row.actual for row in prepared.comparison_rows} | {
        row.target for row in prepared.comparison_rows
    }
    metric = next(one for one in prepared.report.metrics if one not in paired)
    assert "对照" not in dict(Details(prepared).rows(metric))


def test_a_metric_corrected_by_hand_says_so_instead_of_the_rules() -> None:
    metric = huiji().metrics[0]
    for changed in (metric._replace(indicator="改过的名称"), metric._replace(status="background")):
        assert details_of(changed)["依据"] == "大纲文件里改过"
    assert details_of(metric)["依据"] != "大纲文件里改过"


def test_a_metric_without_a_name_is_shown_as_unnamed() -> None:
    assert details_of(huiji().metrics[0]._replace(indicator=""))["指标"] == "未识别名称"


def test_all_that_is_known_of_a_figure_is_told() -> None:
    gdp = next(one for one in huiji().metrics if one.canonical == "gdp")
    details = details_of(
        gdp._replace(indicator="生产总值", attributes=("average", "real"), period="2018-2022", part_of="全市")
    )
    assert details["今称"] == "地区生产总值"
    assert details["其中"] == "属于全市"
    assert "年均，实际" in details["性质"]
    assert details["性质"].endswith("2018—2022年")
    assert details["优劣"].startswith("越高越好")


def test_a_figure_tells_of_new_definitions_in_its_years_only() -> None:
    gdp = next(one for one in huiji().metrics if one.canonical == "gdp")._replace(id="")
    assert (
        details_of(gdp._replace(period="2019"))["口径"]
        == "2019年起，第四次全国经济普查，此前数据修订，地区生产总值改由上级统一核算"
    )
    assert details_of(gdp._replace(period="2015-2020"))["口径"].count("；") == 1
    assert "口径" not in details_of(gdp._replace(period="2021"))


def test_a_rank_names_those_it_is_among() -> None:
    ranked = huiji().metrics[0]._replace(measure="rank", quote="1位", among="全省", estimated=False)
    assert details_of(ranked)["范围"] == "在全省中的位次"
    assert details_of(ranked)["数值"] == "全省第1位"
