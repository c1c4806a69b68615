"""Join lines to paragraphs, in time linear in their number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property

from tui.convert.appendices import MAX_TITLE, is_title
from tui.convert.chapter_names import is_chapter_name
from tui.report.grammar import NUMERAL, PAUSES

#: What begins a paragraph, whatever comes before it.
BEGINS = re.compile(
    rf"\s*(?:{NUMERAL}{{1,3}}、|[(（]{NUMERAL}{{1,3}}[)）]|[㈠-㈩]|[(（]?\d{{1,2}}[)）]|\d{{1,2}}[.、．](?!\d)|[①-⑳]"
    rf"|{NUMERAL}(?:是|要)(?!否)|第{NUMERAL}{{1,3}}[,，、]|各位代表|同志们|――|——|\||附件|附录|名词解释)"
)

_PAUSE = re.compile(f"[{PAUSES}]")


class Paragraph:
    """A paragraph that lines are joined to. Its widths are updated with each line instead of measured again.

    Attributes:
        is_table: Whether it holds separators of table cells.
    """

    def __init__(self, line: str) -> None:
        self._parts = [line]
        self.is_table = "|" in line or "\t" in line

    @property
    def is_joined(self) -> bool:
        """Whether lines were joined to it."""
        return len(self._parts) > 1

    @property
    def end(self) -> str:
        """Its last line, with enough text before it to show how it ends."""
        return "".join(self._parts[-3:])

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return "".join(self._parts)

    @cached_property
    def width(self) -> int:
        """Printed width with the spaces around it."""
        return print_width(self.text)

    @cached_property
    def inner_width(self) -> int:
        """Printed width without the spaces around it."""
        return print_width(self.text.strip())

    def add(self, line: str) -> None:
        """Join a line."""
        after = line.strip()
        kept = self._parts[-1].rstrip()
        between = " " if kept[-1].isascii() and kept[-1].isalpha() and after[0].isascii() else ""
        added = print_width(between + after)
        if "width" in self.__dict__:
            self.width += added - print_width(self._parts[-1][len(kept) :])
        if "inner_width" in self.__dict__:
            self.inner_width += added
        self._parts[-1:] = [kept, between, after]
        self.is_table = self.is_table or "|" in line or "\t" in line


def join(
    lines: list[str],
    goes_on: Callable[[Paragraph, str, str], bool],
    is_cut: Callable[[Paragraph], bool] = lambda _: False,
) -> tuple[str, int]:
    """Join lines where a paragraph goes on, drop empty lines between them, and count the joints.

    Args:
        lines: The lines.
        goes_on: Whether a paragraph goes on, given the paragraph so far, its last line and the next one.
        is_cut: Whether a paragraph that goes on does so whatever the next line begins with.
    """
    joined: list[str] = []
    gap: list[str] = []
    paragraph: Paragraph | None = None
    last = ""
    count = 0
    for line in lines:
        if not line.strip():
            gap.append(line)
            continue
        if paragraph and goes_on(paragraph, last, line.strip()) and (_continues(line) or is_cut(paragraph)):
            paragraph.add(line)
            count += 1
        else:
            joined += [paragraph.text] if paragraph else []
            joined += gap
            paragraph = Paragraph(line)
        gap, last = [], line
    return "\n".join([*joined, *([paragraph.text] if paragraph else []), *gap]), count


def _continues(line: str) -> bool:
    return (
        bool(line.strip())
        and not line.startswith(("\u3000\u3000", "    "))
        and not BEGINS.match(line)
        and not is_chapter_name(line.strip())
        and not _titles_annex(line.strip())
    )


def _titles_annex(line: str) -> bool:
    """Return whether a line is a title that parts after a report have, not a piece of a sentence."""
    return len(line) <= MAX_TITLE and is_title(line) and not _PAUSE.search(line.rstrip(":："))


def print_width(text: str) -> int:
    """Return the printed width in half-width characters; on paper, Chinese quotes are full-width."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
