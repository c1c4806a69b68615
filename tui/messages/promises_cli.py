"""Text of the command ``promises``, and of one's own verdicts."""

from __future__ import annotations

from tui.messages.library import duration

#: By the codes of :data:`tui.promises.model.VERDICTS`, and of :data:`tui.promises.model.CERTAINTIES`.
VERDICT_NAMES = {
    "exceeded": "超过",
    "met": "达到",
    "missed": "未达",
    "not_comparable": "不可比",
    "met_in_words": "有文无数",
    "blanket": "笼统称完成",
    "admitted": "自认未达",
    "not_mentioned": "未提及",
    "undecided": "待定",
}
CERTAINTY_NAMES = {"sure": "确定", "likely": "可能", "none": "未找到"}


def no_such_target(target: str) -> str:
    """Refuse the id of a metric."""
    return f"这份报告没有这个指标：{target[:40]}，编号见 promises 的第一列"


def no_such_verdict(verdict: str) -> str:
    """Refuse a verdict."""
    names = "、".join(f"{name}（{code}）" for code, name in VERDICT_NAMES.items())
    return f"没有这种结论：{verdict[:40]}，可用：{names}"


def bad_note(characters: int) -> str:
    """Refuse a note."""
    return f"说明最多 {characters} 字，不能有控制字符"


LINKING_STOPPED = "已停止；对照完的已写入书库，下次接着做"


def linking(done: int, total: int, left_s: float) -> str:
    """Say how far the linking of promises is."""
    return f"承诺对照 {done}/{total} 对 剩 {duration(left_s)}"


def linked(pairs: int, seconds: float) -> str:
    """Tell how many pairs of reports were linked."""
    return f"相邻两年的报告对照 {pairs} 对（{seconds:.1f} 秒）"
