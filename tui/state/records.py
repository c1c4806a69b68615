"""The state as data: of each report the position and bookmarks; of all reports the queries and the settings.

Parsing is strict: whatever this program does not write raises ``TypeError``, ``KeyError`` or ``ValueError``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal, NamedTuple, TypeVar, get_args

from tui.state.merge import merge_mapping, merge_used, merge_value, unique_last

T = TypeVar("T")

#: What the colours of rises and falls tell: nothing, red for a rise and green for a fall, or which is better.
ChangeColours = Literal["neutral", "red_up", "good_bad"]
CHANGE_COLOURS: tuple[ChangeColours, ...] = get_args(ChangeColours)

#: How citations are written: in Chinese as displayed or as published, as Markdown, by GB/T 7714—2015, as BibTeX.
CitationStyle = Literal["chinese", "published", "markdown", "gbt7714", "bibtex"]
CITATION_STYLES: tuple[CitationStyle, ...] = get_args(CitationStyle)

VERSION = 1
MAX_QUERIES = 50
MAX_RECENT = 20
#: Characters of a path: PATH_MAX of Linux; a longer one cannot be opened.
MAX_PATH = 4096
#: Characters of the text that are kept with an offset, to find it again in a changed report.
CONTEXT = 40
#: Fewer of them may be anywhere.
_MIN_CONTEXT = 4


class Anchor(NamedTuple):
    """An offset in a text, with the text that follows it.

    Attributes:
        offset: A character offset.
        context: The text at the offset.
    """

    offset: int
    context: str

    @classmethod
    def of(cls, text: str, offset: int) -> Anchor:
        """Return the anchor of an offset."""
        return cls(offset, text[offset : offset + CONTEXT])

    def find_in(self, text: str) -> int:
        """Return the offset in a text that may have changed: where the context, or half or a quarter of it, is nearest."""
        if text.startswith(self.context, self.offset):
            return min(self.offset, len(text))
        for length in (len(self.context), len(self.context) // 2, len(self.context) // 4):
            context = self.context[:length]
            if length < _MIN_CONTEXT:
                break
            before, after = text.rfind(context, 0, self.offset + length), text.find(context, self.offset)
            offsets = [offset for offset in (before, after) if offset >= 0]
            if offsets:
                return min(offsets, key=lambda offset: abs(offset - self.offset))
        return min(self.offset, len(text))


@dataclass(slots=True)
class ReportState:
    """The state of one report.

    Attributes:
        place: The first character in view.
        bookmarks: Anchors by letter.
    """

    place: Anchor | None = None
    bookmarks: dict[str, Anchor] = field(default_factory=dict)

    def merged(self, base: ReportState, theirs: ReportState) -> ReportState:
        """Return what another window wrote with the changes of this one since ``base``."""
        return ReportState(
            merge_value(base.place, self.place, theirs.place),
            merge_mapping(base.bookmarks, self.bookmarks, theirs.bookmarks),
        )

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> ReportState:
        """Return the state a file has."""
        return cls(
            _anchor(data["place"]) if "place" in data else None,
            {str(key)[:1]: _anchor(value) for key, value in _checked(data.get("marks", {}), dict).items()},
        )

    def dump(self, identity: str) -> bytes:
        """Return the content of the file of a report, see :func:`tui.state.paths.report_state_file`."""
        data: dict[str, object] = {"version": VERSION, "report": identity}
        if self.place is not None:
            data["place"] = list(self.place)
        data["marks"] = {key: list(anchor) for key, anchor in sorted(self.bookmarks.items())}
        return _json(data)


@dataclass(slots=True)
class QueryHistory:
    """What was searched for, in all reports and the library.

    Attributes:
        queries: Recent queries, the latest last.
    """

    queries: list[str] = field(default_factory=list)

    def add(self, query: str) -> None:
        """Add a query as the latest one."""
        query = query.strip()
        if query:
            self.queries = [*(other for other in self.queries if other != query), query][-MAX_QUERIES:]

    def merged(self, base: QueryHistory, theirs: QueryHistory) -> QueryHistory:
        """Return what another window wrote with the changes of this one since ``base``."""
        return QueryHistory(merge_used(base.queries, self.queries, theirs.queries)[-MAX_QUERIES:])

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> QueryHistory:
        """Return the queries a file has."""
        return cls(unique_last(str(query) for query in _checked(data["queries"], list))[-MAX_QUERIES:])

    def dump(self) -> bytes:
        """Return the content of the file."""
        return _json({"version": VERSION, "queries": self.queries})


@dataclass(slots=True)
class Settings:
    """Settings made in the program, for all reports.

    Attributes:
        theme: Name of the theme, empty for the default.
        measure: Maximum width of a line of text in cells, 0 for the default.
        full_marks: Whether ASCII punctuation beside Chinese is displayed as full-width.
        change_colours: What the colours of rises and falls tell; empty for what the configuration says.
        citation_style: How citations are written; empty for what the configuration says.
        recent: Paths of recently opened reports, the latest first.
    """

    theme: str = ""
    measure: int = 0
    full_marks: bool = True
    change_colours: ChangeColours | Literal[""] = field(default="", kw_only=True)
    citation_style: CitationStyle | Literal[""] = field(default="", kw_only=True)
    recent: list[str] = field(default_factory=list)

    def add_recent(self, path: str) -> None:
        """Add a report as the latest one, unless its path cannot be one."""
        if may_be_path(path):
            self.recent = [path, *(other for other in self.recent if other != path)][:MAX_RECENT]

    def merged(self, base: Settings, theirs: Settings) -> Settings:
        """Return what another window wrote with the changes of this one since ``base``."""
        recent = merge_used(base.recent[::-1], self.recent[::-1], theirs.recent[::-1])
        return Settings(
            merge_value(base.theme, self.theme, theirs.theme),
            merge_value(base.measure, self.measure, theirs.measure),
            merge_value(base.full_marks, self.full_marks, theirs.full_marks),
            recent[::-1][:MAX_RECENT],
            change_colours=merge_value(base.change_colours, self.change_colours, theirs.change_colours),
            citation_style=merge_value(base.citation_style, self.citation_style, theirs.citation_style),
        )

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Settings:
        """Return the settings a file has, without paths that cannot be ones."""
        theme, measure, full = data.get("theme", ""), data.get("measure", 0), data.get("full_marks", True)
        if not isinstance(theme, str) or type(measure) is not int or not isinstance(full, bool):
            raise TypeError
        recent = [
            path
            for path in _checked(data.get("recent", []), list)
            if isinstance(path, str) and may_be_path(path)
        ]
        recent = list(dict.fromkeys(recent))[:MAX_RECENT]
        return cls(
            theme,
            measure,
            full,
            recent,
            change_colours=_chosen(data.get("change_colours", ""), CHANGE_COLOURS),
            citation_style=_chosen(data.get("citation_style", ""), CITATION_STYLES),
        )

    def dump(self) -> bytes:
        """Return the content of the file; ``recent`` is the last of it, see :mod:`tui.terminal.screen_cache`."""
        return _json({"version": VERSION, **asdict(self)})


def _chosen(value: object, choices: tuple[T, ...]) -> T | Literal[""]:
    for known in choices:
        if value == known:
            return known
    if value != "":
        raise ValueError(value)
    return ""


def may_be_path(path: str) -> bool:
    """Return whether a path is neither empty nor too long, and has no NUL."""
    return 0 < len(path) <= MAX_PATH and "\0" not in path


def _json(data: Mapping[str, object]) -> bytes:
    """Encode as JSON; a lone surrogate (a byte of a file name that is not UTF-8) becomes ``\\udcxx``."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _anchor(value: object) -> Anchor:
    offset, context = _checked(value, list)
    if not (type(offset) is int and isinstance(context, str) and offset >= 0):
        raise TypeError
    return Anchor(offset, context)


def _checked(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError
    return value
