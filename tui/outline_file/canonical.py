"""Reads outline files in the form they are written in, without loading PyYAML.

This is a reader for a part of YAML: block mappings and lists, plain and quoted scalars on one line, literal
blocks, one level of ``[…]`` and ``{…}``. Where it meets anything else it gives up, and the full reader
(:mod:`tui.outline_file.yaml_events`) takes over; where it gives a result, the full reader would give the same,
places included. The first screen waits for this.
"""

from __future__ import annotations

import re

from tui.outline_file.yaml_nodes import MAX_KEYS, Mapping, Scalar, Sequence, YamlNode
from tui.report.sanitize import first_control

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 12
#: Text that YAML takes as it stands, in a block and between brackets.
_PLAIN = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~](?:[^:#]*[^:#\s])?"
_LINE = re.compile(rf"( *)(- )?([a-z_][a-z0-9_]*):(?: (?:({_PLAIN})|(\S.*)))?")
_FLOW_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~](?:[^:#,\[\]{}]*[^:#,\[\]{}\s])?")
_DOUBLE = re.compile(r'"([^"\\]*)"')
_SINGLE = re.compile(r"'([^']*)'")
#: A literal block; with a 2 where its first line is empty or set in.
_BLOCKS = ("|", "|-", "|+", "|2", "|2-", "|2+")


class _GiveUp(Exception):
    """The file is not in the form files are written in."""


def read_canonical(data: bytes) -> YamlNode | None:
    """The document, or None where the full reader has to read it."""
    if len(data) > MAX_BYTES:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not text.endswith("\n") or first_control(text) is not None:
        return None
    lines = text.split("\n")
    lines.pop()
    if lines and lines[-1].startswith("# "):  # the checksum that `convert` adds
        lines.pop()
    reader = _Reader(lines)
    try:
        root = reader.mapping(0, 0)
    except (_GiveUp, IndexError):
        return None
    return root if reader.at == len(lines) else None


class _Reader:
    """Reads line by line; ``at`` is the next line."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self.at = 0

    def mapping(self, indent: int, depth: int) -> Mapping:
        """The mapping whose keys stand ``indent`` spaces in, or behind a dash two spaces before."""
        if depth > MAX_DEPTH:
            raise _GiveUp
        lines, total = self._lines, len(self._lines)
        entries: dict[str, tuple[Scalar, YamlNode]] = {}
        first = self.at
        while self.at < total:
            found = _LINE.fullmatch(lines[self.at])
            if found is None:
                raise _GiveUp
            spaces, dash, name, plain, rest = found.groups()
            stands_at = len(spaces) + (2 if dash else 0)
            if stands_at != indent or (dash and self.at != first):
                break  # a line further in is nobody's: the root then ends before the file does
            if name in entries:
                raise _GiveUp
            number = self.at + 1
            key = Scalar(number, indent + 1, name, True)
            self.at += 1
            value: YamlNode
            if plain is not None:
                value = Scalar(number, found.start(4) + 1, plain, True)
            elif rest is None:
                value = self._below(indent, depth)
            elif rest in _BLOCKS:
                value = Scalar(number, found.start(5) + 1, self._block(indent + 2, rest), False)
            else:
                value = _inline(rest, number, found.start(5) + 1)
            entries[name] = (key, value)
            if len(entries) > MAX_KEYS:
                raise _GiveUp
        if not entries:
            raise _GiveUp
        return Mapping(first + 1, indent + 1, entries)

    def _below(self, indent: int, depth: int) -> YamlNode:
        """What stands below a key: a list at the same indent, or a mapping further in."""
        line = self._lines[self.at]
        if not line.startswith(" " * indent + "- "):
            return self.mapping(indent + 2, depth + 1)
        start, items = self.at, list[YamlNode]()
        dash = " " * indent + "- "
        while self.at < len(self._lines) and self._lines[self.at].startswith(dash):
            items.append(self.mapping(indent + 2, depth + 1))
        return Sequence(start + 1, indent + 1, items)

    def _block(self, indent: int, header: str) -> str:
        """A literal block, whose lines stand ``indent`` spaces in."""
        chomp = header.lstrip("|2")
        begin, margin, lines = self.at, " " * indent, self._lines
        while self.at < len(lines) and (lines[self.at].startswith(margin) or not lines[self.at]):
            self.at += 1
        block = [line[indent:] for line in lines[begin : self.at]]
        if not block or ("2" not in header and (not block[0] or block[0].startswith(" "))):
            raise _GiveUp
        text = "\n".join(block) + "\n"
        if chomp == "+":
            return text
        text = text.rstrip("\n")
        return text if chomp == "-" else text + "\n"


def _inline(text: str, line: int, column: int) -> YamlNode:
    """A value on the line of its key."""
    if text[0] not in "[{":
        return _quoted(text, line, column)
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise _GiveUp
    items: list[YamlNode] = []
    entries: dict[str, tuple[Scalar, YamlNode]] = {}
    at = column + 1
    for part in text[1:-1].split(", "):
        if text[0] == "[":
            items.append(_scalar(part, line, at))
        else:
            name, _, value = part.partition(": ")
            key = _scalar(name, line, at)
            if key.value in entries:
                raise _GiveUp
            entries[key.value] = (key, _scalar(value, line, at + len(name) + 2))
        at += len(part) + 2
    return Sequence(line, column, items) if text[0] == "[" else Mapping(line, column, entries)


def _scalar(text: str, line: int, column: int) -> Scalar:
    """A value between brackets."""
    if _FLOW_PLAIN.fullmatch(text):
        return Scalar(line, column, text, True)
    return _quoted(text, line, column)


def _quoted(text: str, line: int, column: int) -> Scalar:
    quoted = _DOUBLE.fullmatch(text) or _SINGLE.fullmatch(text)
    if quoted is None:
        raise _GiveUp
    return Scalar(line, column, quoted[1], False)
