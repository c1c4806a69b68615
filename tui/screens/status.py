"""The status bar: keys that work now, or a notice; and the reading position."""

from __future__ import annotations

from collections.abc import Callable

from tui.keys.table import Keymap
from tui.library.loading import OFFICE_SUFFIXES
from tui.library.prepared import PreparedReport
from tui.messages import reports
from tui.messages import screens as messages
from tui.report.model import outline_doubts
from tui.report.sentences import sentence_at
from tui.screens.panes import Panes
from tui.typeset.cells import cut
from tui.visits import JumpList

Hints = list[tuple[str, str]]
#: Columns from which it is told how far the whole report is read; cells of the name of a section at least, and the part of
#: the screen it may take.
_WHOLE_FROM, _LEAST_NAME, _NAME_PART = 110, 12, 4
#: Hints at keys that act on the rows of the panel.
_OF_ROWS = ("sentence", "filter", "sort", "details")


class Status:
    """What the status bar says.

    Attributes:
        notice: Shown instead of the hints; each key clears it before it acts.
        work: What is done in the background; empty if nothing.
        dialog: Which keys a dialog has; empty if none is open that leaves them to the bar.
    """

    def __init__(
        self,
        prepared: PreparedReport,
        panes: Panes,
        keymap: Keymap,
        jumps: JumpList,
        is_in_library: bool = False,
        library_file: Callable[[], object] = lambda: None,
    ) -> None:
        self._outline = prepared.outline
        self._panes = panes
        self._keymap = keymap
        self._jumps = jumps
        self._is_in_library = is_in_library
        self._has_library = is_in_library or library_file() is not None
        self.notice = ""
        self.work = self.dialog = ""
        #: The jumps there were, and the offset the last one led to; one that led to this report is told as soon as it is shown.
        self._jumped, self._landed = -1 if jumps.can_go_back else jumps.jumps, -1
        #: Hints by the state they depend on; every key shows them.
        self._hints: dict[tuple[str, bool, bool, bool, bool], Hints] = {}

    def say(self, notice: str) -> None:
        """Show a notice until the next key."""
        self.notice = notice
        self.show()

    def greet(self, is_resumed: bool) -> None:
        """Say that the report is shown where it was left, or else how it was converted and what is not sure of it."""
        report = self._outline.report
        doubts = [doubt.text for doubt in outline_doubts(report)]
        if is_resumed:
            self.say(messages.resumed(self._keymap.first("top")))
            return
        is_by_office = f".{report.source.encoding}" in OFFICE_SUFFIXES
        notices = [reports.BY_LIBREOFFICE] if is_by_office else []
        notices += [messages.doubts(doubts, self._keymap.first("doubts"))] if doubts else []
        if notices:
            self.say(messages.joined(notices))

    def show_work(self, work: str) -> None:
        """Show what is done in the background, until told otherwise."""
        self.work = work
        self.show()

    def show_dialog(self, keys: str) -> None:
        """Show the keys of a dialog instead of all others, until it is closed."""
        self.dialog = keys
        self.show()

    def follow(self) -> None:
        """Show the reading position; if a jump led there, the way back is hinted at for about a page."""
        if self._jumped != self._jumps.jumps:
            self._jumped, self._landed = self._jumps.jumps, self._panes.text_pane.reading_offset
        self.show()

    def show(self) -> None:
        """Show the keys of a dialog, the notice, the work in the background or the hints, and the reading position."""
        hints = self._hints_now()
        ends = hints_at_end(self._keymap, self._panes.focused)
        self._panes.status_bar.show_hints(
            hints, self.dialog or self.notice or self.work, self._position(), ends
        )

    def _position(self) -> str:
        """Return the section being read, how far it is read, and, where there is room, how far the report is."""
        outline, text = self._outline, self._panes.text_pane
        offset, width = text.reading_offset, self._panes.screen.app.size.width
        is_at_end = text.at_end and text.seen[0] > 0
        if is_at_end and offset == text.first_offset:  # the end is read, not the first line on the screen
            offset = len(outline.report.text)
        name, here = outline.place_at(offset)
        name = cut(name, max(_LEAST_NAME, width // _NAME_PART), text.widths)
        whole = offset / max(1, len(outline.report.text))
        if text.at_end:
            whole = 1.0
            is_read = not outline.report.text[sentence_at(outline.report.text, offset)[1] :].strip()
            here = 1.0 if is_read or not is_at_end else here
        return messages.position(name, int(here * 100), int(whole * 100) if width >= _WHOLE_FROM else None)

    def _hints_now(self) -> Hints:
        panes = self._panes
        text = panes.text_pane
        is_selecting = text.selected is not None
        state = panes.focused, bool(text.hits), panes.sides_slide, is_selecting, panes.is_filtered
        if state not in self._hints:
            self._hints[state] = hints_for(self._keymap, *state, self._is_in_library, self._has_library)
        hints = self._hints[state]
        is_text = panes.focused == "text" and not is_selecting
        is_of_table = self._jumps.view_behind is not None
        if is_text and (is_of_table or self._is_where_a_jump_led()):
            back = self._keymap.first("back"), messages.HINTS["back_to_table" if is_of_table else "back"]
            of_hits = int(bool(text.hits))  # steps to hits are clicked again and again: they stay in place
            return [*hints[:of_hits], back, *hints[of_hits:]]
        if is_text and not text.hits and panes.search_box.value:
            return [(self._keymap.first("escape"), messages.HINTS["clear"]), *hints]
        if panes.focused == "metrics" and not panes.metrics_panel.has_places:
            idle = {messages.HINTS[name] for name in _OF_ROWS}
            hints = [hint for hint in hints if hint[1] not in idle]
        if panes.focused == "metrics" and panes.metrics_panel.tab == "series" and self._is_in_library:
            return [*hints[:1], (self._keymap.first("series"), messages.HINTS["series_table"]), *hints[1:]]
        return hints

    def _is_where_a_jump_led(self) -> bool:
        """Tell whether the place the last jump led to is at most a page away."""
        text = self._panes.text_pane
        first, end = text.seen
        return self._landed >= 0 and abs(text.reading_offset - self._landed) <= end - first


def hints_for(
    keymap: Keymap,
    pane: str,
    has_hits: bool,
    sides_slide: bool,
    is_selecting: bool,
    is_filtered: bool = False,
    is_in_library: bool = False,
    has_library: bool = False,
) -> Hints:
    """Return the keys that work in a pane, the most useful first: pairs of keys and what they do. The bar shows as many as fit."""

    def hint(label: str, *commands: str) -> tuple[str, str]:
        return keymap.first(*commands), messages.HINTS[label]

    if pane == "query":
        leave_search = hint("leave_search", "leave_search")
        if not has_hits:
            return [hint("earlier", "earlier_query"), leave_search]
        return [
            hint("stay", "stay"),
            hint("walk_hits", "query_next_hit", "query_previous_hit"),
            leave_search,
        ]
    leave = hint("escape", "escape")
    if pane == "tree":
        return [
            hint("read", "choose"),
            hint("fold", "right", "left"),
            leave,
            hint("search", "search"),
            hint("go_to", "go_to"),
            hint("walk_sections", "next_section", "previous_section"),
        ]
    if pane == "metrics":
        return [
            *([hint("show_all", "escape")] if is_filtered else []),
            hint("sentence", "choose"),
            hint("tabs", "right", "left"),
            hint("filter", "filter"),
            hint("sort", "sort"),
            hint("details", "details"),
            *([] if is_filtered else [leave]),
            hint("export", "export"),
        ]
    if is_selecting:
        return [
            hint("copy", "copy"),
            hint("cite", "cite"),
            hint("note", "note"),
            hint("highlight", "highlight"),
            hint("cancel", "escape"),
            hint("extend_sentence", "down", "up"),
            hint("extend_character", "right", "left"),
        ]
    walk = [hint("walk_hits", "next_hit", "previous_hit"), hint("clear", "escape")]
    hits = [*walk, hint("concordance", "concordance")] if has_hits else []
    sides = [hint("tree", "tree"), hint("metrics", "metrics")] if sides_slide else []
    views = [hint(view, view) for view in ("promises", "alignment")]
    up = [hint("library", "up_level"), *views] if is_in_library else []
    of_others = [hint(view, view) for view in ("series", "ranking")] if is_in_library else []
    more = ("counterparts", "related", "tasks") if is_in_library else ("counterparts", "tasks")
    return [
        *hits,
        *sides,
        *up,
        hint("search", "search"),
        *([hint("library", "up_level")] if has_library and not is_in_library else []),
        hint("walk_sections", "next_section", "previous_section"),
        hint("go_to", "go_to"),
        hint("metrics", "next_figure", "previous_figure"),
        *(hint(view, view) for view in more),
        hint("copy", "copy"),
        *of_others,
        hint("note", "note"),
        hint("mark", "mark"),
        hint("export", "export"),
        hint("theme", "theme"),
    ]


def hints_at_end(keymap: Keymap, pane: str) -> Hints:
    """Return the keys that are hinted at wherever they work, however narrow the screen is."""
    if pane == "query":
        return []
    return [(keymap.first(name), messages.HINTS[name]) for name in ("help", "quit")]
