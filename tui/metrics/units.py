"""Units and counting words, each with what may not follow it if it is to be one.

``百分点`` before ``百``, longer before shorter: the alternation takes the first that fits.
"""

from __future__ import annotations

_RATES = ("个百分点", "百分点", "%", "‰", "倍", "成")
_MEASURED = (
    "亿元", "万元", "美元", "欧元", "港元", "日元", "元",
    "平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "公顷", "海里", "厘米", "毫米", "米", "亩",
    "千瓦时", "千瓦", "兆瓦", "度电", "公斤", "千克", "吨标准煤", "标准箱", "吨", "斤", "升", "摄氏度",
    "小时", "分钟", "人次", "场次", "人天", "车次", "班次",
)  # fmt: skip
_COUNTED = (
    "个", "家", "项", "户", "人", "名", "位", "套", "件", "起", "条", "部", "场", "所", "座", "台", "辆", "只",
    "头", "株", "棵", "次", "处", "宗", "支", "种", "类", "批", "路", "盏", "间", "张", "篇", "册", "幢", "栋",
    "单", "笔", "份", "款", "颗", "眼", "艘", "架", "班", "列", "对", "根", "块", "片", "面", "门", "口", "匹",
    "羽", "枚", "例", "床", "具", "期", "轮", "级", "层",
)  # fmt: skip
#: Words that begin like a counting word and are none.
_NOT_FOLLOWED = {
    "项": "目", "人": "民|大|口|才|员|均|类|工", "部": "门|分|署|级", "处": "置|理|于", "次": "会议|全会|年", "类": "型",
    "条": "例|件|款", "口": "径|岸|子", "面": "积|向", "门": "户", "班": "子", "期": "间|望|工程", "路": "径|面|网",
    "级": "联", "单": "位|元", "份": "额", "对": "接|外", "位": "于|居|列", "家": "庭|园", "名": "列|单",
    "具": "有|备", "轮": "动", "层": "面|次", "例": "如", "成": "立|为|功|果|本|效|员|长|熟|品|套|都|型", "元": "素|旦",
    "个": "体|人所|百分点", "起": "步|来|到|草|点", "度电": "网", "场": "所|馆|地",
}  # fmt: skip


def _alternation(units: tuple[str, ...]) -> str:
    return "|".join(unit + (f"(?!{_NOT_FOLLOWED[unit]})" if unit in _NOT_FOLLOWED else "") for unit in units)


#: A regular expression that matches one unit.
UNIT = _alternation(_RATES + _MEASURED + _COUNTED)
#: Units of shares and growth.
RATES = frozenset(_RATES)
#: Powers of ten that stand between a number and its unit.
MAGNITUDES = {
    "": 0, "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10,
    "千亿": 11, "万亿": 12,
}  # fmt: skip
MAGNITUDE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十"


def base_quantity_power(unit: str) -> tuple[int, str]:
    """The power of ten in a unit as printed, and the unit without it: ``亿元`` is ``(8, "元")``."""
    for magnitude in MAGNITUDE.split("|"):
        if unit.startswith(magnitude) and len(unit) > len(magnitude):
            if unit.startswith(("千瓦", "千克", "千米", "百分点")):
                return 0, unit
            return MAGNITUDES[magnitude], unit[len(magnitude) :]
    return 0, unit
