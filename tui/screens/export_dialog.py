"""The dialog that exports: what, in which format, with which headings, and into which file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from tui.exports.model import Export, Form
from tui.exports.overwriting import overwritten
from tui.exports.writing import target, usual_name
from tui.messages import exports as messages
from tui.messages import screens as screens_messages
from tui.metrics.export import HEADINGS, Headings
from tui.report.errors import HuijiError
from tui.report.sanitize import one_line
from tui.screens.background import in_thread
from tui.screens.dialogs import MAX_INPUT_CHARACTERS, Dialog, Pick, Rows, dialog_cells
from tui.state.files import write_atomically
from tui.typeset.wrap import break_lines
from tui.widgets.bars import TitleBar
from tui.widgets.inputs import LineInput
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import Background, drawing_app
from tui.widgets.option_rows import OptionRows, Options

#: The rows of options.
_WHAT, _FORM, _HEADINGS = range(3)
#: Columns of the screen from which the dialog is as wide as the names of all that can be exported.
_ROOMY_FROM = 116
#: How many lines the notice has at most.
_MAX_LINES = 4
Paths = Sequence[str | os.PathLike[str] | None]


def ask_export(
    screen: Screen[Any],
    exports: Sequence[Export],
    say: Callable[[str], object],
    sources: Paths = (),
    chosen: int = 0,
) -> None:
    """Ask what to export, and write it; say so, or that there is nothing.

    Args:
        screen: The screen below the dialog.
        exports: What can be exported.
        say: Shows a notice on it.
        sources: The files that are shown, which are never replaced.
        chosen: Which of the exports is chosen at first.
    """
    if not exports:
        say(messages.NOTHING)
        return

    def run(pick: Pick | None) -> None:
        if pick is not None:
            pick()

    screen.app.push_screen(ExportDialog(exports, say, sources, chosen), run)


class ExportDialog(Dialog):
    """Asks what to export. It is open until the file is written: what is wrong can be mended.

    Args:
        exports: What can be exported.
        say: Shows a notice on the screen below.
        sources: The files that are shown, which are never replaced.
        chosen: Which of the exports is chosen at first.
    """

    BINDINGS = [
        Binding("tab", "other_side", screens_messages.NEXT, show=False, priority=True),
        Binding("shift+tab", "other_side", screens_messages.PREVIOUS, show=False, priority=True),
        Binding("up", "to_options", screens_messages.PREVIOUS, show=False),
    ]
    AUTO_FOCUS = "#options"
    HORIZONTAL_BREAKPOINTS = [*Dialog.HORIZONTAL_BREAKPOINTS, (_ROOMY_FROM, "-roomy")]

    def __init__(
        self, exports: Sequence[Export], say: Callable[[str], object], sources: Paths, chosen: int
    ) -> None:
        super().__init__()
        self._exports, self._say, self._sources = exports, say, sources
        self._export = exports[chosen]
        self._form: Form = self._export.forms[0]
        self._headings: Headings = HEADINGS[0]
        self._title_row = TitleBar(id="dialog-title")
        self._options = OptionRows(id="options")
        #: The name that was proposed; another one was typed.
        self._proposed = usual_name(self._export, self._form)
        self._box = LineInput(
            id="file", placeholder=messages.PATH, max_length=MAX_INPUT_CHARACTERS, value=self._proposed
        )
        self._file_name = OptionRows(id="file-name")
        self._notice = Rows((), 0, id="export-notice")
        self._write_row = Rows([("", messages.WRITE)], 4, id="write", has_cursor=False)
        #: The file that the user was asked about.
        self._asked: Path | None = None
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """Yield title, options, the name of the file, and what is wrong."""
        with Background("raised", id="dialog"):
            yield self._title_row
            yield self._options
            with Background("raised", id="file-row"):
                yield self._file_name
                yield self._box
            yield self._write_row
            yield self._notice

    def on_mount(self) -> None:
        """Show everything before the first layout."""
        self._title_row.show([(messages.TITLE, "strong"), (f"  {messages.HINT}", "")])
        self._file_name.can_focus = False
        self._file_name.show([Options(messages.FILE, ())])
        self._show_options()
        self._tell("")

    # -- options -------------------------------------------------------------------------------

    def _show_options(self) -> None:
        export, form = self._export, self._form
        has_both = form in export.headings
        names = [messages.HEADING_NAMES[one] for one in HEADINGS]
        self._options.show(
            [
                Options(
                    messages.WHAT,
                    [messages.counted(one.label, one.total, one.pairs) for one in self._exports],
                    self._exports.index(export),
                ),
                Options(
                    messages.FORM,
                    [messages.FORM_NAMES[one] for one in export.forms],
                    export.forms.index(form),
                ),
                Options(
                    messages.HEADINGS,
                    names if has_both else [messages.FIXED_HEADINGS[form]],
                    HEADINGS.index(self._headings) if has_both else 0,
                ),
            ]
        )

    @on(OptionRows.Chosen)
    def _chosen(self, event: OptionRows.Chosen) -> None:
        if event.row == _WHAT:
            self._export = self._exports[event.index]
            if self._form not in self._export.forms:
                self._form = self._export.forms[0]
        elif event.row == _FORM:
            self._form = self._export.forms[event.index]
        elif self._form in self._export.headings:
            self._headings = HEADINGS[event.index]
        self._show_options()
        if event.row != _HEADINGS:
            self._propose()
        self._tell("")

    def _propose(self) -> None:
        """Propose a name for another content or format; of a name that was typed only the suffix changes."""
        proposed = usual_name(self._export, self._form)
        name, typed = Path(self._box.value), self._box.value
        if typed == self._proposed:
            self._box.value = proposed
        elif name.suffix.lower().lstrip(".") in messages.FORM_NAMES:
            self._box.value = str(name.with_suffix(f".{self._form}"))
        self._box.cursor_position = len(self._box.value)
        self._proposed = proposed

    # -- moving about --------------------------------------------------------------------------

    @on(OptionRows.Left)
    def _left(self) -> None:
        self.set_focus(self._box)

    def action_to_options(self) -> None:
        """Go from the box to the options, the last of which is above it."""
        self._options.move_cursor(self._options.row_count() - 1)
        self.set_focus(self._options)

    def action_other_side(self) -> None:
        """Go to the box, or back to the options."""
        self.set_focus(self._box if self.focused is self._options else self._options)
        self._options.refresh()

    # -- writing -------------------------------------------------------------------------------

    @on(Input.Changed)
    def _changed(self) -> None:
        self._tell("")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._write()

    @on(LineView.RowChosen)
    def _row_chosen(self) -> None:
        self._write()

    def _write(self) -> None:
        """Write the file; ask before one is replaced."""
        if self._is_writing:
            return
        export, form, headings = self._export, self._form, self._headings
        try:
            path = target(self._box.value)
            is_there = overwritten(path, self._sources, messages.IS_SHOWN) is not None
            if is_there and path != self._asked:
                self._tell(messages.PRESS_AGAIN)
                self._asked = path
                return
            if not export.is_slow:
                _make(export, form, headings, path)
        except HuijiError as error:
            self._tell(error.message)
            return
        if export.is_slow:
            self._is_writing = True
            self._tell(messages.WRITING)
            in_thread(
                lambda: _make(export, form, headings, path),
                lambda _: self._written(export, path),
                self._failed,
                is_kept=True,
            )
        else:
            self._written(export, path)

    def _written(self, export: Export, path: Path) -> None:
        said = messages.written(export.total, one_line(path.name), one_line(str(path.parent)))
        if self.is_current:
            self.close(lambda: self._say(said))
        else:
            self._say(said)

    def _failed(self, fault: str) -> None:
        self._is_writing = False
        if self.is_current:
            self._tell(fault)
        else:
            self._say(fault)

    def _tell(self, notice: str) -> None:
        """Show what is wrong or going on; a question that was asked is forgotten."""
        self._asked = None
        room = max(8, dialog_cells(self.app.size.width) - 4)
        spans = break_lines(notice, room, drawing_app(self).cell_widths) if notice else ()
        lines = [notice[start:end].rstrip() for start, end in spans][:_MAX_LINES]
        self._notice.replace([(line, "") for line in lines])
        self._notice.styles.height = max(1, len(lines))


def _make(export: Export, form: Form, headings: Headings, path: Path) -> None:
    write_atomically(path, export.make(form, headings))
