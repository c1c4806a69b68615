"""Join lines that were wrapped at the width of a page, or that break off within a sentence."""

from __future__ import annotations

import re

from tui.convert.repairs.joining import BEGINS, Paragraph, join, print_width
from tui.report.grammar import CLAUSE_ENDS, NUMERAL, PAUSES, SENTENCE_ENDS

#: Lines of a text that may be wrapped.
_MIN_LINES = 20
#: In half-width characters: the widest page; how much narrower than a full line is one that was broken, and one that
#: may end a paragraph; by how much the first line of a paragraph is set in.
_MAX_WIDTH, _WRAP_SLACK, _END_SLACK, _INDENT = 120, 12, 2, 4
#: The width of a line that is no heading, in half-width characters.
_MIN_UNFINISHED = 90
#: A headline with a stop, and the beginning of the sentence below it; characters of the line that goes on with it.
_CUT_HEADLINE = re.compile(r"\s*[\u4e00-\u9fff“”、，]{4,26}。[\u4e00-\u9fff\d“、]{2,12}")
_MIN_REST = 60
#: Characters of a heading, with its number.
_MAX_HEADING = 48
#: The last line of a heading takes at most this share of a full line.
_MAX_HEADING_SHARE = 0.75
_STOP = re.compile(rf"[{CLAUSE_ENDS}][”’）)]?\s*$")
_FULL_STOP = re.compile(f"[{SENTENCE_ENDS}]")
#: How long lines end that are whole, each with an example. The heading of a section may be long, without a mark.
FINISHED: tuple[tuple[str, str], ...] = (
    (r"(?:[。！？；：!?;:…”’）)》】]|\.\.\.)$", "城镇新增就业3000人。"),
    (r"[^\d\s]\.$", "财政收入增长4.9%."),
    (
        rf"(?:^|[{SENTENCE_ENDS}])\s*(?:{NUMERAL}{{1,3}}、|[(（]{NUMERAL}{{1,3}}[)）])"
        rf"[^{SENTENCE_ENDS}；;]{{4,70}}(?<![{PAUSES}、])$",
        "（一）坚持创新驱动发展，深入实施人才强市战略，加快建设具有重要影响力的区域科技创新中心",
    ),
)
_FINISHED = re.compile("|".join(pattern for pattern, _ in FINISHED))
#: Of the marks of these those at the end of nearly all lines, for which no pattern need be searched.
_USUAL_ENDS = ("。", "！", "；", "：")
#: Marks that may not begin a line: they take the character before them to the next line.
_CLOSING = frozenset("。，、；：！？”’）》")
#: Characters that a heading which fills a line does not hold.
_NO_HEADING = re.compile(r"[。；;：:]|[0-9]")


def join_wraps(text: str) -> tuple[str, int]:
    """Join wrapped lines, if most lines are as wide as the widest; return the number of joints."""
    lines = text.split("\n")
    full_width = _full_width(lines)
    if full_width is None:
        return text, 0
    page = _Page(full_width)
    return join(lines, page.goes_on, page.is_cut)


def join_halves(text: str) -> tuple[str, int]:
    """Join a long line that breaks off within a sentence with the next one; return the number of joints.

    A short one breaks off behind a headline with a stop, above a long one.
    """

    def goes_on(paragraph: Paragraph, _: str, following: str) -> bool:
        if paragraph.is_table or (end := paragraph.end.rstrip()).endswith(_USUAL_ENDS):
            return False
        if len(following) >= _MIN_REST and _CUT_HEADLINE.fullmatch(end):
            return True
        return not _FINISHED.search(end) and paragraph.inner_width > _MIN_UNFINISHED

    return join(text.split("\n"), goes_on)


def _full_width(lines: list[str]) -> int | None:
    """Return the width of full lines in half-width characters; None where lines are not wrapped."""
    filled = [line.strip() for line in lines if line.strip()]
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < _MIN_LINES or lengths[len(lengths) * 9 // 10] > _MAX_WIDTH:
        return None
    widths = [print_width(line) for line in filled]
    full = sorted(widths)[len(widths) * 9 // 10]
    wide = [line for line, width in zip(filled, widths, strict=True) if width >= full - _WRAP_SLACK]
    unfinished = sum(not _STOP.search(line) for line in wide)
    is_wrapped = full <= _MAX_WIDTH and 2 * len(wide) >= len(widths) and 2 * unfinished >= len(wide)
    return full if is_wrapped else None


class _Page:
    """Decides which lines of a page go on.

    Args:
        full: The width of a full line, in half-width characters.
    """

    def __init__(self, full: int) -> None:
        self._full = full

    def goes_on(self, paragraph: Paragraph, line: str, following: str) -> bool:
        """Return whether a line is as wide as one that the page ended."""
        indent = 0 if paragraph.is_joined else _INDENT
        if _STOP.search(line):
            slack = _END_SLACK + indent
        elif BEGINS.match(line) and not _NO_HEADING.search(line):  # a heading, unless the page cut it
            if not self._may_end_heading(line, following):
                return False
            slack = 1 + indent + (2 if following[1:2] in _CLOSING else 0)
        else:
            slack = _WRAP_SLACK
        return print_width(line.strip()) >= self._full - slack

    def is_cut(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph goes on whatever the next line begins with."""
        return paragraph.width > self._full and not _STOP.search(paragraph.end)

    def _may_end_heading(self, line: str, following: str) -> bool:
        """Return whether the next line may hold the rest of a heading: it ends soon, with a sentence or its line."""
        stop = _FULL_STOP.search(following)
        if stop:
            return len(line.strip()) + stop.start() <= _MAX_HEADING
        return print_width(following) < self._full * _MAX_HEADING_SHARE
