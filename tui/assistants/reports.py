"""The reports that tools read: those of a library, and the built-in one."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property
from pathlib import Path
from typing import Any

from tui.assistants.answers import Record, quoted, without_empty
from tui.citation import Reference, source
from tui.library.library import Library
from tui.library.loading import load_report
from tui.messages import assistants as messages
from tui.metrics.canonical import with_canonical_ids
from tui.metrics.export import metric_as_json
from tui.metrics.indicators import Indicators, default_indicators
from tui.report.errors import ReadError, UsageError
from tui.report.model import DEFAULT_TITLE, Metric, Report
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at
from tui.search.links import Links
from tui.state.own_indicators import personal_indicators

#: A place with or without a year, as people write it: ``郑州市/2024``, ``郑州市2024年``, ``郑州市``.
_NAMED = re.compile(r"(?P<place>\D.*?)[/／\s]*(?:(?P<year>[0-9]{4})年?(?P<number>#[0-9]{1,12})?)?")


class Source:
    """A report with what names it.

    Args:
        address: How it is named: ``郑州市/2024``.
        ref: What tells it from others.
        report: The report.
        link_address: What links name it by.

    Attributes:
        outline: The report by offsets.
    """

    def __init__(self, address: str, ref: ReportRef, report: Report, link_address: str) -> None:
        self.address = address
        self.ref = ref
        self.outline = Outline(report)
        self._link_address = link_address

    @property
    def number(self) -> int | None:
        """Its number in the library; None for the built-in report."""
        return self.ref.number

    @cached_property
    def links(self) -> Links:
        """Its links."""
        return Links(self.outline, self._link_address)

    @property
    def report(self) -> Report:
        """The report."""
        return self.outline.report

    def record(self) -> Record:
        """Return what an answer has of the report."""
        return source_record(self.ref, len(self.report.text))

    def passage(self, start: int, end: int) -> Record:
        """Return a span with its sentence and where that is said."""
        first, last = sentence_at(self.report.text, start)
        return {
            "start": start,
            "end": end,
            "sentence": quoted(self.report.text[first:last], start - first),
            **self.cited(start),
            "link": str(self.links.of_span(first, last)),
        }

    def cited(self, start: int) -> Record:
        """Return in which report something is said, and where in it, for people."""
        return {"report": self.address, "citation": source(Reference.of(self.outline, start))}

    def metric(self, metric: Metric, indicators: Indicators) -> Record:
        """Return a metric with its sentence and where that is."""
        first, last = sentence_at(self.report.text, metric.start)
        record = metric_as_json(metric, self.report.text[first:last], first, indicators)
        record["sentence"] = quoted(self.report.text[first:last], metric.start - first)
        link = str(self.links.of_span(first, last))
        return {**without_empty(record), **self.cited(metric.start), "link": link}


def source_record(ref: ReportRef, characters: int) -> Record:
    """Return what an answer has of a report: of its file the name only."""
    record = {
        "place": ref.place,
        "year": ref.plan_year,
        "level": ref.level,
        "title": ref.title or DEFAULT_TITLE,
        "date": ref.date,
        "file": one_line(ref.file.replace("\\", "/").rpartition("/")[2]),
        "sha256": ref.sha256,
        "characters": characters,
        "built_in": ref.number is None,
    }
    return without_empty(record, keep=("place", "year", "sha256"))


def cited_name(ref: ReportRef) -> str:
    """Return the name of a report with its date, as a citation has it."""
    return source(Reference.of_ref(ref))


class Reports(AbstractContextManager["Reports"]):
    """The reports of one call of a tool.

    Args:
        path: The file of the library; there may be none.
        stop: Called several times a second by what takes long; may raise to stop.
    """

    def __init__(self, path: Path | None, stop: Callable[[], object] = int) -> None:
        self.stop = stop
        self._path = path
        self._stack = ExitStack()
        self._sources: dict[int | None, Source] = {}

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @cached_property
    def library(self) -> Library | None:
        """The library; None if there is none."""
        if self._path is None or not self._path.exists():
            return None
        return self._stack.enter_context(Library(self._path))

    def needed_library(self) -> Library:
        """Return the library.

        Raises:
            UsageError: If there is none.
        """
        if self.library is None:
            raise UsageError(messages.NEEDS_LIBRARY)
        return self.library

    @cached_property
    def addresses(self) -> Any:
        """The addresses of the reports of the library."""
        return self.needed_library().addresses()

    @cached_property
    def indicators(self) -> Indicators:
        """The table of indicators, with a person's own."""
        return personal_indicators()

    @property
    def sources(self) -> dict[str, Record]:
        """What answers have of all reports that were read."""
        return {source.address: source.record() for source in self._sources.values()}

    def of(self, named: str | None) -> Source:
        """Return the report that a name stands for; the built-in one for none.

        Args:
            named: ``郑州市/2024``; without a year, the newest of the place is meant.

        Raises:
            HuijiError: If there is no such report, or there are several.
        """
        if not named:
            return self.built_in
        match = _NAMED.fullmatch(named.strip())
        if match is None:
            raise UsageError(messages.bad_report(one_line(named[:40])))
        place, year, number = match["place"].strip(), match["year"], match["number"] or ""
        if self.library is not None:
            address = f"{place}/{year}{number}" if year else self.addresses.newest(place)
            try:
                if address:
                    return self.numbered(self.library.find(address))
            except ReadError:
                if not self._is_built_in(place, year):
                    raise
        if self._is_built_in(place, year):
            return self.built_in
        meant = self.addresses.meant(place) if self.library is not None else ""
        raise UsageError(messages.no_such_report(one_line(place[:40]), meant, self.built_in.address))

    def numbered(self, number: int) -> Source:
        """Return a report of the library by its number."""
        if number not in self._sources:
            library = self.needed_library()
            report = self._with_indicators(library.report(number))
            address = self.addresses.of(number)
            link_address = library.link_address(number) if "#" in address else address
            self._sources[number] = Source(address, library.ref(number), report, link_address)
        return self._sources[number]

    @property
    def built_in(self) -> Source:
        """The built-in report."""
        if None not in self._sources:
            report = self._with_indicators(load_report(None))
            ref = ReportRef.of(report, report.source.file)._replace(level="county")
            address = f"{ref.place}/{ref.plan_year}"
            self._sources[None] = Source(address, ref, report, address)
        return self._sources[None]

    def _is_built_in(self, place: str, year: str | None) -> bool:
        ref = self.built_in.ref
        return place.endswith(ref.place) and year in (None, str(ref.plan_year))

    def _with_indicators(self, report: Report) -> Report:
        is_plain = self.indicators is default_indicators()
        return report if is_plain else with_canonical_ids(report, self.indicators)
