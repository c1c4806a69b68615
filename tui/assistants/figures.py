"""Tools that give metrics, comparisons, promises and series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tui.assistants.answers import Record, answer, without_empty
from tui.assistants.nearest import nearest
from tui.assistants.reading import page
from tui.assistants.reports import Reports, Source
from tui.messages import assistants as messages
from tui.metrics.comparison import ComparisonRow, comparison_rows
from tui.metrics.export import comparison_as_json
from tui.promises.counting import counts_by_kind
from tui.promises.export import Writer as PromiseWriter
from tui.promises.model import Promise
from tui.promises.pair import PromisePair, in_order
from tui.report.errors import UsageError
from tui.report.model import Metric
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span
from tui.series.model import SeriesYear, Stated

#: Metrics offered where none passes a filter.
_NEAREST = 3


def metrics(reports: Reports, arguments: dict[str, Any]) -> Record:
    """List the metrics of a report that pass filters."""
    source = reports.of(arguments["report"])
    inside = list(_inside(source, source.report.metrics, arguments["place_in_report"]))
    of_status = [one for one in inside if arguments["status"] in (None, one.status)]
    chosen = (
        filter_metrics(of_status, arguments["filter"], source.outline) if arguments["filter"] else of_status
    )
    offset, limit = page(arguments)
    items = [source.metric(metric, reports.indicators) for metric in chosen[offset : offset + limit]]
    head: Record = {"report": source.address}
    if not chosen and arguments["filter"]:
        names = [f"{one.indicator} {messages.STATUS[one.status]}" for one in of_status]
        near = [of_status[index] for index in nearest(names, arguments["filter"], _NEAREST)]
        head["remark"] = messages.NO_METRICS
        head["nearest"] = [source.metric(one, reports.indicators) for one in near]
    return answer(without_empty(head), items, len(chosen), offset, reports.sources)


def _inside(source: Source, found: Sequence[Metric], place: str | None) -> Iterator[Metric]:
    first, last = find_span(source.outline, place) if place else (0, len(source.report.text))
    yield from (metric for metric in found if first <= metric.start and metric.end <= last)


def compare(reports: Reports, arguments: dict[str, Any]) -> Record:
    """List last year's actuals beside this year's targets."""
    source = reports.of(arguments["report"])
    rows = [
        row for row in comparison_rows(source.report) if (row.actual and row.target) or not arguments["pairs"]
    ]
    if arguments["filter"]:
        rows = [row for row in rows if _matches(row, arguments["filter"], source)]
    offset, limit = page(arguments)
    items = [_compared(source, row, reports) for row in rows[offset : offset + limit]]
    return answer({"report": source.address}, items, len(rows), offset, reports.sources)


def _matches(row: ComparisonRow, text: str, source: Source) -> bool:
    return bool(filter_metrics([one for one in (row.actual, row.target) if one], text, source.outline))


def _compared(source: Source, row: ComparisonRow, reports: Reports) -> Record:
    record = without_empty(comparison_as_json(row, reports.indicators))
    for name, metric in (("achieved", row.actual), ("target", row.target)):
        if metric is not None:
            record[name] = {
                "id": metric.id,
                "quote": metric.quote,
                **source.passage(metric.start, metric.end),
            }
    return {**record, "report": source.address}


def promises(reports: Reports, arguments: dict[str, Any]) -> Record:
    """List what a report promises beside what the next one says of it."""
    library = reports.needed_library()
    plan = _plan(reports, arguments["report"])
    pair = library.promises(plan)
    sources = reports.numbered(plan), reports.numbered(pair.results_ref.number or 0)
    chosen = list(_chosen(pair, sources[0], arguments))
    offset, limit = page(arguments)
    writer = PromiseWriter(pair, reports.indicators)
    items = [_promise(writer.record(one), one, sources) for one in chosen[offset : offset + limit]]
    head: Record = {
        "report": sources[0].address,
        "results_report": sources[1].address,
        "counts": {"promises": len(pair.promises), **counts_by_kind(pair.promises)},
    }
    return answer(head, items, len(chosen), offset, reports.sources)


def _plan(reports: Reports, named: str) -> int:
    """Return the number of the report that promises; of a place without a year, the last one whose results are known."""
    source = reports.of(named)
    library = reports.needed_library()
    if source.number is None:
        raise UsageError(messages.NOT_IN_LIBRARY)
    if any(character.isdigit() for character in named) or library.successor(source.number) is not None:
        return source.number
    before = library.predecessor(source.number)
    return source.number if before is None else before


def _chosen(pair: PromisePair, plan: Source, arguments: dict[str, Any]) -> Iterator[Promise]:
    targets = [promise.target for promise in pair.promises]
    inside = list(_inside(plan, targets, arguments["place_in_report"]))
    wanted = {metric.id for metric in filter_metrics(inside, arguments["filter"] or "", plan.outline)}
    for promise in in_order(list(pair.promises), "main"):
        if (
            promise.target.id in wanted
            and arguments["verdict"] in (None, promise.final_verdict)
            and arguments["certainty"] in (None, promise.certainty)
        ):
            yield promise


def _promise(record: Record, promise: Promise, sources: tuple[Source, Source]) -> Record:
    """Return a promise with both passages; sentences only offered are there only where none was chosen."""
    plan, results = sources
    target, actual = promise.target, promise.actual
    result: Record = {
        "indicator": target.indicator,
        "target": {"id": target.id, "quote": target.quote, **plan.passage(target.start, target.end)},
        "verdict": record["verdict"],
        "certainty": record["certainty"],
        "gap": record["gap"],
        "note": record["note"],
        "own": record["own"],
    }
    if actual is not None:
        result["actual"] = {
            "id": actual.id,
            "quote": actual.quote,
            **results.passage(actual.start, actual.end),
        }
    elif promise.sentence is not None:
        result["told"] = results.passage(*promise.sentence)
    elif promise.candidates:
        result["candidates"] = [results.passage(start, end) for start, end, _ in promise.candidates]
    return without_empty(result)


def series(reports: Reports, arguments: dict[str, Any]) -> Record:
    """Give an indicator of a place through the years."""
    library = reports.needed_library()
    span = arguments["from_year"], arguments["to_year"]
    found = library.figures(reports.indicators).series(
        arguments["indicator"], arguments["place"], arguments["measure"], *span
    )
    items = [_year(year, reports) for year in found.years]
    head = {"indicator": found.indicator, "name": found.name, "measure": found.measure, "place": found.place}
    offset, limit = arguments["offset"] or 0, arguments["limit"] or len(items) or 1
    return answer(without_empty(head), items[offset : offset + limit], len(items), offset, reports.sources)


def _year(year: SeriesYear, reports: Reports) -> Record:
    record = {
        "year": year.year,
        "target": _stated(year.target, reports),
        "actual": _stated(year.actual, reports),
        "verdict": year.verdict,
        "gap": {"value": year.gap.text, "unit": year.gap.unit} if year.gap else None,
        "breaks": list(year.breaks),
        "amount": _stated(year.amount, reports),
        "amount_breaks": list(year.amount_breaks),
        "notes": list(year.notes),
        "no_report": not (year.has_plan or year.has_results),
    }
    return without_empty(record, keep=("year",))


def _stated(stated: Stated | None, reports: Reports) -> Record | None:
    if stated is None:
        return None
    metric = stated.metric
    source = reports.numbered(stated.report.number or 0)
    return without_empty(
        {
            "quote": metric.quote,
            "qualifier": metric.qualifier,
            "status": metric.status,
            **source.passage(metric.start, metric.end),
        }
    )
