"""Unpack the parts of a document that is a zip archive in chunks, within one budget.

A file of a few kilobytes may unpack to gigabytes. All parts and the extracted text share one budget, so that neither
one huge part nor many large ones exceed it. Only the compression that office programs write is accepted.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers.expat import ExpatError

from tui.messages import reports
from tui.report.errors import DataError

#: Bytes of all unpacked parts and the extracted text.
MAX_BYTES = 64 * 1024 * 1024
#: Elements and attributes of all parts. Word writes one per 20 bytes, so this bounds time, not real documents.
MAX_NODES = 1_000_000
#: Entries of the archive; each takes memory before anything is unpacked.
MAX_ENTRIES = 10_000
CHUNK_BYTES = 256 * 1024
#: Bytes of a character in the budget: the most it takes in memory.
_CHARACTER_BYTES = 4
ZIP_SIGNATURE = b"PK\x03\x04"
_ENTRY_SIGNATURE = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
#: Exceptions of ``zipfile``, ``zlib``, expat and declared codecs for damaged bytes.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, ExpatError,
    EOFError, OSError, RuntimeError, ValueError, LookupError, OverflowError,
)  # fmt: skip


class Budget:
    """The budget left for unpacking one document.

    Args:
        path: What to call the file in errors.
        kind: The suffix of its format, for errors.
    """

    def __init__(self, path: str, kind: str) -> None:
        self._path = path
        self._kind = kind
        self._bytes_left = MAX_BYTES
        self._nodes_left = MAX_NODES

    def spend_bytes(self, amount: int) -> None:
        """Count unpacked bytes.

        Raises:
            DataError: If the document is larger than :data:`MAX_BYTES`.
        """
        self._bytes_left -= amount
        if self._bytes_left < 0:
            raise DataError(reports.unpacks_to_too_much(MAX_BYTES // 1024 // 1024), path=self._path)

    def spend_characters(self, amount: int) -> None:
        """Count extracted characters; raises as :meth:`spend_bytes`."""
        self.spend_bytes(amount * _CHARACTER_BYTES)

    def spend_nodes(self, amount: int) -> None:
        """Count elements and attributes.

        Raises:
            DataError: If the document has more than :data:`MAX_NODES`.
        """
        self._nodes_left -= amount
        if self._nodes_left < 0:
            raise DataError(reports.too_many_elements(MAX_NODES), path=self._path)

    def refuse(self, message: str) -> DataError:
        """Return the error to raise for this file."""
        return DataError(message, path=self._path)

    def damaged(self) -> DataError:
        """Return the error to raise for damaged bytes."""
        return self.refuse(reports.damaged(self._kind))

    def unusual(self) -> DataError:
        """Return the error to raise for XML that no program writes."""
        return self.refuse(reports.unusual_xml(self._kind))


@contextmanager
def damage_told(budget: Budget) -> Iterator[None]:
    """Turn the errors that damaged bytes cause into a DataError."""
    try:
        yield
    except _DAMAGE:
        raise budget.damaged() from None


def is_zip_with(data: bytes, name: str) -> bool:
    """Return whether bytes are a zip with an entry of this name, as far as a search for the name tells."""
    return data.startswith(ZIP_SIGNATURE) and name.encode() in data


class Archive:
    """The zip archive of a document.

    Args:
        data: The file's bytes.
        budget: The budget for unpacking.

    Raises:
        DataError: If it has more than :data:`MAX_ENTRIES` entries.
    """

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._budget = budget
        if data.count(_ENTRY_SIGNATURE) > MAX_ENTRIES:
            raise budget.refuse(reports.too_many_entries(MAX_ENTRIES))
        self._zip = zipfile.ZipFile(io.BytesIO(data))

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def chunks(self, name: str) -> Iterator[bytes] | None:
        """Unpack a part, at most :data:`CHUNK_BYTES` at a time; None if there is no such part."""
        return self._unpacked(self._zip.getinfo(name)) if name in self else None

    def read(self, name: str) -> bytes:
        """Return a part; empty if there is no such part."""
        return b"".join(self.chunks(name) or ())

    def _unpacked(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        if entry.compress_type not in _METHODS:
            raise zipfile.BadZipFile(entry.filename)
        with self._zip.open(entry) as file:
            while chunk := file.read(CHUNK_BYTES):
                self._budget.spend_bytes(len(chunk))
                yield chunk
