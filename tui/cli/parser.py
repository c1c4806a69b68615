"""The arguments of the command line, with help and errors in Chinese."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from tui import __version__
from tui.messages import cli as messages
from tui.messages import library as library_messages
from tui.messages.cli import PROGRAM
from tui.report.errors import UsageError
from tui.report.model import STATUSES
from tui.typeset.cells import cell_length, pad

_HELP_COLUMN, _HELP_WIDTH = 22, 80


def _translate(message: str) -> str:
    return messages.ARGPARSE.get(message, message)


# argparse looks up its messages with ``gettext.gettext`` under this name; a catalogue on disk would depend on the locale.
vars(argparse)["_"] = _translate


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose columns are aligned with Chinese in them: widths are counted in cells."""

    def _format_action(self, action: argparse.Action) -> str:
        from tui.typeset.wrap import break_lines  # its patterns take 2 ms to load, and only help needs them

        names = f"  {self._format_action_invocation(action)}"
        help_text = self._expand_help(action) if action.help else ""
        lines = [help_text[a:b] for a, b in break_lines(help_text, _HELP_WIDTH - _HELP_COLUMN)]
        if cell_length(names) < _HELP_COLUMN:
            lines[0] = pad(names, _HELP_COLUMN) + lines[0]
        else:
            lines[0] = f"{names}\n{' ' * _HELP_COLUMN}{lines[0]}"
        return f"\n{' ' * _HELP_COLUMN}".join(lines) + "\n"


class _Parser(argparse.ArgumentParser):
    """An argument parser that raises :class:`UsageError` instead of ending the program."""

    def __init__(self, name: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=f"{PROGRAM} {name}".rstrip(),
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        raise UsageError(messages.see_help(message, self.prog))


def _formats(parser: argparse.ArgumentParser, *names: str, default: str | None = None) -> None:
    parser.add_argument("--format", choices=names, default=default, help=messages.format_help(names, default))


def _encoding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--encoding", metavar=messages.ENCODING, help=messages.ENCODING_HELP)


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", nargs="?", metavar=messages.REPORT, help=messages.REPORT_HELP)


def _reports(parser: argparse.ArgumentParser) -> None:
    # With a default, argparse does not call them missing when something else is.
    parser.add_argument("reports", nargs="*", default=[], metavar=messages.REPORT, help=messages.REPORTS_HELP)


def _width(text: str) -> int:
    width = int(text)
    if not 4 <= width <= 1000:
        raise argparse.ArgumentTypeError(messages.WIDTH_RANGE)
    return width


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError(messages.COUNT_RANGE)
    return count


def browse_parser() -> argparse.ArgumentParser:
    """Return the parser of ``huiji-tui [REPORT] [--at PLACE] [--find QUERY]``."""
    parser = _Parser("", messages.BROWSE, messages.BROWSE_MORE)
    parser.usage = messages.BROWSE_USAGE
    _report(parser)
    parser.add_argument("--at", metavar=messages.PLACE, help=messages.AT_HELP)
    parser.add_argument("--find", metavar=messages.QUERY, help=messages.FIND_HELP)
    _encoding(parser)
    parser.add_argument(
        "--ambiguous-width", type=int, choices=(1, 2), metavar="1|2", help=messages.AMBIGUOUS_WIDTH_HELP
    )
    version = f"{PROGRAM} {__version__}"
    parser.add_argument("--version", action="version", version=version, help=messages.VERSION_HELP)
    return parser


def _outline() -> argparse.ArgumentParser:
    parser = _Parser("outline", messages.OUTLINE, messages.OUTLINE_EXAMPLES)
    _report(parser)
    parser.add_argument("--depth", type=_count, metavar="N", help=messages.DEPTH_HELP)
    _formats(parser, "tree", "json", "yaml", "md", default="tree")
    _library(parser)
    _encoding(parser)
    return parser


def _show() -> argparse.ArgumentParser:
    parser = _Parser("show", messages.SHOW, messages.SHOW_EXAMPLES)
    parser.add_argument("words", nargs="*", metavar=messages.SHOW_WORDS, help=messages.SHOW_WORDS_HELP)
    parser.add_argument("--width", type=_width, metavar="N", help=messages.WIDTH_HELP)
    _formats(parser, "text", "wrapped", "md")
    _library(parser)
    _encoding(parser)
    return parser


class _SearchParser(_Parser):
    """The parser of ``search``, whose words are files, or with ``--library`` all of the query."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse the arguments; a word behind ``--library`` is its file only if it looks like one."""
        words = list(args or ())
        if "--library" in words:
            at = words.index("--library")
            named = words[at + 1] if words[at + 1 :] and words[at + 1].endswith(_LIBRARY_SUFFIXES) else ""
            words[at : at + 1 + bool(named)] = [f"--library={named}"]
        options = self.parse_intermixed_args(words)
        from tui.library.filters import has_filters  # other commands need none

        filtered = has_filters(" ".join(options.reports) if options.reports else options.query or "")
        if filtered or options.save is not None or options.saved is not None:
            options.library = options.library or ""
        self._check(options)
        return options

    def _check(self, options: argparse.Namespace) -> None:
        if options.saved is not None:
            if options.query is not None or options.save is not None or options.limit is not None:
                raise UsageError(library_messages.SAVED_ALONE)
        elif options.query is None:
            self.error(_translate("the following arguments are required: %s") % messages.QUERY)
        if options.library is None and (
            options.metrics or options.limit or options.by != "report" or options.sort != "place"
        ):
            raise UsageError(library_messages.LIBRARY_ONLY)


#: How files of libraries are called.
_LIBRARY_SUFFIXES = (".db", ".sqlite", ".sqlite3")


def _search() -> argparse.ArgumentParser:
    parser = _SearchParser("search", messages.SEARCH, messages.SEARCH_EXAMPLES)
    parser.usage = messages.SEARCH_USAGE
    parser.add_argument("query", nargs="?", metavar=messages.QUERY, help=messages.QUERY_HELP)
    _reports(parser)
    parser.add_argument("--count", action="store_true", help=messages.COUNT_HELP)
    parser.add_argument(
        "--library", nargs="?", const="", metavar=messages.FILE, help=library_messages.SEARCH_LIBRARY_HELP
    )
    parser.add_argument("--metrics", action="store_true", help=library_messages.METRICS_HELP)
    groups = ("report", "year", "place", "level")
    parser.add_argument("--by", choices=groups, default="report", help=library_messages.BY_HELP)
    orders = ("place", "year", "hits")
    parser.add_argument("--sort", choices=orders, default="place", help=library_messages.SORT_HELP)
    parser.add_argument("--limit", type=_count, metavar="N", help=library_messages.LIMIT_HELP)
    parser.add_argument("--save", metavar=library_messages.NAME, help=library_messages.SAVE_HELP)
    parser.add_argument("--saved", metavar=library_messages.NAME, help=library_messages.SAVED_HELP)
    _tables(parser, "list", "json", "csv", "md")
    return parser


def _metrics() -> argparse.ArgumentParser:
    parser = _Parser("metrics", messages.METRICS, messages.METRICS_EXAMPLES)
    _reports(parser)
    parser.add_argument("--in", dest="place", metavar=messages.PLACE, help=messages.IN_HELP)
    parser.add_argument("--status", choices=STATUSES, help=messages.STATUS_HELP)
    parser.add_argument("--filter", metavar=messages.FILTER, help=messages.FILTER_HELP)
    parser.add_argument("--explain", action="store_true", help=messages.EXPLAIN_HELP)
    _library(parser)
    _tables(parser)
    return parser


def _compare() -> argparse.ArgumentParser:
    parser = _Parser("compare", messages.COMPARE, messages.COMPARE_EXAMPLES)
    _reports(parser)
    parser.add_argument("--pairs", action="store_true", help=messages.PAIRS_HELP)
    _library(parser)
    _tables(parser)
    return parser


def _tables(parser: argparse.ArgumentParser, *formats: str) -> None:
    names = formats or ("table", "csv", "json", "md")
    _formats(parser, *names, default=names[0])
    parser.add_argument("--headings", choices=("zh", "en"), default="zh", help=messages.HEADINGS_HELP)
    parser.add_argument("--bom", action="store_true", help=messages.BOM_HELP)
    _encoding(parser)


def _convert() -> argparse.ArgumentParser:
    parser = _Parser("convert", messages.CONVERT, messages.CONVERT_EXAMPLES)
    parser.add_argument("inputs", nargs="+", metavar=messages.FILE, help=messages.INPUTS_HELP)
    parser.add_argument("-o", "--output", metavar=messages.FILE, help=messages.OUTPUT_HELP)
    parser.add_argument("--force", action="store_true", help=messages.FORCE_HELP)
    parser.add_argument("-v", "--verbose", action="store_true", help=messages.VERBOSE_HELP)
    _encoding(parser)
    return parser


def _check() -> argparse.ArgumentParser:
    parser = _Parser("check", messages.CHECK, messages.CHECK_EXAMPLES)
    parser.add_argument(
        "outlines", nargs="+", metavar=messages.OUTLINE_FILE, help=messages.OUTLINE_FILES_HELP
    )
    return parser


def _keys() -> argparse.ArgumentParser:
    return _Parser("keys", messages.KEYS, messages.KEYS_EXAMPLES)


class _LibraryParser:
    """The parsers of ``library ACTION``, one an action."""

    def __init__(self) -> None:
        self._parser = _Parser("library", library_messages.LIBRARY, library_messages.LIBRARY_EXAMPLES)
        choices = tuple(library_messages.ACTIONS)
        self._parser.add_argument("action", choices=choices, metavar=library_messages.ACTION)

    def format_help(self) -> str:
        """Return the help, which lists the actions."""
        return self._parser.format_help()

    def parse_args(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse the arguments behind ``library``; without an action, print the help.

        Raises:
            UsageError: For an action that is none, and as any parser.
        """
        if not arguments or arguments[0] not in library_messages.ACTIONS:
            return self._parser.parse_args(arguments[:1] or ["--help"])
        action = arguments[0]
        options = _library_action(action).parse_args(arguments[1:])
        options.action = action
        return options


def _library_action(action: str) -> argparse.ArgumentParser:
    parser = _Parser(
        f"library {action}", library_messages.ACTIONS[action], library_messages.ACTION_EXAMPLES[action]
    )
    _library(parser)
    if action in ("add", "remove"):
        names = library_messages.ADD_HELP if action == "add" else library_messages.REMOVE_HELP
        parser.add_argument("paths", nargs="+", metavar=messages.FILE, help=names)
    if action == "add":
        _encoding(parser)
    if action in ("list", "info"):
        parser.add_argument(
            "filters", nargs="*", metavar=library_messages.FILTERS, help=library_messages.FILTERS_HELP
        )
    if action == "queries":
        parser.add_argument("--delete", metavar=library_messages.NAME, help=library_messages.DELETE_HELP)
    if action in ("list", "info", "export", "queries"):
        _formats(parser, "table", "csv", "json", default="csv" if action == "export" else "table")
    if action == "export":
        _export(parser)
    return parser


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "table",
        choices=library_messages.TABLES,
        metavar=library_messages.TABLE,
        help=library_messages.TABLE_HELP,
    )
    parser.add_argument(
        "filters", nargs="*", metavar=library_messages.FILTERS, help=library_messages.EXPORT_FILTERS_HELP
    )
    parser.add_argument("-o", "--output", metavar=messages.FILE, help=library_messages.OUTPUT_HELP)
    parser.add_argument("--force", action="store_true", help=library_messages.FORCE_HELP)
    parser.add_argument("--bom", action="store_true", help=messages.BOM_HELP)


def _library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--library", metavar=messages.FILE, help=library_messages.PATH_HELP)


#: The parser of each command.
PARSERS: dict[str, Callable[[], argparse.ArgumentParser | _LibraryParser]] = {
    "outline": _outline,
    "show": _show,
    "search": _search,
    "metrics": _metrics,
    "compare": _compare,
    "convert": _convert,
    "check": _check,
    "keys": _keys,
    "library": _LibraryParser,
}
