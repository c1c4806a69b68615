"""The targets of a report beside what the next one says of them, as a table to hand in (目标完成情况对照表)."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages import sheets as messages
from tui.messages.promise_fields import FIELD_NAMES
from tui.messages.verdicts import BOUND_NOTE, LIKELY_SIGN, NEAR_NOTE, VERDICT_NAMES
from tui.metrics.labels import metric_name
from tui.promises.model import Promise
from tui.promises.pair import PromisePair
from tui.report.dates import spoken_date
from tui.report.model import Node
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.sheets.figures import (
    column_of,
    figure_cells,
    figure_columns,
    number_notes,
    source_cells,
    source_column,
)
from tui.sheets.model import Column, Sheet, centered, number
from tui.sheets.sections import section_names, section_notes, section_of, short_path

#: Between candidates in one cell.
_BETWEEN = " / "
#: The columns of sections of the two reports.
_SECTIONS = messages.TARGET_SECTION, messages.ACTUAL_SECTION


def _columns(plan_year: int | None, results_year: int | None, with_candidates: bool) -> list[Column]:
    columns = [
        Column(FIELD_NAMES["indicator"], 30),
        *figure_columns(messages.year_heading(plan_year, messages.TARGET), messages.TARGET_NUMBER, messages.TARGET_UNIT),
        *figure_columns(FIELD_NAMES["actual"], messages.ACTUAL_NUMBER, messages.ACTUAL_UNIT),
        number(FIELD_NAMES["gap"], 9),
        centered(FIELD_NAMES["gap_unit"], 10),
        centered(FIELD_NAMES["verdict"], 16),
        Column(FIELD_NAMES["note"], 22),
        centered(messages.TARGET_SECTION, 18),
        centered(messages.ACTUAL_SECTION, 18),
        source_column(FIELD_NAMES["target_id"], 8),
        source_column(messages.TARGET_PATH, 40),
        source_column(messages.TARGET_SENTENCE),
        source_column(messages.ACTUAL_PATH, 40),
        source_column(messages.ACTUAL_SENTENCE),
    ]  # fmt: skip
    return [*columns, source_column(FIELD_NAMES["candidates"])] if with_candidates else columns


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
            messages.GAP_NOTE,
            messages.VERDICT_NOTE,
            BOUND_NOTE,
            NEAR_NOTE,
            *number_notes(column_of(columns, cells, messages.TARGET_NUMBER, messages.ACTUAL_NUMBER)),
            *(
                note
                for heading, index in zip(_SECTIONS, (rows.plan, rows.results), strict=True)
                for note in section_notes(heading, section_names(index), column_of(columns, cells, heading))
            ),
        ],
        frozen=1,
        whose=name,
    ).numbered


def _named(ref: ReportRef) -> str:
    return messages.report_of_year(ref.place, ref.plan_year, spoken_date(ref.date))


class _Rows:
    """Makes the cells of promises.

    Args:
        pair: The two reports.
        with_candidates: Whether to list sentences where no result is sure.

    Attributes:
        plan: The one that plans.
        results: The one that reviews.
    """

    def __init__(self, pair: PromisePair, with_candidates: bool) -> None:
        self._pair = pair
        self._with_candidates = with_candidates
        self.plan, self.results = Outline(pair.plan), Outline(pair.results)

    def of(self, promise: Promise) -> list[str]:
        """Return the cells of a promise."""
        target, gap = promise.target, promise.gap
        cells = [
            metric_name(target), *figure_cells(target), *figure_cells(promise.actual), gap.text if gap else "",
            gap.unit if gap else "", _verdict(promise), _note(promise),
            section_of(self.plan, target), self._result_section(promise),
            target.id, *source_cells(self.plan, target), self._result_path(promise), self._pair.sentence(promise),
        ]  # fmt: skip
        if self._with_candidates:
            cells.append(self._candidates(promise))
        return list(map(one_line, cells))

    def _result_path(self, promise: Promise) -> str:
        node = self._result_node(promise)
        return self.results.path(node) if node else ""

    def _result_section(self, promise: Promise) -> str:
        node = self._result_node(promise)
        return short_path(self.results, node) if node else ""

    def _result_node(self, promise: Promise) -> Node | None:
        if promise.actual is not None:
            return self.results.by_id[promise.actual.node]
        return self.results.at(promise.sentence[0]) if promise.sentence else None

    def _candidates(self, promise: Promise) -> str:
        if promise.certainty == "sure":
            return ""
        text = self._pair.results.text
        return _BETWEEN.join(text[start:end] for start, end, _ in promise.candidates)


def _verdict(promise: Promise) -> str:
    """Return the verdict, marked if it is only likely, or a person's own."""
    name = VERDICT_NAMES[promise.final_verdict]
    if promise.own is not None:
        return messages.own_verdict(name)
    return f"{LIKELY_SIGN} {name}" if promise.is_likely else name


def _note(promise: Promise) -> str:
    own = promise.own.note if promise.own else ""
    notes = (promise.note, _result_name(promise), messages.own_note(own) if own else "")
    return messages.SEMICOLON.join(filter(None, notes))


def _result_name(promise: Promise) -> str:
    """Return what a result that is only likely is called, if it is called otherwise than the target."""
    if not promise.is_likely or promise.actual is None or not promise.actual.indicator:
        return ""
    name, other = metric_name(promise.target), metric_name(promise.actual)
    return messages.result_named(other) if name != other else ""
