"""The help, made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode
from textual.widget import Widget

from tui.widgets.line_view import LineView
from tui.widgets.metrics_panel import MetricsPanel
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.search_box import SearchBox
from tui.widgets.text_pane import TextPane

#: The panes with their names; lists share the keys of :class:`LineView`.
PANES: tuple[tuple[type[Widget], str], ...] = (
    (TextPane, "正文"),
    (SearchBox, "搜索框"),
    (LineView, "目录、命中、指标各栏"),
    (OutlineTree, "目录"),
    (MetricsPanel, "指标"),
)
EVERYWHERE = "各处"


def bindings_of(pane: type[DOMNode]) -> list[tuple[str, str]]:
    """The keys a pane itself binds: pairs of keys and what they do."""
    own = vars(pane).get("BINDINGS", ())
    return [
        (binding.key_display or binding.key, binding.description)
        for binding in own
        if isinstance(binding, Binding) and binding.show
    ]


def actions_of(focused: Widget, screen: DOMNode) -> list[tuple[str, str, str, DOMNode]]:
    """What can be done from the focused pane: keys, what they do, the action, and whose action it is."""
    owners = [(pane, focused) for pane, _ in PANES if _binds_for(pane, focused)]
    return [
        (binding.key_display or binding.key, binding.description, binding.action, namespace)
        for owner, namespace in [(type(screen), screen), *owners]
        for binding in vars(owner).get("BINDINGS", ())
        if isinstance(binding, Binding) and binding.show and binding.action != "palette"
    ]


def help_rows(focused: Widget, screen: type[DOMNode]) -> list[tuple[str, str]]:
    """The rows of the help: headings stand alone, the focused pane's keys come first."""
    mine = [pane for pane in PANES if _binds_for(pane[0], focused)]
    rows: list[tuple[str, str]] = []
    for pane, name in sorted(mine, key=lambda pane: pane[0] is LineView):
        rows += _section(f"{name}（当前栏）", bindings_of(pane))
    rows += _section(EVERYWHERE, bindings_of(screen))
    for pane, name in PANES:
        if (pane, name) not in mine:
            rows += _section(name, bindings_of(pane))
    return rows


def _binds_for(pane: type[Widget], focused: Widget) -> bool:
    """Whether a pane's keys work in the focused one; the text has its own in place of those of lists."""
    if isinstance(focused, TextPane):
        return pane is TextPane
    return isinstance(focused, pane)


def _section(name: str, keys: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield name, ""
    yield from keys
