"""The brief and the page of a report to be exported, as ``brief`` and ``convert --html`` write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tui.exports.model import Export, Form
from tui.library.briefing import brief_sources
from tui.library.library import Library
from tui.messages import exports as messages
from tui.metrics.export import Headings
from tui.pages.brief_html import brief_html
from tui.pages.brief_markdown import brief_markdown
from tui.pages.choosing import make_brief
from tui.pages.report_html import report_html
from tui.report.model import Report


def page_exports(
    report: Report,
    whose: str,
    path: str | None,
    number: int | None,
    library: Path | None,
    address_of: Callable[[], str],
) -> list[Export]:
    """Return the brief and the page of a report.

    Args:
        report: The report.
        whose: Begins the files' names.
        path: Its file; None for the built-in report.
        number: Its number in the library, if it was opened from there.
        library: The library that has the report of the year before; None for none.
        address_of: Returns what links in Markdown name it by.
    """

    def brief(form: Form, headings: Headings) -> bytes:
        made = make_brief(brief_sources(report, _file(path, number, library), None, library))
        text = brief_html(made) if form == "html" else brief_markdown(made, address_of())
        return text.encode("utf-8")

    def page(form: Form, headings: Headings) -> bytes:
        return report_html(report).encode("utf-8")

    return [
        Export(messages.BRIEF, messages.BRIEF, whose, None, ("html", "md"), (), brief, True),
        Export(messages.PAGE, messages.PAGE, whose, None, ("html",), (), page, True),
    ]


def _file(path: str | None, number: int | None, library: Path | None) -> str | None:
    """Return the file of a report, by which the library finds it."""
    if number is None or library is None:
        return path
    with Library(library) as opened:
        return opened.path_of_report(number)
