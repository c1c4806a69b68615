"""Read the name that stands before a number in its clause."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.metrics.measures import COMPLETES
from tui.metrics.name_tails import split_tail
from tui.metrics.name_words import VERBS, is_verb_run, without_lead
from tui.metrics.words import Words

#: A longer name is cut where a part of it begins.
MAX_CHARACTERS = 30
#: 加快建设区级健身中心、完成街道级健身中心: behind the mark another thing begins.
_NEW_VERBS = Words((*VERBS, "完成", "实现"))
_BEFORE_NEW_VERB, _NEW_CLAUSE = ("", "全面", "基本", "累计", "成功"), ("占", "较", "同比")
_LIST_MARK = "、"
#: 民间投资增速高于全省水平、民间投资占比: what is said of the member before.
_COMPARES = re.compile(r"\A[^、]*(?:高于|低于|快于|优于|好于|同步于)[^、]*、(?=[^、]{4,}\Z)")
#: “八大工程”深入实施、存款余额: what is said of the member before.
_CARRIED_OUT = re.compile(
    r"\A[^、]{2,20}(?:深入|全面|扎实|有序|顺利|持续|稳步|加快)(?:实施|推进|开展|展开)、(?=[^、]{4,}\Z)"
)
#: 棚户区改造完成投资: the verb between whose and what.
_INNER_VERB = re.compile(
    r"(?<=[^、和及与或的]{2})(?:累计|共计?|已|总共)实施(?=项目)|(?<=[^、和及与或的]{2})(?:预计|累计|共计?|全年|分别|平均|年|已|超额|要力争|要确保|要)*(?:完成|实现|达到)(?:了|年度)?(?=[^率度情的、或]{2})"
)
#: 市政府累计办理建议, 国家财政共增加支出: adverbs between whose and what.
_INNER_ADVERB = re.compile(
    r"(?<=[^、和及与或公人户年的]{2})(?:(?<!占)全年(?![龄的])|(?:累计|力争|预计)(?!率|确诊|赤字)|[到至](?:19|20)\d\d年[底末]?(?=占|达)|(?:(?<!今明)(?:[一二三四五六七八九十两]|\d{1,2})年(?:来|间|内|共|累计)?|共计|总共|一共|共(?!建)|已经|已|将|就|(?<![返偿归])还|再)(?=(?:补贴|投入|投资|增加(?!值)|办理|实施|受理|引进|安排|筹集|筹措|查处|"
    r"新增|新建|建成|发放|拨付|接待|兑付|兑现|取得|获得|减免|支出|完成|开展|举办|培训|转移|审结|捐赠|缴纳|征收|争取|救助|资助|承接|覆盖|惠及|带动|支持|夺得)))"
)
#: 深圳等城市, 集中签约、产业考察等活动: what only tells some of them.
_EXAMPLES = re.compile(r"\A.*等(?=[^级待同额位效][^待同额位效]{2})")
#: 钢铁、化工、建材等行业占工业增加值比重: what says nothing without the members.
_GROUP = re.compile(
    r"(?:[二三四五六七八九十\d]大)?(?:行业|产业|领域|企业|县区|县市区?|地区|产品|商品|国家)(?:占|对|增加值|产值|合计)"
)
_MAX_LIST_CHARACTERS, _AND_SO_ON = 50, "等"
#: 专利申请量、专利授权量两项指标: a count behind its members.
_POINTS = re.compile(r"(?<=.)(?:[二三四五六七八九]|\d)[项大个](?:主要|经济)?指标\Z")
#: 大数据、智能制造、生物医药四大主导产业规模: what a count behind its members sums up.
_SUMMED_UP = re.compile(r"\A.*、[^、\d]{2,}?(?=[三四五六七八九十]大[^、]{4,}\Z)")
#: Characters of its verbs, and of the plans that something completes: cheaper to look for than the patterns.
_OF_INNER_VERBS, _OF_PLANS = frozenset("成现到施"), frozenset("标务划算")
_MEANS = re.compile(r"(?:通过|依托|借助|利用好)[^、]*(?:拿出|给予|安排|帮助|支持)\Z")
_PREPOSITIONS = frozenset(("按照", "根据", "按", "依照", "针对", "围绕"))
#: 以培训为重点的6项改革: how, not what.
_AS_MAIN = re.compile(r"(?:[以为]|内容|(?<=..)[^人])为(?:重点|主要内容|主要目标|抓手|突破口)\Z")
#: 集防洪、交通于一体的整治工程.
_IN_ONE, _ALL_IN_ONE = "于一体的", re.compile(r"集[^,，;；。]{3,36}?于一体的")
#: 数字经济增长10%: what grows; but 经济增长, 国民经济增长.
_ECONOMIC_GROWTH = "经济增长"
_GROWTH_OF_AN_ECONOMY = re.compile(
    r"(?<=(?:数字|民营|海洋|县域|开放|园区|个体|私营|工业|县区|集体|循环|文旅)经济)增长\Z"
)
_ONLY_NUMBER = re.compile(r"[\d.,]+[十百千万亿]*[余多]?")
_NET = re.compile(r"(?:净?新增加?|净增加?)")
#: Pairs of marks of which one may have been cut off.
_BRACKETS = (("(", ")"), ("（", "）"))
_TWINS = (
    ("“", "”"),
    ("《", "》"),
    ("‘", "’"),
    ("【", "】"),
    ("[", "]"),
    ("［", "］"),
    ("〔", "〕"),
    *_BRACKETS,
)
_OPEN_QUOTE = re.compile(r"(?:提出|确定|明确)的“(?P<quoted>[^“”]{2,})\Z")
_TWIN_MARKS = frozenset(mark for twins in _TWINS for mark in twins)
_JOINTS, _NO_JOINTS = "和及与", ("和美", "和谐", "和平")
_EDGES = " 、的了·,，:：;；.。—–-\t\u3000"
_EDGE_END = re.compile(
    r"(?:(?<![平总饱])和|(?<![以普涉惠危波顾遍])及|(?<![参给])与|了|以及|(?<![撤合归兼])并|第|之一|等(?<![同高中初优劣甲乙特上下一二三四]等)|[、的])\Z"
)
_EDGE_END_LAST = frozenset("和及与了并第一等、的")  # its last characters
#: 总产值3 391亿元: part of a number that a space has cut off.
_BROKEN_DIGIT = re.compile(r"(?<=[值额入出资量])\d{1,3}\Z")


@lru_cache(maxsize=256)  # lists repeat their clauses
def name_before(before: str, *, is_list: bool = False) -> str:
    """Return the name a clause gives before a number; empty where it only refers back.

    Args:
        before: The clause up to the number.
        is_list: Whether a long name is kept, since it may be a list of names.
    """
    clause = _behind_open_bracket(before.strip())
    if not _OF_PLANS.isdisjoint(clause):
        clause = COMPLETES.sub("", clause)
    if _IN_ONE in clause:
        clause = _ALL_IN_ONE.sub("", clause)
    name, tail = split_tail(clause.strip())
    name = without_lead(_last_of_actions(name))
    name = _INNER_ADVERB.sub("", name)
    if not _OF_INNER_VERBS.isdisjoint(name):
        name = _INNER_VERB.sub("", name)
    name, more = split_tail(name)
    name = _by_what_means(name)
    name = tidy(name if is_list else without_lead(_shortened(name)))
    if name in _PREPOSITIONS or _ONLY_NUMBER.fullmatch(name) or _AS_MAIN.search(name):
        return ""
    if name.endswith(_ECONOMIC_GROWTH):
        name = _GROWTH_OF_AN_ECONOMY.sub("", name)
    if name and not more and _NET.search(tail) and not is_verb_run(name[:2]):
        return f"新增{name}"
    return name


def names_before(before: str, size: int) -> str:
    """Return the names a clause lists before 分别, though the last ones begin as actions do: 实际利用外资、引进内资; empty unless there are just so many."""
    name, _ = split_tail(_behind_open_bracket(before.strip()))
    return tidy(without_lead(name)) if name.count(_LIST_MARK) == size - 1 else ""


def _by_what_means(name: str) -> str:
    """Drop how something was done, up to the verb that says what: 通过化债奖补拿出."""
    return "" if _MEANS.match(name) else name


def _behind_open_bracket(before: str) -> str:
    """Return what stands behind a bracket or quotation mark that is not closed: 学校12所(其中小学, 提出的“经济总量."""
    for opening, closing in _BRACKETS:
        at = before.rfind(opening)
        if at >= 0 and before.find(closing, at) < 0:
            before = before[at + 1 :]
    quoted = _OPEN_QUOTE.search(before)
    return quoted["quoted"] if quoted else before


def _last_of_actions(name: str) -> str:
    """Return the last of several actions; one verb with another (新增、盘活泊位) is one."""
    parts = _CARRIED_OUT.sub("", _COMPARES.sub("", name)).split(_LIST_MARK)
    last = parts.pop()
    while parts and (not _is_new(last) or is_verb_run(without_lead(parts[-1]))):
        last = parts.pop() + _LIST_MARK + last
    return last


def _is_new(rest: str) -> bool:
    """Tell whether another action or remark begins with a member of a list."""
    part = rest.partition(_LIST_MARK)[0]
    return part.startswith(_NEW_CLAUSE) or any(
        len(part) >= len(lead) + len(verb) + 2
        for lead in _BEFORE_NEW_VERB
        if part.startswith(lead)
        for verb in _NEW_VERBS.all_at(part, len(lead))
    )


def _shortened(name: str) -> str:
    """Cut a name that is too long where one of its parts begins; empty where there is none."""
    if len(name) <= MAX_CHARACTERS:
        return name
    name = whole = _POINTS.sub("", name)
    if len(name) <= MAX_CHARACTERS:
        return name
    name = _SUMMED_UP.sub("", _EXAMPLES.sub("", name))
    if _GROUP.match(name):
        is_short = len(whole) <= _MAX_LIST_CHARACTERS
        return whole if is_short else whole.partition(_LIST_MARK)[0] + _AND_SO_ON + name
    while len(name) > MAX_CHARACTERS:
        _, mark, name = name.partition("、")
        if not mark:
            return ""
    return name


def tidy(name: str) -> str:
    """Drop marks whose twin was cut off, and marks and particles at the edges."""
    for opening, closing in () if _TWIN_MARKS.isdisjoint(name) else _TWINS:
        if name.count(opening) != name.count(closing) or name.find(closing) < name.find(opening):
            name = name.replace(opening, "").replace(closing, "")
        name = name.removeprefix(closing) if not name.startswith(opening) else name
    previous = None
    while name != previous:
        previous = name
        name = name.strip(_EDGES)
        while name[:1] in _JOINTS and not name.startswith(_NO_JOINTS) and name:
            name = name[1:].lstrip(_EDGES)
        if name[-1:] in _EDGE_END_LAST:
            name = _EDGE_END.sub("", name)
        if name[-1:].isdecimal():
            name = _BROKEN_DIGIT.sub("", name)
    return name
