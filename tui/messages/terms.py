"""Text of the command ``terms``, and names of its columns."""

from __future__ import annotations

from collections.abc import Sequence

TERMS_USAGE = """\
huiji-tui terms 词 [词…] [选项]
      huiji-tui terms --new 原报告 现报告 [选项]
      huiji-tui terms --new 报告 [选项]"""
TERMS = """\
提法：一个词历年在书库的多少份报告里出现，首见于何处；或一份报告比另一份新提了什么，不再提什么。
--new 列新提法：新加引号的词，别处报告里近来多起来的词，以及本报告反复提、写进标题的词；
随年份更替的说法（开局之年、“十四五”）并为一行。后面附少数不再提的；只看这些用 --gone。
“本文”是两份报告里的次数，“别处”是书库里其他地区当年各有多少份报告提到。
报告可以是文件、书库里的 地区/年度，或 -（标准输入）；只写一份，则与书库里上一年的比较。
没有结果时退出状态为 1。"""
TERMS_EXAMPLES = """\
例：
  huiji-tui terms 低空经济
  huiji-tui terms 大众创业 双创 --level 市 --year 2014-
  huiji-tui terms 高质量发展 --by place --format csv --bom > 高质量发展.csv
  huiji-tui terms --new 郑州市/2024
  huiji-tui terms --new 2023年.docx 2024年.docx --limit 20
  huiji-tui terms --gone 郑州市/2023 郑州市/2024"""
WORDS = "词"
WORDS_HELP = "一个或几个词，与搜索的写法相同；有 --new 或 --gone 时为一份或两份报告，原来的在前"
NEW_HELP = "列新提法，后面附不再提的"
GONE_HELP = "只列不再提的"
NO_LIBRARY_HELP = "不与书库里别处的报告比较"
LIMIT_HELP = "最多列 N 个词"
BY_HELP = "按年度 year（默认）、级别 level 或地区 place 计数"
PLACE = "地区"
PLACE_HELP = "只数这个地区和它之内的：河南省；可写几次"
LEVEL = "级别"
LEVEL_HELP = "只数这一级的：全国、省、市、区县；可写几次"
YEAR = "年"
YEAR_HELP = "只数这些年度的：2020、2015-2020、2020-"
NEED_WORDS = "要写一个或几个词"
NEED_REPORTS = "要写一份或两份报告"
NOT_BOTH = "--new 与 --gone 不同用；--new 已附有不再提的"
NOTHING_NEW = "没有新提法"
NOTHING_GONE = "没有不再提的"
NEW_TITLE, GONE_TITLE = "新提法", "不再提"
#: Between the terms of a line.
AND = "、"
#: Columns of a trend, for people.
TREND_COLUMNS = {"year": "年度", "level": "级别", "place": "地区"}
#: Of a year between others.
NO_REPORT = "无报告"
COUNT_COLUMNS = ("报告", "提到", "占比", "次数")
#: Columns of new terms, for people.
NEW_COLUMNS = ("词", "本文", "别处", "原句")
#: Names of the columns of CSV, by the fields.
TREND_FIELD_NAMES = {
    "term": "词", "year": "年度", "level": "级别", "place": "地区", "reports": "报告", "with": "提到的报告", "share": "占比", "hits": "次数",
}  # fmt: skip
FIELD_NAMES = {
    "change": "变化", "term": "词", "quoted": "引号", "before": "原报告次数", "after": "现报告次数", "elsewhere_before": "别处上年提到的报告",
    "elsewhere_after": "别处当年提到的报告", "start": "起始位置", "end": "结束位置", "text": "原句", "members": "同类",
}  # fmt: skip
CHANGE_NAMES = {"new": "新提", "gone": "不再提"}


def not_with_reports(option: str) -> str:
    """Tell that an option concerns words through the years."""
    return f"{option} 用于一个词历年的情况，不与 --new、--gone 同用"


def only_with_reports(option: str) -> str:
    """Tell that an option concerns two reports."""
    return f"{option} 与 --new 或 --gone 同用"


def one_term(text: str) -> str:
    """Tell that each trend is of one term."""
    return f"“{text}”不是一个词：几个词分开写，词里有空格的加引号"


def trend_title(term: str, having: int, reports: int, hits: int) -> str:
    """Head the trend of a term."""
    return f"{term}　{reports} 份报告中 {having} 份提到，{hits} 次"


def first_seen(address: str, date: str, sentence: str) -> str:
    """Tell where a term is first."""
    return f"首见：{address}{f'（{date}）' if date else ''}　{sentence}"


def title(earlier: str, later: str, others: Sequence[int]) -> str:
    """Head the terms of two reports."""
    elsewhere = f"　别处：上年 {others[0]} 份，当年 {others[1]} 份" if others else ""
    return f"{earlier} → {later}{elsewhere}"


def before_after(before: int, after: int) -> str:
    """Print two counts."""
    return f"{before} → {after}"


def few_others(years: Sequence[int | None], counts: Sequence[int], least: int) -> str:
    """Tell why other reports are not compared with: there are too few, or the two are not of two years."""
    if None in years:
        return "报告没有写明年份，未与书库里别处的报告比较"
    if years[0] == years[1]:
        return f"两份都是 {years[0]} 年的报告，未与书库里别处的报告比较"
    return f"书库里别处的报告太少（{counts[0]} 份、{counts[1]} 份，各年不足 {least} 份），未用来比较"
