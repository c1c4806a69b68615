"""The public functions of the package: load a report, search it, list its metrics, comparisons and tasks, see what became of its
promises, read notes; set two reports beside each other; write briefs and pages; check quotations;
make and follow links; open a library of many.

They mirror the commands of the command line, do not import Textual or Rich, and keep no state between calls.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from tui.library.library import Library
from tui.library.loading import load_report as _load
from tui.library.location import library_path
from tui.metrics.comparison import ComparisonRow, comparison_rows
from tui.promises.model import Promise
from tui.report.links import place_address
from tui.report.model import Metric, Report
from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span
from tui.search.quotations.model import Passage
from tui.search.results import Hit
from tui.tasks.model import Task
from tui.tasks.splitting import split_tasks
from tui.wording.model import Alignment, Counterpart, NewTerm

if TYPE_CHECKING:
    from tui.notes.placing import PlacedNote

__all__ = [
    "align", "brief", "comparisons", "counterparts", "find_link", "gone_terms", "link_to", "load_report", "metrics", "new_terms", "notes",
    "open_library", "page", "promises", "search", "tasks", "verify",
]  # fmt: skip


def load_report(path: str | os.PathLike[str] | None = None, encoding: str | None = None) -> Report:
    """Read a report: an outline file, or a file of any readable format, which is converted.

    Args:
        path: The file; ``-`` for standard input, None for the built-in report.
        encoding: Codec of a text file; None to detect it.

    Returns:
        The report. All its offsets are half-open character offsets into ``Report.text``.

    Raises:
        ReadError: If the file cannot be read.
        DataError: If it holds no report, or one beyond the documented limits.
    """
    return _load(None if path is None else os.fspath(path), encoding)


def search(report: Report, query: str) -> tuple[Hit, ...]:
    """Find a query in a report, with the query syntax of the search box.

    Args:
        report: The report.
        query: Terms separated by spaces; see the README for phrases, exclusion, ``in:`` and regular expressions.

    Returns:
        Hits in document order: half-open character offsets ``start`` and ``end``, the index of the term, and
        ``why`` a hit was found if not as typed (pinyin, synonym, number).

    Raises:
        UsageError: If the query is malformed, names an unknown place, or a regular expression takes too long.
    """
    return Searcher(Outline(report)).search(query).hits


def metrics(report: Report, filter: str = "") -> tuple[Metric, ...]:
    """List the metrics a report states, in document order.

    Args:
        report: The report.
        filter: Conditions separated by spaces that must all hold, as in the filter box: words or pinyin of the name or
            value, ``status:target``, ``unit:亿元``, ``year:2024``, ``>100亿``, ``in:3.4`` or ``in:三(四)``; ``绿|公里`` or
            ``绿或公里`` for one of several; empty for all metrics.

    Raises:
        UsageError: If a condition names an unknown field, value or place.
    """
    return (
        tuple(filter_metrics(report.metrics, filter, Outline(report))) if filter.strip() else report.metrics
    )


def comparisons(report: Report) -> tuple[ComparisonRow, ...]:
    """List last year's actuals beside this year's targets.

    Returns:
        Pairs in the order of their targets, then targets stated only in words, then targets without an actual.
        ``ComparisonRow.change`` holds the sign (▲ ▼ = ✓ ○ ≈) and the difference in words.
    """
    return tuple(comparison_rows(report))


def promises(plan: Report, results: Report) -> tuple[Promise, ...]:
    """List what a report promises, each target with what the report of the next year says of it.

    ``Promise.counts`` tells whether a verdict is a fact; what is only likely is not. ``Library.promises("郑州市", 2023)`` does the
    same for two reports of a library, with one's own verdicts.

    Args:
        plan: The report that promises.
        results: That of the next year.

    Returns:
        The promises in the order of the targets. Offsets of ``target`` are those of ``plan.text``, of ``actual``, ``sentence`` and
        ``candidates`` those of ``results.text``.
    """
    from tui.promises.linking import link_promises  # other functions do without its rules

    return link_promises(plan, results)


def tasks(report: Report) -> tuple[Task, ...]:
    """Split what a report plans into tasks, in document order.

    Returns:
        Tasks in the report's words, each a half-open span of ``Report.text``, with the ids of its metrics and its deadline as the
        report says it. No two overlap. ``Task.part_of`` is the number of the task that one is a part of.
    """
    return split_tasks(report)


def align(earlier: Report, later: Report) -> Alignment:
    """Set the sentences of two reports beside each other: of two years, of two places, or any two.

    Returns:
        Pairs in the order of ``later``, each sentence of both in exactly one, with what changed in words as half-open character
        offsets: without those, both sentences are the same text. ``tui.wording.alignment.ignoring_numbers`` leaves numbers out.
    """
    from tui.wording.alignment import align  # other functions do without its rules

    return align(earlier, later)


def counterparts(report: Report) -> Mapping[str, tuple[Counterpart, ...]]:
    """List for each section and topic of what was done what is planned on its subject, and the reverse.

    Returns:
        The best and the second best by the id of the node; none where nothing is alike.
    """
    from tui.wording.counterparts import counterparts  # other functions do without its rules

    return counterparts(Outline(report))


def new_terms(earlier: Report, later: Report) -> tuple[NewTerm, ...]:
    """List the terms that a report has and another has not, the most telling first.

    ``Library.new_terms`` does the same with the reports of other places, and knows more terms by them.

    Returns:
        Terms with their counts in both reports, and the half-open span where each is first in ``later.text``. Phrases that turn with
        the calendar are one line, the last.
    """
    from tui.wording.terms import new_terms  # other functions do without its rules

    return new_terms(earlier, later)


def gone_terms(earlier: Report, later: Report) -> tuple[NewTerm, ...]:
    """List the terms that a report no longer has, the most telling first; fewer than new ones, for they are less reliable.

    Returns:
        Terms as :func:`new_terms` has them; spans are those of ``earlier.text``.
    """
    from tui.wording.terms import gone_terms  # other functions do without its rules

    return gone_terms(earlier, later)


def notes(report: Report | None = None) -> tuple[PlacedNote, ...]:
    """List a person's notes and highlights.

    Args:
        report: The report they are on; None for those on all reports, whose texts are not looked at.

    Returns:
        Notes in document order. ``PlacedNote.span`` has the half-open offsets of the passage in ``Report.text``, None if it is not
        there any more, ``PlacedNote.is_likely`` whether it was changed, so that the place is likely rather than certain;
        ``PlacedNote.note.body`` what was written, and ``colour`` the colour; either may be empty.
    """
    from tui.notes.model import NotedReport  # most programs have no use for notes
    from tui.notes.placing import placed_notes, unplaced_notes
    from tui.notes.store import NoteStore
    from tui.report.anchors import QuoteFinder

    kept = NoteStore().all()
    if report is None:
        return tuple(unplaced_notes(kept))
    return tuple(placed_notes(NotedReport.of(report, ""), QuoteFinder(report.text), kept))


def verify(report: Report, quotation: str) -> Passage | None:
    """Check a quotation against a report. ``Library.verify(quotation)`` does the same for all reports of a library.

    Args:
        report: The report.
        quotation: What is quoted, without the marks around it: part of a sentence, or several.

    Returns:
        The half-open span ``start`` and ``end`` of the passage, and its ``kind``: ``exact``, apart from what ``apart_from`` names;
        ``changed_number``, with each of ``numbers`` as the report and as the quotation has it; ``reworded``, with all ``differences``.
        None if nothing in the report is like it.
    """
    from tui.search.quotations.checking import check  # other functions do without its rules
    from tui.search.quotations.source import Quotation, QuotedText

    return check(Quotation(quotation), QuotedText(report.text))


def link_to(report: Report, start: int, end: int, address: str = "") -> str:
    """Return the link to a half-open span: of a node, by its printed number; of a passage, by the shortest words the text has once.

    Args:
        report: The report.
        start: First character.
        end: One past the last character.
        address: What names the report: ``郑州市/2024``; empty for a link that holds in this report.
    """
    from tui.search.links import Links

    return str(Links(Outline(report), address).of_span(start, end))


def find_link(report: Report, link: str) -> tuple[int, int]:
    """Return the half-open span that a link, or a place such as ``三(五)``, names in a report, which may have been converted anew.

    Args:
        report: The report.
        link: ``#三(五)``, ``huiji:惠济区/2024#“引文”``, or a place.

    Raises:
        UsageError: If it is a link to another report, nothing is there any more, or there are several; the message has the nearest.
    """
    return find_span(Outline(report), link)


def brief(
    report: Report,
    before: Report | None = None,
    library: str | os.PathLike[str] | None = None,
    form: Literal["html", "md"] = "html",
) -> str:
    """Write the brief of a report: what it says, on one A4 page.

    Args:
        report: The report.
        before: That of the year before; None to look it up in the library.
        library: The file of a library, which also tells which terms other places use; None for none.
        form: ``html`` for a page that needs no other file, with the whole text; ``md`` for Markdown.

    Raises:
        UsageError: If ``before`` is not from before the report.
        ReadError: If there is no such library.
    """
    from tui.library.briefing import brief_sources  # other functions do without its rules
    from tui.pages.brief_html import brief_html
    from tui.pages.brief_markdown import brief_markdown
    from tui.pages.choosing import make_brief

    file = None if library is None else library_path(os.fspath(library))
    made = make_brief(brief_sources(report, None, before, file))
    return brief_html(made) if form == "html" else brief_markdown(made, place_address(report))


def page(report: Report) -> str:
    """Write a report as a page that needs no other file: outline, text, metrics and a search.

    Returns:
        The page, in HTML.
    """
    from tui.pages.report_html import report_html  # other functions do without it

    return report_html(report)


def open_library(path: str | os.PathLike[str] | None = None, write: bool = False) -> Library:
    """Open a library of reports, as ``huiji-tui library`` and ``search --library`` do.

    The library is a context manager that closes it::

        with open_library("library.db", write=True) as library:
            for step in library.add(["报告/"]):
                print(step.path, step.outcome, step.error or "")

        with open_library("library.db") as library:
            for found in library.search("低空经济 level:city year:2024"):
                print(found.report.place, found.hits[0].sentence, found.metrics)

    =============================  ==============================================================================
    command                        method of :class:`~tui.library.library.Library`
    =============================  ==============================================================================
    ``library add``, ``rebuild``   ``add(paths)`` and ``rebuild()``, then ``link()`` for promises; they go on while
                                   they are iterated over
    ``library remove``             ``remove(paths)``, ``remove_report("郑州市/2024")``
    ``library list``, ``info``     ``reports(filters)``, ``info()``
    ``library check``              ``damages()``, ``failures()``, ``vanished()``, ``misnamed()``,
                                   ``doubled()``, ``unlinked()``
    ``library export``             ``view(name, filters)``, ``copy_to(path)``
    ``show 郑州市/2024``           ``report("郑州市/2024")``, for the other functions of this module
    ``search --library``           ``search(query)``, whose results are iterated over, and have ``by(order)``,
                                   ``counts()``, ``facets()`` and ``groups(field)``
    ``search --concordance``       ``concordance(query, order)``; ``--collocates``: ``collocates(query)``
    ``related 句子``               ``related(sentence, limit, without, filters)``
    ``verify --library``           ``verify(quotation, filters)``; ``verifier(filters)`` for many quotations
    ``series``, ``rank``           ``series(indicator, place)``, ``ranking(indicator, year, level)``; ``figures()`` has all
                                   options
    ``search --save, --saved``     ``queries.save(name, query)``, ``queries.run(name)``, ``queries.keep(run)``
    ``promises 郑州市 2023``       ``promises("郑州市", 2023)``; ``set_verdict(report, "m012", "met")`` and
                                   ``verdicts()`` for one's own; ``kept()`` counts promises by year
    ``library watch``              ``tui.library.watching.Watch(path, folders)``, whose ``rounds(every_s)`` yields events
    ``library queries``            ``queries``, to iterate over; ``queries.delete(name)``
    =============================  ==============================================================================

    Args:
        path: Its file; None for that of ``HUIJI_LIBRARY``, or the user's own.
        write: Whether to change it. It is made if there is none.

    Returns:
        The library.

    Raises:
        ReadError: If there is none to read.
        WriteError: If it cannot be written to.
        DataError: If the file is no library, is damaged, or of another version.
    """
    return Library(library_path(None if path is None else os.fspath(path)), write)
