"""Read ``numbering.xml``: the lists of a document, and how each of their levels writes its numbers."""

from __future__ import annotations

from typing import NamedTuple

from tui.convert.formats.archive import Budget
from tui.convert.formats.docx_xml import W, WordReader
from tui.convert.formats.list_numbers import LEVELS, MAX_PATTERN, Level, Lists, number
from tui.messages import reports

#: Levels and lists of a document.
MAX_LISTS = 1 << 16


class _List(NamedTuple):
    """A list as written: the abstract list it is based on, and where it differs from that."""

    name: str
    pattern: list[str]
    overrides: list[tuple[int, str, Level | None]]


class ListsReader(WordReader):
    """Reads ``numbering.xml``."""

    def __init__(self, budget: Budget) -> None:
        names = (
            "abstractNum",
            "num",
            "abstractNumId",
            "lvlOverride",
            "startOverride",
            "lvl",
            "start",
            "numFmt",
        )
        super().__init__((*names, "lvlText"), budget)
        self._patterns: dict[str, dict[int, Level]] = {}
        self._lists: list[_List] = []
        self._pattern: dict[int, Level] = {}
        self._values: dict[str, str] = {}
        self._own_level: Level | None = None
        self._start_override: str
        self._at: int
        self._override_at: int
        self._count = 0

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Start a list or a level, or take a value of one; the first value counts."""
        parent = "".join(self.path[-2:-1])
        if name == "abstractNum":
            self._pattern = self._patterns[attributes.get(W + "abstractNumId", "")] = {}
        elif name == "num":
            self._lists.append(_List(attributes.get(W + "numId", ""), [], []))
        elif name == "abstractNumId" and parent == "num":
            self._lists[-1].pattern.append(attributes.get(W + "val", ""))
        elif name == "lvlOverride":
            self._override_at = number(attributes.get(W + "ilvl"))
            self._start_override, self._own_level = "", None
        elif name == "lvl":
            self._at = number(attributes.get(W + "ilvl"))
            self._values = {}
        elif name == "startOverride" and parent == "lvlOverride":
            self._start_override = self._start_override or attributes.get(W + "val", "")
        elif parent == "lvl":
            self._values.setdefault(name, attributes.get(W + "val", ""))
        if name in ("abstractNum", "num", "lvl", "lvlOverride"):
            self._count += 1
            if self._count > MAX_LISTS:
                raise self.budget.refuse(reports.too_many_lists(MAX_LISTS))

    def end_element(self, name: str) -> None:
        """End a level, or an override of one."""
        if name == "lvl":
            level = self._level()
            if "lvlOverride" in self.path:
                self._own_level = self._own_level or level
            elif self._at < LEVELS:
                self._pattern[self._at] = level
        elif name == "lvlOverride" and self._lists:
            self._lists[-1].overrides.append((self._override_at, self._start_override, self._own_level))

    def _level(self) -> Level:
        values = self._values
        pattern = values.get("lvlText", "")[:MAX_PATTERN]
        return Level(number(values.get("start"), 1), values.get("numFmt", ""), pattern)

    def lists(self) -> Lists:
        """Return the lists by their names."""
        return {written.name: self._completed(written) for written in self._lists}

    def _completed(self, written: _List) -> tuple[str, dict[int, Level]]:
        name = written.pattern[0] if written.pattern else ""
        levels = self._patterns.get(name, {})
        if written.overrides:
            levels = dict(levels)
        for at, start, own in written.overrides:
            level = own or levels.get(at)
            if level is not None:
                levels[at] = level._replace(start=number(start, level.start))
        counts_alone = any(start for _, start, _ in written.overrides)
        return f"{written.name} alone" if counts_alone else name, levels
