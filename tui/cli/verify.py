"""Check quotations against a report, several reports or a library."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.cli import output
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.reports import citation_style
from tui.cli.several import Reports, load
from tui.cli.tables import JsonWriter, table, writer
from tui.cli.verify_rows import (
    Checked,
    best_of,
    found_record,
    nothing_record,
    print_listed,
    row_of,
    table_row,
)
from tui.library.library import Library
from tui.library.loading import STANDARD_INPUT, read_bytes
from tui.library.location import library_path
from tui.messages import verify as messages
from tui.report.errors import DataError, UsageError
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.search.links import Links
from tui.search.quotations.checking import check
from tui.search.quotations.model import KINDS, MAX_CHARACTERS
from tui.search.quotations.passages import QuotedPassage, read_passages, unquoted
from tui.search.quotations.source import Quotation

_TASK = "tui.cli.verify:verify_file"


def run(options: Namespace) -> int:
    """Print what is found of each quotation; return 0 only if all are there as they are quoted."""
    quotations = _quotations(options)
    options.style = citation_style(options.style)
    for one in quotations:
        if len(one.text) > MAX_CHARACTERS:
            raise UsageError(messages.too_long(MAX_CHARACTERS))
    if options.is_library:
        return _print(_in_library(quotations, options), options)
    reports = Reports(options)
    texts = [one.text for one in quotations]
    found: list[list[Checked]] = [[] for _ in texts]
    is_any = False
    for _, records in reports.each(verify_file, _TASK, {"quotations": texts, "style": options.style}):
        is_any = True
        for of_report, record in zip(found, records, strict=True):
            if record is not None:
                of_report.append(record)
    if not is_any:
        return reports.status(False)
    pairs = zip(quotations, found, strict=True)
    return _print((_numbered(best_of(one.text, records), one, options) for one, records in pairs), options)


def _quotations(options: Namespace) -> list[QuotedPassage]:
    """Return the quotations that are to be checked.

    Raises:
        DataError: If a file has none.
    """
    if options.file is None:
        return [QuotedPassage(unquoted(options.quotation), 0)]
    from tui.convert.read_file import read_file  # a quotation on the command line needs no file

    data = read_bytes(options.file)
    text = read_file(data, options.file, options.encoding).text
    passages, split = read_passages(text.replace("\r\n", "\n").replace("\r", "\n"), options.split)
    name = options.file if options.file == STANDARD_INPUT else Path(options.file).name
    if not passages:
        raise DataError(messages.NOTHING_TO_VERIFY, path=one_line(name))
    output.tell(messages.read_from(one_line(name), len(passages), split == "quoted"))
    return passages


def verify_file(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[list[Checked | None], bytes]:
    """Check quotations against a report, in this process or in a worker process."""
    from tui.cli.reports import link_address

    report = load(arguments, data, with_metrics=False)
    path = arguments["path"]
    outline = Outline(report)
    links = Links(outline, link_address(report, path, arguments["library"], arguments["number"]))
    source = links.source
    ref = ReportRef.of(report, path or "")
    records: list[Checked | None] = []
    for text in arguments["quotations"]:
        passage = check(Quotation(text), source)
        records.append(
            None
            if passage is None
            else found_record(text, passage, outline, links, ref, path or "", arguments["style"])
        )
    return records, b""


def _in_library(quotations: Sequence[QuotedPassage], options: Namespace) -> Iterator[Checked]:
    """Yield what is found of quotations in a library."""
    with Library(library_path(options.library or None)) as library:
        verify = library.verifier(options.filters)
        known: dict[int, tuple[Outline, Links, ReportRef, str]] = {}
        addresses = library.addresses()
        for one in quotations:
            found = verify(one.text, options.stop)
            if not found:
                yield _numbered(nothing_record(one.text), one, options)
                continue
            number, passage = found[0]
            if number not in known:
                outline = Outline(library.report(number))
                links = Links(outline, library.link_address(number))
                known[number] = outline, links, library.ref(number), addresses.of(number)
            outline, links, ref, address = known[number]
            record = found_record(one.text, passage, outline, links, ref, address, options.style)
            if passage.kind == "exact":
                record["others"] = [addresses.of(other.report) for other in found[1:]]
            yield _numbered(record, one, options)


def _numbered(record: Checked, passage: QuotedPassage, options: Namespace) -> Checked:
    """Return a record with the line of the file that has the quotation."""
    return {**record, "line": passage.line} if options.file is not None else record


def _print(records: Iterator[Checked], options: Namespace) -> int:
    """Print what is found, each as soon as it is; return the exit code."""
    counts: Counter[str] = Counter()
    json = JsonWriter("quotations") if options.format == "json" else None
    rows = writer("csv", "quotations", options.bom) if options.format == "csv" else None
    collected: list[list[str]] = [list(messages.TABLE_COLUMNS)]
    for record in records:
        options.stop()
        counts[str(record["kind"])] += 1
        if json is not None:
            json.add([record])
        elif rows is not None:
            head, cells = row_of(record, options.headings)
            rows.add([head, cells])
        elif options.format == "table":
            collected.append(table_row(record))
        else:
            print_listed(record)
        output.flush()
    if json is not None:
        json.close()
    if options.format == "table":
        table(collected)
    if counts.total() > 1:
        output.tell(messages.summary({kind: counts[kind] for kind in KINDS}))
    return OK if counts["exact"] == counts.total() else NOTHING_FOUND
