"""The key of a report: the same for all files that have its text, whatever their format, marks and spaces."""

from __future__ import annotations

import hashlib
import re

from tui.search.fold import fold

#: What does not count when two files are compared: everything but letters and digits.
_NO_LETTERS = r"[\W_]+"


def key_of(folded: str) -> str:
    """Return the key of a folded text: the same for a report as ``docx`` and as ``txt``, whatever its marks and spaces."""
    letters = re.sub(_NO_LETTERS, "", folded)
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()


def report_key(text: str) -> str:
    """Return the key of the text of a report, as a library keeps it."""
    return key_of(fold(text, False).text)
