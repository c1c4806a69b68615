"""Name what a quantity measures, in the report's own words.

A name stands before the number (``新增“四上”企业154家``), behind it (``30个省市重点项目``), or was
given in the clause before (``…154家,增长86%``). Where none of these gives a name, it stays empty:
an empty name is honest, a wrong one is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.messages import metrics as messages
from tui.metrics.measures import COMPLETES
from tui.metrics.quantity import Quantity
from tui.metrics.status import Statement, background_rule
from tui.metrics.units import COUNTED, RATES

_LEAD = re.compile(
    r"^(?:[、和及与并也—①-⑳]|我[区市县省州国]|每个县市区|原则上|其中|分别|争取|全年|今年|去年|全区|全市|全县|全省|全国|年度|累计|共计|共|已|预计|力争|确保|确定|实现|"
    r"完成(?=..[^,，]|[^,，]{3})|达到|使|是|年内|年|\d{4}年)+"
)
#: A word between a name and its number; :func:`_without_tail` strips any row of them.
_LAST_TAIL_WORD = re.compile(
    r"(?:预计|力争|累计|共计|总计|合计|分别|同比|环比|比上年|较上年|比去年|[比较](?:\d{4}|[一二][一二三四五六七八九〇○零]{3})年[底末初]?|均|为|是|共|达到|达|约|将近|接近|近|不低于|不少于|不超过|超过|超|"
    r"(?:达到?|超过?)每[千万百]?人?口?|突破|控制在|控制|保持在|稳定在|维持在|逾|按|拟|将|要|已有|共有|现有|仅有|(?<![国所私享拥])有|已|可以|可|"
    r"(?:由|从)(?:\d{4}年[底末初]?的?)?|(?:到|至)\d{4}年[底末初]?的?|每年|年均|平均|递增|递减|"
    r"(?<!经济)(?<!经济增)(?:增长|增加|增至|下降|降低|降至|减少|提高|提升|上升|上涨|升至|扩大|扩|压缩|压减|削减|缩短|增产|增|降|升|长)|"
    r"完成|实现|占|(?<=[收入支出])(?:预期|安排)|[的了在到至以、于])\Z"
)
#: Characters of the longest of them: 由2023年底的.
_MAX_TAIL_WORD_CHARACTERS = 8
_MAX_BEHIND_CHARACTERS = 26
_MAX_BEFORE_CHARACTERS = 30
#: Characters behind a size that may name the thing it belongs to.
_MAX_THING_CHARACTERS = 60
_CONTINUES = re.compile(r"(?:左右|以上|以下|以内)?[、和及与]?")
#: Where a name behind a number ends: at the first verb that speaks of the things counted.
_RIGHT_END = re.compile(
    r"[,，;；。:：!！?？、\n\d]|[(（](?![^()（）]{1,6}[)）])|全部|完成|实现|加快|加速|稳步|顺利|集中|均|已|获|被|建成|竣工|签约|投产|开工(?!项目)|开业|入选|用于|"
    r"列入|纳入|落户|落地|通车|交付|办结|化解|启动|建设(?!用地)|整改|(?<![供响效反适相对])应(?![急用届收对变])|包装|不低于|不少于|不超过|达|超|进入|通过|投入|正式|纷纷|受益|荣|全面|"
    r"得到|得以|挂牌|入驻|入围|入库|上市|的$"
)
#: What follows a number and is not what it counts: 405件和政协委员提案, 20万元完成了…亮化.
_NO_NAME = re.compile(
    r"[和及与]|(?:提高|增加|增长|上升|提升|下降|降低|降|减少|升|增|压缩|扩大|调整|发展|回升|回落)[^,，;；。]{0,8}?(?:到|至|为)|完成|实施|用于|建设|改造|新建|支持|开展|购置"
)
#: 加快建设区级健身中心、完成街道级健身中心8个: behind the mark another thing begins.
_NEW_VERB = re.compile(
    r"、(?=(?:完成|新增|新建|建成|实施|改造|发放|引进|开展|举办|打造|处置|盘活|收储|出让|入库|申报|培育|推进|新获批|回购|分配|拆除|清理|整修|整治|组织))"
)
_SIZE_NAME = re.compile(r"(总?投资额?|总需求|总规模|总面积|占地面积|年产能?)(?:约|近|超过?|达到?)*$")
_PAUSE = re.compile(r"[,，;；。]")
_AND = re.compile(r"、|和|及|与")
_COUNTED_THINGS = re.compile(r"\d+[个项家座条](?=[^\d]{2})")
_COMPARED = re.compile(r"是.{0,12}的$")


#: Text between a number and the name behind it, in this order; an example, and its name.
SKIP_RULES = (
    (re.compile(r"(?:以上|以下|以内|左右|上下)"), "建成300个左右便民服务点。", "便民服务点"),
    (re.compile(r"[（(][家间个次户人]{1,2}[)）]"), "培育3家(户)龙头企业。", "龙头企业"),
    (re.compile(r"的"), "引进120台的数控机床。", "数控机床"),
    (
        re.compile(r"\d+(?:\.\d+)?[万亿]?[余多]?[人名个](?=[\u4e00-\u9fff])"),
        "配备109支2300余人应急救援队伍。",
        "应急救援队伍",
    ),
)
#: Words that only describe, up to the last 的: 可推广、可复制的亮点项目.
DESCRIPTION = re.compile(r"(?:[^,，;；。\d]{2,24}、)?[^,，;；。、\d]{2,10}的(?=[\u4e00-\u9fff“])")


def _thing_of_size(text: str, quantity: Quantity, before: str) -> str | None:
    size = _SIZE_NAME.search(before.rstrip())
    after = text[quantity.end : quantity.end + _MAX_THING_CHARACTERS]
    if size is None or not background_rule(Statement(quantity, before, after)):
        return None
    rest = _PAUSE.split(after, maxsplit=1)[0].lstrip("的")
    counted = _COUNTED_THINGS.search(rest)
    return _up_to_verb(rest[counted.end() :] if counted else rest) + size[1]


def _thing_counted(text: str, quantity: Quantity, before: str) -> str | None:
    if quantity.unit in RATES or quantity.unit.startswith("/"):
        return None
    name = _name_behind(text, quantity.end)
    if name.startswith("项目") and quantity.unit not in COUNTED and not before.endswith("超"):
        return None  # 建筑垃圾120万吨项目: the measure belongs to what stands before it
    return name or None


def _nothing_where_compared(text: str, quantity: Quantity, before: str) -> str | None:
    return "" if _COMPARED.search(before) else None


def _subject(text: str, quantity: Quantity, before: str) -> str | None:
    return own_name(before) or None


#: What finds a name, None if it finds none and empty if there is none to find; where it was found; an example, and the
#: name of its first quantity. The first that finds a name counts.
NAME_RULES: tuple[tuple[Callable[[str, Quantity, str], str | None], str, str, str], ...] = (
    (
        _thing_of_size,
        messages.NAME_BEHIND_A_SIZE,
        "总投资92亿元的12个城市更新项目开工。",
        "城市更新项目总投资",
    ),
    (_thing_counted, messages.NAME_BEHIND, "30个省市重点项目完成年度目标。", "省市重点项目"),
    (_nothing_where_compared, "", "旅游收入是上年的1.4倍。", ""),
    (_subject, messages.NAME_BEFORE, "新增“四上”企业154家。", "新增“四上”企业"),
)


def name_of(text: str, quantity: Quantity, before: str) -> tuple[str, str]:
    """Return the name of what a quantity measures, and where it was found; both empty where its clause gives none.

    Args:
        text: The report's text.
        quantity: The number with its unit.
        before: Its clause up to it.
    """
    for find, reason, _, _ in NAME_RULES:
        name = find(text, quantity, before)
        if name is not None:
            return name, reason
    return "", ""


def own_name(before: str) -> str:
    """Return the name a clause gives before a number; empty where it only refers back."""
    before = COMPLETES.sub("", before.strip()).strip()
    name = _LEAD.sub("", _without_tail(_NEW_VERB.split(before)[-1]))
    return _balanced(name[-_MAX_BEFORE_CHARACTERS:]).strip("、的 ")


def _without_tail(before: str) -> str:
    """Strip the longest row of tail words from the end.

    Word by word, each offset looked at once: some words are also two words (达到, 增长), so one regular expression
    for the whole row would try exponentially many ways of cutting it.
    """
    starts = {len(before)}  # offsets from which only tail words follow
    pending = [len(before)]
    while pending:
        end = pending.pop()
        first = max(0, end - _MAX_TAIL_WORD_CHARACTERS)
        while match := _LAST_TAIL_WORD.search(before, first, end):
            first = match.start() + 1
            if match.start() not in starts:
                starts.add(match.start())
                pending.append(match.start())
    return before[: min(starts)]


def _name_behind(text: str, end: int) -> str:
    rest = text[end : end + 2 * _MAX_BEHIND_CHARACTERS]
    for pattern, _, _ in SKIP_RULES:
        if match := pattern.match(rest):
            rest = rest[match.end() :]
    if _NO_NAME.match(rest):
        return ""
    if match := DESCRIPTION.match(rest):
        rest = rest[match.end() :]
    return _up_to_verb(rest).strip()


def _up_to_verb(rest: str) -> str:
    """Return the name a text begins with; empty where it is one character or none."""
    stop = _RIGHT_END.search(rest)
    name = rest[: stop.start()] if stop else rest[:_MAX_BEHIND_CHARACTERS]
    name = name.removeprefix("的")[:_MAX_BEHIND_CHARACTERS]
    return _balanced(name) if len(name) > 1 else ""


def _balanced(name: str) -> str:
    """Drop quotation marks and brackets whose twin was cut off."""
    for opening, closing in ("“”", "《》", "()", "（）"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name


def continues(gap: str) -> bool:
    """Tell whether nothing but a mark of enumeration stands between a number and the one before it."""
    return bool(_CONTINUES.fullmatch(gap.strip()))


def listed(name: str, size: int) -> list[str]:
    """Return the names a list holds, if there are just so many: 机扫率、冲洗率, 城镇和农村."""
    names = _AND.split(name)
    return names if len(names) == size and all(len(name) > 1 for name in names) else []
