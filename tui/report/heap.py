"""Memory that is free again, given back to the system.

What reading and folding a long text has used in small pieces stays with the program where the C library is not asked
to give it back: 100 of 320 MB for 20 million characters (58 MB). Asking takes 2 to 6 ms.
"""

from __future__ import annotations

from contextlib import suppress

#: Characters of the shortest text for which it is worth asking.
_LONG = 1_000_000


def release_memory(characters: int) -> None:
    """Gives back what a text of a length has left, if it is long and the C library is one that can."""
    if characters >= _LONG:
        import ctypes  # takes longer to load than a report to read

        with suppress(AttributeError, OSError, TypeError):
            ctypes.CDLL(None).malloc_trim(0)
