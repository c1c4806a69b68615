"""Tell which sentences of a report tell what was done, and which promise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from tui.links.pieces import Pieces
from tui.metrics.tense import tenses_of
from tui.report.model import Report


def told_sentences(results: Report, pieces: Pieces) -> list[tuple[int, int]]:
    """Return the sentences that tell what was done: by the year of their chapter, else by the wording around."""
    return list(_told(results, pieces))


def _told(results: Report, pieces: Pieces) -> Iterator[tuple[int, int]]:
    tenses = tenses_of(results.text, results.front)
    year = results.front.plan_year
    chapters = [node for node in results.outline if node.year is not None and year is not None]
    starts = [node.own_start for node in chapters]
    for span in pieces.spans:
        index = bisect_right(starts, span[0]) - 1
        chapter = chapters[index] if index >= 0 and span[0] < chapters[index].end else None
        if chapter is not None and chapter.year is not None and year is not None:
            is_told = chapter.year < year
        else:
            is_told = tenses.at(span[0]) == "past"
        if is_told:
            yield span
