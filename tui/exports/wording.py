"""Two reports, their terms, counterparts and related sentences to be exported, as ``diff``, ``terms`` and ``related`` print them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.exports.model import Rows, Table
from tui.messages import contexts as messages
from tui.messages.library import LEVEL_NAMES
from tui.metrics.export import Headings
from tui.report.model import Report
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.wording.export import Writer, counterpart_records, counterpart_rows, counts_record
from tui.wording.model import Alignment, Counterpart, NewTerm, SentencePair, Span
from tui.wording.term_export import Change, term_record, term_rows


def pair_table(
    alignment: Alignment, pairs: Sequence[SentencePair], refs: tuple[ReportRef, ReportRef]
) -> Table:
    """Return pairs of sentences in all formats.

    Args:
        alignment: Both reports, with all pairs.
        pairs: Those that are exported.
        refs: What names the reports.
    """
    return Table(
        lambda headings: Writer(alignment).rows(pairs, headings),
        lambda: {**pair_heads(alignment, refs), "pairs": list(map(Writer(alignment).record, pairs))},
    )


def pair_heads(alignment: Alignment, refs: tuple[ReportRef, ReportRef]) -> dict[str, object]:
    """Return the fields of JSON before the pairs."""
    one, other = refs
    return {"from": one.as_json(), "to": other.as_json(), "counts": counts_record(alignment)}


def terms_table(
    told: Mapping[Change, Sequence[NewTerm]], alignment: Alignment, refs: tuple[ReportRef, ReportRef]
) -> Table:
    """Return terms in all formats.

    Args:
        told: The terms that are new, and those that are gone.
        alignment: Both reports.
        refs: What names the reports.
    """
    texts: dict[Change, Report] = {"new": alignment.later, "gone": alignment.earlier}
    rows = [(change, term, texts[change]) for change, terms in told.items() for term in terms]
    records: dict[str, object] = {
        change: [term_record(term, texts[change]) for term in terms] for change, terms in told.items()
    }
    one, other = refs
    return Table(
        lambda headings: term_rows(rows, headings),
        lambda: {"from": one.as_json(), "to": other.as_json(), **records},
    )


def counterpart_table(outline: Outline, found: Mapping[str, Sequence[Counterpart]], ref: ReportRef) -> Table:
    """Return sections and topics with their counterparts in all formats."""
    return Table(
        lambda headings: counterpart_rows(outline, found, headings),
        lambda: {"report": ref.as_json(), "nodes": list(counterpart_records(outline, found))},
    )


class RelatedRecord(NamedTuple):
    """A related sentence as it is written; the fields are those of JSON."""

    score: float
    place: str
    level: str
    year: int | None
    sentence: str
    start: int
    end: int
    report: str
    part: bool


class FoundRelated(NamedTuple):
    """A sentence, where it is if it is in a report, and those that are like it."""

    sentence: str
    span: Span | None
    rows: Sequence[RelatedRecord]


def related_table(found: FoundRelated) -> Table:
    """Return the sentences like one of a report in all formats."""
    return Table(
        lambda headings: related_rows([found], headings, True),
        lambda: {"sentences": [related_record(found)]},
    )


def related_record(found: FoundRelated) -> dict[str, object]:
    """Return what JSON has of a sentence and those like it."""
    at = {"start": found.span[0], "end": found.span[1]} if found.span else {}
    return {"sentence": found.sentence, **at, "related": [row._asdict() for row in found.rows]}


def related_rows(found: Sequence[FoundRelated], headings: Headings, has_own: bool) -> Rows:
    """Return related sentences as rows, the headings first; with that they are like, if they are of several."""
    is_chinese = headings == "zh"
    own = [messages.SENTENCE_COLUMN if is_chinese else "of"] if has_own else []
    rows = [[*own, *(messages.RELATED_COLUMNS if is_chinese else RelatedRecord._fields)]]
    for one in found:
        for row in one.rows:
            named = row._replace(level=LEVEL_NAMES.get(row.level, row.level)) if is_chinese else row
            cells = [one_line("" if value is None else str(value)) for value in named]
            cells[0] = f"{row.score:.2f}"
            cells[-1] = (messages.PART if row.part else "") if is_chinese else str(row.part).lower()
            rows.append([*([one_line(one.sentence)] if has_own else []), *cells])
    return rows
