"""Exit codes of the command line: those of ``sysexits.h``, and those that shells and grep made customary."""

from __future__ import annotations

from tui.report.errors import DataError, HuijiError, InternalError, ReadError, WriteError

OK, NOTHING_FOUND, USAGE = 0, 1, 2
DATA, NO_INPUT, INTERNAL, CANNOT_CREATE, IO_ERROR = 65, 66, 70, 73, 74
#: 128 and the number of the signal: SIGINT, SIGPIPE.
INTERRUPTED, BROKEN_PIPE = 130, 141

_BY_ERROR: dict[type[HuijiError], int] = {
    DataError: DATA,
    ReadError: NO_INPUT,
    InternalError: INTERNAL,
    WriteError: CANNOT_CREATE,
}


def exit_code(error: HuijiError) -> int:
    """Return the exit code for an error; that of wrong usage unless its class has one of its own."""
    return next((code for kind, code in _BY_ERROR.items() if isinstance(error, kind)), USAGE)
