"""Reads and writes what is remembered between runs.

Each file is small JSON, written whole. One that cannot be understood is kept beside the new one as ``.bad``
and the defaults are used: nothing here is worth not starting for. Several windows may share the folder: before a
file is written it is read again, and what this window changed is merged into it (:mod:`tui.state.merge`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from tui.report.errors import WriteError
from tui.state.files import make_private_folder, write_private
from tui.state.locking import locked
from tui.state.own_files import NotOwnFile, TooLarge, read_file
from tui.state.paths import report_state_file, settings_file
from tui.state.records import CONTEXT, MAX_QUERIES, MAX_RECENT, VERSION, Anchor, ReportState, Settings

__all__ = [
    "CONTEXT",
    "MAX_BYTES",
    "MAX_QUERIES",
    "MAX_RECENT",
    "MAX_SET_ASIDE",
    "Anchor",
    "ReportState",
    "ReportStore",
    "Settings",
    "Store",
]  # fmt: skip

MAX_BYTES = 1024 * 1024
#: Files set aside as unreadable that are kept for each name: ``.bad``, ``.bad.1`` and on.
MAX_SET_ASIDE = 5

T = TypeVar("T", ReportState, Settings)
Parse = Callable[[Mapping[str, object]], Any]


class Store:
    """Reads and writes what is remembered, in one folder.

    Attributes:
        warnings: What could not be read or written, each in a few words for a person.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.warnings: list[str] = []
        #: What each file held when this window read or wrote it last: what it has now beside that is what it changed.
        self._bases: dict[Path, ReportState | Settings] = {}
        #: Files that are not to be read, and so not to be written over.
        self._refused: set[Path] = set()

    def report_state(self, identity: str) -> ReportState:
        """What is remembered of a report, by what it is opened as."""
        path = report_state_file(self._folder, identity)
        return self._open(path, ReportState.parse) or ReportState()

    def settings(self) -> Settings:
        """What is remembered for all reports."""
        return self._open(settings_file(self._folder), Settings.parse) or Settings()

    def remember(self, identity: str, report_state: ReportState) -> None:
        """Write what is to be remembered of a report, if it has changed.

        Marks and queries of other windows are there afterwards; the place stays that of this one.
        """
        path = report_state_file(self._folder, identity)
        merged = self._save(
            path, report_state, ReportState(), ReportState.parse, lambda merged: merged.dump(identity)
        )
        if merged is not None:
            report_state.queries, report_state.bookmarks = merged.queries, merged.bookmarks
            self._bases[path] = report_state.copy()

    def keep(self, settings: Settings) -> None:
        """Write what is to be remembered for all reports, if it has changed; the looks stay those of this window."""
        path = settings_file(self._folder)
        merged = self._save(path, settings, Settings(), Settings.parse, Settings.dump)
        if merged is not None:
            settings.recent[:] = merged.recent
            self._bases[path] = settings.copy()

    # -- reading ------------------------------------------------------------------------------

    def _open(self, path: Path, parse: Callable[[Mapping[str, object]], T]) -> T | None:
        """What a file holds, None where there is none of use; it is what later changes are compared with."""
        raw = self._read(path)
        found: T | None = None
        if raw is not None and (found := _understood(raw, parse)) is None:
            with locked(self._folder):
                found = self._again(path, parse)
        if found is not None:
            self._bases[path] = found.copy()
        return found

    def _again(self, path: Path, parse: Callable[[Mapping[str, object]], T]) -> T | None:
        """What a file holds now; one that cannot be understood is set aside. For one that has the lock."""
        raw = self._read(path)
        if raw is None:
            return None
        found = _understood(raw, parse)
        if found is None:
            self._set_aside(path)
        return found

    def _read(self, path: Path) -> bytes | None:
        """The bytes of a file, None where there is none; none, too, are those of one that is much too long."""
        try:
            return read_file(path, MAX_BYTES, follow=True)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except TooLarge:
            return b""
        except NotOwnFile:
            self._refuse(path, f"{path.name} 不是本人的普通文件，不读也不写")
        except OSError:
            self._refuse(path, f"不能读取 {self._folder}，这次读到哪里记不住")
        return None

    def _refuse(self, path: Path, warning: str) -> None:
        self._refused.add(path)
        self._warn(warning)

    def _set_aside(self, path: Path) -> None:
        """Rename a file to ``.bad``, or to ``.bad.1`` and on where earlier ones are kept; the oldest go first."""
        taken = sorted(filter(None, map(_bad_number, path.parent.glob(f"{path.stem}.bad*"))))
        number = taken[-1] + 1 if taken else 1
        target = _bad_path(path, number)
        with suppress(OSError):
            path.replace(target)
            for old in taken[: max(0, len(taken) + 1 - MAX_SET_ASIDE)]:
                _bad_path(path, old).unlink()
        self.warnings.append(f"上次的记录读不懂，已另存为 {target.name}")

    # -- writing ------------------------------------------------------------------------------

    def _save(
        self,
        path: Path,
        mine: T,
        nothing: T,
        parse: Callable[[Mapping[str, object]], T],
        dump: Callable[[T], bytes],
    ) -> T | None:
        """Merge what changed into a file; what it holds then, None where nothing changed or it cannot be written."""
        base: Any = self._bases.get(path, nothing)
        if mine == base and path in self._bases:
            return None
        with suppress(OSError):
            make_private_folder(self._folder)  # the lock is in it
        with locked(self._folder):
            theirs = self._again(path, parse)
            if path in self._refused:
                return None
            merged: T = mine.copy() if theirs is None else mine.merged(base, theirs)
            if merged != theirs:
                try:
                    write_private(path, dump(merged), follow=True)
                except WriteError:
                    self._warn(f"不能写入 {self._folder}，这次读到哪里记不住")
                    return None
        return merged

    def _warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)


class ReportStore:
    """What is remembered of the report that is open; without a store, only while it is open.

    Attributes:
        report_state: Of the report.
        settings: Of all reports.
    """

    def __init__(self, store: Store | None, identity: str) -> None:
        self._store = store
        self._identity = identity
        self._warnings: list[str] = store.warnings if store is not None else []
        self._told = 0
        self.report_state = store.report_state(identity) if store is not None else ReportState()
        self.settings = store.settings() if store is not None else Settings()
        if Path(identity).is_absolute():
            self.settings.add_recent(identity)

    def warn(self, warning: str) -> None:
        """Have something said when warnings are shown next."""
        self._warnings.append(warning)

    def new_warnings(self) -> list[str]:
        """Warnings not shown yet."""
        told, self._told = self._told, len(self._warnings)
        return self._warnings[told:]

    def keep(self) -> None:
        """Writes what has changed."""
        if self._store is not None:
            self._store.remember(self._identity, self.report_state)
            self._store.keep(self.settings)


def _understood(raw: bytes, parse: Callable[[Mapping[str, object]], T]) -> T | None:
    """The record a file holds, None where it holds none of this version."""
    try:
        data = json.loads(raw.decode("utf-8"))
        if not isinstance(data, dict) or data.get("version") != VERSION:
            return None
        return parse(data)
    except (KeyError, TypeError, ValueError, RecursionError):
        return None


def _bad_path(path: Path, number: int) -> Path:
    """Where the file set aside as the first, the second and so on is kept."""
    bad = path.with_suffix(".bad")
    return bad if number == 1 else bad.with_name(f"{bad.name}.{number - 1}")


def _bad_number(path: Path) -> int | None:
    """The first, the second …: the reverse of :func:`_bad_path`."""
    _, _, number = path.name.rpartition(".bad")
    if not number:
        return 1
    return (
        int(number[1:]) + 1 if number[0] == "." and number[1:].isascii() and number[1:].isdecimal() else None
    )
