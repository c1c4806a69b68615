"""Text of the command ``diff``."""

from __future__ import annotations

from collections.abc import Mapping

from tui.messages.wording import KIND_NAMES, MOVED

DIFF_USAGE = """\
huiji-tui diff 原报告 现报告 [选项]
      huiji-tui diff 报告 [选项]
      huiji-tui diff --within 报告 [选项]"""
DIFF = """\
对读：两份报告逐句对照，不论句子移到何处。
照旧：字句相同；改动：改了字词或数字；改写：意思相近，换了说法；同题：说同一件事；
新增、不见：另一份报告里没有；移位：前后次序变了。[-…-] 为删去的，{+…+} 为增加的。
报告可以是文件、书库里的 地区/年度，或 -（标准输入）；只写一份，则与书库里上一年的对照。
--within 在一份报告内，列出各节各题在工作回顾与工作安排中的对应之处；没有把握的标 ≈ 可能。
没有可列的句子时退出状态为 1。"""
DIFF_EXAMPLES = """\
例：
  huiji-tui diff 郑州市/2023 郑州市/2024
  huiji-tui diff 郑州市/2024 --kinds 新增,不见
  huiji-tui diff 2023年.docx 2024年.docx --ignore-numbers --only-changes
  huiji-tui diff 郑州市/2024 --format csv --bom > 对读.csv
  huiji-tui diff --within 郑州市/2024 --in '一(三)'
在屏幕上对读：huiji-tui 郑州市/2023 郑州市/2024"""
WORDS = "报告"
WORDS_HELP = "一份或两份报告，原来的在前：文件、地区/年度、- 为标准输入"
KINDS = "类别"
KINDS_HELP = (
    "只列这些句子，逗号隔开：照旧、改动、改写、同题、新增、不见、移位，或 json 中的英文名称（移位为 moved）"
)
IGNORE_NUMBERS_HELP = "数字、年份不同不算改动"
ONLY_CHANGES_HELP = "不列照旧的句子"
WITHIN_HELP = "一份报告内，回顾与安排的对应之处"
IN_HELP = "只列在这一章、节的：3.1、三(一)、标题中的词；两份报告时以现报告为准"
NEED_REPORTS = "要写一份或两份报告；用法见 huiji-tui diff --help"
ONE_WITHIN = "--within 后写一份报告，不再写别的报告"
NOTHING = "没有这样的句子"
NO_SECTIONS = "没有可对应的节、题：报告未分出回顾与安排，或所选章节没有小节"
COUNTERPART_COLUMNS = ("章节", "相似度", "对应", "其次")
SEPARATOR = "｜"
DELETED, ADDED = ("[-", "-]"), ("{+", "+}")


def not_with_within(option: str) -> str:
    """Tell that an option concerns two reports."""
    return f"{option} 用于对照两份报告，不与 --within 同用"


def no_such_kind(name: str) -> str:
    """Tell that there is no such kind of pair."""
    return f"没有这一类：{name}；可写 {'、'.join([*KIND_NAMES.values(), MOVED])}"


def title(earlier: str, later: str) -> str:
    """Head the sentences of two reports."""
    return f"{earlier} → {later}"


def named(place: str, year: object, file: str) -> str:
    """Name a report in a title."""
    return f"{place} {year}".strip() if place and year else file or place


def counted(counts: Mapping[str, int]) -> str:
    """Print how many sentences there are of each kind, and how many moved."""
    parts = [f"{name} {counts[kind]}" for kind, name in KIND_NAMES.items()]
    total = sum(counts[kind] for kind in KIND_NAMES)
    return SEPARATOR.join([f"句 {total}", *parts, f"{MOVED} {counts['moved']}"])


def no_predecessor(name: str) -> str:
    """Tell that a library has no report of the year before."""
    return f"书库里没有{name}上一年的报告，写出要对照的报告：huiji-tui diff 原报告 现报告"
