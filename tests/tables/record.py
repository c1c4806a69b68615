"""Makes ``content/huiji-2024.json``: the record of the built-in outline."""

from __future__ import annotations

from tui.report.content import BUILT_IN, checksum, read_content
from tui.report.outline_read import read_outline
from tui.report.record import write_record


def make() -> str:
    """The whole record as text."""
    outline = read_content(BUILT_IN)
    return write_record(read_outline(outline, BUILT_IN), checksum(outline)).decode("utf-8")
