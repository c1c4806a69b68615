"""Drop copies: a text that was pasted several times."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

#: Characters of a copy; what is shorter may repeat.
_MIN_COPY = 1000
#: Characters of a heading at most.
_MAX_HEADING = 50


def drop_copies(text: str) -> tuple[str, int]:
    """Drop what repeats, line by line, a long passage before; return the number of characters dropped."""
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if line.strip()]
    words = [lines[index].strip() for index in filled]
    sizes = list(accumulate(map(len, words), initial=0))
    first_seen: dict[str, int] = {}
    kept: list[str] = []
    dropped = position = end = 0
    while position < len(words):
        length = _copied_lines(words, sizes, first_seen.get(words[position]), position)
        if length and not (length == 1 and _is_under_new_heading(words, first_seen, position)):
            dropped += sizes[position + length] - sizes[position]
        else:
            kept += lines[end : filled[position] + 1]
            first_seen.setdefault(words[position], position)
            length = 1
        position += length
        end = filled[position - 1] + 1
    return ("\n".join([*kept, *lines[end:]]), dropped) if dropped else (text, 0)


def _is_under_new_heading(words: list[str], first_seen: dict[str, int], position: int) -> bool:
    """Tell whether a paragraph stands below a heading that was not seen before: without it a chapter would be empty."""
    if position == 0:
        return False
    above = words[position - 1]
    return len(above) <= _MAX_HEADING and first_seen.get(above) == position - 1


def _copied_lines(words: list[str], sizes: list[int], earlier: int | None, position: int) -> int:
    """Return how many lines repeat those from an earlier one on, 0 where they are too short to be a copy.

    Args:
        words: The lines.
        sizes: For each line, the number of characters before it.
        earlier: A line that reads as the one at ``position``.
        position: Where the copy would begin.
    """
    if earlier is None:
        return 0
    length = bisect_left(sizes, sizes[position] + _MIN_COPY) - position  # so many lines make a copy
    if position + length > len(words) or earlier + length > position:
        return 0
    # From the last line, which differs most often: short lines that repeat would be compared again and again.
    if words[earlier : earlier + length][::-1] != words[position : position + length][::-1]:
        return 0
    while (
        position + length < len(words)
        and earlier + length < position
        and words[earlier + length] == words[position + length]
    ):
        length += 1
    return length
