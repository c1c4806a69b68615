"""Notes to be exported, as ``notes`` prints them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.exports.model import Export, Form, Table, json_text, table_export
from tui.metrics.export import Headings
from tui.notes.annotations import annotation_page
from tui.notes.export import markdown, note_rows
from tui.notes.placing import PlacedNote
from tui.state.records import CitationStyle


def note_export(
    label: str, what: str, whose: str, placed: Sequence[PlacedNote], style: CitationStyle
) -> Export:
    """Return notes as something that can be exported: in Markdown with their passages, in JSON as W3C Web Annotations.

    Args:
        label: What it is.
        what: The same in a word.
        whose: Begins the file's name.
        placed: The notes.
        style: How their sources are written.
    """

    def rows(headings: Headings) -> Sequence[Sequence[str]]:
        return note_rows(placed, chinese=headings == "zh", style=style)

    export = table_export(label, what, whose, len(placed), Table(rows, dict))

    def make(form: Form, headings: Headings) -> bytes:
        if form == "json":
            return json_text(annotation_page(placed, style)).encode("utf-8")
        if form == "md":
            return ("\n".join(markdown(placed, style)) + "\n").encode("utf-8")
        return export.make(form, headings)

    return export._replace(make=make, headings=("csv",))
