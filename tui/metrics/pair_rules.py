"""Judge whether an actual and a target are comparable, by a table of rules.

A false pair does more harm than a missing one, so doubt means none: a name that fits many things (投资, 项目, 营业收入)
pairs only where the text around it speaks of one subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from math import fsum, log
from typing import NamedTuple

from tui.messages import metrics as messages
from tui.metrics.candidates import Candidate
from tui.metrics.sides import Side, grams_of
from tui.metrics.units import COUNTED, RATES
from tui.report.model import Comparable

#: Units that count the same things.
_SAME_UNITS = (
    {"家", "户", "个"},
    {"人", "名", "位", "人次"},
    {"场", "次", "场次"},
    {"个", "项"},
    {"处", "个"},
)
_MIN_NAME_CHARACTERS = 4
#: How rare a pair of characters must be to tell of a subject, and how much of that two contexts must share.
_TELLING, _SHARED_CONTEXT = 1.4, 5.0
#: How rare the pairs of a short name must be for it to be one thing's.
_RARE_NAME = 3.0
_ALIKE, _NEARLY_ALIKE, _COVERED = 0.75, 0.5, 0.75
_MIN_WEIGHT = 0.05


class Judgement(NamedTuple):
    """How well two metrics go together.

    Attributes:
        score: Of two pairs with one metric in common, the one with the higher score is taken.
        comparable: None where they are no pair.
        note: What differs.
    """

    score: float
    comparable: Comparable | None
    note: str = ""


NO_PAIR = Judgement(0.0, None)


class Vocabulary:
    """How telling names and characters are in one report.

    Args:
        text: The report's text.
        sides: All metrics that may be compared.
    """

    def __init__(self, text: str, sides: Iterable[Side]) -> None:
        self._text = text
        self._name_counts = Counter((side.core, side.metric.measure, side.metric.status) for side in sides)

    @cached_property
    def _gram_counts(self) -> Counter[str]:
        return Counter(grams_of(self._text))

    def is_telling(self, side: Side) -> bool:
        """Tell whether a name is one thing's: long or rare, and not that of several metrics."""
        if self._name_counts[side.core, side.metric.measure, side.metric.status] != 1:
            return False
        is_rare = len(side.core) == _MIN_NAME_CHARACTERS - 1 and self._weight(side.grams) >= _RARE_NAME
        return is_rare or len(side.core) >= _MIN_NAME_CHARACTERS

    def shared_subject(self, pair: Candidate) -> float:
        """Return how much the text around two metrics speaks of one subject: the weight of the rare pairs shared."""
        weights = map(self._weight_of, pair.actual.context & pair.target.context)
        return fsum(weight for weight in weights if weight >= _TELLING)

    def likeness(self, pair: Candidate) -> float:
        """Return what two names share, of all they say: 0 to 1, rare pairs of characters counting more."""
        one, other = pair.actual.grams, pair.target.grams
        return self._weight(one & other) / max(0.01, self._weight(one | other))

    def _weight(self, grams: Iterable[str]) -> float:
        return fsum(map(self._weight_of, grams))

    def _weight_of(self, gram: str) -> float:
        count = max(1, self._gram_counts[gram])
        return max(_MIN_WEIGHT, log(max(200, len(self._text)) / 100 / count))


def _different_fate(pair: Candidate, _: Vocabulary) -> Judgement | None:
    return NO_PAIR if pair.actual.undergoes != pair.target.undergoes else None


def _both_nameless(pair: Candidate, _: Vocabulary) -> Judgement | None:
    return None if pair.actual.core or pair.target.core else NO_PAIR


def _different_measures(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    was, is_now = pair.actual.metric.measure, pair.target.metric.measure
    if was == is_now:
        return None
    note = _MEASURE_NOTES.get((was, is_now))
    if note and pair.actual.core == pair.target.core and vocabulary.is_telling(pair.actual):
        return Judgement(5.0, "loose", note)
    return NO_PAIR


def _different_units(pair: Candidate, _: Vocabulary) -> Judgement | None:
    if pair.actual.base_unit == pair.target.base_unit:
        return None
    units = {pair.actual.base_unit, pair.target.base_unit}
    return None if not units & RATES and any(units <= alike for alike in _SAME_UNITS) else NO_PAIR


def _different_actions(pair: Candidate, _: Vocabulary) -> Judgement | None:
    # Applying for a thing (``ask``) never is doing it.
    one, other = pair.actual.action, pair.target.action
    agree = one == other or (not (one and other) and "ask" not in (one, other))
    return None if agree else NO_PAIR


def _same_name(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    if pair.actual.core != pair.target.core:
        return None
    shared = vocabulary.shared_subject(pair)
    is_subject_told = shared >= _SHARED_CONTEXT and pair.actual.metric.unit not in COUNTED
    if is_subject_told or all(map(vocabulary.is_telling, pair)):
        return Judgement(30.0 + min(shared, 20.0), "strict", _unit_note(pair))
    return NO_PAIR


def _different_units_and_names(pair: Candidate, _: Vocabulary) -> Judgement | None:
    return None if pair.actual.base_unit == pair.target.base_unit else NO_PAIR


def _different_scopes(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    actual, target = pair
    if actual.scopes == target.scopes:
        return None
    same = len(actual.plain_core) >= _MIN_NAME_CHARACTERS and actual.plain_core == target.plain_core
    if same and not (actual.scopes and target.scopes) and vocabulary.is_telling(actual):
        note = messages.different_scopes(actual.metric.indicator, target.metric.indicator)
        return Judgement(5.0, "loose", note)
    return NO_PAIR


def _name_said_around(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    # All that one name says is said in or around the other: 签约额 and 新签约项目额.
    if not _is_said_around(pair):
        return None
    shared = vocabulary.shared_subject(pair)
    return Judgement(20.0 + min(shared, 20.0) / 2, "strict") if shared >= _SHARED_CONTEXT / 2 else None


def _names_alike(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    likeness = vocabulary.likeness(pair)
    if likeness < _NEARLY_ALIKE or not all(map(vocabulary.is_telling, pair)):
        return None
    if likeness < _ALIKE and vocabulary.shared_subject(pair) < _SHARED_CONTEXT:
        return None
    note = messages.different_names(pair.actual.metric.indicator, pair.target.metric.indicator)
    return Judgement(10.0 * likeness, "loose", note)


_MEASURE_NOTES = {
    ("level", "growth"): messages.WAS_LEVEL_IS_GROWTH,
    ("growth", "level"): messages.WAS_GROWTH_IS_LEVEL,
}


Rule = Callable[[Candidate, Vocabulary], Judgement | None]
#: Rules, each with a sentence of a review, one of a plan, and whether their metrics are comparable. The first rule that
#: decides counts; what none decides is no pair.
PAIR_RULES: tuple[tuple[Rule, str, str, Comparable | None], ...] = (
    (_different_fate, "25个城中村改造项目获国开行授信。", "加快推进25个城中村改造。", None),
    (_both_nameless, "增长5%。", "增长6%。", None),
    (_different_measures, "一般公共预算收入完成26.12亿元。", "一般公共预算收入增长3%以上。", "loose"),
    (_different_units, "新增绿地20万平方米。", "新增绿地20公顷。", None),
    (_different_actions, "申报高新技术企业30家。", "新增高新技术企业10家。", None),
    (_same_name, "地区生产总值增长6%。", "地区生产总值增长7%左右。", "strict"),
    (_different_units_and_names, "新增市场经营主体30户。", "新增市场主体20家。", None),
    (_different_scopes, "省创新型中小企业30家。", "创新型中小企业10家。", "loose"),
    (
        _name_said_around,
        "深入开展招商引资，签约项目额35亿元。",
        "深入开展招商引资，新签约项目额40亿元。",
        "strict",
    ),
    (_names_alike, "社会消费品零售总额增长5%。", "社会消费品零售额增长6%。", "loose"),
)


def score_pair(pair: Candidate, vocabulary: Vocabulary) -> Judgement:
    """Return how well two metrics go together, and what differs."""
    for rule, _, _, _ in PAIR_RULES:
        judgement = rule(pair, vocabulary)
        if judgement is not None:
            return judgement
    return NO_PAIR


def _is_said_around(pair: Candidate) -> bool:
    actual, target = pair
    if not actual.core or not target.core:
        named, nameless = pair if actual.core else (target, actual)
        same_action = bool(nameless.action) and named.action == nameless.action
        return same_action and _covered(named.core, nameless) == 1.0
    if actual.core[-1] != target.core[-1] or min(len(actual.core), len(target.core)) < 3:
        return False
    if not actual.grams & target.grams:
        return False
    return min(_covered(actual.core, target), _covered(target.core, actual)) >= _COVERED


def _covered(core: str, side: Side) -> float:
    """Return how much of a name, by characters, another metric's name and context say: 0 to 1."""
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


def _unit_note(pair: Candidate) -> str:
    """Return what differs between two units, apart from how many thousands they count in."""
    actual, target = pair.actual.base_unit, pair.target.base_unit
    return "" if actual == target else messages.different_units(actual, target)
