"""The protocol between the program and a worker process: frames of a JSON header on one line, and bytes behind it.

Both sides only ever parse JSON: a worker reads files from anyone, so nothing it sends is unpickled.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

#: A larger payload or header is refused.
MAX_PAYLOAD_BYTES = 512 * 1024 * 1024
_MAX_HEADER_BYTES = 256 * 1024 * 1024


class FrameError(Exception):
    """The other side sent something that is not a frame."""


class Frame(NamedTuple):
    """A message.

    Attributes:
        header: A JSON object.
        payload: Bytes.
    """

    header: dict[str, Any]
    payload: bytes = b""

    def encode(self) -> bytes:
        """Return the bytes that are sent."""
        header = json.dumps({**self.header, "size": len(self.payload)}).encode("ascii")
        return b"%b\n%b" % (header, self.payload)


class FrameReader:
    """Splits a stream of bytes into frames."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._header: dict[str, Any] | None = None

    def feed(self, data: bytes) -> list[Frame]:
        """Add bytes and return the frames they complete.

        Raises:
            FrameError: If a header cannot be parsed or announces too much.
        """
        self._buffer += data
        if self._header is None and b"\n" not in data:
            if len(self._buffer) > _MAX_HEADER_BYTES:
                raise FrameError
            return []
        frames = []
        while (frame := self._next()) is not None:
            frames.append(frame)
        return frames

    def _next(self) -> Frame | None:
        if self._header is None:
            end = self._buffer.find(b"\n")
            if end < 0:
                return None
            self._header = _header(self._taken(end))
            del self._buffer[:1]  # the line break
        header = self._header
        if len(self._buffer) < header["size"]:
            return None
        self._header = None
        return Frame(header, self._taken(header["size"]))

    def _taken(self, size: int) -> bytes:
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data


def _header(line: bytes) -> dict[str, Any]:
    try:
        header = json.loads(line)
        size = header["size"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FrameError from None
    if not isinstance(header, dict) or type(size) is not int or not 0 <= size <= MAX_PAYLOAD_BYTES:
        raise FrameError
    return header
