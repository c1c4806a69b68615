"""What became of a promise: names and signs of verdicts and certainties, on screens, in tables and in help."""

from __future__ import annotations

#: By the codes of :data:`tui.promises.model.VERDICTS`.
VERDICT_NAMES = {
    "exceeded": "超过", "met": "达到", "missed": "未达", "not_comparable": "不可比", "met_in_words": "有文无数", "blanket": "笼统称完成",
    "admitted": "自认未达", "not_mentioned": "未提及", "undecided": "待定",
}  # fmt: skip
SIGNS = {
    "exceeded": "▲", "met": "=", "missed": "▼", "admitted": "▼", "met_in_words": "◇", "blanket": "◇", "not_comparable": "－",
    "not_mentioned": "…", "undecided": "?",
}  # fmt: skip
#: By the codes of :data:`tui.promises.model.CERTAINTIES`.
CERTAINTY_NAMES = {"sure": "确定", "likely": "可能", "none": "未找到"}
#: Before what is only likely, and of nothing else.
LIKELY_SIGN = "≈"
#: When a target that is a bound is exceeded.
BOUND_NOTE = "目标写“以上”“突破”或“以内”“不超过”的，符合即为“达到”，报告自称超额的才是“超过”。"
#: How near an actual must be to a target of about a number, to meet it.
NEAR_NOTE = (
    "目标写“左右”的，比率相差不超过 0.5 个百分点、数额相差不超过 5% 为达到；结果写“左右”的按所写的数判断。"
)
#: Both in lines, for help.
NEAR_LINES = "\n".join((BOUND_NOTE, NEAR_NOTE.replace("；", "；\n")))
#: Headings.
TARGET, ACTUAL, VERDICT, GAP, CERTAINTY, NOTE, OWN_VERDICT = (
    "目标", "结果", "结论", "差距", "把握", "说明", "自评结论"
)  # fmt: skip
#: In place of a value: a report that does not state it, and no report at all.
NOT_MENTIONED, NO_REPORT = VERDICT_NAMES["not_mentioned"], "无报告"
#: As tables of offices do; a dash would look like ``－``.
NO_REPORT_SIGN = "/"
#: Before a value that cannot be joined to that of the year before.
BREAK_SIGN = "┄"

#: The report names an indicator, of which no figure was found.
ONLY_MENTIONED = "提及无数"


def no_value(has_report: bool, is_short: bool = False, is_mentioned: bool = False) -> str:
    """Tell why there is no value: the report does not state it, only names it, or there is none."""
    if is_mentioned and not is_short:
        return ONLY_MENTIONED
    if is_short:
        return SIGNS["not_mentioned"] if has_report else NO_REPORT_SIGN
    return NOT_MENTIONED if has_report else NO_REPORT


def signed(verdict: str) -> str:
    """Write a verdict behind its sign: ``▲ 超过``."""
    return f"{SIGNS[verdict]} {VERDICT_NAMES[verdict]}"


def no_such_target(target: str) -> str:
    """Refuse the id of a metric."""
    return f"这份报告没有这个目标：{target[:40]}，编号见 promises 的第一列"


def no_such_verdict(verdict: str) -> str:
    """Refuse a verdict."""
    names = "、".join(f"{name}（{code}）" for code, name in VERDICT_NAMES.items())
    return f"没有这种结论：{verdict[:40]}，可用：{names}"


def bad_note(characters: int) -> str:
    """Refuse a note."""
    return f"说明最多 {characters} 字，不能有控制字符"
