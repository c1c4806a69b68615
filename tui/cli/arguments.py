"""What parsers of arguments share: help and errors in Chinese, and arguments that several commands have."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from tui.cli.destination import format_of
from tui.messages import citations as citation_messages
from tui.messages import cli as messages
from tui.messages import destinations, library_help
from tui.messages.cli import PROGRAM
from tui.report.errors import UsageError
from tui.state.records import CITATION_STYLES
from tui.typeset.cells import cell_length, pad

_HELP_COLUMN, _HELP_WIDTH = 22, 80
#: How files of libraries are called.
_LIBRARY_SUFFIXES = (".db", ".sqlite", ".sqlite3")
#: How files of SQLite begin.
_SQLITE = b"SQLite format 3"


def translate(message: str) -> str:
    """Return a message of argparse in Chinese."""
    return messages.ARGPARSE.get(message, message)


# argparse looks up its messages with ``gettext.gettext`` under this name; a catalogue on disk would depend on the locale.
vars(argparse)["_"] = translate


class JoinedWords(argparse.Action):
    """Takes words; those of an option that is repeated are joined, so that all of them count."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        """Add the words to those before."""
        before = getattr(namespace, self.dest)
        setattr(namespace, self.dest, f"{before} {values}" if before else values)


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

    def format_help(self) -> str:
        """Return the help; what argparse puts behind headings is a colon of Latin text."""
        return re.sub(r"^(\S+):$", r"\1：", super().format_help(), flags=re.MULTILINE)


class _Once(argparse.Action):
    """Keeps the value of an option that is given once; a second one is an error.

    Args:
        given: The options that were read.
        options: As of any action.
    """

    def __init__(self, given: set[str], **options: Any) -> None:
        super().__init__(**options)
        self._given = given

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Keep the value."""
        if option_string is not None:
            if self.dest in self._given:
                parser.error(messages.given_twice(option_string))
            self._given.add(self.dest)
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """An argument parser that raises :class:`UsageError` instead of ending the program, and takes options in any position."""

    def __init__(self, name: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=f"{PROGRAM} {name}".rstrip(),
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        #: The options with values that were read; argparse would keep the last value and drop those before it.
        self._given: set[str] = set()
        self.register("action", None, partial(_Once, self._given))

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse the arguments; words may stand on both sides of an option, unless ``--`` says where options end."""
        words = sys.argv[1:] if args is None else args
        self._given.clear()
        options = self._parse(words, namespace)
        if "formats" in options:
            self.choose_format(options)
        return options

    def _parse(self, words: Sequence[str], namespace: None) -> argparse.Namespace:
        if "--" in words:  # argparse cannot do both
            return super().parse_args(words, namespace)
        if self.usage is None:  # argparse would cut off as many characters as its English heading has
            self.usage = self.format_usage().removeprefix(translate("usage: ")).rstrip()
        options: argparse.Namespace = self.parse_intermixed_args(words, namespace)
        return options

    def choose_format(self, options: argparse.Namespace) -> None:
        """Set the format that was not given: the one the output's name stands for, or the usual one.

        Raises:
            UsageError: If the name stands for none, or there is nothing to replace.
        """
        if options.force and options.output is None:
            raise UsageError(destinations.FORCE_ALONE)
        if options.format is None:
            options.format = format_of(options.output, options.formats, options.usual_format)

    def error(self, message: str) -> NoReturn:
        """Raise an error that points to the help."""
        raise UsageError(messages.see_help(message, self.prog))


def add_formats(parser: argparse.ArgumentParser, *names: str, default: str | None = None) -> None:
    """Add ``--format``, and ``-o`` and ``--force`` for the file to write; the default is what is printed for people."""
    parser.add_argument("--format", choices=names, help=messages.format_help(names, default))
    output_help = destinations.output_help(names)
    parser.add_argument("-o", "--output", type=named, metavar=messages.FILE, help=output_help)
    parser.add_argument("--force", action="store_true", help=destinations.FORCE_HELP)
    parser.set_defaults(formats=names, usual_format=default, answers_always=False)


def add_style(parser: argparse.ArgumentParser) -> None:
    """Add ``--style``: how citations are written; by default as ``config.toml`` says."""
    parser.add_argument("--style", choices=CITATION_STYLES, help=citation_messages.STYLE_HELP)


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """Add ``--encoding``."""
    parser.add_argument("--encoding", metavar=messages.ENCODING, help=messages.ENCODING_HELP)


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add a report."""
    parser.add_argument("report", nargs="?", type=named, metavar=messages.REPORT, help=messages.REPORT_HELP)


def named(text: str) -> str:
    """Read what names a report; an empty name would be the current folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError(messages.EMPTY_REPORT)
    return text


def add_reports(parser: argparse.ArgumentParser) -> None:
    """Add reports."""
    # With a default, argparse does not call them missing when something else is.
    parser.add_argument(
        "reports", nargs="*", default=[], type=named, metavar=messages.REPORT, help=messages.REPORTS_HELP
    )


def width(text: str) -> int:
    """Read the width of a line."""
    cells = int(text)
    if not 4 <= cells <= 1000:
        raise argparse.ArgumentTypeError(messages.WIDTH_RANGE)
    return cells


def count(text: str) -> int:
    """Read a number of at least 1."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(messages.COUNT_RANGE)
    return number


def words(text: str) -> str:
    """Read words of which there must be some."""
    if not text.strip():
        raise argparse.ArgumentTypeError(messages.NO_WORDS)
    return text.strip()


def add_tables(parser: argparse.ArgumentParser, *formats: str) -> None:
    """Add what tables are printed with."""
    names = formats or ("table", "csv", "json", "md", "xlsx")
    add_formats(parser, *names, default=names[0])
    parser.add_argument("--headings", choices=("zh", "en"), default="zh", help=messages.HEADINGS_HELP)
    parser.add_argument("--bom", action="store_true", help=messages.BOM_HELP)
    add_encoding(parser)


def add_library(parser: argparse.ArgumentParser) -> None:
    """Add ``--library``, the file of the library."""
    parser.add_argument("--library", metavar=messages.FILE, help=library_help.PATH_HELP)


def with_library_file(args: Sequence[str]) -> list[str]:
    """Return arguments in which ``--library`` is one word with its file, which is the next word only if that looks like one."""
    words = list(args)
    if "--library" in words:
        at = words.index("--library")
        named = words[at + 1] if words[at + 1 :] and _is_library(words[at + 1]) else ""
        words[at : at + 1 + bool(named)] = [f"--library={named}"]
    return words


def _is_library(word: str) -> bool:
    """Tell whether a word names the file of a library, whether it is there or not."""
    if word.endswith(_LIBRARY_SUFFIXES):
        return True
    try:
        with Path(word).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False
