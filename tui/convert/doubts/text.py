"""Doubt the text itself, and a file that is named after something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from tui.convert.doubts.finished import Finished
from tui.messages import doubts
from tui.report.grammar import CLAUSE_ENDS
from tui.report.model import Doubt

_LINE_END = re.compile(rf"[{CLAUSE_ENDS}，,、”’）)》】…]\s*$")
#: The shortest line that ends with a mark, and the share of those that may end without one.
_MIN_PARAGRAPH, _MAX_BROKEN, _MIN_BROKEN = 30, 0.3, 10
#: How paragraphs begin that have lost their first character, and how many are no slip.
_MIN_LOST = 2
_LOST_BEGINNING = re.compile(
    r"(?m)^[ \u3000]*(?:位代表[，：！:!]|在，我代表|年来，|刚过去的|是(?:更加|要|坚持|加强|加快|推进)"
    r"|[续极快面力化实筹](?:推进|推动|深化|加强|强化|做好|抓好|实施|扩大|谋划|提升|完善|落实|发展))"
)
#: Words printed twice, and how many are no slip.
_REPEATED, _MIN_REPEATED = re.compile(r"([\u4e00-\u9fff]{5,14})\1(?!\1)"), 4
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
#: Characters of a sample, and the share of them that common Chinese characters make up in any text.
_SAMPLE, _COMMON_SHARE = 4000, 0.85
#: First bytes of characters in frequent use: level 1 of GB 2312, and of Big5.
_GB2312_LEVEL_2, _BIG5_LEVEL_2 = 0xD8, 0xC9


def broken_lines(finished: Finished) -> Iterator[Doubt]:
    """Doubt a text whose paragraphs break off: columns that were read across, lines that were not joined."""
    text = finished.report.text
    broken, total, offset, first = 0, 0, 0, None
    for line in text.split("\n"):
        if len(line.strip()) >= _MIN_PARAGRAPH and "|" not in line and "\t" not in line:
            total += 1
            if not _LINE_END.search(line):
                broken += 1
                first = offset if first is None else first
        offset += len(line) + 1
    if broken >= _MIN_BROKEN and broken > total * _MAX_BROKEN:
        yield Doubt(doubts.broken_lines(broken), first)


def lost_beginnings(finished: Finished) -> Iterator[Doubt]:
    """Doubt a text whose paragraphs have lost their first characters: a page set them as large initials."""
    lost = list(_LOST_BEGINNING.finditer(finished.report.text))
    if len(lost) >= _MIN_LOST:
        yield Doubt(doubts.lost_beginnings(len(lost), lost[0][0].strip()), lost[0].start())


def repeated_words(finished: Finished) -> Iterator[Doubt]:
    """Doubt a text in which words are printed twice: a printed page sets bold words so, one above the other."""
    repeated = list(_REPEATED.finditer(finished.report.text))
    if len(repeated) >= _MIN_REPEATED:
        yield Doubt(doubts.repeated_words(len(repeated), repeated[0][0]), repeated[0].start())


def mojibake(finished: Finished) -> Iterator[Doubt]:
    """Doubt a text with many characters that are hardly ever used."""
    characters = Counter(finished.report.text[:_SAMPLE]).items()
    han = {character: times for character, times in characters if _FIRST_HAN <= character <= _LAST_HAN}
    common = sum(times for character, times in han.items() if _is_common(character))
    total = sum(han.values())
    if total > 100 and common < total * _COMMON_SHARE:
        yield Doubt(doubts.MOJIBAKE)


@lru_cache(maxsize=4096)  # most texts share most of their characters
def _is_common(character: str) -> bool:
    for encoding, level_2 in (("gb2312", _GB2312_LEVEL_2), ("big5", _BIG5_LEVEL_2)):
        try:
            if character.encode(encoding)[0] < level_2:
                return True
        except UnicodeEncodeError:
            pass
    return False


def not_a_report(finished: Finished) -> Iterator[Doubt]:
    """Doubt a document that is no work report."""
    if not finished.is_work_report:
        yield Doubt(doubts.NOT_A_WORK_REPORT)


def other_year(finished: Finished) -> Iterator[Doubt]:
    """Doubt a file that is named after another year than the report states."""
    front, year = finished.report.front, finished.file_name.year
    stated = {front.plan_year, front.review_year, int(front.date[:4]) if front.date else None} - {None}
    if year and stated and year not in stated:
        yield Doubt(doubts.file_of_other_year(year, front.plan_year or max(filter(None, stated))))


def other_place(finished: Finished) -> Iterator[Doubt]:
    """Doubt a file that is named after a place the report does not mention."""
    named = finished.file_name
    if named.place and named.place_stem not in finished.report.text:
        yield Doubt(doubts.file_of_other_place(named.place))
