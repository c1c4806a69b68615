"""The screen of promises and results: what became of the targets of one report, by what the next one says."""

from __future__ import annotations

from functools import partial

from tui.keys.table import IN_PROMISES
from tui.messages import promise_screen as messages
from tui.promises.model import OwnVerdict
from tui.screens.background import in_thread
from tui.screens.promise_rows import PromiseContents
from tui.screens.table import TableScreen
from tui.screens.view import Hints
from tui.view_session import ViewSession, keep_verdict
from tui.visits import JumpList, View, ViewKind
from tui.widgets.bindings import bindings
from tui.widgets.table_view import TableView


class PromiseTable(TableView):
    """Promises with their results."""

    BINDINGS = bindings("promises")


class PromisesScreen(TableScreen):
    """Promises with their results.

    Args:
        session: A pair of reports.
        jumps: What was left by jumps.

    Attributes:
        promises: The rows.
    """

    LAYER = IN_PROMISES
    HINTS_BEFORE_PASSAGES = 0
    AUTO_FOCUS = "#promises"

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        contents = self.promises = PromiseContents(session.content)
        super().__init__(session, jumps, contents, PromiseTable(contents.columns, id="promises"))

    def own_hints(self) -> Hints:
        """Return the keys for years, candidates and one's own verdict, where they do something."""
        pair, row = self.promises.pair, self.table.row
        others = ("earlier_years", pair.earlier), ("later_years", pair.later)
        years = [name for name, other in others if other is not None]
        hints = [self.hint("years", *years)] if years else []
        if row is not None and self.promises.promise(row.key).candidates:
            hints.append(self.hint("candidates", "first_candidate", "second_candidate", "third_candidate"))
        if row is not None and pair.can_decide:
            hints.append(self.hint("verdict", "own_verdict"))
        return [*hints, *super().own_hints()]

    def subject(self, kind: ViewKind) -> View | None:
        """Return another view; an indicator through the years or among places is that of the year that is promised and told."""
        if kind in ("series", "ranking"):
            row = self.table.row
            target = self.promises.promise(row.key).target if row is not None else None
            words = (target.canonical or target.indicator, target.measure) if target is not None else ()
            return View(kind, (self.promises.pair.results.source,), words if any(words[:1]) else ())
        if kind == "alignment":
            return View(kind, (self.promises.pair.plan.source, self.promises.pair.results.source))
        return super().subject(kind)

    def no_rows(self) -> str:
        """Tell that there is no such target."""
        return self.promises.no_target(self.words) if self.words.strip() else super().no_rows()

    # -- years and candidates ------------------------------------------------------------------

    def action_step_years(self, direction: int) -> None:
        """Show the pair one year after (1) or before (-1)."""
        pair = self.promises.pair
        other = pair.later if direction > 0 else pair.earlier
        if other is None:
            self.say(messages.NO_LATER if direction > 0 else messages.NO_EARLIER)
            return
        state = ("", self.facet, self.order.text, self.words)
        self.open_view(View("promises", other, (), state), is_jump=False)

    def action_choose_candidate(self, number: int) -> None:
        """Choose one of the sentences that may be the result."""
        row = self.table.row
        if row is None or number > len(self.promises.promise(row.key).candidates):
            has_others = len(self.passages.passages) > 1
            self.say(messages.no_candidate(self.key_for("next_pane") if has_others else ""))
        else:
            self.passages.choose(self.promises.first_candidate(row.key) + number - 1)

    # -- one's own verdict ---------------------------------------------------------------------

    def action_ask_verdict(self) -> None:
        """Ask for one's own verdict on the promise at the cursor."""
        from tui.screens.verdict_dialog import VerdictDialog

        row = self.table.row
        if row is None:
            self.say(messages.NO_ROW)
        elif not self.promises.pair.can_decide or self.session.library is None:
            self.say(messages.CANNOT_DECIDE)
        else:
            promise = self.promises.promise(row.key)
            dialog = VerdictDialog(promise.final_verdict, promise.own, partial(self._decide, row.key))
            self.app.push_screen(dialog, lambda pick: pick() if pick is not None else None)

    def _decide(self, key: str, own: OwnVerdict | None) -> None:
        """Keep one's own verdict, or take it away; it is shown once it is kept."""
        number = self.promises.pair.plan.source.library_report
        library = self.session.library
        assert number is not None and library is not None  # the dialog is opened for these only
        self.show_work(messages.KEEPING)

        def failed(reason: str) -> None:
            self.show_work("")
            self.say(reason)

        keep = partial(keep_verdict, library, number, key, own)
        in_thread(keep, lambda _: self._decided(key, own), failed, is_kept=True)

    def _decided(self, key: str, own: OwnVerdict | None) -> None:
        pair = self.promises.pair
        promises = tuple(
            promise._replace(own=own) if promise.target.id == key else promise for promise in pair.promises
        )
        self.contents = self.promises = PromiseContents(pair._replace(promises=promises))
        self.work = ""
        if self.facet not in {facet.id for facet in self.contents.facets()}:
            self.facet = ""
        chosen = self.passages.chosen
        self.show_rows(key, self.table.index)
        self.show_row(chosen)
        self.say(messages.DECIDED if own is not None else messages.TAKEN_BACK)
