"""Search one report, several, or all of a folder, and print the hits of each as soon as it has been searched."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from tui.cli import output, printing
from tui.cli.exit_codes import NOTHING_FOUND, OK, exit_code
from tui.cli.folders import is_folder, read_folder, skipped_lines
from tui.cli.reports import convert_uncached, load_report
from tui.library.loading import OUTLINE_SUFFIXES, STANDARD_INPUT, read_bytes, read_report, readable_suffixes
from tui.messages import cli as messages
from tui.report.errors import HuijiError, ReadError
from tui.report.model import Report
from tui.report.sanitize import one_line
from tui.workers.pool import Pool
from tui.workers.worker import Job

#: Characters of context on either side of a hit.
_CONTEXT = 24
#: Seconds a pattern may take on one report: nobody waits at a screen.
_PATTERN_TIMEOUT_S = 5.0
_TASK = "tui.cli.search:search_file"
#: The results of a report as a worker process sends them: ``total``, the ``paragraphs`` with hits, ``hits``.
_Results = dict[str, Any]


def run(options: Namespace) -> int:
    """Print hits with their context, grouped by report and by section."""
    paths = list(_files(options.reports)) if options.reports else [None]
    many = len(paths) > 1
    total = 0
    records: list[object] = []
    errors: list[HuijiError] = []
    with printing.Progress(len(paths) if many else 0) as progress:
        for path, results in _search(paths, options):
            progress.clear()
            if isinstance(results, HuijiError):
                errors.append(results)
                output.complain(str(results))
            else:
                total += results["total"]
                name = one_line(str(path)) if many else None
                if options.format == "json":
                    records += [_record(hit, path if many else None) for hit in results["hits"]]
                elif options.count:
                    printing.line(str(results["total"]) if name is None else f"{name}\t{results['total']}")
                elif results["total"]:
                    _print_hits(results, name)
            output.flush()
            progress.step(str(path))
    if options.format == "json":
        printing.json_text({"query": options.query, "total": total, "hits": records})
    if total or not errors:
        return OK if total else NOTHING_FOUND
    return exit_code(errors[0])


def _search(
    paths: Sequence[str | None], options: Namespace
) -> Iterator[tuple[str | None, _Results | HuijiError]]:
    """Search reports and yield the results in the order of the reports; worker processes search several."""
    is_alone = len(paths) == 1
    orders = (
        {"path": path, "query": options.query, "encoding": options.encoding, "count": options.count,
         "is_alone": is_alone}
        for path in paths
    )  # fmt: skip
    if is_alone:
        yield paths[0], search_file(next(orders), b"", str)[0]
        return
    _check(options.query)
    with Pool(len(paths)) as pool:
        jobs = (Job(_TASK, order, _input(order["path"])) for order in orders)
        outcomes = pool.run_in_order(jobs, stop=options.stop)
        for path, outcome in zip(paths, outcomes, strict=True):
            yield path, outcome.error or outcome.value


def _check(query: str) -> None:
    """Report what is wrong with a query once for all reports, except for places, which only some reports have.

    Raises:
        UsageError: If the query is wrong.
    """
    from tui.search.patterns import compile_pattern
    from tui.search.query import parse_query

    parsed = parse_query(query)
    for term in (*parsed.terms, *parsed.excluded):
        if term.pattern is not None:
            compile_pattern(term.pattern)


def _input(path: str | None) -> bytes:
    """Return the bytes of standard input, which a worker process does not have."""
    return read_bytes(path) if path == STANDARD_INPUT else b""


def search_file(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[_Results, bytes]:
    """Search a report, in this process or in a worker process."""
    from tui.report.outline import Outline
    from tui.search.engine import Searcher

    index = Outline(_load(arguments, data))
    searcher = Searcher(index, _PATTERN_TIMEOUT_S)
    results = searcher.search(arguments["query"])
    hits = []
    for hit in () if arguments["count"] else results.hits:
        node = index.at(hit.start)
        before, after = searcher.context(hit, _CONTEXT + 1, _CONTEXT + 1)
        hits.append(
            {
                "start": hit.start,
                "end": hit.end,
                "node": node.id,
                "path": index.own_name(node),
                "text": index.report.text[hit.start : hit.end],
                "before": before,
                "after": after,
                "why": hit.why,
            }
        )
    return {"total": len(results.hits), "paragraphs": results.paragraphs, "hits": hits}, b""


def _load(arguments: dict[str, Any], data: bytes) -> Report:
    path, encoding = arguments["path"], arguments["encoding"]
    if data:
        return read_report(data, messages.STANDARD_INPUT, encoding, with_metrics=False)
    return load_report(path, encoding, None if arguments["is_alone"] else convert_uncached)


def _files(paths: Sequence[str]) -> Iterator[str]:
    """Yield the paths, with a folder replaced by the reports in it; of an outline and its text, the outline.

    Raises:
        ReadError: If a folder has no reports.
    """
    for path in paths:
        if not is_folder(path):
            yield path
            continue
        found = read_folder(path, readable_suffixes())
        outlines = {file.with_suffix("") for file in found.files if file.suffix.lower() in OUTLINE_SUFFIXES}
        chosen = [
            file
            for file in found.files
            if file.suffix.lower() in OUTLINE_SUFFIXES or file.with_suffix("") not in outlines
        ]
        for error in found.errors:
            output.complain(str(error))
        for line in skipped_lines(found.skipped, False):
            output.tell(line)
        if not chosen:
            raise ReadError(messages.NO_REPORTS, path=one_line(path))
        yield from map(str, chosen)


def _record(hit: dict[str, Any], path: str | None) -> dict[str, object]:
    """Return a hit as JSON has it."""
    record: dict[str, object] = {"report": path} if path is not None else {}
    record |= {**hit, "before": hit["before"][-_CONTEXT:], "after": hit["after"][:_CONTEXT]}
    if not hit["why"]:
        del record["why"]
    return record


def _print_hits(results: _Results, name: str | None) -> None:
    if name is not None:
        printing.line(printing.strong(messages.hits_in_report(name, results["total"])))
    group, why = "", ""
    for hit in results["hits"]:
        if hit["why"] != why:
            why = hit["why"]
            printing.line(printing.muted(f"≈ {one_line(why)}") if why else "")
        if hit["path"] != group:
            group = hit["path"]
            printing.line(printing.muted(group))
        before, after = hit["before"], hit["after"]
        if len(before) > _CONTEXT:
            before = "…" + before[1:]
        if len(after) > _CONTEXT:
            after = after[:-1] + "…"
        match = hit["text"].replace("\n", "")
        printing.line(f"  {before}{printing.strong(match)}{after}")
    if name is None:
        output.tell(messages.hits(results["total"], results["paragraphs"]))
