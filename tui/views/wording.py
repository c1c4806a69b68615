"""What the views of wording within one report, and of one sentence, show; made in a thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.messages import views as messages
from tui.metrics.tense import heading_points, tenses_of
from tui.report.errors import ReadError
from tui.report.outline import Outline
from tui.report.sentences import sentence_at
from tui.views.model import CounterpartSet, RelatedRow, RelatedSet, Side
from tui.views.work import Stop
from tui.visits import Source
from tui.wording.counterparts import counterparts
from tui.wording.likeness import Weights, masked_grams
from tui.wording.model import RelatedSentence
from tui.wording.sentences import sentences_of
from tui.wording.units import sides_of

if TYPE_CHECKING:
    from tui.library.library import Library

#: Sentences that are looked for, and listed at most; and listed of the same place, and of the same year.
_MOST_FOUND, _MOST, _MOST_OF_A_KIND = 400, 60, 20
_PLACE, _YEAR = "place", "year"


def counterparts_of(side: Side, stop: Stop = int) -> CounterpartSet:
    """Return the sections and topics of a report with their counterparts.

    Args:
        side: The report.
        stop: Called often; may raise to stop.

    Raises:
        ReadError: If it has neither a review nor a plan with sections or topics.
    """
    found = counterparts(side.outline, stop)
    if not any(found.values()) and not all(
        any(unit.is_listed for unit in units) for units in sides_of(side.outline)
    ):
        raise ReadError(messages.NO_UNITS)
    text = side.report.text
    weights = Weights.of_sentences(
        [masked_grams(text[start:end]) for start, end in sentences_of(side.report)]
    )
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


def related_to(
    side: Side, words: tuple[str, ...], library: Library, number: int | None, stop: Stop = int
) -> RelatedSet:
    """Return the sentences of a library that are like one of a report.

    Args:
        side: The report.
        words: The words of the view: the offset of the sentence, or its span.
        library: The library.
        number: The number of the report in it, which is left out; None if it does not have it.
        stop: Called often; may raise to stop.

    Raises:
        ReadError: If there is no sentence.
    """
    start, sentence = sentence_of(side, words)
    found = library.related(sentence, _MOST_FOUND, without=number, stop=stop)
    addresses = library.addresses()
    rows: list[RelatedRow] = []
    for one in _chosen(found, side, library):
        stop()
        rows.append(_row(one, library, addresses.place_of(one.report), addresses.of(one.report)))
    return RelatedSet(side, start, sentence, tuple(rows))


def _chosen(found: Sequence[RelatedSentence], side: Side, library: Library) -> Iterator[RelatedSentence]:
    """Yield the best sentences, and the best of the same place and of the same year, which may be few among them."""
    listed = {one.id: one for one in library.reports()}
    own, counts = side.ref, Counter[str]()
    for number, one in enumerate(found):
        report = listed.get(one.report)
        if report is None:  # added since
            continue
        kinds = {
            _PLACE: bool(own.place) and report.place == own.place and own.level in ("", report.level),
            _YEAR: own.plan_year is not None and report.plan_year == own.plan_year,
        }
        counts.update(kind for kind, is_of in kinds.items() if is_of)
        if number < _MOST or any(is_of and counts[kind] <= _MOST_OF_A_KIND for kind, is_of in kinds.items()):
            yield one


def _row(found: RelatedSentence, library: Library, place: str, address: str) -> RelatedRow:
    report = library.report(found.report)
    side = Side(Source(library_report=found.report), library.ref(found.report), Outline(report))
    path = side.outline.path(side.outline.at(found.start))
    return RelatedRow(
        side.source, side.ref, place, report.text[found.start : found.end], found.start, path,
        side.cited(found.start), found.score, found.is_part, address,
    )  # fmt: skip
