"""Name a report among many: whose it is, and for which year."""

from __future__ import annotations

from typing import NamedTuple


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
