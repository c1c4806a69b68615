"""Read and write the state.

Each file is JSON, written atomically. A corrupt one is renamed to ``.bad`` and the defaults are used: the program starts
in any case. Several windows may share the folder: a file is read again before it is written, and what this window
changed is merged into it (:mod:`tui.state.merge`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeVar

from tui.messages import state as messages
from tui.report.errors import WriteError
from tui.state.files import make_private_folder, write_private
from tui.state.locking import locked
from tui.state.own_files import NotOwnFile, TooLarge, read_file
from tui.state.paths import queries_file, report_state_file, settings_file
from tui.state.records import VERSION, QueryHistory, ReportState, Settings
from tui.state.setting_aside import set_aside

MAX_BYTES = 1024 * 1024
#: Corrupt files that are kept for each name: ``.bad``, ``.bad.1`` and on.
MAX_SET_ASIDE = 5

T = TypeVar("T", ReportState, QueryHistory, Settings)


class Store:
    """The state files in one folder.

    Attributes:
        warnings: What could not be read or written, for people.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.warnings: list[str] = []
        #: The state in each file when this window last read or wrote it; what differs now was changed by this window.
        self._bases: dict[Path, ReportState | QueryHistory | Settings] = {}
        #: Files that could not be read, and so are not written.
        self._refused: set[Path] = set()

    def report_state(self, identity: str) -> ReportState:
        """Read the state of a report, see :func:`tui.state.paths.report_state_file`."""
        return self._open(report_state_file(self._folder, identity), ReportState)

    def settings(self) -> Settings:
        """Read the settings."""
        return self._open(settings_file(self._folder), Settings)

    def remember(self, identity: str, report_state: ReportState) -> None:
        """Write the state of a report, if it has changed.

        ``report_state`` gets the bookmarks of other windows, but not the position.
        """
        path = report_state_file(self._folder, identity)
        merged = self._save(path, report_state, lambda merged: merged.dump(identity))
        if merged is not None:
            report_state.bookmarks = merged.bookmarks
            self._bases[path] = deepcopy(report_state)

    def keep(self, settings: Settings) -> None:
        """Write the settings, if they have changed; ``settings`` gets the recent reports of other windows."""
        path = settings_file(self._folder)
        merged = self._save(path, settings, Settings.dump)
        if merged is not None:
            settings.recent[:] = merged.recent
            self._bases[path] = deepcopy(settings)

    def earlier_queries(self, history: QueryHistory) -> list[str]:
        """Return the queries of this window and those that others have written meanwhile, the latest last."""
        path = queries_file(self._folder)
        raw = self._read(path)
        theirs = _parsed(raw, QueryHistory) if raw is not None else None
        base: Any = self._bases.get(path, QueryHistory())
        return history.merged(base, theirs).queries if theirs is not None else history.queries

    def keep_queries(self, history: QueryHistory) -> None:
        """Write the queries, if there are new ones; ``history`` gets those of other windows."""
        if not history.queries:
            return
        path = queries_file(self._folder)
        merged = self._save(path, history, QueryHistory.dump)
        if merged is not None:
            history.queries = merged.queries
            self._bases[path] = deepcopy(history)

    # -- reading ------------------------------------------------------------------------------

    def _open(self, path: Path, kind: type[T]) -> T:
        """Read a file; the defaults if it has nothing useful. Later changes are compared with it."""
        raw = self._read(path)
        state: T | None = None
        if raw is not None and (state := _parsed(raw, kind)) is None:
            with locked(self._folder):
                state = self._read_locked(path, kind)
        if state is None:
            return kind()
        self._bases[path] = deepcopy(state)
        return state

    def _read_locked(self, path: Path, kind: type[T]) -> T | None:
        """Read a file while the lock is held; set it aside if it is corrupt."""
        raw = self._read(path)
        if raw is None:
            return None
        state = _parsed(raw, kind)
        if state is None:
            self._set_aside(path)
        return state

    def _read(self, path: Path) -> bytes | None:
        """Return the bytes of a file; None if it cannot be read, none of them if it is much too long."""
        try:
            return read_file(path, MAX_BYTES, follow=True)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except TooLarge:
            return b""
        except NotOwnFile:
            self._refuse(path, messages.not_own_file(path.name))
        except OSError:
            self._refuse(path, messages.cannot_read_state(str(self._folder)))
        return None

    def _refuse(self, path: Path, warning: str) -> None:
        self._refused.add(path)
        self._warn(warning)

    def _set_aside(self, path: Path) -> None:
        """Rename a corrupt file, and say so."""
        target = set_aside(path, MAX_SET_ASIDE)
        self.warnings.append(messages.set_aside(target.name))

    # -- writing ------------------------------------------------------------------------------

    def _save(self, path: Path, mine: T, dump: Callable[[T], bytes]) -> T | None:
        """Merge changes into a file; return its new state, None if nothing changed or it cannot be written."""
        base: Any = self._bases.get(path, type(mine)())
        if mine == base and path in self._bases:
            return None
        with suppress(OSError):
            make_private_folder(self._folder)  # the lock is in it
        with locked(self._folder):
            theirs = self._read_locked(path, type(mine))
            if path in self._refused:
                return None
            merged: T = deepcopy(mine) if theirs is None else mine.merged(base, theirs)
            if merged != theirs:
                try:
                    write_private(path, dump(merged), follow=True)
                except WriteError:
                    self._warn(messages.cannot_write_state(str(self._folder)))
                    return None
        return merged

    def _warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)


class ReportStore:
    """The state of the open report, and the settings; without a store they are not written.

    Attributes:
        report_state: The state of the report.
        history: What was searched for from here, in this report.
        settings: The settings, for all reports.
    """

    def __init__(self, store: Store | None, identity: str) -> None:
        self._store = store
        self._identity = identity
        self._warnings: list[str] = store.warnings if store is not None else []
        self._told = 0
        self.report_state = store.report_state(identity) if store is not None else ReportState()
        self.history = QueryHistory()
        self.settings = store.settings() if store is not None else Settings()
        if Path(identity).is_absolute():
            self.settings.add_recent(identity)

    def new_warnings(self) -> list[str]:
        """Warnings not shown yet."""
        told, self._told = self._told, len(self._warnings)
        return self._warnings[told:]

    def earlier_queries(self) -> list[str]:
        """Return what was searched for, here and elsewhere, the latest last."""
        return self.history.queries if self._store is None else self._store.earlier_queries(self.history)

    def keep(self) -> None:
        """Write what has changed."""
        if self._store is not None:
            self._store.keep_queries(self.history)
            self._store.remember(self._identity, self.report_state)
            self._store.keep(self.settings)


def _parsed(raw: bytes, kind: type[T]) -> T | None:
    """Return the state in the bytes of a file; None if there is none of this version."""
    try:
        data = json.loads(raw.decode("utf-8"))
        if not isinstance(data, dict) or data.get("version") != VERSION:
            return None
        return kind.parse(data)
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
