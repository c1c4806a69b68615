"""Print the outline of a report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from tui.cli import output, printing
from tui.cli.exit_codes import OK
from tui.cli.reports import load_report
from tui.messages import cli as messages
from tui.outline_file.records import report_fields
from tui.report.errors import UsageError
from tui.report.model import Node, Report
from tui.report.outline import Outline


def run(options: Namespace) -> int:
    """Print the outline of a report as a tree, Markdown, JSON or YAML."""
    index = Outline(load_report(options.report, options.encoding, None, options.library))
    report = index.report
    if options.format == "json":
        nodes = [_node_record(report, node, options.depth) for node in report.outline]
        printing.json_text({"report": report_fields(report), "outline": nodes})
    elif options.format == "yaml":
        if options.depth is not None:
            raise UsageError(messages.DEPTH_WITH_YAML)
        from tui.outline_file.writing import write_outline  # only YAML needs it

        output.write(write_outline(report).decode("utf-8"))
    else:
        for node, depth in _walk(report.outline, options.depth):
            label = index.label(node)
            printing.line(f"{'  ' * depth}- {label}" if options.format == "md" else f"{'  ' * depth}{label}")
    return OK


def _walk(nodes: Sequence[Node], limit: int | None, depth: int = 0) -> Iterator[tuple[Node, int]]:
    """Yield the nodes down to a number of levels, each with its depth."""
    for node in nodes:
        yield node, depth
        if limit is None or depth + 1 < limit:
            yield from _walk(node.children, limit, depth + 1)


def _node_record(report: Report, node: Node, limit: int | None) -> dict[str, object]:
    fields = node._asdict()
    text = report.text[fields.pop("own_start") : fields.pop("own_end")]
    children = fields.pop("children")
    below = [_node_record(report, child, limit and limit - 1) for child in children if limit != 1]
    return {**fields, "text": text, "children": below}
