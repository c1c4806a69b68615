"""Name a report among many: whose it is, and for which year."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from tui.report.grammar import names_place
from tui.report.model import Report

_JSON_FIELDS = ("place", "plan_year", "title", "date", "file", "sha256")


class ReportRef(NamedTuple):
    """A report, without its text.

    Attributes:
        place: The place it is of, as the report names it; empty if unknown.
        plan_year: The year it plans; None if unknown.
        title: Its title.
        date: When it was delivered, ISO 8601; empty if not stated.
        file: Path of its file; empty if it has none.
        sha256: Of the file's bytes, in hexadecimal.
        number: Its number in the library; None outside one.
        level: ``national``, ``province``, ``city``, ``county``, or empty.
        code: Code of GB/T 2260 under which the place goes on today; empty if unknown.
        parent: Code of the division above; empty if unknown.
    """

    place: str
    plan_year: int | None
    title: str
    date: str
    file: str
    sha256: str
    number: int | None = None
    level: str = ""
    code: str = ""
    parent: str = ""

    @classmethod
    def of(cls, report: Report, path: str) -> ReportRef:
        """Return what names a report outside a library.

        Args:
            report: The report.
            path: Its file, or how it was named.
        """
        front = report.front
        return cls(report.place, front.plan_year, front.title, front.date, path, report.source.sha256)

    @property
    def shown_place(self) -> str:
        """The place as titles show it: the name of the file where the text names none; empty if there is neither."""
        return self.place if names_place(self.place) else PurePath(self.file).name

    def as_json(self) -> dict[str, object]:
        """Return what JSON has of a report."""
        return {field: getattr(self, field) for field in _JSON_FIELDS}
