"""Write outline files: block style, Chinese unescaped, keys in a fixed order, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import yaml
from yaml import events as ev

from tui.messages import outline_files as messages
from tui.outline_file.records import Block, Flow, FlowMapping, outline_record
from tui.outline_file.yaml_reader import MAX_BYTES, MAX_DEPTH, MAX_NODES
from tui.report.errors import DataError
from tui.report.model import Node, Report
from tui.report.sanitize import one_line

_Emitter: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_RESOLVER: Any = yaml.resolver.Resolver()
_NEVER_FOLD = 1 << 30


def write_outline(report: Report) -> bytes:
    """Return the report as an outline file, in UTF-8.

    Raises:
        DataError: If the file would be too large to be read again.
    """
    record = outline_record(report)
    text: str = yaml.emit(_document(record), Dumper=_Emitter, allow_unicode=True, width=_NEVER_FOLD)
    data = text.encode("utf-8")
    path = one_line(report.source.file)
    if len(data) > MAX_BYTES:
        raise DataError(messages.outline_too_long(len(data), MAX_BYTES), path=path)
    if _count(record) > MAX_NODES or _depth(report.outline) > MAX_DEPTH:
        raise DataError(messages.outline_too_large(MAX_NODES, MAX_DEPTH), path=path)
    return data


def _count(value: object) -> int:
    """Count the YAML nodes of a record; keys are nodes, too."""
    if isinstance(value, dict):
        return 1 + len(value) + sum(map(_count, value.values()))
    return 1 + sum(map(_count, value)) if isinstance(value, list) else 1


def _depth(nodes: Sequence[Node]) -> int:
    """Return how deep the YAML is nested: a list and a mapping for each level, within the mapping of the file."""
    return max((2 + _depth(node.children) for node in nodes), default=1)


def _document(record: dict[str, object]) -> Iterator[Any]:
    yield ev.StreamStartEvent(encoding=None)
    yield ev.DocumentStartEvent(explicit=False)
    yield from _value(record)
    yield ev.DocumentEndEvent(explicit=False)
    yield ev.StreamEndEvent()


def _value(value: object) -> Iterator[Any]:
    if isinstance(value, dict):
        yield ev.MappingStartEvent(None, None, implicit=True, flow_style=isinstance(value, FlowMapping))
        yield from chain.from_iterable(map(_value, chain.from_iterable(value.items())))
        yield ev.MappingEndEvent()
    elif isinstance(value, list):
        yield ev.SequenceStartEvent(None, None, implicit=True, flow_style=isinstance(value, Flow))
        yield from chain.from_iterable(map(_value, value))
        yield ev.SequenceEndEvent()
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        style = _style(value) if isinstance(value, str) else None
        yield ev.ScalarEvent(None, None, implicit=(True, True), value=text, style=style)


def _style(text: str) -> str | None:
    if isinstance(text, Block):
        return "|"
    looks_like = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return None if looks_like == "tag:yaml.org,2002:str" and not text.startswith("=") else '"'
