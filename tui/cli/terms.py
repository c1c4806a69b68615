"""Print how often the reports of a library have a term, or which terms are new in a report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from itertools import dropwhile

from tui.cli import output, printing
from tui.cli.diff_reports import Read, read_two
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.figures import aligned
from tui.cli.tables import table, writer
from tui.library.filters import has_filters
from tui.library.library import Library
from tui.library.location import library_path
from tui.messages import diff as diff_messages
from tui.messages import library as library_messages
from tui.messages import terms as messages
from tui.report.model import Report
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at
from tui.wording.model import NewTerm, TermTrend
from tui.wording.term_export import (
    Change,
    Counts,
    term_record,
    term_rows,
    trend_record,
    trend_rows,
)
from tui.wording.terms import MIN_OTHERS, Others, term_changes

#: Cells of the bar of a term that all reports have.
_BAR_CELLS = 20
#: Characters of a sentence in a table, and of those before the term.
_SENTENCE_CHARACTERS, _BEFORE = 50, 16


def run(options: Namespace) -> int:
    """Print trends, or new and dropped terms."""
    return _run_reports(options) if options.new or options.gone else _run_words(options)


# -- a term through the years --------------------------------------------------------------------


def _run_words(options: Namespace) -> int:
    filters = " ".join(
        [
            *(f"place:{place}" for place in options.place or ()),
            *(f"level:{level}" for level in options.level or ()),
            *([f"year:{options.year}"] if options.year else ()),
            *(word for word in options.words if has_filters(word)),
        ]
    )
    terms = list(dict.fromkeys(word for word in options.words if not has_filters(word)))
    with Library(library_path(options.library)) as library:
        trends = [library.trend(_phrase(term), filters, options.stop) for term in terms]
        counted = [(trend, _counts(library, trend, filters, options.by)) for trend in trends]
        if options.format == "json":
            records = [trend_record(trend) | _places(counts, options.by) for trend, counts in counted]
            printing.json_text(records[0] if len(records) == 1 else {"terms": records})
        elif options.format == "csv":
            named = [(trend.term, counts) for trend, counts in counted]
            names = library_messages.LEVEL_NAMES if options.by == "level" and options.headings == "zh" else {}
            writer("csv", "terms", options.bom).add(trend_rows(named, options.by, options.headings, names))
        else:
            for trend, counts in counted:
                _print_trend(library, trend, counts, options)
    return OK if any(trend.hits for trend in trends) else NOTHING_FOUND


def _phrase(word: str) -> str:
    """Return the query of a word of the command line: with a space in it, it is one phrase all the same."""
    is_phrase = " " in word and not any(mark in word for mark in '"/')
    return f'"{word}"' if is_phrase else word


def _counts(library: Library, trend: TermTrend, filters: str, by: str) -> Counts:
    if by == "year":
        return [(str(year), *rest) for year, *rest in trend.years]  # type: ignore[misc]
    if by == "level":
        return trend.levels
    groups = library.search(f"{trend.term} {filters}").groups("place")
    return [(str(group.value), group.searched, group.reports, group.hits) for group in groups]


def _places(counts: Counts, by: str) -> dict[str, object]:
    if by != "place":
        return {}
    return {
        "places": [
            {"place": place, "reports": reports, "with": having, "hits": hits}
            for place, reports, having, hits in counts
        ]
    }


def _print_trend(library: Library, trend: TermTrend, counts: Counts, options: Namespace) -> None:
    reports = sum(level.reports for level in trend.levels)
    title = messages.trend_title(trend.term, trend.having, reports, trend.hits)
    printing.line(printing.strong(one_line(title)))
    if trend.first is not None:
        ref, text = library.ref(trend.first.report), library.report(trend.first.report).text
        address = library.addresses().of(trend.first.report)
        printing.line(one_line(messages.first_seen(address, ref.date, _sentence(text, trend.first.start))))
    names = library_messages.LEVEL_NAMES if options.by == "level" else {}
    shown = _every_year(counts) if options.by == "year" else counts
    rows = [
        [
            one_line(names.get(value, value)),
            *_count_cells(reports, having, hits),
        ]
        for value, reports, having, hits in shown
    ]
    if rows:
        head = [messages.TREND_COLUMNS[options.by], *messages.COUNT_COLUMNS, ""]
        aligned([head, *rows])


def _count_cells(reports: int, having: int, hits: int) -> list[str]:
    if not reports:
        return [messages.NO_REPORT, "", "", "", ""]
    bar = "█" * -(-_BAR_CELLS * having // reports)
    return [str(reports), str(having), f"{having / reports:.0%}", str(hits), bar]


def _every_year(counts: Counts) -> Counts:
    """Return the counts of every year from the first that has the term, also of years without reports."""
    since = list(dropwhile(lambda row: not row[2], counts))
    by_year = {int(row[0]): row for row in since}
    years = range(min(by_year), max(by_year) + 1) if by_year else ()
    return [by_year.get(year, (str(year), 0, 0, 0)) for year in years]


def _sentence(text: str, start: int) -> str:
    """Return the sentence that holds an offset; of a long one, what stands around it."""
    first, last = sentence_at(text, start)
    begin = first if last - first <= _SENTENCE_CHARACTERS else max(first, start - _BEFORE)
    end = min(last, begin + _SENTENCE_CHARACTERS)
    return one_line(f"{'…' if begin > first else ''}{text[begin:end]}{'…' if end < last else ''}")


# -- the terms of two reports --------------------------------------------------------------------


def _run_reports(options: Namespace) -> int:
    reports = read_two(options)
    if reports is None:
        return NOTHING_FOUND
    others = _others(reports, options)
    (earlier, first), (later, last) = reports
    new, gone = term_changes(earlier, later, others, options.stop)
    limit = options.limit
    told: dict[Change, Sequence[NewTerm]] = {"new": new[:limit], "gone": gone[:limit]}
    if options.gone:
        del told["new"]
    texts: dict[Change, Report] = {"new": later, "gone": earlier}
    if options.format == "json":
        records: dict[str, object] = {
            change: [term_record(term, texts[change]) for term in terms] for change, terms in told.items()
        }
        printing.json_text({"from": first.as_json(), "to": last.as_json(), **records})
    elif options.format == "csv":
        rows = [(change, term, texts[change]) for change, terms in told.items() for term in terms]
        writer("csv", "terms", options.bom).add(term_rows(rows, options.headings))
    else:
        counts = (len(others.earlier), len(others.later)) if others and others.are_enough else ()
        printing.line(printing.strong(one_line(messages.title(_name(first), _name(last), counts))))
        for change, terms in told.items():
            _print_terms(change, terms, reports[change == "new"])
    wanted = told["gone" if options.gone else "new"]
    if not wanted:
        output.tell(messages.NOTHING_GONE if options.gone else messages.NOTHING_NEW)
    return OK if wanted else NOTHING_FOUND


def _others(reports: tuple[Read, Read], options: Namespace) -> Others | None:
    """Return other places' reports; None if there is no library, or it is not to be used, or has too few."""
    path = library_path(options.library)
    if options.no_library or (options.library is None and not path.exists()):
        return None
    with Library(path) as library:
        earlier, later = (report if ref.number is None else ref.number for report, ref in reports)
        others = library.term_sources(earlier, later, options.stop)
    if not others.are_enough:
        years = [ref.plan_year for _, ref in reports]
        output.tell(messages.few_others(years, (len(others.earlier), len(others.later)), MIN_OTHERS))
    return others


def _name(ref: ReportRef) -> str:
    return diff_messages.named(ref.place, ref.plan_year, ref.file)


def _print_terms(change: Change, terms: Sequence[NewTerm], read: Read) -> None:
    if not terms:
        return
    printing.line("")
    printing.line(printing.strong(messages.NEW_TITLE if change == "new" else messages.GONE_TITLE))
    has_others = any(term.elsewhere for term in terms)
    rows = []
    for term in terms:
        name = messages.AND.join([_quoted(term), *term.members])
        own = messages.before_after(term.before, term.after)
        elsewhere = messages.before_after(*term.elsewhere) if term.elsewhere else ""
        sentence = _sentence(read[0].text, term.start)
        rows.append([one_line(name), own, *([elsewhere] if has_others else []), sentence])
    head = [column for column in messages.NEW_COLUMNS if has_others or column != messages.NEW_COLUMNS[2]]
    table([head, *rows])


def _quoted(term: NewTerm) -> str:
    return f"“{term.text}”" if term.is_quoted else term.text
