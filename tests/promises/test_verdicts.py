"""Verdicts: exceeded, met or missed, by how much, and what the report says itself."""

from __future__ import annotations

import pytest

from tests.promises.small import linked, only, plan, results
from tui.messages import promises as messages
from tui.promises.linking import link_promises
from tui.promises.verdicts import about_note


@pytest.mark.parametrize(
    ("promised", "told", "verdict", "gap"),
    [
        ("地区生产总值增长6%。", "地区生产总值增长6.5%。", "exceeded", "0.5个百分点"),
        ("地区生产总值增长6%。", "地区生产总值增长6%。", "met", "0个百分点"),
        ("地区生产总值增长6%。", "地区生产总值增长5%。", "missed", "-1个百分点"),
        ("地区生产总值增长6%。", "地区生产总值下降2%。", "missed", "-8个百分点"),
        # Quarters and months are not the year.
        ("地区生产总值增长6%。", "前三季度地区生产总值增长5%。", "not_comparable", ""),
        ("地区生产总值增长6%。", "前三季度地区生产总值增长5%。全年地区生产总值增长6%。", "met", "0个百分点"),
        # Growth in real terms is no growth in the prices of the year.
        ("城镇居民人均可支配收入增长9%。", "城镇居民人均可支配收入实际增长8%。", "not_comparable", ""),
        ("城镇居民人均可支配收入增长7%。", "城镇居民人均可支配收入实际增长8%。", "exceeded", ""),
        ("城镇居民人均可支配收入实际增长9%。", "城镇居民人均可支配收入实际增长8%。", "missed", "-1个百分点"),
        # Floors and ceilings are kept or not.
        ("地区生产总值增长6%以上。", "地区生产总值增长6.5%。", "met", ""),
        ("地区生产总值增长6%以上。", "地区生产总值增长5.5%。", "missed", "-0.5个百分点"),
        ("城镇登记失业率控制在4%以内。", "城镇登记失业率3.2%。", "met", ""),
        ("城镇登记失业率控制在4%以内。", "城镇登记失业率4.2%。", "missed", "0.2个百分点"),
        # About a number is half a point, or a twentieth.
        ("地区生产总值增长6%左右。", "地区生产总值增长5.6%。", "met", ""),
        ("地区生产总值增长6%左右。", "地区生产总值增长5.2%。", "missed", "-0.8个百分点"),
        ("新建学校学位1000个左右。", "新建学校学位960个。", "met", ""),
        # A range.
        ("地区生产总值增长6%—6.5%。", "地区生产总值增长6.3%。", "met", ""),
        ("地区生产总值增长6%—6.5%。", "地区生产总值增长5.8%。", "missed", "-0.2个百分点"),
        # Of a ceiling is only known that it was not passed.
        ("城镇登记失业率控制在3.3%以内。", "城镇登记失业率控制在3.4%以内。", "not_comparable", ""),
        ("城镇登记失业率控制在3.4%以内。", "城镇登记失业率控制在3.3%以内。", "met", ""),
        # Of a floor below the target is only known that it was passed, as far as its digits go.
        ("港口货物吞吐量超4.4亿吨。", "港口货物吞吐量突破4亿吨。", "not_comparable", ""),
        ("港口货物吞吐量超5亿吨。", "港口货物吞吐量突破4亿吨。", "missed", ""),
        ("港口货物吞吐量超4亿吨。", "港口货物吞吐量突破4亿吨。", "met", ""),
        ("港口货物吞吐量4亿吨。", "港口货物吞吐量突破5亿吨。", "exceeded", "25.0%"),
        ("地区生产总值增长6.5%左右。", "地区生产总值预计增长5%以上。", "not_comparable", ""),
        ("固定资产投资增长12%。", "固定资产投资预计增长7%以上。", "missed", ""),
        ("地区生产总值增长8%左右。", "地区生产总值增长7%以上。", "not_comparable", ""),
        ("地区生产总值增长8%。", "地区生产总值增长7%以上。", "missed", ""),
        ("地区生产总值增长6.5%左右。", "地区生产总值预计增长5%。", "missed", "-1.5个百分点"),
        ("地区生产总值增长5.2%左右。", "地区生产总值增长5%以上。", "met", ""),
        ("单位生产总值能耗下降3.5%。", "单位生产总值能耗下降3%以上。", "not_comparable", ""),
        ("单位生产总值能耗下降3%。", "单位生产总值能耗下降3%以上。", "met", ""),
        # What is expected to come to a number need not pass it.
        ("外贸进出口总额突破4500亿元。", "外贸进出口总额预计达到4500亿元。", "not_comparable", ""),
        ("外贸进出口总额突破4500亿元。", "外贸进出口总额预计突破4500亿元。", "met", ""),
        ("外贸进出口总额突破4500亿元。", "外贸进出口总额预计达到4600亿元。", "met", ""),
        # Lower is better.
        ("城镇登记失业率3.5%。", "城镇登记失业率3.2%。", "exceeded", "-0.3个百分点"),
        ("单位生产总值能耗下降3%。", "单位生产总值能耗下降3.5%。", "exceeded", "-0.5个百分点"),
        ("单位生产总值能耗下降3%。", "单位生产总值能耗下降2%。", "missed", "1个百分点"),
        ("单位生产总值能耗下降3%以上。", "单位生产总值能耗下降3.5%。", "met", ""),
        ("居民消费价格涨幅控制在3%左右。", "居民消费价格上涨1.1%。", "met", ""),
        ("单位生产总值能耗下降3%。", "单位生产总值能耗累计下降21%。", "not_comparable", ""),
        ("建成区排水改善，国考断面水质保持全省第1位。", "国考断面水质居全省第1位。", "met", "0位"),
        ("产值达到1470亿元。", "2023年，产值1480亿元，年均增长16%。", "exceeded", "0.7%"),
        ("投资4500亿元。", "2023年，产值60亿元，年均增长9%；投资4400亿元，年均增长24%。", "missed", "-2.2%"),
        ("投资4500亿元。", "投资4400亿元，年均增长24%，是2018年的2.9倍。", "missed", "-2.2%"),
        ("进出口总额486亿元。", "2023年完成进出口总额453.5亿元。", "missed", "-6.7%"),
        # Amounts, in whatever unit.
        ("融资总额达到9000亿元。", "融资总额超过9000亿元。", "met", ""),
        ("新建改造供水管网80公里。", "新建改造供水管网100公里。", "exceeded", "25.0%"),
        ("粮食产量达到60亿斤。", "粮食产量达到330万吨。", "exceeded", "10.0%"),
        ("完成造林1.5万亩。", "完成造林900公顷。", "missed", "-10.0%"),
        ("新建、改造各类公园90个。", "新建各类公园100个。", "exceeded", "11.1%"),
        ("改造公园90个。", "新建改造公园100个。", "exceeded", "11.1%"),
        ("减少贫困人口3万人。", "减少贫困人口32000人。", "exceeded", "6.7%"),
        ("新增城镇就业5000人。", "新增城镇就业0.48万人。", "missed", "-4.0%"),
    ],
)
def test_verdict_and_gap(promised: str, told: str, verdict: str, gap: str) -> None:
    promise = only(promised, told)
    found = f"{promise.gap.value:f}{promise.gap.unit}" if promise.gap else ""
    assert (promise.verdict, found) == (verdict, gap)


@pytest.mark.parametrize(
    ("promised", "told", "note"),
    [
        ("地区生产总值增长6%左右。", "地区生产总值增长5.6%。", messages.NEAR_IN_POINTS),
        ("地区生产总值增长6%左右。", "地区生产总值增长6%。", ""),
        ("地区生产总值增长6%以上。", "地区生产总值增长6.5%。", ""),
        ("新建学校学位1000个左右。", "新建学校学位960个。", messages.NEAR_IN_SHARE),
        ("居民消费价格涨幅控制在3%左右。", "居民消费价格上涨1.1%。", messages.NEAR_IN_POINTS),
        ("居民消费价格涨幅控制在3%以内。", "居民消费价格上涨1.1%。", ""),
    ],
)
def test_a_note_tells_how_near_is_near_enough(promised: str, told: str, note: str) -> None:
    promise = only(promised, told)
    assert about_note(promise.verdict, promise.target, promise.actual) == note
    assert about_note(promise.verdict, promise.target, None) == ""
    assert about_note("not_comparable", promise.target, promise.actual) == ""


@pytest.mark.parametrize(
    ("promised", "told", "note"),
    [
        ("地区生产总值增长6%。", "地区生产总值达到300亿元。", messages.TARGET_IS_GROWTH),
        ("旅游总收入达到30亿元。", "旅游总收入增长20%。", messages.ACTUAL_IS_GROWTH),
        ("空气质量优良天数300天以上。", "空气质量优良天数同比增加10天。", messages.ACTUAL_IS_INCREASE),
        ("新增城镇就业5000人。", "五年来，累计新增城镇就业2.6万人。", messages.SEVERAL_YEARS),
        ("地区生产总值增长6%。", "五年来，地区生产总值年均增长7%。", messages.YEARLY_AVERAGE),
        ("港口货物吞吐量超4.4亿吨。", "港口货物吞吐量突破4亿吨。", messages.RESULT_IS_A_FLOOR),
        ("外贸进出口总额突破4500亿元。", "外贸进出口总额预计达到4500亿元。", messages.EXPECTED_TO_EQUAL),
        ("新建、改造各类公园90个以上。", "新建各类公园64个。", messages.OTHER_WORKS),
        ("建成城北污水处理厂扩建工程5项。", "城北污水处理厂扩建工程开工5项。", messages.NOT_FINISHED),
        ("新增农业科技示范园20家。", "农业科技示范园总数达到45家。", messages.TOTAL_NOT_INCREASE),
        ("中心城区新建公共停车位3000个。", "全县新建公共停车位3500个。", messages.OTHER_SCOPE),
    ],
)
def test_what_cannot_be_compared_is_said(promised: str, told: str, note: str) -> None:
    promise = only(promised, told)
    assert promise.actual is not None
    assert (promise.verdict, promise.gap, promise.note) == ("not_comparable", None, note)


@pytest.mark.parametrize(
    ("promised", "told", "note"),
    [
        ("财政收入增长7%。", "财政收入同口径增长8%。", "结果增速按同口径计算"),
        ("财政收入增长7%。", "财政收入剔除留抵退税因素可比增长8%。", "结果增速已剔除留抵退税因素"),
        ("财政收入同口径增长7%。", "财政收入同口径增长8%。", ""),
        ("财政收入增长7%。", "财政收入扣除价格因素增长8%。", messages.OTHER_PRICES),
    ],
)
def test_the_basis_of_growth_is_said(promised: str, told: str, note: str) -> None:
    promise = only(promised, told)
    assert (promise.verdict, promise.note) == ("exceeded", note)


@pytest.mark.parametrize(
    ("promised", "told", "verdict", "note"),
    [
        (
            "完成重点项目投资100亿元。",
            "重点项目完成投资113.8亿元，占年度计划投资的113.8%。",
            "exceeded",
            messages.share_of_target("113.8%"),
        ),
        (
            "新增城镇就业5000人以上。",
            "新增城镇就业5400人，完成年度目标任务的108%。",
            "exceeded",
            messages.share_of_target("108%"),
        ),
        (
            "新建改造厕所500座。",
            "新建改造厕所500座，为年度目标的100%。",
            "met",
            messages.share_of_target("100%"),
        ),
        ("开行中欧班列280列。", "中欧班列超额完成280列任务。", "exceeded", messages.SAYS_EXCEEDED),
        (
            "完成造林60万亩。",
            "完成造林40万亩，森林抚育30万亩，超额完成年度任务。",
            "not_comparable",
            messages.SAYS_EXCEEDED_TOO,
        ),
        (
            "社会消费品零售总额增长9%。",
            "社会消费品零售总额增长8.7%。我们也清醒地看到，消费、进出口等指标未完成年度预期目标。",
            "admitted",
            messages.ADMITTED,
        ),
        (
            "固定资产投资增长9%。",
            "经济平稳运行。固定资产投资与年初预期目标有一定差距。",
            "admitted",
            messages.ADMITTED,
        ),
        ("办好10件民生实事。", "10件民生实事全部完成。", "blanket", messages.BLANKET),
        ("实施背街小巷改造提升80条。", "背街小巷改造提升完成20条。", "not_comparable", messages.FAR_APART),
    ],
)
def test_what_the_report_says_outranks_arithmetic(promised: str, told: str, verdict: str, note: str) -> None:
    promise = only(promised, told)
    assert (promise.verdict, promise.note) == (verdict, note)


def test_the_sentence_that_admits_it_is_offered_beside_the_figure() -> None:
    figure, admission = (
        "社会消费品零售总额增长8.7%。",
        "我们也清醒地看到，消费、进出口等指标未完成年度预期目标。",
    )
    told = results(figure + admission)
    (promise,) = link_promises(plan("社会消费品零售总额增长9%。"), told)
    assert promise.sentence is not None
    assert told.text[slice(*promise.sentence)] == figure
    first = promise.candidates[0]
    assert "未完成年度预期目标" in told.text[first.start : first.end]


def test_deeds_of_a_list_are_covered_by_what_is_said_of_all() -> None:
    promised = "办好10件民生实事：一是新建标准化养鸡场30个；二是安装充电桩500个。"
    verdicts = {promise.verdict for promise in linked(promised, "10件民生实事全部完成。")}
    assert verdicts == {"blanket"}


@pytest.mark.parametrize(
    "promised",
    [
        "办好10件民生实事。\n二、加强改革创新\n（一）加快发展。新建标准化养鸡场30个。",
        "办好10件民生实事：一是安装充电桩；二是改善出行。\n（三）加快发展。新建标准化养鸡场30个。",
    ],
)
def test_what_stands_behind_a_list_of_deeds_is_none(promised: str) -> None:
    promise = linked(promised, "10件民生实事全部完成。")[-1]
    assert promise.verdict == "not_mentioned"


@pytest.mark.parametrize(
    "promised",
    [
        "办好10件民生实事：新建标准化养鸡场30个，改善出行。",
        "办好10件民生实事。\n（1）改善出行。\n（2）新建标准化养鸡场30个。",
        "3.办好民生实事。改善出行。新建标准化养鸡场30个。",
        "办好10件民生实事：\n一、改善出行5件\n1．修整街道。\n二、富裕百姓5件\n6．新建标准化养鸡场30个。",
    ],
)
def test_deeds_of_lists_of_any_kind_are_covered(promised: str) -> None:
    assert linked(promised, "10件民生实事全部完成。")[-1].verdict == "blanket"


def test_a_blanket_statement_does_not_outrank_what_is_said_of_the_deed() -> None:
    promised = "办好10件民生实事：一是新建标准化养鸡场30个；二是安装充电桩。"
    told = "10件民生实事全部完成。新建标准化养鸡场的投资1200万元。"
    assert linked(promised, told)[-1].verdict == "undecided"


def test_what_is_no_deed_is_not_covered_by_it() -> None:
    promised = "新建标准化养鸡场30个。\n办好10件民生实事。"
    promise = linked(promised, "10件民生实事全部完成。")[0]
    assert promise.verdict == "not_mentioned"


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("固定资产投资增长9%。", "固定资产投资增长10%，地区生产总值增速没有达到年初预期。"),
        (
            "固定资产投资达到200亿元。",
            "固定资产投资完成210亿元。我们也看到，固定资产投资增速没有达到年初预期。",
        ),
        ("工业投资增长9%。", "工业投资增长10%。我们也看到，投资、消费等指标没有达到年初预期。"),
        ("地区生产总值增长6%。", "地区生产总值增长6.5%。我们也看到，县域经济发展未达预期目标。"),
    ],
)
def test_what_is_admitted_of_another_thing_is_not_of_this(promised: str, told: str) -> None:
    assert only(promised, told).verdict == "exceeded"


@pytest.mark.parametrize(
    ("promised", "told", "verdict"),
    [
        ("建成垃圾焚烧发电设施8座。", "环境治理取得成效，一批垃圾焚烧发电设施建成投用。", "met_in_words"),
        ("建成垃圾焚烧发电设施8座。", "环境治理取得成效，垃圾焚烧发电设施加快建设。", "undecided"),
        ("建成垃圾焚烧发电设施8座。", "环境治理取得成效，垃圾焚烧发电设施一期基本建成。", "undecided"),
        ("开工建设垃圾焚烧发电设施8座。", "环境治理取得成效，垃圾焚烧发电设施建成投用。", "undecided"),
        ("建成垃圾焚烧发电设施8座。", "环境治理取得成效，垃圾焚烧设备建成投用。", "undecided"),
    ],
)
def test_what_is_told_in_words(promised: str, told: str, verdict: str) -> None:
    promise = only(promised, told)
    assert (promise.verdict, promise.counts) == (verdict, False)


def test_a_rate_outside_the_list_of_targets_may_be_of_a_part_of_the_place() -> None:
    listed = "地区生产总值增长6%，固定资产投资增长7%，社会消费品零售总额增长8%，进出口总额增长9%。"
    promised = f"{listed}\n力争科学城企业研发机构覆盖率达80%，GDP增长10%。"
    promises = linked(promised, "地区生产总值增长5%。")
    notes = {promise.target.quote: (promise.verdict, promise.note) for promise in promises}
    assert notes["6%"] == ("missed", "")
    assert notes["10%"] == ("not_comparable", messages.MAY_BE_OF_A_PART)
