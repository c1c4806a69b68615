"""Read files of indicators strictly: each fault has a line, a column and the nearest valid name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from tui.messages import indicators as messages
from tui.metrics.indicator_names import MAX_NAME_CHARACTERS, UNIT_KINDS, plain
from tui.metrics.indicator_order import BETTER
from tui.metrics.indicators import Break, Indicator, IndicatorName
from tui.outline_file.fields import Fields, Shapes
from tui.outline_file.yaml_reader import Scalar, YamlNode, read_yaml
from tui.report.errors import DataError, did_you_mean
from tui.report.model import Measure

SCHEMA = "huiji-indicators/1"
#: Years that names and breaks may be of.
FIRST_YEAR, LAST_YEAR = 1949, 2100
#: What may be stated of an indicator; a rank or the completion of a plan is stated of all.
MEASURES: tuple[Measure, ...] = ("level", "growth", "share")
T = TypeVar("T", bound=str)
_KINDS = tuple(UNIT_KINDS)
_ID = re.compile(r"[a-z][a-z0-9_]*")
_REQUIRED = ("id", "name", "order", "units", "measures", "better")
_OPTIONAL = ("names", "exclusions", "breaks")


class IndicatorTable(NamedTuple):
    """What a file of indicators has.

    Attributes:
        entries: All indicators: the known ones, with what the file adds to them, and the file's own.
        faults: What is wrong in the file, in its order.
    """

    entries: tuple[Indicator, ...]
    faults: list[DataError]


def read_indicators(data: bytes, path: str, known: Iterable[Indicator] = ()) -> IndicatorTable:
    """Read a file of indicators. Never raises; see :attr:`IndicatorTable.faults`.

    Args:
        data: The file's bytes.
        path: What to call it in errors.
        known: The program's indicators, if the file is a person's own. An entry with the id of one of them adds
            to its lists and replaces its single values.
    """
    known = tuple(known)
    reader = _Reader(path, known)
    try:
        reader.read(read_yaml(data, path))
    except DataError as error:
        return IndicatorTable(known, [error])
    faults = sorted(reader.faults, key=lambda fault: (fault.line or 0, fault.column or 0))
    return IndicatorTable(tuple(reader.entries.values()), faults)


class _Reader(Shapes):
    """Reads the YAML tree; after a fault it goes on with what can still be checked."""

    def __init__(self, path: str, known: tuple[Indicator, ...]) -> None:
        super().__init__(path)
        self._known = {entry.id for entry in known}
        self.entries = {entry.id: entry for entry in known}
        #: The line of each entry of the file, by its id.
        self._lines: dict[str, int] = {}
        #: Who has a name, by the name cleaned: the indicator's id, and the line if it is in the file.
        self._names: dict[str, list[tuple[IndicatorName, str, int | None]]] = {}
        for entry in known:
            for name in entry.names:
                self._names.setdefault(plain(name.text), []).append((name, entry.id, None))

    def read(self, root: YamlNode) -> None:
        """Read the whole file."""
        top = self.fields(root, messages.FILE, ("schema", "indicators"))
        if top.has("schema") and top.text("schema") != SCHEMA:
            self.fault(top.node("schema"), messages.wrong_schema(SCHEMA, top.text("schema")[:40]))
        for item in top.items("indicators"):
            self._entry(item)

    def _entry(self, node: YamlNode) -> None:
        fields = self.fields(node, messages.INDICATOR, ("id",), (*_REQUIRED[1:], *_OPTIONAL))
        entry_id = fields.line("id")
        if not self._is_new_id(fields, entry_id):
            return
        if entry_id not in self._known:
            for name in _REQUIRED[1:]:
                if not fields.has(name):
                    self.fault(node, messages.missing_field(entry_id, name))
        base = self.entries.get(entry_id, Indicator(entry_id))
        entry = base._replace(
            name=self._title(fields) or base.name,
            order=self._whole(fields, "order", base.order),
            exclusions=base.exclusions + self._texts(fields, "exclusions"),
            units=base.units + self._choices(fields, "units", _KINDS),
            measures=base.measures + self._choices(fields, "measures", MEASURES),
            better=fields.one_of("better", BETTER) if fields.has("better") else base.better,
            breaks=base.breaks + self._breaks(fields),
        )
        self.entries[entry_id] = entry._replace(names=self._names_of(fields, entry))

    def _is_new_id(self, fields: Fields, entry_id: str) -> bool:
        if not fields.has("id"):
            return False
        if not _ID.fullmatch(entry_id):
            self.fault(fields.node("id"), messages.not_an_id(entry_id[:40]))
            return False
        if entry_id in self._lines:
            self.fault(fields.node("id"), messages.duplicate_id(entry_id, self._lines[entry_id]))
            return False
        self._lines[entry_id] = fields.node("id").line
        return True

    def _title(self, fields: Fields) -> str:
        title, node = fields.line("name"), fields.node("name")
        return title if isinstance(node, Scalar) and self._is_name(node, title) else ""

    def _is_name(self, node: YamlNode, text: str) -> bool:
        if len(text) > MAX_NAME_CHARACTERS:
            self.fault(node, messages.name_too_long(MAX_NAME_CHARACTERS))
        elif not plain(text):
            self.fault(node, messages.EMPTY_NAME)
        else:
            return True
        return False

    def _whole(self, fields: Fields, name: str, default: int) -> int:
        number = fields.integer(name)
        return default if number is None else number

    def _year(self, fields: Fields, name: str) -> int | None:
        year = fields.integer(name)
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            self.fault(fields.node(name), messages.wrong_year(name, FIRST_YEAR, LAST_YEAR, year))
            return None
        return year

    def _texts(self, fields: Fields, name: str) -> tuple[str, ...]:
        texts: list[str] = []
        for item in fields.items(name):
            text = item.value.strip() if isinstance(item, Scalar) else ""
            if self._is_name(item, text):
                texts.append(text)
        return tuple(texts)

    def _choices(self, fields: Fields, name: str, allowed: tuple[T, ...]) -> tuple[T, ...]:
        choices: list[T] = []
        items = fields.items(name)
        for item in items:
            text = item.value if isinstance(item, Scalar) else ""
            choice = next((value for value in allowed if value == text), None)
            if choice is None:
                self.fault(item, messages.not_allowed(name, text[:40]) + did_you_mean(text, allowed, allowed))
            else:
                choices.append(choice)
        if fields.has(name) and not items:
            self.fault(fields.node(name), messages.empty_list(name))
        return tuple(choices)

    def _breaks(self, fields: Fields) -> tuple[Break, ...]:
        breaks: list[Break] = []
        for item in fields.items("breaks"):
            change = self.fields(item, messages.BREAK, ("year", "change"))
            year = self._year(change, "year")
            if year is not None:
                breaks.append(Break(year, change.line("change")))
        return tuple(breaks)

    # -- names ---------------------------------------------------------------------------------

    def _names_of(self, fields: Fields, entry: Indicator) -> tuple[IndicatorName, ...]:
        names = [*entry.names]
        for item in fields.items("names"):
            name = self._name(item)
            if name is not None and self._is_free(item, name, entry):
                names.append(name)
        # Today's name, unless the list has it with its years.
        if entry.name and fields.has("name") and all(name.text != entry.name for name in names):
            title = IndicatorName(entry.name)
            if self._is_free(fields.node("name"), title, entry):
                names.insert(0, title)
        return tuple(names)

    def _name(self, node: YamlNode) -> IndicatorName | None:
        if isinstance(node, Scalar):
            return IndicatorName(node.value.strip()) if self._is_name(node, node.value) else None
        fields = self.fields(node, messages.NAME, ("name",), ("from", "to", "measures"))
        title = self._title(fields)
        first, last = self._year(fields, "from"), self._year(fields, "to")
        if first and last and first > last:
            self.fault(fields.node("to"), messages.years_reversed(first, last))
        measures = self._choices(fields, "measures", MEASURES)
        return IndicatorName(title, first, last, measures) if title else None

    def _is_free(self, node: YamlNode, name: IndicatorName, entry: Indicator) -> bool:
        """Tell whether a name is this indicator's alone; where it is not, that is a fault."""
        cleaned = plain(name.text)
        for excluded in entry.exclusions:
            if plain(excluded) in cleaned:
                self.fault(node, messages.excluded_name(name.text, excluded))
                return False
        named = self._names.setdefault(cleaned, [])
        for other, other_id, line in named:
            repeated = other_id == entry.id and other.text == name.text
            if repeated or (other_id != entry.id and _overlap(name, other)):
                self.fault(node, messages.duplicate_name(name.text, other_id, line))
                return False
        named.append((name, entry.id, node.line))
        return True


def _overlap(one: IndicatorName, other: IndicatorName) -> bool:
    """Tell whether two equal names are used in the same years for the same measures."""
    first = max(one.first_year or FIRST_YEAR, other.first_year or FIRST_YEAR)
    last = min(one.last_year or LAST_YEAR, other.last_year or LAST_YEAR)
    measures = set(one.measures or MEASURES) & set(other.measures or MEASURES)
    return first <= last and bool(measures)
