"""The targets of a report beside what the next one says of them, as a table to hand in (目标完成情况对照表)."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages import sheets as messages
from tui.messages.promise_fields import FIELD_NAMES
from tui.messages.verdicts import LIKELY_SIGN, VERDICT_NAMES
from tui.promises.model import Promise
from tui.promises.pair import PromisePair
from tui.report.model import Metric
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.sheets.figures import (
    around,
    column_of,
    figure_cells,
    figure_columns,
    number_notes,
    sentence_of,
)
from tui.sheets.model import Column, Sheet, centered, number

#: Between candidates in one cell.
_BETWEEN = " / "


def _columns(plan_year: int | None, results_year: int | None, with_candidates: bool) -> list[Column]:
    columns = [
        centered(FIELD_NAMES["target_id"], 8),
        Column(FIELD_NAMES["indicator"], 20),
        *figure_columns(messages.year_heading(plan_year, messages.TARGET), messages.TARGET_NUMBER, messages.TARGET_UNIT),
        *figure_columns(FIELD_NAMES["actual"], messages.ACTUAL_NUMBER, messages.ACTUAL_UNIT),
        number(FIELD_NAMES["gap"], 9),
        centered(FIELD_NAMES["gap_unit"], 10),
        centered(FIELD_NAMES["verdict"], 12),
        Column(FIELD_NAMES["note"], 18),
        Column(FIELD_NAMES["target_path"], 14),
        Column(FIELD_NAMES["target_sentence"], 32),
        Column(FIELD_NAMES["actual_path"], 14),
        Column(FIELD_NAMES["actual_sentence"], 32),
    ]  # fmt: skip
    return [*columns, Column(FIELD_NAMES["candidates"], 60, is_printed=False)] if with_candidates else columns


def promise_sheet(
    pair: PromisePair, promises: Sequence[Promise], counts: str, with_candidates: bool = False
) -> Sheet:
    """Return the table of promises.

    Args:
        pair: The two reports.
        promises: Those that are listed.
        counts: How many there are of each kind, in a line.
        with_candidates: Whether to list the sentences most alike where no result is sure.
    """
    plan, results = pair.plan_ref, pair.results_ref
    columns = _columns(plan.plan_year, results.plan_year, with_candidates)
    rows = _Rows(pair, with_candidates)
    cells = [rows.of(promise) for promise in promises]
    name = one_line(messages.whose(plan.place, plan.plan_year)) if plan.place else ""
    return Sheet(
        messages.PROMISES,
        messages.promise_title(name),
        columns,
        cells,
        lines=[one_line(messages.two_sources(_named(plan), _named(results))), counts],
        notes=[
            messages.VERDICT_NOTE,
            *number_notes(column_of(columns, cells, messages.TARGET_NUMBER, messages.ACTUAL_NUMBER)),
        ],
        frozen=2,
        whose=name,
    )


def _named(ref: ReportRef) -> str:
    return messages.report_of_year(ref.place, ref.plan_year, ref.date)


class _Rows:
    """Makes the cells of promises."""

    def __init__(self, pair: PromisePair, with_candidates: bool) -> None:
        self._pair = pair
        self._with_candidates = with_candidates
        self._plan, self._results = Outline(pair.plan), Outline(pair.results)

    def of(self, promise: Promise) -> list[str]:
        """Return the cells of a promise."""
        target, gap = promise.target, promise.gap
        cells = [
            target.id, target.indicator, *figure_cells(target), *figure_cells(promise.actual), gap.text if gap else "",
            gap.unit if gap else "", _verdict(promise), _note(promise),
            _path(self._plan, target), sentence_of(self._pair.plan, target), self._result_path(promise), self._result(promise),
        ]  # fmt: skip
        if self._with_candidates:
            cells.append(self._candidates(promise))
        return list(map(one_line, cells))

    def _result_path(self, promise: Promise) -> str:
        if promise.actual is not None:
            return _path(self._results, promise.actual)
        return self._results.path(self._results.at(promise.sentence[0])) if promise.sentence else ""

    def _result(self, promise: Promise) -> str:
        if promise.sentence is None:
            return ""
        start, end = promise.sentence
        actual = promise.actual
        at = (actual.start - start, actual.end - start) if actual else (0, 0)
        return around(self._pair.results.text[start:end], *at)

    def _candidates(self, promise: Promise) -> str:
        if promise.certainty == "sure":
            return ""
        text = self._pair.results.text
        return _BETWEEN.join(around(text[start:end], 0, 0) for start, end, _ in promise.candidates)


def _path(index: Outline, metric: Metric) -> str:
    return index.path(index.by_id[metric.node])


def _verdict(promise: Promise) -> str:
    """Return the verdict, marked if it is only likely, or a person's own."""
    name = VERDICT_NAMES[promise.final_verdict]
    if promise.own is not None:
        return messages.own_verdict(name)
    return f"{LIKELY_SIGN} {name}" if promise.is_likely else name


def _note(promise: Promise) -> str:
    own = promise.own.note if promise.own else ""
    return messages.SEMICOLON.join(filter(None, (promise.note, messages.own_note(own) if own else "")))
