"""Text of the library's screen."""

from __future__ import annotations

from collections.abc import Iterable

LIBRARY = "书库"
PLACES_TITLE = " 1 地区"
FILTERED = "（已筛选）"
REPORTS = "报告"
SEARCH_PANE = " 2 搜索"
PANEL_TITLE = " 3 概况 "
TAB_NAMES = {"contents": "收录", "hits": "命中", "trend": "趋势", "indicators": "指标"}
OWN_REPORTS = "本级报告"
FILTER_LABEL, FILTER_PLACEHOLDER = "筛选地区：", "名称、拼音，可加年份，如 郑州 2024、zz"
NO_SUCH_PLACE, NO_REPORT_OF_YEAR = "没有这样的地区", "没有这一年的报告"

NO_REPORTS = "这里没有报告"
EMPTY_LIBRARY = "书库里还没有报告，用 huiji-tui library add 文件夹 加入"
NOTHING_SEARCHED = "输入要找的词，命中的分布列在这里"
NO_TREND = "输入要找的词，这里按年份和级别列出有多少报告用它"
SEVERAL_TERMS = "几个词：指同一段里都有的"
#: Reports with hits and all, their share, hits.
TREND_COLUMNS = ("报告", "占比", "处")
FIRST_OCCURRENCE, BEFORE = "首次出现", "此前"
#: Where filters or the cursor of the tree leave out reports.
FIRST_OCCURRENCE_IN_SCOPE = "所选范围内首次出现"
NO_METRICS_IN_HITS = "命中的句子里没有指标"
NO_INDICATORS = "这份报告没有可对照的主要指标"
CHOOSE_PLACE = "选一个地区或一份报告，这里列出最近一份报告的主要指标"
AT_TOP = "已在最上一级"
NO_HITS_TO_LIST = "先搜索，再列出一份报告的全部命中"
NO_HITS_HERE = "这里没有命中"
LAST_HIT, FIRST_HIT = "已是最后一处", "已是第一处"
LAST_REPORT, FIRST_REPORT = "已是最后一份", "已是第一份"
GO_TO, GO_TO_EXAMPLES = "跳转", "地区或年份：郑州、zz、郑州 2024；章节：三(五)；退出、打开"
CHOOSE_REPORT_FIRST = "没有这样的地区；要跳到章节，请先选一份报告"
UNKNOWN_YEAR = "年份不明"
BY_PLACE, BY_YEAR = "按地区排列", "按年份排列，新的在前"
HITS_HIDDEN, HITS_SHOWN = "只列报告", "列出命中"
EXPORTED_HITS, EXPORTED_REPORTS = "命中", "报告目录"
COLLECTING = "正在汇集命中的句子…"
CHANGED = "书库有变化，已重新读入"
NO_LIBRARY = "还没有书库；在终端执行 huiji-tui library add 文件夹 建立"
ALL_YEARS, ALL_LEVELS = "不限年份", "不限级别"
YEARS, LEVELS, PLACES, MISSING = "年份", "级别", "地区", "缺"
LEVEL_NAMES = {"national": "全国", "province": "省级", "city": "地市", "county": "区县", "": "级别不明"}


#: What the keys of the status bar do.
HINTS = {
    "to_list": "看命中",
    "to_rows": "到列表",
    "earlier": "更早的搜索",
    "drop": "清除",
    "open": "打开",
    "choose": "前往",
    "filter_places": "筛选地区",
    "up": "上一级",
    "back": "退回",
    "places": "地区",
    "summary": "概况",
    "all_hits": "全部命中",
    "order": "排序",
    "promises": "承诺",
    "tasks": "任务",
    "alignment": "对读",
}


def hits_above(place: str, count: int) -> str:
    """Say that there are no hits here, but in a place above."""
    return f"{NO_HITS_HERE}，{place}有 {count:,} 处（Enter 前往）"


#: In the empty box while it has the focus.
WHAT_TO_SEARCH = "词、拼音，可加 year:2024 level:city"


def search_placeholder(key: str) -> str:
    """Invite to search, in the empty box."""
    return f"按 {key} 搜索，可加 year:2024"


def report_label(year: int | None, place: str, today: str) -> str:
    """Name a report below its place: its year, and the place if it had another name then."""
    name = f"{year}年" if year is not None else UNKNOWN_YEAR
    return name if place == today or not place else f"{name}（{place}）"


def section_of(report: str, heading: str) -> str:
    """Name a section of a report."""
    return f"{report} · {heading}"


def no_such_section(report: str) -> str:
    """Tell that the report at the cursor has no such section, and what to do."""
    return f"{report} 里没有这一节；可以先选别的报告"


def report_name(place: str, year: int | None) -> str:
    """Name a report by place and year."""
    return f"{place} {year if year is not None else UNKNOWN_YEAR}"


def hit_count(count: int) -> str:
    """Tell how many hits a report has."""
    return f"{count} 处"


def more_hits(count: int) -> str:
    """Tell how many hits of a report are not shown."""
    return f"还有 {count} 处（Enter 全部列出）"


def report_detail(date: str, characters: int) -> str:
    """Give the date and the length of a report."""
    return "  ".join(filter(None, (date, f"{characters / 10000:.1f} 万字")))


def characters(count: int) -> str:
    """Give the length of a chapter."""
    return f"{count:,} 字"


def total_reports(reports: int, places: int) -> str:
    """Tell how many reports there are, of how many places."""
    return f"{reports:,} 份 · {places:,} 地"


def total_hits(hits: int, reports: int) -> str:
    """Tell how many hits there are, in how many reports."""
    return f"命中 {hits:,} 处 · {reports:,} 份"


def hits_of_all(place: str, count: int, everywhere: str, total: int) -> str:
    """Tell how many hits there are in a place, and how many in all reports."""
    return f"{place} {count:,} 处 · {everywhere} {total:,} 处"


def counted(count: int) -> str:
    """Write a number."""
    return f"{count:,}"


def reports(count: int) -> str:
    """Write a number of reports."""
    return f"{count:,} 份"


def of_reports(having: int, reports: int) -> str:
    """Write how many of how many reports."""
    return f"{having:,}/{reports:,}"


def share(share: float) -> str:
    """Write a share; one that is not zero is not written as zero, and one that is not all not as all."""
    percent = round(share * 100)
    return f"{percent if share in (0, 1) else min(99, max(1, percent))}%"


def scale(percent: int) -> str:
    """Tell what a full bar stands for."""
    return f"0–{percent}%"


def span_of_years(years: list[int], missing: int) -> str:
    """Write the first and the last year, and how many are missing between them."""
    if not years:
        return ""
    span = str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    return span + (f" 缺{missing}" if missing else "")


def own_years(span: str) -> str:
    """Tell that years are those of a place's own reports, not of places in it."""
    return f"本级 {span}"


def path_of(names: Iterable[str]) -> str:
    """Join the names of places, from the outermost to the innermost."""
    return " › ".join(names)


def columns(review_year: int | None, plan_year: int | None) -> tuple[str, str]:
    """Head the columns of actual values and targets."""
    return (
        f"{review_year}结果" if review_year else "结果",
        f"{plan_year}目标" if plan_year else "目标",
    )
