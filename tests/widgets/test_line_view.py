"""The base of the panes: rows, the cursor, keys, the mouse and the wheel."""

from __future__ import annotations

import pytest
from textual.strip import Strip

from tests.support.widgets import Shown, show
from tui.widgets.line_view import WHEEL_ROWS, LineView


class Numbers(LineView):
    """Rows with their numbers, from 0 to 29, below a title."""

    def row_count(self) -> int:
        return 30

    def row_strip(self, row: int, width: int) -> Strip:
        fill = self.base_style + self.cursor_style if row == self.cursor else self.base_style
        return self.strip_of([(f"row {row}", fill)], width, fill)

    def title_pieces(self, width: int) -> list[tuple[str, object]]:  # type: ignore[override]
        return [("Numbers", self.part_style("strong"))]


def numbers() -> Numbers:
    return Numbers(id="widget")


@pytest.mark.parametrize(
    ("keys", "cursor", "top"),
    [
        ((), 0, 0),
        (("down",), 1, 0),
        (("up",), 0, 0),
        (("down",) * 9, 9, 1),
        (("end",), 29, 21),
        (("end", "home"), 0, 0),
        (("pagedown",), 8, 0),
        (("pagedown", "pagedown", "pageup"), 8, 8),
        (("end", "up", "up"), 27, 21),
        (("end", "down"), 29, 21),
    ],
)
def test_keys_move_the_cursor_and_scroll_as_little_as_needed(
    keys: tuple[str, ...], cursor: int, top: int
) -> None:
    async def steps(view: Numbers, shown: Shown) -> None:
        await shown.press(*keys)
        assert (view.cursor, view.top) == (cursor, top)
        assert shown.rows == ["Numbers", *(f"row {top + y}" for y in range(9))]

    show(numbers, steps)


def test_enter_and_a_click_choose_a_row() -> None:
    async def steps(view: Numbers, shown: Shown) -> None:
        await shown.press("down", "enter")
        await shown.click("#widget", (2, 5))
        await shown.click("#widget", (2, 0))
        assert [message.row for message in shown.posted(LineView.RowChosen)] == [1, 4]
        assert view.cursor == 4

    show(numbers, steps)


def test_the_wheel_scrolls_without_moving_the_cursor() -> None:
    async def steps(view: Numbers, shown: Shown) -> None:
        await shown.wheel(True, (2, 2))
        assert (view.cursor, view.top) == (0, WHEEL_ROWS)
        assert shown.rows[1] == f"row {WHEEL_ROWS}"
        await shown.wheel(False, (2, 2))
        await shown.wheel(False, (2, 2))
        assert (view.cursor, view.top) == (0, 0)

    show(numbers, steps)


def test_the_cursor_stays_visible_on_a_smaller_screen() -> None:
    async def steps(view: Numbers, shown: Shown) -> None:
        await shown.press(*["down"] * 8)
        await shown.resize(40, 5)
        assert "row 8" in shown.rows
        assert view.top <= 8 < view.top + view.page_rows

    show(numbers, steps)


def test_the_row_at_the_cursor_has_the_style_of_the_focused_pane() -> None:
    async def steps(view: Numbers, shown: Shown) -> None:
        assert shown.style_of(1, "row 0") == shown.named("base", "cursor-focused")
        assert shown.style_of(2, "row 1") == shown.named("base")

    show(numbers, steps)


def test_grouped_changes_repaint_only_rows_that_differ() -> None:
    async def steps(view: Numbers, shown: Shown) -> None:
        before = list(view._current_lines())
        with view.changing():
            view.cursor = 2
            view.refresh()
        after = view._current_lines()
        assert [y for y in range(10) if before[y] != after[y]] == [1, 3]

    show(numbers, steps)
