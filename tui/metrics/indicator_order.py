"""Where main indicators usually stand, and which of their values are better: all the first screen needs of their table."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from tui.report.resources import checksum, read_content

_TABLE = "indicators.yaml"
#: What is needed here of it, which is read in a fiftieth of the time. Its key is the :func:`checksum` of the table.
ORDER_RECORD = "indicator-order.json"

Better = Literal["higher", "lower", "within", "none"]
BETTER: tuple[Better, ...] = get_args(Better)


class Place(NamedTuple):
    """An indicator among the others.

    Attributes:
        order: Where it usually stands; lower is earlier.
        better: Which of its values are better.
    """

    order: int
    better: Better


@cache
def places() -> dict[str, Place]:
    """Return the place of each indicator of the program's table, by id."""
    record = _record()
    if record.get("key") == checksum(read_content(_TABLE)):
        return {indicator: Place(*place) for indicator, place in record["places"].items()}
    from tui.metrics.indicators import default_indicators  # takes longer; only needed after an edit

    return {entry.id: Place(entry.order, entry.better) for entry in default_indicators()}


def _record() -> dict[str, Any]:
    try:
        record = json.loads(read_content(ORDER_RECORD))
    except (FileNotFoundError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
