"""Hits in their context as rows, and the words near them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from tui.citation import Reference
from tui.exports.contexts import LineOrder, collocate_table, line_table
from tui.exports.model import Export, shown_and_all
from tui.messages import concordance_screen as messages
from tui.messages import tables as tables_messages
from tui.messages.library import LEVEL_NAMES
from tui.report.sanitize import one_line
from tui.screens.table import EVERY_ROW
from tui.search.labels import Labels
from tui.typeset.full_width import full_width_marks
from tui.views.concordance import Concordance, HitLine
from tui.widgets.concordance_layout import ContextLine
from tui.widgets.facet_bar import Facet
from tui.widgets.highlights import hit_style
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.table_layout import Cell, Column, TableRow
from tui.widgets.table_order import RowOrder
from tui.wording.collocates import NEAR_CHARACTERS
from tui.wording.concordance import PlacedLine, left_key, right_key
from tui.wording.model import Collocate

#: Characters on either side of a hit that words are looked for in, and that are copied.
_SEARCHED, _COPIED = 40, 30
#: Sentences shown of a word near hits.
_SHOWN = 3


class ConcordanceContents:
    """The hits of a query in their context.

    Args:
        found: The hits.

    Attributes:
        near: The word that lines must have near their hit; empty for all lines.
    """

    what = messages.WHAT
    falling_orders = ("year",)

    def __init__(self, found: Concordance) -> None:
        self.found = found
        self._lines = found.lines
        self.is_library = found.side is None
        self.near = ""
        self._rows = [TableRow(str(index), ()) for index in range(len(found.lines))]
        self.orders: Mapping[str, str] = messages.LIBRARY_ORDERS if self.is_library else messages.ORDERS
        label = (
            (Column("place", messages.PLACE, "sign"), Column("year", messages.YEAR, "sign"))
            if self.is_library
            else (Column("section", messages.SECTION, "sign"),)
        )
        self.columns: Sequence[Column] = (
            *label,
            Column("left", messages.LEFT, is_right=True),
            Column("hit", messages.HIT),
            Column("right", messages.RIGHT, "name"),
        )

    @property
    def column_orders(self) -> Mapping[str, str]:
        """The order that a click on the heading of a column stands for."""
        first = {"place": "place", "year": "year"} if self.is_library else {"section": "text"}
        return {**first, "left": "left", "right": "right"}

    @property
    def whose(self) -> str:
        """The query and what was searched."""
        return f"{self.found.where}{self.found.terms}"

    def title(self, is_long: bool) -> str:
        """Return the query and what was searched."""
        return messages.title(one_line(self.found.query), self.found.where, is_long)

    # -- kinds -------------------------------------------------------------------------------

    @cached_property
    def _kinds(self) -> Sequence[str]:
        """Return the kind of each line: its level, if there are several, else its year; in a report its chapter."""
        if not self.is_library:
            return [line.part for line in self._lines]
        if len({line.placed.level for line in self._lines}) > 1:
            return [line.placed.level or "-" for line in self._lines]
        return [str(line.placed.year or "-") for line in self._lines]

    @cached_property
    def _facets(self) -> Sequence[Facet]:
        counts = Counter(self._kinds)
        every = Facet(EVERY_ROW, messages.HITS, messages.HITS, len(self._lines))
        if len(counts) < 2:
            return [every]
        kinds = list(counts)
        if self.is_library:
            levels = [one for one in LEVEL_NAMES if one in counts]
            kinds = levels + sorted((one for one in counts if one not in levels), reverse=True)
        names = {one: LEVEL_NAMES.get(one, LEVEL_NAMES[""] if one == "-" else one) for one in kinds}
        return [every, *(Facet(one, names[one], f"{names[one]} ", counts[one]) for one in kinds)]

    def facets(self) -> Sequence[Facet]:
        """Return how many lines there are, by level or year, or by chapter."""
        return self._facets

    # -- rows --------------------------------------------------------------------------------

    def prepare_words(self) -> None:
        """Make what words are looked for in, in a thread."""
        self._labels.prepare()

    @cached_property
    def _labels(self) -> Labels:
        """What words are looked for in: place, year, section, and what stands around the hit."""
        return Labels(map(_label, self._lines))

    def rows(self, facet: str, order: str, words: str) -> Sequence[TableRow]:
        """Return the lines of a kind that have words, in an order."""
        kept = list(self._orders(order))
        if facet != EVERY_ROW:
            kept = [index for index in kept if self._kinds[index] == facet]
        if words.strip():
            matching = frozenset(self._labels.matching(words))
            kept = [index for index in kept if index in matching]
        if self.near:
            near = self._near_lines(self.near)
            kept = [index for index in kept if index in near]
        return [self._rows[index] for index in kept]

    def _orders(self, order: str) -> Sequence[int]:
        if order not in self._sorted:
            self._sorted[order] = self._sort(order)
        return self._sorted[order]

    @cached_property
    def _sorted(self) -> dict[str, Sequence[int]]:
        return {}

    def _sort(self, order: str) -> Sequence[int]:
        """Return the indices of the lines in an order; those of a library are by place as they are."""
        indices = range(len(self._lines))
        placed: Sequence[PlacedLine] = [line.placed for line in self._lines]
        if order == "right":
            return sorted(indices, key=lambda index: right_key(placed[index].line))
        if order == "left":
            return sorted(indices, key=lambda index: left_key(placed[index].line))
        if order == "year":
            return sorted(indices, key=lambda index: -(placed[index].year or 0))
        return indices

    def context(self, key: str) -> ContextLine:
        """Return what is drawn of a line."""
        line = self._lines[int(key)]
        placed = line.placed
        labels = (placed.place, str(placed.year or "")) if self.is_library else (placed.section,)
        return ContextLine(
            labels, placed.line.left, placed.text, placed.line.right, hit_style(line.term), self.near
        )

    # -- near a word -------------------------------------------------------------------------

    def _near_lines(self, word: str) -> frozenset[int]:
        return frozenset(index for index, line in enumerate(self._lines) if _is_near(line, word))

    def keys_near(self, word: str) -> Sequence[str]:
        """Return the keys of the lines that have a word near their hit."""
        return [str(index) for index, line in enumerate(self._lines) if _is_near(line, word)]

    # -- one row -----------------------------------------------------------------------------

    def passages(self, key: str) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentence of a line, in which its hit is lit."""
        return [self.passage(key)], ()

    def passage(self, key: str) -> Passage:
        """Return the sentence of a line."""
        line = self._lines[int(key)]
        placed = line.placed
        start = placed.line.start - line.sentence_start
        marks = [(start, start + len(placed.text), hit_style(line.term))]
        if self.near:
            marks += [(start + at, start + at + len(self.near), "strong") for at in _places(line, self.near)]
        name = messages.where(placed.place, placed.year) if self.is_library else messages.SENTENCE
        return Passage(
            name,
            placed.section,
            line.sentence,
            self.found.source(line),
            placed.line.start,
            tuple(marks),
            self._cited(line),
        )

    def _cited(self, line: HitLine) -> Reference | None:
        if self.found.side is not None:
            return self.found.side.cited(line.placed.line.start)
        report = self.found.cited.get(line.placed.report)
        return report._replace(where=line.placed.section) if report is not None else None

    def line(self, key: str) -> str:
        """Return a line as text."""
        placed = self._lines[int(key)].placed
        where = messages.where(placed.place, placed.year) if self.is_library else placed.section
        around = placed.line.left[-_COPIED:], one_line(placed.text), placed.line.right[:_COPIED]
        return f"{where}  {around[0]}【{around[1]}】{around[2]}"

    def exports(self, shown: Sequence[str], order: RowOrder) -> Sequence[Export]:
        """Return the lines that are shown, and all of them, in the same order."""
        found = self.found
        chosen = [self._lines[int(key)] for key in shown]
        every = [self._lines[index] for index in self._orders(order.name)]
        if order.is_reversed:
            every.reverse()
        told = tables_messages.ordered(self.orders[order.name], order.is_reversed)
        line_order = LineOrder(order.name, order.is_reversed, told)
        tables = [
            (len(some), line_table([line.placed for line in some], found.query, found.total, line_order))
            for some in (chosen, every)
        ]
        return shown_and_all(self.what, self.whose, *tables)


def _label(line: HitLine) -> str:
    placed = line.placed
    left, right = placed.line.left[-_SEARCHED:], placed.line.right[:_SEARCHED]
    return f"{placed.place} {placed.year or ''} {placed.section} {left}{placed.text}{right}"


def _places(line: HitLine, word: str) -> Sequence[int]:
    """Return where a word is near the hit in its sentence, from the start of the hit on."""
    start, end = line.placed.line.start - line.sentence_start, line.placed.line.end - line.sentence_start
    hit_at, sentence = max(0, start), line.sentence  # a pattern may begin with the space before a sentence
    before = sentence.rfind(word, max(0, hit_at - NEAR_CHARACTERS), hit_at)
    behind = sentence.find(word, end, end + NEAR_CHARACTERS)
    return [at - start for at in (before, behind) if at >= 0]


def _is_near(line: HitLine, word: str) -> bool:
    return bool(_places(line, word))


class CollocateContents:
    """The words near the hits.

    Args:
        words: The words, the most telling first.
        lines: The hits.
    """

    columns: Sequence[Column] = (
        Column("word", messages.WORD, "name"),
        Column("observed", messages.OBSERVED, is_right=True),
        Column("expected", messages.EXPECTED, is_right=True),
        Column("ratio", messages.RATIO, is_right=True, is_optional=True),
        Column("score", messages.SCORE, is_right=True),
    )
    orders = messages.COLLOCATE_ORDERS
    column_orders = {"score": "score", "observed": "observed", "ratio": "ratio"}
    falling_orders = ("score", "observed", "ratio")
    what = messages.WHAT_COLLOCATES

    def __init__(self, words: Sequence[Collocate], lines: ConcordanceContents) -> None:
        self._words = words
        self._lines = lines
        self._by_key = {one.text: one for one in words}

    @property
    def whose(self) -> str:
        """The query and what was searched."""
        return self._lines.whose

    def title(self, is_long: bool) -> str:
        """Return the query and what was searched."""
        found = self._lines.found
        return messages.collocates_title(one_line(found.query), found.where, is_long)

    def facets(self) -> Sequence[Facet]:
        """Return how many words there are."""
        return [Facet(EVERY_ROW, messages.WHAT_COLLOCATES, messages.WHAT_COLLOCATES, len(self._words))]

    def prepare_words(self) -> None:
        """Make what words are looked for in, in a thread."""
        self._labels.prepare()

    @cached_property
    def _labels(self) -> Labels:
        return Labels(one.text for one in self._words)

    def rows(self, facet: str, order: str, words: str) -> Sequence[TableRow]:
        """Return the words that have some others, in an order."""
        shown = self._words
        if words.strip():
            shown = [self._words[index] for index in self._labels.matching(words)]
        if order == "observed":
            shown = sorted(shown, key=lambda one: -one.observed)
        elif order == "ratio":
            shown = sorted(shown, key=lambda one: -one.observed / max(one.expected, 1e-9))
        return [
            TableRow(
                one.text,
                (
                    Cell(full_width_marks(one.text)),
                    Cell(messages.observed(one.observed), "count"),
                    Cell(messages.expected(one.expected), "muted"),
                    Cell(messages.ratio(one.observed, one.expected), "muted"),
                    Cell(messages.expected(one.score), "muted"),
                ),
            )
            for one in shown
        ]

    def passages(self, key: str) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the first sentences that have a word near a hit, and what its counts mean."""
        one = self._by_key[key]
        keys = self._lines.keys_near(key)
        passages = [self._lines.passage(each) for each in keys[:_SHOWN]]
        counts = messages.collocate_remark(key, one.observed, one.expected, NEAR_CHARACTERS)
        return passages, [
            Remark(messages.EXPLAINED, counts),
            Remark(messages.HITS, messages.lines_near(len(keys))),
        ]

    def line(self, key: str) -> str:
        """Return a word with its counts as text."""
        one = self._by_key[key]
        counts = str(one.observed), messages.expected(one.expected), messages.expected(one.score)
        return "  ".join(map(one_line, (one.text, *counts)))

    def exports(self, shown: Sequence[str], order: RowOrder) -> Sequence[Export]:
        """Return the words that are shown, and all of them."""
        chosen = [self._by_key[key] for key in shown]
        query = self._lines.found.query
        tables = [(len(some), collocate_table(some, query)) for some in (chosen, self._words)]
        return shown_and_all(self.what, self.whose, *tables)
