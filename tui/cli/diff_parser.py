"""The arguments of ``diff``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tui.cli.arguments import Parser, add_library, add_tables, named
from tui.messages import diff as messages
from tui.messages.cli import PLACE


def diff_parser() -> argparse.ArgumentParser:
    """Return the parser of ``diff``."""
    parser = _DiffParser("diff", messages.DIFF, messages.DIFF_EXAMPLES)
    parser.usage = messages.DIFF_USAGE
    parser.add_argument(
        "words", nargs="*", default=[], type=named, metavar=messages.WORDS, help=messages.WORDS_HELP
    )
    parser.add_argument("--kinds", action="append", metavar=messages.KINDS, help=messages.KINDS_HELP)
    parser.add_argument("--only-changes", action="store_true", help=messages.ONLY_CHANGES_HELP)
    parser.add_argument("--ignore-numbers", action="store_true", help=messages.IGNORE_NUMBERS_HELP)
    parser.add_argument("--within", type=named, metavar=messages.WORDS, help=messages.WITHIN_HELP)
    parser.add_argument("--in", dest="place", metavar=PLACE, help=messages.IN_HELP)
    add_library(parser)
    add_tables(parser, "table", "csv", "json")
    return parser


class _DiffParser(Parser):
    """The parser of ``diff``, which compares two reports, or the parts of one."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse the arguments."""
        options: argparse.Namespace = super().parse_args(args, namespace)
        if options.within is None:
            if not 1 <= len(options.words) <= 2:
                self.error(messages.NEED_REPORTS)
            return options
        if options.words:
            self.error(messages.ONE_WITHIN)
        given = {
            "--kinds": options.kinds,
            "--only-changes": options.only_changes,
            "--ignore-numbers": options.ignore_numbers,
        }
        for option, value in given.items():
            if value:
                self.error(messages.not_with_within(option))
        return options
