"""Read the reports that ``diff`` compares: two that are named, or one with the one of the year before."""

from __future__ import annotations

from argparse import Namespace

from tui.cli import output
from tui.cli.reports import load_report
from tui.library.addresses import library_with, newest_of_place
from tui.library.library import Library
from tui.library.location import library_path, plain_path
from tui.messages import diff as messages
from tui.messages import tasks as task_messages
from tui.report.model import Report
from tui.report.reference import ReportRef

Read = tuple[Report, ReportRef]


def read_two(options: Namespace) -> tuple[Read, Read] | None:
    """Return the earlier and the later report; None, with a complaint, if the one of the year before is not in the library.

    Raises:
        HuijiError: If a report cannot be read.
    """
    words = [_with_year(word, options.library) for word in options.words]
    if len(words) == 2:
        return read_one(words[0], options), read_one(words[1], options)
    with Library(library_path(options.library)) as library:
        later, number = _later(words[0], options, library)
        ref = later[1]
        before = (
            library.year_before(ref.place, ref.plan_year) if number is None else library.predecessor(number)
        )
        if before is None:
            name = messages.named(ref.place, ref.plan_year, ref.file)
            output.complain(messages.no_predecessor(name))
            return None
        return (library.report(before), library.ref(before)), later


def _later(word: str, options: Namespace, library: Library) -> tuple[Read, int | None]:
    """Return a report, and its number if the library has it."""
    number = library.report_of_path(plain_path(word))
    if number is None and library_with(word, options.library) is not None:
        number = library.find_best(word)
    if number is None:
        return read_one(word, options), None
    return (library.report(number), library.ref(number)), number


def read_one(word: str, options: Namespace) -> Read:
    """Return the report that a word names: a file, or one of the library.

    Raises:
        HuijiError: If it cannot be read.
    """
    word = _with_year(word, options.library)
    if library_with(word, options.library) is not None:
        with Library(library_path(options.library)) as library:
            number = library.find_best(word)
            return library.report(number), library.ref(number)
    report = load_report(word, options.encoding, library=options.library)
    return report, ReportRef.of(report, word)


def _with_year(word: str, library: str | None) -> str:
    """Return the address of the newest report of a place that is named without a year."""
    address = newest_of_place(word, library)
    if address:
        output.tell(task_messages.newest(address))
    return address or word
