"""Which of the figures of a report is that of the whole place and year."""

from __future__ import annotations

import pytest

from tests.series.samples import growth, level, said
from tui.messages import series as messages
from tui.metrics.labels import format_value
from tui.series.breaks import on_other_basis
from tui.series.choice import Statement, choose

IDS = ("gdp",)

#: A sentence, its figure of growth in 2021, and whether it is that of the year and the whole place.
FIGURES = [
    ("地区生产总值增长8%。", "8%", True),
    ("地区生产总值比上年增长8%。", "8%", True),
    ("地区生产总值比2020年增长8%。", "8%", True),
    ("地区生产总值同比分别增长8%。", "8%", True),
    ("按可比价格计算增长8%。", "8%", True),
    ("地区生产总值比2016年增长38%。", "38%", False),
    ("地区生产总值与2016年相比，增长38%。", "38%", False),
    ("地区生产总值较“十三五”末增长38%。", "38%", False),
    ("地区生产总值比四年前增长38%。", "38%", False),
    ("分别比四年前增长28%、38%。", "38%", False),
    ("分别比上年和2016年增长8%和38%。", "8%", True),
    ("分别比上年和2016年增长8%和38%。", "38%", False),
    ("一季度，地区生产总值增长3%，规模以上工业增加值增长4%。", "3%", False),
    ("上半年完成生产总值60亿元、增长3%。", "3%", False),
    ("单季GDP测算增速分别为2%、3%，全年增长8%。", "2%", False),
    ("单季GDP测算增速分别为2%、3%，全年增长8%。", "8%", True),
    ("1—11月，地区生产总值增长3%。", "3%", False),
    ("上半年增长2%，全年地区生产总值增长8%。", "8%", True),
    ("上半年，地区生产总值同比增长6%，较2019年同期增长9%。", "9%", False),
]


@pytest.mark.parametrize(("sentence", "figure", "is_right"), FIGURES)
def test_growth_is_that_of_the_year(sentence: str, figure: str, is_right: bool) -> None:
    chosen = choose([said(sentence, figure, 2021)], "actual", 2021, "growth", IDS)
    assert (chosen is not None) == is_right


#: Two figures of the same year, and the one that is chosen, with its notes.
PAIRS: list[tuple[str, Statement, Statement, str, list[str]]] = [
    (
        "that of the whole place, not that of a part",
        said("开发区生产总值增长20%。", "20%", 2021),
        said("全县生产总值增长8%。", "8%", 2021),
        "增8%",
        [],
    ),
    (
        "the one in a list of main indicators",
        growth(2021, "20"),
        growth(2021, "8", company=3),
        "增8%",
        [],
    ),
    (
        "what a level came to, not what it passed",
        said("经济总量迈上100亿元台阶。", "100亿元", 2021, "level"),
        level(2021, "112"),
        "112亿元",
        [],
    ),
    (
        "the one not estimated",
        growth(2021, "8", "expected"),
        growth(2021, "7.9"),
        "增7.9%",
        [],
    ),
    (
        "the first, with what else is stated",
        said("地区生产总值增长8%，又增长9%。", "8%", 2021),
        said("地区生产总值增长8%，又增长9%。", "9%", 2021),
        "增8%",
        [messages.stated_otherwise(["增9%"])],
    ),
    (
        "the nominal one, with the real one beside it",
        said("收入增长8%，扣除价格因素增长6%。", "8%", 2021),
        said("收入增长8%，扣除价格因素增长6%。", "6%", 2021),
        "增8%",
        [messages.adjusted(["增6%"])],
    ),
    (
        "no note where both say the same",
        growth(2021, "8"),
        growth(2021, "8", qualifier="about"),
        "增8%",
        [],
    ),
]


@pytest.mark.parametrize(
    ("one", "other", "value", "notes"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS]
)
def test_of_two_figures_one_is_chosen(one: Statement, other: Statement, value: str, notes: list[str]) -> None:
    for both in ([one, other], [other, one]):
        chosen = choose(both, "actual", 2021, one.stated.metric.measure, IDS)
        assert chosen is not None
        assert (format_value(chosen.stated.metric), list(chosen.notes)) == (value, notes)


@pytest.mark.parametrize(
    ("sentence", "notes"),
    [
        ("开发区生产总值增长20%。", [messages.MAY_BE_OF_A_PART]),
        ("民营企业出口增长20%。", [messages.MAY_BE_OF_A_PART]),
        ("全市生产总值增长20%。", []),
        ("实际利用外资增长20%。", []),
    ],
)
def test_a_figure_that_may_be_of_a_part_of_the_place_says_so(sentence: str, notes: list[str]) -> None:
    chosen = choose([said(sentence, "20%", 2021)], "actual", 2021, "growth", IDS)
    assert chosen is not None and list(chosen.notes) == notes


@pytest.mark.parametrize(
    "statement",
    [
        growth(2020, "8"),
        growth(2021, "8", "target"),
        growth(2021, "8", period="2017-2021"),
        growth(2021, "8", period="2021Q1"),
        growth(2021, "8", attributes=("average",)),
        growth(2021, "8", attributes=("cumulative",)),
        said("地区生产总值增加12亿元。", "12亿元", 2021),
        level(2021, "112"),
    ],
)
def test_figures_of_other_kinds_and_times_are_left_out(statement: Statement) -> None:
    assert choose([statement], "actual", 2021, "growth", IDS) is None


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("生产总值先后迈上400亿元、500亿元台阶。", "400亿元"),
        ("生产总值过400亿元的5个。", "400亿元"),
        ("50亿元以上地区生产总值。", "50亿元"),
        ("推动开发区跨越发展，生产总值突破100亿元。", "100亿元"),
    ],
)
def test_levels_that_are_steps_limits_or_of_a_part_are_left_out(sentence: str, figure: str) -> None:
    assert choose([said(sentence, figure, 2021, "level")], "actual", 2021, "level", IDS) is None


def test_a_level_near_its_name_is_preferred() -> None:
    sentence = "全年地区生产总值完成1163亿元，其他一些投资增长较快，而且都突破了年初预期的目标和上年的水平，达到1071亿元。"
    near, apart = (said(sentence, figure, 2021, "level") for figure in ("1163亿元", "1071亿元"))
    chosen = choose([apart._replace(company=3), near], "actual", 2021, "level", IDS)
    assert chosen is not None and chosen.stated.metric.quote == "1163亿元"


def test_the_indicator_asked_for_comes_first() -> None:
    net = growth(2013, "9", canonical="rural_net_income", company=3)
    disposable = growth(2013, "8", canonical="rural_income")
    ids = ("rural_income", "rural_net_income")
    chosen = choose([net, disposable], "actual", 2013, "growth", ids)
    assert chosen is not None and chosen.indicator == "rural_income"
    chosen = choose([net], "actual", 2013, "growth", ids)
    assert chosen is not None and chosen.indicator == "rural_net_income"


def test_estimates_are_noted() -> None:
    chosen = choose([growth(2021, "8", estimated=True)], "actual", 2021, "growth", IDS)
    assert chosen is not None and chosen.notes == (messages.BASIS_NAMES["estimated"],)
    chosen = choose([growth(2021, "8", attributes=("preliminary",))], "actual", 2021, "growth", IDS)
    assert chosen is not None and chosen.notes == (messages.BASIS_NAMES["preliminary"],)


@pytest.mark.parametrize(
    ("sentence", "notes"),
    [
        ("一般公共预算收入7亿元，扣除留抵退税因素后增长4.1%。", [messages.without("扣除留抵退税因素")]),
        ("剔除减税影响，一般公共预算收入增长4.1%。", [messages.without("剔除减税影响")]),
        ("城镇居民收入扣除价格因素后增长4.1%。", []),
        ("剔除减税影响增长3%，支出增长4.1%。", []),
    ],
)
def test_growth_without_something_says_so(sentence: str, notes: list[str]) -> None:
    choice = choose([said(sentence, "4.1%", 2021)], "actual", 2021, "growth", IDS)
    assert choice is not None
    assert list(choice.notes) == notes
    assert on_other_basis(choice) == ((messages.COMPARABLE_BASIS,) if notes else ())
