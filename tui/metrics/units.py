"""Units and counting words, each with what must not follow it.

``百分点`` before ``百``, longer before shorter: the alternation takes the first that fits.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_RATES = ("个百分点", "个多百分点", "百分点", "个千分点", "千分点", "%", "‰", "倍", "成", "番")
_MEASURED = (
    "亿元", "万元", "美元", "欧元", "港元", "日元", "银元", "元",
    "微克/立方米", "μg/m3", "微克", "毫克/升", "毫克", "吨公里", "平方公里", "平方千米", "平方公尺", "平方米", "平米", "立方公尺", "立方米", "立方",
    "公里", "千米", "公顷", "公尺", "海里", "华里", "市里", "里", "厘米", "毫米", "延米", "米²", "米", "㎡", "m²", "m2", "亩", "千瓦时", "千瓦小时", "千伏安", "千瓦", "兆伏安", "兆瓦时", "兆瓦",
    "吉瓦时", "吉瓦", "GWh", "GW", "MWh", "MW", "kWh", "kW", "马力", "PFlops", "PFLOPS", "PB", "TB", "EFLOPS", "P", "度电", "度", "公斤", "公担", "市担", "担", "市斤", "千克", "吨标准煤", "吨标煤",
    "标准箱", "标箱", "重量箱", "吨", "砘", "斤", "毫升", "公升", "升", "方", "摄氏度", "℃", "小时", "分钟", "个月", "个工作日", "课时", "学时", "天", "岁",
    "/10万", "/十万", "人次", "场次", "人天", "人年", "车次", "班次", "架次", "航次", "户次", "家次", "件次", "剂次", "例次", "辆次", "乘次", "列次", "艘次", "台次", "店次", "桌次", "床次", "项次", "队次", "针次", "宗次", "团次", "校次", "站次", "人份",
)  # fmt: skip
_COUNTED = (
    "个", "家", "项", "户", "人", "名", "位", "套", "件", "起", "条", "部", "场", "所", "座", "台", "辆", "只",
    "头只", "只头", "头", "株", "棵", "次", "处", "宗", "支", "种", "类", "批", "路", "盏", "间", "张", "篇", "册", "幢", "栋",
    "标台", "学位", "床位", "锭", "枝", "单", "笔", "份", "款", "颗", "眼", "艘", "架", "班", "列", "对", "根", "块", "片", "面", "门", "口", "匹",
    "羽", "枚", "例", "床", "具", "期", "轮", "级", "层", "股", "首", "幅", "趟", "村", "校", "箱", "尾", "瓶", "盆", "桶", "袋", "本", "令", "卷", "节", "金", "银", "铜",
)  # fmt: skip
#: What makes a counting word the start of another word.
_NOT_FOLLOWED = {
    "项": "目", "人年": "[均底初末收龄增度]", "人": "民|大|口|才|员|均|类|工", "部": "门|分|署|级|委", "处": "置|理|于", "次": "会议|全会|年", "类": "型",
    "条": "例|件|款", "口": "径|岸|子", "面": "积|向", "门": "户", "户": "籍", "班": "子", "期": "间|望|工程", "路": "径|面|网|有轨|无轨|电车|公交|轨道|环",
    "级": "联", "单": "位|元", "份": "额", "对": "接|外", "位": "于|居|列", "家": "庭|园", "名": "列|单",
    "具": "有|备", "轮": "动", "层": "面|次|级", "例": "如", "成": "立|为|功|果|本|效|员|长|熟|品|套|都|型|绩|就|人|交|像", "元": "素|旦",
    "个": "体|人所|百分点|千分点|多百分点|月|工作日", "方": "面|向|针|案|式|法|阵|便|块|队|言|米|可|能|才|圆", "天": "津|然|水|山|河|空|下|长|门|气|府|使|鹅",
    "股": "权|份|东|市|本|票|长", "首": "个|批|次|家|位|都|府|要|期|条|创|台|店|发|季|席|套|届|先|站", 
    "里": "[程面下河店铺沟堡桥坪]|约|外|长征|斯|昂", "度": "[假过量日汛]|电网|数", "台": " ?[阶湾州商账风办]", "担": "[保任当负忧]", "升": "[至到为入级格规华起学温高幅值降]|本",
    "马力": "强", "P": "[A-Za-z0-9+模]", "金": "[^、,0-9的。]", "银": "[^、,0-9的。]", "铜": "[^、,0-9的。]", "令": "[人行牌]|第", "卷": "烟|[入]", "锭": "子", "节": "[能约水日目点假庆省奏支俭电气余本]", "枝": "[条叶]", "学位": "证|授|点|论|中心|制", "床位": "使用率|数", "匹": "配",
    "村": "级|民|庄|委|集体|干部|两委", "校": "企|园|长|区|外|内|友", "番": "茄|禺", "本": "地|市|级|省|区|县|科|质|土|年|届|轮", "尾": "矿|气|款|盘", "箱": "包", "桶": "装", "瓶": "颈", "起": "步|来|到|草|点", "度电": "网", "场": "所|馆|地",
}  # fmt: skip


def _alternation(units: tuple[str, ...]) -> str:
    return "|".join(unit + (f"(?!{_NOT_FOLLOWED[unit]})" if unit in _NOT_FOLLOWED else "") for unit in units)


#: A regular expression that matches one unit.
UNIT = _alternation(_RATES + _MEASURED + _COUNTED)
#: The same of what one thing has, or what is done in a time, behind such a unit: 16万元/人, 21万吨/日, 500元/人·月.
PER = r"(?<=[元吨米斤次箱度方])/(?:[人生户](?:[·/]?[年月])?|年|月|日|天|小时|秒|亩|公里|平方米|立方米|千瓦时|千瓦|吨|度)(?!均)"
_PER_AT_END = re.compile(rf"{PER}\Z")
#: The same for tenths: 七成.
TENTH = _alternation(("成",))
#: Units of shares and growth.
RATES = frozenset(_RATES) - {"个多百分点"}
#: Units that count things one by one.
COUNTED = frozenset(_COUNTED)
#: The unit of ranks, and of by how many places they change: 排名提升5位.
PLACE = "位"
#: Powers of ten between a number and its unit.
MAGNITUDES = {
    "": 0, "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10,
    "千亿": 11, "万亿": 12,
}  # fmt: skip
#: A regular expression that matches one of them.
MAGNITUDE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十"


_MAGNITUDES_LONGEST_FIRST = tuple(MAGNITUDE.split("|"))
_MAGNITUDE_STARTS = frozenset("万千百十亿")
#: Units that begin like a magnitude.
_WHOLE_UNITS = ("千瓦", "千克", "千米", "千伏安", "百分点", "千分点")


#: Units that are written in several ways, and the way they are compared in.
_SAME_UNITS = {
    "平米": "平方米", "米²": "平方米", "㎡": "平方米", "m²": "平方米", "m2": "平方米", "平方公尺": "平方米", "公尺": "米", "千瓦小时": "千瓦时", "市斤": "斤",
}  # fmt: skip
#: Units of one kind in another size: how many they are of the one that values are compared in. Money of other states is of
#: another kind, and so is floor space, which is told in 平方米 only.
_COMMON_UNITS = {
    "斤": (Decimal("0.0005"), "吨"), "公斤": (Decimal("0.001"), "吨"), "千克": (Decimal("0.001"), "吨"), "公担": (Decimal("0.1"), "吨"), "砘": (Decimal(1), "吨"),
    "担": (Decimal("0.05"), "吨"), "市担": (Decimal("0.05"), "吨"), "吨标煤": (Decimal(1), "吨标准煤"),
    "里": (Decimal("0.5"), "公里"), "华里": (Decimal("0.5"), "公里"), "市里": (Decimal("0.5"), "公里"), "千米": (Decimal(1), "公里"),
    "米": (Decimal("0.001"), "公里"), "延米": (Decimal("0.001"), "公里"),
    "公顷": (Decimal(15), "亩"), "平方公里": (Decimal(1500), "亩"), "平方千米": (Decimal(1500), "亩"),
    "立方": (Decimal(1), "立方米"), "立方公尺": (Decimal(1), "立方米"),
    "兆瓦": (Decimal(1000), "千瓦"), "MW": (Decimal(1000), "千瓦"), "吉瓦": (Decimal(10**6), "千瓦"), "GW": (Decimal(10**6), "千瓦"), "kW": (Decimal(1), "千瓦"),
    "度电": (Decimal(1), "千瓦时"), "kWh": (Decimal(1), "千瓦时"), "兆瓦时": (Decimal(1000), "千瓦时"), "MWh": (Decimal(1000), "千瓦时"),
    "吉瓦时": (Decimal(10**6), "千瓦时"), "GWh": (Decimal(10**6), "千瓦时"), "标准箱": (Decimal(1), "标箱"),
}  # fmt: skip
_PERSON = "人"
#: Nouns of persons in a name, or at its end: 551万农村贫困人口 are so many 人.
_PERSONS = re.compile(
    r"人口|群众|农民|居民|市民|人民|职工|老人|儿童|学生|患者|残疾人|干部|旅客|游客|劳动力|人员"
    r"|(?:[人员民众工生师童女军才]|妇女|青年|对象|子女|用户)\Z"
)


def base_quantity_power(unit: str, name: str = "") -> tuple[int, str]:
    """Return the power of ten in a unit as printed, and the unit without it: ``亿元`` is ``(8, "元")``, ``万元/人`` ``(4, "元")``.

    Args:
        unit: As printed; a magnitude alone has no unit of its own.
        name: What is counted. It tells that a magnitude alone counts persons: ``551万农村贫困人口``.
    """
    power, base = _power_and_unit(unit)
    if power and not base and _PERSONS.search(name):
        base = _PERSON
    return power, base


def without_per(unit: str) -> str:
    """Return a unit without what one of it is told for: ``万元`` for ``万元/人``."""
    return _PER_AT_END.sub("", unit) if "/" in unit else unit


def common_unit(unit: str, name: str = "") -> tuple[Decimal, str]:
    """Return the unit that values of its kind are compared in, and how many of it a unit as printed is: ``亿斤`` is 5 万吨.

    Args:
        unit: As printed.
        name: What is counted; see :func:`base_quantity_power`.
    """
    power, base = base_quantity_power(unit, name)
    factor, common = _COMMON_UNITS.get(base, (Decimal(1), base))
    return factor.scaleb(power), common


@lru_cache(maxsize=512)
def _power_and_unit(unit: str) -> tuple[int, str]:
    power = 0
    unit = without_per(unit)
    if unit[:1] in _MAGNITUDE_STARTS and not unit.startswith(_WHOLE_UNITS):
        magnitude = next(one for one in _MAGNITUDES_LONGEST_FIRST if unit.startswith(one))
        power, unit = MAGNITUDES[magnitude], unit[len(magnitude) :]
    return power, _SAME_UNITS.get(unit, unit)
