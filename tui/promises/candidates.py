"""Find the sentences of the next report that may be about a target."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from heapq import nsmallest

from tui.metrics.tense import tenses_of
from tui.promises.contexts import MetricContext
from tui.promises.model import MAX_CANDIDATES, Candidate
from tui.promises.sentences import Pieces, SentenceIndex, grams
from tui.report.model import Report

#: What the words of a target count: those of its name, next to it, before it in its sentence, and of all the sentence.
_NAME, _OWN, _LEAD, _SENTENCE = 2.5, 1.0, 0.4, 0.25
_MAX_SENTENCE_CHARACTERS = 300
#: What a sentence with a figure that may be the actual gains, by the score of the link, from which on.
_BY_LINK, _MIN_LINK = 0.08, -0.5
#: No sentence less alike is offered.
_MIN_SCORE = 0.02


class CandidateSentences:
    """Finds sentences of one report that may be about the targets of the report before it; not those that promise.

    Args:
        results: The report.
        pieces: Its sentences.
        postings: Sentences that are looked at for one pair of characters, at most.
    """

    def __init__(self, results: Report, pieces: Pieces, postings: int) -> None:
        told = list(_told(results, pieces))
        self._index = SentenceIndex(results.text, told or pieces.spans, postings)

    def of(self, target: MetricContext, linked: Mapping[tuple[int, int], float]) -> tuple[Candidate, ...]:
        """Return the sentences most alike to a target, the best first.

        Args:
            target: The target.
            linked: The best score of the links to figures of each sentence.
        """
        query = dict.fromkeys(grams(target.sentence[:_MAX_SENTENCE_CHARACTERS]), _SENTENCE)
        query |= dict.fromkeys(target.lead, _LEAD)
        query |= dict.fromkeys(target.own, _OWN)
        query |= dict.fromkeys(target.name, _NAME)
        scores = self._index.scores(query)
        for span, score in linked.items():
            if span in scores and score > _MIN_LINK:
                scores[span] += _BY_LINK * (score - _MIN_LINK)
        best = nsmallest(MAX_CANDIDATES, scores.items(), key=lambda item: (-item[1], item[0]))
        return tuple(
            Candidate(start, end, round(min(1.0, score), 3))
            for (start, end), score in best
            if score >= _MIN_SCORE
        )


def _told(results: Report, pieces: Pieces) -> Iterator[tuple[int, int]]:
    """Yield the sentences that tell what was done: by the year of their chapter, else by the wording around."""
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
