"""Writes an outline file: block style, Chinese unescaped, keys in a fixed order, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import events as ev

from tui.report.model import Report
from tui.report.outline_records import Block, Flow, FlowMapping, outline_record

_Emitter: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_RESOLVER: Any = yaml.resolver.Resolver()
_NEVER_FOLD = 1 << 30


def write_outline(report: Report) -> bytes:
    """The report as an outline file, UTF-8."""
    text: str = yaml.emit(_document(report), Dumper=_Emitter, allow_unicode=True, width=_NEVER_FOLD)
    return text.encode("utf-8")


def _document(report: Report) -> Iterator[Any]:
    yield ev.StreamStartEvent(encoding=None)
    yield ev.DocumentStartEvent(explicit=False)
    yield from _value(outline_record(report))
    yield ev.DocumentEndEvent(explicit=False)
    yield ev.StreamEndEvent()


def _value(value: object) -> Iterator[Any]:
    if isinstance(value, dict):
        yield ev.MappingStartEvent(
            anchor=None, tag=None, implicit=True, flow_style=isinstance(value, FlowMapping)
        )
        for key, inner in value.items():
            yield from _value(key)
            yield from _value(inner)
        yield ev.MappingEndEvent()
    elif isinstance(value, (list, tuple)):
        flow = isinstance(value, Flow) or (len(value) == 2 and all(isinstance(item, str) for item in value))
        yield ev.SequenceStartEvent(anchor=None, tag=None, implicit=True, flow_style=flow)
        for item in value:
            yield from _value(item)
        yield ev.SequenceEndEvent()
    elif isinstance(value, str):
        yield ev.ScalarEvent(
            anchor=None, tag=None, implicit=(True, True), value=str(value), style=_style(value)
        )
    else:
        plain = str(value).lower() if isinstance(value, bool) else str(value)
        yield ev.ScalarEvent(anchor=None, tag=None, implicit=(True, True), value=plain)


def _style(text: str) -> str | None:
    if isinstance(text, Block):
        return "|"
    looks_like = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return None if looks_like == "tag:yaml.org,2002:str" and not text.startswith("=") else '"'
