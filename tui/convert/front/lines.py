"""Find the lines above a report's own text, which state its title, date, meeting and speaker."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.convert.chapter_names import is_chapter_name
from tui.convert.headings import ADDRESS, NUMBERED_STYLES, SENTENCE_END
from tui.report.grammar import SENTENCE_ENDS
from tui.report.numerals import half_width

#: Characters in which the address to the deputies is looked for; the head of a web page may precede it.
_MAX_FRONT = 6000
#: Characters of a line that may state something; longer ones are paragraphs.
_MAX_LINE = 200
#: Characters of a line above a text without an address.
_MAX_SHORT = 90
_NUMBERED = re.compile(
    "|".join(rf"\s*{re.sub('[?]P<[a-z]+>', '?:', pattern)}" for _, pattern, _ in NUMBERED_STYLES)
)
#: The address on a line that begins with something else.
_GLUED_ADDRESS = re.compile(rf"[^{SENTENCE_ENDS}]{{1,160}}?(?=各位(?:代表|委员)[：:，,])")
#: Where a page is in its site: ``首页 > 新闻 > 时政``.
_PATH = re.compile(r"^[^。]{0,12}首页\s*[>＞»›/]|[^>＞»›\s]\s*[>＞»›][^>＞»›]{1,40}[>＞»›]\s*[^>＞»›\s]")
_SPACE = re.compile(r"\s+")
_LATIN, _WORD = re.compile("[A-Za-z0-9,:]"), re.compile("[A-Za-z]{2}")


class Front(NamedTuple):
    """The lines above the text.

    Attributes:
        lines: As printed, without headings and paragraphs.
        end: The offset at which the text begins.
    """

    lines: list[str]
    end: int


def read_front(text: str) -> Front:
    """Return the lines above the address to the deputies; without one, those above the first heading or paragraph."""
    lines = text[:_MAX_FRONT].splitlines(keepends=True)
    end = next((index for index, line in enumerate(lines) if ADDRESS.match(line)), None)
    if end is None:
        glued = ((index, match) for index, line in enumerate(lines) if (match := _GLUED_ADDRESS.match(line)))
        end, match = next(glued, (_short_lines(lines), None))
        if match:
            lines[end] = match[0]
            end += 1
    above = lines[:end]
    # A heading with its text above the address: the report has no address at its beginning.
    if any(map(_is_heading, above)) and any(len(line) > _MAX_LINE for line in above):
        above = lines[: _short_lines(lines)]
    dropped = (_is_heading, _PATH.search)
    own = [line for line in above if len(line) <= _MAX_LINE and not any(drop(line) for drop in dropped)]
    return Front(own, sum(map(len, above)))


def squeeze(line: str) -> str:
    """Return a line without spaces, but those of English, and marks of quotations, full-width ASCII as half-width."""
    return half_width(_SPACE.sub(_space_between, line)).lstrip(">#| ")


def _space_between(space: re.Match[str]) -> str:
    """Return a space between two English words, or between one and a number; else nothing."""
    before, after = space.string[: space.start()][-2:], space.string[space.end() :][:2]
    has_word = _WORD.fullmatch(before) or _WORD.fullmatch(after)
    return " " if has_word and _LATIN.match(before[-1:]) and _LATIN.match(after) else ""


def _short_lines(lines: list[str]) -> int:
    """Return how many lines precede the first paragraph or heading."""
    for index, line in enumerate(lines):
        if len(line) > _MAX_SHORT or SENTENCE_END.search(line) or _is_heading(line):
            return index
    return len(lines)


def _is_heading(line: str) -> bool:
    return bool(_NUMBERED.match(line)) or is_chapter_name(line.strip())
