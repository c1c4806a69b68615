"""The arguments of ``search`` and of ``library ACTION``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from tui.cli.arguments import (
    JoinedWords,
    Parser,
    add_encoding,
    add_formats,
    add_library,
    add_reports,
    add_tables,
    count,
    named,
    translate,
    with_library_file,
)
from tui.messages import cli as messages
from tui.messages import contexts, library_help, library_options, watch
from tui.report.errors import UsageError

#: Seconds between two looks at watched folders.
_LEAST_S, _MOST_S = 0.2, 86_400.0
#: Options of ``search`` that only a library has.
_LIBRARY_OPTIONS = ("metrics", "filter", "limit", "by", "sort")
#: Options of ``search`` that have no meaning for a concordance or for collocates.
_OPTIONS_OF_HITS = ("count", "metrics", "by", "save", "saved")
#: The orders of a concordance, and those of other hits.
_LINE_ORDERS = ("right", "left", "place", "year", "text")
_HIT_ORDERS = ("place", "year", "hits")


class _SearchParser(Parser):
    """The parser of ``search``, whose words are files, or with ``--library`` all of the query."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse the arguments; a word behind ``--library`` is its file only if it looks like one."""
        options = super().parse_args(with_library_file(args or ()))
        from tui.library.filters import has_filters  # other commands need none

        filtered = has_filters(" ".join(options.reports) if options.reports else options.query or "")
        if filtered or options.save is not None or options.saved is not None:
            options.library = options.library or ""
        self._check(options)
        return options

    def _check(self, options: argparse.Namespace) -> None:
        self._check_contexts(options)
        if options.filter is not None and not options.metrics:
            raise UsageError(library_options.FILTER_NEEDS_METRICS)
        if options.saved is not None:
            if options.query is not None or options.save is not None or options.limit is not None:
                raise UsageError(library_options.SAVED_ALONE)
        elif options.query is None:
            self.error(translate("the following arguments are required: %s") % messages.QUERY)
        given = (name for name in _LIBRARY_OPTIONS if getattr(options, name) != self.get_default(name))
        has_contexts = options.concordance or options.collocates
        if options.library is None and not has_contexts and (name := next(given, "")):
            raise UsageError(library_options.library_only(f"--{name}"))
        options.sort = options.sort or ("right" if options.concordance else "place")

    def _check_contexts(self, options: argparse.Namespace) -> None:
        """Refuse what does not go with a concordance or collocates, or needs one of them."""
        if options.concordance and options.collocates:
            self.error(contexts.CONCORDANCE_OR_COLLOCATES)
        mode = "--concordance" if options.concordance else "--collocates" if options.collocates else ""
        if not mode and options.near is not None:
            self.error(contexts.NEAR_ALONE)
        given = (name for name in _OPTIONS_OF_HITS if getattr(options, name) != self.get_default(name))
        if mode and (name := next(given, "")):
            self.error(contexts.not_together(f"--{name}", mode))
        if options.sort is None:
            return
        if options.collocates:
            self.error(contexts.not_together("--sort", mode))
        if options.sort not in (_LINE_ORDERS if options.concordance else _HIT_ORDERS):
            self.error(contexts.wrong_sort(options.sort, mode))

    def error(self, message: str) -> NoReturn:
        """Raise an error that points to the help, or says how words are excluded."""
        unknown = message.removeprefix(translate("unrecognized arguments: %s") % "")
        if unknown != message and unknown[1:2] > "\x7f":
            raise UsageError(library_options.quote_exclusion(unknown.split()[0]))
        super().error(message)


def search_parser() -> argparse.ArgumentParser:
    """Return the parser of ``search``."""
    parser = _SearchParser("search", messages.SEARCH, messages.SEARCH_EXAMPLES)
    parser.usage = messages.SEARCH_USAGE
    parser.add_argument("query", nargs="?", metavar=messages.QUERY, help=messages.QUERY_HELP)
    add_reports(parser)
    parser.add_argument("--count", action="store_true", help=messages.COUNT_HELP)
    parser.add_argument(
        "--library", nargs="?", const="", metavar=messages.FILE, help=library_help.SEARCH_LIBRARY_HELP
    )
    parser.add_argument("--metrics", action="store_true", help=library_help.METRICS_HELP)
    parser.add_argument(
        "--filter", action=JoinedWords, metavar=messages.FILTER, help=library_help.FILTER_HELP
    )
    groups = ("report", "year", "place", "level")
    parser.add_argument("--by", choices=groups, default="report", help=library_help.BY_HELP)
    orders = tuple(dict.fromkeys((*_HIT_ORDERS, *_LINE_ORDERS)))
    parser.add_argument("--sort", choices=orders, help=library_help.SORT_HELP)
    parser.add_argument("--limit", type=count, metavar="N", help=library_help.LIMIT_HELP)
    parser.add_argument("--concordance", action="store_true", help=contexts.CONCORDANCE_HELP)
    parser.add_argument("--collocates", action="store_true", help=contexts.COLLOCATES_HELP)
    parser.add_argument("--near", type=count, metavar="N", help=contexts.NEAR_HELP)
    parser.add_argument("--save", metavar=library_help.NAME, help=library_help.SAVE_HELP)
    parser.add_argument("--saved", metavar=library_help.NAME, help=library_help.SAVED_HELP)
    add_tables(parser, "list", "json", "csv", "md", "xlsx")
    return parser


class _ExportParser(Parser):
    """The parser of ``library export``, which writes the whole library as a file of its own."""

    def choose_format(self, options: argparse.Namespace) -> None:
        """Set the format of a table; the name of a whole library says nothing."""
        if options.table == "sqlite":
            options.formats = ()
        else:
            super().choose_format(options)


class LibraryParser:
    """The parsers of ``library ACTION``, one an action."""

    def __init__(self) -> None:
        self._parser = Parser("library", library_help.LIBRARY, library_help.LIBRARY_EXAMPLES)
        choices = tuple(library_help.ACTIONS)
        self._parser.add_argument("action", choices=choices, metavar=library_help.ACTION)

    def format_help(self) -> str:
        """Return the help, which lists the actions."""
        return self._parser.format_help()

    def parse_args(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse the arguments behind ``library``; without an action, print the help.

        Raises:
            UsageError: For an action that is none, and as any parser.
        """
        if not arguments or arguments[0] not in library_help.ACTIONS:
            return self._parser.parse_args(arguments[:1] or ["--help"])
        action = arguments[0]
        options = _library_action(action).parse_args(arguments[1:])
        options.action = action
        return options


def _library_action(action: str) -> argparse.ArgumentParser:
    kind = _ExportParser if action == "export" else Parser
    parser = kind(f"library {action}", library_help.ACTIONS[action], library_help.ACTION_EXAMPLES[action])
    add_library(parser)
    if action in ("add", "remove"):
        names = library_help.ADD_HELP if action == "add" else library_help.REMOVE_HELP
        parser.add_argument("paths", nargs="+", type=named, metavar=messages.FILE, help=names)
    if action == "add":
        add_encoding(parser)
    if action in ("list", "info"):
        parser.add_argument(
            "filters", nargs="*", metavar=library_help.FILTERS, help=library_help.FILTERS_HELP
        )
    if action == "queries":
        parser.add_argument("--delete", metavar=library_help.NAME, help=library_help.DELETE_HELP)
    if action in ("list", "info", "export", "queries"):
        add_formats(parser, "table", "csv", "json", default="csv" if action == "export" else "table")
    if action == "export":
        _export(parser)
    if action == "watch":
        _watch(parser)
    return parser


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "table",
        choices=library_help.TABLES,
        metavar=library_help.TABLE,
        help=library_help.TABLE_HELP,
    )
    parser.add_argument(
        "filters", nargs="*", metavar=library_help.FILTERS, help=library_help.EXPORT_FILTERS_HELP
    )
    parser.add_argument("--bom", action="store_true", help=messages.BOM_HELP)


def _watch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=named, metavar=watch.FOLDER, help=watch.FOLDERS_HELP)
    parser.add_argument("--every", type=_seconds, default=5.0, metavar=watch.SECONDS, help=watch.EVERY_HELP)
    parser.add_argument("--once", action="store_true", help=watch.ONCE_HELP)
    parser.add_argument("--format", choices=("text", "json"), default="text", help=watch.FORMAT_HELP)
    add_encoding(parser)


def _seconds(text: str) -> float:
    """Read how often folders are looked at."""
    seconds = float(text)
    if not _LEAST_S <= seconds <= _MOST_S:
        raise argparse.ArgumentTypeError(watch.EVERY_RANGE)
    return seconds
