"""Metrics and comparisons of documents that are no work reports."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.links.pairing import find_comparisons

MEETING = "（1986年4月12日某省第六届人民代表大会第四次会议批准）\n"
PLAN = f"某省国民经济和社会发展第七个五年计划\n{MEETING}第一章　任务\n…\n第二章　产业\n…\n"
COMMUNIQUE = "某市2024年国民经济和社会发展统计公报\n某市统计局\n2025年3月1日\n2024年，全市上下攻坚克难。\n一、综合\n…\n二、农业\n…\n"
NEWS = (
    "某市第四届人民代表大会第四次会议隆重开幕\n会议于今日上午举行，市长作了报告，全体代表出席了会议。\n…\n…\n"
)
GROWTH = ("地区生产总值增长6%。", "主要预期目标是：地区生产总值增长7%左右。")


def statuses(text: str, *paragraphs: str) -> list[tuple[str, str, str]]:
    """Return quote, status and period of each metric of a text, whose gaps the paragraphs fill."""
    for paragraph in paragraphs:
        text = text.replace("…", paragraph, 1)
    return [(metric.quote, metric.status, metric.period) for metric in report_of(text).metrics]


@pytest.mark.parametrize(
    ("text", "paragraphs", "expected"),
    [
        pytest.param(
            PLAN, ("原煤产量达到10亿吨，比1985年增长14%。", "1985年发电量4107亿千瓦时。"),
            [("10亿吨", "target", ""), ("14%", "target", ""), ("4107亿千瓦时", "achieved", "1985")],
            id="a plan promises, but for what its year precedes",
        ),
        pytest.param(
            PLAN.replace("任务", "发展基础", 1).replace("产业", "主要目标", 1),
            ("经济实力稳步提升，1985年生产总值达到48亿元，财政收入达到5亿元。", "到1990年，生产总值达到65亿元。\n财政收入达到8亿元。"),
            [("48亿元", "achieved", "1985"), ("5亿元", "achieved", "1985"), ("65亿元", "target", "1990"), ("8亿元", "target", "")],
            id="a plan looks back at what it begins with",
        ),
        pytest.param(
            COMMUNIQUE, ("地区生产总值286亿元。", "粮食产量18万吨，比上年增长1.8%。"),
            [("286亿元", "achieved", "2024"), ("18万吨", "achieved", "2024"), ("1.8%", "achieved", "2024")],
            id="a communiqué promises nothing",
        ),
        pytest.param(NEWS, GROWTH, [("6%", "achieved", ""), ("7%", "target", "")], id="news quote targets"),
    ],
)  # fmt: skip
def test_the_kind_of_a_document_tells_what_was_done(
    text: str, paragraphs: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert statuses(text, *paragraphs) == expected


@pytest.mark.parametrize(
    ("headings", "is_compared"),
    [
        (("一、2023年工作回顾", "二、2024年工作安排"), True),
        (("一、工作回顾", "二、工作安排"), True),
        (("一、综合", "二、农业"), False),
        (("一、主要任务", "二、具体措施"), False),
    ],
)
def test_a_document_is_compared_if_it_looks_back_and_ahead(
    headings: tuple[str, str], is_compared: bool
) -> None:
    done, planned = "全年地区生产总值增长6%。", "力争地区生产总值增长7%左右。"
    report = report_of(f"某局年鉴\n{headings[0]}\n{done}\n{headings[1]}\n{planned}\n")
    assert bool(find_comparisons(report)) == is_compared


@pytest.mark.parametrize(
    ("clause", "period"),
    [
        ("地区生产总值增长7%", "2024"),
        ("地区生产总值比2023年增长7%", "2024"),
        ("地区生产总值比2020年翻一番", ""),
        ("2030年地区生产总值比2020年翻一番", "2030"),
    ],
)
def test_the_year_compared_with_is_not_the_period_of_a_target(clause: str, period: str) -> None:
    text = f"政府工作报告\n——2024年1月22日在某区会议上\n各位代表：\n一、2023年工作回顾\n我们攻坚克难。\n二、2024年工作安排\n{clause}。\n"
    (metric,) = report_of(text).metrics
    assert (metric.status, metric.period) == ("target", period)


@pytest.mark.parametrize(
    "done",
    [
        "地区生产总值比2018年增长45%。",
        "财政收入、地区生产总值分别比2018年增长30%和45%。",
        "地区生产总值年平均增长8%。",
        "地区生产总值平均增长8%。",
    ],
)
def test_what_grew_since_another_year_or_on_average_is_not_compared(done: str) -> None:
    text = f"政府工作报告\n——2024年1月22日在某区会议上\n各位代表：\n一、2023年工作回顾\n{done}\n二、2024年工作安排\n地区生产总值增长7%。\n"
    assert find_comparisons(report_of(text)) == []


@pytest.mark.parametrize("sentence", ["原煤产量[2]达到14万吨", "第四条　原煤产量不低于14万吨"])
def test_marks_and_numbers_of_articles_are_no_part_of_a_name(sentence: str) -> None:
    (metric,) = report_of(f"某市条例\n第一章　综合\n{sentence}。\n第二章　附则\n").metrics
    assert metric.indicator == "原煤产量"


@pytest.mark.parametrize("year", ["比1985年", "较一九八五年底", "比2020年末"])
def test_the_year_compared_with_is_no_part_of_a_name(year: str) -> None:
    (metric,) = report_of(f"某市公报\n一、综合\n原煤产量{year}增长14%。\n").metrics
    assert metric.indicator == "原煤产量"


@pytest.mark.parametrize("name", ["公共预算收入预期", "公共预算支出安排"])
def test_what_a_budget_provides_is_no_part_of_a_name(name: str) -> None:
    (metric,) = report_of(f"某市预算草案\n一、收支\n{name}171.5亿元。\n").metrics
    assert metric.indicator == name[:6]
