"""Names: what is cut from both ends of a clause, what stands behind a number, and what is taken from around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import report_of
from tui.metrics.name_before import name_before, tidy
from tui.metrics.name_completion import COMPLETION_RULES
from tui.metrics.name_lists import listed
from tui.metrics.name_tails import TAIL_RULES, TailRule, split_tail
from tui.metrics.name_words import LEAD_RULES, LeadRule, without_lead
from tui.metrics.passage import MAX_CLAUSE_CHARACTERS, Clauses
from tui.metrics.ranks import split_rank
from tui.metrics.remarks import CLAUSE_RULES
from tui.report.model import Metric


def metrics(text: str) -> list[Metric]:
    return list(
        report_of(f"各位代表:\n一、2023年工作回顾\n{text}\n二、2024年工作安排\n要抓好落实。\n").metrics
    )


def names(text: str) -> list[str]:
    return [metric.indicator for metric in metrics(text)]


@pytest.mark.parametrize("rule", LEAD_RULES, ids=lambda rule: rule.example)
def test_words_that_introduce_a_name_are_cut(rule: LeadRule) -> None:
    assert without_lead(rule.example) == rule.name
    assert name_before(rule.example) == rule.name


@pytest.mark.parametrize("rule", TAIL_RULES, ids=lambda rule: rule.example)
def test_words_between_a_name_and_its_number_are_cut(rule: TailRule) -> None:
    assert split_tail(rule.example)[0] == rule.name


TAIL_WORDS = sorted({word for rule in TAIL_RULES for word in rule.words.split()})


@given(
    st.lists(st.sampled_from([*TAIL_WORDS, "甲", "2023年", "由2023年底的", "比上年"]), max_size=9).map(
        "".join
    )
)
def test_a_name_and_its_tail_are_the_clause(before: str) -> None:
    name, tail = split_tail(before)
    assert name + tail == before
    assert split_tail(name)[0] == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("以上、省级单项冠军企业", "省级单项冠军企业"),
        ("财政收入比2002年增长", "财政收入"),
        ("投资较上年同期分别实际增长", "投资"),
        ("森林覆盖率由“十二五”末的", "森林覆盖率"),
        ("比2002年", ""),
        ("而1956年就", ""),
        ("五年新增高速公路", "新增高速公路"),
        ("居民消费价格涨幅回落到", "居民消费价格涨幅"),
        ("城镇登记失业率低于", "城镇登记失业率"),
        ("一般公共预算收入可比增长", "一般公共预算收入"),
        ("高新技术企业新增", "新增高新技术企业"),
        ("将物价涨幅控制在", "物价涨幅"),
        ("从业人员达到", "从业人员"),
        ("自由贸易试验区新增企业", "自由贸易试验区新增企业"),
        ("投入产出比达到", "投入产出比"),
        ("城镇居民人均可支配收入", "城镇居民人均可支配收入"),
        ("全社会固定资产投资", "全社会固定资产投资"),
        ("棚户区改造完成投资", "棚户区改造投资"),
        ("加快建设区级健身中心、完成街道级健身中心", "街道级健身中心"),
        ("新增、盘活停车泊位", "新增、盘活停车泊位"),
        ("省级人才计划", "省级人才计划"),
        ("建成学校（其中小学", "小学"),
        ("生产总值预计数为", "生产总值"),
        ("生产总值（当年价）", "生产总值"),
        ("生产总值再迈上两个新的大台阶、年均增长", "生产总值"),
        ("财政收入首次突破百亿元大关、增长", "财政收入"),
        ("用于城市建设的资金", "用于城市建设的资金"),
        ("财政用于与群众密切相关的民生支出", "民生支出"),
        ("利用外资按同比口径为", "利用外资"),
        ("完成建制镇总体规划", "建制镇总体规划"),
        ("财政支出不低于上年预算的", "财政支出"),
    ],
)
def test_name_before_a_number(before: str, name: str) -> None:
    assert name_before(before) == name


EDGES = set(" 、的和与了，,。;；:：")


@given(st.text("甲乙的和与及了、，。“”《》()（）中等级1", max_size=40))
def test_no_name_has_marks_or_particles_at_its_edges(text: str) -> None:
    name = tidy(text)
    assert not name or not {name[0], name[-1]} & EDGES
    for opening, closing in ("“”", "《》", "()", "（）"):
        assert name.count(opening) == name.count(closing)


@given(st.text("新增学校企业的和、，。“”（）(同比增长达到由其中分别12年%亿元家个居全省第位", max_size=60))
def test_names_of_any_text_are_clean(text: str) -> None:
    for metric in metrics(text):
        for name in (metric.indicator, metric.part_of):
            assert not name or not {name[0], name[-1]} & EDGES, name
            assert name.count("“") == name.count("”")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("引进1个50亿元以上项目。", "引进50亿元以上项目"),
        ("引进51支高校、院所人才团队。", "引进高校、院所人才团队"),
        ("完成7.89亿元政府隐性债务化解目标。", "化解政府隐性债务"),
        ("走访收集的600个问题全部办结。", "走访收集的问题"),
        ("3所学校获评某市示范学校。", "获评某市示范学校"),
        ("132个事项实现“跨省通办”。", "“跨省通办”事项"),
        ("6个城市入选名单。", "入选名单城市"),
        ("28个镇全部通车。", "通车镇"),
        ("成立6个处置信访事件专项小组。", "成立处置信访事件专项小组"),
        ("25家世界500强企业入驻。", "世界500强企业"),
        ("某港30万吨级码头投入使用。", "30万吨级码头"),
        ("惠及260万城乡中小学生。", "惠及城乡中小学生"),
        ("提供45项基本公共卫生服务。", "提供基本公共卫生服务"),
        ("有90%的行政村通了公交。", "行政村通公交比例"),
        ("完成78个中心卫生院和1万个村卫生室改造任务。", "中心卫生院改造"),
        ("完成40户以上企业的改革改制。", "企业改革改制"),
        ("107所中小学校移交工作基本结束。", "中小学校移交"),
        ("196名受伤群众连夜得到救治。", "受伤群众"),
        ("在建的6条地铁进展顺利。", "在建地铁"),
        ("推进20个农民工返乡创业试点县建设。", "农民工返乡创业试点县"),
        ("确保100万人脱贫。", "脱贫人口"),
        ("争取建成8条生产线。", "建成生产线"),
        ("32%建成区达到海绵城市建设要求。", "建成区达到海绵城市建设要求比例"),
        ("26项举措全省推广。", "举措"),
        ("8个部委给予充分肯定。", "部委"),
        ("1100多万群众受益。", "受益群众"),
        ("培育4个产值超百亿元的产业集群。", "培育产值超百亿元的产业集群"),
        ("建设7个3万平方米左右的市民广场。", "建设3万平方米左右的市民广场"),
        ("3年投资10亿元。", "投资"),
        ("向44户国有企业逐户派驻工作组。", "国有企业"),
        ("投资50亿元的24件民生实事完成。", "民生实事投资"),
        ("城乡居民收入比由2.9∶1缩小至2.5∶1。", "城乡居民收入比"),
        ("把补助标准提高到小学生每年1000元。", "小学生补助标准"),
        ("新增1万家企业上云。", "新增上云企业"),
        ("4家企业上榜某省百强榜。", "上榜某省百强榜企业"),
        ("8所学校成为华文教育示范基地。", "成为华文教育示范基地"),
        ("18个乡镇进入国家、省级示范。", "进入国家、省级示范的乡镇"),
        ("52个产品产值突破200亿元。", "产品"),
        ("推进87个百亿元级、964个十亿元级、1965个亿元级项目。", "百亿元级项目"),
        ("平均每天新增2家外商投资企业。", "日均新增外商投资企业"),
        ("打造15分钟健身圈30个。", "打造15分钟健身圈"),
        ("完成9家热电厂及140余台锅炉脱硫改造。", "热电厂脱硫改造"),
    ],
)
def test_name_behind_a_number(text: str, name: str) -> None:
    assert names(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("引进50亿元以上高质量项目不低于2个。", "引进50亿元以上高质量项目"),
        ("投资超5亿元的项目已达4个。", "投资超5亿元的项目"),
        ("新增3000平方米以上众创空间100家。", "新增3000平方米以上众创空间"),
        ("实施1个镇、23个村改造。", "村改造"),
    ],
)
def test_a_limit_is_part_of_the_name_of_what_is_counted(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("居民收入提前一年实现翻一番目标。", "居民收入"),
        ("生产总值提前一年完成“十二五”规划确定的过万亿元目标。", "生产总值"),
        ("合作社新增2万户、达到7万户。", "合作社"),
        ("新签约项目23个，签约额100亿元。", "新签约项目额"),
        ("新引进项目9个、总投资8亿元，新开工8个、总投资5亿元，新竣工3个。", "新竣工项目"),
        ("村级集体总收入1亿元，总资产3亿元。", "村级集体总资产"),
        ("物价下降0.8%，降幅缩小2.3个百分点。", "物价"),
        ("生产总值稳居全国前十强，达500亿元。", "生产总值"),
        ("工业收入迈上100亿元新台阶，达104亿元。", "工业收入"),
        ("人均生产总值8650元，折合1068美元。", "人均生产总值"),
        ("生产总值增长6%左右、突破2万亿元。", "生产总值"),
        ("生产总值达9145亿元，年增长14.4%。", "生产总值"),
        ("三次产业比重由13:47:40转变为11:38:51。", "三次产业比重"),
        ("市属国企从35户整合为20户。", "市属国企"),
        ("企业开办时间从一个月以上压缩到4个工作日。", "企业开办时间"),
        ("煤产量才增加到2亿吨。", "煤产量"),
        ("存贷比提高2个百分点。", "存贷比"),
        ("制定、修改、废止政府规章34部。", "制定、修改、废止政府规章"),
        ("帮扶89个欠发达村。", "帮扶欠发达村"),
        ("市政府累计办理议案101件。", "市政府办理议案"),
        ("工业发展，力争完成投资7200亿元。", "工业投资"),
        ("获国家科技奖 励81项。", "获国家科技奖励"),
        ("建成双创中心一期、市气象灾害预警服务中心等11个项目。", "市气象灾害预警服务中心等项目"),
        ("投入3亿元，修建县、乡、村三级公路。", "投入"),
        ("人口出生率比计划降低1.12个千分点。", "人口出生率"),
        ("总装机802万千瓦的燃煤机组开工。", "燃煤机组总装机"),
        ("三月份的日产量达到96万吨。", "日产量"),
        ("以装备园等5个园区为重点，完善设施。", "园区"),
        ("确保8条城市黑臭水体长治久清。", "城市黑臭水体"),
        ("农村危险路段安防工程全覆盖，不少于100公里。", "农村危险路段安防工程"),
        ("铁路运营总里程达到2327公里，新增238公里。", "新增铁路运营里程"),
        ("省属29户企业分离办社会职能工作基本完成。", "省属企业"),
        ("农村实现24小时稳定供水。", "24小时稳定供水"),
        ("新增864个建制村通水泥路。", "新增通水泥路建制村"),
        ("32个04专项、8个02专项结题验收。", "02专项"),
        ("累计建成94个生态农业、生态工业和旅游项目，支撑增强。", "建成生态农业、生态工业和旅游项目"),
        ("与5个国家的有关城市缔结了友好关系。", "国家的有关城市"),
        ("城镇4.56万户困难群众圆了安居梦。", "困难群众"),
        ("37个深度贫困村每村投入增加。", "深度贫困村"),
        ("增强30个重点园区的集聚力和带动力。", "重点园区"),
        ("推出660项进一步全面深化改革举措。", "推出全面深化改革举措"),
        ("带动全区40%的农牧户参与到产业化经营。", "农牧户参与到产业化经营比例"),
        ("规划了590个项目。", "规划项目"),
        ("粮食呈现恢复性增长，总产量增加23万吨。", "粮食总产量"),
        ("财政总收入558亿元，按省口径计算增长16.8%。", "财政总收入"),
        ("实施10座大中型和45座小型水库除险加固工程。", "小型水库除险加固工程"),
        ("农村居民收入增长6.3%、增速排全国第五。", "农村居民收入"),
    ],
)
def test_names_are_taken_from_what_stands_before(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(("_", "__", "text", "name"), COMPLETION_RULES)
def test_names_are_completed(_: object, __: str, text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城乡居民人均可支配收入分别增长7.5%、8.5%。", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        (
            "城镇、农村常住居民人均可支配收入分别达到3万元、2万元，增长5%、6%。",
            ["城镇常住居民人均可支配收入", "农村常住居民人均可支配收入"] * 2,
        ),
        ("农民人均纯收入和城镇居民收入分别实际增长5%、6%。", ["农民人均纯收入", "城镇居民收入"]),
        ("金融机构存、贷款余额分别增长5%和6%。", ["金融机构存款余额", "金融机构贷款余额"]),
        (
            "民营经济占生产总值、税收的比重分别提高1.4个、2.1个百分点。",
            ["民营经济占生产总值比重", "民营经济占税收比重"],
        ),
        ("个人和小微企业贷款额度分别提高到60万元、1000万元。", ["个人贷款额度", "小微企业贷款额度"]),
        ("化学需氧量、氨氮排放总量分别下降1%和2%。", ["化学需氧量排放总量", "氨氮排放总量"]),
        ("规模以上工业主营业务收入、利税分别增长8%、9%。", ["规模以上工业主营业务收入", "规模以上工业利税"]),
        ("城镇、农村低保标准分别达到660元/月、4400元/年。", ["城镇低保标准", "农村低保标准"]),
        ("一、二、三产业增加值分别增长3%、4%和5%。", ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        ("其中第一、二、三产业分别增长3%、4%和5%。", ["第一产业", "第二产业", "第三产业"]),
        (
            "一、二、三次产业增加值分别增长3%、4%和5%。",
            ["第一产业增加值", "第二产业增加值", "第三产业增加值"],
        ),
        (
            "企业职工养老、医疗和工伤保险分别扩面3万人、4万人、5万人。",
            ["企业职工养老保险扩面", "医疗保险扩面", "工伤保险扩面"],
        ),
        ("新签约、开工亿元以上项目334个、215个。", ["新签约亿元以上项目", "开工亿元以上项目"]),
        ("三次产业增加值分别增长3%、4%和5%。", ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        ("粮食面积、产量分别增长3%、4%。", ["粮食面积", "粮食产量"]),
        (
            "单位生产总值能耗、水耗和二氧化碳排放分别下降3%、4%、5%。",
            ["单位生产总值能耗", "单位生产总值水耗", "单位生产总值二氧化碳排放"],
        ),
        ("汽车、家电类零售额分别增长3%、4%。", ["汽车类零售额", "家电类零售额"]),
        (
            "机电产品和服装出口额分别占全市出口总额的44%和23%。",
            ["机电产品出口额占全市出口总额比重", "服装出口额占全市出口总额比重"],
        ),
        ("肉、蛋、奶产量分别增长1%、2%和3%。", ["肉产量", "蛋产量", "奶产量"]),
        ("全年实际利用外资、引进内资分别增长2%和8%以上。", ["实际利用外资", "引进内资"]),
        ("新增企业数、注册资本分别是挂牌前的4.3倍和6.3倍。", ["新增企业数", "注册资本"]),
        ("皖东南保税物流中心正式封关运营，实现进出口额6400万美元。", ["皖东南保税物流中心进出口额"]),
        ("雏鹰、瞪羚（培育）企业分别达到30家、20家。", ["雏鹰企业", "瞪羚（培育）企业"]),
        ("装备制造业、高新技术产业增加值分别增长11%、13%。", ["装备制造业增加值", "高新技术产业增加值"]),
        (
            "奶牛存栏量和肉牛、绵羊饲养量分别为3万头、4万头和5万只。",
            ["奶牛存栏量", "肉牛饲养量", "绵羊饲养量"],
        ),
        (
            "园区对工业增长、投资拉动的贡献率分别达到78%、60%。",
            ["园区对工业增长的贡献率", "园区对投资拉动的贡献率"],
        ),
        ("存贷款余额分别为8亿元、9亿元。", ["存款余额", "贷款余额"]),
        (
            "人均产值仅为全区、全市平均水平的23%和36%。",
            ["人均产值相当于全区平均水平比例", "人均产值相当于全市平均水平比例"],
        ),
        ("常住人口、工业增加值分别增长1%、2%。", ["常住人口", "工业增加值"]),
        ("制定18件、修订20件地方性法规。", ["制定地方性法规", "修订地方性法规"]),
        (
            "普及率、入园率、巩固率分别从57%、47%、18%提高到85%、86%、32%。",
            ["普及率", "入园率", "巩固率"] * 2,
        ),
    ],
)
def test_a_list_of_numbers_takes_a_list_of_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@given(st.lists(st.text("甲乙丙丁戊", min_size=2, max_size=4), min_size=2, max_size=5))
def test_a_plain_list_of_names_is_divided_at_its_marks(members: list[str]) -> None:
    assert listed("、".join(members), len(members)) == members
    assert listed("、".join(members), len(members) + 1) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增就业26万人，其中下岗职工再就业14万人。", [("新增就业", ""), ("下岗职工再就业", "新增就业")]),
        ("征迁拆违670万平方米，其中市区超240万平方米。", [("征迁拆违", ""), ("市区征迁拆违", "征迁拆违")]),
        (
            "地区生产总值100亿元，其中第一产业10亿元，增长3%，第二产业40亿元。",
            [
                ("地区生产总值", ""),
                *[("第一产业增加值", "地区生产总值")] * 2,
                ("第二产业增加值", "地区生产总值"),
            ],
        ),
        (
            "固定资产投资增长7%，其中技改投资增长9%；贷款余额增长5%。",
            [("固定资产投资", ""), ("技改投资", "固定资产投资"), ("贷款余额", "")],
        ),
        ("提出7项指标，其中收入增长6%。", [("指标", ""), ("收入", "")]),
    ],
)
def test_a_part_has_the_name_of_its_whole(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(metric.indicator.removeprefix("提出"), metric.part_of) for metric in metrics(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规上工业总产值增长9.4%、居全省第1位。", [("规上工业总产值", ""), ("规上工业总产值", "全省")]),
        ("进出口总额稳居全国副省级城市第3位。", [("进出口总额", "全国副省级城市")]),
        (
            "一产、三产增加值分别增长6%、4%，分别居全省第2位和第4位。",
            [("一产增加值", ""), ("三产增加值", ""), ("一产增加值", "全省"), ("三产增加值", "全省")],
        ),
        ("环境质量在全国168个重点城市中排第9位。", [("", "全国168个重点城市")]),
    ],
)
def test_a_rank_says_among_whom(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(metric.indicator, metric.among) for metric in metrics(text) if metric.unit != "个"]
    assert [pair[1] for pair in found] == [pair[1] for pair in expected]
    assert all(pair[0] in ("", found[index][0]) for index, pair in enumerate(expected))


def test_without_the_verb_of_a_rank_all_is_the_name() -> None:
    assert split_rank("甲乙") == (2, "")


@pytest.mark.parametrize(("attribute", "_", "text"), CLAUSE_RULES)
def test_remarks_on_a_number_are_attributes(attribute: str, _: object, text: str) -> None:
    (metric,) = metrics(text)
    assert metric.attributes == (attribute,)
    assert metric.indicator in ("财政收入", "农民人均纯收入", "地区生产总值")


@pytest.mark.parametrize("aside", ["（以下简称“增长”）", "（下同）", "（以下简称增长）"])
def test_how_a_word_is_written_from_here_on_is_no_part_of_a_name(aside: str) -> None:
    level, growth = metrics(f"地区生产总值4344亿元，同比增长{aside}7%。")
    assert (growth.indicator, growth.measure) == (level.indicator, "growth")


@pytest.mark.parametrize(
    ("text", "estimated"),
    [
        ("预计全年生产总值增长6%，投资增长7%。财政收入增长5%。", [True, True, False]),
        ("生产总值预计增长6%，投资增长7%。", [True, False]),
        ("预计全年生产总值增长6%（下同），投资增长7%。财政收入增长5%。", [True, True, True]),
        ("预计全年生产总值增长6%，2022年投资增长7%。", [True, False]),
        ("预计全市生产总值3055亿元，比上年增长17%。", [True, True]),
        ("预计去年生产总值3055亿元，增长17%。", [True, True]),
        ("——预计生产总值增长17%。", [True]),
        ("预计生产总值增长17%，去年投资增长7%。", [True, False]),
    ],
)
def test_what_is_said_at_the_head_of_a_sentence_holds_for_its_numbers(
    text: str, estimated: list[bool]
) -> None:
    assert [metric.estimated for metric in metrics(text)] == estimated


@given(st.text("甲乙1,;。:!?\n", max_size=30), st.integers(0, 30))
def test_clause_ends_at_punctuation(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    clauses = Clauses(text)
    start = clauses.start(offset)
    assert not set(text[start:offset]) & set(",;。:!?\n")
    assert start == 0 or text[start - 1] in ",;。:!?\n"
    clause = clauses.around(offset)
    assert text.startswith(clause, start)
    end = start + len(clause)
    assert end == len(text) or text[end] in ",;。:!?\n"


def test_clause_has_at_most_eighty_characters_on_each_side() -> None:
    assert Clauses("甲" * 500).start(300) == 220
    assert len(Clauses("甲" * 500).around(300)) == 160


@given(st.text("甲1,;。\n", max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_clauses_of_a_part_equal_those_of_the_text(text: str, start: int, offset: int) -> None:
    start, offset = min(start, len(text)), min(offset, len(text))
    margin = max(0, start - MAX_CLAUSE_CHARACTERS)
    part = Clauses(text[margin:], margin)
    if offset >= start:
        assert part.start(offset) == Clauses(text).start(offset)
        assert part.around(offset) == Clauses(text).around(offset)
