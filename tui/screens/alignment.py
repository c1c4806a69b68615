"""The screen of two reports beside each other: sentence by sentence, with the terms that are new or gone at the left.

The alignment and the terms are found in a thread; what is known is shown meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.keys.table import IN_ALIGNMENT
from tui.messages import alignment_screen as messages
from tui.messages import screens as screens_messages
from tui.messages import tables as tables_messages
from tui.messages.wording import KIND_NAMES
from tui.screens.background import Stream, in_thread
from tui.screens.pair_rows import EVERY, PairContents, spans_of
from tui.screens.pair_search import PairSearch
from tui.screens.protocol import OpenReport, SearchLibrary
from tui.screens.view import Hints, ViewScreen
from tui.search.places import matching_labels
from tui.view_session import ViewSession
from tui.views.alignment import Aligned, FoundTerms, alignment_steps
from tui.views.model import Side, TwoReports
from tui.visits import JumpList, Source, View, ViewKind
from tui.widgets.facet_bar import FacetBar
from tui.widgets.inputs import FilterBox
from tui.widgets.pair_view import PairView
from tui.widgets.term_list import TermList
from tui.wording.model import SentencePair

if TYPE_CHECKING:
    from tui.screens.dialogs import Candidate

#: Columns of the screen from which sentences stand beside each other, with the terms at their left.
BESIDE_FROM = 100
_MOST_CHOICES = 200
#: What the state of the view says of switches: only changes, numbers ignored, terms hidden.
_ONLY_CHANGES, _NO_NUMBERS, _NO_TERMS = "m", "=", "t"
_EARLIER, _LATER = "e", "l"


class AlignmentScreen(ViewScreen):
    """Two reports beside each other.

    Args:
        session: The reports.
        jumps: What was left by jumps.

    Attributes:
        contents: The pairs and the terms.
        pairs: The pairs that are shown.
        search: What is searched for.
        facet: The kind of pairs that are shown.
    """

    LAYER = IN_ALIGNMENT
    AUTO_FOCUS = "#sentence-pairs"

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        self.two: TwoReports = session.content
        self.pane = PairView(id="sentence-pairs")
        super().__init__(session, jumps, self.pane)
        self._body.add_class("of-pairs")
        self.terms = TermList(id="term-list")
        self.facet_bar = FacetBar(id="facets")
        self.filter_box: FilterBox | None = None
        self.contents = PairContents(self.two)
        self.search = PairSearch(self.two.sides, self._show_hits, self.call_later)
        key, self.facet, side, switches, query, term = (*session.view.state, *[""] * 6)[:6]
        self.pane.side = 0 if side == _EARLIER else 1
        self._only_changes = _ONLY_CHANGES in switches
        self.contents.ignore_numbers(_NO_NUMBERS in switches)
        self._hides_terms = _NO_TERMS in switches
        #: The sentence, the query and the term to begin with, until they are there.
        self._wanted, self._begin_query, self._begin_term = _read_key(key), query, term
        self._shows_terms_only = False
        #: The pair at the cursor when the search began, while the query is typed.
        self._origin: int | None = None
        self._said_term = ""
        self._is_stopped = False
        self.pairs = self.contents.shown(self.facet, self._only_changes)
        self._stream: Stream[Aligned | FoundTerms] = Stream(
            partial(alignment_steps, self.two, session.library), self._take, self._tell, self._ended
        )

    # -- layout --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Yield bars and panes."""
        self.set_size_classes()
        yield self.title_bar
        yield self.facet_bar
        with self._body:
            yield self.terms
            yield self.pane
        yield self.status_bar
        self.too_small.show([(screens_messages.TOO_SMALL, "strong")])
        yield self.too_small

    def begin(self) -> None:
        """Show what there is, and begin to align."""
        self._fit()
        self._show_pairs(is_fresh=True)
        self._show_terms()
        if self.two.earlier is not None:
            self._stream.start()
        if self._begin_query:
            self.search.run(self._begin_query)

    def on_unmount(self) -> None:
        """Stop the thread."""
        self._stream.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Fit panes and bars to another size."""
        self._fit()
        self.show_bars()

    @property
    def is_wide(self) -> bool:
        """Whether there is room for sentences beside each other."""
        return self.app.size.width >= BESIDE_FROM

    def _fit(self) -> None:
        """Show the panes there is room for."""
        self.pane.use_columns(self.is_wide)
        one = not self.is_wide or self.two.earlier is None
        shows_terms = self._shows_terms_only if one else not self._hides_terms
        self.terms.display = shows_terms
        self.pane.display = not (one and shows_terms)
        self._body.set_class(one, "one-pane")

    # -- showing -------------------------------------------------------------------------------

    def _show_pairs(self, is_fresh: bool = False) -> None:
        """Show the pairs that were asked for; the cursor stays on its pair, or on the nearest one."""
        wanted, hit = self._wanted or self._key, self.pairs.current
        self.pairs = self.contents.shown(self.facet, self._only_changes)
        self.pairs.use_hits(self.search.found)
        self.pairs.choose_hit(hit)
        index = self.pairs.index_of(*wanted) if wanted is not None else 0
        self.pane.show_pairs(self.pairs, index, self._note(), is_fresh)
        self.facet_bar.show(self.contents.facets(), self.facet)
        self.show_row()

    def _note(self) -> str:
        """Return what is said where there are no pairs."""
        if self.two.earlier is None:
            return messages.reason_and_choice(self.two.reason, self.key_for("other_report"))
        if not self.contents.is_whole and self._stream.is_running:
            return messages.ALIGNING
        return messages.NO_SUCH_PAIRS if self.contents.alignment.pairs else messages.NO_SENTENCES

    def _show_terms(self) -> None:
        note = messages.STOPPED_TERMS if self._is_stopped else messages.FINDING_TERMS
        self.terms.show_rows(self.contents.term_rows(note), self._begin_term)

    @property
    def pair(self) -> SentencePair | None:
        """The pair at the cursor; None if there is none."""
        return self.pairs.pairs[self.pane.cursor] if len(self.pairs) else None

    @property
    def _key(self) -> tuple[int, int] | None:
        """What tells the pair at the cursor from others: a side, and an offset there."""
        if self.pair is None:
            return None
        side = 1 if self.pair.later is not None else 0
        span = spans_of(self.pair)[side]
        return (side, span[0]) if span is not None else None

    def show_row(self, chosen: int = 0) -> None:
        """Show what depends on the cursor."""
        if self.two.earlier is not None:
            self.pane.show_heads(self.contents.heads(self.pair))
        self.show_bars()

    def view_now(self) -> View:
        """Return the view with the pair at the cursor and what was chosen."""
        key = self._key
        switches = [
            switch
            for switch, is_on in (
                (_ONLY_CHANGES, self._only_changes),
                (_NO_NUMBERS, self.contents.ignores_numbers),
                (_NO_TERMS, self._hides_terms),
            )
            if is_on
        ]
        state = (
            f"{(_EARLIER, _LATER)[key[0]]}{key[1]}" if key is not None else "",
            self.facet,
            (_EARLIER, _LATER)[self.pane.side],
            "".join(switches),
            self.search.query,
            self.terms.row.term.text if self.terms.row is not None and self.terms.row.term else "",
        )
        return self.session.view._replace(state=state)

    def title_now(self, width: int) -> tuple[str, str]:
        """Return both reports, and which hit or how many pairs are shown."""
        if self.search.fault:
            return self.contents.title, self.search.fault
        if self.search.is_on:
            return self.contents.title, self._hit_summary()
        if self.two.earlier is None:
            return self.contents.title, ""
        shown = messages.pairs_shown(len(self.pairs), len(self.contents.alignment.pairs))
        if not self.is_wide:
            return self.contents.title, shown
        lengths = (len(side.report.text) for side in self.two.sides)
        return self.contents.title, f"{messages.lengths(*lengths)} · {shown}"

    def _hit_summary(self) -> str:
        hits = self.pairs.hits
        if hits:
            current = self.pairs.current
            return messages.hit_count(hits.index(current) + 1 if current is not None else 0, len(hits))
        if self.search.is_running:
            return screens_messages.SEARCHING
        return messages.ALL_HIDDEN_HITS if any(self.search.found) else screens_messages.NO_HITS

    def position(self) -> str:
        """Return the number of the pair at the cursor, or of the term in the list."""
        if self.focused is self.terms and self.terms.row is not None:
            return self.terms.position
        return f"{self.pane.cursor + 1}/{len(self.pairs)}" if len(self.pairs) else ""

    def _hints(self) -> Hints:
        other = self.hint("other_report", "other_report")
        if self.two.earlier is None:
            return [other]
        years = [
            name
            for name, pair in (("earlier_years", self.two.before), ("later_years", self.two.after))
            if pair is not None
        ]
        steps = [self.hint("years", *years)] if years else []
        if self.focused is self.terms:
            own = [self.hint("to_sentence", "choose"), self.hint("elsewhere", "elsewhere")]
            return [*own, self.hint("sentences", "sentences"), *steps, other, self.hint("export", "export")]
        name = "hit" if self.search.is_on else "change"
        return [
            self.hint(name, "next_hit", "previous_hit"),
            self.hint("both", "terms", "sentences"),
            self.hint("only_changes", "only_changes"),
            self.hint("find", "search"),
            self.hint("open", "choose"),
            self.hint("side" if self.is_wide else "side_above", "next_pane"),
            self.hint("numbers", "ignore_numbers"),
            *steps,
            other,
            self.hint("facet", "next_kind", "previous_kind"),
            self.hint("export", "export"),
            self.hint("copy", "copy"),
        ]

    # -- what the thread finds -----------------------------------------------------------------

    def _take(self, part: Aligned | FoundTerms) -> None:
        """Show what is known by now."""
        if isinstance(part, FoundTerms):
            self.contents.terms = part
            self._show_terms()
            if part.notice:
                self.say(part.notice)
            self.show_bars()
            return
        self.contents.use(part.alignment, part.is_whole)
        is_at_top = not self.pane.cursor and self._wanted is None
        if part.is_whole and self.facet not in {facet.id for facet in self.contents.facets()}:
            self.facet = EVERY
        self._show_pairs()
        if is_at_top:  # sentences that are gone may come before the first one
            self.pane.go_to(0)
        if part.is_whole:
            self._wanted = None

    def _tell(self, work: str) -> None:
        self.show_work(screens_messages.cancellable(work, self.key_for("escape")))

    def _ended(self, fault: str) -> None:
        self.show_work("")
        if fault:
            self._stop(fault)

    def _stop(self, notice: str) -> None:
        """Show what was found until the thread was stopped."""
        self._stream.stop()
        self._is_stopped = True
        self.work = ""
        self._show_pairs()
        if self.contents.terms is None:
            self._show_terms()
        self.say(notice)

    def action_escape(self) -> None:
        """Cancel the first of these there is: the thread, the query, what is filtered, the list of terms, the view."""
        if self._stream.is_running:
            self._stop(messages.STOPPED)
        elif self.search.is_on:
            self._run_query("")
        elif self.terms.display and self.focused is self.terms:
            self.action_show_sentences()
        else:
            super().action_escape()

    def clear(self) -> bool:
        """Show all pairs again; return False if they are shown."""
        if self.facet == EVERY and not self._only_changes:
            return False
        self.facet, self._only_changes = EVERY, False
        self._show_pairs()
        return True

    # -- what is shown -------------------------------------------------------------------------

    def action_step_facet(self, direction: int) -> None:
        """Show the pairs of the next (1) or previous (-1) kind."""
        names = [facet.id for facet in self.contents.facets()] or [EVERY]
        at = names.index(self.facet) if self.facet in names else 0
        self._show_facet(names[(at + direction) % len(names)])

    @on(FacetBar.FacetChosen)
    def _facet_chosen(self, event: FacetBar.FacetChosen) -> None:
        self._show_facet(event.facet)

    def _show_facet(self, facet: str) -> None:
        self.facet = facet
        self._show_pairs()

    def action_toggle_same(self) -> None:
        """Show only what is not the same, or all again."""
        self._only_changes = not self._only_changes
        self.facet = EVERY
        self._show_pairs()
        self.say(messages.ONLY_CHANGES if self._only_changes else messages.ALL_SENTENCES)

    def action_toggle_numbers(self) -> None:
        """Have numbers count as a change, or not."""
        self.contents.ignore_numbers(not self.contents.ignores_numbers)
        if self.facet not in {facet.id for facet in self.contents.facets()}:
            self.facet = EVERY
        self._show_pairs()
        ignores = self.contents.ignores_numbers
        self.say(messages.NUMBERS_IGNORED if ignores else messages.NUMBERS_COUNT)

    def action_toggle_terms(self) -> None:
        """Hide the terms, or show them again."""
        if not self.is_wide:
            if self._shows_terms_only:
                self.action_show_sentences()
            else:
                self.action_show_terms()
            return
        self._hides_terms = not self._hides_terms
        if self._hides_terms and self.focused is self.terms:
            self.set_focus(self.pane)
        self._fit()

    def action_show_terms(self) -> None:
        """Go to the terms; where it is narrow, they take the place of the sentences."""
        if self.two.earlier is None:
            self.say(messages.NO_OTHER_REPORT)
            return
        self._hides_terms = False
        self._shows_terms_only = True
        self._fit()
        self.set_focus(self.terms)

    def action_show_sentences(self) -> None:
        """Go to the sentences."""
        self._shows_terms_only = False
        self._fit()
        self.set_focus(self.pane)

    def action_step_passage(self, direction: int) -> None:
        """Have Enter open the other report."""
        self.pane.choose_side(1 - self.pane.side)

    def action_scroll_passages(self, direction: int) -> None:
        """Scroll the sentences down (1) or up (-1), by half a page."""
        self.pane.scroll_rows(direction * max(1, self.pane.page_rows // 2))

    def action_zoom(self) -> None:
        """Hide the terms, or show them again."""
        self.action_toggle_terms()

    # -- changes and hits ----------------------------------------------------------------------

    def action_step_hit(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit of the search; without one to the next change."""
        if self.search.is_on:
            self._step_hit(direction)
            return
        total = len(self.pairs)
        steps = (((self.pane.cursor + direction * step) % total, step) for step in range(1, total + 1))
        found = next((at for at, _ in steps if self.pairs.pairs[at].kind != "same"), None) if total else None
        if found is None:
            self.say(messages.NO_CHANGES)
            return
        wraps = found <= self.pane.cursor if direction > 0 else found >= self.pane.cursor
        self._go_to_pair(found)
        self._say_wrapped(wraps, direction)

    def _say_wrapped(self, wraps: bool, direction: int) -> None:
        if wraps:
            wrapped = screens_messages.WRAPPED_TO_FIRST if direction > 0 else screens_messages.WRAPPED_TO_LAST
            self.say(wrapped)

    def _go_to_pair(self, index: int) -> None:
        if not self.pane.display:
            self.action_show_sentences()
        self.pane.go_to(index)
        self.show_row()

    def _step_hit(self, direction: int) -> None:
        hits, current = self.pairs.hits, self.pairs.current
        if not hits:
            self.say(self._hit_summary())
            return
        if current is not None and current.pair == self.pane.cursor:
            at = hits.index(current) + direction
        else:
            behind = [at for at, hit in enumerate(hits) if hit.pair >= self.pane.cursor]
            first = behind[0] if behind else len(hits)
            at = first if direction > 0 else first - 1
        self.pairs.current = hits[at % len(hits)]
        self._go_to_pair(hits[at % len(hits)].pair)
        self._say_wrapped(not 0 <= at < len(hits), direction)

    async def action_start_search(self) -> None:
        """Ask what to search for; the box takes the place of the status bar."""
        box = self.filter_box
        if box is None:
            box = self.filter_box = FilterBox(id="filter", placeholder=messages.SEARCH_PLACEHOLDER)
            await self.mount(box, after=self.status_bar)
        if self.focused is box:  # by a key of the same burst
            return
        self._origin = self.pane.cursor
        box.value = self.search.query
        box.select_all()
        in_thread(self.search.prepare, lambda _: None, self.say)
        self._show_box(True)
        self.set_focus(box)

    def take_text(self, text: str) -> None:
        """Search for text that was typed or pasted outside of an input."""

        async def start() -> None:
            await self.action_start_search()
            if self.filter_box is not None:
                self.filter_box.insert_text(text)

        self.call_later(start)

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        if event.value != self.search.query:
            self.search.run(event.value)

    def _run_query(self, query: str) -> None:
        """Search for something that was not typed."""
        if self.filter_box is not None:
            self.filter_box.value = query
        self.search.run(query)

    def _show_hits(self) -> None:
        """Light the hits, and go to the first one from the cursor on while the query is typed."""
        self.pairs.use_hits(self.search.found)
        if self.filter_box is not None and self.focused is self.filter_box:
            self.filter_box.show_error(self.search.fault)
            if self._origin is not None:
                self.pane.go_to(self._origin)
            if self.pairs.hits:
                self._step_hit(1)
        self.pane.refresh()
        self.show_bars()

    def action_end_filter(self, keep: bool) -> None:
        """Leave the box; keep the hits lit and stay at the present one, or drop the query and go back to where the search began."""
        if not keep:
            self._run_query("")
        self._origin = None
        self._show_box(False)
        self.set_focus(self.pane)

    def action_move_metric(self, rows: int) -> None:
        """Go to another hit without leaving the box."""
        if self.search.is_on:
            self._step_hit(rows)

    def _show_box(self, is_shown: bool) -> None:
        if self.filter_box is not None:
            self.filter_box.display = is_shown
        self.status_bar.display = not is_shown

    # -- terms ---------------------------------------------------------------------------------

    @on(TermList.TermReached)
    def _term_reached(self) -> None:
        self.show_bars()

    def _go_to_term(self) -> None:
        """Show the first sentence with the term at the cursor, with the term lit; the second time search the library for it."""
        row = self.terms.row
        if row is None or row.term is None:
            self._say_no_term()
            return
        query = _phrase(row.term.text)
        if self._said_term == query and self.search.query == query:
            self.action_search_library()
            return
        self.facet, self._only_changes = EVERY, False
        self._run_query(query)
        self._show_pairs()
        side = 0 if row.is_gone else 1
        hits = self.pairs.hits
        self.pairs.current = next(
            (hit for hit in hits if hit.side == side and hit.start == row.term.start), None
        )
        index = self.pairs.index_of(side, row.term.start)
        self.pane.side = side
        self.pane.go_to(index)
        if not self.is_wide:
            self.action_show_sentences()
        self._said_term = query
        self.show_row()
        if self.is_wide and self.two.has_library:
            self.say(messages.AGAIN_FOR_LIBRARY)

    def action_search_library(self) -> None:
        """Search the library for the term at the cursor."""
        row = self.terms.row
        if row is None or row.term is None:
            self._say_no_term()
        elif not self.two.has_library:
            self.say(messages.NO_LIBRARY_TO_SEARCH)
        else:
            self.post_message(SearchLibrary(_phrase(row.term.text)))

    def _say_no_term(self) -> None:
        """Say why there is no term at the cursor."""
        is_looking = self.contents.terms is None and self._stream.is_running
        self.say(messages.STILL_FINDING_TERMS if is_looking else messages.NO_TERM)

    def action_help(self) -> None:
        """Show the keys, and what kinds and signs mean."""
        self.asking.help(str(self.main.id), messages.LEGEND)

    # -- other reports -------------------------------------------------------------------------

    def action_step_years(self, direction: int) -> None:
        """Show the pair one year after (1) or before (-1)."""
        pair = self.two.after if direction > 0 else self.two.before
        if pair is None:
            self.say(messages.NO_LATER if direction > 0 else messages.NO_EARLIER)
        else:
            self.open_view(View("alignment", pair, (), self._choices_now), is_jump=False)

    @property
    def _choices_now(self) -> tuple[str, ...]:
        """What was chosen, without what is of these two reports only: the pair and the term at the cursor."""
        _, facet, side, switches, query, _ = self.view_now().state
        return ("", facet, side, switches, "" if query == self._said_term else query, "")

    def action_ask_report(self) -> None:
        """Ask which report to compare with: one of the library, or a file."""
        from tui.screens.report_list import report_choices

        labels = [address for address, _ in self.two.choices]

        def matching(text: str) -> list[Candidate]:
            found: list[Candidate] = [
                (messages.LIBRARY_REPORT, labels[at], partial(self._compare_with, self.two.choices[at][1]))
                for at in matching_labels(labels, text)[:_MOST_CHOICES]
            ]
            recent = self.session.report_store.settings.recent
            return [*found, *report_choices(text, recent, lambda path: self._compare_with(Source(path)))]

        self.asking.ask(messages.CHOOSE_REPORT, messages.REPORT_PLACEHOLDER, matching)

    def _compare_with(self, source: Source) -> None:
        reports = source, self.two.later.source
        self.open_view(View("alignment", reports, (), self._choices_now), is_jump=False)

    def subject(self, kind: ViewKind) -> View | None:
        """Return another view: of both reports for promises, else of the report that Enter opens."""
        if kind == "promises" and self._are_consecutive:
            return View(kind, self.session.view.reports)
        return View(kind, (self._side.source,))

    @property
    def _are_consecutive(self) -> bool:
        """Whether both reports are of one place and of years that follow each other."""
        (first, year), (second, other) = self.contents.names
        return first == second and year is not None and other == year + 1

    @property
    def _side(self) -> Side:
        return self.two.sides[self.pane.side]

    # -- opening, copying, exporting -----------------------------------------------------------

    @on(PairView.PairReached)
    def _pair_reached(self) -> None:
        self.show_row()

    def open_passage(self) -> None:
        """Open the report of the sentence that is chosen, there; the other one if this sentence is in one report only.

        In the list of terms, go to the one at the cursor instead.
        """
        if self.focused is self.terms:
            self._go_to_term()
            return
        if self.pair is None:
            self.say(messages.NO_OTHER_REPORT if self.two.earlier is None else messages.NOTHING_CHOSEN)
            return
        spans = spans_of(self.pair)
        side = self.pane.side if spans[self.pane.side] is not None else 1 - self.pane.side
        span, source = spans[side], self.two.sides[side].source
        offset = span[0] if span is not None else 0
        self.post_message(OpenReport(source.path, source.library_report, offset))

    def copied(self, with_citation: bool) -> str:
        """Return both sentences as text, or the term at the cursor of the list."""
        if self.focused is self.terms and self.terms.row is not None:
            return self.contents.term_line(self.terms.row)
        if self.pair is None:
            return ""
        lines = [KIND_NAMES[self.pair.kind]]
        for side, span, (place, year) in zip(
            self.two.sides, spans_of(self.pair), self.contents.names, strict=True
        ):
            if span is not None:
                where = side.cited(span[0]) if with_citation else ""
                name = messages.name_of(place, year)
                lines.append(tables_messages.quoted(name, side.report.text[slice(*span)], where))
        return "\n".join(lines)

    def action_ask_export(self) -> None:
        """Ask what to export."""
        from tui.screens.dialogs import ChoiceDialog

        shown, every = self.pairs.pairs, self.contents.alignment.pairs
        labels = tables_messages.export_choices(messages.WHAT, len(shown), len(every))
        picks: list[tuple[str, str, Callable[[], object]]] = [
            (*label, partial(self._export, messages.WHAT, partial(self.contents.pair_table, pairs)))
            for label, pairs in zip(labels, (shown, every), strict=True)
            if pairs
        ]
        total = len(self.contents.term_table()) - 1
        if total:
            _, label = tables_messages.export_choices(messages.WHAT_TERMS, total, total)[1]
            picks.append(
                (
                    messages.WHAT_TERMS,
                    label,
                    partial(self._export, messages.WHAT_TERMS, self.contents.term_table),
                )
            )
        if not picks:
            self.say(tables_messages.NOTHING)
            return
        dialog = ChoiceDialog(screens_messages.EXPORT, screens_messages.EXPORT_HINT, picks)
        self.app.push_screen(dialog, lambda pick: pick() if pick is not None else None)

    def _export(self, what: str, table: Callable[[], Sequence[Sequence[str]]]) -> None:
        """Write rows as CSV for spreadsheets into the current folder."""
        self.write_table(self.contents.whose, what, table())


def _read_key(key: str) -> tuple[int, int] | None:
    """Return the side and the offset that a state names."""
    if key[:1] in (_EARLIER, _LATER) and key[1:].isdigit():
        return (0 if key[0] == _EARLIER else 1), int(key[1:])
    return None


def _phrase(term: str) -> str:
    """Return the query for a term, word for word."""
    return '"' + term.replace('"', " ") + '"'
