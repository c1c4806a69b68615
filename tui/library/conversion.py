"""Convert a report in a worker process, so that the screen stays responsive and the work can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.messages import workers as messages
from tui.report.errors import InternalError
from tui.report.model import Report
from tui.workers.pool import Pool
from tui.workers.worker import Job

_TASK = "tui.library.conversion:convert_report"
#: Records are keyed for the cache; one that is sent once needs no key.
_KEY = ""


class ConversionProcess:
    """One conversion in a process of its own.

    Args:
        meanwhile: Called several times a second while the process works, first as soon as it has got its job.
    """

    def __init__(self, meanwhile: Callable[[], object] = int) -> None:
        self._meanwhile = meanwhile
        self._pool = Pool(1)

    def cancel(self) -> None:
        """Kill the process, from any thread; :meth:`convert` raises :class:`tui.workers.pool.Cancelled`."""
        self._pool.cancel()

    def convert(
        self, data: bytes, name: str, encoding: str | None, folder: Path, tell: Callable[[str], object]
    ) -> Report:
        """Convert a file and cache the result, as :func:`tui.library.cache.convert_and_cache`.

        Raises:
            Cancelled: After :meth:`cancel`.
            HuijiError: If the file holds no report, or the process dies or takes too much.
        """
        from tui.library.record import read_record

        arguments = {"path": name, "encoding": encoding, "folder": str(folder)}
        with self._pool as pool:
            (outcome,) = pool.run_in_order([Job(_TASK, arguments, data)], tell, self._meanwhile)
        if outcome.error is not None:
            raise outcome.error
        try:
            return read_record(outcome.payload, _KEY)
        except ValueError:
            raise InternalError(messages.BAD_RECORD, path=name) from None


def convert_report(
    arguments: dict[str, Any], data: bytes, tell: Callable[[str], object]
) -> tuple[None, bytes]:
    """Convert a report in a worker process and return its record."""
    from tui.library.cache import convert_and_cache
    from tui.library.record import write_record

    folder = Path(arguments["folder"])
    report = convert_and_cache(data, arguments["path"], arguments["encoding"], folder, tell)
    return None, write_record(report, _KEY)
