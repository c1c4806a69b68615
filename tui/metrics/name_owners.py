"""Find whose a share, rank or amount is: 税收9亿元，占全区税收的58%。"""

from __future__ import annotations

import re

from tui.metrics.measures import measure_of
from tui.metrics.name_clause_before import measure_said_of
from tui.metrics.name_context import Context, clauses_of, thing_of, verbs_of
from tui.metrics.name_listed_deeds import MEASURE_END
from tui.metrics.name_lists import OWNED, of_the_same_owner
from tui.metrics.name_subject import OWNER, subject_of, subject_of_sentence
from tui.metrics.name_words import without_lead

#: 非公有制经济快速发展，占…: what a share of an economy may be that of.
_ECONOMY = re.compile(r"(?:经济|产业|业|集群|集团|园区|开发区|高新区)\Z")
_OWN_SHARE = re.compile(r"(?:增加值|总?产值|税收|收入|投资|出口|销售收入|营业收入)占(?!比)")
#: 总产量占全国比重, before a rank: what is ranked is the amount.
_SHARE_OF_A_COUNTRY = re.compile(r"占(?:全[国省市区州]|世界|全球)(?:总量)?的?(?:比重|比例)?\Z")
_SO_MUCH = re.compile("(?<=^占)到(?=[全我])")
#: 占总装机的51.7%、总发电量的31.8%: the share of another whole.
_SHARE_OF_A_WHOLE = re.compile(r"[^占]{2,}占(?=[^占]+(?:比重|比例)\Z)")
_NO_SIZE = re.compile(r"占|(?:[率数]|比重|比例)\Z")
_SIZES = frozenset(("规模", "总规模", "总量"))
_OTHER_WHOLE, _SHARE_WORD = re.compile(r"[、和及](?P<whole>[^、和及]{2,10})的"), "比重"
_SHARE_END = re.compile(r"(?:比重|比例|份额|占比)\Z")
_AVERAGES = frozenset(("人均", "户均", "亩均", "地均"))
_OF_AN_ECONOMY = re.compile(r"(?:生产总值|收入|投资|产值|增加值|税收|进出口额?|总额|利税|利润|吞吐量)\Z")
#: Verbs that a clause without a subject begins with.
_UNOWNED = re.compile(r"(?:全年|预计|累计|全年预计|上半年)?(?:完成|实现)")
_TO, _CONTRIBUTION, _SHARE, _SECTOR = "对", "贡献率", "占", "产"
_MEASURE_OF_PART = re.compile(r"(?P<part>.*(?:产业|业|经济|消费))(?:增加值|比重|销售收入|产值|占.*)")
_TO_THE_WHOLE = re.compile(r"对全[国省市区州]")
#: One of the three sectors of the economy, without or with what it adds.
INDUSTRY = re.compile(r"(?:第?[一二三]次?产业|[一二三]产)(?:增加值)?\Z")


def share_of_the_one_before(name: str, context: Context) -> str | None:
    """税收9.75亿元，占全区税收的58%: the share of what was named before."""
    other = _OTHER_WHOLE.fullmatch(context.own) if context.is_listed else None
    if other and (share := _SHARE_OF_A_WHOLE.match(context.last_name)):
        return share[0] + other["whole"] + _SHARE_WORD
    if (
        not name.startswith(("占", "相当于"))
        or len(name) < 2
        or context.last is None
        or not context.last.name
    ):
        return None
    whole = _SO_MUCH.sub("", name)
    whole = whole if _SHARE_END.search(whole) else f"{whole}比重"
    subject = subject_of(context.clause_before).partition(_TO)[0] if context.is_whole else ""
    return (subject if _ECONOMY.search(subject) else context.last.name) + whole


def share_of_an_economy(name: str, context: Context) -> str | None:
    """民营经济加快发展，增加值占生产总值的34%: whose amount has the share."""
    if _SHARE not in name or not _OWN_SHARE.match(name):
        return None
    part = _MEASURE_OF_PART.fullmatch(context.last.name) if context.last and not context.is_whole else None
    subject = (context.is_whole and subject_of(context.clause_before)) or (
        part["part"] if part else subject_of_sentence(context)
    )
    return subject + name if _ECONOMY.search(subject) else None


def rank_of_the_one_before(name: str, context: Context) -> str | None:
    """出口额增长17%，规模全国第5: what is ranked was named before."""
    is_size = context.quantity.rule == "rank" and name in _SIZES
    is_amount = MEASURE_END.search(context.last_name) and not _NO_SIZE.search(context.last_name)
    return context.last_name if is_size and is_amount else None


def rank_of_an_amount(name: str, context: Context) -> str | None:
    """总产量1500亿斤，占全国的11%，居全国第一: what is ranked is the amount, not its share."""
    last = context.last
    if name or context.quantity.rule != "rank" or last is None:
        return None
    amount = _SHARE_OF_A_COUNTRY.sub("", last.name)
    return amount if amount and amount != last.name else None


def average_of_the_one_before(name: str, context: Context) -> str | None:
    """地区生产总值超过4万亿元，人均1万美元."""
    last = context.last
    if name not in _AVERAGES or last is None or not last.name:
        return None
    thing = thing_of(last.name)
    return name + next((thing[len(word) :] for word in _AVERAGES if thing.startswith(word)), thing)


def measure_of_the_same_owner(name: str, context: Context) -> str | None:
    """规模以上工业增加值增长17%，实现利润1000亿元: whose profits these are."""
    last = context.last if name in OWNED else None
    owned = of_the_same_owner(name, last.name) if last else None
    if owned and not (context.clause_before and subject_of(context.clause_before)):
        return owned
    said = measure_said_of(context.clause_before) if name in OWNED and context.is_whole else ""
    return of_the_same_owner(name, said) if said else None


def contribution_of_a_part(name: str, context: Context) -> str | None:
    """第三产业比重提高4.8个百分点，对经济增长贡献率提高19个百分点: what contributes."""
    if not name.startswith(_TO) or not name.endswith(_CONTRIBUTION) or context.last is None:
        return None
    last = context.last.name
    part = _MEASURE_OF_PART.match(last)
    if part is None:
        return last + name if last and _TO_THE_WHOLE.match(name) else None
    return part["part"] + name


def added_value_of_an_industry(name: str, context: Context) -> str | None:
    """第二产业增长8%: what grows is its added value."""
    if _SECTOR not in name or not INDUSTRY.match(name) or name.endswith("增加值"):
        return None
    quantity = context.quantity
    is_share = quantity.unit.endswith("百分点") or measure_of(quantity, context.own)[0] == "share"
    return name + ("比重" if is_share else "增加值")


def amount_of_an_owner(name: str, context: Context) -> str | None:
    """开发区建设加快，完成生产总值780亿元: what a clause without a subject says is of that of the sentence."""
    is_of_one = _OF_AN_ECONOMY.search(name) and _UNOWNED.match(context.clause)
    if not is_of_one or len(clauses_of(context.lead)) != 2:
        return None
    owner = OWNER.match(without_lead(context.lead.strip()))
    return owner[0] + name if owner and owner[0] not in name and not verbs_of(owner[0]) else None
