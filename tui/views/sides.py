"""The reports that views across reports are made from, by how they are opened; read in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.messages import views as messages
from tui.report.errors import ReadError
from tui.report.model import Report
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.views.model import Side
from tui.visits import Source

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.session import Session


def in_library(number: int) -> Source:
    """Return how to open a report of the library."""
    return Source(library_report=number)


def library_side(number: int, library: Library) -> Side:
    """Return a report of the library."""
    return Side(in_library(number), library.ref(number), Outline(library.report(number)))


def file_side(source: Source, opened: Session | None) -> Side:
    """Return a report that is not in the library."""
    report = report_of_file(source, opened)
    return Side(source, ReportRef.of(report, report.source.file), Outline(report))


def any_side(source: Source, library: Library | None, opened: Session | None) -> Side:
    """Return a report, from the library or a file.

    Raises:
        HuijiError: If it cannot be read.
    """
    if source.library_report is None:
        return file_side(source, opened)
    if library is None:
        raise ReadError(messages.NO_LIBRARY)
    return library_side(source.library_report, library)


def report_of_file(source: Source, opened: Session | None) -> Report:
    """Return a report that is not in the library: the one that is open, or one read from its file."""
    if opened is not None and source.is_same_report(opened.source):
        return opened.prepared.report
    from tui.library.conversion import ConversionProcess
    from tui.session import open_report

    convert = ConversionProcess().convert  # an untrusted file
    return open_report(source.path, source.encoding, convert=convert).prepared.report
