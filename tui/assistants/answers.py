"""Answers of tools: data with sources, no larger than an assistant can read at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui.messages import assistants as messages
from tui.report.sanitize import clean, escape_controls

#: Items of an answer unless asked for otherwise, and at most.
DEFAULT_ITEMS, MAX_ITEMS = 20, 100
#: Characters of an answer as JSON, at most; the first item is there in any case.
MAX_CHARACTERS = 16_000
#: Characters of a text of the report in an answer, unless the text itself is what was asked for.
MAX_QUOTED = 600
#: What tells nothing, and is left out.
_EMPTY: tuple[object, ...] = (None, "", [], {}, ())

Record = dict[str, Any]


def without_empty(record: Mapping[str, Any], keep: Iterable[str] = ()) -> Record:
    """Return a record without fields that are empty or false, except for some."""
    kept = set(keep)
    return {
        name: value
        for name, value in record.items()
        if name in kept or (value is not False and value not in _EMPTY)
    }


def quoted(text: str, at: int = 0) -> str:
    """Return a text of a report; of a long one, what is around an offset in it, with ``…`` where it was cut."""
    if len(text) <= MAX_QUOTED:
        return text
    start = max(0, min(at - MAX_QUOTED // 3, len(text) - MAX_QUOTED))
    end = start + MAX_QUOTED
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def as_json(value: object) -> str:
    """Return a value as one line of JSON, with what a terminal would obey as escapes."""
    return escape_controls(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def answer(
    head: Record, items: Sequence[Record], total: int, offset: int, sources: Mapping[str, Record]
) -> Record:
    """Return an answer with as many items as fit into it.

    Args:
        head: What stands before the items.
        items: The items from the offset on; each names its report as one of the sources.
        total: How many items there are in all.
        offset: How many of them were skipped.
        sources: The reports, by address; those that no item names are left out.
    """
    count = len(items)
    while True:
        shown = items[:count]
        result = _answer(head, shown, total, offset, sources)
        size = len(as_json(result))
        if size <= MAX_CHARACTERS or count <= 1:
            found: Record = cleaned(result)
            return found
        count = max(1, min(count - 1, count * MAX_CHARACTERS // size))


def _answer(
    head: Record, items: Sequence[Record], total: int, offset: int, sources: Mapping[str, Record]
) -> Record:
    after = offset + len(items)
    named = set(_reports(items)) | set(_reports([head]))
    is_truncated = after < total
    more = {"next_offset": after, "more": messages.more(total - after, after)} if is_truncated else {}
    return {
        "notice": messages.NOTICE,
        **head,
        "total": total,
        "offset": offset,
        "returned": len(items),
        "truncated": is_truncated,
        **more,
        "sources": {address: source for address, source in sources.items() if address in named},
        "items": list(items),
    }


def _reports(value: object) -> Iterable[str]:
    """Yield the addresses that records name as their reports."""
    if isinstance(value, Mapping):
        for name, one in value.items():
            if name in ("report", "results_report") and isinstance(one, str):
                yield one
            else:
                yield from _reports(one)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for one in value:
            yield from _reports(one)


def cleaned(value: Any) -> Any:
    """Return a value whose texts have no control characters, and no lone surrogates, which JSON cannot carry."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {name: cleaned(one) for name, one in value.items()}
    return [cleaned(one) for one in value] if isinstance(value, (list, tuple)) else value
