"""The arguments of ``terms``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tui.cli.arguments import Parser, add_library, add_tables, count, named, words
from tui.messages import terms as messages

#: Options that concern words, and options that concern reports.
_OF_WORDS = ("by", "place", "level", "year")
_OF_REPORTS = ("limit", "no_library")


def terms_parser() -> argparse.ArgumentParser:
    """Return the parser of ``terms``."""
    parser = _TermsParser("terms", messages.TERMS, messages.TERMS_EXAMPLES)
    parser.usage = messages.TERMS_USAGE
    parser.add_argument(
        "words", nargs="*", default=[], type=named, metavar=messages.WORDS, help=messages.WORDS_HELP
    )
    parser.add_argument("--new", action="store_true", help=messages.NEW_HELP)
    parser.add_argument("--gone", action="store_true", help=messages.GONE_HELP)
    parser.add_argument("--no-library", action="store_true", help=messages.NO_LIBRARY_HELP)
    parser.add_argument("--limit", type=count, metavar="N", help=messages.LIMIT_HELP)
    parser.add_argument("--by", choices=tuple(messages.TREND_COLUMNS), default="year", help=messages.BY_HELP)
    parser.add_argument(
        "--place", type=words, action="append", metavar=messages.PLACE, help=messages.PLACE_HELP
    )
    parser.add_argument(
        "--level", type=words, action="append", metavar=messages.LEVEL, help=messages.LEVEL_HELP
    )
    parser.add_argument("--year", type=words, metavar=messages.YEAR, help=messages.YEAR_HELP)
    add_library(parser)
    add_tables(parser, "table", "csv", "json")
    return parser


class _TermsParser(Parser):
    """The parser of ``terms``, which counts words through the years, or compares two reports."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse the arguments."""
        options: argparse.Namespace = super().parse_args(args)
        if options.new and options.gone:
            self.error(messages.NOT_BOTH)
        is_of_reports = options.new or options.gone
        for name in _OF_WORDS if is_of_reports else _OF_REPORTS:
            if getattr(options, name) != self.get_default(name):
                option = f"--{name.replace('_', '-')}"
                tell = messages.not_with_reports if is_of_reports else messages.only_with_reports
                self.error(tell(option))
        if is_of_reports and not 1 <= len(options.words) <= 2:
            self.error(messages.NEED_REPORTS)
        if not options.words:
            self.error(messages.NEED_WORDS)
        return options
