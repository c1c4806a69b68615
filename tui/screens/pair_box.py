"""The search in two reports: the box for the query, and going from hit to hit."""

from __future__ import annotations

from tui.messages import alignment_screen as messages
from tui.messages import screens as screens_messages
from tui.screens.background import in_thread
from tui.screens.pair_list import PairList
from tui.screens.pair_search import PairSearch
from tui.screens.view import ViewScreen
from tui.widgets.inputs import FilterBox
from tui.widgets.pair_view import PairView


class PairBox:
    """Takes the query, and shows its hits.

    Args:
        screen: The screen it is on.
        search: What is searched for.
        pair_list: The pairs that are shown.
        pane: Shows them.
    """

    def __init__(self, screen: ViewScreen, search: PairSearch, pair_list: PairList, pane: PairView) -> None:
        self._screen = screen
        self._search = search
        self._list = pair_list
        self._pane = pane
        #: The box; None before the first search.
        self._box: FilterBox | None = None
        #: The pair at the cursor when the search began, while the query is typed.
        self._origin: int | None = None

    # -- the query -----------------------------------------------------------------------------

    async def start(self) -> None:
        """Ask what to search for; the box takes the place of the status bar."""
        screen, box = self._screen, self._box
        if box is None:
            box = self._box = FilterBox(
                screen.status_bar, id="filter",
                label=messages.SEARCH_LABEL, placeholder=messages.SEARCH_PLACEHOLDER,
            )  # fmt: skip
            await screen.mount(box, after=screen.status_bar)
        if screen.focused is box:  # by a key of the same burst
            return
        self._origin = self._pane.cursor
        box.value = self._search.query
        in_thread(self._search.prepare, lambda _: None, screen.say)
        box.open()

    async def start_with(self, text: str) -> None:
        """Search for text that was typed or pasted outside of an input."""
        await self.start()
        if self._box is not None:
            self._box.insert_text(text)

    def changed(self, query: str) -> None:
        """Search for what is in the box now."""
        if query != self._search.query:
            self._search.run(query)

    def run(self, query: str) -> None:
        """Search for something that was not typed."""
        if self._box is not None:
            self._box.value = query
        self._search.run(query)

    def end(self, keep: bool) -> None:
        """Leave the box; keep the hits lit and stay at the present one, or drop the query and go back to where the search began."""
        if not keep:
            self.run("")
        self._origin = None
        self._screen.set_focus(self._pane)

    # -- the hits ------------------------------------------------------------------------------

    def show_hits(self) -> None:
        """Light the hits, and go to the first one from the cursor on while the query is typed."""
        pairs, box = self._list.pairs, self._box
        pairs.use_hits(self._search.found)
        if box is not None and self._screen.focused is box:
            box.show_error(self._search.fault)
            if self._origin is not None:
                self._pane.go_to(self._origin)
            if pairs.hits:
                self._step_hit(1)
        else:
            pairs.choose_hit_of(self._pane.cursor)
        self._pane.refresh()
        self._screen.show_bars()

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit of the search; without one to the next change."""
        if self._search.is_on:
            self._step_hit(direction)
        else:
            self._list.step_change(direction)

    def move(self, rows: int) -> None:
        """Go to another hit without leaving the box."""
        if self._search.is_on:
            self._step_hit(rows)

    def _step_hit(self, direction: int) -> None:
        pairs, cursor = self._list.pairs, self._pane.cursor
        hits, current = pairs.hits, pairs.current
        if not hits:
            self._screen.say(self.summary())
            return
        if current is not None and current.pair == cursor:
            at = hits.index(current) + direction
        else:
            behind = [at for at, hit in enumerate(hits) if hit.pair >= cursor]
            first = behind[0] if behind else len(hits)
            at = first if direction > 0 else first - 1
        pairs.current = hits[at % len(hits)]
        self._list.go_to(hits[at % len(hits)].pair)
        self._list.say_wrapped(not 0 <= at < len(hits), direction)

    def summary(self) -> str:
        """Return which hit of how many is the current one, or why there are none."""
        hits, current = self._list.pairs.hits, self._list.pairs.current
        if hits:
            return messages.hit_count(hits.index(current) + 1 if current is not None else None, len(hits))
        if self._search.is_running:
            return screens_messages.SEARCHING
        return messages.ALL_HIDDEN_HITS if any(self._search.found) else screens_messages.NO_HITS
