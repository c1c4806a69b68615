"""The parameters of tools: what JSON Schema says of them, and how what an assistant sends is checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from tui.messages import assistants as messages
from tui.report.errors import UsageError, did_you_mean
from tui.report.sanitize import one_line

Kind = Literal["string", "integer", "boolean", "strings"]
Arguments = Mapping[str, Any]

#: Characters of a text that is passed, unless a parameter says otherwise.
_MAX_CHARACTERS = 500
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_FLAGS = {"true": True, "false": False}
_JSON_TYPES: dict[Kind, dict[str, object]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "strings": {"type": "array", "items": {"type": "string"}},
}


class Parameter(NamedTuple):
    """A parameter of a tool.

    Attributes:
        name: Its name.
        kind: What values it takes.
        is_required: Whether it must be there.
        choices: The values it takes; empty for any.
        least: The least number.
        most: The greatest number, of a text the most characters, of a list the most items.
    """

    name: str
    kind: Kind = "string"
    is_required: bool = False
    choices: Sequence[str] = ()
    least: int = 0
    most: int | None = None

    def schema(self) -> dict[str, object]:
        """Return what JSON Schema says of it."""
        schema: dict[str, object] = {**_JSON_TYPES[self.kind], "description": messages.PARAMETERS[self.name]}
        if self.choices:
            schema["enum"] = list(self.choices)
        if self.kind == "integer":
            schema["minimum"] = self.least
            if self.most is not None:
                schema["maximum"] = self.most
        elif self.kind == "strings" and self.most is not None:
            schema |= {"minItems": 1, "maxItems": self.most}
        return schema

    def read(self, value: object) -> Any:
        """Return a value of the right type; numbers and flags may come as text.

        Raises:
            UsageError: If it is none.
        """
        if self.kind == "integer":
            return self._number(value)
        if self.kind == "boolean":
            flag = _FLAGS.get(value.lower()) if isinstance(value, str) else value
            if not isinstance(flag, bool):
                raise UsageError(messages.wrong_type(self.name, self.kind))
            return flag
        if self.kind == "strings":
            return self._texts(value)
        return self._text(value, self.most or _MAX_CHARACTERS)

    def _number(self, value: object) -> int:
        if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
            value = int(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise UsageError(messages.wrong_type(self.name, self.kind))
        if value < self.least or (self.most is not None and value > self.most):
            raise UsageError(messages.out_of_range(self.name, self.least, self.most))
        return value

    def _text(self, value: object, most: int) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)  # a year
        if not isinstance(value, str):
            raise UsageError(messages.wrong_type(self.name, self.kind))
        if len(value) > most:
            raise UsageError(messages.too_long(self.name, most))
        text = value.strip()
        if self.is_required and not text:
            raise UsageError(messages.empty(self.name))
        if self.choices and text and text not in self.choices:
            raise UsageError(messages.no_such_value(self.name, one_line(text[:40]), self.choices))
        return text

    def _texts(self, value: object) -> list[str]:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not values:
            raise UsageError(messages.wrong_type(self.name, self.kind))
        if self.most is not None and len(values) > self.most:
            raise UsageError(messages.too_many(self.name, self.most))
        texts = [self._text(one, 2 * _MAX_CHARACTERS) for one in values]
        if not all(texts):
            raise UsageError(messages.empty(self.name))
        return texts


def input_schema(parameters: Sequence[Parameter]) -> dict[str, object]:
    """Return the JSON Schema of the arguments of a tool."""
    return {
        "type": "object",
        "properties": {one.name: one.schema() for one in parameters},
        "required": [one.name for one in parameters if one.is_required],
        "additionalProperties": False,
    }


def read_arguments(parameters: Sequence[Parameter], given: Arguments) -> dict[str, Any]:
    """Return the arguments with those left out as None, or for numbers as they are used.

    Raises:
        UsageError: For the first one that is wrong: one clear error.
    """
    known = {one.name: one for one in parameters}
    for name in given:
        if name not in known:
            raise UsageError(
                messages.no_such_parameter(one_line(name[:40]), did_you_mean(name, known, known))
            )
    arguments: dict[str, Any] = {}
    for one in parameters:
        value = given.get(one.name)
        if value is None and one.is_required:
            raise UsageError(messages.missing(one.name))
        arguments[one.name] = None if value is None else one.read(value)
    return arguments
