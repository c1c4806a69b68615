"""Find the terms that a text has in quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.report.grammar import NUMERAL, SENTENCE_ENDS

_QUOTED = re.compile('[“"]([^“”"\n]{2,24})[”"]|《([^《》\n]{2,40})》')
#: Characters of which some are in a term: a number alone is none.
_LETTER = re.compile("[\u4e00-\u9fffA-Za-z]")
#: Honours: 荣获“全国双拥模范城市”称号, “质量之光魅力城市”奖; ships, satellites: “鄂州舰”.
_HONOUR_BEFORE = re.compile(
    "(?:获|获得|荣获|评为|评定为|授予|入选|命名为|列入|列为|跻身)[^，。；、“”]{0,12}[“《]$"
)
_HONOUR_BEHIND = re.compile("[”》](?:[^，。；、“”]{0,6}(?:称号|奖|荣誉|行列))")
#: A short name goes on behind its marks: “双十”工程.
_HEAD = re.compile('[”"](?:工程|行动|计划|战略|改革|攻坚战)')
_SHORT_NAME = 3


#: A name that is a number and what it counts, in a few letters: “六稳”, “二标”, “九个一”.
_SHORTHAND = re.compile(f"(?!一){NUMERAL}{{1,2}}[\u4e00-\u9fff]{{1,2}}\\Z")
_LONGEST_SHORTHAND, _OFTEN = 3, 2
#: What begins an explanation behind the marks: “二标”指, “六辅”即.
_EXPLAINED = re.compile('[”"](?:，|,)?(?:是指|指的?是?|即|就是|[:：(（])')


class QuotedTerm(NamedTuple):
    """A term in quotation marks.

    Attributes:
        text: Without the marks; with them where the name goes on behind: “双十”工程.
        start: Of the half-open span of its first occurrence in marks, without these unless the text has them.
        end: Of that span.
        name: What is in the marks.
        is_title: Whether it is in 《》.
        is_honour: Whether it is what somebody was called or given.
    """

    text: str
    start: int
    end: int
    name: str
    is_title: bool = False
    is_honour: bool = False


def quoted_terms(text: str) -> tuple[QuotedTerm, ...]:
    """Return the terms in quotation marks, each where it is first."""
    found: dict[str, QuotedTerm] = {}
    for match in _QUOTED.finditer(text):
        group = 1 if match[1] is not None else 2
        term = match[group]
        start, end = match.span(group)
        if term in found or not _LETTER.search(term) or any(mark in term for mark in SENTENCE_ENDS):
            continue
        is_honour = bool(
            _HONOUR_BEFORE.search(text, max(0, start - 20), start) or _HONOUR_BEHIND.match(text, end)
        )
        head = _HEAD.match(text, end) if len(term) <= _SHORT_NAME and group == 1 else None
        if head is not None:
            start, end = start - 1, head.end()
        found[term] = QuotedTerm(text[start:end], start, end, term, group == 2, is_honour)
    return tuple(found.values())


def is_bare_shorthand(name: str, text: str) -> bool:
    """Tell whether a term in quotation marks is a number with what it counts, which its text says once and does not explain.

    What is only told as a part of a longer one is no term of its own, explained or not: “二标” of “二标四实”.
    """
    if len(name) > _LONGEST_SHORTHAND or not _SHORTHAND.match(name):
        return False
    spots = [match.start() for match in re.finditer(re.escape(name), text)]
    alone = [
        at for at in spots if not _is_numbered(text[at - 2 : at]) and not _is_numbered(text[at + len(name) :])
    ]
    if len(alone) < len(spots):  # a part of a longer one
        return len(alone) < _OFTEN
    return len(spots) < _OFTEN and not any(_EXPLAINED.match(text, at + len(name)) for at in spots)


def _is_numbered(text: str) -> bool:
    """Tell whether a text begins as a numbered name does: 四实."""
    return re.match(f"{NUMERAL}[\u4e00-\u9fff]", text[:2]) is not None
