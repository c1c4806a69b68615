"""Generate ``content/indicators.json``: the table of indicators, quick to read."""

from __future__ import annotations

import json

from tui.metrics.indicator_file import read_indicators
from tui.metrics.indicators import FILE
from tui.report.resources import checksum, read_content


def make() -> str:
    """Return the whole file as text: an indicator a line."""
    source = read_content(FILE)
    table = read_indicators(source, FILE)
    if table.faults:
        raise table.faults[0]
    lines = ",\n".join(
        json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in table.entries
    )
    return f'{{"key": "{checksum(source)}", "entries": [\n{lines}\n]}}\n'
