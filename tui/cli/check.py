"""Check what a person has written: outline files, and the files of synonyms and of indicators."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui.cli import output, printing
from tui.cli.doubts import doubt_lines
from tui.cli.exit_codes import DATA, OK
from tui.library.loading import REPORT_SUFFIXES, STANDARD_INPUT, is_outline, read_bytes
from tui.messages import cli as messages
from tui.metrics.indicators import FILE as INDICATORS
from tui.outline_file.reading import check_outline, read_outline
from tui.report.errors import DataError
from tui.report.resources import read_content
from tui.search.synonyms import FILE as SYNONYMS
from tui.search.synonyms import read_synonyms

#: Faults printed of each file.
_MAX_FAULTS = 100


def run(options: Namespace) -> int:
    """Print the faults of each file."""
    has_faults = False
    for path in options.outlines:
        name = messages.STANDARD_INPUT if path == STANDARD_INPUT else path
        data = read_bytes(path)
        faults = _check(data, name)
        has_faults = has_faults or bool(faults)
        for fault in faults[:_MAX_FAULTS]:
            printing.line(str(fault))
        if len(faults) > _MAX_FAULTS:
            output.tell(messages.about(name, messages.more_faults(len(faults) - _MAX_FAULTS)))
        if not faults:
            output.tell(messages.about(name, messages.NO_FAULTS))
            for line in _doubts(data, name):
                output.tell(line)
    return DATA if has_faults else OK


def _doubts(data: bytes, name: str) -> list[str]:
    """Return the doubts of a sound outline, a line each."""
    is_table = _is_called(name, SYNONYMS) or _is_called(name, INDICATORS)
    return [] if is_table else doubt_lines(read_outline(data, name))


def _is_called(name: str, file: str) -> bool:
    """Return whether a file is called like one of the program's tables."""
    return Path(name).stem == Path(file).stem


def _check(data: bytes, name: str) -> list[DataError]:
    """Return the faults of an outline, or of a file of synonyms or of indicators, which are recognised by their names."""
    if _is_called(name, INDICATORS):
        return _check_indicators(data, name)
    if not _is_called(name, SYNONYMS):
        is_report = not is_outline(name, data) and name.lower().endswith(REPORT_SUFFIXES)
        return [DataError(messages.NOT_AN_OUTLINE, path=name)] if is_report else check_outline(data, name)
    try:
        read_synonyms(data, name)
    except DataError as error:
        return [error]
    return []


def _check_indicators(data: bytes, name: str) -> list[DataError]:
    """Check a table of indicators: the program's by itself, any other as what a person adds to the program's."""
    from tui.metrics.indicator_file import read_indicators
    from tui.metrics.indicators import built_in_entries

    is_built_in = data == read_content(INDICATORS)
    return read_indicators(data, name, () if is_built_in else built_in_entries()).faults
