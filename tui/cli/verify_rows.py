"""What ``verify`` prints of a quotation: as a record of JSON, a row of a table, and lines for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.citation import Reference, source
from tui.cli import printing
from tui.messages import verify as messages
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.search.links import Links
from tui.search.quotations.checking import is_short
from tui.search.quotations.model import KINDS, Passage
from tui.state.records import CitationStyle

#: What is found of a quotation, as JSON has it.
Checked = dict[str, Any]
_FIELDS = (
    "kind", "quotation", "numbers", "differences", "text", "report", "place", "plan_year", "date", "section", "others", "link", "line",
    "citation",
)  # fmt: skip


def found_record(
    quotation: str,
    passage: Passage,
    outline: Outline,
    links: Links,
    ref: ReportRef,
    address: str,
    style: CitationStyle,
) -> Checked:
    """Return what is found of a quotation in a report.

    Args:
        quotation: The quotation.
        passage: What is found.
        outline: The report.
        links: Its links.
        ref: What names it.
        address: Its address, or how it was named.
        style: How its source is written.
    """
    start, end = passage.start, passage.end
    node = outline.at(start)
    return {
        "quotation": quotation,
        "kind": passage.kind,
        "apart_from": list(passage.apart_from),
        "is_short": is_short(quotation),
        "numbers": [pair._asdict() for pair in passage.numbers],
        "differences": [pair._asdict() for pair in passage.differences],
        "score": round(passage.score, 2),
        "report": {**ref.as_json(), "address": address},
        "node": node.id,
        "section": outline.path(node),
        "start": start,
        "end": end,
        "text": outline.report.text[start:end],
        "link": str(links.of_span(start, end)),
        "citation": source(Reference.of(outline, start), style),
        "times": passage.times,
        "others": [],
    }


def nothing_record(quotation: str) -> Checked:
    """Return that nothing is found of a quotation."""
    nothing: Checked = dict.fromkeys(
        ("report", "node", "section", "start", "end", "text", "link", "citation")
    )
    empty: Checked = {name: [] for name in ("apart_from", "numbers", "differences", "others")}
    return {
        "quotation": quotation,
        "kind": "not_found",
        "is_short": is_short(quotation),
        **empty,
        "score": 0.0,
        "times": 0,
        **nothing,
    }


def best_of(quotation: str, records: Sequence[Checked]) -> Checked:
    """Return the best of what several reports have of a quotation, with the others that have it as it is."""
    if not records:
        return nothing_record(quotation)
    ordered = sorted(
        records, key=lambda record: (KINDS.index(record["kind"]), -record["score"], len(record["numbers"]))
    )
    best = ordered[0]
    if best["kind"] == "exact":
        others = [record["report"]["address"] for record in ordered[1:] if record["kind"] == "exact"]
        best = {**best, "others": others}
    return best


def _changes(pairs: Sequence[dict[str, str]]) -> str:
    return "；".join(messages.change(**pair) for pair in pairs)


def row_of(record: Checked, headings: str) -> tuple[list[str], list[str]]:
    """Return the head of a table, and the row of a quotation."""
    ref = record["report"] or {}
    is_chinese = headings == "zh"
    cells = [
        messages.KINDS[record["kind"]] if is_chinese else record["kind"],
        record["quotation"],
        _changes(record["numbers"]),
        _changes(record["differences"]) if record["numbers"] else _remark(record),
        record["text"] or "",
        ref.get("address", ""),
        ref.get("place", ""),
        str(ref.get("plan_year") or ""),
        ref.get("date", ""),
        record["section"] or "",
        " ".join(record["others"]),
        record["link"] or "",
        str(record.get("line", "")),
        record["citation"] or "",
    ]
    return list(messages.COLUMNS if is_chinese else _FIELDS), [one_line(cell) for cell in cells]


def table_row(record: Checked) -> list[str]:
    """Return the row of a quotation in columns for people."""
    ref = record["report"] or {}
    cells = (
        messages.KINDS[record["kind"]],
        record["quotation"],
        ref.get("address", ""),
        record["section"] or "",
        _remark(record),
    )
    return [one_line(cell) for cell in cells]


def _remark(record: Checked) -> str:
    """Return what differs in a quotation, or why no change was looked for."""
    changes = _changes(record["differences"])
    if record["kind"] == "exact":
        apart = "，".join(messages.APARTS[kind] for kind in record["apart_from"])
        return messages.with_changes(apart, changes) if changes else apart
    return messages.ONLY_EXACT if record["kind"] == "not_found" and record["is_short"] else changes


def print_listed(record: Checked) -> None:
    """Print what is found of a quotation in lines for people."""
    kind, remark = record["kind"], _remark(record)
    line = f"{messages.SIGNS[kind]} {messages.KINDS[kind]}{f'（{remark}）' if remark and kind == 'exact' else ''}"
    printing.line(printing.strong(line) + ("" if kind == "exact" or not remark else f"  {one_line(remark)}"))
    printing.line(f"  {messages.QUOTED_LABEL}{one_line(record['quotation'])}")
    if record["report"] is None:
        return
    if kind != "exact" or record["apart_from"]:
        printing.line(f"  {messages.REPORT_LABEL}{one_line(record['text'])}")
    ref = record["report"]
    where = [
        ref["address"],
        record["citation"],
        messages.more_in_report(record["times"]),
    ]
    where.append(messages.others(len(record["others"])))
    printing.line(printing.muted("  " + one_line("  ".join(filter(None, where)))))
    printing.line(printing.muted(f"  {one_line(record['link'])}"))
