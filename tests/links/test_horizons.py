"""Results of several years beside goals of several years: which are pairs, what these are called, and where they stand."""

from __future__ import annotations

import pytest

from tests.metrics.test_periods import report_text
from tests.support.samples import report_of
from tui.messages import pages as messages
from tui.metrics.comparison import ComparisonRow, comparison_rows
from tui.pages.changes import largest
from tui.pages.report_html import report_html
from tui.reading.pages import comparison_choices
from tui.report.outline import Outline


def rows_of(back: str, five: str, year: str = "要抓好落实。") -> list[ComparisonRow]:
    """Return the pairs of a review of five years, goals of five years and a year's plan."""
    rows = comparison_rows(report_of(report_text(back, year, five=five)))
    return [row for row in rows if row.actual and row.target]


@pytest.mark.parametrize(
    ("back", "five", "expected"),
    [
        (
            "地区生产总值年均增长8%。",
            "地区生产总值年均增长7%左右。",
            ("地区生产总值", "8%", "7%", "strict"),
        ),
        (
            "新增城镇就业10万人。",
            "城镇新增就业7万人以上。",
            ("城镇新增就业（5年）", "10万人", "7万人", "strict"),
        ),
        (
            "社会消费品零售总额、固定资产投资年均分别增长8%和9%。",
            "固定资产投资年均增长10%。",
            ("固定资产投资", "9%", "10%", "strict"),
        ),
        # What grew by so much in all is no average, and what was done in four years not what is to be in five.
        ("地区生产总值增长50%。", "地区生产总值年均增长7%左右。", None),
        ("四年新增城镇就业10万人。", "城镇新增就业7万人以上。", None),
    ],
)
def test_pairs_of_several_years(back: str, five: str, expected: tuple[str, str, str, str] | None) -> None:
    found = [
        (row.indicator, row.actual.quote, row.target.quote, row.comparable)
        for row in rows_of(back, five)
        if row.actual and row.target
    ]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("back", "five", "expected"),
    [
        (
            "高新技术企业达到300家。",
            "到2027年，高新技术企业达到500家。",
            [("高新技术企业", "300家", "500家")],
        ),
        ("城镇化率从58%提高到63%。", "城镇化率达到68%左右。", [("城镇化率", "63%", "68%")]),
        (
            "地区生产总值连续突破3000亿元、4000亿元，2022年达到4906.8亿元。",
            "到2027年，地区生产总值突破8700亿元，年均增长12%左右。",
            [("地区生产总值", "4906.8亿元", "8700亿元")],
        ),
        (
            "高技术制造业增加值占规模以上工业增加值比重38%。",
            "高技术制造业增加值占比达到50%。",
            [("高技术制造业增加值占比", "38%", "50%")],
        ),
        # Neither rates of change nor what is added, worked off or only could be produced.
        ("2022年居民消费价格涨幅2%。", "到2027年，居民消费价格涨幅3%。", []),
        ("2022年新增高新技术企业30家。", "到2027年，高新技术企业达到50家。", []),
        ("2022年120个贫困村脱贫。", "到2027年，152个贫困村脱贫。", []),
        ("粮食产量达到467亿斤。", "到2027年，粮食综合生产能力达到465亿斤。", []),
        # Shares of other things, the same things, and amounts far apart.
        ("金融业增加值占比达到13.5%。", "数字经济增加值占比达到25%。", []),
        ("全市有特色产业集群15个。", "到2027年，15个特色产业集群更加壮大。", []),
        ("文化产业增加值完成258亿元。", "到2027年，文化产业增加值达到100亿元。", []),
        ("轨道交通在建里程达到186公里。", "轨道交通运营里程达到1000公里。", []),
        # What is only told of how things are in a chapter that plans; what is far ahead.
        ("地区生产总值达到2.3万亿元。", "地区生产总值刚刚超过2万亿元，要加快发展。", []),
        ("城镇化率达到63%。", "到2035年，城镇化率达到75%。", []),
    ],
)
def test_levels_of_last_year_stand_beside_those_at_the_end_of_a_plan(
    back: str, five: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [
        (row.indicator, row.actual.quote, row.target.quote, row.comparable, row.horizon)
        for row in rows_of(back, five)
        if row.actual and row.target
    ]
    assert found == [(f"{name}（到2027年）", done, aim, "loose", "plan") for name, done, aim in expected]


def test_a_level_stands_beside_the_target_of_the_year_and_that_of_the_plan() -> None:
    rows = rows_of("城镇化率达到63%。", "城镇化率达到68%。", "城镇化率达到64%。")
    assert [(row.indicator, row.change.sign, row.change.text) for row in rows] == [
        ("城镇化率", "▲", "高 1 个百分点"),
        ("城镇化率（到2027年）", "≈", "2022年／2027年；高 5 个百分点"),
    ]


def test_pairs_of_several_years_say_which_and_stand_behind_the_targets_of_the_year() -> None:
    text = report_text(
        "地区生产总值年均增长8%。\n过去一年，地区生产总值增长6%。",
        "地区生产总值增长5%，粮食产量20万吨。",
        five="地区生产总值年均增长7%。新建学校5所。",
    )
    rows = comparison_rows(report_of(text))
    assert [(row.indicator, row.horizon) for row in rows] == [
        ("地区生产总值", None),
        ("粮食产量", "year"),
        ("地区生产总值", "plan"),
        ("新建学校", "plan"),
    ]
    assert rows[2].change.text == "低 1 个百分点（2018—2022年／2023—2027年）"


def test_pages_of_a_year_have_no_pairs_of_several_years() -> None:
    report = report_of(report_text("地区生产总值年均增长8%。", "抓好落实。", five="地区生产总值年均增长7%。"))
    rows = comparison_rows(report)
    assert [row.horizon for row in rows] == ["plan"]
    assert largest(rows, 5) == ([], [])
    assert messages.COMPARISON not in report_html(report)


def test_pairs_of_several_years_are_read_with_their_years() -> None:
    report = report_of(report_text("地区生产总值年均增长8%。", "抓好落实。", five="地区生产总值年均增长7%。"))
    (choice,) = comparison_choices(Outline(report), comparison_rows(report))
    assert choice.text.startswith("地区生产总值：2018—2022年年均增8%，2023—2027年目标年均增7%")
