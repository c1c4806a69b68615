"""Print the sentences of a library that are most like a given one, or like those of a part of a report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from tui.cli import output, printing
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.reports import load_report
from tui.cli.tables import writer
from tui.exports.wording import FoundRelated, RelatedRecord, related_record, related_rows
from tui.library.addresses import library_with
from tui.library.library import Library
from tui.library.location import library_path, plain_path
from tui.messages import contexts as messages
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at, sentences_in
from tui.search.places import find_span
from tui.wording.likeness import masked_grams
from tui.wording.model import RelatedSentence

#: How many sentences are listed for one, and for each of several.
_LIMIT, _LIMIT_OF_EACH = 20, 5
#: Pairs of characters that a sentence of a report must have: 各位代表 is like any other.
_LEAST_GRAMS = 5


def run(options: Namespace) -> int:
    """Print related sentences."""
    with Library(library_path(options.library)) as library:
        found = [_of_sentence(library, options)] if options.at is None else list(_of_place(library, options))
    count = sum(len(one.rows) for one in found)
    if options.format == "json":
        _print_json(found, options)
    elif options.format == "csv":
        writer("csv", "related", options.bom).add(
            related_rows(found, options.headings, options.at is not None)
        )
    else:
        _print_tables(found, options)
    output.tell(messages.related(count) if count else messages.NONE_RELATED if found else messages.NO_WORDS)
    return OK if count else NOTHING_FOUND


def _of_sentence(library: Library, options: Namespace) -> FoundRelated:
    limit = options.limit or _LIMIT
    found = library.related(options.sentence, limit, None, options.filters, options.each, options.stop)
    return FoundRelated(options.sentence, None, list(_rows(library, found)))


def _of_place(library: Library, options: Namespace) -> Iterator[FoundRelated]:
    """Yield the sentences of a part of a report, with those of other reports."""
    word = options.sentence
    number = library.report_of_path(plain_path(word))
    if number is None and library_with(word, options.library) is not None:
        number = library.find_best(word)
    if number is None:
        report = load_report(word, options.encoding, library=options.library)
    else:
        report = library.report(number)
    index, text = Outline(report), report.text
    start, end = find_span(index, options.at)
    if not any((node.start, node.end) == (start, end) for node in index.nodes):
        start, end = sentence_at(text, start)
    limit = options.limit or _LIMIT_OF_EACH
    for first, last in sentences_in(text[start:end]):
        span = start + first, start + last
        sentence = text[slice(*span)]
        if len(masked_grams(sentence)) >= _LEAST_GRAMS:
            found = library.related(sentence, limit, number, options.filters, options.each, options.stop)
            yield FoundRelated(sentence, span, list(_rows(library, found)))


def _rows(library: Library, found: Sequence[RelatedSentence]) -> Iterator[RelatedRecord]:
    addresses = library.addresses()
    for one in found:
        text = library.text_of(one.report)[one.start : one.end]
        ref: ReportRef = library.ref(one.report)
        place, address = addresses.place_of(one.report), addresses.of(one.report)
        yield RelatedRecord(
            round(one.score, 2),
            place,
            ref.level,
            ref.plan_year,
            text,
            one.start,
            one.end,
            address,
            one.is_part,
        )


def _print_json(found: Sequence[FoundRelated], options: Namespace) -> None:
    records = [related_record(one) for one in found]
    printing.json_text({"sentences": records} if options.at is not None else records[0])


def _print_tables(found: Sequence[FoundRelated], options: Namespace) -> None:
    for one in found:
        if options.at is not None:
            printing.line(printing.strong(one_line(one.sentence)))
        head = messages.RELATED_TABLE_COLUMNS if options.headings == "zh" else ("score", "report", "sentence")
        rows = [
            [messages.score(row.score, row.part), one_line(row.report), one_line(row.sentence)]
            for row in one.rows
        ]
        if rows:
            writer("table", "related", False).add([head, *rows])
