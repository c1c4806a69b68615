"""The private names of Textual and Rich that ``tui.terminal.textual_compat`` uses, each with its reason."""

from __future__ import annotations

from types import ModuleType

from rich import cells
from rich.segment import Segment
from textual import (
    _cells,
    _compositor,
    _context,
    _segment_tools,
    _styles_cache,
    _time,
    _types,
    _xterm_parser,
    widgets,
)
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.filter import ANSIToTruecolor
from textual.screen import Screen
from textual.widget import AwaitMount, Widget
from textual.widgets import Input

_LENGTHS = "counts cells, for which the width of ambiguous characters differs between terminals"

#: For each class or private module the names that are used, with the reason.
PRIVATE_NAMES: dict[type | ModuleType, dict[str, str]] = {
    _compositor: {
        "ChopsUpdate": "an update of parts of rows, to send their colours only where they change",
        "CompositorUpdate": "the base of updates",
        "LayoutUpdate": "an update of the whole screen, to send only the rows that differ",
        "cell_len": _LENGTHS,
    },
    _styles_cache: {"StylesCache": "has a cache of widgets, which keeps those that were removed"},
    _time: {"get_time": "the clock of messages, to compare a layout with the messages that ask for one"},
    _types: {"CallbackType": "the type of callbacks"},
    _xterm_parser: {
        "FOCUSIN": "the sequences of focus reports",
        "FOCUSOUT": "the sequences of focus reports",
        "IS_ITERM": "whether the terminal reports a wrong size in pixels",
        "XTermParser": "the tables of keys and mouse reports",
    },
    _cells: {"cell_len": _LENGTHS},
    _segment_tools: {"cell_len": _LENGTHS},
    _context: {"active_app": "tells whose width of ambiguous characters counts"},
    widgets: {"_input": "imports a function that counts cells by name"},
    cells: {
        "_SINGLE_CELLS": "the characters Rich takes to be one cell wide",
        "_is_single_cell_widths": _LENGTHS,
        "cached_cell_len": _LENGTHS,
        "get_character_cell_size": _LENGTHS,
    },
    Segment: {"_split_cells": "has a cache that does not know of widths"},
    App: {
        "_batch_count": "whether updates are not displayed now",
        "_check_bindings": "runs a key's bindings at once; the public way is a message later",
        "_css_update_count": "how often the style sheet was changed",
        "_close_messages_no_wait": "ends the app after a crash, without a traceback on the screen",
        "_display": "all updates go through it",
        "_exception": "what made the app end",
        "_exit": "whether the app was asked to end",
        "_exit_renderables": "the traceback that is not printed",
        "_fatal_error": "called for a crash",
        "_flush_next_callbacks": "waits for new screens where several keys are handled in one message",
        "_handle_exception": "ends the app because of a crash in the input thread",
        "_message_queue": "how many events wait",
        "_print_error_renderables": "prints the traceback",
        "_set_pointer_shape": "sends the shape of the mouse pointer, also if it has not changed",
    },
    AwaitMount: {
        "_parent": "asks for a layout of the screen, which a new screen has anyway",
        "_widgets": "the widgets that are waited for",
    },
    Widget: {"_mounted_event": "set when a widget is mounted"},
    Screen: {
        "_css_update_count": "the style sheet the screen is styled with",
        "_compositor": "assembles the screen",
        "_extend_compose": "adds hidden widgets for toasts and tooltips, which are not used",
        "_layout_required": "asks for a layout",
        "_message_queue": "how many messages wait, for a painting to come behind them",
        "_on_layout": "lays the screen out, also if it has been since",
        "_on_screen_resume": "applies the style sheet to a new screen a second time",
        "_compositor_refresh": "paints what has changed",
        "_on_timer_update": "paints, also if messages wait that change more",
        "_refresh_layout": "lays the screen out",
        "_repaint_required": "asks for a painting",
        "_screen_resized": "lays the screen out for a size it has already",
        "_size": "the size of the last layout",
    },
    Compositor: {
        "render_strips": "assembles all rows",
    },
    _compositor.ChopsUpdate: {
        "chop_ends": "the ends of parts of rows",
        "chops": "parts of rows",
        "spans": "which columns of which rows are painted",
    },
    StylesCache: {"get_inner_outer": "keeps widgets that were removed"},
    ANSIToTruecolor: {"truecolor_style": "keeps the colours of themes that were left"},
    XTermParser: {"_sequence_to_key_events": "looks up the keys of a sequence"},
    Driver: {
        "_app": "the app",
        "_debug": "whether input is logged",
        "_loop": "the event loop, for threads and signals",
    },
    Input: {"_suggestion": "the text after the value, here for errors of a filter"},
}
