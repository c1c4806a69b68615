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
    (r"总结[和及与暨][^。；;！!？?]{2,20}(?:打算|安排|计划|思路|要点|谋划)", "某市教育局2023年工作总结和2024年工作打算"),
    (r"(?:开幕|闭幕|闭会|召开|举行)", "某市第四届人民代表大会第四次会议隆重开幕"),
)  # fmt: skip
_OTHER = re.compile(
    rf"[^。；;！!？?]{{2,80}}(?:{'|'.join(endings for endings, _ in OTHER_TITLES)})(?:[(（].{{0,20}}[)）])?"
)
#: Titles of speeches, which name the meeting. At a congress, such a line says where a work report was delivered.
_SPEECH = re.compile(r"在(?!.*(?:人民代表大会|人大)).{4,60}上的(?:报告|讲话|致辞|发言)")
#: How the first line of a title ends, or begins, that goes on in the next one, each with an example.
UNFINISHED_TITLES: tuple[tuple[str, str], ...] = (
    (r"[^。；;！!？?]{0,40}?关于[^。；;！!？?]{4,60}", "关于某市2023年国民经济和社会发展计划"),
    (r"[^。；;！!？?]{3,60}(?:[和与及暨、的]|[0-9]{4}年|发展)", "某市国民经济和社会发展第十四个五年规划和"),
)  # fmt: skip
_UNFINISHED = re.compile("|".join(pattern for pattern, _ in UNFINISHED_TITLES))
_FINISHED = re.compile("(?:报告|决议|决定|通知|公报|意见|办法|条例)$")
#: Characters of a title, and how many lines at the top that may hold one.
_MIN_TITLE, _MAX_TITLE, _MAX_LINES = 2, 80, 12
_SENTENCE = re.compile("[。|]|[；;！!？?：:]$")
_NO_TITLE = re.compile(
    r"^(?:(?:发布|发表|更新|成文)?(?:时间|日期)[:：]|来源|作者|字[体号]|打印|目\s*录$|[一二三四五六七八九十]{1,3}、|第.{1,3}[章节回]|[(（—\-|]|.{0,4}首页|当前位置|您(?:的|现在)|索引号|文号|各位)"
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


def document_title(lines: Sequence[str]) -> str:
    """Return the title that names another kind of document than a work report; empty if none of the front lines does.

    Args:
        lines: The front lines, squeezed.
    """
    bare = [_NOTES.sub("", _bare(line)) for line in lines[:_MAX_LINES]]
    for line, following in zip(bare, [*bare[1:], ""], strict=False):
        is_title = _may_be_title(line) and bool(_OTHER.fullmatch(line))
        if _goes_on(line, is_title) and _may_be_title(following) and _OTHER.fullmatch(following):
            return line + following
        if is_title:
            return line
    return ""


def first_line_title(lines: Sequence[str], file_stem: str) -> str:
    """Return the first line that may be a title, such as that of a novel; else the name of the file.

    Args:
        lines: The front lines, squeezed.
        file_stem: The name of the file, without its suffix.
    """
    candidates = (_bare(line) for line in lines[:_MAX_LINES])
    named = (line for line in candidates if _may_be_title(line) and not line[0].isdecimal())
    return next(named, file_stem) or DEFAULT_TITLE


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


def _goes_on(line: str, is_title: bool) -> bool:
    """Return whether a line is the first one of a title in two, though it may look like a whole one."""
    is_whole = is_title and bool(_FINISHED.search(line))
    return _may_be_title(line) and not is_whole and bool(_UNFINISHED.fullmatch(line))


def _may_be_title(line: str) -> bool:
    is_short = _MIN_TITLE <= len(line) <= _MAX_TITLE and not _SENTENCE.search(line)
    states_more = any(pattern.search(line) for pattern in (_NO_TITLE, DATE, MEETING))
    return is_short and (not states_more or bool(_SPEECH.fullmatch(line)))
