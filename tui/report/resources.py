"""Read the files of ``content/``, which a wheel (zipped or not) has inside the package and a checkout beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zlib import crc32

import tui

BUILT_IN = "huiji-2024.yaml"
#: The same as a record, which is read in a tenth of the time. Its key is the :func:`checksum` of the outline.
BUILT_IN_RECORD = "huiji-2024.json"


def read_content(name: str) -> bytes:
    """Return the bytes of a file of ``content/``.

    Raises:
        FileNotFoundError: If there is no such file.
    """
    package = Path(tui.__file__).parent
    return _read_first(package / "content" / name, package.parent / "content" / name)


def checksum(outline: bytes) -> str:
    """Return the key of the record made of an outline: another one after an edit. Both are trusted, so a CRC will do."""
    return f"{len(outline)} {crc32(outline):08x}"


def read_resource(name: str) -> str:
    """Return the text of a file of the package, such as the style sheet."""
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
