"""The command that searches: one report, many, or all of a folder, each printed as soon as it has been searched."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.cli import printing
from tui.convert.load import READABLE_SUFFIXES, load_report
from tui.report.cleaning import one_line
from tui.report.errors import FOUND, NOTHING_FOUND, HuijiError, ReadError
from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.found import Found

_CONTEXT = 24
#: Seconds a pattern may take on one report: nobody waits at a screen.
_PATTERN_SECONDS = 5.0


def search(options: Namespace) -> int:
    """Prints hits with their context, grouped by report and by section."""
    paths = list(_files(options.reports)) if options.reports else [None]
    many = len(paths) > 1
    total = 0
    records: list[object] = []
    failed: list[HuijiError] = []
    with printing.Progress(len(paths) if many else 0) as progress:
        for path in paths:
            progress.step(str(path))
            try:
                index = Outline(load_report(path, options.encoding, figures=False))
            except HuijiError as error:
                if not many:
                    raise
                failed.append(error)
                continue
            searcher = Searcher(index, _PATTERN_SECONDS)
            found = searcher.search(options.query)
            total += len(found.hits)
            name = path if many else None
            if options.format == "json":
                records += _hit_records(index, searcher, found, name)
            elif options.count:
                progress.clear()
                printing.line(f"{one_line(str(path))}\t{len(found.hits)}" if many else str(len(found.hits)))
            elif found.hits:
                progress.clear()
                _list_hits(index, searcher, found, name)
            sys.stdout.flush()
    if options.format == "json":
        printing.json_text({"query": options.query, "total": total, "hits": [] if options.count else records})
    for fault in failed:
        printing.complain(str(fault))
    if failed and len(failed) == len(paths):
        return failed[0].exit_code
    return FOUND if total else NOTHING_FOUND


def _files(paths: Sequence[str]) -> Iterator[str]:
    """The paths, a folder standing for the reports in it; of an outline and its text, the outline.

    Raises:
        ReadError: For a folder without reports.
    """
    for path in paths:
        if not Path(path).is_dir():
            yield path
            continue
        files = sorted(file for file in Path(path).iterdir() if file.suffix.lower() in READABLE_SUFFIXES)
        outlines = {file.stem for file in files if file.suffix.lower() in (".yaml", ".yml")}
        chosen = [
            file for file in files if file.suffix.lower() in (".yaml", ".yml") or file.stem not in outlines
        ]
        if not chosen:
            raise ReadError("文件夹里没有能读的报告", path=path)
        yield from map(str, chosen)


def _hit_records(index: Outline, searcher: Searcher, found: Found, path: str | None) -> list[object]:
    records: list[object] = []
    for hit in found.hits:
        node = index.at(hit.start)
        before, after = searcher.context(hit, _CONTEXT, _CONTEXT)
        record: dict[str, object] = {"report": path} if path is not None else {}
        record |= {
            "start": hit.start,
            "end": hit.end,
            "node": node.id,
            "path": index.own_name(node),
            "text": index.report.text[hit.start : hit.end],
            "before": before,
            "after": after,
        }
        records.append(record | {"why": hit.why} if hit.why else record)
    return records


def _list_hits(index: Outline, searcher: Searcher, found: Found, path: str | None) -> None:
    if path is not None:
        printing.line(printing.strong(f"{one_line(path)}  {len(found.hits)} 处"))
    group, why = "", ""
    for hit in found.hits:
        name = index.own_name(index.at(hit.start))
        if hit.why != why:
            why = hit.why
            printing.line(printing.muted(f"≈ {why}") if why else "")
        if name != group:
            printing.line(printing.muted(name))
            group = name
        before, after = searcher.context(hit, _CONTEXT + 1, _CONTEXT + 1)
        if len(before) > _CONTEXT:
            before = "…" + before[1:]
        if len(after) > _CONTEXT:
            after = after[:-1] + "…"
        words = index.report.text[hit.start : hit.end].replace("\n", "")
        printing.line(f"  {before}{printing.strong(words)}{after}")
    if path is None:
        printing.tell(f"{len(found.hits)} 处，{found.paragraphs} 段")
