"""Drop marks of other formats that an export left in the text: comments, bold marks, tags, lost characters."""

from __future__ import annotations

import re

from tui.report.grammar import CLAUSE_ENDS, CLOSERS

#: Where a newspaper goes on with a text on another page, with the line breaks around it.
_TURNED = re.compile(
    r"\s*[(（]下?转第?[^（）()\n]{1,6}版[)）](?:\s*[(（](?:上接|紧接)第?[^（）()\n]{1,6}版[)）])?[ \u3000]*"
    r"|\s*[(（](?:上接|紧接)第?[^（）()\n]{1,6}版[)）][ \u3000]*"
)
_OPEN, _CLOSE = "<!--", "-->"
#: Characters of a comment that is no text of the report, such as the caption of a photograph.
_MAX_COMMENT = 400
_BOLD = re.compile(r"(?<!\*)\*\*(?!\*)")
#: Characters between a bold mark and its counterpart, which may be lines below; more only at the end of a line.
_MAX_BOLD = 6000
#: What stands before an opening mark, apart from the beginning of a line.
_BEFORE_OPENING = frozenset(" \u3000\t。；：，、！？（“")
_TAG = re.compile(
    r"</?(?:br|b|strong|em|i|u|p|div|span|font|center|sup|sub)(?:[ \t][^<>\n]{0,200})?/?>", re.IGNORECASE
)
_TAG_BREAKS = re.compile(r"<(?:br|/p|/div)\b", re.IGNORECASE)
#: What is short and ends without a mark is a heading, which the mark of its lost number still shows.
_ORPHAN = re.compile(
    rf"((?:^|[{CLAUSE_ENDS}{CLOSERS}])[ \u3000]*\n\s*|^[ \u3000]*)[、，](?=\S)(?![^{CLAUSE_ENDS}\n]{{4,34}}(?:\n|$))"
)
#: What such a mark stands behind, which is much faster to look for first.
_MAY_BE_ORPHAN = re.compile(r"\n[^\S\n]*[、，]")


def drop_comments(text: str) -> tuple[str, int]:
    """Drop comments with the lines they have for themselves; of long ones, only the marks."""
    kept: list[str] = []
    end = count = 0
    begins_line = True  # whether what follows ``end`` does
    for start, close in _comments(text):
        inner = text[start + len(_OPEN) : close - len(_CLOSE)]
        before = text[end:start]
        _, line_break, beside = before.rpartition("\n")
        has_own_line = (begins_line or bool(line_break)) and not beside.strip()
        begins_line = has_own_line and text.startswith("\n", close) and len(inner) <= _MAX_COMMENT
        kept += before.replace(_OPEN, "").replace(_CLOSE, ""), inner if len(inner) > _MAX_COMMENT else ""
        end, count = close + begins_line, count + 1
    rest = text[end:]
    lone = rest.count(_OPEN) + rest.count(_CLOSE)
    return "".join([*kept, rest.replace(_OPEN, "").replace(_CLOSE, "")]), count + lone


def drop_turned_pages(text: str) -> tuple[str, int]:
    """Drop the marks of a newspaper that a text goes on on another page; a sentence that they divide is joined."""
    if "版)" not in text and "版）" not in text:  # to look for all of it takes twenty times as long
        return text, 0
    return _TURNED.subn(lambda match: _break_behind(text[: match.start()][-1:], match[0]), text)


def _break_behind(before: str, mark: str) -> str:
    """Return what divides the text before a mark from that behind it: a line break below a whole sentence."""
    is_whole = before in CLAUSE_ENDS + CLOSERS and "\n" in mark
    return "\n" if is_whole or not before else ""


def captions(text: str) -> list[str]:
    """Return the texts of short comments: captions of photographs."""
    inner = (text[start + len(_OPEN) : close - len(_CLOSE)].strip() for start, close in _comments(text))
    return [caption for caption in inner if 0 < len(caption) <= _MAX_COMMENT]


def _comments(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of comments."""
    spans = []
    start = text.find(_OPEN)
    while start >= 0:
        close = text.find(_CLOSE, start + len(_OPEN))
        if close < 0:
            break
        start = max(start, text.rfind(_OPEN, start, close))  # one that was never closed comments nothing out
        spans.append((start, close + len(_CLOSE)))
        start = text.find(_OPEN, close + len(_CLOSE))
    return spans


def drop_bold_marks(text: str) -> tuple[str, int]:
    """Drop pairs of ``**`` around several lines, and single ones at the beginning of a line.

    Other single ones are kept: they may hide part of a name (``李**``).
    """
    if "**" not in text:
        return text, 0
    dropped: list[int] = []
    opening: int | None = None
    for match in _BOLD.finditer(text):
        start = match.start()
        ends_line = text[match.end() : match.end() + 1] in ("", "\n")
        is_near = opening is not None and (start - opening <= _MAX_BOLD or ends_line)
        if opening is not None and is_near and not text[start - 1].isspace():
            dropped += opening, start
            opening = None
        elif start == 0 or text[start - 1] == "\n" or text[start - 1] in _BEFORE_OPENING:
            dropped += _single(text, opening)
            opening = start
    dropped += _single(text, opening)
    kept, end = [], 0
    for start in dropped:
        kept.append(text[end:start])
        end = start + len("**")
    return "".join([*kept, text[end:]]), len(dropped)


def _single(text: str, opening: int | None) -> list[int]:
    """Return an opening mark without counterpart, if it begins a line."""
    begins_line = opening is not None and (opening == 0 or text[opening - 1] == "\n")
    return [opening] if opening is not None and begins_line else []


def drop_tags(text: str) -> tuple[str, int]:
    """Drop HTML tags in a text that is no web page; those that break lines leave a break, in a table a space."""
    if "<" not in text:
        return text, 0
    lines = [
        _TAG.subn(_break_or_space if "|" in line else _break_or_nothing, line) for line in text.split("\n")
    ]
    return "\n".join(line for line, _ in lines), sum(count for _, count in lines)


def _break_or_nothing(tag: re.Match[str]) -> str:
    return "\n" if _TAG_BREAKS.match(tag[0]) else ""


def _break_or_space(tag: re.Match[str]) -> str:
    return " " if _TAG_BREAKS.match(tag[0]) else ""


def drop_orphan_marks(text: str) -> tuple[str, int]:
    """Drop the mark behind a number that was lost, at the beginning of a paragraph below a whole sentence."""
    may_be = text.lstrip(" \u3000").startswith(("、", "，")) or _MAY_BE_ORPHAN.search(text)
    return _ORPHAN.subn(r"\1", text) if may_be else (text, 0)
