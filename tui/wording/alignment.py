"""Set the sentences of two reports beside each other.

Two sentences that are the same but for marks, or for marks and numbers, go together first; then the most alike, one to one. Kinds:

=============  ===================================================================================
``same``       word for word; marks and spaces may differ
``edited``     some words or numbers changed
``rewritten``  the same statement in other words
``subject``    another statement on the same subject
``new``        only in the later report
``gone``       only in the earlier report
=============  ===================================================================================

Where numbers do not count as a change, see :func:`ignoring_numbers`, sentences in which only they differ are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from tui.report.model import Report
from tui.wording.changes import Differ
from tui.wording.likeness import Weights, masked_grams
from tui.wording.matching import Match, alike, identical
from tui.wording.model import Alignment, PairKind, SentencePair
from tui.wording.order import in_order
from tui.wording.sentences import sentences_of

#: The least score of each kind.
_LEAST: tuple[tuple[PairKind, float], ...] = (("edited", 0.55), ("rewritten", 0.35), ("subject", 0.0))
#: Kinds whose words are compared.
_COMPARED: tuple[PairKind, ...] = ("same", "edited", "rewritten")


def align(earlier: Report, later: Report) -> Alignment:
    """Set the sentences of two reports beside each other."""
    aligner = _Aligner(earlier, later)
    same = aligner.identical()
    return aligner.alignment([*same, *aligner.alike(same)], has_changes=True)


def align_steps(earlier: Report, later: Report) -> Iterator[Alignment]:
    """Yield ever more of the alignment of two reports; the last is the whole.

    First only sentences that are the same, then all that go together, without what changed in them, then all.
    """
    aligner = _Aligner(earlier, later)
    same = aligner.identical()
    yield aligner.alignment(same)
    matches = [*same, *aligner.alike(same)]
    yield aligner.alignment(matches)
    yield aligner.alignment(matches, has_changes=True)


def ignoring_numbers(alignment: Alignment) -> Alignment:
    """Return an alignment in which numbers and years do not count as a change."""
    return alignment._replace(pairs=tuple(map(_without_numbers, alignment.pairs)))


def _without_numbers(pair: SentencePair) -> SentencePair:
    if not any(change.is_number for change in pair.changes):
        return pair
    changes = tuple(change for change in pair.changes if not change.is_number)
    is_same = pair.kind == "edited" and pair.score == 1.0
    return pair._replace(kind="same" if is_same else pair.kind, changes=changes)


class _Aligner:
    """The sentences of two reports, and what is known of them."""

    def __init__(self, earlier: Report, later: Report) -> None:
        self._reports = earlier, later
        self._earlier, self._later = sentences_of(earlier), sentences_of(later)
        self._earlier_texts = [earlier.text[start:end] for start, end in self._earlier]
        self._later_texts = [later.text[start:end] for start, end in self._later]

    def identical(self) -> list[Match]:
        """Return the sentences that are the same but for numbers and marks."""
        return list(identical(self._earlier_texts, self._later_texts))

    def alike(self, same: Iterable[Match]) -> list[Match]:
        """Return the sentences that go together, without those that are the same."""
        weights = Weights.of_sentences(
            [masked_grams(text) for text in (*self._earlier_texts, *self._later_texts)]
        )
        used = {match.earlier for match in same}
        taken = {match.later for match in same}
        return alike(
            {index: text for index, text in enumerate(self._earlier_texts) if index not in used},
            {index: text for index, text in enumerate(self._later_texts) if index not in taken},
            weights,
        )

    def alignment(self, matches: Sequence[Match], has_changes: bool = False) -> Alignment:
        """Return the alignment of which these sentences go together, and all others are new or gone."""
        by_later = {match.later: match for match in matches}
        partners = {match.earlier: match.later for match in matches}
        kept = in_order([match.earlier for _, match in sorted(by_later.items())])
        moved = {later for place, later in enumerate(sorted(by_later)) if place not in kept}
        differ = Differ(self._reports[0].text, self._reports[1].text) if has_changes else None
        gone = self._gone(partners, moved)
        pairs = list(gone[-1])
        for later, span in enumerate(self._later):
            match = by_later.get(later)
            if match is None:
                pairs.append(SentencePair("new", None, span))
            else:
                pairs.append(self._pair(match, later in moved, differ))
            pairs += gone[later]
        return Alignment(*self._reports, tuple(pairs))

    def _gone(self, partners: dict[int, int], moved: Set[int]) -> dict[int, list[SentencePair]]:
        """Return sentences that are gone, by the index of the later sentence that they come behind.

        Only sentences that have not moved have others behind them: so those that are gone stay in their own order.

        Args:
            partners: The sentences of the earlier report that are in both, and those of the later one.
            moved: Those of the later one that have moved.
        """
        gone: dict[int, list[SentencePair]] = defaultdict(list)
        behind = -1
        for earlier, span in enumerate(self._earlier):
            if earlier in partners:
                behind = behind if partners[earlier] in moved else partners[earlier]
            else:
                gone[behind].append(SentencePair("gone", span, None))
        return gone

    def _pair(self, match: Match, is_moved: bool, differ: Differ | None) -> SentencePair:
        earlier, later = self._earlier[match.earlier], self._later[match.later]
        kind = self._kind(match)
        changes = differ.changes(earlier, later) if differ and kind in _COMPARED else ()
        return SentencePair(kind, earlier, later, round(match.score, 3), is_moved, changes)

    def _kind(self, match: Match) -> PairKind:
        if match.score == 1.0 and _letters(self._earlier_texts[match.earlier]) == _letters(
            self._later_texts[match.later]
        ):
            return "same"
        return next(kind for kind, least in _LEAST if match.score >= least)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
