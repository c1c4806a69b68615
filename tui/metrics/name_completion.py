"""Complete names by what stands around them: the name before, the clause before, the subject of the sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.messages import metrics as messages
from tui.metrics.measures import measure_of
from tui.metrics.name_before import name_before
from tui.metrics.name_behind import TIME_UNITS
from tui.metrics.name_context import Context, clauses_of, is_money, same_kind, thing_of, verbs_of
from tui.metrics.name_growth import growth_of_the_one_before
from tui.metrics.name_listed_deeds import MEASURE_END, listed_deed
from tui.metrics.name_lists import MEASURE_WORDS, of_the_same_owner
from tui.metrics.name_subject import OWNER, subject_of, subject_of_sentence
from tui.metrics.name_words import (
    GENERIC,
    SCOPE,
    VERB_WORDS,
    is_verb_run,
    split_tail,
    without_lead,
)
from tui.metrics.units import COUNTED, RATES, base_quantity_power

#: A change that a clause without a number states of its subject.
_CHANGED = re.compile(
    r"(?:首次|历史性|连续|再|又|成功|稳步|持续|明显|显著|大幅|大幅度|进一步|不断|平稳|快速|迅速|较快|逐年|逐步|全面|一举|均|也|稳定|同步|实现|保持)*"
    r"(?:突破[^,，]{1,10}|[位稳]*[居列][^,，]{1,12}(?:强|列|第[一二三四五六七八九十\d]+位?|前[一二三四五六七八九十\d]+[位名]?)|跨[上入越过][^,，]{1,12}|迈[上入进][^,，]{1,12}|登上[^,，]{1,12}|翻番|提高|提升|增长|增加|上升|下降|降低|减少|扩大|改善|回升|回落|攀升|好转|增强|优化|稳中有[升进]|[^,，]{0,2}(?:新高|新低)|(?:超过|高于|快于|低于|优于|达到)[^,，]{2,10}(?:水平|增速|目标|幅度|增长|收入|计划)|平稳|领先|正增长|双增长)(?:了)?\Z"
)
#: 非公有制经济快速发展，占…: what a share of an economy may be that of.
_ECONOMY = re.compile(r"(?:经济|产业|业|集群|集团|园区|开发区|高新区)\Z")
_OWN_SHARE = re.compile(r"(?:增加值|总?产值|税收|收入|投资|出口|销售收入|营业收入)占(?!比)")
#: 总产量占全国比重, before a rank: what is ranked is the amount.
_SHARE_OF_A_COUNTRY = re.compile(r"占(?:全[国省市区州]|世界|全球)(?:总量)?的?(?:比重|比例)?\Z")
_TIME_NAME = re.compile(
    r"(?:(?:审批|办理|办结|开办|审查|验收|登记|通关|报建|许可|平均)*(?:时限|时间|周期|期限|耗时|用时))\Z"
)
_SHARE_END = re.compile(r"(?:比重|比例|份额)\Z")
_AVERAGES = frozenset(("人均", "户均", "亩均", "地均"))
_REFERS = re.compile(r"(?:占比|比重|比例|占)\Z")
_OF_AN_ECONOMY = re.compile(r"(?:生产总值|收入|投资|产值|增加值|税收|进出口额?|总额|利税|利润|吞吐量)\Z")
#: Verbs that a clause without a subject begins with.
_UNOWNED = re.compile(r"(?:全年|预计|累计|全年预计|上半年)?(?:完成|实现)")
#: Amounts of the thing named before: 棚户区改造…完成投资.
_AMOUNTS_TEXT = (
    "投资 总投资 总投资额 完成投资 实际投资 实际到位资金 建成面积 资金 到位资金 总里程 总长度 总额 总量 总数 产值 总产值 产量 面积 数量 总面积 占比 比重 比例 "
    "年销售额 年交易额 营业收入 利润 收入 合同额 签约额 合同资金 总规模 规模 增加值 单产 总产 总产量 投资额 销售收入 年产值 "
    "总资产 净资产 户数 人数 余额 播种面积 协议资金 覆盖率"
)
_AMOUNTS = frozenset(_AMOUNTS_TEXT.split())
#: Those of a project or an area.
_OF_A_THING_TEXT = (
    "投资 总投资 总投资额 完成投资 实际投资 实际到位资金 投资额 资金 总规模 规模 总面积 合同额 签约额 合同资金 协议资金 利润 营业收入 产值 "
    "总产值 销售收入 年产值"
)
_OF_A_THING = frozenset(_OF_A_THING_TEXT.split())
_TO, _CONTRIBUTION = "对", "贡献率"
_MEASURE_OF_PART = re.compile(r"(?P<part>.*(?:产业|业|经济|消费))(?:增加值|比重|销售收入|产值|占.*)")
_FOR = frozenset("为向给")
_LIST_MARK, _JOINTS = "、", frozenset("、和及与")
_LEVEL = re.compile(r"(?:国家|省部|自治区|自治州|省|市|县|区|州|地|乡|镇|村|校)级|城镇|农村|城区|县城|城市")
_SCOPE_AT = re.compile(SCOPE)
_LIMIT_IN_NAME = re.compile(
    r"[超过]?(?:[\d.]+)?[十百千万亿]*(?:元|美元|吨|亩)(?:及?以上|级)?|[十百千万亿]{1,3}级"
)
_INVESTMENT = ("投资", "总投资", "完成投资", "投资额")
#: Things that are invested in; where others are named, the headline of the topic may say it better.
_IS_BUILT = re.compile(
    r"^[^等、]*(?:项目|工程|改造|建设|更新|产业|工业|农业|业|区|园|路|桥|铁|站|房|基地|企业|集团|场|城|镇|网|厂)\Z"
)
_PERSONS = re.compile(
    r"(?:学生|[小中]学生|初中生|高中生|[大专本]科生|研究生|教师|职工|居民|老人|老年人|儿童|孤儿|人员|农民)\Z"
)
_STANDARD = re.compile(
    r"(?:生活|高龄|护理|营养|基本)?(?:补助|补贴|津贴|保障|救助|供养|资助|工资|养老金)(?:标准)?(?=[^,，;；。、]{0,4}[提达增调为])"
)
_RAISED = re.compile(
    r"(?P<standard>.{1,8}(?:标准|补贴|津贴|补助)).{0,4}(?:提高|增加|提升|调整|上调)(?:到|至|为)(?P<who>.{2,})"
)
#: What a thing does to persons, and what is counted of them.
_REACHES = frozenset(("惠及", "受益", "涉及"))
_REACHED = (("人次", "人次"), ("户", "户数"), ("人", "人数"), ("名", "人数"))
_SIGNED, _DONE, _MILEAGE = "签约", "完成", "里程"
_BEGUN = re.compile(r"(?:新?开工|竣工|完工|投产|签约|新签约?|落地|基本建成|建成)\Z")
INDUSTRY = re.compile(r"(?:第?[一二三]次?产业|[一二三]产)(?:增加值)?\Z")
#: 提出7项指标，其中收入增长6%: the number is no part of it.
COUNTS_POINTS = re.compile(r"(?:指标|任务|措施|政策|方面|目标|内容)\Z")
_BUILT = re.compile(r"(?:建设|计划|总)*投资额?\Z")
_NOMINAL = re.compile(
    r"(?:征收|收储|出让|供应|报批|流转|建设|改造|征迁|拆迁|整治|治理|攻坚|化解|安置|销售|取消|下放|承接|受理|办结)+\Z"
)
#: Verbs whose number is what it took, not how many of the things named before.
_MONEY_VERBS_TEXT = (
    "投入 投放 筹集 筹措 争取 争取到 安排 拨付 下达 支持 发放 补助 融资 授信 减免 帮助 惠及 解决 资助 组织"
)
_MONEY_VERBS = frozenset(_MONEY_VERBS_TEXT.split())


def _measure_of_the_clause_before(name: str, context: Context) -> str | None:
    """消费的比重，由63.5%上升: a clause before that only names a measure, or says how it changed."""
    clause = context.clause_before
    if name or not clause:
        return None
    changed = _CHANGED.search(clause)
    found = name_before(clause[: changed.start()] if changed and changed.start() else clause)
    if context.quantity.unit not in RATES:
        found = split_tail(found.removesuffix("增速"))[0]
    return found if MEASURE_END.search(found) and len(found) > 1 else None


def _share_of_the_one_before(name: str, context: Context) -> str | None:
    """税收9.75亿元，占全区税收的58%: the share of what was named before."""
    if (
        not name.startswith(("占", "相当于"))
        or len(name) < 2
        or context.last is None
        or not context.last.name
    ):
        return None
    whole = name if _SHARE_END.search(name) else f"{name}比重"
    subject = subject_of(context.clause_before).partition(_TO)[0] if context.is_whole else ""
    return (subject if _ECONOMY.search(subject) else context.last.name) + whole


def _share_of_an_economy(name: str, context: Context) -> str | None:
    """民营经济加快发展，增加值占生产总值的34%: whose amount has the share."""
    if not _OWN_SHARE.match(name):
        return None
    subject = (context.is_whole and subject_of(context.clause_before)) or subject_of_sentence(context)
    return subject + name if _ECONOMY.search(subject) else None


def _rank_of_an_amount(name: str, context: Context) -> str | None:
    """总产量1500亿斤，占全国的11%，居全国第一: what is ranked is the amount, not its share."""
    last = context.last
    if name or context.quantity.rule != "rank" or last is None:
        return None
    amount = _SHARE_OF_A_COUNTRY.sub("", last.name)
    return amount if amount and amount != last.name else None


def _time_of_the_one_before(name: str, context: Context) -> str | None:
    """政府项目审批时限压缩至84天，社会项目压缩至65天: the time of another thing."""
    last = context.last
    if not name or last is None or context.quantity.unit not in TIME_UNITS or _TIME_NAME.search(name):
        return None
    time = _TIME_NAME.search(last.name)
    is_like = (
        time is not None
        and last.quantity.unit == context.quantity.unit
        and name[-1] == last.name[time.start() - 1]
    )
    return name + time[0] if time and is_like else None


def _average_of_the_one_before(name: str, context: Context) -> str | None:
    """地区生产总值超过4万亿元，人均1万美元."""
    last = context.last
    return name + thing_of(last.name).removeprefix(name) if name in _AVERAGES and last and last.name else None


def _deed_of_the_one_before(name: str, context: Context) -> str | None:
    """新开工住房2900套，建成2900套: a verb alone takes the thing named before."""
    if not is_verb_run(name) or name in _MONEY_VERBS:
        return None
    last = context.last
    if last and last.quantity.unit in RATES:
        last = next((item for item in reversed(context.items) if item.quantity.unit not in RATES), last)
    if last and last.name and same_kind(last.quantity, context.quantity):
        thing = _BEGUN.sub("", _without_verb(thing_of(last.name)))
        thing = _NOMINAL.sub("", thing) or thing
        return _joined(name, thing) if len(thing) > 1 and not is_verb_run(thing) else None
    thing = _BUILT.sub("", last.name) if last and _BUILT.search(last.name) else subject_of_sentence(context)
    thing = _without_verb(_NOMINAL.sub("", thing))
    return _joined(name, thing) if len(thing) > 1 else None


def _deed_behind_a_thing(name: str, context: Context) -> str | None:
    """开工7个集聚区、推进3个: what is done to as many of the same."""
    last = context.last
    thing, mark, verb = name.rpartition(_LIST_MARK)
    if last is None or not mark or not is_verb_run(verb) or not last.name.endswith(thing) or len(thing) < 2:
        return None
    return _joined(verb, thing)


def _done_for(name: str, context: Context) -> str | None:
    """为29个省份保供煤炭35亿吨: for whom it was done stands behind the number before."""
    last = context.last
    if last is None or len(context.items) != 1 or context.lead[-1:] not in _FOR:
        return None
    rest = name.removeprefix(last.name) if last.name and context.gap.startswith(last.name) else ""
    return rest if len(rest) > 3 and rest[0] not in _JOINTS else None


def _without_verb(name: str) -> str:
    verb = VERB_WORDS.at(name)
    return name[len(verb) :] if len(name) - len(verb) > 1 else name


def _joined(verb: str, thing: str) -> str:
    return thing if thing.startswith(verb) else verb + thing


def _amount_of_a_thing(name: str, context: Context) -> str | None:
    """重点项目199个，完成投资155亿元: an amount alone is that of the thing named before."""
    if name not in _AMOUNTS:
        return None
    last = context.last
    if name in _OF_A_THING and (
        last is None or base_quantity_power(last.quantity.unit)[1] not in COUNTED or context.is_whole
    ):
        thing = (context.is_whole and subject_of(context.clause_before)) or subject_of_sentence(context)
    else:
        is_time = last is not None and last.quantity.unit in TIME_UNITS
        thing = thing_of(last.name) if last and not is_time else subject_of_sentence(context)
    measure = next((word for word in MEASURE_WORDS if thing.endswith(word)), "")
    if measure and not _REFERS.search(name):
        thing = thing[: -len(measure)]
    if name.endswith(_MILEAGE):
        thing = thing.removesuffix(_MILEAGE)
    if name in _OF_A_THING:
        thing = _BEGUN.sub("", thing) or thing
    if name in _INVESTMENT and not _IS_BUILT.match(thing):
        headline = subject_of(context.heading)
        thing = headline if _IS_BUILT.match(headline) and name not in headline else thing
    if (
        len(thing) < 2
        or name in thing
        or thing in GENERIC
        or COUNTS_POINTS.search(thing)
        or is_verb_run(thing)
    ):
        return None
    return thing + name.removeprefix(_SIGNED if _SIGNED in thing else _DONE)


def _measure_of_the_same_owner(name: str, context: Context) -> str | None:
    """规模以上工业增加值增长17%，实现利润1000亿元: whose profits these are."""
    last = context.last
    is_near = last is not None and (not context.clause_before or not subject_of(context.clause_before))
    return of_the_same_owner(name, last.name) if last and is_near else None


def _contribution(name: str, context: Context) -> str | None:
    """第三产业比重提高4.8个百分点，对经济增长贡献率提高19个百分点: what contributes."""
    if not name.startswith(_TO) or not name.endswith(_CONTRIBUTION) or context.last is None:
        return None
    last = context.last.name
    part = _MEASURE_OF_PART.match(last)
    return part["part"] + name if part else None


def _scope_of_the_one_before(name: str, context: Context) -> str | None:
    """国家级示范村1个、省级3个: a level alone takes the thing of the one before."""
    last = context.last
    if last is None or not _LEVEL.fullmatch(name):
        return None
    start = len(VERB_WORDS.at(last.name))
    scope = _SCOPE_AT.match(last.name, start)
    is_other = scope is not None and scope.end() < len(last.name) - 1
    return last.name[:start] + name + last.name[scope.end() :] if scope and is_other else None


def _reached_by_a_thing(name: str, context: Context) -> str | None:
    """改造老旧小区80个，惠及8.4万户: how many a thing reached."""
    counted = next((word for end, word in _REACHED if context.quantity.unit.endswith(end)), "")
    if name not in _REACHES or not counted:
        return None
    last = context.last
    thing = thing_of(last.name) if last else subject_of(context.clause_before)
    return (thing if len(thing) > 1 else "") + name + counted


def _limit_of_the_one_before(name: str, context: Context) -> str | None:
    """收入超百亿元的企业85家，超千亿元的5家: a limit alone takes the thing of the one before."""
    last = context.last
    if last is None or not last.name or not _LIMIT_IN_NAME.fullmatch(name) or is_money(last.quantity):
        return None
    limit = _LIMIT_IN_NAME.search(last.name)
    start = limit.start() if limit else len(verbs_of(last.name))
    return last.name[:start] + name + last.name[limit.end() if limit else start :]


def _industry(name: str, context: Context) -> str | None:
    """第二产业增长8%: what grows is its added value."""
    if not INDUSTRY.match(name) or name.endswith("增加值"):
        return None
    quantity = context.quantity
    is_share = quantity.unit.endswith("百分点") or measure_of(quantity, context.own)[0] == "share"
    return name + ("比重" if is_share else "增加值")


def _owned(name: str, context: Context) -> str | None:
    """开发区建设加快，完成生产总值780亿元: what a clause without a subject says is of that of the sentence."""
    clauses = clauses_of(context.lead)
    if not _OF_AN_ECONOMY.search(name) or len(clauses) != 2 or not _UNOWNED.match(context.clause):
        return None
    owner = OWNER.match(without_lead(context.lead.strip()))
    return owner[0] + name if owner and owner[0] not in name and not verbs_of(owner[0]) else None


def _standard(name: str, context: Context) -> str | None:
    """补助标准提高到小学生每年1000元、初中生1250元: money for each person is what the sentence speaks of."""
    if not is_money(context.quantity) or not _PERSONS.search(name):
        return None
    if raised := _RAISED.fullmatch(name):
        return raised["who"] + raised["standard"]
    standards = _STANDARD.findall(context.lead)
    return name + standards[-1] if standards and standards[-1] not in name else None


#: What completes a name, None where it does not: the first that does counts; where the name was found; an example, and
#: the name of its last quantity.
COMPLETION_RULES: tuple[tuple[Callable[[str, Context], str | None], str, str, str], ...] = (
    (
        _measure_of_the_clause_before,
        messages.NAME_BEFORE,
        "消费在国民收入中的比重，由1978年的63.5%上升。",
        "消费在国民收入中的比重",
    ),
    (
        _share_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "税收9亿元，占全区税收的58%。",
        "税收占全区税收比重",
    ),
    (
        _share_of_an_economy,
        messages.NAME_BEFORE,
        "加快服务业发展，增加值占生产总值的42%。",
        "服务业增加值占生产总值比重",
    ),
    (
        _rank_of_an_amount,
        messages.NAME_OF_THE_ONE_BEFORE,
        "总产量1500亿斤，占全国的11%，居全国第1位。",
        "总产量",
    ),
    (
        _time_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "政府项目审批时限压缩至84天，社会项目压缩至65天。",
        "社会项目审批时限",
    ),
    (_average_of_the_one_before, messages.NAME_OF_THE_ONE_BEFORE, "存款100亿元，人均2万元。", "人均存款"),
    (growth_of_the_one_before, messages.NAME_OF_THE_ONE_BEFORE, "旅游收入5亿元，增长8%。", "旅游收入"),
    (
        _reached_by_a_thing,
        messages.NAME_OF_THE_ONE_BEFORE,
        "改造老旧小区80个，惠及8.4万户。",
        "老旧小区惠及户数",
    ),
    (
        _deed_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "新开工保障性住房2900套，基本建成2100套。",
        "建成保障性住房",
    ),
    (
        _deed_behind_a_thing,
        messages.NAME_OF_THE_ONE_BEFORE,
        "开工建设7个集聚区、推进3个。",
        "推进集聚区",
    ),
    (_done_for, messages.NAME_BEFORE, "为1500户家庭发放货币补贴9000万元。", "发放货币补贴"),
    (
        _measure_of_the_same_owner,
        messages.NAME_OF_THE_ONE_BEFORE,
        "规模以上工业增加值增长17%，实现利润1000亿元。",
        "规模以上工业利润",
    ),
    (
        _contribution,
        messages.NAME_OF_THE_ONE_BEFORE,
        "第三产业比重提高4个百分点，对经济增长贡献率提高19个百分点。",
        "第三产业对经济增长贡献率",
    ),
    (
        _amount_of_a_thing,
        messages.NAME_OF_THE_ONE_BEFORE,
        "实施重点项目199个，完成投资155亿元。",
        "重点项目投资",
    ),
    (
        _scope_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "新增国家级示范村1个、省级3个。",
        "新增省级示范村",
    ),
    (
        _limit_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "超百亿元的企业达到85家，超千亿元的5家。",
        "超千亿元的企业",
    ),
    (
        _standard,
        messages.NAME_BEFORE,
        "生活补助标准提高到小学生每年1000元、初中生每年1250元。",
        "初中生生活补助标准",
    ),
    (_industry, messages.NAME_BEFORE, "第二产业增长8%。", "第二产业增加值"),
    (_owned, messages.NAME_BEFORE, "海港开发区建设加快，完成生产总值780亿元。", "海港开发区生产总值"),
    (listed_deed, messages.NAME_OF_THE_ONE_BEFORE, "拆除违建18万平方米、围挡4万平方米。", "拆除围挡"),
)


def completed(name: str, context: Context) -> tuple[str, str]:
    """Return a name completed by what stands around it, and where it was found; as it was, and empty, where nothing is."""
    for rule, reason, _, _ in COMPLETION_RULES:
        found = rule(name, context)
        if found is not None:
            return found, reason
    return name, ""
