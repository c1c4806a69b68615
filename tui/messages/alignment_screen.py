"""Text of the screen that shows two reports beside each other, with their new and dropped terms."""

from __future__ import annotations

from tui.messages.tables import UNKNOWN_PLACE, UNKNOWN_YEAR

WHAT, WHAT_TERMS = "对读", "提法"
EVERY, EVERY_SIGN = "全部", "全"
#: Above the kinds of pairs and how alike both sentences are.
MARGIN_HEAD = "类·相似"
#: What has changed where only numbers have.
NUMBERS = "数字"
#: What tells the two apart where neither their places nor their years do.
FIRST, SECOND = "甲", "乙"
CHOSEN_MARK = "▸"

# -- why there is no other report ------------------------------------------------------------------

NO_LIBRARY = "要有书库才能找到上一年的报告：在终端执行 huiji-tui library add 文件夹"
NO_PLACE_OR_YEAR = "这份报告没有写明地区或年份，无从找上一年的报告"
ALIGNING, FINDING_TERMS = "正在逐句对照", "正在找新旧提法"
STOPPED_TERMS = "没有找完，按 r 重来"
NO_SENTENCES = "两份报告都没有可对照的句子"
NO_SUCH_PAIRS = "没有这样的句子"
NO_OTHER_REPORT = "没有可对照的报告，按 p 选一份"
NO_EARLIER, NO_LATER = "书库里没有更早一年的报告", "书库里没有更晚一年的报告"
NO_CHANGES = "没有改动"
NOTHING_CHOSEN = "这里没有句子"


def finding_terms(share: float) -> str:
    """Say how much has been done to find the terms: ``正在找新旧提法 40%``."""
    return f"{FINDING_TERMS} {share:.0%}"


# -- switches --------------------------------------------------------------------------------------

ONLY_CHANGES, ALL_SENTENCES = "只看改动", "看全部句子"
NUMBERS_IGNORED, NUMBERS_COUNT = "数字不算改动", "数字也算改动"
SEARCH_LABEL, SEARCH_PLACEHOLDER = "搜索：", '两份报告里的词、拼音、"一句话"、/正则/'
CHOOSE_REPORT, REPORT_PLACEHOLDER = "对照哪一份", "地区、年份，或文件的路径"
ALL_HIDDEN_HITS = "命中都在没有列出的句子或标题里"

# -- terms -----------------------------------------------------------------------------------------

NEW_TERMS, RISEN_TERMS, GONE_TERMS, FALLEN_TERMS = "新提法", "说得多了", "不见了", "说得少了"
IN_TEXT, ELSEWHERE = "本文", "别处"
#: How terms are sorted, beside the name of a group.
BEST_FIRST = "显著的在前"
NO_TERMS = "没有新旧提法"
NO_TERM = "先选一个提法"
STILL_FINDING_TERMS = "还在找提法，找完再查"
#: At the head of the list, in few cells: why there are no counts of other reports.
FEW_OTHERS, SAME_YEAR, NO_YEAR = "别处报告太少，未比较", "两份同年，未比较别处", "年份不明，未比较别处"
AGAIN_FOR_LIBRARY = "再按 Enter 在书库里查"
NO_LIBRARY_TO_SEARCH = "没有书库，查不了别处"


def not_compared(years: list[int | None]) -> str:
    """Tell in few cells why terms are not counted in other reports."""
    if None in years:
        return NO_YEAR
    return SAME_YEAR if len(set(years)) == 1 else FEW_OTHERS


def reason_and_choice(reason: str, key: str) -> str:
    """Tell why there is no other report, and how to choose one."""
    return f"{reason}\n按 {key} 选一份报告来对照：书库里的，或文件"


def no_neighbour(place: str, year: int | None, years: list[int]) -> str:
    """Tell that the report of the year before is not in the library, and which years are."""
    if year is None:
        return NO_PLACE_OR_YEAR
    others = "、".join(str(one) for one in years if one != year)
    return f"书库里没有{place} {year - 1} 年的报告" + (f"，另有 {others} 年的" if others else "")


def name_of(place: str, year: int | None) -> str:
    """Name a report."""
    return f"{place or UNKNOWN_PLACE} {year or UNKNOWN_YEAR}"


def title(first: tuple[str, int | None], second: tuple[str, int | None]) -> str:
    """Name both reports by place and year."""
    if first[0] == second[0]:
        return f"{first[0] or UNKNOWN_PLACE} {first[1] or UNKNOWN_YEAR} → {second[1] or UNKNOWN_YEAR}"
    return f"{name_of(*first)} · {name_of(*second)}"


def lengths(first: int, second: int) -> str:
    """Tell how many characters both texts have."""
    return f"字数 {first} → {second}"


def pairs_shown(shown: int, total: int) -> str:
    """Tell how many pairs are shown, and of how many."""
    return f"{shown} 句" if shown == total else f"{shown}/{total} 句"


def hit_count(number: int | None, total: int) -> str:
    """Tell which hit of how many is current, or how many there are."""
    return f"命中 {number}/{total}" if number is not None else f"命中 {total} 处"


def side_head(name: str, path: str) -> str:
    """Head a column: the report, and where the sentence at the cursor stands."""
    return f"{name} · {path}" if path else name


def term_heading(name: str, total: int) -> str:
    """Head a group of terms."""
    return f"{name} {total}"


def count_heading(name: str, tags: tuple[str, str]) -> str:
    """Head a column of counts, with what tells both reports apart: ``本文 21→22``."""
    return f"{name} {tags[0]}→{tags[1]}"


def quoted_term(text: str) -> str:
    """Write a term that is in quotation marks in the report."""
    return f"“{text}”"


def with_members(text: str, members: tuple[str, ...]) -> str:
    """Write terms that are told together."""
    return " · ".join((text, *(one for one in members if one != text)))


def change(before: int, after: int) -> str:
    """Write how often something was said before and after."""
    return f"{before}→{after}"
