"""The help: keys, those of the focused pane first; signs and colours; what can be typed. Filtered by what is typed into its box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from tui.keys.commands import PANES, Command
from tui.keys.table import AT_WORK, Keymap, layer_of, panes_of
from tui.messages import help as messages
from tui.messages import screens as screens_messages
from tui.messages.other_words import OTHER_WORDS
from tui.screens.dialogs import Dialog
from tui.search.labels import Labels
from tui.widgets.bars import TitleBar
from tui.widgets.colour_names import colour_names
from tui.widgets.help_columns import HelpColumns, HelpRow, HelpSection
from tui.widgets.inputs import LineInput
from tui.widgets.line_widget import Background

_Keys = tuple[tuple[str, ...], Command]

#: Characters of what is looked for.
_MAX_CHARACTERS = 60
#: Marks that begin a search elsewhere, and those that close the help.
_SEARCH_MARKS, _CLOSING_MARKS = "/／、", ("?", "？")
_TABLE = ("hits", "filter-rows", "output")
_FIGURE_SIGNS = ("years", "promises", "figures")
#: What is explained behind the keys of each screen, by the names of sections.
_EXPLAINED: dict[str, tuple[str, ...]] = {
    "everywhere": (
        "comparison", "promises", "years", "figures", "hits", "notes", "ruler", "lists", "query", "filter",
        "places", "output",
    ),
    "library": (
        "query", "library-query", "library-places", "lists", "comparison", "figures", "hits", "output",
    ),
    "in-promises": ("promises", "figures", *_TABLE),
    "in-tasks": ("figures", *_TABLE),
    "in-series": (*_FIGURE_SIGNS, "output"),
    "in-ranking": ("ranks", *_FIGURE_SIGNS, *_TABLE),
    "in-alignment": ("kinds", "terms", "hits", "query", "output"),
    "in-counterparts": ("counterparts", "output"),
    "in-related": ("related", *_TABLE),
    "in-concordance": ("query", "library-query", *_TABLE),
    "in-notes": ("notes", *_TABLE),
}  # fmt: skip
#: Commands of the screen that are about one pane, by its id: they are told with its own.
_ABOUT = {
    "metrics": ("filter", "sort", "reverse", "details"),
    "place-tree": ("filter",),
    "reports": ("sort", "hits"),
}
#: Explained at the end on every screen.
_FOR_HANDS = ("counts", "mouse")


class HelpDialog(Dialog):
    """The help of a screen, in columns, with a box that filters it.

    Args:
        sections: What it tells.
    """

    BINDINGS = [
        Binding("down", "scroll(1)", screens_messages.NEXT, show=False),
        Binding("up", "scroll(-1)", screens_messages.PREVIOUS, show=False),
        Binding("pagedown,ctrl+d", "scroll_pages(1)", screens_messages.NEXT, show=False, priority=True),
        Binding("pageup", "scroll_pages(-1)", screens_messages.PREVIOUS, show=False, priority=True),
        Binding("f1", "close_dialog", screens_messages.CLOSE, show=False, id="help"),
    ]

    def __init__(self, sections: Sequence[HelpSection]) -> None:
        super().__init__()
        self._sections = sections
        self._title_row = TitleBar(id="dialog-title")
        self._box = LineInput(id="help-box", placeholder=messages.PLACEHOLDER, max_length=_MAX_CHARACTERS)
        self._columns = HelpColumns(id="help-columns")

    @cached_property
    def _labels(self) -> Labels:
        return Labels(
            f"{section.title} {row.first} {row.second} {row.other_words} {self._colours(row)}"
            for section in self._sections
            for row in section.rows
        )

    def _colours(self, row: HelpRow) -> str:
        """Return the names of the colours a sign or an example is drawn in."""
        return " ".join(colour_names(self._columns.part_style(row.style))) if row.is_coloured else ""

    def compose(self) -> ComposeResult:
        """Yield title, box and columns."""
        with Background("raised", id="dialog"):
            yield self._title_row
            yield self._box
            yield self._columns

    def on_mount(self) -> None:
        """Show everything."""
        self._title_row.show([(messages.HELP, "strong"), (f"  {messages.HINT}", "")])
        self._columns.show(self._sections)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if event.value in _CLOSING_MARKS:
            self.close(None)
            return
        words = event.value.lstrip(_SEARCH_MARKS) or event.value
        self._columns.show(list(self._matching(words)) or [HelpSection(messages.NOTHING_FOUND, ())])

    def _matching(self, words: str) -> Iterator[HelpSection]:
        """Yield the sections with their rows that have some words."""
        found, at = frozenset(self._labels.matching(words)), 0
        for section in self._sections:
            rows = tuple(row for index, row in enumerate(section.rows, at) if index in found)
            at += len(section.rows)
            if rows:
                yield section._replace(rows=rows)

    def action_scroll(self, rows: int) -> None:
        """Scroll by rows."""
        self._columns.scroll_rows(rows)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by pages."""
        self._columns.scroll_rows(pages * max(1, self._columns.page_rows - 1))


def help_sections(
    layer: str, focused: str, keymap: Keymap, is_in_dialog: bool = False
) -> Iterator[HelpSection]:
    """Yield the sections of the help of a screen.

    Args:
        layer: The screen.
        focused: The id of its focused widget, whose keys come first.
        keymap: The keys.
        is_in_dialog: Whether a dialog is open, whose keys come before those.
    """
    if is_in_dialog:
        dialog = _explained(messages.current_dialog(messages.DIALOG), messages.DIALOG_ROWS)
        yield dialog._replace(is_second=False)
    own = AT_WORK.get(focused, ())
    about = _ABOUT.get(focused, ())
    for index, pane in enumerate(own):
        section = _keys(messages.current_pane(PANES[pane].name), keymap.merged(pane))
        more = _keys("", _some(keymap, layer, about, is_among=True)).rows if not index else ()
        yield section._replace(rows=section.rows + more)
    yield _keys(PANES[layer_of(layer)].name, _some(keymap, layer, about, is_among=False))
    for name in _EXPLAINED[layer]:
        yield _explained(*messages.SECTIONS[name])
    for pane in panes_of(layer):
        if pane not in own and pane != layer_of(layer):
            yield _keys(PANES[pane].name, keymap.merged(pane))
    for name in _FOR_HANDS:
        yield _explained(*messages.SECTIONS[name])
    if not is_in_dialog:
        yield _explained(messages.DIALOG, messages.DIALOG_ROWS)


def _some(keymap: Keymap, layer: str, ids: Sequence[str], is_among: bool) -> Sequence[_Keys]:
    """Return the commands of a screen that are, or are not, among some."""
    return [
        (keys, command) for keys, command in keymap.merged(layer_of(layer)) if (command.id in ids) == is_among
    ]


def _keys(title: str, commands: Sequence[_Keys]) -> HelpSection:
    return HelpSection(
        title,
        tuple(
            HelpRow(" ".join(keys), command.label, other_words=OTHER_WORDS.get(command.id, ""))
            for keys, command in commands
            if keys
        ),
    )


def _explained(title: str, rows: Sequence[messages.Row]) -> HelpSection:
    shown = tuple(
        HelpRow(first, second, style or "count", is_coloured=bool(style)) for first, second, style in rows
    )
    return HelpSection(title, shown, is_second=True)
