"""The screen of an indicator among places: sorted, one's own place lit, the divisions above it below."""

from __future__ import annotations

from collections.abc import Sequence

from tui.keys.table import IN_RANKING
from tui.messages import figure_screens as messages
from tui.messages import tables as tables_messages
from tui.messages.verdicts import ACTUAL, TARGET
from tui.screens.figures import ask_indicator, next_measure
from tui.screens.rank_rows import RankContents
from tui.screens.table import TableScreen
from tui.screens.view import Hints
from tui.search.query import query_for
from tui.view_session import ViewSession
from tui.views.figures import RankSet
from tui.views.model import RankWords, SeriesWords
from tui.visits import JumpList, View, ViewKind
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.rank_table import RankTable


class RankingScreen(TableScreen):
    """An indicator among places.

    Args:
        session: The ranking.
        jumps: What was left by jumps.
    """

    LAYER = IN_RANKING
    AUTO_FOCUS = "#ranking"

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        contents = self.ranked = RankContents(session.content)
        table = RankTable(contents.columns, contents.dots, contents.scale.unit, id="ranking")
        super().__init__(session, jumps, contents, table)
        key, chosen = self._begin
        self._begin = key if contents.has(key) else contents.own_key, chosen
        self.notice = self.content.notice

    @property
    def content(self) -> RankSet:
        """The ranking."""
        return self.ranked.content

    def title_now(self, width: int) -> tuple[str, str]:
        """Return the title, and how many places are shown."""
        title, _ = super().title_now(width)
        filtered = f"{tables_messages.filtered(self.words)} " if self.words else ""
        shown = sum(self.ranked.is_place(row.key) for row in self.table.rows)
        return title, filtered + messages.number_of_places(shown, self.total)

    def position(self) -> str:
        """Return the number of the place at the cursor; nothing for a division above."""
        places = [row.key for row in self.table.rows if self.ranked.is_place(row.key)]
        row = self.table.row
        return f"{places.index(row.key) + 1}/{len(places)}" if row is not None and row.key in places else ""

    def passages_now(self) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentences of the place at the cursor, that of the value it is ranked by first."""
        passages, remarks = super().passages_now()
        first = TARGET if self.order.name == "target" else ACTUAL
        return sorted(passages, key=lambda passage: passage.name != first), remarks

    def own_hints(self) -> Hints:
        """Return the keys that choose year, indicator and level."""
        return [
            self.hint("years", "earlier_years", "later_years"),
            self.hint("indicator", "indicator"),
            self.hint("level", "level"),
            self.hint("order", "sort"),
            self.hint("facet", "previous_kind", "next_kind"),
            self.hint("words", "search"),
            self.hint("measure", "next_measure"),
        ]

    def subject(self, kind: ViewKind) -> View | None:
        """Return another view of what is at the cursor."""
        view = super().subject(kind)
        if view is None or kind != "series":
            return view
        ranking = self.content.ranking
        words = SeriesWords(ranking.indicator, ranking.measure).words
        return view._replace(words=words, state=(str(ranking.year),))

    def term(self) -> str:
        """Return the name of the indicator."""
        return query_for(self.content.ranking.name)

    # -- choosing ------------------------------------------------------------------------------

    def _show(self, **changed: str) -> None:
        """Show another ranking in place of this one: another indicator, measure, year, level or parent."""
        ranking = self.content.ranking
        words = RankWords(
            ranking.indicator, ranking.measure, str(ranking.year), ranking.level, self.content.parent
        )
        key = self.table.row.key if self.table.row is not None else ""
        view = self.session.view._replace(
            words=words._replace(**changed), state=(key, "", self.order.text, "", "0")
        )
        self.open_view(view, is_jump=False)

    def action_step_years(self, direction: int) -> None:
        """Show the year after (1) or before (-1)."""
        here = self.content.ranking.year
        years = [year for year in self.content.years if (year - here) * direction > 0]
        if not years:
            self.say(messages.NO_LATER if direction > 0 else messages.NO_EARLIER)
        else:
            self._show(year=str(min(years) if direction > 0 else max(years)))

    def action_ask_indicator(self) -> None:
        """Ask for another indicator."""
        ask_indicator(
            self.asking, self.content.indicators, lambda name: self._show(indicator=name, measure="")
        )

    def action_next_measure(self) -> None:
        """Show the growth, the amount or the share instead."""
        self._show(measure=next_measure(self.content.ranking.measure))

    def action_next_level(self) -> None:
        """Show another level that has figures: all its places, or those in the divisions above one's own."""
        ranking, scopes = self.content.ranking, list(self.content.scopes)
        here = ranking.level, self.content.parent
        at = scopes.index(here) if here in scopes else -1
        level, parent = scopes[(at + 1) % len(scopes)] if scopes else here
        if (level, parent) == here:
            self.say(messages.no_other_level(ranking.name, ranking.year))
        else:
            self._show(level=level, parent=parent)
