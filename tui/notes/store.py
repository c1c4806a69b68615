"""Read and write notes: a JSON file for each report, in the folder ``notes`` of the user's data.

They are not in the library, as reports that are in none have notes, too, and a library can be deleted and made again; nor in the
cache, nor in the state, which a person may delete. A file is replaced as a whole or not at all. Each change is made to what the file
has at that moment, while a lock is held, so that several windows add to one another. What cannot be read is set aside as
``.bad``, and never deleted.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from tui.messages import notes as messages
from tui.notes.model import COLOURS, MAX_BODY, MAX_NOTES, MAX_PASSAGE, Note, NotedReport
from tui.notes.placing import NotesOfReport
from tui.report.anchors import CONTEXT, Quote
from tui.report.errors import UsageError, WriteError, reason
from tui.report.sanitize import clean, one_line
from tui.state.files import make_private_folder, write_private
from tui.state.locking import locked
from tui.state.own_files import NotOwnFile, TooLarge, read_file
from tui.state.paths import notes_folder
from tui.state.setting_aside import set_aside

VERSION = 1
MAX_BYTES = 32 * 1024 * 1024
#: Seconds to wait for another window that writes; then it is done without the lock.
_WAIT_S = 5.0
#: The names of files that are written in an editor, and the age in seconds from which one is taken to be left over.
DRAFTS, _DRAFT_AFTER_S = "draft-*.txt", 3600.0
#: Characters of a key that name a file.
_NAME_CHARACTERS = 32
T = TypeVar("T")


class NoteStore:
    """The notes in a folder.

    Args:
        folder: The folder; None for the user's own.

    Attributes:
        warnings: What could not be read, for people.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder if folder is not None else notes_folder()
        self.warnings: list[str] = []

    @property
    def folder(self) -> Path:
        """The folder."""
        return self._folder

    def version(self) -> int:
        """Return a number that is another one after each change."""
        try:
            return self._folder.stat().st_mtime_ns
        except OSError:
            return 0

    # -- reading -------------------------------------------------------------------------------

    def all(self) -> list[NotesOfReport]:
        """Return all notes, by the names of their files; a file that cannot be understood is set aside."""
        try:
            files = sorted(self._folder.glob("*.json"))
        except OSError as error:
            self._warn(messages.cannot_read(str(self._folder), reason(error)))
            return []
        return [kept for path in files if (kept := self._open(path)) is not None]

    def drafts(self) -> list[Path]:
        """Return what was being written in an editor when the program ended; what is being written now is newer."""
        oldest = time.time() - _DRAFT_AFTER_S
        with suppress(OSError):
            return sorted(path for path in self._folder.glob(DRAFTS) if path.stat().st_mtime < oldest)
        return []

    def _open(self, path: Path) -> NotesOfReport | None:
        kept, is_corrupt = self._read(path)
        if is_corrupt:
            with locked(self._folder, _WAIT_S):
                kept = self._read_locked(path)
        return kept

    def _read_locked(self, path: Path) -> NotesOfReport | None:
        """Read a file while the lock is held; set it aside if it is corrupt."""
        kept, is_corrupt = self._read(path)
        if is_corrupt:
            self._warn(messages.set_aside(set_aside(path).name))
        return kept

    def _read(self, path: Path) -> tuple[NotesOfReport | None, bool]:
        """Return what a file has, and whether there is a file that cannot be understood."""
        try:
            return _parsed(read_file(path, MAX_BYTES, follow=True)), False
        except FileNotFoundError:
            return None, False
        except NotOwnFile:
            self._warn(messages.not_own_file(path.name))
            return None, False
        except TooLarge:
            return None, True
        except OSError as error:
            self._warn(messages.cannot_read(path.name, reason(error)))
            return None, False
        except (KeyError, TypeError, ValueError, RecursionError):
            return None, True

    def _warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)

    # -- writing -------------------------------------------------------------------------------

    def keep(self, report: NotedReport, note: Note, base: Note | None = None) -> Note:
        """Write a note, in place of that with its id; return it as it was written.

        Args:
            report: The report it is kept with.
            note: The note.
            base: The note as it was before it was edited. If another window has written something else meanwhile, both texts are kept.

        Raises:
            UsageError: If it is too long, or there are too many.
            WriteError: If it cannot be written.
        """
        check(note)

        def change(notes: dict[str, Note]) -> Note:
            theirs = notes.get(note.id)
            merged = note
            if theirs is not None and base is not None and theirs.body not in (base.body, note.body):
                body = "\n".join(filter(None, (theirs.body, note.body)))[:MAX_BODY]
                merged = note._replace(body=body)
            notes[note.id] = merged
            return merged

        return self._change(report, change)

    def add(self, report: NotedReport, notes: list[Note]) -> int:
        """Write several notes, those that are newer than what is there under their ids; return how many were written.

        Raises:
            UsageError: If one is too long, or there are too many.
            WriteError: If they cannot be written.
        """
        for note in notes:
            check(note)

        def change(kept: dict[str, Note]) -> int:
            newer = [note for note in notes if note.id not in kept or kept[note.id].modified < note.modified]
            kept.update((note.id, note) for note in newer)
            return len(newer)

        return self._change(report, change)

    def delete(self, report: NotedReport, id: str) -> None:
        """Delete a note, if it is there.

        Raises:
            WriteError: If that cannot be written.
        """
        self._change(report, lambda notes: notes.pop(id, None))

    def _change(self, report: NotedReport, change: Callable[[dict[str, Note]], T]) -> T:
        """Change the notes of a report as they are in its file now."""
        path = self._folder / f"{report.key[:_NAME_CHARACTERS]}.json"
        try:
            make_private_folder(self._folder)
        except OSError as error:
            raise WriteError(messages.cannot_write(reason(error)), path=one_line(str(self._folder))) from None
        with locked(self._folder, _WAIT_S):
            kept = self._read_for_writing(path)
            before = {note.id: note for note in kept.notes} if kept is not None else {}
            notes = dict(before)
            outcome = change(notes)
            if len(notes) > max(MAX_NOTES, len(before)):
                raise UsageError(messages.too_many(MAX_NOTES))
            if notes == before:
                return outcome
            if notes:
                home = kept.report if kept is not None and not report.path else report
                data = _dump(home, notes.values())
                if len(data) > MAX_BYTES:
                    raise UsageError(messages.too_many(MAX_NOTES))
                write_private(path, data, follow=True)
            else:
                with suppress(FileNotFoundError):
                    path.unlink()
        return outcome

    def _read_for_writing(self, path: Path) -> NotesOfReport | None:
        """Read a file that is going to be replaced; refuse if that would lose what it has."""
        told = len(self.warnings)
        kept = self._read_locked(path)
        if kept is None and path.exists():
            raise WriteError(messages.cannot_write(", ".join(self.warnings[told:])), path=path.name)
        return kept


def check(note: Note) -> None:
    """Complain about a note that is longer than allowed.

    Raises:
        UsageError: If it is.
    """
    if len(note.body) > MAX_BODY:
        raise UsageError(messages.too_long(MAX_BODY))
    if len(note.quote.exact) > MAX_PASSAGE:
        raise UsageError(messages.passage_too_long(MAX_PASSAGE))


def _dump(report: NotedReport, notes: Any) -> bytes:
    data = {
        "version": VERSION,
        "report": report._asdict(),
        "notes": [
            {**note._asdict(), "quote": {**note.quote._asdict()}}
            for note in sorted(notes, key=lambda note: (note.start, note.created))
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _parsed(raw: bytes) -> NotesOfReport:
    """Return what the bytes of a file say.

    Raises:
        KeyError, TypeError, ValueError, RecursionError: If they cannot be understood.
    """
    data = json.loads(raw.decode("utf-8"))
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data["notes"], list):
        raise TypeError
    return NotesOfReport(read_report(data["report"]), tuple(_read_notes(data["notes"])))


def read_report(data: Any) -> NotedReport:
    """Return the report a mapping names.

    Raises:
        KeyError, TypeError, ValueError: If it names none.
    """
    texts = {field: _text(data[field]) for field in NotedReport._fields if field not in ("year", "path")}
    year = data["year"]
    if year is not None and type(year) is not int:
        raise TypeError
    if len(texts["key"]) < _NAME_CHARACTERS or not texts["key"].isalnum() or not texts["key"].isascii():
        raise ValueError
    path = data.get("path", "")
    if not isinstance(path, str):
        raise TypeError
    return NotedReport(year=year, path=path, **texts)


def _read_notes(data: list[Any]) -> Iterator[Note]:
    for one in data:
        quote = one["quote"]
        start, end = _offset(one["start"]), _offset(one["end"])
        texts = {field: _text(one[field]) for field in ("id", "section", "body", "created", "modified")}
        if one["colour"] not in COLOURS or not texts["id"]:
            raise ValueError
        yield Note(
            start=start,
            end=end,
            quote=Quote(
                _text(quote["exact"]),
                _text(quote["prefix"])[-CONTEXT:],
                _text(quote["suffix"])[:CONTEXT],
                _offset(quote["start"]),
            ),
            colour=one["colour"],
            **texts,
        )


def _text(value: object) -> str:
    """Return a text without what a terminal would interpret: the file may have been edited."""
    if not isinstance(value, str):
        raise TypeError
    return clean(value)


def _offset(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value
