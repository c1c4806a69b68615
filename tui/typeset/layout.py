"""Lay a report out as lines of a given width. Positions are character offsets into the report.

Blocks are what a reader sees as paragraphs: headings of chapters and sections are on lines of their
own, a topic inside a long paragraph begins a paragraph, indents and empty lines of the source are left
out. Every character of the report that is not white space is in exactly one block.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple

from tui.report.model import Node
from tui.report.outline import Outline
from tui.typeset.cells import NARROW, CellWidths
from tui.typeset.full_width import full_width_marks
from tui.typeset.wrap import break_lines

Kind = Literal["front", "chapter", "section", "body"]

#: Blocks whose lines are cached, and lines of the source whose full-width text is.
_MAX_BLOCKS, _MAX_PARAGRAPHS = 1024, 16
_BLOCK_START, _SPAN_START = attrgetter("start"), itemgetter(0)
#: Marks that close a heading, and the spaces after them.
_CLOSERS, _SPACES = "。.．:：,，;；!！?？", " 　"


class Block(NamedTuple):
    """A paragraph as shown: half-open offsets into the report's text.

    Attributes:
        start: Its first character that is not space.
        end: One past its last.
        kind: Its kind.
        head_end: End of the heading the block begins with; ``start`` if it begins with none.
        joined: Whether no empty line separates it from the block above.
    """

    start: int
    end: int
    kind: Kind
    head_end: int
    joined: bool = False


def report_blocks(outline: Outline) -> list[Block]:
    """Return the blocks of a whole report, in order."""
    return [block for node in outline.nodes for block in _node_blocks(outline, node)]


def span_blocks(outline: Outline, start: int, end: int) -> list[Block]:
    """Return the blocks in a half-open span, cut at its ends."""
    return [
        Block(max(block.start, start), min(block.end, end), block.kind, block.head_end, block.joined)
        for block in report_blocks(outline)
        if block.start < end and start < block.end
    ]


def heading_end(outline: Outline, node: Node) -> int:
    """Return the end of a node's number, heading and closing mark; its start if it has none."""
    if not node.heading:
        return node.start
    text = outline.report.text
    reach = node.start + len(outline.mark(node)) + len(node.heading) + 4
    at = text.find(node.heading, node.start, min(reach, node.own_end))
    if at < 0:
        return node.start
    behind = text[at + len(node.heading) : node.own_end]
    return node.own_end - len(behind.lstrip(_CLOSERS).lstrip(_SPACES))


def _node_blocks(outline: Outline, node: Node) -> Iterator[Block]:
    text = outline.report.text
    head = heading_end(outline, node)
    begin = node.own_start
    if node.level in ("chapter", "section") and head > node.start:
        yield Block(node.start, _trimmed(text, node.start, head), node.level, head)
        begin = head
    kind: Kind = "front" if node.id == "front" else "body"
    first = True
    while begin < node.own_end:
        line_break = text.find("\n", begin, node.own_end)
        stop = line_break if line_break >= 0 else node.own_end
        start, end = stop - len(text[begin:stop].lstrip()), _trimmed(text, begin, stop)
        if start < end:
            opens = first and node.level in ("topic", "item") and head > start
            yield Block(start, end, kind, head if opens else start, kind == "front" and not first)
            first = False
        begin = stop + 1


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


class Line(NamedTuple):
    """A line of a layout. Lines compare in document order.

    Attributes:
        block: Index of its block.
        row: Its index in the block; -1 for the empty line above the block.
    """

    block: int
    row: int


class _Broken:
    """A block broken into lines, as far as they were needed.

    Args:
        shown: The text as drawn, of the same length as in the report.
        spans: Yields the half-open offsets of each line into the report, without the space at its end.
    """

    __slots__ = ("_coming", "_spans", "shown")

    def __init__(self, shown: str, spans: Iterator[tuple[int, int]]) -> None:
        self.shown = shown
        self._coming = spans
        self._spans: list[tuple[int, int]] = []

    def has(self, row: int) -> bool:
        """Return whether there is a line with an index."""
        while row >= len(self._spans):
            span = next(self._coming, None)
            if span is None:
                return False
            self._spans.append(span)
        return True

    def span(self, row: int) -> tuple[int, int]:
        """Return the offsets of a line."""
        self.has(row)
        return self._spans[row]

    def row_of(self, offset: int) -> int:
        """Return the index of the line that shows an offset, or of the nearest before it."""
        while not self._spans or self._spans[-1][1] <= offset:
            if not self.has(len(self._spans)):
                break
        return max(0, bisect_right(self._spans, offset, key=_SPAN_START) - 1)

    @property
    def last_row(self) -> int:
        """The index of the last line."""
        self._spans.extend(self._coming)
        return len(self._spans) - 1


class Layout:
    """Blocks broken into lines, with an empty line between blocks.

    A line is broken when it is first needed, so the first page does not depend on the length of the text or of a paragraph.

    Args:
        text: The report.
        blocks: Its blocks, or some of them; without any there is one empty line.
        width: Cells a line may take.
        full_width: Whether ASCII marks next to Chinese are drawn in full width.
        cells: The widths of characters.
    """

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        width: int,
        full_width: bool = False,
        cells: CellWidths = NARROW,
    ) -> None:
        self.width = width
        self._text = text
        self._blocks = blocks or [Block(0, 0, "body", 0)]
        self._full_width = full_width
        self._cells = cells
        self._broken = lru_cache(_MAX_BLOCKS)(self._break)
        self._paragraph = lru_cache(_MAX_PARAGRAPHS)(self._paragraph_in_full_width)

    @property
    def first(self) -> Line:
        """The first line."""
        return Line(0, 0)

    @property
    def last(self) -> Line:
        """The last line."""
        index = len(self._blocks) - 1
        return Line(index, self._broken(index).last_row)

    def line_of(self, offset: int) -> Line:
        """Return the line that shows the character at an offset (the nearest before it, if it is not shown)."""
        index = max(0, bisect_right(self._blocks, offset, key=_BLOCK_START) - 1)
        return Line(index, self._broken(index).row_of(offset))

    def step(self, line: Line, rows: int) -> Line:
        """Return the line ``rows`` further down, or up if negative; at most the last or the first one."""
        index, row = line
        while True:
            top, broken = self._top_row(index), self._broken(index)
            if top <= row + rows and (row + rows < 0 or broken.has(row + rows)):
                return Line(index, row + rows)
            if rows > 0:
                bottom = broken.last_row
                if index + 1 == len(self._blocks):
                    return Line(index, bottom)
                rows -= bottom + 1 - row
                index += 1
                row = self._top_row(index)
            else:
                if index == 0:
                    return Line(0, top)
                rows += row - top + 1
                index -= 1
                row = self._broken(index).last_row

    def walk(self, line: Line) -> Iterator[Line]:
        """Yield a line and all below it."""
        for index in range(line.block, len(self._blocks)):
            row = line.row if index == line.block else self._top_row(index)
            while row < 0 or self._broken(index).has(row):
                yield Line(index, row)
                row += 1

    def span(self, line: Line) -> tuple[int, int]:
        """Return the half-open offsets of a line; an empty line is an empty span at the start of the block below it."""
        if line.row < 0:
            start = self._blocks[line.block].start
            return start, start
        return self._broken(line.block).span(line.row)

    def shown(self, line: Line) -> str:
        """Return a line as drawn, of the same length as in the report."""
        start, end = self.span(line)
        begin = self._blocks[line.block].start
        return self._broken(line.block).shown[start - begin : end - begin]

    def block(self, line: Line) -> Block | None:
        """Return the block a line belongs to; None for an empty line."""
        return self._blocks[line.block] if line.row >= 0 else None

    def _top_row(self, index: int) -> int:
        return -1 if index and not self._blocks[index].joined else 0

    def _break(self, index: int) -> _Broken:
        block, text = self._blocks[index], self._text
        shown = text[block.start : block.end]
        if self._full_width:
            begin = text.rfind("\n", 0, block.start) + 1
            shown = self._paragraph(begin)[block.start - begin : block.end - begin]
        lines = break_lines(shown, self.width, self._cells)
        begin = block.start
        return _Broken(
            shown, ((begin + start, _trimmed(text, begin + start, begin + end)) for start, end in lines)
        )

    def _paragraph_in_full_width(self, begin: int) -> str:
        """Return the source line that begins at an offset with full-width marks, which depend on that line only."""
        end = self._text.find("\n", begin)
        return full_width_marks(self._text[begin : end if end >= 0 else len(self._text)])
