"""Links: what the next report says of a target."""

from __future__ import annotations

import pytest

from tests.promises.small import linked, only, plan, results
from tui.messages import promises as messages
from tui.promises.counting import counts
from tui.promises.linking import link_promises
from tui.promises.model import OwnVerdict


@pytest.mark.parametrize(
    ("promised", "told", "actual"),
    [
        ("地区生产总值增长6%。", "地区生产总值达到300亿元、增长6.5%。", "6.5%"),
        ("公共财政预算收入增长6%。", "一般公共预算收入增长5%。", "5%"),
        ("二氧化硫排放量下降4%。", "SO2排放量下降4.2%。", "4.2%"),
        ("粮食总产量达到70万吨。", "粮食总产量达到15.8亿斤。", "15.8亿斤"),
        ("农村居民人均可支配收入增长8%。", "城镇和农村居民收入分别增长7.2%、9%。", "9%"),
        ("居民消费价格涨幅控制在3%左右。", "价格总水平上涨2.1%。", "2.1%"),
        ("推动企业上市10家。", "新增上市企业12家。", "12家"),
        ("棚户区改造开工2万户。", "开工改造棚户区2.2万套。", "2.2万套"),
        ("整治老旧小区30万平方米。", "整治老旧住宅小区32万平方米。", "32万平方米"),
        ("新建改造供水管网80公里。", "新建改造供水管网107公里、燃气管网61公里。", "107公里"),
        ("打造市级幸福河湖10条。", "创建市级幸福河湖12个。", "12个"),
        ("新建学校5所、医院3家。", "新建医院4家、学校6所。", "6所"),
        ("改造老旧小区30个，惠及居民5000户。", "完成老旧小区改造32个。", "32个"),
        ("农村劳动力转移就业2万人。", "转移农村劳动力就业2.3万人。", "2.3万人"),
        ("高校毕业生留在本市比例达到50%。", "高校毕业生留在本市比例首次突破50%，达51.32%。", "51.32%"),
        ("新减少贫困人口13万人。", "全年减少贫困人口13.1万人。", "13.1万人"),
        ("贫困人口减少40万人。", "40万贫困人口稳定脱贫。", "40万"),
        (
            "全社会固定资产投资增长26%。",
            "500万元以上固定资产投资2001亿元，增长26%;规模以上工业增加值760亿元，增长18%。",
            "26%",
        ),
        ("固定资产投资增长12%。", "500万元以上项目固定资产投资增长15.7%。", "15.7%"),
        ("培育亿元企业30家。", "新增年产值过亿元企业32家。", "32家"),
        ("拦蓄地表水2亿立方米。", "拦蓄地表水3.2亿方。", "3.2亿方"),
        ("国有企业减员15万人。", "国企减员17万人。", "17万人"),
        ("培养技能人才1万人。", "培养技能人才2.3万人，超计划1万人。", "2.3万人"),
        ("出口120亿美元。", "出口111亿美元，增长2.4%。", "111亿美元"),
        ("服务业增加值所占比重提高1个百分点。", "第三产业比重提高1.1个百分点。", "1.1个百分点"),
        ("实现“个转企”650户、“小升规”60户。", "完成“个转企”729户、“小升规”73户。", "729户"),
        ("主营业务收入超100亿元企业达25家。", "主营业务收入超百亿元企业达到26家。", "26家"),
        (
            "开工建设保障性安居工程1.2万套，基本建成1.1万套。",
            "新开工保障性安居工程1.3万套、基本建成1.2万套。",
            "1.3万套",
        ),
        ("实施危房改造3万人。", "危房改造完成8300户3.6万人。", "3.6万人"),
        (
            "转化落地科技成果60项以上。",
            "全年技术合同成交额实现8.9亿元，科技成果转化合作项目62项。",
            "62项",
        ),
    ],
)
def test_links_a_target_to_the_figure_that_tells_of_it(promised: str, told: str, actual: str) -> None:
    promise = linked(promised, told)[0]
    assert promise.certainty != "none"
    assert promise.actual is not None
    assert promise.actual.quote == actual


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("固定资产投资增长8%。", "工业投资增长9%。"),
        ("实施重点项目100个，总投资2026亿元。", "100个重点项目完成投资504亿元。"),
        ("高质量项目一季度开工120个。", "高质量项目开工150个。"),
        ("更新改造排水管网25公里。", "新建改造供热管网26公里。"),
        ("规模以上工业增加值增长8%。", "规模以上工业总产值增长9%。"),
        ("城镇居民人均可支配收入增长8%。", "农村居民人均可支配收入增长9%。"),
        ("新增国家级企业技术中心2家。", "新增省级企业技术中心5家。"),
        ("引进10亿元以上项目5个。", "引进50亿元以上项目6个。"),
        ("新建改造供热管网60公里。", "新建改造供水管网107公里。"),
        ("海洋生产总值增长8%。", "地区生产总值增长6%。"),
        ("投资增长8%。", "财政收入增长9%。"),
        ("规上工业增加值增长8%。", "规上医药工业增加值增长12%。"),
        ("民营企业固定资产投资、实际利用外资、进出口总额均增长20%。", "实际利用外资增长124%。"),
        ("规模以上工业增加值增长8%。", "园区规模以上工业增加值增长9%。"),
        ("农村居民人均可支配收入增长8%。", "城镇居民人均可支配收入增长7%。"),
        ("发放住房补贴300户。", "五年来，累计发放住房补贴350户。"),
        ("建成美丽示范村5个。", "建成美丽宜居示范村6个。"),
        ("新建公园5个。", "建成公园100个。"),
        ("实施老旧小区改造21万户。", "改造老旧小区1571个。"),
        ("建设项目60个。", "328个项目落户园区。"),
        ("新开工铁路里程1800公里。", "铁路运营总里程达到1.2万公里。"),
    ],
)
def test_does_not_take_another_figure_for_a_fact(promised: str, told: str) -> None:
    assert all(promise.certainty != "sure" for promise in linked(promised, told))


def test_money_of_which_nothing_is_said_is_not_linked() -> None:
    promise = only("筹措资金2.6亿元，支持中等职业学校。", "筹措资金3.5亿元，解决困难企业离休人员医药费。")
    assert promise.certainty == "none"


def test_money_of_a_main_indicator_goes_to_its_amount_before_its_growth() -> None:
    promise = linked("工业投资突破3000亿元，增长30%以上。", "完成工业投资2606亿元。")[0]
    assert (promise.certainty, promise.verdict) == ("sure", "missed")


def test_what_was_done_of_all_tasks_is_the_result() -> None:
    promise = only("完成“深改方案”128项制度创新任务。", "“深改方案”128项任务完成122项。")
    assert promise.actual is None or promise.actual.quote == "122项"


def test_the_second_of_a_list_has_the_second_figure() -> None:
    promise = only("农村居民人均可支配收入增长8%。", "城镇、农村居民人均可支配收入分别增长7%、9%。")
    assert promise.actual is not None
    assert promise.actual.quote == "9%"


@pytest.mark.parametrize(
    ("told", "certainty", "verdict"),
    [
        ("城乡居民人均可支配收入分别增长8.9%和9.4%。", "likely", "exceeded"),
        ("城镇、农村居民人均可支配收入分别增长7%、6.4%。", "likely", "missed"),
        ("城镇、农村居民人均可支配收入分别增长7%、9.4%。", "none", "undecided"),
        ("城镇居民人均可支配收入增长9%。", "none", "undecided"),
        ("城乡居民人均可支配收入增长9%。", "sure", "exceeded"),
    ],
)
def test_income_of_town_and_country_is_kept_where_both_keep_it(
    told: str, certainty: str, verdict: str
) -> None:
    promise = only("城乡居民人均可支配收入增长8%。", told)
    assert (promise.certainty, promise.verdict) == (certainty, verdict)


def test_all_there_are_is_not_what_was_done_of_them() -> None:
    promise = only("打通断头路19条。", "加快道路建设，20条断头路有15条基本拉通。")
    assert promise.actual is None or promise.actual.quote == "15条"


ALL_REACHED = "较好完成了县十届人大二次会议确定的目标任务"


@pytest.mark.parametrize(
    ("said", "note"),
    [
        (f"{ALL_REACHED}。", messages.ALL_TARGETS),
        ("我们胜利实现县二届人大一次会议提出的各项目标。", messages.ALL_TARGETS),
        ("我们未能完成县十届人大二次会议确定的目标任务。", ""),
        ("基本完成县十届人大二次会议确定的目标任务。", ""),
        ("各项工作稳步推进。", ""),
    ],
)
def test_says_where_a_report_only_calls_all_targets_reached(said: str, note: str) -> None:
    promise = only("治理入海排污口57个。", said)
    assert (promise.verdict, promise.note) == ("not_mentioned", note)


def test_offers_the_sentence_that_calls_all_targets_reached() -> None:
    later = results(f"{ALL_REACHED}，经济平稳运行。")
    (promise,) = link_promises(plan("治理入海排污口57个。"), later)
    last = promise.candidates[-1]
    assert ALL_REACHED in later.text[last.start : last.end]


def test_what_a_plan_says_is_no_result() -> None:
    told = "一年来，各项工作稳步推进。\n二、2024年工作安排\n完成祁山、冷水滩3个千吨级码头项目前期。"
    assert only("开工建设3个千吨级码头。", told).sentence is None


@pytest.mark.parametrize(
    ("told", "verdicts"),
    [("生产总值增长8.5%。", ["exceeded", "missed"]), ("生产总值增长9.5%。", ["exceeded", "exceeded"])],
)
def test_judges_a_target_and_the_higher_one_behind_it(told: str, verdicts: list[str]) -> None:
    assert [promise.verdict for promise in linked("生产总值增长8%，力争9%。", told)] == verdicts


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("固定资产投资增长9%，社会消费品零售总额增长10%。", "exceeded"),
        ("固定资产投资增长9%，社会消费品零售总额增长2%。", "undecided"),
        ("固定资产投资增长9%。", "undecided"),
    ],
)
def test_judges_one_figure_for_two_names_only_if_both_came_to_the_same(told: str, verdict: str) -> None:
    promise = only("固定资产投资、社会消费品零售总额均增长8%。", told)
    assert promise.verdict == verdict
    assert promise.certainty != "sure"


def test_prefers_the_year_itself_to_an_average_of_several() -> None:
    told = "五年来，地区生产总值年均增长12%。\n2023年，地区生产总值增长6.5%。"
    promise = only("地区生产总值增长6%。", told)
    assert promise.actual is not None
    assert promise.actual.quote == "6.5%"


def test_prefers_what_is_told_of_the_year_to_what_was_so_for_years_on_end() -> None:
    promise = only(
        "粮食产量保持在1300亿斤以上。", "粮食产量连续4年稳定在1300亿斤以上。\n粮食产量达到1365亿斤。"
    )
    assert promise.actual is not None
    assert promise.actual.quote == "1365亿斤"


def test_prefers_what_stands_with_other_main_indicators() -> None:
    told = "商贸流通加快发展，新增就业3000人。\n新增就业5650人，城镇登记失业率3.9%，居民消费价格上涨1%。"
    promise = only("新增就业5700人以上。", told)
    assert promise.actual is not None
    assert promise.actual.quote == "5650人"


@pytest.mark.parametrize(
    ("promised", "told", "certainty"),
    [
        ("固定资产投资增长8%。", "全社会固定资产投资增长9%。", "sure"),
        ("城镇新增就业5万人。", "新增就业5.5万人。", "sure"),
        ("固定资产投资达到800亿元。", "全社会固定资产投资达到900亿元。", "likely"),
        ("规模以上工业增加值增长8%。", "工业增加值增长9%。", "likely"),
    ],
)
def test_nearly_the_same_indicator_is_sure_only_where_reports_use_it_so(
    promised: str, told: str, certainty: str
) -> None:
    promise = only(promised, told)
    assert promise.actual is not None
    assert promise.certainty == certainty


@pytest.mark.parametrize("told", ["高标准农田改造提升130万亩。", "高标准农田改造提升2万亩。"])
def test_amounts_far_apart_are_never_sure(told: str) -> None:
    assert only("高标准农田改造提升20万亩。", told).certainty != "sure"


def test_what_came_to_more_than_twenty_times_a_target_is_not_called_exceeded() -> None:
    told = ("完成“双报到”微心愿4.3万多宗。", "完成“双报到”微心愿150宗。")
    far, near = (only("征集“双报到”微心愿100个。", one) for one in told)
    assert (far.verdict, far.note) == ("not_comparable", messages.FAR_APART)
    assert near.verdict == "exceeded"


def test_links_no_figure_to_two_targets() -> None:
    promises = linked("新建学校5所。改扩建学校3所。", "新建学校8所。")
    assert sum(promise.actual is not None for promise in promises) == 1


def test_two_figures_alike_are_not_sure() -> None:
    told = "东部新建标准厂房12万平方米。西部新建标准厂房15万平方米。"
    assert only("新建标准厂房20万平方米。", told).certainty != "sure"


def test_offers_sentences_where_nothing_is_linked() -> None:
    told = "城市更新项目全面启动，老旧小区面貌焕然一新。粮食生产再获丰收，种植结构持续优化。"
    promise = only("改造老旧小区30个。", told)
    assert promise.certainty == "none"
    start, end, _ = promise.candidates[0]
    assert "老旧小区" in results(told).text[start:end]


def test_says_nothing_where_nothing_is_mentioned() -> None:
    promise = only("新建标准化养鸡场30个。", "地区生产总值增长6%。全县道路交通更加便捷，群众出行更加方便。")
    assert promise.verdict == "not_mentioned"
    assert promise.counts


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("推动企业上市30家。", "资本市场建设加快，上市企业后备库不断充实。"),
        ("粮食总产量达到70万吨。", "农业生产稳中有进，粮食总产再创新高，畜牧业持续壮大。"),
        ("完成城中村搬迁安置400户。", "持续推进城市有机更新，城中村搬迁成效明显。"),
    ],
)
def test_what_is_named_in_some_sentence_is_not_called_unmentioned(promised: str, told: str) -> None:
    said = f"地区生产总值增长6%。{told}全县道路交通更加便捷，群众出行更加方便。"
    promise = only(promised, said)
    assert promise.verdict == "undecided"
    text = results(said).text
    assert any(told[:-1] in text[each.start : each.end] for each in promise.candidates)


def test_links_none_of_a_plan_without_targets() -> None:
    assert link_promises(plan("深入推进各项工作。"), results("地区生产总值增长6%。")) == ()


def test_counts_only_what_is_a_fact() -> None:
    promise = only("地区生产总值增长6%。", "地区生产总值增长5%。")
    unsure = promise._replace(certainty="likely", verdict="met")
    own = unsure._replace(own=OwnVerdict("exceeded", ""))
    found = {verdict: count for verdict, count in counts([promise, unsure, own]).items() if count}
    assert found == {"exceeded": 1, "missed": 1}


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("新增市级企业技术中心20家。", "新增企业技术中心21家。"),
        ("主导制定标准20项。", "主导制定国际标准20项。"),
        ("新增国家级众创空间5家。", "新增众创空间5家。"),
    ],
)
def test_a_name_with_a_level_is_never_sure_for_one_without(promised: str, told: str) -> None:
    assert linked(promised, told)[0].certainty != "sure"


@pytest.mark.parametrize(
    "told",
    [
        "农村社区服务站、日间照料点分别从20个、30个提高到36个和45个。",
        "农村社区服务站从20个增加到36个。",
        "农村社区服务站由20个增至36个。",
    ],
)
def test_the_figure_something_started_from_is_no_result(told: str) -> None:
    promise = linked("农村社区服务站达到20个。", told)[0]
    assert promise.actual is None or promise.actual.quote != "20个"


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("新增招商合作签约项目60个。", "undecided"),
        ("召开会议60次。", "not_mentioned"),
    ],
)
def test_a_figure_of_the_same_kind_beside_a_word_of_the_name_is_a_mention(told: str, verdict: str) -> None:
    promise = only("城市更新入库、招商储备项目60个。", told)
    assert promise.verdict == verdict


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("城镇登记失业率控制在3.6%以内。", "城镇登记失业率低于控制目标0.66个百分点。"),
        ("人口自然增长率控制在7‰以内。", "人口自然增长率控制在预期目标之内。"),
        ("省、市重点项目投资超过1000亿元。", "省市重点项目投资超额完成全年目标。"),
    ],
)
def test_a_target_is_met_in_words_where_a_report_says_it_was_reached(promised: str, told: str) -> None:
    promise = only(promised, told)
    assert (promise.certainty, promise.verdict) == ("likely", "met_in_words")


def test_what_another_target_reached_meets_no_target() -> None:
    promise = only("城镇登记失业率控制在3.6%以内。", "人口自然增长率控制在预期目标之内。")
    assert promise.verdict not in ("met", "met_in_words")


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("贴心办好民生实事。完成600间教室灯光改造；新建垃圾分类亭40个。", "省市民生实事全部完成。"),
        ("办好民生实事。经表决，最终确定10件。", "9件省上为民实事和10件市上票决的为民实事办理办结。"),
    ],
)
def test_deeds_of_a_list_are_done_where_all_are(promised: str, told: str) -> None:
    assert {promise.verdict for promise in linked(promised, told)} <= {"blanket", "met"}


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("棚改安置房开工66万套、基本建成38万套。", "exceeded"),
        ("棚改安置房开工66万套、分配入住38万套。", "not_mentioned"),
        ("基本建成38万套。", "not_mentioned"),
    ],
)
def test_what_stands_behind_two_that_are_linked_is_likely_linked(told: str, verdict: str) -> None:
    promised = "持续推进棚户区改造，力争新开工棚改安置房50万套；基本建成各类保障性住房34万套。"
    _, second = linked(promised, told)
    assert (second.verdict, second.certainty) == (verdict, "likely" if verdict == "exceeded" else "none")


def test_a_lesser_target_of_an_indicator_is_of_a_part() -> None:
    promised = "做强综合保税区，力争全年进出口总额300亿美元。扩大开放，力争全市进出口总额达到430亿美元。"
    first, second = linked(promised, "进出口总额422亿美元。")
    assert (first.verdict, first.note) == ("not_comparable", messages.MAY_BE_OF_A_PART)
    assert second.verdict == "missed"


def test_the_economy_is_never_several_times_its_target() -> None:
    promise = only("提升保税区，力争全年实现生产总值1230亿元。", "全市生产总值6202亿元。")
    assert promise.verdict == "not_comparable"
