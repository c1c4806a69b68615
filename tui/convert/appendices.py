"""What stands behind a report: glossaries, tables, lists of projects, the foot of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

#: Annexes stand in the last part of a text; before, such words are those of the report.
_FIRST_SHARE = 0.4
_TITLE_MAX = 34
_ANNEX = re.compile(
    r"(?:附[件录表注]?\s*[0-9一二三四五六七八九十]{0,3}\s*[:：]?|附[:：].*|附\s*[件录表]\s*[0-9一二三四五六七八九十]{0,3}\s*[:：]?.*"
    r"|.{0,14}(?:名词|术语|词语|短语|缩略语|用语).{0,4}(?:解释|注释|说明|释义|简释)"
    r"|(?:相关|有关)?注\s*释|.{0,14}(?:数据|指标).{0,6}(?:汇总表|一览表)(?:[(（].{1,3}[)）])?"
    r"|.{0,12}(?:十|[0-9]{1,2}|[一二三]十)[大件项]{0,2}.{0,8}(?:民生|为民|惠民|利民)?.{0,2}实事.{0,6})"
)
_BRACKETS = "[]【】〔〕（）()《》*# \u3000"
_TRAILING = re.compile(
    r"(?:分享到|标签|上一篇|下一篇|责任编辑|责编|编辑|来源|相关(?:文章|链接|新闻|阅读)|扫一扫|打印|关闭|返回顶部|版权所有|主办单位|【?字体"
    r"|[(（]《人民日报》).{0,40}"
)


def annexes(lines: Sequence[str]) -> Iterator[tuple[int, str, str | None]]:
    """Where each part behind the report begins.

    Returns:
        For each the index of its first line, ``annex`` or ``trailing``, and its title where it has one.
    """
    size = sum(map(len, lines))
    passed = 0
    begun = ""
    for index, line in enumerate(lines):
        words = line.strip()
        if words and passed > size * _FIRST_SHARE and len(words) <= _TITLE_MAX + (10 if begun else 0):
            title = words
            if begun != "trailing" and _TRAILING.fullmatch(words):
                yield index, "trailing", None
                begun = "trailing"
            elif begun != "trailing" and _ANNEX.fullmatch(
                words.replace("《政府工作报告》", "").strip(_BRACKETS)
            ):
                yield index, "annex", title
                begun = "annex"
        passed += len(line)
