"""Text of the screen of promises and results."""

from __future__ import annotations

from tui.messages.quoting import quoted
from tui.messages.verdicts import CERTAINTY_NAMES, LIKELY_SIGN, NOT_MENTIONED, OWN_VERDICT

WHAT = "承诺对照"
NAME = "指标"
CANDIDATE = "候选"
#: The sentence by which a report admits that a target was missed, beside that with the figure.
ADMISSION = "自认"
#: What a count of a verdict is called where there is little room, if not by its sign.
SHORT_NAMES = {"met_in_words": "◇文", "blanket": "◇笼统", "admitted": "▼自认"}
CERTAINTIES = {
    "sure": CERTAINTY_NAMES["sure"],
    "likely": f"{LIKELY_SIGN} {CERTAINTY_NAMES['likely']}，不计入",
    "none": f"{CERTAINTY_NAMES['none']}，可看候选句",
}
OWN_SIGN = "*"
PROMISES, LIKELY, OWN = "承诺", f"{LIKELY_SIGN} {CERTAINTY_NAMES['likely']}", f"{OWN_SIGN} {OWN_VERDICT}"
#: How rows can be sorted.
ORDERS = {
    "main": "主要指标在前",
    "text": "原文次序",
    "verdict": "结论",
    "gap": "差距",
    "target": "目标大小",
    "result": "结果大小",
}
#: What stands in place of a result.
NO_FIGURE = "见原句"
LOWER_IS_BETTER, WITHIN_IS_BETTER = "越低越好", "在区间内为好"
NO_EARLIER, NO_LATER = "书库里没有更早一年的报告", "书库里没有更晚一年的报告"
CANNOT_DECIDE = "两份报告都在书库里才能记下自评结论"
NO_ROW = "先选一项承诺"

# -- one's own verdict -----------------------------------------------------------------------------

DECIDE, DECIDE_HINT = OWN_VERDICT, "↑ ↓ 选结论，可写说明，Enter 记下，Esc 关闭"
NOTE_PLACEHOLDER = "说明，可不写：依据、出处"
TAKE_BACK = "取消自评结论"
DECIDED, TAKEN_BACK = "已记下自评结论", "已取消自评结论"
KEEPING = "正在记下…"


def title(place: str, plan: int | None, results: int | None, is_long: bool) -> str:
    """Name the pair of reports."""
    if not is_long:
        return f"{place} {plan or '？'}→{results or '？'}"
    return f"{place} · {plan or '？'} 年的承诺 → {results or '？'} 年报告里的结果"


def no_target(year: int | None, words: str) -> str:
    """Tell that no target of a report has some words."""
    return f"{f'{year} 年' if year else '前一份'}报告里没有找到{quoted(words.strip())}的数字目标"


def no_candidate(key: str) -> str:
    """Tell that a row has no such candidate; with a key if it has another sentence."""
    return f"这里没有这一候选句{f'，按 {key} 看另一句' if key else ''}"


def count_of_candidates(total: int) -> str:
    """Tell how many sentences may be the result."""
    return f"{CANDIDATE} {total} 句"


def candidate(number: int) -> str:
    """Name a sentence that may be the result, by the key that chooses it."""
    return f"{CANDIDATE} {number}"


def verdict_with_gap(verdict: str, gap: str) -> str:
    """Write a verdict and how far the actual is from the target."""
    return " · ".join(filter(None, (verdict, gap)))


def not_mentioned_in(year: int | None) -> str:
    """Tell that a report says nothing of a target."""
    return f"{year} 年报告{NOT_MENTIONED}" if year else f"后一份报告{NOT_MENTIONED}"


def own(verdict: str, note: str) -> str:
    """Write one's own verdict and note."""
    return f"{verdict}：{note}" if note else verdict


def program_says(verdict: str) -> str:
    """Write the program's verdict beside one's own."""
    return f"程序的结论：{verdict}"
