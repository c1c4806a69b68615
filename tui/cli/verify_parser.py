"""The arguments of ``verify``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tui.cli.arguments import Parser, add_style, add_tables, with_library_file
from tui.messages import cli as cli_messages
from tui.messages import verify as messages


def verify_parser() -> argparse.ArgumentParser:
    """Return the parser of ``verify``."""
    parser = _VerifyParser("verify", messages.VERIFY, messages.VERIFY_EXAMPLES)
    parser.usage = messages.VERIFY_USAGE
    parser.add_argument("quotation", nargs="?", metavar=messages.WORDS, help=messages.WORDS_HELP)
    parser.add_argument(
        "reports", nargs="*", default=[], metavar=cli_messages.REPORT, help=cli_messages.REPORTS_HELP
    )
    parser.add_argument("--file", metavar=cli_messages.FILE, help=messages.FILE_HELP)
    parser.add_argument("--split", choices=("quoted", "lines"), help=messages.SPLIT_HELP)
    parser.add_argument(
        "--library", nargs="?", const="", metavar=cli_messages.FILE, help=messages.LIBRARY_HELP
    )
    add_style(parser)
    add_tables(parser, "list", "table", "csv", "json")
    parser.set_defaults(answers_always=True)  # that a quotation is not there is an answer, too
    return parser


class _VerifyParser(Parser):
    """The parser of ``verify``: a quotation and reports, or only reports with ``--file``."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse the arguments; a word behind ``--library`` is its file only if it looks like one."""
        options: argparse.Namespace = super().parse_args(with_library_file(args or ()))
        from tui.library.filters import has_filters  # other commands need none

        if options.file is not None and options.quotation is not None:
            options.reports.insert(0, options.quotation)
            options.quotation = None
        if options.file is None and not (options.quotation or "").strip():
            self.error(messages.NO_QUOTATION)
        if options.split is not None and options.file is None:
            self.error(messages.SPLIT_ALONE)
        filters = [word for word in options.reports if has_filters(word)]
        if filters and len(filters) == len(options.reports):
            options.library = options.library or ""
        options.filters = " ".join(filters)
        options.is_library = options.library is not None and len(filters) == len(options.reports)
        return options
