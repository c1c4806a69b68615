"""Promises and results as rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from tui.exports.model import Export, shown_and_all
from tui.exports.promises import promise_table
from tui.messages import promise_screen as messages
from tui.messages import tables as tables_messages
from tui.messages.gaps import gap_text
from tui.messages.past import likely
from tui.messages.sheets import own_verdict
from tui.messages.verdicts import (
    ACTUAL,
    CERTAINTY,
    GAP,
    LIKELY_SIGN,
    NOT_MENTIONED,
    NOTE,
    OWN_VERDICT,
    SIGNS,
    TARGET,
    VERDICT,
    VERDICT_NAMES,
    signed,
)
from tui.metrics.labels import format_value
from tui.promises.model import VERDICTS, Promise
from tui.promises.pair import PROMISE_ORDERS, PromiseOrder, PromisePair, in_order
from tui.promises.verdicts import about_note, better_of, is_of_all_targets
from tui.report.model import Metric
from tui.report.sentences import sentence_at
from tui.screens.size_rows import rows_by_size
from tui.screens.table import EVERY_ROW
from tui.search.labels import Labels
from tui.state.own_indicators import personal_indicators
from tui.typeset.full_width import full_width_marks
from tui.views.model import PromiseView, Side
from tui.widgets.facet_bar import Facet
from tui.widgets.metric_rows import clause_of
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.past_tabs import sign_of
from tui.widgets.table_layout import Cell, Column, TableRow
from tui.widgets.table_order import RowOrder

#: Kinds of rows besides those of each verdict.
LIKELY, OWN = "likely", "own"
#: Characters of a verb between a name and its value at most: 预期增长.
_VERB = 4
_ORDERS: dict[str, PromiseOrder] = {order: order for order in PROMISE_ORDERS}


class PromiseContents:
    """The rows of a pair of reports.

    Args:
        pair: The promises.

    Attributes:
        pair: The promises.
    """

    columns: Sequence[Column] = (
        Column("verdict", "", "sign"),
        Column("certainty", "", "sign"),
        Column("name", messages.NAME, "name"),
        Column("target", TARGET),
        Column("result", ACTUAL),
        Column("gap", GAP),
        Column("note", NOTE, is_optional=True),
    )
    orders = messages.ORDERS
    column_orders = {
        "verdict": "verdict",
        "name": "text",
        "target": "target",
        "result": "result",
        "gap": "gap",
    }
    falling_orders = ("target", "result")
    what = messages.WHAT

    def __init__(self, pair: PromiseView) -> None:
        self.pair = pair
        self._by_key = {promise.target.id: promise for promise in pair.promises}
        self._names = _names(pair)

    @property
    def whose(self) -> str:
        """The place and both years."""
        return f"{self._place}{self.pair.plan.ref.plan_year or ''}"

    @property
    def _place(self) -> str:
        ref = self.pair.results.ref
        return ref.place or self.pair.plan.ref.shown_place or tables_messages.UNKNOWN_PLACE

    def title(self, is_long: bool) -> str:
        """Return place and years."""
        pair = self.pair
        return messages.title(self._place, pair.plan.ref.plan_year, pair.results.ref.plan_year, is_long)

    def promise(self, key: str) -> Promise:
        """Return the promise of a row."""
        return self._by_key[key]

    # -- kinds ---------------------------------------------------------------------------------

    def facets(self) -> Sequence[Facet]:
        """Return how many promises there are of each verdict; those that are only likely are counted apart."""
        counts = Counter(map(_kind_of, self.pair.promises))
        facets = [Facet(EVERY_ROW, messages.PROMISES, messages.PROMISES, len(self.pair.promises))]
        for verdict in VERDICTS:
            label = signed(verdict)
            short = messages.SHORT_NAMES.get(verdict, SIGNS[verdict])
            facets.append(Facet(verdict, label, short, counts[verdict]))
        facets.append(Facet(LIKELY, messages.LIKELY, LIKELY_SIGN, counts[LIKELY]))
        own = sum(1 for promise in self.pair.promises if promise.own is not None)
        facets.append(Facet(OWN, messages.OWN, messages.OWN_SIGN, own))
        return [facet for facet in facets if facet.total or facet.id == EVERY_ROW]

    # -- rows ----------------------------------------------------------------------------------

    def prepare_words(self) -> None:
        """Make what words are looked for in, in a thread."""
        self._labels.prepare()

    def rows(self, facet: str, order: str, words: str) -> Sequence[TableRow]:
        """Return the rows of a kind that have words, in an order."""
        promises = [one for one in self.pair.promises if _is_of(one, facet)]
        if words.strip():
            found = {self.pair.promises[index].target.id for index in self._labels.matching(words)}
            promises = [one for one in promises if one.target.id in found]
        if order == "target":
            return rows_by_size((self._row(one), one.target) for one in promises)
        if order == "result":
            return rows_by_size((self._row(one), one.actual) for one in promises)
        rows = [(one, self._row(one)) for one in in_order(promises, _ORDERS[order])]
        return [row._replace(group=int(order == "gap" and one.gap is None)) for one, row in rows]

    def _row(self, promise: Promise) -> TableRow:
        verdict = promise.final_verdict
        sign, sign_style = sign_of(verdict, promise.target)
        sign_style = sign_style if promise.counts else "steady"
        mark = LIKELY_SIGN if promise.is_likely else ""
        mark = messages.OWN_SIGN if promise.own is not None else mark
        result, result_style = self._result(promise)
        return TableRow(
            promise.target.id,
            (
                Cell(sign, sign_style),
                Cell(mark, "count"),
                Cell(self._names[promise.target.id], "" if verdict != "not_mentioned" else "muted"),
                Cell(format_value(promise.target), "target"),
                Cell(result, result_style),
                Cell(gap_text(promise.gap, is_short=True), sign_style),
                Cell("" if is_of_all_targets(promise) else _note(promise), "muted"),
            ),
        )

    def _result(self, promise: Promise) -> tuple[str, str]:
        """Return what stands in the column of results, and its style."""
        if promise.actual is not None:
            return format_value(promise.actual), "achieved" if promise.certainty == "sure" else "muted"
        if promise.verdict == "not_mentioned":
            return NOT_MENTIONED, "muted"
        if promise.sentence is not None:
            return messages.NO_FIGURE, "muted"
        if promise.candidates:
            return messages.count_of_candidates(len(promise.candidates)), "muted"
        return "", ""

    @cached_property
    def _labels(self) -> Labels:
        """What words are looked for in: name, values, verdict, and the clauses of both figures."""
        return Labels(map(self._label, self.pair.promises))

    def _label(self, promise: Promise) -> str:
        texts = [*(cell.text for cell in self._row(promise).cells[:-1]), _note(promise)]
        texts.append(clause_of(self.pair.plan.report.text, promise.target))
        if promise.actual is not None:
            texts.append(clause_of(self.pair.results.report.text, promise.actual))
        return " ".join([VERDICT_NAMES[promise.final_verdict], *texts])

    # -- sentences -----------------------------------------------------------------------------

    def passages(self, key: str) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentences of target and result, then those that may be the result; and what is to be said of them."""
        promise, results = self._by_key[key], self.pair.results
        passages = [_passage(TARGET, self.pair.plan, promise.target.start, promise.target, "target")]
        if promise.sentence is not None or promise.actual is not None:
            actual = promise.actual
            start = promise.sentence[0] if promise.sentence is not None else actual.start if actual else 0
            passages.append(_passage(ACTUAL, results, start, actual, "achieved", promise.sentence))
        for number, candidate in enumerate(promise.candidates, 1):
            span = candidate.start, candidate.end
            is_admission = promise.verdict == "admitted" and promise.actual is not None and number == 1
            name = messages.ADMISSION if is_admission else messages.candidate(number)
            passages.append(_passage(name, results, span[0], None, "", span))
        return passages, list(self._remarks(promise))

    def _remarks(self, promise: Promise) -> Sequence[Remark]:
        remarks = []
        verdict = VERDICT_NAMES[promise.verdict]
        if promise.own is not None:
            decided = VERDICT_NAMES[promise.own.verdict]
            remarks.append(Remark(OWN_VERDICT, messages.own(decided, promise.own.note)))
            verdict = messages.program_says(verdict)
        remarks.append(
            Remark(VERDICT, messages.verdict_with_gap(verdict, gap_text(promise.gap, is_short=True)))
        )
        if promise.verdict == "not_mentioned":
            year = self.pair.results.ref.plan_year
            remarks.append(Remark(ACTUAL, messages.not_mentioned_in(year)))
        else:
            remarks.append(Remark(CERTAINTY, messages.CERTAINTIES[promise.certainty]))
        about = about_note(promise.verdict, promise.target, promise.actual)
        note = "；".join(filter(None, (promise.note, _better(promise.target), about)))
        return [*remarks, Remark(NOTE, note, is_first=True)] if note else remarks

    def no_target(self, words: str) -> str:
        """Tell that no target of the report has some words."""
        return messages.no_target(self.pair.plan.ref.plan_year, words)

    def first_candidate(self, key: str) -> int:
        """Return the index of the first candidate among the sentences of a row."""
        passages, _ = self.passages(key)
        return len(passages) - len(self._by_key[key].candidates)

    # -- text and files ------------------------------------------------------------------------

    def line(self, key: str) -> str:
        """Return a row as text."""
        promise = self._by_key[key]
        cells = [*(cell.text for cell in self._row(promise).cells[2:-1]), _note(promise)]
        verdict = VERDICT_NAMES[promise.final_verdict]
        if promise.own is not None:
            verdict = own_verdict(verdict)
        elif promise.is_likely:
            verdict = f"{LIKELY_SIGN} {likely(verdict)}"
        return "  ".join(filter(None, [*cells[:3], verdict, *cells[3:]]))

    def exports(self, shown: Sequence[str], order: RowOrder) -> Sequence[Export]:
        """Return the promises that are shown, and all of them."""
        pair, indicators = self._pair, personal_indicators()
        chosen = [self._by_key[key] for key in shown]
        tables = [(len(some), promise_table(pair, some, indicators)) for some in (chosen, pair.promises)]
        return shown_and_all(self.what, self.whose, *tables)

    @property
    def _pair(self) -> PromisePair:
        plan, results = self.pair.plan, self.pair.results
        return PromisePair(plan.report, results.report, plan.ref, results.ref, self.pair.promises)


def _names(pair: PromiseView) -> dict[str, str]:
    """Return the names of targets by their ids; the clause of a target without a name, or with that of another one of its kind."""
    targets = [promise.target for promise in pair.promises]
    written: dict[str, set[str]] = {}
    for target in targets:
        written.setdefault(target.canonical, set()).add(target.indicator)
    names = {target.id: _one_name(target, len(written[target.canonical]) > 1) for target in targets}
    counts = Counter((names[target.id], target.measure) for target in targets)
    text = pair.plan.report.text
    return {
        target.id: _name(text, target, names[target.id], counts[names[target.id], target.measure] == 1)
        for target in targets
    }


def _one_name(target: Metric, has_others: bool) -> str:
    """Return the name of a target; the usual one of an indicator that the report names in several ways."""
    entry = personal_indicators().get(target.canonical) if target.canonical and has_others else None
    if entry is not None and any(name.text == target.indicator for name in entry.names):
        return entry.name
    return target.indicator


def _name(text: str, target: Metric, name: str, is_alone: bool) -> str:
    """Return the name of a target, or its clause if that says more than name and value."""
    if name and is_alone:
        return name
    clause = clause_of(text, target)
    rest = clause.removeprefix(target.indicator)
    says_no_more = rest != clause and len(rest) <= len(target.quote) + _VERB
    return name if says_no_more else full_width_marks(clause)


def _kind_of(promise: Promise) -> str:
    """Return what a promise is counted as: its verdict; apart if that is only likely."""
    return LIKELY if promise.is_likely else promise.final_verdict


def _is_of(promise: Promise, facet: str) -> bool:
    if facet == OWN:
        return promise.own is not None
    return facet in (EVERY_ROW, _kind_of(promise))


def _note(promise: Promise) -> str:
    if promise.own is not None and promise.own.note:
        return promise.own.note
    return promise.note or _better(promise.target)


def _better(metric: Metric) -> str:
    names: dict[str, str] = {"lower": messages.LOWER_IS_BETTER, "within": messages.WITHIN_IS_BETTER}
    return names.get(better_of(metric), "")


def _passage(
    name: str,
    side: Side,
    start: int,
    metric: Metric | None,
    style: str,
    span: tuple[int, int] | None = None,
) -> Passage:
    """Return the sentence that holds an offset, or a span, with a metric in it."""
    text = side.report.text
    begin, end = span or sentence_at(text, start)
    marks: tuple[tuple[int, int, str], ...] = ()
    if metric is not None and begin <= metric.start < end:
        marks = ((metric.start - begin, metric.end - begin, style),)
    where = f"{tables_messages.report_year(side.ref.plan_year)} {side.outline.path(side.outline.at(start))}"
    offset = metric.start if marks and metric is not None else begin
    return Passage(name, where, text[begin:end], side.source, offset, marks, side.cited(begin))
