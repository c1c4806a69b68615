"""Print the text of a report, or parts of it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from tui.citation import Reference, cite, source
from tui.cli import output, printing
from tui.cli.exit_codes import OK
from tui.cli.reports import citation_style, link_address, load_report
from tui.library.addresses import library_with
from tui.library.loading import REPORT_SUFFIXES, STANDARD_INPUT
from tui.report.links import Link, is_link, parse_link
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at
from tui.search.links import Links
from tui.search.places import find_span
from tui.state.records import CitationStyle
from tui.typeset.cells import cut, pad
from tui.typeset.layout import Layout, report_blocks, span_blocks

#: Cells of the labels in a list of links.
_LABEL_CELLS = 36


def run(options: Namespace) -> int:
    """Print the text of a report, or of the places named in it."""
    places = list(options.words)
    path = places.pop(0) if places and _names_report(places[0], options.library) else None
    index = Outline(load_report(path, options.encoding, None, options.library))
    links = Links(index, link_address(index.report, path, options.library))
    if path is not None and is_link(path) and (link := parse_link(path).within) != Link():
        places.insert(0, str(link))
    spans = [_readable(index, *_found(links, index, place)) for place in places]
    form = options.format or ("wrapped" if options.width or printing.to_terminal() else "text")
    if options.style is not None:
        options.cite = True
    if form == "json":
        _show_json(links, index, spans, path, options)
    elif options.links and not spans:
        _list_links(links, index)
    elif options.cite:
        _show_cited(links, index, spans, "markdown" if form == "md" and not options.style else None, options)
    elif form == "md":
        _show_markdown(links, index, spans or [(0, len(index.report.text))])
    else:
        _show_text(links, index, spans, form, options)
    return OK


def _names_report(word: str, library: str | None) -> bool:
    if is_link(word):
        return bool(parse_link(word).address)
    return _names_file(word) or library_with(word, library) is not None


def _found(links: Links, index: Outline, place: str) -> tuple[int, int]:
    """Return the span of a place or a link; tell where a passage has moved to."""
    if not is_link(place):
        return find_span(index, place)
    found = links.find(parse_link(place))
    if found.note:
        output.tell(found.note)
    return found.start, found.end


def _show_text(
    links: Links, index: Outline, spans: Sequence[tuple[int, int]], form: str, options: Namespace
) -> None:
    """Print text as converted, or wrapped; with links, that of each place below it."""
    text, width = index.report.text, options.width or printing.terminal_width()
    if not spans:
        if form == "wrapped":
            _show_wrapped(index, [], width)
        else:
            output.write(text)
    for start, end in spans:
        if form == "wrapped":
            _show_wrapped(index, [(start, end)], width)
        else:
            printing.line(text[start:end])
        if options.links:
            printing.line(one_line(str(links.of_span(start, end))))


def _show_cited(
    links: Links,
    index: Outline,
    spans: Sequence[tuple[int, int]],
    style: CitationStyle | None,
    options: Namespace,
) -> None:
    """Print places with their sources, or the source of the report; with links, that of each place with it."""
    style = style or citation_style(options.style)
    if not spans:
        printing.line(source(Reference.of_report(index.report), style))
    for number, (start, end) in enumerate(spans):
        if number:
            printing.line("")
        link = one_line(str(links.of_span(start, end))) if options.links else ""
        printing.line(cite(index.report.text[start:end], Reference.of(index, start), style, link))


def _list_links(links: Links, index: Outline) -> None:
    """Print the links of all nodes in columns: label and link."""
    for node in index.nodes:
        label = "  " * (len(index.lineage(node)) - 1) + one_line(index.label(node))
        printing.line(f"{pad(cut(label, _LABEL_CELLS), _LABEL_CELLS)}  {one_line(str(links.of_node(node)))}")


def _show_json(
    links: Links, index: Outline, spans: Sequence[tuple[int, int]], path: str | None, options: Namespace
) -> None:
    """Print places with their text, section, link and source; without places, those of all nodes."""
    text, style = index.report.text, citation_style(options.style)
    wanted = spans or [(node.start, node.end) for node in index.nodes]
    printing.json_text(
        {
            "report": ReportRef.of(index.report, path or "").as_json(),
            "places": [
                {
                    "node": (node := index.at(start)).id,
                    "path": index.path(node),
                    "start": start,
                    "end": end,
                    "text": text[start:end],
                    "link": str(links.of_span(start, end)),
                    "citation": source(Reference.of(index, start), style),
                }
                for start, end in wanted
            ],
        }
    )


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


def _show_markdown(links: Links, index: Outline, spans: Iterable[tuple[int, int]]) -> None:
    """Print Markdown; headings are followed by their links, other places by theirs."""
    text = index.report.text
    for span in spans:
        kinds = set()
        for block in span_blocks(index, *span):
            kinds.add(block.kind)
            shown = text[block.start : block.end]
            if block.kind in ("chapter", "section"):
                link = _markdown_link(links.of_node(index.at(block.start)))
                printing.line(f"{'#' if block.kind == 'chapter' else '##'} {shown.rstrip('。')} {link}\n")
            elif block.start < block.head_end <= block.end:
                printing.line(f"**{text[block.start : block.head_end]}**{text[block.head_end : block.end]}\n")
            else:
                printing.line(shown + "\n")
        if not kinds & {"chapter", "section"}:
            printing.line(_markdown_link(links.of_span(*span)) + "\n")


def _markdown_link(link: Link) -> str:
    """Return a link as Markdown has it: between angle brackets, which it does not contain."""
    return f"[¶](<{one_line(str(link))}>)"
