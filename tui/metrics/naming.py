"""What a quantity measures, in the report's own words, and what is said of it.

A name stands before the number (``新增“四上”企业154家``), behind it (``30个省市重点项目``), or was
given in the clause before (``…154家,增长86%``). Where none of these gives a name, it stays empty:
an empty name is honest, a wrong one is not.
"""

from __future__ import annotations

import re

from tui.metrics.measures import COMPLETES
from tui.metrics.quantity import Quantity
from tui.metrics.status import is_background
from tui.metrics.units import COUNTED, RATES

_LEAD = re.compile(
    r"^(?:[、和及与并也—①-⑳]|我[区市县省州国]|每个县市区|原则上|其中|分别|争取|全年|今年|去年|全区|全市|全县|全省|全国|年度|累计|共计|共|已|预计|力争|确保|确定|实现|"
    r"完成(?=..[^,，]|[^,，]{3})|达到|使|是|年内|年|\d{4}年)+"
)
#: A word between a name and its number, at the end; :func:`_without_tail` takes off any row of them.
_LAST_TAIL_WORD = re.compile(
    r"(?:预计|力争|累计|共计|总计|合计|分别|同比|环比|比上年|较上年|比去年|均|为|是|共|达到|达|约|将近|接近|近|不低于|不少于|不超过|超过|超|"
    r"(?:达到?|超过?)每[千万百]?人?口?|突破|控制在|控制|保持在|稳定在|维持在|逾|按|拟|将|要|已有|共有|现有|仅有|(?<![国所私享拥])有|已|可以|可|"
    r"(?:由|从)(?:\d{4}年[底末初]?的?)?|(?:到|至)\d{4}年[底末初]?的?|每年|年均|平均|递增|递减|"
    r"(?<!经济)(?<!经济增)(?:增长|增加|增至|下降|降低|降至|减少|提高|提升|上升|上涨|升至|扩大|扩|压缩|压减|削减|缩短|增产|增|降|升|长)|"
    r"完成|实现|占|[的了在到至以、于])\Z"
)
#: Characters of the longest of them: 由2023年底的.
_TAIL_WORD_MAX = 8
_CONTINUES = re.compile(r"(?:左右|以上|以下|以内)?[、和及与]?")
#: Where a name behind a number ends: at the first verb that speaks of the things counted.
_RIGHT_END = re.compile(
    r"[,，;；。:：!！?？、\n\d]|[(（](?![^()（）]{1,6}[)）])|全部|完成|实现|加快|加速|稳步|顺利|集中|均|已|获|被|建成|竣工|签约|投产|开工(?!项目)|开业|入选|用于|"
    r"列入|纳入|落户|落地|通车|交付|办结|化解|启动|建设(?!用地)|整改|(?<![供响效反适相对])应(?![急用届收对变])|包装|不低于|不少于|不超过|达|超|进入|通过|投入|正式|纷纷|受益|荣|全面|"
    r"得到|得以|挂牌|入驻|入围|入库|上市|的$"
)
#: 可推广、可复制、可借鉴的亮点项目: words that only describe, up to the last 的.
_DESCRIBES = re.compile(r"^(?:[^,，;；。\d]{2,24}、)?[^,，;；。、\d]{2,10}的(?=[\u4e00-\u9fff“])")
#: What follows a number and is not what it counts: 405件和政协委员提案, 20万元完成了…亮化.
_NO_NAME = re.compile(
    r"[和及与]|(?:提高|增加|增长|上升|提升|下降|降低|降|减少|升|增|压缩|扩大|调整|发展|回升|回落)[^,，;；。]{0,8}?(?:到|至|为)|完成|实施|用于|建设|改造|新建|支持|开展|购置"
)
_RIGHT_MAX = 26
_LEFT_MAX = 30
#: 加快建设区级健身中心、完成街道级健身中心8个: behind the mark another thing begins.
_NEW_VERB = re.compile(
    r"、(?=(?:完成|新增|新建|建成|实施|改造|发放|引进|开展|举办|打造|处置|盘活|收储|出让|入库|申报|培育|推进|新获批|回购|分配|拆除|清理|整修|整治|组织))"
)
_SIZE_NAME = re.compile(r"(总?投资额?|总需求|总规模|总面积|占地面积|年产能?)(?:约|近|超过?|达到?)*$")
_VERBS_ONLY = re.compile(r"^(?:建成|完成|实现|投资|新增|达到|供应|报批|收储|出让)$")
_PAUSE = re.compile(r"[,，;；。]")
_AND = re.compile(r"、|和|及|与")
_COUNTED_THINGS = re.compile(r"\d+[个项家座条](?=[^\d]{2})")
_UNIT_IN_BRACKETS = re.compile(r"^[（(][家间个次户人]{1,2}[)）]")
_PEOPLE = re.compile(r"\d+(?:\.\d+)?[万亿]?[余多]?[人名个](?=[\u4e00-\u9fff])")
_COMPARED = re.compile(r"是.{0,12}的$")


def name_of(text: str, quantity: Quantity, before: str) -> tuple[str, str]:
    """The name of what a quantity measures, and where it was found; both empty where its clause gives none."""
    size = _SIZE_NAME.search(before.rstrip())
    if size and is_background(quantity, before, text[quantity.end : quantity.end + 60]):
        return _thing_behind(text, quantity.end) + size[1], "名在后，数为其规模"
    behind = _name_behind(text, quantity.end)
    if behind.startswith("项目") and quantity.unit not in COUNTED and not before.endswith("超"):
        behind = ""  # 建筑垃圾120万吨项目: the measure belongs to what stands before it
    if behind and quantity.unit not in RATES and not quantity.unit.startswith("/"):
        return behind, "名在数后"
    if _COMPARED.search(before):
        return "", ""
    name = _name_before(COMPLETES.sub("", before.strip()))
    return name, "名在数前" if name else ""


def _name_before(before: str) -> str:
    before = _NEW_VERB.split(before.strip())[-1]
    name = _LEAD.sub("", _without_tail(before))
    return _balanced(name[-_LEFT_MAX:]).strip("、的 ")


def _without_tail(before: str) -> str:
    """Strip the longest row of tail words from the end.

    Word by word, each offset looked at once: some words are also two words (达到, 增长), so one regular expression
    for the whole row would try exponentially many ways of cutting it.
    """
    starts = {len(before)}  # offsets from which only tail words follow
    pending = [len(before)]
    while pending:
        end = pending.pop()
        first = max(0, end - _TAIL_WORD_MAX)
        while match := _LAST_TAIL_WORD.search(before, first, end):
            first = match.start() + 1
            if match.start() not in starts:
                starts.add(match.start())
                pending.append(match.start())
    return before[: min(starts)]


def _thing_behind(text: str, end: int) -> str:
    """What a size belongs to: 总投资92亿元的惠济区北部片区城市更新项目, …的西黄刘片区等12个城市更新项目."""
    rest = _PAUSE.split(text[end : end + 60], maxsplit=1)[0].lstrip("的")
    counted = _COUNTED_THINGS.search(rest)
    if counted:
        rest = rest[counted.end() :]
    stop = _RIGHT_END.search(rest)
    name = rest[: stop.start()] if stop else rest[:_RIGHT_MAX]
    return _balanced(name[:_RIGHT_MAX]) if len(name) > 1 else ""


def _name_behind(text: str, end: int) -> str:
    rest = text[end : end + 2 * _RIGHT_MAX]
    if rest.startswith(("以上", "以下", "以内", "左右", "上下")):
        rest = rest[2:]
    rest = _UNIT_IN_BRACKETS.sub("", rest).removeprefix("的")
    together = _PEOPLE.match(rest)
    if together:  # 109支2300余人应急救援队伍
        rest = rest[together.end() :]
    if _NO_NAME.match(rest):
        return ""
    rest = _DESCRIBES.sub("", rest)
    stop = _RIGHT_END.search(rest)
    name = rest[: stop.start()] if stop else rest[:_RIGHT_MAX]
    name = name.removeprefix("的")[:_RIGHT_MAX]
    return _balanced(name).strip() if len(name) > 1 else ""


def _balanced(name: str) -> str:
    """The name without a quotation mark whose twin was cut off."""
    for opening, closing in ("“”", "《》", "()", "（）"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name


def continues(gap: str) -> bool:
    """Whether nothing but a mark of enumeration stands between a number and the one before it."""
    return bool(_CONTINUES.fullmatch(gap.strip()))


def own_name(before: str) -> str:
    """The name a clause gives before a number; empty where it only refers back."""
    return _name_before(COMPLETES.sub("", before.strip()))


def listed(name: str, size: int) -> list[str]:
    """The names a list holds, if there are just so many: 机扫率、冲洗率, 城镇和农村."""
    parts = _AND.split(name)
    return parts if len(parts) == size and all(len(part) > 1 for part in parts) else []
