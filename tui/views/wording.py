"""What the views of wording within one report, and of one sentence, show; made in a thread."""

from __future__ import annotations

from collections.abc import Iterable

from tui.messages import views as messages
from tui.metrics.tense import heading_points, tenses_of
from tui.report.errors import ReadError
from tui.report.outline import Outline
from tui.report.sentences import sentence_at
from tui.views.model import CounterpartSet, Side
from tui.wording.counterparts import counterparts
from tui.wording.likeness import Weights, masked_grams
from tui.wording.sentences import sentences_of


def counterparts_of(side: Side) -> CounterpartSet:
    """Return the sections and topics of a report with their counterparts.

    Raises:
        ReadError: If it has neither a review nor a plan with sections or topics.
    """
    found = counterparts(side.outline)
    if not any(found.values()):
        raise ReadError(messages.NO_UNITS)
    text = side.report.text
    weights = Weights([masked_grams(text[start:end]) for start, end in sentences_of(side.report)])
    return CounterpartSet(side, found, _planned(side.outline, found), weights)


def _planned(outline: Outline, nodes: Iterable[str]) -> frozenset[str]:
    """Return which of some nodes are in the plan: by the heading of their chapter, else by how they are worded."""
    report = outline.report
    tenses = tenses_of(report.text, report.front)

    def is_planned(name: str) -> bool:
        node = outline.by_id[name]
        points = heading_points(outline.lineage(node)[0].heading or "", report.front)
        return points < 0 if points else tenses.at(node.start) != "past"

    return frozenset(filter(is_planned, nodes))


def sentence_of(side: Side, words: tuple[str, ...]) -> tuple[int, str]:
    """Return where the sentence starts that a view is about, and the sentence: at an offset, or a span that was selected.

    Raises:
        ReadError: If there is none.
    """
    start, end = (*words, "", "")[:2]
    text = side.report.text
    span = (int(start or 0), int(end)) if end else sentence_at(text, int(start or 0))
    sentence = text[slice(*span)]
    if not masked_grams(sentence):
        raise ReadError(messages.NO_SENTENCE)
    return span[0], sentence
