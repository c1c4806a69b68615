"""Read what a report remarks on figures: estimated, preliminary, comparable, in real terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tui.report.model import ATTRIBUTES, Attribute

#: What growth may be told without, besides the change of prices: 扣除留抵退税因素.
WITHOUT = r"(?:扣除|剔除)(?![^,，;；:：。]{0,8}(?:价|通胀|通货))[^,，;；:：。、\d%]{2,16}?"
#: Attributes, what says them in a clause before a number, and an example.
CLAUSE_RULES: tuple[tuple[Attribute, re.Pattern[str], str], ...] = (
    (
        "comparable",
        re.compile(r"同口径|可比口径|可比价|可比增|可比$|不变价|剔除[^,，]{1,10}因素"),
        "财政收入同口径增长5%。",
    ),
    (
        "real",
        re.compile(
            r"实际(?:年均|平均|分别|同比|比[^,，]{1,6})*(?:增|提高|下降|上升|递增)|扣除(?:价格|物价)[^,，]{0,4}因素"
        ),
        "农民人均纯收入实际增长5%。",
    ),
    ("preliminary", re.compile(r"初步(?:统计|核算|测算|预计|汇总)|快报"), "初步核算地区生产总值增长5%。"),
)
#: What a sentence says at its head of all its figures.
_HEAD = r"\A[—\s]*(?:[^,，。;；\d]{0,14}[,，])?(?:据|经|按)?(?:有关部门|统计部门|统计局)?(?:20\d\d年|全[年国省市区县州旗盟])*[,，]?"
_YEAR = r"[,，]?(?:(?:19|20)\d\d年|[去上]年)?"
_SENTENCE_RULES: tuple[tuple[Attribute | None, re.Pattern[str]], ...] = (
    (None, re.compile(_HEAD + r"(?:初步)?预计" + _YEAR)),
    ("preliminary", re.compile(_HEAD + r"初步(?:统计|核算|测算|预计|汇总)" + _YEAR)),
    ("comparable", re.compile(_HEAD + r"(?:按|以)?(?:可比口径|可比价格?|同口径|不变价格?)(?:计算)?[,，]")),
)
#: Where what was said at the head ends: other figures are promised, or of another year.
_ENDS = re.compile(
    r"目标|今后|明年|力争|(?<!\d)(?:19|20)\d\d年|过去.年|.年来|(?<![比较])去年|(?<![比较])上年(?!同期|末)"
)
_HEAD_CHARACTERS = 40
#: For all figures of the paragraph.
_SAME_BELOW = re.compile(r"[（(]下同[)）]")
_MAX_PARAGRAPH_CHARACTERS = 1000


def remarks_of(text: str, sentence: int, before: str, offset: int) -> tuple[bool, tuple[Attribute, ...]]:
    """Return whether a number is estimated, and its other attributes.

    Args:
        text: The report's text.
        sentence: Offset of its sentence.
        before: Its clause up to it.
        offset: Offset of the number.
    """
    said: set[Attribute | None] = {
        attribute for attribute, pattern, _ in CLAUSE_RULES if pattern.search(before)
    }
    said.update(_said_at_the_head(text, sentence, offset))
    estimated = "预计" in before or None in said
    return estimated, tuple(attribute for attribute in ATTRIBUTES if attribute in said)


def _said_at_the_head(text: str, sentence: int, offset: int) -> Sequence[Attribute | None]:
    head = text[sentence : sentence + _HEAD_CHARACTERS]
    said = _remarks_at(head, text, sentence, offset)
    if said or "下同" not in text[max(0, offset - _MAX_PARAGRAPH_CHARACTERS) : offset]:
        return said
    first = max(0, offset - _MAX_PARAGRAPH_CHARACTERS)
    paragraph = text.rfind("\n", first, offset) + 1
    if not paragraph and first:
        return ()
    head = text[paragraph : paragraph + _HEAD_CHARACTERS]
    same = _SAME_BELOW.search(text, paragraph, offset)
    return _remarks_at(head, text, paragraph, offset) if same else ()


def _remarks_at(head: str, text: str, start: int, offset: int) -> list[Attribute | None]:
    said: list[Attribute | None] = []
    for attribute, end in _said_of_all(head):
        if start + end <= offset and not _ENDS.search(text, start + end, offset):
            said.append(attribute)
    return said


@lru_cache(maxsize=8)  # the same for all figures of a sentence
def _said_of_all(head: str) -> tuple[tuple[Attribute | None, int], ...]:
    """Return what the head of a sentence says of all its figures, each with its end."""
    matches = ((attribute, pattern.match(head)) for attribute, pattern in _SENTENCE_RULES)
    return tuple((attribute, match.end()) for attribute, match in matches if match)
