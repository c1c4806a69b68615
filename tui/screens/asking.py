"""Dialogs every screen has: the command palette, the help, the reports to open, and a box with rows to pick from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from tui.keys.commands import PANES, Command
from tui.keys.elsewhere import meanings
from tui.keys.table import AT_WORK, EVERYWHERE, Keymap, layer_of, panes_of
from tui.messages import screens as messages
from tui.messages.other_words import OTHER_WORDS
from tui.screens.browsing import PaneScreen
from tui.screens.protocol import OpenReport
from tui.search.places import matching_labels
from tui.state.records import Settings

if TYPE_CHECKING:
    from tui.screens.dialogs import Candidate, Candidates
    from tui.screens.protocol import BrowsingScreen

#: Cells of the first column: names of places and kinds of files; keys.
NAME_CELLS, _KEY_CELLS = 8, 16


class Asking:
    """Opens a dialog and does what is picked there. The modules of dialogs are loaded after the first screen.

    Args:
        screen: The screen below the dialogs.
        layer: The screen, see :data:`tui.keys.table.SCREENS`.
        keymap: The keys.
        settings: Have the recent reports.
    """

    def __init__(self, screen: PaneScreen, layer: str, keymap: Keymap, settings: Settings) -> None:
        self._screen = screen
        self._layer = layer
        self._keymap = keymap
        self._settings = settings

    def prepare(self) -> None:
        """Load what dialogs need, so that the first one opens as fast as the next."""
        from tui.screens import dialogs, going, help, open_dialog, report_list  # noqa: F401

    def ask(
        self,
        title: str,
        placeholder: str,
        candidates: Candidates,
        first_cells: int = NAME_CELLS,
        complete: Callable[[str], str] = str,
    ) -> None:
        """Show a box, and rows to pick from.

        Args:
            title: What is asked for.
            placeholder: What may be typed.
            candidates: Returns the rows for what is typed.
            first_cells: The width of their first column.
            complete: Returns what is typed with what must follow, for Tab.
        """
        from tui.screens.dialogs import PickDialog

        self._screen.app.push_screen(PickDialog(title, placeholder, first_cells, candidates, complete), _run)

    def go_to(self, title: str, placeholder: str, places: Callable[[str], list[Candidate]]) -> None:
        """Ask where to go, or for a command by its name.

        Args:
            title: What is asked for.
            placeholder: What may be typed.
            places: Returns the places a text may mean.
        """
        from tui.screens.going import Going

        going = Going(self, self._screen, self._layer, places)
        self.ask(title, placeholder, going.matching, complete=going.complete)

    def palette(self, focused: str, places: Callable[[str], list[Candidate]]) -> None:
        """List all commands, and places for what is typed, to pick one by words or pinyin.

        Args:
            focused: The id of the widget that has the focus.
            places: Returns rows for what is typed.
        """
        screen = self._screen
        pane = screen.focused or screen
        listed = list(commands_of(self._layer, focused, self._keymap))
        words = [
            " ".join((*keys, command.label, OTHER_WORDS.get(command.id, ""))) for keys, command, _ in listed
        ]
        commands: list[Candidate] = [
            (
                " ".join(keys),
                command.label,
                partial(screen.call_later, screen.app.run_action, command.action, pane if is_own else screen),
            )
            for keys, command, is_own in listed
        ]

        def matching(text: str) -> list[Candidate]:
            indices = matching_labels(words, text)
            return [*(commands[index] for index in indices), *places(text)]

        self.ask(messages.COMMAND, messages.COMMAND_PLACEHOLDER, matching, _KEY_CELLS)

    def help(self, focused: str) -> None:
        """Show the keys, those of the focused pane first, what signs and colours mean, and what can be typed."""
        from tui.screens.help import HelpDialog, help_sections

        app = self._screen.app
        is_in_dialog = len(app.screen_stack) > 1
        app.push_screen(HelpDialog([*help_sections(self._layer, focused, self._keymap, is_in_dialog)]))

    def what_key_does(self, key: str) -> str:
        """Tell where a key works that does nothing here, by Textual's name of it; empty for a key that works nowhere."""
        shown, where = meanings(key, self._layer, self._keymap)
        if where:
            return messages.works_elsewhere(shown, where)
        focused = self._screen.focused
        # Beside the text it is the panel that is filtered; tables and places are so from everywhere.
        is_panel = focused is not None and focused.id == "metrics"
        commands = (command.id for pane in panes_of(self._layer) for command in PANES[pane].commands)
        has_filter = is_panel if self._layer == EVERYWHERE else "filter" in commands
        filter_key = (
            self._keymap.first("filter") if has_filter and len(shown) == 1 and shown.isalnum() else ""
        )
        return messages.no_such_key(shown, self._keymap.first("help"), filter_key) if shown else ""

    def open_report(self) -> None:
        """Ask which report to open: a file, a recent one, or one of the library."""
        from tui.screens.addressed import LibraryReports
        from tui.screens.open_dialog import OpenDialog
        from tui.screens.report_list import complete_path

        of_library = LibraryReports(self._open)

        def matching(text: str) -> list[Candidate]:
            rows = self.reports(text)
            shown = {name for _, name, _ in rows}
            return [*rows, *(row for row in of_library.matching(text) if row[1] not in shown)]

        self._screen.app.push_screen(OpenDialog(NAME_CELLS, matching, complete_path), _run)

    def reports(self, path: str, before: str = "") -> list[Candidate]:
        """Return the reports an address or a path may mean; a folder goes into the box behind the text before the path."""
        from tui.screens.report_list import report_choices

        reports = report_choices(
            path,
            self._settings.recent,
            self._open,
            cast("BrowsingScreen", self._screen).here.source.path,
        )
        files = [
            (kind, name, before + pick if isinstance(pick, str) else pick) for kind, name, pick in reports
        ]
        return [*self.addressed(path), *files]

    def addressed(self, text: str) -> list[Candidate]:
        """Return the reports of the library that an address such as ``郑州市/2024`` may name, or why there are none."""
        from tui.screens.addressed import addressed_reports

        return addressed_reports(text, self._open)

    def _open(self, report: str | None) -> None:
        """Open a report by its path or address."""
        self._screen.post_message(OpenReport(report))


def _run(pick: Callable[[], object] | None) -> None:
    if pick is not None:
        pick()


def commands_of(layer: str, focused: str, keymap: Keymap) -> Iterator[tuple[tuple[str, ...], Command, bool]]:
    """Yield what can be done while a pane has the focus, with its keys, and whether the pane does it, not the screen."""
    everywhere = layer_of(layer)
    for pane in (everywhere, *AT_WORK.get(focused, ())):
        for keys, command in keymap.merged(pane):
            if command.id != "palette":
                yield keys, command, pane != everywhere
