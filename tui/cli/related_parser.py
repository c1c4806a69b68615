"""The arguments of ``related``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tui.cli.arguments import Parser, add_library, add_tables, count
from tui.messages import contexts as messages


def related_parser() -> argparse.ArgumentParser:
    """Return the parser of ``related``."""
    parser = _RelatedParser("related", messages.RELATED, messages.RELATED_EXAMPLES)
    parser.usage = messages.RELATED_USAGE
    parser.add_argument(
        "words", nargs="*", default=[], metavar=messages.RELATED_WORDS, help=messages.RELATED_WORDS_HELP
    )
    parser.add_argument("--at", metavar=messages.AT, help=messages.AT_HELP)
    parser.add_argument("--limit", type=count, metavar="N", help=messages.LIMIT_HELP)
    parser.add_argument("--each", type=count, default=1, metavar="N", help=messages.EACH_HELP)
    add_library(parser)
    add_tables(parser, "table", "csv", "json")
    return parser


class _RelatedParser(Parser):
    """The parser of ``related``: a sentence, or a report with ``--at``; and filters."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse the arguments."""
        options: argparse.Namespace = super().parse_args(args)
        from tui.library.filters import split_filters  # other commands need none

        parts = [(word, split_filters(word)[0]) for word in options.words]
        said = [rest for _, rest in parts if rest]
        options.filters = " ".join(word for word, rest in parts if not rest)
        if not said:
            self.error(messages.NO_SENTENCE)
        if options.at is not None and len(said) > 1:
            self.error(messages.ONE_REPORT)
        options.sentence = " ".join(said)
        return options
