"""Find what a verb alone was done to, and for whom: 新开工住房2900套，建成2100套。"""

from __future__ import annotations

import re

from tui.metrics.name_context import Context, same_kind, thing_of
from tui.metrics.name_subject import subject_of, subject_of_sentence
from tui.metrics.name_words import VERB_WORDS, is_verb_run
from tui.metrics.units import RATES

#: Words before the person or place that something is done for.
_FOR = frozenset("为向给")
_LIST_MARK, _JOINTS = "、", frozenset("、和及与")
#: What a thing does to persons, and what is counted of them.
_REACHES = frozenset(("惠及", "受益", "涉及", "覆盖"))
_REACHED = (("人次", "人次"), ("户", "户数"), ("人", "人数"), ("名", "人数"))
#: 向7339户家庭发放补贴: verbs of what somebody gets.
_GIVES = re.compile("(?:免费|累计|共)?(?:发放|提供|减免|兑付|拨付|补贴|补助|配备|安装)")
_NEWLY = re.compile(r"\A新(?:推出|争取)(?=..)")
_FOR_IT = re.compile(r"(?:投入|(?<=..)(?:参[合保]|普及|覆盖)率|惠及人数|覆盖人数|受益人数)+\Z")
#: A stage at the end of a name: 项目签约.
BEGUN = re.compile(r"(?:新?开工|竣工|完工|投产|签约|新签约?|落地|基本建成|建成通车|通车|建成)+\Z")
_BUILT = re.compile(r"(?:建设|计划|总)*投资额?\Z")
_REACHED_SO_FAR = "达到"
_HAVE_COME = re.compile(
    r"(?P<thing>[^,，、\d]{1,24}?)(?:已经?|现已|目前|全部|累计)+(?P<deed>[^,，、\d有]{2,6})"
)
#: What is done to a thing, behind it: 土地征收.
_NOMINAL = re.compile(
    r"(?:综合)?(?:征收|收储|出让|供应|报批|流转|建设|改造|征迁|拆迁|整治|治理|攻坚|化解|安置|销售|取消|下放|承接|受理|办结|提升)+\Z"
)
#: Verbs whose number is what it took, not how many of the things named before.
_MONEY_VERBS_TEXT = (
    "投入 投放 筹集 筹措 争取 争取到 安排 拨付 下达 支持 发放 补助 融资 授信 减免 帮助 惠及 解决 资助 组织"
)
_MONEY_VERBS = frozenset(_MONEY_VERBS_TEXT.split())
#: 生猪出栏602万头、存栏486万头.
_HERD, _STOCKS = re.compile("(?:出栏|存栏|饲养)量?\\Z"), frozenset(("存栏", "出栏", "存栏量", "出栏量"))
#: Verbs that say themselves to what something is done.
_OF_THEIR_OWN = frozenset(("改厕", "退耕"))


def deed_of_the_one_before(name: str, context: Context) -> str | None:
    """新开工住房2900套，建成2900套: a verb alone takes the thing named before."""
    herd = _HERD.search(context.last_name) if name in _STOCKS else None
    if herd and context.last:
        return context.last_name[: herd.start()] + name
    if not is_verb_run(name) or name in _MONEY_VERBS or name in _OF_THEIR_OWN:
        return None
    last = context.last
    if last and last.quantity.unit in RATES:
        last = next((item for item in reversed(context.items) if item.quantity.unit not in RATES), last)
    if last and last.name and same_kind(last.quantity, context.quantity):
        thing = BEGUN.sub("", _without_verb(_NEWLY.sub("", thing_of(last.name))))
        thing = _NOMINAL.sub("", thing) or thing
        return _joined(name, thing) if len(thing) > 1 and not is_verb_run(thing) else None
    thing = _BUILT.sub("", last.name) if last and _BUILT.search(last.name) else subject_of_sentence(context)
    thing = _without_verb(_NOMINAL.sub("", thing))
    return _joined(name, thing) if len(thing) > 1 else None


def deed_behind_a_thing(name: str, context: Context) -> str | None:
    """开工7个集聚区、推进3个: what is done to as many of the same."""
    if _LIST_MARK not in name:
        return None
    last = context.last
    thing, _, verb = name.rpartition(_LIST_MARK)
    if last is None or not is_verb_run(verb) or not last.name.endswith(thing) or len(thing) < 2:
        return None
    return _joined(verb, thing)


def stage_of_the_one_before(name: str, context: Context) -> str | None:
    """82个项目已开工74项: how many of the things named before have come so far."""
    last, said = context.last, _HAVE_COME.fullmatch(context.own)
    if last is None or said is None or not is_verb_run(said["deed"]) or said["deed"] == _REACHED_SO_FAR:
        return None
    return _joined(said["deed"], last.name) if last.name.endswith(said["thing"]) else None


def done_for(name: str, context: Context) -> str | None:
    """为29个省份保供煤炭35亿吨: for whom it was done stands behind the number before."""
    last = context.last
    is_for = context.lead[-1:] in _FOR and len(context.items) == 1
    if last is None or not (is_for or _GIVES.match(name, len(last.name))):
        return None
    rest = name.removeprefix(last.name) if last.name and context.gap.startswith(last.name) else ""
    return rest if len(rest) > 3 and rest[0] not in _JOINTS else None


def reached_by_a_thing(name: str, context: Context) -> str | None:
    """改造老旧小区80个，惠及8.4万户: how many a thing reached."""
    counted = next((word for end, word in _REACHED if context.quantity.unit.endswith(end)), "")
    if name not in _REACHES or not counted:
        return None
    last = context.last
    thing = _FOR_IT.sub("", thing_of(last.name) if last else subject_of(context.clause_before))
    return (thing if len(thing) > 1 else "") + name + counted


def _without_verb(name: str) -> str:
    verb = VERB_WORDS.at(name)
    return name[len(verb) :] if len(name) - len(verb) > 1 else name


def _joined(verb: str, thing: str) -> str:
    return thing if thing.startswith(verb) else verb + thing
