"""Text of the tables across reports: titles, hints, what is said of rows."""

from __future__ import annotations

from tui.messages.quoting import quoted as quote

NAMES = {
    "promises": "承诺对照",
    "series": "历年",
    "ranking": "位次",
    "tasks": "任务",
    "alignment": "对读",
    "counterparts": "前后对照",
    "related": "相似句",
    "concordance": "语境",
    "notes": "批注",
}
FILTER_PLACEHOLDER = "名称、数值、结论，或拼音；空格分开的词都要有"
NO_ROWS = "没有这样的行"
NOTHING = "没有内容"
NO_PASSAGE = "没有可打开的原句"
NOT_OPEN_HERE = "先选一个地区或一份报告"
NO_PASSAGE_HERE, NO_REPORT_HERE = "这一行没有原句", "这一行没有对应的报告"
ONLY_PASSAGE = "只有这一句"
NOTHING_BELOW, NOTHING_ABOVE = "原句已到末尾", "原句已到开头"
NOT_AVAILABLE = "这里还不能打开"
#: Which reports cannot be told apart by place and year.
UNKNOWN_PLACE, UNKNOWN_YEAR = "未知地区", "年份不明"
#: What the keys of the status bar do.
HINTS = {
    "open": "原句",
    "passage": "换一句",
    "facet": "分类",
    "words": "筛选",
    "order": "排序",
    "export": "导出",
    "copy": "复制",
    "leave": "返回",
    "help": "帮助",
    "quit": "退出",
    "verdict": "自评结论",
    "candidates": "候选",
    "years": "年份",
    "year": "年",
    "places": "地区",
    "indicator": "指标",
    "add_place": "增减地区",
    "measure": "增速/数额",
    "table": "表",
    "plot": "图",
    "level": "级别",
    "clear": "清除",
    "change": "改动",
    "hit": "命中",
    "find": "搜索",
    "only_changes": "仅改动",
    "numbers": "数字不算",
    "sentences": "对读",
    "terms": "提法",
    "side": "换左右",
    "side_above": "换上下",
    "other_report": "换报告",
    "to_sentence": "到句子",
    "elsewhere": "别处",
    "sections": "下/上一节",
    "topics": "下/上一题",
    "matches": "最近/次近",
    "hit_lines": "语境",
    "collocates": "搭配",
    "near": "只看邻近",
    "look_on": "接着找",
    "note": "改批注",
    "highlight": "换色",
    "delete": "删去",
}


PASSAGES = " 原句 "


def passage_count(number: int, total: int) -> str:
    """Tell which of how many sentences is chosen."""
    return f"{number}/{total}"


def report_year(year: int | None) -> str:
    """Name a report by its year."""
    return f"{year} 年报告" if year is not None else UNKNOWN_YEAR


def facet(label: str, sign: str, total: int, is_short: bool) -> str:
    """Write a kind of rows and how many there are of it."""
    return f"{sign}{total}" if is_short else f"{label} {total}"


def shown_of(shown: int, total: int) -> str:
    """Tell how many rows are shown, and of how many."""
    return f"{shown} 行" if shown == total else f"{shown}/{total} 行"


def rows_of_other_kinds(count: int, keys: str, is_typing: bool) -> str:
    """Tell that only rows of other kinds match, and how to see them."""
    return f"这一类没有，其他类有 {count} 行；{'Enter 后' if is_typing else ''}按 {keys} 换分类"


def ordered(order: str, is_reversed: bool) -> str:
    """Tell by what rows are sorted."""
    return f"按{order}{'倒排' if is_reversed else '排列'}"


def filtered(words: str) -> str:
    """Tell which words rows are filtered by."""
    return f"筛选{quote(words)}"


def row_copied(ways: str) -> str:
    """Tell that a row was copied, and into which clipboards."""
    return f"已复制此行与原句：{ways}"


def quoted(name: str, text: str) -> str:
    """Quote a sentence behind its name."""
    return f"{name}：{quote(text)}"


def named(name: str, citation: str) -> str:
    """Put a name before a citation, or above one of several lines."""
    return f"{name}：\n{citation}" if "\n" in citation else f"{name}：{citation}"
