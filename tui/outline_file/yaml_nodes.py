"""A YAML document as read: scalars, sequences and mappings, each with the place it stands at."""

from __future__ import annotations

from dataclasses import dataclass

#: Keys of one mapping at most.
MAX_KEYS = 64


@dataclass(slots=True)
class YamlNode:
    """A scalar, a sequence or a mapping, with the place it stands at (both counted from 1)."""

    line: int
    column: int


@dataclass(slots=True)
class Scalar(YamlNode):
    """Any scalar, as the text it stands for. ``plain`` is False where it was quoted or a block."""

    value: str
    plain: bool


@dataclass(slots=True)
class Sequence(YamlNode):
    """A list."""

    items: list[YamlNode]


@dataclass(slots=True)
class Mapping(YamlNode):
    """Keys with the scalar that named them, in file order."""

    entries: dict[str, tuple[Scalar, YamlNode]]
