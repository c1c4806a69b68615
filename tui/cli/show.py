"""Print the text of a report, or parts of it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from tui.cli import output, printing
from tui.cli.exit_codes import OK
from tui.cli.reports import load_report
from tui.library.addresses import library_with
from tui.library.loading import REPORT_SUFFIXES, STANDARD_INPUT
from tui.report.outline import Outline
from tui.report.sentences import sentence_at
from tui.search.places import find_span
from tui.typeset.layout import Layout, report_blocks, span_blocks


def run(options: Namespace) -> int:
    """Print the text of a report, or of the places named in it."""
    places = list(options.words)
    is_report = places and (_names_file(places[0]) or library_with(places[0], options.library))
    path = places.pop(0) if is_report else None
    index = Outline(load_report(path, options.encoding, None, options.library))
    text = index.report.text
    spans = [_readable(index, *find_span(index, place)) for place in places]
    form = options.format or ("wrapped" if options.width or printing.to_terminal() else "text")
    if form == "wrapped":
        _show_wrapped(index, spans, options.width or printing.terminal_width())
    elif form == "md":
        _show_markdown(index, spans or [(0, len(text))])
    elif spans:
        for start, end in spans:
            printing.line(text[start:end])
    else:
        output.write(text)
    return OK


def _names_file(word: str) -> bool:
    return word == STANDARD_INPUT or word.lower().endswith(REPORT_SUFFIXES) or Path(word).is_file()


def _readable(index: Outline, start: int, end: int) -> tuple[int, int]:
    """Return the span itself if it is a node's, else the sentence around it."""
    if any((node.start, node.end) == (start, end) for node in index.nodes):
        return start, end
    return sentence_at(index.report.text, start)


def _show_wrapped(index: Outline, spans: Iterable[tuple[int, int]], width: int) -> None:
    parts = [span_blocks(index, *span) for span in spans] or [report_blocks(index)]
    for blocks in filter(None, parts):
        layout = Layout(index.report.text, blocks, width)
        for line in layout.walk(layout.first):
            printing.line(layout.shown(line))


def _show_markdown(index: Outline, spans: Iterable[tuple[int, int]]) -> None:
    text = index.report.text
    for span in spans:
        for block in span_blocks(index, *span):
            shown = text[block.start : block.end]
            if block.kind in ("chapter", "section"):
                printing.line(f"{'#' if block.kind == 'chapter' else '##'} {shown.rstrip('。')}\n")
            elif block.start < block.head_end <= block.end:
                printing.line(f"**{text[block.start : block.head_end]}**{text[block.head_end : block.end]}\n")
            else:
                printing.line(shown + "\n")
