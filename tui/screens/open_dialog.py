"""The dialog that opens a report: a box, the reports it may mean, and where there is room what the one at the cursor consists of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from tui.library.contents import Heading, NamedReport, contents_of
from tui.messages import open_dialog as messages
from tui.messages import screens as screens_messages
from tui.screens.background import in_thread
from tui.screens.dialogs import Candidates, PickDialog
from tui.state.paths import cache_folder, library_file
from tui.typeset.full_width import full_width_marks
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import Background

#: Cells of a screen that has room for the contents of a report.
_ROOM_FROM = 110
_STEP = 2


@dataclass(frozen=True)
class Opening:
    """Opens a report when it is picked.

    Attributes:
        run: Opens a report by its name.
        name: Its path or address; None for the built-in one.
        number: Its number in the library, if that is how it is named.
    """

    run: Callable[[str | None], object]
    name: str | None
    number: int | None = None

    def __call__(self) -> None:
        """Open it."""
        self.run(self.name)


class ContentsPane(LineView):
    """The chapters and sections of a report that is not open."""

    can_focus = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._headings: Sequence[Heading] = ()
        self._note = ""

    @property
    def raised(self) -> bool:
        """Whether the rows lie over another pane: a dialog always does."""
        return True

    def show(self, headings: Sequence[Heading], note: str = "") -> None:
        """Show other headings, or say why there are none."""
        self._headings, self._note = headings, note
        self.cursor = self.top = 0
        self.refresh()

    def row_count(self) -> int:
        """Return the number of headings, 1 for the note."""
        return len(self._headings) or 1

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the name of the pane."""
        return [(f" {messages.CONTENTS}", Style())]

    def row_strip(self, row: int, width: int) -> Strip:
        """Return a heading, or the note; below the last one there is room for, how many more there are."""
        base = self.base_style
        if not self._headings:
            return self.strip_of([(" " + self._note, base + self.part_style("muted"))], width, base)
        left = len(self._headings) - row
        if left > 1 and row - self.top == self.page_rows - 1:
            return self.strip_of(
                [(" " + messages.more_headings(left), base + self.part_style("muted"))], width, base
            )
        heading = self._headings[row]
        style = base if heading.depth else base + self.part_style("strong")
        label = full_width_marks(heading.label)
        return self.strip_of([(" " * (1 + _STEP * heading.depth) + label, style)], width, base)


class OpenDialog(PickDialog):
    """Asks which report to open.

    Args:
        first_cells: The width of the first column.
        candidates: Returns the reports for what is typed.
        complete: Returns what is typed with what must follow, for Tab.
    """

    def __init__(self, first_cells: int, candidates: Candidates, complete: Callable[[str], str]) -> None:
        super().__init__(
            screens_messages.OPEN, screens_messages.PATH_PLACEHOLDER, first_cells, candidates, complete
        )
        self._contents = ContentsPane(id="contents")
        self._known: dict[NamedReport, list[Heading] | None] = {}
        #: The report at the cursor, and the one that is looked up.
        self._at: NamedReport | None = None
        self._asked: NamedReport | None = None

    def compose(self) -> ComposeResult:
        """Yield title, box, rows and contents."""
        with Background("raised", id="dialog"):
            yield self._title_row
            yield self._box
            with Background("raised", id="choices"):
                yield self._places
                yield self._contents

    def on_mount(self) -> None:
        """Be as wide as there is room for."""
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """Fit another size."""
        self._fit()

    def _fit(self) -> None:
        self.set_class(self._has_room, "with-contents")
        self._show()

    @property
    def _has_room(self) -> bool:
        return self.app.size.width >= _ROOM_FROM

    def reached(self, row: int) -> None:
        """Show what the report at the cursor consists of."""
        pick = self._shown[row][2] if row < len(self._shown) else None
        self._at = NamedReport(pick.name, pick.number) if isinstance(pick, Opening) else None
        self._show()

    def _show(self) -> None:
        at = self._at
        if not self._has_room:
            return
        if at is None or at not in self._known:
            self._contents.show(())
            if at is not None and self._asked is None:
                self._look_up(at)
            return
        headings = self._known[at]
        note = messages.CONTENTS_UNKNOWN if headings is None else messages.NO_CONTENTS
        self._contents.show(headings or (), note)

    def _look_up(self, report: NamedReport) -> None:
        """Look a report up in a thread: reading a conversion takes longer than a key may."""
        self._asked = report
        find = partial(contents_of, report, library_file(), cache_folder())
        in_thread(find, partial(self._found, report), lambda _: self._found(report, None))

    def _found(self, report: NamedReport, headings: list[Heading] | None) -> None:
        self._known[report], self._asked = headings, None
        if self.is_attached:
            self._show()
