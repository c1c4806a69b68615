"""The dialogs to pick something in: a place, a report, a command, a bookmark; and the help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tui.keys.table import AT_WORK, EVERYWHERE, PANES, Command, Keymap
from tui.messages import screens as messages
from tui.report.outline import Outline
from tui.screens.bookmarks import Bookmarks
from tui.screens.navigation import Navigation
from tui.screens.panes import Panes
from tui.screens.protocol import OpenReport
from tui.search.places import matching_labels, places_for
from tui.state.records import Settings

if TYPE_CHECKING:
    from tui.screens.dialogs import Candidate, Candidates, Choice

#: Typed in the go-to dialog before a path, opens another report.
_OPEN = "open"
#: Typed there, lists what can be exported.
_EXPORT = "export"
#: Cells of the first column: names of places and kinds of files; keys.
_NAME_CELLS, _KEY_CELLS = 8, 16


@dataclass(eq=False, repr=False)
class Pickers:
    """Opens a dialog and does what is picked there. Their modules are loaded after the first screen."""

    _outline: Outline
    _panes: Panes
    _navigation: Navigation
    _keymap: Keymap
    _settings: Settings
    _say: Callable[[str], None]

    def prepare(self) -> None:
        """Load what dialogs need, so that the first one opens as fast as the next."""
        from tui.screens import dialogs, report_list  # noqa: F401

    def go_to(self, export_choices: Callable[[], list[Choice]]) -> None:
        """Ask where to go: a place in the report, or with ``open`` another report; ``export`` exports."""

        def matching(text: str) -> list[Candidate]:
            command, _, path = text.partition(" ")
            if command == _OPEN:
                return self._reports(path, f"{_OPEN} ")
            if command == _EXPORT:
                return [*export_choices()]
            return self._places(places_for(self._outline, text))

        self._ask(messages.GO_TO, messages.PLACE_EXAMPLES, _NAME_CELLS, matching)

    def open_report(self) -> None:
        """Ask which report to open."""
        self._ask(messages.OPEN, messages.PATH_PLACEHOLDER, _NAME_CELLS, self._reports)

    def go_to_bookmark(self, bookmarks: Bookmarks) -> None:
        """List the bookmarks, to go to one."""
        rows = bookmarks.listed()
        if not rows:
            self._say(messages.no_bookmarks(self._keymap.first("mark")))
            return
        self._ask(
            messages.BOOKMARKS,
            messages.BOOKMARKS_PLACEHOLDER,
            _NAME_CELLS,
            lambda text: self._places([row for row in rows if text in row[0] + row[1]]),
        )

    def go_to_doubt(self) -> None:
        """List what the conversion was not sure of or did not find, to go to a place it is about."""
        report = self._outline.report
        if not report.doubts:
            self._say(messages.NO_DOUBTS)
            return
        length = max(1, len(report.text))
        rows = [
            (messages.percentage((doubt.offset or 0) * 100 // length), doubt.text, doubt.offset or 0)
            for doubt in report.doubts
        ]
        self._ask(
            messages.DOUBTS,
            messages.DOUBTS_PLACEHOLDER,
            _NAME_CELLS,
            lambda text: self._places([row for row in rows if text in row[0] + row[1]]),
        )

    def palette(self) -> None:
        """List all commands and headings, to pick one by words or pinyin."""
        screen = self._panes.screen
        pane = screen.focused or self._panes.text_pane
        commands: list[Candidate] = [
            (
                " ".join(self._keymap.keys(command)),
                command.label,
                partial(screen.call_later, screen.app.run_action, command.action, pane if is_own else screen),
            )
            for command, is_own in commands_of(self._panes.focused)
        ]

        def matching(text: str) -> list[Candidate]:
            indices = matching_labels((f"{keys} {label}" for keys, label, _ in commands), text)
            places = self._places(places_for(self._outline, text))
            return [*(commands[index] for index in indices), *places]

        self._ask(messages.COMMAND, messages.COMMAND_PLACEHOLDER, _KEY_CELLS, matching)

    def help(self) -> None:
        """Show the keys, those of the focused pane first."""
        from tui.screens.dialogs import HelpDialog

        rows = help_rows(self._panes.focused, self._keymap)
        self._panes.screen.app.push_screen(HelpDialog(rows))

    def _reports(self, path: str, before: str = "") -> list[Candidate]:
        """Return the reports a path may mean; a folder goes into the box behind the text before the path."""
        from tui.screens.report_list import report_choices

        screen = self._panes.screen
        reports = report_choices(
            path, self._settings.recent, lambda chosen: screen.post_message(OpenReport(chosen))
        )
        return [
            (kind, name, before + pick if isinstance(pick, str) else pick) for kind, name, pick in reports
        ]

    def _places(self, places: list[tuple[str, str, int]]) -> list[Candidate]:
        """Return rows that go to a place: name, label, offset."""
        return [(name, label, partial(self._navigation.read_at, offset)) for name, label, offset in places]

    def _ask(self, title: str, placeholder: str, first_cells: int, candidates: Candidates) -> None:
        from tui.screens.dialogs import PickDialog

        def run(pick: Callable[[], object] | None) -> None:
            if pick is not None:
                pick()

        dialog = PickDialog(title, placeholder, first_cells, candidates)
        self._panes.screen.app.push_screen(dialog, run)


def commands_of(focused: str) -> Iterator[tuple[Command, bool]]:
    """Yield what can be done while a pane has the focus, and whether the pane does it, not the screen."""
    for pane in (EVERYWHERE, *AT_WORK.get(focused, ())):
        for command in PANES[pane].commands:
            if command.id != "palette":
                yield command, pane != EVERYWHERE


def help_rows(focused: str, keymap: Keymap) -> list[tuple[str, str]]:
    """Return the rows of the help, the focused pane's keys first; a heading has no second column."""
    own = AT_WORK.get(focused, ())
    rows: list[tuple[str, str]] = []
    for pane in own:
        rows += [(messages.current_pane(PANES[pane].name), ""), *keymap.rows(pane)]
    for pane in (EVERYWHERE, *PANES):
        if pane not in own and (PANES[pane].name, "") not in rows:
            rows += [(PANES[pane].name, ""), *keymap.rows(pane)]
    return rows
