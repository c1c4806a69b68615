"""Keep the sentences most like a given one, and not too many of one report."""

from __future__ import annotations

from tui.wording.model import RelatedSentence


class BestSentences:
    """The best sentences so far.

    Args:
        limit: How many are kept.
        per_report: How many of one report at most.
    """

    def __init__(self, limit: int, per_report: int) -> None:
        self._limit = limit
        self._per_report = per_report
        self._of_reports: dict[int, list[RelatedSentence]] = {}

    def add(self, sentence: RelatedSentence) -> None:
        """Add a sentence."""
        of_report = self._of_reports.setdefault(sentence.report, [])
        of_report.append(sentence)
        of_report.sort(key=_rank)
        del of_report[self._per_report :]

    @property
    def worst(self) -> float:
        """The score a sentence must have to be among them; 0 while there is room."""
        found = self.found()
        return found[-1].score if len(found) == self._limit else 0.0

    def found(self) -> list[RelatedSentence]:
        """Return them, the best first."""
        return sorted((one for some in self._of_reports.values() for one in some), key=_rank)[: self._limit]


def _rank(sentence: RelatedSentence) -> tuple[float, int, int]:
    return -sentence.score, sentence.report, sentence.start
