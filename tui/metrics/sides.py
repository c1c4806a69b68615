"""Prepare metrics for comparing: the core of a name, the action in it, and the text around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from tui.metrics.units import base_quantity_power
from tui.report.model import Metric

#: The level of government, or how wide something is: 社区级健身中心 and 街道级健身中心 are not the same.
_SCOPE = re.compile(
    r"国家级?|省市|省级?(?=[^份])|市级?(?=[^场民区政])|县级|区级|镇级|街道级?|社区级?|村级|乡镇|中央|地方|规上|规模以上|重点"
)
_STRIP = re.compile(
    r"每[千万百]人?口?拥有|[“”‘’\"'《》〈〉()（）、,，\s]|年度|全年|年内|我[区市县省]|全[区市县省]"
)


#: Kinds of actions, which do not stand for each other, the empty one agreeing with all; the actions at the start of a
#: name; an example, and its core.
ACTION_RULES = (
    (
        "",
        "完成|实现|达到?|力争|确保|推动|推进|加快|全力|积极|继续|持续|圆满|成功|高质量|高标准|累计|大力",
        "力争完成固定资产投资",
        "固定资产投资",
    ),
    ("make", "新?建成|新建|改建|建设|打造|开工建设|扩建|新改建|创建", "新建幼儿园", "幼儿园"),
    ("give", "发放|拨付|下达|兑现|落实", "发放汽车消费券", "汽车消费券"),
    (
        "clear",
        "处置|盘活|整治|拆除|清理|化解|排查|整改|改造提升|改造|整修|实施",
        "改造提升老旧小区",
        "老旧小区",
    ),
    ("hold", "举办|开展|组织|承办|成功举办", "举办招商活动", "招商活动"),
    ("draw", "新?引进|招引|吸引|储备|选取|培育|新?入库|新?入驻|招聘", "新引进亿元项目", "亿元项目"),
    ("ask", "申报|争取|获得|获取|获批|新获批|新认定|认定|受理|办理|办结", "申报高新技术企业", "高新技术企业"),
)
_ACTIONS = [(kind, re.compile(f"^(?:{actions})+")) for kind, actions, _, _ in ACTION_RULES]
_ANY_ACTION = re.compile("|".join(pattern.pattern for _, pattern in _ACTIONS))
#: 甲、乙等项目: what only tells some of them.
_EXAMPLES = re.compile(r"^.*等(?=[^级])")
#: What happened to the things counted, said behind them: 25个城中村改造项目获…授信 is no 城中村改造.
_UNDERGO = re.compile(r"获|入选|入围|授信|签约|批复|审核|评为|认定|挂牌|复工|办结|排名|通过|发行|受益|满意")
_CLAUSE_END = re.compile(r"[,，;；。\n]")
_CONTEXT_CHARACTERS = 70
_MAX_AFTER_CHARACTERS = 30


class Side:
    """A metric with what is compared of it.

    Args:
        metric: The metric.
        text: The report's text.
        headline: The heading of the topic it is in; empty if it is in none.

    Attributes:
        core: Its name without actions and punctuation.
        action: The kind of action in its name; empty where any kind agrees with it.
        grams: The pairs of neighbouring characters of its core.
    """

    def __init__(self, metric: Metric, text: str, headline: str) -> None:
        self.metric = metric
        self.core, self.action = core_of(metric.indicator)
        self.grams = frozenset(grams_of(self.core))
        self._text = text
        self._headline = headline

    @cached_property
    def undergoes(self) -> bool:
        """Whether the text behind it says what happened to the things counted."""
        name = self.metric.indicator[:4]
        return bool(name and self._text.startswith(name, self.metric.end) and _UNDERGO.search(self._after))

    @cached_property
    def context(self) -> frozenset[str]:
        """Pairs of neighbouring characters of its clause and the headline above it, without those of its core."""
        start = self.metric.start
        first = max(0, start - _CONTEXT_CHARACTERS)
        begin = max(self._text.rfind(mark, first, start) for mark in "。;；\n") + 1
        around = _STRIP.sub("", self._text[max(begin, first) : start] + self._after)
        return frozenset((*grams_of(around), *grams_of(self._headline))) - self.grams

    @cached_property
    def base_unit(self) -> str:
        """Its unit without thousands."""
        return base_quantity_power(self.metric.unit, self.metric.indicator)[1]

    @cached_property
    def scopes(self) -> frozenset[str]:
        """The scopes in its name."""
        return frozenset(match.rstrip("级") for match in _SCOPE.findall(self.metric.indicator))

    @cached_property
    def plain_core(self) -> str:
        """Its core without scopes."""
        return _SCOPE.sub("", self.core)

    @property
    def _after(self) -> str:
        """What follows it in its clause."""
        after = self._text[self.metric.end : self.metric.end + _MAX_AFTER_CHARACTERS]
        return _CLAUSE_END.split(after, maxsplit=1)[0]


def grams_of(text: str) -> Iterator[str]:
    """Yield the pairs of neighbouring characters."""
    return map(str.__add__, text, islice(text, 1, None))


def core_of(name: str) -> tuple[str, str]:
    """Return a name without actions, and the kind of these; an empty core where nothing is left."""
    core = _STRIP.sub("", _EXAMPLES.sub("", name) if "等" in name else name)
    kind = ""
    changed = bool(_ANY_ACTION.match(core))
    while changed:
        changed = False
        for action, pattern in _ACTIONS:
            rest = pattern.sub("", core)
            if rest != core and len(rest) != 1:
                core, kind, changed = rest, action or kind, True
    return core, kind
