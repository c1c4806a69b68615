"""What is remembered, as data: of a report the place, marks and queries; of all of them the looks.

Parsing is strict: whatever is not what this program writes raises ``TypeError``, ``KeyError`` or ``ValueError``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import NamedTuple

from tui.state.merge import merge_mapping, merge_used, merge_value, unique_last

VERSION = 1
MAX_QUERIES = 50
MAX_RECENT = 20
#: Characters of a path at most: PATH_MAX of Linux; no longer one can be opened.
MAX_PATH = 4096
#: Characters of the text that are kept with a place, to find it again in a changed report.
CONTEXT = 40


class Anchor(NamedTuple):
    """A place in a text: a character offset, and the words that stood there."""

    offset: int
    words: str

    @classmethod
    def of(cls, text: str, offset: int) -> Anchor:
        """The place at an offset of a text."""
        return cls(offset, text[offset : offset + CONTEXT])

    def find_in(self, text: str) -> int:
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
class ReportState:
    """What is remembered of one report.

    Attributes:
        place: The first character in view.
        queries: What was searched for, the latest last.
        marks: Places by the letters they were given.
    """

    place: Anchor | None = None
    queries: list[str] = field(default_factory=list)
    bookmarks: dict[str, Anchor] = field(default_factory=dict)

    def add_query(self, words: str) -> None:
        """Notes a query as the latest one."""
        words = words.strip()
        if words:
            self.queries = [*(query for query in self.queries if query != words), words][-MAX_QUERIES:]

    def copy(self) -> ReportState:
        """A copy that does not change with this one."""
        return ReportState(self.place, list(self.queries), dict(self.bookmarks))

    def merged(self, base: ReportState, theirs: ReportState) -> ReportState:
        """What this window changed since ``base``, applied to what another one wrote."""
        return ReportState(
            merge_value(base.place, self.place, theirs.place),
            merge_used(base.queries, self.queries, theirs.queries)[-MAX_QUERIES:],
            merge_mapping(base.bookmarks, self.bookmarks, theirs.bookmarks),
        )

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> ReportState:
        """The record of a file."""
        return cls(
            _place(data["place"]) if "place" in data else None,
            unique_last(str(query) for query in _list(data.get("queries", [])))[-MAX_QUERIES:],
            {str(key)[:1]: _place(value) for key, value in _mapping(data.get("marks", {})).items()},
        )

    def dump(self, identity: str) -> bytes:
        """The file of a report, by what it is opened as."""
        data: dict[str, object] = {"version": VERSION, "report": identity, "queries": self.queries}
        if self.place is not None:
            data["place"] = [self.place.offset, self.place.words]
        data["marks"] = {key: [place.offset, place.words] for key, place in sorted(self.bookmarks.items())}
        return _json(data)


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

    def copy(self) -> Settings:
        """A copy that does not change with this one."""
        return Settings(self.theme, self.measure, self.full_marks, list(self.recent))

    def add_recent(self, path: str) -> None:
        """Notes a report as the one opened last; not a path that could not be opened again."""
        if may_be_path(path):
            self.recent = [path, *(other for other in self.recent if other != path)][:MAX_RECENT]

    def merged(self, base: Settings, theirs: Settings) -> Settings:
        """What this window changed since ``base``, applied to what another one wrote."""
        recent = merge_used(base.recent[::-1], self.recent[::-1], theirs.recent[::-1])
        return Settings(
            merge_value(base.theme, self.theme, theirs.theme),
            merge_value(base.measure, self.measure, theirs.measure),
            merge_value(base.full_marks, self.full_marks, theirs.full_marks),
            recent[::-1][:MAX_RECENT],
        )

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Settings:
        """The record of a file; paths that cannot be opened are left out."""
        theme, measure, full = data.get("theme", ""), data.get("measure", 0), data.get("full_marks", True)
        if not isinstance(theme, str) or type(measure) is not int or not isinstance(full, bool):
            raise TypeError
        recent = [
            path for path in _list(data.get("recent", [])) if isinstance(path, str) and may_be_path(path)
        ]
        return cls(theme, measure, full, list(dict.fromkeys(recent))[:MAX_RECENT])

    def dump(self) -> bytes:
        """The file of what is remembered for all reports; ``recent`` stands last."""
        return _json({"version": VERSION, **asdict(self)})


def may_be_path(path: str) -> bool:
    """Whether a file system may take a path: neither empty, nor too long, nor with a NUL in it."""
    return 0 < len(path) <= MAX_PATH and "\0" not in path


def _json(data: Mapping[str, object]) -> bytes:
    """Small JSON; a lone surrogate (a byte of a file name that is not UTF-8) becomes JSON's ``\\udcxx``."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _place(value: object) -> Anchor:
    offset, words = _list(value)
    if not (type(offset) is int and isinstance(words, str) and offset >= 0):
        raise TypeError
    return Anchor(offset, words)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _mapping(value: object) -> dict[object, object]:
    if not isinstance(value, dict):
        raise TypeError
    return value
