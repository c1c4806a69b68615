"""Sentences of the library that are like one, as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from tui.exports.model import Export, Table, shown_and_all
from tui.exports.wording import FoundRelated, RelatedRecord, related_table
from tui.messages import related_screen as messages
from tui.messages import tables as tables_messages
from tui.screens.table import EVERY_ROW
from tui.search.labels import Labels
from tui.typeset.full_width import full_width_marks
from tui.views.model import RelatedRow, RelatedSet
from tui.widgets.facet_bar import Facet
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.table_layout import Cell, Column, TableRow
from tui.widgets.table_order import RowOrder
from tui.wording.changes import Differ
from tui.wording.likeness import Weights
from tui.wording.model import Change
from tui.wording.shared import shared_words

#: Kinds of rows: of the same place, of places of the same level, of the same year.
_OWN_PLACE, _SAME_LEVEL, _SAME_YEAR = "place", "level", "year"
_KINDS = (
    (_OWN_PLACE, messages.OWN_PLACE),
    (_SAME_LEVEL, messages.SAME_LEVEL),
    (_SAME_YEAR, messages.SAME_YEAR),
)

Marks = tuple[tuple[int, int, str], ...]
#: Sentences as much alike are told apart by the words that differ; others have few words in common.
_ALIKE = 0.5
_LEAST_SHARED = 2
_NO_WEIGHTS = Weights.of_sentences(())


class RelatedContents:
    """The rows of a sentence.

    Args:
        content: The sentence and those like it.
    """

    columns: Sequence[Column] = (
        Column("score", messages.SCORE, "sign", is_right=True),
        Column("place", messages.PLACE, "sign"),
        Column("year", messages.YEAR, "sign"),
        Column("sentence", messages.SENTENCE, "name", is_distinct=False),
    )
    orders = messages.ORDERS
    column_orders = {"score": "score", "year": "year", "place": "place"}
    falling_orders = ("score", "year")
    what = messages.WHAT

    def __init__(self, content: RelatedSet) -> None:
        self.content = content
        self._by_key = {str(index): row for index, row in enumerate(content.rows)}
        self._numbers = {number: index for index, number in enumerate(self._by_key)}
        self._changes: dict[str, tuple[Change, ...]] = {}

    @property
    def whose(self) -> str:
        """Place and year of the report that has the sentence."""
        return f"{self._place}{self.content.side.ref.plan_year or ''}"

    @property
    def _place(self) -> str:
        return self.content.side.ref.shown_place or tables_messages.UNKNOWN_PLACE

    def title(self, is_long: bool) -> str:
        """Return place, year and sentence."""
        return messages.title(
            self._place, self.content.side.ref.plan_year, full_width_marks(self.content.sentence), is_long
        )

    def facets(self) -> Sequence[Facet]:
        """Return how many sentences there are, and of which reports."""
        totals = [Facet(EVERY_ROW, messages.ALL, messages.ALL, len(self.content.rows))]
        for kind, label in _KINDS:
            total = sum(self._is_of(row, kind) for row in self.content.rows)
            totals.append(Facet(kind, label, label, total))
        return totals

    def _is_of(self, row: RelatedRow, facet: str) -> bool:
        own, ref = self.content.side.ref, row.ref
        same: Mapping[str, Callable[[], bool]] = {
            _OWN_PLACE: lambda: bool(own.place) and ref.place == own.place and own.level in ("", ref.level),
            _SAME_LEVEL: lambda: ref.level == own.level and bool(own.level),
            _SAME_YEAR: lambda: ref.plan_year == own.plan_year and own.plan_year is not None,
        }
        return facet == EVERY_ROW or same[facet]()

    # -- rows ----------------------------------------------------------------------------------

    def prepare_words(self) -> None:
        """Make what words are looked for in, in a thread."""
        self._labels.prepare()

    def rows(self, facet: str, order: str, words: str) -> Sequence[TableRow]:
        """Return the sentences of a kind that have words, in an order; those alike in it the most similar first."""
        keys = [key for key, row in self._by_key.items() if self._is_of(row, facet)]
        if words.strip():
            found = set(self._labels.matching(words))
            keys = [key for key in keys if self._numbers[key] in found]
        if order == "year":
            keys.sort(key=lambda key: -(self._by_key[key].ref.plan_year or 0))
        elif order == "place":
            keys.sort(key=lambda key: self._place_order(self._by_key[key]))
        return [self._row(key) for key in keys]

    def _place_order(self, row: RelatedRow) -> tuple[str, str, int]:
        """Return what places are sorted by: their codes, which put places of a province together, then their years."""
        return row.ref.code or "999999", row.place, -(row.ref.plan_year or 0)

    @cached_property
    def _labels(self) -> Labels:
        """What words are looked for in: place, year and sentence."""
        rows = self.content.rows
        return Labels(f"{row.place} {row.ref.plan_year or ''} {row.text} {row.path}" for row in rows)

    def _row(self, key: str) -> TableRow:
        row = self._by_key[key]
        return TableRow(
            key,
            (
                Cell(messages.likeness(row.score, row.is_part), "count"),
                Cell(row.place),
                Cell(str(row.ref.plan_year or "？"), "muted"),
                Cell(full_width_marks(" ".join(row.text.split("\n")))),
            ),
        )

    # -- sentences -----------------------------------------------------------------------------

    def passages(self, key: str) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return a sentence and one's own, in each of which the words are lit that the other has not."""
        row, own = self._by_key[key], self.content
        changes = self._changed(key)
        own_marks, marks = self._marks(row, changes)
        year = tables_messages.report_year(row.ref.plan_year)
        related = Passage(
            messages.RELATED,
            f"{row.place} {year} {row.path}",
            row.text,
            row.source,
            row.start,
            marks,
            row.cited,
        )
        return [related, self.own_passage(own_marks)], [_remark(row, own.sentence, changes)]

    def _marks(self, row: RelatedRow, changes: Sequence[Change]) -> tuple[Marks, Marks]:
        """Return what is lit in one's own sentence and in another: words that differ, or, where most do, words that both have."""
        if row.score >= _ALIKE and not row.is_part:
            return (
                tuple(
                    (*change.earlier, "changed")
                    for change in changes
                    if change.earlier[0] < change.earlier[1]
                ),
                tuple((*change.later, "changed") for change in changes if change.later[0] < change.later[1]),
            )
        shared = shared_words(self.content.sentence, row.text, _NO_WEIGHTS, _LEAST_SHARED)
        own, other = (tuple((start, end, "shared") for start, end in spans) for spans in shared)
        return own, other

    def own_passage(self, marks: tuple[tuple[int, int, str], ...] = ()) -> Passage:
        """Return one's own sentence."""
        own, side = self.content, self.content.side
        where = f"{self._place} {tables_messages.report_year(side.ref.plan_year)} {side.outline.path(side.outline.at(own.start))}"
        return Passage(
            messages.OWN, where, own.sentence, side.source, own.start, marks, side.cited(own.start)
        )

    def _changed(self, key: str) -> tuple[Change, ...]:
        if key not in self._changes:
            one, other = self.content.sentence, self._by_key[key].text
            self._changes[key] = Differ(one, other).changes((0, len(one)), (0, len(other)))
        return self._changes[key]

    def line(self, key: str) -> str:
        """Return a row as text."""
        row = self._by_key[key]
        return f"{messages.likeness(row.score, row.is_part)}  {row.place} {row.ref.plan_year or '？'}"

    def exports(self, shown: Sequence[str], order: RowOrder) -> Sequence[Export]:
        """Return the sentences that are shown, and all of them."""
        chosen = [self._by_key[key] for key in shown]
        tables = [(len(some), self._table(some)) for some in (chosen, self.content.rows)]
        return shown_and_all(self.what, self.whose, *tables)

    def _table(self, rows: Sequence[RelatedRow]) -> Table:
        own = self.content
        records = [
            RelatedRecord(
                round(row.score, 2), row.place, row.ref.level, row.ref.plan_year, row.text, row.start,
                row.start + len(row.text), row.address, row.is_part,
            )
            for row in rows
        ]  # fmt: skip
        span = own.start, own.start + len(own.sentence)
        return related_table(FoundRelated(own.sentence, span, records))


def _remark(row: RelatedRow, sentence: str, changes: Sequence[Change]) -> Remark:
    """Return what is lit in a sentence."""
    if row.is_part:
        return Remark(messages.NOTE, messages.LIKE_PART)
    if row.text == sentence:
        return Remark(messages.NOTE, messages.IDENTICAL)
    if changes and all(change.is_number for change in changes):
        return Remark(messages.NOTE, messages.NUMBERS_ONLY)
    return Remark(messages.NOTE, messages.LIT_CHANGES if row.score >= _ALIKE else messages.LIT_SHARED)
