"""Two texts side by side, or one above the other: the wheel and clicks act on the text below the pointer."""

from __future__ import annotations

import pytest

from tests.support.widgets import Shown, show
from tui.widgets.beside_layout import SideText, Span
from tui.widgets.beside_pane import BesidePane

TEXT = "".join(f"第{number:03}句说的是同一件事，也说得一样长短。\n" for number in range(80))
SENTENCES = [(at, at + TEXT.index("\n")) for at in range(0, len(TEXT), TEXT.index("\n") + 1)]


class Twins:
    """The same text twice; each sentence goes with its twin."""

    sides = (SideText("左", "", TEXT, SENTENCES), SideText("右", "", TEXT, SENTENCES))

    def match(self, side: int, sentence: int) -> int | None:
        """Return the twin."""
        return sentence

    def marks(self, side: int, sentence: int) -> tuple[list[Span], list[Span]]:
        """Return nothing."""
        return [], []


@pytest.mark.parametrize(
    ("size", "first", "second"), [((120, 20), (10, 10), (90, 10)), ((60, 20), (10, 4), (10, 16))]
)
def test_the_wheel_scrolls_the_text_below_the_pointer(
    size: tuple[int, int], first: tuple[int, int], second: tuple[int, int]
) -> None:
    async def steps(pane: BesidePane, shown: Shown) -> None:
        pane.show(Twins(), 0)
        await shown.settle()
        await shown.wheel(True, second)
        assert pane._tops == [0, 3] and pane.side == 0
        await shown.wheel(True, first)
        await shown.wheel(True, first)
        assert pane._tops == [6, 3]
        await shown.click("#widget", second)
        assert pane.side == 1 and pane.cursors[0] == pane.cursors[1]

    show(lambda: BesidePane(id="widget"), steps, size=size)
