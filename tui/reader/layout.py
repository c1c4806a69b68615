"""A report as lines of a given width. The character offset is the only coordinate.

Blocks are what a reader sees as paragraphs: headings of chapters and sections stand on lines of their
own, a topic inside a long paragraph begins a paragraph, indents and empty lines of the source are left
out. Every character of the report that is not white space is in exactly one block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from tui.reader.wrap import break_lines
from tui.report.model import Node
from tui.report.outline import Outline

Kind = Literal["front", "chapter", "section", "body"]

_CLOSERS = re.compile(r"[。.．:：,，;；!！?？]*[ 　]*")


class Block(NamedTuple):
    """A paragraph as shown: half-open offsets into the report's text.

    Attributes:
        start: Its first character that is not space.
        end: One past its last.
        kind: What it is.
        head_end: Where the headline it opens with ends; ``start`` where it opens with none.
        joined: Whether it stands right below the block before it, without an empty line.
    """

    start: int
    end: int
    kind: Kind
    head_end: int
    joined: bool = False


def report_blocks(outline: Outline) -> list[Block]:
    """The blocks of a whole report, in order."""
    return [block for node in outline.nodes for block in _node_blocks(outline, node)]


def span_blocks(outline: Outline, start: int, end: int) -> list[Block]:
    """The blocks that lie in a half-open span, cut at its ends."""
    return [
        Block(max(block.start, start), min(block.end, end), block.kind, block.head_end, block.joined)
        for block in report_blocks(outline)
        if block.start < end and start < block.end
    ]


def heading_end(outline: Outline, node: Node) -> int:
    """Where a node's number and heading end, with the mark that closes them; its start if it has none."""
    if not node.heading:
        return node.start
    text = outline.report.text
    reach = node.start + len(outline.mark(node)) + len(node.heading) + 4
    at = text.find(node.heading, node.start, min(reach, node.own_end))
    if at < 0:
        return node.start
    closers = _CLOSERS.match(text, at + len(node.heading), node.own_end)
    return closers.end() if closers else at + len(node.heading)


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
        start, end = _without_indent(text, begin, stop), _trimmed(text, begin, stop)
        if start < end:
            opens = first and node.level in ("topic", "item") and head > start
            yield Block(start, end, kind, head if opens else start, kind == "front" and not first)
            first = False
        begin = stop + 1


def _without_indent(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


class Layout:
    """Blocks broken into lines, with an empty line between blocks.

    Attributes:
        width: Cells a line may take.
        starts: Where each line begins; an empty line begins where the next block does.
        ends: One past the last character of each line that is not space.
    """

    def __init__(self, text: str, blocks: Sequence[Block], width: int) -> None:
        self.width = width
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._blocks = blocks
        self._block_of: list[int] = []
        for index, block in enumerate(blocks):
            if self.starts and not block.joined:
                self._add(block.start, block.start, -1)
            for start, end in break_lines(text[block.start : block.end], width):
                self._add(block.start + start, _trimmed(text, block.start + start, block.start + end), index)

    def _add(self, start: int, end: int, block: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self._block_of.append(block)

    def __len__(self) -> int:
        return len(self.starts)

    def block(self, line: int) -> Block | None:
        """The block a line belongs to; None for an empty line."""
        index = self._block_of[line]
        return self._blocks[index] if index >= 0 else None

    def line_of(self, offset: int) -> int:
        """The line that shows the character at an offset (the nearest before it, if it is not shown)."""
        return max(0, bisect_right(self.starts, offset) - 1)
