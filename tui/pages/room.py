"""How much room the parts of a brief take on an A4 page.

The style sheet ``content/pages/brief.css`` prints on 186 by 275 mm in 9 points with lines of 12.5 points: 58 Chinese characters by 62
lines. Sizes here are in such characters and lines, with something to spare, since fonts differ.
"""

from __future__ import annotations

from math import ceil

from tui.messages import pages as messages
from tui.pages.brief import TaskGroup

#: Lines that may be filled, of 62.4.
PAGE_LINES = 61.3
#: Lines of title and legend; of a heading, with the space above it; of the head of a table.
HEAD_LINES, HEADING_LINES, TABLE_HEAD_LINES = 4.0, 2.1, 1.25
#: What a row has around its lines, and a group of tasks.
ROW_SPACE, ITEM_SPACE, GROUP_SPACE = 0.22, 0.03, 0.25
#: Characters of a line; of the columns of the indicators; of those of the changes; of labels of groups; of tasks.
LINE = 57
INDICATOR_COLUMNS = (14, 10, 10, 9, 9)
CHANGE_COLUMN = 28
GROUP_COLUMN, TASK_COLUMN = 18, 37
#: A line may end before its last character, for marks cannot begin one.
_SPARE = 1.0
#: Width of a space and of any other ASCII character; all others are as wide as Chinese ones in Chinese fonts.
_SPACE, _LATIN = 0.3, 0.57
#: Size of notes, of that of other text.
_SMALL = 0.9


def lines(text: str, column: float) -> int:
    """Return how many lines a text takes in a column of so many characters."""
    width = sum(_width(character) for character in text)
    return max(1, ceil(width / (column - _SPARE)))


def _width(character: str) -> float:
    if character.isascii():
        return _SPACE if character == " " else _LATIN
    return 1.0


def change_lines(name: str, values: str, difference: str) -> float:
    """Return the lines of a change, whose difference is printed smaller."""
    return (
        lines(f"{name} {values} " + difference[: ceil(len(difference) * _SMALL)], CHANGE_COLUMN) + ITEM_SPACE
    )


def row_lines(cells: tuple[str, ...]) -> float:
    """Return the lines of a row of the table of indicators."""
    columns = INDICATOR_COLUMNS
    return max(lines(cell, column) for cell, column in zip(cells, columns, strict=False)) + ROW_SPACE


def group_lines(group: TaskGroup) -> float:
    """Return the lines of a group of tasks."""
    tasks = sum(lines(task.text, TASK_COLUMN) + ITEM_SPACE for task in group.tasks)
    label = f"{group.label} {messages.group_total(group.total)}"
    return max(tasks, lines(label, GROUP_COLUMN)) + GROUP_SPACE
