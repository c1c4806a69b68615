"""Read what a report says around its metrics: in the words next to each, and in the whole sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from tui.links.cached import cached_property
from tui.links.pieces import Pieces, grams
from tui.links.sides import Side
from tui.links.wording import indicator_of, same_words
from tui.metrics.members import members_of
from tui.metrics.name_core import is_generic
from tui.metrics.years import is_span
from tui.report.model import Metric, Report

#: Characters before and behind a metric that are read for its own words, at most.
_BEFORE_CHARACTERS, _BEHIND_CHARACTERS = 40, 24
#: Characters of the sentence before it.
_LEAD_CHARACTERS = 90
#: Characters that do not tell one thing from another.
_EMPTY = frozenset("新增建成的和与及总数量额项个类级等、，,()（）“”")
#: What is done with money, which says nothing of what it is for.
_HANDED_OUT = re.compile(
    r"^(?:[省市区县]?(?:级|本级)?财政)?(?:筹措|筹集|安排|落实|投入|下达|拨付|争取|新增|新建|建设)+(?:各类|专项)?"
)
#: 两年安排专项资金6亿元, but not 连续两年居全省第一.
_OF_YEARS = re.compile(
    r"(?<!连续)(?<![第\d〇○零一二三四五六七八九])(?:[两二三四五六七八九十]年|\d年)(?:来|间|累计|共|总共|安排|投入|完成|建成|新增|新建|改造|实施)"
)
#: Slogans, also one of which only the end is read: “五年增绿山川，十年建成森林城市”目标.
_QUOTED = re.compile("“[^”]*”|\\A[^“”]*”")
_CLAUSE_END = re.compile(r"[,，;；。:：!！?？\n]")
#: Whose figures a clause states, at its start or at that of a list: 民营企业固定资产投资、实际利用外资均增长20%.
_OWNERS = re.compile(
    r"民营(?:企业|经济)?|非公(?:有制)?(?:企业|经济)?|国有(?:企业|经济)?|外资企业|中小企业|小微企业|个体私营(?:经济)?|县域(?:经济)?|镇域|街道|园区|开发区|高新区|工业区|保税区|综保区|自贸区|经开区|新区|新城区|[市县区省]本级|[市县区省]属|[市县区]直"
)
_FILLER = re.compile(
    r"\A(?:其中|全年|力争|争取|确保|实现|推动|促进|预计|完成|使|全[市省区县]|[\s、和及])*(?P<rest>.*)", re.S
)
_MAX_CLAUSE_CHARACTERS = 90
_MAX_TOPIC_CHARACTERS, _DIGIT = 20, re.compile(r"\d")
#: What stands between a target and a higher one of the same thing: 增长8%，力争9%.
_AGAIN = re.compile(
    r"(?:左右|以上|以内)?[,，、(（]?(?:并|但)?(?:力争|争取|奋斗目标|冲刺|挑战|努力|在实际工作中)+(?:实现|达到?|增长|突破|完成|到|为|是|更快|高于)*\Z"
)
_ABOUT = re.compile("左右|上下")
_NEW = re.compile("新(?:开工|建|增|开|辟|设)")
#: Before a number of which there is one for each place: 每个县区.
_OF_EACH = re.compile(
    r"每个?(?:县|市|区|旗|乡|镇|街道|社区|村|园区|开发区|部门|单位|企业|学校|小分队)(?!都有)|各(?![类项种级界])[^,，、]{0,8}(?:县|市|区|旗|乡|镇|街道)[^,，]{0,8}(?:至少|不少于|均|都|各|分别)"
)
#: Before numbers in a list that all count what there is: 分别达到63家、547家.
_COME_TO = re.compile(
    r"(?:分别|各)(?:达到?|增至|突破|超过)[\d.,~～—-]+[^\d,，]{0,5}(?:[、和与及][\d.]+[^\d,，]{0,5})*[、和与及]\Z"
)
#: What people in town and country have, of which the next report may state two figures; names and ids of the two.
_BOTH_INCOMES = re.compile(r"城乡(?:常住)?居民(?:家庭)?(?:人均)?年?(?:可支配)?(?:纯)?收入")
_INCOMES = (("城镇居民人均可支配收入", "urban_income"), ("农村居民人均可支配收入", "rural_income"))


class MetricContext:
    """A metric with the words around it.

    Args:
        side: The metric as it is compared.
        text: The report's text.
        piece: Half-open span of its sentence.
        bounds: Where the metric before it ends, and where the one behind it starts.
        headline: The heading of the topic it is in, or the sentence before it that only names one; empty if there is neither.

    Attributes:
        side: The metric as it is compared.
        metric: The metric.
        piece: Half-open span of its sentence.
        headline: What its topic is called.
        weight: How telling the words next to it are together; None if nobody has asked yet.
        name_weight: The same of its name.
    """

    def __init__(
        self,
        side: Side,
        metric: Metric,
        text: str,
        piece: tuple[int, int],
        bounds: tuple[int, int],
        headline: str = "",
    ) -> None:
        self.side = side
        self.metric = metric
        self.piece = piece
        self._text = text
        self._bounds = bounds
        self.headline = headline
        self.weight: int | None = None
        self.name_weight: int | None = None

    def named(self, member: Metric) -> MetricContext:
        """Return its metric as one of another indicator, with the words around it."""
        side = Side(member, self._text)
        return MetricContext(side, self.metric, self._text, self.piece, self._bounds, self.headline)

    @cached_property
    def name(self) -> frozenset[str]:
        """The pairs of characters of its name."""
        return grams(self.side.core)

    @cached_property
    def indicator(self) -> str:
        """Id of the indicator it states, by whatever name; empty if it is none."""
        return indicator_of(self.side.metric)

    @cached_property
    def before(self) -> str:
        """The text from the metric before it, in the same sentence."""
        start = max(self._bounds[0], self.piece[0], self.metric.start - _BEFORE_CHARACTERS)
        return self._text[start : self.metric.start]

    @cached_property
    def behind(self) -> str:
        """The text behind it up to the end of its clause, or to the next metric."""
        end = min(self._bounds[1], self.piece[1], self.metric.end + _BEHIND_CHARACTERS)
        return _CLAUSE_END.split(self._text[self.metric.end : max(self.metric.end, end)], maxsplit=1)[0]

    @cached_property
    def _grams_behind(self) -> frozenset[str]:
        return grams(self.behind)

    @cached_property
    def own(self) -> frozenset[str]:
        """The pairs of characters of its name and of the words next to it."""
        return self.name | grams(self.before) | self._grams_behind

    @cached_property
    def name_characters(self) -> frozenset[str]:
        """The characters of its name that say what it is."""
        return frozenset(same_words(self.side.core)) - _EMPTY

    @cached_property
    def is_generic(self) -> bool:
        """Whether its name says no more than 项目 or 筹措资金."""
        return not self.side.core or is_generic(_HANDED_OUT.sub("", self.side.core))

    @cached_property
    def is_of_years(self) -> bool:
        """Whether it is of several years: by its period, or as the words before it say."""
        return is_span(self.metric.period) or bool(_OF_YEARS.search(_QUOTED.sub("", self.before)))

    @cached_property
    def is_of_each(self) -> bool:
        """Whether it is so many for each of several places: 每个县区建成3个以上."""
        return bool(_OF_EACH.search(self._said_before))

    @cached_property
    def is_total(self) -> bool:
        """Whether it counts all there are, as its words or those before the list of numbers it is in say."""
        side = self.side
        if side.is_total:
            return True
        is_count = side.metric.measure == "level" and not side.is_flow and not side.acts
        return is_count and bool(_COME_TO.search(self._said_before))

    @cached_property
    def is_added(self) -> bool:
        """Whether it counts those added or begun in the year."""
        side = self.side
        is_new = side.metric.measure == "level" and bool(_NEW.match(side.metric.indicator))
        return side.is_added or (is_new and not self.is_total)

    @cached_property
    def _said_before(self) -> str:
        """Its clause up to it."""
        start = max(self.piece[0], self.metric.start - _MAX_CLAUSE_CHARACTERS)
        return _CLAUSE_END.split(self._text[start : self.metric.start])[-1]

    @cached_property
    def lead(self) -> frozenset[str]:
        """The pairs of characters of its sentence before it, of its clause, and of the topic's heading."""
        start = max(self.piece[0], self.metric.start - _LEAD_CHARACTERS)
        said = self._text[start : self.metric.start]
        return grams(said) | self._grams_behind | _grams_of_headline(self.headline)

    @property
    def paragraph_before(self) -> str:
        """Its paragraph before it, as far as its words reach."""
        return self._text[max(self.line, self.metric.start - _LEAD_CHARACTERS) : self.metric.start]

    @property
    def line(self) -> int:
        """Where its line starts."""
        return self._text.rfind("\n", 0, self.metric.start) + 1

    @cached_property
    def sentence(self) -> str:
        """Its sentence."""
        return self._text[self.piece[0] : self.piece[1]]

    @cached_property
    def owners(self) -> frozenset[str]:
        """Whose figure it is, by its name or the start of its clause: one for all members of a list."""
        filler = _FILLER.match(self._said_before)
        head = _OWNERS.match(filler["rest"]) if filler else None
        said = _OWNERS.findall(self.side.metric.indicator)
        return frozenset(owner[:2] for owner in (*said, *([head[0]] if head else ())))

    @cached_property
    def rest(self) -> str:
        """Its sentence behind it."""
        return self._text[self.metric.end : self.piece[1]]


@lru_cache(maxsize=64)  # the same for all figures of a topic
def _grams_of_headline(headline: str) -> frozenset[str]:
    return grams(headline)


def read_contexts(
    report: Report, metrics: Iterable[Metric], pieces: Pieces, is_wanted: Callable[[Metric], bool]
) -> Iterator[MetricContext]:
    """Yield the wanted metrics with the words around them; one that is said of several indicators, for each."""
    headlines = {node.id: node.heading or "" for node in report.walk() if node.level == "topic"}
    ordered = list(metrics)
    for index, metric in enumerate(ordered):
        if not is_wanted(metric):
            continue
        before = ordered[index - 1].end if index else 0
        behind = ordered[index + 1].start if index + 1 < len(ordered) else len(report.text)
        piece = pieces.at(metric.start)
        again = _said_again(ordered[index - 1], metric, report.text) if index else metric
        for member in members_of(again, report.text):
            headline = headlines.get(metric.node, "") or _topic_before(report.text, pieces, piece)
            side = Side(member, report.text)
            yield MetricContext(side, metric, report.text, piece, (before, behind), headline)


def _topic_before(text: str, pieces: Pieces, piece: tuple[int, int]) -> str:
    """Return the sentence before one if it only says what follows is about: 全力抓好重大项目建设. Empty if it does not."""
    index = pieces.index_at(piece[0])
    start, end = pieces.spans[index - 1] if index else (0, 0)
    said = text[start:end]
    is_topic = end - start <= _MAX_TOPIC_CHARACTERS and "\n" not in text[end : piece[0]]
    return said if is_topic and not _DIGIT.search(said) else ""


def is_of_both_incomes(metric: Metric) -> bool:
    """Tell whether a metric is the growth of incomes in town and country."""
    return metric.measure == "growth" and _BOTH_INCOMES.fullmatch(metric.indicator) is not None


def both_incomes(context: MetricContext) -> tuple[MetricContext, ...]:
    """Return the growth of incomes in town and country as two; nothing if a metric is another one."""
    return in_town_and_country(context) if is_of_both_incomes(context.metric) else ()


def in_town_and_country(context: MetricContext) -> tuple[MetricContext, ...]:
    """Return the growth of incomes as that in town and that in the country."""
    metric = context.metric
    return tuple(context.named(metric._replace(indicator=name, canonical=id_)) for name, id_ in _INCOMES)


def is_said_again(first: Metric, metric: Metric, text: str) -> bool:
    """Tell whether a metric is a higher target for the thing of the one before it."""
    is_alike = first.unit == metric.unit and first.status == metric.status
    return is_alike and _AGAIN.match(text[first.end : metric.start]) is not None


def _said_again(first: Metric, metric: Metric, text: str) -> Metric:
    """Return a metric that is a higher target for the thing of the one before it as one of that thing; else itself."""
    if not is_said_again(first, metric, text):
        return metric
    is_exact = metric.qualifier == "about" and not _ABOUT.match(text, metric.end)
    return metric._replace(
        indicator=first.indicator,
        canonical=first.canonical,
        measure=first.measure,
        qualifier="exact" if is_exact else metric.qualifier,
    )
