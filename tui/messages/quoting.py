"""Quotations of texts that have quotation marks of their own."""

from __future__ import annotations

#: Inside of a quotation its double marks are single ones, and those inside of these double ones again (GB/T 15834).
_INNER = str.maketrans("“”‘’", "‘’“”")


def quoted(text: str) -> str:
    """Put a text into quotation marks."""
    return f"“{text.translate(_INNER)}”"
