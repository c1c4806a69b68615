"""Clauses of a plan that describe how things are, or cannot stand alone, are no tasks of their own."""

from __future__ import annotations

import pytest

from tests.tasks.test_splitting import texts_of
from tui.tasks.fragments import DESCRIPTIONS, DescriptionRule, describes, goes_on, leads_on, only_names


@pytest.mark.parametrize("rule", DESCRIPTIONS, ids=lambda rule: rule.example)
def test_a_rule_of_descriptions_fits_its_example(rule: DescriptionRule) -> None:
    assert rule.pattern.match(rule.example) and describes(rule.example)


@pytest.mark.parametrize(
    "clause",
    [
        "我市工业增加值占全省比重必须提高",
        "加快解决基础设施薄弱",
        "居民消费价格涨幅低于全国平均涨幅",
        "去年结转的38个项目今年必须完工",
        "但不能放松安全生产",
        "我们要抓好正在推进的项目",
        "全市森林覆盖率达到38%",
        "需要实施改造的管网全部更新",
    ],
)
def test_targets_and_demands_are_no_descriptions(clause: str) -> None:
    assert not describes(clause)


@pytest.mark.parametrize(
    ("clause", "is_name"),
    [
        ("滨海化工区", True),
        ("年产6万吨电池材料项目", True),
        ("商贸流通业、旅游业", True),
        ("繁荣发展文化事业", False),
        ("启用市儿童医院", False),
        ("多渠道转移农民就业", False),
        ("叫响农产品品牌", False),
    ],
)
def test_a_clause_without_a_verb_is_a_name(clause: str, *, is_name: bool) -> None:
    assert only_names(clause) == is_name


@pytest.mark.parametrize(
    ("clause", "goes"),
    [
        ("就大胆尝试", True),
        ("五千亿级的高端装备制造", True),
        ("都把质量作为追求", True),
        ("增长17%", True),
        ("年均增长16%以上", True),
        ("达到5800亿元", True),
        ("比上年增加81亿元", True),
        ("对符合条件的给予最高10万元奖励", True),
        ("财政收入增长17%", False),
        ("就业人数增加5000人", False),
        ("都市圈建设提速", False),
        ("对先进企业给予奖励", False),
    ],
)
def test_what_is_said_of_the_thing_before_goes_on(clause: str, *, goes: bool) -> None:
    assert goes_on(clause) == goes


@pytest.mark.parametrize(
    ("clause", "leads"),
    [
        ("将准入涉及的多张许可证", True),
        ("纳入联合招商基地的300亩以上连片用地", True),
        ("符合条件的困难家庭全部纳入低保", False),
        ("大到产业集群打造", True),
        ("支持有条件的县市", True),
        ("支持企业上市", False),
        ("关键在落实", True),
        ("将准入涉及的多张许可证整合为一张", False),
        ("把更多的资金用于民生", False),
        ("把符合条件的农民工纳入保障", False),
        ("把失业控制在可承受的范围", False),
        ("把滨海的山水转化为发展优势", False),
    ],
)
def test_an_object_without_its_verb_leads_on(clause: str, *, leads: bool) -> None:
    assert leads_on(clause) == leads


@pytest.mark.parametrize(
    ("plan", "texts"),
    [
        (
            "财政收入达到600亿元，年均增长16%，新建学校5所。",
            ["财政收入达到600亿元，年均增长16%", "新建学校5所"],
        ),
        (
            "既要抓好高速公路，也要抓好断头路，还要建设水库2座。",
            ["既要抓好高速公路，也要抓好断头路", "还要建设水库2座"],
        ),
        (
            "提升公共服务水平，让群众就近上学，逛美丽的公园，欣赏精彩的演出，新建学校5所。",
            ["提升公共服务水平，让群众就近上学，逛美丽的公园，欣赏精彩的演出", "新建学校5所"],
        ),
        ("同时，加强水库管理，改造管网30公里。", ["加强水库管理", "改造管网30公里"]),
        ("同时推进管网改造。最后一公里要打通。", ["推进管网改造", "最后一公里要打通"]),
        ("将准入涉及的多张许可证，整合为一张许可证。", ["将准入涉及的多张许可证，整合为一张许可证"]),
        ("我市消费长期低迷，必须扩大消费。", ["必须扩大消费"]),
        ("感谢全市人民的理解支持！要抓好落实，新建学校5所。", ["要抓好落实", "新建学校5所"]),
        ("全市现有水库12座。新建水库2座。", ["新建水库2座"]),
        ("保持投资增长，对我们来讲是重要的任务。新建水库2座。", ["新建水库2座"]),
        ("、推进管网改造。", ["推进管网改造"]),
        (
            "投资2.5亿元，改造学校26所。推进大桥建设，总投资9亿元。",
            ["投资2.5亿元，改造学校26所", "推进大桥建设，总投资9亿元"],
        ),
        ("各乡镇在保护水源的同时，改造管网30公里。", ["各乡镇在保护水源的同时，改造管网30公里"]),
    ],
)
def test_fragments_belong_to_the_promise_they_are_about(plan: str, texts: list[str]) -> None:
    assert texts_of(plan) == texts
