"""What a report consists of, before it is opened: its chapters and sections, as far as the library or the cache knows them."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from tui.library.cache import key_of, read_kept
from tui.library.database import open_for_reading, told
from tui.library.loading import load_report, read_bytes
from tui.library.location import plain_path
from tui.library.stored import headings_of, report_in
from tui.report.errors import HuijiError
from tui.report.model import Report
from tui.report.outline import Outline

#: Bytes of a file that is read only to find its conversion.
_MAX_BYTES = 8 * 1024 * 1024
_LEVELS = ("chapter", "section")


class Heading(NamedTuple):
    """A chapter, or a section, which is one level deeper.

    Attributes:
        depth: 0 for a chapter.
        label: Its number and heading.
    """

    depth: int
    label: str


class NamedReport(NamedTuple):
    """A report that can be opened.

    Attributes:
        name: Its path or address; None for the built-in one.
        number: Its number in the library, if that is how it is named.
    """

    name: str | None
    number: int | None = None


def contents_of(report: NamedReport, library: str | None, cache: Path) -> list[Heading] | None:
    """Return the chapters and sections of a report; None if neither library nor cache has it.

    Args:
        report: The report.
        library: The file of the library; None if there is none.
        cache: The folder of the cache.
    """
    if report.name is None:
        return [*_headings(load_report(None))]
    known = _in_library(report, library)
    return known if known is not None else _in_cache(report.name, cache)


def _in_library(report: NamedReport, library: str | None) -> list[Heading] | None:
    if library is None:
        return None
    file = Path(library)
    with suppress(HuijiError, ValueError), closing(open_for_reading(file)) as connection, told(file):
        number = report.number if report.number is not None else _number(connection, report.name or "")
        if number is not None:
            return [Heading(_LEVELS.index(level), label) for level, label in headings_of(connection, number)]
    return None


def _number(connection: sqlite3.Connection, name: str) -> int | None:
    return report_in(connection, plain_path(os.path.expanduser(name)))  # noqa: PTH111 - raises for a long name


def _in_cache(name: str, cache: Path) -> list[Heading] | None:
    with suppress(HuijiError, OSError, ValueError):
        path = Path(name).expanduser()
        if path.stat().st_size > _MAX_BYTES:
            return None
        digest = hashlib.sha256(read_bytes(str(path))).hexdigest()
        key = key_of(digest, str(path), None)
        report = read_kept(cache / f"{key}.json", key, digest)
        return [*_headings(report)] if report is not None else None
    return None


def _headings(report: Report) -> Iterator[Heading]:
    outline = Outline(report)
    for node in outline.nodes:
        if node.level in _LEVELS:
            yield Heading(_LEVELS.index(node.level), outline.label(node))
