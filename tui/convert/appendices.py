"""Find what follows a report: glossaries, tables, lists of projects, the foot of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.report.grammar import NUMERAL

#: Appendices come after this share of a text; before it, such titles are part of the report.
_MIN_SHARE = 0.4
_MAX_TITLE = 34
#: A title may be longer by so many characters once one was found.
_MORE_TITLE = 10
_COUNT = f"(?:[0-9]|{NUMERAL}){{0,3}}"
#: Titles of appendices, each with an example.
APPENDIX_TITLES: tuple[tuple[str, str], ...] = (
    (rf"附[件录表注]?\s*{_COUNT}\s*[:：]?", "附件1"),
    (r"附[:：].*", "附：短语说明"),
    (rf"附\s*[件录表]\s*{_COUNT}\s*[:：]?.*", "附件二：重点项目表"),
    (r".{0,14}(?:名词|术语|词语|短语|缩略语|用语).{0,4}(?:解释|注释|说明|释义|简释)", "有关名词解释"),
    (r"(?:相关|有关)?注\s*释", "注 释"),
    (r".{0,14}(?:数据|指标).{0,6}(?:汇总表|一览表)", "主要指标一览表"),
    (r".{0,12}(?:十|[0-9]{1,2}|[一二三]十)[大件项]{0,2}.{0,8}(?:民生|为民|惠民|利民)?.{0,2}实事.{0,6}", "2024年十件民生实事"),
)  # fmt: skip
#: How lines begin that a web page adds, each with an example.
TRAILING_LINES: tuple[tuple[str, str], ...] = (
    (r"分享到|扫一扫|打印|关闭|返回顶部|【?字体", "分享到：微信"),
    (r"标签|上一篇|下一篇|相关(?:文章|链接|新闻|阅读)", "上一篇：公告"),
    (r"责任编辑|责编|编辑|来源|版权所有|主办单位|[(（]《人民日报》", "责任编辑：王明"),
)
_APPENDIX = re.compile("|".join(f"(?:{pattern})" for pattern, _ in APPENDIX_TITLES))
_TRAILING = re.compile(f"(?:{'|'.join(pattern for pattern, _ in TRAILING_LINES)}).{{0,40}}")
_BRACKETS = "[]【】〔〕（）()《》*# \u3000"


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


def find_appendices(lines: Sequence[str]) -> Iterator[Appendix]:
    """Yield the parts after a report in order; nothing follows what a web page adds."""
    size = sum(map(len, lines))
    passed = 0
    max_title = _MAX_TITLE
    for index, line in enumerate(lines):
        title = line.strip()
        if title and passed > size * _MIN_SHARE and len(title) <= max_title:
            if _TRAILING.fullmatch(title):
                yield Appendix(index, "trailing", None)
                return
            if _APPENDIX.fullmatch(title.replace("《政府工作报告》", "").strip(_BRACKETS)):
                yield Appendix(index, "annex", title)
                max_title = _MAX_TITLE + _MORE_TITLE
        passed += len(line)
