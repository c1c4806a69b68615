"""Reduce a name to what it is about: without the action, and with what kind of action it was.

改造老旧小区 and 老旧小区改造 are about the same, 新建公厕 and 改造公厕 are not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

Kinds = frozenset[str]

_IGNORED = re.compile(
    r"每[千万百]人?口?拥有|[“”‘’\"'《》〈〉()（）、,，\s的]|年度|全年|年内|我[区市县省]|全[区市县省]|各类|各级|连续.{1,3}年|农村(?=贫困人口)|(?<![个“])一批"
)
#: 甲、乙等项目: what only tells some of them.
_EXAMPLES = re.compile(r"^.*等(?=[^级])")
#: Actions by kind. Kinds do not stand for each other; the empty one agrees with all. An example, and its core.
ACTION_RULES: tuple[tuple[str, str, str, str], ...] = (
    (
        "",
        "滚动实施|滚动|带动(?!力)|引导(?=[^基资])|完成|实现|达到?(?!标)|力争|确保|推动|推进|加快|全力|积极|继续|持续|圆满|成功|高(?:质量|标准)(?=建|打造|完成|实施|推进|办)|累计|大力|预计|努力|实施|新?开工(?!率)|竣工|动工|启动(?!资金|区)|基本(?=建成)|争取(?!.{0,12}(?:资金|投资|债|指标|项目|政策|试点|支持))|"
        "[再又](?!就业|生|制造|次|担保|贷款|分配|融资|保险|造|利用)",
        "力争完成固定资产投资",
        "固定资产投资",
    ),
    ("add", "新增加?|新发展|净增加?|新添|增加(?!值)|增设|增添", "新增公办学位", "公办学位"),
    (
        "make",
        "新?建设?成(?!区)|新建|兴建|新?修建|铺设|建设|打造|(?:新?开工|规划)建设|创建|新创建?|布局建设",
        "新建幼儿园",
        "幼儿园",
    ),
    (
        "renew",
        "新?改扩建|扩建|新?改建|新?改造提升|提升改造|新?改造|整修|翻修|翻新|维修改造|维修|更新改造|升级改造|提质改造|提升(?![至到率])|更新(?=[^、]{2})",
        "改造提升老旧小区",
        "老旧小区",
    ),
    ("plan", "编制|谋划|规划(?!建设)", "编制控制性详细规划", "控制性详细规划"),
    ("give", "发放|拨付|下达|兑现|落实|投放", "发放汽车消费券", "汽车消费券"),
    ("clear", "处置|清理|化解|排查|整改", "处置闲置用地", "闲置用地"),
    ("remove", "拆除|淘汰|关停|关闭|拆迁", "拆除违法建筑", "违法建筑"),
    ("use", "盘活|消化", "盘活低效用地", "低效用地"),
    ("treat", "综合治理|综合整治|整治|治理|修复", "修复污染耕地", "污染耕地"),
    ("hold", "成功举办|举办|开展|组织|承办|举行", "举办招商活动", "招商活动"),
    ("draw", "新?引进|招引|吸引|招聘(?!活动|会)|引育|引入", "新引进亿元项目", "亿元项目"),
    (
        "raise",
        "新?培育|扶持|壮大|储备|选取|新?入库|新?入驻|孵化(?!面积|器|基地|园|载体|空间)",
        "培育龙头企业",
        "龙头企业",
    ),
    (
        "ask",
        "申报|争取(?=.{0,12}(?:资金|投资|债|指标|项目|政策|试点|支持))|受理|办理|办结",
        "申报高新技术企业",
        "高新技术企业",
    ),
    ("gain", "获得|获取|新?获批|新?认定", "新认定高新技术企业", "高新技术企业"),
    ("reduce", "减少(?!率)|压减|核减", "减少农村贫困人口", "贫困人口"),
    ("break", "突破(?=.{0,8}技术)|攻克", "攻克关键技术", "关键技术"),
    ("open", "开通|新开(?!工)|新辟", "开通客运航线", "客运航线"),
    ("settle", "解决(?!率)", "解决饮水安全问题", "饮水安全问题"),
)
#: Actions that also stand behind what they are done to, and their kinds.
_BEHIND = {
    "建设": "make", "创建": "make", "改造提升": "renew", "改造": "renew", "改建": "renew", "扩建": "renew", "更新": "renew",
    "整治": "treat", "治理": "treat", "修复": "treat", "引进": "draw", "处置": "clear", "清理": "clear", "盘活": "use", "拆除": "remove",
    "开工": "", "竣工": "", "入库": "raise",
}  # fmt: skip
#: Nouns behind an action that add nothing.
_NOUN_BEHIND = re.compile(r"(?:任务|工作|目标|数量|个数)\Z")
_STARTS = [(kind, re.compile(words)) for kind, words, _, _ in ACTION_RULES]
ANY_ACTION = re.compile("|".join(words for _, words, _, _ in ACTION_RULES))
_ACTION_BEHIND = re.compile(rf"新?(?:{'|'.join(_BEHIND)})\Z")
_ACTIONS_BEHIND = tuple(_BEHIND)
_ACTION_NEXT = re.compile("|".join(sorted(_BEHIND, key=len, reverse=True)))
_LAST_ACTION = re.compile(
    rf"(?:{'|'.join(words for kind, words, _, _ in ACTION_RULES if kind)})[首约近超过了第批]{{0,3}}\Z"
)
_MAX_LAST_CHARACTERS = 8
#: 城镇新增就业: within a name the word may stand anywhere.
_ADDED_WITHIN = re.compile(r"(?<=[\u4e00-\u9fff]{2})新增(?!长)")
#: Words for one thing at the end of a name.
_SHARE = re.compile(r"(?:比例|比率|比重|占比)\Z")
_SHARE_ENDS = ("例", "率", "重", "比")
#: Kinds that may be told of one thing: what was built was added.
_ALIKE = (frozenset(("add", "make")), frozenset(("add", "raise")), frozenset(("make", "renew")))
#: Kinds that may be told of nearly the same: what was drawn in or recognised was added.
_NEARLY_ALIKE = tuple(
    map(
        frozenset,
        (("add", "draw"), ("add", "gain"), ("add", "give"), ("add", "open"), ("draw", "raise"), ("gain", "raise"), ("make", "raise"), ("add", "renew"), ("make", "treat"), ("renew", "treat"), ("clear", "treat"), ("make", "open"), ("renew", "settle")),
    )
)  # fmt: skip
#: Words for one thing, longer ones first.
_SAME_WORDS = {
    "新型农村合作医疗": "新农合", "公办幼儿园": "公办园", "棚改": "棚户区改造", "停车泊位": "停车位", "泊位": "停车位", "中小学校": "中小学",
    "市场主体": "经营主体", "电商": "电子商务", "充电设施": "充电桩",
}  # fmt: skip
_SAME_WORD = re.compile("|".join(_SAME_WORDS))
#: One word is not enough to tell what is counted or measured.
_GENERIC = re.compile(
    r"(?:重[大点]|主要|新|亿元|各|产业|工业|招商|建设)?(?:项目|工程|企业|产业|产品|投资|投入|资金|安排(?:资金)?|财政安排|总投资|产值|总产值|收入|支出|利润|利税|税收|面积|总?规模|总[数量]|数量|人数|"
    r"人口|户数|里程|总里程|项目投资|产量|产能|供应|销售额?|城[镇市乡区]|农村|市区|全[国省市区县]|居民|农民|群众|家庭|贷款|存款|补贴|标准|增[速幅]|比重|占比|任务|"
    r"活动|设备|平台|基地|园区|中心|人才|人民币|美元|其中|土地|住房|签约总额|签约金额|资产|基金|债券|培训|就业|建设|工作|措施|政策|服务|系统|机构|场所|设施|公里|地区|总额|投资总额|开工率|以上|片区)"
)


class NameCore(NamedTuple):
    """What a name is about.

    Attributes:
        text: The name without actions and punctuation; empty where nothing is left.
        kinds: The kinds of the actions in it; empty where any kind agrees with it.
    """

    text: str
    kinds: Kinds


@lru_cache(maxsize=512)  # asked again for targets that are compared
def core_of(name: str) -> NameCore:
    """Return a name without actions at its ends, and the kinds of these."""
    core = _IGNORED.sub("", _without_examples(name) if "等" in name else name)
    if core.endswith(_SHARE_ENDS):
        core = _SHARE.sub("占比", core)
    core = _SAME_WORD.sub(lambda match: _SAME_WORDS[match[0]], core)
    core, added = _ADDED_WITHIN.subn("", core) if "新增" in core else (core, 0)
    kinds = {"add"} if added else set()
    while (match := ANY_ACTION.match(core)) and len(core) - match.end() != 1:
        kinds.add(_kind_at(core))
        core = core[match.end() :].lstrip("和与及")
    if len(core) > 4:
        core = _NOUN_BEHIND.sub("", core)
    while core.endswith(_ACTIONS_BEHIND) and (match := _ACTION_BEHIND.search(core)) and match.start() >= 2:
        kinds.add(_BEHIND[match[0].removeprefix("新")])
        core = core[: match.start()]
    return NameCore(core, frozenset(kinds - {""}))


def _without_examples(name: str) -> str:
    """Return a name without the things it lists before 等; with them where the rest says too little."""
    rest = _EXAMPLES.sub("", name)
    return name.replace("等", "", 1) if is_generic(rest) else rest


def kinds_before(clause: str) -> Kinds:
    """Return the kinds of the actions at the start of a clause that ends before a number, else of that right before it."""
    kinds = core_of(clause).kinds
    if kinds:
        return kinds
    match = _LAST_ACTION.search(clause.rstrip(), max(0, len(clause) - _MAX_LAST_CHARACTERS))
    return frozenset((_kind_at(match[0]),)) if match else kinds


def kinds_behind(text: str) -> Kinds:
    """Return the kind of the action that a text behind a thing begins with."""
    match = _ACTION_NEXT.match(text)
    return frozenset((_BEHIND[match[0]],)) - {""} if match else frozenset()


def kinds_agree(one: Kinds, other: Kinds) -> bool:
    """Tell whether actions may be told of the same thing. Applying for a thing (``ask``) never is doing it."""
    if ("ask" in one) != ("ask" in other):
        return False
    return not one or not other or bool(one & other) or any(pair <= one | other for pair in _ALIKE)


def kinds_nearly_agree(one: Kinds, other: Kinds) -> bool:
    """Tell whether actions are nearly the same; also if they agree."""
    return kinds_agree(one, other) or any(
        len(pair & one) == len(pair & other) == 1 and pair <= one | other for pair in _NEARLY_ALIKE
    )


def is_generic(core: str) -> bool:
    """Tell whether a name says no more than 项目 or 投资."""
    return _GENERIC.fullmatch(core) is not None


def _kind_at(text: str) -> str:
    return next(kind for kind, words in _STARTS if words.match(text))
