"""Tell numbers that only say which thing is meant: sizes and limits (50亿元以上项目), what a plant produces."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.messages import metrics as messages
from tui.metrics.name_context import is_money
from tui.metrics.quantity import Quantity
from tui.metrics.tense import Tense
from tui.metrics.units import COUNTED, RATES, base_quantity_power

_THING = "项目|工程|企业(?!债)|园区|开发区|机组|电站|锅炉|装置|产业|码头|航道|泊位|基地|平台|综合体|生产线|广场|大桥|公路|集群|(?<![农乡山])村|大队|露天矿|医院|学校|仓库|楼宇"
_SIZE_BEFORE = re.compile(
    r"(?:总?投资额?|总需求|总规模|总面积|占地|装机|容量|跨度|全长|总长|时速)(?:约|近|超过?|达到?)*$"
)
_CAPACITY_BEFORE = re.compile(r"(?:年产|日产|日处理|年处理|年加工)(?:约|近|超过?|达到?)*$")
_SIZE_AFTER = re.compile(
    rf"(?:以上|左右)?的(?![,，;；。、])|\d+[余多]?[个项家座条][^,，;；。、\d的]{{0,12}}(?:{_THING})|(?!(?:完成|实施|建设|新建|改造|建成|启动)了)[^,，;；。、\d的]{{0,10}}(?:{_THING})"
)
_MADE_BEFORE = re.compile(r"完成|落实|实现|达到?|下达|拨付|到位|安排|筹措|争取|投入")
_LIMIT_AFTER = re.compile(
    rf"(?:及以上|以上|以下|级)(?:的)?(?:(?!不低于|不少于)[^,，;；。、\d]){{0,12}}?(?:{_THING}|示范片|集体|场所|燃煤)|以下的?[^,，;；。、\d]{{0,8}}家庭"
)
_OVER_AFTER = re.compile(rf"(?:或\d+亿?[美欧]?元)?[^,，;；。、\d]{{0,8}}(?:{_THING})[^,，;；。、\d]{{0,4}}\d")
_OVER_BEFORE = re.compile(r"(?:超|超过|突破|过|达)$")
_PARK_AFTER = re.compile("以上的?[^,，;；。、\\d]{0,4}公园(?!绿)")
_COUNT_AFTER = re.compile(r"的?\d{1,4}[余多]?[个家户](?!月|百分点)")
_TIMES_BEFORE, _UNIT_AFTER = (
    re.compile(r"\d[×xX*]$"),
    re.compile(r"[^,，;；。、\d]{0,8}(?:机组|电厂|锅炉|装置|项目|工程)"),
)
_OF_A_COUNTRY, _OF = "亿人", "的"
_OPENING, _CLOSING = ("(", "（"), re.compile(r"以[上下][)）]")
#: 我省作为总量超过5万亿元的经济大省: what one is.
_AS_BEFORE, _AS_AFTER = (
    re.compile("作为[^,，;；。\\d]{0,12}\\Z"),
    re.compile("(?:以上)?的[^,，;；。、\\d]{0,8}[省市区县州国](?![的级])"),
)
_UNDER_BEFORE = re.compile(r"(?:低于|不足|小于|不到)$")
#: 实现80%以上的乡镇和行政村达到标准: how many of the things, not which.
_SHARED_BEFORE = re.compile(r"(?:^|实现|力争|争取|确保|保证|使|让|推动|促进|带动|引导)\Z")
_SHARED_AFTER = re.compile(
    r"(?:以上|左右)?的[^,，;；。、\d]{2,20}(?:达到?|实现|完成|开展|通|建成|用上|进入|享有|覆盖)"
)
_COUNTED_THING_AFTER = re.compile(r"的[^,，;；。、\d]{1,12}\d+[余多]?[个家座户处条人名]")
_OVER_THING_AFTER = re.compile(rf"的[^,，;；。、\d]{{0,10}}(?:{_THING})")
_BARE_AFTER = re.compile(rf"(?:{_THING})")
#: 布局沿江100亿元重大项目; but 发放200亿元重点企业贷款.
_IMPORTANT_AFTER = re.compile(
    r"(?:重大|重点|特大|龙头|骨干|旗舰|标志性|领军)(?:产业|工业)?(?:项目|企业)(?!投资|储备|资金|贷款|授信|债|融资|补|奖|建设资金)"
)
_IN_ALL_BEFORE = re.compile(rf"{_MADE_BEFORE.pattern}|签约|投资|储备|谋划|包装|共|总")
#: 1万家企业 are so many; 30万台发动机项目 can make so many.
_COUNTED_IN_MYRIADS = frozenset("个家户名位项所条处座")
#: 中信科移动等23个50亿元以上，华工正源等300个亿元以上工业项目: which things are counted.
_COUNTED_BEFORE = re.compile(r"[\d一二两三四五六七八九十百][余多]?[个家项]\Z")
_OR_MORE = re.compile("及?以[上下]|级")
#: 实施100个过亿元重点技改项目.
_COUNTED_OVER_BEFORE = re.compile(r"[\d一二两三四五六七八九十百][余多]?[个家项](?:超过?|过|突破)\Z")
_NEXT_COUNTED_OVER = re.compile(r"[、和]\d+[余多]?[个家项](?:超过?|过|突破)")
_THING_NEXT = re.compile(rf"[^,，;；。、\d]{{0,10}}(?:{_THING})")
#: 新增2户产值超5亿元龙头企业: of what size they are.
_COUNTED_OF_SIZE_BEFORE = re.compile(
    r"[\d一二两三四五六七八九十百][余多]?[个家项户](?:年?产值|总?投资额?|年?(?:主营业务|营业|销售)收入|营收|税收|产能|规模)(?:超过?|过|突破|达到?)?\Z"
)
#: 2000个以上村集体经济收入超过10万元: which villages are counted.
_COUNTED_VILLAGES_BEFORE = re.compile(
    r"\d[余多]?个(?:以上|左右)?的?(?:行政)?村[^,，;；。\d]{0,12}(?:超过|达到?|突破|过)\Z"
)
#: 10万吨负极材料二期项目投产: what a plant can produce.
_WEIGHED = re.compile("(?:吨|千瓦|兆瓦|万[台辆套只支])\\Z")
_OF_A_MACHINE = re.compile(r"(?:直驱|级|[^,，;；。、\d的]{0,4}海上)[^,，;；。、\d的]{0,6}(?:机组|风机)")
#: 280万吨催化裂化装置: what one of them can do.
_OF_AN_INSTALLATION = re.compile(r"[^,，;；。、\d的]{1,12}(?:装置|生产线)")
_SHUT_BEFORE = re.compile("(?:关停|淘汰|关闭|拆除|压减)了?\\Z")
#: 在甲、乙等8个领域实施10项: where it is done; 对甲、乙2个产业，拓展应用.
_WHERE_BEFORE = re.compile("(?:^|[,，;；。])(?:在|对于?)[^,，;；。]{2,60}\\Z")
_THINGS, _FIELDS_AFTER = "个", re.compile("(?:重点)?(?:产业|领域|行业|环节)(?!集群|链|园)")
_TOLD_BEFORE = re.compile("(?:关停|淘汰|关闭|新增|投产|建成|并网|完成|拆除)了?\\Z")
_OF_A_PLANT = re.compile(
    r"[^,，;；。、\d的]{2,14}(?:[和及与]\d+万?吨[^,，;；。、\d]{2,14})?项目(?:[一二三]期)?(?:全面|正式|顺利|全部|加快)*(?:投产|开工|建成|竣工|投用|试生产|落地|签约)"
)


class BackgroundRule(NamedTuple):
    """How the text around a size or a limit says that it only tells which thing is meant.

    Attributes:
        before: What stands before it in its clause; None if it does not matter.
        after: What follows it.
        unless: What must not stand before it; None if it does not matter.
        not_units: Units of which it is not said.
        example: A sentence whose first quantity the rule is about.
    """

    before: re.Pattern[str] | None
    after: re.Pattern[str]
    unless: re.Pattern[str] | None
    not_units: tuple[str, ...]
    example: str


BACKGROUND_RULES = (
    BackgroundRule(None, _LIMIT_AFTER, None, (), "引进10亿元以上项目24个。"),
    BackgroundRule(_OVER_BEFORE, _OVER_AFTER, None, (), "引进超10亿元的高端项目24个。"),
    BackgroundRule(_OVER_BEFORE, _OVER_THING_AFTER, None, (), "扶持过100亿元的农业园区。"),
    BackgroundRule(_AS_BEFORE, _AS_AFTER, None, (), "我省作为总量超过5万亿元的经济大省,要抢占先机。"),
    BackgroundRule(_UNDER_BEFORE, _COUNTED_THING_AFTER, None, (), "关闭产能低于9万吨的煤矿179个。"),
    BackgroundRule(None, _PARK_AFTER, None, ("%", "％"), "500平方米以上公园1324处。"),
    BackgroundRule(_OVER_BEFORE, _COUNT_AFTER, None, (), "引进超50亿元15个。"),
    BackgroundRule(_TIMES_BEFORE, _UNIT_AFTER, None, (), "推进2×30万千瓦火电机组建设。"),
    BackgroundRule(_SIZE_BEFORE, _SIZE_AFTER, _MADE_BEFORE, (), "总投资92亿元的城市更新项目开工。"),
    BackgroundRule(_CAPACITY_BEFORE, _SIZE_AFTER, None, (), "建成年产80万吨乙烯项目。"),
    BackgroundRule(
        None, _IMPORTANT_AFTER, _IN_ALL_BEFORE, ("%", "倍", "万", "公里"), "布局沿江100亿元重大项目。"
    ),
    BackgroundRule(None, _BARE_AFTER, None, ("%", "倍", "万", "公里"), "120万吨项目建成投用。"),
)


class Statement(NamedTuple):
    """A quantity and what is said of it.

    Attributes:
        quantity: The number with its unit.
        before: Its clause up to it.
        after: What follows it, to the end of the sentence.
        tense: What the clause speaks of.
        sentence: The sentence up to the quantity.
    """

    quantity: Quantity
    before: str
    after: str
    tense: Tense = "past"
    sentence: str = ""


def background_rule(statement: Statement) -> BackgroundRule | None:
    """Return the rule by which a size or a limit only tells which thing is meant, None if there is none."""
    quantity, before, after = statement[:3]
    if quantity.unit in COUNTED or base_quantity_power(quantity.unit)[1] in _COUNTED_IN_MYRIADS:
        return None
    before = before.rstrip()
    if quantity.unit in RATES and _SHARED_BEFORE.search(before) and _SHARED_AFTER.match(after):
        return None
    for rule in BACKGROUND_RULES:
        if (
            rule.after.match(after)
            and (rule.before is None or rule.before.search(before))
            and not (rule.unless is not None and rule.unless.search(before))
            and quantity.unit not in rule.not_units
        ):
            return rule
    return None


def is_in_brackets(statement: Statement) -> bool:
    """Tell whether a limit in brackets says which things are meant: 自然村（20户以上）通畅率."""
    return statement.before.endswith(_OPENING) and _CLOSING.match(statement.after) is not None


def is_a_people(quantity: Quantity, after: str) -> bool:
    """Tell whether a number is that of a whole country, by what follows it: 把13亿人的饭碗端在手中."""
    return quantity.unit == _OF_A_COUNTRY and after.startswith(_OF)


def is_where_it_is_done(statement: Statement) -> bool:
    """Tell whether a number counts the fields in which, or the industries to which, something is to be done."""
    is_planned = statement.tense == "plan" and statement.quantity.unit == _THINGS
    return bool(
        is_planned and _FIELDS_AFTER.match(statement.after) and _WHERE_BEFORE.search(statement.before)
    )


def limits_what_is_counted(statement: Statement) -> str | None:
    """Return why a number only says which of the things counted are meant; None if it does not."""
    sentence, after = statement.sentence, statement.after
    is_plant = _OF_A_PLANT.match(after) or (
        _OF_AN_INSTALLATION.match(after) and not _SHUT_BEFORE.search(sentence)
    )
    is_plant = is_plant or (_OF_A_MACHINE.match(after) and not _TOLD_BEFORE.search(sentence))
    if _WEIGHED.search(statement.quantity.unit) and is_plant:
        return messages.IDENTIFIES_A_THING
    is_limit = is_money(statement.quantity) and (
        (_COUNTED_BEFORE.search(sentence) and _OR_MORE.match(after))
        or (
            _COUNTED_OVER_BEFORE.search(sentence)
            and (_THING_NEXT.match(after) or _NEXT_COUNTED_OVER.match(after))
        )
        or (_COUNTED_OF_SIZE_BEFORE.search(sentence) and _THING_NEXT.match(after))
        or _COUNTED_VILLAGES_BEFORE.search(sentence)
    )
    return messages.IDENTIFIES_A_THING if is_limit else None
