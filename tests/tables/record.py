"""Generate ``content/huiji-2024.json``: the record of the built-in outline."""

from __future__ import annotations

from tui.library.record import write_record
from tui.outline_file.reading import read_outline
from tui.report.resources import BUILT_IN, checksum, read_content


def make() -> str:
    """Return the whole record as text."""
    outline = read_content(BUILT_IN)
    return write_record(read_outline(outline, BUILT_IN), checksum(outline)).decode("utf-8")
