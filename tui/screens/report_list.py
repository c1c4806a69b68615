"""What can be opened from the screen: the reports read last, and files as their path is typed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from tui.library.loading import READABLE_SUFFIXES
from tui.report.sanitize import one_line
from tui.screens.dialogs import Candidate
from tui.search.places import matching_labels

#: Files of a folder that are listed at most.
MOST = 200
_BUILT_IN = "内置报告：惠济区 2024 年政府工作报告"


def report_choices(words: str, recent: Sequence[str], run: Callable[[str | None], object]) -> list[Candidate]:
    """What a path, as far as it is typed, may mean; without one, the reports read last.

    Args:
        words: What is typed. A folder among the results is put into the box, to go on from there.
        recent: The paths of the reports read last.
        run: Opens a report by its path, the built-in one for None.
    """
    words = words.strip()
    found: list[Candidate] = []
    if not words:
        found += [
            ("最近", one_line(_name_first(path)), partial(run, path))
            for path in recent
            if os.path.isfile(path)  # noqa: PTH113  # Path.is_file raises where a name is too long
        ]
        found.append(("内置", _BUILT_IN, partial(run, None)))
    return [*found, *islice(_files(words, run), MOST)]


def _files(words: str, run: Callable[[str | None], object]) -> Iterator[Candidate]:
    head, slash, prefix = words.rpartition("/")
    try:
        folder = Path(head + slash or ".").expanduser()
        typed = Path(words).expanduser() if words else None
        entries = sorted(folder.iterdir(), key=lambda path: (not path.is_dir(), path.name))
        shown = [
            path
            for path in entries
            if (path.is_dir() or path.suffix.lower() in READABLE_SUFFIXES or path == typed)
            and path.name.startswith(".") == prefix.startswith(".")
        ]
    except (OSError, ValueError, RuntimeError):  # the last: there is no home of that name
        return
    for index in matching_labels((path.name for path in shown), prefix):
        path = shown[index]
        name = f"{head}{slash}{path.name}"
        if path.is_dir():
            yield "文件夹", one_line(f"{name}/"), f"{name}/"
        else:
            yield "文件", one_line(name), partial(run, str(path))


def _name_first(path: str) -> str:
    """A file's name, and behind it its folder, with the home folder as ``~``."""
    folder, home = str(Path(path).parent), str(Path.home())
    return (
        f"{Path(path).name}  {f'~{folder[len(home) :]}' if f'{folder}/'.startswith(f'{home}/') else folder}"
    )
