"""Doubt paragraphs of a last section that speak of the whole chapter: of the government itself, of thanks, of results, of
what the chapter is called, or of what its other sections are about.

Wrap-ups that open as such leave the section by the rules of :mod:`tui.convert.wrap_ups`; these do not, but what they hold
is not about what other sections of the chapter are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.convert.doubts.finished import Finished
from tui.convert.wrap_ups import (
    MAY_GOVERN,
    ON_GOVERNMENT,
    last_words,
    names_several,
    speaks_of_government,
)
from tui.messages import doubts
from tui.report.model import Doubt, Node

#: Words of thanks, of results, and of confidence, each with an example.
OF_THE_WHOLE: tuple[tuple[str, str], ...] = (
    ("来之不易(?!的)|(?:衷心|崇高|诚挚)的?(?:感谢|敬意|谢意)", "成绩来之不易"),
    ("我们(?:坚信|相信)", "我们坚信，目标一定能够实现"),
)
_OF_THE_WHOLE = re.compile("|".join(pattern for pattern, _ in OF_THE_WHOLE))
#: Characters of a paragraph; sections of a chapter.
_MIN_PARAGRAPH, _MIN_SECTIONS = 60, 2
#: How the paragraph of a review opens that is near its end.
_STILL_MISSING = re.compile(r"(?:在[^。，]{2,16}的同时，)?我们也?[^。，]{0,6}清醒地?(?:看到|认识)")
#: A clause of the heading of a chapter that names it.
_CLAUSE = re.compile("[^，、；：“”]{8,}")
#: Characters of a line besides the heading of a section.
_MARKS = 10


def wrap_ups_in_sections(finished: Finished) -> Iterator[Doubt]:
    """Doubt the first paragraph of a last section that speaks of the whole chapter and begins no node."""
    for chapter in finished.report.outline:
        sections = [child for child in chapter.children if child.level == "section"]
        if len(sections) >= _MIN_SECTIONS:
            last = sections[-1]
            wrap_up = next(_wrap_ups(finished, last, _Names.of(chapter, sections)), None)
            if wrap_up is not None:
                start, line = wrap_up
                yield Doubt(doubts.wrap_up_in_section(last.heading or last.number or "", line), start)


def wrap_ups_between_sections(finished: Finished) -> Iterator[Doubt]:
    """Doubt a paragraph on what is still missing, in a section that others follow: it ends a review, so that text may be lost."""
    for chapter in finished.report.outline:
        sections = [child for child in chapter.children if child.level == "section"]
        for section in sections[:-1]:
            for start, line in _lines(finished.text(section), section.own_start):
                if _STILL_MISSING.match(line):
                    yield Doubt(
                        doubts.wrap_up_in_section(section.heading or section.number or "", line), start
                    )


class _Names(NamedTuple):
    """What a paragraph names that speaks of a whole chapter.

    Attributes:
        chapter: Clauses of the heading of the chapter.
        sections: The last words of the headings of its other sections.
    """

    chapter: frozenset[str]
    sections: frozenset[str]

    @classmethod
    def of(cls, chapter: Node, sections: Sequence[Node]) -> _Names:
        """Return what names a chapter, but for what its last section is called too."""
        headings = [section.heading or "" for section in sections]
        clauses = (clause for clause in _CLAUSE.findall(chapter.heading or "") if clause not in headings[-1])
        return cls(frozenset(clauses), last_words(headings))

    def are_in(self, line: str) -> bool:
        """Return whether a paragraph names the chapter, or several of its other sections."""
        return any(clause in line for clause in self.chapter) or names_several(line, self.sections)


def _wrap_ups(finished: Finished, section: Node, names: _Names) -> Iterator[tuple[int, str]]:
    heading = section.heading or ""
    may_govern = bool(ON_GOVERNMENT.match(heading) or MAY_GOVERN.search(heading))
    starts = {node.start for node in section.walk() if node.level != "part"}
    lines = list(_lines(finished.text(section), section.own_start))
    is_bare = len(lines[0][1]) <= len(heading) + _MARKS
    for start, line in lines[1 + is_bare :]:
        is_on_itself = not may_govern and speaks_of_government(line)
        speaks_so = is_on_itself or bool(_OF_THE_WHOLE.search(line))
        is_on_chapter = names.are_in(line) or (speaks_so and start not in starts)
        if is_on_chapter and len(line) >= _MIN_PARAGRAPH:
            yield start, line


def _lines(text: str, offset: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that are not empty, stripped, with their offsets."""
    for line in text.split("\n"):
        if stripped := line.strip():
            yield offset + line.index(stripped), stripped
        offset += len(line) + 1
