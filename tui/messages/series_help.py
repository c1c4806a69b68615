"""Help of the commands ``series`` and ``rank``, and what they print beside figures."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages.verdicts import NEAR_LINES

INDICATOR = "指标"
INDICATOR_HELP = "指标的名称或代码：地区生产总值、GDP、gdp、农村居民收入；也可写报告里的其他名称"
PLACE = "地区"

SERIES = f"""\
一个指标历年的目标与结果：目标取自安排当年的报告，结果取自下一年的报告。
结论：▲ 超过，= 达到，▼ 未达，－ 不可比。未提及：有报告而未提及；
提及无数：报告提及此指标而未找到数；无报告：书库里没有。
{NEAR_LINES}
数据修订、同口径、改名之处标为断点，前后不相连；说明写在表后。"""
SERIES_EXAMPLES = """\
例：
  huiji-tui series 地区生产总值 --place 郑州市
  huiji-tui series 一般公共预算收入 --place 郑州市 --place 济南市 --from 2015
  huiji-tui series 城镇新增就业 --place 郑州市 -o 就业.xlsx
  huiji-tui series 城镇新增就业 --place 郑州市 --format csv --bom > 就业.csv"""
SERIES_PLACE_HELP = "地区：郑州市、郑州、全国；可写几次"
MEASURE_HELP = "增速 growth、数额 level 或占比 share；不写则取目标常用的一种"
FROM_HELP, TO_HELP = "从此年", "到此年"
YEAR = "年"

RANK = """\
一个指标在一年里各地区的位次，好的在前；有报告而未提及的列在后面。只排书库所收的地区，
书库里没有那一年的报告时写“无报告”。
不写 --year 则取最近一个报告较全的年度：有报告的地区不少于最多一年的一半。
--kept 则数各年有几个地区超过、达到、未达目标：只比数字；不写指标则数全部承诺，
其中报告自称完成、未完成的，依其说法。"""
RANK_EXAMPLES = """\
例：
  huiji-tui rank 地区生产总值 --year 2022 --level city
  huiji-tui rank 地区生产总值 --year 2022 --level city --by gap --reverse
  huiji-tui rank 城镇居民收入 --year 2023 --parent 河南省 --place 郑州市
  huiji-tui rank 地区生产总值 --year 2022 --level city -o 位次.xlsx
  huiji-tui rank 地区生产总值 --kept --level 省"""
RANK_YEAR_HELP = "年度：指标所说的一年"
LEVEL_HELP = "级别：province 省、city 市、county 区县；不写则与 --place 同级，没有则为 --parent 的下一级（省之下为市），都没有为市；有 --kept 为各级"
PARENT_HELP = "只列这个地区之内的：河南省"
BY_HELP = "按结果 actual（默认）、目标 target 或差距 gap 排列，好的在前"
REVERSE_HELP = "倒序：差的在前，位次不变；与 --by gap 一起，未达最多的在最前"
LIMIT_HELP = "只列最前 N 地，末行说明共有多少"
OWN_HELP = "本地区：标出，并列出它的上级"
KEPT_HELP = "数各年有几个地区超过、达到、未达目标"

#: What people write for a level.
LEVELS = {
    "province": "province", "city": "city", "county": "county", "省": "province", "市": "city", "区县": "county", "县": "county", "省级": "province",
    "市级": "city", "县级": "county",
}  # fmt: skip

# -- tables --------------------------------------------------------------------------------------

YEAR_COLUMN, AMOUNT_COLUMN, RANK_COLUMN, PLACE_COLUMN, PARENT_COLUMN = "年度", "数额", "位次", "地区", "上级"
NOTHING = "没有报告提及该指标"
#: Before the places of a table: others may not be in the library.
OF_LIBRARY = "书库所收"
LEVEL_NAMES = {"province": "各省", "city": "各市", "county": "各区县", "national": "全国"}
_MISSING = {"target": "未提及目标", "actual": "未提及结果", "gap": "无从比较目标与结果"}
BY_NAMES = {"target": "按目标", "actual": "按结果", "gap": "按差距"}
NOTHING_IN_SPAN = "所选年度没有报告，或报告未提及该指标"
ONE_PLACE = "一个 --place 只写一个地区，几个地区就写几次"
NOTHING_KEPT = "没有目标、结果齐全的年度"


def years_reversed(first: int, last: int) -> str:
    """Refuse a span of years that ends before it begins."""
    return f"起始年 {first} 晚于结束年 {last}"


def not_stated(year: int, has_reports: bool) -> str:
    """Say that no report states the indicator for a year, or that there is no report."""
    return f"{year} 年没有报告提及该指标" if has_reports else f"书库中没有 {year} 年的报告"


def rank_limited(shown: int, total: int) -> str:
    """Say that not all places are listed."""
    return f"只列 {shown} 地，共 {total} 地"


def not_counted(option: str, is_all: bool) -> str:
    """Refuse an option that does nothing where targets are counted."""
    return f"{option} 不能与{'不写指标的 ' if is_all and option == '--measure' else ' '}--kept 一起用"


def series_title(place: str, name: str, measure: str) -> str:
    """Name a series."""
    return f"{place}　{name}　{measure}"


def rank_title(year: int, parent: str, level: str, name: str, measure: str, by: str) -> str:
    """Name a ranking, of all places or of those in a division."""
    return f"{year}年{OF_LIBRARY}{parent}{level}　{name}　{measure}　{by}"


def kept_title(parent: str, level: str | None, name: str) -> str:
    """Head the counts of what became of targets.

    Args:
        parent: The division the places are in; empty for all.
        level: Of the places; None for all.
        name: The indicator, of which each place counts once; empty for all targets.
    """
    places = LEVEL_NAMES[level] if level else "各级（省、市、区县）"
    return "　".join(filter(None, (parent, places, name or "全部目标", "地区数" if name else "目标数")))


def break_line(year: int, text: str) -> str:
    """Explain a break."""
    return f"断点 {year}：{text}"


def amount_break_line(year: int, text: str) -> str:
    """Explain a break of amounts beside growth."""
    return f"数额断点 {year}：{text}"


def note_line(years: Sequence[str], text: str) -> str:
    """Tell what to bear in mind of some years."""
    return f"{text}：{'、'.join(years)}"


def missing_line(count: int, places: str, by: str) -> str:
    """List the places that do not state what the others are sorted by."""
    return f"有报告而{_MISSING[by]} {count}：{places}"


def above_line(places: str) -> str:
    """List the divisions above."""
    return f"上级：{places}"
