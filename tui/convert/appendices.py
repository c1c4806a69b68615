"""Find what follows a report: glossaries, tables, lists of projects, the foot of a web page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.convert.headings import ADDRESS, Style, numbered
from tui.report.grammar import NUMERAL
from tui.report.numerals import small_number

#: Appendices come after this share of a text; before it, such titles are part of the report.
_MIN_SHARE = 0.4
#: Characters of a title.
MAX_TITLE = 34
#: A title may be longer by so many characters once one was found.
_MORE_TITLE = 10
_COUNT = f"(?:[0-9]|{NUMERAL}){{0,3}}"
#: Titles of appendices, each with an example.
APPENDIX_TITLES: tuple[tuple[str, str], ...] = (
    (rf"附\s*[件录表注页]?\s*{_COUNT}\s*[:：]?", "附件1"),
    (r"附[:：].*", "附：短语说明"),
    (rf"附\s*[件录表]\s*{_COUNT}\s*[:：]?.*", "附件二：重点项目表"),
    (r".{0,14}(?:名词|术语|词语|短语|缩略语|用语).{0,4}(?:解释|注释|注解|说明|释义|简释)(?:[及和与].{0,8})?", "有关名词解释"),
    (r"关于.{0,20}(?:修改|解释).{0,6}说明", "关于政府工作报告修改情况的说明"),
    (r"(?:相关|有关)?(?:注\s*[释解]?|释\s*义|词解释)(?:[和及与]说明)?", "注 释"),
    (r".{0,14}(?:数据|指标).{0,6}(?:汇总表|一览表)", "主要指标一览表"),
    (r"(?:主要)?参考(?:文献|资料)", "参考文献"),
)  # fmt: skip
#: Titles of lists that a report may also have inside it: of what will be done for people.
_DEEDS = re.compile(
    r".{0,12}(?:十|[0-9]{1,2}|[一二三]十)[大件项]{0,2}.{0,8}(?:民生|为民|惠民|利民)?.{0,2}实事.{0,6}"
)
#: Lines of notes that have no title, each form with an example. Their group is the number.
NOTE_FORMS: tuple[tuple[str, str], ...] = (
    (r"[\[【〔［][\^注]?(\d{1,3})[\]】〕］]", "[1]双碳：碳达峰与碳中和。"),
    (r"注(\d{1,3})[:：.、]", "注1：双碳，碳达峰与碳中和。"),
    (r"(\d{1,3})[.．、]?\s*[“\"《].{1,30}[”\"》].{0,12}?(?:[:：]|指|是)", "1.“双碳”：碳达峰与碳中和。"),
    (r"(\d{1,3})\s*[.．、](?!\d)", "1.新建住房。"),
    (rf"({NUMERAL}{{1,3}})、[^。:：]{{2,24}}[。:：]", "一、安居工程。新建住房。"),
)  # fmt: skip
#: How lines begin that a web page adds, each with an example.
TRAILING_LINES: tuple[tuple[str, str], ...] = (
    (r"分享到|扫一扫|打印|关闭|返回顶部|【?字体", "分享到：微信"),
    (r"标签|上一篇|下一篇|相关(?:文章|链接|新闻|阅读)", "上一篇：公告"),
    (r"责任编辑|责编|编辑|来源|版权所有|主办单位|[(（]《人民日报》", "责任编辑：王明"),
)
#: How lines begin that are printed below a report, above its appendices, each with an example.
PRINTED_LINES: tuple[tuple[str, str], ...] = (
    (r"[(（](?:新华社|本稿)", "（新华社北京2026年3月13日电）"),
    (r"[^。，]{0,30}(?:会议|大会)秘书处", "某市第三届人民代表大会第一次会议秘书处"),
    (
        r"[(（](?=[^。]{0,40}会议?[^。]{0,8}(?:通过|批准)[)）])",
        "（2018年1月30日某市第三届人民代表大会第一次会议通过）",
    ),
)
_APPENDIX = re.compile("|".join(f"(?:{pattern})" for pattern, _ in APPENDIX_TITLES))
#: A title that only says that it is one: the name stands in the line below.
_BARE_TITLE = re.compile(APPENDIX_TITLES[0][0])
_NOTES = tuple(re.compile(rf"\s*{pattern}") for pattern, _ in NOTE_FORMS)
_TRAILING = re.compile(f"(?:{'|'.join(pattern for pattern, _ in TRAILING_LINES)}).{{0,40}}")
_PRINTED = re.compile(f"(?:{'|'.join(pattern for pattern, _ in PRINTED_LINES)}).{{0,40}}")
#: Marks around a title.
_MARKS = "[]【】〔〕（）()《》*#※<!->:： \u3000"
#: An entry of a list, such as a file of a web page, or a row of a table.
_LISTED = re.compile(r"[-—·•]|.*\|")
_FILE = re.compile(r"\.(?:docx?|wps|pdf|xlsx?)$", re.IGNORECASE)
_ENDS_AS_TEXT = re.compile(r"[。:：;；!！]$")
#: Words of the sentence that closes a report.
_CLOSES = re.compile("让我们|奋斗|谢谢|前进|周围|贡献|谱写|再创")
_MIN_NOTES = 3
#: Characters in which lines are alike, and how many alike are no foot of a web page.
_BEGINNING, _MIN_RECURRING = 4, 3


class Appendix(NamedTuple):
    """A part after the report.

    Attributes:
        line: The index of its first line.
        name: ``annex``, or ``trailing`` for what a web page adds.
        title: Its title, None where it has none.
    """

    line: int
    name: str
    title: str | None


def find_appendices(lines: Sequence[str]) -> list[Appendix]:
    """Return the parts after a report in order; nothing follows what a web page adds."""
    titled = list(_titled(lines))
    closing = _last_address(lines)
    if closing is None:
        return titled
    notes = _first_note(lines, closing + 1, titled[0].line if titled else len(lines))
    if notes is None or not any(map(_CLOSES.search, lines[closing:notes])):
        return titled
    above = next((index for index in range(notes - 1, closing, -1) if lines[index].strip()), closing)
    title = lines[above].strip()
    if above > closing and len(title) <= MAX_TITLE and not _ENDS_AS_TEXT.search(title):
        return [Appendix(above, "annex", title), *titled]
    return [Appendix(notes, "annex", None), *titled]


def _titled(lines: Sequence[str]) -> Iterator[Appendix]:
    size = sum(map(len, lines))
    passed = 0
    report = _ReportEnd(lines)
    max_title = MAX_TITLE
    named = -1  # the line of a name that belongs to the title above it
    for index, line in enumerate(lines):
        title = line.strip() if index != named else ""
        if title and passed > size * _MIN_SHARE and len(title) <= max_title:
            if _TRAILING.fullmatch(title) and not _recurs(title, lines):
                yield Appendix(index, "trailing", None)
                return
            if _PRINTED.fullmatch(title) and report.may_end_at(index):
                yield Appendix(index, "trailing", None)
            if is_title(title) and (max_title > MAX_TITLE or report.may_end_at(index)):
                max_title = MAX_TITLE + _MORE_TITLE
                named = _line_of_name(lines, index, max_title)
                yield Appendix(index, "annex", lines[named].strip())
        passed += len(line)


def _recurs(title: str, lines: Sequence[str]) -> bool:
    """Return whether several lines begin as a title does: each entry of a list names its office, a web page only once."""
    beginning = title[:_BEGINNING]
    return sum(line.lstrip().startswith(beginning) for line in lines) >= _MIN_RECURRING


def _line_of_name(lines: Sequence[str], index: int, max_title: int) -> int:
    """Return the line with the name of an appendix: the one below a bare ``附件1``, else its title."""
    if not _BARE_TITLE.fullmatch(_unmarked(lines[index])):
        return index
    below = next((other for other in range(index + 1, len(lines)) if _unmarked(lines[other])), index)
    name = lines[below].strip()
    if len(name) > max_title or _BARE_TITLE.fullmatch(_unmarked(name)):
        return index
    is_text = _ENDS_AS_TEXT.search(name) or numbered(name) or any(note.match(name) for note in _NOTES)
    return index if (is_text or _LISTED.match(name)) and not is_title(name) else below


def _unmarked(title: str) -> str:
    return title.strip().replace("《政府工作报告》", "").strip(_MARKS)


def is_title(title: str) -> bool:
    """Return whether a short line is a title that parts after a report have."""
    name = _unmarked(title)
    is_list = _DEEDS.fullmatch(name) and not _ENDS_AS_TEXT.search(title) and not numbered(title)
    return bool(_APPENDIX.fullmatch(name) or is_list) and not _FILE.search(name)


def _last_address(lines: Sequence[str]) -> int | None:
    return next((index for index in range(len(lines) - 1, -1, -1) if ADDRESS.match(lines[index])), None)


class _ReportEnd:
    """Where a report may end: no address to the deputies follows, and no number that counts on.

    Args:
        lines: The text.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._last_address = _last_address(lines) or -1
        #: The lines of numbers of each style, and their values.
        self._numbers: dict[Style, tuple[list[int], list[int]]] = {"comma": ([], []), "bracket": ([], [])}
        for index, line in enumerate(lines):
            if (found := numbered(line)) and found[0] in self._numbers:
                indices, values = self._numbers[found[0]]
                indices.append(index)
                values.append(small_number(found[1]) or 0)

    def may_end_at(self, line: int) -> bool:
        """Return whether nothing below a line belongs to the report."""
        return line > self._last_address and not any(
            _counts_on(*numbers, line) for numbers in self._numbers.values()
        )


def _counts_on(indices: Sequence[int], values: Sequence[int], line: int) -> bool:
    """Return whether the first number below a line continues the last one above."""
    position = bisect_left(indices, line)
    return 0 < position < len(values) and 0 < values[position - 1] == values[position] - 1


def _first_note(lines: Sequence[str], low: int, high: int) -> int | None:
    """Return the line of the first of several notes that count up from one, None if there are none."""
    for form in _NOTES:
        first, reached = None, 0
        for index in range(low, high):
            match = form.match(lines[index])
            if match and small_number(match[1]) == reached + 1:
                first = index if first is None else first
                reached += 1
                if reached == _MIN_NOTES:
                    return first
    return None
