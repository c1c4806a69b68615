"""Where the files of ``content/`` are: in the package of a wheel (zipped or not), or beside ``tui/``."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zlib import crc32

import tui

BUILT_IN = "huiji-2024.yaml"
#: The same as a record, which is read in a tenth of the time; its key is what :func:`checksum` gives for the outline.
BUILT_IN_RECORD = "huiji-2024.json"


def read_content(name: str) -> bytes:
    """The bytes of a file of ``content/``.

    Raises:
        FileNotFoundError: Where neither place has it.
    """
    package = Path(tui.__file__).parent
    return _read_first(package / "content" / name, package.parent / "content" / name)


def checksum(outline: bytes) -> str:
    """Tell a built-in outline that was edited from the one its record was made of; both are trusted, so a CRC will do."""
    return f"{len(outline)} {crc32(outline):08x}"


def read_resource(name: str) -> str:
    """The text of a file that lies in the package, such as the style sheet."""
    return _read_first(Path(tui.__file__).parent / name).decode("utf-8")


def _read_first(*paths: Path) -> bytes:
    loader: Any = tui.__spec__.loader
    for path in paths:
        try:
            data: bytes = loader.get_data(str(path))
            return data
        except OSError:
            continue
    raise FileNotFoundError(str(paths[-1]))
