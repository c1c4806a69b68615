"""Prepare metrics for comparing: the core of a name, the action in it, and the text around it."""

from __future__ import annotations

import re

from tui.metrics.candidates import Side, grams_of
from tui.report.model import Metric, Report

_STRIP = re.compile(
    r"每[千万百]人?口?拥有|[“”‘’\"'《》〈〉()（）、,，\s]|年度|全年|年内|我[区市县省]|全[区市县省]"
)


#: Kinds of actions, which do not stand for each other, the empty one agreeing with all; the actions at the start of a
#: name; an example, and its core.
ACTION_RULES = (
    (
        "",
        re.compile(
            r"^(?:完成|实现|达到?|力争|确保|推动|推进|加快|全力|积极|继续|持续|圆满|成功|高质量|高标准|累计|大力)+"
        ),
        "力争完成固定资产投资",
        "固定资产投资",
    ),
    (
        "make",
        re.compile(r"^(?:新?建成|新建|改建|建设|打造|开工建设|扩建|新改建|创建)+"),
        "新建幼儿园",
        "幼儿园",
    ),
    ("give", re.compile(r"^(?:发放|拨付|下达|兑现|落实)+"), "发放汽车消费券", "汽车消费券"),
    (
        "clear",
        re.compile(r"^(?:处置|盘活|整治|拆除|清理|化解|排查|整改|改造提升|改造|整修|实施)+"),
        "改造提升老旧小区",
        "老旧小区",
    ),
    ("hold", re.compile(r"^(?:举办|开展|组织|承办|成功举办)+"), "举办招商活动", "招商活动"),
    (
        "draw",
        re.compile(r"^(?:新?引进|招引|吸引|储备|选取|培育|新?入库|新?入驻|招聘)+"),
        "新引进亿元项目",
        "亿元项目",
    ),
    (
        "ask",
        re.compile(r"^(?:申报|争取|获得|获取|获批|新获批|新认定|认定|受理|办理|办结)+"),
        "申报高新技术企业",
        "高新技术企业",
    ),
)
_ANY_ACTION = re.compile("|".join(pattern.pattern for _, pattern, _, _ in ACTION_RULES))
#: 甲、乙等项目: what only tells some of them.
_EXAMPLES = re.compile(r"^.*等(?=[^级])")
#: What happened to the things counted, said behind them: 25个城中村改造项目获…授信 is no 城中村改造.
_UNDERGO = re.compile(r"获|入选|入围|授信|签约|批复|审核|评为|认定|挂牌|复工|办结|排名|通过|发行|受益|满意")
_CLAUSE_END = re.compile(r"[,，;；。\n]")
_CONTEXT_CHARACTERS = 70
_MAX_AFTER_CHARACTERS = 30


class SideReader:
    """Prepares the metrics of one report."""

    def __init__(self, report: Report) -> None:
        self._text = report.text
        self._nodes = {node.id: node for node in report.walk()}

    def side(self, metric: Metric) -> Side:
        """Prepare a metric."""
        core, action = core_of(metric.indicator)
        is_named_behind = metric.indicator and self._text.startswith(metric.indicator[:4], metric.end)
        undergoes = bool(is_named_behind and _UNDERGO.search(self._after(metric)))
        return Side(metric, core, action, undergoes, self._grams_around)

    def _grams_around(self, metric: Metric) -> frozenset[str]:
        """Return the pairs of neighbouring characters of its clause and of the headline above it."""
        first = max(0, metric.start - _CONTEXT_CHARACTERS)
        begin = max(self._text.rfind(mark, first, metric.start) for mark in "。;；\n") + 1
        around = self._text[max(begin, first) : metric.start] + self._after(metric)
        return frozenset(grams_of(_STRIP.sub("", around))) | self._headline(metric)

    def _after(self, metric: Metric) -> str:
        """Return what follows a metric in its clause."""
        after = self._text[metric.end : metric.end + _MAX_AFTER_CHARACTERS]
        return _CLAUSE_END.split(after, maxsplit=1)[0]

    def _headline(self, metric: Metric) -> frozenset[str]:
        node = self._nodes[metric.node]
        return frozenset(grams_of(node.heading or "")) if node.level == "topic" else frozenset()


def core_of(name: str) -> tuple[str, str]:
    """Return a name without actions, and the kind of these; an empty core where nothing is left."""
    core = _STRIP.sub("", _EXAMPLES.sub("", name) if "等" in name else name)
    kind = ""
    changed = bool(_ANY_ACTION.match(core))
    while changed:
        changed = False
        for action, pattern, _, _ in ACTION_RULES:
            rest = pattern.sub("", core)
            if rest != core and len(rest) != 1:
                core, kind, changed = rest, action or kind, True
    return core, kind
