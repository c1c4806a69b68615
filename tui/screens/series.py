"""The screen of an indicator through the years: a plot and its values, of one place or several beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.exports.figures import series_table
from tui.exports.model import Export, table_export
from tui.keys.table import IN_SERIES
from tui.messages import exports as export_messages
from tui.messages import figure_screens as messages
from tui.messages import tables as tables_messages
from tui.messages.gaps import gap_text
from tui.messages.verdicts import ACTUAL, NOTE, TARGET, VERDICT, VERDICT_NAMES
from tui.promises.model import MISSED
from tui.screens.figures import ask_indicator, mention_of, next_measure, notes_on, passage_of
from tui.screens.view import Hints, ViewScreen
from tui.search.places import matching_labels
from tui.search.query import query_for
from tui.series.model import Series
from tui.view_session import ViewSession
from tui.views.figures import SeriesSet
from tui.views.model import RankWords, SeriesWords
from tui.visits import JumpList, View, ViewKind
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.series_pane import SeriesPane
from tui.widgets.series_table import columns_of, copied
from tui.widgets.year_order import YearOrder

if TYPE_CHECKING:
    from tui.screens.dialogs import Candidate

#: Columns of the screen below which the title is short.
_LONG_TITLE_FROM = 100
_MOST_CHOICES = 200
_TABLE = "table"


class SeriesScreen(ViewScreen):
    """An indicator through the years.

    Args:
        session: The series.
        jumps: What was left by jumps.
    """

    LAYER = IN_SERIES
    AUTO_FOCUS = "#series"

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        self.content: SeriesSet = session.content
        self.pane = SeriesPane(self.content.series, id="series")
        super().__init__(session, jumps, self.pane)
        year, place, chosen, mode = (*session.view.state, "", "", "", "")[:4]
        self.pane.begin_at(int(year) if year.isdigit() else None, int(place or 0), mode == _TABLE)
        self._chosen = int(chosen or 0)

    # -- what is shown -------------------------------------------------------------------------

    @property
    def series(self) -> Series:
        """The series of the place at the cursor."""
        return self.content.series[self.pane.place]

    def begin(self) -> None:
        """Show everything, with the sentence that was chosen."""
        self.show_row(self._chosen)

    def view_now(self) -> View:
        """Return the view with the year and the place at the cursor."""
        pane = self.pane
        mode = _TABLE if pane.is_table else ""
        return self.session.view._replace(
            state=(str(pane.year), str(pane.place), str(self.passages.chosen), mode)
        )

    def title_now(self, width: int) -> tuple[str, str]:
        """Return place, indicator and years, and how many years have a target and a result."""
        is_long = width >= _LONG_TITLE_FROM
        years = self.series.years
        name = messages.indicator_title(self.series.name, self.series.measure)
        places = [one.place for one in self.content.series]
        every = [year.year for one in self.content.series for year in one.years]
        title = messages.series_title(places, name, min(every), max(every), is_long)
        verdicts = [year.verdict for year in years]
        missed = sum(verdict in MISSED for verdict in verdicts)
        kept = sum(verdict in ("exceeded", "met") for verdict in verdicts)
        targets, actuals = sum(bool(one.target) for one in years), sum(bool(one.actual) for one in years)
        return title, messages.series_counts(targets, actuals, kept, missed, is_long)

    def passages_now(self) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentences of the year at the cursor, and what to bear in mind."""
        year = self.pane.at_cursor
        if year is None:
            return (), [Remark(str(self.pane.year), messages.NO_FIGURES)]
        figures = (
            (TARGET, year.target),
            (ACTUAL, year.actual),
            (messages.AMOUNT, year.amount),
        )
        passages = [
            passage_of(name, stated, self.content.paths) for name, stated in figures if stated is not None
        ]
        if self.pane.is_table and self.pane.order.column == "actual":
            passages.sort(key=lambda passage: passage.name != ACTUAL)
        remarks = []
        if year.verdict is not None:
            text = messages.verdict(VERDICT_NAMES[year.verdict], gap_text(year.gap, is_short=True))
            remarks.append(Remark(VERDICT, text))
        mentions = [
            mention_of(name, mention, self.content.paths)
            for name, mention in ((TARGET, year.target_mention), (ACTUAL, year.actual_mention))
            if mention is not None
        ]
        if not passages:
            text = messages.MENTIONED if mentions else messages.NO_FIGURES
            remarks.append(Remark(str(year.year), text))
        passages += mentions
        remarks += [Remark(messages.BREAKS, text) for text in year.breaks]
        remarks += [
            Remark(messages.AMOUNT_BREAKS, text) for text in year.amount_breaks if text not in year.breaks
        ]
        remarks += [Remark(NOTE, text) for text in notes_on(year)]
        return passages, remarks

    def own_hints(self) -> Hints:
        """Return the keys that choose years, indicator and places."""
        several = [self.hint("places", "down", "up")] if len(self.content.series) > 1 else []
        return [
            self.hint("year", "left", "right"),
            *several,
            self.hint("measure", "next_measure"),
            self.hint("indicator", "indicator"),
            self.hint("plot" if self.pane.is_table else "table", "table_only"),
            self.hint("add_place", "add_place"),
        ]

    def position(self) -> str:
        """Return the year at the cursor."""
        return str(self.pane.year)

    def copied(self, with_citation: bool) -> str:
        """Return the year at the cursor as text, with its sentences."""
        year = self.pane.at_cursor
        if year is None:
            return ""
        name = messages.indicator_title(self.series.name, self.series.measure)
        return f"{self.series.place} {name} {copied(year)}\n{super().copied(with_citation)}".strip()

    def subject(self, kind: ViewKind) -> View | None:
        """Return another view of what is at the cursor."""
        view = super().subject(kind)
        if view is None or kind != "ranking":
            return view
        return view._replace(words=RankWords(self.series.indicator, self.series.measure, str(self.pane.year)))

    def term(self) -> str:
        """Return the name of the indicator."""
        return query_for(self.series.name)

    @on(SeriesPane.SortAsked)
    def _sort_asked(self, event: SeriesPane.SortAsked) -> None:
        self._sort(self.pane.order.by(event.column))

    def action_next_order(self) -> None:
        """Sort the table in the next order; show it if the plot is shown."""
        columns = columns_of(self.content.series)
        at = columns.index(self.pane.order.column) if self.pane.is_table else 0
        self._sort(YearOrder(columns[(at + 1) % len(columns)]))

    def action_reverse_order(self) -> None:
        """Sort the table the other way round."""
        self._sort(self.pane.order.turned)

    def _sort(self, order: YearOrder) -> None:
        self.pane.show_sorted(order)
        self.say(tables_messages.ordered(messages.YEAR_ORDERS[order.column], order.is_reversed))

    @on(SeriesPane.YearReached)
    def _year_reached(self) -> None:
        self.show_row()

    # -- choosing ------------------------------------------------------------------------------

    def _show(self, indicator: str, measure: str, places: Sequence[str]) -> None:
        """Show other series in place of these; the year and how they are shown stay."""
        year, place, _, mode = self.view_now().state
        state = (year, place, "0", mode)
        words = SeriesWords(indicator, measure, tuple(places)).words
        view = self.session.view._replace(words=words, state=state)
        self.open_view(view, is_jump=False)

    def action_ask_indicator(self) -> None:
        """Ask for another indicator."""
        ask_indicator(
            self.asking, self.content.indicators, lambda name: self._show(name, "", self.content.places)
        )

    def action_next_measure(self) -> None:
        """Show the growth, the amount or the share instead."""
        self._show(self.series.indicator, next_measure(self.series.measure), self.content.places)

    def action_ask_place(self) -> None:
        """Ask which place to add, or to take away."""
        places = self.content.places
        choices: list[tuple[str, str, tuple[str, ...]]] = [
            (messages.TAKE_AWAY, place, tuple(one for one in places if one != place)) for place in places
        ]
        choices += [
            (messages.ADD, place, (*places, place)) for place in self.content.others if place not in places
        ]

        def matching(text: str) -> list[Candidate]:
            found = matching_labels((place for _, place, _ in choices), text)[:_MOST_CHOICES]
            return [
                (choices[at][0], choices[at][1], partial(self._show_places, choices[at][2])) for at in found
            ]

        self.asking.ask(messages.ADD_PLACE, messages.PLACE_PLACEHOLDER, matching)

    def _show_places(self, places: Sequence[str]) -> None:
        if not places:
            self.say(messages.ONLY_ONE_PLACE)
        elif len(places) > messages.MAX_PLACES:
            self.say(messages.TOO_MANY_PLACES)
        else:
            self._show(self.series.indicator, self.series.measure, places)

    # -- export --------------------------------------------------------------------------------

    def exports(self) -> Sequence[Export]:
        """Return all years of all places."""
        content = self.content
        if content.writer is None:
            return ()
        whose, what = "".join(content.places[:3]) + self.series.name, messages.WHAT_SERIES
        total = sum(len(one.years) for one in content.series)
        table = series_table(content.series, content.writer)
        return [table_export(export_messages.every(what), what, whose, total, table)]
