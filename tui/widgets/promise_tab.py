"""The tab of last year's promises: what the report on the screen says became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.style import Style

from tui.messages import past as messages
from tui.messages.gaps import gap_text
from tui.messages.panes import MAIN_INDICATORS, metric_count
from tui.messages.verdicts import LIKELY_SIGN, SIGNS, VERDICT_NAMES
from tui.metrics.indicator_order import places
from tui.metrics.labels import format_beside
from tui.promises.counting import counts_by_kind
from tui.promises.model import MISSED, Promise, Verdict
from tui.promises.verdicts import is_of_all_targets
from tui.report.model import Metric
from tui.report.sentences import sentence_at
from tui.widgets.metric_drawing import Heading, Piece, RowDrawing, headings_of_pairs
from tui.widgets.metric_lines import PanelLayout
from tui.widgets.metric_orders import sorted_by_value
from tui.widgets.metric_rows import Pair, Row, Spot, clause_of
from tui.widgets.metric_tabs import Chosen, Reading
from tui.widgets.past_tabs import PastTab, sign_of

#: Verdicts below one heading, in the order of the headings.
_GROUPS: tuple[tuple[Verdict, ...], ...] = (
    MISSED,
    ("exceeded",),
    ("met",),
    ("met_in_words",),
    ("blanket",),
    ("not_comparable",),
    ("undecided",),
    ("not_mentioned",),
)


class PromiseTab(PastTab):
    """Promises of the year before: targets beside what became of them, by verdict; main indicators first.

    Args:
        reading: What the panel shows.
        plan_text: The text of the report that promises.
        plan: Its number in the library; None if it is in none.
        year: The year it plans; None if unknown.
        promises: The promises, with what the report on the screen says of them.
    """

    title_rows = 3
    nothing = messages.NO_PROMISES
    orders = ("text", "target", "actual")
    usual = "verdict"

    def __init__(
        self,
        reading: Reading,
        plan_text: str,
        plan: int | None,
        year: int | None,
        promises: Sequence[Promise],
    ) -> None:
        super().__init__(reading)
        self._plan_text, self._plan, self._year = plan_text, plan, year
        self._promises = promises
        self._by_id = {metric.id: metric for metric in reading.report.metrics}
        counts = _by_sign(promises), sum(one.is_likely for one in promises)
        #: The numbers of promises, the longest text first.
        self._counted = [messages.promise_counts(*counts, is_long) for is_long in (True, False)]

    @property
    def others(self) -> Sequence[Metric]:
        """The targets."""
        return [promise.target for promise in self._promises]

    def rows(self, chosen: Chosen) -> list[Row]:
        """Return the promises in groups, or by size."""
        rows = [(promise, self._row(promise)) for promise in self._promises]
        if chosen is not None:
            rows = [
                (one, row) for one, row in rows if one.target in chosen or chosen.intersection(row.metrics)
            ]
        if self.sort.order != "text":
            is_by_target = self.sort.order == "target"
            sizes = ((row, one.target if is_by_target else self._here(one.actual)) for one, row in rows)
            return sorted_by_value(sizes, self.sort.is_reversed)
        order = places()
        main = [(one, row) for one, row in rows if one.target.canonical in order]
        main.sort(key=lambda pair: order[pair[0].target.canonical].order)
        others = [(one, row) for one, row in rows if one.target.canonical not in order]
        grouped = list(_group(MAIN_INDICATORS, [row for _, row in main]))
        for verdicts in _GROUPS:
            found = [row for one, row in others if one.final_verdict in verdicts and not one.is_likely]
            grouped += _group(VERDICT_NAMES[verdicts[0]], found)
            if verdicts[0] == "not_comparable":
                grouped += _group(messages.LIKELY, [row for one, row in others if one.is_likely])
        return grouped

    def count(self, rows: Iterable[Row]) -> int:
        """Return the number of promises."""
        return sum(row.pair is not None for row in rows)

    def counts(self, count: str) -> Iterator[str]:
        """Yield how many promises there are."""
        yield metric_count(count)

    def below_title(self, y: int, drawing: RowDrawing, style: Style) -> Iterator[Piece]:
        """Yield how many promises have each verdict, then the names of the columns."""
        if y == 1:
            room = drawing.layout.width - 1
            fitting = (text for text in self._counted if drawing.layout.length(text) <= room)
            yield " " + next(fitting, self._counted[-1]), style
        else:
            yield from super().below_title(y, drawing, style)

    def headings(self, layout: PanelLayout) -> Sequence[Heading]:
        """Return name, target and result."""
        target = messages.promised_for(self._year)
        return headings_of_pairs(layout, self.sort, ("target", target), ("actual", messages.RESULT))

    # -- rows --------------------------------------------------------------------------------

    def _row(self, promise: Promise) -> Row:
        target, actual = promise.target, self._here(promise.actual)
        verdict = promise.final_verdict
        is_likely = promise.is_likely
        right = format_beside(actual, target) if actual is not None else VERDICT_NAMES[verdict]
        sign, style = (LIKELY_SIGN, "steady") if is_likely else sign_of(verdict, target)
        is_value = actual is not None
        pair = Pair(
            format_beside(target, actual), right, sign, style, is_value, "achieved" if is_value else "muted"
        )
        name = target.indicator or clause_of(self._plan_text, target)
        return Row(
            name,
            (actual,) if actual is not None else (),
            is_clause=not target.indicator,
            pair=pair,
            other=target,
            spots=tuple(self._spots(promise, actual)),
            note=self._note(promise),
            remark=self._remark(promise),
        )

    def _here(self, actual: Metric | None) -> Metric | None:
        """Return a metric of the report as the screen knows it."""
        known = self._by_id.get(actual.id) if actual is not None else None
        return known if known == actual else actual

    def _spots(self, promise: Promise, actual: Metric | None) -> Iterator[Spot]:
        if actual is not None:
            yield Spot(None, actual.start, actual)
        elif promise.sentence is not None:
            yield Spot(None, promise.sentence[0])
        else:
            yield from (Spot(None, candidate.start) for candidate in promise.candidates)
        if self._plan is not None:
            yield Spot(self._plan, promise.target.start)

    def _note(self, promise: Promise) -> str:
        if promise.own is not None:
            return messages.own_verdict(VERDICT_NAMES[promise.own.verdict], promise.own.note)
        return "" if is_of_all_targets(promise) else promise.note

    def _remark(self, promise: Promise) -> str:
        """Return the verdict and the gap, and the promise in the words of the report."""
        verdict = VERDICT_NAMES[promise.final_verdict]
        parts = [messages.likely(verdict) if promise.is_likely else verdict]
        if gap := gap_text(promise.gap):
            parts.append(gap)
        if is_of_all_targets(promise):
            parts.append(promise.note)
        if promise.actual is None and promise.sentence is None and promise.candidates:
            parts.append(messages.candidates(len(promise.candidates)))
        start, end = sentence_at(self._plan_text, promise.target.start)
        parts.append(messages.promised(self._plan_text[start:end].strip()))
        return " · ".join(parts)


def _by_sign(promises: Iterable[Promise]) -> list[tuple[str, int]]:
    """Return how many promises have each sign; those that are only likely are counted apart."""
    by_sign: dict[str, int] = {}
    for kind, count in counts_by_kind(promises).items():
        if kind in SIGNS:
            by_sign[SIGNS[kind]] = by_sign.get(SIGNS[kind], 0) + count
    return list(by_sign.items())


def _group(name: str, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows below their heading; nothing where there are none."""
    if rows:
        yield Row(messages.group(name, len(rows)))
        yield from rows
