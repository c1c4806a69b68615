"""Where a reader was: offsets in reports, the library and its views, to go back to and forward again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, NamedTuple

MAX_VISITS = 200
#: Promises and results, an indicator through the years, among places, the tasks of a plan, two reports beside each other, what a
#: report has done on a subject beside what it plans, sentences of a library that are like one, hits with what is around them, and
#: notes.
ViewKind = Literal[
    "promises", "series", "ranking", "tasks", "alignment", "counterparts", "related", "concordance", "notes"
]


class View(NamedTuple):
    """A table across reports.

    Attributes:
        kind: What it shows.
        reports: The reports it is made from. For promises and alignments the earlier and the later one, or one to look for the other.
        words: What else it is about, as its kind understands it: an indicator and its measure, a place, a year.
        state: What the reader has chosen in it: the row at the cursor, the order, what is filtered.
    """

    kind: ViewKind
    reports: tuple[Source, ...] = ()
    words: tuple[str, ...] = ()
    state: tuple[str, ...] = ()

    def at(self, start: int, end: int | None = None) -> View:
        """Return the same about an offset of the report, or a half-open span, if the kind is about one of these."""
        if self.kind == "counterparts":
            return self._replace(state=("", "", "", "", str(start)))
        if self.kind == "related":
            return self._replace(words=(str(start), str(end) if end is not None else ""))
        return self

    def is_same(self, other: View | None) -> bool:
        """Return whether another one shows the same, whatever is chosen in it."""
        return other is not None and self._replace(state=()) == other._replace(state=())


class Source(NamedTuple):
    """What a screen shows: a report, the library, or a table across reports.

    Attributes:
        path: The file of the report; None for the built-in one.
        encoding: A codec the user named for it.
        library_report: Its number in the library, if it was opened from there.
        is_library: Whether it is the library itself.
        view: The table, if it is one.
    """

    path: str | None = None
    encoding: str | None = None
    library_report: int | None = None
    is_library: bool = False
    view: View | None = None

    @property
    def is_report(self) -> bool:
        """Whether it is a report."""
        return not self.is_library and self.view is None

    @property
    def plain(self) -> Source:
        """The same report without what does not tell it from others: one of the library is known by its number."""
        return self._replace(path=None, encoding=None) if self.library_report is not None else self

    def is_same_report(self, other: Source) -> bool:
        """Return whether both are the same report, however it was opened."""
        if not (self.is_report and other.is_report):
            return False
        if self.library_report is not None and other.library_report is not None:
            return self.library_report == other.library_report
        return self.path == other.path and self.library_report == other.library_report


class Position(NamedTuple):
    """What is visible of a text or a list, to show the same again.

    Attributes:
        first: The offset of the first visible line; of a list the first visible row.
        read: The offset last jumped to; None if there is none.
        lines_above: How many lines without text of their own are visible above the first offset.
    """

    first: int
    read: int | None = None
    lines_above: int = 0


class Visit(NamedTuple):
    """An offset in a report, the library, or a table across reports.

    Attributes:
        source: What is shown.
        offset: A character offset; 0 where there is no report.
        position: What of it is visible; None if that does not matter.
    """

    source: Source
    offset: int = 0
    position: Position | None = None

    def is_at(self, other: Visit) -> bool:
        """Return whether another one is at the same offset, whatever is visible around it."""
        return (self.source, self.offset) == (other.source, other.offset)


class Comparisons:
    """Which two reports the reader has set beside each other: asked for one of them, it is the same two again."""

    def __init__(self) -> None:
        self._pairs: dict[Source, tuple[Source, Source]] = {}
        #: The table that was asked for last, and the one that is open on the screen, without what was chosen in them.
        self._asked: View | None = None
        self._shown: View | None = None

    def ask(self, view: View) -> View:
        """Return the table to be opened: with the other report, if it is about one that was set beside another."""
        if view.kind == "alignment" and len(view.reports) == 1:
            view = view._replace(reports=self._pairs.get(view.reports[0].plain, view.reports))
        elif view.kind == "alignment":
            earlier, later = view.reports
            self._pairs[later.plain] = earlier, later
            if earlier.library_report is None:  # one of the library is rather the later of two years
                self._pairs[earlier.plain] = earlier, later
        self._asked = view._replace(state=(), reports=tuple(one.plain for one in view.reports))
        return view

    @property
    def is_open(self) -> bool:
        """Whether what was asked for are two reports that are open on the screen."""
        return self._asked is not None and self._asked.kind == "alignment" and self._asked == self._shown

    def note_shown(self, is_shown: bool) -> None:
        """Note that what was asked for is open, or that the reports may be others now."""
        self._shown = self._asked if is_shown else None


class JumpList:
    """What was left by jumps, behind and ahead of the present position.

    Attributes:
        jumps: How many jumps there were, apart from steps to the next section.
    """

    def __init__(self) -> None:
        self.jumps = 0
        self._behind: list[Visit] = []
        self._ahead: list[Visit] = []
        #: Where the last jump, in whichever direction, began.
        self._before_jump: Visit | None = None
        #: Whether jumps are steps of one, and whether the first of them was made.
        self._is_one = self._has_begun = False

    @property
    def has_jumped(self) -> bool:
        """Whether there was a jump."""
        return self._before_jump is not None

    @property
    def can_go_back(self) -> bool:
        """Whether anything was left."""
        return bool(self._behind)

    @property
    def view_behind(self) -> View | None:
        """The table across reports that was left last; None if that was something else."""
        return self._behind[-1].source.view if self._behind else None

    def leave(self, here: Visit, is_step: bool = False) -> None:
        """Push the current position before a jump and clear the forward list.

        Args:
            here: The current position.
            is_step: Whether the jump is a step to what follows, after which few go back.
        """
        if self._is_one and self._has_begun:
            return
        self._has_begun = True
        self.jumps += not is_step
        self._before_jump = here
        if not (self._behind and self._behind[-1].is_at(here)):
            self._behind.append(here)
            del self._behind[:-MAX_VISITS]
        self._ahead.clear()

    def back(self, here: Visit) -> Visit | None:
        """Return what was left last, None if there is nothing; the present one goes to the forward list."""
        while self._behind:
            visit = self._behind.pop()
            if not visit.is_at(here):
                self._ahead.append(here)
                self._before_jump = here
                return visit
        return None

    def forward(self, here: Visit) -> Visit | None:
        """Return what was gone back from last, None if there is nothing."""
        if not self._ahead:
            return None
        self._behind.append(here)
        self._before_jump = here
        return self._ahead.pop()

    def return_(self, here: Visit) -> Visit | None:
        """Return where the last jump began, None if there was none, or if that is here; this is a jump itself, so the next time it leads back here."""
        visit = self._before_jump
        if visit is None or visit.is_at(here):
            return None
        self.leave(here)
        return visit

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """Note only where the first of the jumps made meanwhile began: they are the steps of one."""
        self._is_one, self._has_begun = True, False
        try:
            yield
        finally:
            self._is_one = False
