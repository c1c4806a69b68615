"""Taking a passage away, with or without where it stands."""

from __future__ import annotations

from collections.abc import Callable

from tui.report.citation import citation
from tui.report.outline import Outline
from tui.report.sentences import sentence_at
from tui.state.clipboard import copy
from tui.state.paths import state_folder
from tui.widgets.text_pane import TextPane


def take(outline: Outline, pane: TextPane, cite: bool, osc52: Callable[[str], None]) -> str:
    """Copies what is selected, or the sentence being read.

    Args:
        outline: The report.
        pane: Where it is read.
        cite: Whether to add where the passage stands.
        osc52: Sends text to the terminal's clipboard.

    Returns:
        What to tell the person: how much was copied, and which ways were taken.
    """
    text = outline.report.text
    start, end = pane.selected or sentence_at(text, pane.place)
    ways = copy(citation(outline, start, end) if cite else text[start:end], osc52, state_folder())
    return f"已复制 {end - start} 字{'及出处' if cite else ''}：{ways}"
