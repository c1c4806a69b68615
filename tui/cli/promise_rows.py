"""One's own verdicts as records and rows."""

from __future__ import annotations

from collections.abc import Sequence

from tui.library.divisions import default_divisions
from tui.library.library import Library
from tui.library.own_verdicts import OwnedTarget
from tui.messages.promise_fields import OWN_FIELD_NAMES
from tui.messages.verdicts import VERDICT_NAMES
from tui.metrics.export import Headings, table
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at


def own_record(library: Library, owned: OwnedTarget) -> dict[str, object]:
    """Return one's own verdict as JSON has it: with the report and the target, as far as the library has them."""
    row, number, target = owned
    ref = library.ref(number) if number is not None else None
    sentence = ""
    if number is not None and target is not None:
        text = library.report(number).text
        sentence = text[slice(*sentence_at(text, target.start))]
    return {
        "place": ref.place if ref else default_divisions().name_of(row.place, row.year) or row.place,
        "year": row.year,
        "target": target.id if target else None,
        "indicator": target.indicator if target else "",
        "quote": row.exact,
        "start": target.start if target else row.start,
        "end": target.end if target else row.end,
        "verdict": row.verdict,
        "note": row.note,
        "at": row.at,
        "sentence": sentence or f"{row.prefix}{row.exact}{row.suffix}",
        "key": row.key,
    }


def own_table(records: Sequence[dict[str, object]], headings: Headings) -> list[list[str]]:
    """Return one's own verdicts as rows, the head first."""
    names = VERDICT_NAMES if headings == "zh" else {}
    rows = (
        {field: one_line("" if record[field] is None else str(record[field])) for field in OWN_FIELD_NAMES}
        for record in records
    )
    named = ({**row, "verdict": names.get(row["verdict"], row["verdict"])} for row in rows)
    return table(tuple(OWN_FIELD_NAMES), named, headings, OWN_FIELD_NAMES.__getitem__)
