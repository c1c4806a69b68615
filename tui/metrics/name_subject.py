"""Find what a sentence speaks of: 惠济经开区 in 惠济经开区加快建设，完成营业收入82.7亿元."""

from __future__ import annotations

import re

from tui.metrics.name_before import tidy
from tui.metrics.name_behind import up_to_verb
from tui.metrics.name_context import Context, clauses_of, verbs_of
from tui.metrics.name_words import ADVERB, EMPTY_VERB, without_lead

MAX_CHARACTERS = 12
#: An organisation or area with figures of its own.
OWNER = re.compile(
    r"[^,，;；。:：、“”\d的和及]{2,8}?(?:经开区|高新区|经济技术开发区|高新技术开发区|开发区|示范区|自贸试验区|自贸区|产业园区|工业园区|产业园|工业园|园区|综保区|保税区|保税物流中心|综试区|港区|新区|集团)(?!域|别|块)"
)
#: Verbs of an appeal, before what it is about: 强化土地供应.
_CALL = re.compile(
    rf"\A(?:{ADVERB}|{EMPTY_VERB}|突出|总结|强化|优化|深化|做强|做优|做大|坚持|着眼|聚焦|围绕|抢抓|健全|加快实施|提升|扩大|抓|稳定|稳)+"
)
#: The same, where it introduces a name: 推进棚户区改造.
_CALLED = re.compile(rf".*(?:{EMPTY_VERB})\Z")
_IS_BUILT = re.compile(
    r"(?:改造|项目|工程|(?:房|[路村园区厂站房库社]”|路|区|园|站|网|厂|场|桥|库|线|设施)(?:建设)?)(?:工作)?\Z"
)
_AS_WORK = re.compile(r"(?<=..)(?:工作|任务|进程|步伐|进度)\Z")
#: 以旅游业为龙头的第三产业.
_LED_BY = re.compile(r"\A以[^,，、]{2,12}?为(?:龙头|主体|主导|代表|重点|核心|支撑|主|特色)的")
#: What is behind an appeal without being a subject.
_PREPOSITION = re.compile(r"[对为在以按从向由把将与随]")
#: 加快“四好农村路”建设: a thing may have its name in quotation marks.
_QUOTED = re.compile(r"“[^“”]{2,10}[路村园区厂站房库社]”(?:建设|工程|改造)?")
_NO_SUBJECT = re.compile(r"[、“”了和与及]|等|力度|工作|政策|措施|作用")
#: 工业发展，力争完成投资7200亿元: the clause only says of what.
_FIELD = re.compile(r"(?P<field>[^、和及与的]{2,8}?)(?<![速快续步定康调力])(?:发展|方面|领域|建设方面)")
#: 第二产业增势强劲, 化工产业扩能提质: of what trade it tells.
_TRADE = re.compile(
    r"(?P<trade>[^,，、和及与的]{1,8}?(?:产业|(?<![就企事作])业|经济))(?=形成|呈现?|做大|保持|高速|蓬勃|转型|增势|势头|扩能|提质|增长|生产(?!总|率|力|能力|性)|运行|稳步|快速|平稳|加快)(?!加快建设|加快推进)"
)
#: 粮食生产再获丰收: adverbs before the verb.
_AGAIN = re.compile(r"(?<=..)(?:[再又喜]|进一步|持续|不断|稳步|明显|显著|大幅|(?:呈现)?恢复性)\Z")
#: 一般公共预算收入创历史新高: one of the main indicators, whatever is said of it.
_ACCOUNT = re.compile(
    r"(?:[全我][省市区县州国])?(?P<account>(?:地区|国内)?生产总值|(?:地方|市级|本级)?(?:财政)?(?:一般)?(?:公共)?(?:财政|预算)(?:总)?收入|(?:全社会)?固定资产投资|社会消费品零售总额|"
    r"(?:外贸|货物)?进出口(?:总额|总值)?|(?:规模以上|规上|全部)?工业增加值|(?:城镇|农村|城乡|全体)?(?:常住)?居民(?:人均)?可支配收入)(?![的、和与及占中总增质结税额值])"
)
_LEVEL = re.compile("(?<=产业|经济)发展(?:水平|速度|步伐|质量)\\Z")
_LIST_MARK, _DONE, _WORKS = "、", "了", "建设"
_RANKS = ("首位", "前列", "之首", "排名")


def subject_of_sentence(context: Context) -> str:
    """Return what a sentence speaks of; empty where it begins with its number."""
    clauses = clauses_of(context.lead)
    return subject_of(clauses[0]) if len(clauses) > 1 else ""


def subject_of(clause: str) -> str:
    """Return what a clause speaks of, up to its first verb; empty where it does not say so."""
    clause = clause.strip()
    start = _LED_BY.sub("", without_lead(clause))
    call = _CALL.match(start)
    if (
        call is None
        and _IS_BUILT.search(start)
        and (call := _CALLED.match(clause[: len(clause) - len(start)]))
    ):
        start = clause
    owner = OWNER.match(start, call.end() if call else 0)
    if owner:
        return owner[0]
    if call:
        thing = start[call.end() :]
        thing = _AS_WORK.sub("", thing) if _IS_BUILT.search(thing) else thing
        is_plain = len(thing) <= MAX_CHARACTERS and (
            _QUOTED.fullmatch(thing) or not _NO_SUBJECT.search(thing)
        )
        field = _FIELD.fullmatch(thing)
        return tidy(field["field"] if field else thing) if is_plain else ""
    if verbs_of(start) or _PREPOSITION.match(start):
        return ""
    field = _FIELD.fullmatch(start)
    trade = _TRADE.match(start)
    named = field["field"] if field else trade["trade"] if trade else _before_verb(start)
    return named or account_of(start)


def account_of(clause: str) -> str:
    """Return the main indicator a clause begins with, whatever it says of it; empty if it begins with none."""
    account = _ACCOUNT.match(without_lead(clause.strip()))
    return account["account"] if account else ""


def _before_verb(start: str) -> str:
    thing = _LEVEL.sub("", _AGAIN.sub("", up_to_verb(start)))
    if start.startswith((_LIST_MARK, *_RANKS), len(thing)) or _DONE in thing:
        return ""
    if start.startswith(_WORKS, len(thing)):
        thing += _WORKS
    return thing if len(thing) <= MAX_CHARACTERS and thing != start else ""
