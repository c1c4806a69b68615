"""Find the thing that an amount alone is of: 重点项目199个，完成投资155亿元。"""

from __future__ import annotations

import re

from tui.metrics.name_behind import TIME_UNITS
from tui.metrics.name_context import Context, Item, thing_of
from tui.metrics.name_deeds import BEGUN
from tui.metrics.name_growth import NEWLY
from tui.metrics.name_listed_deeds import MEASURE_END
from tui.metrics.name_lists import MEASURE_WORDS
from tui.metrics.name_subject import subject_of, subject_of_sentence
from tui.metrics.name_words import GENERIC, is_verb_run
from tui.metrics.units import COUNTED, RATES, base_quantity_power

_REFERS = re.compile(r"(?:占比|比重|比例|占)\Z")
#: Amounts of the thing named before: 棚户区改造…完成投资.
_AMOUNTS_TEXT = (
    "投资 总投资 总投资额 投资总额 总金额 完成投资 实际投资 实际到位资金 建成面积 资金 到位资金 总里程 总长度 总额 总量 总数 产值 总产值 产量 面积 数量 总面积 占比 比重 比例 "
    "主营业务收入 年销售额 销售额 成交总额 成交金额 销售金额 交易总额 年交易额 营收 累计营收 营业额 交易额 成交额 营业收入 利润 收入 合同额 签约额 合同资金 总规模 规模 增加值 单产 总产 总产量 投资额 销售收入 年产值 "
    "总资产 净资产 注册资本 投入 户数 人数 余额 播种面积 协议资金 覆盖率"
)
_AMOUNTS = frozenset(_AMOUNTS_TEXT.split())
#: Those of a project or an area.
_OF_A_THING_TEXT = (
    "投资 总投资 总投资额 投资总额 总金额 完成投资 实际投资 实际到位资金 投资额 资金 总规模 规模 总面积 合同额 签约额 合同资金 协议资金 利润 营业收入 产值 "
    "总产值 销售收入 年产值 交易额 成交额 投入"
)
_OF_A_THING = frozenset(_OF_A_THING_TEXT.split())
#: Rates of things that are built.
_RATES_OF_A_THING = frozenset(
    ("开工率", "竣工率", "主体竣工率", "完工率", "投产率", "入住率", "交付率", "普及率")
)
_INVESTMENT = ("投资", "总投资", "总投资额", "投资总额", "完成投资", "投资额")
#: Things that are invested in; where others are named, the headline of the topic may say it better.
_IS_BUILT = re.compile(
    r"^[^等、]*(?:项目|工程|改造|建设|更新|产业|工业|农业|业|区|园|路|桥|铁|站|房|基地|企业|集团|场|城|镇|网|厂)\Z"
)
#: 新注册市场主体13万户、总量80万户: what is new is no part of the total.
_TOTALS = frozenset(("总量", "总数"))
_COUNT, _JOINTS = "数", frozenset("和及与")
#: 私营企业从业人员59万人，实现增加值: what is produced is that of those they work for.
_THEIR_PEOPLE = re.compile(r"(?<=..)(?:新增|增加)?(?:从业|就业)人员\Z|(?<=..)(?:经济)?效益\Z")
_CARRIED_OUT = re.compile(r"\A(?:实施|推进)(?=.{0,8}(?:项目|工程)\Z)")
_IS_PROJECT = re.compile(r"(?:项目|工程)\Z")
_SIGNED, _DONE, _MILEAGE, _DEVELOPED = "签约", "完成", "里程", "发展"
_RATE, _ADDED_MILEAGE = "率", re.compile(r"新增(?:通车|运营|通航)?\Z")
#: 生态建设力度不断加大，投入是上个五年的2.7倍.
_INPUT, _EFFORT = "投入", re.compile(r"(?<=..)(?:条件|力度|水平|步伐|工作|事业)\Z")
_TURNOVER = frozenset(("营收", "累计营收", "营业额"))
#: 商品房交易面积330万平方米，交易额79亿元: what is traded.
_TRADES = frozenset(("交易额", "成交额", "销售额", "成交总额", "成交金额", "销售金额", "交易总额"))
#: Sizes that tell which things are meant: 总投资223亿元的重点工程, 投资亿元以上项目.
_OF_SIZE = re.compile(r"\A(?:总投资[^的以]*元的|(?:开复?工|新?签约)*投资(?=[超过]?[\d百千万亿]))")
_TRADED = re.compile(r".+(?=(?:网签|累计)?(?:交易|成交|销售)(?:面积|量|套数)?\Z)")
#: 城建投资增长33%，五年累计投资662亿元: the same over years.
_IN_ALL = re.compile(r"年(?:来|间)?(?:累计|共计?|合计|总共)?(?:完成|实现)?\Z")
#: 提出7项指标，其中收入增长6%: the number is no part of it.
COUNTS_POINTS = re.compile(r"(?:指标|任务|措施|政策|方面|目标|内容)\Z")


def amount_of_a_thing(name: str, context: Context) -> str | None:
    """重点项目199个，完成投资155亿元: an amount alone is that of the thing named before."""
    if name not in _AMOUNTS and name not in _RATES_OF_A_THING:
        return None
    last = _invested_in(context) if name in _INVESTMENT else context.last
    if last and last.name.endswith(name) and _IN_ALL.search(context.own.partition(name)[0]):
        return last.name
    if name in _RATES_OF_A_THING:
        counted = (item for item in reversed(context.items) if item.quantity.unit not in RATES)
        built = next((thing_of(item.name) for item in counted), "")
        built = BEGUN.sub("", built).removesuffix(name.removesuffix(_RATE))
        return built + name if len(built) > 1 and built[0] not in _JOINTS and not is_verb_run(built) else None
    if last and name in _TRADES and (trade := _TRADED.match(last.name)):
        return trade[0] + name
    if name in _OF_A_THING and (last is None or not _is_counted(last) or context.is_whole):
        thing = (
            (context.is_whole and subject_of(context.clause_before))
            or (last is not None and _thing_of_amount(last.name))
            or subject_of_sentence(context)
        )
    else:
        is_time = last is not None and last.quantity.unit in TIME_UNITS
        thing = thing_of(last.name) if last and not is_time else subject_of_sentence(context)
    if thing in GENERIC and last and thing != last.name:
        thing = last.name
    thing = _OF_SIZE.sub("", thing)
    carried_out = _CARRIED_OUT.sub("", thing)
    thing = _THEIR_PEOPLE.sub("", thing if carried_out in GENERIC else carried_out)
    if name in _TOTALS:
        thing = NEWLY.sub("", thing).removesuffix(_COUNT)
    if name == _INPUT:
        thing = "" if MEASURE_END.search(thing) else _EFFORT.sub("", thing)
    measure = next((word for word in MEASURE_WORDS if thing.endswith(word)), "")
    if measure and not _REFERS.search(name):
        thing = thing[: -len(measure)]
    if name in _TURNOVER and MEASURE_END.search(thing):
        return None
    if name.endswith(_MILEAGE):
        thing = _ADDED_MILEAGE.sub("", thing.removesuffix(_MILEAGE))
    if name in _OF_A_THING:
        thing = BEGUN.sub("", thing) or thing
    if name in _INVESTMENT and not _IS_BUILT.match(thing):
        headline = subject_of(context.heading)
        thing = headline if _IS_BUILT.match(headline) and name not in headline else thing
    if (
        len(thing) < 2
        or (name in thing and not _IS_PROJECT.search(thing))
        or thing in GENERIC
        or COUNTS_POINTS.search(thing)
        or is_verb_run(thing)
    ):
        return None
    thing = thing.removeprefix(_DEVELOPED).removesuffix(_DEVELOPED)
    return thing + name.removeprefix(_SIGNED if _SIGNED in thing else _DONE)


def _invested_in(context: Context) -> Item | None:
    """Return the number before; where it is a rate, what was counted before it: 项目40个，占全省的40%，总投资362亿元."""
    if context.last is None or context.last.quantity.unit not in RATES:
        return context.last
    counted = (item for item in reversed(context.items) if item.quantity.unit not in RATES)
    first = next(counted, None)
    return first if first and _is_counted(first) else context.last


def _is_counted(item: Item) -> bool:
    return base_quantity_power(item.quantity.unit)[1] in COUNTED


def _thing_of_amount(name: str) -> str:
    """Return of what an amount is that is named before: 重点项目总投资 is that of 重点项目."""
    amount = max((word for word in _OF_A_THING if name.endswith(word)), key=len, default="")
    thing = name[: len(name) - len(amount)]
    return thing if amount and _IS_PROJECT.search(thing) else ""
