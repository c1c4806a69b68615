"""The arguments of the command line, with help and errors in Chinese."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from tui import __version__
from tui.cli.arguments import (
    JoinedWords,
    Parser,
    add_encoding,
    add_formats,
    add_library,
    add_report,
    add_reports,
    add_style,
    add_tables,
    count,
    named,
    width,
    words,
)
from tui.cli.diff_parser import diff_parser
from tui.cli.library_parser import LibraryParser, search_parser
from tui.cli.related_parser import related_parser
from tui.cli.series_parser import rank_parser, series_parser
from tui.cli.terms_parser import terms_parser
from tui.cli.verify_parser import verify_parser
from tui.messages import citations as citation_messages
from tui.messages import cli as messages
from tui.messages import library_help, promises_cli
from tui.messages import links as link_messages
from tui.messages import notes as note_messages
from tui.messages import pages as page_messages
from tui.messages import tasks as task_messages
from tui.messages.cli import PROGRAM
from tui.promises.pair import PROMISE_ORDERS
from tui.report.model import STATUSES


def browse_parser() -> argparse.ArgumentParser:
    """Return the parser of ``huiji-tui [REPORT] [--at PLACE] [--find QUERY]`` and of ``huiji-tui EARLIER LATER``."""
    parser = Parser("", messages.BROWSE, messages.BROWSE_MORE)
    parser.usage = messages.BROWSE_USAGE
    parser.add_argument(
        "reports",
        nargs="*",
        default=[],
        type=named,
        metavar=messages.REPORT,
        help=messages.BROWSE_REPORTS_HELP,
    )
    parser.add_argument("--at", metavar=messages.PLACE, help=messages.AT_HELP)
    parser.add_argument("--find", metavar=messages.QUERY, help=messages.FIND_HELP)
    parser.add_argument(
        "--library", nargs="?", const="", metavar=messages.FILE, help=library_help.BROWSE_HELP
    )
    add_encoding(parser)
    parser.add_argument(
        "--ambiguous-width", type=int, choices=(1, 2), metavar="1|2", help=messages.AMBIGUOUS_WIDTH_HELP
    )
    version = f"{PROGRAM} {__version__}"
    parser.add_argument("--version", action="version", version=version, help=messages.VERSION_HELP)
    return parser


def _outline() -> argparse.ArgumentParser:
    parser = Parser("outline", messages.OUTLINE, messages.OUTLINE_EXAMPLES)
    add_report(parser)
    parser.add_argument("--depth", type=count, metavar="N", help=messages.DEPTH_HELP)
    add_formats(parser, "tree", "json", "yaml", "md", default="tree")
    add_library(parser)
    add_encoding(parser)
    return parser


def _show() -> argparse.ArgumentParser:
    parser = Parser("show", messages.SHOW, messages.SHOW_EXAMPLES)
    parser.add_argument("words", nargs="*", metavar=messages.SHOW_WORDS, help=messages.SHOW_WORDS_HELP)
    parser.add_argument("--width", type=width, metavar="N", help=messages.WIDTH_HELP)
    parser.add_argument("--links", action="store_true", help=link_messages.LINK_HELP)
    parser.add_argument("--cite", action="store_true", help=citation_messages.CITE_HELP)
    add_style(parser)
    add_formats(parser, "text", "wrapped", "md", "json")
    add_library(parser)
    add_encoding(parser)
    return parser


def _metrics() -> argparse.ArgumentParser:
    parser = Parser("metrics", messages.METRICS, messages.METRICS_EXAMPLES)
    add_reports(parser)
    parser.add_argument("--in", dest="place", metavar=messages.PLACE, help=messages.IN_HELP)
    parser.add_argument("--status", choices=STATUSES, help=messages.STATUS_HELP)
    parser.add_argument("--filter", action=JoinedWords, metavar=messages.FILTER, help=messages.FILTER_HELP)
    parser.add_argument("--explain", action="store_true", help=messages.EXPLAIN_HELP)
    add_library(parser)
    add_tables(parser)
    return parser


def _compare() -> argparse.ArgumentParser:
    parser = Parser("compare", messages.COMPARE, messages.COMPARE_EXAMPLES)
    add_reports(parser)
    parser.add_argument("--pairs", action="store_true", help=messages.PAIRS_HELP)
    add_library(parser)
    add_tables(parser)
    return parser


def _promises() -> argparse.ArgumentParser:
    parser = Parser("promises", promises_cli.PROMISES, promises_cli.PROMISES_EXAMPLES)
    parser.usage = promises_cli.PROMISES_USAGE
    parser.add_argument(
        "words", nargs="*", default=[], metavar=promises_cli.WORDS, help=promises_cli.WORDS_HELP
    )
    parser.add_argument(
        "--verdict", type=words, action="append", metavar=promises_cli.VERDICT, help=promises_cli.VERDICT_HELP
    )
    parser.add_argument(
        "--certainty", action="append", metavar=promises_cli.CERTAINTY, help=promises_cli.CERTAINTY_HELP
    )
    parser.add_argument("--in", dest="place", metavar=messages.PLACE, help=promises_cli.IN_HELP)
    parser.add_argument(
        "--filter", action=JoinedWords, metavar=messages.FILTER, help=promises_cli.FILTER_HELP
    )
    parser.add_argument("--sort", choices=PROMISE_ORDERS, default="main", help=promises_cli.SORT_HELP)
    parser.add_argument("--candidates", action="store_true", help=promises_cli.CANDIDATES_HELP)
    parser.add_argument("--set", action="append", metavar=promises_cli.SETTING, help=promises_cli.SET_HELP)
    parser.add_argument("--note", metavar=promises_cli.NOTE, help=promises_cli.NOTE_HELP)
    parser.add_argument("--own", action="store_true", help=promises_cli.OWN_HELP)
    add_library(parser)
    add_tables(parser)
    return parser


def _tasks() -> argparse.ArgumentParser:
    parser = Parser("tasks", task_messages.TASKS, task_messages.TASKS_EXAMPLES)
    add_reports(parser)
    parser.add_argument("--in", dest="place", metavar=messages.PLACE, help=messages.IN_HELP)
    add_library(parser)
    add_tables(parser)
    return parser


def _notes() -> argparse.ArgumentParser:
    parser = Parser("notes", note_messages.COMMAND, note_messages.EXAMPLES)
    add_report(parser)
    parser.add_argument("--all", action="store_true", help=note_messages.ALL_HELP)
    parser.add_argument(
        "--filter",
        action=JoinedWords,
        type=words,
        metavar=note_messages.FILTER,
        help=note_messages.FILTER_HELP,
    )
    parser.add_argument(
        "--import", dest="imported", type=named, metavar=messages.FILE, help=note_messages.IMPORT_HELP
    )
    add_style(parser)
    add_library(parser)
    add_tables(parser, "table", "csv", "json", "md")
    return parser


def _brief() -> argparse.ArgumentParser:
    parser = Parser("brief", page_messages.BRIEF_HELP, page_messages.BRIEF_EXAMPLES)
    add_report(parser)
    add_formats(parser, "md", "html", default="md")
    parser.add_argument("--before", type=named, metavar=messages.REPORT, help=page_messages.BEFORE_HELP)
    add_library(parser)
    add_encoding(parser)
    return parser


def _convert() -> argparse.ArgumentParser:
    parser = Parser("convert", messages.CONVERT, messages.CONVERT_EXAMPLES)
    parser.add_argument("inputs", nargs="+", type=named, metavar=messages.FILE, help=messages.INPUTS_HELP)
    parser.add_argument("-o", "--output", metavar=messages.FILE, help=messages.OUTPUT_HELP)
    parser.add_argument("--force", action="store_true", help=messages.FORCE_HELP)
    parser.add_argument("--html", action="store_true", help=page_messages.CONVERT_HTML_HELP)
    parser.add_argument("-v", "--verbose", action="store_true", help=messages.VERBOSE_HELP)
    add_library(parser)
    add_encoding(parser)
    return parser


def _check() -> argparse.ArgumentParser:
    parser = Parser("check", messages.CHECK, messages.CHECK_EXAMPLES)
    parser.add_argument(
        "outlines", nargs="+", metavar=messages.OUTLINE_FILE, help=messages.OUTLINE_FILES_HELP
    )
    return parser


def _read() -> argparse.ArgumentParser:
    from tui.messages import reading  # the other commands need none

    parser = Parser("read", reading.COMMAND, reading.EXAMPLES)
    add_report(parser)
    parser.add_argument("--at", metavar=messages.PLACE, help=reading.AT_HELP)
    parser.add_argument("--find", metavar=messages.QUERY, help=messages.FIND_HELP)
    add_library(parser)
    add_encoding(parser)
    return parser


def _mcp() -> argparse.ArgumentParser:
    from tui.assistants.tools import TOOLS  # the other commands need none
    from tui.messages import assistants

    parser = Parser("mcp", assistants.MCP, assistants.examples([tool.name for tool in TOOLS]))
    add_library(parser)
    return parser


def _keys() -> argparse.ArgumentParser:
    return Parser("keys", messages.KEYS, messages.KEYS_EXAMPLES)


#: The parser of each command.
PARSERS: dict[str, Callable[[], argparse.ArgumentParser | LibraryParser]] = {
    "outline": _outline,
    "show": _show,
    "read": _read,
    "search": search_parser,
    "metrics": _metrics,
    "compare": _compare,
    "promises": _promises,
    "series": series_parser,
    "rank": rank_parser,
    "tasks": _tasks,
    "diff": diff_parser,
    "related": related_parser,
    "terms": terms_parser,
    "notes": _notes,
    "brief": _brief,
    "verify": verify_parser,
    "convert": _convert,
    "check": _check,
    "keys": _keys,
    "mcp": _mcp,
    "library": LibraryParser,
}
