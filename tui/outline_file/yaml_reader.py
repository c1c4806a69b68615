"""A strict YAML reader over PyYAML's event stream: every scalar is text.

PyYAML's loaders silently convert dates, booleans, ``12:30``, ``1_000`` and ``1.10``, keep the last of two equal keys,
and can be made to exhaust memory or the stack. Here anchors, aliases, tags, merge keys, directives, second documents
and duplicate keys are refused. Size, depth and number of nodes are limited while reading, so that nothing large is
ever built.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import events as ev

from tui.messages import outline_files as messages
from tui.messages import reports
from tui.report.errors import DataError

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 32
#: Nodes of a document; an outline has one for each 14 bytes or more.
MAX_NODES = 600_000
#: Keys of one mapping.
MAX_KEYS = 64

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class YamlNode:
    """A scalar, a sequence or a mapping, with its line and column, both counted from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Scalar(YamlNode):
    """A scalar as text; ``plain`` is False if it was quoted or a block."""

    value: str
    plain: bool


@dataclass(slots=True)
class Sequence(YamlNode):
    """A list."""

    items: list[YamlNode]


@dataclass(slots=True)
class Mapping(YamlNode):
    """Values by key, in file order, each with the scalar of its key."""

    entries: dict[str, tuple[Scalar, YamlNode]]


def read_yaml(data: bytes, path: str, max_keys: int = MAX_KEYS) -> YamlNode:
    """Read one YAML document.

    Args:
        data: The file's bytes.
        path: What to call it in errors.
        max_keys: How many keys a mapping may have.

    Raises:
        DataError: With line and column, if the file is not one plain document within the limits.
    """
    if len(data) > MAX_BYTES:
        raise DataError(messages.yaml_too_long(len(data), MAX_BYTES), path=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise DataError(messages.NOT_UTF8, path=path, line=line, column=column) from None
    return _Builder(path, max_keys).document(text)


class _Builder:
    def __init__(self, path: str, max_keys: int) -> None:
        self._path = path
        self._max_keys = max_keys
        self._nodes = 0

    def document(self, text: str) -> YamlNode:
        events = self._events(text)
        next(events)  # stream start
        first = next(events)
        if not isinstance(first, ev.DocumentStartEvent):
            raise DataError(messages.EMPTY_DOCUMENT, path=self._path, line=1, column=1)
        if first.version or first.tags:
            raise self._fault(first.start_mark, messages.NO_DIRECTIVES)
        root = self._node(next(events), events, 1)
        next(events)  # document end
        after = next(events)
        if not isinstance(after, ev.StreamEndEvent):
            raise self._fault(after.start_mark, messages.ONE_DOCUMENT_ONLY)
        return root

    def _events(self, text: str) -> Iterator[Any]:
        try:
            get_event = _Loader(text).get_event
            while True:
                event = get_event()
                yield event
                if event.__class__ is ev.StreamEndEvent:
                    return
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            at_tab = mark is not None and text[mark.index : mark.index + 1] == "\t"
            problem = messages.NO_TABS if at_tab else str(error.problem or error.context)
            if mark is None:
                raise DataError(messages.yaml_syntax(problem), path=self._path) from None
            raise self._fault(mark, messages.yaml_syntax(problem)) from None
        except yaml.reader.ReaderError as error:
            # The parser counts in bytes or in characters; search for the character instead.
            before, _, _ = text.partition(chr(max(0, error.character)))
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            message = messages.NO_CONTROL_CHARACTERS
            raise DataError(message, path=self._path, line=line, column=column) from None
        except (ValueError, OverflowError, RecursionError, yaml.YAMLError) as error:
            raise DataError(messages.yaml_syntax(type(error).__name__), path=self._path) from None

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> YamlNode:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._fault(event.start_mark, messages.too_many_nodes(MAX_NODES))
        kind = event.__class__
        if kind is ev.AliasEvent:
            raise self._fault(event.start_mark, messages.no_aliases(event.anchor))
        if event.anchor:
            raise self._fault(event.start_mark, messages.no_anchors(event.anchor))
        if event.tag:
            raise self._fault(event.start_mark, messages.no_tags(event.tag))
        mark = event.start_mark
        if kind is ev.ScalarEvent:
            return Scalar(mark.line + 1, mark.column + 1, event.value, not event.style)
        if depth > MAX_DEPTH:
            raise self._fault(event.start_mark, reports.nested_too_deep(MAX_DEPTH))
        if kind is ev.SequenceStartEvent:
            items: list[YamlNode] = []
            for inner in events:
                if inner.__class__ is ev.SequenceEndEvent:
                    break
                items.append(self._node(inner, events, depth + 1))
            return Sequence(mark.line + 1, mark.column + 1, items)
        return Mapping(mark.line + 1, mark.column + 1, self._entries(events, depth))

    def _entries(self, events: Iterator[Any], depth: int) -> dict[str, tuple[Scalar, YamlNode]]:
        entries: dict[str, tuple[Scalar, YamlNode]] = {}
        for inner in events:
            if inner.__class__ is ev.MappingEndEvent:
                break
            key = self._node(inner, events, depth + 1)
            if not isinstance(key, Scalar):
                raise self._fault(inner.start_mark, messages.KEY_MUST_BE_TEXT)
            if key.value == "<<" and key.plain:
                raise self._fault(inner.start_mark, messages.NO_MERGE_KEYS)
            if len(entries) == self._max_keys:
                raise self._fault(inner.start_mark, messages.too_many_keys(self._max_keys))
            if key.value in entries:
                raise self._fault(
                    inner.start_mark, messages.duplicate_key(key.value[:40], entries[key.value][0].line)
                )
            entries[key.value] = (key, self._node(next(events), events, depth + 1))
        return entries

    def _fault(self, mark: Any, message: str) -> DataError:
        return DataError(message, path=self._path, line=mark.line + 1, column=mark.column + 1)
