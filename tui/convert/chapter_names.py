"""How chapters are called: by the time they speak of and what they do, or by the work on the government itself."""

from __future__ import annotations

import re

#: Characters of a heading that numbers nothing, at most.
LONGEST = 34
_TIME = r"(?:年|时期|以来|过去|今后|今年|去年|当前|本届|上半年|下半年|一年|五年)"
_DONE = r"(?:回顾|总结|工作|任务|目标|安排|部署|要求|思路|打算|计划|意见|建议|形势|成就|成绩|情况|重点|措施|谋划|设想|展望|基本估计|取向)"
_OWN_WORK = r"(?:加强|推进|强化|提升|提高|抓好|深化).{0,6}政府.{0,6}(?:建设|能力|水平|效能)"
_TIMED = re.compile(rf"{_TIME}.{{0,16}}{_DONE}$")
_OWN = re.compile(rf"{_OWN_WORK}$")
_BEGINS_NONE = re.compile(r"\s*(?:[—―–-]|[(（]|在|根据|围绕|经|为|关于.*的报告)")
_PAUSE = re.compile(r"[。；;！!？?：:,，]")
#: The longest name at the head of a text, before what begins its first sentence.
_AT_HEAD = re.compile(
    rf"\s*(?:[^。；;！!？?：:,，]{{0,12}}?{_TIME}[^。；;！!？?：:,，]{{0,14}}?{_DONE}(?:(?:和|及|与)[^。；;！!？?：:,，]{{2,10}}?{_DONE})?|[^。；;！!？?：:,，]{{0,4}}{_OWN_WORK})"
    rf"(?!{_DONE}|[的和及与、，：:])"
)


def names_a_time(heading: str) -> bool:
    """Whether a heading says what was, or will be, done when: ``2023年工作回顾``."""
    return bool(_TIMED.search(heading))


def is_chapter_name(line: str) -> bool:
    """Whether a line without a number is one of the names that chapters have."""
    return (
        4 <= len(line) <= LONGEST
        and not _PAUSE.search(line)
        and bool(_TIMED.search(line) or _OWN.search(line))
        and not opens_no_chapter(line)
    )


def opens_no_chapter(line: str) -> bool:
    """Whether a line begins as no heading does."""
    return bool(_BEGINS_NONE.match(line))


def name_end(text: str, start: int) -> int | None:
    """Where the name ends that a chapter has at an offset, None where what stands there is none."""
    found = _AT_HEAD.match(text, start)
    return found.end() if found else None
