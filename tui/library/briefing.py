"""What a brief is made from: a report, the one of the year before, its promises, and terms that are new."""

from __future__ import annotations

from pathlib import Path

from tui.library.library import Library
from tui.library.past import number_of
from tui.messages import pages as messages
from tui.pages.brief import Sources
from tui.pages.new_wording import names_of
from tui.promises.linking import link_promises
from tui.report.errors import ReadError, UsageError
from tui.report.model import Report
from tui.wording.terms import new_terms


def brief_sources(
    report: Report,
    path: str | None = None,
    before: Report | None = None,
    library: Path | None = None,
) -> Sources:
    """Return what the brief of a report is made from.

    Args:
        report: The report.
        path: Its file, or its address in the library; None for the built-in report, or if that is not known.
        before: The report of the year before; None to look it up in the library.
        library: The library, which also tells which terms other places use; None for none.

    Raises:
        UsageError: If ``before`` is not from before the report.
        ReadError: If there is no such library.
    """
    if before is not None:
        _check(report, before)
    if library is None:
        return _without_library(report, before)
    with Library(library) as opened:
        return _with_library(opened, report, path, before)


def _check(report: Report, before: Report) -> None:
    if before.source.sha256 == report.source.sha256 or before.text == report.text:
        raise UsageError(messages.SAME_REPORT)
    year, earlier = report.front.plan_year, before.front.plan_year
    if year is not None and earlier is not None and earlier >= year:
        raise UsageError(messages.wrong_order(year, earlier))


def _without_library(report: Report, before: Report | None) -> Sources:
    if before is None:
        return Sources(report)
    return Sources(report, before, link_promises(before, report), new_terms(before, report))


def _with_library(library: Library, report: Report, path: str | None, before: Report | None) -> Sources:
    if before is not None:
        terms, _ = library.new_terms(before, report)
        promises = link_promises(before, report)
        return Sources(report, before, promises, terms, library.precedents(report, names_of(terms)))
    number = _number(library, report, path)
    earlier = _before(library, report, number)
    if earlier is None:
        return Sources(report)
    before = library.report(earlier)
    if number is None:
        promises = link_promises(before, report)
        terms, _ = library.new_terms(earlier, report)
    else:
        promises = library.promises(earlier, number).promises
        terms, _ = library.new_terms(earlier, number)
    asked = report if number is None else number
    return Sources(report, before, promises, terms, library.precedents(asked, names_of(terms)))


def _number(library: Library, report: Report, path: str | None) -> int | None:
    """Return the number of a report in the library; None if it has none, or another text of it."""
    number = number_of(library, None, path)
    if number is None and path is not None:
        try:
            number = library.find(path)
        except (ReadError, UsageError):  # a file that the library does not have
            return None
    if number is None or library.report(number).text != report.text:
        return None
    return number


def _before(library: Library, report: Report, number: int | None) -> int | None:
    """Return the number of the report of the year before; None if there is none, or which is not certain."""
    if number is not None:
        return library.predecessor(number)
    try:
        return library.year_before(report.place, report.front.plan_year)
    except UsageError:
        return None
