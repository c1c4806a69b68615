"""Divide a name that stands for several numbers: 城乡居民收入分别增长7%、8%."""

from __future__ import annotations

import re

from tui.metrics.name_shares import as_share
from tui.metrics.name_words import VERB_WORDS, VERBS

#: 住宿、餐饮业销售额（营业额）: the same in other words.
_OTHER_WORD = re.compile(r"(?<=[额量值入])[（(][^（）()\d]{2,5}[额量值入][)）]\Z")
_AND = re.compile(r"、|以及|(?<![总饱])和(?![谐睦])|(?<![普以涉惠危波顾遍])及(?![格时])|(?<![参给])与")
#: “保交楼”“保交房”.
_QUOTED = re.compile(r"“[^“”]+”")
_ONLY_QUOTED = re.compile(r"(?:“[^“”]+”){2,}")
#: Words of which one may stand for the other, longer ones first.
_SIBLINGS = (
    ("城镇常住居民", "农村常住居民", "城镇居民", "农村居民", "城市居民", "农牧民", "农民"),
    ("城镇", "农村牧区", "农牧区", "农村", "城市", "乡村", "县城"),
    ("国家级", "自治区级", "省级", "市级", "县级", "区级", "乡级", "村级"),
    ("国家", "自治区", "省", "市", "县", "区", "乡", "镇", "村"),
    ("一级", "二级", "三级"),
    ("第一", "第二", "第三"),
    ("一", "二", "三"),
    ("一产", "二产", "三产"),
    ("存", "贷"),
    ("进口", "出口"),
    ("进", "出"),
    ("内", "外"),
    ("男性", "女性"),
    ("博士", "硕士"),
    ("供", "排"),
    ("水", "电", "气", "热"),
    ("小学", "初中", "高中"),
)
#: What is measured, at the end of a name: 粮食面积、产量 are 粮食面积 and 粮食产量.
_MEASURE_WORDS_TEXT = (
    "总产值 总收入 资产总值 资产总额 总资产 播种面积 播面 种植面积 销售面积 销售额 面积 总产量 产量 产值 总产 单产 总量 增速 增幅 数量 总数 规模 总额 "
    "余额 人数 户数 件数 收入 支出 人次 浓度 占比 比重 投资额"
)
MEASURE_WORDS = tuple(_MEASURE_WORDS_TEXT.split())
_MEASURE_TAIL = re.compile(
    r"(?:(?:有效|无害化|综合|集中|资源化)*(?:治理|处理|收集|利用|供应|处置)(?:覆盖)?率|(?:综合|集中|年)?(?:处理|处置|收集|转运|治理|供应|保障|储备|接待|通过)+能力|价格|(?:财政补助|起付|最低工资|补助|补贴|供养|筹资|收费|缴费)?标准|(?:贷款|授信|补助)额度|(?:年度|最高)*支付限额|(?:“[^“”]{2,8}”)(?:产品)?(?:出口|进口)|(?:类|产业集群|产业|行业|(?<![失企就])业)?(?:商品)?(?:(?:出口|进口|增加值|销售收入|产值|投资|消费)?(?:占比|比重|比例|增速|增幅)|(?:年)?产能|生产能力|(?:居民|商品)?消费|主营业务收入|排放|进出口(?:总额|总值|额)?|出口|进口|(?:专利)?授权量|申请量|[毛净]?入[学园]率|参[保合]率|(?:抽检)?合格率|(?:安全)?利用率|(?:住院)?(?:费用)?报销比例|(?:通车|运营|通航|营业)里程|(?:货物|旅客|集装箱)吞吐量|业务[量额]|满意[率度]|零售额|销售额|销售收入|营业收入|营业额|总产值|产值|增加值|出口额|进口额|进出口总额|总产量|产量|饲养量|存栏量|出栏量|平均浓度|浓度|余额|(?:建设)?投资|业务总量|交易额|进出口额|保有量|种植面积|销售面积|参保人数|排放量|排放强度|排放总量|覆盖率|普及率|"
    r"利用率|处理率|入学率|满意率|满意度))\Z"
)
#: 县城和重点镇的公共供水普及率.
_OF_ALL = re.compile(r"(?<=[市县区镇乡村城])的[^的]{2,10}(?:率|比例|比重|面积|标准)\Z")
_MEASURE_END = re.compile(
    r"(?:(?<!需氧)[率额量数值度]|[占比]比|比重|比例|[内外]资|标准|养老金|工资|收入|支出|面积|投资|[率额量数值度]增速|利润|税收|就业|人次|消费|进口|出口|利税|效益|[能水电]耗)\Z"
)
#: 单位地区生产总值能耗、水耗: by what each is divided.
_PER_OUTPUT = re.compile(r"\A(?:单位|每?万元)[^、]{0,6}?(?:生产总值|GDP|增加值|产值)")
_USED_UP = re.compile(r"(?:[能水电]耗|用水量|(?:二氧化)?碳排放(?:强度)?)\Z")
#: 生物制药等新兴行业: of what sort the members are.
_SORT = re.compile(r"(?<![高中初优平均对同上下劣])等[^、的]{2,10}\Z")
#: What may be measured of some members only, after others with their own measure.
_OF_STOCK = re.compile(r"饲养量|[存出]栏量|总?产量|种植面积")
_INDUSTRY_AT = re.compile(r"\A(?:产业|行业|业)")
_INDUSTRY = re.compile(r"^([一二三])(?=产业)")
#: 接待游客、实现旅游收入分别增长: a verb of one member that says no more than that it came about.
_CAME_ABOUT = re.compile(r"\A(?:实现|完成)(?=.{2}[^率])")
_PERSONS_INSURED = re.compile("参[保合]人数\\Z")
_TRADE, _ALL_INDUSTRIES, _INDUSTRIES = "业", "三次产业", ("第一产业", "第二产业", "第三产业")
_EACH_INDUSTRY = re.compile("第?一、第?二、第?三次?产业")
#: 养老、医疗和失业保险分别扩面: what all are, and what is measured or done.
_INSURED = re.compile(r"(?:养老|医疗|失业|工伤|生育)\Z")
_INSURANCE = re.compile(r"(?:养老|医疗|失业|工伤|生育)(?P<tail>保险.*)")
_RESPECTIVELY = "分别"
#: Words for two things.
_TWO_IN_ONE = (
    ("一二三产业", _INDUSTRIES),
    ("一、二三产业", _INDUSTRIES),
    ("一二三次产业", _INDUSTRIES),
    ("一二三产", _INDUSTRIES),
    ("城乡", ("城镇", "农村")),
    ("内外资", ("内资", "外资")),
    ("存贷款", ("存款", "贷款")),
    ("存贷余", ("存款余", "贷款余")),
)
_SHARES = re.compile(r"(?P<names>[^占]+[、和及与][^占]+?)(?:分别)?(?P<share>占(?!比)[^、和]+)")
#: 北京市和中央单位分别投入资金: what both do.
_RESPECTIVE_DEED = re.compile(
    r"(?P<names>[^,，]+?(?:[、和及与]|”(?=“))[^,，]+?)分别(?P<deed>[^,，、和及与]{2,})"
)
#: 城建集团、金控集团在全国500强排名分别上升41位、25位: among whom all are ranked.
_RANKED = re.compile(r"(?P<names>[^在]+[、和及与][^在]+?)(?P<rank>在[^、和及与]+(?:排名|位次))")
#: 产业集聚区对工业增长、投资拉动的贡献率: to what, and the rate at the end.
_RATE_OF = re.compile(
    r"(?P<head>[^、]{2,}?对)(?P<list>[^对]+[、和及与][^对]+?)(?P<tail>的?(?:贡献率|依存度|拉动率|满意度))"
)
#: 民营经济占生产总值、税收的比重: shares of several wholes.
_SHARE_OF = re.compile(
    r"(?P<head>[^、和及与占]{2,}占)(?P<list>[^占]+[、和及与][^占]+?)的?(?P<tail>比重|比例|份额)"
)
#: 人均收入仅为全省、全国平均水平: with what it is compared.
_COMPARED = re.compile(
    r"(?P<head>[^、]{2,}?)(?:[仅只约]|分别)*(?:相当于|为|是)(?P<list>[^、为是]+[、和及与][^、]+?)(?P<tail>平均水平|水平)"
)
#: Nouns that the last member of a list says for all: 雏鹰、瞪羚企业.
_SHARED_NOUN = re.compile(
    r"(?:(?:[(（][^（()）]{1,4}[)）])?(?:企业|项目|机构|园区|产业园|居民|职工|人才|基地|平台|中心|景区|医院|产业集群|产业链|产业|行业|领域))\Z"
)
#: 绿色工厂、绿色园区: members with a noun of their own.
_NOUN_END = re.compile("[厂园院校所站库村店场馆]\\Z")
#: 规模以上工业主营业务收入、利润: whose the measures are.
_OWNED_TEXT = "主营业务收入 营业收入 营业总收入 营收 销售收入 增加值 总产值 产值 净利润 利润总额 利润 利税总额 利税 净资产 资产总额 户数"
OWNED = frozenset(_OWNED_TEXT.split())
_OWNER_AND_MEASURE = re.compile(
    rf"(?P<owner>.*(?:工业|企业|行业|产业|业|园区|开发区|高新区|经开区|集团|经济))(?:{_OWNED_TEXT.replace(' ', '|')}|资产负债率)"
)
#: 某集团钢产量590万吨，实现利税15亿元.
_GROUP_OUTPUT = re.compile(r"(?P<owner>[^、]{2,12}?(?:集团|公司))[^、的]{1,6}产量")
#: Verbs that hold for all members of a list.
_ADDS = frozenset(
    ("新增", "新建", "新认定", "新培育", "新获批", "创建", "建成", "引进", "培育", "办理", "新创建")
)
#: 生产安全事故起数、死亡人数.
_ACCIDENTS, _OF_ACCIDENTS = (
    re.compile(r".*事故(?=(?:发生)?[起次件总]?[数量]\Z)"),
    frozenset(("死亡人数", "受伤人数", "伤亡人数", "经济损失", "直接经济损失")),
)
_MAX_SHORT_CHARACTERS = 4
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9.]*")


def listed(name: str, size: int) -> list[str]:
    """Return the names a list holds, if there are just so many: 机扫率、冲洗率, 城乡居民收入."""
    if match := _SHARES.fullmatch(name):
        return [as_share(one + match["share"]) for one in listed(match["names"], size)]
    if match := _RESPECTIVE_DEED.fullmatch(name):
        return [one + match["deed"] for one in listed(match["names"], size)]
    if match := _RANKED.fullmatch(name):
        return [one + match["rank"] for one in listed(match["names"], size)]
    if match := _RATE_OF.fullmatch(name) or _SHARE_OF.fullmatch(name):
        parts = [part for part in _AND.split(match["list"]) if part]
        return [match["head"] + part + match["tail"] for part in parts] if len(parts) == size else []
    if match := _COMPARED.fullmatch(name):
        parts = [part for part in _AND.split(match["list"]) if part]
        names = [f"{match['head']}相当于{part}{match['tail']}比例" for part in parts]
        return names if len(parts) == size else []
    if _ONLY_QUOTED.fullmatch(name):
        quoted = _QUOTED.findall(name)
        return quoted if len(quoted) == size else []
    name = _OTHER_WORD.sub("", name)
    name = _EACH_INDUSTRY.sub(_ALL_INDUSTRIES, _SORT.sub(_measure_of_sort, name))
    parts = name.split("、") if name.count("、") == size - 1 else [part for part in _AND.split(name) if part]
    if len(parts) == 1 and size == len(_INDUSTRIES) and _ALL_INDUSTRIES in name:
        return [name.replace(_ALL_INDUSTRIES, one, 1) for one in _INDUSTRIES]
    for word, both in _TWO_IN_ONE:
        if len(parts) == 1 and size == len(both) and word in name:
            return [as_share(name.replace(word, one, 1)) for one in both]
    if len(parts) == size - 1:
        parts = [one for part in parts for one in (_in_town_and_country(part) if "城乡" in part else [part])]
    if len(parts) != size:
        return []
    names = _with_shared_tail(parts)
    names = [_CAME_ABOUT.sub("", _INDUSTRY.sub(r"第\1", name)) for name in _with_shared_head(names)]
    return names if all(len(name) > 1 for name in names) else []


def _in_town_and_country(name: str) -> list[str]:
    return [name.replace("城乡", word, 1) for word in ("城镇", "农村")]


def _measure_of_sort(match: re.Match[str]) -> str:
    """Keep what is measured of 瓜菜、水产等总产量, and drop what sort of things there are."""
    return match[0].removeprefix("等") if _MEASURE_TAIL.fullmatch(match[0].removeprefix("等")) else ""


def _with_shared_tail(parts: list[str]) -> list[str]:
    """Give all members what only the last one says: 存、贷款余额."""
    last = parts[-1]
    insurance = _INSURANCE.search(last)
    if insurance and all(map(_INSURED.search, parts[:-1])):
        tail = insurance["tail"].replace(_RESPECTIVELY, "")
        return [part + tail for part in parts[:-1]] + [last[: insurance.start("tail")] + tail]
    thing = last[len(VERB_WORDS.at(last)) :]
    if 1 < len(thing) < len(last) and all(VERB_WORDS.at(part) == part for part in parts[:-1]):
        return [*(part + thing for part in parts[:-1]), last]
    code = _CODE.match(last)
    if code and all(_CODE.fullmatch(part) for part in parts[:-1]):
        return [part + last[code.end() :] for part in parts[:-1]] + [last]
    for words in _SIBLINGS:
        own = next((word for word in words if last.startswith(word)), None)
        if own is None or len(last) == len(own):
            continue
        found = [next((word for word in words if part.endswith(word)), None) for part in parts[:-1]]
        if all(found) and all(
            len(part) == len(word or "") for part, word in zip(parts[1:-1], found[1:], strict=True)
        ):
            head = parts[0][: -len(found[0] or "")]
            return [head + (word or "") + last[len(own) :] for word in (*found, own)]
    return _with_shared_noun(_with_shared_measure(parts))


def _with_shared_noun(parts: list[str]) -> list[str]:
    """Give all short members the noun that only the last one says: 雏鹰、瞪羚企业."""
    noun = _SHARED_NOUN.search(parts[-1])
    heads = [part[len(VERB_WORDS.at(part)) :] for part in parts[:-1]]
    is_short = all(
        len(head) <= _MAX_SHORT_CHARACTERS
        and not _NOUN_END.search(head)
        and not _SHARED_NOUN.search(head)
        and not _MEASURE_END.search(head)
        for head in heads
    )
    if noun is not None and all(part.endswith(VERBS) for part in parts[:-1]):
        return [*(part + noun[0] for part in parts[:-1]), parts[-1]]
    if noun is None or not 1 < noun.start() <= _MAX_SHORT_CHARACTERS or not is_short:
        return parts
    word = noun[0].rpartition("）")[2].rpartition(")")[2]
    return [*(part + word for part in parts[:-1]), parts[-1]]


def _with_shared_measure(parts: list[str]) -> list[str]:
    """Give members without a measure the one that the last says: 汽车、家电类零售额, 奶牛存栏量和肉牛、滩羊饲养量."""
    *others, last = parts
    tail = _OF_ALL.search(last) or _MEASURE_TAIL.search(last)
    if len(others) > 1 and _PERSONS_INSURED.search(others[-1]) and not _MEASURE_END.search(others[0]):
        return [*_with_shared_measure(others), last]
    is_short = all(len(part) == 1 for part in others)
    if tail is None or tail.start() < (1 if is_short else 2):
        return parts
    first = max((at + 1 for at, part in enumerate(others) if _MEASURE_END.search(part)), default=0)
    if first and not _OF_STOCK.fullmatch(tail[0]):
        return parts
    return [*others[:first], *(part + _tail_behind(part, tail[0], last) for part in others[first:]), last]


def _tail_behind(part: str, tail: str, last: str) -> str:
    """Return what the last member says behind the word that a part ends with, or else its measure."""
    for length in range(min(_MAX_SHORT_CHARACTERS, len(part)), 1, -1):
        before, word, rest = last.partition(part[-length:])
        if word and before and _MEASURE_END.search(rest):
            return rest.lstrip("”")
    return _INDUSTRY_AT.sub("", tail) if part.endswith(_TRADE) else tail


def _with_shared_head(parts: list[str]) -> list[str]:
    """Give all members what only the first one says: 粮食面积、产量; 新增企业、园区."""
    first, *rest = parts
    verb = VERB_WORDS.at(first)
    if verb in _ADDS and not any(VERB_WORDS.at(part) or _MEASURE_END.search(part) for part in rest):
        return [first, *(verb + part for part in rest)]
    accidents = _ACCIDENTS.match(first)
    if accidents and all(part in _OF_ACCIDENTS for part in rest):
        return [first, *(accidents[0] + part for part in rest)]
    if owned := [of_the_same_owner(part, first) for part in rest if part in OWNED]:
        return [first, *map(str, owned)] if len(owned) == len(rest) and all(owned) else parts
    per = _PER_OUTPUT.match(first)
    if per and all(map(_USED_UP.match, rest)):
        return [first, *(per[0] + part for part in rest)]
    measure = next((word for word in MEASURE_WORDS if first.endswith(word)), "")
    head = first[: len(first) - len(measure)]
    if len(head) < 2 or not measure or not all(part in MEASURE_WORDS for part in rest):
        return parts
    return [first, *(head + part for part in rest)]


def of_the_same_owner(name: str, before: str) -> str | None:
    """Return a measure with its owner, that of a measure named before: 规模以上工业利润; None where it has none."""
    owner = (
        (_OWNER_AND_MEASURE.fullmatch(before) or _GROUP_OUTPUT.fullmatch(before)) if name in OWNED else None
    )
    return owner["owner"] + name if owner else None
