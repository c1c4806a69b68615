"""What was done last year beside what is promised for this year.

A pair needs the same thing, in the same kind of unit, done in the same way. *strict* pairs agree in all of it;
*loose* ones nearly do, and say what differs. A false pair does more harm than a missing one, so doubt means none:
a name that fits many things (投资, 项目, 营业收入) pairs only where the words around it speak of one subject.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from math import fsum, log

from tui.metrics.candidates import Candidates, Side, grams_of
from tui.metrics.units import COUNTED, RATES, base_quantity_power
from tui.report.model import Comparable, Comparison, Metric, Report

#: Units that count the same things.
_SAME_UNITS = (
    {"家", "户", "个"},
    {"人", "名", "位", "人次"},
    {"场", "次", "场次"},
    {"个", "项"},
    {"处", "个"},
)
_STRIP = re.compile(
    r"每[千万百]人?口?拥有|[“”‘’\"'《》〈〉()（）、,，\s]|年度|全年|年内|我[区市县省]|全[区市县省]"
)
#: What is done to the thing, by kinds that do not stand for each other; the empty kind goes with all.
_ACTIONS = (
    (
        "",
        re.compile(
            r"^(?:完成|实现|达到?|力争|确保|推动|推进|加快|全力|积极|继续|持续|圆满|成功|高质量|高标准|累计|大力)+"
        ),
    ),
    ("make", re.compile(r"^(?:新?建成|新建|改建|建设|打造|开工建设|扩建|新改建|创建)+")),
    ("give", re.compile(r"^(?:发放|拨付|下达|兑现|落实)+")),
    ("clear", re.compile(r"^(?:处置|盘活|整治|拆除|清理|化解|排查|整改|改造提升|改造|整修|实施)+")),
    ("hold", re.compile(r"^(?:举办|开展|组织|承办|成功举办)+")),
    ("draw", re.compile(r"^(?:新?引进|招引|吸引|储备|选取|培育|新?入库|新?入驻|招聘)+")),
    ("ask", re.compile(r"^(?:申报|争取|获得|获取|获批|新获批|新认定|认定|受理|办理|办结)+")),
)
_ANY_ACTION = re.compile("|".join(pattern.pattern for _, pattern in _ACTIONS))
#: 甲、乙等项目: what only tells some of them.
_EXAMPLES = re.compile(r"^.*等(?=[^级])")
_SEVERAL_YEARS = re.compile(r"年均|五年|累计[^,，。]{0,6}$")
#: What the things counted do or undergo, said behind them: 25个城中村改造项目获…授信 is no 城中村改造.
_UNDERGO = re.compile(r"获|入选|入围|授信|签约|批复|审核|评为|认定|挂牌|复工|办结|排名|通过|发行|受益|满意")
_CLAUSE_END = re.compile(r"[,，;；。\n]")
_MACRO_MIN = 4
_CONTEXT = 70
#: How rare a pair of characters must be to tell of a subject, and how much of that two contexts must share.
_TELLING = 1.4
_SHARED_CONTEXT = 5.0
_ALIKE, _NEARLY_ALIKE = 0.75, 0.5
_COVERED = 0.75


def find_comparisons(report: Report) -> list[Comparison]:
    """The pairs of a report, then targets without a result, then targets in words, each in document order."""
    return _Finder(report).find()


class _Finder:
    """The figures of one report, made ready for comparing."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._nodes = {node.id: node for node in report.walk()}
        year = str(report.front.review_year or "")
        self._results = [
            self._side(metric)
            for metric in report.metrics
            if metric.status == "achieved" and self._is_of(metric, year)
        ]
        plan = str(report.front.plan_year or "")
        self._targets = [
            self._side(metric)
            for metric in report.metrics
            if metric.status == "target" and self._is_of(metric, plan)
        ]
        self._often = Counter(
            (side.core, side.metric.measure, side.metric.status) for side in (*self._results, *self._targets)
        )
        self._weights: dict[str, float] = {}

    @cached_property
    def _gram_counts(self) -> Counter[str]:
        return Counter(grams_of(self._report.text))

    def _is_of(self, metric: Metric, year: str) -> bool:
        """Whether a figure is one of a year, neither of its parts nor of several."""
        before = self._report.text[max(0, metric.start - 12) : metric.start]
        return (
            metric.measure in _COMPARED and metric.period in ("", year) and not _SEVERAL_YEARS.search(before)
        )

    def find(self) -> list[Comparison]:
        """The comparisons, in the order of the targets."""
        scored: list[tuple[float, int, Side, Side, Comparable, str]] = []
        for index, (target, results) in enumerate(self._candidates()):
            for actual in results:
                score, comparable, note = self._judge(actual, target)
                if comparable is not None:
                    scored.append((score, -index, actual, target, comparable, note))
        taken: set[str] = set()
        pairs: list[Comparison] = []
        for _, _, actual, target, comparable, note in sorted(scored, key=lambda row: row[:2], reverse=True):
            if actual.metric.id not in taken and target.metric.id not in taken:
                taken |= {actual.metric.id, target.metric.id}
                name = _name(actual, target, comparable)
                pairs.append(Comparison(name, actual.metric.id, target.metric.id, comparable, note))
        order = {side.metric.id: index for index, side in enumerate(self._targets)}
        return sorted(pairs, key=lambda pair: order[pair.target])

    def _candidates(self) -> Iterator[tuple[Side, list[Side]]]:
        """Each target with the results it may be paired with: those that share words with it.

        Where that makes more pairs than any report has, only the one result of its very name.
        """
        candidates = Candidates(self._results)
        pairs = 0
        for target in self._targets:
            pairs += candidates.count(target)
            if pairs > _MAX_PAIRS:
                yield from ((target, self._namesakes(target)) for target in self._targets)
                return
        yield from ((target, candidates.of(target)) for target in self._targets)

    def _namesakes(self, target: Side) -> list[Side]:
        """The one result with the name of a target, where the name is one thing's."""
        same = self._only_ones.get(target.core) if self._is_telling(target) else None
        return [same] if same is not None else []

    @cached_property
    def _only_ones(self) -> dict[str, Side]:
        """Results by their name, where no other has it."""
        return {actual.core: actual for actual in self._results if self._is_telling(actual)}

    # -- one pair ----------------------------------------------------------------------------

    def _judge(self, actual: Side, target: Side) -> _Judgement:
        """How well two figures go together, and what differs; None where they do not."""
        one, other = actual.metric, target.metric
        if actual.undergoes != target.undergoes or not (actual.core or target.core):
            return _NO_PAIR
        if one.measure != other.measure:
            differ = {one.measure, other.measure} == {"level", "growth"}
            if differ and actual.core == target.core and self._is_telling(actual):
                return 5.0, "loose", _MEASURE_NOTES[other.measure]
            return _NO_PAIR
        if not _units_agree(one, other) or not _actions_agree(actual.action, target.action):
            return _NO_PAIR
        if actual.core == target.core:
            shared = self._shared_subject(actual, target)
            told = shared >= _SHARED_CONTEXT and one.unit not in COUNTED
            if told or (self._is_telling(actual) and self._is_telling(target)):
                return 30.0 + min(shared, 20.0), "strict", _unit_note(one, other)
            return _NO_PAIR
        if _unit_note(one, other):
            return _NO_PAIR
        if actual.scopes != target.scopes:
            return self._judge_scopes(actual, target)
        return self._judge_names(actual, target)

    def _judge_names(self, actual: Side, target: Side) -> _Judgement:
        """签约额 beside 新签约项目额: names that differ, of one subject, or nearly alike."""
        one, other = actual.metric.indicator, target.metric.indicator
        if self._is_said_around(actual, target):
            shared = self._shared_subject(actual, target)
            if shared >= _SHARED_CONTEXT / 2:
                return 20.0 + min(shared, 20.0) / 2, "strict", ""
        alike = self._alike(actual.grams, target.grams)
        if alike < _NEARLY_ALIKE or not (self._is_telling(actual) and self._is_telling(target)):
            return _NO_PAIR
        if alike >= _ALIKE or self._shared_subject(actual, target) >= _SHARED_CONTEXT:
            return 10.0 * alike, "loose", f"说法不同：{one}／{other}"
        return _NO_PAIR

    def _judge_scopes(self, actual: Side, target: Side) -> _Judgement:
        """省创新型中小企业 beside 创新型中小企业: the same but for how wide one of them is."""
        one, other = actual.metric.indicator, target.metric.indicator
        same = len(actual.plain_core) >= _MACRO_MIN and actual.plain_core == target.plain_core
        if same and not (actual.scopes and target.scopes) and self._is_telling(actual):
            return 5.0, "loose", f"范围不同：{one}／{other}"
        return _NO_PAIR

    def _shared_subject(self, actual: Side, target: Side) -> float:
        """How much the words around two figures speak of one subject: the weight of the rare ones they share."""
        weights = map(self._weight_of, actual.context & target.context)
        return fsum(weight for weight in weights if weight >= _TELLING)

    def _is_said_around(self, actual: Side, target: Side) -> bool:
        """Whether all that one name says is said in or around the other: 签约额 and 新签约项目额."""
        if not actual.core or not target.core:
            named, nameless = (actual, target) if actual.core else (target, actual)
            return (
                bool(nameless.action)
                and named.action == nameless.action
                and _covered(named.core, nameless) == 1.0
            )
        shorter = min(actual.core, target.core, key=len)
        if actual.core[-1] != target.core[-1] or len(shorter) < 3:
            return False
        return (
            bool(actual.grams & target.grams)
            and min(_covered(actual.core, target), _covered(target.core, actual)) >= _COVERED
        )

    def _is_telling(self, side: Side) -> bool:
        """Whether a name is one thing's: long or rare, and not that of several figures."""
        often = self._often[side.core, side.metric.measure, side.metric.status]
        rare = len(side.core) == _MACRO_MIN - 1 and self._weight(side.grams) >= 3.0
        return often == 1 and (len(side.core) >= _MACRO_MIN or rare)

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """What two names share, of all they say: 0 to 1, rare words counting more."""
        return self._weight(one & other) / max(0.01, self._weight(one | other))

    def _weight(self, grams: Iterable[str]) -> float:
        return fsum(map(self._weight_of, grams))

    def _weight_of(self, gram: str) -> float:
        weight = self._weights.get(gram)
        if weight is None:
            often = max(1, self._gram_counts[gram])
            weight = max(0.05, log(max(200, len(self._report.text)) / 100 / often))
            self._weights[gram] = weight
        return weight

    # -- one side ----------------------------------------------------------------------------

    def _side(self, metric: Metric) -> Side:
        core, action = _core(metric.indicator)
        behind = metric.indicator and self._report.text.startswith(metric.indicator[:4], metric.end)
        undergoes = bool(behind and _UNDERGO.search(self._after(metric)))
        return Side(metric, core, action, undergoes, self._words_around)

    def _words_around(self, metric: Metric) -> frozenset[str]:
        """The words of its clause and of the headline above it, as pairs of neighbouring characters."""
        text = self._report.text
        first = max(0, metric.start - _CONTEXT)
        begin = max(text.rfind(mark, first, metric.start) for mark in "。;；\n") + 1
        around = text[max(begin, first) : metric.start] + self._after(metric)
        return frozenset(grams_of(_STRIP.sub("", around))) | self._headline(metric)

    def _after(self, metric: Metric) -> str:
        """What follows a metric in its clause."""
        return _CLAUSE_END.split(self._report.text[metric.end : metric.end + 30], maxsplit=1)[0]

    def _headline(self, metric: Metric) -> frozenset[str]:
        node = self._nodes[metric.node]
        return frozenset(grams_of(node.heading or "")) if node.level == "topic" else frozenset()


_COMPARED = ("level", "growth", "share")
#: Pairs that are judged one by one; the most in 830 reports are 3,031.
_MAX_PAIRS = 30_000
_MEASURE_NOTES = {"growth": "去年是数额，今年是增速", "level": "去年是增速，今年是数额"}
_Judgement = tuple[float, Comparable | None, str]
_NO_PAIR: _Judgement = (0.0, None, "")


def _actions_agree(one: str, other: str) -> bool:
    """Whether what is done may be the same; applying for a thing never is doing it."""
    return one == other or (not (one and other) and "ask" not in (one, other))


def _covered(core: str, side: Side) -> float:
    """How much of a name, by characters, another figure's name and context say: 0 to 1."""
    said = side.grams | side.context
    covered = [False] * len(core)
    for index, gram in enumerate(grams_of(core)):
        if gram in said:
            covered[index] = covered[index + 1] = True
    if side.core and core[-1] == side.core[-1]:
        covered[-1] = True
    if True not in covered:
        return 0.0
    share = sum(covered) / max(1, len(core))
    # What comes before may only say whose it is; within a name a word makes another thing: 高新技术[后备]企业.
    return share if all(covered[covered.index(True) :]) else 0.0


def _core(name: str) -> tuple[str, str]:
    """A name without what is done, and the kind of that; an empty one where nothing is left."""
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


def _units_agree(one: Metric, other: Metric) -> bool:
    """Whether two units are the same, or count the same things."""
    units = {base_quantity_power(one.unit)[1], base_quantity_power(other.unit)[1]}
    if len(units) == 1:
        return True
    return not units & RATES and any(units <= same for same in _SAME_UNITS)


def _unit_note(one: Metric, other: Metric) -> str:
    """What differs between two units, apart from how many thousands they count in."""
    units = base_quantity_power(one.unit)[1], base_quantity_power(other.unit)[1]
    return "" if units[0] == units[1] else f"单位不同：{units[0]}／{units[1]}"


def _name(actual: Side, target: Side, comparable: Comparable) -> str:
    """What a pair is called: by the name that says more; where scopes differ, by the one that says less."""
    names = [side.metric.indicator for side in (target, actual) if side.core]
    return max(names, key=len) if comparable == "strict" else min(names, key=len)
