"""What is a quantity, and its value, unit and qualifier, by the ways in which reports write numbers."""

from __future__ import annotations

import re
import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.metrics.forms.numerals import numeral_values
from tui.metrics.forms.refused import NO_QUANTITY_RULES, NoQuantity
from tui.metrics.quantity import find_quantities
from tui.metrics.units import base_quantity_power, common_unit
from tui.report.numerals import MAX_DIGITS, chinese_digits


def said(text: str) -> list[str]:
    """Return the quantities of a text as ``quote=value unit``, a range with a dash, a ratio with colons."""
    return [
        f"{text[found.start : found.end]}="
        f"{(':' if found.rule == 'ratio' else '-').join(f'{value:f}' for value in found.value)} {found.unit}".strip()
        for found in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("向2000亿—4000亿元迈进", ["2000亿—4000亿元=2000-4000 亿元"]),
        ("每月补助80元到120元", ["80元到120元=80-120 元"]),
        ("由十五亿元到二十亿元", ["十五亿元=1500000000 元", "二十亿元=2000000000 元"]),
        ("约需十五亿元到二十亿元", ["十五亿元到二十亿元=1500000000-2000000000 元"]),
        ("补助0.8万—1亿元", ["0.8万—1亿元=0.00008-1 亿元"]),
        ("利率为5‰—8‰", ["5‰—8‰=5-8 ‰"]),
        ("每月提高50元至550元", ["50元=50 元", "550元=550 元"]),
        ("从500米到860米", ["500米=500 米", "860米=860 米"]),
        ("新建8所—3家", ["8所=8 所", "3家=3 家"]),
    ],
)
def test_two_quantities_with_a_dash_or_to_are_a_range_unless_they_are_a_change(
    text: str, quantities: list[str]
) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantity", "base"),
    [
        ("全员劳动生产率16万元/人以上", "16万元/人=16 万元/人", (4, "元")),
        ("污水处理能力21万吨/日", "21万吨/日=21 万吨/日", (4, "吨")),
        ("低保标准500元/人·月", "500元/人·月=500 元/人·月", (0, "元")),
        ("外排流量200立方米/秒", "200立方米/秒=200 立方米/秒", (0, "立方米")),
        ("浓度30微克/立方米", "30微克/立方米=30 微克/立方米", (0, "微克/立方米")),
        ("奖励20万元/人均", "20万元=20 万元", (4, "元")),
        ("新建5个/年", "5个=5 个", (0, "个")),
        ("数据集规模达200TB", "200TB=200 TB", (0, "TB")),
    ],
)
def test_what_one_thing_has_or_is_done_in_a_time_is_a_part_of_the_unit(
    text: str, quantity: str, base: tuple[int, str]
) -> None:
    assert said(text) == [quantity]
    assert base_quantity_power(quantity.split(" ")[-1]) == base


def test_what_stands_behind_such_a_unit_qualifies_it() -> None:
    (found,) = find_quantities("全员劳动生产率16万元/人以上")
    assert found.qualifier == "at_least"


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("分别提高10.2、4.7和2个百分点", ["10.2=10.2 个百分点", "4.7=4.7 个百分点", "2个百分点=2 个百分点"]),
        ("产量为30和45万吨", ["30=30 万吨", "45万吨=45 万吨"]),
        ("收入过300亿、50亿元的企业", ["300亿=300 亿元", "50亿元=50 亿元"]),
        ("分别新增1、2个", ["1=1 个", "2个=2 个"]),
        ("分别提高22个和15个百分点", ["22个=22 个百分点", "15个百分点=15 个百分点"]),
        ("计划投资50亿、25个项目", ["50亿=50 亿", "25个=25 个"]),
        ("产值增加50亿、5%", ["50亿=50 亿", "5%=5 %"]),
        ("分别新增学位4.68万和7000个", ["4.68万=4.68 万个", "7000个=7000 个"]),
        ("分别压缩至10个、5个工作日", ["10个=10 个工作日", "5个工作日=5 个工作日"]),
        ("办好1、2个项目", ["2个=2 个"]),
        ("比2021、2022年增加3家", ["3家=3 家"]),
        ("开工地铁1、2号线5公里", ["5公里=5 公里"]),
        ("排在第1、2、3个", []),
        ("\n16.3个项目开工", ["3个=3 个"]),
        ("每千人有6.5张床位", ["6.5张=6.5 张"]),
        ("\n5、10个项目开工", ["10个=10 个"]),
    ],
)  # fmt: skip
def test_bare_numbers_of_a_list_share_the_unit_at_its_end(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("人均预期寿命由81.7岁延长到82.5岁", ["81.7岁=81.7 岁", "82.5岁=82.5 岁"]),
        ("人均预期寿命提高1岁，达到74.5岁", ["1岁=1 岁", "74.5岁=74.5 岁"]),
        ("为80岁以上老人发放津贴", []),
        ("人均预期寿命提高。3岁儿童入园", []),
        ("指数由81.2升至85.3。", ["81.2=81.2", "85.3=85.3"]),
        ("总量由81.2升至85.3。", []),
        ("突破2万亿台阶", ["2万亿=2 万亿"]),
        ("突破2万亿元台阶", ["2万亿元=2 万亿元"]),
        ("改造旧房近100万平米", ["100万平米=100 万平米"]),
        ("日均客流量60万乘次、开行320列次", ["60万乘次=60 万乘次", "320列次=320 列次"]),
        ("551万农村贫困人口脱贫", ["551万=551 万"]),
        ("用户达到140万，", ["140万=140 万"]),
        ("为29万65岁老人体检", ["29万=29 万"]),
        ("发电2970.5亿度", ["2970.5亿度=2970.5 亿度"]),
        ("人均住房20.8米²", ["20.8米²=20.8 米²"]),
        ("送课不少于3000节", ["3000节=3000 节"]),
        ("一年200节日，3节能项目", []),
        ("新增储能30吉瓦时", ["30吉瓦时=30 吉瓦时"]),
        ("实施201路有轨电车、地铁一号线2期工程", []),
        ("打造三千亿层级的产业", []),
        ("收购烟叶60万担", ["60万担=60 万担"]),
        ("新建50万伏线路", []),
        ("孕产妇死亡率为7.95/10万", ["7.95/10万=7.95 /10万"]),
        ("夺得6金、8银、12铜", ["6金=6 金", "8银=8 银", "12铜=12 铜"]),
        ("提高7个多百分点", ["7个多百分点=7 个百分点"]),
        ("价格指数控制在103左右", ["103=103"]),
        ("系数由0.45降到0.4以下", ["0.45=0.45", "0.4=0.4"]),
        ("发展指数2013年居首", []),
    ],
)
def test_units(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("增长4%和1 2%", ["4%=4 %", "1 2%=12 %"]),
        ("存款余额6 228.04亿元", ["6 228.04亿元=6228.04 亿元"]),
        ("收入达３，１５４元", ["３，１５４元=3154 元"]),
        ("投资1731亿 元", ["1731亿 元=1731 亿元"]),
        ("投资1亿5千万元", ["1亿5千万元=150000000 元"]),
        ("投资3千8百万元", ["3千8百万元=38000000 元"]),
        ("投资3万2千亿元", ["3万2千亿元=3200000000000 元"]),
    ],
)
def test_digits_with_spaces_or_magnitudes_between_them(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("产值突破千亿元", ["千亿元=1 千亿元"]),
        ("产量稳定在万亿斤以上", ["万亿斤=1 万亿斤"]),
        ("规模达百亿，", ["百亿=1 百亿"]),
        ("超百万人受益", ["百万人=1 百万人"]),
        ("培育百亿级项目", []),
        ("形成突破千亿级的产业", []),
        ("实施千亿斤粮食产能提升行动", []),
        ("学习“千万工程”经验", []),
        ("上百家企业，数千人", []),
        ("通过百家企业", []),
        ("“超百亿元”行动", []),
    ],
)
def test_magnitudes_in_words(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("三次产业结构由13.8∶52.8∶33.4调整为9∶59∶32",
         ["13.8∶52.8∶33.4=13.8:52.8:33.4", "9∶59∶32=9:59:32"]),
        ("一二三产业比例为8.9： 59：32.1", ["8.9： 59：32.1=8.9:59:32.1"]),
        ("城乡居民收入比缩小到2.36∶1", ["2.36∶1=2.36:1"]),
        ("按1:1比例配套", ["1:1=1:1"]),
        ("粮经比例调整为52:48", ["52:48=52:48"]),
        ("上午8:30开会", []),
        ("比去年增长，以3:0取胜", []),
        ("测绘1:10000地形图", []),
    ],
)  # fmt: skip
def test_ratios(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("居全省第1位。", ["1位=1 位"]),
        ("增速列全国第二。", ["二=2"]),
        ("排名第3。", ["3=3"]),
        ("连续三年全省第一。", ["一=1"]),
        ("综合排名由第8位上升到第5位。", ["8位=8 位", "5位=5 位"]),
        ("分别居全省第二、第三。", ["二=2", "三=3"]),
        ("位居中国百货第一。", ["一=1"]),
        ("总量居全国首位。", ["首位=1 位"]),
        ("以全省第2名的成绩入选。", ["2名=2 名"]),
        ("把生命安全放在首位。", []),
        ("把健康放在第一位。", []),
        ("坚持质量第一、效益优先。", []),
        ("全省第一、二、三产业协调发展。", []),
        ("增速稳居全省第一方阵。", []),
        ("全国第一批试点。", []),
        ("第一，坚持改革。", []),
        ("跃居全市前三。", []),
        ("发展是第一要务，第一书记到村。", []),
        ("建成世界第一高桥。", []),
        ("第一季度开工，第15届运动会。", []),
    ],
)
def test_ranks(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("安排一百二十万人", ["一百二十万人=1200000 人"]),
        ("两千八百多户", ["两千八百多户=2800 户"]),
        ("占三分之二", ["三分之二=2 /3"]),
        ("七成以上", ["七成=7 成"]),
        ("增长一倍半", ["一倍半=1.5 倍"]),
        ("增长百分之十几", ["百分之十几=10 %"]),
        ("占千分之五", ["千分之五=5 ‰"]),
        ("五十余家", ["五十余家=50 家"]),
        ("投资十几亿元", ["十几亿元=1000000000 元"]),
        ("修渠二百里", ["二百里=200 里"]),
        ("一万五六千人", ["一万五六千人=15000-16000 人"]),
        ("四五百人", ["四五百人=400-500 人"]),
        ("建成三、四十家", ["三、四十家=30-40 家"]),
        ("百分之二、三", ["百分之二、三=2-3 %"]),
        ("百分之三至八", ["百分之三至八=3-8 %"]),
        ("百分之百", ["百分之百=100 %"]),
        ("投资三点五亿元", ["三点五亿元=350000000 元"]),
        ("收入一七一点八五亿元", ["一七一点八五亿元=17185000000 元"]),
        ("产值一五一亿元", ["一五一亿元=15100000000 元"]),
        ("粮食一万零五百亿斤", ["一万零五百亿斤=1050000000000 斤"]),
        ("面积一亿五千万平方公尺", ["一亿五千万平方公尺=150000000 平方公尺"]),
        ("减少员额一百万的任务", ["一百万=1000000"]),
        ("我国六万万人民", ["六万万=600000000"]),
        ("装机五十千瓦", ["五十千瓦=50 千瓦"]),
        ("三十二人获奖", ["三十二人=32 人"]),
        ("提高两个百分点", ["两个百分点=2 个百分点"]),
        ("总数五万人", ["五万人=50000 人"]),
        ("产值翻了将近一番", ["翻了将近一番=1 番"]),
    ],
)
def test_chinese_numerals(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "实施十项行动和二十条措施", "召开第十一次会议", "十四五期末", "三个代表", "两会", "十百千万工程", "几十个", "数百人",
        "一九五七年", "打通最后一公里", "十万大山", "建设三小时经济圈", "做好十一个方面工作", "国家十三部委", "打造十五分钟生活圈", "培育五百亿级产业", "储备十亿元级项目", "党的二十大", "整治十五里河", "九万里风鹏正举", "游三十里画廊", "各办八个百分之几",
    ],
)  # fmt: skip
def test_chinese_numerals_of_names_and_words_are_no_quantities(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("rule", NO_QUANTITY_RULES, ids=lambda rule: rule.example)
def test_rules_by_which_digits_with_a_unit_are_none(rule: NoQuantity) -> None:
    assert said(rule.example) == []
    unlike = {
        "出台": "",
        "“": "",
        "”": "",
        "第1、2、": "",
        "80岁": "寿命80岁",
        "九万里": "修路九万里",
        "25度": "用电25度",
        "一号线2": "专刊2",
        "健身圈": "办结",
        "等政策": "政策",
        "过境": "办结",
        "政务咨询": "办结",
        "为重点": "",
        "以下小汽车": "小汽车",
        "制篮球场": "",
        "人口抽样调查": "份额",
        "自然村": "农户",
        "最后100": "隧道100",
        "7×": "超过",
        "的饭碗": "",
        "连续": "",
        "奋战": "",
    }
    assert len(said(re.sub("|".join(unlike), lambda match: unlike[match[0]], rule.example))) == 1


@pytest.mark.parametrize(
    "text", ["出台政策措施20条", "新建道路20条", "推出10条精品线路", "落实发展的18条政策"]
)
def test_counted_measures_and_roads_are_quantities(text: str) -> None:
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("unit", "name", "base"),
    [
        ("亿元", "", (8, "元")),
        ("万", "", (4, "")),
        ("万", "农村贫困人口", (4, "人")),
        ("万", "困难群众", (4, "人")),
        ("万", "经济总量", (4, "")),
        ("万", "农村贫困人口脱贫", (4, "人")),
        ("", "人口总量", (0, "")),
        ("万平米", "", (4, "平方米")),
        ("米²", "", (0, "平方米")),
        ("万千瓦", "", (4, "千瓦")),
        ("万千瓦小时", "", (4, "千瓦时")),
        ("家", "贫困人口", (0, "家")),
    ],
)
def test_base_units(unit: str, name: str, base: tuple[int, str]) -> None:
    assert base_quantity_power(unit, name) == base


@pytest.mark.parametrize(
    ("unit", "common", "factor"),
    [
        ("亿斤", "吨", 50_000),
        ("万吨", "吨", 10_000),
        ("公斤", "吨", "0.001"),
        ("万公顷", "亩", 150_000),
        ("万亩", "亩", 10_000),
        ("华里", "公里", "0.5"),
        ("万户", "户", 10_000),
        ("亿美元", "美元", 10**8),
        ("亿元", "元", 10**8),
        ("平方米", "平方米", 1),
        ("", "", 1),
    ],
)
def test_units_that_values_are_compared_in(unit: str, common: str, factor: int | str) -> None:
    assert common_unit(unit) == (Decimal(factor), common)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("三倍多", "more"),
        ("近千名游客", "nearly"),
        ("超百亿元", "over"),
        ("签约62个", "exact"),
        ("节约4亿元", "exact"),
        ("约4亿元", "about"),
        ("超1/3", "over"),
        ("产值过千亿元", "over"),
        ("产值过30亿元的企业", "over"),
        ("人口过10万的县城", "over"),
        ("经济总量迈上2000亿元台阶", "over"),
        ("总产值先后跨上了50亿元", "over"),
        ("跨越4万亿元", "over"),
        ("收入首破3000亿元", "over"),
        ("不过3万元", "exact"),
        ("通过100万元项目", "exact"),
        ("审议通过47件法规", "exact"),
        ("跨过9条大道", "exact"),
        ("七成以上", "at_least"),
        ("力争75%内河涌消除劣五类", "exact"),
    ],
)
def test_qualifiers_of_other_forms(text: str, qualifier: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.qualifier == qualifier


@given(st.integers(1, 10**8 - 1))
def test_every_whole_number_in_chinese_is_read(number: int) -> None:
    assert numeral_values(chinese_digits(number)) == (Decimal(number),)


@given(st.text("一二三五九十百千万亿零点、", max_size=30))
def test_values_of_numerals_are_ascending(text: str) -> None:
    values = numeral_values(text)
    assert len(values) <= 2
    assert list(values) == sorted(values)


@example("一点一二三四五六七八九一二三四五六七八九倍")
@example("一千一百一十一点一万亿元")
@example("九千九百九十九点九九九九九九九九九九九万亿元")
@example("0.000000000000001万—1亿元")
@example("9999999999999999万—9999999999999999亿元")
@example("9999999999999999亿—0.1元")
@example("9999999999999999.9999999999999999:1比例")
@given(st.text("0123456789.,:∶—至到、和%亿万元个家多第一二三十百千点分之居全省位突破指数为。 ", max_size=50))
def test_quantities_of_all_forms_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert end <= found.start < found.end <= len(text)
        for value in found.value:
            whole, _, fraction = f"{value:f}".partition(".")
            assert len(whole) <= MAX_DIGITS and len(fraction) <= MAX_DIGITS
        assert "\n" not in text[found.start : found.end]
        end = found.end


@pytest.mark.parametrize(
    "piece",
    [
        "1、",
        "一、",
        "百分之一到",
        "第一、",
        "1:1:",
        "1 234 ",
        "指数达1,",
        "超百",
        "1亿5千",
        "1万—",
        "三四",
        "翻了将近",
        "“一1条",
        "全省第1、",
    ],
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    start = time.process_time()
    list(find_quantities(piece * (20_000 // len(piece))))
    assert time.process_time() - start < 1
