"""Judge whether an actual and a target are comparable, by a table of rules.

A false pair does more harm than a missing one, so doubt means none: a name that fits many things (投资, 项目, 营业收入)
pairs only where the text around it speaks of one subject.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.messages import metrics as messages
from tui.metrics.amounts import count_the_same
from tui.metrics.candidates import Candidate
from tui.metrics.name_core import is_generic, kinds_agree, kinds_nearly_agree
from tui.metrics.name_likeness import (
    different_wholes,
    distinctions_agree,
    ends_alike,
    has_a_word_more,
    has_words_more,
    is_said_around,
    longest_same,
)
from tui.metrics.name_words import VERB_WORDS
from tui.metrics.near_indicators import COMPARED
from tui.metrics.pair_amounts import is_another_amount, is_far_apart, may_be_total
from tui.metrics.pair_judgement import NO_PAIR, Judgement, measure_note, unit_note
from tui.metrics.units import COUNTED
from tui.metrics.vocabulary import MIN_NAME_CHARACTERS, Vocabulary
from tui.report.model import Comparable

#: How much two contexts must share to speak of one subject.
_SHARED_CONTEXT = 5.0
_ALIKE, _NEARLY_ALIKE = 0.75, 0.5
#: Characters in a row that two names share, at least, for one to be as good as the other.
_MIN_SAME_CHARACTERS = 5


def _different_fate(pair: Candidate, _: Vocabulary) -> Judgement | None:
    return NO_PAIR if pair.actual.undergoes != pair.target.undergoes else None


def _both_nameless(pair: Candidate, _: Vocabulary) -> Judgement | None:
    return None if pair.actual.core or pair.target.core else NO_PAIR


def _part_and_whole(pair: Candidate, _: Vocabulary) -> Judgement | None:
    # 其中小微企业贷款 is all of 小微企业贷款, but 其中市区 is not all of the place.
    actual, target = pair
    is_same = actual.core == target.core and len(actual.core) >= MIN_NAME_CHARACTERS
    return None if is_same or actual.metric.part_of == target.metric.part_of else NO_PAIR


def _total_and_increase(pair: Candidate, _: Vocabulary | None) -> Judgement | None:
    actual, target = pair
    if (actual.is_total and target.is_added) or (actual.is_added and target.is_total):
        return NO_PAIR
    return NO_PAIR if may_be_total(actual, target) or may_be_total(target, actual) else None


def _same_size(pair: Candidate, _: Vocabulary) -> Judgement | None:
    # 100万吨乙烯项目 of both years is one project, and what it produces no aim.
    actual, target = pair.actual.metric, pair.target.metric
    is_same = actual.value == target.value and actual.unit == target.unit
    if pair.actual.is_limit or pair.target.is_limit:
        return NO_PAIR
    return NO_PAIR if is_same and pair.actual.is_size and pair.target.is_size else None


def _different_paces(pair: Candidate, _: Vocabulary) -> Judgement | None:
    return NO_PAIR if pair.actual.pace != pair.target.pace else None


def _different_limits(pair: Candidate, _: Vocabulary) -> Judgement | None:
    return NO_PAIR if pair.actual.limits != pair.target.limits else None


def _different_stages(pair: Candidate, _: Vocabulary) -> Judgement | None:
    actual, target = pair.actual.stages, pair.target.stages
    return NO_PAIR if actual and target and not actual & target else None


def _different_indicators(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    actual, target = pair.actual.metric, pair.target.metric
    if not actual.canonical or not target.canonical or actual.canonical == target.canonical:
        return None
    is_near = frozenset((actual.canonical, target.canonical)) in COMPARED and actual.measure == target.measure
    if not is_near or not all(map(vocabulary.leads, pair)):
        return NO_PAIR
    is_same = count_the_same(pair.actual.base_unit, pair.target.base_unit)
    note = messages.different_names(actual.indicator, target.indicator)
    return Judgement(3.0, "loose", note) if is_same else NO_PAIR


def _same_indicator(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    actual, target = pair.actual.metric, pair.target.metric
    if not actual.canonical or actual.canonical != target.canonical:
        return None
    if not all(map(vocabulary.leads, pair)):
        return NO_PAIR
    if actual.measure != target.measure and {actual.measure, target.measure} != {"growth", "share"}:
        note = measure_note(actual, target)
        return Judgement(5.0, "loose", note) if note else NO_PAIR
    if is_another_amount(pair):
        return NO_PAIR
    if pair.actual.base_unit == pair.target.base_unit:
        return Judgement(60.0, "strict")
    is_same = count_the_same(pair.actual.base_unit, pair.target.base_unit)
    return Judgement(50.0 if is_same else 4.0, "strict" if is_same else "loose", unit_note(pair))


def _different_measures(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    actual, target = pair.actual.metric, pair.target.metric
    if actual.measure == target.measure:
        return None
    note = measure_note(actual, target)
    if note and pair.actual.core == pair.target.core and vocabulary.is_telling(pair.actual):
        return Judgement(5.0, "loose", note)
    return NO_PAIR


def _different_units(pair: Candidate, _: Vocabulary) -> Judgement | None:
    one, other = pair.actual.base_unit, pair.target.base_unit
    if one == other or pair.actual.metric.measure != pair.target.metric.measure or count_the_same(one, other):
        return None
    return None if pair.actual.metric.canonical and pair.target.metric.canonical else NO_PAIR


def _different_actions(pair: Candidate, _: Vocabulary) -> Judgement | None:
    actual, target = pair
    if kinds_agree(actual.kinds, target.kinds):
        return None
    return None if kinds_nearly_agree(actual.kinds, target.kinds) else NO_PAIR


def _same_name(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    actual, target = pair
    if actual.core != target.core and actual.meaning != target.meaning:
        return None
    shared = vocabulary.shared_subject(pair)
    needed = 2 * _SHARED_CONTEXT if is_generic(actual.core) else _SHARED_CONTEXT
    is_subject_told = shared >= needed and actual.base_unit not in COUNTED
    if not is_subject_told and not all(map(vocabulary.is_telling, pair)):
        return NO_PAIR
    is_done_alike = not actual.acts or not target.acts or actual.acts & target.acts
    is_as_far = actual.stages == target.stages or (
        actual.stages ^ target.stages == {"finished"} and bool(actual.acts or target.acts)
    )
    if not is_done_alike or not is_as_far:
        note = messages.different_names(actual.metric.indicator, target.metric.indicator)
        return Judgement(15.0, "loose", note)
    base = 5.0 if is_generic(actual.core) else 30.0
    return Judgement(base + min(shared, 20.0), "strict", unit_note(pair))


def _different_units_and_names(pair: Candidate, _: Vocabulary) -> Judgement | None:
    return None if pair.actual.base_unit == pair.target.base_unit else NO_PAIR


def _different_scopes(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    actual, target = pair
    if actual.scopes == target.scopes:
        return None
    same = len(actual.plain_core) >= MIN_NAME_CHARACTERS and actual.plain_core == target.plain_core
    is_wider = actual.scopes <= target.scopes or target.scopes <= actual.scopes
    if same and is_wider and vocabulary.is_telling(actual):
        note = messages.different_scopes(actual.metric.indicator, target.metric.indicator)
        return Judgement(5.0, "loose", note)
    return NO_PAIR


def _different_things(pair: Candidate, _: Vocabulary) -> Judgement | None:
    actual, target = pair
    if not actual.core or not target.core:
        return None
    if not distinctions_agree(pair) or not kinds_nearly_agree(actual.acts, target.acts):
        return NO_PAIR
    if different_wholes(pair):
        return NO_PAIR
    # A name that only contains an indicator's is another statistic: 开发区规模以上工业增加值.
    known, other = (target, actual) if target.metric.canonical else (actual, target)
    contains = known.core in other.core or has_a_word_more(pair)
    is_longer = len(known.core) < len(other.core)
    is_other = bool(known.metric.canonical) and not other.metric.canonical
    return NO_PAIR if is_other and is_longer and contains else None


def _subject_said_before(pair: Candidate, _: Vocabulary) -> Judgement | None:
    # One name is 投资 or 产值, and whose it is stands before it.
    shorter, longer = sorted(pair, key=lambda side: len(side.core))
    subject = longer.core.removesuffix(shorter.core)
    is_left = is_generic(shorter.core) and subject != longer.core and len(subject) >= MIN_NAME_CHARACTERS
    if not is_left or subject not in shorter.around:
        return None
    is_done_alike = kinds_agree(pair.actual.acts, pair.target.acts)
    return Judgement(25.0, "strict", unit_note(pair)) if is_done_alike else NO_PAIR


def _name_said_around(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    # All that one name says is said in or around the other: 签约额 and 新签约项目额.
    if not is_said_around(pair) or not kinds_agree(pair.actual.acts, pair.target.acts):
        return None
    is_short = is_generic(pair.actual.core) or is_generic(pair.target.core)
    shared = vocabulary.shared_subject(pair, with_names=is_short)
    if shared < _SHARED_CONTEXT / 2:
        return None
    score = 20.0 + min(shared, 20.0) / 2
    is_same = set(pair.actual.bare_core) == set(pair.target.bare_core)
    if is_same or not (pair.actual.core and pair.target.core):
        return Judgement(score, "strict", unit_note(pair))
    note = messages.different_names(pair.actual.metric.indicator, pair.target.metric.indicator)
    return Judgement(score, "loose", note)


def _names_alike(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    likeness = vocabulary.likeness(pair)
    if not all(map(vocabulary.is_telling, pair)) or not ends_alike(pair):
        return None
    is_alike = likeness >= _ALIKE or has_a_word_more(pair)
    is_nearly = likeness >= _NEARLY_ALIKE and vocabulary.shared_subject(pair) >= _SHARED_CONTEXT
    if not is_alike and not is_nearly and not has_words_more(pair):
        return None
    note = messages.different_names(pair.actual.metric.indicator, pair.target.metric.indicator)
    return Judgement(10.0 * likeness, "loose", note)


def _much_alike(pair: Candidate, vocabulary: Vocabulary) -> Judgement | None:
    # The longer what both names say, the less else they need share: 招商引资落地项目投资完成额, 签约落地项目投资完成额.
    actual, target = pair
    if actual.base_unit != target.base_unit:
        return None
    same = longest_same(pair)
    shorter, longer = sorted((actual.plain_core, target.plain_core), key=len)
    if same < _MIN_SAME_CHARACTERS or 2 * same < len(shorter):
        return None
    starts_alike = shorter[:2] == longer[:2] or 3 * same > 2 * len(longer)
    if same != len(shorter) and not (starts_alike and ends_alike(pair)):
        return None
    if not all(map(vocabulary.is_telling, pair)):
        return None
    note = messages.different_names(actual.metric.indicator, target.metric.indicator)
    return Judgement(8.0 * vocabulary.likeness(pair), "loose", note)


Rule = Callable[[Candidate, Vocabulary], Judgement | None]
#: Rules, each with a sentence of a review, one of a plan, and whether their metrics are comparable. The first rule that
#: decides counts; what none decides is no pair.
PAIR_RULES: tuple[tuple[Rule, str, str, Comparable | None], ...] = (
    (_both_nameless, "增长5%。", "增长6%。", None),
    (_different_indicators, "全社会固定资产投资增长5%。", "固定资产投资增长5%。", None),
    (_different_units, "新增绿地20万平方米。", "新增绿地20公顷。", None),
    (_different_fate, "25个城中村改造项目已批复。", "加快推进25个城中村改造。", None),
    (_total_and_increase, "全市充电桩总数达到10万座。", "新建充电桩2万座。", None),
    (_same_size, "100万吨乙烯炼化一体化前期工作完成。", "推进100万吨乙烯炼化一体化建设。", None),
    (_different_paces, "平均每天新增外商投资企业2家。", "新增外商投资企业700家。", None),
    (_different_limits, "引进50亿元以上产业项目5个。", "引进10亿元以上产业项目9个。", None),
    (_different_stages, "安置房竣工3万套。", "安置房开工2万套。", None),
    (_same_indicator, "城镇新增就业5万人。", "新增城镇就业4万人。", "strict"),
    (_part_and_whole, "征迁工作完成年度任务的120%，其中市区240万平方米。", "征迁200万平方米。", None),
    (_different_measures, "落实上级资金26亿元。", "落实上级资金增长3%以上。", "loose"),
    (_different_actions, "申报数字领航企业30家。", "新增数字领航企业10家。", None),
    (_same_name, "新改造背街小巷30条。", "背街小巷改造20条。", "strict"),
    (_different_units_and_names, "新增绿色食品企业30户。", "新增绿色食品龙头企业20家。", None),
    (_different_scopes, "省创新型中小企业30家。", "创新型中小企业10家。", "loose"),
    (_different_things, "养护农村公路30公里。", "养护公路300公里。", None),
    (
        _subject_said_before,
        "十大产业项目完成投资110亿元。",
        "滚动实施十大产业项目，年度投资90亿元。",
        "strict",
    ),
    (
        _name_said_around,
        "深入开展招商引资，签约项目额35亿元。",
        "深入开展招商引资，新签约项目额40亿元。",
        "strict",
    ),
    (_names_alike, "推广再生高产优质水稻200万亩。", "推广再生高产优质水稻品种300万亩。", "loose"),
    (_much_alike, "新能源汽车零部件产业集群产值增长11%。", "新能源汽车零部件制造基地产值增长6%。", "loose"),
)


def judge_follower(pair: Candidate) -> Judgement:
    """Return how well two metrics of one name go together that follow the halves of a pair."""
    actual, target = pair
    same_kind = actual.metric.measure == target.metric.measure and actual.base_unit == target.base_unit
    if not same_kind or not kinds_agree(actual.acts, target.acts) or actual.limits != target.limits:
        return NO_PAIR
    if actual.distinctions != target.distinctions or actual.scopes != target.scopes:
        return NO_PAIR
    if actual.metric.canonical != target.metric.canonical or _total_and_increase(pair, None):
        return NO_PAIR
    return Judgement(20.0, "strict")


def score_pair(pair: Candidate, vocabulary: Vocabulary) -> Judgement:
    """Return how well two metrics go together, and what differs."""
    for rule, _, _, _ in PAIR_RULES:
        judgement = rule(pair, vocabulary)
        if judgement is not None:
            is_doubtful = judgement.comparable == "loose" and (is_far_apart(pair) or _same_things(pair))
            return NO_PAIR if is_doubtful else judgement
    return NO_PAIR


def _same_things(pair: Candidate) -> bool:
    """Tell whether two metrics only count the same things again: 407家龙头企业, of which nothing is promised."""
    actual, target = pair.actual.metric, pair.target.metric
    is_same = actual.value == target.value and actual.unit == target.unit and target.qualifier == "exact"
    return is_same and pair.target.base_unit in COUNTED and not VERB_WORDS.at(target.indicator)
