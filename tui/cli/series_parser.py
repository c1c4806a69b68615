"""The arguments of ``series`` and ``rank``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence

from tui.cli.arguments import Parser, add_formats, add_library, count, translate, words
from tui.cli.years import year
from tui.messages import cli as messages
from tui.messages import series_help
from tui.series.model import RANK_BY

#: What stands between several places.
_SEVERAL = re.compile("[,，、;；]")
_MEASURES = ("growth", "level", "share")


def series_parser() -> argparse.ArgumentParser:
    """Return the parser of ``series``."""
    parser = _SeriesParser("series", series_help.SERIES, series_help.SERIES_EXAMPLES)
    parser.add_argument(
        "indicator", type=words, metavar=series_help.INDICATOR, help=series_help.INDICATOR_HELP
    )
    parser.add_argument(
        "--place", dest="places", type=words, action="append", required=True, metavar=series_help.PLACE, help=series_help.SERIES_PLACE_HELP
    )  # fmt: skip
    parser.add_argument("--measure", choices=_MEASURES, help=series_help.MEASURE_HELP)
    parser.add_argument(
        "--from", dest="first", type=year, metavar=series_help.YEAR, help=series_help.FROM_HELP
    )
    parser.add_argument("--to", dest="last", type=year, metavar=series_help.YEAR, help=series_help.TO_HELP)
    _add_tables(parser)
    return parser


def rank_parser() -> argparse.ArgumentParser:
    """Return the parser of ``rank``."""
    parser = _RankParser("rank", series_help.RANK, series_help.RANK_EXAMPLES)
    parser.add_argument(
        "indicator", nargs="?", type=words, metavar=series_help.INDICATOR, help=series_help.INDICATOR_HELP
    )
    parser.add_argument("--year", type=year, metavar=series_help.YEAR, help=series_help.RANK_YEAR_HELP)
    parser.add_argument(
        "--level", choices=tuple(series_help.LEVELS), metavar="LEVEL", help=series_help.LEVEL_HELP
    )
    parser.add_argument("--parent", default="", metavar=series_help.PLACE, help=series_help.PARENT_HELP)
    parser.add_argument("--by", choices=RANK_BY, help=series_help.BY_HELP)
    parser.add_argument("--reverse", action="store_true", help=series_help.REVERSE_HELP)
    parser.add_argument("--limit", type=count, metavar="N", help=series_help.LIMIT_HELP)
    parser.add_argument("--place", default="", metavar=series_help.PLACE, help=series_help.OWN_HELP)
    parser.add_argument("--measure", choices=_MEASURES, help=series_help.MEASURE_HELP)
    parser.add_argument("--kept", action="store_true", help=series_help.KEPT_HELP)
    _add_tables(parser)
    return parser


class _SeriesParser(Parser):
    """The parser of ``series``."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse the arguments; a place that is named twice is shown once."""
        options: argparse.Namespace = super().parse_args(args, namespace)
        if options.first and options.last and options.first > options.last:
            self.error(series_help.years_reversed(options.first, options.last))
        if any(_SEVERAL.search(place) for place in options.places):
            self.error(series_help.ONE_PLACE)
        options.places = list(dict.fromkeys(options.places))
        return options


class _RankParser(Parser):
    """The parser of ``rank``, which needs an indicator unless it counts those of all."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse the arguments."""
        options: argparse.Namespace = super().parse_args(args, namespace)
        options.level = series_help.LEVELS.get(options.level)
        if options.indicator is None and not options.kept:
            self.error(translate("the following arguments are required: %s") % series_help.INDICATOR)
        if options.kept:
            self._refuse_what_is_not_counted(options)
        return options

    def _refuse_what_is_not_counted(self, options: argparse.Namespace) -> None:
        """Complain about options that change nothing in what is counted."""
        values = {
            "--by": options.by,
            "--place": options.place,
            "--reverse": options.reverse,
            "--limit": options.limit,
        }
        if options.indicator is None:
            values["--measure"] = options.measure
        for name, value in values.items():
            if value:
                self.error(series_help.not_counted(name, options.indicator is None))


def _add_tables(parser: argparse.ArgumentParser) -> None:
    add_formats(parser, "table", "csv", "json", "xlsx", default="table")
    parser.add_argument("--headings", choices=("zh", "en"), default="zh", help=messages.HEADINGS_HELP)
    parser.add_argument("--bom", action="store_true", help=messages.BOM_HELP)
    add_library(parser)
