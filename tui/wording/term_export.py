"""Write new and dropped terms, and trends, as JSON fields and as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from tui.messages.terms import CHANGE_NAMES, FIELD_NAMES, TREND_FIELD_NAMES
from tui.metrics.export import Headings, table
from tui.report.model import Report
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at
from tui.wording.model import NewTerm, TermTrend

Change = Literal["new", "gone"]
#: What a trend is counted by: the name, and the reports, those with the term, and the hits.
Counts = Sequence[tuple[str, int, int, int]]
_MEMBERS = ";"


def first_sentence(term: NewTerm, report: Report) -> str:
    """Return the sentence in which a term is first, in the report that has it."""
    start, end = sentence_at(report.text, term.start)
    return report.text[start:end]


def term_record(term: NewTerm, report: Report) -> dict[str, object]:
    """Return the JSON fields of a term.

    Args:
        term: The term.
        report: The report that has it.
    """
    return {
        "term": term.text,
        "quoted": term.is_quoted,
        "before": term.before,
        "after": term.after,
        "elsewhere": None if term.elsewhere is None else list(term.elsewhere),
        "start": term.start,
        "end": term.end,
        "text": first_sentence(term, report),
        "members": list(term.members),
    }


def term_rows(terms: Iterable[tuple[Change, NewTerm, Report]], headings: Headings) -> list[list[str]]:
    """Return rows of terms that are new or gone, each with the report that has it; the headings come first."""
    cells = (_term_cells(*found, headings) for found in terms)
    return table(tuple(FIELD_NAMES), cells, headings, FIELD_NAMES.__getitem__)


def _term_cells(change: Change, term: NewTerm, report: Report, headings: Headings) -> dict[str, str]:
    is_chinese = headings == "zh"
    before, after = ("", "") if term.elsewhere is None else map(str, term.elsewhere)
    quoted = ("是" if is_chinese else "true") if term.is_quoted else "" if is_chinese else "false"
    return {
        "change": CHANGE_NAMES[change] if is_chinese else change,
        "term": one_line(term.text),
        "quoted": quoted,
        "before": str(term.before),
        "after": str(term.after),
        "elsewhere_before": before,
        "elsewhere_after": after,
        "start": str(term.start),
        "end": str(term.end),
        "text": one_line(first_sentence(term, report)),
        "members": one_line(_MEMBERS.join(term.members)),
    }


def trend_record(trend: TermTrend) -> dict[str, object]:
    """Return the JSON fields of a trend."""
    return {
        "term": trend.term,
        "years": [
            {"year": year.year, "reports": year.reports, "with": year.having, "hits": year.hits}
            for year in trend.years
        ],
        "levels": [
            {"level": level.level, "reports": level.reports, "with": level.having, "hits": level.hits}
            for level in trend.levels
        ],
        "first": trend.first._asdict() if trend.first else None,
    }


def trend_rows(
    counted: Iterable[tuple[str, Counts]], by: str, headings: Headings, names: Mapping[str, str]
) -> list[list[str]]:
    """Return rows of trends, with the headings first.

    Args:
        counted: Terms with their counts.
        by: What they are counted by: ``year``, ``level`` or ``place``.
        headings: Of the columns.
        names: What is printed for values that are ids.
    """
    fields = ("term", by, "reports", "with", "share", "hits")
    cells = (
        {
            "term": one_line(term),
            by: one_line(names.get(value, value)),
            "reports": str(reports),
            "with": str(having),
            "share": f"{having / reports:.3f}" if reports else "",
            "hits": str(hits),
        }
        for term, counts in counted
        for value, reports, having, hits in counts
    )
    return table(fields, cells, headings, TREND_FIELD_NAMES.__getitem__)
