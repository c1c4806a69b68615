"""Generate ``content/indicators.json`` and ``indicator-order.json``: the table of indicators, quick to read."""

from __future__ import annotations

import json

from tui.metrics.indicator_file import read_indicators
from tui.metrics.indicators import FILE, Indicator
from tui.report.resources import checksum, read_content


def make() -> str:
    """Return the whole table as text: an indicator a line."""
    source, table = _read()
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in table)
    return f'{{"key": "{checksum(source)}", "entries": [\n{lines}\n]}}\n'


def make_order() -> str:
    """Return what the first screen needs of the table as text."""
    source, table = _read()
    places = {entry.id: (entry.order, entry.better) for entry in table}
    return json.dumps({"key": checksum(source), "places": places}, separators=(",", ":")) + "\n"


def _read() -> tuple[bytes, tuple[Indicator, ...]]:
    source = read_content(FILE)
    table = read_indicators(source, FILE)
    if table.faults:
        raise table.faults[0]
    return source, table.entries
