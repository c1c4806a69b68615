"""Print what a report promises beside what the next one says of it; keep and print one's own verdicts."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence

from tui.cli import output, printing, spreadsheets
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.promise_rows import own_record, own_table
from tui.cli.reports import load_report, own_indicators
from tui.cli.tables import JsonWriter, writer
from tui.cli.years import is_meant_as_year, year_in
from tui.exports.promises import PromiseRows, counts_line, promise_heads
from tui.library.addresses import is_address
from tui.library.divisions import default_divisions
from tui.library.library import Library
from tui.library.location import library_path, plain_path
from tui.library.neighbours import is_one_place
from tui.messages import cli as cli_messages
from tui.messages import library as library_messages
from tui.messages import promises_cli as messages
from tui.messages import sheets as sheet_messages
from tui.messages.verdicts import CERTAINTY_NAMES, VERDICT_NAMES, no_such_target, no_such_verdict
from tui.promises.export import Writer
from tui.promises.linking import link_promises
from tui.promises.model import CERTAINTIES, VERDICTS, Promise, Verdict
from tui.promises.pair import PromisePair, in_order
from tui.report.errors import ReadError, UsageError
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span

_SPLIT = re.compile(f"[{re.escape(messages.LIST_MARKS)}]")
#: What takes a verdict back.
_NO_VERDICT = ""


def run(options: Namespace) -> int:
    """Print promises, or keep verdicts on them."""
    is_sheet = spreadsheets.is_asked(options)
    options.words = _in_order(options.words)
    if options.note is not None and not options.set:
        raise UsageError(messages.NOTE_NEEDS_SET)
    if options.set:
        return _set(options)
    if options.own:
        return _print_own(options)
    pair = _pair(options)
    if pair is None:
        return NOTHING_FOUND
    options.sources = [pair.plan_ref.file, pair.results_ref.file]  # never replaced by what is written
    return _write_sheet(pair, options) if is_sheet else _print(pair, options)


# -- which reports -------------------------------------------------------------------------------


def _in_order(words: Sequence[str]) -> Sequence[str]:
    """Return the words with the place before the year, in whichever order they were written."""
    if len(words) == 2 and _is_year(words[0]) and not _is_year(words[1]) and not os.path.lexists(words[1]):
        return words[1], words[0]
    return words


def _is_year(word: str) -> bool:
    return is_meant_as_year(word) and not os.path.lexists(word)


def _pair(options: Namespace) -> PromisePair | None:
    """Return the promises of the reports that are named; None, with a complaint, if the library has no report of the next year."""
    words = options.words
    if not _is_of_library(words):
        if len(words) != 2:
            raise UsageError(messages.NEED_TWO)
        return _pair_of_files(words, options)
    with Library(library_path(options.library)) as library:
        plan, results = _numbers(library, words)
        results = library.successor(plan) if results is None else results
        if results is None:
            why = library_messages.no_next_report(library.years_of_place(plan))
            output.complain(f"{library.addresses().of(plan)}: {why}")
            return None
        pair = library.promises(plan, results)
    _check_years(pair.plan_ref.plan_year, pair.results_ref.plan_year)
    _check_places(pair)
    return pair


def _is_of_library(words: Sequence[str]) -> bool:
    """Tell whether words name one report of the library, or two of them; otherwise they name files."""
    if len(words) == 2:
        return _is_year(words[1]) or all(is_address(word) and not os.path.lexists(word) for word in words)
    return len(words) == 1


def _numbers(library: Library, words: Sequence[str]) -> tuple[int, int | None]:
    """Return the numbers of the report that promises, and of the one that tells if that is named, too."""
    if len(words) == 2:
        if not _is_year(words[1]):
            return library.find_best(words[0]), library.find_best(words[1])
        year = year_in(words[1])
        if year is None:
            raise UsageError(cli_messages.bad_year(words[1]))
        return library.find_best(f"{words[0]}/{year}"), None
    number = library.report_of_path(plain_path(words[0]))
    if number is not None:
        return number, None
    newest = library.addresses().newest(words[0])
    if not newest:
        return _find(library, words[0]), None
    last = library.find_best(newest)
    before = library.predecessor(last)
    return (last, None) if before is None else (before, last)


def _find(library: Library, address: str) -> int:
    """Return the number of the report that an address names.

    Raises:
        HuijiError: If there is none; with the one that may be meant.
    """
    try:
        return library.find_best(address)
    except ReadError as error:
        meant = library.addresses().meant(address)
        if not meant:
            raise
        raise ReadError(error.message + library_messages.address_meant(meant), path=error.path) from None


def _pair_of_files(words: Sequence[str], options: Namespace) -> PromisePair:
    reports = [load_report(word, options.encoding, library=options.library) for word in words]
    plan, results = reports
    _check_years(plan.front.plan_year, results.front.plan_year)
    refs = [ReportRef.of(report, word) for report, word in zip(reports, words, strict=True)]
    pair = PromisePair(plan, results, refs[0], refs[1], link_promises(plan, results))
    _check_places(pair)
    return pair


def _check_years(plan: int | None, results: int | None) -> None:
    """Refuse two reports in the wrong order; warn if years are between them."""
    if plan is None or results is None or results == plan + 1:
        return
    if results <= plan:
        raise UsageError(messages.not_in_order(plan, results))
    output.tell(messages.not_adjacent(plan, results))


def _check_places(pair: PromisePair) -> None:
    """Warn if the reports are of different places."""
    plan, results = pair.plan_ref, pair.results_ref
    if not is_one_place(plan, results, default_divisions()):
        output.tell(messages.of_other_places(plan.place, results.place))


# -- printing ------------------------------------------------------------------------------------


def _print(pair: PromisePair, options: Namespace) -> int:
    chosen = in_order(list(_chosen(pair, options)), options.sort)
    rows = PromiseRows(pair, options.headings, options.candidates)
    written = Writer(pair, own_indicators(is_quiet=True))
    if options.format == "json":
        records = JsonWriter("promises", promise_heads(pair))
        records.add([written.record(promise) for promise in chosen])
        records.close()
    elif options.format == "csv":
        writer("csv", "promises", options.bom).add(written.rows(chosen, options.headings))
    else:
        for line in (rows.heading(), counts_line(pair.promises)):
            printing.line(one_line(line))
        printing.line("")
        if chosen:
            writer(options.format, "promises", False).add(rows.table(chosen))
    if not chosen:
        output.tell(messages.NO_PROMISES)
    return OK if chosen else NOTHING_FOUND


def _write_sheet(pair: PromisePair, options: Namespace) -> int:
    """Write the promises as a spreadsheet."""
    from tui.sheets.promises import promise_sheet  # only spreadsheets need it

    chosen = in_order(list(_chosen(pair, options)), options.sort)
    if not chosen:
        output.tell(messages.NO_PROMISES)
        return NOTHING_FOUND
    sheet = promise_sheet(pair, chosen, counts_line(pair.promises), options.candidates)
    spreadsheets.write(sheet, options)
    return OK


def _chosen(pair: PromisePair, options: Namespace) -> Iterator[Promise]:
    """Yield the promises that are asked for."""
    verdicts = {_verdict(word) for word in _words(options.verdict)}
    certainties = {_certainty(word) for word in _words(options.certainty)}
    whole = (0, len(pair.plan.text))
    outline = Outline(pair.plan)
    span = find_span(outline, options.place) if options.place is not None else whole
    wanted = filter_metrics([promise.target for promise in pair.promises], options.filter or "", outline)
    ids = {metric.id for metric in wanted}
    for promise in pair.promises:
        target = promise.target
        if (
            target.id in ids
            and (not verdicts or promise.final_verdict in verdicts)
            and (not certainties or promise.certainty in certainties)
            and span[0] <= target.start
            and target.end <= span[1]
        ):
            yield promise


def _words(given: Sequence[str] | None) -> Iterator[str]:
    """Yield the words of options that may be given several times, each with several words."""
    for text in given or ():
        yield from filter(None, map(str.strip, _SPLIT.split(text)))


def _verdict(word: str) -> Verdict:
    """Return the verdict a word stands for.

    Raises:
        UsageError: If it stands for none.
    """
    for verdict in VERDICTS:
        if word in (verdict, VERDICT_NAMES[verdict]):
            return verdict
    raise UsageError(no_such_verdict(word))


def _certainty(word: str) -> str:
    for certainty in CERTAINTIES:
        if word in (certainty, CERTAINTY_NAMES[certainty]):
            return certainty
    raise UsageError(messages.no_such_certainty(word))


# -- one's own verdicts --------------------------------------------------------------------------


def _set(options: Namespace) -> int:
    """Keep verdicts, or take them back."""
    settings = [_setting(text) for text in options.set]
    twice = next((name for name, count in Counter(name for name, _ in settings).items() if count > 1), "")
    if twice:
        raise UsageError(messages.set_twice(twice))
    if not _is_of_library(options.words):
        raise UsageError(messages.SET_NEEDS_LIBRARY)
    with Library(library_path(options.library)) as reading:
        number, results = _numbers(reading, options.words)
        if results is not None:
            _refuse_other_pairs(reading, number, results)
        metrics = reading.report(number).metrics
        names = {metric.id: metric.indicator for metric in metrics if metric.status == "target"}
        owned = {one.target.id for one in reading.verdicts() if one.report == number and one.target}
    for target, _ in settings:  # all or nothing
        if target not in names:
            raise UsageError(no_such_target(target))
    with Library(library_path(options.library), write=True) as library:
        for target, verdict in settings:
            if verdict is None and target not in owned:
                output.tell(messages.nothing_set(target, names[target]))
                continue
            library.set_verdict(number, target, verdict, options.note or "")
            output.tell(messages.kept_verdict(target, names[target], verdict))
    return OK


def _refuse_other_pairs(library: Library, plan: int, results: int) -> None:
    """Refuse verdicts on two reports that do not follow one another: they are kept for the one that does.

    Raises:
        UsageError: If they are of different places, or not of consecutive years.
    """
    if library.follows(plan, results):
        return
    first, second = library.ref(plan), library.ref(results)
    if not library.are_of_one_place(plan, results):
        raise UsageError(messages.not_set_on_pair(messages.of_other_places(first.place, second.place)))
    years = first.plan_year or 0, second.plan_year or 0
    raise UsageError(messages.not_set_on_pair(messages.not_adjacent(*years)))


def _setting(text: str) -> tuple[str, Verdict | None]:
    """Return the target and the verdict that are to be kept; None to take one back.

    Raises:
        UsageError: If the text is no ``m012=met``.
    """
    target, mark, verdict = (part.strip() for part in text.partition("="))
    if not mark or not target:
        raise UsageError(messages.bad_setting(text))
    return target.lower(), None if verdict == _NO_VERDICT else _verdict(verdict)


def _place_alone(library: Library, words: Sequence[str]) -> str:
    """Return the place whose years are all meant; empty if there is none, or a report is named."""
    if len(words) != 1 or is_address(words[0]) or os.path.lexists(words[0]):
        return ""
    return "" if library.report_of_path(plain_path(words[0])) is not None else words[0]


def _print_own(options: Namespace) -> int:
    """Print one's own verdicts: all, or those on a report."""
    with Library(library_path(options.library)) as library:
        place = _place_alone(library, options.words)
        number = _numbers(library, options.words)[0] if options.words and not place else None
        records = [
            own_record(library, owned)
            for owned in library.verdicts(place)
            if number is None or owned.report == number
        ]
    if options.format == "json":
        printed = JsonWriter("verdicts")
        printed.add(records)
        printed.close()
    elif records and options.format == "xlsx":
        from tui.sheets.plain import plain_sheet  # only spreadsheets need it

        sheet = plain_sheet(sheet_messages.OWN_VERDICTS, sheet_messages.OWN_TITLE, own_table(records, "zh"))
        spreadsheets.write(sheet, options)
    elif options.format == "csv" or (records and options.format != "xlsx"):
        writer(options.format, "verdicts", options.bom).add(own_table(records, options.headings))
    if not records:
        output.tell(messages.NO_OWN)
    return OK if records else NOTHING_FOUND
