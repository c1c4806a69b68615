"""The table of indicators with a person's own: ``indicators.yaml`` in the folder of ``config.toml``."""

from __future__ import annotations

from pathlib import Path

from tui.messages import errors as error_messages
from tui.messages import state as messages
from tui.metrics.indicator_file import read_indicators
from tui.metrics.indicators import FILE, Indicators, built_in_entries, default_indicators
from tui.report.errors import DataError, reason
from tui.state.own_files import NotOwnFile, TooLarge, read_file
from tui.state.paths import config_folder

#: Four times the size of the program's table.
MAX_BYTES = 256 * 1024


def personal_indicators() -> Indicators:
    """Return the program's indicators and a person's own; what is wrong in their file is told elsewhere."""
    return load_indicators(config_folder())[0]


def load_indicators(folder: Path) -> tuple[Indicators, list[DataError]]:
    """Return the program's indicators and those of a folder's own file, and what is wrong in that file.

    A file with faults is not used at all: half of what a person wrote would be harder to understand. The file may belong
    to somebody else, as ``config.toml`` may.
    """
    path = folder / FILE
    try:
        data = read_file(path, MAX_BYTES, own=False, follow=True)
    except (FileNotFoundError, NotADirectoryError):
        return default_indicators(), []
    except NotOwnFile:
        fault = error_messages.NOT_REGULAR
    except TooLarge:
        fault = messages.too_large(MAX_BYTES // 1024)
    except OSError as error:
        fault = reason(error)
    else:
        table = read_indicators(data, str(path), built_in_entries())
        return (default_indicators() if table.faults else Indicators(table.entries)), table.faults
    return default_indicators(), [DataError(fault, path=str(path))]
