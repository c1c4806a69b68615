"""Recognise the names of chapters without numbers: when something was or will be done, or work on the government itself."""

from __future__ import annotations

import re

from tui.report.grammar import PAUSES

#: Characters of an unnumbered heading.
MIN_NAME, MAX_NAME = 4, 34
_TIME = r"(?:年|时期|以来|过去|今后|今年|去年|当前|本届|上半年|下半年|一年|五年)"
_DONE = r"(?:回顾|总结|工作|任务|目标|安排|部署|要求|思路|打算|计划|意见|建议|形势|成就|成绩|情况|重点|措施|谋划|设想|展望|基本估计|取向)"
_OWN_WORK = r"(?:加强|推进|强化|提升|提高|抓好|深化).{0,6}政府.{0,6}(?:建设|能力|水平|效能)"
#: How the names of chapters end, each with an example.
CHAPTER_NAMES: tuple[tuple[str, str], ...] = (
    (rf"{_TIME}.{{0,16}}{_DONE}", "2023年工作回顾"),
    (_OWN_WORK, "全面加强政府自身建设"),
)
#: How lines begin that are no headings, each with an example.
NO_HEADINGS: tuple[tuple[str, str], ...] = (
    (r"[—―–-]", "——2023年工作回顾"),
    (r"[(（]", "（2023年工作回顾）"),
    (r"在", "在2023年工作"),
    (r"根据|围绕|经|为", "根据今年工作安排"),
    (r"关于.*的报告", "关于2023年计划执行情况的报告及2024年计划"),
)
_TIMED = re.compile(rf"{_TIME}.{{0,16}}{_DONE}$")
_NAME = re.compile("|".join(f"(?:{pattern})$" for pattern, _ in CHAPTER_NAMES))
_NO_HEADING = re.compile(rf"\s*(?:{'|'.join(pattern for pattern, _ in NO_HEADINGS)})")
_PAUSE = re.compile(f"[{PAUSES}]")
#: The longest name at the head of a text, before what begins its first sentence.
_AT_HEAD = re.compile(
    rf"\s*(?:[^{PAUSES}]{{0,12}}?{_TIME}[^{PAUSES}]{{0,14}}?{_DONE}(?:(?:和|及|与)[^{PAUSES}]{{2,10}}?{_DONE})?"
    rf"|[^{PAUSES}]{{0,4}}{_OWN_WORK})(?!{_DONE}|[的和及与、，：:])"
)


def names_a_time(heading: str) -> bool:
    """Return whether a heading says when something was or will be done: ``2023年工作回顾``."""
    return bool(_TIMED.search(heading))


def is_chapter_name(line: str) -> bool:
    """Return whether a line without a number is a name that chapters have."""
    return (
        MIN_NAME <= len(line) <= MAX_NAME
        and not _PAUSE.search(line)
        and bool(_NAME.search(line))
        and not starts_as_no_heading(line)
    )


def starts_as_no_heading(line: str) -> bool:
    """Return whether a line starts in a way headings never do."""
    return bool(_NO_HEADING.match(line))


def name_end(text: str, start: int) -> int | None:
    """Return where the chapter name ends that begins at an offset, None where none begins there."""
    match = _AT_HEAD.match(text, start)
    return match.end() if match else None
