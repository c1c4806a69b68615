"""The command that searches: one report, many, or all of a folder, each printed as soon as it has been searched."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from tui.cli import printing
from tui.cli.jobs import files_of, is_folder
from tui.cli.stopping import STOPPER
from tui.library.loading import OUTLINE_SUFFIXES, READABLE_SUFFIXES, STANDARD_INPUT
from tui.report.errors import FOUND, NOTHING_FOUND, HuijiError, ReadError
from tui.report.model import Report
from tui.report.sanitize import one_line
from tui.workers.pool import Pool
from tui.workers.worker import Job

_CONTEXT = 24
#: Seconds a pattern may take on one report: nobody waits at a screen.
_PATTERN_SECONDS = 5.0
_TASK = "tui.cli.searching:search_file"
#: What was found in a report, as a worker process sends it: ``hits``, and the number of ``paragraphs`` they stand in.
_Findings = dict[str, Any]


def search(options: Namespace) -> int:
    """Print hits with their context, grouped by report and by section."""
    paths = list(_files(options.reports)) if options.reports else [None]
    many = len(paths) > 1
    total = 0
    records: list[object] = []
    failed: list[HuijiError] = []
    with printing.Progress(len(paths) if many else 0) as progress:
        for path, findings in _results(paths, options):
            progress.clear()
            if isinstance(findings, HuijiError):
                failed.append(findings)
                printing.complain(str(findings))
            else:
                total += findings["total"]
                name = path if many else None
                if options.format == "json":
                    records += [_record(hit, name) for hit in findings["hits"]]
                elif options.count:
                    printing.line(f"{one_line(str(path))}\t{findings['total']}" if many else str(total))
                elif findings["total"]:
                    _list_hits(findings, name)
            printing.flush()
            progress.step(str(path))
    if options.format == "json":
        printing.json_text({"query": options.query, "total": total, "hits": records})
    if total or not failed:
        return FOUND if total else NOTHING_FOUND
    return failed[0].exit_code


def _results(
    paths: Sequence[str | None], options: Namespace
) -> Iterator[tuple[str | None, _Findings | HuijiError]]:
    """Search reports and yield what was found in the order of the reports; many are searched by worker processes."""
    orders = (
        {"path": path, "query": options.query, "encoding": options.encoding, "count": options.count}
        for path in paths
    )
    if len(paths) == 1:
        yield paths[0], search_file(next(orders), b"", str)[0]
        return
    _check(options.query)
    with Pool(len(paths)) as pool:
        jobs = (Job(_TASK, order, _input(order["path"])) for order in orders)
        outcomes = pool.run_in_order(jobs, stop=STOPPER.check)
        for path, outcome in zip(paths, outcomes, strict=True):
            yield path, outcome.error or outcome.value


def _check(query: str) -> None:
    """Find what is wrong with a query, but for places that only some reports have, to tell it once.

    Raises:
        UsageError: So.
    """
    from tui.report.model import FrontMatter, Source
    from tui.report.outline import Outline
    from tui.search.engine import Searcher
    from tui.search.query import parse_query

    parsed = parse_query(query)
    nothing = Report(FrontMatter("", "", "", "", None, None, None), Source("", "", "", 0), "", (), ())
    for term in (*parsed.terms, *parsed.excluded):
        if term.pattern is not None:
            Searcher(Outline(nothing)).search(f"/{term.pattern}/")


def _input(path: str | None) -> bytes:
    """Return what came through standard input, which a worker process does not have."""
    from tui.library.loading import read_bytes

    return read_bytes(path) if path == STANDARD_INPUT else b""


def search_file(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[_Findings, bytes]:
    """Search a report, in this process or in a worker process."""
    from tui.report.outline import Outline
    from tui.search.engine import Searcher

    index = Outline(_load(arguments["path"], data, arguments["encoding"]))
    searcher = Searcher(index, _PATTERN_SECONDS)
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


def _load(path: str | None, data: bytes, encoding: str | None) -> Report:
    from tui.library.loading import is_outline, load_report
    from tui.outline_file.reading import read_outline

    if not data:
        return load_report(path, encoding, figures=False)
    name = "标准输入"
    if is_outline(name, data):
        return read_outline(data, name)
    from tui.convert.pipeline import convert

    return convert(data, name, encoding, figures=False)


def _files(paths: Sequence[str]) -> Iterator[str]:
    """The paths, a folder standing for the reports in it; of an outline and its text, the outline.

    Raises:
        ReadError: For a folder without reports.
    """
    for path in paths:
        if not is_folder(path):
            yield path
            continue
        files = [file for file in files_of(path) if file.suffix.lower() in READABLE_SUFFIXES]
        outlines = {file.stem for file in files if file.suffix.lower() in OUTLINE_SUFFIXES}
        chosen = [
            file for file in files if file.suffix.lower() in OUTLINE_SUFFIXES or file.stem not in outlines
        ]
        if not chosen:
            raise ReadError("文件夹里没有能读的报告", path=one_line(path))
        yield from map(str, chosen)


def _record(hit: dict[str, Any], path: str | None) -> dict[str, object]:
    """A hit as it is printed in JSON."""
    record: dict[str, object] = {"report": path} if path is not None else {}
    record |= {**hit, "before": hit["before"][-_CONTEXT:], "after": hit["after"][:_CONTEXT]}
    if not hit["why"]:
        del record["why"]
    return record


def _list_hits(findings: _Findings, path: str | None) -> None:
    if path is not None:
        printing.line(printing.strong(f"{one_line(path)}  {findings['total']} 处"))
    group, why = "", ""
    for hit in findings["hits"]:
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
        words = hit["text"].replace("\n", "")
        printing.line(f"  {before}{printing.strong(words)}{after}")
    if path is None:
        printing.tell(f"{findings['total']} 处，{findings['paragraphs']} 段")
