"""A search from its first key to its last hit, shown in the tree, the hit list and the text at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic

from tui.report.errors import UsageError
from tui.search.engine import Searcher
from tui.search.results import NOTHING, Results, Search
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.text_pane import TextPane

Position = tuple[int, int | None]
#: Seconds of a slice of a search; with the step that runs over it, the screen is held under 8 milliseconds.
_SLICE = 0.006


class SearchFlow:
    """What is searched for, which hit is the current one, and where the search began.

    What a slice of time does not find is looked for after the keys that wait.

    Args:
        searcher: Searches the report.
        tree: Shows how many hits each node has.
        text: Shows the hits.
        say: Tells a person something.
        key: The key that begins a search.
        later: Calls what it is given once the keys that wait are done.
        changed: Called when hits, count or fault have changed since the key.

    Attributes:
        found: The hits of the query in the box found so far.
        current: Index of the current hit, None where there is none.
        fault: What is wrong with the query in the box; the hits are those of the last right one.
    """

    def __init__(
        self,
        searcher: Searcher,
        tree: OutlineTree,
        text: TextPane,
        say: Callable[[str], None],
        key: str,
        later: Callable[[Callable[[], None]], object],
        changed: Callable[[], None],
    ) -> None:
        self._key = key
        self._later = later
        self._changed = changed
        self._under_way: Search | None = None
        self._searcher = searcher
        self._tree = tree
        self._text = text
        self._say = say
        self._origin: Position | None = None
        self._shown: Position | None = None
        self._hidden = False
        self._rows = 0
        self.fault = ""
        self.results: Results = NOTHING
        self.current: int | None = None

    @property
    def is_on(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.results.query.terms)

    @property
    def count(self) -> str:
        """``3/25``: which hit of how many; empty where there is none."""
        more = "+" if self._under_way is not None else ""
        return f"{(self.current or 0) + 1}/{len(self.results.hits)}{more}" if self.results.hits else ""

    @property
    def summary(self) -> str:
        """``命中 3/25 · 12 段``; empty when nothing is searched."""
        if not self.is_on:
            return ""
        if not self.results.hits:
            return "没有命中" if self._under_way is None else "查找中…"
        why = self.results.hits[self.current or 0].why
        return f"{f'≈ {why} · ' if why else ''}命中 {self.count} · {self.results.paragraphs} 段"

    def prepare(self) -> None:
        """Reads what the search needs, a slice of time at a time."""
        self._read_on(self._searcher.prepare())

    def _read_on(self, steps: Iterator[object]) -> None:
        end = monotonic() + _SLICE
        for _ in steps:
            if monotonic() >= end:
                self._later(lambda: self._read_on(steps))
                return

    def begin(self) -> None:
        """Remembers where the reader is, to come back to."""
        self._origin = self._text.position

    def run(self, words: str, rows: int) -> None:
        """Searches for words and shows the first hit at or after the place where the search began.

        Args:
            words: The query.
            rows: Height of the screen.
        """
        try:
            search = self._searcher.begin(words)
            search.run(_SLICE)
        except UsageError as error:
            self.fault = str(error)
            return
        self.fault = ""
        self._under_way = None if search.is_done else search
        self.current = None
        self._rows = rows
        self._show_results(search, True)
        if self._under_way is not None:
            self._later(lambda: self._look_on(search))

    def _look_on(self, search: Search) -> None:
        """Another slice of a search, unless another has been begun; what it has found is shown when it ends."""
        if search is not self._under_way:
            return
        try:
            search.run(_SLICE)
        except UsageError as error:
            self.fault = str(error)
        if not search.is_done and not self.fault:
            self._later(lambda: self._look_on(search))
            return
        self._under_way = None
        stays = self.current is None or self._text.position == self._shown
        self._show_results(search, stays and self._origin is not None)
        self._changed()

    def _show_results(self, search: Search, goes: bool) -> None:
        """Shows the hits there are; may go to the first one after the place where the search began."""
        self.results = search.results
        hits, is_done = self.results.hits, self._under_way is None
        if self.current is None:
            first = self.results.index_from(self._began_at())
            self.current = first % len(hits) if hits and (is_done or first < len(hits)) else None
        with self._tree.changing(), self._text.changing():
            self._tree.show_counts(search.counts if self.is_on else None)
            self._text.highlight_hits(self.results, self.current)
            self.fit(self._rows)
            if goes and self._origin is not None:  # how far a slower search has shown hits must not matter
                self._text.restore(self._origin)
            if goes and self.current is not None:
                self._text.show_offset(hits[self.current].start)
            self._shown = self._text.position
        self._say("没有命中" if self.is_on and is_done and not hits else "")

    def step(self, direction: int) -> None:
        """Goes to the next (1) or previous (-1) hit, round the end."""
        hits = self.results.hits
        if not hits:
            self._say("没有命中" if self.is_on else f"按 {self._key} 或直接输入中文开始搜索")
            return
        index = self._beside(direction)
        if self._under_way is not None and not 0 <= index < len(hits):
            self._say("查找中…")
            return
        wrapped = not 0 <= index < len(hits)
        self._say(("已过末处，回到第一处" if direction > 0 else "已过首处，到最后一处") if wrapped else "")
        self.show(index % len(hits))

    def _beside(self, direction: int) -> int:
        """The hit beside the current one; or, where a person has read on, beside the place."""
        hits, place = self.results.hits, self._text.place
        if self.current is not None and hits[self.current].start == place:
            return self.current + direction
        first = self.results.index_from(place)
        return first if direction > 0 else first - 1

    def show(self, index: int) -> None:
        """Makes a hit the current one."""
        self.current = index
        self._text.light(None)
        self._text.highlight_hits(self.results, index)
        self._text.show_offset(self.results.hits[index].start)

    def stay(self) -> int | None:
        """Ends the typing at the current hit; the offset where the search began, if that place was left."""
        began = self._began_at() if self._origin is not None and self.results.hits else None
        self._origin = None
        return began

    def forget(self) -> None:
        """Stays where the reader is now, whatever becomes of the query."""
        self._origin = None

    def toggle_list(self, rows: int) -> None:
        """Hides the hit list, or shows it again, on a screen of so many rows."""
        self._hidden = not self._hidden
        self.fit(rows)

    def fit(self, rows: int) -> None:
        """Gives the hit list the rows it needs, at most a third of a screen of so many rows."""
        self._rows = rows
        self._text.show_list(0 if self._hidden else min(len(self.results.hits), max(1, (rows - 3) // 3)))

    def _began_at(self) -> int:
        if self._origin is None:
            return self._text.place
        anchor, focus_offset = self._origin
        return anchor if focus_offset is None else focus_offset
