"""A search for one name of a main indicator finds its other names, where they cannot mean anything else."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.metrics.indicators import built_in_entries
from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.fold import fold_term
from tui.search.indicator_synonyms import MIN_CHARACTERS, load_names, other_names
from tui.search.query import parse_query

NAMES = [name.text for entry in built_in_entries() for name in entry.names]


def hits(query: str, text: str) -> list[tuple[str, str]]:
    return [
        (text[hit.start : hit.end], hit.why) for hit in Searcher(Outline(report_of(text))).search(query).hits
    ]


def test_the_name_of_another_year_is_found_and_marked() -> None:
    text = "一般公共预算收入增长5%。公共财政预算收入完成3亿元。"
    assert hits("公共财政预算收入", text) == [
        ("一般公共预算收入", "“公共财政预算收入”即一般公共预算收入"),
        ("公共财政预算收入", ""),
    ]


def test_letters_width_and_script_do_not_matter() -> None:
    assert hits("人均gdp", "人均地区生产总值8万元。")[0][0] == "人均地区生产总值"
    assert hits("國內生產總值", "地区生产总值8亿元。")[0][0] == "地区生产总值"


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ('"公共财政预算收入"', "一般公共预算收入增长5%。"),  # a phrase is meant literally
        ("公共财政预算", "一般公共预算收入增长5%。"),  # no name of an indicator
        ("财政预算收入 增长", "一般公共预算收入增长5%。"),
        ("新增就业人数", "新增就业岗位3个。"),  # 新增就业 begins the name of another indicator
        ("全部工业增加值", "规模以上工业增加值增长8%。"),  # 工业增加值 ends it
        ("出口总额", "进出口总值3亿元。"),  # 出口总值 is no word here
        ("第三产业增加值", "第三产业投资3亿元。"),  # 第三产业 is the indicator only of growth
        ("社会商品零售总额", "限额以上社会消费品零售总额3亿元。"),  # it ends the name of a part
        ("造林面积", "造林护林。"),  # too short
    ],
)
def test_what_is_no_other_name_is_not_found(query: str, text: str) -> None:
    assert hits(query, text) == []


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("国内生产总值", "地区生产总值"),
        ("社会消费品零售总额", "社会商品零售总额"),
        ("城镇待业率", "登记失业率"),
        ("农民人均纯收入", "农村居民人均纯收入"),
        ("实际使用外资", "实际利用外资"),
        ("新增市场主体", "新增经营主体"),
        ("万元GDP能耗", "单位地区生产总值能耗"),
    ],
)
def test_other_names(query: str, text: str) -> None:
    assert [hit for hit, _ in hits(query, f"{text}增长3%。")] == [text]


def test_other_names_are_long_and_of_the_same_indicator_only() -> None:
    for name in NAMES:
        folded, _ = fold_term(name)
        for other in other_names(folded):
            folded_other, _ = fold_term(other)
            owners = [entry for entry in load_names() if folded_other in entry.names]
            assert len(owners) == 1 and folded in owners[0].names, (name, other)
            assert len(other) >= MIN_CHARACTERS and folded not in folded_other, (name, other)


def test_a_name_is_looked_for_without_it_too_if_it_is_excluded() -> None:
    (excluded,) = parse_query("增长 -公共财政预算收入").excluded
    assert [form.text for form in excluded.forms][:2] == ["公共财政预算收入", "一般公共预算收入"]
