"""Tell what makes a linked target and actual not comparable."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from tui.links.contexts import MetricContext
from tui.links.doubts import is_to_come, may_be_total
from tui.links.works import works_in, works_of
from tui.messages import promises as messages
from tui.metrics.amounts import amounts
from tui.metrics.remarks import WITHOUT
from tui.metrics.units import RATES

#: A part of a place, and the whole.
_CENTRE = re.compile(r"(?:市|县|中心|主|老)城?区(?!域|别|级|县|划)|市区|城区|建成区|中心区")
_WHOLE = re.compile(r"全[省市区县州盟旗]")
#: What separates the members of a list.
_LISTED = re.compile("[、，,；;和与及]")
#: Of which level something is, and what is behind a number of all of them.
_LEVEL, _AMONG_THEM = re.compile("(?:国家|省|市|县|区)级"), re.compile("[，,]其中")
#: 5个车站正进行装修, 5条道路整治全面展开: what is counted is not done.
_GOING_ON = re.compile(
    r"[^\d,，;；。]{0,14}(?:正在?(?:有序|加紧|抓紧|全力)?(?:进行|施工|建设|实施|安装|推进)"
    r"|(?:全面|陆续|相继|有序|加快|扎实)(?:展开|铺开|推进|启动|开工|建设|实施)|进展顺利)"
)
#: 累计引进名校20所，引进名师206名: a list of totals, where the verb is the same.
_TOTALS = re.compile(r"累计(?P<verb>[\u4e00-\u9fff]{2})")
#: 利用外资70亿美元、年均增长7% is a sum of years; 达到70亿美元 is the last one's.
_YEARLY, _REACHED = re.compile("[、，,]?年均"), re.compile("[达到由从破超过]")
#: 2013年，投资4400亿元，年均增长24%; and what is so many times that of a year: 4400亿元，年均增长24%，是2008年的2.9倍.
_IN_A_YEAR = re.compile(r"(?:19|20)\d\d年(?!以?来)(?!.*(?:五年|累计|年来))")
_TIMES_A_YEAR = re.compile(r"[^。；;]{0,16}是(?:19|20)\d\d年的")
_BEGUN, _FINISHED = "begun", "finished"
_DONE = re.compile("完成|建成|竣工|完工")
#: Sizes, and levels of government, that a name says its things are of: 中小型水库, 省市重点项目.
_SIZES, _OWNED_BY = re.compile("([大中小]{1,3})型"), re.compile("([国省市区县]{1,3})级?重[点大]")
#: Money that is agreed upon, and money that came.
_AGREED, _CAME = re.compile("总投资|签约|合同|协议"), re.compile("引进|利用|到位")
#: How many times a target new and old ones together are, at least, for the old or the new ones alone to be unknown.
_MANY_MORE = Decimal("1.5")
#: Growth told on another basis: of the same things, or without something that is no change of prices.
_ON_BASIS = re.compile(rf"(?:新|老|旧|原|传统|同|可比)口径|{WITHOUT}(?:因素|影响)")
#: A number that is only said to be more: 30多万户, with the zeros it may hide.
_MORE = re.compile(r"(?P<digits>\d*?)(?P<zeros>0*)[多余]")


def _years_for_year(target: MetricContext, actual: MetricContext) -> str:
    is_sum = (
        actual.metric.measure == "level"
        and _YEARLY.match(actual.rest)
        and not (_REACHED.search(actual.before) or _is_of_named_year(actual))
    )
    return messages.SEVERAL_YEARS if (actual.is_of_years or is_sum) and not target.is_of_years else ""


def _is_of_named_year(actual: MetricContext) -> bool:
    named = _IN_A_YEAR.search(actual.paragraph_before)
    return named is not None or _TIMES_A_YEAR.match(actual.rest) is not None


def _only_begun(target: MetricContext, actual: MetricContext) -> str:
    finishes = _FINISHED in target.side.stages or _DONE.search(target.before)
    is_promised = finishes and _BEGUN not in target.side.stages
    is_begun = _BEGUN in actual.side.stages and _FINISHED not in actual.side.stages
    return messages.NOT_FINISHED if is_promised and is_begun else ""


def _fewer_begun(target: MetricContext, actual: MetricContext) -> str:
    """Return the reason where fewer were begun than are to be built, of which some may have been begun before."""
    is_begun = actual.side.stages == {_BEGUN} and not target.side.stages
    is_fewer = amounts(actual.metric)[1] < amounts(target.metric)[0]
    return messages.ONLY_BEGUN if is_begun and is_fewer and target.metric.unit not in RATES else ""


def _under_way(target: MetricContext, actual: MetricContext) -> str:
    is_begun = _BEGUN in target.side.stages
    return messages.UNDER_WAY if _GOING_ON.match(actual.rest) and not is_begun else ""


def _to_come(target: MetricContext, actual: MetricContext) -> str:
    return messages.TO_COME if is_to_come(target, actual) else ""


def _total_for_each(target: MetricContext, actual: MetricContext) -> str:
    return messages.TARGET_IS_OF_EACH if target.is_of_each and not actual.is_of_each else ""


def _total_for_increase(target: MetricContext, actual: MetricContext) -> str:
    is_total = actual.is_total or _is_in_list_of_totals(actual)
    return messages.TOTAL_NOT_INCREASE if target.is_added and is_total else ""


def _may_be_total(target: MetricContext, actual: MetricContext) -> str:
    return messages.MAY_BE_TOTAL if may_be_total(actual.side, target.side) else ""


def _is_in_list_of_totals(actual: MetricContext) -> bool:
    said = actual.sentence[: actual.metric.start - actual.piece[0]]
    totals = _TOTALS.search(said)
    return totals is not None and said.rfind(totals["verb"]) > totals.start("verb")


def _increase_for_total(target: MetricContext, actual: MetricContext) -> str:
    return messages.INCREASE_NOT_TOTAL if target.side.is_total and actual.side.is_added else ""


def _part_for_whole(target: MetricContext, actual: MetricContext) -> str:
    if target.metric.measure == "rank":
        return ""
    pairs = ((target, actual), (actual, target))
    differs = any(_is_of_centre(one) and _WHOLE.search(other.before) for one, other in pairs)
    return messages.OTHER_SCOPE if differs else ""


def _is_of_centre(context: MetricContext) -> bool:
    return _CENTRE.search(_LISTED.split(context.before)[-1]) is not None


def _whole_for_level(target: MetricContext, actual: MetricContext) -> str:
    """Return the reason where what is of one level is beside all there are: 市级安置房, after 安置房7万套，其中省级4万套."""
    level = _LEVEL.search(target.side.metric.indicator)
    is_named = level is not None and level[0] in actual.side.metric.indicator + actual.before
    return messages.OTHER_SCOPE if level and not is_named and _AMONG_THEM.match(actual.rest) else ""


def _other_sizes(target: MetricContext, actual: MetricContext) -> str:
    return _other_in_names(_SIZES, target, actual)


def _other_owners(target: MetricContext, actual: MetricContext) -> str:
    return _other_in_names(_OWNED_BY, target, actual)


def _other_in_names(kinds: re.Pattern[str], target: MetricContext, actual: MetricContext) -> str:
    one, other = ({*"".join(kinds.findall(each.side.metric.indicator))} for each in (target, actual))
    return messages.OTHER_SCOPE if one and other and one != other else ""


def _agreed_for_received(target: MetricContext, actual: MetricContext) -> str:
    one, other = (each.side.metric.indicator + each.before for each in (target, actual))
    is_money = target.side.is_money and _CAME.search(one)
    return (
        messages.AGREED_NOT_RECEIVED if is_money and not _AGREED.search(one) and _AGREED.search(other) else ""
    )


def _may_be_either(target: MetricContext, actual: MetricContext) -> str:
    """Return the reason where a number said to be more may be above the target or below it: 30多万户 for 33万户."""
    more = _MORE.search(actual.side.metric.quote)
    if more is None or target.side.base_unit != actual.side.base_unit:
        return ""
    (aim, _), (least, _) = amounts(target.metric), amounts(actual.metric)
    step = least / Decimal(more["digits"] or 1)
    return messages.ONLY_MORE if 0 < least < aim < least + step else ""


def _part_of_works(target: MetricContext, actual: MetricContext) -> str:
    """Return the reason where fewer were built, or made better, than are to be built and made better together."""
    works, done = works_of(target.side), works_of(actual.side)
    is_fewer = amounts(actual.metric)[1] < amounts(target.metric)[0]
    return messages.OTHER_WORKS if done and done < works and is_fewer else ""


def _part_with_others(target: MetricContext, actual: MetricContext) -> str:
    """Return the reason where many more were built and made better together than are to be built, or made better."""
    works, done = (works_in(context.before) for context in (target, actual))
    is_more = amounts(actual.metric)[0] >= _MANY_MORE * amounts(target.metric)[1]
    return messages.OTHER_WORKS_TOO if works and works < done and is_more else ""


def basis_note(target: MetricContext, actual: MetricContext) -> str:
    """Return on which basis growth is told, if the target is not on one: 剔除留抵退税因素可比增长16.4%; empty if on none."""
    if actual.metric.measure != "growth" or _ON_BASIS.search(target.before):
        return ""
    basis = _ON_BASIS.search(actual.side.clause_before)
    return messages.on_basis(basis[0]) if basis is not None else ""


Rule = Callable[[MetricContext, MetricContext], str]
#: What makes a target and an actual not comparable: what returns the reason, and an example of both.
DIFFERENCES: tuple[tuple[Rule, str, str], ...] = (
    (_years_for_year, "安排专项资金2亿元。", "两年安排专项资金6亿元。"),
    (_only_begun, "建成学校5所。", "开工建设学校5所。"),
    (_fewer_begun, "建设地铁项目15个。", "开工建设地铁项目9个。"),
    (_under_way, "完成安置小区5个。", "安置小区5个正在建设。"),
    (_to_come, "搬迁群众8万人。", "搬迁群众3万人即将喜迁新居。"),
    (_total_for_each, "每个县区新建学校2所。", "新建学校20所。"),
    (_total_for_each, "各开发区和新城区至少引进项目1个。", "引进项目10个。"),
    (_years_for_year, "利用外资15亿美元。", "利用外资70亿美元、年均增长7%。"),
    (_under_way, "完成道路整治23条。", "道路整治62条全面展开。"),
    (_total_for_increase, "引进教师50名。", "累计引进学校20所，引进教师206名。"),
    (_total_for_increase, "新增高新技术企业20家。", "高新技术企业总数达到40家。"),
    (_may_be_total, "新引进创投机构60家。", "各类创投机构330家。"),
    (_increase_for_total, "高新技术企业总数达到40家。", "新增高新技术企业20家。"),
    (_part_for_whole, "市区新建停车位3000个。", "全市新建停车位5000个。"),
    (_whole_for_level, "开工市级安置房2万套。", "安置房开工7万套，其中多数为省级。"),
    (_other_sizes, "新建中小型水库8座。", "新建小型水库7座。"),
    (_other_owners, "推进市重点项目300个。", "推进省市重点项目345个。"),
    (_agreed_for_received, "引进内资200亿元。", "引进内资项目总投资308亿元。"),
    (_part_of_works, "新建、改造公园90个。", "新建公园64个。"),
    (_part_with_others, "新建60家、提档升级40家社区养老院。", "新建改建社区养老院104家。"),
    (_may_be_either, "惠及群众33万户。", "惠及群众30多万户。"),
)
