"""How metrics are read: forms of numbers, tense, measure, shared names, and digits that are no metric."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from unittest.mock import Mock

import pytest

from tests.support.samples import OTHER_REPORTS, SMALL, huiji, report_of
from tui.library.loading import load_report
from tui.messages.metrics import NO_UNIT
from tui.metrics import naming, tense
from tui.metrics.extract import read_metric, read_metrics
from tui.metrics.labels import format_value
from tui.metrics.other_numbers import other_numbers
from tui.metrics.quantity import find_quantities
from tui.report.model import Metric
from tui.report.numerals import chinese_number, half_width
from tui.report.outline import Outline


def metrics_of(text: str, heading: str = "2023年工作回顾") -> list[Metric]:
    return list(report_of(f"各位代表:\n一、{heading}\n{text}\n二、2024年工作安排\n要抓好落实。\n").metrics)


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit"),
    [
        ("增长百分之三点五", "百分之三点五", "3.5", "%"),
        ("降到千分之六以下", "千分之六", "6", "‰"),
        ("占总面积的三分之一", "三分之一", "1", "/3"),
        ("力争1/3左右进入前列", "1/3", "1", "/3"),
        ("占比近七成", "七成", "7", "成"),
        ("十年翻两番", "两番", "2", "番"),
        ("是上年的两倍", "两倍", "2", "倍"),
        ("安排四百七十七万人就业", "四百七十七万人", "4770000", "人"),
        ("损失二十三亿五千多万元", "二十三亿五千多万元", "2350000000", "元"),
        ("6600多万纳税人受益", "6600多万", "6600", "万"),
        ("收入3，154，657，000元", "3，154，657，000元", "3154657000", "元"),
        ("排名全省第69位", "69位", "69", "位"),
        ("由5个月增加到十一个月", "5个月", "5", "个月"),
    ],
)
def test_quantities_of_every_form(text: str, quote: str, value: str, unit: str) -> None:
    found = next(iter(find_quantities(text)))
    assert (text[found.start : found.end].lstrip("翻"), found.value, found.unit) == (
        quote,
        (Decimal(value),),
        unit,
    )


@pytest.mark.parametrize(
    "text",
    [
        "三个方面",
        "十条措施",
        "千方百计",
        "一体化",
        "“二分之一”工作法",
        "“15分钟便民服务圈”",
        "前20位",
        "两手抓",
    ],
)
def test_chinese_numerals_that_are_no_quantities(text: str) -> None:
    assert list(find_quantities(text)) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("三点五", "3.5"), ("二十", "20"), ("九亿五千万", "950000000"), ("点", None), ("万", None)],
)
def test_chinese_numerals_are_exact(words: str, value: str | None) -> None:
    assert chinese_number(words) == (Decimal(value) if value else None)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("失业率下降到3.5%。", ["share"]),
        ("失业率下降3.5个百分点。", ["growth"]),
        ("排放总量削减1.1%。", ["growth"]),
        ("用户由8354万户增加到4.21亿户。", ["level", "level"]),
        ("税收减少约1500亿元。", ["growth"]),
        ("完成年度任务的126%。", ["completion"]),
        ("居全省第2位。", ["rank"]),
        ("三次产业比调整为8.2∶41.8∶50。", ["ratio"]),
        ("投资增 长8%。", ["growth"]),
        ("全长27公里。", ["level"]),
        ("改造提升8万亩。", ["level"]),
        ("提升20个市场。", ["level"]),
        ("比上年提高30个。", ["growth"]),
        ("排名提升5位。", ["growth"]),
        ("增速高于全国0.5个百分点。", ["share"]),
        ("增速比上年提高0.5个百分点。", ["growth"]),
        ("增速回落0.3个百分点。", ["growth"]),
        ("增速同比加快1.7个百分点。", ["growth"]),
        ("生产总值增长保持在7%。", ["growth"]),
        ("保持了年均13.2%的增长速度。", ["growth"]),
        ("加快20条道路建设。", ["level"]),
        ("保值增值率101.7%。", ["share"]),
        ("完成预算103%。", ["completion"]),
        ("超额完成任务20%。", ["share"]),
        ("是上年的1.4倍。", ["multiple"]),
    ],
)
def test_measure_is_told_by_the_words_before(text: str, kinds: list[str]) -> None:
    assert [metric.measure for metric in metrics_of(text)] == kinds


@pytest.mark.parametrize(
    ("text", "heading", "qualifier"),
    [
        ("涨幅控制在2.6%。", "2023年工作回顾", "exact"),
        ("涨幅控制在2.6%以内。", "2023年工作回顾", "at_most"),
        ("涨幅控制在2.6%左右。", "2023年工作回顾", "about"),
        ("涨幅控制在3%。", "2024年工作重点", "at_most"),
    ],
)
def test_what_a_result_was_kept_at_is_no_ceiling(text: str, heading: str, qualifier: str) -> None:
    assert [metric.qualifier for metric in metrics_of(text, heading)] == [qualifier]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("建成公园5个。", ["achieved"]),
        ("54条市政道路加快建设。", ["ongoing"]),
        ("总投资92亿元的城市更新项目开工。", ["background"]),
        ("引进10亿元以上项目24个。", ["background", "achieved"]),
        ("布局沿江100亿元重大项目。", ["background"]),
        ("为1.8万户企业发放补贴。", ["achieved"]),
        ("30万台发动机项目投产。", ["background"]),
        ("培育5户10亿级企业。", ["achieved", "background"]),
        ("发放200亿元重点企业贷款。", ["achieved"]),
        ("为全市3万名退休人员补发养老金。", ["achieved"]),
        ("比重由36.7%提高到43.4%。", ["background", "achieved"]),
        ("建成年产80万吨乙烯项目。", ["background"]),
        ("力争明年建成公园5个。", ["target"]),
    ],
)
def test_status_in_a_review(text: str, statuses: list[str]) -> None:
    assert [metric.status for metric in metrics_of(text)] == statuses


def test_past_data_in_a_plan_are_no_targets() -> None:
    text = "去年建成公园5个,今年再建8个。"
    assert [metric.status for metric in metrics_of(text, "2024年工作重点")] == ["achieved", "target"]


def test_without_headings_the_wording_of_paragraphs_decides() -> None:
    review = "全年新增就业3000人,同比增长5%,荣获全省先进。建成了公园5个,获批国家级园区1个。"
    plan = "各位代表,今年要抓好以下工作。要确保新增就业2000人,力争建成公园8个,必须进一步改善民生。"
    found = report_of(f"政府工作报告\n各位代表:\n{review}\n{review}\n{plan}\n{plan}\n").metrics
    assert [metric.status for metric in found] == ["achieved"] * 8 + ["target"] * 4


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新增城镇就业3540人、农村劳动力转移就业244人,分别占年度任务的126%、152%。",
         ["新增城镇就业", "农村劳动力转移就业", "新增城镇就业", "农村劳动力转移就业"]),
        ("PM10、PM2.5平均浓度同比下降5%、4%。", ["PM10平均浓度", "PM2.5平均浓度"]),
        ("国际友好城市由38个增加到48个。", ["国际友好城市", "国际友好城市"]),
        ("新增“四上”企业154家,增长86%。", ["新增“四上”企业", "新增“四上”企业"]),
        ("配备三级109支2300余人应急救援队伍。", ["应急救援队伍", "应急救援队伍"]),
        ("培育1-3个可推广、可复制、可借鉴的亮点项目。", ["培育亮点项目"]),
        ("总投资92亿元的惠济区北部片区城市更新项目。", ["惠济区北部片区城市更新项目总投资"]),
        ("办理代表建议405件和政协提案590件。", ["办理代表建议", "办理政协提案"]),
    ],
)  # fmt: skip
def test_names_are_shared_in_a_sentence(text: str, names: list[str]) -> None:
    assert [metric.indicator for metric in metrics_of(text)] == names


def test_every_digit_run_is_a_metric_or_classified() -> None:
    report = huiji()
    runs = list(other_numbers(report.text, report.metrics))
    assert [report.text[run.start : run.end] for run in runs if run.kind == NO_UNIT] == []
    inside = sum(any(character.isdigit() for character in metric.quote) for metric in report.metrics)
    assert inside == len(report.metrics) == 271
    assert len(runs) == 60


def test_every_metric_has_reasons() -> None:
    for metric, reasons in read_metrics(huiji()):
        assert all(reasons), metric


@pytest.mark.parametrize(
    "path",
    [
        None,
        *(pytest.param(path, id=path.name) for path in OTHER_REPORTS[:1]),
        *(pytest.param(path, id=path.name, marks=pytest.mark.slow) for path in OTHER_REPORTS[1:]),
    ],
)
def test_single_metric_is_read_as_among_all(path: Path | None) -> None:
    report = load_report(None if path is None else str(path))
    outline = Outline(report)
    for read in read_metrics(report):
        alone = read_metric(outline, read.metric.start)
        assert alone is not None
        assert alone.metric._replace(id=read.metric.id) == read.metric
        assert alone.reasons == read.reasons


def test_single_metric_is_read_from_its_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of(SMALL + "新建厂房12万平方米。" * 500)
    named = Mock(side_effect=naming.name_of)
    monkeypatch.setattr(naming, "name_of", named)
    metric = report.metrics[-1]
    assert read_metric(Outline(report), metric.start) is not None
    assert 1 <= named.call_count <= 3


def characters_read(paragraphs: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Count the characters that are read for one metric in the middle of a report."""
    strong = "取得显著成效，新建厂房12万平方米，同比增长8%，荣获、获评、入选、位居首次、圆满成功。\n"
    report = report_of("各位代表:\n" + (strong + "平稳运行。\n" * 9) * (paragraphs // 10))
    outline = Outline(report)
    characters = 0

    def counted(part: str) -> str:
        nonlocal characters
        characters += len(part)
        return half_width(part)

    with monkeypatch.context() as patch:
        patch.setattr(tense, "half_width", counted)
        metric = report.metrics[len(report.metrics) // 2]
        assert read_metric(outline, metric.start) is not None
    return characters


def test_characters_read_for_a_single_metric_do_not_grow_with_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert 0 < characters_read(100, monkeypatch) == characters_read(10_000, monkeypatch) < 2_000


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("一季度增长5%。", "2023Q1"),
        ("上半年增长5%。", "2023H1"),
        ("前三季度,全市生产总值增长5%。", "2023Q1-3"),
        ("前三季度,全市生产总值按不变价格计算,增长5%。", "2023Q1-3"),
        ("前三季度经济向好,全年生产总值增长5%。", "2023"),
        ("前三季度,经济向好,全年生产总值增长5%。", "2023"),
        ("1—11月,全市固定资产投资增长5%。", "2023M1-11"),
        ("前11个月,全市固定资产投资增长5%。", "2023M1-11"),
        ("1至12月固定资产投资增长5%。", "2023"),
        ("1—11月经济向好,全年生产总值增长5%。", "2023"),
        ("去年10月固定资产投资增长5%。", "2023"),
        ("2022年增长5%。", "2022"),
        ("2019-2023年累计投资5亿元。", "2019-2023"),
        ("五年来新增就业3万人。", "2019-2023"),
        ("增长5%。", "2023"),
    ],
)
def test_period_is_the_one_in_the_clause(text: str, period: str) -> None:
    assert [metric.period for metric in metrics_of(text)] == [period]


def test_growth_of_each_quarter_is_not_that_of_the_year() -> None:
    text = "单季生产总值增速分别为2.2%、0.9%、2.7%、4.1%，呈现逐季企稳迹象，全年增长2.6%。"
    assert [metric.period for metric in metrics_of(text)] == ["2023Q"] * 4 + ["2023"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("城乡居民收入分别增长8%和8.5%左右。", ["增8%左右", "增8.5%左右"]),
        ("零售总额、进出口总额分别突破4000亿元、1.5万亿元大关。", ["超4000亿元", "超1.5万亿元"]),
        ("零售总额、进出口总额分别超4000亿元、1.5万亿元。", ["超4000亿元", "1.5万亿元"]),
        ("粮、奶产量分别稳定在310万吨和750万吨左右。", ["310万吨左右", "750万吨左右"]),
        ("增加值和实缴税金约为8400亿元和1016亿元。", ["8400亿元左右", "1016亿元"]),
        ("粮、奶产量分别达到8万吨和约9万吨。", ["8万吨", "9万吨左右"]),
        ("城乡居民收入分别增长8%以上和9%左右。", ["增8%以上", "增9%左右"]),
    ],
)
def test_what_is_only_about_so_much_is_said_so(text: str, shown: list[str]) -> None:
    assert [format_value(metric) for metric in metrics_of(text)] == shown


def test_quote_is_one_line() -> None:
    found = metrics_of("治理水土流失616\n平方公里,完成20万吨。")
    assert [metric.quote for metric in found] == ["20万吨"]


def test_rank_is_shown_as_an_ordinal() -> None:
    shown = [format_value(metric) for metric in metrics_of("总量居全省第2位，增速全省第一，均居全国首位。")]
    assert shown == ["全省第2位", "全省第一", "全国首位"]
