"""Notes as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui.exports.model import Export
from tui.exports.notes import note_export
from tui.messages import exports as export_messages
from tui.messages import notes as messages
from tui.notes.export import local_time, reference_of, report_name, status_of
from tui.notes.model import Note
from tui.report.sanitize import one_line
from tui.screens.table import EVERY_ROW
from tui.search.labels import Labels
from tui.state.records import CitationStyle
from tui.typeset.full_width import full_width_marks
from tui.views.notes import ListedNote, NoteList
from tui.widgets.facet_bar import Facet
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.table_layout import Cell, Column, TableRow
from tui.widgets.table_order import RowOrder

#: Kinds of notes: on the report that is open, written, coloured only, on a passage that was changed, without a passage.
HERE, _BODY, _MARK, _LIKELY, _GONE = "here", "body", "mark", "likely", "gone"
#: Characters of a note and of a passage in a row: the whole is beside the table.
_MAX_CHARACTERS = 120
#: Cells of a passage and of a section in a row, where there is no more room.
_PASSAGE_CELLS, _SECTION_CELLS = 23, 12


class NoteContents:
    """The rows of notes.

    Args:
        notes: The notes.

    Attributes:
        style: How sources are written in exports.
    """

    columns: Sequence[Column] = (
        Column("colour", messages.COLOUR, "sign"),
        Column("body", messages.BODY, "name"),
        Column("passage", messages.PASSAGE, most=_PASSAGE_CELLS, is_optional=True, is_quoted=True),
        Column("section", messages.SECTION, most=_SECTION_CELLS, is_optional=True, is_quoted=True),
        Column("state", messages.STATE, most=9),
        Column("time", messages.CHANGED, most=10, is_optional=True),
    )
    orders = messages.ORDERS
    column_orders = {"time": "time", "body": "text", "passage": "text", "section": "text"}
    falling_orders = ("time",)
    what = messages.WHAT

    def __init__(self, notes: NoteList) -> None:
        self._list = notes
        self.style: CitationStyle = "chinese"
        self._by_key = {one.placed.note.id: one for one in notes.notes}

    # -- changing --------------------------------------------------------------------------------

    def get(self, key: str) -> ListedNote:
        """Return the note of a row."""
        return self._by_key[key]

    def put(self, key: str, note: Note) -> None:
        """Show a note that was changed."""
        one = self._by_key[key]
        self._by_key[key] = one._replace(placed=one.placed._replace(note=note))
        self._forget_words()

    def remove(self, key: str) -> tuple[int, ListedNote]:
        """Take a note out; return where it was."""
        index = list(self._by_key).index(key)
        one = self._by_key.pop(key)
        self._forget_words()
        return index, one

    def restore(self, index: int, one: ListedNote) -> None:
        """Put a note back where it was."""
        items = list(self._by_key.items())
        items.insert(index, (one.placed.note.id, one))
        self._by_key = dict(items)
        self._forget_words()

    def _forget_words(self) -> None:
        self.__dict__.pop("_labels", None)

    # -- what a table shows ----------------------------------------------------------------------

    @property
    def whose(self) -> str:
        """The report, if all notes are on one: it begins the name of an exported file."""
        homes = {(one.placed.home.place, one.placed.home.year) for one in self._by_key.values()}
        return export_messages.whose(*homes.pop()) if len(homes) == 1 else messages.EVERY_REPORT

    def title(self, is_long: bool) -> str:
        """Return what the table shows."""
        return messages.LONG_TITLE if is_long else messages.SHORT_TITLE

    def facets(self) -> Sequence[Facet]:
        """Return how many notes there are of each kind."""
        likely = [_LIKELY] if any(one.placed.is_likely for one in self._by_key.values()) else []
        kinds = [EVERY_ROW, *([HERE] if self._list.is_of_report else []), _BODY, _MARK, *likely, _GONE]
        return [
            Facet(
                kind,
                messages.FACETS[kind],
                messages.FACETS[kind],
                sum(1 for one in self._by_key.values() if _is_of(one, kind)),
            )
            for kind in kinds
        ]

    def prepare_words(self) -> None:
        """Make what words are looked for in, in a thread."""
        self._labels.prepare()

    @cached_property
    def _labels(self) -> Labels:
        return Labels(
            f"{note.body} {note.quote.exact} {note.section} {home.name} {home.year or ''} "
            f"{messages.COLOUR_NAMES[note.colour]}"
            for note, home, *_ in (one.placed for one in self._by_key.values())
        )

    def rows(self, facet: str, order: str, words: str) -> Sequence[TableRow]:
        """Return the notes of a kind that have words, in an order; in that of reports under their names."""
        notes = list(self._by_key.values())
        if words.strip():
            notes = [notes[index] for index in self._labels.matching(words)]
        notes = [one for one in notes if _is_of(one, facet)]
        if order == "time":
            notes.sort(key=lambda one: one.placed.note.modified, reverse=True)
            return [_row(one) for one in notes]
        keys = ["", *(_group(one) for one in notes)]
        return [
            _row(one, report_name(one.placed.home) if _group(one) != before else "")
            for before, one in zip(keys, notes, strict=False)
        ]

    def passages(self, key: str) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the passage of a note, and what was written on it."""
        one = self._by_key[key]
        note, home, *_ = one.placed
        style = f"note-{note.colour}" if note.colour else "noted"
        passage = Passage(
            messages.PASSAGE,
            f"{report_name(home)} {note.section}",
            note.quote.exact,
            one.source,
            one.placed.offset,
            ((0, len(note.quote.exact), style),),
            reference_of(one.placed),
        )
        return [passage], list(_remarks(one))

    def line(self, key: str) -> str:
        """Return a note as text."""
        return self._by_key[key].placed.note.body

    def exports(self, shown: Sequence[str], order: RowOrder) -> Sequence[Export]:
        """Return the notes that are shown, and all of them."""
        chosen = [self._by_key[key] for key in shown]
        return [
            note_export(label, messages.WHAT, self.whose, [one.placed for one in some], self.style)
            for label, some in (
                (export_messages.shown(messages.WHAT), chosen),
                (export_messages.every(messages.WHAT), list(self._by_key.values())),
            )
            if some
        ]


def _is_of(one: ListedNote, facet: str) -> bool:
    note = one.placed.note
    kinds = {
        HERE: one.is_here,
        _BODY: bool(note.body),
        _MARK: not note.body,
        _LIKELY: one.placed.is_likely,
        _GONE: one.placed.is_gone,
    }
    return kinds.get(facet, True)


def _group(one: ListedNote) -> str:
    """Return what rows below one heading have in common."""
    return "here" if one.is_here else one.placed.home.key


def _row(one: ListedNote, heading: str = "") -> TableRow:
    note = one.placed.note
    body = one_line(note.body[:_MAX_CHARACTERS]) or _short(note.quote.exact)
    mark = messages.NOTE_MARK if note.body else ""
    return TableRow(
        note.id,
        (
            Cell(messages.COLOUR_MARKS.get(note.colour, "") + mark, "count"),
            Cell(body, "" if note.body else "muted"),
            Cell(_short(note.quote.exact) if note.body else "", "muted"),
            Cell(full_width_marks(note.section), "muted"),
            Cell(_state(one), "notice"),
            Cell(note.modified[:10], "muted"),
        ),
        ((0, full_width_marks(one_line(heading))),) if heading else (),
    )


def _short(text: str) -> str:
    return full_width_marks(one_line(text[:_MAX_CHARACTERS]))


def _state(one: ListedNote) -> str:
    if one.placed.was_in and not one.placed.is_likely:
        return messages.MOVED
    return status_of(one.placed._replace(was_in="")) or (
        messages.REPORT_MISSING if one.source is None else ""
    )


def _remarks(one: ListedNote) -> Sequence[Remark]:
    note = one.placed.note
    remarks = [Remark(messages.BODY, note.body)] if note.body else []
    if note.colour:
        colour = f"{messages.COLOUR_NAMES[note.colour]}（{messages.COLOUR_MARKS[note.colour]}）"
        remarks.append(Remark(messages.COLOUR_OF, colour))
    if one.placed.is_gone:
        remarks.append(Remark(messages.STATE, messages.GONE_LONG))
    elif one.placed.is_likely:
        remarks.append(Remark(messages.STATE, messages.LIKELY_LONG))
    elif one.source is None:
        remarks.append(Remark(messages.STATE, messages.REPORT_GONE))
    if one.placed.was_in:
        remarks.append(Remark(messages.STATE, messages.moved(one.placed.was_in)))
    return [*remarks, Remark(messages.CREATED, local_time(note.created)[:16])]
