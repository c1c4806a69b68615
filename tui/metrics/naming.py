"""Name what a quantity measures, in the report's own words.

A name stands before the number (``新增“四上”企业154家``) or behind it (``30个省市重点项目``). What its clause does not say
stands around it, which :mod:`tui.metrics.name_context` looks at. Where nothing gives a name, it stays empty: an empty
name is honest, a wrong one is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.messages import metrics as messages
from tui.metrics.limits import Statement, background_rule
from tui.metrics.name_before import name_before, tidy
from tui.metrics.name_behind import PLACES, TIME_UNITS, name_behind, up_to_verb
from tui.metrics.name_lists import MEASURE_WORDS
from tui.metrics.name_predicate import name_by_predicate
from tui.metrics.name_share_of_things import covered_share, is_free, share_of_things
from tui.metrics.name_shares import as_share, compared_with, with_share_word
from tui.metrics.name_spending import help_got, spent_on
from tui.metrics.name_statement import name_by_statement
from tui.metrics.name_tails import split_tail
from tui.metrics.name_words import GENERIC, VERBS_BEFORE_NUMBERS, without_lead
from tui.metrics.quantity import Quantity
from tui.metrics.units import COUNTED, RATES, base_quantity_power

#: Characters behind a size that may name the thing it belongs to.
_MAX_THING_CHARACTERS = 60
_CONTINUES = re.compile(r"(?:左右|以上|以下|以内)?(?:[/／](?:[人户][·/]?)?[月年天人户])?[、和及与]?第?")
_SIZE_NAME = re.compile(
    r"(总?投资额?|年?(?:主营业务收入|营业收入|销售收入|销售额|总?产值|税收|纳税额?|出口额?|交易额|利税)|注册资[本金]|(?:设计|最高|运行)?时速|总需求|总规模|总面积|占地面积|年产能?|总?装机容量|总装机|总库容|总长度?|全长)(?:约|近|超过?|过|突破|达到?|不少于|不低于|不小于)*$"
)
_SIZE_NAME_LAST = frozenset("速资额求模积产能量机容长度约近超过达到破于入值税口本金")  # its last characters
_PAUSE = re.compile(r"[,，;；。]")
#: 为期60天的艺术节: what took so long.
_LASTS, _OF_AN_EVENT = (
    re.compile(r"(?:持续|历时|为期|长达)[约近]?\Z"),
    re.compile(r"左右?的(?=[\u4e00-\u9fff“])|的"),
)
_COUNTED_THINGS = re.compile(
    r"(?<![、和及\d])\d+[余多]?[个项家座条件处所户](?!以上|以下|左右)(?=[\u4e00-\u9fff“]{2})"
)
#: What stands between a size and the thing it belongs to.
_QUALIFIED = re.compile(r"\A(?:及?以上|以下|左右)?的?")
_COMPARED = re.compile(r"(?:[是为]|相当于)(?P<base>[^,，;；。达]{0,24})的$")
#: 收入是上年的1.4倍: the same some time before.
_TIME = re.compile(r"(?:[年期末初底时度]|\d{4}|以前|之前|解放前)\Z")
#: 超10亿元项目, 50亿元以上项目.
_OVER, _OR_MORE = "超", ("以上", "及以上", "以下")
#: What may stand between a verb and its number: 新引进, 化解了.
_BEHIND_VERB = re.compile(
    r"(?:了|好|出|(?<=[在新续]建)的)?(?:各类|首批|第[一二三四五]批|一批|全部)?(?:共计?|累计|约|近|超过?|逾|达|各|将|不少于|不低于|至少)?"
)
#: 督察反馈的37个问题完成整改, 杜庄小学等4个项目: what stands before the number says what is counted.
_DESCRIBED, _DONE, _GENERIC = "的", "了", tuple(GENERIC)
#: 连接23个乡镇的高速公路: what it reaches is counted.
_REACHES = ("连接", "连通", "辐射", "覆盖")
#: 推动12所县医院达到三级水平: the verb before the number only says that it came about.
_CAUSES = re.compile(r"(?:支持|帮助|引导|组织|提供|解决|带动|保障|覆盖)\Z")
#: 11户企业已有9户完成公司制改造: of which things so many.
_ARE_THERE = re.compile(r"(?P<thing>[^,，;；。、\d的]{2,8})(?:已|现|目前)有\Z")
#: Units of things that may become something.
_OF_THINGS = COUNTED | {""}
_SHARES = frozenset(("%", "％", "‰", "成"))
#: 带动旅游收入增长32%: the growth is that of the income.
_PER_CENT, _LEADS_TO = (
    frozenset(("%", "％")),
    re.compile(r"\A(?:有效|直接)?(?:带动|拉动)(?=.+(?:投资|产值|增加值|进出口|收入|占比|零售总额)\Z)"),
)
#: 落实高质量发展20项任务, 西部开发100个项目: no verbs; but 重点发展3个产业.
_ALSO_NOUNS = ("发展", "开发", "调整", "提升", "确定", "带动")
_OF_A_NOUN = re.compile(
    r"[^,，;；。、了](?<!重点)(?<!自主)(?<!优化)(?<!巩固)(?<!完善)(?<!提质)(?<!繁荣)(?<!大力)(?<!积极)(?<!加快)(?<!全面)(?<!改善)(?<!新)\Z"
)
#: 争取建成: only the verb behind it says what is done.
_STRIVES = re.compile(r"\A争取到?(?=.)")
#: 把新增财力的四分之三以上用于改善民生: for what a share is used.
_USED_FOR = re.compile(
    r"(?:及?以上|左右)?(?:[都均将要]|全部|必须)*用于(?P<what>[^,，;；。、\d]{2,14})(?=[,，;；。、])"
)
_TAKEN = re.compile(
    r"(?:.*(?:[把将按从]|拿出|提取))?(?P<whole>[^,，]{2,}?)(?:的|中的?|总量的|总额的)[近约]?\Z"
)
_TAKEN_LAST = frozenset("的中近约")  # its last characters
_SHARE_USED, _WHOLE_USED = r"用于\g<what>比例", r"\g<whole>用于\g<what>比例"
#: 把八成以上的财政支出用于改善民生.
_TAKES, _PUT_TO_USE = (
    re.compile(r"[把将]\Z"),
    re.compile(
        r"(?:及?以上|左右)?的(?P<whole>[^,，;；。、\d]{2,12}?)(?:[都均要]|全部)*用于(?P<what>[^,，;；。、\d]{2,14})(?=[,，;；。、])"
    ),
)
#: 占工业增加值比重达70%的煤炭行业: the part stands behind its share.
_OF_A_PART = re.compile(r"(?:及?以上|左右)?的(?=[\u4e00-\u9fff“])")
_SHARE_OF, _SHARE_WORDS = "占", ("比重", "比例", "份额")
_ADDED = ("再新增", "新增")
_LINKS = "、和"
_JOINTS = tuple(_LINKS)
_MAX_VERBS, _COMPLETED = 3, "完成"
#: 年产120万台空调压缩机、食品项目: only what is produced.
_PRODUCED = re.compile(r"[年日]产(?:约|近|超)?\Z")
#: 养老服务试点扩大到109个村: what came to so many places.
_SPREAD = re.compile(r"(?:扩大|扩展|推广|拓展|扩面|增加|推开)(?:到|至)(?:了)?\Z")
#: “一件事”在完成国务院发布的13个事项: what they are stands behind the verb.
_ON_COMPLETING = re.compile(r"\A.*[在对](?:完成|落实|做好)(?=.{2})")
#: 建成双创中心一期、气象预警服务中心等11个项目: the last example tells of what sort they are.
_SUCH_AS, _LIST = "等", re.compile("[、和及与]")
_MAX_VERB_CHARACTERS = 12
_MAX_MODIFIER_CHARACTERS = 20


def _thing_of_size(text: str, quantity: Quantity, before: str) -> str | None:
    before = before.rstrip()
    size = _SIZE_NAME.search(before) if before[-1:] in _SIZE_NAME_LAST else None
    after = text[quantity.end : quantity.end + _MAX_THING_CHARACTERS]
    if size is None or not background_rule(Statement(quantity, before, after)):
        return None
    rest = _QUALIFIED.sub("", _PAUSE.split(after, maxsplit=1)[0])
    counted = _COUNTED_THINGS.search(rest)
    thing = split_tail(up_to_verb(rest[counted.end() :] if counted else rest))[0]
    return thing + size[1] if thing else None


def _event(text: str, quantity: Quantity, before: str) -> str | None:
    if quantity.unit not in TIME_UNITS or not _LASTS.search(before):
        return None
    event = _OF_AN_EVENT.match(text, quantity.end)
    return up_to_verb(text[event.end() : event.end() + _MAX_THING_CHARACTERS]) or None if event else None


def _thing_by_predicate(text: str, quantity: Quantity, before: str) -> str | None:
    if base_quantity_power(quantity.unit)[1] not in _OF_THINGS or quantity.rule in ("rank", "ratio"):
        return None
    name = name_by_predicate(quantity.unit, text[quantity.end : quantity.end + _MAX_THING_CHARACTERS])
    return (_ADDED[1] + name if before.endswith(_ADDED) else name) if name else None


def _thing_by_statement(text: str, quantity: Quantity, before: str) -> str | None:
    if (
        quantity.rule in ("rank", "ratio")
        or base_quantity_power(quantity.unit)[1] not in {*COUNTED, ""}
        or before.endswith(_DESCRIBED)
        or (before.endswith(_SUCH_AS) and text.startswith(_GENERIC, quantity.end))
        or (_verb_before(before) and not _CAUSES.search(before))
    ):
        return None
    behind = text[quantity.end : quantity.end + _MAX_THING_CHARACTERS]
    if there := _ARE_THERE.search(before):
        return name_by_statement("", there["thing"] + behind) or None
    is_counted = base_quantity_power(quantity.unit)[1] in COUNTED
    return name_by_statement(before, behind, is_counted=is_counted) or None


def _thing_counted(text: str, quantity: Quantity, before: str) -> str | None:
    if quantity.rule in ("rank", "ratio"):
        return None
    if quantity.unit in RATES or quantity.unit.startswith("/"):
        if _is_share(quantity) and (
            share := covered_share(text, quantity, before) or share_of_things(text, quantity, before)
        ):
            return share
        return (name_behind(text, quantity) or None) if is_free(before) else None
    name = name_behind(text, quantity)
    if _PRODUCED.search(before):
        name = name.partition(_LINKS[0])[0]
    if (
        name in PLACES
        and (spread := _SPREAD.search(before))
        and len(what := name_before(before[: spread.start()])) > 3
    ):
        return what + name
    is_limit = before.endswith(_OVER) or text.startswith(_OR_MORE, quantity.end)
    if name.startswith("项目") and quantity.unit not in COUNTED and not is_limit:
        return None  # 建筑垃圾120万吨项目: the measure belongs to what stands before it
    after = text[quantity.end : quantity.end + _MAX_THING_CHARACTERS]
    if not name or background_rule(Statement(quantity, before, after)):
        return name or None
    return _with_what_precedes(name, before.strip())


def _verb_before(before: str) -> str:
    """Return the verbs right before a number, at most three; empty where there are none."""
    for start in range(max(0, len(before) - _MAX_VERB_CHARACTERS), len(before)):
        end = _end_of_verbs(before, start, _MAX_VERBS)
        if end and not (before.startswith(_ALSO_NOUNS, start) and _OF_A_NOUN.search(before, 0, start)):
            return before[start:end]
    return ""


def _end_of_verbs(before: str, start: int, most: int) -> int:
    """Return where a row of verbs from an offset ends that reaches the number; 0 where it does not."""
    at = start + (before[start : start + 1] in _JOINTS)
    for word in VERBS_BEFORE_NUMBERS.all_at(before, at) if most else ():
        end = at + len(word)
        if further := _end_of_verbs(before, end, most - 1):
            return further
        if _BEHIND_VERB.fullmatch(before, end):
            return end
    return 0


def _with_what_precedes(name: str, before: str) -> str:
    """Put the verb before a number in front of the name behind it, or what else a general word needs."""
    verb = _verb_before(before)
    if verb.endswith(_REACHES):
        return verb[-2:] + name.partition(_DESCRIBED)[0]
    if verb:
        deed = _STRIVES.sub("", verb.lstrip(_LINKS))
        return name if name.startswith(deed) else deed + name
    modifier = _ON_COMPLETING.sub("", without_lead(before))
    if name in GENERIC and modifier.endswith(_SUCH_AS) and len(modifier) > _MAX_MODIFIER_CHARACTERS:
        modifier = _LIST.split(modifier)[-1]
    if name not in GENERIC or not 2 <= len(modifier) <= _MAX_MODIFIER_CHARACTERS:
        return name
    whose, tail = split_tail(modifier)
    is_said = name in MEASURE_WORDS or _COMPLETED in tail
    return tidy(whose if tail and is_said else modifier.removesuffix(_DONE) + name)


def _nothing_where_compared(text: str, quantity: Quantity, before: str) -> str | None:
    compared = _COMPARED.search(before) if quantity.unit in RATES else None
    if compared is None:
        return None
    return name_before(before[: compared.start()]) if _TIME.search(compared["base"]) else ""


def _compared_with_a_whole(text: str, quantity: Quantity, before: str) -> str | None:
    part, whole = compared_with(before) if quantity.unit in _SHARES else ("", "")
    return name_before(part) + whole or None


def _used_for(text: str, quantity: Quantity, before: str) -> str | None:
    if not _is_share(quantity):
        return None
    if _TAKES.search(before) and (put := _PUT_TO_USE.match(text, quantity.end)):
        return put.expand(_WHOLE_USED)
    if before[-1:] not in _TAKEN_LAST:
        return None
    used = _USED_FOR.match(text, quantity.end, quantity.end + _MAX_THING_CHARACTERS)
    taken = _TAKEN.match(before) if used else None
    whole = name_before(taken["whole"]) if taken else ""
    return whole + used.expand(_SHARE_USED) if used and whole else None


def _share_of_a_part(text: str, quantity: Quantity, before: str) -> str | None:
    if _SHARE_OF not in before or not _is_share(quantity):
        return None
    share = name_before(before)
    part = _OF_A_PART.match(text, quantity.end) if share.startswith(_SHARE_OF) else None
    thing = up_to_verb(text[part.end() : part.end() + _MAX_THING_CHARACTERS]) if part else ""
    return thing + share + ("" if share.endswith(_SHARE_WORDS) else _SHARE_WORDS[0]) if thing else None


def _subject(text: str, quantity: Quantity, before: str) -> str | None:
    name = name_before(before)
    if quantity.unit in _PER_CENT:
        name = _LEADS_TO.sub("", name)
    return (with_share_word(as_share(name), before) if _is_share(quantity) else name) or None


def _is_share(quantity: Quantity) -> bool:
    return quantity.unit in _SHARES or quantity.unit.startswith("/")


#: What finds a name, None if it finds none and empty if there is none to find; where it was found; an example, and the
#: name of its first quantity. The first that finds a name counts.
NAME_RULES: tuple[tuple[Callable[[str, Quantity, str], str | None], str, str, str], ...] = (
    (
        _thing_of_size,
        messages.NAME_BEHIND_A_SIZE,
        "总投资92亿元的12个城市更新项目开工。",
        "城市更新项目总投资",
    ),
    (_event, messages.NAME_BEHIND, "举办为期60天的光影艺术节。", "光影艺术节"),
    (_thing_by_predicate, messages.NAME_BEHIND, "33家企业入围某省百强榜。", "入围某省百强榜企业"),
    (_thing_by_statement, messages.NAME_BEHIND, "31个老旧小区完成改造。", "改造老旧小区"),
    (spent_on, messages.NAME_BEHIND, "投入3.8亿元，实施老旧住宅改造工程。", "老旧住宅改造工程投入"),
    (_thing_counted, messages.NAME_BEHIND, "30个省市重点项目完成年度目标。", "省市重点项目"),
    (
        _compared_with_a_whole,
        messages.NAME_BEFORE,
        "旅游收入相当于生产总值的9%。",
        "旅游收入相当于生产总值比例",
    ),
    (
        _used_for,
        messages.NAME_BEFORE,
        "坚持把新增财力的四分之三以上用于改善民生。",
        "新增财力用于改善民生比例",
    ),
    (
        _share_of_a_part,
        messages.NAME_BEHIND,
        "占工业增加值比重达70%的煤炭行业持续增长。",
        "煤炭行业占工业增加值比重",
    ),
    (_nothing_where_compared, "", "城镇居民收入是农村居民的1.4倍。", ""),
    (help_got, messages.NAME_BEFORE, "项目获中央财政20亿元支持。", "项目获中央财政支持"),
    (_subject, messages.NAME_BEFORE, "新增“四上”企业154家。", "新增“四上”企业"),
)


def name_of(text: str, quantity: Quantity, before: str) -> tuple[str, str]:
    """Return the name of what a quantity measures, and where it was found; both empty where its clause gives none.

    Args:
        text: The report's text.
        quantity: The number with its unit.
        before: Its clause up to it.
    """
    for find, reason, _, _ in NAME_RULES:
        name = find(text, quantity, before)
        if name is not None:
            return name, reason
    return "", ""


def continues(gap: str) -> bool:
    """Tell whether nothing but a mark of enumeration stands between a number and the one before it."""
    return bool(_CONTINUES.fullmatch(gap.strip()))
