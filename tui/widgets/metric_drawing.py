"""Draw lines of the metrics panel: names, values in the style of their status, and the signs between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rich.style import Style

from tui.messages import panes as messages
from tui.metrics.change import Change
from tui.report.model import Metric
from tui.typeset.cells import pad
from tui.widgets.metric_lines import BAR_CELLS, GAP, INDENT, MARGIN, Line, PanelLayout
from tui.widgets.metric_orders import Order, Sort
from tui.widgets.metric_rows import Pair
from tui.widgets.styles import status_style

Piece = tuple[str, Style]


class Heading(NamedTuple):
    """The heading of a column.

    Attributes:
        order: What a click on it sorts by.
        text: The heading, with an arrow if rows are sorted by it.
        start: Its first cell.
        is_sorted: Whether rows are sorted by it.
    """

    order: Order
    text: str
    start: int
    is_sorted: bool = False


def _with_arrow(text: str, order: Order, sort: Sort, is_right: bool = False) -> str:
    """Return a heading, with the arrow if rows are sorted by it; at the right edge of a column the arrow is before it.

    The order of the text is that of no column: only where it is reversed an arrow tells so.
    """
    if order != sort.order or sort == Sort():
        return text
    return sort.arrow + text if is_right else text + sort.arrow


def headings_of_pairs(
    layout: PanelLayout,
    sort: Sort,
    left: tuple[Order, str],
    right: tuple[Order, str],
    name: str = messages.INDICATOR,
) -> Sequence[Heading]:
    """Return the headings above names and two values, each with what it sorts by; the usual order is that of no column."""
    column = layout.sign_column("")
    shown = [_with_arrow(text, order, sort, is_right=True) for order, text in (left, right)]
    after = column + layout.sign_cells + GAP - layout.length(shown[1]) + layout.length(right[1])
    is_turned = sort.order == "text" and sort.is_reversed
    return (
        Heading("text", _with_arrow(name, "text", sort), MARGIN, is_turned),
        Heading(left[0], shown[0], column - GAP - layout.length(shown[0]), sort.order == left[0]),
        Heading(right[0], shown[1], after, sort.order == right[0]),
    )


def headings_of_metrics(layout: PanelLayout, sort: Sort) -> Sequence[Heading]:
    """Return the headings above names and one value; between them stands the kind, which has no column."""
    kind_at = MARGIN + layout.length(messages.INDICATOR + messages.RISING) + 2 * GAP
    value = _with_arrow(messages.VALUE, "size", sort, is_right=True)
    return (
        Heading(
            "text",
            _with_arrow(messages.INDICATOR, "text", sort),
            MARGIN,
            sort.order == "text" and sort.is_reversed,
        ),
        Heading("kind", _with_arrow(messages.KIND, "kind", sort), kind_at, sort.order == "kind"),
        Heading("size", value, layout.width - MARGIN - layout.length(value), sort.order == "size"),
    )


def sign_style(change: Change) -> str:
    """Return the name of the style of a sign: which way the target goes, or whether it is already met."""
    if change.sign in ("▲", "▼"):
        direction = "rise" if change.sign == "▲" else "fall"
        return direction if change.good is None else f"{direction}-{'better' if change.good else 'worse'}"
    return "met" if change.sign == "✓" else "steady"


class RowDrawing(NamedTuple):
    """Draws the lines of a layout.

    Attributes:
        layout: The lines and their columns.
        part_style: The styles of the theme, by their names.
        base: The style of the pane.
        current: The metric highlighted in the text.
        found: The text of the current hit of a search; empty if there is none.
    """

    layout: PanelLayout
    part_style: Callable[[str], Style]
    base: Style
    current: Metric | None
    found: str

    def pieces(self, line: Line, fill: Style) -> Iterator[Piece]:
        """Yield a line in pieces with their styles."""
        row = line.row
        if line.is_note:
            yield " " * (INDENT if row.name else MARGIN) + line.name, fill + self.part_style("muted")
            return
        if row.is_heading:
            yield " " * MARGIN + line.name, self.base + self.part_style("strong")
            return
        is_metric = not row.is_pair
        indent = INDENT if is_metric or not line.is_first else MARGIN
        if not line.name:  # a line for the values alone
            indent = 0
        yield " " * indent, fill
        yield from self._name(line, fill)
        taken = indent + self.layout.length(line.name)
        if row.pair is not None:
            if any(line.values):
                yield from self._pair(row.pair, taken, fill)
        elif line.values[1]:
            yield from self._value(line, taken, fill) if is_metric else self._values(line, taken, fill)

    def headings(self, headings: Sequence[Heading], style: Style) -> Iterator[Piece]:
        """Yield the headings of columns; that of the column the rows are sorted by stands out."""
        at = 0
        for heading in headings:
            yield " " * max(0, heading.start - at), style
            yield heading.text, style + self.part_style("strong") if heading.is_sorted else style
            at = max(at, heading.start) + self.layout.length(heading.text)

    def _name(self, line: Line, fill: Style) -> Iterator[Piece]:
        """Yield a name, with what a search has found in it."""
        style = fill + self.part_style("muted") if line.row.is_clause else fill
        before, found, after = line.name.partition(self.found) if self.found else (line.name, "", "")
        yield before, style
        if found:
            yield found, fill + self.part_style("hit")
            yield after, style

    def _value(self, line: Line, taken: int, fill: Style) -> Iterator[Piece]:
        """Yield the value of a metric at the right edge, behind its year and the bar of a share."""
        metric, layout = line.row.metrics[0], self.layout
        year, value = line.values
        has_bar = layout.has_bar(metric, value)
        before = layout.bar_column if has_bar else layout.width - MARGIN - layout.length(value)
        gap = before - taken - (layout.length(year) + GAP if year else 0)
        yield " " * max(0, gap), fill
        if year:
            yield year + " " * GAP, fill + self.part_style("muted")
        if has_bar:
            cells = min(BAR_CELLS, round(BAR_CELLS * float(metric.value[0]) / 100))
            yield " " * cells, self.part_style("bar-full")
            yield " " * (BAR_CELLS - cells), self.part_style("bar-empty")
            yield " " * (layout.width - MARGIN - layout.length(value) - before - BAR_CELLS), fill
        yield value, fill + self._value_style(metric)

    def _values(self, line: Line, taken: int, fill: Style) -> Iterator[Piece]:
        """Yield actual value, sign and target of a comparison in columns."""
        comparison, layout = line.row.comparison, self.layout
        assert comparison is not None
        actual, target = line.values
        gap = layout.sign_column(target) - GAP - taken - layout.length(actual)
        yield " " * max(0, gap), fill
        muted = self.part_style("muted")
        yield actual, fill + (self._value_style(comparison.actual) if comparison.actual else muted)
        change = comparison.change
        sign = pad(change.sign, layout.sign_cells, layout.widths)
        yield f"{' ' * GAP}{sign}{' ' * GAP}", fill + self.part_style(sign_style(change))
        yield target, fill + (self._value_style(comparison.target) if comparison.target else muted)

    def _pair(self, pair: Pair, taken: int, fill: Style) -> Iterator[Piece]:
        """Yield the values of two reports in columns, with a bar before them where there is room."""
        layout = self.layout
        gap = layout.sign_column(pair.right) - GAP - taken - layout.length(pair.left)
        if pair.share is not None and gap >= BAR_CELLS + 3 * GAP:
            cells = round(BAR_CELLS * pair.share)
            yield " " * 2 * GAP, fill
            yield " " * cells, self.part_style("bar-full")
            gap -= 2 * GAP + cells
        yield " " * max(0, gap), fill
        yield pair.left, fill + self.part_style(pair.left_style)
        sign = pad(pair.sign, layout.sign_cells, layout.widths)
        yield f"{' ' * GAP}{sign}{' ' * GAP}", fill + self.part_style(pair.sign_style)
        yield pair.right, fill + self.part_style(pair.right_style)

    def _value_style(self, metric: Metric) -> Style:
        return self.part_style("current-metric" if metric is self.current else status_style(metric))
