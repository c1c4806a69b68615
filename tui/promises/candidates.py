"""Find the sentences of the next report that may be about a target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nsmallest

from tui.promises.contexts import MetricContext
from tui.promises.model import MAX_CANDIDATES, Candidate
from tui.promises.sentences import SentenceIndex, grams

#: What the words of a target count: those of its name, next to it, before it in its sentence, and of all the sentence.
_NAME, _OWN, _LEAD, _SENTENCE = 2.5, 1.0, 0.4, 0.25
_MAX_SENTENCE_CHARACTERS = 300
#: What a sentence with a figure that may be the actual gains, by the score of the link, from which on.
_BY_LINK, _MIN_LINK = 0.08, -0.5
#: No sentence less alike is offered.
_MIN_SCORE = 0.02


class CandidateSentences:
    """Finds sentences of one report that may be about the targets of the report before it.

    Args:
        text: The report's text.
        sentences: Those of its sentences that may be found.
        postings: Sentences that are looked at for one pair of characters, at most.
    """

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], postings: int) -> None:
        self._index = SentenceIndex(text, sentences, postings)

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
