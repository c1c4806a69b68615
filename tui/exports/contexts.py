"""Hits in their context, and words near them, to be exported as ``search --concordance`` and ``--collocates`` print them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap
from typing import NamedTuple

from tui.exports.model import Rows, Table
from tui.library.contexts import CONTEXT_CHARACTERS
from tui.messages import contexts as messages
from tui.messages.library import LEVEL_NAMES
from tui.metrics.export import Headings
from tui.report.sanitize import one_line
from tui.wording.concordance import PlacedLine
from tui.wording.model import Collocate

_LINE_FIELDS = ("place", "level", "year", "section", "left", "text", "right", "start", "end", "report")
_COLLOCATE_FIELDS = ("word", "observed", "expected", "score")


class LineOrder(NamedTuple):
    """How the lines of a concordance are sorted.

    Attributes:
        name: By what.
        is_reversed: Whether the other way round.
        text: The same in words.
    """

    name: str
    is_reversed: bool
    text: str


def line_table(lines: Sequence[PlacedLine], query: str, total: int, order: LineOrder) -> Table:
    """Return lines of a concordance in all formats, with as much around each hit as the command has.

    Args:
        lines: The lines.
        query: What was searched for.
        total: How many hits there are.
        order: How the lines are sorted.
    """
    near = [_shortened(line) for line in lines]
    return Table(
        lambda headings: line_rows(near, headings),
        lambda: line_record(near, query, total, order.name, order.is_reversed),
        lines=[messages.export_line(one_line(query), len(lines), total, order.text)],
    )


def _shortened(placed: PlacedLine) -> PlacedLine:
    line = placed.line
    left, right = line.left[-CONTEXT_CHARACTERS:], line.right[:CONTEXT_CHARACTERS]
    return placed._replace(line=line._replace(left=left, right=right))


def line_record(
    lines: Sequence[PlacedLine], query: str, total: int, order: str, is_reversed: bool = False
) -> dict[str, object]:
    """Return a concordance as JSON has it."""
    records = [dict(zip(_LINE_FIELDS, _values(line), strict=True)) for line in lines]
    return {"query": query, "total": total, "sort": order, "reversed": is_reversed, "lines": records}


def line_rows(lines: Sequence[PlacedLine], headings: Headings) -> Rows:
    """Return lines as rows, the headings first."""
    is_chinese = headings == "zh"
    return [
        messages.LINE_COLUMNS if is_chinese else _LINE_FIELDS,
        *(_cells(one, is_chinese) for one in lines),
    ]


def _values(line: PlacedLine) -> list[object]:
    hit = line.line
    return [
        line.place, line.level, line.year, line.section, hit.left, line.text, hit.right, hit.start, hit.end, line.address,
    ]  # fmt: skip


def _cells(line: PlacedLine, is_chinese: bool) -> tuple[str, ...]:
    level = LEVEL_NAMES.get(line.level, line.level) if is_chinese else line.level
    values = [line.place, level, *_values(line)[2:]]
    return tuple(one_line("" if value is None else str(value).replace("\n", "")) for value in values)


def collocate_table(words: Sequence[Collocate], query: str) -> Table:
    """Return words near hits in all formats."""
    return Table(
        lambda headings: collocate_rows(words, headings),
        lambda: collocate_record(words, query),
    )


def collocate_record(words: Sequence[Collocate], query: str) -> dict[str, object]:
    """Return words near hits as JSON has them."""
    rounded = (one._replace(expected=round(one.expected, 2), score=round(one.score, 1)) for one in words)
    return {"query": query, "collocates": [dict(zip(_COLLOCATE_FIELDS, one, strict=True)) for one in rounded]}


def collocate_rows(words: Sequence[Collocate], headings: Headings) -> Rows:
    """Return words near hits as rows, the headings first."""
    head = messages.COLLOCATE_COLUMNS if headings == "zh" else _COLLOCATE_FIELDS
    return [head, *starmap(_collocate_row, words)]


def _collocate_row(word: str, observed: int, expected: float, score: float) -> tuple[str, ...]:
    return one_line(word), str(observed), f"{expected:.2f}", f"{score:.1f}"
