"""Links of the report that is open: what one that is typed names, and what is copied with a citation."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.messages import links as messages
from tui.report.errors import HuijiError, UsageError
from tui.report.links import file_address, is_link, parse_link, place_address
from tui.session import Session

if TYPE_CHECKING:
    from tui.search.links import Links

__all__ = ["LinkRow", "ReportLinks", "is_link"]
#: Passages listed for a link.
_MOST_ROWS = 50


class LinkRow(NamedTuple):
    """A place that a link names.

    Attributes:
        name: A short name of it.
        label: Where it is.
        offset: Its offset; None if it is in another report, or nowhere.
        note: What is to be said of it.
    """

    name: str
    label: str
    offset: int | None
    note: str = ""


class ReportLinks:
    """The links of the report that is open.

    Args:
        session: The report.
        library_file: Returns the file of the library; None if there is none.
    """

    def __init__(self, session: Session, library_file: Callable[[], Path | None]) -> None:
        self._session = session
        self._library_file = library_file

    @cached_property
    def _links(self) -> Links:
        from tui.search.links import Links  # not needed for the first screen

        return Links(self._session.prepared.outline, self.address())

    def address(self) -> str:
        """Return what links name the report by."""
        session, report = self._session, self._session.prepared.report
        file = self._library_file() if session.library_report is not None else None
        if file is not None and session.library_report is not None:
            from tui.library.library import Library

            try:
                with Library(file) as library:
                    return library.link_address(session.library_report)
            except HuijiError:  # gone meanwhile
                return file_address(report)
        return (place_address(report) if session.path is None else "") or file_address(report)

    def of_span(self, start: int, end: int) -> str:
        """Return the link to a passage."""
        return str(self._links.of_span(start, end))

    def rows(self, text: str) -> list[LinkRow]:
        """Return what a link names, in this report or in another one, or why it names nothing."""
        try:
            link = parse_link(text)
        except UsageError as error:
            return [LinkRow(messages.NOT_FOUND, error.message, None, error.message)]
        outline = self._session.prepared.outline
        if not self._links.is_own(link):
            where = f"{link.address} {link.place}{f'“{link.quote}”' if link.quote else ''}"
            return [LinkRow(messages.LINKED_REPORT, where, None)]
        try:
            found = self._links.find(link)
        except UsageError as error:
            passages = self._links.all(link) if link.quote else []
            if passages:
                return [
                    LinkRow(f"~{number}", outline.path(outline.at(one.start)), one.start, one.note)
                    for number, one in enumerate(passages[:_MOST_ROWS], 1)
                ]
            near = self._links.nearest(link.quote) if link.quote else None
            if near is None:
                return [LinkRow(messages.NOT_FOUND, error.message, None, error.message)]
            label = outline.path(outline.at(near.start))
            return [LinkRow(messages.NEAREST, label, near.start, self._links.nothing(link))]
        return [
            LinkRow(
                link.place or messages.QUOTED, outline.path(outline.at(found.start)), found.start, found.note
            )
        ]
