"""Undoes what printing, copying and web pages do to a text: the paragraphs come back as they were written.

Each repair is made only where the whole text shows the damage, so that a sound text is never touched:
page numbers count up, wrapped lines are alike in width, a copy is as long as what it copies.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from itertools import accumulate

from tui.convert.chapter_names import name_end
from tui.convert.joining import BEGINS, Paragraph, join, print_width
from tui.report.numerals import small_number

_CN = "[一二三四五六七八九十]"
_ENDS = (*"。！？；：!?;:…”’）)》】", "...")
_LONE_MARK = re.compile(
    rf"^([ \u3000]*(?:{_CN}{{1,3}}、|[(（]{_CN}{{1,3}}[)）]|第{_CN}{{1,3}}部分))[ \u3000]*\n\s*(?=\S)",
    re.MULTILINE,
)
_FULL_STOP = re.compile(r"[。！？!?]")
#: Characters of a heading, with its number, at most.
_HEADING_MOST = 48
#: Marks that may not begin a line: the character before them goes to the next line with them.
_CLOSING = frozenset("。，、；：！？”’）》")
#: What a heading that takes most of a line does not hold.
_PAUSE = re.compile(r"[。；;：:]|[0-9]")
_STOP = re.compile(r"[。！？；：!?;:][”’）)]?\s*$")
_PAGE_LINE = re.compile(
    r"(?:[—－–-]{1,2}\s*(\d{1,3})\s*[—－–-]{0,2}|第?\s*(\d{1,3})\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|(\d{1,3}))"
)
_PAGE_LINE_MAX = 24
_PAGE_INLINE = re.compile(r"(?:(?<=\S)[ 　]{1,8})?[—－–]\s?(\d{1,3})\s?[—－–][ 　]{0,8}")
#: What :data:`_PAGE_INLINE` holds; looked for much faster.
_PAGE_MARK = re.compile(r"[—－–]\s?\d{1,3}\s?[—－–]")
#: Pages a text has at least before its numbers are taken out.
_PAGES = 3
#: A heading that runs over all pages leaves so much of its line free.
_HEAD_SHARE = 0.75
#: A text that holds so many doubled question marks asks nothing by them.
_LOST_SPACES = 5
_HAN = "\u3400-\u9fff，。、；：！？“”‘’（）《》"
_HAN_SPACE = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}0-9])|(?<=[0-9%]) (?=[{_HAN}])")
#: Where the lines of a text without line breaks are parted by spaces: behind what ends a sentence.
_PARAGRAPH_SPACE = re.compile(r"(?<=[。！？；：])[ \u3000]+(?=\S)")
_SPACES = re.compile(r"(?<![ \u3000])[ \u3000]++(?=\S)")
#: Who is addressed, at the end of what stands above the text, which is no longer than this.
_FIRST_ADDRESS = re.compile(r"(?:尊敬的)?各位代表[^。；;]{0,8}[：:]")
_FRONT_MOST = 600
_COPIED = 1000
_ONE_PARAGRAPH = 3000
_INLINE_MARK = re.compile(
    rf"(?:(?<=[。！？；：!?;:\s])|^)(?:(?P<chapter>{_CN}{{1,3}})、|[(（](?P<section>{_CN}{{1,3}})[)）]"
    rf"|(?P<address>各位代表[：:！!，,])|(?<=[。！？!?] )(?P<item>{_CN})是)"
)
#: A heading that a space ends, and no full stop soon after: that would be where its line broke.
_HEADING_END = re.compile(r"[^。！？ ][^。！？]{2,43}?[^。！？ ](?= (?![^。！？]{0,12}。))")
#: In half-width characters: how much narrower than a full line is one that was broken, and one that may end a paragraph; the widest page.
_WRAP_SLACK, _END_SLACK, _WRAP_MOST = 12, 2, 120
#: By how much the first line of a paragraph is set in.
_INDENT = 4
_WRAP_LINES = 20
#: The width of a line that is no heading.
_UNFINISHED = 90


def repair(text: str) -> tuple[str, list[str]]:
    """The text with its paragraphs whole, and what was done to it, a clause each."""
    notes = []
    for mend, told in _REPAIRS:
        mended, count = mend(text)
        if count and mended.strip():
            text = mended
            notes.append(told.format(count))
    return text, notes


def _spaces_for_question_marks(text: str) -> tuple[str, int]:
    """Spaces that a wrong encoding made ``??``."""
    if text.count("??") < _LOST_SPACES:
        return text, 0
    return re.subn(r"\?\?", "\u3000", text)


def _without_copies(text: str) -> tuple[str, int]:
    """Drops what repeats, line by line, a long stretch that stood before."""
    lines = text.split("\n")
    seen: dict[str, int] = {}
    kept: list[str] = []
    dropped = at = 0
    marks = [(index, line.strip()) for index, line in enumerate(lines) if line.strip()]
    words = [line for _, line in marks]
    sizes = list(accumulate(map(len, words), initial=0))
    end = 0
    while at < len(words):
        length = _copied_lines(words, sizes, seen.get(words[at]), at)
        if length:
            dropped += sizes[at + length] - sizes[at]
            at += length
            end = marks[at - 1][0] + 1
            continue
        kept += lines[end : marks[at][0] + 1]
        end = marks[at][0] + 1
        seen.setdefault(words[at], at)
        at += 1
    if not dropped:
        return text, 0
    return "\n".join([*kept, *lines[end:]]), dropped


def _copied_lines(words: list[str], sizes: list[int], earlier: int | None, at: int) -> int:
    """How many lines repeat those from an earlier one on, 0 where they are too short to be a copy.

    Args:
        words: The lines.
        sizes: For each line how many characters stand before it.
        earlier: A line that reads as the one at ``at``.
        at: Where the copy would begin.
    """
    if earlier is None:
        return 0
    length = bisect_left(sizes, sizes[at] + _COPIED) - at  # so many lines make a copy
    if at + length > len(words) or earlier + length > at:
        return 0
    # From the last one, which differs in most: short lines that repeat would be gone through again and again.
    if words[earlier : earlier + length][::-1] != words[at : at + length][::-1]:
        return 0
    while (
        at + length < len(words) and earlier + length < at and words[earlier + length] == words[at + length]
    ):
        length += 1
    return length


def _without_page_numbers(text: str) -> tuple[str, int]:
    """Takes out lines, or runs between dashes, that count the pages."""
    lines = text.split("\n")
    numbered = [
        (index, int(next(filter(None, found.groups()))))
        for index, line in enumerate(lines)
        if len(words := line.strip()) <= _PAGE_LINE_MAX and (found := _PAGE_LINE.fullmatch(words))
    ]
    pages = _counting_up(numbered)
    if len(pages) >= _PAGES:
        dropped = pages | _running_heads(lines, pages)
        lines = [line for index, line in enumerate(lines) if index not in dropped]
        return "\n".join(lines), len(pages)
    if not _PAGE_MARK.search(text):
        return text, 0
    inline = [(found.start(), int(found[1])) for found in _PAGE_INLINE.finditer(text)]
    places = _counting_up(inline)
    if len(places) < _PAGES:
        return text, 0
    return _PAGE_INLINE.sub(lambda found: " " if found.start() in places else found[0], text), len(places)


def _running_heads(lines: list[str], pages: set[int]) -> set[int]:
    """The lines beside page numbers that stand at most of the pages: short ones, which no paragraph is made of."""
    beside = []
    for index in pages:
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(lines) and not lines[at].strip():
                at += step
            if 0 <= at < len(lines) and at not in pages:
                beside.append(at)
    times = Counter(lines[at].strip() for at in beside)
    widest = max(map(print_width, lines))
    return {
        at
        for at in beside
        if times[lines[at].strip()] >= max(_PAGES, len(pages) // 2)
        and print_width(lines[at].strip()) < widest * _HEAD_SHARE
    }


def _counting_up(numbered: list[tuple[int, int]]) -> set[int]:
    """The places of numbers that go up by one, from the first that has a follower."""
    best: list[int] = []
    reached: dict[int, list[int]] = {}
    for place, number in numbered:
        run = reached[number] = [*reached.get(number - 1, []), place]
        best = max(best, run, key=len)
    return set(best)


def _split_at_marks(text: str) -> tuple[str, int]:
    """Gives a report that is one paragraph its lines back, before what begins one."""
    longest = max(text.split("\n"), key=len)
    if len(longest) < max(_ONE_PARAGRAPH, len(text) // 2):
        return text, 0
    address = _FIRST_ADDRESS.search(longest, 0, _FRONT_MOST)
    front = address.start() if address else 0
    spaces = len(_HAN_SPACE.findall(longest))
    at_spaces = spaces > len(longest) / 100
    if not at_spaces and len(_PARAGRAPH_SPACE.findall(longest)) > max(_PAGES, spaces / 2):
        mended = longest[:front] + "\n" * bool(front) + _SPACES.sub("\n", longest[front:].strip())
        return text.replace(longest, mended), mended.count("\n") + 1
    breaks: list[int] = [front] if front else []
    expected: dict[str, int] = {"chapter": 1, "section": 1, "item": 1}
    for found in _INLINE_MARK.finditer(longest, front):
        kind = found.lastgroup or ""
        if kind != "address":
            number = small_number(found[kind])
            if number not in (1, expected[kind]):
                continue
            expected[kind] = number + 1
            if kind == "chapter":
                expected["section"] = 1
        breaks.append(found.start())
        heading = _HEADING_END.match(longest, found.end()) if kind in ("chapter", "section") else None
        name = name_end(longest, found.end()) if kind == "chapter" else None
        if heading and at_spaces:
            breaks.append(heading.end())
        elif name is not None:
            breaks.append(name)
        elif kind == "address" and longest[found.end() - 1] in "：:":
            breaks.append(found.end())
    pieces = [longest[low:high] for low, high in zip([0, *breaks], [*breaks, len(longest)], strict=True)]
    lines = [line.strip(" ") for piece in pieces for line in re.split("\u3000{2,}", piece)]
    lines = [_HAN_SPACE.sub("", line) if at_spaces else line for line in lines if line]
    if len(lines) < _PAGES:
        return text, 0
    return text.replace(longest, "\n".join(lines)), len(lines)


def _joined_wraps(text: str) -> tuple[str, int]:
    """Joins lines that end because the page did: most are as wide as the widest."""
    lines = text.split("\n")
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < _WRAP_LINES or lengths[len(lengths) * 9 // 10] > _WRAP_MOST:
        return text, 0
    widths = {index: print_width(line.strip()) for index, line in enumerate(lines) if line.strip()}
    full = sorted(widths.values())[len(widths) * 9 // 10]
    wide = [index for index, width in widths.items() if width >= full - _WRAP_SLACK]
    unfinished = [index for index in wide if not _STOP.search(lines[index])]
    if full > _WRAP_MOST or len(wide) < len(widths) / 2 or len(unfinished) < len(wide) / 2:
        return text, 0

    def goes_on(paragraph: Paragraph, line: str, following: str) -> bool:
        set_in = 0 if paragraph.is_joined else _INDENT
        if _STOP.search(line):
            slack = _END_SLACK + set_in
        elif BEGINS.match(line) and not _PAUSE.search(line):  # a heading, unless the page cut it
            if not _may_end_heading(line, following, full):
                return False
            slack = 1 + set_in + (2 if following[1:2] in _CLOSING else 0)
        else:
            slack = _WRAP_SLACK
        return print_width(line.strip()) >= full - slack

    def is_cut(paragraph: Paragraph) -> bool:
        return paragraph.width > full and not _STOP.search(paragraph.end)

    return join(lines, goes_on, is_cut)


def _may_end_heading(line: str, following: str, full: int) -> bool:
    """Whether the next line may hold the rest of a heading: it ends soon, with a sentence or with its line."""
    stop = _FULL_STOP.search(following)
    if stop:
        return len(line.strip()) + stop.start() <= _HEADING_MOST
    return print_width(following) < full * _HEAD_SHARE


def _joined_marks(text: str) -> tuple[str, int]:
    """Joins a number that has a line for itself with the heading it numbers, on the next one."""
    return _LONE_MARK.subn(r"\1", text)


def _joined_halves(text: str) -> tuple[str, int]:
    """Joins a long line that breaks off amid a sentence with what goes on below it."""

    def goes_on(paragraph: Paragraph, _: str, __: str) -> bool:
        ended = paragraph.end.rstrip().endswith(_ENDS) or paragraph.is_table
        return not ended and paragraph.inner_width > _UNFINISHED

    return join(text.split("\n"), goes_on)


_REPAIRS: tuple[tuple[Callable[[str], tuple[str, int]], str], ...] = (
    (_spaces_for_question_marks, "{} 处 ?? 还原为空格"),
    (_without_copies, "略去重复的正文 {} 字"),
    (_without_page_numbers, "去掉 {} 个页码"),
    (_split_at_marks, "整篇一段，按标题分为 {} 段"),
    (_joined_wraps, "合并 {} 处硬换行"),
    (_joined_marks, "接上 {} 处单独成行的编号"),
    (_joined_halves, "接上 {} 处断开的段落"),
)
