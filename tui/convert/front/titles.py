"""Read the title of a report, or of another document that is opened as one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.convert.front.dates import DATE, MEETING
from tui.report.model import DEFAULT_TITLE

_WORK_REPORT = "工作(?:报告|報告)"
#: A work report, unless the line says who delivers it or speaks of it.
_TITLE = re.compile(
    rf"[^,，。;；]{{0,40}}?(?<!作)(?<!作了)(?<!作政府)(?<!作了政府){_WORK_REPORT}(?![的》])|[^,，。;；作]{{0,30}}《[^》]{{0,20}}?{_WORK_REPORT}》$"
)
_END = re.compile(_WORK_REPORT)
_NOTES = re.compile(r"[(（][^)）]{0,100}[)）]|\[[^\]]{0,20}\]")
_PREFIX = re.compile(r"[#*—\-《【:：\s]+|(?:原?标题|题目|名称)[:：]")
#: What may stand before a title on its line: who delivered the report, and where.
_DELIVERED = re.compile(r"^.*?(?:[会會][议議]|大[会會])上(?:所?作)?的")
#: How titles of other documents end, each with an example.
OTHER_TITLES: tuple[tuple[str, str], ...] = (
    (r"公报|公報|公告|通报|年报|年鉴", "2024年某市国民经济和社会发展统计公报"),
    (r"报告|报告书|报告摘要|情况说明", "关于某市2023年预算执行情况和2024年预算草案的报告"),
    (r"规划|规划纲要|纲要|计划|方案|要点|草案|草案修订版", "某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要"),
    (r"决定|决议|通知|意见|办法|条例|讲话|致辞|总结|白皮书", "某市人民代表大会常务委员会关于批准决算的决议"),
)  # fmt: skip
_OTHER = re.compile(
    rf"[^。；;！!？?]{{2,80}}(?:{'|'.join(endings for endings, _ in OTHER_TITLES)})(?:[(（].{{0,20}}[)）])?"
)
#: The first line of a title that goes on: ``关于某市2023年预算执行情况``, ``和2024年预算草案的报告``.
_HALF = re.compile(r"[^。；;！!？?]{0,40}?关于[^。；;！!？?]{4,60}")
#: Characters of a title, and how many lines at the top that may hold one.
_MIN_TITLE, _MAX_TITLE, _MAX_LINES = 2, 80, 12
_SENTENCE = re.compile("[。|]|[；;！!？?：:]$")
_NO_TITLE = re.compile(
    r"^(?:(?:发布|发表|更新|成文)?(?:时间|日期)[:：]|来源|作者|字[体号]|打印|目\s*录$|[一二三四五六七八九十]{1,3}、|第.{1,3}[章节回]|[(（—\-|0-9]|.{0,4}首页|当前位置|您(?:的|现在)|索引号|文号|各位)"
)
#: Of the documents that address the deputies, only work reports state no title.
_ADDRESS = re.compile("各位代表|各位人大代表")
_CONGRESS = re.compile("人民代表大[会會]|人大.{1,4}次会议")
_CHAPTER = re.compile("工作的?(?:回顾|总结|安排|打算|部署)|政府自身建设")


def work_report_titles(lines: Sequence[str]) -> list[int]:
    """Return which of the front lines, squeezed, are titles of work reports."""
    return [index for index, line in enumerate(lines) if _TITLE.match(line)]


def after_title(line: str) -> str:
    """Return what follows the title of a work report on its line; a line without one as it is."""
    if not _TITLE.match(line):
        return line
    return line[[match.end() for match in _END.finditer(line)][-1] :]


def work_report_title(line: str) -> str:
    """Return the title that a line begins with, without notes in brackets and marks before it."""
    line = _DELIVERED.sub("", _NOTES.sub("", line))
    match = _END.search(line)
    title = line[: match.end()] if match else line
    while prefix := _PREFIX.match(title):
        title = title[prefix.end() :]
    return title or DEFAULT_TITLE


def other_title(lines: Sequence[str], is_work_report: bool, file_stem: str) -> str:
    """Return the title of a document that states no title of a work report.

    Args:
        lines: The front lines, squeezed.
        is_work_report: Whether it is a work report all the same.
        file_stem: The name of the file, without its suffix.
    """
    candidates = [line for line in map(_bare, lines[:_MAX_LINES]) if _may_be_title(line)]
    for line, following in zip(candidates, [*candidates[1:], ""], strict=False):
        if _HALF.fullmatch(line) and not _OTHER.fullmatch(line) and _OTHER.fullmatch(following):
            return _NOTES.sub("", line + following)
        if _OTHER.fullmatch(line):
            return _NOTES.sub("", line)
    if is_work_report:
        return DEFAULT_TITLE
    return (candidates[0] if candidates else file_stem) or DEFAULT_TITLE


def is_work_report(lines: Sequence[str], headings: Sequence[str], text: str) -> bool:
    """Return whether a document without such a title is a work report: by whom it is said to, or its chapters."""
    return bool(
        _ADDRESS.search(text)
        or _CONGRESS.search("".join(lines))
        or any(_CHAPTER.search(heading) for heading in headings)
    )


def _bare(line: str) -> str:
    prefix = _PREFIX.match(line)
    return line[prefix.end() :] if prefix else line


def _may_be_title(line: str) -> bool:
    is_short = _MIN_TITLE <= len(line) <= _MAX_TITLE and not _SENTENCE.search(line)
    return is_short and not any(pattern.search(line) for pattern in (_NO_TITLE, DATE, MEETING))
