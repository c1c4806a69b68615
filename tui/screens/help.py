"""The help, made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode
from textual.widget import Widget

from tui.widgets.hit_list import HitList
from tui.widgets.line_view import LineView
from tui.widgets.metrics_panel import MetricsPanel
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.search_box import SearchBox
from tui.widgets.text_pane import TextPane

PANES: tuple[tuple[type[Widget], str], ...] = (
    (TextPane, "正文"),
    (SearchBox, "搜索框"),
    (HitList, "命中列表"),
    (OutlineTree, "目录"),
    (MetricsPanel, "指标"),
)
_EVERYWHERE = "各处"


def bindings_of(pane: type[DOMNode]) -> list[tuple[str, str]]:
    """The keys a pane adds, and those it takes over from its own family: pairs of keys and what they do."""
    rows: dict[str, tuple[str, str]] = {}
    for owner in reversed(pane.__mro__):
        if owner in (LineView, pane) and "BINDINGS" in vars(owner):
            if owner is LineView and pane is TextPane:
                continue
            for binding in vars(owner)["BINDINGS"]:
                if isinstance(binding, Binding) and binding.show:
                    rows[binding.key] = (binding.key_display or binding.key, binding.description)
    return list(rows.values())


def help_rows(focused: Widget, screen: DOMNode) -> list[tuple[str, str]]:
    """The rows of the help: headings stand alone, the focused pane's keys come first."""
    panes = sorted(PANES, key=lambda pane: not isinstance(focused, pane[0]))
    rows = list(_section(panes[0][1] + "（当前栏）", bindings_of(panes[0][0])))
    rows += _section(_EVERYWHERE, bindings_of(type(screen)))
    for pane, name in panes[1:]:
        rows += _section(name, bindings_of(pane))
    return rows


def _section(name: str, keys: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield name, ""
    yield from keys
