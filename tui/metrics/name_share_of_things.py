"""Name shares of things by what became of them: 70%以上的村通了自来水 is 村通自来水比例."""

from __future__ import annotations

import re

from tui.metrics.name_before import name_before
from tui.metrics.name_listed_deeds import MEASURE_END
from tui.metrics.name_tails import split_tail
from tui.metrics.name_words import without_lead
from tui.metrics.quantity import Quantity

#: Characters behind a share that may say of what it is.
_MAX_CHARACTERS = 60
_OR_SO = r"(?:及?以上|左右)?的?(?!及?以[上下内]|左右)"
_END = r"(?=[,，;；。、]|\Z)"
#: Things of which shares are told.
_THINGS = (
    r"(?:县（市、区）|县（区）|县（市）|县\(市、区\)|行政村（居）|企业|国企|村集体|村居|村组|村庄|村|乡镇|镇街|街镇|街道|镇|乡|县城|县区|县|社区|小区|农户|贫困户|用户|户|家庭|居民|农民工|农民|农牧民|群众|学校|中小学|小学|幼儿园|高校|医院|机构|"
    r"卫生院|卫生室|园区|站点|站|景区|市场|超市|项目|工程|事项|业务|产品|人口|人员|劳动力|职工|学生|教师|毕业生|老人|老年人|儿童|党员|单位|部门|河道|河涌|河流|水体|断面|耕地|农田|道路|"
    r"公路|干部|车辆|出租屋|农机|合作社|岗位)"
)
_THING = rf"(?P<thing>(?:[^,，;；。、\d的“”]{{2,10}}的)?[^,，;；。、\d的“”]{{0,12}}?{_THINGS}(?:[、和及与][^,，;；。、\d的“”]{{0,8}}?{_THINGS}){{0,3}})"
_ADVERBS = r"(?:[都均将要已也]|全部|必须|基本|能够|可以)*"
_DEED = r"达到|实现|建立|纳入|享受|参加|参与|用上|配备|安装|接入|完成|建成|成为|通过|取得|进入|用于|开展|获得"
_OTHER = r"[^,，;；。、\d的“”]{0,8}?"
_WHAT = r"(?!(?:数量|总量|总数|产值|利润|收入|税收|投资|债券|贷款|所得税|产品|资产)[,，;；。、])[^,，;；。、%％(（][^,，;；。、%％]{1,17}"
#: What is said of things; a name before the share says where they are only with the first.
_SAID = tuple(
    re.compile(pattern + _END)
    for pattern in (
        rf"{_OR_SO}{_THING}{_ADVERBS}(?P<what>(?:{_DEED}){_WHAT})",
        rf"{_OR_SO}(?P<thing>[^,，;；。、\d的“”]{{1,10}}?)(?:实现|达到|成为|建成|[有设建])?(?P<how>“[^“”]{{3,12}}”)",
        rf"{_OR_SO}(?P<thing>[^,，;；。、\d的“”]{{1,10}}?){_ADVERBS}(?P<what>(?:{_DEED}|投向|投入)了?[^,，;；。、\d了]{{2,14}})",
        rf"{_OR_SO}{_THING}{_ADVERBS}(?P<what>{_WHAT})",
        rf"{_OR_SO}{_THING}(?:[、和及与]\d+(?:\.\d+)?[%％]{_OR_SO}{_OTHER}{_THINGS}){{1,3}}{_ADVERBS}(?P<what>{_WHAT})",
        rf"{_OR_SO}{_THING}(?:[、和及与]\d+(?:\.\d+)?[%％]{_OR_SO}{_OTHER}){{1,3}}{_ADVERBS}(?P<what>(?:{_DEED}){_WHAT})",
    )
)
#: 企业有新产品、新市场: the end of what is said.
_REST = re.compile(r"、[^,，;；。、\d]{1,8}(?=[,，;；。]|\Z)")
_MAX_NAME_CHARACTERS = 32
#: 投产项目80%以上达产达效: the things stand before their share.
_THINGS_BEFORE = re.compile(rf"{_THINGS}(?:近|约|超过?)?\Z")
_SAID_OF_THEM = re.compile(
    rf"(?:及?以上|左右)?(?!的|及?以[上下内]|左右|[增下提减上回]|再|比|同比){_ADVERBS}(?P<what>[^,，;；。、\d%％]{{2,14}}){_END}"
)
#: 文化服务中心覆盖58%的行政村: of what things so many are reached.
_COVERS = re.compile(r"(?P<verb>覆盖|贡献)[了到]?(?:全[国省市区州县]|我[省市区州县])?(?:约|近|超过?)?\Z")
_COVERED = re.compile(rf"{_OR_SO}(?P<thing>[^,，;；。、\d的]{{2,12}}?)(?=[,，;；。、的])")
#: 99%以上行政村垃圾、70%以上行政村污水: what stands between two shares is the name of the first.
_LISTED_SHARE = re.compile(
    rf"\A(?:以上[^,，;；。、]{{2,16}}|(?:以上)?的?[^,，;；。、的]{{0,8}}?{_THINGS})[、和及与]\Z"
)
_DONE, _SHARE_WORD = re.compile(r"(?<=[\u4e00-\u9fff])了(?=[\u4e00-\u9fff“])"), "比例"
#: 在60%的医院实施某制度: where something is done, not what became of them.
_WHERE = "在"
_THERE_IS = re.compile(r"[有使让]\Z")
_MARKS = " 、，,；;：:"
#: 集中75%的财力: what is taken stands behind its share.
_TAKES = re.compile("(?:继续|坚持|保持|始终|将)*(?:集中|拿出)?")
_WHOLE_PLACE = re.compile(r"\A(?:带动|带领|使|有|推动|引导|吸引)?(?:全|我)[国省市区县州](?:近|约|超)?\Z")


def covered_share(text: str, quantity: Quantity, before: str) -> str:
    """Return the name of a share of things that something covers; empty where it is none."""
    covers = _COVERS.search(before)
    covered = _COVERED.match(text, quantity.end, quantity.end + _MAX_CHARACTERS) if covers else None
    if covers is None or covered is None:
        return ""
    return name_before(before[: covers.end("verb")]) + covered["thing"] + _SHARE_WORD


def says_something(before: str) -> bool:
    """Tell whether a clause names something before a number, or says how that changed."""
    rest = without_lead(split_tail(before)[0])
    return bool(rest.strip(_MARKS)) and not (_WHOLE_PLACE.match(rest) or _TAKES.fullmatch(rest))


def is_free(before: str) -> bool:
    """Tell whether a clause leaves it to what stands behind a share to say of what it is."""
    return bool(_LISTED_SHARE.search(before)) or not says_something(before)


def share_of_things(text: str, quantity: Quantity, before: str) -> str:
    """Return the name of a share by what became of things; empty where that is not said.

    Args:
        text: The report's text.
        quantity: The share.
        before: Its clause up to it.
    """
    if before.endswith(_WHERE):
        return ""
    behind = text[quantity.end : quantity.end + _MAX_CHARACTERS].partition("\n")[0]
    free = is_free(before)
    where = "" if free else name_before(before)
    if where and _THINGS_BEFORE.search(before):
        said = _SAID_OF_THEM.match(behind)
        return where + _DONE.sub("", said["what"]) + _SHARE_WORD if said else ""
    if where and MEASURE_END.search(where):
        return ""
    patterns = _SAID if free or _THERE_IS.search(before) else _SAID[:1]
    said = next((match for pattern in patterns if (match := pattern.match(behind))), None)
    name = where + _name_of(said, behind) if said else ""
    return name if len(name) <= _MAX_NAME_CHARACTERS else ""


def _name_of(said: re.Match[str], behind: str) -> str:
    parts = said.groupdict()
    if how := parts.get("how"):
        return how + said["thing"] + _SHARE_WORD
    rest = _REST.match(behind, said.end())
    return said["thing"] + _DONE.sub("", said["what"]) + (rest[0] if rest else "") + _SHARE_WORD
