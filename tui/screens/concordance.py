"""The screen of hits in their context, line by line, and of the words near them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from textual.app import ComposeResult

from tui.keys.table import IN_CONCORDANCE
from tui.messages import concordance_screen as messages
from tui.messages import screens as screens_messages
from tui.messages import tables as tables_messages
from tui.screens.background import in_thread
from tui.screens.concordance_rows import CollocateContents, ConcordanceContents
from tui.screens.protocol import OpenReport
from tui.screens.table import EVERY_ROW, Contents, TableScreen
from tui.screens.view import Hints
from tui.view_session import ViewSession
from tui.views.concordance import find_collocates
from tui.visits import JumpList, View
from tui.widgets.bindings import bindings
from tui.widgets.concordance_layout import ConcordanceLayout
from tui.widgets.table_order import RowOrder
from tui.widgets.table_view import Layout, TableView
from tui.wording.model import Collocate

Tab = Literal["lines", "collocates"]
#: Columns of the screen below which the title is short.
_LONG_TITLE_FROM = 80


class HitTable(TableView):
    """Hits in one column, with what stands around them.

    Args:
        contents: The hits.
    """

    BINDINGS = bindings("concordance")

    def __init__(self, contents: ConcordanceContents, *, id: str) -> None:
        self._contents = contents
        super().__init__(contents.columns, id=id)

    def make_layout(self) -> Layout:
        """Return the hits in one column for the present width."""
        return ConcordanceLayout(
            self._columns, self.rows, self._contents.context, self.columns_width, self.widths
        )


class CollocateTable(TableView):
    """Words with their counts."""

    BINDINGS = bindings("concordance")


class _Kept(NamedTuple):
    """What the user has chosen in a tab."""

    table: TableView
    contents: Contents
    facet: str
    order: RowOrder
    words: str


class _Stopped(Exception):
    """Ends counting that the user has cancelled."""


class ConcordanceScreen(TableScreen):
    """Hits in their context, and in a second tab the words near them.

    Args:
        session: The hits.
        jumps: What was left by jumps.

    Attributes:
        lines: The hits.
        tab: What is shown.
    """

    LAYER = IN_CONCORDANCE
    AUTO_FOCUS = "#hit-lines"

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        self.lines = ConcordanceContents(session.content)
        self.lines.near = (*session.view.state, "", "", "", "", "", "")[5]
        super().__init__(session, jumps, self.lines, HitTable(self.lines, id="hit-lines"))
        self.tab: Tab = "lines"
        self._words: Sequence[Collocate] | None = None
        #: The other tab, while one is shown; None before there are words.
        self._other: _Kept | None = None
        #: Tells work in the thread apart from such that was cancelled.
        self._asked = 0

    def compose(self) -> ComposeResult:
        """Yield bars and panes; the sentence is below the lines, which take the whole width."""
        self._body.add_class("stacked")
        yield from super().compose()

    def begin(self) -> None:
        """Show the lines, as they were left; say how to see others if there are more than are listed."""
        super().begin()
        found = self.lines.found
        if len(found.lines) < found.total and not self.session.view.state:
            self.say(messages.limited(len(found.lines), self.lines.is_library))

    # -- showing -------------------------------------------------------------------------------

    def view_now(self) -> View:
        """Return the view with the line at the cursor and what is filtered."""
        if self.tab == "lines" or self._other is None:
            view = super().view_now()
            return view._replace(state=(*view.state, self.lines.near))
        kept = self._other
        key = kept.table.row.key if kept.table.row is not None else ""
        return self.session.view._replace(
            state=(key, kept.facet, kept.order.text, kept.words, "0", self.lines.near)
        )

    def title_now(self, width: int) -> tuple[str, str]:
        """Return the title, and how many lines are shown, of how many."""
        if self.tab != "lines":
            return super().title_now(width)
        found = self.lines.found
        chosen = [tables_messages.filtered(self.words)] if self.words else []
        chosen += [messages.near(self.lines.near)] if self.lines.near else []
        count = messages.shown(len(self.table.rows), len(found.lines), found.total)
        order = tables_messages.ordered(self.lines.orders[self.order.name], self.order.is_reversed)
        return self.lines.title(width >= _LONG_TITLE_FROM), " ".join([*chosen, order, count])

    def own_hints(self) -> Hints:
        """Return the keys that filter and sort, and that of the other tab."""
        if self.tab == "collocates":
            return [self.hint("hit_lines", "hit_lines"), *super().own_hints()[1:]]
        return [self.hint("collocates", "collocates"), *super().own_hints()]

    def hint(self, label: str, *commands: str) -> tuple[str, str]:
        """Return the keys of commands and what they do; Enter on a word shows the lines near it."""
        return super().hint("near" if label == "open" and self.tab == "collocates" else label, *commands)

    def term(self) -> str:
        """Return the query itself."""
        return self.lines.found.terms

    @property
    def is_narrowed(self) -> bool:
        """Whether only some of the lines are shown; from the words Esc leads back to these."""
        return self.tab == "lines" and (bool(self.lines.near) or super().is_narrowed)

    def clear(self) -> bool:
        """Show the lines again, then those that are not near the word; return False if all are shown."""
        if self.tab == "collocates":
            self.call_later(self._switch)
            return True
        if self.lines.near:
            self._show_near("")
            return True
        return super().clear()

    def choose_row(self) -> None:
        """Open the report at the hit; in the tab of words, show the lines near the word."""
        if self.tab == "collocates":
            self._choose_word()
        else:
            self.open_passage()

    def open_passage(self) -> None:
        """Open the report at the hit, with the query."""
        passage = self.passages.passage
        if passage is None or passage.source is None:
            super().open_passage()
            return
        source, found = passage.source, self.lines.found
        find = found.terms if source.library_report is not None and found.side is None else ""
        self.post_message(OpenReport(source.path, source.library_report, passage.offset, find))

    # -- tabs ----------------------------------------------------------------------------------

    async def action_show_tab(self, tab: Tab) -> None:
        """Show the lines, or the words near the hits, which are counted first."""
        if tab == self.tab:
            return
        if tab == "lines" or self._words is not None:
            await self._switch()
            return
        self._count()

    def _count(self) -> None:
        """Count the words near the hits in a thread."""
        self._asked += 1
        number = self._asked

        def stop() -> None:
            if number != self._asked:
                raise _Stopped

        found, view, library = self.lines.found, self.session.view, self.session.library
        work = screens_messages.cancellable(messages.FINDING_COLLOCATES, self.key_for("escape"))
        self.show_work(work)
        in_thread(
            lambda: find_collocates(found, view, library, stop),
            lambda words: self._counted(number, words),
            lambda fault: self._failed(number, fault),
        )

    def _counted(self, number: int, words: Sequence[Collocate]) -> None:
        if number != self._asked:
            return
        self.show_work("")
        if not words:
            self.say(messages.NO_COLLOCATES)
            return
        self._words = words
        self.call_later(self._switch)

    def _failed(self, number: int, fault: str) -> None:
        if number == self._asked:
            self.show_work("")
            self.say(fault)

    async def _switch(self) -> None:
        """Show the other tab."""
        other = self._other or await self._make_words()
        self._other = _Kept(self.table, self.contents, self.facet, self.order, self.words)
        self.table.display = False
        self.table, self.contents, self.facet, self.order, self.words = other
        self.main = self.table
        self.table.display = True
        self.tab = "collocates" if self.tab == "lines" else "lines"
        self._body.set_class(self.tab == "lines", "stacked")
        self.set_focus(self.table)
        if self.filter_box is not None:
            self.filter_box.value = self.words
        self.show_rows()

    async def _make_words(self) -> _Kept:
        assert self._words is not None
        contents = CollocateContents(self._words, self.lines)
        table = CollocateTable(contents.columns, id="collocates")
        await self._body.mount(table, before=self.passages)
        return _Kept(table, contents, EVERY_ROW, RowOrder(next(iter(contents.orders))), "")

    def action_escape(self) -> None:
        """Cancel the first of these there is: counting, what is filtered, the view."""
        if self.work and self._words is None and self._asked:
            self._asked += 1
            self.show_work("")
            self.say(messages.STOPPED)
        else:
            super().action_escape()

    # -- near a word ---------------------------------------------------------------------------

    def _choose_word(self) -> None:
        row = self.table.row
        if row is None:
            self.say(messages.NO_NEAR)
        else:
            self.call_later(self._show_lines_near, row.key)

    async def _show_lines_near(self, word: str) -> None:
        await self._switch()
        self.facet, self.words = EVERY_ROW, ""
        self._show_near(word)

    def _show_near(self, word: str) -> None:
        """Show the lines near a word; all of them if it is empty."""
        self.lines.near = word
        self.show_rows()
