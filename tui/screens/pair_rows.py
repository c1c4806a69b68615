"""Two reports beside each other as rows of a screen: kinds, counts, what is lit, and rows for files."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tui.messages import alignment_screen as messages
from tui.messages.wording import KIND_NAMES
from tui.messages.wording import MOVED as MOVED_NAME
from tui.report.model import Report
from tui.views.alignment import FoundTerms
from tui.views.model import TwoReports
from tui.widgets.facet_bar import Facet
from tui.widgets.pair_drawing import Heads, Mark
from tui.widgets.term_list import TermRow
from tui.wording.alignment import ignoring_numbers
from tui.wording.model import PAIR_KINDS, Alignment, NewTerm, SentencePair
from tui.wording.term_export import Change

#: Kinds of pairs besides their own.
EVERY, MOVED = "", "moved"
#: Styles of changes in the earlier and in the later sentence.
_CHANGED = ("removed", "added")
_PENDING = "…"
_MARGIN_STYLES = {"new": "strong", "gone": "strong", "same": "muted"}
_YEAR_DIGITS = 2


class Hit(NamedTuple):
    """A hit of a search in a sentence that is shown.

    Attributes:
        pair: The index of its pair among those shown.
        side: In which of its sentences: 0 for the earlier one.
        start: Of its half-open span in the text of that report.
        end: Of that span.
        style: The name of the style of its term.
    """

    pair: int
    side: int
    start: int
    end: int
    style: str


def spans_of(pair: SentencePair) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Return the spans of both sentences of a pair."""
    return pair.earlier, pair.later


class ShownPairs:
    """The pairs of one kind, with what is lit in them.

    Args:
        reports: Both reports.
        pairs: The pairs.
        is_whole: Whether all of the alignment is known.
    """

    def __init__(self, reports: tuple[Report, Report], pairs: Sequence[SentencePair], is_whole: bool) -> None:
        self._reports = reports
        self.pairs = pairs
        self._is_whole = is_whole
        self._texts: dict[int, tuple[str, str]] = {}
        self.hits: Sequence[Hit] = ()
        self._by_side: tuple[list[Hit], list[Hit]] = ([], [])
        self._starts: tuple[list[int], list[int]] = ([], [])
        self.current: Hit | None = None

    def __len__(self) -> int:
        return len(self.pairs)

    def texts(self, index: int) -> tuple[str, str]:
        """Return both sentences of a pair."""
        texts = self._texts.get(index)
        if texts is None:
            spans = spans_of(self.pairs[index])
            first, second = (
                report.text[slice(*span)] if span is not None else ""
                for report, span in zip(self._reports, spans, strict=True)
            )
            texts = self._texts[index] = first, second
        return texts

    def margin(self, index: int) -> Sequence[str]:
        """Return the kind of a pair, then how alike both are and whether it has moved."""
        pair = self.pairs[index]
        has_partner = pair.earlier is not None and pair.later is not None
        kind = KIND_NAMES[pair.kind] if self._is_whole or has_partner else _PENDING
        score = f"{pair.score:.2f}".lstrip("0") if has_partner and pair.kind != "same" else ""
        if pair.kind == "edited" and pair.score == 1.0:
            score = messages.NUMBERS
        below = score + (MOVED_NAME if pair.is_moved else "")
        return (kind, below) if below else (kind,)

    def margin_style(self, index: int) -> str:
        """Return the style of the margin."""
        return _MARGIN_STYLES.get(self.pairs[index].kind, "count")

    def base_style(self, index: int, side: int) -> str:
        """Return the style of a sentence: what is the same is less in the way."""
        pair = self.pairs[index]
        return "muted" if pair.kind == "same" else ""

    def marks(self, index: int, side: int) -> Sequence[Mark]:
        """Return what has changed in a sentence, and the hits in it."""
        pair = self.pairs[index]
        span = spans_of(pair)[side]
        if span is None:
            return ()
        begin, end = span
        changed = [(change.later if side else change.earlier) for change in pair.changes]
        marks = []
        if pair.kind != "same":  # marks and spaces at most
            marks = [(start - begin, stop - begin, _CHANGED[side]) for start, stop in changed if start < stop]
        starts, hits = self._starts[side], self._by_side[side]
        for hit in hits[max(0, bisect_right(starts, begin) - 1) : bisect_left(starts, end)]:
            style = "current-hit" if hit == self.current else hit.style
            low, high = max(hit.start, begin) - begin, min(hit.end, end) - begin
            if low < high:
                marks.append((low, high, style))
        return marks

    def choose_hit(self, hit: Hit | None) -> None:
        """Make a hit the current one, if it is still there, in whichever pair."""
        if hit is not None:
            same = (one for one in self.hits if (one.side, one.start) == (hit.side, hit.start))
            self.current = next(same, None)

    def choose_hit_of(self, index: int) -> None:
        """Make the first hit of a pair the current one, if there is none yet."""
        if self.current is None:
            self.current = next((hit for hit in self.hits if hit.pair == index), None)

    # -- looking for a pair ----------------------------------------------------------------------

    def use_hits(self, found: tuple[Sequence[tuple[int, int, str]], Sequence[tuple[int, int, str]]]) -> None:
        """Light the hits in both reports; they are walked pair by pair.

        Args:
            found: Of each report the spans of hits, in order, with the names of their styles.
        """
        for side in (0, 1):
            spans = sorted(
                (span[0], span[1], index)
                for index, pair in enumerate(self.pairs)
                if (span := spans_of(pair)[side]) is not None
            )
            starts = [span[0] for span in spans]
            hits = []
            for start, end, style in found[side]:
                at = bisect_right(starts, start) - 1
                if at >= 0 and start < spans[at][1]:
                    hits.append(Hit(spans[at][2], side, start, end, style))
            self._by_side[side][:] = hits
            self._starts[side][:] = [hit.start for hit in hits]
        self.hits = sorted([*self._by_side[0], *self._by_side[1]])
        self.current = None

    def index_of(self, side: int, offset: int) -> int:
        """Return the pair with the sentence at an offset of a report, or with the nearest before it."""
        best, nearest = 0, -1
        for index, pair in enumerate(self.pairs):
            span = spans_of(pair)[side]
            if span is not None and nearest < span[0] <= offset:
                best, nearest = index, span[0]
        return best


class PairContents:
    """Two reports beside each other.

    Args:
        two: The reports.

    Attributes:
        two: The reports.
        alignment: The alignment, as far as it is known; numbers may be ignored in it.
        is_whole: Whether all of it is known.
        terms: The terms; None before they are known.
        ignores_numbers: Whether numbers do not count as a change.
    """

    def __init__(self, two: TwoReports) -> None:
        self.two = two
        first, second = two.sides
        self._reports = first.report, second.report
        self._read = self.alignment = Alignment(*self._reports, ())
        self.is_whole = False
        self.terms: FoundTerms | None = None
        self.ignores_numbers = False

    # -- updates -------------------------------------------------------------------------------

    def use(self, alignment: Alignment, is_whole: bool) -> None:
        """Show another alignment."""
        self._read, self.is_whole = alignment, is_whole
        self._apply()

    def ignore_numbers(self, ignores: bool) -> None:
        """Have numbers count as a change, or not."""
        self.ignores_numbers = ignores
        self._apply()

    def _apply(self) -> None:
        self.alignment = ignoring_numbers(self._read) if self.ignores_numbers else self._read

    # -- kinds ---------------------------------------------------------------------------------

    def facets(self) -> Sequence[Facet]:
        """Return how many pairs there are of each kind; those without a counterpart are not known before the end."""
        if self.two.earlier is None:
            return []
        pairs = self.alignment.pairs
        counts = self.alignment.counts
        facets = [Facet(EVERY, messages.EVERY, messages.EVERY_SIGN, len(pairs))]
        for kind in PAIR_KINDS:
            if self.is_whole or kind not in ("new", "gone"):
                facets.append(Facet(kind, KIND_NAMES[kind], KIND_NAMES[kind], counts[kind]))
        moved = sum(pair.is_moved for pair in pairs)
        facets.append(Facet(MOVED, MOVED_NAME, MOVED_NAME, moved))
        return [facet for facet in facets if facet.total or facet.id == EVERY]

    def shown(self, facet: str, only_changes: bool) -> ShownPairs:
        """Return the pairs of a kind."""
        pairs = [
            pair
            for pair in self.alignment.pairs
            if (
                (facet == EVERY and not (only_changes and pair.kind == "same"))
                or pair.kind == facet
                or (facet == MOVED and pair.is_moved)
            )
        ]
        return ShownPairs(self._reports, pairs, self.is_whole)

    # -- names ---------------------------------------------------------------------------------

    @property
    def names(self) -> list[tuple[str, int | None]]:
        """The place and the year of both reports."""
        return [(side.ref.shown_place, side.ref.plan_year) for side in self.two.sides]

    @property
    def title(self) -> str:
        """Both reports."""
        first, second = self.names
        return messages.title(first, second) if self.two.earlier is not None else messages.name_of(*second)

    @property
    def whose(self) -> str:
        """Both reports, for the names of files."""
        (place, year), (other, later) = self.names
        return f"{place}{year or ''}{other if other != place else ''}{later or ''}"

    def heads(self, pair: SentencePair | None) -> Heads:
        """Return the names of both reports, with where the sentences of a pair stand."""
        (first, year), (second, other) = self.names
        if year is not None and other is not None and year != other:
            tags = str(year)[-_YEAR_DIGITS:], str(other)[-_YEAR_DIGITS:]
        else:
            tags = messages.FIRST, messages.SECOND
        names = (messages.name_of(first, year), messages.name_of(second, other))
        spans = spans_of(pair) if pair is not None else (None, None)
        paths = [
            side.outline.path(side.outline.at(span[0])) if span is not None else ""
            for side, span in zip(self.two.sides, spans, strict=True)
        ]
        return Heads((messages.side_head(names[0], paths[0]), messages.side_head(names[1], paths[1])), tags)

    # -- terms ---------------------------------------------------------------------------------

    def term_rows(self, note: str) -> Sequence[TermRow]:
        """Return the terms in groups; a note until they are known."""
        if self.terms is None:
            return [TermRow(note)] if note else []
        new, gone, notice = self.terms
        groups = (
            (messages.NEW_TERMS, [term for term in new if not term.before], False),
            (messages.RISEN_TERMS, [term for term in new if term.before], False),
            (messages.GONE_TERMS, [term for term in gone if not term.after], True),
            (messages.FALLEN_TERMS, [term for term in gone if term.after], True),
        )
        rows = [TermRow(messages.not_compared([year for _, year in self.names]))] if notice else []
        for name, terms, is_gone in groups:
            if terms:
                heading = f"{messages.term_heading(name, len(terms))}  {messages.BEST_FIRST}"
                rows.append(TermRow(heading, is_heading=True))
                rows += [TermRow(_shown_term(term), term, is_gone) for term in terms]
        return rows if new or gone else [*rows, TermRow(messages.NO_TERMS)]

    def term_line(self, row: TermRow) -> str:
        """Return a term as text, with its counts."""
        term = row.term
        if term is None:
            return ""
        elsewhere = f"  {messages.ELSEWHERE} {messages.change(*term.elsewhere)}" if term.elsewhere else ""
        return f"{row.text}  {messages.IN_TEXT} {messages.change(term.before, term.after)}{elsewhere}"

    @property
    def told_terms(self) -> dict[Change, Sequence[NewTerm]]:
        """The terms that are new, and those that are gone; nothing before they are known."""
        if self.terms is None:
            return {}
        new, gone, _ = self.terms
        return {"new": new, "gone": gone}


def _shown_term(term: NewTerm) -> str:
    text = messages.with_members(term.text, term.members)
    return messages.quoted_term(text) if term.is_quoted and not term.members else text
