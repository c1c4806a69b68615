"""The base of all screens across reports: a title, a table or plot, the sentences at its cursor, and a status bar.

It is a view that can be gone back to. Enter opens a report at the sentence; Esc goes back to where the view was opened from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.widget import Widget

from tui.citation import cite
from tui.exports.model import Export
from tui.keys.table import Keymap
from tui.messages import concordance_screen as concordance_messages
from tui.messages import screens as screens_messages
from tui.messages import tables as messages
from tui.screens.asking import Asking
from tui.screens.browsing import PaneScreen
from tui.screens.protocol import CancelOpening, GoUp, OpenReport, OpenView
from tui.screens.travelling import Travelling
from tui.state.config import citation_style
from tui.state.records import Settings
from tui.view_session import ViewSession
from tui.visits import JumpList, Position, Source, View, ViewKind, Visit
from tui.widgets.bars import StatusBar, TitleBar
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import Background
from tui.widgets.passage_pane import Passage, PassagePane, Remark

Hints = list[tuple[str, str]]


class ViewScreen(PaneScreen):
    """A view; see :class:`tui.screens.protocol.BrowsingScreen` for what the app asks of it.

    Args:
        session: What it shows.
        jumps: What was left by jumps.
        main: The table or plot, which has the focus.

    Attributes:
        LAYER: The screen in :data:`tui.keys.table.SCREENS`.
        PASSAGE_HINT, HINTS_BEFORE_PASSAGES: What the key for the next sentence does, and how many are named before it.
        session: What it shows.
        notice: Shown instead of the hints; each key clears it before it acts.
        work: What is done in the background; empty if nothing.
    """

    LAYER: ClassVar[str]
    PASSAGE_HINT: ClassVar[str] = "passage"
    HINTS_BEFORE_PASSAGES: ClassVar[int] = 1
    BINDINGS = bindings("view")

    def __init__(self, session: ViewSession, jumps: JumpList, main: LineView) -> None:
        super().__init__()
        self.session, self.main = session, main
        self.passages = PassagePane(id="passages")
        self.title_bar, self.status_bar = TitleBar(id="view-title"), StatusBar(id="hints")
        self.too_small, self._body = TitleBar(id="too-small"), Background(id="view-body")
        self.keymap = Keymap(session.config.keys)
        self.key_for = self.keymap.first
        self.asking = Asking(self, self.LAYER, self.keymap, session.report_store.settings)
        self.action_open_report, self.what_key_does = self.asking.open_report, self.asking.what_key_does
        self.as_one_jump = jumps.as_one
        travelling = Travelling(self, jumps, lambda: self.here, self.say)
        self.action_back, self.action_forward = travelling.back, travelling.forward
        self.action_go_to_bookmark, self.take_letter = travelling.ask, travelling.take_letter
        self.notice = self.work = ""

    # -- overridden by each view ---------------------------------------------------------------

    def view_now(self) -> View:
        """Return what is shown, with what the user has chosen in it."""
        return self.session.view

    def title_now(self, width: int) -> tuple[str, str]:
        """Return the title and what stands at the right of it."""
        return self.session.name, ""

    def passages_now(self) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentences at the cursor, and what is to be said of them."""
        return (), ()

    def own_hints(self) -> Hints:
        """Return the keys that work in this view only."""
        return []

    def position(self) -> str:
        """Return where the cursor is, for the status bar."""
        return ""

    def begin(self) -> None:
        """Show everything for the first time."""
        self.show_row()

    def bars(self) -> Iterator[Widget]:
        """Yield bars below the title."""
        yield from ()

    @property
    def is_narrowed(self) -> bool:
        """Whether the user has filtered or searched for something, which :meth:`clear` undoes."""
        return False

    def clear(self) -> bool:
        """Undo what the user has chosen to see less; return False if there is nothing to undo."""
        return False

    def subject(self, kind: ViewKind) -> View | None:
        """Return another view of what is at the cursor; None if there is none."""
        passage = self.passages.passage
        source = passage.source if passage is not None else next(iter(self.session.view.reports), None)
        if source is None or (passage is None and kind == "related"):
            return None
        return View(kind, (source,)).at(passage.offset if passage is not None else 0)

    def term(self) -> str:
        """Return what is looked for in the library to see it in its context; empty if there is no such term."""
        return ""

    def copied(self, with_citation: bool) -> str:
        """Return the row at the cursor as text, with its sentences."""
        passages, _ = self.passages_now()
        return "\n".join(self.quoted(one, with_citation) for one in passages)

    def quoted(self, passage: Passage, with_citation: bool) -> str:
        """Return a passage below its name, with its source if that is to be told."""
        if not with_citation or passage.cited is None:
            return messages.quoted(passage.name, passage.text)
        style = citation_style(self.session.report_store.settings, self.session.config)
        return messages.named(passage.name, cite(passage.text, passage.cited, style))

    # -- layout --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Yield bars and panes."""
        yield self.title_bar
        yield from self.bars()
        with self._body:
            yield self.main
            yield self.passages
        yield self.status_bar
        self.too_small.show([(screens_messages.TOO_SMALL, "strong")])
        yield self.too_small

    def on_mount(self) -> None:
        """Show everything before the first layout. Textual calls this for each class that defines it: views override :meth:`begin`."""
        self.begin()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the bars to another size."""
        self.show_bars()

    # -- showing -------------------------------------------------------------------------------

    def show_row(self, chosen: int = 0) -> None:
        """Show the sentences at the cursor, and what depends on them."""
        passages, remarks = self.passages_now()
        self.passages.show(passages, remarks, chosen)
        self.show_bars()

    def show_bars(self) -> None:
        """Show title, and the notice, the work in the background or the hints."""
        title, summary = self.title_now(self.app.size.width)
        self.title_bar.show([(title, "strong")], summary, "notice")
        keys = ("clear" if self.is_narrowed else "leave", "escape"), ("help", "help"), ("quit", "quit")
        ends = [self.hint(*key) for key in keys]
        self.status_bar.show_hints(self._hints(), self.notice or self.work, self.position(), ends)

    def _hints(self) -> Hints:
        can_open = [self.hint("open", "choose")] if self.passages.passage else []
        own, before = self.own_hints(), self.HINTS_BEFORE_PASSAGES
        if len(self.passages.passages) > 1:
            own[before:before] = [self.hint(self.PASSAGE_HINT, "next_pane")]
        return [*can_open, *own, *(self.hint(key, key) for key in ("export", "copy"))]

    def hint(self, label: str, *commands: str) -> tuple[str, str]:
        """Return the keys of commands and what they do."""
        return self.keymap.first(*commands), messages.HINTS[label]

    def say(self, notice: str) -> None:
        """Show a notice until the next key."""
        self.notice = notice
        self.show_bars()

    def show_work(self, work: str) -> None:
        """Show what is done in the background, until told otherwise."""
        self.work = work
        self.show_bars()

    # -- what the app asks for -----------------------------------------------------------------

    @property
    def here(self) -> Visit:
        """The view, with what the user has chosen in it."""
        return Visit(Source(view=self.view_now()), position=Position(self.main.top))

    def restore(self, visit: Visit) -> None:
        """Scroll the rows to where they were."""
        if visit.position is not None:
            self.main.top = visit.position.first
            self.main.refresh()

    def mark(self) -> Callable[[], object]:
        """Return what focuses again the pane that has the focus."""
        return partial(self.set_focus, self.focused)

    def begin_key(self) -> None:
        """Clear the notice of the last key."""
        self.notice = ""

    def end_key(self) -> None:
        """Show the hints for the state after the key."""
        self.show_bars()

    def take_text(self, text: str) -> None:
        """Ignore text; views with rows filter them by it."""

    def prepare(self) -> None:
        """Load what the first dialog needs."""
        self.asking.prepare()

    def remember(self, settings: Settings) -> None:
        """Do nothing: nothing of a view is kept between runs."""

    # -- actions -------------------------------------------------------------------------------

    def action_step_passage(self, direction: int) -> None:
        """Choose the next (1) or previous (-1) sentence."""
        total = len(self.passages.passages)
        if total > 1:
            self.passages.choose((self.passages.chosen + direction) % total)
        else:
            self.say(messages.ONLY_PASSAGE if total else messages.NO_PASSAGE_HERE)

    def action_scroll_passages(self, direction: int) -> None:
        """Scroll the sentences down (1) or up (-1)."""
        before = self.passages.top
        self.passages.scroll_rows(direction * max(1, self.passages.page_rows // 2))
        if self.passages.top == before:
            self.say(messages.NOTHING_BELOW if direction > 0 else messages.NOTHING_ABOVE)

    def action_zoom(self) -> None:
        """Give the sentences the whole screen, or give the table its room back."""
        self._body.toggle_class("zoom-passages")

    def choose_row(self) -> None:
        """Do what Enter stands for: open the report of the sentence that is chosen."""
        self.open_passage()

    def open_passage(self) -> None:
        """Open the report of the sentence that is chosen, there."""
        passage = self.passages.passage
        if passage is None or passage.source is None:
            self.say(messages.NO_PASSAGE)
            return
        source = passage.source
        self.post_message(OpenReport(source.path, source.library_report, passage.offset))

    def open_view(self, view: View, is_jump: bool = True) -> None:
        """Show another view; not to be gone back from if it is one of the same kind beside this one."""
        self.post_message(OpenView(view, is_jump))

    def action_open_view(self, kind: ViewKind) -> None:
        """Show another kind of view of what is at the cursor; the one of this kind is the view itself."""
        if kind == self.session.view.kind:
            self.post_message(CancelOpening())
            return
        if kind == "concordance":
            term, nothing = self.term(), concordance_messages.no_term(self.key_for(kind))
            view = View(kind, (), (term,)) if term else None
        else:
            view = self.subject(kind)
            nothing = messages.NO_PASSAGE_HERE if kind == "related" else messages.NO_REPORT_HERE
        if view is None:
            self.say(nothing)
        else:
            self.open_view(view)

    def action_reload(self) -> None:
        """Make the view anew."""
        self.open_view(self.view_now(), is_jump=False)

    def action_up_level(self) -> None:
        """Show the library."""
        self.post_message(GoUp())

    def action_escape(self) -> None:
        """Cancel the first of these there is: work in the background, what is filtered, the view."""
        if self.work:
            self.post_message(CancelOpening())
        elif self._body.has_class("zoom-passages"):
            self.action_zoom()
        elif not self.clear():
            self.action_back()

    def action_copy(self, with_citation: bool = False) -> None:
        """Copy the row at the cursor with its sentences, and name the clipboards used."""
        from tui.state.clipboard import copy
        from tui.state.paths import state_folder

        text = self.copied(with_citation)
        copied = messages.row_copied(copy(text, self.app.copy_to_clipboard, state_folder())) if text else ""
        self.say(copied or messages.NOTHING)

    def exports(self) -> Sequence[Export]:
        """Return what can be exported."""
        return ()

    def action_ask_export(self) -> None:
        """Ask what to export."""
        from tui.screens.export_dialog import ask_export

        sources = [*(source.path for source in self.session.view.reports), self.session.library]
        ask_export(self, self.exports(), self.say, sources)

    def action_palette(self) -> None:
        """List all commands."""
        self.asking.palette(str(self.main.id), lambda text: [])

    def action_go_to(self) -> None:
        """Ask for a command."""
        self.asking.go_to(screens_messages.COMMAND, screens_messages.TYPED_EXAMPLES, lambda text: [])

    def action_help(self) -> None:
        """Show the keys."""
        self.asking.help(str(self.main.id))

    # -- messages of the panes -----------------------------------------------------------------

    @on(LineView.RowChosen)
    def _row_chosen(self) -> None:
        self.choose_row()

    @on(LineView.CopyAsked)
    def _copy_asked(self) -> None:
        self.action_copy()

    @on(PassagePane.PassageChosen)
    def _passage_chosen(self, event: PassagePane.PassageChosen) -> None:
        self.passages.choose(event.index)
        if event.is_opened:
            self.open_passage()
        self.show_bars()
