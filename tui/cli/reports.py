"""Load the reports commands name, converted only once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.cli import output
from tui.library import loading
from tui.library.addresses import address_meant, lacks_library, library_with
from tui.messages import library as messages
from tui.messages.errors import NO_FILE
from tui.messages.start import NO_FILE_OR_COMMAND
from tui.report.errors import ReadError, UsageError, did_you_mean
from tui.report.links import Link, file_address, is_link, parse_link, place_address
from tui.report.model import Report
from tui.report.sanitize import one_line
from tui.state.paths import cache_folder, config_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.library.cache import Convert
    from tui.metrics.indicators import Indicators
    from tui.state.records import CitationStyle


def load_report(
    path: str | None, encoding: str | None, convert: Convert | None = None, library: str | None = None
) -> Report:
    """Return the report a path names: the built-in one for None, standard input for ``-``, one of the library by its address.

    Args:
        path: The path, or an address such as ``郑州市/2024``.
        encoding: A codec to use instead of detecting one.
        convert: Converts what is not in the cache; None to convert it and to add it.
        library: The file of the library; None for that of the user.

    Raises:
        ReadError: If the file cannot be read.
        DataError: If it holds no report.
    """
    if path is not None and is_link(path):
        path = report_of_link(parse_link(path), library)
    if path is None:
        return loading.load_report(path, encoding)
    if library_with(path, library) is not None:
        return report_of_library(path, library)
    from tui.library.cache import convert_and_cache, load_cached  # the built-in report is not cached

    try:
        return load_cached(path, encoding, cache_folder(), convert=convert or convert_and_cache)
    except ReadError as error:
        hint = hint_of_library(path, library)
        if not hint:
            raise
        raise ReadError(error.message + hint, path=error.path) from None


def hint_of_library(path: str, library: str | None) -> str:
    """Return the end of a message about a path that names no file: what it may name in the library; empty for nothing."""
    if lacks_library(path, library):
        return messages.OR_NO_LIBRARY
    address = address_meant(path, library)
    return messages.address_meant(address) if address else ""


def check_report(word: str, commands: Iterable[str]) -> None:
    """Check that a word behind the program's name is a report.

    Args:
        word: The word.
        commands: The commands, one of which may be meant.

    Raises:
        ReadError: If it looks like the name of a command or of a file, and is neither.
    """
    is_name = word.isidentifier()
    if not (is_name or word.lower().endswith(loading.REPORT_SUFFIXES)) or is_link(word):
        return
    if os.path.lexists(word) or library_with(word) is not None:
        return
    if not is_name:
        raise ReadError(NO_FILE, path=one_line(word))
    hint = did_you_mean(word, commands) or hint_of_library(word, None)
    raise ReadError(NO_FILE_OR_COMMAND + hint, path=one_line(word))


def citation_style(chosen: CitationStyle | None) -> CitationStyle:
    """Return how citations are written: as was asked for, else as the configuration says."""
    from tui.state.config import load_config  # most commands print no citations

    return chosen or load_config(config_folder()).citation_style


def report_of_link(link: Link, library: str | None) -> str | None:
    """Return what opens the report that a link with an address is to: a path, or an address; None for the built-in report."""
    from tui.library.link_targets import report_of_link  # paths need no library

    if not link.address:
        raise UsageError(messages.LINK_WITHOUT_REPORT)
    return report_of_link(link, library)


def link_address(report: Report, path: str | None, library: str | None, number: int | None = None) -> str:
    """Return what links name a report by.

    Args:
        report: The report.
        path: How it was named; None for the built-in report.
        library: The file of the library; None for that of the user.
        number: Its number, if it is one of the library.
    """
    if path is not None and is_link(path):
        path = report_of_link(parse_link(path), library)
    if path is None:
        return place_address(report) or file_address(report)
    if number is None and library_with(path, library) is None:
        return file_address(report)
    from tui.library.library import Library
    from tui.library.location import library_path

    with Library(library_path(library)) as opened:
        return opened.link_address(opened.find(path) if number is None else number)


def report_of_library(report: int | str, library: str | None) -> Report:
    """Return a report of the library, by its number or its address.

    Raises:
        HuijiError: If there is no such report, or no library.
    """
    from tui.library.library import Library
    from tui.library.location import library_path

    with Library(library_path(library)) as opened:
        return opened.report(report)


def own_indicators(is_quiet: bool = False) -> Indicators:
    """Return the table of indicators with a person's own; complain if their file is wrong, unless that was done before."""
    from tui.state.own_indicators import load_indicators  # most people have no such file

    indicators, faults = load_indicators(config_folder())
    for fault in () if is_quiet else faults:
        output.complain(str(fault))
    return indicators


def with_own_indicators(report: Report, indicators: Indicators) -> Report:
    """Return a report whose metrics have the ids of a table of indicators with a person's own."""
    # Its rules take longer to load than most commands run.
    from tui.metrics.canonical import with_canonical_ids
    from tui.metrics.indicators import default_indicators

    return report if indicators is default_indicators() else with_canonical_ids(report, indicators)
