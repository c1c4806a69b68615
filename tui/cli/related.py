"""Print the sentences of a library that are most like a given one, or like those of a part of a report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.cli import output, printing
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.reports import load_report
from tui.cli.tables import writer
from tui.library.addresses import library_with
from tui.library.library import Library
from tui.library.location import library_path, plain_path
from tui.messages import contexts as messages
from tui.messages.library import LEVEL_NAMES
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at, sentences_in
from tui.search.places import find_span
from tui.wording.likeness import masked_grams
from tui.wording.model import RelatedSentence, Span

#: How many sentences are listed for one, and for each of several.
_LIMIT, _LIMIT_OF_EACH = 20, 5
#: Pairs of characters that a sentence of a report must have: 各位代表 is like any other.
_LEAST_GRAMS = 5
_FIELDS = ("score", "place", "level", "year", "sentence", "start", "end", "report", "part")


class _Row(NamedTuple):
    """A related sentence as it is printed; the fields are those of JSON."""

    score: float
    place: str
    level: str
    year: int | None
    sentence: str
    start: int
    end: int
    report: str
    part: bool


class _Found(NamedTuple):
    """A sentence and those that are like it."""

    sentence: str
    span: Span | None
    rows: Sequence[_Row]


def run(options: Namespace) -> int:
    """Print related sentences."""
    with Library(library_path(options.library)) as library:
        found = [_of_sentence(library, options)] if options.at is None else list(_of_place(library, options))
    count = sum(len(one.rows) for one in found)
    if options.format == "json":
        _print_json(found, options)
    elif options.format == "csv":
        _print_csv(found, options)
    else:
        _print_tables(found, options)
    output.tell(messages.related(count) if count else messages.NONE_RELATED if found else messages.NO_WORDS)
    return OK if count else NOTHING_FOUND


def _of_sentence(library: Library, options: Namespace) -> _Found:
    limit = options.limit or _LIMIT
    found = library.related(options.sentence, limit, None, options.filters, options.each, options.stop)
    return _Found(options.sentence, None, list(_rows(library, found)))


def _of_place(library: Library, options: Namespace) -> Iterator[_Found]:
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
            yield _Found(sentence, span, list(_rows(library, found)))


def _rows(library: Library, found: Sequence[RelatedSentence]) -> Iterator[_Row]:
    addresses = library.addresses()
    for one in found:
        text = library.text_of(one.report)[one.start : one.end]
        ref: ReportRef = library.ref(one.report)
        place, address = addresses.place_of(one.report), addresses.of(one.report)
        yield _Row(
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


def _print_json(found: Sequence[_Found], options: Namespace) -> None:
    records: list[dict[str, object]] = []
    for sentence, span, rows in found:
        at = {"start": span[0], "end": span[1]} if span else {}
        records.append({"sentence": sentence, **at, "related": [row._asdict() for row in rows]})
    printing.json_text({"sentences": records} if options.at is not None else records[0])


def _print_csv(found: Sequence[_Found], options: Namespace) -> None:
    is_chinese = options.headings == "zh"
    has_own = options.at is not None
    own = [messages.SENTENCE_COLUMN if is_chinese else "of"] if has_own else []
    rows = [[*own, *(messages.RELATED_COLUMNS if is_chinese else _FIELDS)]]
    for one in found:
        for row in one.rows:
            named = row._replace(level=LEVEL_NAMES.get(row.level, row.level)) if is_chinese else row
            cells = [one_line("" if value is None else str(value)) for value in named]
            cells[0] = f"{row.score:.2f}"
            cells[-1] = (messages.PART if row.part else "") if is_chinese else str(row.part).lower()
            rows.append([*([one_line(one.sentence)] if has_own else []), *cells])
    writer("csv", "related", options.bom).add(rows)


def _print_tables(found: Sequence[_Found], options: Namespace) -> None:
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
