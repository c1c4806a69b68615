"""Take the YAML tree of an outline file apart: mappings with known fields, lists, text, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from tui.messages import outline_files as messages
from tui.outline_file.yaml_reader import Mapping, Scalar, Sequence, YamlNode
from tui.report.errors import DataError, did_you_mean
from tui.report.grammar import DECIMAL
from tui.report.model import MAX_PARTS
from tui.report.numerals import MAX_DIGITS
from tui.report.sanitize import first_control

T = TypeVar("T", bound=str)


class Shapes:
    """Collects the faults of a YAML tree while it is taken apart.

    Attributes:
        faults: The faults found so far, with line and column.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.faults: list[DataError] = []

    def fault(self, node: YamlNode, message: str) -> None:
        """Add a fault at the line and column of a node."""
        self.faults.append(DataError(message, path=self._path, line=node.line, column=node.column))

    def fields(
        self, node: YamlNode, what: str, required: Iterable[str], optional: Iterable[str] = ()
    ) -> Fields:
        """Return the entries of a mapping; missing and unknown names are faults."""
        if not isinstance(node, Mapping):
            self.fault(node, messages.not_a_mapping(what, _kind(node)))
            return Fields(self, node, {})
        required = tuple(required)
        known = (*required, *optional)
        for name, (key, _) in node.entries.items():
            if name not in known:
                self.fault(key, messages.unknown_field(what, name[:40]) + did_you_mean(name, known, known))
        for name in required:
            if name not in node.entries:
                self.fault(node, messages.missing_field(what, name))
        return Fields(self, node, {name: value for name, (_, value) in node.entries.items()})


class Fields:
    """Typed access to the fields of one mapping. A wrong value is a fault, and reads as a neutral one."""

    def __init__(self, reader: Shapes, owner: YamlNode, values: dict[str, YamlNode]) -> None:
        self._reader = reader
        self._owner = owner
        self._values = values

    def has(self, name: str) -> bool:
        """Return whether there is such a field."""
        return name in self._values

    def node(self, name: str) -> YamlNode:
        """Return the value of a field; the mapping itself if it is missing."""
        return self._values.get(name, self._owner)

    def fault(self, name: str, message: str) -> None:
        """Add a fault at the value of a field; at the mapping itself if the field is missing."""
        self._reader.fault(self._values.get(name, self._owner), message)

    def items(self, name: str) -> list[YamlNode]:
        """Return the items of a list, none if it is missing."""
        node = self._values.get(name)
        if isinstance(node, Sequence):
            return node.items
        if node is not None:
            self.fault(name, messages.not_a_list(name, _kind(node)))
        return []

    def text(self, name: str) -> str:
        """Return text of any length; control characters are a fault."""
        node = self._values.get(name)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.fault(name, messages.not_a_text(name, _kind(node)))
            return ""
        control = first_control(node.value)
        if control is not None:
            self.fault(name, messages.control_character(name, control + 1, ord(node.value[control])))
        return node.value

    def line(self, name: str) -> str:
        """Return text of one line."""
        text = self.text(name)
        if "\n" in text:
            self.fault(name, messages.not_one_line(name))
        return text

    def integer(self, name: str) -> int | None:
        """Return a whole number, None if it is missing."""
        text = self._matching(name, messages.INTEGER, r"\d{1,9}")
        return int(text) if text else None

    def boolean(self, name: str) -> bool:
        """Return a truth value, False if it is missing."""
        return self._matching(name, messages.BOOLEAN, "true|false") == "true"

    def _matching(self, name: str, what: str, pattern: str) -> str:
        """Return text that matches a pattern; empty if it is missing or does not."""
        if name not in self._values:
            return ""
        text = self.line(name)
        if re.fullmatch(pattern, text):
            return text
        if isinstance(self._values[name], Scalar):
            self.fault(name, messages.wrong_value(name, what, text[:40]))
        return ""

    def one_of(self, name: str, allowed: tuple[T, ...]) -> T:
        """Return one of the values allowed."""
        text = self.line(name)
        for value in allowed:
            if value == text:
                return value
        if isinstance(self._values.get(name), Scalar):
            self.fault(name, messages.not_allowed(name, text[:40]) + did_you_mean(text, allowed, allowed))
        return allowed[0]

    def all_of(self, name: str, allowed: tuple[T, ...]) -> tuple[T, ...]:
        """Return those of the values allowed that a list holds, in their usual order; none if it is missing."""
        written = [item for item in self.items(name) if isinstance(item, Scalar)]
        for item in written:
            if item.value not in allowed:
                nearest = did_you_mean(item.value, allowed, allowed)
                self._reader.fault(item, messages.not_allowed(name, item.value[:40]) + nearest)
        values = {item.value for item in written}
        return tuple(value for value in allowed if value in values)

    def span(self, name: str, length: int) -> tuple[int, int]:
        """Return a non-empty span of a text of some length."""
        ends = [item.value for item in self.items(name) if isinstance(item, Scalar)]
        if len(ends) == 2 and all(re.fullmatch(r"\d{1,9}", end) for end in ends):
            start, end = map(int, ends)
            if start < end <= length:
                return start, end
        if isinstance(self._values.get(name), Sequence):
            self.fault(name, messages.not_a_span(name, length))
        return 0, 0

    def decimals(self, name: str) -> tuple[Decimal, ...]:
        """Return one exact number, both ends of a range, or the parts of a ratio."""
        node = self._values.get(name)
        if node is None:
            return ()
        scalars = node.items if isinstance(node, Sequence) else [node]
        values: list[Decimal] = []
        for scalar in scalars:
            match = DECIMAL.fullmatch(scalar.value) if isinstance(scalar, Scalar) else None
            if match is None:
                self._reader.fault(scalar, messages.not_a_decimal(name))
            elif any(len(digits or "") > MAX_DIGITS for digits in match.groups()):
                self._reader.fault(scalar, messages.too_many_digits(name, MAX_DIGITS))
            else:
                values.append(Decimal(match[0]))
        if isinstance(node, Sequence) and not 2 <= len(node.items) <= MAX_PARTS:
            self.fault(name, messages.not_a_range(name))
        return tuple(values)


def _kind(node: YamlNode) -> str:
    if isinstance(node, Mapping):
        return messages.MAPPING
    return messages.LIST if isinstance(node, Sequence) else messages.TEXT
