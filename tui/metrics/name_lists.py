"""Divide a name that stands for several numbers: 城乡居民收入分别增长7%、8%."""

from __future__ import annotations

import re

_AND = re.compile(r"、|以及|和|及|与")
#: Words of which one may stand for the other, longer ones first.
_SIBLINGS = (
    ("城镇常住居民", "农村常住居民", "城镇居民", "农村居民", "城市居民", "农牧民", "农民"),
    ("城镇", "农村牧区", "农牧区", "农村", "城市", "乡村", "县城"),
    ("国家级", "自治区级", "省级", "市级", "县级", "区级", "乡级", "村级"),
    ("国家", "自治区", "省", "市", "县", "区", "乡", "镇", "村"),
    ("一级", "二级", "三级"),
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
    "总产值 总收入 播种面积 播面 种植面积 销售面积 销售额 面积 总产量 产量 产值 总产 单产 总量 增速 增幅 数量 总数 规模 总额 "
    "余额 人数 户数 件数 收入 支出 人次 浓度 占比 比重 总收入 投资额"
)
MEASURE_WORDS = tuple(_MEASURE_WORDS_TEXT.split())
_MEASURE_TAIL = re.compile(
    r"(?:(?:有效|无害化|综合|集中|资源化)*(?:治理|处理|收集|利用|供应|处置)(?:覆盖)?率|(?:类|产业集群|产业|行业|业)?(?:商品)?(?:零售额|销售额|销售收入|营业收入|营业额|总产值|产值|增加值|出口额|进口额|进出口总额|总产量|产量|平均浓度|浓度|余额|(?:建设)?投资|业务总量|交易额|进出口额|保有量|种植面积|销售面积|参保人数|排放量|排放强度|排放总量|覆盖率|普及率|"
    r"利用率|处理率|入学率|满意率|满意度))\Z"
)
_MEASURE_END = re.compile(
    r"(?:[率额量数值度]|收入|支出|面积|投资|[率额量数值度]增速|利润|税收|就业|人次|消费|进口|出口|利税|效益)\Z"
)
#: 生物制药等新兴行业: of what sort the members are.
_SORT = re.compile(r"(?<![高中初优平均对同上下劣])等[^、的]{2,10}\Z")
_INDUSTRY = re.compile(r"^([一二三])(?=产业)")
_ALL_INDUSTRIES, _INDUSTRIES = "三次产业", ("第一产业", "第二产业", "第三产业")
_SHARES = re.compile(r"(?P<names>[^占]+[、和及与][^占]+?)(?:分别)?(?P<share>占(?!比)[^、和]+)")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9.]*")


def listed(name: str, size: int) -> list[str]:
    """Return the names a list holds, if there are just so many: 机扫率、冲洗率, 城乡居民收入."""
    if match := _SHARES.fullmatch(name):
        return [one + match["share"] for one in listed(match["names"], size)]
    name = _SORT.sub(_measure_of_sort, name)
    parts = name.split("、") if name.count("、") == size - 1 else [part for part in _AND.split(name) if part]
    if len(parts) == 1 and size == len(_INDUSTRIES) and _ALL_INDUSTRIES in name:
        return [name.replace(_ALL_INDUSTRIES, one, 1) for one in _INDUSTRIES]
    if len(parts) == 1 and size == 2 and "城乡" in name:
        return _in_town_and_country(name)
    if len(parts) == size - 1:
        parts = [one for part in parts for one in (_in_town_and_country(part) if "城乡" in part else [part])]
    if len(parts) != size:
        return []
    names = _with_shared_tail(parts)
    names = [_INDUSTRY.sub(r"第\1", name) for name in _with_shared_head(names)]
    return names if all(len(name) > 1 for name in names) else []


def _in_town_and_country(name: str) -> list[str]:
    return [name.replace("城乡", word, 1) for word in ("城镇", "农村")]


def _measure_of_sort(match: re.Match[str]) -> str:
    """Keep what is measured of 瓜菜、水产等总产量, and drop what sort of things there are."""
    return match[0].removeprefix("等") if _MEASURE_TAIL.fullmatch(match[0].removeprefix("等")) else ""


def _with_shared_tail(parts: list[str]) -> list[str]:
    """Give all members what only the last one says: 存、贷款余额."""
    last = parts[-1]
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
    return _with_shared_measure(parts)


def _with_shared_measure(parts: list[str]) -> list[str]:
    """Give all members the measure that only the last one says: 汽车、家电类零售额."""
    tail = _MEASURE_TAIL.search(parts[-1])
    if tail is None or tail.start() < 2 or any(_MEASURE_END.search(part) for part in parts[:-1]):
        return parts
    return [
        *(part + tail[0].removeprefix("业" if part.endswith("业") else "") for part in parts[:-1]),
        parts[-1],
    ]


def _with_shared_head(parts: list[str]) -> list[str]:
    """Give all members what only the first one says: 粮食面积、产量."""
    first, *rest = parts
    measure = next((word for word in MEASURE_WORDS if first.endswith(word)), "")
    head = first[: len(first) - len(measure)]
    if len(head) < 2 or not measure or not all(part in MEASURE_WORDS for part in rest):
        return parts
    return [first, *(head + part for part in rest)]
