"""What is remembered between runs: for each report the place, marks and queries; for all of them the looks.

Each file is small JSON, written whole. One that cannot be understood is kept beside the new one as ``.bad``
and the defaults are used: nothing here is worth not starting for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple

from tui.report.errors import WriteError
from tui.state.files import write_atomically
from tui.state.folder import memory_file, settings_file

VERSION = 1
MAX_BYTES = 1024 * 1024
MAX_QUERIES = 50
MAX_RECENT = 20
#: Characters of the text that are kept with a place, to find it again in a changed report.
CONTEXT = 40


class Place(NamedTuple):
    """A place in a text: a character offset, and the words that stood there."""

    offset: int
    words: str

    @classmethod
    def of(cls, text: str, offset: int) -> Place:
        """The place at an offset of a text."""
        return cls(offset, text[offset : offset + CONTEXT])

    def found_in(self, text: str) -> int:
        """The offset of the place in a text that may have changed: where its words stand nearest to it."""
        if text.startswith(self.words, self.offset):
            return min(self.offset, len(text))
        for length in (len(self.words), len(self.words) // 2, len(self.words) // 4):
            words = self.words[:length]
            if length < 4:
                break
            before, after = text.rfind(words, 0, self.offset + length), text.find(words, self.offset)
            found = [at for at in (before, after) if at >= 0]
            if found:
                return min(found, key=lambda at: abs(at - self.offset))
        return min(self.offset, len(text))


@dataclass(slots=True)
class Memory:
    """What is remembered of one report.

    Attributes:
        place: The first character in view.
        queries: What was searched for, the latest last.
        marks: Places by the letters they were given.
    """

    place: Place | None = None
    queries: list[str] = field(default_factory=list)
    marks: dict[str, Place] = field(default_factory=dict)

    def add_query(self, words: str) -> None:
        """Notes a query as the latest one."""
        words = words.strip()
        if words:
            self.queries = [*(query for query in self.queries if query != words), words][-MAX_QUERIES:]


@dataclass(slots=True)
class Settings:
    """What is remembered for all reports.

    Attributes:
        theme: Name of the theme, empty for the default.
        measure: Cells a line of text takes at most, 0 for the default.
        full_marks: Whether ASCII marks beside Chinese are drawn in full width.
        recent: Paths of the reports opened, the latest first.
    """

    theme: str = ""
    measure: int = 0
    full_marks: bool = True
    recent: list[str] = field(default_factory=list)


class Store:
    """Reads and writes what is remembered, in one folder.

    Attributes:
        warnings: What could not be read or written, each in a few words for a person.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.warnings: list[str] = []
        self._written: dict[Path, bytes] = {}

    def memory(self, identity: str) -> Memory:
        """What is remembered of a report, by what it is opened as."""
        data = self._read(memory_file(self._folder, identity))
        try:
            return Memory(
                _place(data["place"]) if "place" in data else None,
                [str(query) for query in _list(data.get("queries", []))][-MAX_QUERIES:],
                {str(key)[:1]: _place(value) for key, value in _mapping(data.get("marks", {})).items()},
            )
        except (KeyError, TypeError, ValueError):
            self._set_aside(memory_file(self._folder, identity))
            return Memory()

    def settings(self) -> Settings:
        """What is remembered for all reports."""
        data = self._read(settings_file(self._folder))
        theme, measure, full = data.get("theme", ""), data.get("measure", 0), data.get("full_marks", True)
        recent = data.get("recent", [])
        if (
            isinstance(theme, str)
            and isinstance(measure, int)
            and isinstance(full, bool)
            and isinstance(recent, list)
        ):
            return Settings(
                theme, measure, full, [path for path in recent if isinstance(path, str)][:MAX_RECENT]
            )
        self._set_aside(settings_file(self._folder))
        return Settings()

    def remember(self, identity: str, memory: Memory) -> None:
        """Writes what is to be remembered of a report, if it has changed."""
        data: dict[str, object] = {"version": VERSION, "report": identity, "queries": memory.queries}
        if memory.place is not None:
            data["place"] = [memory.place.offset, memory.place.words]
        data["marks"] = {key: [place.offset, place.words] for key, place in sorted(memory.marks.items())}
        self._write(memory_file(self._folder, identity), data)

    def keep(self, settings: Settings) -> None:
        """Writes what is to be remembered for all reports, if it has changed."""
        data = {"version": VERSION, **asdict(settings)}
        self._write(settings_file(self._folder), data)

    def _read(self, path: Path) -> Mapping[str, object]:
        try:
            with path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
        except OSError:
            return {}
        try:
            data = json.loads(raw.decode("utf-8")) if len(raw) <= MAX_BYTES else None
            if isinstance(data, dict) and data.get("version") == VERSION:
                self._written[path] = raw
                return data
        except (ValueError, RecursionError):
            pass
        self._set_aside(path)
        return {}

    def _set_aside(self, path: Path) -> None:
        with suppress(OSError):
            path.replace(path.with_suffix(".bad"))
        self.warnings.append(f"上次的记录读不懂，已另存为 {path.with_suffix('.bad').name}")

    def _write(self, path: Path, data: Mapping[str, object]) -> None:
        raw = json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace")
        if self._written.get(path) == raw:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, raw)
            self._written[path] = raw
        except (OSError, WriteError):
            warning = f"不能写入 {self._folder}，这次读到哪里记不住"
            if warning not in self.warnings:
                self.warnings.append(warning)


class Keeper:
    """What is remembered of the report that is open; without a store, only while it is open.

    Attributes:
        memory: Of the report.
        settings: Of all reports.
    """

    def __init__(self, store: Store | None, identity: str) -> None:
        self._store = store
        self._identity = identity
        self._told = 0
        self.memory = store.memory(identity) if store is not None else Memory()
        self.settings = store.settings() if store is not None else Settings()
        if Path(identity).is_absolute():
            others = [path for path in self.settings.recent if path != identity]
            self.settings.recent = [identity, *others][:MAX_RECENT]

    def new_warnings(self) -> list[str]:
        """What could not be read or written, as far as it has not been told."""
        warnings = self._store.warnings if self._store is not None else []
        told, self._told = self._told, len(warnings)
        return warnings[told:]

    def keep(self) -> None:
        """Writes what has changed."""
        if self._store is not None:
            self._store.remember(self._identity, self.memory)
            self._store.keep(self.settings)


def _place(value: object) -> Place:
    offset, words = _list(value)
    if not (isinstance(offset, int) and isinstance(words, str) and offset >= 0):
        raise TypeError
    return Place(offset, words)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _mapping(value: object) -> dict[object, object]:
    if not isinstance(value, dict):
        raise TypeError
    return value
