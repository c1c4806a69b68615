"""Reports to open from the screen: recent ones, and files as their path is typed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

from tui.library.known_files import known_files
from tui.library.loading import readable_suffixes
from tui.messages import screens as messages
from tui.report.sanitize import one_line
from tui.screens.dialogs import Candidate
from tui.screens.open_dialog import Opening
from tui.search.places import matching_labels
from tui.state.paths import library_file

MAX_FILES = 200


def report_choices(
    typed: str, recent: Sequence[str], run: Callable[[str | None], object], current: str | None = None
) -> list[Candidate]:
    """Return the files and folders a path may mean as far as it is typed, and the recent reports whose rows have these words.

    Args:
        typed: The path, or words. Picking a folder completes it.
        recent: Paths of the recent reports.
        run: Opens a report by its path, the built-in one for None.
        current: The path of the report that is open, which comes last.
    """
    typed = typed.strip()
    there = [path for path in recent if os.path.isfile(path)]  # noqa: PTH113  # Path.is_file raises for a long name
    shown = _shown_entries(typed)
    known = known_files(library_file(), [*there, *(str(path) for path in shown if not path.is_dir())])
    rows: dict[str, Candidate] = {
        path: (messages.RECENT, one_line(_name_first(path, known.get(path, ""))), Opening(run, path))
        for path in there
    }
    opened = rows.pop(os.path.realpath(current), None) if current is not None else None
    choices = [*rows.values(), built_in_choice(run), *([opened] if opened is not None else [])]
    files = [_row_of(path, typed, known, run) for path in shown]
    if not typed:
        return [*choices, *files]
    found = matching_labels([f"{kind} {name}" for kind, name, _ in choices], typed)
    return [*files, *(choices[index] for index in found)]


def built_in_choice(run: Callable[[str | None], object]) -> Candidate:
    """Return the row that opens the built-in report."""
    return messages.BUILT_IN, messages.BUILT_IN_REPORT, Opening(run, None)


def complete_path(typed: str) -> str:
    """Return a path with what all files and folders that begin so have in common, and a slash behind the only folder."""
    head, slash, prefix = typed.rpartition("/")
    shown = [path for path in _entries(typed) if path.name.startswith(prefix)]
    if not shown:
        return typed
    names = [path.name for path in shown]
    pairs = zip(min(names), max(names), strict=False)
    common = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return f"{head}{slash}{common}{'/' if len(shown) == 1 and shown[0].is_dir() else ''}"


def _entries(typed: str) -> list[Path]:
    """Return the reports and folders in the folder a path names, folders first; none if there is no such folder."""
    head, slash, prefix = typed.rpartition("/")
    try:
        folder = Path(head + slash or ".").expanduser()
        exact = Path(typed).expanduser() if typed else None
        suffixes = readable_suffixes()
        entries = sorted(folder.iterdir(), key=lambda path: (not path.is_dir(), path.name))
        return [
            path
            for path in entries
            if (path.is_dir() or path.suffix.lower() in suffixes or path == exact)
            and path.name.startswith(".") == prefix.startswith(".")
        ]
    except (OSError, ValueError, RuntimeError):  # RuntimeError: no such user
        return []


def _shown_entries(typed: str) -> list[Path]:
    """Return the files and folders whose names match the end of a path."""
    entries = _entries(typed)
    prefix = typed.rpartition("/")[2]
    return [entries[index] for index in matching_labels((path.name for path in entries), prefix)][:MAX_FILES]


def _row_of(
    path: Path, typed: str, known: Mapping[str, str], run: Callable[[str | None], object]
) -> Candidate:
    """Return the row of a folder, which goes into the box, or of a file, with what is known of it."""
    if path.is_dir():
        head, slash, _ = typed.rpartition("/")
        return messages.FOLDER, one_line(f"{path.name}/"), f"{head}{slash}{path.name}/"
    about = known.get(str(path), "")
    return messages.FILE, one_line(f"{path.name}  {about}".strip()), Opening(run, str(path))


def _name_first(path: str, about: str) -> str:
    """Return a file's name, then what is known of it, else its folder, with ``~`` for the home folder."""
    if about:
        return f"{Path(path).name}  {about}"
    folder, home = str(Path(path).parent), str(Path.home())
    return (
        f"{Path(path).name}  {f'~{folder[len(home) :]}' if f'{folder}/'.startswith(f'{home}/') else folder}"
    )
