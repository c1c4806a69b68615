"""The commands that print a report: its tree, its text."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from tui.cli import printing
from tui.library.loading import REPORT_SUFFIXES, STANDARD_INPUT, load_report
from tui.outline_file.records import report_fields
from tui.report.errors import FOUND, UsageError
from tui.report.model import Node, Report
from tui.report.outline import Outline
from tui.report.sentences import sentence_at
from tui.search.places import find_span
from tui.typeset.layout import Layout, report_blocks, span_blocks


def outline(options: Namespace) -> int:
    """Prints the tree of a report."""
    index = Outline(load_report(options.report, options.encoding))
    report = index.report
    if options.format == "json":
        nodes = [_node_record(report, node, options.depth) for node in report.outline]
        printing.json_text({"report": report_fields(report), "outline": nodes})
    elif options.format == "yaml":
        if options.depth is not None:
            raise UsageError("--depth 不能与 --format yaml 同用：大纲文件总是完整的")
        from tui.outline_file.writing import write_outline  # only what writes YAML loads it

        printing.raw(write_outline(report).decode("utf-8"))
    else:
        for node, depth in _deep(report.outline, options.depth):
            label = index.label(node)
            printing.line(f"{'  ' * depth}- {label}" if options.format == "md" else f"{'  ' * depth}{label}")
    return FOUND


def show(options: Namespace) -> int:
    """Prints the text of a report or of some places in it."""
    words = list(options.words)
    path = words.pop(0) if words and _names_report(words[0]) else None
    index = Outline(load_report(path, options.encoding))
    text = index.report.text
    spans = [_readable(index, *find_span(index, word)) for word in words]
    form = options.format or ("wrapped" if options.width or printing.to_terminal() else "text")
    if form == "wrapped":
        width = options.width or printing.terminal_width()
        blocks = [span_blocks(index, *span) for span in spans] if spans else [report_blocks(index)]
        for place in filter(None, blocks):
            layout = Layout(text, place, width)
            for line in layout.walk(layout.first):
                printing.line(layout.shown(line))
    elif form == "md":
        _show_markdown(index, spans or [(0, len(text))])
    elif spans:
        for start, end in spans:
            printing.line(text[start:end])
    else:
        printing.raw(text)
    return FOUND


def _readable(index: Outline, start: int, end: int) -> tuple[int, int]:
    """The span itself if it is a node's, else the sentence around it."""
    if any((node.start, node.end) == (start, end) for node in index.nodes):
        return start, end
    return sentence_at(index.report.text, start)


def _names_report(word: str) -> bool:
    return word == STANDARD_INPUT or word.lower().endswith(REPORT_SUFFIXES) or Path(word).is_file()


def _deep(nodes: Iterable[Node], limit: int | None, depth: int = 0) -> Iterable[tuple[Node, int]]:
    for node in nodes:
        yield node, depth
        if limit is None or depth + 1 < limit:
            yield from _deep(node.children, limit, depth + 1)


def _node_record(report: Report, node: Node, limit: int | None) -> dict[str, object]:
    children = (
        [_node_record(report, child, limit and limit - 1) for child in node.children] if limit != 1 else []
    )
    return {
        "id": node.id,
        "level": node.level,
        "number": node.number,
        "heading": node.heading,
        "year": node.year,
        "start": node.start,
        "end": node.end,
        "text": report.text[node.own_start : node.own_end],
        "children": children,
    }


def _show_markdown(index: Outline, spans: Iterable[tuple[int, int]]) -> None:
    text = index.report.text
    for span in spans:
        for block in span_blocks(index, *span):
            words = text[block.start : block.end]
            if block.kind in ("chapter", "section"):
                printing.line(f"{'#' if block.kind == 'chapter' else '##'} {words.rstrip('。')}\n")
            elif block.start < block.head_end <= block.end:
                printing.line(f"**{text[block.start : block.head_end]}**{text[block.head_end : block.end]}\n")
            else:
                printing.line(words + "\n")
