"""Prepare metrics for comparing: the core of a name, the action in it, and the text around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from operator import add

from tui.links.cached import cached_property
from tui.metrics.amounts import amounts, as_amount
from tui.metrics.name_behind import TIME_UNITS
from tui.metrics.name_core import Kinds, core_of, kinds_before, kinds_behind
from tui.metrics.paces import pace_of
from tui.metrics.units import common_unit
from tui.report.model import Metric

#: Words that make another thing of a name wherever they stand, by what they tell; an example of two different names.
DISTINCTIONS: tuple[tuple[str, str, str], ...] = (
    ("农村|乡村|农民|农牧民", "农村公路", "公路"),
    ("高速|国省干线|普通", "高速公路", "公路"),
    ("人均|户均|亩均|单位|万元", "人均生产总值", "生产总值"),
    ("一产|二产|三产|第[一二三]产业", "第一产业增加值", "第二产业增加值"),
    ("进出口|出口|进口", "出口总额", "进出口总额"),
    ("存款|贷款|存贷款", "存款余额", "贷款余额"),
    ("民间|工业|农业|服务业|房地产|制造业|技术改造|技改|基础设施", "工业投资", "民间投资"),
    ("本级|市属|区属", "区本级一般公共预算收入", "一般公共预算收入"),
    ("后备|累计|其[他它]|占比|比重|比例|比率", "高新技术后备企业", "高新技术企业"),
)
_DISTINCTION = re.compile("|".join(words for words, _, _ in DISTINCTIONS))
#: What happened to the things counted, said behind them: 25个城中村改造项目获…授信 is no 城中村改造.
_UNDERGO = re.compile(
    r"成为|命名|列入|纳入|获|入选|入围|授信|签约|批复|审核|评为|认定|挂牌|复工|(?<!实事)(?<!实事圆满)(?<!实事全部)办结|排名|通过|发行|受益|满意"
)
#: How far something is: begun, under way or finished; an example of each.
STAGES: tuple[tuple[str, str, str], ...] = (
    ("agreed", "签约|引进|招引", "新引进亿元以上项目"),
    ("begun", "开工(?!率)|动工|启动|谋划|奠基|新上", "新开工保障性住房"),
    ("going on", "续建|在建(?!筑)|加快建设|加快推进|有序推进", "续建输变电工程"),
    (
        "finished",
        "竣工|建成(?!区)|完工|投产|投用|投运|交付|通车|打通|拉通|投入使用|投入运营",
        "基本建成保障性住房",
    ),
)
_STAGES = [(stage, re.compile(words)) for stage, words, _ in STAGES]
#: Words of a number that counts all there are, not those added; the weak ones only if nothing else is said.
_ALL_THERE_ARE = re.compile(r"累计|总数|总量|存量|保有量|拥有量|增至|(?:增加|发展|扩大)[到至]")
_COMES_TO = re.compile(r"(?:达到?了?|突破|已有|共有|现有|拥有|增至|保持在|稳定在|超过)[约近超]?\s*\Z")
#: Units of what flows through a year, of which 达到 says no more than 完成.
_FLOWS = re.compile(r"元\Z|吨|斤|克|人次|千瓦时|度电|箱\Z|人天|%|‰|倍|番|百分点")
#: Units of what a plant produces.
_SIZES = ("吨", "千瓦", "兆瓦", "立方米", "辆", "台")
_YUAN, _OF, _RANK = "元", "的", "级"
#: What an amount of money may itself be: 投入超10亿元资金.
_FUNDS = re.compile("[资贷投补债奖专税信财]")
_OVER = re.compile(r"(?:超过?|过|突破)\Z")
#: 50亿元以上项目, 超百亿元企业, 百亿级产业: which of them are counted.
_LIMIT = re.compile(
    r"(?:超过?|过|突破)([\d.]*[十百千万亿]+|\d+)(?=(?:元|美元|人|亩|平方米|吨)(?!\Z))|([\d.]*[十百千万亿]+|\d+)(?:元|美元|吨|千伏|平方米|人|家|亩)?(?:及?以上|级|强)"
)
#: What they all hold, which is much faster to look for first.
_MAY_LIMIT = re.compile("[超过突上级强]")
_CLAUSE_END = re.compile(r"[,，;；。:：\n]")
_SEGMENT_END = re.compile(r"[、,，;；。:：\n]")
_BOUND = re.compile(r"\A(?:左右|上下|及?以上|以下|以内)")
#: Words that make the same distinction.
_SAME_DISTINCTION = {
    "乡村": "农村",
    "农民": "农村",
    "农牧民": "农村",
    "技改": "技术改造",
    "比重": "占比",
    "一产": "第一产业",
    "二产": "第二产业",
    "三产": "第三产业",
}
_CONTEXT_CHARACTERS = 70
_MAX_AFTER_CHARACTERS = 30
#: Behind a number it may be said of how long it is: 20万吨/日.
_DIGIT, _PACE_CHARACTERS = re.compile(r"\d"), 2
_MAX_CLAUSE_CHARACTERS = 60
#: Characters of a name that say what it is, without what it is of.
_NAMED_CHARACTERS = 4


class Side:
    """A metric with what is compared of it.

    Args:
        metric: The metric.
        text: The report's text.

    Attributes:
        base_unit: Its unit without thousands.
        core: Its name without actions and punctuation.
        kinds: The kinds of actions in its name; empty where any kind agrees with it.
    """

    def __init__(self, metric: Metric, text: str) -> None:
        self.metric = as_amount(metric)
        self.core, self.kinds = core_of(metric.indicator)
        self.base_unit = common_unit(self.metric.unit, self.metric.indicator)[1]
        self._text = text

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other sides: a metric said of several indicators is a side for each."""
        return self.metric.id, self.metric.indicator

    @cached_property
    def amounts(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest number it states, in its base unit."""
        return amounts(self.metric)

    @cached_property
    def undergoes(self) -> bool:
        """Whether the text behind it says what happened to the things counted."""
        name, end = self.metric.indicator, self.metric.end
        # Names may begin with that: 入选标杆水质净化厂, of 2座水质净化厂入选标杆.
        is_behind = bool(name) and self._text[end : end + min(_NAMED_CHARACTERS, len(name))] in name
        return is_behind and _UNDERGO.search(self._after) is not None

    @cached_property
    def around(self) -> str:
        """What its sentence says before it, and its clause behind it."""
        start = self.metric.start
        first = max(0, start - _CONTEXT_CHARACTERS)
        begin = max(self._text.rfind(mark, first, start) for mark in "。;；\n") + 1
        return self._text[max(begin, first) : start] + self._after

    @cached_property
    def distinctions(self) -> frozenset[str]:
        """The words in its name that make another thing of it."""
        words = _DISTINCTION.findall(self.metric.indicator)
        return frozenset(_SAME_DISTINCTION.get(word, word) for word in words)

    @cached_property
    def acts(self) -> Kinds:
        """The kinds of actions in its name, else of its clause: 新建公园5个、游园3个."""
        return self.kinds or kinds_before(self.clause_before)

    @property
    def deeds(self) -> Kinds:
        """The same, else the kinds of the action behind the things counted: 推进7个小微企业园建设."""
        name = self.metric.indicator
        if self.acts or not name or not self._after.startswith(name):
            return self.acts
        return kinds_behind(self._after[len(name) :])

    @cached_property
    def is_flow(self) -> bool:
        """Whether it measures what flows through a year."""
        return _FLOWS.search(self.base_unit) is not None

    @cached_property
    def is_size(self) -> bool:
        """Whether it may only tell which thing is meant: 100万吨乙烯项目, 10万吨级航道, 税收超亿元楼宇."""
        name, end = self.metric.indicator[:2], self.metric.end
        if not name or not self._text.startswith((name, _OF + name, _RANK), end):
            return False
        return self.base_unit in _SIZES or self._is_money_passed

    @cached_property
    def is_limit(self) -> bool:
        """Whether it tells which things are counted: 一批超50亿元重大项目."""
        name = self.core[:2]
        is_behind = bool(name) and self._text.startswith((name, _OF + name), self.metric.end)
        return is_behind and self._is_money_passed and _FUNDS.match(name) is None

    @property
    def is_money(self) -> bool:
        """Whether it is money, of any currency."""
        return self.base_unit.endswith(_YUAN)

    @property
    def _is_money_passed(self) -> bool:
        """Whether it is an amount of money that is passed: 超50亿元."""
        return self.base_unit == _YUAN and _OVER.search(self.clause_before) is not None

    @cached_property
    def is_total(self) -> bool:
        """Whether it counts all there are, not those added in the year."""
        if self.metric.measure != "level" or self.is_flow:
            return False
        if _ALL_THERE_ARE.search(self.clause_before) or _ALL_THERE_ARE.search(self.metric.indicator):
            return True
        return not self.acts and _COMES_TO.search(self.clause_before) is not None

    @cached_property
    def is_added(self) -> bool:
        """Whether it counts those added or worked on in the year."""
        return self.metric.measure == "level" and bool(self.acts) and not self.is_total

    @cached_property
    def pace(self) -> str:
        """Of how long it is, if it is said of less than a year: 平均每天新增2家."""
        if self.base_unit in TIME_UNITS:  # 每天锻炼2小时
            return ""
        said = (
            _DIGIT.split(self.clause_before)[-1],
            self.metric.indicator,
            self.metric.unit + self._after[:_PACE_CHARACTERS],
        )
        return pace_of(" ".join(said), self.metric.unit)

    @cached_property
    def stages(self) -> frozenset[str]:
        """How far the things counted are, as the words around it say; its name if those are another's: 新签约、开工项目334个、215个."""
        said, named = _stages_in(self._segment), _stages_in(self.metric.indicator)
        return said if said & named or not (said and named) else named

    @cached_property
    def limits(self) -> frozenset[str]:
        """The numbers that tell which things are counted."""
        texts = (self._segment, "" if self._is_named_alone else self.metric.indicator)
        found = chain.from_iterable(_LIMIT.findall(text) for text in texts if _MAY_LIMIT.search(text))
        return frozenset(one or other for one, other in found)

    @property
    def _is_named_alone(self) -> bool:
        """Whether its clause names it in full, and what it is of was said before: 引进亿元以上项目5个，到位资金30亿元."""
        said = self._segment.partition("·")[0][-_NAMED_CHARACTERS:]
        return len(said) == _NAMED_CHARACTERS and self.metric.indicator.endswith(said)

    @cached_property
    def _segment(self) -> str:
        """What stands around it up to the next marks, without itself."""
        after = self._text[self.metric.end : self.metric.end + _MAX_AFTER_CHARACTERS]
        after = _SEGMENT_END.split(after, maxsplit=1)[0]
        return _SEGMENT_END.split(self.clause_before)[-1] + "·" + _BOUND.sub("", after)

    @cached_property
    def clause_before(self) -> str:
        """Its clause up to it."""
        before = self._text[max(0, self.metric.start - _MAX_CLAUSE_CHARACTERS) : self.metric.start]
        return _CLAUSE_END.split(before)[-1]

    @property
    def _after(self) -> str:
        """What follows it in its clause."""
        after = self._text[self.metric.end : self.metric.end + _MAX_AFTER_CHARACTERS]
        return _CLAUSE_END.split(after, maxsplit=1)[0]


def _stages_in(words: str) -> frozenset[str]:
    return frozenset(stage for stage, pattern in _STAGES if pattern.search(words))


def amounts_in_one_unit(one: Side, other: Side) -> tuple[Decimal, Decimal] | None:
    """Return the highest numbers of two amounts in one unit; None where one is no amount, or units differ."""
    if {one.metric.measure, other.metric.measure} != {"level"} or one.base_unit != other.base_unit:
        return None
    return one.amounts[1], other.amounts[1]


def grams_of(text: str) -> Iterator[str]:
    """Yield the pairs of neighbouring characters."""
    return map(add, text, text[1:])
