"""Add reports to a library, or convert all again, and show how that goes on."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from time import monotonic

from tui.cli import output, printing
from tui.cli.exit_codes import OK, exit_code
from tui.cli.linking import link
from tui.cli.several import report_files
from tui.library.library import Library
from tui.library.location import library_path, plain_path
from tui.library.writing import Step
from tui.messages import library as messages
from tui.report.errors import HuijiError
from tui.report.sanitize import one_line

#: Seconds between two updates of the progress bar.
_EVERY_S = 0.1
#: Files listed that could not be added; ``library check`` lists all.
_MAX_ERRORS = 20


def add(options: Namespace) -> int:
    """Add files and folders."""
    files = [plain_path(path) for path in report_files(options.paths)]
    with Library(library_path(options.library), write=True) as library, _Following(len(files)) as following:
        status = following.follow(library.add(files, options.encoding, options.stop, following.begin))
        link(library, options)
        return status


def rebuild(options: Namespace) -> int:
    """Convert all files again."""
    path = library_path(options.library)
    with Library(path, write=True, renew=True) as library:
        if library.damaged is not None:
            output.tell(messages.salvaged(one_line(library.damaged.name)))
        with _Following(library.info().files) as following:
            status = following.follow(library.rebuild(options.stop, following.begin))
        link(library, options)
        return status


class _Following:
    """Shows how the work goes on, then what became of the files.

    Args:
        total: How many files there are.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._progress = printing.Progress(total)
        self._started_at = self._shown_at = monotonic()
        self._begun = 0
        self._counts: Counter[str] = Counter()
        self._errors: list[tuple[str, HuijiError]] = []

    def __enter__(self) -> _Following:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._progress.clear()
        if kind is not None and issubclass(kind, KeyboardInterrupt):
            output.tell(messages.STOPPED)

    def begin(self, path: str) -> None:
        """Show that a file is being converted."""
        if not self._begun:
            self._started_at = monotonic()
        self._begun += 1
        now = monotonic()
        if not self._progress.is_shown or now - self._shown_at < _EVERY_S:
            return
        self._shown_at = now
        converted = self._begun - 1
        done = max(self._counts.total(), self._counts["unchanged"] + converted)
        rate = converted / (now - self._started_at) if now > self._started_at else 0.0
        left_s = (self._total - done) / rate if rate else 0.0
        name = one_line("/".join(Path(path).parts[-2:]))
        self._progress.tell(messages.progress(done, self._total, rate, left_s, name))

    def follow(self, steps: Iterable[Step]) -> int:
        """Take what became of each file, tell it, and return the exit code."""
        begun_at = monotonic()
        for step in steps:
            self._counts[step.outcome] += 1
            if step.error is not None:
                self._errors.append((step.path, step.error))
        self._progress.clear()
        for path, error in self._errors[:_MAX_ERRORS]:
            output.complain(messages.failed(one_line(path), error.message))
        if len(self._errors) > _MAX_ERRORS:
            output.tell(messages.more_failed(len(self._errors) - _MAX_ERRORS))
        output.tell(messages.added(self._counts, monotonic() - begun_at))
        failed = self._errors and len(self._errors) == self._counts.total()
        return exit_code(self._errors[0][1]) if failed else OK
