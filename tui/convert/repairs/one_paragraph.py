"""Split a report that is one paragraph into its lines, before what begins one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.convert.chapter_names import name_end
from tui.report.grammar import CLAUSE_ENDS, NUMERAL, SENTENCE_ENDS
from tui.report.numerals import small_number

#: Characters of a paragraph that may be a whole report.
_MIN_REPORT = 3000
_MIN_LINES = 3
_HAN = "\u3400-\u9fff，。、；：！？“”‘’（）《》"
#: As text: hardly any report needs it.
_HAN_SPACE = rf"(?<=[{_HAN}]) (?=[{_HAN}0-9])|(?<=[0-9%]) (?=[{_HAN}])"
#: With more than one such space for so many characters, lines were joined with spaces.
_CHARACTERS_PER_SPACE = 100
#: Spaces between the lines of a text without line breaks: after the end of a sentence.
_PARAGRAPH_SPACE = re.compile(r"(?<=[。！？；：])[ \u3000]+(?=\S)")
_SPACES = re.compile(r"(?<![ \u3000])[ \u3000]++(?=\S)")
#: The address to the deputies at the end of the front lines, and the characters of those.
_FIRST_ADDRESS = re.compile(r"(?:尊敬的)?各位代表[^。；;]{0,8}[：:]")
_MAX_FRONT = 600
#: What begins a line, each kind with an example. The group of a kind holds the number.
LINE_STARTS: tuple[tuple[str, str, str], ...] = (
    ("chapter", rf"(?P<chapter>{NUMERAL}{{1,3}})、", "一、2023年工作回顾"),
    ("section", rf"[(（](?P<section>{NUMERAL}{{1,3}})[)）]", "（一）抓项目"),
    ("address", r"(?P<address>各位代表[：:！!，,])", "各位代表："),
    ("item", rf"(?<=[{SENTENCE_ENDS}] )(?P<item>{NUMERAL})是", "一是修路"),
)
_LINE_START = re.compile(
    rf"(?:(?<=[{CLAUSE_ENDS}\s])|^)(?:{'|'.join(pattern for _, pattern, _ in LINE_STARTS)})"
)
#: A heading that a space ends, and no full stop soon after: that would be where its line broke.
_HEADING_END = re.compile(r"[^。！？ ][^。！？]{2,43}?[^。！？ ](?= (?![^。！？]{0,12}。))")


def split_one_paragraph(text: str) -> tuple[str, int]:
    """Split the paragraph that most of a text is; return the number of its lines."""
    paragraph = max(text.split("\n"), key=len)
    if len(paragraph) < max(_MIN_REPORT, len(text) // 2):
        return text, 0
    address = _FIRST_ADDRESS.search(paragraph, 0, _MAX_FRONT)
    front = address.start() if address else 0
    spaces = len(re.findall(_HAN_SPACE, paragraph))
    has_broken_lines = spaces > len(paragraph) / _CHARACTERS_PER_SPACE
    if not has_broken_lines and len(_PARAGRAPH_SPACE.findall(paragraph)) > max(_MIN_LINES, spaces / 2):
        lines = _SPACES.sub("\n", paragraph[front:].strip())
        lines = f"{paragraph[:front]}\n{lines}" if front else lines
        return text.replace(paragraph, lines), lines.count("\n") + 1
    breaks = [*([front] if front else []), *_line_breaks(paragraph, front, has_broken_lines)]
    split = _split(paragraph, breaks, has_broken_lines)
    if len(split) < _MIN_LINES:
        return text, 0
    return text.replace(paragraph, "\n".join(split)), len(split)


def _line_breaks(paragraph: str, front: int, has_broken_lines: bool) -> Iterator[int]:
    """Yield the offsets of lines: where a number counts up or restarts, and where its heading ends."""
    expected = {"chapter": 1, "section": 1, "item": 1}
    for match in _LINE_START.finditer(paragraph, front):
        kind = match.lastgroup or ""
        if kind != "address":
            number = small_number(match[kind])
            if number not in (1, expected[kind]):
                continue
            expected[kind] = number + 1
            if kind == "chapter":
                expected["section"] = 1
        yield match.start()
        end = _heading_end(paragraph, match, kind, has_broken_lines)
        if end is not None:
            yield end


def _heading_end(paragraph: str, match: re.Match[str], kind: str, has_broken_lines: bool) -> int | None:
    """Return where the line of a heading, or of an address, ends; None if text follows on the same line."""
    if kind in ("chapter", "section") and has_broken_lines:
        heading = _HEADING_END.match(paragraph, match.end())
        if heading:
            return heading.end()
    if kind == "chapter":
        return name_end(paragraph, match.end())
    return match.end() if kind == "address" and paragraph[match.end() - 1] in "：:" else None


def _split(paragraph: str, breaks: list[int], has_broken_lines: bool) -> list[str]:
    """Return the lines between breaks, without the spaces where printed lines were joined."""
    pieces = [paragraph[low:high] for low, high in zip([0, *breaks], [*breaks, len(paragraph)], strict=True)]
    lines = [line.strip(" ") for piece in pieces for line in re.split("\u3000{2,}", piece)]
    return [re.sub(_HAN_SPACE, "", line) if has_broken_lines else line for line in lines if line]
